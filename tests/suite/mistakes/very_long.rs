//! Texts that look harmless but could keep a machine busy for hours, or crash the program: each is checked
//! within seconds.

use std::time::Instant;

use crate::support::{Folder, VILLAGE, check, run, within};

/// In seconds, without optimisation. These texts used to take from half a minute to forever.
const LONGEST: u64 = 4;

/// Checks a village with one more file and returns the exit code, which is never that of a crash.
fn checked(path: &str, text: &str) -> i32 {
    let site = Folder::with(VILLAGE);
    site.write(path, text);
    let started = Instant::now();
    let ran = check(site.path());
    let (took, start) = (started.elapsed(), &text[..text.len().min(60)]);
    assert!(took < within(LONGEST), "{took:?} for {start}");
    assert!(matches!(ran.code, 0 | 1), "{start}: {} {}", ran.code, &ran.err[..ran.err.len().min(400)]);
    ran.code
}

/// Returns an event with this value in one of its fields.
fn event(field: &str, value: &str) -> String {
    let day = if field == "datum" { "" } else { "datum: 5 december 2026\n" };
    format!("---\ntitel: Koffie\n{day}{field}: {value}\n---\n")
}

#[test]
fn a_value_repeated_ten_thousand_times_is_checked_in_seconds() {
    for (field, piece, end) in [
        ("datum", "5-", "7 maart 2027"),
        ("datum", "1 t/m ", "3 mei 2027"),
        ("datum", "1 en ", "3 mei 2027"),
        ("datum", "1 januari 2026, ", "3 mei 2027"),
        ("datum", "1 ", ""),
        ("begin", "10.00 tot ", "11.00"),
        ("herhaling", "a ", ""),
        ("herhaling", "elke dinsdag vanaf ", "1 mei 2027"),
        ("herhaling", "elke dinsdag tot ", "1 mei 2027"),
        ("wijzigingen", "naar 5 december 2026 om ", "10.00"),
        ("behalve", "feestdagen en ", "kerst"),
        ("herhaling: elke dinsdag\nbehalve", "feestdagen en ", "kerst"),
        ("herhaling: elke dinsdag\nextra", "a ", ""),
        ("herhaling: elke dinsdag\nextra", "afgelast ", "1 mei 2027"),
        ("kosten", "9", ""),
        ("locatie", "a", ""),
    ] {
        let value = format!("{}{end}", piece.repeat(10_000));
        assert_eq!(checked("agenda/x.md", &event(field, &value)), 1, "{field}: {piece}…");
    }
}

/// Each of these is one mistake on one line, in very many places.
#[test]
fn a_line_with_thousands_of_yaml_mistakes_is_checked_in_seconds() {
    for (front, piece) in [
        ("titel: ", "a: "),
        ("titel: \"a\" ", "\"a\" "),
        ("titel: \"", "\\a"),
        ("labels: [", "a,"),
        ("titel: 'a' ", "'a"),
    ] {
        let text = format!("---\n{front}{}\n---\n", piece.repeat(400_000));
        assert_eq!(checked("agenda/x.md", &text), 1, "{front}{piece}");
    }
}

#[test]
fn thousands_of_unknown_keys_are_checked_in_seconds() {
    let keys: String = (0..5_000).map(|number| format!("sleutel{number}: x\n")).collect();
    assert_eq!(checked("agenda/x.md", &format!("---\ntitel: Koffie\n{keys}---\n")), 1);
}

#[test]
fn thousands_of_addresses_in_one_paragraph_are_checked_in_seconds() {
    for piece in ["info@dorp.nl ", "https://dorp.nl/ ", "[a](https://dorp.nl) "] {
        assert_eq!(
            checked("paginas/x.md", &format!("# Adressen\n\n{}\n", piece.repeat(10_000))),
            0,
            "{piece}"
        );
    }
}

/// Each place used to be counted from the start of the text, and each comment searched for both of its ends.
#[test]
fn hundreds_of_thousands_of_letters_on_one_line_are_checked_in_seconds() {
    for (piece, code) in [("[]() ", 1), ("<!-- x -->", 0)] {
        let text =
            format!("---\ntitel: Oud\ndatum: 2026-11-01\n---\n\n{}\n", piece.repeat(400_000 / piece.len()));
        assert_eq!(checked("nieuws/oud.md", &text), code, "{piece}");
    }
}

/// Nobody reads the same message ten thousand times, but the total is reported.
#[test]
fn a_hundred_errors_of_one_kind_are_shown_and_the_rest_are_counted() {
    let site = Folder::with(VILLAGE);
    site.write("paginas/x.md", format!("# X\n\n{}\n\n<b onclick=x>a</b>\n", "[a](b.md) ".repeat(1_334)));
    site.write("paginas/y.md", format!("# Y\n\n{}\n", "[a](b.md) ".repeat(3)));
    let said = check(site.path()).said();
    let shown = |file: &str| said.matches(&format!("--> paginas/{file}.md:3:")).count();
    assert_eq!((shown("x"), shown("y")), (101, 3), "{said}");
    assert!(
        said.contains("fout: nog 1.234 fouten van deze soort in dit bestand; hier staat de eerste"),
        "{said}"
    );
    assert!(said.contains("onclick") && said.contains("1337 fouten"), "other kinds are shown: {said}");
}

#[test]
fn hours_and_addresses_of_a_hundred_thousand_letters_are_checked_in_seconds() {
    for field in ["openingstijden: ", "openingstijden:\n  maandag: ", "ruimtes: ", "adres: ", "contact: "] {
        let text = format!("---\nnaam: Zaal\nsoort: dorpshuis\n{field}{}\n---\n", "9, en ".repeat(20_000));
        assert_eq!(checked("locaties/zaal.md", &text), 1, "{field}");
    }
}

#[test]
fn a_list_on_one_line_with_thousands_of_mistakes_is_checked_in_seconds() {
    let days = "2026-13-01, ".repeat(4_000);
    assert_eq!(checked("agenda/x.md", &event("herhaling", &format!("elke dinsdag\nbehalve: [{days}]"))), 1);
    assert_eq!(checked("paginas/x.md", &format!("# X\n\n{}\n", "[a](b.md) ".repeat(4_000))), 1);
}

#[test]
fn a_list_with_thousands_of_mistakes_is_checked_in_seconds() {
    let events = "- titel: Koffie\n  datum: 2026-13-01\n".repeat(4_000);
    assert_eq!(checked("agenda/x.yaml", &events), 1);
}

#[test]
fn a_text_of_brackets_headings_or_digits_is_checked_in_seconds() {
    for text in [
        "[a](".repeat(20_000),
        "[a](b ".repeat(20_000),
        "] (".repeat(20_000),
        "## Programma\n\n".repeat(5_000),
        "![a](b)\n\n".repeat(20_000),
        "9".repeat(100_000),
        "ab".repeat(50_000),
    ] {
        let _with_or_without_errors = checked("paginas/x.md", &format!("# X\n\n{text}\n"));
    }
}

/// The icons of a site are rendered from its crest.
#[test]
fn a_crest_that_takes_minutes_to_paint_is_refused() {
    let nested = format!("{}<path d=\"M0 0h9v9z\"/>{}", "<g opacity=\".5\">".repeat(240), "</g>".repeat(240));
    for inner in [
        "<filter id=\"a\" x=\"-1000%\" y=\"-1000%\" width=\"5000%\" height=\"5000%\"><feMorphology operator=\"dilate\" radius=\"500\"/></filter><path filter=\"url(#a)\" d=\"M0 0h9v9z\"/>",
        "<filter id=\"a\"><feTurbulence numOctaves=\"100000\" baseFrequency=\".1\"/></filter><path filter=\"url(#a)\" d=\"M0 0h9v9z\"/>",
        nested.as_str(),
    ] {
        let site = Folder::with(VILLAGE);
        site.write(
            "media/wapen.svg",
            format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\">{inner}</svg>"),
        );
        site.write("site.yaml", "naam: Testdorp\nwapen: media/wapen.svg\n");
        let started = Instant::now();
        let ran = check(site.path());
        assert!(started.elapsed() < within(LONGEST), "{inner:.40}");
        assert!(ran.code == 1 && ran.err.contains("media/wapen.svg"), "{inner:.40}: {}", ran.said());
    }
}

/// In a fleet, a village does not affect the others.
#[test]
fn one_such_village_does_not_stop_a_fleet() {
    let fleet = Folder::new();
    for name in ["aa", "bee", "cee"] {
        fleet.write(&format!("{name}/site.yaml"), format!("naam: Dorp {name}\n"));
    }
    fleet.write("bee/agenda/x.md", event("datum", &format!("{}7 maart 2027", "5-".repeat(20_000))));
    let ran = run(&["dorpen", "bouw", fleet.path().to_str().expect("a path"), "--vandaag", "2026-11-23"]);
    assert_eq!(ran.code, 1, "{}", ran.said());
    assert!(fleet.join("aa/public/index.html").is_file() && fleet.join("cee/public/index.html").is_file());
    assert!(!fleet.join("bee/public").exists());
}
