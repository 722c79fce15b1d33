//! Renders every output in parallel into the new folder; unchanged files are linked from the old site, so
//! that they keep their modification time and incremental uploads stay small.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::failure::{Failure, failure_at, unread};
use super::folders::levels;
use super::manifest::{Manifest, OutputFile};
use crate::ground::{Diagnostic, Fingerprint, MANIFEST, fingerprint, in_parallel};
use crate::pictures::PhotoVersion;
use crate::read::{ReadFailure, all_bytes_of, bytes_of, is_folder};
use crate::render::{Edition, Make, Output, PageLinks, Plan};

/// The result of rendering all outputs.
pub(super) struct Staged {
    pub(super) files: Vec<OutputFile>,
    pub(super) changed: usize,
    /// Why pages could not be rendered, and what is wrong with the links of those that were.
    pub(super) remarks: Vec<Diagnostic>,
}

/// The result of rendering one output.
enum StageOutcome {
    Built { file: OutputFile, changed: bool, links: Option<Box<PageLinks>> },
    Failed(Box<Diagnostic>),
}

/// Renders every output into `folder`; what is the same in the old site is linked from there.
pub(super) fn stage_all(
    plan: &Plan,
    edition: &Edition,
    old_site: &Path,
    old: &Manifest,
    folder: &Path,
) -> Result<Staged, Failure> {
    make_folders(plan, folder)?;
    let list_written = fs::metadata(old_site.join(MANIFEST)).and_then(|data| data.modified()).ok();
    let stage = Stage { edition, old_site, old, list_written, folder };
    let mut staged =
        Staged { files: Vec::with_capacity(plan.outputs.len()), changed: 0, remarks: Vec::new() };
    let mut all_links = Vec::new();
    for outcome in outcomes_of(plan, |output| stage.make(plan, output)) {
        match outcome? {
            StageOutcome::Built { file, changed, links } => {
                staged.changed += usize::from(changed);
                all_links.extend(links.map(|links| *links));
                staged.files.push(file);
            }
            StageOutcome::Failed(diagnostic) => staged.remarks.push(*diagnostic),
        }
    }
    staged.remarks.extend(plan.broken_links(all_links));
    Ok(staged)
}

/// Returns the result for every output. The slow ones are started first, and their results come first: at the
/// end, a slow one would keep one core busy while the others have nothing left to do.
fn outcomes_of<R: Send>(plan: &Plan, make: impl Fn(&Output) -> R + Sync + Send) -> Vec<R> {
    let mut outputs: Vec<&Output> = plan.outputs.iter().collect();
    outputs.sort_by_key(|output| !output.takes_long);
    in_parallel(&outputs, |output| make(output))
}

/// Creates every folder once, parents first.
fn make_folders(plan: &Plan, root: &Path) -> Result<(), Failure> {
    let paths: Vec<String> = plan.outputs.iter().map(|output| output.address.output_path()).collect();
    fs::create_dir(root).map_err(failure_at(root))?;
    for level in levels(paths.iter().map(String::as_str)) {
        let outcomes = in_parallel(&level, |folder| {
            let path = root.join(folder);
            match fs::create_dir(&path) {
                // On a case-insensitive disk, `Nieuws` already exists as `nieuws`.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && is_folder(&path) => Ok(()),
                outcomes => outcomes.map_err(failure_at(&path)),
            }
        });
        outcomes.into_iter().collect::<Result<(), _>>()?;
    }
    Ok(())
}

struct Stage<'s> {
    edition: &'s Edition,
    old_site: &'s Path,
    old: &'s Manifest,
    /// When the manifest of the old site was written, as the last of its files.
    list_written: Option<SystemTime>,
    folder: &'s Path,
}

impl Stage<'_> {
    fn make(&self, plan: &Plan, output: &Output) -> Result<StageOutcome, Failure> {
        let bytes = match &output.make {
            Make::Page(make) => match make(self.edition) {
                Ok(bytes) => bytes,
                Err(diagnostic) => return Ok(StageOutcome::Failed(diagnostic)),
            },
            Make::Copy(from) => all_bytes_of(from).map_err(unread(from))?,
            Make::Picture(version) => return self.make_picture(&output.address.output_path(), version),
        };
        let is_page = matches!(output.make, Make::Page(_));
        let links = is_page.then(|| plan.links_of(output, &bytes)).flatten().map(Box::new);
        let (path, size, print) = (output.address.output_path(), bytes.len() as u64, fingerprint(&bytes));
        let has_same_bytes = |old: &Path| bytes_of(old, size).is_ok_and(|old| old == bytes);
        let changed = !self.is_unchanged(&path, size, print, has_same_bytes) || !self.link_old(&path)?;
        if changed {
            let target = self.folder.join(&path);
            fs::write(&target, &bytes).map_err(failure_at(&target))?;
        }
        Ok(StageOutcome::Built { file: OutputFile { path, bytes: size, print }, changed, links })
    }

    /// Writes a picture. Its fingerprint is known before it is read: when the old site has it, it is not
    /// loaded.
    fn make_picture(&self, path: &str, version: &PhotoVersion) -> Result<StageOutcome, Failure> {
        let (size, print) = (version.bytes, version.print);
        let has_same_bytes = |old: &Path| bytes_of(old, size).is_ok_and(|bytes| fingerprint(&bytes) == print);
        let changed = !self.is_unchanged(path, size, print, has_same_bytes) || !self.link_old(path)?;
        if changed {
            let gone = |path: PathBuf| unread(&path)(ReadFailure::Gone);
            let target = self.folder.join(path);
            fs::write(&target, version.load().map_err(gone)?).map_err(failure_at(&target))?;
        }
        let file = OutputFile { path: path.to_owned(), bytes: size, print };
        Ok(StageOutcome::Built { file, changed, links: None })
    }

    /// Whether the old site has exactly these bytes at this path. The file is not read when the manifest
    /// lists it with these bytes and it has not been written since.
    fn is_unchanged(
        &self,
        path: &str,
        size: u64,
        print: Fingerprint,
        has_same_bytes: impl Fn(&Path) -> bool,
    ) -> bool {
        if !self.old.has(path) {
            return false;
        }
        let old = self.old_site.join(path);
        let Ok(data) = fs::metadata(&old) else { return false };
        let is_older = || {
            self.list_written.zip(data.modified().ok()).is_some_and(|(list_written, own)| own < list_written)
        };
        data.len() == size && (self.old.lists(path, size, print) && is_older() || has_same_bytes(&old))
    }

    /// Links the file of the old site into the new one. On disks without hard links the file is copied, with
    /// its old modification time.
    fn link_old(&self, path: &str) -> Result<bool, Failure> {
        let (from, to) = (self.old_site.join(path), self.folder.join(path));
        if fs::hard_link(&from, &to).is_ok() {
            return Ok(true);
        }
        let time = fs::metadata(&from).and_then(|data| data.modified());
        let Ok(time) = time else { return Ok(false) };
        fs::copy(&from, &to).map_err(failure_at(&to))?;
        let file = fs::File::options().write(true).open(&to).map_err(failure_at(&to))?;
        file.set_modified(time).map_err(failure_at(&to))?;
        Ok(true)
    }
}
