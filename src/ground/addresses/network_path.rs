//! Paths that lead to another machine on the same network.

/// Whether Windows asks another machine for what is at this path: `\\server\share`, also with other slashes, and `\\?\` and
/// `\??\`, behind which one may stand. Who only opens such a path may already tell a stranger with what name and password
/// somebody is logged in.
pub fn is_network_path(path: &str) -> bool {
    let mut first = path.trim_start().chars();
    let is_slash = |letter: char| matches!(letter, '/' | '\\');
    first.next().is_some_and(is_slash) && first.next().is_some_and(|letter| letter == '?' || is_slash(letter))
}
