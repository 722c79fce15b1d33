//! The path of a file in the village folder ([`SitePath`]) and the address of a page ([`Address`]).

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use crate::ground::words::compose;

/// The file in an output folder that lists what Dorpsplein wrote there. A folder with this file is an output.
pub const MANIFEST: &str = "dorpsplein-manifest.json";

/// The document in which every site describes itself to portals.
pub const DORP_FILE: &str = "dorp.json";

/// The folder in a village for files that the program can always create again, such as caches.
pub const OWN_FOLDER: &str = ".dorpsplein";

/// The address of the file in which a host finds the HTTP headers for each file.
pub const HEADERS_FILE: &str = "/_headers";

/// The address of the file in which a host finds the redirects.
pub const REDIRECTS_FILE: &str = "/_redirects";

/// Returns a path on disk with forward slashes, so that it is the same on every system.
pub fn with_slashes(path: &Path) -> Cow<'_, str> {
    match path.to_string_lossy() {
        path if MAIN_SEPARATOR == '/' => path,
        path => Cow::Owned(path.replace(MAIN_SEPARATOR, "/")),
    }
}

/// Appends to the name of a file: `thema.zip.minisig` next to `thema.zip`.
pub fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Resolves a path that the user typed, from a folder. Backslashes work on every system, so that a path typed
/// on Windows leads to the same place on the machine that builds the site at night.
pub fn typed_place(folder: &Path, typed: &str) -> PathBuf {
    folder.join(typed.replace('\\', "/"))
}

/// The path of a file in the village folder: forward slashes, composed Unicode, never empty, never leading
/// out of the folder.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SitePath(Arc<str>);

impl Ord for SitePath {
    fn cmp(&self, other: &Self) -> Ordering {
        // A path is mostly compared with itself, as it is kept from one build to the next.
        if Arc::ptr_eq(&self.0, &other.0) { Ordering::Equal } else { self.0.cmp(&other.0) }
    }
}

impl PartialOrd for SitePath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl SitePath {
    /// Whether a path is in our own notation, and so stays inside the folder that it is joined to. Lists of
    /// paths may come from anybody, and on Windows a leading `C:` leads to another disk.
    pub fn is_canonical(path: &str) -> bool {
        let is_plain = Self::new(path).is_some_and(|plain| plain.as_str() == path);
        is_plain && !path.split('/').next().is_some_and(|first| first.contains(':'))
    }

    /// Creates a path from one as it comes from the disk. Backslashes become forward slashes and
    /// `.` is left out. `None` when nothing is left, or when `..` would lead out of the folder.
    pub fn new(raw: &str) -> Option<Self> {
        let is_plain = raw.is_ascii()
            && !raw.contains('\\')
            && raw.split('/').all(|part| !matches!(part, "" | "." | ".."));
        if is_plain {
            return Some(Self(raw.into()));
        }
        let composed = compose(raw).replace('\\', "/");
        let mut parts: Vec<&str> = Vec::new();
        for part in composed.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                part => parts.push(part),
            }
        }
        if parts.is_empty() { None } else { Some(Self(parts.join("/").into())) }
    }

    /// Returns the whole path, as it is shown to people.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the path for keeping, without copying the text.
    pub fn shared(&self) -> Arc<str> {
        Arc::clone(&self.0)
    }

    /// Returns a reference to the shared path.
    pub fn as_shared(&self) -> &Arc<str> {
        &self.0
    }

    /// Returns the last part: the name of the file.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// Returns the name of the file without its extension.
    pub fn stem(&self) -> &str {
        match self.name().rsplit_once('.') {
            Some(("", _)) | None => self.name(),
            Some((stem, _)) => stem,
        }
    }

    /// Returns the extension in lower case, without the dot; empty when there is none.
    pub fn extension(&self) -> String {
        match self.name().rsplit_once('.') {
            Some(("", _)) | None => String::new(),
            Some((_, extension)) => extension.to_ascii_lowercase(),
        }
    }

    /// Whether the file has one of these extensions, given without the dot.
    pub fn ends_in(&self, extensions: &[&str]) -> bool {
        let extension = self.name().rsplit_once('.').filter(|(stem, _)| !stem.is_empty());
        extension.is_some_and(|(_, own)| extensions.iter().any(|one| own.eq_ignore_ascii_case(one)))
    }

    /// Returns the folder that the file is in; empty for the village folder itself.
    pub fn parent(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(parent, _)| parent)
    }

    /// Returns the first folder of the path, if the file is in one.
    pub fn top(&self) -> Option<&str> {
        self.0.split_once('/').map(|(top, _)| top)
    }

    /// Returns the path that `link`, as written in this file, leads to: relative to the folder of this file,
    /// or to the village folder when it starts with a slash.
    pub fn resolve(&self, link: &str) -> Option<Self> {
        match link.strip_prefix('/') {
            Some(from_root) => Self::new(from_root),
            None => Self::new(&format!("{}/{link}", self.parent())),
        }
    }
}

impl fmt::Display for SitePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An address on the finished site, from its root: `/agenda/koffie/` or `/feed.xml`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Arc<str>);

impl Address {
    /// Returns the address of the home page, `/`.
    pub fn home() -> Self {
        Self("/".into())
    }

    /// Returns the address of a page in a folder of its own: `["agenda", "koffie"]` becomes
    /// `/agenda/koffie/`. A trailing slash is the one form that every static host answers without a redirect.
    pub fn page<S: AsRef<str>>(parts: impl IntoIterator<Item = S>) -> Self {
        let mut address = String::from("/");
        for part in parts {
            address.push_str(part.as_ref());
            address.push('/');
        }
        Self(address.into())
    }

    /// Returns the address of a file: `"feed.xml"` becomes `/feed.xml`.
    pub fn file(path: &str) -> Self {
        Self(format!("/{}", path.trim_start_matches('/')).into())
    }

    /// Returns the address of a file in the same folder: `/agenda/` and `agenda.ics` give
    /// `/agenda/agenda.ics`.
    pub fn sibling(&self, name: &str) -> Self {
        let folder = &self.0[..=self.0.rfind('/').unwrap_or(0)];
        Self(format!("{folder}{name}").into())
    }

    /// Returns the same address below a folder at the root: `/agenda/` below `de` is `/de/agenda/`.
    pub fn below(&self, folder: &str) -> Self {
        Self(format!("/{folder}{}", self.0).into())
    }

    /// Returns the address from the root of the site, starting with a slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is that page, or a page or file below it.
    pub fn is_at_or_below(&self, page: &Address) -> bool {
        self.0.starts_with(&*page.0)
    }

    /// Whether this is a file with instructions for the host, which is never served to visitors.
    pub fn is_for_host(&self) -> bool {
        matches!(&*self.0, HEADERS_FILE | REDIRECTS_FILE)
    }

    /// Whether this is a page (it ends in a slash) rather than a file.
    pub fn is_page(&self) -> bool {
        self.0.ends_with('/')
    }

    /// Returns the path of the file in the output folder for this address.
    pub fn output_path(&self) -> String {
        let path = self.0.trim_start_matches('/');
        if self.is_page() { format!("{path}index.html") } else { path.to_owned() }
    }

    /// Returns how many folders this address is below the root: 0 for `/` and `/feed.xml`.
    pub fn depth(&self) -> usize {
        self.0.matches('/').count().saturating_sub(1)
    }

    /// Returns this address relative to `from`, so that the site works wherever it is placed.
    pub fn relative_to(&self, from: &Address) -> String {
        let mut out = String::new();
        push_relative(&mut out, &self.0, from);
        out
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Appends the relative link from `from` to `target`, which starts with a slash and may end in `?…` or `#…`.
fn push_relative(out: &mut String, target: &str, from: &Address) {
    let end = target.bytes().position(|byte| matches!(byte, b'?' | b'#')).unwrap_or(target.len());
    let (path, tail) = target.split_at(end);
    let folder = from.0.as_bytes();
    let folder = &folder[..=last_slash(folder).unwrap_or(0)];
    let common = folder.iter().zip(path.as_bytes()).take_while(|(one, other)| one == other).count();
    let shared = last_slash(&folder[..common]).map_or(0, |slash| slash + 1);
    let start = out.len();
    for _ in folder[shared..].iter().filter(|byte| **byte == b'/') {
        out.push_str("../");
    }
    out.push_str(&path[shared..]);
    if out.len() == start {
        // The target is the folder of the page; an anchor alone stays on the page itself.
        out.push_str(if tail.starts_with('#') && path == &*from.0 { "" } else { "./" });
    }
    out.push_str(tail);
}

fn last_slash(path: &[u8]) -> Option<usize> {
    path.iter().rposition(|byte| *byte == b'/')
}

impl Address {
    /// Appends a link of a template or text in relative form. It may have a query or an anchor, such as
    /// `/agenda/#morgen`, and must start with a single slash.
    pub fn push_link(out: &mut String, link: &str, from: &Address) {
        push_relative(out, link, from);
    }

    /// Like [`Address::push_link`], but returns the link.
    pub fn relative_link(link: &str, from: &Address) -> String {
        let mut out = String::with_capacity(link.len() + 8);
        push_relative(&mut out, link, from);
        out
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn relative(target: &str, from: &str) -> String {
        Address::relative_link(target, &Address(from.into()))
    }

    #[test]
    fn links_are_relative_to_the_page() {
        assert_eq!(relative("/agenda/", "/"), "agenda/");
        assert_eq!(relative("/", "/agenda/koffie/"), "../../");
        assert_eq!(relative("/agenda/zang/", "/agenda/koffie/"), "../zang/");
        assert_eq!(relative("/agenda/", "/agenda/"), "./");
        assert_eq!(relative("/agenda/#vandaag", "/agenda/"), "#vandaag");
        assert_eq!(relative("/assets/a.css", "/404.html"), "assets/a.css");
        assert_eq!(relative("/agenda/koffie/", "/agenda/"), "koffie/");
        assert_eq!(relative("/zoeken/?q=a/b", "/nieuws/x/"), "../../zoeken/?q=a/b");
        assert_eq!(relative("/kerk/", "/kerkplein/"), "../kerk/");
    }

    proptest! {
        #[test]
        fn a_relative_link_leads_to_its_target(
            from in prop::collection::vec("[a-c]{1,2}", 0..5),
            to in prop::collection::vec("[a-c]{1,2}", 0..5),
            file in prop::bool::ANY,
        ) {
            let from = Address::page(&from);
            let to = if file && !to.is_empty() { Address::file(&to.join("/")) } else { Address::page(&to) };
            let link = to.relative_to(&from);
            prop_assert!(!link.starts_with('/') && !link.is_empty());
            // As a browser follows it (RFC 3986 §5.2.4).
            let mut parts: Vec<&str> = from.as_str().split('/').filter(|part| !part.is_empty()).collect();
            for part in link.split('/') {
                match part {
                    "" | "." => {}
                    ".." => prop_assert!(parts.pop().is_some()),
                    part => parts.push(part),
                }
            }
            let reached = format!("/{}", parts.join("/"));
            prop_assert_eq!(reached.trim_end_matches('/'), to.as_str().trim_end_matches('/'));
        }
    }

    #[test]
    fn paths_stay_inside_the_village() {
        let file = SitePath::new("agenda\\koffie.md").expect("a path");
        assert_eq!(file.as_str(), "agenda/koffie.md");
        assert_eq!(file.resolve("../locaties/kerk.md").expect("inside").as_str(), "locaties/kerk.md");
        assert_eq!(file.resolve("/media/a.jpg").expect("inside").as_str(), "media/a.jpg");
        assert!(file.resolve("../../etc/passwd").is_none());
        assert!(file.ends_in(&["yaml", "md"]) && !file.ends_in(&["d", "koffie"]));
        assert_eq!((file.stem(), file.extension().as_str(), file.top()), ("koffie", "md", Some("agenda")));
    }

    #[test]
    fn a_decomposed_name_is_composed() {
        assert_eq!(SitePath::new("cafe\u{301}.md").expect("a path").as_str(), "café.md");
    }
}
