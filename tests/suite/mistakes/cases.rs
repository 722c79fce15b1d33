//! Small sites and the messages about them, compared letter by letter. `BLESS=1 cargo test` rewrites the
//! expected output; read the diff before you commit it.
//!
//! `tests/sites/<case>/site` is a village folder. Beside it: `says.txt`, the whole output of `check`; for
//! some cases `out/`, a few of the files that `build` writes, and `out.txt`, the names of all of them. A
//! `recipe` creates what a repository cannot hold: links, pipes, large files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use dorpsplein::ground::Code;

use super::codes_elsewhere::SHOWN_ELSEWHERE;
use crate::support::{Folder, Ran, TODAY, copy_tree, project, run, tree};

fn all_cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(project().join("tests/sites")).expect("the cases");
    let mut cases: Vec<PathBuf> =
        entries.map(|entry| entry.expect("a case").path()).filter(|path| is_possible_here(path)).collect();
    cases.sort();
    cases
}

/// Whether a case can be laid out on this machine.
fn is_possible_here(case: &Path) -> bool {
    let needs_unix = case.file_name().is_some_and(|name| NOT_ON_WINDOWS.iter().any(|one| name == *one));
    case.is_dir() && !(cfg!(windows) && needs_unix)
}

/// Cases with links and pipes.
const NOT_ON_WINDOWS: [&str; 2] = ["link-on-disk", "not-a-file"];

fn blessing() -> bool {
    std::env::var_os("BLESS").is_some()
}

/// Lays out the village of a case in its own folder, with what its recipe adds.
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
        // A theme of one line: the expected output is then the content of a page without its surroundings.
        ["bare"] => folder.write(
            "site/thema/templates/base.html",
            "<!doctype html>\n<title>{{ page.whole_title }}</title>\n{{ page.json_ld }}\n{% block head %}{% endblock %}{% block content %}{% endblock %}",
        ),
        _ => panic!("unknown recipe: {line}"),
    }
}

/// The output of `check` for a case, for people and for programs.
struct Checked {
    case: PathBuf,
    human: Ran,
    json: Ran,
}

/// Checks every case once for people and once for programs; all tests here share the result.
fn checked_cases() -> &'static [Checked] {
    static CHECKED: OnceLock<Vec<Checked>> = OnceLock::new();
    CHECKED.get_or_init(|| {
        let check = |case: &PathBuf| {
            let folder = lay_out(case);
            Checked { case: case.clone(), human: check_as(&folder, "human"), json: check_as(&folder, "json") }
        };
        let all = all_cases();
        let (one, other) = all.split_at(all.len() / 2);
        let half = |cases: &[PathBuf]| cases.iter().map(check).collect::<Vec<Checked>>();
        std::thread::scope(|scope| {
            let other = scope.spawn(|| half(other));
            let mut checked = half(one);
            checked.extend(other.join().expect("no panic"));
            checked
        })
    })
}

fn check_as(folder: &Folder, form: &str) -> Ran {
    let site = folder.join("site");
    run(&["check", site.to_str().expect("a path"), "--today", TODAY, "--format", form])
}

#[test]
fn every_case_prints_its_expected_output() {
    let mut wrong = Vec::new();
    for Checked { case, human, .. } in checked_cases() {
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

/// Turns `assets/site.3f2a.css` into `assets/site.*.css`, so that a new style does not change every case.
fn without_fingerprint(name: &str) -> String {
    match name.split('.').collect::<Vec<_>>().as_slice() {
        [stem, _, ending] if stem.starts_with("assets/") => format!("{stem}.*.{ending}"),
        _ => name.to_owned(),
    }
}

#[test]
fn every_case_builds_its_expected_files() {
    let mut wrong = Vec::new();
    for case in all_cases().iter().filter(|case| case.join("out.txt").exists()) {
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
            wrong.push(format!("== {}: different files\n{names}", case.display()));
        }
        for (name, expected) in tree(&case.join("out")) {
            let bytes = made.get(&name).unwrap_or_else(|| panic!("{}: {name} was not built", case.display()));
            if blessing() {
                fs::write(case.join("out").join(&name), bytes).expect("blessed");
            } else if *bytes != expected {
                wrong.push(format!("== {}/{name}\n{}", case.display(), String::from_utf8_lossy(bytes)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A diagnostic as one line: its severity, and `file:line:column` or the file alone.
type Line = (&'static str, String);

/// Returns the diagnostics as people see them, from top to bottom, with the first line of each message.
fn lines_for_people(said: &str) -> Vec<(Line, String)> {
    const WORDS: [(&str, &str); 6] = [
        ("fout: ", "error"),
        ("waarschuwing: ", "warning"),
        ("opmerking: ", "notice"),
        ("error: ", "error"),
        ("warning: ", "warning"),
        ("note: ", "notice"),
    ];
    let mut title = None;
    let mut lines = Vec::new();
    for line in said.lines() {
        let begun = WORDS.iter().find_map(|(word, severity)| Some((*severity, line.strip_prefix(word)?)));
        if let Some((severity, message)) = begun {
            assert!(title.is_none(), "no place for {title:?}");
            title = Some((severity, message.to_owned()));
        } else if let Some(place) = line.trim_start().strip_prefix("--> ") {
            let (severity, message) = title.take().unwrap_or_else(|| panic!("no message for {place}"));
            lines.push(((severity, place.to_owned()), message));
        }
    }
    assert!(title.is_none(), "no place for {title:?}");
    lines
}

/// Returns the same as programs read them.
fn lines_for_programs(document: &serde_json::Value) -> Vec<(Line, String)> {
    let remarks = document["remarks"].as_array().expect("a list");
    let line = |remark: &serde_json::Value| {
        let severity = match remark["severity"].as_str() {
            Some("error") => "error",
            Some("warning") => "warning",
            Some("notice") => "notice",
            other => panic!("{other:?} is not a severity"),
        };
        let file = remark["file"].as_str().expect("a file");
        let place = match (remark["line"].as_u64(), remark["column"].as_u64()) {
            (Some(0), Some(0)) => file.to_owned(),
            (Some(line @ 1..), Some(column @ 1..)) => format!("{file}:{line}:{column}"),
            other => panic!("{file}: {other:?} is not a place"),
        };
        let message = remark["message"].as_str().expect("a message").lines().next().unwrap_or_default();
        ((severity, place), message.to_owned())
    };
    remarks.iter().map(line).collect()
}

#[test]
fn every_case_reports_the_same_to_people_and_as_json() {
    for Checked { case, human, json } in checked_cases() {
        let case = case.display();
        let document: serde_json::Value =
            serde_json::from_str(&json.out).unwrap_or_else(|error| panic!("{case}: {error}"));
        let lines = lines_for_people(&human.said());
        assert_eq!(lines, lines_for_programs(&document), "{case}");
        for (many, severity) in [("errors", "error"), ("warnings", "warning"), ("notes", "notice")] {
            let count = lines.iter().filter(|((of_line, _), _)| *of_line == severity).count();
            assert_eq!(document[many], count, "{many} of {case}");
        }
        assert_eq!(human.code, json.code, "{case}");
    }
}

/// Returns the codes that the cases show.
pub fn codes_in_cases() -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    for Checked { json, .. } in checked_cases() {
        let document: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
        let remarks = document["remarks"].as_array().expect("a list");
        seen.extend(remarks.iter().map(|remark| remark["code"].as_str().expect("a code").to_owned()));
    }
    seen
}

#[cfg(not(windows))]
#[test]
fn every_code_has_a_case() {
    let seen = codes_in_cases();
    let is_shown = |code: &Code| {
        seen.contains(code.name()) || SHOWN_ELSEWHERE.iter().any(|elsewhere| elsewhere.code == *code)
    };
    let missing: Vec<&str> =
        Code::ALL.iter().filter(|code| !is_shown(code)).map(|code| code.name()).collect();
    assert!(missing.is_empty(), "codes without a case: {missing:?}");
}
