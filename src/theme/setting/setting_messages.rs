//! Messages about settings that are not declared correctly, in Dutch and English.

use crate::field::FieldReader;
use crate::ground::{Code, Diagnostic, Place, Severity, both, slug};
use crate::read::{Key, TextFile};

pub(super) fn bad_key(reader: &FieldReader<'_>, key: &Key) -> Diagnostic {
    let meant = slug(&key.text).replace('-', "_");
    Diagnostic::new(
        Code::BadSetting,
        reader.place(key.span),
        both(
            format!("'{}' kan niet de naam van een instelling zijn", key.text),
            format!("'{}' cannot be the name of a setting", key.text),
        ),
    )
    .hint(both(
        "gebruik alleen kleine letters, cijfers en liggende streepjes",
        "use only lower-case letters, digits and underscores",
    ))
    .correction_with(Some(meant.as_str()).filter(|meant| !meant.is_empty()))
}

pub(super) fn no_kind(file: &TextFile, key: &Key) -> Diagnostic {
    Diagnostic::new(
        Code::BadSetting,
        file.place(key.span),
        both(
            format!("wat voor instelling '{}' is, staat er niet", key.text),
            format!("the kind of the setting '{}' is missing", key.text),
        ),
    )
    .hint(both(
        "zet eronder, twee spaties naar rechts: 'soort: kleur' (of tekst, getal, ja/nee, keuze, afbeelding)",
        "put below it, indented by two spaces: 'kind: colour' (or text, number, yes/no, choice, picture)",
    ))
}

pub(super) fn too_few_choices(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::BadSetting,
        place,
        both("bij een keuze horen minstens twee keuzes", "a choice needs at least two choices"),
    )
    .hint(both("schrijf eronder: 'keuzes: rond, recht'", "write below it: 'choices: round, square'"))
}

/// Reports a default for a picture: a theme cannot choose one of the village's pictures.
pub(super) fn picture_by_itself(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::BadSetting,
        place,
        both(
            "een afbeelding heeft geen standaard: welke foto's een dorp heeft, weet het thema niet",
            "a picture has no default: the theme does not know which photos a village has",
        ),
    )
    .hint(both(
        "haal deze regel weg, en toon iets anders met: {% if settings.… %} in het sjabloon",
        "remove this line, and show something else with: {% if settings.… %} in the template",
    ))
}

/// Reports a setting that is of another kind in the theme below.
pub(super) fn other_kind(place: Place, key: &str, theme: &str) -> Diagnostic {
    Diagnostic::new(
        Code::BadSetting,
        place,
        both(
            format!("'{key}' is in het thema '{theme}' een instelling van een andere soort"),
            format!("in the theme '{theme}' '{key}' is a setting of another kind"),
        ),
    )
    .hint(both(
        "laat de soort weg, of geef je eigen instelling een andere naam",
        "leave out the kind, or give your own setting another name",
    ))
}

/// Reports a smallest number that is larger than the largest.
pub(super) fn no_number_fits(place: Place, least: i64, most: i64) -> Diagnostic {
    Diagnostic::new(
        Code::BadSetting,
        place,
        both(
            format!("geen getal past hier: het kleinste is {least} en het grootste {most}"),
            format!("no number fits here: the smallest is {least} and the largest {most}"),
        ),
    )
    .hint(both("draai ze om, of pas een van de twee aan", "swap them, or change one of the two"))
}

/// Reports a name that another setting already has.
pub(super) fn same_name(place: Place, name: &str, key: &str, theme: &str) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::BadSetting,
        place,
        both(
            format!("zo heet al een andere instelling van het thema '{theme}': '{key}'"),
            format!("another setting of the theme '{theme}' already has this name: '{key}'"),
        ),
    );
    // A village that sets neither of the two must not be stopped by it.
    Diagnostic { severity: Severity::Warning, ..remark }.hint(both(
        format!("kies een andere naam dan '{name}'; een dorp kan met die naam alleen de eerste instellen"),
        format!("choose a name other than '{name}'; by that name, a village can only set the first"),
    ))
}
