//! Same input, same bytes: no clock, time zone, language, file order or thread order shows in the output.

use std::fs;

use crate::support::{Folder, Ran, TODAY, VILLAGE, build, program, project, tree};

fn build_as(site: &std::path::Path, output: &std::path::Path, environment: &[(&str, &str)]) {
    let mut command = program();
    command.args([
        "build",
        site.to_str().expect("a path"),
        "--today",
        TODAY,
        "--output",
        output.to_str().expect("a path"),
    ]);
    for (name, value) in environment {
        command.env(name, value);
    }
    let ran = Ran::of(command.output().expect("it runs"));
    assert_eq!(ran.code, 0, "{}", ran.said());
}

/// Copies a village in this order, so that the disk may list it differently. What git knows of a folder is
/// input too, so copies are compared with copies.
fn copied(site: &std::path::Path, backwards: bool) -> Folder {
    let copy = Folder::new();
    let mut files: Vec<(String, Vec<u8>)> = tree(site).into_iter().collect();
    if backwards {
        files.reverse();
    }
    for (path, bytes) in files {
        if !path.starts_with("public/") {
            copy.write(&path, bytes);
        }
    }
    copy
}

#[test]
fn the_example_site_is_the_same_everywhere() {
    let site = project().join("example-site");
    let place = Folder::new();
    let (first, second) = (copied(&site, false), copied(&site, true));
    build_as(first.path(), &place.join("een"), &[]);
    build_as(first.path(), &place.join("twee"), &[("TZ", "Europe/Amsterdam"), ("RAYON_NUM_THREADS", "1")]);
    build_as(
        second.path(),
        &place.join("drie"),
        &[("TZ", "Pacific/Auckland"), ("LC_ALL", "tr_TR.UTF-8"), ("RAYON_NUM_THREADS", "7")],
    );
    let made = tree(&place.join("een"));
    assert!(made.len() > 100, "too few files for a real site: {}", made.len());
    assert!(made == tree(&place.join("twee")));
    assert!(made == tree(&place.join("drie")));
}

#[test]
fn building_again_gives_the_same_site() {
    let site = Folder::with(VILLAGE);
    let output = site.join("public");
    assert_eq!(build(site.path(), &output).code, 0);
    let first = tree(&output);
    site.write("paginas/even.md", "# Even\n\nWeg.\n");
    assert_eq!(build(site.path(), &output).code, 0);
    assert_ne!(tree(&output), first);
    fs::remove_file(site.join("paginas/even.md")).expect("it was there");
    assert_eq!(build(site.path(), &output).code, 0);
    assert!(tree(&output) == first);
}

#[test]
fn an_output_inside_the_village_is_not_reported() {
    let site = Folder::with(VILLAGE);
    for _ in 0..2 {
        let ran = build(site.path(), &site.join("uit"));
        assert!(ran.code == 0 && !ran.said().contains("uit'"), "{}", ran.said());
    }
    site.write("los/a.md", "Los.\n");
    let said = build(site.path(), &site.join("uit")).said();
    assert!(said.contains("de map 'los' wordt niet gebruikt"), "{said}");
}

#[test]
fn today_is_the_day_in_the_time_zone_of_the_village() {
    let site = Folder::with(VILLAGE);
    site.write("site.yaml", "naam: Testdorp\ntijdzone: Pacific/Auckland\n");
    let mut command = program();
    let ran = Ran::of(
        command
            .args(["build", site.path().to_str().expect("a path")])
            .env("TZ", "Pacific/Honolulu")
            .output()
            .expect("it runs"),
    );
    assert_eq!(ran.code, 0, "{}", ran.said());
    let document: serde_json::Value = serde_json::from_str(&site.read("public/dorp.json")).expect("JSON");
    let shown = document["updated"].as_str().expect("a day").to_owned();
    let zone = dorpsplein::ground::TimeZone::get("Pacific/Auckland").expect("a zone");
    let now = dorpsplein::ground::Timestamp::now().to_zoned_datetime(zone).date();
    // Midnight may pass between the two.
    assert!(shown == now.to_string() || shown == now.yesterday().expect("a day").to_string(), "{shown}");
}
