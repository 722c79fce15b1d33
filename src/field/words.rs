//! Fields that take words: one line, a text in Markdown, or the parts of an address.

use std::sync::Arc;

use super::fact::{Fact, Visitor};
use super::field_value::FieldValue;
use super::messages;
use super::no_answer::reports_no_answer;
use super::note_messages;
use super::reader::FieldReader;
use super::shape::Shape;
use crate::ground::{begins_with_shortened_word, slug, typeset};
use crate::read::{Node, Prose, Span, Value, in_quotes, parse_prose};

/// Words on one line, with typographic quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line(pub String);

impl Line {
    /// Returns the words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FieldValue for Line {
    const SHAPE: Shape = Shape::Line;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        report_trailing_note(node, reader);
        report_marks_around_name(node, reader);
        let words = reader.line(node)?.split_whitespace().collect::<Vec<_>>().join(" ");
        if reports_no_answer(&words, node, reader) {
            return None;
        }
        Some(Self(typeset(&words)))
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Words(&self.0)
    }
}

/// A text in Markdown in a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Markdown(pub Arc<Prose>);

impl FieldValue for Markdown {
    const SHAPE: Shape = Shape::Markdown;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        report_trailing_note(node, reader);
        let text = reader.line(node)?.to_owned();
        let file = reader.file();
        let (prose, remarks) = parse_prose(&file.text, &text, node.span);
        remarks.into_iter().for_each(|remark| reader.report(remark));
        Some(Self(Arc::new(prose)))
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Text(&self.0)
    }

    fn visit<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        visitor.text(&self.0);
    }
}

/// Reports a `#` after words: there it is more often part of the text than a note. After a value in quotes
/// the user meant it, and `#2` is reported elsewhere.
fn report_trailing_note(node: &Node, reader: &mut FieldReader<'_>) {
    let file = reader.file();
    let (Value::Scalar(words), Some(typed)) = (&node.value, file.text.get(node.span.range())) else { return };
    let (start, end) = (node.span.start as usize, node.span.end as usize);
    let rest = file.text.get(end..).unwrap_or_default().split('\n').next().unwrap_or_default();
    let note = rest.trim_start();
    let is_note = rest.starts_with([' ', '\t']) && note.starts_with("# ") && words.trim() == typed;
    if !is_note {
        return;
    }
    let note_start = end + rest.len() - note.len();
    let with_note = file.text.get(start..end + rest.len()).unwrap_or_default();
    let place = reader.place(Span::new(note_start, end + rest.len()));
    let line_start = file.text[..start].rfind('\n').map_or(0, |line| line + 1);
    let correction = format!("{}{}", &file.text[line_start..start], in_quotes(with_note.trim_end()));
    reader.report(note_messages::trailing_note(place, correction));
}

/// Reports the quotation marks of a word processor around a whole title or name. In a value that is in YAML
/// quotes, the user meant them.
fn report_marks_around_name(node: &Node, reader: &mut FieldReader<'_>) {
    let Value::Scalar(words) = &node.value else { return };
    let typed = reader.file().text.get(node.span.range()).unwrap_or_default();
    if !reader.is_of_name() || typed != words {
        return;
    }
    if let Some(bare) = within_marks(words) {
        reader.report(note_messages::quotes_around_name(reader.place(node.span), bare));
    }
}

/// Returns what is between two curled marks that enclose all of it, not parts as in `“Ja” en “nee”`.
fn within_marks(words: &str) -> Option<&str> {
    let mut letters = words.trim().chars();
    let (opening, closing) = (letters.next()?, letters.next_back()?);
    let bare = letters.as_str();
    let is_pair = match opening {
        '“' | '”' | '„' | '‟' => matches!(closing, '”' | '“'),
        '‘' | '‚' | '‛' => closing == '’' && !begins_with_shortened_word(bare),
        '«' => closing == '»',
        _ => false,
    };
    // `‘De foto’s van Jan’`: an apostrophe in a word is not a quotation mark.
    let mut bare_letters = bare.chars();
    let is_mark = |mark: char| matches!(mark, '“' | '”' | '„' | '‟' | '«' | '»' | '"' | '‘' | '‚' | '‛');
    let marks_stay = bare.contains(is_mark) || is_loose_apostrophe(bare);
    (is_pair && !marks_stay && bare_letters.any(char::is_alphanumeric)).then(|| bare.trim())
}

/// Whether an apostrophe is anywhere but between two letters.
fn is_loose_apostrophe(words: &str) -> bool {
    words.match_indices('’').any(|(at, mark)| {
        let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        !is_letter(words[..at].chars().next_back()) || !is_letter(words[at + mark.len()..].chars().next())
    })
}

/// The last part of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlugText(pub String);

impl FieldValue for SlugText {
    const SHAPE: Shape = Shape::Slug;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        let meant = slug(typed);
        if typed == meant {
            return Some(Self(meant));
        }
        reader.report(messages::bad_slug(reader.place(node.span), typed, &meant));
        None
    }

    fn fact(&self) -> Fact<'_> {
        Fact::Words(&self.0)
    }
}

/// An address that an entry used to have: a slug within its kind, or a path from the root of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AliasAddress {
    /// The slug it had.
    Slug(String),
    /// The parts of the path it had.
    Path(Vec<String>),
}

impl FieldValue for AliasAddress {
    const SHAPE: Shape = Shape::Alias;

    fn take(node: &Node, reader: &mut FieldReader<'_>) -> Option<Self> {
        let typed = reader.line(node)?;
        let parts: Vec<&str> = typed.trim_matches('/').split('/').collect();
        let is_valid = parts.iter().all(|part| {
            let is_plain =
                part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '~'));
            is_plain && !part.is_empty() && !part.starts_with('.')
        });
        match (is_valid, parts.as_slice()) {
            (true, [single]) if !typed.starts_with('/') => Some(Self::Slug((*single).to_owned())),
            (true, parts) => Some(Self::Path(parts.iter().map(|part| (*part).to_owned()).collect())),
            _ => {
                reader.report(messages::bad_alias(reader.place(node.span), typed));
                None
            }
        }
    }

    fn fact(&self) -> Fact<'_> {
        match self {
            Self::Slug(slug) => Fact::Words(slug),
            Self::Path(parts) => Fact::List(parts.iter().map(|part| Fact::Words(part)).collect()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_quotation_marks_around_the_whole_are_removed() {
        for (words, bare) in [
            ("“Koffie in de Esrand”", "Koffie in de Esrand"),
            ("„De Esrand”", "De Esrand"),
            ("‘De Esrand’", "De Esrand"),
            ("‘De foto’s van Jan’", "De foto’s van Jan"),
            ("«De Esrand»", "De Esrand"),
        ] {
            assert_eq!(within_marks(words), Some(bare), "{words}");
        }
        for words in [
            "“Ja” en “nee”",
            "‘Ja’ en ‘nee’",
            "‘t Hoekje en de buren’",
            "’t Hoekje",
            "‘Ons’ en hun’",
            "De Esrand",
            "“De Esrand",
            "“”",
            "“…”",
            "",
        ] {
            assert_eq!(within_marks(words), None, "{words}");
        }
    }
}
