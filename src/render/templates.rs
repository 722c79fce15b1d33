//! The interface to the template engine: compiles templates once, renders them often, locates mistakes.

mod functions;
mod absent_names;
mod further_mistakes;
mod mistakes;

use std::collections::BTreeMap;
use std::io::{self, Write};

use tera::value::Key;
pub use tera::{Context, Map, Value};
use tera::{ErrorKind, Tera};

use super::engine_messages::{self, Around};
use super::messages;
use crate::ground::{Diagnostic, Place, Remarks, SitePath, closest};
use crate::theme::{Gone, LayerTemplate, Theme, base_of, left_open, shared_part};
use functions::{LARGEST_PAGE, begin_page, register};
use further_mistakes::{Engines, is_of_list};

/// The compiled templates of all layers.
pub struct Templates {
    tera: Tera,
    /// The templates by the engine's names for them, to locate mistakes.
    written: BTreeMap<String, Written>,
    /// The parts that many pages share, and their templates.
    shared: BTreeMap<String, String>,
    /// The layers in which a name without a layer is looked up, the topmost first.
    prefixes: Vec<String>,
    /// What an earlier version of the themes had and this one does not.
    removed: Vec<Gone>,
    /// Engines whose templates lack the parts already reported.
    engines: Engines,
}

/// A template as written, and the file that contains it.
struct Written {
    template: LayerTemplate,
    file: SitePath,
}

/// Builds a map of keys and values for a template, in this order.
pub fn map(entries: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    // The engine puts them in a table of its own; building that from sorted entries costs next to nothing.
    let entries =
        entries.into_iter().enumerate().map(|(number, (key, value))| (Numbered(number, key), value));
    Value::from(entries.collect::<BTreeMap<_, _>>())
}

/// A key that keeps its position.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Numbered(usize, &'static str);

impl From<Numbered> for Key<'static> {
    fn from(key: Numbered) -> Self {
        key.1.into()
    }
}

/// Marks HTML that needs no escaping.
pub fn safe(html: &str) -> Value {
    Value::safe_string(html)
}

impl Templates {
    /// Compiles the templates of a theme, and reports every mistake.
    pub fn compile(theme: &Theme, remarks: &mut Remarks) -> Self {
        let prefixes: Vec<String> =
            theme.layers.iter().rev().map(|layer| format!("{}/", layer.name)).collect();
        let names = theme.templates.iter().map(|template| template.name.as_str());
        let shared =
            names.filter_map(|name| Some((shared_part(name)?.to_owned(), name.to_owned()))).collect();
        let mut templates = Self {
            tera: Tera::new(),
            written: templates_by_name(theme),
            shared,
            prefixes,
            engines: Engines::default(),
            removed: theme.removed.clone(),
        };
        templates.tera = templates.engine();
        let is_whole = theme.templates.iter().all(|template| !template.is_aside);
        let texts = templates.written.iter().map(|(name, it)| (name.as_str(), &*it.template.text));
        if !is_whole || templates.tera.add_raw_templates(texts).is_err() {
            remarks.extend(templates.mistakes());
        }
        templates
    }

    /// Creates the engine, without any templates.
    fn engine(&self) -> Tera {
        let mut tera = Tera::new();
        register(&mut tera);
        // This can only fail when there are templates already.
        let _ = tera.set_fallback_prefixes(self.prefixes.clone());
        tera
    }

    /// The parts that many pages share: their names, and those of their templates.
    pub fn shared(&self) -> impl Iterator<Item = (&str, &str)> {
        self.shared.iter().map(|(part, template)| (part.as_str(), template.as_str()))
    }

    /// Renders a template.
    ///
    /// # Errors
    /// When the template uses something that does not exist.
    pub fn render(&self, name: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        begin_page();
        let mut filled = Page(Vec::with_capacity(USUAL_PAGE));
        let outcome = self.tera.render_to(name, context, &mut filled);
        let filled = outcome.and_then(|()| String::from_utf8(filled.0).map_err(tera::Error::from));
        filled.map_err(|error| {
            // Pages are written to memory, so an I/O error can only mean that the page became too large.
            if let ErrorKind::Io(_) = error.kind() {
                return Box::new(plain_remark(Place::of_file(name), engine_messages::TOO_LARGE));
            }
            let first = self.diagnose_on(Some(name), &error).into_iter().next();
            let first = first.unwrap_or_else(|| plain_remark(Place::of_file(name), &error.to_string()));
            let also = if engine_messages::is_endless(&first) {
                Vec::new()
            } else {
                self.further_mistakes(name, context, &error)
            };
            Box::new(Diagnostic { also, ..first })
        })
    }

    /// Renders a page, which must be a whole one.
    ///
    /// # Errors
    /// When the template uses something that does not exist, or does not produce a page.
    pub fn render_page(&self, name: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        let html = self.render(name, context)?;
        if begins_as_page(&html) {
            return Ok(html);
        }
        let root = self.topmost(name).map(|name| self.root_of(&name));
        let place = root.map_or_else(|| Place::of_file(name), |root| self.whole_file(&root));
        Err(Box::new(engine_messages::incomplete_page(place, html.trim().is_empty())))
    }

    /// Translates an error of the engine into diagnostics at the place where it was found.
    fn diagnose(&self, error: &tera::Error) -> Vec<Diagnostic> {
        self.diagnose_on(None, error)
    }

    /// Does the same for an error on a page, by the template of that page.
    fn diagnose_on(&self, page: Option<&str>, error: &tera::Error) -> Vec<Diagnostic> {
        match error.kind() {
            ErrorKind::RenderingError(report)
                if let Some(remark) = page.and_then(|page| self.absent_name(page, report)) =>
            {
                vec![remark]
            }
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let (name, range) = (report.filename(), &report.span().range);
                let around = Around { open: self.left_open(name, range.start), ..Around::default() };
                let start = self.start_of(report);
                let place = self.place(name, start, self.end_of(report).max(start + 1));
                vec![engine_messages::template_remark(place, report.message(), &around)]
            }
            ErrorKind::MissingParent { current, parent } => {
                let templates = self.written.values().map(|it| it.template.name.as_str());
                let near = closest(parent, templates.filter(|name| !current.ends_with(name)));
                // The name of another theme may be in front of it.
                let of_themes = self.written.keys().filter(|name| *name != current).map(String::as_str);
                let near = near.or_else(|| closest(parent, of_themes.filter(|_| parent.contains('/'))));
                vec![messages::template_missing(self.named_in(current, parent), parent, near)]
            }
            ErrorKind::TemplateNotFound(name) => {
                vec![messages::template_missing(Place::of_file("templates"), name, None)]
            }
            ErrorKind::Msg(text) => vec![plain_remark(Place::of_file("templates"), text)],
            other => vec![plain_remark(Place::of_file("templates"), &other.to_string())],
        }
    }

    /// The start of what a report marks; of text that is shown nowhere, the first letter.
    fn start_of(&self, report: &tera::ReportError) -> usize {
        let start = report.span().range.start;
        let text = self.written.get(report.filename()).and_then(|it| it.template.text.get(start..));
        let is_ignored = report.message().starts_with("This content would be ignored");
        let text = text.filter(|_| is_ignored).unwrap_or_default();
        start + (text.len() - text.trim_start().len())
    }

    /// The end of what a report marks; the end of the whole name, when the list to loop over does not exist.
    fn end_of(&self, report: &tera::ReportError) -> usize {
        let end = report.span().range.end;
        let text = self.written.get(report.filename()).and_then(|it| it.template.text.get(end..));
        let rest = text.filter(|_| is_of_list(report.message())).unwrap_or_default();
        end + rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.')).unwrap_or(rest.len())
    }

    /// The tag still open at a byte of a template in the engine's form, and the line on which it was opened.
    fn left_open(&self, name: &str, at: usize) -> Option<(&'static str, u32)> {
        let Written { template, file } = self.written.get(name)?;
        let (word, open) = left_open(&template.written, template.written_at(at))?;
        Some((word, Place::in_text(file.shared(), &template.written, open, open + 1).line))
    }

    /// The engine's names for a template and those that it extends, from the template down.
    fn bases_of(&self, name: &str) -> Vec<String> {
        let mut bases = vec![name.to_owned()];
        while let Some(Written { template, .. }) = bases.last().and_then(|name| self.written.get(name)) {
            let Some(base) = base_of(&template.text) else { break };
            let base = if self.written.contains_key(&base) { Some(base) } else { self.topmost(&base) };
            let Some(base) = base.filter(|base| !bases.contains(base)) else { break };
            bases.push(base);
        }
        bases
    }

    /// The template at the bottom of the chain that a template extends.
    fn root_of(&self, name: &str) -> String {
        self.bases_of(name).pop().unwrap_or_else(|| name.to_owned())
    }

    /// The engine's name for the topmost template with this name.
    fn topmost(&self, name: &str) -> Option<String> {
        let of_name = self.written.iter().filter(|(_, it)| it.template.name.as_str() == name);
        of_name.max_by_key(|(_, it)| it.template.layer).map(|(name, _)| name.clone())
    }

    fn layer_of(&self, name: &str) -> Option<usize> {
        self.written.get(name).map(|it| it.template.layer)
    }

    fn place(&self, name: &str, start: usize, end: usize) -> Place {
        let Some(Written { template, file }) = self.written.get(name) else { return Place::of_file(name) };
        let (start, end) = (template.written_at(start), template.written_at(end));
        Place::in_text(file.shared(), &template.written, start, end)
    }

    /// The place where a template first names another between quotation marks.
    fn named_in(&self, name: &str, other: &str) -> Place {
        let Some(Written { template, file }) = self.written.get(name) else { return self.whole_file(name) };
        let text = &template.written;
        let at = ['"', '\'', '`'].iter().find_map(|mark| text.find(&format!("{mark}{other}{mark}")));
        at.map_or_else(
            || self.whole_file(name),
            |at| Place::in_text(file.shared(), text, at + 1, at + 1 + other.len()),
        )
    }

    fn whole_file(&self, name: &str) -> Place {
        self.written.get(name).map_or_else(|| Place::of_file(name), |it| Place::of_file(it.file.shared()))
    }
}

fn plain_remark(place: Place, message: &str) -> Diagnostic {
    engine_messages::template_remark(place, message, &Around::default())
}

/// Whether HTML begins as a page does, after blanks and comments.
fn begins_as_page(html: &str) -> bool {
    let mut rest = html.trim_start();
    while let Some((_, after)) = rest.strip_prefix("<!--").and_then(|comment| comment.split_once("-->")) {
        rest = after.trim_start();
    }
    let begins_with =
        |word: &str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    begins_with("<!doctype html") || begins_with("<html")
}

/// The templates by the engine's names for them: `lvkk/home.html`.
fn templates_by_name(theme: &Theme) -> BTreeMap<String, Written> {
    let by_name = theme.templates.iter().filter_map(|template| {
        let layer = theme.layers.get(template.layer)?;
        let file = layer.shown(&SitePath::new(&format!("templates/{}", template.name))?);
        Some((format!("{}/{}", layer.name, template.name), Written { template: template.clone(), file }))
    });
    by_name.collect()
}

/// The initial capacity for a page in bytes; most pages are smaller and never need more.
const USUAL_PAGE: usize = 12 * 1024;

/// A page that is being rendered.
struct Page(Vec<u8>);

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.0.len() + bytes.len() > LARGEST_PAGE {
            return Err(io::Error::other(engine_messages::TOO_LARGE));
        }
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
