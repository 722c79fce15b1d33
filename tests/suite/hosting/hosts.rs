//! A site fits its host: limits are checked first, the host gets files it reads, lost addresses are named.

use std::fs;

use crate::support::{Folder, Ran, TODAY, VILLAGE, build, check, run, tree};

const LARGE: u64 = 25 * 1024 * 1024 + 1;

/// Returns a village on a host, with two old addresses.
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

/// Writes a sparse file: large in size, small on disk.
fn large(site: &Folder, path: &str, bytes: u64) {
    site.write(path, "");
    let file = fs::File::options().write(true).open(site.join(path)).expect("a file");
    file.set_len(bytes).expect("a sparse file");
}

#[test]
fn only_hosts_that_read_control_files_get_them() {
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
        // Redirect pages work on every host, whatever files it reads.
        assert!(site.join("public/nieuws/zetels/index.html").exists(), "{host}");
        assert!(site.join("public/oud/stoelen.html").exists(), "{host}");
    }
}

#[test]
fn redirects_are_written_in_the_form_that_each_host_reads() {
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
fn headers_name_every_calendar_on_hosts_without_rules_for_endings() {
    let site = on("netlify", "https://testdorp.example");
    built(&site);
    let headers = site.read("public/_headers");
    let calendars = tree(&site.join("public")).into_keys().filter(|path| path.ends_with(".ics"));
    for path in calendars {
        let rule = format!("\n/{path}\n  Content-Type: text/calendar; charset=utf-8\n");
        assert!(headers.contains(&rule), "{path}: {headers}");
    }
    assert!(!headers.contains("/*.ics"), "{headers}");
    // When two rules set the same header differently, some hosts send both.
    assert_eq!(headers.matches("Cache-Control").count(), 2, "{headers}");
}

#[test]
fn control_files_are_removed_when_the_host_no_longer_reads_them() {
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
fn a_site_that_the_host_would_refuse_is_not_published() {
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
        // The folder `.dorpsplein` itself is the cache, and stays.
        entry.as_ref().expect("an entry").file_name().to_string_lossy().starts_with(".dorpsplein-")
    });
    assert_eq!(left.count(), 0, "no working folder is left");
}

#[test]
fn a_site_can_be_checked_for_another_host() {
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
fn the_host_option_overrides_the_host_in_the_settings() {
    let site = on("neocities", "https://testdorp.example");
    site.write("documenten/dorpsvisie.docx", "PK");
    assert_eq!(check(site.path()).code, 1);
    assert_eq!(check_with(&site, &["--host", "codeberg"]).code, 0);
}

#[test]
fn old_addresses_beyond_the_limit_of_a_host_are_reported() {
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

/// Returns a village whose hall was renamed after it was published.
fn renamed() -> Folder {
    let site = Folder::with(VILLAGE);
    built(&site);
    let hall = site.read("locaties/dorpshuis.md");
    fs::remove_file(site.join("locaties/dorpshuis.md")).expect("it exists");
    site.write("locaties/de-brink.md", hall);
    for path in ["organisaties/dorpsraad.md", "agenda/koffie.md"] {
        site.write(path, site.read(path).replace("locatie: dorpshuis", "locatie: de-brink"));
    }
    site.write("agenda/koffie.md", site.read("agenda/koffie.md").replace("dorpshuis.md", "de-brink.md"));
    site
}

#[test]
fn a_renamed_entry_is_reported_with_the_line_to_add() {
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
fn adding_the_suggested_line_is_enough() {
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
fn pages_that_come_and_go_by_date_are_not_reported() {
    let site = Folder::with(VILLAGE);
    built(&site);
    // Half a year later, other days and months have pages, and the last day of the news item has passed.
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
fn the_previous_manifest_can_be_given_as_an_option() {
    let site = renamed();
    let list = site.read("public/dorpsplein-manifest.json");
    fs::remove_dir_all(site.join("public")).expect("it exists");
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
    fs::remove_file(&path).expect("it exists");
    let without = check_with(&site, &option);
    assert_eq!(without.code, 0, "{}", without.said());
    assert!(
        without.said().contains("is geen lijst van wat er de vorige keer op de site stond"),
        "{}",
        without.said()
    );
}

#[test]
fn a_manifest_without_entries_gives_no_warnings() {
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
