//! Finds every unknown name in templates at once, including in branches that no page of this village reaches.

use std::collections::BTreeSet;

use super::messages;
use super::recorded::{given_names, near_root, recorded};
use crate::ground::{Diagnostic, FileText, Json, Remarks, Severity, SitePath, closest};
use crate::theme::{
    Gone, GoneKind, LayerTemplate, Theme, UsedName, defined_names, gone, shared_part, used_names,
};

/// The names that the template language itself provides.
const OF_THE_LANGUAGE: [&str; 4] = ["loop", "self", "body", "__tera_context"];

/// The path of the fields of an entry.
const FIELD: &str = "entry.fields.";

/// The maximum number of unknown names per template: nobody fixes more by reading them one by one.
const MOST: usize = 2_000;

/// Reports every unknown name in the templates that do not come with the program. A name whose existence the
/// template tests is only a warning: it may come with a later version of the program.
pub(super) fn report_unknown_names(theme: &Theme, remarks: &mut Remarks) {
    if !theme.is_understood {
        return;
    }
    let known = KnownNames::of(theme);
    for template in theme.templates.iter().filter(|template| !template.is_shipped) {
        let file =
            theme.layers.get(template.layer).zip(SitePath::new(&format!("templates/{}", template.name)));
        let Some((layer, path)) = file else { continue };
        let text = FileText::new(layer.shown(&path).shared(), &template.written);
        for Unknown { at, name, near, is_tested } in unknown_names(&template.written, &known) {
            let near = if name.contains('.') { near } else { known.near_root(template, name) };
            let place = text.place(at..at + name.len());
            let remark = match known.gone(name) {
                Some(gone) => gone.remark(place),
                None => messages::unknown_name(place, name, near.as_deref()),
            };
            let severity = if is_tested { Severity::Warning } else { remark.severity };
            remarks.add(Diagnostic { severity, ..remark });
        }
    }
}

/// A name that nothing provides.
#[derive(Debug)]
struct Unknown<'t> {
    at: usize,
    name: &'t str,
    /// A known name that was perhaps meant.
    near: Option<String>,
    /// Whether the template tests somewhere whether it exists.
    is_tested: bool,
}

/// The names that templates may use.
struct KnownNames<'k> {
    theme: &'k Theme,
    contract: &'k Json,
    /// The first parts of names.
    roots: BTreeSet<&'k str>,
}

impl<'k> KnownNames<'k> {
    fn of(theme: &'k Theme) -> Self {
        let contract = recorded();
        let given = contract["templates"].as_object().into_iter().flat_map(|all| all.values());
        let given = given.chain([&contract["everywhere"]]).filter_map(Json::as_object);
        let mut roots: BTreeSet<&str> = given.flat_map(|names| names.keys()).map(String::as_str).collect();
        roots.extend(OF_THE_LANGUAGE);
        roots.extend(theme.templates.iter().flat_map(|template| defined_names(&template.written)));
        let former = theme.former.iter().flat_map(|former| former.renamed);
        roots.extend(former.map(|renamed| renamed.old_path.split('.').next().unwrap_or(renamed.old_path)));
        Self { theme, contract, roots }
    }

    /// The unknown part of a name (its length in bytes), and what was perhaps meant; `None` if all is known.
    fn unknown_part(&self, name: &str) -> Option<(usize, Option<String>)> {
        if let Some(field) = name.strip_prefix(FIELD) {
            // Templates ask for fields in conditions, where an unknown one is no error that a page reports.
            let fields = self.contract["groups"]["entry"]["fields"]["fields"].as_object()?;
            return unknown_among(FIELD, field, fields.keys().map(String::as_str));
        }
        let root = name.split('.').next().unwrap_or(name);
        let Some(path) = name.strip_prefix(root).and_then(|rest| rest.strip_prefix('.')) else {
            return unknown_among("", name, self.roots.iter().copied());
        };
        let prefix = format!("{root}.");
        match root {
            "settings" => self.unknown_setting(path),
            "shared" => unknown_among(&prefix, path, self.shared_parts()),
            "words" if self.theme.words.get(path).is_some() => None,
            "words" => {
                let keys = self.theme.words.keys();
                let near = closest(path, keys.iter().map(String::as_str));
                Some((name.len(), near.map(|near| format!("{prefix}{near}"))))
            }
            _ => match self.contract["everywhere"][root]["fields"].as_object() {
                Some(_) if self.is_former(name) => None,
                Some(fields) => unknown_among(&prefix, path, fields.keys().map(String::as_str)),
                None => unknown_among("", root, self.roots.iter().copied()),
            },
        }
    }

    /// What was perhaps meant by a name without a group: only what the pages of this template have.
    fn near_root(&self, template: &LayerTemplate, name: &str) -> Option<String> {
        let Some(given) = given_names(template.name.as_str()) else {
            return near_root(name, self.roots.iter().copied());
        };
        near_root(name, given.into_iter().chain(defined_names(&template.written)))
    }

    /// What the themes say about a setting or a word that they used to have.
    fn gone(&self, name: &str) -> Option<&'k Gone> {
        let (root, path) = name.split_once('.')?;
        let kind = match root {
            "settings" => GoneKind::Setting,
            "words" => GoneKind::Word,
            _ => return None,
        };
        gone(&self.theme.removed, kind, path)
    }

    /// A setting that nobody declared; templates know settings by their English names.
    fn unknown_setting(&self, path: &str) -> Option<(usize, Option<String>)> {
        let prefix = "settings.";
        let keys = self.theme.declared.iter().map(|it| it.key.as_str());
        let (length, near) = unknown_among(prefix, path, keys)?;
        let typed = path.split('.').next().unwrap_or(path);
        let in_dutch = closest(typed, self.theme.declared.iter().map(|it| it.dutch.as_str()));
        let of_name = self.theme.declared.iter().find(|it| Some(it.dutch.as_str()) == in_dutch);
        Some((length, near.or_else(|| of_name.map(|it| format!("{prefix}{}", it.key)))))
    }

    fn shared_parts(&self) -> impl Iterator<Item = &str> + Clone {
        self.theme.templates.iter().filter_map(|template| shared_part(template.name.as_str()))
    }

    /// Whether the earlier contract that the theme was written for has this name.
    fn is_former(&self, name: &str) -> bool {
        let mut former = self.theme.former.iter().flat_map(|former| former.renamed);
        former.any(|renamed| name == renamed.old_path || name.starts_with(&format!("{}.", renamed.old_path)))
    }
}

/// The first part of a path, when it is not a known one; its length includes what precedes the path.
fn unknown_among<'k>(
    prefix: &str,
    path: &str,
    known: impl Iterator<Item = &'k str> + Clone,
) -> Option<(usize, Option<String>)> {
    let first = path.split('.').next().filter(|first| !first.is_empty())?;
    if known.clone().any(|known| known == first) {
        return None;
    }
    let near = closest(first, known).map(|near| format!("{prefix}{near}"));
    Some((prefix.len() + first.len(), near))
}

fn unknown_names<'t>(template: &'t str, known: &KnownNames<'_>) -> Vec<Unknown<'t>> {
    // A template may define one of these names itself, with another meaning: `for page in site.pages`.
    let own_names: BTreeSet<&str> = defined_names(template).into_iter().collect();
    let used = used_names(template).into_iter();
    let used = used.filter(|it| it.name.split('.').next().is_none_or(|root| !own_names.contains(root)));
    let unknown = used.filter_map(|UsedName { at, name, is_tested }| {
        let (length, near) = known.unknown_part(name)?;
        Some(Unknown { at, name: name.get(..length)?, near, is_tested })
    });
    let mut unknown: Vec<Unknown<'_>> = unknown.take(MOST).collect();
    let tested: BTreeSet<&str> = unknown.iter().filter(|it| it.is_tested).map(|it| it.name).collect();
    unknown.iter_mut().for_each(|it| it.is_tested = tested.contains(it.name));
    unknown
}
