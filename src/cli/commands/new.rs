//! `dorpsplein new`: starts a village, with one of everything and a page that explains it.

use std::path::Path;

use super::host;
use crate::cli::ExitStatus;
use crate::cli::refusals::village_above;
use crate::cli::show::Screen;
use crate::cli::typed::ChosenHost;
use crate::ground::{Both, as_argument, both, capital, day_in_words, dutch_zone};
use crate::pipeline::Today;
use crate::publish::{seal, write_new_folder};
use crate::read::SITE_FILE;
use crate::setup::{Publishing, with_host};

/// The files of the starting village. `{naam}`, `{dag}` (today in words) and `{vandaag}` are filled in.
const FILES: &[(&str, &str)] = &[
    ("site.yaml", include_str!("starter/site.yaml")),
    ("LEESMIJ.md", include_str!("starter/LEESMIJ.md")),
    ("agenda/koffie.md", include_str!("starter/koffie.md")),
    ("locaties/dorpshuis.md", include_str!("starter/dorpshuis.md")),
    ("organisaties/dorpsraad.md", include_str!("starter/dorpsraad.md")),
    ("nieuws/{vandaag}-welkom.md", include_str!("starter/welkom.md")),
    ("paginas/index.md", include_str!("starter/index.md")),
    ("paginas/handboek.md", include_str!("starter/handboek.md")),
    ("media/LEESMIJ.txt", include_str!("starter/media.txt")),
    (".gitignore", "public/\n.dorpsplein*/\ndorpsplein.exe\n*.zip\n!themas/.packages/*.zip\n"),
];

/// Writes the starting village to a new folder, named after it.
pub(super) fn begin(folder: &Path, today: Today, chosen: Option<&ChosenHost>, screen: &Screen) -> ExitStatus {
    if let Some(message) = no_folder_name(folder) {
        screen.say(message.in_locale(screen.locale()));
        return ExitStatus::UsageError;
    }
    let today = today.in_zone(&dutch_zone());
    let name = village_name(folder);
    let fill = |text: &str| {
        text.replace("{naam}", &name)
            .replace("{dag}", &day_in_words(today).nl)
            .replace("{vandaag}", &today.to_string())
    };
    let publishing = Publishing {
        village: name.clone(),
        checksum: chosen.and_then(|chosen| chosen.checksum.clone()),
        ..Publishing::default()
    };
    let mut files: Vec<(String, Vec<u8>)> =
        FILES.iter().map(|(path, text)| (fill(path), fill(text).into_bytes())).collect();
    if let Some(chosen) = chosen {
        let site_file = FILES.iter().find(|(path, _)| *path == SITE_FILE).map(|(_, text)| fill(text));
        let with_host_named = site_file.and_then(|text| with_host(&text, chosen.host, publishing.locale));
        files.extend(with_host_named.map(|text| (SITE_FILE.to_owned(), text.into_bytes())));
        let host_files = crate::setup::files(chosen.host, &publishing).into_iter();
        files.extend(host_files.map(|(path, text)| (path.clone(), seal(&path, &text).into_bytes())));
    }
    let borrowed: Vec<(&str, &[u8])> =
        files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    match write_new_folder(folder, &borrowed) {
        Ok(()) => {
            let typed = as_argument(&folder.display().to_string());
            let (place, first, folder) = (folder, folder.join("LEESMIJ.md"), folder.display());
            let first = first.display();
            let message = both(
                format!(
                    "het dorp staat in de map '{folder}'; begin met {first}\nmaak de site met: dorpsplein bouw {typed}"
                ),
                format!(
                    "the village is in the folder '{folder}'; begin with {first}\nbuild the site with: dorpsplein build {typed}"
                ),
            );
            screen.say(message.in_locale(screen.locale()));
            if let Some(chosen) = chosen {
                host::conclude(place, chosen, &publishing, screen);
            }
            ExitStatus::Done
        }
        Err(failure) => screen.refused(&failure.message(), screen.locale()),
    }
}

/// The extensions of file names that users type by mistake for a village.
const OF_FILES: [&str; 12] =
    ["yaml", "yml", "md", "markdown", "txt", "html", "htm", "zip", "exe", "docx", "pdf", "jpg"];

/// Returns the message for a name that is a file name: a village is a folder with files in it.
fn no_folder_name(folder: &Path) -> Option<Both> {
    let name = folder.file_name()?.to_str()?;
    let ending = folder.extension()?.to_str()?.to_lowercase();
    if !OF_FILES.contains(&ending.as_str()) {
        return None;
    }
    if let Some(village) = village_above(folder) {
        return Some(both(
            format!(
                "'{name}' is de naam van een bestand, en het dorp is er al: {village}\nmaak het bestand zelf in die map, bijvoorbeeld met Kladblok; daar is geen opdracht voor nodig"
            ),
            format!(
                "'{name}' is the name of a file, and the village already exists: {village}\ncreate the file yourself in that folder, for example with Notepad; that needs no command"
            ),
        ));
    }
    let above = folder.parent().filter(|above| !above.as_os_str().is_empty());
    // `dorp/site.yaml` is a file of that village, and `koffie.zip` says what the village is called.
    let stem = folder.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let is_of_village = FILES.iter().any(|(path, _)| path.rsplit('/').next() == Some(name));
    let meant = match above {
        Some(above) => as_argument(&above.display().to_string()),
        None if is_of_village || ["md", "markdown", "yaml", "yml"].contains(&ending.as_str()) => {
            "ons-dorp".to_owned()
        }
        None => as_argument(stem),
    };
    Some(both(
        format!(
            "'{name}' is de naam van een bestand, en een dorp is een map met bestanden\nschrijf bijvoorbeeld: dorpsplein nieuw {meant}"
        ),
        format!(
            "'{name}' is the name of a file, but a village is a folder with files in it\nwrite, for example: dorpsplein new {meant}"
        ),
    ))
}

/// Returns the name of the village: `ons-dorp` becomes "Ons dorp"; a name with capitals stays as it is.
fn village_name(folder: &Path) -> String {
    let typed = folder.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let has_capitals = typed.chars().any(char::is_uppercase);
    let name = if has_capitals { typed.into_owned() } else { typed.replace(['-', '_'], " ") };
    let name: String =
        name.chars().filter(|c| !matches!(c, '"' | '\\' | ':' | '#') && !c.is_control()).collect();
    let name = capital(name.trim());
    if name.is_empty() { "Ons dorp".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_is_refused_as_a_village() {
        for (typed, meant) in [
            ("site.yaml", "nieuw ons-dorp"),
            ("agenda.md", "nieuw ons-dorp"),
            ("Dorp/site.yaml", "nieuw Dorp"),
            ("Wapserveen.zip", "nieuw Wapserveen"),
        ] {
            let refusal = no_folder_name(Path::new(typed)).expect(typed);
            assert!(refusal.nl.ends_with(meant), "{typed}: {}", refusal.nl);
        }
        for folder in ["ons-dorp", "St.Annen", "dorpen/2.Exloërmond", "..", "."] {
            assert!(no_folder_name(Path::new(folder)).is_none(), "{folder}");
        }
    }

    #[test]
    fn a_village_is_named_after_its_folder() {
        for (folder, name) in [
            ("ons-dorp", "Ons dorp"),
            ("dorpen/oude_pekela", "Oude pekela"),
            ("'s-Gravendeel", "'s-Gravendeel"),
            ("Nieuw-Amsterdam", "Nieuw-Amsterdam"),
            ("2e Exloërmond", "2e Exloërmond"),
            ("..", "Ons dorp"),
        ] {
            assert_eq!(village_name(Path::new(folder)), name, "{folder}");
        }
    }
}
