//! `dorpsplein theme new`: a theme that begins, with a file of each kind that explains itself.

use std::path::Path;

use crate::cli::Ending;
use crate::cli::show::Screen;
use crate::ground::{Both, as_argument, both, slug};
use crate::publish::write_new_folder;
use crate::theme::API;

/// The files of a theme that begins. `{name}`, `{title}`, `{extends}` and `{api}` are filled in.
const FILES: &[(&str, &str)] = &[
    ("theme.yaml", include_str!("starter/theme.yaml")),
    ("README.md", include_str!("starter/README.md")),
    ("templates/base.html", include_str!("starter/base.html")),
    ("assets/extra.css", include_str!("starter/extra.css")),
    ("words/nl.yaml", include_str!("starter/nl.yaml")),
    ("words/en.yaml", include_str!("starter/en.yaml")),
    ("words/fy.yaml", include_str!("starter/fy.yaml")),
    ("words/nds.yaml", include_str!("starter/nds.yaml")),
    ("words/de.yaml", include_str!("starter/de.yaml")),
];

/// Writes the files of a new theme into a new folder, named after it.
pub(super) fn begin(folder: &Path, extends: &str, screen: &Screen) -> Ending {
    let typed = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = slug(&typed);
    for word in [typed.as_str(), extends] {
        if word.is_empty() || slug(word) != word {
            screen.say(bad_name(word, &slug(word)).in_speech(screen.speech()));
            return Ending::CalledWrong;
        }
    }
    let title = crate::ground::capital(&name.replace('-', " "));
    let fill = |text: &str| {
        text.replace("{name}", &name)
            .replace("{title}", &title)
            .replace("{extends}", extends)
            .replace("{api}", &API.to_string())
    };
    let files: Vec<(&str, Vec<u8>)> =
        FILES.iter().map(|(path, text)| (*path, fill(text).into_bytes())).collect();
    let borrowed: Vec<(&str, &[u8])> = files.iter().map(|(path, bytes)| (*path, bytes.as_slice())).collect();
    match write_new_folder(folder, &borrowed) {
        Ok(()) => {
            screen.say(begun(&folder.display().to_string()).in_speech(screen.speech()));
            Ending::Done
        }
        Err(failure) => screen.refused(&failure.message(), screen.speech()),
    }
}

fn begun(folder: &str) -> Both {
    let typed = as_argument(folder);
    both(
        format!(
            "het thema staat in de map '{folder}'; begin met {folder}/README.md\nprobeer het uit met: dorpsplein thema controleer {typed}"
        ),
        format!(
            "the theme is in the folder '{folder}'; begin with {folder}/README.md\ntry it with: dorpsplein theme check {typed}"
        ),
    )
}

fn bad_name(word: &str, meant: &str) -> Both {
    both(
        format!(
            "'{word}' kan niet de naam van een thema zijn\ngebruik kleine letters, cijfers en streepjes: {meant}"
        ),
        format!("'{word}' cannot be the name of a theme\nuse small letters, digits and hyphens: {meant}"),
    )
}
