//! The parts of a field's description: its names, what it takes, and whether it is required.

use crate::ground::{Locale, Pair, fold};

/// Whether a field is required.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Without it, the entry is of no use.
    Required,
    /// It may be left out.
    Optional,
    /// It is required if none of these other fields is given.
    Unless(&'static [&'static str]),
}

/// The description of one field.
#[derive(Clone, Copy, Debug)]
pub struct FieldInfo {
    /// The English key; code uses this one.
    pub en: &'static str,
    /// The Dutch key.
    pub nl: &'static str,
    /// Other words that users write for it.
    pub also: &'static [&'static str],
    /// Whether it is required.
    pub need: Need,
    /// What it takes.
    pub shape: Shape,
    /// One sentence of help.
    pub help: Pair,
}

impl FieldInfo {
    /// Returns the key in one language.
    pub fn name(&self, locale: Locale) -> &'static str {
        Pair::new(self.nl, self.en).in_locale(locale)
    }

    /// Whether it names an item: a required line of words.
    pub fn is_name(&self) -> bool {
        self.need == Need::Required && matches!(self.shape, Shape::Line)
    }

    /// Returns words without the name of the field in front, as in `naam Grote zaal`.
    pub(super) fn unnamed<'w>(&self, words: &'w str) -> &'w str {
        let (first, rest) = words.split_once(' ').unwrap_or((words, ""));
        if self.is_named(first) && !rest.trim().is_empty() { rest.trim() } else { words }
    }

    /// Whether this is one of its names, whatever the spelling.
    pub(crate) fn is_named(&self, key: &str) -> bool {
        let typed = squeezed(key);
        self.names().any(|name| is_squeezed(name, &typed))
    }

    /// Returns every word that stands for this field.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.en, self.nl].into_iter().chain(self.also.iter().copied())
    }
}

/// What a field takes.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// Words on one line.
    Line,
    /// A text in Markdown.
    Markdown,
    /// A day.
    Day,
    /// A time of the day.
    Clock,
    /// Yes or no.
    YesNo,
    /// A whole number within bounds.
    WholeNumber {
        /// The smallest.
        least: i64,
        /// The largest.
        most: i64,
    },
    /// A number that may have a fraction.
    Decimal,
    /// An amount of money, "free", or words.
    Price,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// An address on the web.
    Web,
    /// A Dutch postcode.
    Postcode,
    /// A number of exactly this many digits, kept as written.
    Digits(usize),
    /// The last part of an address.
    Slug,
    /// An address on this site that an entry used to have.
    Alias,
    /// A colour.
    Colour,
    /// A point of a photo, in words or in percentages.
    Focus,
    /// A time zone of the IANA database.
    TimeZone,
    /// One word of a closed list.
    Choice(&'static [Word]),
    /// One word of a list to which users may add.
    OpenWord(&'static [Word]),
    /// The slug or name of another entry.
    Reference(&'static KindInfo),
    /// A file in `media/` or `documents/`.
    File,
    /// Yes or no, or words about who said yes and when; never shown.
    Consent,
    /// How something recurs, in words or as a calendar rule.
    Rule,
    /// A day, a period, or a word for days: public holidays, school holidays.
    Except,
    /// Hours per weekday.
    Hours,
    /// Keys of its own; `short` if a single line will do as well.
    Group {
        /// The keys.
        fields: &'static [FieldInfo],
        /// An example of the single line.
        short: Option<&'static str>,
    },
    /// Words or keys of its own for every day that is named; those keys do not repeat the day.
    ByDay(&'static [FieldInfo]),
    /// Keys that are described elsewhere.
    Free,
    /// One value, or a list.
    Many(&'static Shape),
    /// One or the other.
    Either(&'static Shape, &'static Shape),
}

impl Shape {
    /// Returns the words that a value may be, if it comes from a list.
    pub(super) fn words(&self) -> &'static [Word] {
        match self {
            Self::Choice(words) | Self::OpenWord(words) => words,
            Self::Many(one) => one.words(),
            _ => &[],
        }
    }

    /// Whether a value may have this key.
    pub(super) fn has_key(&self, key: &str) -> bool {
        self.fields().iter().any(|field| field.is_named(key))
    }

    /// Returns the keys of its own that a value may have.
    pub fn fields(&self) -> &'static [FieldInfo] {
        match self {
            Self::Group { fields, .. } => fields,
            Self::Many(one) => one.fields(),
            Self::Either(one, other) => match one.fields() {
                [] => other.fields(),
                fields => fields,
            },
            _ => &[],
        }
    }
}

/// Reduces a name to its letters and digits.
pub(crate) fn squeezed(name: &str) -> String {
    fold(name).replace(' ', "")
}

/// Whether a name squeezes to `as_this`. Every key is compared with many names, nearly all of them ASCII, and
/// those are compared without building a string.
pub(crate) fn is_squeezed(name: &str, as_this: &str) -> bool {
    if !name.is_ascii() {
        return squeezed(name) == as_this;
    }
    let letters = name.bytes().filter(u8::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase());
    letters.eq(as_this.bytes())
}

/// A word from a list, in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word in both languages.
    pub label: Pair,
    /// Other words for it.
    pub also: &'static [&'static str],
}

impl Word {
    /// Returns every way to write it.
    pub fn spellings(&self) -> impl Iterator<Item = &'static str> {
        [self.label.nl, self.label.en].into_iter().chain(self.also.iter().copied())
    }
}

/// What a kind of entry is called, and where its entries are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindInfo {
    /// Its name in code, templates and `dorp.json`.
    pub id: &'static str,
    /// The folder its files are in.
    pub folder: Pair,
    /// One of them, with its article: "de locatie".
    pub one: Pair,
    /// Several of them: "locaties".
    pub many: Pair,
    /// The first part of its addresses; empty for entries at the root of the site.
    pub address: Pair,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_matches_however_it_is_written() {
        for name in ["opening_hours", "Opening hours", "foto's", "één-twee", "", "'t Hof", "a.b 2"] {
            for key in ["opening_hours", "openinghours", "fotos", "een twee", "", "THof", "ab2", "x"] {
                let typed = squeezed(key);
                assert_eq!(is_squeezed(name, &typed), squeezed(name) == typed, "{name} {key}");
            }
        }
    }
}
