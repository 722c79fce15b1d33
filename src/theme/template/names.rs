//! The names that a template uses, and those that it defines itself.

use super::lists::{Piece, pieces};
use super::tags::{Tag, tags};

/// A name that a template uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UsedName<'t> {
    /// The byte where it begins.
    pub at: usize,
    /// The whole name: `site.name`.
    pub name: &'t str,
    /// Whether its tag tests whether something exists, or says what to show instead: `{% if site.name %}`.
    pub is_tested: bool,
}

/// Words of the language that may occur in the place of a name.
const WORDS: [&str; 17] = [
    "in", "is", "not", "and", "or", "if", "elif", "else", "for", "true", "True", "false", "False", "none",
    "None", "null", "filter",
];

/// Statements in which the word after the first is a name that is defined there, or a text.
const NAMING: [&str; 6] = ["block", "endblock", "component", "endcomponent", "extends", "include"];

/// Words with which a tag tests whether something exists.
const TESTING: [&str; 8] = ["if", "elif", "is", "not", "and", "or", "default", "get"];

/// Returns every name that a template uses, with its position.
pub fn used_names(text: &str) -> Vec<UsedName<'_>> {
    let tags = tags(text);
    // The engine itself reports a tag with a sign that the language does not know.
    let all = tags.iter().filter(|tag| !NAMING.contains(&tag.word()) && !has_odd_sign(tag));
    all.flat_map(|tag| names_used_in(text, tag)).collect()
}

fn has_odd_sign(tag: &Tag<'_>) -> bool {
    const KNOWN: &[u8] = b"+-*/%!.?,:~=|<>()[]{}@";
    pieces(tag.inner).iter().any(|(_, _, piece)| matches!(piece, Piece::Mark(mark) if !KNOWN.contains(mark)))
}

fn names_used_in<'t>(text: &'t str, tag: &Tag<'_>) -> Vec<UsedName<'t>> {
    let pieces = pieces(tag.inner);
    let piece = |at: usize| pieces.get(at).map(|(_, _, piece)| *piece);
    let before = |at: usize| at.checked_sub(1).and_then(piece);
    let is_tested = pieces.iter().any(|(_, _, piece)| match piece {
        Piece::Word(word) => TESTING.contains(word),
        Piece::Mark(mark) => *mark == b'?',
        _ => false,
    });
    let (calls_component, mut depth) = (calls_component(tag.inner), 0_usize);
    let mut found = Vec::new();
    for (number, (start, _, one)) in pieces.iter().enumerate() {
        match one {
            Piece::Mark(b'{') => depth += 1,
            Piece::Mark(b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        let Piece::Word(word) = one else { continue };
        let is_own = number == 0 && tag.is_statement || is_set(tag.word(), number) || WORDS.contains(word);
        // The name of an attribute of a component, or of the component itself.
        let is_attribute = calls_component && depth == 0;
        let (last, last_but_one) = (before(number), number.checked_sub(2).and_then(piece));
        let is_test = last == Some(Piece::Word("is"))
            || (last, last_but_one) == (Some(Piece::Word("not")), Some(Piece::Word("is")));
        let is_closing = (last, last_but_one) == (Some(Piece::Mark(b'/')), Some(Piece::Mark(b'<')));
        let is_called = is_test
            || is_closing
            || matches!(last, Some(Piece::Mark(b'|') | Piece::Word("filter")))
            || piece(number + 1) == Some(Piece::Mark(b'('));
        let is_argument =
            piece(number + 1) == Some(Piece::Mark(b'=')) && piece(number + 2) != Some(Piece::Mark(b'='));
        if is_own || is_attribute || is_called || is_argument {
            continue;
        }
        let at = tag.start + start;
        let rest = text.get(at..).unwrap_or_default();
        let end = rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.')).unwrap_or(rest.len());
        let name = rest.get(..end).unwrap_or_default().trim_end_matches('.');
        found.push(UsedName { at, name, is_tested });
    }
    found
}

/// Whether a word is the name under which `set` keeps something.
fn is_set(statement: &str, number: usize) -> bool {
    number == 1 && matches!(statement, "set" | "set_global")
}

pub(super) fn calls_component(inner: &str) -> bool {
    inner.match_indices('<').any(|(at, _)| {
        inner
            .get(at + 1..)
            .and_then(|rest| rest.chars().next())
            .is_some_and(|c| c.is_alphabetic() || c == '_')
    })
}

/// Returns the names that a template defines itself: what it keeps, loops over, or takes as a component.
/// Rather one too many than one too few.
pub fn defined_names(text: &str) -> Vec<&str> {
    let mut names_made = Vec::new();
    for tag in tags(text) {
        let Some(inner) = text.get(tag.start..tag.start + tag.inner.len()) else { continue };
        let words: Vec<&str> = pieces(inner)
            .into_iter()
            .filter_map(|(start, end, piece)| match piece {
                Piece::Word(_) | Piece::Part => inner.get(start..end),
                _ => None,
            })
            .collect();
        match tag.word() {
            "set" | "set_global" => names_made.extend(words.get(1)),
            "component" => names_made.extend(words.iter().skip(1)),
            _ => {}
        }
        // `for a, b in …`, as a statement and within a list.
        for (number, _) in words.iter().enumerate().filter(|(_, word)| **word == "for") {
            let names = words.iter().skip(number + 1).take(2).take_while(|word| **word != "in");
            names_made.extend(names);
        }
    }
    names_made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_distinguished_from_lookalikes() {
        for (text, names) in [
            ("{{ site.nme }} {{ site.nam }}", vec!["site.nme", "site.nam"]),
            ("{{ a | upper | fill(date=b.c, n=\"x\") ~ 'd' }}", vec!["a", "b.c"]),
            ("{% for a in b.c[d] if not a is defined %}", vec!["a", "b.c", "d", "a"]),
            ("{% set a = b == c %}{% set d %}{% endset %}", vec!["b", "c"]),
            ("{{ <card of={it.x} wide name=\"x\" /> }}", vec!["it.x"]),
            ("{% block content %}{% endblock content %}{% include \"a.html\" %}", vec![]),
            ("{% filter upper %}{% endfilter %}{{ range(end=3) }}{{ [x for x in y] }}", vec!["x", "x", "y"]),
            ("{{ “a” }}{{ a & b }}{% </card> %}{{ a != b }}", vec!["a", "b"]),
            ("{% if a <b %}{# {{ c }} #}{% raw %}{{ d }}{% endraw %}", vec![]),
        ] {
            let found: Vec<&str> = used_names(text).iter().map(|used| used.name).collect();
            assert_eq!(found, names, "{text}");
            assert!(used_names(text).iter().all(|used| text[used.at..].starts_with(used.name)));
        }
    }

    #[test]
    fn a_test_for_existence_is_recognised() {
        for (text, is_tested) in [
            ("{{ site.x }}", false),
            ("{% if site.x %}", true),
            ("{{ site.x | default(value=1) }}", true),
            ("{{ site.x?.y }}", true),
            ("{% for a in site.x %}", false),
        ] {
            assert!(
                used_names(text)
                    .iter()
                    .filter(|it| it.name.starts_with("site"))
                    .all(|it| it.is_tested == is_tested),
                "{text}"
            );
        }
    }

    #[test]
    fn names_that_a_template_defines_are_recognised() {
        let text = "{% set a = 1 %}{% set_global b %}{% endset %}{% for c, d in e %}{{ [f for f in g] }}{% component h(i: string, j=1) %}";
        let made = defined_names(text);
        for name in ["a", "b", "c", "d", "f", "h", "i", "j"] {
            assert!(made.contains(&name), "{name}: {made:?}");
        }
        assert!(!made.contains(&"e") && !made.contains(&"g"), "{made:?}");
    }
}
