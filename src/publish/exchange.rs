//! Folders and files of a village are exchanged for others, all of them or none.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::failure::{Failure, at};
use super::whole::write_whole;
use crate::read::{Trouble, bytes_of, is_folder, is_inside};

/// Far more than any file that is exchanged.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Files of a folder, by their paths in it.
pub type FolderFiles = Vec<(String, Vec<u8>)>;

/// What is to be exchanged, by paths in the village folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exchange {
    /// Folders, each whole: with what is in it from now on, or none any more.
    pub folders: Vec<(String, Option<FolderFiles>)>,
    /// Files, each whole: with its bytes from now on, or none any more. They come after the folders, in this order.
    pub files: Vec<(String, Option<Vec<u8>>)>,
}

/// What was done, so that it can be undone.
enum Done {
    Made(PathBuf),
    Aside { target: PathBuf, aside: PathBuf },
    Placed { target: PathBuf },
    Wrote { file: PathBuf, before: Option<Vec<u8>> },
}

/// Exchanges all of it. New folders are made beside the old ones and take their places when all of them are there.
///
/// # Errors
/// When the machine refuses; then everything is as it was.
pub fn exchange(root: &Path, wanted: &Exchange) -> Result<(), Failure> {
    let mut done = Vec::new();
    match go(root, wanted, &mut done) {
        Ok(()) => {
            // What is left of the old folders is no part of the village any more; the next exchange would clear it away.
            for done in &done {
                if let Done::Aside { aside, .. } = done {
                    let _ = fs::remove_dir_all(aside);
                }
            }
            Ok(())
        }
        Err(failure) => {
            done.into_iter().rev().for_each(undo);
            Err(failure)
        }
    }
}

fn go(root: &Path, wanted: &Exchange, done: &mut Vec<Done>) -> Result<(), Failure> {
    let paths = wanted.folders.iter().map(|(path, _)| path).chain(wanted.files.iter().map(|(path, _)| path));
    for path in paths {
        let target = root.join(path);
        // A link on the way would lead out of the village.
        if !is_inside(target.parent().unwrap_or(root), root) {
            let cause = io::Error::from(io::ErrorKind::PermissionDenied);
            return Err(Failure::Machine { path: target, cause });
        }
    }
    for (path, files) in &wanted.folders {
        let target = root.join(path);
        recover(&target)?;
        if let Some(files) = files {
            prepare(&target, files, done)?;
        }
    }
    for (path, files) in &wanted.folders {
        place(&root.join(path), files.is_some(), done)?;
    }
    for (path, bytes) in &wanted.files {
        write(&root.join(path), bytes.as_deref(), done)?;
    }
    Ok(())
}

fn beside(target: &Path, word: &str) -> PathBuf {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    target.with_file_name(format!(".{word}-{name}"))
}

/// An exchange was broken off here: what it was making goes; what it had put aside comes back.
fn recover(target: &Path) -> Result<(), Failure> {
    let (new, old) = (beside(target, "new"), beside(target, "old"));
    if is_folder(&old) && !target.try_exists().map_err(at(target))? {
        fs::rename(&old, target).map_err(at(target))?;
    }
    for left in [new, old] {
        if is_folder(&left) {
            fs::remove_dir_all(&left).map_err(at(&left))?;
        }
    }
    Ok(())
}

/// Makes the new folder beside the old one.
fn prepare(target: &Path, files: &[(String, Vec<u8>)], done: &mut Vec<Done>) -> Result<(), Failure> {
    let new = beside(target, "new");
    make_folder(&new, done)?;
    for (path, bytes) in files {
        let file = new.join(path);
        let parent = file.parent().unwrap_or(&new);
        fs::create_dir_all(parent).map_err(at(parent))?;
        fs::write(&file, bytes).map_err(at(&file))?;
    }
    Ok(())
}

/// Makes a folder and those it lies in, and remembers which are new.
fn make_folder(folder: &Path, done: &mut Vec<Done>) -> Result<(), Failure> {
    if is_folder(folder) {
        return Ok(());
    }
    if let Some(parent) = folder.parent() {
        make_folder(parent, done)?;
    }
    fs::create_dir(folder).map_err(at(folder))?;
    done.push(Done::Made(folder.to_owned()));
    Ok(())
}

fn place(target: &Path, is_new: bool, done: &mut Vec<Done>) -> Result<(), Failure> {
    let aside = beside(target, "old");
    if target.try_exists().map_err(at(target))? {
        fs::rename(target, &aside).map_err(at(target))?;
        done.push(Done::Aside { target: target.to_owned(), aside });
    }
    if is_new {
        fs::rename(beside(target, "new"), target).map_err(at(target))?;
        done.push(Done::Placed { target: target.to_owned() });
    }
    Ok(())
}

fn write(file: &Path, bytes: Option<&[u8]>, done: &mut Vec<Done>) -> Result<(), Failure> {
    let before = match bytes_of(file, LARGEST) {
        Ok(before) => Some(before),
        Err(Trouble::Gone) => None,
        // It could not be put back.
        Err(_) => return Err(at(file)(io::Error::from(io::ErrorKind::PermissionDenied))),
    };
    match bytes {
        Some(bytes) if before.as_deref() == Some(bytes) => return Ok(()),
        Some(bytes) => {
            make_folder(file.parent().unwrap_or(file), done)?;
            write_whole(file, bytes).map_err(at(file))?;
        }
        None if before.is_none() => return Ok(()),
        None => fs::remove_file(file).map_err(at(file))?,
    }
    done.push(Done::Wrote { file: file.to_owned(), before });
    Ok(())
}

/// Takes back one thing that was done. What the machine refuses now, the next exchange mends.
fn undo(done: Done) {
    let _ = match done {
        // By now a folder holds nothing but what was made for the exchange.
        Done::Made(folder) => fs::remove_dir_all(folder),
        Done::Aside { target, aside } => fs::rename(aside, target),
        Done::Placed { target } => fs::rename(&target, beside(&target, "new")),
        Done::Wrote { file, before: Some(before) } => write_whole(&file, &before),
        Done::Wrote { file, before: None } => fs::remove_file(file),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn village(name: &str) -> PathBuf {
        let root = std::env::temp_dir().join(format!("dorpsplein-exchange-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(root.join("themas/een")).expect("a folder");
        fs::write(root.join("themas/een/theme.yaml"), "oud").expect("a file");
        fs::write(root.join("site.yaml"), "naam: Ee\n").expect("a file");
        root
    }

    fn all(root: &Path) -> Vec<(PathBuf, Option<Vec<u8>>)> {
        let found = crate::read::list_folder(root, |_| true).expect("a folder");
        found.into_iter().map(|(path, _)| (path.clone(), fs::read(root.join(path)).ok())).collect()
    }

    fn wanted() -> Exchange {
        let folder = |text: &str| Some(vec![("theme.yaml".to_owned(), text.as_bytes().to_vec())]);
        Exchange {
            folders: vec![
                ("themas/een".to_owned(), folder("nieuw")),
                ("themas/twee".to_owned(), folder("ook nieuw")),
            ],
            files: vec![
                ("themas/.packages/een.zip".to_owned(), Some(b"zip".to_vec())),
                ("site.yaml".to_owned(), Some(b"naam: Oe\n".to_vec())),
            ],
        }
    }

    #[test]
    fn all_of_it_is_exchanged() {
        let root = village("all");
        exchange(&root, &wanted()).expect("it can be");
        let paths: Vec<String> =
            all(&root).iter().map(|(path, _)| path.to_string_lossy().replace('\\', "/")).collect();
        assert_eq!(
            paths,
            [
                "site.yaml",
                "themas",
                "themas/.packages",
                "themas/.packages/een.zip",
                "themas/een",
                "themas/een/theme.yaml",
                "themas/twee",
                "themas/twee/theme.yaml"
            ]
        );
        assert_eq!(fs::read(root.join("themas/een/theme.yaml")).expect("a file"), b"nieuw");
        let away = Exchange { folders: vec![("themas/een".to_owned(), None)], files: Vec::new() };
        exchange(&root, &away).expect("it can be");
        assert!(!root.join("themas/een").exists() && !root.join("themas/.old-een").exists());
        fs::remove_dir_all(&root).expect("our own");
    }

    #[test]
    fn when_the_last_step_fails_everything_is_as_it_was() {
        let root = village("none");
        // A folder stands where a file is to be written.
        fs::create_dir_all(root.join("themes.lock/vol")).expect("a folder");
        let before = all(&root);
        let mut wanted = wanted();
        wanted.files.push(("themes.lock".to_owned(), Some(b"{}".to_vec())));
        assert!(exchange(&root, &wanted).is_err());
        assert_eq!(all(&root), before);
        fs::remove_dir_all(&root).expect("our own");
    }

    #[test]
    fn a_file_that_could_not_be_put_back_is_left_alone() {
        let root = village("large");
        let large = fs::File::create(root.join("themas/groot.zip")).expect("a file");
        large.set_len(LARGEST + 1).expect("it can be so large");
        let before = all(&root).len();
        let files = vec![("themas/groot.zip".to_owned(), Some(b"klein".to_vec()))];
        assert!(exchange(&root, &Exchange { files, folders: wanted().folders }).is_err());
        assert_eq!(fs::metadata(root.join("themas/groot.zip")).expect("it is there").len(), LARGEST + 1);
        assert_eq!(all(&root).len(), before);
        fs::remove_dir_all(&root).expect("our own");
    }

    #[test]
    fn what_was_broken_off_is_mended() {
        let root = village("mended");
        fs::rename(root.join("themas/een"), root.join("themas/.old-een")).expect("put aside");
        fs::create_dir_all(root.join("themas/.new-een/half")).expect("half made");
        exchange(&root, &Exchange { files: wanted().files, folders: vec![("themas/een".to_owned(), None)] })
            .expect("it can be");
        assert!(!root.join("themas/.old-een").exists() && !root.join("themas/.new-een").exists());
        fs::remove_dir_all(&root).expect("our own");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_nowhere() {
        let (root, elsewhere) = (village("link"), village("elsewhere"));
        fs::remove_dir_all(root.join("themas")).expect("our own");
        std::os::unix::fs::symlink(elsewhere.join("themas"), root.join("themas")).expect("a link");
        let before = all(&elsewhere);
        assert!(exchange(&root, &wanted()).is_err());
        assert_eq!(all(&elsewhere), before);
        fs::remove_dir_all(&root).expect("our own");
        fs::remove_dir_all(&elsewhere).expect("our own");
    }
}
