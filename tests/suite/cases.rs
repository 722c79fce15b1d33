//! Small sites and what is said of them, compared letter by letter. `BLESS=1 cargo test` writes anew what is
//! expected; read the difference before you commit it.
//!
//! `tests/sites/<case>/site` is a village folder. Beside it: `says.txt`, everything that `check` says of it; or
//! `out/`, some of the files that `build` makes of it, with `out.txt`, the names of all. A `recipe` makes what a
//! repository cannot hold: links, pipes, large files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::support::{Folder, Ran, TODAY, copy_tree, project, run, tree};

fn all() -> Vec<PathBuf> {
    let entries = fs::read_dir(project().join("tests/sites")).expect("the cases");
    let mut cases: Vec<PathBuf> =
        entries.map(|entry| entry.expect("a case").path()).filter(|path| path.is_dir()).collect();
    cases.sort();
    cases
}

fn blessing() -> bool {
    std::env::var_os("BLESS").is_some()
}

/// The village of a case in a folder of its own, with what its recipe adds.
fn lay_out(case: &Path) -> Folder {
    let folder = Folder::new();
    fs::create_dir_all(folder.join("site")).expect("a folder");
    if case.join("site").is_dir() {
        copy_tree(&case.join("site"), &folder.join("site"));
    }
    if let Ok(recipe) = fs::read_to_string(case.join("recipe")) {
        for line in recipe.lines() {
            follow(line, &folder);
        }
    }
    folder
}

fn follow(line: &str, folder: &Folder) {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.as_slice() {
        #[cfg(unix)]
        ["link", path, target] => {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            std::os::unix::fs::symlink(target, path).expect("a link");
        }
        #[cfg(unix)]
        ["pipe", path] => {
            let made = std::process::Command::new("mkfifo").arg(folder.join(path)).status().expect("mkfifo");
            assert!(made.success());
        }
        ["big", path, bytes] => folder.write(path, vec![b'a'; bytes.parse().expect("a number")]),
        // A theme of one line, so that what is expected is the content of a page and not its surroundings.
        ["bare"] => folder.write(
            "site/thema/templates/base.html",
            "<!doctype html>\n<title>{{ page.whole_title }}</title>\n{{ page.json_ld }}\n{% block head %}{% endblock %}{% block content %}{% endblock %}",
        ),
        _ => panic!("no such recipe: {line}"),
    }
}

/// What is said of a case, for people and for programs.
struct Told {
    case: PathBuf,
    human: Ran,
    json: Ran,
}

/// Every case is checked once for people and once for programs; all tests here look at the same.
fn told() -> &'static [Told] {
    static TOLD: OnceLock<Vec<Told>> = OnceLock::new();
    TOLD.get_or_init(|| {
        let tell = |case: &PathBuf| {
            let folder = lay_out(case);
            Told { case: case.clone(), human: check_as(&folder, "human"), json: check_as(&folder, "json") }
        };
        let all = all();
        let (one, other) = all.split_at(all.len() / 2);
        let half = |cases: &[PathBuf]| cases.iter().map(tell).collect::<Vec<Told>>();
        std::thread::scope(|scope| {
            let other = scope.spawn(|| half(other));
            let mut told = half(one);
            told.extend(other.join().expect("no surprise"));
            told
        })
    })
}

fn check_as(folder: &Folder, form: &str) -> Ran {
    let site = folder.join("site");
    run(&["check", site.to_str().expect("a path"), "--today", TODAY, "--format", form])
}

#[test]
fn every_case_says_exactly_this() {
    let mut wrong = Vec::new();
    for Told { case, human, .. } in told().iter().filter(|told| !told.case.join("out.txt").exists()) {
        let said = format!("{}(exit code {})\n", human.said(), human.code);
        let expected = case.join("says.txt");
        if blessing() {
            fs::write(&expected, &said).expect("blessed");
        } else if fs::read_to_string(&expected).unwrap_or_default() != said {
            wrong.push(format!("== {}\n{said}", case.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// `assets/site.3f2a.css` is `assets/site.*.css`: a style may change without every case changing with it.
fn without_fingerprint(name: &str) -> String {
    match name.split('.').collect::<Vec<_>>().as_slice() {
        [stem, _, ending] if stem.starts_with("assets/") => format!("{stem}.*.{ending}"),
        _ => name.to_owned(),
    }
}

#[test]
fn every_case_makes_exactly_this() {
    let mut wrong = Vec::new();
    for case in all().iter().filter(|case| case.join("out.txt").exists()) {
        let folder = lay_out(case);
        let (site, output) = (folder.join("site"), folder.join("out"));
        let ran = crate::support::build(&site, &output);
        assert_eq!(ran.code, 0, "{}: {}", case.display(), ran.said());
        let made = tree(&output);
        let mut names: Vec<String> =
            made.keys().map(|name| format!("{}\n", without_fingerprint(name))).collect();
        names.sort();
        let names = names.concat();
        if blessing() {
            fs::write(case.join("out.txt"), &names).expect("blessed");
        } else if fs::read_to_string(case.join("out.txt")).expect("out.txt") != names {
            wrong.push(format!("== {}: other files\n{names}", case.display()));
        }
        for (name, expected) in tree(&case.join("out")) {
            let bytes = made.get(&name).unwrap_or_else(|| panic!("{}: {name} was not made", case.display()));
            if blessing() {
                fs::write(case.join("out").join(&name), bytes).expect("blessed");
            } else if *bytes != expected {
                wrong.push(format!("== {}/{name}\n{}", case.display(), String::from_utf8_lossy(bytes)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_case_tells_the_same_as_json() {
    for Told { case, human, json } in told() {
        let document: serde_json::Value =
            serde_json::from_str(&json.out).unwrap_or_else(|error| panic!("{}: {error}", case.display()));
        let human = human.said();
        for remark in document["remarks"].as_array().expect("a list") {
            let message = remark["message"].as_str().expect("a message").lines().next().unwrap_or_default();
            assert!(human.contains(message), "{}: {message}", case.display());
        }
    }
}

/// Codes that no folder in a repository can bring about, and where they are shown instead.
const SHOWN_ELSEWHERE: &[(&str, &str)] = &[
    ("unreadable-file", "bad_input.rs: needs another user"),
    ("unreadable-name", "bad_input.rs: needs a name that is not Unicode"),
    ("outside-link-dead", "outside_links.rs: needs other sites"),
    ("outside-link-moved", "outside_links.rs: needs other sites"),
    ("source-elsewhere", "src/region/tests.rs: needs another site"),
    ("proof-nesting", "theme_check.rs: needs a theme of its own"),
    ("proof-request", "theme_check.rs: needs a theme of its own"),
    ("proof-contrast", "theme_check.rs: needs a theme of its own"),
    ("proof-unknown-name", "theme_check.rs: needs a theme of its own"),
    ("proof-missing-word", "theme_check.rs: needs a theme of its own"),
    ("former-contract", "themes.rs: needs a later contract"),
    ("theme-too-old", "themes.rs: needs a later contract"),
    ("file-gone", "src/read/source.rs: needs a file to go at the right moment"),
    ("host-too-many-files", "src/village/hosting/doctor/tests.rs: needs 20,001 files"),
    ("host-site-too-large", "src/village/hosting/doctor/tests.rs: needs a gigabyte"),
    ("host-no-not-found-page", "src/village/hosting/doctor/tests.rs: every site has that page"),
    ("host-too-many-redirects", "hosts.rs: needs 1,001 old addresses"),
];

#[test]
fn every_code_has_a_case() {
    let mut seen: BTreeSet<String> = SHOWN_ELSEWHERE.iter().map(|(code, _)| (*code).to_owned()).collect();
    for Told { json, .. } in told() {
        let document: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
        let remarks = document["remarks"].as_array().expect("a list");
        seen.extend(remarks.iter().filter_map(|remark| remark["code"].as_str().map(str::to_owned)));
    }
    let missing: Vec<&str> = dorpsplein::ground::Code::ALL
        .iter()
        .map(|code| code.name())
        .filter(|name| !seen.contains(*name))
        .collect();
    assert!(missing.is_empty(), "codes without a case: {missing:?}");
}
