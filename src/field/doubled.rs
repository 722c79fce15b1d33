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
    all: Vec<&'static FieldInfo>,
    second: Option<(Second, &'static FieldInfo)>,
    told: Cell<usize>,
}

/// Of what is doubled more often, only that is told.
const MOST_TOLD: usize = 60;

impl<'d> Doubled<'d> {
    /// Looks at all of them once.
    pub(super) fn of(known: &'d [Typed<'d>], file: &'d TextFile, all: Vec<&'static FieldInfo>) -> Self {
        Self { known, file, all, second: second_entry(known, file), told: Cell::new(0) }
    }

    /// What is said of the field with this number, which is there for another time; nothing when that was said of an
    /// earlier one.
    pub(super) fn tell(&self, number: usize) -> Option<Diagnostic> {
        let (field, key, node) = self.known[number];
        let (_, first, before) = *first_of(self.known, field)?;
        let place = self.file.place(key.span);
        if let Some((second, start)) = &self.second {
            // All fields of a second entry are doubled; where it begins is enough.
            return (start.en == field.en).then(|| second.told(place, self.file));
        }
        let said = messages::doubled_key(place, &key.text, &first.text);
        self.told.set(self.told.get() + 1);
        if says_same(before, node) || self.told.get() > MOST_TOLD {
            return Some(said);
        }
        let said = said_with_values(said, before, node);
        Some(both_stay(said, self.known, number, self.file, &self.all))
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
    fn told(&self, place: Place, file: &TextFile) -> Diagnostic {
        let line = place.excerpt.trim().to_owned();
        let front = place.front().to_owned();
        let said = Diagnostic::new(
            Code::DoubledKey,
            place,
            both(
                format!("hier lijkt een tweede onderdeel te beginnen: '{line}'"),
                format!("a second entry seems to begin here: '{line}'"),
            ),
        );
        match self {
            Self::File if file.path.ends_in(&["md", "markdown"]) => said.hint(both(
                "zet alles wat bij het tweede hoort in een eigen .md-bestand, tussen twee regels met drie streepjes; er hoeft niets weg",
                "put all that belongs to the second in a .md file of its own, between two lines of three dashes; nothing has to go",
            )),
            Self::File => said.hint(both(
                "zet alles wat bij het tweede hoort in een eigen bestand; er hoeft niets weg",
                "put all that belongs to the second in a file of its own; nothing has to go",
            )),
            Self::Item => said
                .hint(both("zet er een streepje en een spatie voor", "put a dash and a blank in front of it"))
                .correction(format!("{}- {line}", front.get(2..).unwrap_or_default())),
        }
    }
}

/// Whether the fields of two entries stand below each other: the name and another field come twice, and say other things.
fn second_entry(known: &[Typed<'_>], file: &TextFile) -> Option<(Second, &'static FieldInfo)> {
    let again: Vec<usize> = (0..known.len()).filter(|number| is_again(known, *number)).collect();
    let start = known[*again.first()?].0;
    let fields = || again.iter().map(|number| known[*number].0);
    // `titel: Koffie` and `title: Coffee` are about one thing.
    let has_name = again.iter().any(|number| {
        let (field, key, _) = known[*number];
        field.is_name() && first_of(known, field).is_some_and(|(_, other, _)| other.text == key.text)
    });
    let has_more = fields().any(|field| !field.is_name());
    let differs = again.iter().any(|number| {
        let (field, _, node) = known[*number];
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

fn is_again(known: &[Typed<'_>], number: usize) -> bool {
    known[..number].iter().any(|(other, ..)| other.en == known[number].0.en)
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

fn said_with_values(mut said: Diagnostic, one: &Node, other: &Node) -> Diagnostic {
    let short = |node: &Node| match &node.value {
        Value::Scalar(words) if words.chars().count() <= LONGEST_QUOTE => Some(words.trim().to_owned()),
        _ => None,
    };
    if let (Some(one), Some(other)) = (short(one), short(other)) {
        said.message = both(
            format!("{}: '{one}' en '{other}'", said.message.nl),
            format!("{}: '{one}' and '{other}'", said.message.en),
        );
    }
    said
}

/// How both values can stay.
fn both_stay(
    said: Diagnostic,
    known: &[Typed<'_>],
    number: usize,
    file: &TextFile,
    all: &[&FieldInfo],
) -> Diagnostic {
    let (field, key, node) = known[number];
    let key = &key.text;
    let of_field = known[..=number].iter().filter(|(other, ..)| other.en == field.en);
    let values: Vec<&Node> = of_field.map(|(.., node)| *node).collect();
    if values.iter().any(|node| node.value == Value::Absent) {
        return said.hint(both(
            format!("haal de regel '{key}' weg waar niets achter staat"),
            format!("take out the line '{key}' that has nothing behind it"),
        ));
    }
    match &field.shape {
        Shape::Many(_) => in_one_list(said, key, &values, file),
        Shape::Day if field.en == "date" && all.iter().any(|field| field.en == "extra") => {
            on_another_day(said, known, node)
        }
        Shape::Clock if is_doubled(known, "date") => said.hint(both(
            "hoort dit bij de tweede dag? Zet het dan bij die dag onder 'extra'",
            "does this belong to the second day? Then put it with that day below 'extra'",
        )),
        Shape::Group { fields, .. }
            if fields.first().is_some_and(|field| matches!(field.shape, Shape::File)) =>
        {
            only_one_fits(said)
        }
        Shape::Line if field.is_name() && file.path.top().is_none() => only_one_fits(said),
        Shape::Group { .. } | Shape::ByDay(_) | Shape::Hours => said.hint(both(
            format!("zet alles samen onder één '{key}'"),
            format!("put all of it together below one '{key}'"),
        )),
        Shape::Line | Shape::Markdown | Shape::Price => said.hint(both(
            format!("zet de woorden samen achter één '{key}', of maak er twee onderdelen van"),
            format!("put the words together behind one '{key}', or make two entries of it"),
        )),
        _ => only_one_fits(said),
    }
}

fn only_one_fits(said: Diagnostic) -> Diagnostic {
    said.hint(both(
        "hier past er maar één: laat staan wat klopt, en bewaar de andere in de tekst of in een eigen bestand",
        "only one fits here: keep what is right, and put the other in the text or in a file of its own",
    ))
}

/// Several values of a field that takes them: a list.
fn in_one_list(said: Diagnostic, key: &str, values: &[&Node], file: &TextFile) -> Diagnostic {
    let front = said.place.front().to_owned();
    let said = said.hint(both(
        format!("zet ze samen onder één '{key}', elk op een eigen regel met een streepje ervoor"),
        format!("put them together below one '{key}', each on a line of its own with a dash"),
    ));
    // As they were typed: with their quotes.
    let typed = |node: &&Node| match node.value {
        Value::Scalar(_) => file.text.get(node.span.range()).map(str::trim).filter(|it| !it.contains('\n')),
        _ => None,
    };
    let Some(items) = values.iter().map(typed).collect::<Option<Vec<&str>>>() else { return said };
    let indent = " ".repeat(front.len());
    let items: String = items.iter().map(|item| format!("\n{indent}  - {item}")).collect();
    said.correction(format!("{front}{key}:{items}"))
}

/// A second day of something that takes place on several.
fn on_another_day(said: Diagnostic, known: &[Typed<'_>], day: &Node) -> Diagnostic {
    let front = said.place.front().to_owned();
    let said = said.hint(both(
        "elke dag na de eerste hoort bij 'extra'",
        "every day after the first belongs to 'extra'",
    ));
    let has_extra = known.iter().any(|(other, ..)| other.en == "extra");
    let is_third = known.iter().filter(|(other, ..)| other.en == "date").count() > 2;
    match &day.value {
        Value::Scalar(day) if !has_extra && !is_third => {
            said.correction(format!("{front}extra: {}", day.trim()))
        }
        _ => said,
    }
}

fn is_doubled(known: &[Typed<'_>], name: &str) -> bool {
    known.iter().filter(|(field, ..)| field.en == name).count() > 1
}
