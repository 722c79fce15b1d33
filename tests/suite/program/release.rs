//! Tests what comes with a release: its version, shell completions, manual pages in both languages and notes.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{Folder, Ran, not_tried, program, project, run, when_there};

/// Runs the program in English.
fn english(arguments: &[&str]) -> Ran {
    Ran::of(program().args(arguments).env("LANG", "en_GB.UTF-8").output().expect("it runs"))
}

/// Runs another program on this text, if this machine has it; shells can check a script without running it.
fn check_with(command: &str, arguments: &[&str], text: &str) -> Option<Ran> {
    let folder = Folder::with(&[("text", text)]);
    let output = Command::new(command).args(arguments).arg(folder.join("text")).stdin(Stdio::null()).output();
    when_there(command, output).map(Ran::of)
}

/// Returns the commit that the program is built from, which is unknown for a source tree without its history.
fn commit() -> Option<String> {
    if !project().join(".git").exists() {
        not_tried("the commit of the program", "this source tree has no git history");
        return None;
    }
    let git = Command::new("git").arg("-C").arg(project()).args(["rev-parse", "HEAD"]).output();
    let git = Ran::of(when_there("git", git)?);
    if git.code != 0 {
        not_tried("the commit of the program", &git.err);
        return None;
    }
    Some(git.out.trim().chars().take(12).collect())
}

#[test]
fn the_version_says_what_the_program_is_built_from() {
    let number = format!("dorpsplein {}", env!("CARGO_PKG_VERSION"));
    let said = run(&["--version"]);
    assert_eq!(said.code, 0);
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines[..2], [number.as_str(), "voor thema's met api: 1"]);
    assert_eq!(english(&["--version"]).out.lines().nth(1), Some("for themes with api: 1"));
    if let Some(commit) = commit() {
        assert!(lines[2].starts_with(&format!("gemaakt van: commit {commit} (20")), "{}", said.out);
    }
    assert_eq!(run(&["-V"]).out, format!("{number}\n"), "the short form is for programs");
}

#[test]
fn no_site_contains_the_commit_of_the_program() {
    let Some(commit) = commit() else { return };
    let output = Folder::new();
    let site = output.join("site");
    assert_eq!(crate::support::build(&project().join("example-site"), &site).code, 0);
    for (path, bytes) in crate::support::tree(&site) {
        let holds = bytes.windows(commit.len()).any(|window| window == commit.as_bytes());
        assert!(!holds, "{path} contains the commit of the program");
    }
}

#[test]
fn completions_have_the_dutch_and_english_name_of_everything() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let dutch = run(&["aanvullingen", shell]);
        assert_eq!((dutch.code, dutch.err.as_str()), (0, ""), "{shell}");
        for name in ["bouw", "build", "controleer", "check", "uitvoer", "output", "vandaag", "today"] {
            assert!(dutch.out.contains(name), "{shell} does not know {name}");
        }
        let english = english(&["completions", shell]);
        assert_eq!(english.code, 0, "{shell}");
        if shell != "bash" {
            assert!(dutch.out.contains("Maakt de site") && !dutch.out.contains("Builds the site"), "{shell}");
            assert!(english.out.contains("Builds the site"), "{shell}");
        }
    }
}

#[test]
fn shells_accept_their_completions() {
    for language in ["nl_NL.UTF-8", "en_GB.UTF-8"] {
        let script = |shell: &str| {
            let mut command = program();
            let ran = command.args(["completions", shell]).env("LANG", language).output().expect("it runs");
            assert!(ran.status.success() && !ran.stdout.is_empty(), "{shell}");
            Ran::of(ran).out
        };
        for (shell, option) in [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")] {
            let Some(read) = check_with(shell, &[option], &script(shell)) else { continue };
            assert_eq!((read.code, read.said()), (0, String::new()), "{shell}");
            let broken = check_with(shell, &[option], "if (\n").expect("it ran a moment ago");
            assert_ne!(broken.code, 0, "{shell} accepts anything");
        }
    }
}

#[test]
fn bash_completes_commands_and_options_by_both_names() {
    let script = run(&["completions", "bash"]).out;
    for (typed, finished) in
        [("bou", "bouw"), ("buil", "build"), ("bouw --uit", "--uitvoer"), ("build --out", "--output")]
    {
        let asks = format!(
            "{script}\nCOMP_WORDS=(dorpsplein {typed}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))\n\
             _dorpsplein dorpsplein \"${{COMP_WORDS[COMP_CWORD]}}\" \"${{COMP_WORDS[COMP_CWORD-1]}}\"\n\
             printf '%s\\n' \"${{COMPREPLY[@]}}\"\n"
        );
        let Some(said) = check_with("bash", &["--norc"], &asks) else { return };
        assert_eq!((said.out.trim(), said.err.as_str()), (finished, ""), "{typed}");
    }
}

#[test]
fn an_unknown_shell_is_reported() {
    let said = run(&["aanvullingen", "tcsh"]);
    assert_eq!(said.code, 64);
    assert!(said.err.contains("'tcsh' kan niet bij") && said.err.contains("bedoel je: zsh?"), "{}", said.err);
}

/// Returns the manual pages in a language, by file name.
fn pages(language: &str) -> Vec<(String, String)> {
    let folder = Folder::new();
    let output = folder.join("man1");
    let path = output.to_str().expect("a path");
    let mut command = program();
    let ran =
        Ran::of(command.args(["man", "--output", path]).env("LANG", language).output().expect("it runs"));
    assert_eq!((ran.code, ran.said()), (0, String::new()));
    let again = Ran::of(command.output().expect("it runs"));
    assert_eq!(again.code, 2, "existing files are not overwritten");
    let read = |name: &Path| fs::read_to_string(output.join(name)).expect("a page");
    let mut pages: Vec<(String, String)> = fs::read_dir(&output)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .map(|name| (name.clone(), read(Path::new(&name))))
        .collect();
    pages.sort();
    pages
}

#[test]
fn every_command_has_a_manual_page_in_both_languages() {
    let names = |language| -> Vec<String> { pages(language).into_iter().map(|(name, _)| name).collect() };
    let (dutch, english) = (names("nl_NL.UTF-8"), names("en_GB.UTF-8"));
    for name in ["dorpsplein.1", "dorpsplein-bouw.1", "dorpsplein-thema-controleer.1"] {
        assert!(dutch.contains(&name.to_owned()), "{dutch:?}");
    }
    for name in ["dorpsplein.1", "dorpsplein-build.1", "dorpsplein-theme-check.1"] {
        assert!(english.contains(&name.to_owned()), "{english:?}");
    }
    assert_eq!(dutch.len(), english.len());
    let shown = run(&["--help"]).out;
    let commands =
        shown.split("Opdrachten:").nth(1).and_then(|rest| rest.split("Opties:").next()).expect("a list");
    for command in commands.lines().filter_map(|line| line.split_whitespace().next()) {
        assert!(dutch.contains(&format!("dorpsplein-{command}.1")), "{command} has no page");
    }
}

#[test]
fn a_dutch_manual_page_has_no_english() {
    let page = run(&["man"]).out;
    for heading in ["NAAM", "OVERZICHT", "BESCHRIJVING", "OPTIES", "OPDRACHTEN", "AFSLUITCODE"] {
        assert!(page.contains(&format!(".SH {heading}\n")), "{page}");
    }
    for (name, page) in pages("nl_NL.UTF-8") {
        for word in [
            "NAME",
            "SYNOPSIS",
            "DESCRIPTION",
            "OPTIONS",
            "COMMANDS",
            "VERSION",
            "Possible",
            "default",
            "ubcommand",
        ] {
            assert!(!page.contains(word), "{name}: {word}");
        }
    }
    let page = english(&["man"]).out;
    for heading in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDS", "EXIT STATUS"] {
        assert!(
            page.contains(&format!(".SH \"{heading}\"\n")) || page.contains(&format!(".SH {heading}\n")),
            "{page}"
        );
    }
}

#[test]
fn groff_reads_the_manual_pages_without_a_warning() {
    for language in ["nl_NL.UTF-8", "en_GB.UTF-8"] {
        for (name, page) in pages(language) {
            if let Some(read) = check_with("groff", &["-man", "-Tutf8", "-Kutf8", "-ww", "-z"], &page) {
                assert_eq!((read.code, read.said()), (0, String::new()), "{name}");
            }
        }
    }
}

/// Runs the script for release notes on a project with this tag and these changes.
fn notes(tag: &str, changes: &str) -> Option<Ran> {
    let manifest = "[package]\nname = \"dorpsplein\"\nversion = \"1.2.0\"\n\n[dependencies]\nclap = \"4\"\n";
    let folder = Folder::with(&[("Cargo.toml", manifest), ("CHANGELOG.md", changes)]);
    let script = project().join(".ci/release-notes");
    if !cfg!(unix) || !script.exists() {
        not_tried("the release notes", "they need Unix and the whole repository");
        return None;
    }
    let bash = Command::new("bash").arg(script).arg(tag).arg(folder.path()).output();
    when_there("bash", bash).map(Ran::of)
}

#[test]
fn a_release_needs_the_tag_and_the_changes_of_its_version() {
    let changes = "# Changes\n\n## 1.2.0 (2026-12-01)\n\n- New: tea.\n- Better: coffee.\n\n## 1.1.0 (2026-11-01)\n\n- Old.\n";
    let Some(good) = notes("v1.2.0", changes) else { return };
    assert_eq!((good.code, good.out.as_str()), (0, "- New: tea.\n- Better: coffee.\n"), "{}", good.err);
    for (tag, changes, why) in [
        ("v1.2.1", changes, "the tag is v1.2.1, but Cargo.toml says 1.2.0"),
        ("1.2.0", changes, "the tag is 1.2.0"),
        ("v1.2.0", "## 1.1.0 (2026-11-01)\n\n- Old.\n", "has no section for 1.2.0"),
        ("v1.2.0", "## 1.2.0 (not released)\n\n- New.\n", "write: ## 1.2.0 (20"),
        ("v1.2.0", "## 1.2.0 (2026-12-01)\n\n## 1.1.0 (2026-11-01)\n\n- Old.\n", "has no lines below"),
    ] {
        let refused = notes(tag, changes).expect("the script is there");
        assert_eq!((refused.code, refused.out.as_str()), (1, ""), "{why}");
        assert!(refused.err.contains(why), "{}", refused.err);
    }
}
