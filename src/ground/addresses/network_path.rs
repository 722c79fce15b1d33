//! Recognises Windows paths that lead to another machine on the network.

/// Whether Windows contacts another machine for this path: `\\server\share`, also with forward slashes, or
/// `\\?\` and `\??\`, after which such a path may follow. Merely opening one may reveal the user's login to
/// a stranger.
pub fn is_network_path(path: &str) -> bool {
    let mut first = path.trim_start().chars();
    let is_slash = |letter: char| matches!(letter, '/' | '\\');
    first.next().is_some_and(is_slash) && first.next().is_some_and(|letter| letter == '?' || is_slash(letter))
}
