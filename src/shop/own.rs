//! A village's own files over those of its themes: where each comes from, and whether its original changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use similar::TextDiff;

use super::installed::InstalledThemes;
use super::messages;
use crate::ground::{Both, Checksum, Remarks, SitePath, Version, checksum, closest};
use crate::package::{Adopted, Package, has_checksum, write_lock};
use crate::pipeline::theme_of;
use crate::publish::{Exchange, Failure, exchange};
use crate::read::{LOCK_FILE, bytes_of};
use crate::theme::{
    EXTRA_STYLE, Layer, Shipped, Theme, VILLAGE_LAYER, as_replacement_of, building_on, builds_on_its_name,
    layer_built_on, origin_of, read_manifest, replaced_theme,
};

/// Where originals of adopted files are kept, in the village's own folder; the reader of a village skips it.
const ORIGINALS: &str = ".originals";

/// The largest size of a theme file.
const LARGEST: u64 = 8 * 1024 * 1024;

/// The themes of a village, searched for files.
pub struct OwnFiles<'s> {
    installed: &'s InstalledThemes,
    theme: Theme,
}

/// A layer that has a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Where the layer is: `lvkk`, `themas/overijssel`, `thema`.
    pub folder: String,
    /// Its version; the village's own files have none.
    pub version: Option<Version>,
    /// What part its file plays on the site.
    pub part: Part,
}

/// What part a file of a layer plays on the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it is used, as far as nothing above changes it.
    Whole,
    /// It changes part of the file below, or adds to it.
    Changes,
    /// It replaces the file in the layer below, and changes part of one further down.
    InPlace {
        /// The folder of the layer whose file it replaces.
        of: String,
        /// The folder of the layer whose file it changes.
        changes: Option<String>,
    },
    /// A layer above replaces it.
    Hidden,
    /// It only describes the theme itself.
    ThemeMetadata,
}

/// The result of adopting a file.
#[derive(Debug)]
pub struct Adoption {
    /// The village's own file, relative to the village folder.
    pub target: String,
    /// Whether the file is new; if not, only its origin is recorded.
    pub is_new: bool,
    /// If it was recorded as a copy from another theme until now: that theme, and the one it is now.
    pub switched: Option<(String, String)>,
    /// The files to write.
    pub exchange: Exchange,
}

/// How a village's own file relates to the file it was copied from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drift {
    /// The original has not changed.
    Fresh,
    /// The original changed.
    Stale {
        /// The version it was copied from, and the current one.
        versions: (Version, Version),
        /// What changed in it, as lines that start with a plus or a minus.
        change: String,
    },
    /// It is unknown what it was copied from.
    Unknown,
    /// The theme no longer has the file.
    Orphan,
    /// The village no longer uses the theme it was copied from.
    OtherTheme(String),
}

/// The current state of a theme from which files were copied.
struct CopiedFrom<'t> {
    layer: &'t Layer,
    version: Version,
    package: Option<Package>,
}

impl<'s> OwnFiles<'s> {
    /// Reads the themes of a village.
    ///
    /// # Errors
    /// When the folder cannot be read, or its themes cannot be resolved.
    pub fn of(installed: &'s InstalledThemes, shipped: &Shipped) -> Result<Self, Both> {
        let (theme, remarks) = theme_of(&installed.folder, shipped)
            .map_err(|_| messages::no_site(&installed.folder.display().to_string()))?;
        if theme.layers.is_empty() || !remarks.is_publishable() && theme.templates.is_empty() {
            return Err(messages::themes_invalid());
        }
        Ok(Self { installed, theme })
    }

    /// Returns the layers that have a file, the topmost first, with its path within them.
    ///
    /// # Errors
    /// When no layer has it.
    pub fn holders(&self, typed: &str) -> Result<(SitePath, Vec<Holder>), Both> {
        let (path, _) = self.path_of(typed)?;
        let layers = self.theme.layers.iter().rev().filter(|layer| layer.files.contains_key(&path));
        let layers: Vec<&Layer> = layers.map(Arc::as_ref).collect();
        // `visible` is the next file in use, from the top down; the files between it and the last are hidden.
        let (mut visible, mut holders) = (Some(0), Vec::new());
        for (number, layer) in layers.iter().enumerate() {
            let next = visible.filter(|at| *at == number).map(|at| next_visible(&path, &layers, at));
            let folder = |at: usize| layers.get(at).map(|layer| layer.folder.clone());
            let part = match next {
                _ if path.top().is_none() => Part::ThemeMetadata,
                None => Part::Hidden,
                Some(None) if replaces_another(&path, layer) => {
                    folder(number + 1).map_or(Part::Whole, |of| Part::InPlace { of, changes: None })
                }
                Some(None) => Part::Whole,
                Some(Some(at)) if at == number + 1 => Part::Changes,
                Some(Some(at)) => {
                    folder(number + 1).map_or(Part::Changes, |of| Part::InPlace { of, changes: folder(at) })
                }
            };
            holders.push(Holder { folder: layer.folder.clone(), version: version_of(layer), part });
            visible = next.map_or(visible, |next| next);
        }
        Ok((path, holders))
    }

    /// Resolves a file name in any form users type it, `venue.html` or `thema/templates/venue.html`; also
    /// returns the theme if its name or folder comes first, as in `lvkk/templates/venue.html`.
    fn path_of(&self, typed: &str) -> Result<(SitePath, Option<&Arc<Layer>>), Both> {
        let typed = typed.replace('\\', "/");
        let typed = typed.strip_prefix("./").unwrap_or(&typed);
        for layer in self.theme.layers.iter().filter(|layer| layer.name != VILLAGE_LAYER) {
            let prefixes = [layer.folder.as_str(), layer.name.as_str()];
            let inner = prefixes.iter().find_map(|prefix| typed.strip_prefix(prefix)?.strip_prefix('/'));
            if let Some(inner) = inner {
                let path = found_in(layer.files.keys().collect(), inner);
                return path.map(|path| (path, Some(layer))).map_err(|near| {
                    let near = near.map(|near| format!("{}/{near}", layer.folder));
                    messages::not_in_theme(&layer.folder, inner, near.as_deref())
                });
            }
        }
        let mut all: Vec<&SitePath> = self.theme.layers.iter().flat_map(|layer| layer.files.keys()).collect();
        all.sort_unstable();
        all.dedup();
        let found = found_in(all, typed);
        found.map(|path| (path, None)).map_err(|near| messages::no_such_file(typed, near.as_deref()))
    }

    /// Returns the layer of the village's own files.
    fn own_layer(&self) -> Option<&Arc<Layer>> {
        self.theme.layers.iter().find(|layer| layer.name == VILLAGE_LAYER)
    }

    /// Returns the folder of the village's own files, relative to the village folder.
    fn own_folder(&self) -> &str {
        self.own_layer()
            .map_or(if self.installed.themes_folder == "themes" { "theme" } else { "thema" }, |layer| {
                layer.folder.as_str()
            })
    }

    /// Copies a file into the village's own folder and records what it was copied from. If the village
    /// already has its own, only the record is renewed: its author has looked at the original and is content.
    ///
    /// # Errors
    /// When no theme has the file, or the file would have no meaning there.
    pub fn adopt(&self, typed: &str) -> Result<Adoption, Both> {
        let (path, meant) = self.path_of(typed)?;
        if path.top().is_none() {
            return Err(messages::theme_metadata_file(path.as_str()));
        }
        let meant = meant.and_then(|layer| Some((layer, layer.files.get(&path)?)));
        let (layer, bytes) = meant
            .or_else(|| origin_of(&self.theme.layers, &path))
            .ok_or_else(|| messages::only_own(path.as_str()))?;
        let target = format!("{}/{path}", self.own_folder());
        // A file that is hidden or too large to read is still the village's.
        let is_new = !self.installed.has_own(path.as_str());
        // Manual changes to the theme are copied along; the original is the file as it was installed.
        let package = self.package_of(layer);
        let original = package.as_ref().and_then(|package| as_packaged(package, &path)).unwrap_or(bytes);
        let mut lock = self.installed.lock.clone();
        lock.adopted.retain(|known, _| self.installed.has_own(known));
        let former = lock.adopted.get(path.as_str()).map(|known| known.layer.clone());
        let switched = former.filter(|former| *former != layer.name).map(|it| (it, layer.name.clone()));
        lock.adopted.insert(
            path.as_str().to_owned(),
            Adopted {
                layer: layer.name.clone(),
                version: version_of(layer).unwrap_or_default(),
                hash: checksum(original),
            },
        );
        let mut exchange = Exchange::default();
        if is_new {
            exchange.files.push((target.clone(), Some(self.replacement_bytes(layer, &path, bytes))));
        }
        exchange.files.push((self.original_path(&path), Some(original.to_vec())));
        exchange.files.push((LOCK_FILE.to_owned(), Some(write_lock(&lock).into_bytes())));
        Ok(Adoption { target, is_new, switched, exchange })
    }

    /// Returns the package that a theme was installed from, if it is kept.
    fn package_of(&self, layer: &Layer) -> Option<Package> {
        let added = self.installed.lock.themes.get(&layer.name)?;
        let (package, _) = self.installed.kept_package(&layer.name, added.version, added.hash)?;
        Some(package)
    }

    /// Returns a copy that replaces the file of its layer. A template that builds on the file of the same
    /// name in the layer below is made to name that layer: unchanged, the copy would build on its own
    /// original, and everything would appear twice. The same goes for an extra style sheet.
    fn replacement_bytes(&self, layer: &Layer, path: &SitePath, bytes: &[u8]) -> Vec<u8> {
        if is_extra_style(path) {
            let style = String::from_utf8_lossy(bytes);
            return as_replacement_of(&layer.name, &style, self.installed.locale).into_bytes();
        }
        let below = self.theme.layers.iter().take_while(|other| other.name != layer.name);
        let below = below.filter(|other| other.files.contains_key(path)).last();
        let name = path.as_str().strip_prefix("templates/");
        let named = name.zip(below).and_then(|(name, below)| {
            building_on(name, &String::from_utf8_lossy(bytes), &format!("{}/{name}", below.name))
        });
        named.map_or_else(|| bytes.to_vec(), String::into_bytes)
    }

    /// Returns where the original of an adopted file is kept.
    fn original_path(&self, path: &SitePath) -> String {
        format!("{}/{ORIGINALS}/{path}", self.own_folder())
    }

    /// Compares each of the village's own files that replaces another with its original.
    pub fn drift(&self) -> Vec<(String, Drift)> {
        let copied_from = self.copied_from();
        let own = self.own_layer().into_iter().flat_map(|layer| layer.files.iter());
        let found = own.filter_map(|(path, bytes)| {
            let shown = format!("{}/{path}", self.own_folder());
            Some((shown, self.drift_of(path, bytes, &copied_from)?))
        });
        found.collect()
    }

    /// Returns the themes from which files were copied, by name. Each package is unpacked only once.
    fn copied_from(&self) -> BTreeMap<&str, CopiedFrom<'_>> {
        let names: BTreeSet<&str> = self.installed.lock.adopted.values().map(|known| &*known.layer).collect();
        let layers = self.theme.layers.iter().filter(|layer| names.contains(&*layer.name));
        let found = layers.map(|layer| {
            let version = version_of(layer).unwrap_or_default();
            (&*layer.name, CopiedFrom { layer, version, package: self.package_of(layer) })
        });
        found.collect()
    }

    fn drift_of(
        &self,
        path: &SitePath,
        own: &[u8],
        copied_from: &BTreeMap<&str, CopiedFrom<'_>>,
    ) -> Option<Drift> {
        let Some(known) = self.installed.lock.adopted.get(path.as_str()) else {
            // A file that adds to another, or changes one block of it, is no copy.
            let (_, original) = origin_of(&self.theme.layers, path)?;
            let is_copy = !builds_on_itself(path, own) || **original == *own;
            return (path.top() == Some("templates") && is_copy).then_some(Drift::Unknown);
        };
        // The same path in another theme is another file.
        let Some(CopiedFrom { layer, version, package }) = copied_from.get(&*known.layer) else {
            return Some(Drift::OtherTheme(known.layer.clone()));
        };
        let Some(now) = layer.files.get(path) else { return Some(Drift::Orphan) };
        let now = package.as_ref().and_then(|package| as_packaged(package, path)).unwrap_or(now);
        if has_checksum(now, known.hash) {
            return Some(Drift::Fresh);
        }
        Some(Drift::Stale {
            versions: (known.version, *version),
            change: self.change_of(path, known.hash, now),
        })
    }

    /// Returns what changed in a file since it was copied, line by line; empty if the original was not kept.
    fn change_of(&self, path: &SitePath, hash: Checksum, now: &[u8]) -> String {
        let kept = bytes_of(&self.installed.folder.join(self.original_path(path)), LARGEST).ok();
        let Some(before) = kept.filter(|bytes| checksum(bytes) == hash) else { return String::new() };
        let (before, now) = (String::from_utf8_lossy(&before), String::from_utf8_lossy(now));
        TextDiff::from_lines(before.as_ref(), now.as_ref()).unified_diff().context_radius(2).to_string()
    }

    /// Applies an adoption.
    ///
    /// # Errors
    /// When the system refuses; then nothing is changed.
    pub fn apply(&self, wanted: &Exchange) -> Result<(), Failure> {
        exchange(&self.installed.folder, wanted, &self.installed.preconditions())
    }
}

/// Returns a file of a theme as it is in its package.
fn as_packaged<'p>(package: &'p Package, path: &SitePath) -> Option<&'p [u8]> {
    package.files.iter().find(|file| file.path == *path).map(|file| &*file.bytes)
}

/// Finds the path that was typed, in any form users type it; otherwise, the error is one that is similar.
fn found_in(all: Vec<&SitePath>, typed: &str) -> Result<SitePath, Option<String>> {
    let exact = all.iter().find(|path| typed == path.as_str());
    let below = || all.iter().find(|path| typed.ends_with(&format!("/{path}")));
    let by_name =
        || all.iter().find(|path| path.name() == typed || path.as_str().ends_with(&format!("/{typed}")));
    match exact.or_else(below).or_else(by_name) {
        Some(path) => Ok((*path).clone()),
        None => {
            let names = all.iter().flat_map(|path| [path.as_str(), path.name()]);
            Err(closest(typed, names).map(str::to_owned))
        }
    }
}

fn version_of(layer: &Layer) -> Option<Version> {
    if layer.name == VILLAGE_LAYER {
        return None;
    }
    read_manifest(layer, &mut Remarks::default()).map(|manifest| manifest.version)
}

/// Returns which of these layers, the topmost first, is the next whose file is used below the given one.
fn next_visible(path: &SitePath, layers: &[&Layer], number: usize) -> Option<usize> {
    let text = |layer: &Layer| layer.files.get(path).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let below = number + 1;
    if is_extra_style(path) {
        let above = layers.iter().take(below).filter_map(|layer| text(layer));
        let replaced: Vec<String> =
            above.filter_map(|text| replaced_theme(&text).map(str::to_owned)).collect();
        return (below..layers.len()).find(|number| !replaced.contains(&layers[*number].name));
    }
    let named = path.as_str().strip_prefix("templates/").zip(text(layers.get(number)?));
    let next = match named {
        Some((name, text)) => match layer_built_on(name, &text)? {
            "" => Some(below),
            layer => layers.iter().position(|it| it.name == layer).filter(|found| *found > number),
        },
        None if is_added(path) => Some(below),
        None => None,
    };
    // There must be a file below to change.
    next.filter(|next| *next < layers.len())
}

/// Whether a file declares that it replaces another.
fn replaces_another(path: &SitePath, layer: &Layer) -> bool {
    let text = layer.files.get(path).map(|bytes| String::from_utf8_lossy(bytes));
    is_extra_style(path) && text.is_some_and(|text| replaced_theme(&text).is_some())
}

fn is_extra_style(path: &SitePath) -> bool {
    path.as_str().strip_prefix("assets/") == Some(EXTRA_STYLE)
}

/// Whether a file is added to those below instead of replacing them.
fn is_added(path: &SitePath) -> bool {
    path.top() == Some("words") || is_extra_style(path)
}

/// Whether a template builds on the template of the same name below.
fn builds_on_itself(path: &SitePath, bytes: &[u8]) -> bool {
    let name = path.as_str().strip_prefix("templates/");
    name.is_some_and(|name| builds_on_its_name(name, &String::from_utf8_lossy(bytes)))
}
