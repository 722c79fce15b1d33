//! A host is told of before it refuses, gets the files it reads and no others, and no old address dies unsaid.

use std::fs;

use crate::support::{Folder, Ran, TODAY, VILLAGE, build, check, run, tree};

const LARGE: u64 = 25 * 1024 * 1024 + 1;

/// A village on a host, with two old addresses.
fn on(host: &str, web_address: &str) -> Folder {
    let site = Folder::with(VILLAGE);
    site.write("site.yaml", format!("naam: Testdorp\nwebadres: {web_address}\nhost: {host}\n"));
    site.write(
        "nieuws/2026-11-20-stoelen.md",
        "---\ntitel: Nieuwe stoelen\nvoorheen: [zetels, /oud/stoelen.html]\n---\n\nEr zijn nieuwe stoelen.\n",
    );
    site
}

fn built(site: &Folder) {
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
}

fn check_with(site: &Folder, options: &[&str]) -> Ran {
    let arguments = ["check", site.path().to_str().expect("a path"), "--today", TODAY];
    run(&[&arguments[..], options].concat())
}

/// A file that is large to look at and small on the disk.
fn large(site: &Folder, path: &str, bytes: u64) {
    site.write(path, "");
    let file = fs::File::options().write(true).open(site.join(path)).expect("a file");
    file.set_len(bytes).expect("a sparse file");
}

#[test]
fn only_hosts_that_read_them_get_their_files() {
    for (host, headers, redirects) in [
        ("github", false, false),
        ("gitlab", false, true),
        ("codeberg", false, false),
        ("cloudflare", true, true),
        ("netlify", true, true),
        ("neocities", false, false),
        ("map", false, false),
    ] {
        let site = on(host, "https://testdorp.example");
        built(&site);
        assert_eq!(site.join("public/_headers").exists(), headers, "{host}");
        assert_eq!(site.join("public/_redirects").exists(), redirects, "{host}");
        // Whatever the host reads, the small pages work everywhere.
        assert!(site.join("public/nieuws/zetels/index.html").exists(), "{host}");
        assert!(site.join("public/oud/stoelen.html").exists(), "{host}");
    }
}

#[test]
fn rules_are_written_as_each_host_reads_them() {
    let rules = |host: &str, web_address: &str| {
        let site = on(host, web_address);
        built(&site);
        site.read("public/_redirects")
    };
    assert_eq!(
        rules("cloudflare", "https://testdorp.example"),
        "/nieuws/zetels/ /nieuws/stoelen/ 301\n/oud/stoelen.html /nieuws/stoelen/ 301\n"
    );
    assert_eq!(
        rules("netlify", "https://testdorp.example"),
        "/nieuws/zetels/ /nieuws/stoelen/ 301!\n/oud/stoelen.html /nieuws/stoelen/ 301!\n"
    );
    assert_eq!(
        rules("gitlab", "https://naam.gitlab.io/dorp"),
        "/dorp/nieuws/zetels/ /dorp/nieuws/stoelen/ 301\n/dorp/oud/stoelen.html /dorp/nieuws/stoelen/ 301\n"
    );
    assert!(rules("gitlab", "https://testdorp.example").starts_with("/nieuws/zetels/ "));
}

#[test]
fn headers_name_every_calendar_where_endings_are_not_known() {
    let site = on("netlify", "https://testdorp.example");
    built(&site);
    let headers = site.read("public/_headers");
    let calendars = tree(&site.join("public")).into_keys().filter(|path| path.ends_with(".ics"));
    for path in calendars {
        let rule = format!("\n/{path}\n  Content-Type: text/calendar; charset=utf-8\n");
        assert!(headers.contains(&rule), "{path}: {headers}");
    }
    assert!(!headers.contains("/*.ics"), "{headers}");
    // Two rules that say something different of the same: some hosts say both.
    assert_eq!(headers.matches("Cache-Control").count(), 2, "{headers}");
}

#[test]
fn control_files_are_in_the_list_of_what_we_wrote() {
    let site = on("cloudflare", "https://testdorp.example");
    built(&site);
    let first = tree(&site.join("public"));
    built(&site);
    assert!(tree(&site.join("public")) == first, "a second build changes nothing");
    site.write("site.yaml", "naam: Testdorp\nhost: github\n");
    built(&site);
    assert!(!site.join("public/_headers").exists() && !site.join("public/_redirects").exists());
}

#[test]
fn what_the_host_certainly_refuses_is_not_published() {
    let site = on("cloudflare", "https://testdorp.example");
    built(&site);
    let before = tree(&site.join("public"));
    large(&site, "documenten/dorpsvisie.pdf", LARGE);
    for ran in [check(site.path()), build(site.path(), &site.join("public"))] {
        let said = ran.said();
        assert_eq!(ran.code, 1, "{said}");
        assert!(said.contains("fout: 'documenten/dorpsvisie.pdf' is 25,1 MB groot"), "{said}");
        assert!(said.contains("host: github"), "{said}");
    }
    assert!(tree(&site.join("public")) == before, "the last good site stays");
    let left = fs::read_dir(site.path()).expect("a folder").filter(|entry| {
        // The folder `.dorpsplein` itself holds what was looked at, and stays.
        entry.as_ref().expect("an entry").file_name().to_string_lossy().starts_with(".dorpsplein-")
    });
    assert_eq!(left.count(), 0, "no work folder is left");
}

#[test]
fn another_host_can_be_asked_about() {
    let site = Folder::with(VILLAGE);
    site.write("documenten/dorpsvisie.docx", "PK");
    assert_eq!(check(site.path()).code, 0);
    let asked = check_with(&site, &["--host", "neocities"]);
    assert_eq!(asked.code, 1, "{}", asked.said());
    assert!(asked.said().contains("die op .docx eindigen"), "{}", asked.said());
    assert_eq!(check_with(&site, &["--host", "github.io"]).code, 0);
    let json = check_with(&site, &["--host", "neocities", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(document["remarks"][0]["code"], "host-ending-refused");
    assert_eq!(document["remarks"][0]["file"], "documenten/dorpsvisie.docx");
    let unknown = check_with(&site, &["--host", "geocities"]);
    assert_eq!(unknown.code, 64, "{}", unknown.said());
    assert!(unknown.said().contains("kies uit: github, gitlab"), "{}", unknown.said());
}

#[test]
fn the_host_that_is_asked_about_goes_before_that_of_the_settings() {
    let site = on("neocities", "https://testdorp.example");
    site.write("documenten/dorpsvisie.docx", "PK");
    assert_eq!(check(site.path()).code, 1);
    assert_eq!(check_with(&site, &["--host", "codeberg"]).code, 0);
}

#[test]
fn more_old_addresses_than_a_host_reads() {
    let site = on("gitlab", "https://testdorp.example");
    let former: Vec<String> = (0..999).map(|number| format!("oud-{number}")).collect();
    site.write(
        "paginas/historie.md",
        format!("---\ntitel: Historie\nvoorheen: [{}]\n---\n\nLang geleden.\n", former.join(", ")),
    );
    let ran = build(site.path(), &site.join("public"));
    let said = ran.said();
    assert_eq!(ran.code, 0, "{said}");
    assert!(said.contains("van 1.001 oude adressen stuurt GitLab Pages er zelf 1.000 door"), "{said}");
    assert_eq!(site.read("public/_redirects").lines().count(), 1_000);
    let stubs = (0..999).filter(|number| site.join(&format!("public/oud-{number}/index.html")).exists());
    assert_eq!(stubs.count(), 999);
    let json = check_with(&site, &["--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&json.out).expect("JSON");
    assert_eq!(document["remarks"][0]["code"], "host-too-many-redirects");
}

/// A village whose hall was renamed after it was published.
fn renamed() -> Folder {
    let site = Folder::with(VILLAGE);
    built(&site);
    let hall = site.read("locaties/dorpshuis.md");
    fs::remove_file(site.join("locaties/dorpshuis.md")).expect("it was there");
    site.write("locaties/de-brink.md", hall);
    for path in ["organisaties/dorpsraad.md", "agenda/koffie.md"] {
        site.write(path, site.read(path).replace("locatie: dorpshuis", "locatie: de-brink"));
    }
    site.write("agenda/koffie.md", site.read("agenda/koffie.md").replace("dorpshuis.md", "de-brink.md"));
    site
}

#[test]
fn a_renamed_entry_is_told_with_what_to_write() {
    let site = renamed();
    for ran in [check(site.path()), build(site.path(), &site.join("public"))] {
        let said = ran.said();
        assert_eq!(ran.code, 0, "{said}");
        assert!(said.contains("/locaties/dorpshuis/ ('Dorpshuis') stond op de site"), "{said}");
        assert!(said.contains("locaties/de-brink.md") && said.contains("voorheen: dorpshuis"), "{said}");
        assert_eq!(said.matches("stond op de site").count(), 1, "{said}");
    }
}

#[test]
fn what_was_written_as_told_is_enough() {
    let site = renamed();
    let hall = site.read("locaties/de-brink.md");
    site.write("locaties/de-brink.md", hall.replace("soort:", "voorheen: dorpshuis\nsoort:"));
    let said = check(site.path()).said();
    assert!(!said.contains("stond op de site"), "{said}");
    site.write("locaties/de-brink.md", hall);
    site.write("site.yaml", format!("{}vervallen: /locaties/dorpshuis/\n", site.read("site.yaml")));
    let said = check(site.path()).said();
    assert!(!said.contains("stond op de site"), "{said}");
}

#[test]
fn what_comes_and_goes_by_itself_is_not_told() {
    let site = Folder::with(VILLAGE);
    built(&site);
    // Half a year later other days and months have a page, and the news has another last day.
    let news = site.read("nieuws/2026-11-20-stoelen.md");
    site.write(
        "nieuws/2026-11-20-stoelen.md",
        news.replace("onderwerpen: dorpsraad", "publiceren_tot: 2026-12-31"),
    );
    let path = site.path().to_str().expect("a path");
    let ran = run(&["build", path, "--today", "2027-05-01"]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(!site.join("public/nieuws/stoelen/index.html").exists(), "its last day has passed");
    assert!(!ran.said().contains("stond op de site"), "{}", ran.said());
}

#[test]
fn the_list_of_the_last_time_may_come_from_the_web() {
    let site = renamed();
    let list = site.read("public/dorpsplein-manifest.json");
    fs::remove_dir_all(site.join("public")).expect("it was there");
    assert!(!check(site.path()).said().contains("stond op de site"));
    let elsewhere = Folder::new();
    elsewhere.write("vorige.json", list);
    let path = elsewhere.join("vorige.json");
    let option = ["--published", path.to_str().expect("a path")];
    let said = check_with(&site, &option).said();
    assert!(said.contains("/locaties/dorpshuis/ ('Dorpshuis') stond op de site"), "{said}");
    let built =
        run(&[&["build", site.path().to_str().expect("a path"), "--today", TODAY], &option[..]].concat());
    assert_eq!(built.code, 0, "{}", built.said());
    assert!(built.said().contains("stond op de site"), "{}", built.said());
    fs::remove_file(&path).expect("it was there");
    let without = check_with(&site, &option);
    assert_eq!(without.code, 0, "{}", without.said());
    assert!(
        without.said().contains("is geen lijst van wat er de vorige keer op de site stond"),
        "{}",
        without.said()
    );
}

#[test]
fn a_list_of_before_entries_were_listed_says_nothing() {
    let site = renamed();
    let list = site.read("public/dorpsplein-manifest.json");
    let mut document: serde_json::Value = serde_json::from_str(&list).expect("JSON");
    assert_eq!(document["entries"]["/locaties/dorpshuis/"], "Dorpshuis");
    document.as_object_mut().expect("an object").remove("entries");
    site.write("public/dorpsplein-manifest.json", document.to_string());
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(!ran.said().contains("stond op de site"), "{}", ran.said());
}
