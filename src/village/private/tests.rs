//! Tests which private data is found in running text, and what is left alone.

use proptest::prelude::*;

use super::bsn::passes_eleven_test;
use super::scan::{PrivateKind, scan};

/// Returns everything that is found, as written.
fn found(text: &str) -> Vec<(PrivateKind, &str)> {
    scan(text).into_iter().map(|(what, range)| (what, &text[range])).collect()
}

fn only(text: &str) -> Option<(PrivateKind, &str)> {
    let found = found(text);
    assert!(found.len() <= 1, "{text}: {found:?}");
    found.into_iter().next()
}

#[test]
fn personal_email_addresses_are_found_and_those_of_an_office_are_not() {
    for personal in [
        "jan.de.vries@dorp.nl",
        "j.jansen@dorp.example",
        "jantje63@gmail.com",
        "FamilieSmit@Ziggo.nl",
        "Anna.Bakker@kpnmail.nl",
    ] {
        assert_eq!(only(&format!("Mail {personal}.")), Some((PrivateKind::Email, personal)));
        assert_eq!(only(&format!("[mail](mailto:{personal})")), Some((PrivateKind::Email, personal)));
    }
    for office in [
        "info@dorp.nl",
        "secretaris@dorp.nl",
        "bestuur.dorpshuis@gmail.com",
        "dorpsraadlutterwolde@gmail.com",
        "koor@dorp.nl",
        "penningmeester.ijsclub@outlook.com",
        "anja@dorpshuis.nl",
        "@lutterwolde",
        "a@b",
    ] {
        assert_eq!(only(&format!("Mail {office}.")), None, "{office}");
    }
}

#[test]
fn mobile_numbers_are_found_as_people_write_them() {
    for number in [
        "0612345678",
        "06 12345678",
        "06-12345678",
        "06 - 12 34 56 78",
        "06 12 34 56 78",
        "06 123 456 78",
        "06.12.34.56.78",
        "+31612345678",
        "+31 6 12345678",
        "+31 (0)6 12 34 56 78",
        "0031 6 1234 5678",
    ] {
        assert_eq!(only(&format!("Bel {number}, na zes uur.")), Some((PrivateKind::Mobile, number)));
    }
    for other in [
        "0529 012345",
        "06-12-2026 10.30 uur",
        "06.12.2026 10",
        "06.30 - 12.00 uur",
        "https://dorp.nl/0612345678",
        "06123456789",
        "0612345",
        "106 12345678",
        "112",
    ] {
        assert_eq!(only(&format!("Kijk {other} even.")), None, "{other}");
    }
}

#[test]
fn bank_accounts_are_found_by_their_check_digits() {
    // The examples from the ISO 13616 register.
    for iban in [
        "NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00",
        "DE89 3704 0044 0532 0130 00",
        "BE68 5390 0754 7034",
        "GB29 NWBK 6016 1331 9268 19",
        "FR14 2004 1010 0505 0001 3M02 606",
        "NO93 8601 1117 947",
    ] {
        assert_eq!(only(&format!("Maak over op {iban} t.n.v. het koor.")), Some((PrivateKind::Iban, iban)));
    }
    assert_eq!(only("Maak over op NL92 ABNA 0417 1643 00."), None);
    assert_eq!(only("Maak over op NL91 ABNA 0417 1643 0."), None);
}

#[test]
fn a_bsn_is_found_and_other_numbers_are_not() {
    assert_eq!(only("Het hotel: 123456782."), Some((PrivateKind::Bsn, "123456782")));
    for number in ["111222333", "123456782", "1234.56.782", "123.456.782"] {
        assert_eq!(only(&format!("Hij heeft {number} en zij niet.")), Some((PrivateKind::Bsn, number)));
    }
    for other in [
        "123456789",
        "000000000",
        "RSIN 123456782",
        "Het RSIN van de stichting is 123456782",
        "KvK: 12345678",
        "fiscaal nummer 123456782",
        "+31 123456782",
        "1123456782",
        "foto-123456782.jpg",
        "media/123456782.jpg",
        "https://dorp.nl/?id=123456782",
        "NL123456782B01",
        "123456782-4",
    ] {
        assert_eq!(only(&format!("Zie {other} hier.")), None, "{other}");
    }
}

#[test]
fn dates_of_birth_are_found_and_other_dates_are_not() {
    for words in [
        "geboren op 3 maart 1961",
        "Geboren te Zwolle op 3 maart 1961",
        "geb. 3-3-1961",
        "geboortedatum: 1961-03-03",
        "Geboortedatum: 3-3-1961",
        "born on 3 March 1961",
        "date of birth: 3 March 1961",
    ] {
        assert_eq!(only(&format!("Jan ({words}) woont hier.")), Some((PrivateKind::Birth, words)));
    }
    for other in [
        "geboren in 1961",
        "geboren op 3 maart 1821",
        "geboren op 3 maart",
        "aangeboren. Op 3 maart 1961",
        "het werd geboren uit nood. Op 3 maart 1961 kwam het",
        "geboren in 2020; op 3 maart 2021",
        "stubborn 3 March 1961",
        "de vereniging is van 3 maart 1961",
    ] {
        assert_eq!(only(&format!("Kijk, {other} hier.")), None, "{other}");
    }
}

/// Returns the ninth digit that makes eight digits pass the test; `None` if that would be ten.
fn ninth(eight: u32) -> Option<u32> {
    let digits = format!("{eight:08}");
    let sum: u32 =
        digits.bytes().zip((2..=9).rev()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    Some(sum % 11).filter(|digit| *digit < 10)
}

/// Returns a valid Dutch account number, with its check digits by ISO 7064 MOD 97-10.
fn iban(bank: &str, account: u64) -> String {
    let rearranged = format!("{bank}{account:010}NL00");
    let rest = rearranged.chars().fold(0_u64, |rest, letter| {
        let value = u64::from(letter.to_digit(36).expect("a letter or digit"));
        if value > 9 { (rest * 100 + value) % 97 } else { (rest * 10 + value) % 97 }
    });
    format!("NL{:02}{bank}{account:010}", 98 - rest)
}

fn other_digit(text: &str, place: usize, by: u8) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let digits: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit()).collect();
    let at = digits[place % digits.len()];
    bytes[at] = b'0' + (bytes[at] - b'0' + by) % 10;
    String::from_utf8(bytes).expect("digits")
}

/// Words around a find: without digits, without signs that make it part of something else, and without
/// letters that could spell the name of another number.
const BEFORE: &str = "([abcdé ,()\n]{0,30}[ \n(])?";
const AFTER: &str = "([ ,)\n][abcdé ,.()\n]{0,30})?";

proptest! {
    #[test]
    fn every_bsn_is_found_and_never_one_with_a_wrong_digit(
        eight in 1_u32..100_000_000, before in BEFORE, after in AFTER, place in 0_usize..9, by in 1_u8..10,
    ) {
        let Some(ninth) = ninth(eight) else { return Ok(()) };
        let number = format!("{eight:08}{ninth}");
        // 06 followed by eight more digits is a telephone number; nine digits in all are not.
        let text = format!("{before}{number}{after}");
        prop_assert!(found(&text).contains(&(PrivateKind::Bsn, number.as_str())), "{text}");
        let wrong = other_digit(&number, place, by);
        let text = format!("{before}{wrong}{after}");
        prop_assert!(found(&text).iter().all(|(what, _)| *what != PrivateKind::Bsn), "{text}");
    }

    #[test]
    fn the_eleven_test_follows_the_law(digits in prop::array::uniform9(0_u32..10)) {
        let sum: i64 = (0..9).map(|at| i64::from(digits[at]) * if at == 8 { -1 } else { 9 - at as i64 }).sum();
        let expected = sum.rem_euclid(11) == 0 && digits != [0; 9];
        prop_assert_eq!(passes_eleven_test(&digits), expected);
    }

    #[test]
    fn every_bank_account_is_found_and_never_one_with_a_wrong_digit(
        account in 0_u64..10_000_000_000, bank in "[A-Z]{4}", in_groups: bool,
        before in BEFORE, after in AFTER, place in 0_usize..12, by in 1_u8..10,
    ) {
        let plain = iban(&bank, account);
        let shown = |plain: &str| if in_groups {
            plain.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group)).collect::<Vec<_>>().join(" ")
        } else {
            plain.to_owned()
        };
        let number = shown(&plain);
        let text = format!("{before}{number}{after}");
        prop_assert!(found(&text).contains(&(PrivateKind::Iban, number.as_str())), "{text}");
        let wrong = shown(&other_digit(&plain, place, by));
        let text = format!("{before}{wrong}{after}");
        prop_assert!(found(&text).iter().all(|(what, _)| *what != PrivateKind::Iban), "{text}");
    }

    #[test]
    fn any_text_can_be_scanned(text in "\\PC{0,80}") {
        for (_, range) in scan(&text) {
            prop_assert!(text.get(range).is_some());
        }
    }

    #[test]
    fn any_text_of_digits_and_signs_can_be_scanned(text in "[0-9+. @a-z()é-]{0,60}") {
        for (_, range) in scan(&text) {
            prop_assert!(text.get(range).is_some());
        }
    }
}
