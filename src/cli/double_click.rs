//! Handles a double-click on the program in Windows, which passes no arguments: in a village folder it shows
//! the site, elsewhere it explains how to begin. The window stays open until the user has read it.

use std::ffi::OsString;
use std::io::{IsTerminal, stderr, stdin};
use std::path::Path;

use crate::ground::{Both, both};
use crate::read::SITE_FILE;

/// Variables that shells and terminals set for their programs; the Windows desktop sets none of them.
const SHELLS: [&str; 5] = ["PROMPT", "WT_SESSION", "TERM", "TERM_PROGRAM", "SHELL"];

/// The module path of PowerShell, which puts the folder of its user before those of the machine.
const POWERSHELL: &str = "PSModulePath";

/// Whether the program was probably started by a double-click.
pub(super) fn is_double_click(variable: impl Fn(&str) -> Option<String>) -> bool {
    let is_window = cfg!(windows) && stdin().is_terminal() && stderr().is_terminal();
    is_window && has_no_shell(variable)
}

fn has_no_shell(variable: impl Fn(&str) -> Option<String>) -> bool {
    let is_of_machine = |folder: &str| {
        let folder = folder.to_lowercase();
        folder.is_empty() || [r"\program files", r"\system32\"].iter().any(|part| folder.contains(part))
    };
    let is_power_shell = variable(POWERSHELL).is_some_and(|folders| !folders.split(';').all(is_of_machine));
    !is_power_shell && SHELLS.iter().all(|name| variable(name).is_none())
}

/// Returns the command that a double-click in this folder stands for: it shows the site of the village there
/// in the browser. `None` if there is no village.
pub(super) fn command_for_folder(folder: &Path) -> Option<Vec<OsString>> {
    folder.join(SITE_FILE).is_file().then(|| ["dorpsplein", "serve", "--open"].map(OsString::from).to_vec())
}

/// The characters that PowerShell treats as a single quotation mark.
const QUOTES: [char; 5] = ['\'', '\u{2018}', '\u{2019}', '\u{201a}', '\u{201b}'];

/// Explains how to begin with the program at `program`.
pub(super) fn how_to_start(program: &Path) -> Both {
    // Within single quotation marks, PowerShell needs every quotation mark doubled, in any of its forms.
    let program = program.display().to_string();
    let program: String =
        program.chars().flat_map(|sign| vec![sign; 1 + usize::from(QUOTES.contains(&sign))]).collect();
    both(
        format!(
            "In deze map staat geen dorp. Heb je er al een? Zet dit programma dan in de map\n\
             waarin '{SITE_FILE}' staat en dubbelklik daar op het programma: dan zie je de\n\
             site.\n\n\
             Zo begin je een nieuw dorp: zoek PowerShell in het Startmenu, open het, en typ\n\n    \
             & '{program}' nieuw ons-dorp\n"
        ),
        format!(
            "There is no village in this folder. Do you have one? Put this program in the\n\
             folder with '{SITE_FILE}' and double-click it there: it shows the site.\n\n\
             To start a new village, find PowerShell in the Start menu, open it, and type\n\n    \
             & '{program}' new our-village\n"
        ),
    )
}

/// Explains how to close the window.
pub(super) fn how_to_close() -> Both {
    both("Druk op Enter om dit venster te sluiten.", "Press Enter to close this window.")
}

/// Waits until Enter is pressed.
pub(super) fn wait_for_enter() {
    // If the window is closed instead, that is fine too.
    let _ = stdin().read_line(&mut String::new());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_is_recognised_by_its_environment() {
        const MACHINE: &str =
            r"C:\Program Files\WindowsPowerShell\Modules;C:\WINDOWS\system32\WindowsPowerShell\v1.0\Modules";
        const OWN: &str = r"C:\Users\Anja\OneDrive\Documenten\WindowsPowerShell\Modules";
        let has_no_shell_with = |name: &'static str, value: &str| {
            let value = value.to_owned();
            has_no_shell(move |asked| (asked == name).then(|| value.clone()))
        };
        assert!(has_no_shell_with("PATH", r"C:\WINDOWS") && has_no_shell_with(POWERSHELL, MACHINE));
        assert!(!has_no_shell_with("PROMPT", "$P$G") && !has_no_shell_with("WT_SESSION", "1"));
        assert!(!has_no_shell_with(POWERSHELL, &format!("{OWN};{MACHINE}")));
    }

    #[test]
    fn in_a_village_folder_it_shows_the_site() {
        let place = std::env::temp_dir().join(format!("dorpsplein-by-mouse-{}", std::process::id()));
        std::fs::create_dir_all(&place).expect("a folder");
        assert_eq!(command_for_folder(&place), None);
        std::fs::write(place.join(SITE_FILE), "naam: Ee\n").expect("a file");
        let meant = command_for_folder(&place).expect("a village");
        std::fs::remove_dir_all(&place).expect("it is ours");
        assert!(crate::cli::typed::read(meant, crate::ground::Locale::Dutch).is_ok());
    }

    #[test]
    fn the_suggested_command_quotes_the_path() {
        assert!(how_to_start(Path::new("C:\\’t Zandt\\x.exe")).nl.contains("& 'C:\\’’t Zandt\\x.exe' nieuw"));
        let hint = how_to_start(Path::new("C:\\Users\\d'Hondt\\dorpsplein.exe"));
        assert!(hint.nl.contains("& 'C:\\Users\\d''Hondt\\dorpsplein.exe' nieuw ons-dorp"), "{}", hint.nl);
        assert!(hint.en.contains("& 'C:\\Users\\d''Hondt\\dorpsplein.exe' new our-village"), "{}", hint.en);
    }
}
