//! A template in the form for the engine: one that builds on its own name finds the layer below, and
//! everything that can be repeated is counted.

use std::sync::Arc;

use super::aside::stand_in;
use super::lists::{lists_in, made_count};
use super::tags::{Tag, tags};
use crate::ground::SitePath;

/// The function that counts what templates do that are not the program's: each turn of a loop, each time a
/// block, a component or another template is filled, what lists are made of, and the size of kept values.
pub const TURN: &str = "dorpsplein_turn";

/// The argument with the list to loop over, which the function returns.
pub const TURN_LIST: &str = "list";

/// The argument with the value that was kept under a name.
pub const TURN_KEPT: &str = "kept";

/// The argument with the number of lists and maps that were made for that value.
pub const TURN_MADE: &str = "made";

/// A template of a layer.
#[derive(Clone, Debug, PartialEq)]
pub struct LayerTemplate {
    /// The number of its layer, from below.
    pub layer: usize,
    /// Its name, such as `venue.html`.
    pub name: SitePath,
    /// Its text as written.
    pub written: Arc<str>,
    /// Its text in the form for the engine.
    pub text: Arc<str>,
    /// What was inserted: at which byte of `text`, and how many bytes.
    added: Vec<(usize, usize)>,
    /// Whether it comes with the program.
    pub is_shipped: bool,
    /// Whether a stand-in takes its place, because something in it was reported already.
    pub is_aside: bool,
}

impl LayerTemplate {
    /// Makes a stand-in for a template that is unfit for the engine, so that what builds on it is still checked.
    pub(crate) fn aside(layer: usize, name: SitePath, written: String) -> Self {
        let text = stand_in(&written, None).into();
        Self {
            layer,
            name,
            written: written.into(),
            text,
            added: Vec::new(),
            is_shipped: false,
            is_aside: true,
        }
    }

    /// Makes a template in the form for the engine: its base is named with its layer, and what it does is
    /// counted, unless it comes with the program. `below` is the nearest layer below with such a template.
    pub(crate) fn for_engine(
        layer: usize,
        name: SitePath,
        written: String,
        below: Option<&str>,
        is_shipped: bool,
    ) -> Result<Self, (UnfitTemplate, String)> {
        let (mut insertions, mut kept): (Vec<(usize, String)>, Vec<String>) = Default::default();
        for tag in tags(&written) {
            if let ("extends", Some((base, at))) = (tag.word(), tag.quoted())
                && base == name.as_str()
            {
                match below {
                    Some(below) => insertions.push((at, format!("{below}/"))),
                    None => return Err((UnfitTemplate::NothingBelow(at, at + base.len()), written)),
                }
            }
            if is_shipped {
                continue;
            }
            let lists = lists_in(&tag);
            if lists.len() > 1 {
                return Err((UnfitTemplate::ListsInLists(tag.start, tag.start + tag.inner.len()), written));
            }
            for (start, end) in lists {
                insertions.push((start, format!(" {TURN}({TURN_LIST}=")));
                insertions.push((end, ")".to_owned()));
            }
            insertions
                .extend(count_arguments(&tag, &mut kept).map(|given| (tag.end, counting_call(&tag, &given))));
        }
        let (text, added) = with_insertions(&written, &insertions);
        Ok(Self {
            layer,
            name,
            written: written.into(),
            text: text.into(),
            added,
            is_shipped,
            is_aside: false,
        })
    }

    /// Puts it aside, and lets a stand-in take its place.
    pub(crate) fn set_aside(&mut self) {
        self.text = stand_in(&self.written, None).into();
        self.added.clear();
        self.is_aside = true;
    }

    /// Returns the byte in the text as written, for one in the text for the engine.
    pub fn written_at(&self, at: usize) -> usize {
        let before = self.added.iter().take_while(|(start, _)| *start < at);
        at - before.map(|(start, length)| (*length).min(at - start)).sum::<usize>()
    }
}

/// Why a template is unfit for the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnfitTemplate {
    /// It builds on a template of its own name, and no layer below has one; with the position of the name.
    NothingBelow(usize, usize),
    /// A list is made inside another, which can grow beyond measure; with the position of the tag.
    ListsInLists(usize, usize),
}

/// Returns the arguments of the counting call after a tag, or `None` if the tag is not counted. `kept` holds
/// the names under which the texts that are still open will be kept.
///
/// Blocks count too: each layer can show the block below it more than once.
fn count_arguments(tag: &Tag<'_>, kept: &mut Vec<String>) -> Option<String> {
    let given = |name: &str| format!("{TURN_KEPT}={name}");
    match tag.word() {
        "for" | "block" | "component" | "include" => Some(String::new()),
        set @ ("set" | "set_global") => {
            let rest = tag.inner.trim_start().strip_prefix(set)?.trim_start();
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
            let (name, value) = rest.split_at(end);
            if value.trim_start().starts_with('=') {
                return Some(match made_count(tag) {
                    0 => given(name),
                    made => format!("{}, {TURN_MADE}={made}", given(name)),
                });
            }
            kept.push(name.to_owned());
            None
        }
        "endset" => kept.pop().map(|name| given(&name)),
        _ => None,
    }
}

/// Returns a call that counts and shows nothing; it trims whitespace as the tag does.
fn counting_call(tag: &Tag<'_>, given: &str) -> String {
    if tag.trims_after {
        format!("{{{{- {TURN}({given}) -}}}}")
    } else {
        format!("{{{{ {TURN}({given}) }}}}")
    }
}

/// Inserts something at these bytes, and returns the text with the positions of what was inserted.
fn with_insertions(written: &str, insertions: &[(usize, String)]) -> (String, Vec<(usize, usize)>) {
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

    fn prepared(written: &str, below: Option<&str>) -> Result<LayerTemplate, UnfitTemplate> {
        let name = SitePath::new("venue.html").expect("a name");
        LayerTemplate::for_engine(2, name, written.to_owned(), below, false).map_err(|(unfit, _)| unfit)
    }

    #[test]
    fn positions_refer_to_the_text_as_written() {
        let written = "{% extends \"venue.html\" %}{% block more %}{% for it in list -%} x{% endfor %}{{ [a for a in ours if a] }}{{ wrong }}";
        let template = prepared(written, Some("lvkk")).expect("a template");
        assert!(template.text.starts_with("{% extends \"lvkk/venue.html\" %}"), "{}", template.text);
        assert!(template.text.contains("list -%}{{- dorpsplein_turn() -}} x"), "{}", template.text);
        for word in ["block more", "for it", "endfor", "ours", "if a", "wrong", "extends"] {
            let at = template.text.find(word).expect(word);
            assert_eq!(template.written_at(at), written.find(word).expect(word), "{word}");
        }
    }

    #[test]
    fn everything_that_can_repeat_is_counted() {
        for (written, text) in [
            ("{% for a in b %}{% endfor %}", "{% for a in b %}{{ dorpsplein_turn() }}{% endfor %}"),
            ("{% block a -%} b", "{% block a -%}{{- dorpsplein_turn() -}} b"),
            ("{% component a(b) %}{{ b }}", "{% component a(b) %}{{ dorpsplein_turn() }}{{ b }}"),
            ("{% include 'a.html' %}", "{% include 'a.html' %}{{ dorpsplein_turn() }}"),
            ("{{ [a for a in b if a] }}", "{{ [a for a in dorpsplein_turn(list= b )if a] }}"),
            ("{% set a = b %}", "{% set a = b %}{{ dorpsplein_turn(kept=a) }}"),
            ("{% set a = [b] %}", "{% set a = [b] %}{{ dorpsplein_turn(kept=a, made=1) }}"),
            (
                "{% set a %}{% set_global b|upper %}{% endset -%}{% endset %}",
                "{% set a %}{% set_global b|upper %}{% endset -%}{{- dorpsplein_turn(kept=b) -}}\
                 {% endset %}{{ dorpsplein_turn(kept=a) }}",
            ),
        ] {
            assert_eq!(&*prepared(written, None).expect(written).text, text);
            let name = SitePath::new("venue.html").expect("a name");
            let shipped = LayerTemplate::for_engine(0, name, written.to_owned(), None, true).expect(written);
            assert_eq!(&*shipped.text, written, "what comes with the program stays as it is");
        }
    }

    #[test]
    fn templates_unfit_for_the_engine_are_reported() {
        let glued = "{{ [[x for x in range(end=20000)]for y in range(end=20000)] }}";
        assert!(matches!(prepared(glued, None), Err(UnfitTemplate::ListsInLists(..))));
        assert_eq!(prepared("{% extends 'venue.html' %}", None), Err(UnfitTemplate::NothingBelow(12, 22)));
        assert!(matches!(
            prepared("{{ [[x for x in y] for y in z] }}", None),
            Err(UnfitTemplate::ListsInLists(..))
        ));
        assert!(prepared("{% for a in [b for b in c] %}{% endfor %}", None).is_ok());
    }
}
