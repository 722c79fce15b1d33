//! Writes down what an exchange is about to do before it begins, so that an interrupted one can be finished.

use std::fs;
use std::path::{Path, PathBuf};

use super::atomic::{check_no_links, create_ignored_folder, write_atomically};
use super::clearing::remove;
use super::failure::{Failure, failure_at};
use super::file_lock::FolderLock;
use crate::ground::{Json, OWN_FOLDER, SitePath, json, parse_json, pretty_json};
use crate::read::{Found, LOCK_FILE, ReadFailure, SITE_FILE, bytes_of, list_folder};
use crate::village::layout;

/// Where an exchange is prepared: in the program's own folder, so that it cannot clash with a name in the
/// village.
const FOLDER: &str = "exchange";

/// The file that says what to do. As long as it exists, so does everything that is new.
const PLAN: &str = "plan.json";

/// The version of the format of the plan.
const FORMAT_VERSION: u64 = 1;

/// Far larger than any plan, in bytes.
const LONGEST: u64 = 1024 * 1024;

/// The steps to take, in order: paths in the village, each with whether there are new contents for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ExchangePlan {
    pub(super) folders: Vec<(String, bool)>,
    pub(super) files: Vec<(String, bool)>,
}

impl ExchangePlan {
    fn text(&self) -> String {
        let steps_json = |steps: &[(String, bool)]| {
            let steps = steps.iter().map(|(path, is_new)| json!({ "path": path, "new": is_new }));
            Json::Array(steps.collect())
        };
        pretty_json(
            &json!({ "form": FORMAT_VERSION, "folders": steps_json(&self.folders), "files": steps_json(&self.files) }),
        )
    }

    /// Reads a plan. A village may come from anyone, and with it a plan that we did not write.
    fn read(bytes: &[u8]) -> Result<Self, PlanError> {
        let document = parse_json(bytes).ok_or(PlanError::Broken)?;
        match document.get("form").and_then(Json::as_u64) {
            Some(FORMAT_VERSION) => Self::of_json(&document).ok_or(PlanError::Broken),
            Some(form) if form > FORMAT_VERSION => Err(PlanError::Newer),
            _ => Err(PlanError::Broken),
        }
    }

    fn of_json(document: &Json) -> Option<Self> {
        let steps = |key: &str, may_be: fn(&str) -> bool| {
            let steps = document.get(key)?.as_array()?.iter().map(|step| {
                let path = step.get("path")?.as_str()?;
                (SitePath::is_canonical(path) && may_be(path))
                    .then_some((path.to_owned(), step.get("new")?.as_bool()?))
            });
            steps.collect::<Option<Vec<_>>>()
        };
        Some(Self { folders: steps("folders", may_be_folder)?, files: steps("files", may_be_file)? })
    }
}

/// Why a document is not a plan.
#[derive(Debug, PartialEq, Eq)]
enum PlanError {
    /// A newer version of the program wrote it.
    Newer,
    /// It does not have the form that we write.
    Broken,
}

/// Only themes are exchanged as whole folders.
fn may_be_folder(path: &str) -> bool {
    let Some((top, name)) = path.split_once('/') else { return false };
    layout().packages.contains(&top) && !name.starts_with('.') && !name.contains('/')
}

/// Single files that may be exchanged: the two at the top, stored packages, and a village's own files over
/// its theme.
fn may_be_file(path: &str) -> bool {
    let Some((top, _)) = path.split_once('/') else { return [SITE_FILE, LOCK_FILE].contains(&path) };
    layout().packages.contains(&top) || layout().theme.contains(&top)
}

/// The folder in which exchanges are prepared, one at a time.
pub(super) struct ExchangeFolder {
    root: PathBuf,
    folder: PathBuf,
    /// Held for the lifetime of this value.
    lock: FolderLock,
}

impl ExchangeFolder {
    /// Whether an exchange was interrupted here, or is running.
    pub(super) fn is_in_use(root: &Path) -> bool {
        fs::symlink_metadata(root.join(OWN_FOLDER).join(FOLDER)).is_ok()
    }

    /// Creates the folder, and waits until no other exchange is in it.
    pub(super) fn enter(root: &Path) -> Result<Self, Failure> {
        let own = root.join(OWN_FOLDER);
        let folder = own.join(FOLDER);
        check_no_links(&folder).map_err(failure_at(&own))?;
        let lock = FolderLock::acquire(&folder)?;
        // From here on no other run removes the folder around it.
        create_ignored_folder(&own).map_err(failure_at(&own))?;
        Ok(Self { root: root.to_owned(), folder, lock })
    }

    /// The plan of an interrupted exchange. A plan that exists but cannot be read is a failure: the files
    /// beside it may be all that is left of a theme.
    pub(super) fn interrupted_plan(&self) -> Result<Option<ExchangePlan>, Failure> {
        let file = self.folder.join(PLAN);
        let bytes = match bytes_of(&file, LONGEST) {
            Ok(bytes) => bytes,
            Err(ReadFailure::Gone) => return Ok(None),
            Err(why) => return Err(Failure::UnreadablePlan { file, why }),
        };
        ExchangePlan::read(&bytes).map(Some).map_err(|why| match why {
            PlanError::Newer => Failure::NewerPlan { file },
            PlanError::Broken => Failure::BrokenPlan { file },
        })
    }

    /// Writes the plan; all new contents must have been written. From here on it will be carried out,
    /// whatever happens.
    pub(super) fn commit_plan(&self, plan: &ExchangePlan) -> Result<(), Failure> {
        let file = self.folder.join(PLAN);
        write_atomically(&file, plan.text().as_bytes()).map_err(failure_at(&file))
    }

    /// Removes the plan, and clears away the rest. What stays behind is no part of the village.
    pub(super) fn clear(&self) -> Result<(), Failure> {
        remove(&self.folder.join(PLAN))?;
        for part in ["new", "files", "old"].map(|part| self.folder.join(part)) {
            let _ = fs::remove_dir_all(part);
        }
        Ok(())
    }

    /// Where the new contents of a folder are, by its number in the plan.
    pub(super) fn new_folder(&self, number: usize) -> PathBuf {
        self.folder.join("new").join(number.to_string())
    }

    /// Creates that folder. It must not exist: leftovers that could not be cleared away would become part of
    /// a theme.
    pub(super) fn make_new_folder(&self, number: usize) -> Result<PathBuf, Failure> {
        let new = self.new_folder(number);
        let around = new.parent().unwrap_or(&new);
        fs::create_dir_all(around).map_err(failure_at(around))?;
        fs::create_dir(&new).map_err(failure_at(&new))?;
        Ok(new)
    }

    /// Where the new contents of a file are.
    pub(super) fn new_file(&self, number: usize) -> PathBuf {
        self.folder.join("files").join(number.to_string())
    }

    /// Where an old folder waits until all steps are done: a name that is not in use.
    pub(super) fn aside(&self, number: usize) -> PathBuf {
        let mut aside = self.folder.join("old").join(number.to_string());
        while fs::symlink_metadata(&aside).is_ok() {
            aside.as_mut_os_string().push("-");
        }
        aside
    }
}

impl Drop for ExchangeFolder {
    /// Lets the next exchange in. What remains to be finished stays.
    fn drop(&mut self) {
        let has_plan = fs::symlink_metadata(self.folder.join(PLAN)).is_ok();
        self.lock.release();
        if has_plan || fs::remove_dir(&self.folder).is_err() {
            return;
        }
        // A folder with only the `.gitignore` in it can go.
        let own = self.root.join(OWN_FOLDER);
        let is_ours = |(path, _): &(PathBuf, Found)| path == Path::new(".gitignore");
        if list_folder(&own, |_| false).is_ok_and(|found| found.iter().all(is_ours)) {
            let _ = fs::remove_file(own.join(".gitignore"));
            if fs::remove_dir(&own).is_err() {
                // A file was added to it in the meantime.
                let _ = create_ignored_folder(&own);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    #[test]
    fn a_plan_reaches_only_what_belongs_to_themes() {
        let plan = ExchangePlan {
            folders: vec![("themas/een".to_owned(), true), ("themes/twee".to_owned(), false)],
            files: vec![
                ("themas/.packages/een-1.0.0.zip".to_owned(), true),
                ("thema/templates/home.html".to_owned(), true),
                ("themes.lock".to_owned(), true),
                ("site.yaml".to_owned(), true),
            ],
        };
        let text = plan.text();
        assert_eq!(ExchangePlan::read(text.as_bytes()), Ok(plan));
        for bad in ["../een", ".git/hooks", "agenda/x", "themas/a/b", "themas/.git", "/themas/een"] {
            let hostile = text.replace("\"themas/een\"", &format!("\"{bad}\""));
            assert_eq!(ExchangePlan::read(hostile.as_bytes()), Err(PlanError::Broken), "{bad}");
        }
        for bad in [".git/hooks/pre-commit", "public/index.html", "../site.yaml", "agenda/a.md"] {
            let hostile = text.replace("\"site.yaml\"", &format!("\"{bad}\""));
            assert_eq!(ExchangePlan::read(hostile.as_bytes()), Err(PlanError::Broken), "{bad}");
        }
    }

    #[test]
    fn leftovers_do_not_become_part_of_a_theme() {
        let root = std::env::temp_dir().join(format!("dorpsplein-left-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).expect("a folder");
        let folder = ExchangeFolder::enter(&root).expect("a folder");
        fs::create_dir_all(folder.new_folder(0).join("templates")).expect("a folder");
        let failure = folder.make_new_folder(0).expect_err("there is one already");
        let is_there = |cause: &io::Error| cause.kind() == io::ErrorKind::AlreadyExists;
        assert!(matches!(&failure, Failure::Io { cause, .. } if is_there(cause)), "{failure:?}");
        folder.clear().expect("it is ours");
        assert_eq!(fs::read_dir(folder.make_new_folder(0).expect("it is new")).expect("a folder").count(), 0);
        drop(folder);
        fs::remove_dir_all(&root).expect("it is ours");
    }

    #[test]
    fn only_one_exchange_runs_at_a_time() {
        let root = std::env::temp_dir().join(format!("dorpsplein-journal-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).expect("a folder");
        let come_and_go = || {
            for _ in 0..200 {
                let exchange_folder = ExchangeFolder::enter(&root).expect("it waits its turn");
                let new = exchange_folder.new_folder(0);
                fs::create_dir_all(&new).expect("nobody removes the folder");
                fs::remove_dir_all(new.parent().expect("a folder")).expect("nobody else is in it");
            }
        };
        std::thread::scope(|scope| (0..6).for_each(|_| drop(scope.spawn(come_and_go))));
        assert_eq!(fs::read_dir(&root).expect("a folder").count(), 0, "nothing is left");
        fs::remove_dir_all(&root).expect("it is ours");
    }
}
