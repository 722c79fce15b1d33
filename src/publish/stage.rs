//! Every output is made in parallel and written into the new folder; what is the same as before is linked, so
//! that it keeps its modification time and uploads by difference stay small.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::failure::{Failure, at};
use super::manifest::{FileMade, Manifest};
use crate::ground::{Diagnostic, MANIFEST, fingerprint, in_parallel};
use crate::pictures::Version;
use crate::read::bytes_of;
use crate::render::{Edition, Make, Output, Plan, Seen};

/// What came of making all outputs.
pub(super) struct Staged {
    pub(super) files: Vec<FileMade>,
    pub(super) changed: usize,
    /// Why pages could not be made, and what is wrong with the links of those that were.
    pub(super) said: Vec<Diagnostic>,
}

/// What came of one.
enum One {
    Made { file: FileMade, changed: bool, seen: Option<Seen> },
    Failed(Box<Diagnostic>),
}

pub(super) fn make_all(
    plan: &Plan,
    edition: &Edition,
    old_site: &Path,
    old: &Manifest,
    folder: &Path,
) -> Result<Staged, Failure> {
    make_folders(plan, folder)?;
    let listed = fs::metadata(old_site.join(MANIFEST)).and_then(|data| data.modified()).ok();
    let stage = Stage { edition, old_site, old, listed, folder };
    let mut staged = Staged { files: Vec::with_capacity(plan.outputs.len()), changed: 0, said: Vec::new() };
    let mut all_seen = Vec::new();
    for one in in_parallel(&plan.outputs, |output| stage.make(plan, output)) {
        match one? {
            One::Made { file, changed, seen } => {
                staged.changed += usize::from(changed);
                all_seen.extend(seen);
                staged.files.push(file);
            }
            One::Failed(diagnostic) => staged.said.push(*diagnostic),
        }
    }
    staged.said.extend(plan.judge(all_seen));
    Ok(staged)
}

/// All folders once, parents first.
fn make_folders(plan: &Plan, root: &Path) -> Result<(), Failure> {
    let mut folders: BTreeSet<String> = BTreeSet::new();
    for output in &plan.outputs {
        let path = output.address.output_path();
        let mut end = path.len();
        while let Some(slash) = path[..end].rfind('/') {
            if !folders.insert(path[..slash].to_owned()) {
                break;
            }
            end = slash;
        }
    }
    fs::create_dir(root).map_err(at(root))?;
    for folder in folders {
        let path = root.join(folder);
        fs::create_dir(&path).map_err(at(&path))?;
    }
    Ok(())
}

struct Stage<'s> {
    edition: &'s Edition,
    old_site: &'s Path,
    old: &'s Manifest,
    /// When the list of the old site was written: the last of its files.
    listed: Option<SystemTime>,
    folder: &'s Path,
}

impl Stage<'_> {
    fn make(&self, plan: &Plan, output: &Output) -> Result<One, Failure> {
        let bytes = match &output.make {
            Make::Page(make) => match make(self.edition) {
                Ok(bytes) => bytes,
                Err(diagnostic) => return Ok(One::Failed(diagnostic)),
            },
            Make::Copy(from) => {
                let gone = |_| at(from)(io::Error::from(io::ErrorKind::NotFound));
                bytes_of(from, u64::MAX - 1).map_err(gone)?
            }
            Make::Picture(version) => return self.picture(&output.address.output_path(), version),
        };
        let is_page = matches!(output.make, Make::Page(_));
        let seen = is_page.then(|| plan.look(output, &bytes)).flatten();
        let path = output.address.output_path();
        let changed = !self.is_as_before(&path, &bytes) || !self.link(&path)?;
        if changed {
            let target = self.folder.join(&path);
            fs::write(&target, &bytes).map_err(at(&target))?;
        }
        Ok(One::Made { file: (path, bytes.len() as u64, fingerprint(&bytes)), changed, seen })
    }

    /// A picture tells its fingerprint before it is read: when the old site has it, it is not loaded. Nor is it read
    /// there, when the list of that site names these bytes and nobody wrote the file since.
    fn picture(&self, path: &str, version: &Version) -> Result<One, Failure> {
        let old = self.old_site.join(path);
        let is_untouched = |data: &fs::Metadata| {
            let is_older = self.listed.zip(data.modified().ok()).is_some_and(|(listed, own)| own < listed);
            is_older && self.old.tells(path, version.bytes, version.print)
        };
        let has_these =
            || bytes_of(&old, version.bytes).is_ok_and(|bytes| fingerprint(&bytes) == version.print);
        let is_as_before = self.old.has(path)
            && fs::metadata(&old)
                .is_ok_and(|data| data.len() == version.bytes && (is_untouched(&data) || has_these()));
        let changed = !is_as_before || !self.link(path)?;
        if changed {
            let gone = |path: PathBuf| at(&path)(io::Error::from(io::ErrorKind::NotFound));
            let target = self.folder.join(path);
            fs::write(&target, version.load().map_err(gone)?).map_err(at(&target))?;
        }
        Ok(One::Made { file: (path.to_owned(), version.bytes, version.print), changed, seen: None })
    }

    /// Whether the old site has exactly these bytes at this path.
    fn is_as_before(&self, path: &str, bytes: &[u8]) -> bool {
        let length = bytes.len() as u64;
        self.old.has(path)
            && fs::metadata(self.old_site.join(path)).is_ok_and(|data| data.len() == length)
            && bytes_of(&self.old_site.join(path), length).is_ok_and(|old| old == bytes)
    }

    /// Gives the file of the old site a place in the new one as well. On disks without such links the file is
    /// written anew, with its old time.
    fn link(&self, path: &str) -> Result<bool, Failure> {
        let (from, to) = (self.old_site.join(path), self.folder.join(path));
        if fs::hard_link(&from, &to).is_ok() {
            return Ok(true);
        }
        let time = fs::metadata(&from).and_then(|data| data.modified());
        let Ok(time) = time else { return Ok(false) };
        fs::copy(&from, &to).map_err(at(&to))?;
        let file = fs::File::options().write(true).open(&to).map_err(at(&to))?;
        file.set_modified(time).map_err(at(&to))?;
        Ok(true)
    }
}
