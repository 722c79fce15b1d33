//! Files and folders that the user may not read or write are reported, and never mistaken for missing ones.

#![cfg(unix)]

use std::fs;

use crate::support::{Folder, Ran, VILLAGE, build, copy_tree, tree};

/// Sets the permissions of a file or folder.
fn set_mode(path: &std::path::Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
}

/// Runs the program as an unprivileged user when the tests run as root.
fn as_nobody(arguments: &[&str]) -> Ran {
    use std::os::unix::fs::MetadataExt;
    use std::os::unix::process::CommandExt;
    let is_root = fs::metadata("/proc/self").is_ok_and(|data| data.uid() == 0);
    // The program itself may be in a folder that other users cannot enter, so this user runs a copy.
    let place = Folder::new();
    let copy = place.join("dorpsplein");
    // Another process makes the copy: a file that this process has open for writing is inherited by any
    // program that another test starts at that moment, and an executable that is open for writing anywhere
    // cannot be started ("text file busy").
    let copied = std::process::Command::new("cp").arg(env!("CARGO_BIN_EXE_dorpsplein")).arg(&copy).status();
    assert!(copied.expect("cp").success(), "a copy");
    set_mode(place.path(), 0o755);
    set_mode(&copy, 0o755);
    let mut command = std::process::Command::new(&copy);
    command.env_clear().env("LANG", "nl").args(arguments);
    if is_root {
        command.uid(65_534).gid(65_534);
    }
    Ran::of(command.output().expect("it runs"))
}

#[test]
fn an_unreadable_file_is_reported() {
    let site = Folder::with(VILLAGE);
    set_mode(&site.join("agenda/koffie.md"), 0o000);
    let path = site.path().to_str().expect("a path");
    let ran = as_nobody(&["check", path, "--today", "2026-11-23"]);
    let json = as_nobody(&["check", path, "--today", "2026-11-23", "--format", "json"]);
    set_mode(&site.join("agenda/koffie.md"), 0o644);
    assert_eq!(ran.code, 1, "{}", ran.said());
    assert!(ran.said().contains("agenda/koffie.md") && ran.said().contains("toestemming"), "{}", ran.said());
    assert!(json.out.contains("\"code\": \"unreadable-file\""), "{}", json.said());
}

#[test]
fn an_unwritable_output_is_reported() {
    let site = Folder::with(VILLAGE);
    let closed = site.join("dicht");
    fs::create_dir(&closed).expect("a folder");
    set_mode(&closed, 0o555);
    let output = closed.join("uit");
    let ran = as_nobody(&[
        "build",
        site.path().to_str().expect("a path"),
        "--output",
        output.to_str().expect("a path"),
    ]);
    set_mode(&closed, 0o755);
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(ran.said().contains("schrijven") && ran.said().contains("dicht"), "{}", ran.said());
}

/// Without its list, all files of the site would pass for the user's own, and be moved into the next site.
#[test]
fn an_unreadable_list_of_the_site_is_reported() {
    let site = Folder::with(VILLAGE);
    let place = Folder::new();
    let (output, list) = (place.join("uit"), "dorpsplein-manifest.json");
    assert_eq!(build(site.path(), &output).code, 0);
    set_mode(place.path(), 0o777);
    for folder in ["uit", ".dorpsplein-uit/gone"] {
        if folder != "uit" {
            copy_tree(&output, &place.join(folder));
            set_mode(&place.join(".dorpsplein-uit"), 0o777);
        }
        let files = tree(&place.join(folder));
        set_mode(&place.join(folder).join(list), 0o000);
        let arguments = [site.path(), &output].map(|path| path.to_str().expect("a path"));
        let ran = as_nobody(&["build", arguments[0], "--output", arguments[1]]);
        set_mode(&place.join(folder).join(list), 0o644);
        assert_eq!(ran.code, 2, "{folder}: {}", ran.said());
        let says = ran.said().contains("lijst van de bestanden") && ran.said().contains(folder);
        assert!(says, "{folder}: {}", ran.said());
        assert_eq!(tree(&place.join(folder)), files, "{folder}");
    }
}

#[test]
fn an_unreadable_folder_of_photos_is_not_called_empty() {
    let site = Folder::with(VILLAGE);
    site.write("media/feest.jpg", [0xff, 0xd8, 0xff]);
    let media = site.join("media");
    set_mode(&media, 0o000);
    let ran = as_nobody(&["schoon", site.path().to_str().expect("a path")]);
    set_mode(&media, 0o755);
    assert_eq!(ran.code, 1, "{}", ran.said());
    assert!(ran.said().contains("'media' kan niet worden gelezen"), "{}", ran.said());
    assert!(!ran.said().contains("geen foto's"), "{}", ran.said());
}
