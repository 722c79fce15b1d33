//! Tests what the words for one day mean.

use super::*;

fn at(hour: u16, minute: u16) -> TimeOfDay {
    TimeOfDay::new(hour, minute).expect("a time")
}

#[test]
fn a_status_is_read_with_its_reason() {
    assert_eq!(read_change("afgelast"), ChangeWords::Status("afgelast", None));
    assert_eq!(read_change("Afgelast!"), ChangeWords::Status("Afgelast", None));
    assert_eq!(read_change("afgelast wegens ziekte"), ChangeWords::Status("afgelast", Some("wegens ziekte")));
    assert_eq!(read_change("afgelast (ijsvrij)"), ChangeWords::Status("afgelast", Some("ijsvrij")));
    let why = "i.v.m. de feestdagen";
    assert_eq!(
        read_change(&format!("gaat NIET door {why}")),
        ChangeWords::Status("gaat NIET door", Some(why))
    );
    assert_eq!(
        read_change("vol, kom op de wachtlijst"),
        ChangeWords::Status("vol", Some("kom op de wachtlijst"))
    );
    assert_eq!(
        read_change("verplaatst wegens storm"),
        ChangeWords::Status("verplaatst", Some("wegens storm"))
    );
    assert_eq!(read_change("afglast"), ChangeWords::Status("afglast", None));
}

#[test]
fn a_new_time_or_day_is_read() {
    assert_eq!(read_change("19.30"), ChangeWords::Start(at(19, 30), None));
    assert_eq!(read_change("begint om 19.30 uur"), ChangeWords::Start(at(19, 30), None));
    assert_eq!(read_change("19.30 uur in de kerk"), ChangeWords::Start(at(19, 30), Some("in de kerk")));
    assert_eq!(read_change("19.30, in de kerk"), ChangeWords::Start(at(19, 30), Some("in de kerk")));
    assert_eq!(read_change("19.30 tot 21.00"), ChangeWords::Times(at(19, 30), at(21, 0), None));
    assert_eq!(read_change("naar 23 december 2026"), ChangeWords::To("23 december 2026", None, None));
    assert_eq!(read_change("23-12-2026"), ChangeWords::To("23-12-2026", None, None));
}

#[test]
fn an_unclear_time_is_reported_and_never_lost() {
    assert_eq!(read_change("19,30"), ChangeWords::UnreadableTime("19,30"));
    assert_eq!(read_change("om 25.00 uur"), ChangeWords::UnreadableTime("25.00 uur"));
    assert_eq!(read_change("half acht"), ChangeWords::UnreadableTime("half acht"));
}

#[test]
fn words_that_may_mean_cancelled_are_doubtful() {
    assert_eq!(read_change("niet"), ChangeWords::Doubtful);
    assert_eq!(read_change("geen bijeenkomst"), ChangeWords::Doubtful);
    assert_eq!(read_change("neem zelf een kopje mee"), ChangeWords::Note);
    assert_eq!(read_change("vol verwachting klopt ons hart"), ChangeWords::Note);
    assert_eq!(read_change("geen koffie, wel thee met koek"), ChangeWords::Note);
}

#[test]
fn a_cancellation_in_ordinary_words_is_understood() {
    for words in [
        "gaat deze keer niet door",
        "gaat helaas niet door wegens ziekte",
        "kan vandaag niet doorgaan",
        "de les valt uit",
        "Inloop vervalt",
        "deze keer niet",
        "gesloten",
        "gesloten i.v.m. de feestdagen",
        "we zijn dicht",
        "we zijn er niet",
        "does not take place",
    ] {
        assert_eq!(read_change(words), ChangeWords::Cancelled, "{words}");
    }
    assert_eq!(read_change("is afgelast"), ChangeWords::Status("afgelast", None));
    assert_eq!(
        read_change("is helaas afgelast wegens ijzel"),
        ChangeWords::Status("afgelast", Some("wegens ijzel"))
    );
    assert_eq!(read_change("afglast wegens ziekte"), ChangeWords::Status("afglast", Some("wegens ziekte")));
}

#[test]
fn a_possible_cancellation_is_doubtful_and_a_plain_remark_is_not() {
    for words in [
        "nee",
        "helaas geen inloop vandaag",
        "er is geen inloop wegens ziekte",
        "door omstandigheden geen inloop",
        "de bar is gesloten",
        "gaat niet door als het regent",
        "afgelast bij slecht weer",
        "vervalt niet",
        "is niet afgelast",
        "kerstvakantie",
        "de route gaat dit keer niet door de kerk",
    ] {
        assert_eq!(read_change(words), ChangeWords::Doubtful, "{words}");
    }
    for words in [
        "gaat gewoon door",
        "niet vergeten: neem een kopje mee",
        "dit is niet voor kinderen",
        "om de hoek bij de kerk",
        "we lopen dicht langs het water",
        "2-3 kopjes koffie",
        "2 uur wandelen",
        "2 tot 3 uur wandelen",
        "alcoholvrij",
        "wordt een feest",
        "een kopje koffie erbij",
        "tot ziens",
    ] {
        assert_eq!(read_change(words), ChangeWords::Note, "{words}");
    }
    assert_eq!(read_change("gaat door"), ChangeWords::Status("gaat door", None));
}

#[test]
fn a_move_to_another_day_in_ordinary_words_is_understood() {
    let to = |day: &'static str| ChangeWords::To(day, None, None);
    assert_eq!(read_change("verschoven naar 16-12-2026"), to("16-12-2026"));
    assert_eq!(read_change("uitgesteld tot 16 december 2026"), to("16 december 2026"));
    assert_eq!(read_change("wordt 2-12-2026"), to("2-12-2026"));
    assert_eq!(read_change("naar 2-12-2026 om 20.00 uur"), to("2-12-2026 om 20.00 uur"));
    assert_eq!(read_change("2 december"), to("2 december"), "the user is asked for the year");
    let times = Some((at(20, 0), at(22, 0)));
    assert_eq!(read_change("2-12-2026 van 20.00 tot 22.00 uur"), ChangeWords::To("2-12-2026", times, None));
    assert_eq!(
        read_change("naar 2-12-2026 in de kerk"),
        ChangeWords::To("2-12-2026", None, Some("in de kerk"))
    );
    for words in [
        "uitgesteld",
        "een week later",
        "wordt een uur eerder",
        "verplaatst van 20.00 naar 21.00",
        "op woensdag",
    ] {
        assert_eq!(read_change(words), ChangeWords::UnknownTarget, "{words}");
    }
}

#[test]
fn times_followed_by_other_words_are_read() {
    let times = |rest| ChangeWords::Times(at(9, 0), at(11, 0), rest);
    assert_eq!(read_change("van 9.00 tot 11.00 uur"), times(None));
    for words in ["9.00 tot 11.00 in de kerk", "9.00-11.00, in de kerk", "9.00 – 11.00 uur (in de kerk)"] {
        assert_eq!(read_change(words), times(Some("in de kerk")), "{words}");
    }
    assert_eq!(read_change("9.00, tot 11.00 uur"), times(None));
    assert_eq!(read_change("om 20 uur in de kerk"), ChangeWords::Start(at(20, 0), Some("in de kerk")));
    assert_eq!(read_change("van 9 tot 11 uur in de kerk"), times(Some("in de kerk")));
    assert_eq!(read_change("19u30 in de kerk"), ChangeWords::Start(at(19, 30), Some("in de kerk")));
    assert_eq!(read_change("begint om 9.00 en eindigt om 11.00"), times(None));
    assert_eq!(read_change("tot 11.00 uur"), ChangeWords::End(at(11, 0), None));
    assert_eq!(read_change("half acht in de kerk"), ChangeWords::UnreadableTime("half acht"));
}

#[test]
fn a_cancellation_of_something_else_is_doubtful() {
    for words in [
        "aanmelden vervalt",
        "de pauze vervalt",
        "de entree vervalt, gratis toegang",
        "het eerste uur vervalt",
        "de lunch is geannuleerd",
        "de film is geschrapt, we doen spelletjes",
        "de muziek valt uit",
        "de verwarming valt uit",
        "we vallen uit de boot",
        "vindt niet plaats in de grote zaal, kom naar de kleine zaal",
        "wordt niet gehouden in het dorpshuis, zie de site",
        "will not take place in the church, come to the pub",
        "de wandeling gaat niet door modder",
        "gaat niet door het bos",
        "gaat niet door de kerk maar door het bos",
        "gaat niet door de markt",
        "afgelast is alleen de quiz",
        "gesloten wegens verbouwing, dus in de kerk",
        "ook niet",
        "vrij",
    ] {
        assert_eq!(read_change(words), ChangeWords::Doubtful, "{words}");
    }
    for words in [
        "vandaag vervalt de inloop wegens ziekte",
        "de vergadering is gecanceld",
        "de wandeling gaat niet door vandaag",
        "wegens ziekte vervalt de les",
        "drop-in is called off",
    ] {
        assert_eq!(read_change(words), ChangeWords::Cancelled, "{words}");
    }
    assert_eq!(
        read_change("gaat niet door door ziekte"),
        ChangeWords::Status("gaat niet door", Some("door ziekte"))
    );
    assert_eq!(read_change("afgelast vandaag"), ChangeWords::Status("afgelast", Some("vandaag")));
}

#[test]
fn numbers_and_moves_of_something_else_are_remarks() {
    for words in [
        "nu ook niet vrij",
        "tot 18 jaar gratis",
        "tot 20 deelnemers",
        "tot 11 km",
        "tot 11 januari",
        "until 11 January",
        "van 9 tot 12 jaar",
        "van 20 tot 22 personen",
        "van 10 tot 11 euro",
        "van 10 - 12 deelnemers",
        "at 11 people",
        "om 11 kinderen te helpen",
        "om 10 kinderen blij te maken",
        "from 11 January",
        "10.50 euro",
        "11.15 km wandelen",
        "de tafels zijn verplaatst",
        "de parkeerplaats is verplaatst naar achter",
        "een dag eerder opgeven",
        "we moved the chairs",
    ] {
        assert_eq!(read_change(words), ChangeWords::Note, "{words}");
    }
}

#[test]
fn times_are_read_after_a_day_and_in_other_words() {
    let times = Some((at(10, 30), at(11, 30)));
    assert_eq!(read_change("5-12-2026 10.30 tot 11.30"), ChangeWords::To("5-12-2026", times, None));
    let words = "zaterdag 5 december 2026, 14.00 tot 16.00, in de kerk";
    let times = Some((at(14, 0), at(16, 0)));
    assert_eq!(read_change(words), ChangeWords::To("zaterdag 5 december 2026", times, Some("in de kerk")));
    assert_eq!(read_change("10.30 t/m 11.30"), ChangeWords::Times(at(10, 30), at(11, 30), None));
    assert_eq!(read_change("start 10.30"), ChangeWords::Start(at(10, 30), None));
    assert_eq!(read_change("tot 11 in de kerk"), ChangeWords::End(at(11, 0), Some("in de kerk")));
    assert_eq!(read_change("until 11 o'clock"), ChangeWords::End(at(11, 0), None));
    assert_eq!(read_change("de avond is verplaatst"), ChangeWords::UnknownTarget);
}

#[test]
fn a_day_without_a_year_may_also_be_times() {
    for (words, number) in [
        ("verzet naar 10.12", "10.12"),
        ("verzet naar 10-12, in de kerk", "10-12"),
        ("naar 3-1", "3-1"),
        ("wordt 9-12", "9-12"),
        ("moved to 10-12", "10-12"),
    ] {
        assert_eq!(read_change(words), ChangeWords::DayOrTimes(number), "{words}");
    }
    assert_eq!(read_change("verzet naar 10.15"), ChangeWords::Start(at(10, 15), None));
    assert_eq!(read_change("verzet naar 10.12 uur"), ChangeWords::Start(at(10, 12), None));
    assert_eq!(read_change("9-12"), ChangeWords::Times(at(9, 0), at(12, 0), None));
    assert_eq!(read_change("verplaatst naar de kerk"), ChangeWords::ToPlace("de kerk"));
}

#[test]
fn a_skipped_day_is_off() {
    for words in ["overslaan", "slaan we over", "we slaan deze keer over", "uitgevallen", "off", "skip"] {
        assert_eq!(read_change(words), ChangeWords::Cancelled, "{words}");
    }
    assert_eq!(read_change("Feestdag"), ChangeWords::Doubtful);
    assert_eq!(read_change("de pauze slaan we over"), ChangeWords::Doubtful);
    let day = "10 december 2026";
    assert_eq!(read_change("doorgeschoven naar 10 december 2026"), ChangeWords::To(day, None, None));
    assert_eq!(read_change("stopt om 11.00"), ChangeWords::End(at(11, 0), None));
}

#[test]
fn a_time_or_day_among_words_is_noticed() {
    for words in [
        "niet om 10.00 maar om 14.00",
        "Let op, om 14.00 uur",
        "in de kerk om 10.30",
        "kom om 14 uur",
        "opgeven voor 1 december",
        "we zien elkaar 9-12-2026 weer",
    ] {
        assert!(mentions_moment(words), "{words}");
    }
    for words in [
        "neem een kopje mee",
        "entree € 3.50",
        "10.50 euro",
        "11.15 km wandelen",
        "2 uur wandelen",
        "met z'n 5 maar gezellig",
        "van 9 tot 12 jaar",
    ] {
        assert!(!mentions_moment(words), "{words}");
    }
}
