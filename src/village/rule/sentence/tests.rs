//! Tests the phrases that villages use against the rules that calendars know them by.

use super::*;

/// Every kind of phrase that a village may use, with its calendar rule.
const PHRASES: &[(&[&str], &str)] = &[
    (
        &[
            "elke dinsdag",
            "iedere dinsdag",
            "dinsdags",
            "elke week op dinsdag",
            "wekelijks op dinsdag",
            "every Tuesday",
            "weekly on Tuesday",
        ],
        "FREQ=WEEKLY;BYDAY=TU",
    ),
    (&["elke dag", "iedere dag", "dagelijks", "every day", "daily"], "FREQ=DAILY"),
    (
        &["elke werkdag", "doordeweeks", "op werkdagen", "elke maandag t/m vrijdag", "every weekday"],
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    ),
    (&["elk weekend", "every weekend", "elke zaterdag en zondag"], "FREQ=WEEKLY;BYDAY=SA,SU"),
    (
        &[
            "om de week op donderdag",
            "om de twee weken op donderdag",
            "elke 2 weken op donderdag",
            "om de donderdag",
            "every other Thursday",
            "every 2 weeks on Thursday",
        ],
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    ),
    (
        &[
            "elke 3 weken op maandag",
            "elke drie weken op maandag",
            "om de drie weken op maandag",
            "every three weeks on Monday",
        ],
        "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO",
    ),
    (&["om de dag", "elke 2 dagen", "every other day"], "FREQ=DAILY;INTERVAL=2"),
    (
        &[
            "elke eerste en derde woensdag van de maand",
            "elke 1e en 3e woensdag",
            "eerste en derde woensdag van de maand",
            "elke maand op de eerste en derde woensdag",
            "every first and third Wednesday of the month",
        ],
        "FREQ=MONTHLY;BYDAY=1WE,3WE",
    ),
    (
        &[
            "elke laatste vrijdag van de maand",
            "laatste vrijdag van elke maand",
            "every last Friday of the month",
            "the last Friday of every month",
        ],
        "FREQ=MONTHLY;BYDAY=-1FR",
    ),
    (
        &["elke voorlaatste zondag van de maand", "de een-na-laatste zondag van de maand"],
        "FREQ=MONTHLY;BYDAY=-2SU",
    ),
    (
        &[
            "elke maand op de 15e",
            "de 15e van de maand",
            "elke 15e van de maand",
            "maandelijks op de 15e",
            "every month on the 15th",
            "the 15th of every month",
        ],
        "FREQ=MONTHLY;BYMONTHDAY=15",
    ),
    (&["elke maand op de 1e en 15e"], "FREQ=MONTHLY;BYMONTHDAY=1,15"),
    (
        &[
            "laatste dag van de maand",
            "elke laatste dag van de maand",
            "elke maand op de laatste dag",
            "the last day of the month",
        ],
        "FREQ=MONTHLY;BYMONTHDAY=-1",
    ),
    (
        &["eerste werkdag van de maand", "the first weekday of the month"],
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
    ),
    (
        &[
            "elk jaar op 27 april",
            "jaarlijks op 27 april",
            "elk jaar op de 27e april",
            "every year on 27 April",
            "every year on April 27",
        ],
        "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=27",
    ),
    (
        &["elk jaar op de eerste zaterdag van september", "every year on the first Saturday of September"],
        "FREQ=YEARLY;BYMONTH=9;BYDAY=1SA",
    ),
    (
        &["elke dinsdag en vrijdag", "elke dinsdag, vrijdag", "every Tuesday and Friday"],
        "FREQ=WEEKLY;BYDAY=TU,FR",
    ),
    (
        &[
            "elke zaterdag in april t/m oktober",
            "elke zaterdag van april tot en met oktober",
            "every Saturday in April through October",
        ],
        "FREQ=WEEKLY;BYMONTH=4,5,6,7,8,9,10;BYDAY=SA",
    ),
    (&["elke zondag in november t/m februari"], "FREQ=WEEKLY;BYMONTH=1,2,11,12;BYDAY=SU"),
    (&["elke dag in juli en augustus"], "FREQ=DAILY;BYMONTH=7,8"),
    (
        &["elke twee maanden op de eerste maandag", "om de maand op de eerste maandag"],
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO",
    ),
    (&["elk kwartaal op de laatste donderdag"], "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1TH"),
    (&["Elke Dinsdag", " elke  dinsdag ", "elke di"], "FREQ=WEEKLY;BYDAY=TU"),
    (
        &["elke 1e zaterdag v/d maand", "elke eerste zaterdag in de maand", "1e zaterdag v.d. maand"],
        "FREQ=MONTHLY;BYDAY=1SA",
    ),
    (&["laatste zaterdag v.d. maand"], "FREQ=MONTHLY;BYDAY=-1SA"),
    (
        &[
            "1x per maand op de eerste dinsdag",
            "één keer per maand op de 1e dinsdag",
            "elke eerste dinsdag in de maand",
        ],
        "FREQ=MONTHLY;BYDAY=1TU",
    ),
    (&["maandelijks, op de tweede donderdag"], "FREQ=MONTHLY;BYDAY=2TH"),
    (
        &["iedere maandagochtend", "elke maandag 's ochtends", "maandagmiddagen", "every Monday evening"],
        "FREQ=WEEKLY;BYDAY=MO",
    ),
    (&["elke week di en do", "elke week: di + do"], "FREQ=WEEKLY;BYDAY=TU,TH"),
    (
        &[
            "tweewekelijks op donderdag",
            "eens in de 2 weken op donderdag",
            "om de 14 dagen op donderdag",
            "om de andere donderdag",
            "elke andere donderdag",
            "fortnightly on Thursday",
            "every alternate Thursday",
        ],
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
    ),
    (
        &[
            "elke eerste maandag en derde woensdag van de maand",
            "derde woensdag en elke eerste maandag van de maand",
        ],
        "FREQ=MONTHLY;BYDAY=1MO,3WE",
    ),
    (&["elke eerste en derde dinsdag en vrijdag van de maand"], "FREQ=MONTHLY;BYDAY=1TU,3TU,1FR,3FR"),
    (&["elke vrijdag de 13e", "every Friday the 13th"], "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR"),
    (
        &["de op één na laatste dag van de maand", "the last but one day of the month"],
        "FREQ=MONTHLY;BYMONTHDAY=-2",
    ),
    (&["de tiende van de maand", "every month on the tenth"], "FREQ=MONTHLY;BYMONTHDAY=10"),
    (&["elke maand op de laatste dag en de 1e"], "FREQ=MONTHLY;BYMONTHDAY=1,-1"),
    (&["eerste maandag van het jaar", "every year on the first Monday of the year"], "FREQ=YEARLY;BYDAY=1MO"),
    (
        &["elk jaar op de eerste werkdag van januari", "eerste werkdag van de maand in januari"],
        "FREQ=MONTHLY;BYMONTH=1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
    ),
    (&["elk jaar op de 5e en 27e van april"], "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=5,27"),
];

#[test]
fn phrases_of_villages_become_calendar_rules() {
    for (phrases, expected) in PHRASES {
        for phrase in *phrases {
            assert_eq!(parse(phrase).map(|rule| rule.to_rrule()), Ok((*expected).to_owned()), "{phrase}");
        }
    }
}

#[test]
fn a_phrase_that_is_not_a_rule_is_refused() {
    for (text, word) in
        [("elke dinsdg", "dinsdg"), ("als het regent", "als"), ("elke dinsdag om 10 uur", "om")]
    {
        assert_eq!(parse(text), Err(SentenceError::UnknownWord(word.to_owned())), "{text}");
    }
    for text in [
        "",
        "elke",
        "elke april",
        "elke 0 weken",
        "dinsdag elke",
        "elke 40e van de maand",
        "elke zesde dinsdag van de maand",
        "elke 6e dinsdag van de maand",
        "elke 0e van de maand",
        "elk jaar op de 15e",
        "elk jaar op dinsdag",
        "elk jaar op de eerste werkdag",
        "elke eerste maandag en 15e van de maand",
    ] {
        assert_eq!(parse(text), Err(SentenceError::Order), "{text}");
    }
}

#[test]
fn months_are_read_in_words() {
    assert_eq!(months_of("november t/m maart"), Some(vec![1, 2, 3, 11, 12]));
    assert_eq!(months_of("in juli en augustus"), Some(vec![7, 8]));
    assert_eq!(months_of("dinsdag"), None);
}
