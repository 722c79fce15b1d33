//! Codes that no folder in a repository can trigger, each with the test that covers it instead.

use std::fs;

use dorpsplein::ground::Code;

use super::cases::codes_in_cases;
use crate::support::project;

/// A code that no folder in a repository can trigger.
pub struct Elsewhere {
    pub code: Code,
    /// The file of the test that covers it and names it, as a path from the top of the repository.
    shown: &'static str,
    /// What a folder would need to trigger it.
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
    elsewhere(Code::PortalEmptied, PORTAL, "an earlier portal"),
    elsewhere(Code::SourceElsewhere, "src/region/tests.rs", "another site"),
    elsewhere(Code::ProofNesting, THEME, "its own theme"),
    elsewhere(Code::ProofRequest, THEME, "its own theme"),
    elsewhere(Code::ProofContrast, THEME, "its own theme"),
    elsewhere(Code::ProofMissingWord, THEME, "its own theme"),
    elsewhere(Code::FormerContract, LAYERS, "a later contract"),
    elsewhere(Code::ThemeTooOld, LAYERS, "a later contract"),
    elsewhere(Code::ThemeOlderThanOurs, ADDED_THEMES, "all templates of the standard theme"),
    elsewhere(Code::FileGone, "src/read/source.rs", "a file that disappears at the right moment"),
    elsewhere(Code::HostTooManyFiles, DOCTOR, "20,001 files"),
    elsewhere(Code::HostSiteTooLarge, DOCTOR, "a gigabyte"),
    elsewhere(Code::HostNameRefused, DOCTOR, "a name that the program never gives"),
    elsewhere(Code::HostNoNotFoundPage, DOCTOR, "a site without that page"),
    elsewhere(Code::HostTooManyRedirects, HOSTS, "1,001 old addresses"),
];

/// A code is named by its variant, or between quotation marks by the name that programs read.
#[test]
fn codes_covered_elsewhere_are_named_there_and_have_no_case() {
    let seen = codes_in_cases();
    for Elsewhere { code, shown, needs } in SHOWN_ELSEWHERE {
        let name = code.name();
        assert!(!seen.contains(name), "{name} has a case now, although it would need {needs}");
        let test =
            fs::read_to_string(project().join(shown)).unwrap_or_else(|error| panic!("{shown}: {error}"));
        // In this file only the tests count: the list above names all of them.
        let test = if *shown == HERE { test.split("#[test]").skip(1).collect() } else { test };
        let names = [format!("Code::{code:?}"), format!("\"{name}\""), format!("\\\"{name}\\\"")];
        assert!(names.iter().any(|name| test.contains(name)), "{shown} does not name {name}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_name_that_is_not_unicode_has_its_own_code() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    use crate::support::{Folder, TODAY, VILLAGE, run};

    let site = Folder::with(VILLAGE);
    fs::write(site.join("agenda").join(OsStr::from_bytes(b"caf\xe9.md")), "x").expect("a file");
    let path = site.path().to_str().expect("a path");
    let ran = run(&["check", path, "--today", TODAY, "--format", "json"]);
    assert!(ran.code == 1 && ran.out.contains("\"unreadable-name\""), "{}", ran.said());
}
