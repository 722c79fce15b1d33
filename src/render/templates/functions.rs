//! What templates can call beyond the engine's own functions, and the limits that stop endless templates.

use std::cell::Cell;

use tera::value::Value;
use tera::{Kwargs, State, StringInput, Tera, TeraResult};

use crate::render::engine_messages;
use crate::theme::{TURN, TURN_KEPT, TURN_LIST, TURN_MADE, fill};

/// The maximum size of a page in bytes: far larger than anybody can read.
pub(super) const LARGEST_PAGE: usize = 32 * 1024 * 1024;

/// The maximum size of a stored value, in bytes or in list entries.
const LARGEST_KEPT: usize = 4 * 1024 * 1024;

/// How much of a stored value counts as one iteration, so that what a page stores fits in half a gigabyte.
const KEPT_PER_TURN: usize = 256;

/// How many iterations a list or map around others counts for: nesting thousands deep overflows the stack.
const TURNS_PER_LAYER: usize = 250;

/// The maximum number of iterations of all loops of one page together, in templates that do not come with the
/// program: far more than any village needs, and over within a second.
const MOST_TURNS: usize = 2_000_000;

thread_local! {
    /// The iterations of the page that this thread renders; the engine gives functions no state to count in.
    static TURNS: Cell<usize> = const { Cell::new(0) };
}

/// Starts counting for a new page.
pub(super) fn begin_page() {
    TURNS.set(0);
}

fn count_turns(turns: usize) -> TeraResult<()> {
    let turns = TURNS.get().saturating_add(turns);
    TURNS.set(turns);
    if turns > MOST_TURNS { Err(tera::Error::message(engine_messages::ENDLESS)) } else { Ok(()) }
}

/// Counts an iteration of a loop, the iterations that a list will take, or the size of a stored value.
fn turn(given: Kwargs, _: &State) -> TeraResult<Value> {
    if let Some(list) = given.get::<Value>(TURN_LIST)? {
        count_turns(list.len().unwrap_or(1))?;
        return Ok(list);
    }
    let kept = given.get::<&Value>(TURN_KEPT)?;
    let made = given.get::<usize>(TURN_MADE)?.unwrap_or(0);
    let size = kept.map_or(0, |kept| match made {
        0 => kept.as_str().map(str::len).or_else(|| kept.len()).unwrap_or(0),
        _ => extent(kept, LARGEST_KEPT),
    });
    if size > LARGEST_KEPT {
        return Err(tera::Error::message(engine_messages::TOO_LARGE));
    }
    count_turns(1 + size / KEPT_PER_TURN + made * TURNS_PER_LAYER)?;
    Ok(Value::from(""))
}

/// Measures a value that a template built around others as printing or comparing would: a list that holds one
/// list twice, forty levels deep, is small in memory but practically endless. Stops just past `most`.
fn extent(value: &Value, most: usize) -> usize {
    // Not recursive: values nested thousands deep overflow the stack.
    let (mut size, mut pending) = (0, vec![value]);
    while let Some(value) = pending.pop() {
        size += value.as_str().map_or(1, str::len);
        let room = most.saturating_sub(size + pending.len()) + 1;
        match (value.as_array(), value.as_map()) {
            (Some(list), _) => pending.extend(list.iter().take(room)),
            (_, Some(map)) => pending.extend(map.values().take(room)),
            _ => {}
        }
        if size > most {
            break;
        }
    }
    size
}

/// Returns consecutive numbers as the engine's own `range` would; each counts as an iteration, because
/// creating them all loops over them.
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
    count_turns(length)?;
    let numbers = (0..length as i128).map(|at| start + at * step);
    Ok(numbers.filter_map(|number| i64::try_from(number).ok()).collect())
}

pub(super) fn register(tera: &mut Tera) {
    tera.register_function(TURN, turn);
    tera.register_function("range", range);
    tera.register_filter("replace", replace_filter);
    tera.register_filter("join", join_filter);
    tera.register_filter("fill", fill_filter);
    tera.register_filter("plural", plural_filter);
}

fn check_size(size: usize) -> TeraResult<()> {
    if size > LARGEST_PAGE { Err(tera::Error::message(engine_messages::TOO_LARGE)) } else { Ok(()) }
}

/// A text value, marked as safe when it needs no escaping.
fn text_value(text: String, is_safe: bool) -> Value {
    if is_safe { Value::safe_string(&text) } else { Value::from(text) }
}

/// The engine's `replace`, except that it rejects results larger than any page.
fn replace_filter(text: StringInput<'_>, given: Kwargs, state: &State) -> TeraResult<Value> {
    let from: &str = given.must_get("from")?;
    let to: StringInput<'_> = given.must_get("to")?;
    let is_safe = state.autoescaping_enabled() && (text.is_safe() || to.is_safe());
    let (text, to) = if is_safe {
        (text.rendered(state)?, to.rendered(state)?)
    } else {
        (text.as_str().into(), to.as_str().into())
    };
    check_size(text.len() + text.matches(from).count() * to.len())?;
    Ok(text_value(text.replace(from, &to), is_safe))
}

/// The engine's `join`, except that it rejects results larger than any page.
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
        check_size(joined.len())?;
    }
    Ok(text_value(joined, is_safe))
}

/// `{{ words.updated | fill(date=site.today.plain) }}` replaces `{date}` by a value.
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

/// `{{ words.places | plural(n=3) }}` chooses the form for one or for more.
fn plural_filter(forms: &Value, values: Kwargs, _: &State) -> TeraResult<String> {
    let number: i64 = values.must_get("n")?;
    let form = if number == 1 { "one" } else { "other" };
    let text = forms.get_from_path(form).and_then(Value::as_str);
    let text = text.ok_or_else(|| tera::Error::message(format!("the word has no form `{form}`")))?;
    Ok(fill(text, &[("n", &number.to_string())]))
}
