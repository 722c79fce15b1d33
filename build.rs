//! Gives the program the commit that it is built from, if that is known, and the texts of the example village.

#![expect(clippy::disallowed_methods, reason = "a build script is not the program: it reads the environment")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// Variables that give the commit and its date to a build without git.
const VARIABLES: [&str; 2] = ["DORPSPLEIN_COMMIT", "DORPSPLEIN_COMMIT_DATE"];

/// The names under which the program receives them, once this script has validated them.
const KNOWN: [&str; 2] = ["MADE_FROM_COMMIT", "MADE_FROM_COMMIT_OF"];

/// The length of the short commit, the same in every clone: git's own short form grows with the number of commits.
const SHORT: usize = 12;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    for name in VARIABLES {
        println!("cargo::rerun-if-env-changed={name}");
    }
    let folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    example_village(&folder);
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

/// Returns the commit and its date, if this folder itself is a work tree: a source package may lie inside another one.
fn of_git(folder: &Path) -> Option<[String; 2]> {
    if !folder.join(".git").exists() {
        return None;
    }
    let said = git(folder, &["show", "--no-patch", "--no-show-signature", "--format=%H %cs", "HEAD"])?;
    let (commit, day) = said.split_once(' ')?;
    let branch = git(folder, &["symbolic-ref", "--quiet", "HEAD"]);
    // Cargo reruns this script every time if a watched file is missing.
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

/// The folders of the example village whose texts are part of the program, to test themes with.
const EXAMPLE: &str = "example-site";
const EXAMPLE_FOLDERS: [&str; 7] =
    ["agenda", "documenten", "locaties", "media", "nieuws", "organisaties", "paginas"];
const EXAMPLE_FILES: [&str; 2] = ["site.yaml", "schoolvakanties.json"];

/// Writes the list of files in the example village: texts and drawings with their bytes, photos and documents only by
/// name, as these are large and a theme only needs to know that they exist.
fn example_village(folder: &Path) {
    let root = folder.join(EXAMPLE);
    let mut files: Vec<PathBuf> = EXAMPLE_FILES.iter().map(|name| root.join(name)).collect();
    for name in EXAMPLE_FOLDERS {
        println!("cargo::rerun-if-changed={}", root.join(name).display());
        files_below(&root.join(name), &mut files);
    }
    for name in EXAMPLE_FILES {
        println!("cargo::rerun-if-changed={}", root.join(name).display());
    }
    files.sort();
    let mut list = String::from("&[\n");
    for file in files.iter().filter(|file| file.is_file()) {
        let path = file.strip_prefix(&root).unwrap_or(file).to_string_lossy().replace('\\', "/");
        let is_large = file.extension().is_some_and(|ending| ending == "jpg" || ending == "pdf");
        let bytes = if is_large { "None".to_owned() } else { format!("Some(include_bytes!({file:?}))") };
        list.push_str(&format!("    ({path:?}, {bytes}),\n"));
    }
    list.push_str("]\n");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    if let Err(error) = std::fs::write(out.join("example_village.rs"), list) {
        println!("cargo::error=the list of the example village cannot be written: {error}");
    }
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    for path in entries.map(|entry| entry.path()) {
        if path.is_dir() {
            files_below(&path, files);
        } else {
            files.push(path);
        }
    }
}
