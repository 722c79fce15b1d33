//! The door to the template engine: templates compiled once, filled many times, and their mistakes placed.

mod functions;
mod further;
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
use further::{Engines, is_of_list};

/// Compiled templates of all layers.
pub struct Templates {
    tera: Tera,
    /// The templates by the names the engine knows, for the places in messages.
    written: BTreeMap<String, Written>,
    /// The parts that many pages share, and their templates.
    shared: BTreeMap<String, String>,
    /// Where a name without a layer in front is looked for, the topmost first.
    prefixes: Vec<String>,
    /// What the themes had in a former version and have no more.
    removed: Vec<Gone>,
    /// What became of the templates without what was told of them.
    engines: Engines,
}

/// A template as it was written, and the file it stands in.
struct Written {
    template: LayerTemplate,
    file: SitePath,
}

/// Keys and values for a template, in this order.
pub fn map(entries: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    // The engine puts them into a table of its own; what is sorted already costs next to nothing on the way there.
    let entries =
        entries.into_iter().enumerate().map(|(number, (key, value))| (Numbered(number, key), value));
    Value::from(entries.collect::<BTreeMap<_, _>>())
}

/// A key that keeps its place.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Numbered(usize, &'static str);

impl From<Numbered> for Key<'static> {
    fn from(key: Numbered) -> Self {
        key.1.into()
    }
}

/// HTML that needs no escaping.
pub fn safe(html: &str) -> Value {
    Value::safe_string(html)
}

impl Templates {
    /// Compiles the templates of a theme; every mistake is told.
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

    /// The engine, without any templates.
    fn engine(&self) -> Tera {
        let mut tera = Tera::new();
        register(&mut tera);
        // It only minds when there are templates already.
        let _ = tera.set_fallback_prefixes(self.prefixes.clone());
        tera
    }

    /// The parts that many pages share: their names, and those of their templates.
    pub fn shared(&self) -> impl Iterator<Item = (&str, &str)> {
        self.shared.iter().map(|(part, template)| (part.as_str(), template.as_str()))
    }

    /// Fills a template.
    ///
    /// # Errors
    /// When the template asks for something that is not there.
    pub fn render(&self, name: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        begin_page();
        let mut filled = Page(Vec::with_capacity(USUAL_PAGE));
        let outcome = self.tera.render_to(name, context, &mut filled);
        let filled = outcome.and_then(|()| String::from_utf8(filled.0).map_err(tera::Error::from));
        filled.map_err(|error| {
            // A page writes to memory: what stops it is that it became too large.
            if let ErrorKind::Io(_) = error.kind() {
                return Box::new(plain_remark(Place::whole(name), engine_messages::TOO_LARGE));
            }
            let first = self.diagnose(&error).into_iter().next();
            let first = first.unwrap_or_else(|| plain_remark(Place::whole(name), &error.to_string()));
            let also = if engine_messages::is_endless(&first) {
                Vec::new()
            } else {
                self.further(name, context, &error)
            };
            Box::new(Diagnostic { also, ..first })
        })
    }

    /// The same for a page, which must be a whole one.
    ///
    /// # Errors
    /// When the template asks for something that is not there, or makes no page.
    pub fn render_page(&self, name: &str, context: &Context) -> Result<String, Box<Diagnostic>> {
        let html = self.render(name, context)?;
        if begins_as_page(&html) {
            return Ok(html);
        }
        let root = self.topmost(name).map(|name| self.root_of(&name));
        let place = root.map_or_else(|| Place::whole(name), |root| self.whole_file(&root));
        Err(Box::new(engine_messages::not_whole(place, html.trim().is_empty())))
    }

    /// What the engine says, told at the place where it found it.
    fn diagnose(&self, error: &tera::Error) -> Vec<Diagnostic> {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let (name, range) = (report.filename(), &report.span().range);
                let around = Around { open: self.left_open(name, range.start), ..Around::default() };
                let place = self.place(name, range.start, self.end_of(report));
                vec![engine_messages::template_remark(place, report.message(), &around)]
            }
            ErrorKind::MissingParent { current, parent } => {
                let templates = self.written.values().map(|it| it.template.name.as_str());
                let near = closest(parent, templates.filter(|name| !current.ends_with(name)));
                vec![messages::template_missing(self.named_in(current, parent), parent, near)]
            }
            ErrorKind::TemplateNotFound(name) => {
                vec![messages::template_missing(Place::whole("templates"), name, None)]
            }
            ErrorKind::Msg(text) => vec![plain_remark(Place::whole("templates"), text)],
            other => vec![plain_remark(Place::whole("templates"), &other.to_string())],
        }
    }

    /// Where what a report marks ends: at the end of the whole name, when there is no list of that name.
    fn end_of(&self, report: &tera::ReportError) -> usize {
        let end = report.span().range.end;
        let text = self.written.get(report.filename()).and_then(|it| it.template.text.get(end..));
        let rest = text.filter(|_| is_of_list(report.message())).unwrap_or_default();
        end + rest.find(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '.')).unwrap_or(rest.len())
    }

    /// What is still open at a byte of a template as the engine has it, and on which line that was opened.
    fn left_open(&self, name: &str, at: usize) -> Option<(&'static str, u32)> {
        let Written { template, file } = self.written.get(name)?;
        let (word, open) = left_open(&template.written, template.written_at(at))?;
        Some((word, Place::in_text(file.shared(), &template.written, open, open + 1).line))
    }

    /// The names under which the engine knows a template and those that it builds on, from it down.
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

    /// The template in which all begins that one builds on.
    fn root_of(&self, name: &str) -> String {
        self.bases_of(name).pop().unwrap_or_else(|| name.to_owned())
    }

    /// The name under which the engine knows the topmost template of this name.
    fn topmost(&self, name: &str) -> Option<String> {
        let of_name = self.written.iter().filter(|(_, it)| it.template.name.as_str() == name);
        of_name.max_by_key(|(_, it)| it.template.layer).map(|(name, _)| name.clone())
    }

    fn layer_of(&self, name: &str) -> Option<usize> {
        self.written.get(name).map(|it| it.template.layer)
    }

    fn place(&self, name: &str, start: usize, end: usize) -> Place {
        let Some(Written { template, file }) = self.written.get(name) else { return Place::whole(name) };
        let (start, end) = (template.written_at(start), template.written_at(end));
        Place::in_text(file.shared(), &template.written, start, end)
    }

    /// Where a template first names another between quotation marks.
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
        self.written.get(name).map_or_else(|| Place::whole(name), |it| Place::whole(it.file.shared()))
    }
}

fn plain_remark(place: Place, message: &str) -> Diagnostic {
    engine_messages::template_remark(place, message, &Around::default())
}

/// Whether HTML begins as a page does, behind blanks and comments.
fn begins_as_page(html: &str) -> bool {
    let mut rest = html.trim_start();
    while let Some((_, behind)) = rest.strip_prefix("<!--").and_then(|comment| comment.split_once("-->")) {
        rest = behind.trim_start();
    }
    let begins_with =
        |word: &str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    begins_with("<!doctype html") || begins_with("<html")
}

/// The templates by the names the engine knows: `lvkk/home.html`.
fn templates_by_name(theme: &Theme) -> BTreeMap<String, Written> {
    let by_name = theme.templates.iter().filter_map(|template| {
        let layer = theme.layers.get(template.layer)?;
        let file = layer.shown(&SitePath::new(&format!("templates/{}", template.name))?);
        Some((format!("{}/{}", layer.name, template.name), Written { template: template.clone(), file }))
    });
    by_name.collect()
}

/// Most pages are smaller, in bytes: they need no room but what they begin with.
const USUAL_PAGE: usize = 12 * 1024;

/// A page that is being made.
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
