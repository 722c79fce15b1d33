//! A template as the engine is given it: one that builds on its own name finds the layer below, and every loop counts.

use std::sync::Arc;

use super::tags::{Tag, tags};
use crate::ground::SitePath;

/// The function that counts the turns of a loop, in templates that do not come with the program.
pub const TURN: &str = "dorpsplein_turn";

/// A template of a layer.
#[derive(Clone, Debug, PartialEq)]
pub struct Prepared {
    /// The layer it stands in, from below.
    pub layer: usize,
    /// Its name, such as `venue.html`.
    pub name: SitePath,
    /// Its text as it was written.
    pub written: Arc<str>,
    /// Its text as the engine is given it.
    pub text: Arc<str>,
    /// What was put into it: at which byte of `text`, and how many bytes.
    added: Vec<(usize, usize)>,
}

impl Prepared {
    /// The byte in the text as it was written, for one in the text as the engine has it.
    pub fn written_at(&self, at: usize) -> usize {
        let before = self.added.iter().take_while(|(start, _)| *start < at);
        at - before.map(|(start, length)| (*length).min(at - start)).sum::<usize>()
    }
}

/// Why a template cannot be prepared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// It builds on a template of its own name, and no layer below has one; where the name stands.
    NothingBelow(usize, usize),
    /// One list is made inside another, which can grow beyond measure; where the tag stands.
    ListsInLists(usize, usize),
}

/// Prepares a template. `below` is the name of the nearest layer below that has a template of the same name.
pub(crate) fn prepare(
    layer: usize,
    name: SitePath,
    written: String,
    below: Option<&str>,
    is_shipped: bool,
) -> Result<Prepared, (Unfit, String)> {
    let mut insertions: Vec<(usize, String)> = Vec::new();
    for tag in tags(&written) {
        if let ("extends", Some((base, at))) = (tag.word(), tag.quoted())
            && base == name.as_str()
        {
            match below {
                Some(below) => insertions.push((at, format!("{below}/"))),
                None => return Err((Unfit::NothingBelow(at, at + base.len()), written)),
            }
        }
        if is_shipped {
            continue;
        }
        if tag.word() == "for" {
            insertions.push((tag.end, turn(&tag)));
        }
        if lists_in(&tag) > 1 {
            return Err((Unfit::ListsInLists(tag.start, tag.start + tag.inner.len()), written));
        }
    }
    let (text, added) = with(&written, &insertions);
    Ok(Prepared { layer, name, written: written.into(), text: text.into(), added })
}

/// A call that shows nothing and counts; it keeps the blanks as the tag wants them.
fn turn(tag: &Tag<'_>) -> String {
    if tag.trims_behind { format!("{{{{- {TURN}() -}}}}") } else { format!("{{{{ {TURN}() }}}}") }
}

/// How many lists a tag makes in one breath: `[x for x in y]`.
fn lists_in(tag: &Tag<'_>) -> usize {
    let loops = tag.inner.split_whitespace().filter(|word| *word == "for").count();
    loops.saturating_sub(usize::from(tag.word() == "for"))
}

fn with(written: &str, insertions: &[(usize, String)]) -> (String, Vec<(usize, usize)>) {
    let (mut text, mut added, mut from) = (String::with_capacity(written.len()), Vec::new(), 0);
    for (at, words) in insertions {
        text.push_str(&written[from..*at]);
        added.push((text.len(), words.len()));
        text.push_str(words);
        from = *at;
    }
    text.push_str(&written[from..]);
    (text, added)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prepared(written: &str, below: Option<&str>) -> Result<Prepared, Unfit> {
        let name = SitePath::new("venue.html").expect("a name");
        prepare(2, name, written.to_owned(), below, false).map_err(|(unfit, _)| unfit)
    }

    #[test]
    fn places_stay_those_of_the_text_as_it_was_written() {
        let written =
            "{% extends \"venue.html\" %}{% block more %}{% for it in list -%} x{% endfor %}{{ wrong }}";
        let template = prepared(written, Some("lvkk")).expect("a template");
        assert!(template.text.starts_with("{% extends \"lvkk/venue.html\" %}"), "{}", template.text);
        assert!(template.text.contains("list -%}{{- dorpsplein_turn() -}} x"), "{}", template.text);
        for word in ["block more", "for it", "endfor", "wrong", "extends"] {
            let at = template.text.find(word).expect(word);
            assert_eq!(template.written_at(at), written.find(word).expect(word), "{word}");
        }
    }

    #[test]
    fn what_cannot_be_prepared_is_told() {
        assert_eq!(prepared("{% extends 'venue.html' %}", None), Err(Unfit::NothingBelow(12, 22)));
        assert!(matches!(prepared("{{ [[x for x in y] for y in z] }}", None), Err(Unfit::ListsInLists(..))));
        assert!(prepared("{% for a in [b for b in c] %}{% endfor %}", None).is_ok());
    }
}
