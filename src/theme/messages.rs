//! Messages about themes and their files, in Dutch and English.

use crate::ground::{Code, Date, Diagnostic, Place, Version, both};

pub(super) fn no_word(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::ThemeWord,
        place,
        both("hier hoort één woord of zin te staan", "a word or a sentence is expected here"),
    )
    .hint(both("zet elk woord achter een eigen streepje", "put every word after a dash of its own"))
}

pub(super) fn theme_missing(place: Place, name: &str, near: Option<&str>) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::ThemeMissing,
        place,
        both(format!("het thema '{name}' is er niet"), format!("the theme '{name}' is missing")),
    );
    match near {
        Some(_) => remark.suggest(near),
        None => remark.hint(both(
            "haal het op met: dorpsplein thema voeg-toe, met het bestand of het webadres van het thema",
            "fetch it with: dorpsplein theme add, followed by the file or the web address of the theme",
        )),
    }
}

pub(super) fn circular_themes(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::CircularThemes,
        place,
        both(
            format!("het thema '{name}' bouwt, met een omweg, op zichzelf"),
            format!("the theme '{name}' builds on itself, through other themes"),
        ),
    )
    .hint(both(
        "laat één van de thema's op geen ander bouwen, of op lvkk",
        "let one of the themes build on no other, or on lvkk",
    ))
}

pub(super) fn too_many_themes(place: Place, name: &str, most: usize) -> Diagnostic {
    Diagnostic::new(
        Code::CircularThemes,
        place,
        both(
            format!("'{name}' kan er niet meer onder: hooguit {most} thema's bouwen op elkaar"),
            format!("'{name}' is one theme too many: at most {most} can build on each other"),
        ),
    )
    .hint(both("laat dit thema op lvkk bouwen, of op geen ander", "let this theme extend lvkk, or no other"))
}

pub(super) fn no_manifest(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::NoThemeFile,
        place,
        both(
            format!("het thema '{name}' heeft geen theme.yaml"),
            format!("the theme '{name}' has no theme.yaml"),
        ),
    )
    .hint(both(
        "daarin staan minstens een naam, een versie en een api; haal het thema anders opnieuw op",
        "it needs at least a name, a version and an api; or fetch the theme again",
    ))
}

pub(super) fn misnamed_theme(place: Place, name: &str) -> Diagnostic {
    let folder = place.file.clone();
    Diagnostic::new(
        Code::BadThemeName,
        place,
        both(
            format!("het thema in '{folder}' heet volgens zijn theme.yaml '{name}'"),
            format!("the theme in '{folder}' is called '{name}' in its theme.yaml"),
        ),
    )
    .hint(both(format!("noem de map ook '{name}'"), format!("rename the folder to '{name}'")))
}

/// Warns that a folder holds an older version of a theme that comes with the program.
pub(super) fn older_than_ours(place: Place, name: &str, ours: Version) -> Diagnostic {
    let file = place.file.clone();
    let folder = file.rsplit_once('/').map_or(&*file, |(folder, _)| folder).to_owned();
    let here = place.marked();
    Diagnostic::new(
        Code::ThemeOlderThanOurs,
        place,
        both(
            format!("in '{folder}' staat '{name}' {here}, en die gaat voor; in Dorpsplein zelf zit een nieuwere: {ours}"),
            format!("'{folder}' holds '{name}' {here}, which takes precedence; Dorpsplein itself has a newer one: {ours}"),
        ),
    )
    .hint(both(
        format!("wil je de nieuwere, haal het thema dan weg: dorpsplein thema verwijder {name}; zette je de map er zelf neer, haal dan '{folder}' weg"),
        format!("for the newer one, remove the theme: dorpsplein theme remove {name}; if you put the folder there yourself, delete '{folder}'"),
    ))
}

pub(super) fn former_contract(place: Place, (name, api): (&str, u16), until: Date) -> Diagnostic {
    Diagnostic::new(
        Code::FormerContract,
        place,
        both(
            format!(
                "het thema '{name}' houdt zich aan de vorige afspraak ({api}); Dorpsplein begrijpt die nog tot en met {until}"
            ),
            format!(
                "the theme '{name}' keeps the former contract ({api}); Dorpsplein supports it up to and including {until}"
            ),
        ),
    )
    .hint(both(
        "werk het thema bij: dorpsplein thema werk-bij",
        "update the theme: dorpsplein theme update",
    ))
}

pub(super) fn too_new(place: Place, (name, api): (&str, u16), ours: u16) -> Diagnostic {
    Diagnostic::new(
        Code::ThemeTooNew,
        place,
        both(
            format!(
                "het thema '{name}' is gemaakt voor een nieuwere Dorpsplein (afspraak {api}, deze kent {ours})"
            ),
            format!(
                "the theme '{name}' was made for a newer Dorpsplein (contract {api}, this one knows {ours})"
            ),
        ),
    )
    .hint(both(
        "haal de nieuwste Dorpsplein op, of ga terug naar de vorige versie: dorpsplein thema terug",
        "get the newest Dorpsplein, or go back to the previous version: dorpsplein theme rollback",
    ))
}

pub(super) fn too_old(place: Place, (name, api): (&str, u16), ours: u16) -> Diagnostic {
    Diagnostic::new(
        Code::ThemeTooOld,
        place,
        both(
            format!("het thema '{name}' is te oud voor deze Dorpsplein (afspraak {api}, nu {ours})"),
            format!("the theme '{name}' is too old for this Dorpsplein (contract {api}, now {ours})"),
        ),
    )
    .hint(both(
        "werk het thema bij: dorpsplein thema werk-bij; is er geen nieuwe versie, vraag die aan de maker",
        "update the theme: dorpsplein theme update; if there is no new version, ask its maker for one",
    ))
}

pub(super) fn template_too_big(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::TemplateTooBig,
        place,
        both("dit sjabloon is groter dan 1 MB", "this template is larger than 1 MB"),
    )
    .hint(both(
        "een sjabloon is een pagina tekst; zet plaatjes en lettertypen in de map assets",
        "a template is a page of text; put pictures and fonts in the assets folder",
    ))
}

pub(super) fn nothing_below(place: Place) -> Diagnostic {
    let name = place.marked();
    Diagnostic::new(
        Code::TemplateCircle,
        place,
        both(
            format!("'{name}' bouwt op zichzelf: in geen thema eronder staat een sjabloon met die naam"),
            format!("'{name}' builds on itself: no theme below it has a template with that name"),
        ),
    )
    .hint(both(
        "bouw op een ander sjabloon, zoals base.html, of geef dit bestand de naam van wat je wilt veranderen",
        "build on another template, such as base.html, or give this file the name of what you want to change",
    ))
}

/// Reports a template that builds on the one with its name below, in a theme that builds on no other.
pub(super) fn no_theme_below(place: Place) -> Diagnostic {
    let name = place.marked();
    Diagnostic::new(
        Code::TemplateCircle,
        place,
        both(
            format!("hier staat dat dit op een '{name}' in een ander thema bouwt, en dit thema bouwt op geen ander"),
            format!("this says that it builds on a '{name}' in another theme, and this theme builds on no other"),
        ),
    )
    .hint(both(
        "zet in theme.yaml op welk thema dit thema bouwt: 'bouwt_op: lvkk'",
        "say in theme.yaml which theme this one builds on: 'extends: lvkk'",
    ))
}

pub(super) fn lists_in_lists(place: Place) -> Diagnostic {
    Diagnostic::new(
        Code::TemplateCircle,
        place,
        both(
            "hier wordt een lijst gemaakt binnen een andere lijst",
            "a list is made inside another list here",
        ),
    )
    .hint(both(
        "gebruik een gewone lus: zet de binnenste lijst in een eigen for",
        "use a plain loop: put the inner list in a for of its own",
    ))
}

pub(super) fn circle(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::TemplateCircle,
        place,
        both(
            format!("'{name}' komt hier, met een omweg, weer bij zichzelf uit"),
            format!("'{name}' leads back to itself here, through other templates"),
        ),
    )
    .hint(both("haal deze regel weg", "remove this line"))
}

/// Reports a template that builds on itself, and that can build on the one with its name in a theme below.
pub(super) fn circle_of_bases(place: Place, name: &str, own: &str) -> Diagnostic {
    let corrected = place.with(own);
    circle(place, name)
        .hint(both(
            format!("bouw op het sjabloon met dezelfde naam in het thema eronder: {{% extends \"{own}\" %}}"),
            format!("build on the template with the same name in the theme below: {{% extends \"{own}\" %}}"),
        ))
        .correction(corrected)
}

pub(super) fn too_deep(place: Place, name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::TemplateCircle,
        place,
        both(
            format!("'{name}' roept hier een ander sjabloon aan, en dat weer een ander, meer dan 100 keer"),
            format!(
                "'{name}' calls another template here, which calls another, and so on, more than 100 times"
            ),
        ),
    )
    .hint(both("voeg sjablonen samen", "merge some of these templates"))
}

/// Reports a file of a layer that nothing uses; `near` is what may have been meant.
pub fn unused_file(place: Place, near: Option<&str>) -> Diagnostic {
    let file = place.file.clone();
    let remark = Diagnostic::new(
        Code::ThemeFileUnused,
        place,
        both(format!("'{file}' wordt nergens gebruikt"), format!("'{file}' is not used anywhere")),
    );
    match near {
        Some(near) => remark.hint(both(format!("bedoel je '{near}'?"), format!("did you mean '{near}'?"))),
        None => remark.hint(both(
            "een thema heeft theme.yaml en de mappen templates, assets en words",
            "a theme has theme.yaml and the folders templates, assets and words",
        )),
    }
}

pub(super) fn own_theme_file(place: Place) -> Diagnostic {
    let file = place.file.clone();
    Diagnostic::new(
        Code::ThemeFileUnused,
        place,
        both(
            format!(
                "'{file}' wordt niet gelezen: dit is de map met eigen bestanden van het dorp, geen heel thema"
            ),
            format!(
                "'{file}' is not read: this is the folder with the village's own files, not a whole theme"
            ),
        ),
    )
    .hint(both(
        "zet instellingen in site.yaml, onder 'thema: instellingen:'",
        "put settings in site.yaml, under 'theme: settings:'",
    ))
}

pub(super) fn pages_missing(place: Place, names: &[&str]) -> Diagnostic {
    let (count, list) = (names.len(), names.join(", "));
    let noun = if count == 1 { both("sjabloon", "template") } else { both("sjablonen", "templates") };
    Diagnostic::new(
        Code::TemplateMissing,
        place,
        both(
            format!("dit thema mist {count} {}: {list}", noun.nl),
            format!("this theme lacks {count} {}: {list}", noun.en),
        ),
    )
    .hint(both(
        "een thema dat op geen ander bouwt, heeft ze allemaal; met 'bouwt_op: lvkk' in theme.yaml hoeft dat niet",
        "a theme that builds on no other needs them all; with 'extends: lvkk' in theme.yaml it does not",
    ))
}
