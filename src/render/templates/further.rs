//! What else a page cannot show: the engine stops at the first name that is not there, and all of them are to be told.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use tera::{Context, ErrorKind, Tera};

use super::Templates;
use super::functions::begin_page;
use crate::ground::Diagnostic;
use crate::render::engine_messages::{ENDLESS, TOO_LARGE};
use crate::theme::{without_name_at, without_tag_at};

/// No more than so many mistakes are looked for on one page.
const MOST: usize = 20;

/// In a template of more bytes nothing further is looked for: each look goes through all of it.
const LONGEST: usize = 100_000;

/// No more than so many sets of templates are kept.
const MOST_KEPT: usize = 16;

/// The texts of templates without what was told of them, by their names.
type Mended = BTreeMap<String, String>;

/// Templates without what was told of them: many pages stop at the same name.
#[derive(Default)]
pub(super) struct Engines(Mutex<Vec<(Mended, Arc<Tera>)>>);

impl Templates {
    /// What a page could not show besides, once what stopped it is left out; nothing of what may only follow from that.
    pub(super) fn further(&self, name: &str, context: &Context, first: &tera::Error) -> Vec<Diagnostic> {
        let (mut mended, mut remarks) = (Mended::new(), Vec::new());
        let mut last: Option<tera::Error> = None;
        for _ in 0..MOST {
            let error = last.as_ref().unwrap_or(first);
            let ErrorKind::RenderingError(report) = error.kind() else { break };
            let (file, at) = (report.filename(), report.span().range.start);
            let text = self.text_of(file, &mended).filter(|text| text.len() <= LONGEST);
            let Some(text) = text else { break };
            let is_name = is_of_name(report.message());
            let rest = Some(text).filter(|_| is_name).and_then(|text| without_name_at(text, at));
            let Some(rest) = rest.or_else(|| without_tag_at(text, at)) else { break };
            mended.insert(file.to_owned(), rest);
            let Some(engine) = self.engine_with(&mended) else { break };
            begin_page();
            let Err(next) = engine.render_to(name, context, &mut super::Page(Vec::new())) else { break };
            let ErrorKind::RenderingError(report) = next.kind() else { break };
            let is_endless = [ENDLESS, TOO_LARGE].iter().any(|it| report.message().contains(it));
            if is_endless {
                break;
            }
            remarks.extend(self.diagnose(&next).into_iter().filter(|_| !follows(report, &mended, self)));
            last = Some(next);
        }
        remarks
    }

    /// A template as it is without what was told of it.
    fn text_of<'t>(&'t self, name: &str, mended: &'t Mended) -> Option<&'t str> {
        let written = || self.written.get(name).map(|it| &*it.template.text);
        mended.get(name).map(String::as_str).or_else(written)
    }

    /// The engine with these templates, kept for the pages that stop at the same.
    fn engine_with(&self, mended: &Mended) -> Option<Arc<Tera>> {
        let mut kept = self.engines.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, engine)) = kept.iter().find(|(known, _)| known == mended) {
            return Some(Arc::clone(engine));
        }
        let mut engine = self.engine();
        let names = self.written.keys().map(String::as_str);
        let texts = names.filter_map(|name| Some((name, self.text_of(name, mended)?)));
        engine.add_raw_templates(texts).ok()?;
        let engine = Arc::new(engine);
        if kept.len() >= MOST_KEPT {
            kept.remove(0);
        }
        kept.push((mended.clone(), Arc::clone(&engine)));
        Some(engine)
    }
}

/// Whether the engine says of a name that it is not there.
fn is_of_name(message: &str) -> bool {
    ["Field `", "Variable `"].iter().any(|start| message.starts_with(start)) || is_of_list(message)
}

/// Whether it says that there is no list of this name to go through: it marks the first part of the name then.
pub(super) fn is_of_list(message: &str) -> bool {
    message.starts_with("Iteration not possible") && message.contains("`undefined`")
}

/// Whether a mistake may only follow from what was left out: it stands in a tag of which something was, and it is none of a
/// name.
fn follows(report: &tera::ReportError, mended: &Mended, templates: &Templates) -> bool {
    let (file, at) = (report.filename(), report.span().range.start);
    let changed = templates.written.get(file).zip(mended.get(file)).is_some_and(|(it, text)| {
        crate::theme::tag_around(&it.template.text, at) != crate::theme::tag_around(text, at)
    });
    changed && !is_of_name(report.message())
}
