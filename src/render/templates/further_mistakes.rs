//! Finds further mistakes on a page: the engine itself stops at the first unknown name.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tera::{Context, ErrorKind, Tera};

use super::Templates;
use super::functions::begin_page;
use crate::ground::Diagnostic;
use crate::render::engine_messages::{ENDLESS, TOO_LARGE};
use crate::theme::{without_name_at, without_tag_at};

/// The maximum number of mistakes to look for on one page.
const MOST: usize = 20;

/// The maximum size of a template in bytes to search further, because every attempt goes through all of it.
const LONGEST: usize = 100_000;

/// The maximum number of sets of templates to keep.
const MOST_KEPT: usize = 16;

/// The texts of templates without the parts already reported, by name.
type ReducedTemplates = BTreeMap<String, String>;

/// Engines whose templates lack the parts already reported: many pages stop at the same name.
#[derive(Default)]
pub(super) struct Engines(Mutex<Vec<(ReducedTemplates, Arc<Tera>)>>);

impl Templates {
    /// Reports what else a page cannot show without the first error, except what removing it may have caused.
    pub(super) fn further_mistakes(
        &self,
        name: &str,
        context: &Context,
        first: &tera::Error,
    ) -> Vec<Diagnostic> {
        let (mut reduced, mut remarks) = (ReducedTemplates::new(), Vec::new());
        let mut last: Option<tera::Error> = None;
        for _ in 0..MOST {
            let error = last.as_ref().unwrap_or(first);
            let ErrorKind::RenderingError(report) = error.kind() else { break };
            let (file, at) = (report.filename(), report.span().range.start);
            let text = self.text_of(file, &reduced).filter(|text| text.len() <= LONGEST);
            let Some(text) = text else { break };
            let is_name = is_of_name(report.message());
            let rest = Some(text).filter(|_| is_name).and_then(|text| without_name_at(text, at));
            let Some(rest) = rest.or_else(|| without_tag_at(text, at)) else { break };
            reduced.insert(file.to_owned(), rest);
            let Some(engine) = self.engine_with(&reduced) else { break };
            begin_page();
            let Err(next) = engine.render_to(name, context, &mut super::Page(Vec::new())) else { break };
            let ErrorKind::RenderingError(report) = next.kind() else { break };
            let is_endless = [ENDLESS, TOO_LARGE].iter().any(|it| report.message().contains(it));
            if is_endless {
                break;
            }
            remarks.extend(
                self.diagnose_on(Some(name), &next).into_iter().filter(|_| !follows(report, &reduced, self)),
            );
            last = Some(next);
        }
        remarks
    }

    /// The text of a template without the parts already reported.
    fn text_of<'t>(&'t self, name: &str, reduced: &'t ReducedTemplates) -> Option<&'t str> {
        let written = || self.written.get(name).map(|it| &*it.template.text);
        reduced.get(name).map(String::as_str).or_else(written)
    }

    /// The engine with these templates, kept for other pages that stop at the same mistake.
    fn engine_with(&self, reduced: &ReducedTemplates) -> Option<Arc<Tera>> {
        let mut kept = self.engines.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, engine)) = kept.iter().find(|(known, _)| known == reduced) {
            return Some(Arc::clone(engine));
        }
        let mut engine = self.engine();
        let names = self.written.keys().map(String::as_str);
        let texts = names.filter_map(|name| Some((name, self.text_of(name, reduced)?)));
        engine.add_raw_templates(texts).ok()?;
        let engine = Arc::new(engine);
        if kept.len() >= MOST_KEPT {
            kept.remove(0);
        }
        kept.push((reduced.clone(), Arc::clone(&engine)));
        Some(engine)
    }
}

/// Whether the engine reports an unknown name.
fn is_of_name(message: &str) -> bool {
    ["Field `", "Variable `"].iter().any(|start| message.starts_with(start)) || is_of_list(message)
}

/// Whether the engine reports an unknown list to loop over; it then marks only the first part of the name.
pub(super) fn is_of_list(message: &str) -> bool {
    message.starts_with("Iteration not possible") && message.contains("`undefined`")
}

/// Whether a mistake may be a consequence of what was removed: it is in a tag from which something was
/// removed, and does not concern a name.
fn follows(report: &tera::ReportError, reduced: &ReducedTemplates, templates: &Templates) -> bool {
    let (file, at) = (report.filename(), report.span().range.start);
    let changed = templates.written.get(file).zip(reduced.get(file)).is_some_and(|(it, text)| {
        crate::theme::tag_around(&it.template.text, at) != crate::theme::tag_around(text, at)
    });
    changed && !is_of_name(report.message())
}
