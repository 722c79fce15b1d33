//! Fields given twice: reports that a second entry begins, or how both values can stay. No message tells the
//! user to delete what exists only once.

use std::cell::Cell;

use super::messages;
use super::shape::{FieldInfo, Shape};
use crate::ground::{Code, Diagnostic, Place, both};
use crate::read::{Key, Node, TextFile, Value};

/// In characters: longer values are not quoted.
const LONGEST_QUOTE: usize = 40;

/// The file that says what a theme is.
const THEME_FILE: &str = "theme.yaml";

/// A field with its key and value as typed.
type Typed<'n> = (&'static FieldInfo, &'n Key, &'n Node);

/// The fields of one place, some of which are given twice.
pub(super) struct DoubledFields<'d> {
    known: &'d [Typed<'d>],
    file: &'d TextFile,
    /// All fields that this place may have.
    fields: Vec<&'static FieldInfo>,
    /// Where a second entry can go, if one begins here, and the field with which it begins.
    second: Option<(Second, &'static FieldInfo)>,
    report_count: Cell<usize>,
}

/// After this many doubled fields, a message says only that a field is doubled.
const MOST_DETAILED: usize = 60;

impl<'d> DoubledFields<'d> {
    /// Examines all fields once.
    pub(super) fn of(known: &'d [Typed<'d>], file: &'d TextFile, fields: Vec<&'static FieldInfo>) -> Self {
        Self { known, file, fields, second: second_entry(known, file), report_count: Cell::new(0) }
    }

    /// Returns the group just above a key that was left open and may hold that key.
    fn open_group_above(&self, index: usize) -> Option<(&'static FieldInfo, &'d Key)> {
        let (_, key, _) = self.known[index];
        let (group, above, node) = self.known.get(index.checked_sub(1)?)?;
        let is_at_margin = self.file.place(key.span).prefix().is_empty();
        (is_at_margin && node.value == Value::Absent && group.shape.has_key(&key.text))
            .then_some((*group, *above))
    }

    /// Returns the diagnostic for the repeated field at this index, or `None` if an earlier one covers it.
    pub(super) fn remark_on(&self, index: usize) -> Option<Diagnostic> {
        let (field, key, node) = self.known[index];
        let (_, first, before) = *first_of(self.known, field)?;
        let place = self.file.place(key.span);
        if let Some((second, start)) = &self.second {
            // All fields of a second entry are doubled; saying where it begins is enough.
            return (start.en == field.en).then(|| second.remark(place, self.file));
        }
        let remark = messages::doubled_key(place, &key.text, &first.text);
        if let Some((group, above)) = self.open_group_above(index) {
            return Some(below_group(remark, &key.text, group, &above.text));
        }
        self.report_count.set(self.report_count.get() + 1);
        if has_same_value(before, node) || self.report_count.get() > MOST_DETAILED {
            return Some(remark);
        }
        let remark = with_values(remark, before, node);
        Some(with_both_kept(remark, self.known, index, self.file, &self.fields))
    }
}

/// Reports a key that was meant for the group above it: `naam: Jan` below `contact:`, without the two spaces.
fn below_group(remark: Diagnostic, key: &str, group: &FieldInfo, above: &str) -> Diagnostic {
    let dash = if matches!(group.shape, Shape::Many(_)) { "- " } else { "" };
    let line = format!("  {dash}{}", remark.place.excerpt);
    let hint = both(
        format!("hoort deze '{key}' bij '{above}' hierboven? Laat de regel dan beginnen met twee spaties"),
        format!("does this '{key}' belong to '{above}' above? Then indent the line by two spaces"),
    );
    remark.hint(hint).correction(line)
}

/// Where a second entry can go.
enum Second {
    /// To a file of its own.
    File,
    /// To an item of its own in the list that it is in.
    Item,
}

impl Second {
    /// Reports that a second entry begins here, and how to give it a place of its own.
    fn remark(&self, place: Place, file: &TextFile) -> Diagnostic {
        let line = place.excerpt.trim().to_owned();
        let prefix = place.prefix().to_owned();
        let remark = Diagnostic::new(
            Code::DoubledKey,
            place,
            both(
                format!("hier lijkt een tweede onderdeel te beginnen: '{line}'"),
                format!("a second entry seems to begin here: '{line}'"),
            ),
        );
        match self {
            Self::File if file.path.ends_in(&["md", "markdown"]) => remark.hint(both(
                "zet alles wat bij het tweede hoort in een eigen .md-bestand, tussen twee regels met drie streepjes; er hoeft niets weg",
                "put everything that belongs to the second entry in a .md file of its own, between two lines of three dashes; there is no need to delete anything",
            )),
            Self::File => remark.hint(both(
                "zet alles wat bij het tweede hoort in een eigen bestand; er hoeft niets weg",
                "put everything that belongs to the second entry in a file of its own; there is no need to delete anything",
            )),
            Self::Item => remark
                .hint(both("zet er een streepje en een spatie voor", "put a dash and a space in front of it"))
                .correction(format!("{}- {line}", prefix.get(2..).unwrap_or_default())),
        }
    }
}

/// Finds a second entry below the first: the name and another field occur again, with different values.
fn second_entry(known: &[Typed<'_>], file: &TextFile) -> Option<(Second, &'static FieldInfo)> {
    let repeated: Vec<usize> = (0..known.len()).filter(|index| is_repeated(known, *index)).collect();
    let start = known[*repeated.first()?].0;
    let fields = || repeated.iter().map(|index| known[*index].0);
    // `titel: Koffie` and `title: Coffee` are about the same entry.
    let has_name = repeated.iter().any(|index| {
        let (field, key, _) = known[*index];
        field.is_name() && first_of(known, field).is_some_and(|(_, other, _)| other.text == key.text)
    });
    let has_more = fields().any(|field| !field.is_name());
    let differs = repeated.iter().any(|index| {
        let (field, _, node) = known[*index];
        first_of(known, field).is_some_and(|(.., before)| !has_same_value(before, node))
    });
    let (opening, first, _) = known.first().filter(|_| has_name && has_more && differs)?;
    // What occurs twice before the name does still belongs to one entry.
    if !(start.is_name() || start.en == opening.en) {
        return None;
    }
    let place = file.place(first.span);
    let second = match place.prefix() {
        "" if file.path.top().is_some() => Second::File,
        prefix if prefix.ends_with("- ") => Second::Item,
        _ => return None,
    };
    Some((second, start))
}

/// Returns the first occurrence of this field.
fn first_of<'k>(known: &'k [Typed<'k>], field: &FieldInfo) -> Option<&'k Typed<'k>> {
    known.iter().find(|(other, ..)| other.en == field.en)
}

fn is_repeated(known: &[Typed<'_>], index: usize) -> bool {
    known[..index].iter().any(|(other, ..)| other.en == known[index].0.en)
}

/// Whether two values say the same, wherever they are in the file.
fn has_same_value(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Absent, Value::Absent) => true,
        (Value::Scalar(one), Value::Scalar(other)) => one.trim() == other.trim(),
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| has_same_value(one, other))
        }
        (Value::Map(one), Value::Map(other)) => {
            one.entries.len() == other.entries.len()
                && one.entries.iter().zip(&other.entries).all(|((key, one), (other_key, other))| {
                    key.text == other_key.text && has_same_value(one, other)
                })
        }
        _ => false,
    }
}

/// Adds both values to the message, if they are short.
fn with_values(mut remark: Diagnostic, one: &Node, other: &Node) -> Diagnostic {
    let short_words = |node: &Node| match &node.value {
        Value::Scalar(words) if words.chars().count() <= LONGEST_QUOTE => Some(words.trim().to_owned()),
        _ => None,
    };
    if let (Some(one), Some(other)) = (short_words(one), short_words(other)) {
        remark.message = both(
            format!("{}: '{one}' en '{other}'", remark.message.nl),
            format!("{}: '{one}' and '{other}'", remark.message.en),
        );
    }
    remark
}

/// Adds a hint on how both values can stay.
fn with_both_kept(
    remark: Diagnostic,
    known: &[Typed<'_>],
    index: usize,
    file: &TextFile,
    fields: &[&FieldInfo],
) -> Diagnostic {
    let (field, key, node) = known[index];
    let key = &key.text;
    let of_field = known[..=index].iter().filter(|(other, ..)| other.en == field.en);
    let values: Vec<&Node> = of_field.map(|(.., node)| *node).collect();
    if values.iter().any(|node| node.value == Value::Absent) {
        return remark.hint(both(
            format!("haal de regel '{key}' weg waar niets achter staat"),
            format!("remove the line '{key}' that has nothing after it"),
        ));
    }
    match &field.shape {
        Shape::Many(_) => with_one_list(remark, key, &values, file),
        Shape::Day if field.en == "date" && fields.iter().any(|field| field.en == "extra") => {
            with_another_day(remark, known, node)
        }
        Shape::Clock if is_doubled(known, "date") => remark.hint(both(
            "hoort dit bij de tweede dag? Zet het dan bij die dag onder 'extra'",
            "does this belong to the second day? Then put it with that day under 'extra'",
        )),
        Shape::Group { fields, .. }
            if fields.first().is_some_and(|field| matches!(field.shape, Shape::File)) =>
        {
            with_only_one(remark)
        }
        Shape::Line if field.is_name() && file.path.top().is_none() => with_only_one(remark),
        Shape::Group { .. } | Shape::ByDay(_) | Shape::Hours => remark.hint(both(
            format!("zet alles samen onder één '{key}'"),
            format!("put everything together under one '{key}'"),
        )),
        // A theme has one of each, and nothing to join or to keep elsewhere.
        _ if file.path.name() == THEME_FILE => {
            remark.hint(both("haal een van de twee weg", "remove one of the two"))
        }
        Shape::Line | Shape::Markdown | Shape::Price => remark.hint(both(
            format!("zet de woorden samen achter één '{key}', of maak er twee onderdelen van"),
            format!("put the words together after one '{key}', or make two entries of them"),
        )),
        _ => with_only_one(remark),
    }
}

fn with_only_one(remark: Diagnostic) -> Diagnostic {
    remark.hint(both(
        "hier past er maar één: laat staan wat klopt, en bewaar de andere in de tekst of in een eigen bestand",
        "only one fits here: keep the right one, and put the other in the text or in a file of its own",
    ))
}

/// Suggests one list for the values of a field that takes several.
fn with_one_list(remark: Diagnostic, key: &str, values: &[&Node], file: &TextFile) -> Diagnostic {
    let prefix = remark.place.prefix().to_owned();
    let remark = remark.hint(both(
        format!("zet ze samen onder één '{key}', elk op een eigen regel met een streepje ervoor"),
        format!("put them together under one '{key}', each on a line of its own after a dash"),
    ));
    // As typed, quotation marks included.
    let typed = |node: &&Node| match node.value {
        Value::Scalar(_) => {
            file.text.get(node.span.range()).map(str::trim).filter(|typed| !typed.contains('\n'))
        }
        _ => None,
    };
    let Some(items) = values.iter().map(typed).collect::<Option<Vec<&str>>>() else { return remark };
    let indent = " ".repeat(prefix.len());
    let items: String = items.iter().map(|item| format!("\n{indent}  - {item}")).collect();
    remark.correction(format!("{prefix}{key}:{items}"))
}

/// Suggests `extra` for a second day.
fn with_another_day(remark: Diagnostic, known: &[Typed<'_>], day: &Node) -> Diagnostic {
    let prefix = remark.place.prefix().to_owned();
    let remark = remark.hint(both(
        "elke dag na de eerste hoort bij 'extra'",
        "every day after the first belongs in 'extra'",
    ));
    let has_extra = known.iter().any(|(other, ..)| other.en == "extra");
    let is_third = known.iter().filter(|(other, ..)| other.en == "date").count() > 2;
    match &day.value {
        Value::Scalar(day) if !has_extra && !is_third => {
            remark.correction(format!("{prefix}extra: {}", day.trim()))
        }
        _ => remark,
    }
}

fn is_doubled(known: &[Typed<'_>], name: &str) -> bool {
    known.iter().filter(|(field, ..)| field.en == name).count() > 1
}
