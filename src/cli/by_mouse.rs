//! Who double-clicks the program on Windows sees a window that is gone before it can be read: it stays, and says how to
//! begin.

use std::io::{IsTerminal, stderr, stdin};
use std::path::Path;

use crate::ground::{Both, both};

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

/// How to begin, with the program that lies at `program`.
pub(super) fn how_to_begin(program: &Path) -> Both {
    // Within single quotation marks PowerShell wants those that are in the name twice.
    let program = program.display().to_string().replace('\'', "''");
    both(
        format!(
            "\nDit programma heeft geen vensters: je typt zelf wat het moet doen.\n\
             Zoek PowerShell in het Startmenu, open het, en begin zo:\n\n    \
             & '{program}' nieuw ons-dorp\n\n\
             Druk op Enter om dit venster te sluiten."
        ),
        format!(
            "\nThis program has no windows: you type what it is to do.\n\
             Find PowerShell in the Start menu, open it, and begin like this:\n\n    \
             & '{program}' new our-village\n\n\
             Press Enter to close this window."
        ),
    )
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
    fn what_is_to_be_typed_can_be_typed() {
        let told = how_to_begin(Path::new("C:\\Users\\d'Hondt\\dorpsplein.exe"));
        assert!(told.nl.contains("& 'C:\\Users\\d''Hondt\\dorpsplein.exe' nieuw ons-dorp"), "{}", told.nl);
        assert!(told.en.contains("& 'C:\\Users\\d''Hondt\\dorpsplein.exe' new our-village"), "{}", told.en);
    }
}
