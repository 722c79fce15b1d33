//! Records what a village was last built from, so that it is not rebuilt when nothing has changed.

use std::path::{Path, PathBuf};

use crate::ground::{DORP_FILE, Fingerprint, Fingerprinter, MANIFEST, OWN_FOLDER, typed_place};
use crate::publish::{Failure, is_complete_site, site_fingerprint, write_note};
use crate::read::{
    Found, Gathered, GatheredDocument, SharedHistory, bytes_of, gathered, history_fingerprint, is_ignored,
    list_folder, real_path, stamp,
};

/// The name of the file, among those that may be deleted at any time.
const FILE: &str = "made-from";

fn note_path(folder: &Path) -> PathBuf {
    folder.join(OWN_FOLDER).join(FILE)
}

/// Larger files are compared by size and time: photos and documents do not change by a single letter.
const LARGEST: u64 = 1024 * 1024;

/// Returns the fingerprint of what a site is built from: every file in the village folder that the program
/// reads, and its other input. The site itself, which a portal may find among its sources, does not count.
pub(super) fn input_fingerprint(
    folder: &Path,
    output: &Path,
    shared_history: &SharedHistory,
    day_and_version: &str,
) -> Option<Fingerprint> {
    let is_included = |path: &Path| {
        let path = path.to_str().and_then(crate::ground::SitePath::new);
        path.is_some_and(|path| !is_ignored(&path))
    };
    let found = list_folder(folder, is_included).ok()?;
    let mut inputs = Fingerprinter::default();
    inputs.add(day_and_version.as_bytes());
    for (path, what) in found.iter().filter(|(path, _)| is_included(path)) {
        inputs.add(&[0]);
        inputs.add(path.to_string_lossy().as_bytes());
        let Found::File(stamp) = what else { continue };
        inputs.add(&[0]);
        match bytes_of(&folder.join(path), LARGEST) {
            Ok(bytes) => inputs.add(&bytes),
            Err(_) => inputs.add(format!("{stamp:?}").as_bytes()),
        }
    }
    // What a portal shows of other villages is in its store.
    if let Some(gathered) = gathered(folder) {
        inputs.add(&[0]);
        inputs.add(as_used_by_pages(gathered, folder, output).written().as_bytes());
    }
    // Calendars state when a file was last changed, and that is not in the file.
    if let Some(history) = history_fingerprint(folder, shared_history) {
        inputs.add(&[0]);
        inputs.add(&history);
    }
    Some(inputs.finish())
}

/// Drops what does not show on pages: cache headers, as many a server changes those of an unchanged document,
/// and what the portal says about itself, which changes daily and never appears on it.
fn as_used_by_pages(mut gathered: Gathered, folder: &Path, output: &Path) -> Gathered {
    let own = real_path(&output.join(DORP_FILE));
    let own_end = output.file_name().map(|name| format!("/{}/{DORP_FILE}", name.to_string_lossy()));
    let is_own = |document: &GatheredDocument| {
        let list = document.line.as_ref().map(|line| typed_place(folder, &line.file));
        let base = list.as_deref().and_then(Path::parent).unwrap_or(folder);
        own_end.as_ref().is_some_and(|own_end| document.from.ends_with(own_end))
            && real_path(&typed_place(base, &document.from)) == own
    };
    for source in &mut gathered.sources {
        source.documents.retain(|document| !is_own(document));
    }
    let documents = gathered.sources.iter_mut().flat_map(|source| &mut source.documents);
    for copy in documents.filter_map(|document| document.copy.as_mut()) {
        (copy.etag, copy.modified) = (None, None);
    }
    gathered.stale = Vec::new();
    gathered
}

/// Returns how many warnings and notes there were when the site in `output` was built from this; `None` if it
/// was built from something else, or was replaced since.
pub(super) fn known_counts(folder: &Path, output: &Path, inputs: Fingerprint) -> Option<(usize, usize)> {
    let note = String::from_utf8(bytes_of(&note_path(folder), 256).ok()?).ok()?;
    let (warnings, notes) =
        note.strip_prefix(&*note_start(inputs, site_fingerprint(output)?))?.trim_end().split_once(' ')?;
    let counts = (warnings.parse().ok()?, notes.parse().ok()?);
    is_complete_site(output).then_some(counts)
}

/// Returns the start of the record: what a site was built from, and the resulting site. A village may be
/// built in more than one place, and by other commands too.
fn note_start(inputs: Fingerprint, site: Fingerprint) -> String {
    format!("{inputs} {site} ")
}

/// Whether `output` contains a site built by this program.
pub(super) fn has_site(output: &Path) -> bool {
    stamp(&output.join(MANIFEST)).is_some()
}

/// Records what the site with this fingerprint was built from, and the number of warnings and notes.
///
/// # Errors
/// When the system refuses.
pub(super) fn remember(
    folder: &Path,
    site: Fingerprint,
    inputs: Fingerprint,
    (warnings, notes): (usize, usize),
) -> Result<(), Failure> {
    write_note(&note_path(folder), &format!("{}{warnings} {notes}\n", note_start(inputs, site)))
}
