//! Tests the words for rules in Frisian, Low Saxon and German. Writers do not type these and the program does
//! not read them, so every phrase is here as people would say it.

use super::tests::{day, event, words};
use super::*;
use crate::ground::{Language, Locale};
use crate::village::{Exception, Holiday, rule_of};

const LANGUAGES: [Language; 3] = [Language::Frisian, Language::LowSaxon, Language::German];

/// Rules in the notation of calendars, with their words in Frisian, Low Saxon and German.
const TABLE: &[(&str, [&str; 3])] = &[
    ("FREQ=DAILY", ["alle dagen", "elke dag", "jeden Tag"]),
    ("FREQ=WEEKLY", ["alle wiken", "elke week", "jede Woche"]),
    ("FREQ=MONTHLY", ["alle moannen", "elke maond", "jeden Monat"]),
    ("FREQ=YEARLY", ["alle jierren", "elk jaor", "jedes Jahr"]),
    ("FREQ=DAILY;INTERVAL=2", ["om de oare dei", "um de dag", "jeden zweiten Tag"]),
    ("FREQ=DAILY;INTERVAL=10", ["alle 10 dagen", "elke 10 dagen", "alle 10 Tage"]),
    ("FREQ=WEEKLY;INTERVAL=2", ["om de oare wike", "um de week", "alle zwei Wochen"]),
    ("FREQ=MONTHLY;INTERVAL=2", ["alle 2 moannen", "elke 2 maonden", "alle zwei Monate"]),
    ("FREQ=YEARLY;INTERVAL=2", ["alle 2 jier", "elke 2 jaor", "alle zwei Jahre"]),
    ("FREQ=YEARLY;INTERVAL=5", ["alle 5 jier", "elke 5 jaor", "alle 5 Jahre"]),
    (
        "FREQ=WEEKLY;BYDAY=TU,FR",
        ["eltse tiisdei en freed", "elke dinsdag en vrijdag", "jeden Dienstag und Freitag"],
    ),
    (
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH",
        [
            "eltse moandei oant en mei tongersdei",
            "elke maandag tot en mit dunderdag",
            "jeden Montag bis Donnerstag",
        ],
    ),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", ["alle wurkdagen", "elke warkdag", "montags bis freitags"]),
    ("FREQ=WEEKLY;BYDAY=SU,SA", ["elts wykein", "elk weekend", "jedes Wochenende"]),
    (
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        ["om de oare wike op tongersdei", "um de week op dunderdag", "alle zwei Wochen am Donnerstag"],
    ),
    (
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SA",
        [
            "alle 3 wiken op moandei en sneon",
            "elke 3 weken op maandag en zaoterdag",
            "alle 3 Wochen am Montag und Samstag",
        ],
    ),
    (
        "FREQ=DAILY;INTERVAL=3;BYDAY=MO,TU",
        [
            "alle 3 dagen, as dat in moandei of tiisdei is",
            "elke 3 dagen, as dat een maandag of dinsdag is",
            "alle 3 Tage, wenn das ein Montag oder Dienstag ist",
        ],
    ),
    (
        "FREQ=DAILY;INTERVAL=3;BYMONTHDAY=1,-1",
        [
            "alle 3 dagen, as dat de 1e of de lêste dei fan de moanne is",
            "elke 3 dagen, as dat de 1e of de leste dag van de maond is",
            "alle 3 Tage, wenn das auf den 1. oder letzten Tag des Monats fällt",
        ],
    ),
    (
        "FREQ=MONTHLY;BYDAY=1WE,3WE",
        [
            "eltse earste en tredde woansdei fan de moanne",
            "elke eerste en darde woensdag van de maond",
            "jeden ersten und dritten Mittwoch im Monat",
        ],
    ),
    (
        "FREQ=MONTHLY;BYDAY=3WE,1MO",
        [
            "eltse earste moandei en tredde woansdei fan de moanne",
            "elke eerste maandag en darde woensdag van de maond",
            "jeden ersten Montag und dritten Mittwoch im Monat",
        ],
    ),
    (
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2",
        [
            "eltse twadde tiisdei fan de moanne",
            "elke tweide dinsdag van de maond",
            "jeden zweiten Dienstag im Monat",
        ],
    ),
    (
        "FREQ=MONTHLY;BYDAY=-1FR",
        [
            "eltse lêste freed fan de moanne",
            "elke leste vrijdag van de maond",
            "jeden letzten Freitag im Monat",
        ],
    ),
    (
        "FREQ=MONTHLY;BYDAY=-3FR",
        [
            "eltse op 2 nei lêste freed fan de moanne",
            "elke op 2 nao leste vrijdag van de maond",
            "jeden 3.-letzten Freitag im Monat",
        ],
    ),
    ("FREQ=MONTHLY;BYMONTHDAY=15", ["alle moannen op de 15e", "elke maond op de 15e", "jeden Monat am 15."]),
    (
        "FREQ=MONTHLY;BYMONTHDAY=15,1",
        ["alle moannen op de 1e en de 15e", "elke maond op de 1e en de 15e", "jeden Monat am 1. und 15."],
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=-1,2",
        [
            "alle moannen op de 2e en de lêste dei",
            "elke maond op de 2e en de leste dag",
            "jeden Monat am 2. und letzten Tag",
        ],
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=-2",
        [
            "eltse foarlêste dei fan de moanne",
            "elke veurleste dag van de maond",
            "jeden vorletzten Tag im Monat",
        ],
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO",
        [
            "alle 2 moannen op de earste moandei",
            "elke 2 maonden op de eerste maandag",
            "alle zwei Monate am ersten Montag",
        ],
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        [
            "alle 2 moannen op eltse tiisdei",
            "elke 2 maonden op elke dinsdag",
            "alle zwei Monate jeden Dienstag",
        ],
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR",
        [
            "alle 2 moannen op alle wurkdagen",
            "elke 2 maonden op elke warkdag",
            "alle zwei Monate montags bis freitags",
        ],
    ),
    (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
        [
            "eltse earste wurkdei fan de moanne",
            "elke eerste warkdag van de maond",
            "jeden ersten Arbeitstag im Monat",
        ],
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=4,5",
        [
            "alle 2 moannen op de fjirde en fyfte wurkdei",
            "elke 2 maonden op de vierde en viefde warkdag",
            "alle zwei Monate am vierten und fünften Arbeitstag",
        ],
    ),
    (
        "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1",
        [
            "eltse lêste sneon of snein fan de moanne",
            "elke leste zaoterdag of zundag van de maond",
            "jeden letzten Samstag oder Sonntag im Monat",
        ],
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=13,14;BYSETPOS=-1",
        [
            "alle moannen op de lêste fan dizze dagen: de 13e en de 14e",
            "elke maond op de leste van dizze dagen: de 13e en de 14e",
            "jeden Monat am letzten dieser Tage: 13. und 14.",
        ],
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=13,14;BYDAY=FR",
        [
            "alle moannen op de 13e en de 14e, as dat in freed is",
            "elke maond op de 13e en de 14e, as dat een vrijdag is",
            "jeden Monat am 13. und 14., wenn das ein Freitag ist",
        ],
    ),
    (
        "FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR",
        ["eltse freed de 13e", "elke vrijdag de 13e", "jeden Freitag, den 13."],
    ),
    (
        "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=27",
        ["alle jierren op 27 april", "elk jaor op 27 april", "jedes Jahr am 27. April"],
    ),
    (
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
        [
            "alle jierren op de lêste dei fan febrewaris",
            "elk jaor op de leste dag van februari",
            "jedes Jahr am letzten Tag im Februar",
        ],
    ),
    (
        "FREQ=YEARLY;BYMONTH=9;BYDAY=1SA",
        [
            "alle jierren op de earste sneon fan septimber",
            "elk jaor op de eerste zaoterdag van september",
            "jedes Jahr am ersten Samstag im September",
        ],
    ),
    (
        "FREQ=YEARLY;BYDAY=20MO",
        [
            "alle jierren op de 20e moandei fan it jier",
            "elk jaor op de 20e maandag van het jaor",
            "jedes Jahr am 20. Montag im Jahr",
        ],
    ),
    (
        "FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=15",
        [
            "alle 2 jier op de 15e fan eltse moanne",
            "elke 2 jaor op de 15e van elke maond",
            "alle zwei Jahre am 15. jedes Monats",
        ],
    ),
    (
        "FREQ=YEARLY;BYDAY=TU;BYMONTH=7",
        ["eltse tiisdei yn july", "elke dinsdag in juli", "jeden Dienstag im Juli"],
    ),
    (
        "FREQ=DAILY;BYMONTH=1,12",
        [
            "alle dagen yn desimber en jannewaris",
            "elke dag in december en januari",
            "jeden Tag im Dezember und Januar",
        ],
    ),
    (
        "FREQ=DAILY;BYMONTH=3,6,9",
        [
            "alle dagen yn maart, juny en septimber",
            "elke dag in meert, juni en september",
            "jeden Tag im März, Juni und September",
        ],
    ),
    (
        "FREQ=WEEKLY;BYMONTH=1,2,11,12;BYDAY=SU",
        [
            "eltse snein fan novimber oant en mei febrewaris",
            "elke zundag van november tot en mit februari",
            "jeden Sonntag von November bis Februar",
        ],
    ),
];

#[test]
fn every_kind_of_rule_is_put_into_words() {
    for (at, language) in LANGUAGES.into_iter().enumerate() {
        let words = words(language);
        for (rrule, described) in TABLE {
            let rule = rule_of(rrule).expect(rrule);
            assert_eq!(RuleWords::new(&words).rule(&rule, None), described[at], "{rrule}");
        }
    }
}

/// Fields of a recurring event, and the words for them.
const SERIES: &[(&str, [&str; 3])] = &[
    (
        "herhaling: elke dinsdag\nbegin: 10.00\neinde: 12.00\nbehalve: schoolvakanties",
        [
            "eltse tiisdei, 10.00–12.00 oere, net yn de skoalfakânsjes",
            "elke dinsdag, 10.00–12.00 uur, niet in de schoelvekaansies",
            "jeden Dienstag, 10:00–12:00 Uhr, nicht in den Schulferien",
        ],
    ),
    (
        "herhaling: [elke dinsdag, elke eerste zaterdag van de maand]\nvanaf: 7 januari 2027\ntot: 30 juni 2027\naantal: 10",
        [
            "eltse tiisdei en eltse earste sneon fan de moanne, fan 7 jannewaris 2027 oant en mei 30 juny 2027, 10 kear",
            "elke dinsdag en elke eerste zaoterdag van de maond, vanof 7 januari 2027 tot en mit 30 juni 2027, 10 keer",
            "jeden Dienstag und jeden ersten Samstag im Monat, vom 7. Januar 2027 bis zum 30. Juni 2027, 10-mal",
        ],
    ),
    (
        "herhaling: om de week op donderdag\nbegin: 19.30\nvanaf: 7 januari 2027",
        [
            "om de oare wike op tongersdei, 19.30 oere, fan 7 jannewaris 2027 ôf",
            "um de week op dunderdag, 19.30 uur, vanof 7 januari 2027",
            "alle zwei Wochen am Donnerstag, 19:30 Uhr, ab 7. Januar 2027",
        ],
    ),
    (
        "herhaling: elke dag\ntot: 30 juni 2027\nbehalve: [feestdagen, 24 december 2026, 31 december 2026]",
        [
            "alle dagen, oant en mei 30 juny 2027, net op feestdagen en op 24 desimber 2026 en 31 desimber 2026",
            "elke dag, tot en mit 30 juni 2027, niet op feestdagen en op 24 december 2026 en 31 december 2026",
            "jeden Tag, bis zum 30. Juni 2027, nicht an Feiertagen und am 24. Dezember 2026 und 31. Dezember 2026",
        ],
    ),
    (
        "herhaling: elke dag\naantal: 1\nbehalve: [zomervakantie, herfstvakantie, kerst]",
        [
            "alle dagen, ien kear, net yn de simmerfakânsje en de hjerstfakânsje en op earste krystdei en twadde krystdei",
            "elke dag, ien keer, niet in de zomervekaansie en de harfstvekaansie en op eerste kerstdag en tweide kerstdag",
            "jeden Tag, einmal, nicht in den Sommerferien und Herbstferien und am 1. Weihnachtstag und 2. Weihnachtstag",
        ],
    ),
    (
        "herhaling: elke zaterdag\nbegin: 10.00\neinde: 12.00\nbehalve: [juli en augustus, 21 december 2026 t/m 3 januari 2027]\nandere_tijden:\n  in: november t/m maart\n  begin: 14.00\n  einde: 16.00",
        [
            "eltse sneon, 10.00–12.00 oere, net yn july en augustus en fan 21 desimber 2026 oant en mei 3 jannewaris 2027; fan novimber oant en mei maart: 14.00–16.00 oere",
            "elke zaoterdag, 10.00–12.00 uur, niet in juli en augustus en van 21 december 2026 tot en mit 3 januari 2027; van november tot en mit meert: 14.00–16.00 uur",
            "jeden Samstag, 10:00–12:00 Uhr, nicht im Juli und August und vom 21. Dezember 2026 bis zum 3. Januar 2027; von November bis März: 14:00–16:00 Uhr",
        ],
    ),
];

#[test]
fn a_series_is_described_in_one_sentence() {
    for (at, language) in LANGUAGES.into_iter().enumerate() {
        let words = words(language);
        for (fields, described) in SERIES {
            let series = RuleWords::new(&words).series(&event(fields), day("2026-11-25"), Locale::Dutch);
            assert_eq!(series.expect("a rule").full_text, described[at], "{fields}");
        }
    }
}

#[test]
fn a_holiday_has_its_name_in_every_language() {
    let names = ["Goede Vrijdag", "tweede paasdag", "Koningsdag", "hemelvaart", "oudjaar"];
    let described = [
        ["Goedfreed", "twadde peaskedei", "Keningsdei", "Himelfeartsdei", "âldjiersdei"],
        ["Goeie Vrijdag", "tweide paosdag", "Keuningsdag", "Hemelvaortsdag", "oldejaorsdag"],
        ["Karfreitag", "Ostermontag", "Königstag", "Himmelfahrtstag", "Silvestertag"],
    ];
    let begin = ["net op", "niet op", "nicht am"];
    for (at, language) in LANGUAGES.into_iter().enumerate() {
        let words = words(language);
        for (name, described) in names.iter().zip(described[at]) {
            let event = event(&format!("herhaling: elke dag\nbehalve: {name}"));
            let series = RuleWords::new(&words).series(&event, day("2026-11-25"), Locale::Dutch);
            assert_eq!(series.expect("a rule").except, Some(format!("{} {described}", begin[at])));
        }
    }
}

#[test]
fn days_can_be_named_on_their_own() {
    let described = [
        (Exception::Months(vec![7, 8]), ["yn july en augustus", "in juli en augustus", "im Juli und August"]),
        (Exception::Day(day("2027-04-27")), ["27 april 2027", "27 april 2027", "27. April 2027"]),
        (Exception::Holiday(Holiday::KingsDay), ["Keningsdei", "Keuningsdag", "Königstag"]),
        (
            Exception::Both(Holiday::Whitsun, Holiday::WhitMonday),
            [
                "earste pinksterdei en twadde pinksterdei",
                "eerste pinksterdag en tweide pinksterdag",
                "Pfingstsonntag und Pfingstmontag",
            ],
        ),
        (Exception::PublicHolidays, ["op feestdagen", "op feestdagen", "an Feiertagen"]),
        (
            Exception::SchoolHolidays(Some("meivakantie")),
            ["yn de maaiefakânsje", "in de meivekaansie", "in den Maiferien"],
        ),
        (
            Exception::Days(day("2026-12-21"), day("2027-01-03")),
            [
                "fan 21 desimber 2026 oant en mei 3 jannewaris 2027",
                "van 21 december 2026 tot en mit 3 januari 2027",
                "vom 21. Dezember 2026 bis zum 3. Januar 2027",
            ],
        ),
    ];
    for (at, language) in LANGUAGES.into_iter().enumerate() {
        let words = words(language);
        for (days, described) in &described {
            assert_eq!(RuleWords::new(&words).days(days, Locale::Dutch), described[at]);
        }
    }
}
