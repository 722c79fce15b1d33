//! Git, for villages with a history.

use std::path::Path;
use std::process::Command;

use super::when_there;

/// Runs git in a folder, under a fixed name and at this time; returns `None` if git is not on this machine.
pub fn git(folder: &Path, at: &str, arguments: &[&str]) -> Option<()> {
    let mut command = Command::new("git");
    command.args([
        "-c",
        "user.name=Jan",
        "-c",
        "user.email=jan@testdorp.example",
        "-c",
        "commit.gpgsign=false",
    ]);
    command.arg("-C").arg(folder).args(arguments);
    command.env("GIT_AUTHOR_DATE", at).env("GIT_COMMITTER_DATE", at).env("GIT_CONFIG_GLOBAL", "/dev/null");
    let output = when_there("git", command.output())?;
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Some(())
}
