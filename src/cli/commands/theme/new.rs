//! `dorpsplein theme new`: starts a theme, with a self-explanatory file of each kind.

use std::path::Path;

use crate::cli::ExitStatus;
use crate::cli::show::Screen;
use crate::ground::{Both, Locale, as_argument, both, is_device_name, slug};
use crate::publish::write_new_folder;
use crate::theme::{API, THEME_FILE, is_theme_name};

/// The files of a new theme, apart from the manifest, which is in the language of its maker. `{name}`,
/// `{title}`, `{extends}` and `{api}` are filled in.
const FILES: &[(&str, &str)] = &[
    ("README.md", include_str!("starter/README.md")),
    ("templates/base.html", include_str!("starter/base.html")),
    ("assets/extra.css", include_str!("starter/extra.css")),
    ("words/nl.yaml", include_str!("starter/nl.yaml")),
    ("words/en.yaml", include_str!("starter/en.yaml")),
    ("words/fy.yaml", include_str!("starter/fy.yaml")),
    ("words/nds.yaml", include_str!("starter/nds.yaml")),
    ("words/de.yaml", include_str!("starter/de.yaml")),
];

/// Writes the files of a new theme to a new folder, named after it.
pub(super) fn begin(folder: &Path, extends: &str, screen: &Screen) -> ExitStatus {
    let typed = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = slug(&typed);
    for word in [typed.as_str(), extends] {
        if !is_theme_name(word) {
            screen.say(bad_name(word, &slug(word)).in_locale(screen.locale()));
            return ExitStatus::UsageError;
        }
    }
    if name == extends {
        screen.say(builds_on_itself(&name).in_locale(screen.locale()));
        return ExitStatus::UsageError;
    }
    let title = crate::ground::capital(&name.replace('-', " "));
    let fill = |text: &str| {
        text.replace("{name}", &name)
            .replace("{title}", &title)
            .replace("{extends}", extends)
            .replace("{api}", &API.to_string())
    };
    let manifest = match screen.locale() {
        Locale::Dutch => include_str!("starter/theme.nl.yaml"),
        Locale::English => include_str!("starter/theme.en.yaml"),
    };
    let starter_files = [(THEME_FILE, manifest)].into_iter().chain(FILES.iter().copied());
    let files: Vec<(&str, Vec<u8>)> =
        starter_files.map(|(path, text)| (path, fill(text).into_bytes())).collect();
    let borrowed: Vec<(&str, &[u8])> = files.iter().map(|(path, bytes)| (*path, bytes.as_slice())).collect();
    match write_new_folder(folder, &borrowed) {
        Ok(()) => {
            screen.say(theme_begun(&folder.display().to_string()).in_locale(screen.locale()));
            ExitStatus::Done
        }
        Err(failure) => screen.refused(&failure.message(), screen.locale()),
    }
}

fn theme_begun(folder: &str) -> Both {
    let typed = as_argument(folder);
    both(
        format!(
            "het thema staat in de map '{folder}'; begin met {folder}/README.md\nprobeer het uit met: dorpsplein thema controleer {typed}"
        ),
        format!(
            "the theme is in the folder '{folder}'; begin with {folder}/README.md\ntry it out with: dorpsplein theme check {typed}"
        ),
    )
}

fn bad_name(word: &str, meant: &str) -> Both {
    let meant = Some(meant).filter(|meant| is_theme_name(meant)).unwrap_or("mijn-provincie");
    if is_device_name(word) {
        return both(
            format!(
                "'{word}' kan niet de naam van een thema zijn: Windows houdt die voor zichzelf\nkies een andere naam"
            ),
            format!(
                "'{word}' cannot be the name of a theme: Windows reserves that name\nchoose another name"
            ),
        );
    }
    both(
        format!(
            "'{word}' kan niet de naam van een thema zijn\ngebruik kleine letters, cijfers en streepjes, hooguit 60: {meant}"
        ),
        format!(
            "'{word}' cannot be the name of a theme\nuse lowercase letters, digits and hyphens, at most 60: {meant}"
        ),
    )
}

fn builds_on_itself(name: &str) -> Both {
    both(
        format!(
            "een thema dat '{name}' heet, kan niet op '{name}' bouwen\ngeef het een andere naam, of noem achter --bouwt-op het thema waar het overheen ligt"
        ),
        format!(
            "a theme called '{name}' cannot build on '{name}'\ngive it another name, or use --extends to name the theme that it builds on"
        ),
    )
}
