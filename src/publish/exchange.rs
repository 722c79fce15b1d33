//! Folders and files of a village are exchanged for others, all of them or none.

use std::fs;
use std::path::{Path, PathBuf};

use super::failure::{Failure, at, unread};
use super::journal::{ExchangeFolder, Plan};
use super::undo::{Done, in_part, make_folder, take_back};
use super::whole::rename;
use crate::read::{Unread, bytes_of, is_folder, is_inside, patiently};

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

/// The files by which somebody decided what is to be exchanged, each with the bytes it had then, if it was there.
pub type DecidedBy = Vec<(&'static str, Option<Vec<u8>>)>;

/// Exchanges all of it. What is new is made in a folder of the program's own, and takes its place when all of it is there.
///
/// # Errors
/// When the machine refuses, or when somebody else changed a file by which it was decided; then everything is as it was.
pub fn exchange(root: &Path, wanted: &Exchange, decided_by: &DecidedBy) -> Result<(), Failure> {
    let folder = ExchangeFolder::enter(root)?;
    finish(&folder, root)?;
    check_places(root, wanted)?;
    for (path, bytes) in decided_by {
        let file = root.join(path);
        if if_there(&file)? != *bytes {
            return Err(Failure::ChangedMeanwhile { file });
        }
    }
    let plan = prepare(&folder, wanted).and_then(|plan| folder.settle_on(&plan).map(|()| plan));
    match plan {
        Ok(plan) => carry_out(&folder, root, &plan),
        Err(failure) => {
            folder.clear()?;
            Err(failure)
        }
    }
}

/// Finishes an exchange that was broken off in this village; says whether there was one.
///
/// # Errors
/// When the machine refuses.
pub fn finish_exchange(root: &Path) -> Result<bool, Failure> {
    if !ExchangeFolder::is_in_use(root) {
        return Ok(false);
    }
    finish(&ExchangeFolder::enter(root)?, root)
}

fn finish(folder: &ExchangeFolder, root: &Path) -> Result<bool, Failure> {
    let Some(plan) = folder.broken_off()? else {
        folder.clear()?;
        return Ok(false);
    };
    let mut done = Vec::new();
    // Whatever the machine refuses now is left for the next time: all that is new and all that was is still there.
    go(folder, root, &plan, &mut done).and_then(|()| folder.clear()).map_err(in_part)?;
    Ok(true)
}

fn carry_out(folder: &ExchangeFolder, root: &Path, plan: &Plan) -> Result<(), Failure> {
    let mut done = Vec::new();
    let outcome = go(folder, root, plan, &mut done);
    // What could not be taken back is finished the next time instead, so the plan stays.
    let outcome = outcome.map_err(|failure| take_back(done, failure));
    match outcome {
        Ok(()) => folder.clear().map_err(in_part),
        Err(failure @ Failure::NotTakenBack { .. }) => Err(failure),
        Err(failure) => folder.clear().and(Err(failure)),
    }
}

fn check_places(root: &Path, wanted: &Exchange) -> Result<(), Failure> {
    let paths = wanted.folders.iter().map(|(path, _)| path).chain(wanted.files.iter().map(|(path, _)| path));
    paths.map(|path| root.join(path)).try_for_each(|target| check_place(root, &target))
}

/// A link on the way would lead out of the village.
fn check_place(root: &Path, target: &Path) -> Result<(), Failure> {
    if is_inside(target.parent().unwrap_or(root), root) {
        return Ok(());
    }
    Err(Failure::LinkInTheWay { link: target.parent().unwrap_or(root).to_owned() })
}

/// Makes all that is new.
fn prepare(folder: &ExchangeFolder, wanted: &Exchange) -> Result<Plan, Failure> {
    let mut plan = Plan::default();
    let put = |file: &Path, bytes: &[u8]| {
        let folder = file.parent().unwrap_or(file);
        fs::create_dir_all(folder).map_err(at(folder))?;
        fs::write(file, bytes).map_err(at(file))
    };
    for (number, (path, files)) in wanted.folders.iter().enumerate() {
        if let Some(files) = files {
            let new = folder.make_new_folder(number)?;
            files.iter().try_for_each(|(inner, bytes)| put(&new.join(inner), bytes))?;
        }
        plan.folders.push((path.clone(), files.is_some()));
    }
    for (number, (path, bytes)) in wanted.files.iter().enumerate() {
        if let Some(bytes) = bytes {
            put(&folder.new_file(number), bytes)?;
        }
        plan.files.push((path.clone(), bytes.is_some()));
    }
    Ok(plan)
}

/// Does what is planned. What was done before it was broken off is not done again.
fn go(folder: &ExchangeFolder, root: &Path, plan: &Plan, done: &mut Vec<Done>) -> Result<(), Failure> {
    for (number, (path, is_new)) in plan.folders.iter().enumerate() {
        let new = is_new.then(|| folder.new_folder(number));
        place(&root.join(path), root, new, folder.aside(number), done)?;
    }
    for (number, (path, is_new)) in plan.files.iter().enumerate() {
        let new = is_new.then(|| folder.new_file(number));
        write(&root.join(path), root, new.as_deref(), done)?;
    }
    Ok(())
}

fn place(
    target: &Path,
    root: &Path,
    new: Option<PathBuf>,
    aside: PathBuf,
    done: &mut Vec<Done>,
) -> Result<(), Failure> {
    check_place(root, target)?;
    if new.as_deref().is_some_and(|new| !is_folder(new)) {
        return Ok(());
    }
    if fs::symlink_metadata(target).is_ok() {
        let folder = aside.parent().unwrap_or(root);
        fs::create_dir_all(folder).map_err(at(folder))?;
        rename(target, &aside).map_err(at(target))?;
        done.push(Done::Aside { target: target.to_owned(), aside });
    }
    if let Some(new) = new {
        make_folder(target.parent().unwrap_or(root), done)?;
        rename(&new, target).map_err(at(target))?;
        done.push(Done::Placed { target: target.to_owned(), new });
    }
    Ok(())
}

/// The bytes of a file, when it is there.
fn if_there(file: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match bytes_of(file, LARGEST) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(Unread::Gone) => Ok(None),
        Err(why) => Err(unread(file)(why)),
    }
}

/// Puts the bytes of a file that was prepared in their place, or takes the file away.
fn write(file: &Path, root: &Path, new: Option<&Path>, done: &mut Vec<Done>) -> Result<(), Failure> {
    check_place(root, file)?;
    let bytes = match new.map(if_there).transpose()? {
        // It stands in its place already.
        Some(None) => return Ok(()),
        prepared => prepared.flatten(),
    };
    // What cannot be read could not be put back.
    let before = if_there(file)?;
    if before == bytes {
        return Ok(());
    }
    match new {
        // In one step, so that nothing is left of it when that is broken off.
        Some(new) => {
            make_folder(file.parent().unwrap_or(file), done)?;
            if let Ok(known) = fs::metadata(file) {
                fs::set_permissions(new, known.permissions()).map_err(at(file))?;
            }
            rename(new, file).map_err(at(file))?;
        }
        None => patiently(|| fs::remove_file(file)).map_err(at(file))?,
    }
    done.push(Done::Wrote { file: file.to_owned(), before, new: new.map(Path::to_owned) });
    Ok(())
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
        exchange(&root, &wanted(), &Vec::new()).expect("it can be");
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
        exchange(&root, &away, &Vec::new()).expect("it can be");
        assert!(!root.join("themas/een").exists() && !root.join(".dorpsplein").exists());
        fs::remove_dir_all(&root).expect("our own");
    }

    #[test]
    fn what_was_decided_by_a_file_that_changed_since_is_not_done() {
        let root = village("decided");
        let site = || vec![("site.yaml", Some(b"naam: Ee\n".to_vec())), ("themes.lock", None)];
        exchange(&root, &wanted(), &site()).expect("nobody changed it");
        let before = all(&root);
        let failure = exchange(&root, &wanted(), &site()).expect_err("it says something else now");
        assert!(matches!(failure, Failure::ChangedMeanwhile { .. }), "{failure:?}");
        assert_eq!(all(&root), before);
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
        assert!(exchange(&root, &wanted, &Vec::new()).is_err());
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
        assert!(exchange(&root, &Exchange { files, folders: wanted().folders }, &Vec::new()).is_err());
        assert_eq!(large.metadata().expect("it is there").len(), LARGEST + 1);
        assert!(root.join("themas/groot.zip").exists());
        drop(large);
        assert_eq!(all(&root).len(), before);
        fs::remove_dir_all(&root).expect("our own");
    }

    /// Stops behind each step, as `kill -9` does, and sees that the next command finishes.
    #[test]
    fn what_was_broken_off_is_finished() {
        let whole = village("whole");
        exchange(&whole, &wanted(), &Vec::new()).expect("it can be");
        for steps in 0..=6 {
            let root = village(&format!("broken-{steps}"));
            let folder = ExchangeFolder::enter(&root).expect("a folder");
            let plan = prepare(&folder, &wanted()).expect("prepared");
            folder.settle_on(&plan).expect("settled");
            let first = Plan {
                folders: plan.folders.iter().take(steps).cloned().collect(),
                files: plan.files.iter().take(steps.saturating_sub(2)).cloned().collect(),
            };
            if steps == 6 {
                // Between the old that went and the new that comes.
                fs::create_dir_all(folder.aside(0).parent().expect("a folder")).expect("a folder");
                fs::rename(root.join("themas/een"), folder.aside(0)).expect("put aside");
            } else {
                go(&folder, &root, &first, &mut Vec::new()).expect("it can be");
            }
            drop(folder);
            assert!(finish_exchange(&root).expect("it can be"), "{steps}");
            assert_eq!(all(&root), all(&whole), "{steps}");
            assert!(!finish_exchange(&root).expect("it can be"));
            fs::remove_dir_all(&root).expect("our own");
        }
        fs::remove_dir_all(&whole).expect("our own");
    }

    /// Without a plan that can be read nobody knows what is missing in the village, so what waits beside it stays.
    #[test]
    fn what_waits_beside_a_plan_that_cannot_be_read_stays() {
        for unreadable in ["geen plan".to_owned(), " ".repeat(2 * 1024 * 1024)] {
            let root = village("unreadable");
            let folder = ExchangeFolder::enter(&root).expect("a folder");
            let plan = prepare(&folder, &wanted()).expect("prepared");
            folder.settle_on(&plan).expect("settled");
            fs::create_dir_all(folder.aside(0).parent().expect("a folder")).expect("a folder");
            fs::rename(root.join("themas/een"), folder.aside(0)).expect("put aside");
            drop(folder);
            let own = root.join(".dorpsplein/exchange");
            fs::write(own.join("plan.json"), &unreadable).expect("a file");
            let before = all(&root);
            let failure = finish_exchange(&root).expect_err("nobody knows what is to be done");
            assert!(matches!(failure, Failure::UnknownPlan { .. }), "{failure:?}");
            assert!(exchange(&root, &wanted(), &Vec::new()).is_err());
            assert_eq!(all(&root), before);
            fs::remove_dir_all(&root).expect("our own");
        }
    }

    /// What was half made when nothing was settled on yet goes, and the village stays as it was.
    #[test]
    fn what_was_only_prepared_is_dropped() {
        let root = village("dropped");
        let before = all(&root);
        let folder = ExchangeFolder::enter(&root).expect("a folder");
        prepare(&folder, &wanted()).expect("prepared");
        drop(folder);
        assert!(!finish_exchange(&root).expect("it can be"));
        assert_eq!(all(&root), before);
        fs::remove_dir_all(&root).expect("our own");
    }

    /// Folders of the village with names that look like work of ours are the village's.
    #[test]
    fn folders_with_odd_names_stay() {
        let root = village("odd");
        for name in ["themas/.old-een", "themas/.new-een"] {
            fs::create_dir_all(root.join(name)).expect("a folder");
            fs::write(root.join(name).join("mijn.txt"), "mijn").expect("a file");
        }
        exchange(&root, &wanted(), &Vec::new()).expect("it can be");
        for name in ["themas/.old-een", "themas/.new-een"] {
            assert_eq!(fs::read(root.join(name).join("mijn.txt")).expect("it is there"), b"mijn");
        }
        fs::remove_dir_all(&root).expect("our own");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_leads_nowhere() {
        let (root, elsewhere) = (village("link"), village("elsewhere"));
        fs::remove_dir_all(root.join("themas")).expect("our own");
        std::os::unix::fs::symlink(elsewhere.join("themas"), root.join("themas")).expect("a link");
        let before = all(&elsewhere);
        assert!(exchange(&root, &wanted(), &Vec::new()).is_err());
        assert_eq!(all(&elsewhere), before);
        fs::remove_dir_all(&root).expect("our own");
        fs::remove_dir_all(&elsewhere).expect("our own");
    }
}
