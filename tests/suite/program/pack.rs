//! Tests `dorpsplein pack`: the site as one zip, whole or not at all, with the same bytes for the same site.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::time::Instant;

use crate::support::{Folder, Ran, TODAY, VILLAGE, build, check, program, project, run, tree};

fn pack(site: &Path, more: &[&str]) -> Ran {
    run(&[&["pak", site.to_str().expect("a path"), "--vandaag", TODAY], more].concat())
}

fn unpacked(file: &Path) -> BTreeMap<String, Vec<u8>> {
    let file = fs::File::open(file).expect("a zip");
    let mut zip = zip::ZipArchive::new(file).expect("a sound zip");
    let mut files = BTreeMap::new();
    for number in 0..zip.len() {
        let mut file = zip.by_index(number).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        assert_eq!(file.unix_mode(), Some(0o100_644), "{}", file.name());
        files.insert(file.name().to_owned(), bytes);
    }
    files
}

#[test]
fn the_zip_has_the_same_files_as_the_folder() {
    let place = Folder::new();
    let example = project().join("example-site");
    let zip = place.join("dorp.zip");
    let ran = pack(&example, &["--uitvoer", zip.to_str().expect("a path")]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.err.contains("dorp.zip"), "{}", ran.err);
    assert_eq!(build(&example, &place.join("uit")).code, 0);
    assert!(unpacked(&zip) == tree(&place.join("uit")), "the folder and the zip differ");
    let left: Vec<_> =
        fs::read_dir(place.path()).expect("a folder").flatten().map(|it| it.file_name()).collect();
    assert_eq!(left.len(), 2, "nothing else is left: {left:?}");
}

#[test]
fn the_same_site_gives_the_same_bytes() {
    let (one, other) = (Folder::with(VILLAGE), Folder::with(VILLAGE));
    assert_eq!(pack(one.path(), &[]).code, 0);
    // Another folder, another moment and another time zone, and packed over an older zip.
    assert_eq!(pack(other.path(), &["--webadres", "https://elders.example"]).code, 0);
    let elsewhere = fs::read(other.join("testdorp.zip")).expect("a zip");
    std::thread::sleep(std::time::Duration::from_millis(2100));
    let site = other.path().to_str().expect("a path");
    let mut command = program();
    command.env("TZ", "Asia/Tokyo").args(["pack", site, "--today", TODAY]);
    assert_eq!(Ran::of(command.output().expect("it runs")).code, 0);
    let bytes = |site: &Folder| fs::read(site.join("testdorp.zip")).expect("a zip");
    assert!(bytes(&one) == bytes(&other), "two zips of one site differ");
    assert!(elsewhere != bytes(&one), "another address gives another zip");
}

#[test]
fn a_zip_in_the_village_folder_is_not_a_source() {
    let site = Folder::with(VILLAGE);
    assert_eq!(pack(site.path(), &[]).code, 0);
    assert!(site.join("testdorp.zip").exists());
    assert_eq!(check(site.path()).err, "geen opmerkingen: deze site kan gemaakt worden\n");
    let ran = pack(site.path(), &["--uitvoer", site.join("media/dorp.zip").to_str().expect("a path")]);
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(!site.join("media").exists());
}

#[test]
fn a_file_that_appears_during_packing_is_not_overwritten() {
    let (site, elsewhere) = (Folder::with(VILLAGE), Folder::new());
    // How long packing takes on this machine: after three times that, it waits for the lock.
    let started = Instant::now();
    assert_eq!(pack(site.path(), &["--output", elsewhere.join("x.zip").to_str().expect("a path")]).code, 0);
    let whole = started.elapsed();
    fs::create_dir(site.join(".dorpsplein-testdorp.zip")).expect("a folder");
    let lock = fs::File::create(site.join(".dorpsplein-testdorp.zip/lock")).expect("a file");
    lock.lock().expect("a lock");
    let waiting = std::thread::spawn({
        let site = site.path().to_owned();
        move || pack(&site, &[])
    });
    std::thread::sleep(3 * whole);
    assert!(!waiting.is_finished());
    site.write("testdorp.zip", "van iemand anders");
    drop(lock);
    let ran = waiting.join().expect("it ends");
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert_eq!(site.read("testdorp.zip"), "van iemand anders");
    assert!(!site.join(".dorpsplein-testdorp.zip").exists(), "no work folder is left");
}

#[test]
fn a_new_village_keeps_its_zip_out_of_git() {
    let place = Folder::new();
    let village = place.join("ons-dorp");
    assert_eq!(run(&["nieuw", village.to_str().expect("a path"), "--vandaag", TODAY]).code, 0);
    assert_eq!(pack(&village, &[]).code, 0);
    assert!(village.join("ons-dorp.zip").exists());
    let ignored = fs::read_to_string(village.join(".gitignore")).expect("the list");
    assert!(ignored.lines().any(|line| line == "*.zip"), "{ignored}");
}

#[test]
fn with_an_error_the_last_good_zip_stays() {
    let site = Folder::with(VILLAGE);
    assert_eq!(pack(site.path(), &[]).code, 0);
    let before = fs::read(site.join("testdorp.zip")).expect("a zip");
    site.write("agenda/thee.md", "---\ntitel: Thee\ndatum: 31 april 2026\n---\n");
    let ran = pack(site.path(), &[]);
    assert_eq!(ran.code, 1, "{}", ran.said());
    assert!(ran.err.contains("niets gepubliceerd"), "{}", ran.err);
    assert!(fs::read(site.join("testdorp.zip")).expect("a zip") == before);
}

#[test]
fn a_foreign_file_is_not_overwritten() {
    let site = Folder::with(VILLAGE);
    let foreign =
        b"PK\x03\x04 een zip van iemand anders, met foto's van de feestweek en nog veel meer".as_slice();
    site.write("testdorp.zip", foreign);
    let ran = pack(site.path(), &[]);
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(ran.err.contains("niet van Dorpsplein"), "{}", ran.err);
    assert!(fs::read(site.join("testdorp.zip")).expect("the file") == foreign);
}

/// The next build would find an unknown file in its folder, and stop.
#[test]
fn a_zip_does_not_go_into_the_built_site() {
    let site = Folder::with(VILLAGE);
    let output = site.join("public");
    assert_eq!(build(site.path(), &output).code, 0);
    let zip = output.join("dorp.zip");
    let ran = pack(site.path(), &["--uitvoer", zip.to_str().expect("a path")]);
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(ran.err.contains("alleen de gemaakte site"), "{}", ran.err);
    assert_eq!(build(site.path(), &output).code, 0);
}

/// The previous zip says what was on the site before.
#[test]
fn an_address_that_disappears_from_the_zip_is_reported() {
    let site = Folder::with(VILLAGE);
    assert_eq!(pack(site.path(), &[]).code, 0);
    fs::remove_file(site.join("agenda/koffie.md")).expect("a file");
    let ran = pack(site.path(), &[]);
    assert!(ran.code == 0 && ran.said().contains("/agenda/koffie/"), "{}", ran.said());
}

/// Opening a named pipe blocks until something writes to it.
#[cfg(unix)]
#[test]
fn a_named_pipe_in_place_of_the_zip_holds_nothing_up() {
    let site = Folder::with(VILLAGE);
    let place = Folder::new();
    let pipe = place.join("dorp.zip");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo");
    assert!(made.success());
    let ran = pack(site.path(), &["--uitvoer", pipe.to_str().expect("a path")]);
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(ran.said().contains("dorp.zip"), "{}", ran.said());
}
