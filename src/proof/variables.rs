//! Names in templates that nothing gives: also in the corners that no page of any village comes to.

use crate::ground::{Json, closest};
use crate::theme::{Setting, Words, tags_of};

/// A name that nothing gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnknownName {
    /// The bytes of the template in which it stands.
    pub(super) place: (usize, usize),
    /// The whole name: `site.motto`.
    pub(super) name: String,
    /// A name that is given and was perhaps meant.
    pub(super) near: Option<String>,
}

/// What templates may ask for.
pub(super) struct KnownNames<'k> {
    /// The contract as a document.
    pub(super) contract: &'k Json,
    /// The settings that the themes declare.
    pub(super) settings: &'k [Setting],
    /// The words of the themes.
    pub(super) words: &'k Words,
    /// What the former contract called otherwise.
    pub(super) former: &'k [&'static str],
}

/// The names below `site`, `page`, `settings` and `words`, and the fields of an entry, in a template that nothing gives.
pub(super) fn unknown_names(template: &str, known: &KnownNames<'_>) -> Vec<UnknownName> {
    let found =
        ["site", "page", "settings", "words"].into_iter().flat_map(|root| names_below(template, root));
    let mut unknown: Vec<UnknownName> =
        found.filter_map(|(at, name)| known.judge(template, at, name)).collect();
    let fields = names_below(template, "entry");
    unknown.extend(fields.filter_map(|(at, name)| known.judge_field(template, at, name)));
    unknown.sort_by_key(|unknown| unknown.place);
    unknown
}

impl KnownNames<'_> {
    /// A field of an entry: a condition asks for it where no village has it, so no page would tell.
    fn judge_field(&self, template: &str, at: usize, name: &str) -> Option<UnknownName> {
        const FRONT: &str = "entry.fields.";
        let field = name.strip_prefix(FRONT)?.split('.').next().filter(|field| !field.is_empty())?;
        let fields = self.contract["groups"]["entry"]["fields"]["fields"].as_object()?;
        if fields.contains_key(field) {
            return None;
        }
        let near = closest(field, fields.keys().map(String::as_str)).map(|near| format!("{FRONT}{near}"));
        let end = at + FRONT.len() + field.len();
        Some(UnknownName { place: (at, end), name: template.get(at..end)?.to_owned(), near })
    }

    fn judge(&self, template: &str, at: usize, name: &str) -> Option<UnknownName> {
        let (root, path) = name.split_once('.')?;
        let first = path.split('.').next().unwrap_or(path);
        let below: Vec<String> = match root {
            "settings" => self.settings.iter().map(|setting| setting.key.clone()).collect(),
            "words" => match self.words.get(path) {
                Some(_) => return None,
                None => self.words.keys(),
            },
            root => {
                let fields = self.contract["everywhere"][root]["fields"].as_object();
                fields.map(|fields| fields.keys().cloned().collect()).unwrap_or_default()
            }
        };
        let is_former = || self.former.contains(&format!("{root}.{first}").as_str());
        if root != "words" && (below.iter().any(|known| known == first) || is_former()) {
            return None;
        }
        let wanted = if root == "words" { path } else { first };
        let near = closest(wanted, below.iter().map(String::as_str)).map(|near| format!("{root}.{near}"));
        let end = at + root.len() + 1 + wanted.len();
        Some(UnknownName { place: (at, end), name: template.get(at..end)?.to_owned(), near })
    }
}

/// Every `root.name.name` in the tags of a template, with its place.
fn names_below<'t>(template: &'t str, root: &'static str) -> impl Iterator<Item = (usize, &'t str)> {
    let tags = tags_of(template).into_iter();
    tags.flat_map(move |(start, tag)| names_in(tag, root).map(move |(at, name)| (start + at, name)))
}

fn names_in<'t>(tag: &'t str, root: &'static str) -> impl Iterator<Item = (usize, &'t str)> {
    tag.match_indices(root).filter_map(move |(at, _)| {
        let before = tag[..at].chars().next_back();
        let is_part = before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | '/' | '"'));
        let rest = &tag[at + root.len()..];
        if is_part || !rest.starts_with('.') {
            return None;
        }
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
        let end = rest.find(|c: char| !is_name(c)).unwrap_or(rest.len());
        let name = tag[at..at + root.len() + end].trim_end_matches('.');
        name.contains('.').then_some((at, name))
    })
}
