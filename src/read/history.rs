//! Finds when each file was last changed, from the village folder's git history.
//!
//! Without git, without a history or with only part of it (a shallow clone) nothing is known, and nothing is
//! guessed: calendars then give a date that never changes.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::disk;
use crate::ground::{SitePath, Timestamp};

/// What git knows about the files of a village folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    last_changes: BTreeMap<SitePath, Timestamp>,
}

impl History {
    /// Returns the history of the files below a subfolder, with paths relative to it.
    pub(super) fn below(&self, folder: &Path) -> Self {
        let Some(folder) = folder.to_str().and_then(SitePath::new) else { return self.clone() };
        let begins = |path: &SitePath| path.as_str().starts_with(folder.as_str());
        // Paths with this prefix are adjacent, but some belong to folders with a longer name.
        let alike = self.last_changes.range(folder.clone()..).take_while(|(path, _)| begins(path));
        let last_changes = alike.filter_map(|(path, moment)| {
            let rest = path.as_str().strip_prefix(folder.as_str())?.strip_prefix('/')?;
            Some((SitePath::new(rest)?, *moment))
        });
        Self { last_changes: last_changes.collect() }
    }

    /// Returns bytes that are the same for the same history, and for no other.
    pub(super) fn distinct_bytes(&self) -> Vec<u8> {
        let lines = self.last_changes.iter().map(|(path, moment)| format!("{} {path}\n", moment.as_second()));
        lines.collect::<String>().into_bytes()
    }

    /// Returns when a file was last changed, if known.
    pub fn last_change(&self, path: &SitePath) -> Option<Timestamp> {
        self.last_changes.get(path).copied()
    }
}

/// Tells whether a history is the same as at the last read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marks([Option<disk::Stamp>; 3]);

/// Returns the marks of a repository's history, or `None` if changes to it cannot be detected.
pub(super) fn marks(repository: Option<&Path>) -> Option<Marks> {
    let Some(folder) = repository.map(|folder| folder.join(".git")) else {
        return Some(Marks([None, None, None]));
    };
    // In a linked work tree `.git` is a file, and the folder it points to is not followed.
    disk::is_folder(&folder)
        .then(|| Marks(["HEAD", "logs/HEAD", "shallow"].map(|name| disk::stamp(&folder.join(name)))))
}

/// Returns the history of the files below `root`.
pub(super) fn history_of(root: &Path) -> History {
    if !is_whole(root) {
        return History::default();
    }
    let log =
        git(root, &["log", "-z", "--format=%x01%ct", "--name-only", "--no-renames", "--relative", "--", "."]);
    History { last_changes: newest_changes(&log.unwrap_or_default()) }
}

/// Returns the files below `root` that differ from the last commit, including new ones. Returns `None` if git
/// does not know, or if it would run a program configured by the folder itself to compare them.
pub fn changed_files(root: &Path) -> Option<BTreeSet<SitePath>> {
    repository(root)?;
    if has_filters(root) {
        return None;
    }
    let printed = git(root, &["ls-files", "-z", "--modified", "--others", "--exclude-standard", "--", "."])?;
    let names =
        printed.split(|byte| *byte == 0).filter_map(|name| SitePath::new(std::str::from_utf8(name).ok()?));
    Some(names.collect())
}

/// Whether the repository's own configuration defines filter programs that git runs on files it compares.
/// Filters in the user's or the system's configuration are the user's own choice.
fn has_filters(root: &Path) -> bool {
    let arguments = ["config", "--includes", "--show-scope", "--name-only", "--get-regexp", r"^filter\."];
    let Some((status, printed)) = answer_of(command(root, &arguments), PATIENCE) else { return true };
    let is_own = |line: &str| line.starts_with("global\t") || line.starts_with("system\t");
    let printed = String::from_utf8_lossy(&printed);
    // Git exits with 1 when nothing matches.
    !(matches!(status.code(), Some(0 | 1)) && printed.lines().all(is_own))
}

/// Returns the address of the remote `origin`, as git has it.
pub(super) fn remote(root: &Path) -> Option<String> {
    let printed = git(root, &["config", "--get", "remote.origin.url"])?;
    let address = String::from_utf8(printed).ok()?;
    Some(address.trim().to_owned()).filter(|address| !address.is_empty())
}

/// Returns when something below the folder was last committed.
pub(super) fn last_commit(root: &Path) -> Option<Timestamp> {
    let printed = git(root, &["log", "-1", "--format=%ct", "--", "."])?;
    let seconds: i64 = std::str::from_utf8(&printed).ok()?.trim().parse().ok()?;
    Timestamp::from_second(seconds).ok()
}

/// Returns the repository that this folder is in. Git is run only if there is one.
pub(super) fn repository(root: &Path) -> Option<PathBuf> {
    disk::real_path(root).ancestors().find(|folder| disk::contains_name(folder, ".git")).map(Path::to_owned)
}

/// Returns the repository that this folder is a subfolder of.
pub fn repository_above(root: &Path) -> Option<PathBuf> {
    repository(root).filter(|folder| *folder != disk::real_path(root))
}

/// Whether the history is complete. A shallow clone is recognised by a file; where git keeps its files
/// elsewhere, git is asked.
fn is_whole(root: &Path) -> bool {
    let Some(folder) = repository(root).map(|folder| folder.join(".git")) else { return false };
    match disk::is_folder(&folder) {
        true => disk::stamp(&folder.join("shallow")).is_none(),
        false => git(root, &["rev-parse", "--is-shallow-repository"]).as_deref() == Some(b"false\n"),
    }
}

/// Returns what git prints, or `None` if it fails, is not installed or takes too long.
fn git(root: &Path, arguments: &[&str]) -> Option<Vec<u8>> {
    let (status, printed) = answer_of(command(root, arguments), PATIENCE)?;
    status.success().then_some(printed)
}

/// How long git may take: many times what the longest history of a village needs.
const PATIENCE: Duration = Duration::from_secs(120);

/// Returns a program's exit status and output, or `None` if it is not installed or does not finish. An
/// untrusted folder may hold a pipe where git expects a file, and git would wait for ever.
fn answer_of(mut command: Command, patience: Duration) -> Option<(ExitStatus, Vec<u8>)> {
    let mut running = command.stdout(Stdio::piped()).spawn().ok()?;
    let mut output = running.stdout.take()?;
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut printed = Vec::new();
        let outcome = output.read_to_end(&mut printed).map(|_| printed);
        // Sending fails if the receiver has already given up waiting.
        let _ = sender.send(outcome);
    });
    let printed = receiver.recv_timeout(patience);
    if printed.is_err() {
        let _ = running.kill();
    }
    let status = running.wait().ok()?;
    Some((status, printed.ok()?.ok()?))
}

/// The variables through which a git that runs this program, for example from a hook, passes on its own
/// repository. They are removed, so that git looks at the village's repository.
const OF_ANOTHER_REPOSITORY: [&str; 6] =
    ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE"];

/// Builds a git command that runs no other programs, because the folder may be untrusted.
fn command(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command
        .args(["-c", "core.fsmonitor=false", "-c", "core.quotepath=off", "-c", "log.showSignature=false"])
        .args(["-c", "protocol.allow=never"])
        .arg("-C")
        .arg(disk::plain_path(root))
        .args(arguments)
        .env("GIT_OPTIONAL_LOCKS", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    for name in OF_ANOTHER_REPOSITORY {
        command.env_remove(name);
    }
    command
}

/// Returns the last change of each file from a commit log, newest first: `\x01` and the time in seconds,
/// followed by the file names.
fn newest_changes(log: &[u8]) -> BTreeMap<SitePath, Timestamp> {
    let mut changes = BTreeMap::new();
    let mut moment = None;
    for part in log.split(|byte| *byte == 0) {
        let Ok(text) = std::str::from_utf8(part) else { continue };
        let text = text.trim_start_matches('\n');
        if let Some(seconds) = text.strip_prefix('\u{1}') {
            moment = seconds.parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
        } else if let (Some(path), Some(moment)) = (SitePath::new(text), moment) {
            changes.entry(path).or_insert(moment);
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_command_that_does_not_end_is_not_waited_for() {
        let mut endless = Command::new("sleep");
        endless.arg("600");
        assert!(answer_of(endless, Duration::from_millis(50)).is_none());
        let mut prompt = Command::new("echo");
        prompt.arg("gezegd");
        let (status, printed) = answer_of(prompt, PATIENCE).expect("it ends");
        assert!(status.success() && printed == b"gezegd\n");
    }

    #[test]
    fn the_newest_commit_of_a_file_counts() {
        let changes = newest_changes(
            "\u{1}200\0\nagenda/koffie.md\0\u{1}100\0\nagenda/koffie.md\0site.yaml\0".as_bytes(),
        );
        let change_of =
            |path: &str| changes.get(&SitePath::new(path).expect("a path")).map(|moment| moment.as_second());
        assert_eq!(
            (change_of("agenda/koffie.md"), change_of("site.yaml"), change_of("weg.md")),
            (Some(200), Some(100), None)
        );
    }

    #[test]
    fn a_village_in_a_subfolder_gets_only_its_own_files() {
        let log =
            "\u{1}300\0\naa/site.yaml\0aa-2/site.yaml\0aa2/x.md\0\u{1}200\0\naa/agenda/a.md\0aa\0z/aa/b.md\0";
        let all = History { last_changes: newest_changes(log.as_bytes()) };
        let paths = |folder: &str| {
            let below = all.below(Path::new(folder));
            below.last_changes.keys().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert_eq!(paths("aa"), ["agenda/a.md", "site.yaml"]);
        assert_eq!(paths("z/aa"), ["b.md"]);
        assert_eq!(paths("a"), [""; 0]);
        assert_eq!(paths("").len(), 6);
    }
}
