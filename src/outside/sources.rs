//! Expands the sources of a portal to single documents: an address is one, a folder contains some, and a file
//! is one or lists others, each on a line of its own.

use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::gather_messages as messages;
use crate::ground::{
    Both, DORP_FILE, Place, SitePath, WebAddress, is_network_path, leading_host, typed_place, with_slashes,
    without_login,
};
use crate::read::{bytes_of, files_named, is_folder, is_inside, plain_text_of, real_path, stamp};

/// The extensions of lists outside the village folder: a village may refer to a list that an association
/// keeps, but to no other file of whoever builds its site.
const LIST_ENDINGS: [&str; 2] = ["txt", "lijst"];

/// How many levels of folders are searched.
const LEVELS: usize = 4;

/// The maximum number of documents of a portal.
pub(super) const MOST: usize = 10_000;

/// A list with a very large number of sources is some 500 kB.
const LARGEST_LIST: u64 = 4 * 1024 * 1024;

/// A document to be gathered.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Wanted {
    /// Its address or path, as people know it.
    pub(super) from: String,
    /// Where to get it.
    pub(super) origin: Origin,
    /// The line of the list that refers to it.
    pub(super) line: Option<Place>,
}

impl Wanted {
    fn new(from: impl Into<String>, origin: Origin) -> Self {
        Self { from: from.into(), origin, line: None }
    }

    fn invalid(typed: &str, why: Both) -> Self {
        Self::new(without_login(typed), Origin::Invalid(why))
    }
}

/// Where to get a document.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Origin {
    Web(WebAddress),
    File(PathBuf),
    /// Found in this folder, as people know it.
    Within(String, PathBuf),
    /// Nowhere, and why.
    Invalid(Both),
}

/// Returns the documents of a source as it was typed. A path is relative to the village folder.
pub(super) fn documents_of(site: &Path, typed: &str) -> Result<Vec<Wanted>, Both> {
    if let Some(document) = document_on_web(typed) {
        return Ok(vec![document]);
    }
    if is_on_another_machine(site, typed) {
        return Err(messages::another_machine(typed));
    }
    let path = typed_place(site, typed);
    if is_folder(&path) {
        return documents_in_folder(&path, typed);
    }
    if stamp(&path).is_none() {
        return document_without_scheme(typed)
            .map(|document| vec![document])
            .ok_or_else(|| messages::not_there(&without_login(typed)));
    }
    if is_document(typed) {
        return Ok(vec![Wanted::new(typed, Origin::File(path))]);
    }
    let is_own = is_inside(&path, site);
    if !is_own && !is_list(&path) {
        return Err(messages::no_own_list(typed));
    }
    documents_of_list(&path, typed, is_own)
}

/// Whether a path leads to another machine, or to another disk than the site's.
pub(super) fn is_on_another_machine(site: &Path, typed: &str) -> bool {
    let prefix = |path: &Path| match path.components().next() {
        Some(Component::Prefix(prefix)) => Some(prefix.as_os_str().to_ascii_lowercase()),
        _ => None,
    };
    let own = || prefix(&real_path(site)).map(|own| own.to_string_lossy().replace(r"\\?\", "").into());
    is_network_path(typed) || prefix(Path::new(typed)).is_some_and(|other| Some(other) != own())
}

/// Whether a file is a list by its name: the name of the file itself, not that of a link to it.
fn is_list(path: &Path) -> bool {
    let path = real_path(path);
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    LIST_ENDINGS.contains(&&*ending)
}

/// Returns the documents of one line of a list, which may be any source but another list.
fn documents_of_line(folder: &Path, line: &str) -> Vec<Wanted> {
    let invalid = |why| vec![Wanted::invalid(line, why)];
    if let Some(document) = document_on_web(line) {
        return vec![document];
    }
    if is_on_another_machine(folder, line) {
        return invalid(messages::another_machine(line));
    }
    let path = typed_place(folder, line);
    match () {
        () if is_folder(&path) => documents_in_folder(&path, line).unwrap_or_else(invalid),
        () if is_document(line) && stamp(&path).is_some() => {
            vec![Wanted::new(line, Origin::File(path))]
        }
        () => match document_without_scheme(line) {
            Some(document) if stamp(&path).is_none() => vec![document],
            _ if stamp(&path).is_some() => invalid(messages::no_document(line)),
            _ => invalid(messages::not_in_list(&without_login(line))),
        },
    }
}

/// Returns the sources in a list, line by line; none when it cannot be read.
pub(super) fn list_lines(list: &Path, typed: &str) -> Vec<String> {
    let text = list_text(list, typed).unwrap_or_default();
    let lines = text.lines().map(str::trim).filter(|line| is_source(line));
    lines.take(MOST + 1).map(str::to_owned).collect()
}

/// Whether a line of a list is a source.
fn is_source(line: &str) -> bool {
    !line.is_empty() && !line.starts_with('#')
}

/// The text of a list.
fn list_text(list: &Path, typed: &str) -> Result<String, Both> {
    let bytes = bytes_of(list, LARGEST_LIST).map_err(|trouble| messages::unreadable(typed, trouble))?;
    let name = typed.rsplit(['/', '\\']).next().and_then(SitePath::new);
    let name = name.ok_or_else(|| messages::no_list(typed))?;
    plain_text_of(&name, &bytes).map_err(|remark| messages::no_text(typed, &remark))
}

fn documents_of_list(path: &Path, typed: &str, is_own: bool) -> Result<Vec<Wanted>, Both> {
    let text = list_text(path, typed)?;
    let folder = path.parent().unwrap_or(path);
    let file: Arc<str> = typed.into();
    let lines = (1..).zip(text.lines().map(|whole| (whole, whole.trim())));
    let lines = lines.filter(|(_, (_, line))| is_source(line));
    let wanted = lines.flat_map(|(number, (whole, line))| {
        let mut found = documents_of_line(folder, line);
        for document in &mut found {
            let place = line_place(&file, number, whole);
            document.line = Some(place);
            // A line of someone else's file that is not a source is never repeated in a message.
            if !is_own && matches!(document.origin, Origin::Invalid(_)) {
                *document = Wanted::new(
                    format!("{typed}:{number}"),
                    Origin::Invalid(messages::no_source(typed, number)),
                );
                document.line = Some(Place { line: number, column: 1, ..Place::of_file(Arc::clone(&file)) });
            }
        }
        found
    });
    let wanted: Vec<Wanted> = wanted.take(MOST + 1).collect();
    if wanted.is_empty() { Err(messages::no_list(typed)) } else { Ok(wanted) }
}

/// The place of a source in a list.
fn line_place(file: &Arc<str>, number: u32, whole: &str) -> Place {
    let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    let column = count(&whole[..whole.len() - whole.trim_start().len()]).saturating_add(1);
    let (length, excerpt) = (count(whole.trim()), whole.trim_end().into());
    Place { file: Arc::clone(file), line: number, column, length, excerpt, skipped: 0 }.without_login()
}

fn documents_in_folder(path: &Path, typed: &str) -> Result<Vec<Wanted>, Both> {
    let found = files_named(path, DORP_FILE, LEVELS, MOST + 1);
    let wanted = found.into_iter().map(|inner| {
        let from = format!("{}/{}", typed.trim_end_matches('/'), with_slashes(&inner));
        Wanted::new(from, Origin::Within(typed.to_owned(), path.join(inner)))
    });
    let wanted: Vec<Wanted> = wanted.collect();
    if wanted.is_empty() { Err(messages::empty_folder(typed)) } else { Ok(wanted) }
}

/// Returns the document at an address; the address of a site stands for the document beside its home page.
fn document_on_web(typed: &str) -> Option<Wanted> {
    if !typed.contains("://") {
        return None;
    }
    let address = WebAddress::new(typed);
    if address.as_ref().is_some_and(WebAddress::has_login) {
        return Some(Wanted::invalid(typed, messages::has_login(&without_login(typed))));
    }
    let invalid = || Wanted::invalid(typed, messages::no_address(&without_login(typed)));
    let found = address.and_then(|address| {
        if is_document(address.path()) {
            return Some(address);
        }
        let folder = if address.path().ends_with('/') { address } else { address.with_slash() };
        folder.join(DORP_FILE)
    });
    Some(found.map_or_else(invalid, |address| Wanted::new(address.as_str().to_owned(), Origin::Web(address))))
}

/// Extensions of files that may have been meant, and that are not top-level domains.
const FILE_ENDINGS: [&str; 13] =
    ["json", "txt", "csv", "yaml", "yml", "md", "lijst", "xls", "xlsx", "doc", "docx", "pdf", "html"];

/// Reads `dorp.nl` as `https://dorp.nl`, unless it looks like a file.
fn document_without_scheme(typed: &str) -> Option<Wanted> {
    let (name, ending) = leading_host(typed)?;
    let is_host = !name.starts_with('.')
        && !FILE_ENDINGS.contains(&&*ending.to_lowercase())
        && !typed.contains([' ', '\\']);
    if is_host { document_on_web(&format!("https://{typed}")) } else { None }
}

pub(super) fn is_document(path: &str) -> bool {
    path.to_ascii_lowercase().ends_with(".json")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses_of(typed: &str) -> Vec<String> {
        let invalid = Path::new("/dorpsplein-is-hier-niet");
        documents_of(invalid, typed)
            .map_or_else(|_| Vec::new(), |all| all.into_iter().map(|document| document.from).collect())
    }

    #[test]
    fn the_address_of_a_site_stands_for_its_document() {
        for typed in
            ["https://dorp.nl", "https://dorp.nl/", "https://dorp.nl/dorp.json", "dorp.nl", "dorp.nl/"]
        {
            assert_eq!(addresses_of(typed), ["https://dorp.nl/dorp.json"], "{typed}");
        }
        assert_eq!(addresses_of("https://naam.github.io/dorp"), ["https://naam.github.io/dorp/dorp.json"]);
        assert_eq!(addresses_of("https://dorp.nl/x.json?a=1"), ["https://dorp.nl/x.json?a=1"]);
        for none in
            ["../dorpen", "dorpen.txt", "Dorpen.TXT", "dorpen.xlsx", "dorpen", "dorp.json", "een dorp.nl"]
        {
            assert!(addresses_of(none).is_empty(), "{none}");
        }
    }

    #[test]
    fn a_path_to_another_machine_is_refused() {
        let here = Path::new(".");
        for typed in
            [r"\\192.168.1.5\deel", "//192.168.1.5/deel/dorp.json", r"/\elders\deel", r"\\?\UNC\elders\deel"]
        {
            let refusal = documents_of(here, typed).expect_err("refused");
            assert!(refusal.nl.contains("een andere computer"), "{typed}: {}", refusal.nl);
            let found = documents_of_line(here, typed);
            assert!(
                matches!(&found[0].origin, Origin::Invalid(why) if why.nl.contains("computer")),
                "{found:?}"
            );
        }
        for typed in ["/dorpen", "dorpen", r"..\dorpen", "dorp.nl"] {
            assert!(!is_on_another_machine(here, typed), "{typed}");
        }
    }

    #[test]
    fn an_invalid_address_is_reported() {
        for typed in ["ftp://dorp.nl", "https://", "https://geheim@dorp.nl/"] {
            let found = documents_of(Path::new("."), typed).expect("one");
            assert!(matches!(found[0].origin, Origin::Invalid(_)), "{typed}");
            assert!(!format!("{found:?}").contains("geheim"), "{found:?}");
        }
    }
}
