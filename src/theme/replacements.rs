//! What a theme names in place of something that is gone must exist: a village is sent there.

use super::removed::{Gone, GoneKind};
use super::setting::Setting;
use super::template::{LayerTemplate, blocks_of};
use super::words::Words;
use crate::field::{is_squeezed, squeezed};
use crate::ground::{Code, Diagnostic, Place, Remarks, Severity, both, closest};

/// What a theme has: its settings, words and templates.
pub(super) type Existing<'e> = (&'e [Setting], &'e Words, &'e [LayerTemplate]);

/// Reports replacements that do not exist. Several words explain something, and are not the name of anything.
pub(super) fn report_missing_replacements(removed: &[Gone], existing: Existing<'_>, remarks: &mut Remarks) {
    for gone in removed {
        let Some((name, place)) = gone.instead() else { continue };
        if name.is_empty() || name.contains(char::is_whitespace) {
            continue;
        }
        let names = names_of(gone.kind, existing);
        let typed = squeezed(name);
        if !names.iter().any(|known| is_squeezed(known, &typed)) {
            let near = closest(name, names.iter().map(String::as_str));
            remarks.add(missing_replacement(place.clone(), name, gone.kind, near));
        }
    }
}

fn names_of(kind: GoneKind, (settings, words, templates): Existing<'_>) -> Vec<String> {
    match kind {
        GoneKind::Setting => settings.iter().flat_map(Setting::names).map(str::to_owned).collect(),
        GoneKind::Word => words.keys(),
        GoneKind::Block => {
            templates.iter().flat_map(|template| blocks_of(&template.written)).map(str::to_owned).collect()
        }
    }
}

/// Reports a replacement that does not exist; a village that does not need it must not be stopped by it.
fn missing_replacement(place: Place, name: &str, kind: GoneKind, near: Option<&str>) -> Diagnostic {
    let what = match kind {
        GoneKind::Setting => both("de instelling", "the setting"),
        GoneKind::Word => both("het woord", "the word"),
        GoneKind::Block => both("het blok", "the block"),
    };
    let message =
        both(format!("{} '{name}' is er niet", what.nl), format!("{} '{name}' does not exist", what.en));
    let remark = Diagnostic::new(Code::GoneFromTheme, place, message);
    let remark = Diagnostic { severity: Severity::Warning, ..remark };
    match near {
        Some(_) => remark.suggest(near),
        None => remark.hint(both(
            "zet hier hoe het nu heet, of laat het weg als er niets voor in de plaats komt",
            "put here what it is called now, or leave it out if nothing replaces it",
        )),
    }
}
