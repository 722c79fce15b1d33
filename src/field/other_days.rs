//! Messages about a list, a rule or a weekday where one day belongs, in Dutch and English.

use super::nearly_day::{every_weekday_at, is_every_weekday};
use super::shape::FieldInfo;
use crate::ground::{Code, Date, Diagnostic, OpenDay, Place, both, day_in_words, quoted};
use crate::read::{Node, Value};

/// Reports a list of days: the first stays, and the others belong in another field.
pub(super) fn listed_days(place: Place, days: &[Node], extra: &FieldInfo) -> Diagnostic {
    let typed: Vec<&str> = days
        .iter()
        .filter_map(|day| if let Value::Scalar(typed) = &day.value { Some(typed.trim()) } else { None })
        .collect();
    let (count_nl, count_en) = match typed.len() {
        0 | 1 => (String::new(), String::new()),
        count => (format!(" van {count}"), format!(" of {count}")),
    };
    let remark = Diagnostic::new(
        Code::LineExpected,
        place,
        both(
            format!("hier hoort één dag te staan, en het is een lijst{count_nl}"),
            format!("one day belongs here, but this is a list{count_en}"),
        ),
    );
    match typed.as_slice() {
        [only] => remark.hint(both(
            format!("schrijf het op één regel: datum: {only}"),
            format!("write it on one line: date: {only}"),
        )),
        [] => remark.hint(both("zet de dag achter de dubbele punt", "put the day after the colon")),
        [first, others @ ..] => {
            let others = others.join(", ");
            remark.hint(both(
                format!(
                    "zet alleen de eerste dag achter 'datum: {first}', en op de regel eronder: {}: {others}",
                    extra.nl
                ),
                format!(
                    "write only the first day here, 'date: {first}', and on the line below: {}: {others}",
                    extra.en
                ),
            ))
        }
    }
}

/// Reports a last day that is before the first: `typed` holds both, or they are in two fields.
pub(crate) fn last_day_first(
    code: Code,
    place: Place,
    typed: Option<&str>,
    (first, last): (Date, Date),
) -> Diagnostic {
    let (first, last) = (day_in_words(first), day_in_words(last));
    let message = match typed.map(quoted) {
        Some(quote) => both(
            format!("in {quote} ligt de laatste dag ({}) vóór de eerste ({})", last.nl, first.nl),
            format!("in {quote} the last day ({}) is before the first ({})", last.en, first.en),
        ),
        None => both(
            format!("de laatste dag ({}) ligt vóór de eerste ({})", last.nl, first.nl),
            format!("the last day ({}) is before the first ({})", last.en, first.en),
        ),
    };
    Diagnostic::new(code, place, message)
        .hint(both("wissel de twee om, of kijk naar het jaar", "swap the two, or check the year"))
}

/// Reports `datum: elke dinsdag`; `field` is the one for that, and `start` the one for the time, if empty.
pub(super) fn rule_for_day(
    place: Place,
    typed: &str,
    field: &FieldInfo,
    start: Option<&FieldInfo>,
) -> Diagnostic {
    let quote = quoted(typed);
    let is_english =
        place.excerpt[place.prefix().len()..].starts_with("da") && place.excerpt.contains("date");
    let key = if is_english { field.en } else { field.nl };
    let timed_lines = start.zip(every_weekday_at(typed)).map(|(start, (rule, time))| {
        let (prefix, indent) = (place.prefix(), " ".repeat(place.prefix().len()));
        let start = if is_english { start.en } else { start.nl };
        format!("{prefix}{key}: {rule}\n{indent}{start}: {}", time.dotted())
    });
    let lines = is_every_weekday(typed).then(|| format!("{}{key}: {typed}", place.prefix())).or(timed_lines);
    let remark = Diagnostic::new(
        Code::BadDate,
        place,
        both(
            format!("hier hoort een dag, en {quote} is hoe het terugkomt"),
            format!("a day belongs here, but {quote} is how it repeats"),
        ),
    )
    .hint(both(format!("dat hoort bij '{}'", field.nl), format!("that belongs in '{}'", field.en)));
    match lines {
        Some(lines) => remark.correction(lines),
        None => remark,
    }
}

/// Reports `datum: dinsdag`; `field` is the one for how it recurs, `is_rule_given` says whether it is filled
/// in, and `open_day` is the first such day, if that may be meant.
pub(super) fn weekday_for_day(
    place: Place,
    typed: &str,
    field: &FieldInfo,
    is_rule_given: bool,
    open_day: Option<OpenDay>,
) -> Diagnostic {
    let day = typed.trim();
    let quote = quoted(day);
    let remark = Diagnostic::new(
        Code::BadDate,
        place,
        both(
            format!("hier hoort een datum, en {quote} is een dag van de week"),
            format!("a date belongs here, but {quote} is a day of the week"),
        ),
    );
    let remark = match open_day {
        Some(open_day) => remark.with_open_day(open_day),
        None => remark,
    };
    if is_rule_given {
        return remark.hint(both(
            format!("dat hoort bij '{}'; zet hier de eerste keer, zoals: 28 oktober 2026", field.nl),
            format!("that belongs in '{}'; put the first date here, such as: 28 October 2026", field.en),
        ));
    }
    remark.hint(both(
        format!(
            "is het één keer? Schrijf dan welke dag het is; komt het terug? Schrijf dan '{}: elke {day}'",
            field.nl
        ),
        format!(
            "does it happen once? Then write the date; does it repeat? Then write '{}: every {day}'",
            field.en
        ),
    ))
}
