//! Messages about names that a page lacks, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};

/// Reports a value that a page may lack, and that is empty on this one.
pub(super) fn empty_here(place: Place, name: &str) -> Diagnostic {
    let message = both(format!("'{name}' is hier leeg"), format!("'{name}' is empty here"));
    Diagnostic::new(Code::Template, place, message).hint(both(
        format!(
            "niet elke pagina heeft dit; zet wat je ermee doet tussen {{% if {name} %}} en {{% endif %}}"
        ),
        format!(
            "not every page has this; put what you do with it between {{% if {name} %}} and {{% endif %}}"
        ),
    ))
}

/// Reports a field that the contract does not have.
pub(super) fn field_missing(place: Place, typed: &str, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let message =
        both(format!("het veld '{typed}' is er niet"), format!("the field '{typed}' does not exist"));
    missing(Diagnostic::new(Code::Template, place, message), near, known)
}

/// Reports a name that no page has.
pub(super) fn name_missing(place: Place, typed: &str, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let message = both(format!("de naam '{typed}' is er niet"), format!("the name '{typed}' does not exist"));
    missing(Diagnostic::new(Code::Template, place, message), near, known)
}

fn missing(remark: Diagnostic, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let list = known.join(", ");
    match near {
        Some(_) => remark.suggest(near),
        None => remark.hint(both(format!("wel: {list}"), format!("available: {list}"))),
    }
}
