//! Tests the words for rules and recurring events in Dutch and English.

use std::sync::Arc;

use super::series::SeriesWords;
use super::*;
use crate::ground::{Language, Locale, Remarks, SitePath, TimeZone};
use crate::read::{Source, read_text};
use crate::theme::{Choice, LayerCache, Theme, shipped};
use crate::village::{Details, Event, rule_of, settle};

pub(super) fn words(language: Language) -> Arc<Words> {
    let mut remarks = Remarks::default();
    let choice = Choice { named: None, settings: None, language, others: &[], zone: &TimeZone::UTC };
    Theme::load(&shipped(), &Source::default(), choice, &LayerCache::default(), &mut remarks).words
}

pub(super) fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// Rules in the notation of calendars, with their words in Dutch and English.
const TABLE: &[(&str, &str, &str)] = &[
    ("FREQ=WEEKLY;BYDAY=TU,FR", "elke dinsdag en vrijdag", "every Tuesday and Friday"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH", "elke maandag tot en met donderdag", "every Monday to Thursday"),
    ("FREQ=WEEKLY", "elke week", "every week"),
    ("FREQ=DAILY", "elke dag", "every day"),
    ("FREQ=DAILY;INTERVAL=2", "om de dag", "every other day"),
    (
        "FREQ=DAILY;INTERVAL=3;BYDAY=MO,TU",
        "elke 3 dagen, als dat een maandag of dinsdag is",
        "every 3 days, if that is a Monday or Tuesday",
    ),
    (
        "FREQ=DAILY;INTERVAL=3;BYMONTHDAY=1,-1",
        "elke 3 dagen, als dat de 1e of de laatste dag van de maand is",
        "every 3 days, if that is the 1st or the last day of the month",
    ),
    ("FREQ=DAILY;BYDAY=MO", "elke maandag", "every Monday"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "elke werkdag", "every weekday"),
    ("FREQ=WEEKLY;BYDAY=SU,SA", "elk weekend", "every weekend"),
    ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TH", "om de week op donderdag", "every other week on Thursday"),
    ("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO", "elke 3 weken op maandag", "every 3 weeks on Monday"),
    (
        "FREQ=MONTHLY;BYDAY=1WE,3WE",
        "elke eerste en derde woensdag van de maand",
        "every first and third Wednesday of the month",
    ),
    (
        "FREQ=MONTHLY;BYDAY=3WE,1MO",
        "elke eerste maandag en derde woensdag van de maand",
        "every first Monday and third Wednesday of the month",
    ),
    ("FREQ=MONTHLY;BYDAY=-1FR", "elke laatste vrijdag van de maand", "every last Friday of the month"),
    (
        "FREQ=MONTHLY;BYDAY=-3FR",
        "elke op 2 na laatste vrijdag van de maand",
        "every last but 2 Friday of the month",
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=15", "elke maand op de 15e", "every month on the 15th"),
    ("FREQ=MONTHLY;BYMONTHDAY=15,1", "elke maand op de 1e en de 15e", "every month on the 1st and the 15th"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=-1,2",
        "elke maand op de 2e en de laatste dag",
        "every month on the 2nd and the last day",
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=-1", "elke laatste dag van de maand", "every last day of the month"),
    (
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        "elke voorlaatste dag van de maand",
        "every last but one day of the month",
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO",
        "elke 2 maanden op de eerste maandag",
        "every 2 months on the first Monday",
    ),
    ("FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "elke 2 maanden op elke dinsdag", "every 2 months on every Tuesday"),
    ("FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=27", "elk jaar op 27 april", "every year on 27 April"),
    (
        "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=5,27",
        "elk jaar op de 5e en de 27e van april",
        "every year on the 5th and the 27th of April",
    ),
    (
        "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1",
        "elk jaar op de 1e in januari en juli",
        "every year on the 1st in January and July",
    ),
    (
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
        "elk jaar op de laatste dag van februari",
        "every year on the last day of February",
    ),
    (
        "FREQ=YEARLY;BYMONTH=9;BYDAY=1SA",
        "elk jaar op de eerste zaterdag van september",
        "every year on the first Saturday of September",
    ),
    (
        "FREQ=YEARLY;BYDAY=20MO",
        "elk jaar op de 20e maandag van het jaar",
        "every year on the 20th Monday of the year",
    ),
    (
        "FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=15",
        "elke 2 jaar op de 15e van elke maand",
        "every 2 years on the 15th of every month",
    ),
    ("FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR", "elke vrijdag de 13e", "every Friday the 13th"),
    (
        "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=13;BYDAY=FR",
        "elk jaar op 13 mei, als dat een vrijdag is",
        "every year on 13 May, if that is a Friday",
    ),
    ("FREQ=YEARLY;BYDAY=TU;BYMONTH=7", "elke dinsdag in juli", "every Tuesday in July"),
    (
        "FREQ=WEEKLY;BYMONTH=4,5,6,7,8,9,10;BYDAY=SA",
        "elke zaterdag van april tot en met oktober",
        "every Saturday from April to October",
    ),
    (
        "FREQ=WEEKLY;BYMONTH=1,2,11,12;BYDAY=SU",
        "elke zondag van november tot en met februari",
        "every Sunday from November to February",
    ),
    ("FREQ=DAILY;BYMONTH=7,8", "elke dag in juli en augustus", "every day in July and August"),
    ("FREQ=DAILY;BYMONTH=1,12", "elke dag in december en januari", "every day in December and January"),
    (
        "FREQ=DAILY;BYMONTH=3,6,9",
        "elke dag in maart, juni en september",
        "every day in March, June and September",
    ),
    (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
        "elke eerste werkdag van de maand",
        "every first weekday of the month",
    ),
    (
        "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1",
        "elke laatste zaterdag of zondag van de maand",
        "every last Saturday or Sunday of the month",
    ),
    (
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2",
        "elke tweede dinsdag van de maand",
        "every second Tuesday of the month",
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=13,14;BYSETPOS=-1",
        "elke maand op de laatste van deze dagen: de 13e en de 14e",
        "every month on the last of these days: the 13th and the 14th",
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=13,14;BYDAY=FR",
        "elke maand op de 13e en de 14e, als dat een vrijdag is",
        "every month on the 13th and the 14th, if that is a Friday",
    ),
];

#[test]
fn every_kind_of_rule_is_put_into_words() {
    let (dutch, english) = (words(Language::Dutch), words(Language::English));
    for (rrule, nl, en) in TABLE {
        let rule = rule_of(rrule).expect(rrule);
        assert_eq!(RuleWords::new(&dutch).rule(&rule, None), *nl, "{rrule}");
        assert_eq!(RuleWords::new(&english).rule(&rule, None), *en, "{rrule}");
    }
}

#[test]
fn a_rule_without_a_day_takes_the_day_it_starts() {
    let dutch = words(Language::Dutch);
    let described =
        |rrule: &str| RuleWords::new(&dutch).rule(&rule_of(rrule).expect(rrule), Some(day("2027-01-15")));
    assert_eq!(described("FREQ=WEEKLY"), "elke vrijdag");
    assert_eq!(described("FREQ=WEEKLY;INTERVAL=2"), "om de week op vrijdag");
    assert_eq!(described("FREQ=MONTHLY"), "elke maand op de 15e");
    assert_eq!(described("FREQ=YEARLY"), "elk jaar op 15 januari");
    assert_eq!(described("FREQ=YEARLY;BYMONTH=4"), "elk jaar op 15 april");
    assert_eq!(described("FREQ=DAILY"), "elke dag");
}

pub(super) fn event(fields: &str) -> Event {
    let text = format!("---\ntitel: Koffie\n{fields}\n---\n");
    let source = Source {
        texts: vec![read_text(SitePath::new("agenda/koffie.md").expect("a path"), &text).into()],
        ..Source::default()
    };
    let mut remarks = Remarks::default();
    let village = settle(&source, &mut remarks);
    match village.entries.first().map(|entry| &entry.details) {
        Some(Details::Event(event)) => Event::clone(event),
        other => panic!("{other:?}"),
    }
}

fn series(fields: &str) -> SeriesWords {
    let dutch = words(Language::Dutch);
    let event = event(fields);
    RuleWords::new(&dutch).series(&event, day("2026-11-25"), Locale::Dutch).expect("a rule")
}

#[test]
fn a_series_is_described_in_one_sentence() {
    let described = series("herhaling: elke dinsdag\nbegin: 10.00\neinde: 12.00\nbehalve: schoolvakanties");
    assert_eq!(described.full_text, "elke dinsdag, 10.00–12.00 uur, niet in de schoolvakanties");
    assert_eq!(described.time.as_deref(), Some("10.00–12.00 uur"));
    let described = series(
        "herhaling: [elke dinsdag, elke eerste zaterdag van de maand]\nbegin: 10.00\neinde: 12.00\nvanaf: 7 januari 2027\ntot: 30 juni 2027\nandere_tijden:\n  in: november t/m maart\n  begin: 14.00\n  einde: 16.00",
    );
    assert_eq!(
        described.full_text,
        "elke dinsdag en elke eerste zaterdag van de maand, 10.00–12.00 uur, vanaf 7 januari 2027 tot en met 30 juni 2027; van november tot en met maart: 14.00–16.00 uur"
    );
    assert_eq!(described.other_times, ["van november tot en met maart: 14.00–16.00 uur"]);
    let english = words(Language::English);
    let event =
        event("herhaling: om de week op donderdag\nbegin: 19.30\nbehalve: [zomervakantie, tweede kerstdag]");
    let described =
        RuleWords::new(&english).series(&event, day("2026-11-25"), Locale::English).expect("a rule");
    assert_eq!(
        described.full_text,
        "every other week on Thursday, 19:30, not in the summer holidays and on Boxing Day"
    );
}

#[test]
fn the_start_end_and_count_of_a_series_are_put_into_words() {
    let bounds =
        |fields: &str| series(&format!("herhaling: elke dinsdag\n{fields}")).bounds.unwrap_or_default();
    assert_eq!(bounds("vanaf: 7 januari 2027"), "vanaf 7 januari 2027");
    assert_eq!(bounds("vanaf: 25 november 2026"), "");
    assert_eq!(bounds("tot: 30 juni 2027"), "tot en met 30 juni 2027");
    assert_eq!(bounds("vanaf: 7 januari 2027\naantal: 10"), "vanaf 7 januari 2027, 10 keer");
    assert_eq!(bounds("vanaf: 6 januari 2026\naantal: 1"), "één keer");
    let described = series("herhaling: FREQ=WEEKLY;UNTIL=20270630;BYDAY=TU");
    assert_eq!(described.bounds.as_deref(), Some("tot en met 30 juni 2027"));
}

#[test]
fn exceptions_to_a_series_are_put_into_words() {
    let except =
        |list: &str| series(&format!("herhaling: elke dag\nbehalve:\n{list}")).except.unwrap_or_default();
    assert_eq!(except("  - feestdagen"), "niet op feestdagen");
    assert_eq!(except("  - zomervakantie"), "niet in de zomervakantie");
    assert_eq!(except("  - juli en augustus"), "niet in juli en augustus");
    assert_eq!(except("  - december\n  - juli en augustus"), "niet in juli, augustus en december");
    assert_eq!(except("  - november t/m maart\n  - juli"), "niet in juli en van november tot en met maart");
    assert_eq!(except("  - tweede kerstdag"), "niet op tweede kerstdag");
    assert_eq!(except("  - kerst"), "niet op eerste kerstdag en tweede kerstdag");
    assert_eq!(
        except("  - 31 december 2026\n  - 24 december 2026\n  - 1 september 2026"),
        "niet op 24 december 2026 en 31 december 2026"
    );
    assert_eq!(
        except("  - 21 december 2026 t/m 3 januari 2027\n  - 1 juli 2026 t/m 2 juli 2026"),
        "niet van 21 december 2026 tot en met 3 januari 2027"
    );
    assert_eq!(except("  - 1 mei 2027\n  - 2 mei 2027\n  - 3 mei 2027\n  - 4 mei 2027\n  - 6 mei 2027"), "");
    assert_eq!(
        except("  - schoolvakanties\n  - herfstvakantie\n  - 24 december 2026\n  - feestdagen"),
        "niet op feestdagen, in de schoolvakanties en op 24 december 2026"
    );
}

#[test]
fn an_event_without_a_rule_has_no_description_of_one() {
    let dutch = words(Language::Dutch);
    let event = event("datum: 1 december 2026");
    assert_eq!(RuleWords::new(&dutch).series(&event, day("2026-11-25"), Locale::Dutch), None);
}
