//! Tests that folders and files are exchanged, all or none.

use super::*;

fn village(name: &str) -> PathBuf {
    let root = std::env::temp_dir().join(format!("dorpsplein-exchange-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(root.join("themas/een")).expect("a folder");
    fs::write(root.join("themas/een/theme.yaml"), "oud").expect("a file");
    fs::write(root.join("site.yaml"), "naam: Ee\n").expect("a file");
    root
}

fn contents(root: &Path) -> Vec<(PathBuf, Option<Vec<u8>>)> {
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
fn all_folders_and_files_are_exchanged() {
    let root = village("all");
    exchange(&root, &wanted(), &Vec::new()).expect("it succeeds");
    let paths: Vec<String> =
        contents(&root).iter().map(|(path, _)| path.to_string_lossy().replace('\\', "/")).collect();
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
    let removal = Exchange { folders: vec![("themas/een".to_owned(), None)], files: Vec::new() };
    exchange(&root, &removal, &Vec::new()).expect("it succeeds");
    assert!(!root.join("themas/een").exists() && !root.join(".dorpsplein").exists());
    fs::remove_dir_all(&root).expect("it is ours");
}

#[test]
fn an_exchange_is_refused_when_a_file_it_relies_on_has_changed() {
    let root = village("decided");
    let site = || vec![("site.yaml", Some(b"naam: Ee\n".to_vec())), ("themes.lock", None)];
    exchange(&root, &wanted(), &site()).expect("nobody changed it");
    let before = contents(&root);
    let failure = exchange(&root, &wanted(), &site()).expect_err("it says something else now");
    assert!(matches!(failure, Failure::ChangedMeanwhile { .. }), "{failure:?}");
    assert_eq!(contents(&root), before);
    fs::remove_dir_all(&root).expect("it is ours");
}

#[test]
fn a_failure_in_the_last_step_restores_everything() {
    let root = village("none");
    // A folder is in the place where a file is to be written.
    fs::create_dir_all(root.join("themes.lock/vol")).expect("a folder");
    let before = contents(&root);
    let mut wanted = wanted();
    wanted.files.push(("themes.lock".to_owned(), Some(b"{}".to_vec())));
    let failure = exchange(&root, &wanted, &Vec::new()).expect_err("a folder is in the way");
    assert!(matches!(failure, Failure::ReadFailure { why: ReadFailure::NotAFile, .. }), "{failure:?}");
    assert_eq!(contents(&root), before);
    fs::remove_dir_all(&root).expect("it is ours");
}

#[test]
fn a_file_that_cannot_be_restored_is_left_alone() {
    let root = village("large");
    let large = fs::File::create(root.join("themas/groot.zip")).expect("a file");
    large.set_len(LARGEST + 1).expect("it can grow that large");
    let before = contents(&root).len();
    let files = vec![("themas/groot.zip".to_owned(), Some(b"klein".to_vec()))];
    let wanted_too = Exchange { files, folders: wanted().folders };
    let failure = exchange(&root, &wanted_too, &Vec::new()).expect_err("it is too large to be restored");
    assert!(matches!(failure, Failure::ReadFailure { why: ReadFailure::TooBig, .. }), "{failure:?}");
    assert_eq!(large.metadata().expect("it is there").len(), LARGEST + 1);
    assert!(root.join("themas/groot.zip").exists());
    drop(large);
    assert_eq!(contents(&root).len(), before);
    fs::remove_dir_all(&root).expect("it is ours");
}

/// Stops after each step, as `kill -9` does, and checks that the next command finishes the exchange.
#[test]
fn an_interrupted_exchange_is_finished() {
    let whole = village("whole");
    exchange(&whole, &wanted(), &Vec::new()).expect("it succeeds");
    for steps in 0..=6 {
        let root = village(&format!("broken-{steps}"));
        let folder = ExchangeFolder::enter(&root).expect("a folder");
        let plan = write_new(&folder, &wanted()).expect("written");
        folder.commit_plan(&plan).expect("settled");
        let first = ExchangePlan {
            folders: plan.folders.iter().take(steps).cloned().collect(),
            files: plan.files.iter().take(steps.saturating_sub(2)).cloned().collect(),
        };
        if steps == 6 {
            // Between removing the old folder and placing the new one.
            fs::create_dir_all(folder.aside(0).parent().expect("a folder")).expect("a folder");
            fs::rename(root.join("themas/een"), folder.aside(0)).expect("put aside");
        } else {
            perform_steps(&folder, &root, &first, &mut Vec::new()).expect("it succeeds");
        }
        drop(folder);
        assert!(finish_exchange(&root).expect("it succeeds"), "{steps}");
        assert_eq!(contents(&root), contents(&whole), "{steps}");
        assert!(!finish_exchange(&root).expect("it succeeds"));
        fs::remove_dir_all(&root).expect("it is ours");
    }
    fs::remove_dir_all(&whole).expect("it is ours");
}

/// Without a readable plan nobody knows what is missing in the village, so the files beside it stay.
#[test]
fn files_prepared_for_an_unreadable_plan_stay() {
    let is_broken: fn(&Failure) -> bool = |failure| matches!(failure, Failure::BrokenPlan { .. });
    let is_newer: fn(&Failure) -> bool = |failure| matches!(failure, Failure::NewerPlan { .. });
    let is_too_big: fn(&Failure) -> bool =
        |failure| matches!(failure, Failure::UnreadablePlan { why: ReadFailure::TooBig, .. });
    for (unreadable, is_expected) in [
        ("geen plan".to_owned(), is_broken),
        (r#"{ "form": 1, "folders": [] }"#.to_owned(), is_broken),
        (r#"{ "form": 2, "steps": [] }"#.to_owned(), is_newer),
        (" ".repeat(2 * 1024 * 1024), is_too_big),
    ] {
        let root = village("unreadable");
        let folder = ExchangeFolder::enter(&root).expect("a folder");
        let plan = write_new(&folder, &wanted()).expect("written");
        folder.commit_plan(&plan).expect("settled");
        fs::create_dir_all(folder.aside(0).parent().expect("a folder")).expect("a folder");
        fs::rename(root.join("themas/een"), folder.aside(0)).expect("put aside");
        drop(folder);
        let own = root.join(".dorpsplein/exchange");
        fs::write(own.join("plan.json"), &unreadable).expect("a file");
        let before = contents(&root);
        let failure = finish_exchange(&root).expect_err("nobody knows what to do");
        assert!(is_expected(&failure), "{failure:?}");
        let failure = exchange(&root, &wanted(), &Vec::new()).expect_err("one was interrupted already");
        assert!(is_expected(&failure), "{failure:?}");
        assert_eq!(contents(&root), before);
        fs::remove_dir_all(&root).expect("it is ours");
    }
}

/// What was half written before the plan was settled is deleted, and the village stays as it was.
#[test]
fn an_exchange_that_was_only_prepared_is_dropped() {
    let root = village("dropped");
    let before = contents(&root);
    let folder = ExchangeFolder::enter(&root).expect("a folder");
    write_new(&folder, &wanted()).expect("written");
    drop(folder);
    assert!(!finish_exchange(&root).expect("it succeeds"));
    assert_eq!(contents(&root), before);
    fs::remove_dir_all(&root).expect("it is ours");
}

/// Folders with names that look like work of ours belong to the village.
#[test]
fn folders_with_odd_names_stay() {
    let root = village("odd");
    for name in ["themas/.old-een", "themas/.new-een"] {
        fs::create_dir_all(root.join(name)).expect("a folder");
        fs::write(root.join(name).join("mijn.txt"), "mijn").expect("a file");
    }
    exchange(&root, &wanted(), &Vec::new()).expect("it succeeds");
    for name in ["themas/.old-een", "themas/.new-een"] {
        assert_eq!(fs::read(root.join(name).join("mijn.txt")).expect("it is there"), b"mijn");
    }
    fs::remove_dir_all(&root).expect("it is ours");
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let (root, elsewhere) = (village("link"), village("elsewhere"));
    fs::remove_dir_all(root.join("themas")).expect("it is ours");
    std::os::unix::fs::symlink(elsewhere.join("themas"), root.join("themas")).expect("a link");
    let before = contents(&elsewhere);
    let failure = exchange(&root, &wanted(), &Vec::new()).expect_err("a link is in the way");
    assert!(matches!(failure, Failure::LinkInTheWay { .. }), "{failure:?}");
    assert_eq!(contents(&elsewhere), before);
    fs::remove_dir_all(&root).expect("it is ours");
    fs::remove_dir_all(&elsewhere).expect("it is ours");
}
