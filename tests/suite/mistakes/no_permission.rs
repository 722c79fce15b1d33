//! What may not be read or written by who runs the program: it is told, and nothing is taken for not being there.

#![cfg(unix)]

use std::fs;

use crate::support::{Folder, Ran, VILLAGE, build, copy_tree, tree};

/// Everybody may read and enter it, nobody but its owner may write.
fn open_to_all(path: &std::path::Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
}

/// Runs the program as a user without rights, when the tests run as one who has them all.
fn as_nobody(arguments: &[&str]) -> Ran {
    use std::os::unix::fs::MetadataExt;
    use std::os::unix::process::CommandExt;
    let is_root = fs::metadata("/proc/self").is_ok_and(|data| data.uid() == 0);
    // The program itself may stand in a folder that nobody else can enter: a copy does not.
    let place = Folder::new();
    let copy = place.join("dorpsplein");
    // Another process makes it: what this one has open to write, a test beside this one hands on to the program it
    // starts at that moment, and a file that anyone has open to write cannot be started ("text file busy").
    let copied = std::process::Command::new("cp").arg(env!("CARGO_BIN_EXE_dorpsplein")).arg(&copy).status();
    assert!(copied.expect("cp").success(), "a copy");
    open_to_all(place.path(), 0o755);
    open_to_all(&copy, 0o755);
    let mut command = std::process::Command::new(&copy);
    command.env_clear().env("LANG", "nl").args(arguments);
    if is_root {
        command.uid(65_534).gid(65_534);
    }
    Ran::of(command.output().expect("it runs"))
}

#[test]
fn a_file_that_may_not_be_read() {
    let site = Folder::with(VILLAGE);
    open_to_all(&site.join("agenda/koffie.md"), 0o000);
    let path = site.path().to_str().expect("a path");
    let ran = as_nobody(&["check", path, "--today", "2026-11-23"]);
    let json = as_nobody(&["check", path, "--today", "2026-11-23", "--format", "json"]);
    open_to_all(&site.join("agenda/koffie.md"), 0o644);
    assert_eq!(ran.code, 1, "{}", ran.said());
    assert!(ran.said().contains("agenda/koffie.md") && ran.said().contains("toestemming"), "{}", ran.said());
    assert!(json.out.contains("\"code\": \"unreadable-file\""), "{}", json.said());
}

#[test]
fn an_output_that_may_not_be_written() {
    let site = Folder::with(VILLAGE);
    let closed = site.join("dicht");
    fs::create_dir(&closed).expect("a folder");
    open_to_all(&closed, 0o555);
    let output = closed.join("uit");
    let ran = as_nobody(&[
        "build",
        site.path().to_str().expect("a path"),
        "--output",
        output.to_str().expect("a path"),
    ]);
    open_to_all(&closed, 0o755);
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(ran.said().contains("schrijven") && ran.said().contains("dicht"), "{}", ran.said());
}

/// Without its list the whole site would be told as somebody else's, and be moved on into the next one.
#[test]
fn a_list_of_the_site_that_may_not_be_read() {
    let site = Folder::with(VILLAGE);
    let place = Folder::new();
    let (output, list) = (place.join("uit"), "dorpsplein-manifest.json");
    assert_eq!(build(site.path(), &output).code, 0);
    open_to_all(place.path(), 0o777);
    for folder in ["uit", ".dorpsplein-uit/gone"] {
        if folder != "uit" {
            copy_tree(&output, &place.join(folder));
            open_to_all(&place.join(".dorpsplein-uit"), 0o777);
        }
        let files = tree(&place.join(folder));
        open_to_all(&place.join(folder).join(list), 0o000);
        let arguments = [site.path(), &output].map(|path| path.to_str().expect("a path"));
        let ran = as_nobody(&["build", arguments[0], "--output", arguments[1]]);
        open_to_all(&place.join(folder).join(list), 0o644);
        assert_eq!(ran.code, 2, "{folder}: {}", ran.said());
        let says = ran.said().contains("lijst van de bestanden") && ran.said().contains(folder);
        assert!(says, "{folder}: {}", ran.said());
        assert_eq!(tree(&place.join(folder)), files, "{folder}");
    }
}

#[test]
fn a_folder_of_photos_that_may_not_be_read_is_not_called_empty() {
    let site = Folder::with(VILLAGE);
    site.write("media/feest.jpg", [0xff, 0xd8, 0xff]);
    let media = site.join("media");
    open_to_all(&media, 0o000);
    let ran = as_nobody(&["schoon", site.path().to_str().expect("a path")]);
    open_to_all(&media, 0o755);
    assert_eq!(ran.code, 1, "{}", ran.said());
    assert!(ran.said().contains("'media' kan niet worden gelezen"), "{}", ran.said());
    assert!(!ran.said().contains("geen foto's"), "{}", ran.said());
}
