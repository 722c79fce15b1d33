//! Reads a village folder: parses texts, lists photos and documents, holds theme files, and reports
//! everything that cannot be used. Nothing is skipped silently.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::cache::{CachedFile, ReadCache, ReadText, changes, lookup_sorted};
use super::decode::{NotText, decode};
use super::disk::{self, Found, Refusal, Stamp};
use super::front_matter::{TextFile, read_text};
use super::garbled;
use super::gathered::{Gathered, gathered};
use super::history::History;
use super::layout::{Layout, is_ignored, is_named, is_site};
use super::media::{MediaFile, mark_twins, measure_pictures};
use super::messages;
use super::shared_history::read_history_alongside;
use super::stray::{self, stray_file};
use super::stray_messages;
use super::surroundings::{folders_below, folders_up};
use super::unreadable;
use crate::ground::{
    Code, Diagnostic, Fingerprint, Place, SitePath, closest, fingerprint, in_parallel, with_slashes,
};

/// The file that makes a folder a village site.
pub const SITE_FILE: &str = "site.yaml";

/// The file that lists the added themes and where they came from. The program writes it.
pub const LOCK_FILE: &str = "themes.lock";

/// The maximum length of a text. 1 MB is a thick book.
pub const LONGEST_TEXT: u64 = 1024 * 1024;

/// The maximum size of a template, stylesheet, word list or data file.
const LARGEST_HELD_FILE: u64 = 8 * 1024 * 1024;

/// The contents of a village folder.
#[derive(Debug, Default)]
pub struct Source {
    /// `site.yaml`, if there is one.
    pub site: Option<Arc<TextFile>>,
    /// How many levels up `site.yaml` is, if it is not in this folder.
    pub higher: Option<usize>,
    /// The immediate subfolders that hold a `site.yaml`, if this folder does not.
    pub lower: Vec<String>,
    /// The files with entries, in path order.
    pub texts: Vec<Arc<TextFile>>,
    /// The YAML files that describe the file next to them, in path order.
    pub sidecars: Vec<Arc<TextFile>>,
    /// Photos and documents, in path order.
    pub files: Vec<MediaFile>,
    /// The village's own theme layer, with paths in the village folder: `thema/templates/home.html`.
    pub theme: Vec<HeldFile>,
    /// The themes that were added, with paths in the village folder: `themas/overijssel/theme.yaml`.
    pub packages: Vec<HeldFile>,
    /// The lock file, which records where those themes came from.
    pub lock: Option<HeldFile>,
    /// Data files, in path order.
    pub data: Vec<HeldFile>,
    /// What was gathered for a portal, if anything ever was.
    pub gathered: Option<Arc<Gathered>>,
    /// When each file was last changed, as far as known.
    pub history: Arc<History>,
    /// Diagnostics about what could not be used, and why.
    pub remarks: Vec<Diagnostic>,
}

/// A file held in memory as is: part of a theme layer, or data.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldFile {
    /// Its path in the village folder or in the layer: `templates/home.html`.
    pub path: SitePath,
    /// Its contents.
    pub bytes: Vec<u8>,
}

impl Source {
    /// Looks for the village elsewhere if it is not in this folder. In that case stray files here are where
    /// they should be, and only a settings file with the wrong name is reported.
    fn look_around(&mut self, root: &Path) {
        if self.site.is_some() || self.remarks.iter().any(|remark| &*remark.place.file == SITE_FILE) {
            return;
        }
        self.higher = folders_up(root, SITE_FILE);
        self.lower = folders_below(root, SITE_FILE);
        if self.higher.is_some() || !self.lower.is_empty() || self.texts.is_empty() {
            self.remarks.retain(|remark| remark.code == Code::MisnamedSiteFile);
        }
    }

    /// Returns the text at this path: a file with entries, or one that describes the file next to it.
    pub fn text(&self, path: &SitePath) -> Option<&TextFile> {
        let index_among = |texts: &[Arc<TextFile>]| texts.binary_search_by(|file| file.path.cmp(path)).ok();
        let own = index_among(&self.texts).and_then(|index| self.texts.get(index));
        own.or_else(|| self.sidecars.get(index_among(&self.sidecars)?)).map(|file| &**file)
    }
}

/// Reads a village folder.
///
/// # Errors
/// When the folder itself is missing or cannot be listed. Anything wrong *in* it becomes a diagnostic.
pub fn collect(root: &Path, layout: &Layout) -> Result<Source, Refusal> {
    collect_cached(root, layout, &mut ReadCache::default()).map(|(source, _)| source)
}

/// Reads only what changed in a village folder since the last read, and returns the paths that changed.
///
/// # Errors
/// When the folder itself is missing or cannot be listed. The cache is then left as it was.
pub fn collect_cached(
    root: &Path,
    layout: &Layout,
    cache: &mut ReadCache,
) -> Result<(Source, Vec<SitePath>), Refusal> {
    let files = || collect_files(root, layout, cache);
    let ((marks, history), files) =
        read_history_alongside(root, cache.history.as_ref(), &cache.shared_history, files);
    let (mut source, mut seen) = files?;
    seen.history = marks.map(|marks| (marks, Arc::clone(&history)));
    seen.shared_history = cache.shared_history.clone();
    source.history = history;
    let changed = changes(cache, &seen, SITE_FILE);
    *cache = seen;
    Ok((source, changed))
}

/// Collects everything but the history.
fn collect_files(root: &Path, layout: &Layout, cache: &ReadCache) -> Result<(Source, ReadCache), Refusal> {
    let found = disk::list_folder(root, |relative| layout.should_enter(root, relative))?;
    let names = in_parallel(&found, |(relative, _)| relative.to_str().and_then(name_of));
    let mut source = Source::default();
    let mut to_read = Vec::with_capacity(found.len());
    for ((relative, what), name) in found.into_iter().zip(names) {
        match name {
            Some(Name::Path(path)) => {
                sort_out(root, layout, path, relative, what, &mut source, &mut to_read);
            }
            Some(Name::Ignored) => {}
            None => source
                .remarks
                .push(messages::name_unreadable(Place::of_file(with_slashes(&relative).into_owned()))),
        }
    }
    let mut seen = ReadCache::default();
    to_read.sort_unstable_by(|one, other| one.path.cmp(&other.path));
    let before = lookup_sorted(to_read.iter().map(|file| &file.path), &cache.texts);
    let to_read: Vec<_> = to_read.iter().zip(before).collect();
    seen.texts.reserve(to_read.len());
    source.texts.reserve(to_read.len());
    for outcome in in_parallel(&to_read, |(file, before)| read_or_cached(root, file, *before)) {
        match outcome {
            Ok(text) => {
                let file = Arc::clone(&text.what);
                seen.texts.push((file.path.clone(), text));
                match file.path.top() {
                    None => source.site = Some(file),
                    Some(top) if layout.holds_files(top) => source.sidecars.push(file),
                    Some(_) => source.texts.push(file),
                }
            }
            Err(remark) => source.remarks.push(*remark),
        }
    }
    // If two names are equal once Unicode is composed, only the first is cached.
    seen.texts.dedup_by(|later, first| later.0 == first.0);
    source.files.sort_by(|one, other| one.path.cmp(&other.path));
    seen.pictures = measure_pictures(&mut source.files, &cache.pictures);
    let is_sidecar = |path: &SitePath| path.top().is_some_and(|top| layout.holds_sidecars(top));
    seen.twins = mark_twins(&mut source.files, is_sidecar, &cache.twins);
    let held = source.theme.iter().chain(&source.packages).chain(&source.lock).chain(&source.data);
    seen.held = held.map(HeldFile::mark).collect();
    seen.held.sort_by(|one, other| one.0.cmp(&other.0));
    seen.gathered = gathered(root).map(Arc::new);
    source.gathered = seen.gathered.clone();
    let doubled = [&source.packages, &source.theme]
        .map(|held| stray::duplicate_folder(held.iter().map(|file| &file.path)));
    source.remarks.extend(doubled.into_iter().flatten());
    source.look_around(root);
    seen.troubles.clone_from(&source.remarks);
    Ok((source, seen))
}

/// The name of something that was found.
enum Name {
    Path(SitePath),
    /// Not content: left behind by a system or an editor.
    Ignored,
}

fn name_of(relative: &str) -> Option<Name> {
    let path = SitePath::new(relative)?;
    Some(if is_ignored(&path) { Name::Ignored } else { Name::Path(path) })
}

/// A text file to read: its site path, and its path on disk relative to the village folder.
struct ToRead {
    path: SitePath,
    relative: PathBuf,
    stamp: Stamp,
}

/// Sorts what was found: to be read, to be held, to be listed, or to be reported.
fn sort_out(
    root: &Path,
    layout: &Layout,
    path: SitePath,
    relative: PathBuf,
    what: Found,
    source: &mut Source,
    to_read: &mut Vec<ToRead>,
) {
    let place = || Place::of_file(path.shared());
    let stamp = match what {
        Found::Unusable(trouble) => return source.remarks.push(messages::trouble(place(), trouble)),
        Found::Folder
            if path.top().is_none()
                && !layout.is_known_folder(path.as_str())
                && !is_site(root, &relative) =>
        {
            let folder = path.as_str();
            return source.remarks.push(
                match closest(folder, layout.names()).or_else(|| layout.meant_folder(folder)) {
                    Some(near) => stray_messages::misnamed_folder(place(), folder, near),
                    None => stray_messages::unknown_folder(place(), folder),
                },
            );
        }
        Found::Folder => return,
        Found::File(stamp) => stamp,
    };
    match (path.top(), is_text(&path)) {
        (None, _) if path.as_str() == SITE_FILE => to_read.push(ToRead { path, relative, stamp }),
        (None, _) if path.as_str() == LOCK_FILE => {
            let file = held(&path, path.clone(), &root.join(relative));
            match file {
                Ok(file) => source.lock = Some(file),
                Err(remark) => source.remarks.push(*remark),
            }
        }
        (None, _) if layout.data.iter().any(|name| is_named(path.as_str(), name)) => {
            let file = held(&path, path.clone(), &root.join(relative));
            keep(file, &mut source.data, &mut source.remarks);
        }
        (None, _) => source.remarks.extend(stray_file(root, &path, &layout.data)),
        (Some(top), true) if layout.holds_entries(top) => to_read.push(ToRead { path, relative, stamp }),
        (Some(top), false) if layout.holds_entries(top) => {
            source.remarks.push(stray_messages::file_among_texts(place(), path.name(), top));
        }
        (Some(top), true) if layout.holds_sidecars(top) && path.ends_in(&["yaml", "yml"]) => {
            to_read.push(ToRead { path, relative, stamp });
        }
        (Some(top), true) if layout.holds_files(top) => {
            source.remarks.push(stray_messages::text_among_files(place(), path.name(), top));
        }
        (Some(top), false) if layout.holds_files(top) => {
            let on_disk = root.join(relative);
            source.files.push(MediaFile::new(path, on_disk, stamp));
        }
        (Some(top), _) if layout.holds_theme(top) => {
            keep(held(&path, path.clone(), &root.join(relative)), &mut source.theme, &mut source.remarks);
        }
        (Some(top), _) if layout.holds_packages(top) => {
            keep(held(&path, path.clone(), &root.join(relative)), &mut source.packages, &mut source.remarks);
        }
        _ => {}
    }
}

/// Reads a file into memory as is, under the name that later code knows it by.
pub(super) fn held(path: &SitePath, name: SitePath, on_disk: &Path) -> Result<HeldFile, Box<Diagnostic>> {
    match disk::bytes_of_found(on_disk, LARGEST_HELD_FILE) {
        Ok(bytes) => Ok(HeldFile { path: name, bytes }),
        Err(why) => Err(Box::new(stray::not_held_remark(path, why.into()))),
    }
}

/// Adds a file to those that are held, or the diagnostic if it could not be read.
pub(super) fn keep(
    file: Result<HeldFile, Box<Diagnostic>>,
    files: &mut Vec<HeldFile>,
    remarks: &mut Vec<Diagnostic>,
) {
    match file {
        Ok(file) => files.push(file),
        Err(remark) => remarks.push(*remark),
    }
}

/// Returns a text from the cache if its file is unchanged, and reads it otherwise.
fn read_or_cached(root: &Path, file: &ToRead, before: Option<&CachedFile<Arc<TextFile>>>) -> ReadText {
    if let Some(unchanged) = before.and_then(|seen| seen.unchanged(&file.stamp)) {
        return Ok(unchanged);
    }
    let whole = || Place::of_file(file.path.shared());
    let refuse = |why: disk::ReadFailure| Box::new(messages::trouble(whole(), why.into()));
    let bytes = disk::bytes_of_found(&root.join(&file.relative), LONGEST_TEXT).map_err(refuse)?;
    let mark = fingerprint(&bytes);
    let seen = |what, is_warm| CachedFile { stamp: file.stamp.clone(), is_warm, fingerprint: mark, what };
    if let Some(same) = before.filter(|seen| seen.fingerprint == mark) {
        return Ok(seen(Arc::clone(&same.what), false));
    }
    text_of(file.path.clone(), &bytes).map(|text| seen(Arc::new(text), true))
}

/// Parses the entries in a file's bytes, according to the extension of its name.
///
/// # Errors
/// When the bytes are not text, or are text in a legacy encoding. The diagnostic says which.
pub fn text_of(path: SitePath, bytes: &[u8]) -> Result<TextFile, Box<Diagnostic>> {
    let mut file = read_text(path.clone(), &plain_text_of(&path, bytes)?);
    let remarks = [garbled::remark(&file), unreadable::remark(&file)];
    file.remarks.extend(remarks.into_iter().flatten());
    Ok(file)
}

/// Decodes a file's bytes as text.
///
/// # Errors
/// When the bytes are not text, or are text in a legacy encoding. The diagnostic says which.
pub fn plain_text_of(path: &SitePath, bytes: &[u8]) -> Result<String, Box<Diagnostic>> {
    decode(bytes).map_err(|trouble| {
        Box::new(match trouble {
            NotText::Binary => messages::not_a_text(Place::of_file(path.shared())),
            NotText::OldEncoding { guess, first } => {
                messages::old_encoding(Place::in_text(path.shared(), &guess, first, first + 1))
            }
        })
    })
}

impl HeldFile {
    /// Returns its path with a fingerprint of its contents.
    fn mark(&self) -> (SitePath, Fingerprint) {
        (self.path.clone(), fingerprint(&self.bytes))
    }
}

fn is_text(path: &SitePath) -> bool {
    path.ends_in(&["md", "markdown", "yaml", "yml"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::Code;

    #[test]
    fn a_file_that_disappeared_is_reported() {
        let path = SitePath::new("agenda/weg.md").expect("a path");
        let stamp = disk::stamp(&std::env::temp_dir()).expect("a stamp");
        let gone = ToRead { path, relative: "dorpsplein-was-hier/weg.md".into(), stamp };
        let remark = read_or_cached(&std::env::temp_dir(), &gone, None).expect_err("it is not there");
        assert_eq!((remark.code, &*remark.place.file), (Code::FileGone, "agenda/weg.md"));
    }
}
