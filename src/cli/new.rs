//! `dorpsplein new`: a village that begins, with one of everything and a page that explains.

use std::path::Path;

use super::Ending;
use super::show::Screen;
use crate::ground::{Speech, TimeZone, capital, day_in_words};
use crate::pipeline::Today;
use crate::publish::write_new_folder;

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
    (".gitignore", "public/\n.dorpsplein*/\n*.zip\n"),
];

/// Writes the starting village into a new folder, named after it.
pub(super) fn begin(folder: &Path, today: Today, screen: &Screen) -> Ending {
    let zone = TimeZone::get("Europe/Amsterdam").unwrap_or(TimeZone::UTC);
    let today = today.in_zone(&zone);
    let name = village_name(folder);
    let fill = |text: &str| {
        text.replace("{naam}", &name)
            .replace("{dag}", &day_in_words(today).nl)
            .replace("{vandaag}", &today.to_string())
    };
    let files: Vec<(String, Vec<u8>)> =
        FILES.iter().map(|(path, text)| (fill(path), fill(text).into_bytes())).collect();
    let borrowed: Vec<(&str, &[u8])> =
        files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    match write_new_folder(folder, &borrowed) {
        Ok(()) => {
            let folder = folder.display();
            screen.say(&match screen.speech() {
                Speech::Dutch => format!("het dorp staat in de map '{folder}'; begin met {folder}/LEESMIJ.md\nmaak de site met: dorpsplein bouw {folder}"),
                Speech::English => format!("the village is in the folder '{folder}'; begin with {folder}/LEESMIJ.md\nmake the site with: dorpsplein build {folder}"),
            });
            Ending::Done
        }
        Err(failure) => screen.refused(&failure.message(), screen.speech()),
    }
}

/// `ons-dorp` is called "Ons dorp"; a name with capitals stays as it is.
fn village_name(folder: &Path) -> String {
    let name =
        folder.file_name().map(|name| name.to_string_lossy().replace(['-', '_'], " ")).unwrap_or_default();
    let name: String = name.chars().filter(|c| !matches!(c, '"' | '\\' | ':' | '#')).collect();
    let name = capital(name.trim());
    if name.is_empty() { "Ons dorp".to_owned() } else { name }
}
