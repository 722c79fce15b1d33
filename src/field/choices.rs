//! Words from a list: a closed list of known words, or an open one to which users may add their own.

use std::marker::PhantomData;

use super::choice_messages::{MovedEvent, choice_of_one_day, moved_to_day, nothing_of_list, postponed};
use super::contact_messages::is_nothing;
use super::fact::Fact;
use super::field_value::FieldValue;
use super::messages;
use super::reader::FieldReader;
use super::shape::{Shape, Word};
use crate::ground::{fold, parse_date, slug, typeset};
use crate::read::Node;

/// A closed list, in which each word has a meaning in the program.
pub trait Choices: Copy + Sized + 'static {
    /// The words, in the order of [`Choices::ALL`].
    const WORDS: &'static [Word];
    /// The values that they stand for.
    const ALL: &'static [Self];

    /// Returns the word for this value.
    fn word(self) -> &'static Word;
}

/// A value from a closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice<T>(pub T);

impl<T: Choices> FieldValue for Choice<T> {
    const SHAPE: Shape = Shape::Choice(T::WORDS);

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        let choice = choice_of(typed);
        if choice.is_none() {
            let place = reader.place(node.span);
            // On a recurring event, a day after the word means that one occurrence.
            let changes = reader.missing_sibling("status", "changes").filter(|_| reader.is_given("repeats"));
            let remark = changes.and_then(|changes| choice_of_one_day(&place, typed, T::WORDS, changes));
            let remark = remark.or_else(|| moved_to_day(&place, typed, T::WORDS, &days_around(reader)));
            let remark = remark.or_else(|| postponed(&place, typed, T::WORDS, reader.is_given("repeats")));
            reader.report(remark.unwrap_or_else(|| messages::unknown_choice(place, typed, T::WORDS)));
        }
        choice.map(Self)
    }

    fn fact(&self) -> Fact<'_> {
        let label = self.0.word().label;
        Fact::Word { id: label.en, known: Some(label), typed: label.nl }
    }
}

/// Collects what the fields around a status say about days.
fn days_around(reader: &FieldReader<'_>) -> MovedEvent {
    let old_date = reader.sibling_value("date").and_then(|day| parse_date(day).ok());
    MovedEvent {
        old_date: old_date.map(|found| found.date),
        old_day: reader.missing_sibling("status", "previous_date"),
        day: reader.sibling("date"),
        to: reader.missing_sibling("status", "to"),
        is_recurring: reader.is_given("repeats"),
        locale: reader.locale().unwrap_or_default(),
    }
}

/// An open list: known words are translated, others are shown as they are.
pub trait Vocabulary: 'static {
    /// The known words.
    const WORDS: &'static [Word];
}

/// A word from an open list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenWord<V> {
    /// The known word, if it is one.
    pub known: Option<&'static Word>,
    /// What was written.
    pub typed: String,
    id: String,
    list: PhantomData<V>,
}

impl<V: Vocabulary> OpenWord<V> {
    /// Makes a value from a known word of the list, as if it had been written.
    pub fn known(word: &'static Word) -> Self {
        let typed = word.label.nl.to_owned();
        Self { known: Some(word), id: slug(&typed), typed, list: PhantomData }
    }

    /// Returns what identifies it in its list: the slug of the known Dutch word, or of what was written.
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl<V: Vocabulary> FieldValue for OpenWord<V> {
    const SHAPE: Shape = Shape::OpenWord(V::WORDS);

    fn several_of(line: &str) -> Option<Vec<&str>> {
        let is_known = |piece: &&str| position(piece.trim(), V::WORDS).is_some();
        if is_known(&line) {
            return None;
        }
        // A semicolon separates values as a comma does; other signs between words may be part of a value.
        let pieces = line.split([',', ';']).flat_map(|piece| {
            let parts: Vec<&str> = [" en ", " and ", "/", "&", "+"]
                .iter()
                .map(|sign| piece.split(sign))
                .map(|parts| parts.collect::<Vec<_>>())
                .find(|parts: &Vec<&str>| parts.len() > 1 && parts.iter().all(is_known))
                .unwrap_or_else(|| vec![piece]);
            parts
        });
        let pieces: Vec<&str> = pieces.map(str::trim).filter(|piece| !piece.is_empty()).collect();
        (pieces.len() > 1).then_some(pieces)
    }

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        let known = position(typed, V::WORDS).and_then(|index| V::WORDS.get(index));
        if known.is_none() && is_nothing(typed) {
            reader.report(nothing_of_list(reader.place(node.span), typed));
            return None;
        }
        let id = slug(known.map_or(typed, |word| word.label.nl));
        Some(Self { known, typed: typeset(typed), id, list: PhantomData })
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Word { id: &self.id, known: self.known.map(|word| word.label), typed: &self.typed }
    }
}

/// Returns the value of a closed list that a typed word stands for.
pub fn choice_of<T: Choices>(typed: &str) -> Option<T> {
    position(typed, T::WORDS).and_then(|index| T::ALL.get(index)).copied()
}

fn position(typed: &str, words: &[Word]) -> Option<usize> {
    // Usually the spelling is exact.
    let exact = words.iter().position(|word| word.spellings().any(|spelling| spelling == typed));
    exact.or_else(|| {
        let folded = fold(typed);
        words.iter().position(|word| word.spellings().any(|spelling| fold(spelling) == folded))
    })
}

/// Yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YesNo(pub bool);

impl FieldValue for YesNo {
    const SHAPE: Shape = Shape::YesNo;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        match fold(typed).as_str() {
            "ja" | "yes" | "true" | "waar" | "1" | "aan" | "on" | "j" | "y" | "wel" => Some(Self(true)),
            "nee" | "no" | "false" | "onwaar" | "0" | "uit" | "off" | "n" | "niet" | "neen" => {
                Some(Self(false))
            }
            _ => {
                reader.report(messages::bad_yes_no(reader.place(node.span), typed));
                None
            }
        }
    }

    fn fact(&self) -> Fact<'_> {
        Fact::YesNo(self.0)
    }
}

/// Declares an enum with its words: `Cancelled = "afgelast" | "cancelled" ("vervallen")`.
macro_rules! choices {
    ($(#[$doc:meta])* pub enum $name:ident {
        $($(#[$variant_doc:meta])* $variant:ident = $nl:literal | $en:literal $(($($also:literal),*))?;)*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $crate::field::Choices for $name {
            const WORDS: &'static [$crate::field::Word] = &[$(
                $crate::field::Word {
                    label: $crate::ground::Pair::new($nl, $en),
                    also: &[$($($also),*)?],
                },
            )*];
            const ALL: &'static [Self] = &[$(Self::$variant),*];

            fn word(self) -> &'static $crate::field::Word {
                &Self::WORDS[self as usize]
            }
        }
    };
}

/// Declares an open list of words: `"dorpshuis" | "village hall" ("buurthuis")`.
macro_rules! vocabulary {
    ($(#[$doc:meta])* pub list $name:ident { $($nl:literal | $en:literal $(($($also:literal),*))?;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {}

        impl $crate::field::Vocabulary for $name {
            const WORDS: &'static [$crate::field::Word] = &[$(
                $crate::field::Word {
                    label: $crate::ground::Pair::new($nl, $en),
                    also: &[$($($also),*)?],
                },
            )*];
        }
    };
}

pub(crate) use {choices, vocabulary};
