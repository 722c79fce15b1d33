//! Tests that the output folder always holds the old site or the new one, and only our own files are deleted.

use std::collections::BTreeMap;
use std::fs;
#[cfg(unix)]
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{Folder, TODAY, VILLAGE, build, copy_tree, program, tree};

/// Returns a village with so much news that building it takes a while.
fn large(news: usize, word: &str) -> Folder {
    let site = Folder::with(VILLAGE);
    for number in 0..news {
        let text = format!(
            "---\ntitel: Bericht {number} {word}\ndatum: 2026-{:02}-{:02}\n---\n\n{}\n",
            number % 12 + 1,
            number % 28 + 1,
            "Er was eens een dorp. ".repeat(60)
        );
        site.write(&format!("nieuws/bericht-{number}.md"), text);
    }
    site
}

#[test]
fn a_build_killed_at_fifty_moments_leaves_the_old_site_or_the_new_one() {
    let (old_site, new_site) = (large(300, "oud"), large(300, "nieuw"));
    let place = Folder::new();
    let output = place.join("uit");
    assert_eq!(build(old_site.path(), &output).code, 0);
    let old = tree(&output);
    let started = Instant::now();
    assert_eq!(build(new_site.path(), &output).code, 0);
    let whole = started.elapsed();
    let new = tree(&output);
    assert_ne!(old, new);
    let mut seen = [0, 0];
    for moment in 0..50u32 {
        // Whichever site is there now, the other is built over it.
        let is_old = tree(&output) == old;
        let (next, before, after) = if is_old { (&new_site, &old, &new) } else { (&old_site, &new, &old) };
        let mut child = program()
            .args([
                "build",
                next.path().to_str().expect("a path"),
                "--today",
                TODAY,
                "--output",
                output.to_str().expect("a path"),
            ])
            .stderr(std::process::Stdio::null())
            .spawn()
            .expect("it runs");
        thread::sleep(whole * moment / 20);
        let _ = child.kill();
        let _ = child.wait();
        let now = tree(&output);
        assert!(
            now == *before || now == *after,
            "neither the old site nor the new one after {moment}/20 of the time"
        );
        seen[usize::from(now == *after)] += 1;
    }
    assert!(seen[0] > 0 && seen[1] > 0, "killed before and after the swap: {seen:?}");
    // The next build cleans up what the killed ones left.
    assert_eq!(build(new_site.path(), &output).code, 0);
    let left: Vec<_> = fs::read_dir(place.path())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    assert_eq!(left, ["uit"]);
}

#[test]
fn the_root_of_a_disk_is_refused_as_output() {
    let site = Folder::with(VILLAGE);
    let root = if cfg!(windows) { "C:\\" } else { "/" };
    let ran = build(site.path(), root.as_ref());
    assert!(ran.code == 2 && ran.said().contains("noem een map"), "{}", ran.said());
}

#[test]
fn two_builds_at_once_do_not_mix() {
    let (one, other) = (large(200, "een"), large(200, "ander"));
    let place = Folder::new();
    let output = place.join("uit");
    let alone = |site: &Folder| {
        let output = place.join("alleen");
        assert_eq!(build(site.path(), &output).code, 0);
        tree(&output)
    };
    let possible = [alone(&one), alone(&other)];
    for _ in 0..5 {
        thread::scope(|scope| {
            for site in [&one, &other, &one] {
                scope.spawn(|| assert_eq!(build(site.path(), &output).code, 0));
            }
        });
        assert!(possible.contains(&tree(&output)));
    }
}

#[test]
fn many_builds_at_once_all_succeed() {
    let site = Folder::with(VILLAGE);
    let place = Folder::new();
    let (output, alone) = (place.join("uit"), place.join("alleen"));
    assert_eq!(build(site.path(), &alone).code, 0);
    let build_a_few_times = || {
        for _ in 0..6 {
            let ran = build(site.path(), &output);
            assert_eq!(ran.code, 0, "{}", ran.said());
        }
    };
    thread::scope(|scope| (0..8).for_each(|_| drop(scope.spawn(build_a_few_times))));
    assert!(tree(&output) == tree(&alone), "the site is incomplete");
    assert_eq!(fs::read_dir(place.path()).expect("a folder").count(), 2, "nothing else is left");
}

#[test]
fn a_build_waits_for_the_previous_one() {
    let site = Folder::with(VILLAGE);
    fs::create_dir(site.join(".dorpsplein-public")).expect("a folder");
    let lock = fs::File::create(site.join(".dorpsplein-public/lock")).expect("a file");
    lock.lock().expect("a lock");
    let waiting = thread::spawn({
        let (site, output) = (site.path().to_owned(), site.join("public"));
        move || build(&site, &output).code
    });
    thread::sleep(Duration::from_millis(300));
    assert!(!waiting.is_finished() && !site.join("public").exists());
    drop(lock);
    assert_eq!(waiting.join().expect("it ends"), 0);
}

#[test]
fn a_foreign_folder_is_refused() {
    let site = Folder::with(VILLAGE);
    site.write("thuis/belastingen.txt", "belangrijk");
    let ran = build(site.path(), &site.join("thuis"));
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(ran.said().contains("belastingen.txt"), "{}", ran.said());
    assert_eq!(tree(&site.join("thuis")).len(), 1);
    assert!(!site.join(".dorpsplein-thuis").exists(), "no work folder is left");
}

#[test]
fn a_file_put_into_our_folder_is_never_deleted() {
    let site = Folder::with(VILLAGE);
    let output = site.join("public");
    assert_eq!(build(site.path(), &output).code, 0);
    site.write("public/CNAME", "dorp.example");
    let before = tree(&output);
    let ran = build(site.path(), &output);
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(ran.said().contains("CNAME"), "{}", ran.said());
    assert_eq!(tree(&output), before);
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_the_site_goes_where_it_points() {
    use std::os::unix::fs::symlink;
    let (site, place) = (Folder::with(VILLAGE), Folder::new());
    fs::create_dir_all(place.join("www")).expect("a folder");
    let (link, zip) = (place.join("www/site"), place.join("www/dorp.zip"));
    symlink("../versies/een", &link).expect("a link");
    symlink("../versies/een.zip", &zip).expect("a link");
    // The first time nothing is there; the second time a site is.
    for text in ["Lang geleden.", "Nog langer geleden."] {
        site.write("paginas/historie.md", format!("---\ntitel: Historie\n---\n\n{text}\n"));
        let ran = build(site.path(), &link);
        assert_eq!(ran.code, 0, "{}", ran.said());
        let packed = ["pack", site.path().to_str().expect("a path"), "--today", TODAY, "--output"];
        let ran = crate::support::run(&[&packed[..], &[zip.to_str().expect("a path")]].concat());
        assert_eq!(ran.code, 0, "{}", ran.said());
        assert_eq!(fs::read_link(&link).expect("still a link"), Path::new("../versies/een"));
        assert_eq!(fs::read_link(&zip).expect("still a link"), Path::new("../versies/een.zip"));
        assert!(place.read("versies/een/historie/index.html").contains(text));
        assert!(place.join("versies/een.zip").is_file());
    }
    for folder in ["www", "versies"] {
        assert_eq!(fs::read_dir(place.join(folder)).expect("a folder").count(), 2, "nothing else is left");
    }
    // A file of someone else is reported under the path that was typed.
    place.write("versies/een/CNAME", "dorp.example");
    let ran = build(site.path(), &link);
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(ran.said().contains(link.to_str().expect("a path")), "{}", ran.said());
}

#[cfg(unix)]
#[test]
fn a_link_into_the_folder_of_another_village_is_not_followed() {
    let place = Folder::new();
    for (path, text) in VILLAGE {
        place.write(&format!("aa/{path}"), text);
        place.write(&format!("bee/{path}"), text);
    }
    let (own, other) = (place.join("aa/public"), place.join("bee/public"));
    assert_eq!(build(&place.join("bee"), &other).code, 0);
    std::os::unix::fs::symlink("../bee/public", &own).expect("a link");
    place.write("aa/paginas/historie.md", "---\ntitel: Historie\n---\n\nVan een ander.\n");
    let before = tree(&other);
    let ran = build(&place.join("aa"), &own);
    assert!(
        ran.code == 2 && ran.said().contains("is een snelkoppeling naar een andere plek"),
        "{}",
        ran.said()
    );
    assert_eq!(tree(&other), before);
    assert!(own.is_symlink(), "the link is not ours to remove");
    // A link within the village itself is followed.
    fs::remove_file(&own).expect("a link");
    std::os::unix::fs::symlink("uit", &own).expect("a link");
    assert_eq!(build(&place.join("aa"), &own).code, 0);
    assert!(place.join("aa/uit/historie/index.html").is_file());
}

#[test]
fn a_manifest_from_a_stranger_deletes_nothing_outside_the_site() {
    let place = Folder::new();
    let site = place.join("dorp");
    for (path, text) in VILLAGE {
        place.write(&format!("dorp/{path}"), text);
    }
    place.write("brief.txt", "belangrijk");
    let outside = place.join("brief.txt");
    for path in ["../../../brief.txt", outside.to_str().expect("a path"), "public/../../../../brief.txt"] {
        let _ = fs::remove_dir_all(site.join("public"));
        let list = serde_json::json!({ "dorpsplein": 1, "entries": {}, "files": { path: [10, "0000000000000000"] } });
        place.write("dorp/public/dorpsplein-manifest.json", list.to_string());
        let ran = build(&site, &site.join("public"));
        assert_eq!(place.read("brief.txt"), "belangrijk", "{path}: {}", ran.said());
        assert_eq!(ran.code, 0, "{path}: {}", ran.said());
        assert!(site.join("public/index.html").exists(), "a clean site is there");
    }
}

#[test]
fn with_an_invalid_manifest_no_file_counts_as_ours() {
    let site = Folder::with(VILLAGE);
    let output = site.join("public");
    let list = r#"{"dorpsplein":1,"files":{"brief.txt":[10,"0000000000000000"],"../site.yaml":[1,"0000000000000000"]}}"#;
    site.write("public/brief.txt", "belangrijk");
    for list in [list, "<<<<<<< HEAD\n{\"dorpsplein\":1}\n"] {
        site.write("public/dorpsplein-manifest.json", list);
        let ran = build(site.path(), &output);
        assert_eq!(ran.code, 2, "{}", ran.said());
        assert!(ran.said().contains("is beschadigd") && ran.said().contains("brief.txt"), "{}", ran.said());
        assert_eq!(site.read("public/brief.txt"), "belangrijk");
    }
}

#[test]
fn leftovers_after_the_swap_are_not_a_failure() {
    let site = Folder::with(VILLAGE);
    let output = site.join("public");
    // A manifest that has a folder among its files: it cannot be deleted as one.
    let files = r#"{"map":[1,"0000000000000000"],"map/brief.txt":[1,"0000000000000000"]}"#;
    site.write("public/dorpsplein-manifest.json", format!(r#"{{"dorpsplein":1,"files":{files}}}"#));
    site.write("public/map/brief.txt", "van ons");
    let ran = build(site.path(), &output);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(output.join("index.html").exists() && !output.join("map").exists());
    assert!(!site.join(".dorpsplein-public").exists(), "no work folder is left");
}

#[test]
fn foreign_files_in_an_interrupted_build_are_restored_and_reported() {
    let site = Folder::with(VILLAGE);
    let output = site.join("public");
    assert_eq!(build(site.path(), &output).code, 0);
    copy_tree(&output, &site.join(".dorpsplein-public/gone"));
    site.write(".dorpsplein-public/gone/agenda/.DS_Store", "finder");
    site.write(".dorpsplein-public/gone/agenda/brief.txt", "belangrijk");
    let ran = build(site.path(), &output);
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(ran.said().contains("brief.txt"), "{}", ran.said());
    assert_eq!(site.read("public/agenda/brief.txt"), "belangrijk");
    assert!(!site.join(".dorpsplein-public").exists(), "no work folder is left");
    fs::remove_file(output.join("agenda/brief.txt")).expect("it came back");
    assert_eq!(build(site.path(), &output).code, 0);
    assert_eq!(site.read("public/agenda/.DS_Store"), "finder");
}

#[test]
fn files_of_the_operating_system_are_carried_over() {
    let site = Folder::with(VILLAGE);
    let output = site.join("public");
    assert_eq!(build(site.path(), &output).code, 0);
    site.write("public/agenda/.DS_Store", "finder");
    site.write("paginas/nieuw.md", "# Nieuw\n\nTekst.\n");
    let ran = build(site.path(), &output);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert_eq!(site.read("public/agenda/.DS_Store"), "finder");
    assert!(site.join("public/nieuw/index.html").exists());
}

#[test]
fn sources_and_output_are_kept_apart() {
    let site = Folder::with(VILLAGE);
    for output in [".", "agenda", "agenda/uit", "media/uit", "..", "thema"] {
        let ran = build(site.path(), &site.join(output));
        assert_eq!(ran.code, 2, "{output}: {}", ran.said());
    }
    assert_eq!(tree(site.path()).len(), VILLAGE.len());
}

#[test]
fn removed_pages_are_deleted() {
    let site = Folder::with(VILLAGE);
    let output = site.join("public");
    assert_eq!(build(site.path(), &output).code, 0);
    assert!(output.join("historie/index.html").exists());
    fs::remove_file(site.join("paginas/historie.md")).expect("removed");
    assert_eq!(build(site.path(), &output).code, 0);
    assert!(!output.join("historie").exists());
}

#[test]
fn unchanged_files_keep_their_modification_time() {
    let site = Folder::with(VILLAGE);
    let output = site.join("public");
    assert_eq!(build(site.path(), &output).code, 0);
    let times = || -> BTreeMap<String, std::time::SystemTime> {
        let files = tree(&output).into_keys();
        files
            .map(|name| {
                (
                    name.clone(),
                    fs::metadata(output.join(&name)).and_then(|data| data.modified()).expect("a time"),
                )
            })
            .collect()
    };
    let before = times();
    thread::sleep(Duration::from_millis(20));
    site.write("paginas/historie.md", "---\ntitel: Historie\n---\n\n## Begin\n\nNog langer geleden.\n");
    assert_eq!(build(site.path(), &output).code, 0);
    let after = times();
    let changed: Vec<&String> =
        after.iter().filter(|(name, time)| before.get(*name) != Some(time)).map(|(name, _)| name).collect();
    // Its words in the search index change too, but not the search page.
    let expected = [
        "dorp.json",
        "dorpsplein-manifest.json",
        "historie/index.html",
        "zoeken/index-0.json",
        "zoeken/typo-0.json",
    ];
    assert_eq!(changed, expected);
}

#[test]
fn with_an_error_nothing_is_published() {
    let site = Folder::with(VILLAGE);
    let output = site.join("public");
    site.write("agenda/fout.md", "---\ntitel: Fout\ndatum: gisteren\n---\n");
    assert_eq!(build(site.path(), &output).code, 1);
    assert!(!output.exists());
    let left = fs::read_dir(site.path())
        .expect("a folder")
        .any(|entry| entry.expect("an entry").file_name().to_string_lossy().starts_with('.'));
    assert!(!left, "no work folder is left");
}

#[test]
fn a_page_that_cannot_be_rendered_keeps_the_old_site() {
    let site = Folder::with(VILLAGE);
    let output = site.join("public");
    assert_eq!(build(site.path(), &output).code, 0);
    let before = tree(&output);
    site.write(
        "thema/templates/page.html",
        "{% extends \"base.html\" %}{% block content %}{{ entry.bestaat_niet }}{% endblock %}",
    );
    let ran = build(site.path(), &output);
    assert_eq!(ran.code, 1, "{}", ran.said());
    assert!(ran.said().contains("thema/templates/page.html:1"), "{}", ran.said());
    assert_eq!(tree(&output), before);
}
