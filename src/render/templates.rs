//! The door to the template engine: templates compiled once, filled many times, and their mistakes placed.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, Write};

use tera::value::Key;
pub use tera::{Context, Map, Value};
use tera::{ErrorKind, Kwargs, State, StringInput, Tera, TeraResult};

use super::messages;
use crate::ground::{Diagnostic, Place, Remarks, SitePath};
use crate::theme::{Prepared, TURN, TURN_KEPT, TURN_LIST, TURN_MADE, Theme, fill, shared_part};

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
        TURNS.set(0);
        let mut filled = Page(Vec::with_capacity(USUAL_PAGE));
        let outcome = self.tera.render_to(name, context, &mut filled);
        let filled = outcome.and_then(|()| String::from_utf8(filled.0).map_err(tera::Error::from));
        filled.map_err(|error| {
            // A page writes to memory: what stops it is that it became too large.
            if let ErrorKind::Io(_) = error.kind() {
                return Box::new(messages::template(Place::whole(name), messages::TOO_LARGE));
            }
            let first = self.diagnose(&error).into_iter().next();
            Box::new(first.unwrap_or_else(|| messages::template(Place::whole(name), &error.to_string())))
        })
    }

    fn diagnose(&self, error: &tera::Error) -> Vec<Diagnostic> {
        match error.kind() {
            ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
                let place = self.place(report.filename(), report.span().range.start, report.span().range.end);
                vec![messages::template(place, report.message())]
            }
            ErrorKind::MissingParent { current, parent } => {
                vec![messages::template_missing(self.whole(current), parent)]
            }
            ErrorKind::TemplateNotFound(name) => {
                vec![messages::template_missing(Place::whole("templates"), name)]
            }
            ErrorKind::Msg(text) => self.reports_in(text),
            other => vec![messages::template(Place::whole("templates"), &other.to_string())],
        }
    }

    /// Several mistakes come as one text, each with ` --> file:line:column` on its second line.
    fn reports_in(&self, text: &str) -> Vec<Diagnostic> {
        text.split("\n\n")
            .map(|report| {
                let mut lines = report.lines();
                let message = lines.next().unwrap_or(report).trim_start_matches("error: ");
                let place = lines
                    .next()
                    .and_then(|line| line.trim().strip_prefix("--> "))
                    .and_then(|place| self.place_named(place));
                messages::template(place.unwrap_or_else(|| Place::whole("templates")), message)
            })
            .collect()
    }

    fn place_named(&self, place: &str) -> Option<Place> {
        let mut parts = place.rsplitn(3, ':');
        let column: usize = parts.next()?.parse().ok()?;
        let line: usize = parts.next()?.parse().ok()?;
        let name = parts.next()?;
        let text = &self.written.get(name)?.template.text;
        let before: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
        let at = before + column.checked_sub(1)?;
        Some(self.place(name, at, at + 1))
    }

    fn place(&self, name: &str, start: usize, end: usize) -> Place {
        let Some(Written { template, file }) = self.written.get(name) else { return Place::whole(name) };
        let (start, end) = (template.written_at(start), template.written_at(end));
        Place::in_text(file.shared(), &template.written, start, end)
    }

    fn whole(&self, name: &str) -> Place {
        self.written.get(name).map_or_else(|| Place::whole(name), |it| Place::whole(it.file.shared()))
    }
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

/// A page is no larger than this, in bytes: far larger than anybody can read.
const LARGEST_PAGE: usize = 32 * 1024 * 1024;

/// What is kept under a name is no larger than this: in bytes, or the entries of a list.
const LARGEST_KEPT: usize = 4 * 1024 * 1024;

/// How much of what is kept counts as one turn: so all that one page keeps fits into half a gigabyte.
const KEPT_PER_TURN: usize = 256;

/// How many turns a list or a map counts that is made around others: what lies thousands deep does not fit on the stack.
const TURNS_PER_LAYER: usize = 250;

/// How many turns all loops of one page take together, in templates that do not come with the program: far more than
/// any village needs, and over in a second.
const MOST_TURNS: usize = 2_000_000;

/// A page that is being made.
struct Page(Vec<u8>);

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.0.len() + bytes.len() > LARGEST_PAGE {
            return Err(io::Error::other(messages::TOO_LARGE));
        }
        self.0.extend_from_slice(bytes);
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

thread_local! {
    /// The turns of the page that this thread is making. The engine gives a function nothing of its own to count in.
    static TURNS: Cell<usize> = const { Cell::new(0) };
}

fn count(turns: usize) -> TeraResult<()> {
    let turns = TURNS.get().saturating_add(turns);
    TURNS.set(turns);
    if turns > MOST_TURNS { Err(tera::Error::message(messages::ENDLESS)) } else { Ok(()) }
}

/// Counts a turn of a loop, the turns that a list will take, or what was kept.
fn turn(given: Kwargs, _: &State) -> TeraResult<Value> {
    if let Some(list) = given.get::<Value>(TURN_LIST)? {
        count(list.len().unwrap_or(1))?;
        return Ok(list);
    }
    let kept = given.get::<&Value>(TURN_KEPT)?;
    let size = kept.and_then(|kept| kept.as_str().map(str::len).or_else(|| kept.len())).unwrap_or(0);
    if size > LARGEST_KEPT {
        return Err(tera::Error::message(messages::TOO_LARGE));
    }
    let made = given.get::<usize>(TURN_MADE)?.unwrap_or(0);
    count(1 + size / KEPT_PER_TURN + made * TURNS_PER_LAYER)?;
    Ok(Value::from(""))
}

/// Numbers one after another, as the engine itself would give them; each counts, for whoever makes them all goes through
/// them.
fn range(given: Kwargs, _: &State) -> TeraResult<Vec<i64>> {
    let start: i64 = given.get("start")?.unwrap_or_default();
    let end: i64 = given.must_get("end")?;
    let step: i64 = given.get("step_by")?.unwrap_or(1);
    if step == 0 || (step > 0 && start > end) {
        return Err(tera::Error::message(
            "Function `range` cannot come from `start` to `end` with this `step_by`",
        ));
    }
    let (start, end, step) = (i128::from(start), i128::from(end), i128::from(step));
    let length = (end - start + step - step.signum()) / step;
    let length = usize::try_from(length.max(0)).unwrap_or(usize::MAX);
    count(length)?;
    let numbers = (0..length as i128).map(|at| start + at * step);
    Ok(numbers.filter_map(|number| i64::try_from(number).ok()).collect())
}

fn register(tera: &mut Tera) {
    tera.register_function(TURN, turn);
    tera.register_function("range", range);
    tera.register_filter("replace", replace_filter);
    tera.register_filter("join", join_filter);
    tera.register_filter("fill", fill_filter);
    tera.register_filter("plural", plural_filter);
}

fn fits(size: usize) -> TeraResult<()> {
    if size > LARGEST_PAGE { Err(tera::Error::message(messages::TOO_LARGE)) } else { Ok(()) }
}

/// A text that needs no escaping, or one that does.
fn told(text: String, is_safe: bool) -> Value {
    if is_safe { Value::safe_string(&text) } else { Value::from(text) }
}

/// `replace` as the engine has it, but for what would be larger than any page.
fn replace_filter(text: StringInput<'_>, given: Kwargs, state: &State) -> TeraResult<Value> {
    let from: &str = given.must_get("from")?;
    let to: StringInput<'_> = given.must_get("to")?;
    let is_safe = state.autoescaping_enabled() && (text.is_safe() || to.is_safe());
    let (text, to) = if is_safe {
        (text.rendered(state)?, to.rendered(state)?)
    } else {
        (text.as_str().into(), to.as_str().into())
    };
    fits(text.len() + text.matches(from).count() * to.len())?;
    Ok(told(text.replace(from, &to), is_safe))
}

/// `join` as the engine has it, but for what would be larger than any page.
fn join_filter(list: &[Value], given: Kwargs, state: &State) -> TeraResult<Value> {
    let between: Option<StringInput<'_>> = given.get("sep")?;
    let is_safe = state.autoescaping_enabled()
        && (list.iter().any(|it| it.is_string() && it.is_safe())
            || between.as_ref().is_some_and(StringInput::is_safe));
    let between = match &between {
        Some(between) if is_safe => between.rendered(state)?,
        Some(between) => between.as_str().into(),
        None => "".into(),
    };
    let mut joined = String::new();
    for (at, it) in list.iter().enumerate() {
        if at > 0 {
            joined.push_str(&between);
        }
        match is_safe {
            true if it.is_undefined() => {}
            true => joined.push_str(&state.escape_if_needed(it)?),
            false => joined.push_str(&it.to_string()),
        }
        fits(joined.len())?;
    }
    Ok(told(joined, is_safe))
}

/// `{{ words.updated | fill(date=site.today.plain) }}` puts a value in the place `{date}`.
fn fill_filter(text: &str, values: Kwargs, _: &State) -> String {
    let pairs: Vec<(String, String)> = values
        .iter()
        .filter_map(|(key, value)| {
            Some((key.as_str()?.to_owned(), value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
        })
        .collect();
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    fill(text, &pairs)
}

/// `{{ words.places | plural(n=3) }}` takes the form for one or for more.
fn plural_filter(forms: &Value, values: Kwargs, _: &State) -> TeraResult<String> {
    let number: i64 = values.must_get("n")?;
    let form = if number == 1 { "one" } else { "other" };
    let text = forms.get_from_path(form).and_then(Value::as_str);
    let text = text.ok_or_else(|| tera::Error::message(format!("the word has no form `{form}`")))?;
    Ok(fill(text, &[("n", &number.to_string())]))
}
