//! A village folder as it was found: texts read, photos and documents listed, theme files held, and
//! everything that cannot be used named. Nothing is passed over in silence.

use std::path::{Path, PathBuf};

use super::decode::{NotText, decode};
use super::disk::{self, Found, Refusal};
use super::front_matter::{TextFile, read_text};
use super::history::{self, History};
use super::messages;
use crate::ground::{Diagnostic, MANIFEST, Place, SitePath, closest, fold, in_parallel};

/// The file that makes a folder a village's site.
pub const SITE_FILE: &str = "site.yaml";

/// A text is no longer than this; 4 MB is a thick book.
const LONGEST_TEXT: u64 = 4 * 1024 * 1024;

/// A template, style, word list or file with data is no longer than this.
const LARGEST_HELD_FILE: u64 = 8 * 1024 * 1024;

/// The folders that mean something in a village folder, by all their names.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Entries as `.md` and `.yaml`.
    pub entries: Vec<&'static str>,
    /// Photos and documents.
    pub files: Vec<&'static str>,
    /// The village's own layer over the theme.
    pub theme: Vec<&'static str>,
    /// Files with data that lie beside `site.yaml`.
    pub data: Vec<&'static str>,
}

/// Everything that a village folder holds.
#[derive(Debug, Default)]
pub struct Source {
    /// `site.yaml`, when there is one.
    pub site: Option<TextFile>,
    /// The files with entries, in the order of their paths.
    pub texts: Vec<TextFile>,
    /// Photos and documents, in the order of their paths.
    pub files: Vec<MediaFile>,
    /// The village's own layer over the theme, in the order of its paths.
    pub theme: Vec<HeldFile>,
    /// Files with data, in the order of their paths.
    pub data: Vec<HeldFile>,
    /// When each file was last changed, as far as that is known.
    pub history: History,
    /// What could not be used, and why.
    pub remarks: Vec<Diagnostic>,
}

/// A file that is published as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct MediaFile {
    /// Where it stands in the village folder.
    pub path: SitePath,
    /// Where it stands on the disk.
    pub on_disk: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// How large the picture is, if it is one.
    pub size: Option<PictureSize>,
}

/// The size of a picture in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureSize {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// A file that is held as it is: of a theme layer, or data.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldFile {
    /// Where it stands in the village folder or in the layer: `templates/home.html`.
    pub path: SitePath,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Reads a village folder.
///
/// # Errors
/// When the folder itself is not there or cannot be listed. Whatever is wrong *in* it becomes a remark.
pub fn collect(root: &Path, layout: &Layout) -> Result<Source, Refusal> {
    let found = disk::list_folder(root, |relative| is_entered(root, relative, layout))?;
    let mut source = Source { history: history::of(root), ..Source::default() };
    let mut to_read = Vec::new();
    for (relative, what) in found {
        let Some(path) = relative.to_str().and_then(SitePath::new) else {
            source
                .remarks
                .push(messages::name_unreadable(Place::whole(relative.to_string_lossy().into_owned())));
            continue;
        };
        if !is_ignored(&path) {
            sort_out(root, layout, path, relative, what, &mut source, &mut to_read);
        }
    }
    for outcome in in_parallel(&to_read, read_one) {
        match outcome {
            Ok(file) if file.path.as_str() == SITE_FILE => source.site = Some(file),
            Ok(file) => source.texts.push(file),
            Err(remark) => source.remarks.push(*remark),
        }
    }
    measure_pictures(&mut source.files);
    Ok(source)
}

/// A text file to be read: its path, and where it stands on the disk.
struct ToRead {
    path: SitePath,
    on_disk: PathBuf,
}

fn sort_out(
    root: &Path,
    layout: &Layout,
    path: SitePath,
    relative: PathBuf,
    what: Found,
    source: &mut Source,
    to_read: &mut Vec<ToRead>,
) {
    let on_disk = root.join(relative);
    let place = Place::whole(path.shared());
    let bytes = match what {
        Found::Odd(trouble) => return source.remarks.push(messages::trouble(place, trouble)),
        Found::Folder if path.top().is_none() && !layout.knows(path.as_str()) => {
            let folder = path.as_str();
            return source.remarks.push(match closest(folder, layout.names()) {
                Some(near) => messages::misnamed_folder(place, folder, near),
                None => messages::unknown_folder(place, folder),
            });
        }
        Found::Folder => return,
        Found::File(bytes) => bytes,
    };
    match (path.top(), is_text(&path)) {
        (None, _) if path.as_str() == SITE_FILE => to_read.push(ToRead { path, on_disk }),
        (None, _) if layout.data.iter().any(|name| is_named(path.as_str(), name)) => {
            let file = held(&path, path.clone(), &on_disk);
            keep(file, &mut source.data, &mut source.remarks);
        }
        (None, _) => source.remarks.extend(stray_file(&path)),
        (Some(top), true) if layout.holds_entries(top) => to_read.push(ToRead { path, on_disk }),
        (Some(top), false) if layout.holds_entries(top) => {
            source.remarks.push(messages::file_among_texts(place, path.name(), top));
        }
        (Some(top), true) if layout.holds_files(top) => {
            source.remarks.push(messages::text_among_files(place, path.name(), top));
        }
        (Some(top), false) if layout.holds_files(top) => {
            source.files.push(MediaFile { path, on_disk, bytes, size: None });
        }
        (Some(top), _) if layout.holds_theme(top) => {
            if let Some(inner) = path.as_str().split_once('/').and_then(|(_, inner)| SitePath::new(inner)) {
                keep(held(&path, inner, &on_disk), &mut source.theme, &mut source.remarks);
            }
        }
        _ => {}
    }
}

/// A file as it is, under the name by which it is known further on.
fn held(path: &SitePath, name: SitePath, on_disk: &Path) -> Result<HeldFile, Box<Diagnostic>> {
    match disk::bytes_of(on_disk, LARGEST_HELD_FILE) {
        Ok(bytes) => Ok(HeldFile { path: name, bytes }),
        Err(trouble) => Err(Box::new(messages::trouble(Place::whole(path.shared()), trouble))),
    }
}

fn keep(file: Result<HeldFile, Box<Diagnostic>>, files: &mut Vec<HeldFile>, remarks: &mut Vec<Diagnostic>) {
    match file {
        Ok(file) => files.push(file),
        Err(remark) => remarks.push(*remark),
    }
}

fn read_one(file: &ToRead) -> Result<TextFile, Box<Diagnostic>> {
    let whole = || Place::whole(file.path.shared());
    let refuse = |trouble| Box::new(messages::trouble(whole(), trouble));
    let bytes = disk::bytes_of(&file.on_disk, LONGEST_TEXT).map_err(refuse)?;
    match decode(&bytes) {
        Ok(text) => Ok(read_text(file.path.clone(), &text)),
        Err(NotText::Binary) => Err(Box::new(messages::not_a_text(whole()))),
        Err(NotText::OldEncoding { guess, first }) => {
            let place = Place::in_text(file.path.shared(), &guess, first, first + 1);
            Err(Box::new(messages::old_encoding(place)))
        }
    }
}

fn measure_pictures(files: &mut [MediaFile]) {
    let sizes = in_parallel(files, |file| {
        let is_picture =
            matches!(file.path.extension().as_str(), "jpg" | "jpeg" | "png" | "webp" | "gif" | "svg");
        let (width, height) = is_picture.then(|| disk::picture_size(&file.on_disk)).flatten()?;
        Some(PictureSize { width, height })
    });
    for (file, size) in files.iter_mut().zip(sizes) {
        file.size = size;
    }
}

/// A file that lies loose in the village folder. Read-me files and settings of other programs may.
fn stray_file(path: &SitePath) -> Option<Diagnostic> {
    let place = Place::whole(path.shared());
    match path.extension().as_str() {
        "yaml" | "yml" if closest(path.stem(), ["site"]).is_some() || path.stem() == "config" => {
            Some(messages::misnamed_site_file(place, path.name()))
        }
        "md" | "markdown" if !is_for_people(path.stem()) => Some(messages::stray_text(place, path.name())),
        "yaml" | "yml" => Some(messages::stray_text(place, path.name())),
        _ => None,
    }
}

fn is_for_people(stem: &str) -> bool {
    matches!(
        fold(stem).as_str(),
        "readme"
            | "leesmij"
            | "lees mij"
            | "license"
            | "licence"
            | "licentie"
            | "changelog"
            | "overdracht"
            | "handover"
            | "handboek"
            | "handbook"
            | "contributing"
    )
}

fn is_text(path: &SitePath) -> bool {
    matches!(path.extension().as_str(), "md" | "markdown" | "yaml" | "yml")
}

/// What systems and editors leave behind: hidden files, thumbnails, lock files, back-up copies.
pub fn is_ignored(path: &SitePath) -> bool {
    let name = path.name();
    let droppings = ["thumbs.db", "desktop.ini", "node_modules", "cname"];
    path.as_str().split('/').any(|part| part.starts_with('.'))
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(path.extension().as_str(), "tmp" | "bak" | "swp" | "lnk")
        || droppings.contains(&name.to_lowercase().as_str())
        || (path.top().is_none() && name == "public")
}

/// Folders are entered when they mean something and are not an output folder of ours.
fn is_entered(root: &Path, relative: &Path, layout: &Layout) -> bool {
    let Some(path) = relative.to_str().and_then(SitePath::new) else { return false };
    let top = path.top().unwrap_or(path.as_str());
    !is_ignored(&path) && layout.knows(top) && !disk::holds(&root.join(relative), MANIFEST)
}

impl Layout {
    fn names(&self) -> impl Iterator<Item = &'static str> {
        self.entries.iter().chain(&self.files).chain(&self.theme).copied()
    }

    fn knows(&self, folder: &str) -> bool {
        self.names().any(|name| is_named(folder, name))
    }

    fn holds_entries(&self, folder: &str) -> bool {
        self.entries.iter().any(|name| is_named(folder, name))
    }

    fn holds_files(&self, folder: &str) -> bool {
        self.files.iter().any(|name| is_named(folder, name))
    }

    fn holds_theme(&self, folder: &str) -> bool {
        self.theme.iter().any(|name| is_named(folder, name))
    }
}

/// `Agenda` is `agenda`: Windows makes no difference.
fn is_named(folder: &str, name: &str) -> bool {
    folder.eq_ignore_ascii_case(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::Code;

    #[test]
    fn a_file_that_went_away_is_told() {
        let path = SitePath::new("agenda/weg.md").expect("a path");
        let gone = ToRead { path, on_disk: std::env::temp_dir().join("dorpsplein-was-hier/weg.md") };
        let remark = read_one(&gone).expect_err("it is not there");
        assert_eq!((remark.code, &*remark.place.file), (Code::FileGone, "agenda/weg.md"));
    }
}
