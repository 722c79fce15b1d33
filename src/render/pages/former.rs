//! Gives values to themes of an earlier contract under the names that they had there.

use std::borrow::Cow;

use crate::render::templates::{Context, Map, Value};
use crate::theme::FormerContract;

/// What a template is given, including the names of the earlier contract that its theme was written for.
pub(super) fn template_context(
    given: impl IntoIterator<Item = (&'static str, Value)>,
    former: Option<&FormerContract>,
) -> Context {
    let mut context = Context::new();
    given.into_iter().for_each(|(key, value)| context.insert_value(key, value));
    if let Some(former) = former {
        lend(&mut context, former);
    }
    context
}

/// Adds values under their former names, beside their current ones.
fn lend(context: &mut Context, former: &FormerContract) {
    for renamed in former.renamed {
        let (root_is, path_is) = renamed.new_path.split_once('.').unwrap_or((renamed.new_path, ""));
        let value = context.get(root_is).and_then(|root| match path_is {
            "" => Some(root),
            path => root.get_from_path(path),
        });
        let Some(value) = value.cloned() else { continue };
        match renamed.old_path.split_once('.') {
            None => context.insert_value(renamed.old_path, value),
            Some((root_was, path_was)) => {
                let root = context.get(root_was).cloned().unwrap_or_else(Value::none);
                context.insert_value(root_was, with_value_at(&root, path_was, value));
            }
        }
    }
}

/// Returns a value with another value put at a path inside it.
fn with_value_at(root: &Value, path: &str, value: Value) -> Value {
    let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
    let mut map: Map = root.as_map().cloned().unwrap_or_default();
    let inner = match rest {
        Some(rest) => {
            with_value_at(&root.get_from_path(key).cloned().unwrap_or_else(Value::none), rest, value)
        }
        None => value,
    };
    map.insert(Cow::<'static, str>::Owned(key.to_owned()).into(), inner);
    Value::from(map)
}
