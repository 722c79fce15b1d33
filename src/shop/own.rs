//! A village's own files over those of its themes: from where each comes, what it was copied from, whether that moved on.

use std::sync::Arc;

use similar::TextDiff;

use super::messages;
use super::stand::Stand;
use crate::ground::{Both, Checksum, Remarks, SitePath, Version, checksum, closest};
use crate::package::{Adopted, write_lock};
use crate::pipeline::theme_of;
use crate::publish::{Exchange, Failure, exchange};
use crate::read::{LOCK_FILE, bytes_of};
use crate::theme::{Layer, Shipped, Theme, VILLAGE_LAYER, builds_on_its_name, origin_of, read_manifest};

/// Where the originals of adopted files are kept, in the village's own folder; the reader of a village passes over it.
const ORIGINALS: &str = ".originals";

/// A theme file is no longer than this.
const LARGEST: u64 = 8 * 1024 * 1024;

/// The themes of a village, to look for files in.
pub struct OwnFiles<'s> {
    stand: &'s Stand,
    theme: Theme,
}

/// A layer that has a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Where the layer stands: `lvkk`, `themas/overijssel`, `thema`.
    pub folder: String,
    /// Its version; the village's own files have none.
    pub version: Option<Version>,
    /// What its file comes to on the site.
    pub part: Part,
}

/// What a file of a layer comes to on the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it shows, as far as nothing above changes it.
    Whole,
    /// It changes a part of the one below, or adds to it.
    Changes,
    /// One above takes its place.
    Hidden,
}

/// How a village's own file stands to what it was copied from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drift {
    /// What it was copied from is what it was.
    Fresh,
    /// It changed: how, as lines with a plus or a minus in front.
    Stale {
        /// The version it was copied from, and the one that is there now.
        versions: (Version, Version),
        /// What changed in it.
        change: String,
    },
    /// It is not known what it was copied from.
    Unknown,
    /// The theme has it no more.
    Orphan,
}

impl<'s> OwnFiles<'s> {
    /// Looks at the themes of a village.
    ///
    /// # Errors
    /// When the folder cannot be read, or its themes cannot be followed.
    pub fn of(stand: &'s Stand, shipped: &Shipped) -> Result<Self, Both> {
        let (theme, remarks) = theme_of(&stand.folder, shipped)
            .map_err(|_| messages::no_site(&stand.folder.display().to_string()))?;
        if theme.layers.is_empty() || !remarks.publishable() && theme.templates.is_empty() {
            return Err(messages::themes_unsound());
        }
        Ok(Self { stand, theme })
    }

    /// The layers that have a file, the topmost first, with its path in them.
    ///
    /// # Errors
    /// When no layer has it.
    pub fn holders(&self, typed: &str) -> Result<(SitePath, Vec<Holder>), Both> {
        let path = self.path_of(typed)?;
        let (mut shows, mut holders) = (true, Vec::new());
        for layer in self.theme.layers.iter().rev() {
            let Some(bytes) = layer.files.get(&path) else { continue };
            let changes = is_added(&path) || builds_on_itself(&path, bytes);
            let part = match (shows, changes) {
                (false, _) => Part::Hidden,
                (true, true) => Part::Changes,
                (true, false) => Part::Whole,
            };
            holders.push(Holder { folder: layer.folder.clone(), version: version_of(layer), part });
            shows = shows && changes;
        }
        Ok((path, holders))
    }

    /// The path of a file that was typed in any way people name it: `venue.html`, `thema/templates/venue.html`.
    fn path_of(&self, typed: &str) -> Result<SitePath, Both> {
        let typed = typed.replace('\\', "/");
        let mut all: Vec<&SitePath> = self.theme.layers.iter().flat_map(|layer| layer.files.keys()).collect();
        all.sort_unstable();
        all.dedup();
        let exact = all.iter().find(|path| typed == path.as_str());
        let below = || all.iter().find(|path| typed.ends_with(&format!("/{path}")));
        let by_name =
            || all.iter().find(|path| path.name() == typed || path.as_str().ends_with(&format!("/{typed}")));
        let found = exact.or_else(below).or_else(by_name);
        let near = || {
            let names = all.iter().flat_map(|path| [path.as_str(), path.name()]);
            closest(&typed, names).map(str::to_owned)
        };
        found.map(|path| (*path).clone()).ok_or_else(|| messages::no_such_file(&typed, near().as_deref()))
    }

    /// The village's own files.
    fn own(&self) -> Option<&Arc<Layer>> {
        self.theme.layers.iter().find(|layer| layer.name == VILLAGE_LAYER)
    }

    /// The folder of the village's own files, from the village folder.
    fn own_folder(&self) -> &str {
        self.own().map_or(if self.stand.shelf == "themes" { "theme" } else { "thema" }, |layer| {
            layer.folder.as_str()
        })
    }

    /// Copies a file into the village's own folder and remembers what it was copied from. When the village has one of
    /// its own already, only that is remembered: its author has looked at the original and is content.
    ///
    /// # Errors
    /// When no theme has the file.
    pub fn adopt(&self, typed: &str) -> Result<(String, bool, Exchange), Both> {
        let path = self.path_of(typed)?;
        let (layer, bytes) =
            origin_of(&self.theme.layers, &path).ok_or_else(|| messages::only_own(path.as_str()))?;
        let target = format!("{}/{path}", self.own_folder());
        let is_new = self.own().is_none_or(|own| !own.files.contains_key(&path));
        let mut lock = self.stand.lock.clone();
        lock.adopted.insert(
            path.as_str().to_owned(),
            Adopted {
                layer: layer.name.clone(),
                version: version_of(layer).unwrap_or_default(),
                hash: checksum(bytes),
            },
        );
        let mut exchange = Exchange::default();
        if is_new {
            exchange.files.push((target.clone(), Some(bytes.to_vec())));
        }
        exchange.files.push((self.original(&path), Some(bytes.to_vec())));
        exchange.files.push((LOCK_FILE.to_owned(), Some(write_lock(&lock).into_bytes())));
        Ok((target, is_new, exchange))
    }

    /// Where the original of an adopted file is kept.
    fn original(&self, path: &SitePath) -> String {
        format!("{}/{ORIGINALS}/{path}", self.own_folder())
    }

    /// How every file of the village's own that takes the place of another stands to it.
    pub fn drift(&self) -> Vec<(String, Drift)> {
        let own = self.own().into_iter().flat_map(|layer| layer.files.iter());
        let found = own.filter_map(|(path, bytes)| {
            let shown = format!("{}/{path}", self.own_folder());
            Some((shown, self.drift_of(path, bytes)?))
        });
        found.collect()
    }

    fn drift_of(&self, path: &SitePath, own: &[u8]) -> Option<Drift> {
        let known = self.stand.lock.adopted.get(path.as_str());
        let Some((layer, now)) = origin_of(&self.theme.layers, path) else {
            return known.map(|_| Drift::Orphan);
        };
        let Some(known) = known else {
            // What adds to a file, or changes one block of it, was copied from nothing.
            let is_copy = path.top() == Some("templates") && !builds_on_itself(path, own);
            return is_copy.then_some(Drift::Unknown);
        };
        if known.hash == checksum(now) {
            return Some(Drift::Fresh);
        }
        let versions = (known.version, version_of(layer).unwrap_or_default());
        Some(Drift::Stale { versions, change: self.change_of(path, known.hash, now) })
    }

    /// What changed in a file since it was copied, line by line; nothing when the original was not kept.
    fn change_of(&self, path: &SitePath, hash: Checksum, now: &[u8]) -> String {
        let kept = bytes_of(&self.stand.folder.join(self.original(path)), LARGEST).ok();
        let Some(before) = kept.filter(|bytes| checksum(bytes) == hash) else { return String::new() };
        let (before, now) = (String::from_utf8_lossy(&before), String::from_utf8_lossy(now));
        TextDiff::from_lines(before.as_ref(), now.as_ref()).unified_diff().context_radius(2).to_string()
    }

    /// Does what was found out.
    ///
    /// # Errors
    /// When the machine refuses; then everything is as it was.
    pub fn make(&self, wanted: &Exchange) -> Result<(), Failure> {
        exchange(&self.stand.folder, wanted)
    }
}

fn version_of(layer: &Layer) -> Option<Version> {
    if layer.name == VILLAGE_LAYER {
        return None;
    }
    read_manifest(layer, &mut Remarks::default()).map(|manifest| manifest.version)
}

/// Whether a file lies beside those below, instead of in their place.
fn is_added(path: &SitePath) -> bool {
    path.top() == Some("words") || path.as_str() == "assets/extra.css"
}

/// Whether a template builds on the one of the same name below.
fn builds_on_itself(path: &SitePath, bytes: &[u8]) -> bool {
    let name = path.as_str().strip_prefix("templates/");
    name.is_some_and(|name| builds_on_its_name(name, &String::from_utf8_lossy(bytes)))
}
