//! Tells the program from which commit it is made, when that is known; `dorpsplein --version` says it.

#![expect(clippy::disallowed_methods, reason = "a build script is not the program: it reads the environment")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// Who builds without git says the commit and its day here.
const VARIABLES: [&str; 2] = ["DORPSPLEIN_COMMIT", "DORPSPLEIN_COMMIT_DATE"];

/// Under which names the program hears of them: what comes from outside is looked at first.
const KNOWN: [&str; 2] = ["MADE_FROM_COMMIT", "MADE_FROM_COMMIT_OF"];

/// As many characters in every clone: git's own short form grows with the number of commits it has at hand.
const SHORT: usize = 12;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    for name in VARIABLES {
        println!("cargo::rerun-if-env-changed={name}");
    }
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let told = || VARIABLES.map(|name| std::env::var(name).unwrap_or_default());
    let [commit, day] = of_git(&folder).unwrap_or_else(told);
    let commit: String = commit.chars().take(SHORT).collect();
    let is_commit = commit.len() == SHORT && commit.chars().all(|c| c.is_ascii_hexdigit());
    let is_day = day.len() == 10 && day.chars().all(|c| c.is_ascii_digit() || c == '-');
    for (name, value, is_good) in [(KNOWN[0], commit, is_commit), (KNOWN[1], day, is_day)] {
        if is_good {
            println!("cargo::rustc-env={name}={value}");
        }
    }
}

/// The commit and its day, when this very folder is a work tree: a package of the source may lie in somebody else's.
fn of_git(folder: &Path) -> Option<[String; 2]> {
    if !folder.join(".git").exists() {
        return None;
    }
    let said = git(folder, &["show", "--no-patch", "--no-show-signature", "--format=%H %cs", "HEAD"])?;
    let (commit, day) = said.split_once(' ')?;
    let branch = git(folder, &["symbolic-ref", "--quiet", "HEAD"]);
    // Cargo runs this anew each time when a file that it is to watch is missing.
    for name in ["HEAD", "logs/HEAD", "packed-refs"].into_iter().chain(branch.as_deref()) {
        if let Some(path) = git(folder, &["rev-parse", "--git-path", name]).map(|path| folder.join(path))
            && path.exists()
        {
            println!("cargo::rerun-if-changed={}", path.display());
        }
    }
    Some([commit.to_owned(), day.to_owned()])
}

fn git(folder: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new("git")
        .arg("-C")
        .arg(folder)
        .args(arguments)
        .env_remove("GIT_DIR")
        .env_remove("GIT_WORK_TREE")
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_owned())
}
