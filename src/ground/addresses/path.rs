//! Where things stand: a file in the village folder ([`SitePath`]) and a page on the site ([`Address`]).

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use crate::ground::words::compose;

/// The file in an output folder that lists what Dorpsplein wrote there. A folder that holds it is an output.
pub const MANIFEST: &str = "dorpsplein-manifest.json";

/// The document in which every site tells of itself, for portals.
pub const DORP_FILE: &str = "dorp.json";

/// The folder in a village in which the program keeps what it can make again.
pub const OWN_FOLDER: &str = ".dorpsplein";

/// Where a host reads which headers go with which file.
pub const HEADERS_FILE: &str = "/_headers";

/// Where a host reads who is sent on to where.
pub const REDIRECTS_FILE: &str = "/_redirects";

/// A path on the disk as it is written down, the same on every machine: with forward slashes.
pub fn with_slashes(path: &Path) -> Cow<'_, str> {
    match path.to_string_lossy() {
        path if MAIN_SEPARATOR == '/' => path,
        path => Cow::Owned(path.replace(MAIN_SEPARATOR, "/")),
    }
}

/// The path of a file that is called as another one and then some: `thema.zip.minisig` beside `thema.zip`.
pub fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// The place of a path that somebody typed, from a folder. As Windows writes it, it leads to the same place on the machine
/// that makes the site at night.
pub fn typed_place(folder: &Path, typed: &str) -> PathBuf {
    folder.join(typed.replace('\\', "/"))
}

/// The place of a file in the village folder: forward slashes, composed Unicode, never empty,
/// never leading out of the folder.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SitePath(Arc<str>);

impl Ord for SitePath {
    fn cmp(&self, other: &Self) -> Ordering {
        // Mostly a path is compared with itself, as it was kept since the last look.
        if Arc::ptr_eq(&self.0, &other.0) { Ordering::Equal } else { self.0.cmp(&other.0) }
    }
}

impl PartialOrd for SitePath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl SitePath {
    /// Whether a path is written as we write it, and so stays in the folder that it is joined to. Lists of paths may come
    /// from anybody; on Windows `C:` in front leads to another disk.
    pub fn is_as_we_write(path: &str) -> bool {
        let is_plain = Self::new(path).is_some_and(|plain| plain.as_str() == path);
        is_plain && !path.split('/').next().is_some_and(|first| first.contains(':'))
    }

    /// Makes a path from parts as they come from the disk. Back slashes become forward slashes and
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

    /// The whole path, as it is shown to people.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same path, to be kept without copying.
    pub fn shared(&self) -> Arc<str> {
        Arc::clone(&self.0)
    }

    /// The same path, to be looked at.
    pub fn as_shared(&self) -> &Arc<str> {
        &self.0
    }

    /// The last part: the file's name.
    pub fn name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The file's name without its ending.
    pub fn stem(&self) -> &str {
        match self.name().rsplit_once('.') {
            Some(("", _)) | None => self.name(),
            Some((stem, _)) => stem,
        }
    }

    /// The ending of the file's name in small letters, without the dot; empty when there is none.
    pub fn extension(&self) -> String {
        match self.name().rsplit_once('.') {
            Some(("", _)) | None => String::new(),
            Some((_, extension)) => extension.to_ascii_lowercase(),
        }
    }

    /// Whether the file's name ends in one of these, written in small letters and without the dot.
    pub fn ends_in(&self, extensions: &[&str]) -> bool {
        let extension = self.name().rsplit_once('.').filter(|(stem, _)| !stem.is_empty());
        extension.is_some_and(|(_, own)| extensions.iter().any(|one| own.eq_ignore_ascii_case(one)))
    }

    /// The folder the file is in, empty for the village folder itself.
    pub fn parent(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(parent, _)| parent)
    }

    /// The first folder of the path, if the file is in one.
    pub fn top(&self) -> Option<&str> {
        self.0.split_once('/').map(|(top, _)| top)
    }

    /// The path that `link`, as written in this file, leads to: relative to this file's folder, or
    /// from the village folder when it starts with a slash.
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
    /// The home page, `/`.
    pub fn home() -> Self {
        Self("/".into())
    }

    /// A page in a folder of its own: `["agenda", "koffie"]` becomes `/agenda/koffie/`. A trailing
    /// slash is the one form that every static host answers without a redirect.
    pub fn page<S: AsRef<str>>(parts: impl IntoIterator<Item = S>) -> Self {
        let mut address = String::from("/");
        for part in parts {
            address.push_str(part.as_ref());
            address.push('/');
        }
        Self(address.into())
    }

    /// A file under its own name: `"feed.xml"` becomes `/feed.xml`.
    pub fn file(path: &str) -> Self {
        Self(format!("/{}", path.trim_start_matches('/')).into())
    }

    /// A file beside the pages below this address: `/agenda/` and `agenda.ics` give `/agenda/agenda.ics`.
    pub fn beside(&self, name: &str) -> Self {
        let folder = &self.0[..=self.0.rfind('/').unwrap_or(0)];
        Self(format!("{folder}{name}").into())
    }

    /// The same address below a folder at the root: `/agenda/` below `de` is `/de/agenda/`.
    pub fn below(&self, folder: &str) -> Self {
        Self(format!("/{folder}{}", self.0).into())
    }

    /// The address from the root of the site, starting with a slash.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is that page, or stands below it.
    pub fn is_at_or_below(&self, page: &Address) -> bool {
        self.0.starts_with(&*page.0)
    }

    /// Whether this is a file in which a host reads how it is to answer: it is never shown to anybody.
    pub fn is_for_host(&self) -> bool {
        matches!(&*self.0, HEADERS_FILE | REDIRECTS_FILE)
    }

    /// Whether this is a page (it ends in a slash) rather than a file.
    pub fn is_page(&self) -> bool {
        self.0.ends_with('/')
    }

    /// The file in the output folder that answers this address.
    pub fn output_path(&self) -> String {
        let path = self.0.trim_start_matches('/');
        if self.is_page() { format!("{path}index.html") } else { path.to_owned() }
    }

    /// How many folders this address lies below the root: 0 for `/` and `/feed.xml`.
    pub fn depth(&self) -> usize {
        self.0.matches('/').count().saturating_sub(1)
    }

    /// This address as a browser at `from` must ask for it, so that a site works wherever it stands.
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

/// Writes the way from one address to another (`target` starts with a slash and may end in `?…` or `#…`).
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
        // The page's own folder; an anchor alone stays on the page itself.
        out.push_str(if tail.starts_with('#') && path == &*from.0 { "" } else { "./" });
    }
    out.push_str(tail);
}

fn last_slash(path: &[u8]) -> Option<usize> {
    path.iter().rposition(|byte| *byte == b'/')
}

impl Address {
    /// The same for a link of a template or text that may carry a query or an anchor, such as
    /// `/agenda/#morgen`; the link must start with a single slash.
    pub fn push_link(out: &mut String, link: &str, from: &Address) {
        push_relative(out, link, from);
    }

    /// The same by itself.
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
        fn a_relative_link_leads_where_it_should(
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
