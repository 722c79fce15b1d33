//! Codes that no folder in a repository can bring about, each with the test that shows it instead.

use std::fs;

use dorpsplein::ground::Code;

use super::cases::seen;
use crate::support::project;

/// A code that no folder in a repository can bring about.
pub struct Elsewhere {
    pub code: Code,
    /// The file of the test that shows it instead, and names it there, from the top of the repository.
    shown: &'static str,
    /// What a folder would need for it.
    needs: &'static str,
}

const fn elsewhere(code: Code, shown: &'static str, needs: &'static str) -> Elsewhere {
    Elsewhere { code, shown, needs }
}

const HERE: &str = "tests/suite/mistakes/codes_elsewhere.rs";
const NO_PERMISSION: &str = "tests/suite/mistakes/no_permission.rs";
const LINKS: &str = "tests/suite/program/outside_links.rs";
const PORTAL: &str = "tests/suite/portal/kept.rs";
const THEME: &str = "tests/suite/themes/check.rs";
const LAYERS: &str = "tests/suite/themes/layers.rs";
const ADDED_THEMES: &str = "tests/suite/themes/condition.rs";
const HOSTS: &str = "tests/suite/hosting/hosts.rs";
const DOCTOR: &str = "src/village/hosting/doctor/tests.rs";

pub const SHOWN_ELSEWHERE: &[Elsewhere] = &[
    elsewhere(Code::UnreadableFile, NO_PERMISSION, "another user"),
    elsewhere(Code::UnreadableName, HERE, "a name that is not Unicode"),
    elsewhere(Code::OutsideLinkDead, LINKS, "other sites"),
    elsewhere(Code::OutsideLinkMoved, LINKS, "other sites"),
    elsewhere(Code::PortalEmptied, PORTAL, "a portal of before"),
    elsewhere(Code::SourceElsewhere, "src/region/tests.rs", "another site"),
    elsewhere(Code::ProofNesting, THEME, "a theme of its own"),
    elsewhere(Code::ProofRequest, THEME, "a theme of its own"),
    elsewhere(Code::ProofContrast, THEME, "a theme of its own"),
    elsewhere(Code::ProofMissingWord, THEME, "a theme of its own"),
    elsewhere(Code::FormerContract, LAYERS, "a later contract"),
    elsewhere(Code::ThemeTooOld, LAYERS, "a later contract"),
    elsewhere(Code::ThemeOlderThanOurs, ADDED_THEMES, "all templates of the standard theme"),
    elsewhere(Code::FileGone, "src/read/source.rs", "a file to go at the right moment"),
    elsewhere(Code::HostTooManyFiles, DOCTOR, "20,001 files"),
    elsewhere(Code::HostSiteTooLarge, DOCTOR, "a gigabyte"),
    elsewhere(Code::HostNameRefused, DOCTOR, "a name that the program does not give"),
    elsewhere(Code::HostNoNotFoundPage, DOCTOR, "a site without that page"),
    elsewhere(Code::HostTooManyRedirects, HOSTS, "1,001 old addresses"),
];

/// It is named by its name in the program, or by the one that programs read: between quotation marks.
#[test]
fn what_is_shown_elsewhere_is_named_there_and_has_no_case() {
    let seen = seen();
    for Elsewhere { code, shown, needs } in SHOWN_ELSEWHERE {
        let name = code.name();
        assert!(!seen.contains(name), "{name} has a case now, although it would need {needs}");
        let test =
            fs::read_to_string(project().join(shown)).unwrap_or_else(|error| panic!("{shown}: {error}"));
        // Of this file only the tests count: the list above names all of them.
        let test = if *shown == HERE { test.split("#[test]").skip(1).collect() } else { test };
        let names = [format!("Code::{code:?}"), format!("\"{name}\""), format!("\\\"{name}\\\"")];
        assert!(names.iter().any(|name| test.contains(name)), "{shown} does not name {name}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    use crate::support::{Folder, TODAY, VILLAGE, run};

    let site = Folder::with(VILLAGE);
    fs::write(site.join("agenda").join(OsStr::from_bytes(b"caf\xe9.md")), "x").expect("a file");
    let path = site.path().to_str().expect("a path");
    let ran = run(&["check", path, "--today", TODAY, "--format", "json"]);
    assert!(ran.code == 1 && ran.out.contains("\"unreadable-name\""), "{}", ran.said());
}
