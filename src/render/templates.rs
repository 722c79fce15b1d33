//! The door to the template engine: templates compiled once, filled many times, and their mistakes placed.

mod functions;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;

use tera::value::Key;
pub use tera::{Context, Map, Value};
use tera::{ErrorKind, Tera};

use super::engine_messages::{self, Around};
use super::messages;
use crate::ground::{Diagnostic, Place, Remarks, SitePath, closest};
use crate::theme::{Prepared, Theme, base_of, blocks_of, left_open, shared_part};
use functions::{LARGEST_PAGE, begin_page, register};

/// Compiled templates of all layers.
pub struct Templates {
    tera: Tera,
    /// The templates by the names the engine knows, for the places in messages.
    written: BTreeMap<String, Written>,
    /// The parts that many pages share, and their templates.
    shared: BTreeMap<String, String>,
}

/// A template as it was written, and the file it stands in.
struct Written {
    template: Prepared,
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
        let mut tera = Tera::new();
        let prefixes: Vec<String> =
            theme.layers.iter().rev().map(|layer| format!("{}/", layer.name)).collect();
        register(&mut tera);
        let names = theme.templates.iter().map(|template| template.name.as_str());
        let shared =
            names.filter_map(|name| Some((shared_part(name)?.to_owned(), name.to_owned()))).collect();
        let mut templates = Self { tera, written: written(theme), shared };
        let texts = templates.written.iter().map(|(name, it)| (name.as_str(), &*it.template.text));
        let loaded = templates
            .tera
            .set_fallback_prefixes(prefixes)
            .and_then(|()| templates.tera.add_raw_templates(texts));
        if let Err(error) = loaded {
            let said = templates.syntax_errors();
            remarks.extend(if said.is_empty() { templates.diagnose(&error) } else { said });
        }
        templates
    }

    /// The engine stops at the first syntax error: each file is parsed by itself, so that all are told.
    fn syntax_errors(&self) -> Vec<Diagnostic> {
        let mut said = Vec::new();
        for (name, it) in &self.written {
            let mut alone = Tera::new();
            if let Err(error) = alone.add_raw_template(name, &it.template.text)
                && let ErrorKind::SyntaxError(_) = error.kind()
            {
                said.extend(self.diagnose(&error));
            }
        }
        said
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
                return Box::new(plain(Place::whole(name), engine_messages::TOO_LARGE));
            }
            let first = self.diagnose(&error).into_iter().next();
            Box::new(first.unwrap_or_else(|| plain(Place::whole(name), &error.to_string())))
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
        let place = root.map_or_else(|| Place::whole(name), |root| self.whole(&root));
        Err(Box::new(engine_messages::not_whole(place, html.trim().is_empty())))
    }

    fn diagnose(&self, error: &tera::Error) -> Vec<Diagnostic> {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let (name, range) = (report.filename(), &report.span().range);
                let around = Around { open: self.left_open(name, range.start), ..Around::default() };
                let place = self.place(name, range.start, range.end);
                vec![engine_messages::template(place, report.message(), &around)]
            }
            ErrorKind::MissingParent { current, parent } => {
                let templates = self.written.values().map(|it| it.template.name.as_str());
                let near = closest(parent, templates.filter(|name| !current.ends_with(name)));
                vec![messages::template_missing(self.named_in(current, parent), parent, near)]
            }
            ErrorKind::TemplateNotFound(name) => {
                vec![messages::template_missing(Place::whole("templates"), name, None)]
            }
            ErrorKind::Msg(text) => self.reports_in(text),
            other => vec![plain(Place::whole("templates"), &other.to_string())],
        }
    }

    /// Several mistakes come as one text, each with ` --> file:line:column` on its second line.
    fn reports_in(&self, text: &str) -> Vec<Diagnostic> {
        let mut said = Vec::new();
        // Bases that lack blocks of those that come with a theme below: they are told once, and not by each of those.
        let mut bare: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for report in text.split("\n\n") {
            let mut lines = report.lines();
            let message = lines.next().unwrap_or(report).trim_start_matches("error: ");
            let block = message.strip_prefix("Block `").and_then(|rest| rest.split('`').next());
            let place = lines.next().and_then(|line| line.trim().strip_prefix("--> "));
            let name = place.and_then(|place| place.rsplitn(3, ':').nth(2));
            let root = name.map(|name| self.root_of(name)).filter(|_| block.is_some());
            if let (Some(block), Some(name), Some(root)) = (block, name, &root)
                && self.layer_of(root) > self.layer_of(name)
            {
                let blocks = bare.entry(root.clone()).or_default();
                if !blocks.iter().any(|known| known == block) {
                    blocks.push(block.to_owned());
                }
                continue;
            }
            let around = Around {
                blocks: name.map_or_else(Vec::new, |name| self.blocks_below(name)),
                templates: self.written.values().map(|it| it.template.name.as_str().to_owned()).collect(),
                ..Around::default()
            };
            // Of a name the engine tells only where it begins.
            let is_named = ["Block `", "Unknown filter `", "Unknown function `", "Unknown test `"]
                .iter()
                .any(|it| message.starts_with(it));
            let length = message.split('`').nth(1).filter(|_| is_named).map_or(1, str::len);
            let place = place.and_then(|place| self.place_named(place, length));
            let place = place.unwrap_or_else(|| Place::whole("templates"));
            said.push(engine_messages::template(place, message, &around));
        }
        let bare = bare.into_iter();
        said.extend(
            bare.map(|(root, blocks)| engine_messages::base_without_blocks(self.whole(&root), &blocks)),
        );
        said
    }

    fn place_named(&self, place: &str, length: usize) -> Option<Place> {
        let mut parts = place.rsplitn(3, ':');
        let column: usize = parts.next()?.parse().ok()?;
        let line: usize = parts.next()?.parse().ok()?;
        let name = parts.next()?;
        let text = &self.written.get(name)?.template.text;
        let before: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
        let at = before + column.checked_sub(1)?;
        Some(self.place(name, at, at + length))
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
        let all = self.written.iter().filter(|(_, it)| it.template.name.as_str() == name);
        all.max_by_key(|(_, it)| it.template.layer).map(|(name, _)| name.clone())
    }

    fn layer_of(&self, name: &str) -> Option<usize> {
        self.written.get(name).map(|it| it.template.layer)
    }

    fn blocks_below(&self, name: &str) -> Vec<String> {
        let below = self.bases_of(name).into_iter().skip(1);
        let texts = below.filter_map(|name| Some(Arc::clone(&self.written.get(&name)?.template.written)));
        let mut blocks = Vec::new();
        for text in texts {
            blocks.extend(blocks_of(&text).into_iter().map(str::to_owned));
        }
        blocks.sort();
        blocks.dedup();
        blocks
    }

    fn place(&self, name: &str, start: usize, end: usize) -> Place {
        let Some(Written { template, file }) = self.written.get(name) else { return Place::whole(name) };
        let (start, end) = (template.written_at(start), template.written_at(end));
        Place::in_text(file.shared(), &template.written, start, end)
    }

    /// Where a template first names another between quotation marks.
    fn named_in(&self, name: &str, other: &str) -> Place {
        let Some(Written { template, file }) = self.written.get(name) else { return self.whole(name) };
        let text = &template.written;
        let at = ['"', '\'', '`'].iter().find_map(|mark| text.find(&format!("{mark}{other}{mark}")));
        at.map_or_else(
            || self.whole(name),
            |at| Place::in_text(file.shared(), text, at + 1, at + 1 + other.len()),
        )
    }

    fn whole(&self, name: &str) -> Place {
        self.written.get(name).map_or_else(|| Place::whole(name), |it| Place::whole(it.file.shared()))
    }
}

fn plain(place: Place, message: &str) -> Diagnostic {
    engine_messages::template(place, message, &Around::default())
}

/// Whether HTML begins as a page does, behind blanks and comments.
fn begins_as_page(html: &str) -> bool {
    let mut rest = html.trim_start();
    while let Some((_, behind)) = rest.strip_prefix("<!--").and_then(|comment| comment.split_once("-->")) {
        rest = behind.trim_start();
    }
    let begins = |word: &str| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    begins("<!doctype html") || begins("<html")
}

/// The templates by the names the engine knows: `lvkk/home.html`.
fn written(theme: &Theme) -> BTreeMap<String, Written> {
    let all = theme.templates.iter().filter_map(|template| {
        let layer = theme.layers.get(template.layer)?;
        let file = layer.shown(&SitePath::new(&format!("templates/{}", template.name))?);
        Some((format!("{}/{}", layer.name, template.name), Written { template: template.clone(), file }))
    });
    all.collect()
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
