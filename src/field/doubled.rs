//! Fields that were given twice: that a second entry begins there, or how both values can stay. Nobody is told to throw
//! away what is there only once.

use std::cell::Cell;

use super::messages;
use super::shape::{FieldInfo, Shape};
use crate::ground::{Code, Diagnostic, Place, both};
use crate::read::{Key, Node, TextFile, Value};

/// In letters: of a longer value only that there are two is said.
const LONGEST_QUOTE: usize = 40;

/// A field as it was typed.
type Typed<'n> = (&'static FieldInfo, &'n Key, &'n Node);

/// The fields of one place, of which some are there twice.
pub(super) struct Doubled<'d> {
    known: &'d [Typed<'d>],
    file: &'d TextFile,
    /// All fields that this place may have.
    fields: Vec<&'static FieldInfo>,
    /// Where a second entry can go, when one begins here, and the field with which it does.
    second: Option<(Second, &'static FieldInfo)>,
    told_count: Cell<usize>,
}

/// Of what is doubled more often, only that is told.
const MOST_TOLD: usize = 60;

impl<'d> Doubled<'d> {
    /// Looks at all of them once.
    pub(super) fn of(known: &'d [Typed<'d>], file: &'d TextFile, fields: Vec<&'static FieldInfo>) -> Self {
        Self { known, file, fields, second: second_entry(known, file), told_count: Cell::new(0) }
    }

    /// What is said of the field at this index, which is there for another time; nothing when that was said of an
    /// earlier one.
    pub(super) fn remark_on(&self, index: usize) -> Option<Diagnostic> {
        let (field, key, node) = self.known[index];
        let (_, first, before) = *first_of(self.known, field)?;
        let place = self.file.place(key.span);
        if let Some((second, start)) = &self.second {
            // All fields of a second entry are doubled; where it begins is enough.
            return (start.en == field.en).then(|| second.remark(place, self.file));
        }
        let remark = messages::doubled_key(place, &key.text, &first.text);
        self.told_count.set(self.told_count.get() + 1);
        if says_same(before, node) || self.told_count.get() > MOST_TOLD {
            return Some(remark);
        }
        let remark = with_values(remark, before, node);
        Some(with_both_kept(remark, self.known, index, self.file, &self.fields))
    }
}

/// Where a second entry can go.
enum Second {
    /// To a file of its own.
    File,
    /// To a place of its own in the list that it stands in.
    Item,
}

impl Second {
    /// That a second entry begins here, and how it gets a place of its own.
    fn remark(&self, place: Place, file: &TextFile) -> Diagnostic {
        let line = place.excerpt.trim().to_owned();
        let front = place.front().to_owned();
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
                "put all that belongs to the second in a .md file of its own, between two lines of three dashes; nothing has to go",
            )),
            Self::File => remark.hint(both(
                "zet alles wat bij het tweede hoort in een eigen bestand; er hoeft niets weg",
                "put all that belongs to the second in a file of its own; nothing has to go",
            )),
            Self::Item => remark
                .hint(both("zet er een streepje en een spatie voor", "put a dash and a blank in front of it"))
                .correction(format!("{}- {line}", front.get(2..).unwrap_or_default())),
        }
    }
}

/// Whether the fields of two entries stand below each other: the name and another field come twice, and say other things.
fn second_entry(known: &[Typed<'_>], file: &TextFile) -> Option<(Second, &'static FieldInfo)> {
    let repeated: Vec<usize> = (0..known.len()).filter(|index| is_repeated(known, *index)).collect();
    let start = known[*repeated.first()?].0;
    let fields = || repeated.iter().map(|index| known[*index].0);
    // `titel: Koffie` and `title: Coffee` are about one thing.
    let has_name = repeated.iter().any(|index| {
        let (field, key, _) = known[*index];
        field.is_name() && first_of(known, field).is_some_and(|(_, other, _)| other.text == key.text)
    });
    let has_more = fields().any(|field| !field.is_name());
    let differs = repeated.iter().any(|index| {
        let (field, _, node) = known[*index];
        first_of(known, field).is_some_and(|(.., before)| !says_same(before, node))
    });
    let (opening, first, _) = known.first().filter(|_| has_name && has_more && differs)?;
    // What comes twice before the name does, belongs to one entry still.
    if !(start.is_name() || start.en == opening.en) {
        return None;
    }
    let place = file.place(first.span);
    let second = match place.front() {
        "" if file.path.top().is_some() => Second::File,
        front if front.ends_with("- ") => Second::Item,
        _ => return None,
    };
    Some((second, start))
}

/// The first of the fields that is this one.
fn first_of<'k>(known: &'k [Typed<'k>], field: &FieldInfo) -> Option<&'k Typed<'k>> {
    known.iter().find(|(other, ..)| other.en == field.en)
}

fn is_repeated(known: &[Typed<'_>], index: usize) -> bool {
    known[..index].iter().any(|(other, ..)| other.en == known[index].0.en)
}

/// Whether two values say the same, wherever they stand.
fn says_same(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::Absent, Value::Absent) => true,
        (Value::Scalar(one), Value::Scalar(other)) => one.trim() == other.trim(),
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| says_same(one, other))
        }
        (Value::Map(one), Value::Map(other)) => {
            one.entries.len() == other.entries.len()
                && one.entries.iter().zip(&other.entries).all(|((key, one), (other_key, other))| {
                    key.text == other_key.text && says_same(one, other)
                })
        }
        _ => false,
    }
}

/// The remark with both values in it, where they are short.
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

/// The remark with how both values can stay.
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
            format!("take out the line '{key}' that has nothing behind it"),
        ));
    }
    match &field.shape {
        Shape::Many(_) => with_one_list(remark, key, &values, file),
        Shape::Day if field.en == "date" && fields.iter().any(|field| field.en == "extra") => {
            with_another_day(remark, known, node)
        }
        Shape::Clock if is_doubled(known, "date") => remark.hint(both(
            "hoort dit bij de tweede dag? Zet het dan bij die dag onder 'extra'",
            "does this belong to the second day? Then put it with that day below 'extra'",
        )),
        Shape::Group { fields, .. }
            if fields.first().is_some_and(|field| matches!(field.shape, Shape::File)) =>
        {
            with_only_one(remark)
        }
        Shape::Line if field.is_name() && file.path.top().is_none() => with_only_one(remark),
        Shape::Group { .. } | Shape::ByDay(_) | Shape::Hours => remark.hint(both(
            format!("zet alles samen onder één '{key}'"),
            format!("put all of it together below one '{key}'"),
        )),
        Shape::Line | Shape::Markdown | Shape::Price => remark.hint(both(
            format!("zet de woorden samen achter één '{key}', of maak er twee onderdelen van"),
            format!("put the words together behind one '{key}', or make two entries of it"),
        )),
        _ => with_only_one(remark),
    }
}

fn with_only_one(remark: Diagnostic) -> Diagnostic {
    remark.hint(both(
        "hier past er maar één: laat staan wat klopt, en bewaar de andere in de tekst of in een eigen bestand",
        "only one fits here: keep what is right, and put the other in the text or in a file of its own",
    ))
}

/// The remark with several values of a field that takes them as a list.
fn with_one_list(remark: Diagnostic, key: &str, values: &[&Node], file: &TextFile) -> Diagnostic {
    let front = remark.place.front().to_owned();
    let remark = remark.hint(both(
        format!("zet ze samen onder één '{key}', elk op een eigen regel met een streepje ervoor"),
        format!("put them together below one '{key}', each on a line of its own with a dash"),
    ));
    // As they were typed: with their quotes.
    let typed = |node: &&Node| match node.value {
        Value::Scalar(_) => {
            file.text.get(node.span.range()).map(str::trim).filter(|typed| !typed.contains('\n'))
        }
        _ => None,
    };
    let Some(items) = values.iter().map(typed).collect::<Option<Vec<&str>>>() else { return remark };
    let indent = " ".repeat(front.len());
    let items: String = items.iter().map(|item| format!("\n{indent}  - {item}")).collect();
    remark.correction(format!("{front}{key}:{items}"))
}

/// The remark with a second day of something that takes place on several.
fn with_another_day(remark: Diagnostic, known: &[Typed<'_>], day: &Node) -> Diagnostic {
    let front = remark.place.front().to_owned();
    let remark = remark.hint(both(
        "elke dag na de eerste hoort bij 'extra'",
        "every day after the first belongs to 'extra'",
    ));
    let has_extra = known.iter().any(|(other, ..)| other.en == "extra");
    let is_third = known.iter().filter(|(other, ..)| other.en == "date").count() > 2;
    match &day.value {
        Value::Scalar(day) if !has_extra && !is_third => {
            remark.correction(format!("{front}extra: {}", day.trim()))
        }
        _ => remark,
    }
}

fn is_doubled(known: &[Typed<'_>], name: &str) -> bool {
    known.iter().filter(|(field, ..)| field.en == name).count() > 1
}
