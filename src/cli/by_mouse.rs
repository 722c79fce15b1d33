//! Who double-clicks the program on Windows types nothing: in the folder of a village it shows the site, elsewhere it says
//! how to begin. The window stays until it was read.

use std::ffi::OsString;
use std::io::{IsTerminal, stderr, stdin};
use std::path::Path;

use crate::ground::{Both, both};
use crate::read::SITE_FILE;

/// What the shells and terminals of Windows tell the programs in them, at least one of these; the desktop tells none.
/// Who is wrongly taken for somebody with a mouse only presses Enter once.
const SHELLS: [&str; 6] =
    ["PROMPT", "WT_SESSION", "TERM", "TERM_PROGRAM", "SHELL", "POWERSHELL_DISTRIBUTION_CHANNEL"];

/// Whether somebody without a terminal looks at this.
pub(super) fn is_likely(is_set: impl Fn(&str) -> bool) -> bool {
    let is_window = cfg!(windows) && stdin().is_terminal() && stderr().is_terminal();
    is_window && has_no_shell(is_set)
}

fn has_no_shell(is_set: impl Fn(&str) -> bool) -> bool {
    !SHELLS.iter().any(|name| is_set(name))
}

/// What is meant by a double click in this folder, as if it were typed: the site of the village that lies there, in the
/// browser. Nothing when there is none.
pub(super) fn meant_in(folder: &Path) -> Option<Vec<OsString>> {
    folder.join(SITE_FILE).is_file().then(|| ["dorpsplein", "serve", "--open"].map(OsString::from).to_vec())
}

/// How to begin, with the program that lies at `program`.
pub(super) fn how_to_begin(program: &Path) -> Both {
    // Within single quotation marks PowerShell wants those that are in the name twice.
    let program = program.display().to_string().replace('\'', "''");
    both(
        format!(
            "In deze map staat geen dorp. Heb je er al een? Zet dit programma dan in de map\n\
             waarin '{SITE_FILE}' staat, en dubbelklik het daar: dan zie je de site.\n\n\
             Zo begin je een nieuw dorp: zoek PowerShell in het Startmenu, open het, en typ\n\n    \
             & '{program}' nieuw ons-dorp\n"
        ),
        format!(
            "There is no village in this folder. Do you have one? Put this program into the\n\
             folder with '{SITE_FILE}', and double-click it there: it shows the site.\n\n\
             To begin a new village, find PowerShell in the Start menu, open it, and type\n\n    \
             & '{program}' new our-village\n"
        ),
    )
}

/// What closes the window.
pub(super) fn how_to_leave() -> Both {
    both("Druk op Enter om dit venster te sluiten.", "Press Enter to close this window.")
}

/// Waits until Enter is pressed.
pub(super) fn wait_for_enter() {
    // Who closes the window has seen enough.
    let _ = stdin().read_line(&mut String::new());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_is_known_by_what_it_tells() {
        assert!(has_no_shell(|name| name == "PATH"));
        assert!(!has_no_shell(|name| name == "PROMPT"));
        assert!(!has_no_shell(|name| name == "WT_SESSION"));
    }

    #[test]
    fn in_the_folder_of_a_village_it_shows_the_site() {
        let place = std::env::temp_dir().join(format!("dorpsplein-by-mouse-{}", std::process::id()));
        std::fs::create_dir_all(&place).expect("a folder");
        assert_eq!(meant_in(&place), None);
        std::fs::write(place.join(SITE_FILE), "naam: Ee\n").expect("a file");
        let meant = meant_in(&place).expect("a village");
        std::fs::remove_dir_all(&place).expect("our own");
        assert!(crate::cli::typed::read(meant, crate::ground::Speech::Dutch).is_ok());
    }

    #[test]
    fn what_is_to_be_typed_can_be_typed() {
        let told = how_to_begin(Path::new("C:\\Users\\d'Hondt\\dorpsplein.exe"));
        assert!(told.nl.contains("& 'C:\\Users\\d''Hondt\\dorpsplein.exe' nieuw ons-dorp"), "{}", told.nl);
        assert!(told.en.contains("& 'C:\\Users\\d''Hondt\\dorpsplein.exe' new our-village"), "{}", told.en);
    }
}
