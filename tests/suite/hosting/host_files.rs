//! From a village folder to the internet: each host gets its files, and nothing that people wrote is lost.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{Folder, Ran, TODAY, VILLAGE, build, check, program, run, tree};

/// Every host, with the files it needs besides the guide.
const HOSTS: &[(&str, &[&str])] = &[
    ("github", &[".github/workflows/dorpsplein.yml"]),
    ("gitlab", &[".gitlab-ci.yml"]),
    ("codeberg", &[".forgejo/workflows/dorpsplein.yml"]),
    ("cloudflare", &[".github/workflows/dorpsplein.yml"]),
    ("netlify", &[".github/workflows/dorpsplein.yml", "netlify.toml"]),
    ("neocities", &[".github/workflows/dorpsplein.yml"]),
    ("map", &[]),
];

const CHECKSUM: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

fn path(folder: &Folder) -> String {
    folder.path().to_str().expect("a path").to_owned()
}

fn set(folder: &Folder, host: &str, more: &[&str]) -> Ran {
    let site = path(folder);
    run(&[&["host", "kies", host, &site, "--controlegetal", CHECKSUM], more].concat())
}

/// Returns the test village in English.
fn english() -> Folder {
    Folder::with(&[("site.yaml", "name: Testdorp\nlanguage: en\nbase_url: https://testdorp.example\n")])
}

#[test]
fn every_host_gets_its_files_in_the_language_of_the_site() {
    for (host, files) in HOSTS {
        for (folder, guide, begins) in [
            (Folder::with(VILLAGE), "PUBLICEREN.md", "# Dit bestand "),
            (english(), "PUBLISHING.md", "# This file "),
        ] {
            let before = tree(folder.path()).len();
            let ran = set(&folder, host, &[]);
            assert_eq!(ran.code, 0, "{host}: {}", ran.said());
            assert!(ran.err.contains(guide), "{host}: {}", ran.err);
            assert_eq!(tree(folder.path()).len(), before + files.len() + 1, "{host}");
            assert!(folder.read(guide).starts_with("# "), "{host}");
            for file in *files {
                let text = folder.read(file);
                assert!(text.starts_with(begins), "{host} {file}: {text}");
                let sentences =
                    text.lines().take(3).all(|line| line.starts_with("# ") && line.ends_with('.'));
                assert!(sentences, "{host} {file} begins with three sentences: {text}");
                assert!(!text.contains("{nl:") && !text.contains("{fetch}"), "{host} {file}: {text}");
            }
        }
    }
}

#[test]
fn what_a_host_runs_is_pinned_by_version_and_checksum() {
    for (host, files) in HOSTS.iter().filter(|(_, files)| !files.is_empty()) {
        let folder = Folder::with(VILLAGE);
        set(&folder, host, &[]);
        let text: String = files.iter().map(|file| folder.read(file)).collect();
        assert!(text.contains(CHECKSUM), "{host}: {text}");
        assert!(text.contains(&format!("v{}", env!("CARGO_PKG_VERSION"))), "{host}: {text}");
        let uses = text.lines().filter_map(|line| line.split_once("uses: ")).map(|(_, action)| action);
        for action in uses {
            let (_, commit) = action.split_once('@').expect("a version");
            let (commit, version) = commit.split_once(" # v").expect("a version for people");
            assert!(commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()), "{action}");
            assert!(!version.is_empty(), "{action}");
        }
    }
}

#[test]
fn a_new_village_can_start_with_a_host() {
    for (host, files) in HOSTS {
        let place = Folder::new();
        let village = place.join("Sint-Jansklooster");
        let ran = run(&["nieuw", village.to_str().expect("a path"), "--host", host, "--vandaag", TODAY]);
        assert_eq!(ran.code, 0, "{host}: {}", ran.said());
        assert_eq!(check(&village).err, "geen opmerkingen: deze site kan gemaakt worden\n", "{host}");
        assert_eq!(build(&village, &village.join("public")).code, 0, "{host}");
        assert!(files.iter().all(|file| village.join(file).exists()), "{host}");
        let settings = fs::read_to_string(village.join("site.yaml")).expect("settings");
        assert!(settings.ends_with(&format!("host: {host}\n")), "{settings}");
    }
}

#[test]
fn choosing_a_host_changes_only_its_own_line_in_the_settings() {
    let before =
        "# Van ons\r\nnaam:   \"Testdorp\"   # zo heet het\r\n\r\nwebadres: https://testdorp.example\r\n";
    let folder = Folder::with(&[("site.yaml", before)]);
    assert_eq!(set(&folder, "github", &[]).code, 0);
    assert_eq!(folder.read("site.yaml"), format!("{before}host: github\r\n"));
    assert_eq!(set(&folder, "gitlab", &[]).code, 0);
    assert_eq!(folder.read("site.yaml"), format!("{before}host: gitlab\r\n"));
}

#[test]
fn choosing_the_same_host_again_changes_nothing() {
    for (host, _) in HOSTS {
        let folder = Folder::with(VILLAGE);
        set(&folder, host, &[]);
        let once = tree(folder.path());
        let again = set(&folder, host, &[]);
        assert_eq!((again.code, tree(folder.path()) == once), (0, true), "{host}: {}", again.said());
        assert!(again.err.contains("was al goed"), "{host}: {}", again.err);
    }
}

#[test]
fn changes_made_by_hand_are_not_overwritten() {
    let folder = Folder::with(VILLAGE);
    let file = ".github/workflows/dorpsplein.yml";
    set(&folder, "github", &[]);
    let own = folder.read(file).replace("timeout-minutes: 15", "timeout-minutes: 25");
    folder.write(file, &own);
    let ran = set(&folder, "github", &[]);
    assert_eq!((ran.code, folder.read(file) == own), (1, true), "{}", ran.said());
    assert!(
        ran.err.contains(&format!("niet veranderd: {file}")) && ran.err.contains("--toch"),
        "{}",
        ran.err
    );
    let ran = set(&folder, "github", &["--toch"]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(!folder.read(file).contains("timeout-minutes: 25"));
}

#[test]
fn a_file_from_another_program_is_not_overwritten() {
    let folder = Folder::with(VILLAGE);
    folder.write(".gitlab-ci.yml", "test:\n  script: echo\n");
    let ran = set(&folder, "gitlab", &[]);
    assert_eq!(
        (ran.code, folder.read(".gitlab-ci.yml").as_str()),
        (1, "test:\n  script: echo\n"),
        "{}",
        ran.said()
    );
}

#[test]
fn an_outdated_file_is_rewritten() {
    let folder = Folder::with(VILLAGE);
    set(&folder, "gitlab", &[]);
    let site = path(&folder);
    let other = CHECKSUM.replace('0', "f");
    let ran = run(&["host", "set", "gitlab", &site, "--checksum", &other]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.err.contains("vernieuwd: .gitlab-ci.yml"), "{}", ran.err);
    assert!(folder.read(".gitlab-ci.yml").contains(&other));
}

#[test]
fn windows_line_endings_do_not_count_as_a_change() {
    let folder = Folder::with(VILLAGE);
    set(&folder, "gitlab", &[]);
    folder.write(".gitlab-ci.yml", folder.read(".gitlab-ci.yml").replace('\n', "\r\n"));
    assert_eq!(set(&folder, "gitlab", &[]).code, 0);
}

#[test]
fn files_of_the_previous_host_are_reported_and_kept() {
    let folder = Folder::with(VILLAGE);
    set(&folder, "gitlab", &[]);
    let ran = set(&folder, "github", &[]);
    assert!(ran.err.contains("gooi .gitlab-ci.yml weg"), "{}", ran.err);
    assert!(folder.join(".gitlab-ci.yml").exists());
    assert!(!set(&folder, "github", &[]).err.contains("gooi PUBLICEREN.md"));
}

#[test]
fn edited_files_of_the_previous_host_are_reported_by_name() {
    let folder = Folder::with(VILLAGE);
    set(&folder, "netlify", &[]);
    // With the marker, with the marker elsewhere in the file, and without it.
    let marked = format!("{}# van Riet\n", folder.read("netlify.toml"));
    for changed in [marked.clone(), format!("# van Riet\n{marked}"), "# van Riet\n[build]\n".to_owned()] {
        folder.write("site.yaml", folder.read("site.yaml").replace("host: gitlab", "host: netlify"));
        folder.write("netlify.toml", &changed);
        let ran = set(&folder, "gitlab", &[]);
        assert_eq!(ran.code, 0, "{}", ran.said());
        assert!(ran.err.contains("let op: netlify.toml is nog van de vorige plek"), "{}", ran.err);
        assert!(ran.err.contains("gooi .github/workflows/dorpsplein.yml weg"), "{}", ran.err);
        assert_eq!(folder.read("netlify.toml"), changed);
    }
    // A file that was never written for this site is not mentioned.
    let other = Folder::with(VILLAGE);
    other.write("netlify.toml", "[build]\n");
    assert!(!set(&other, "gitlab", &[]).err.contains("netlify.toml"));
}

/// A partial change would leave the guide of one host beside the settings of another.
#[test]
fn one_edited_file_stops_the_whole_change() {
    let folder = Folder::with(VILLAGE);
    set(&folder, "github", &[]);
    folder.write("PUBLICEREN.md", format!("{}Het wachtwoord ligt bij Riet.\n", folder.read("PUBLICEREN.md")));
    let before = tree(folder.path());
    let ran = set(&folder, "gitlab", &[]);
    assert_eq!(ran.code, 1, "{}", ran.said());
    assert!(ran.err.contains("PUBLICEREN.md") && ran.err.contains("er is niets veranderd"), "{}", ran.err);
    assert_eq!(tree(folder.path()), before);
}

#[test]
fn a_village_in_a_subfolder_of_a_repository_is_reported() {
    let all =
        Folder::with(&[(".git/HEAD", "ref: refs/heads/main\n"), ("dorp/site.yaml", "naam: Testdorp\n")]);
    let site = all.join("dorp");
    let ran = run(&["host", "kies", "github", site.to_str().expect("a path"), "--controlegetal", CHECKSUM]);
    assert!(ran.err.contains("kijkt alleen in de bovenste map"), "{}", ran.err);
    let ran = run(&["host", "kies", "map", site.to_str().expect("a path")]);
    assert!(!ran.err.contains("bovenste map"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_outside_the_village_folder() {
    let (folder, elsewhere) = (Folder::with(VILLAGE), Folder::new());
    std::os::unix::fs::symlink(elsewhere.path(), folder.join(".github")).expect("a link");
    let ran = set(&folder, "github", &[]);
    assert_eq!((ran.code, tree(elsewhere.path()).len()), (2, 0), "{}", ran.said());
}

#[test]
fn an_unreleased_program_warns_that_its_checksum_is_unknown() {
    let folder = Folder::with(VILLAGE);
    let ran = run(&["host", "kies", "github", &path(&folder)]);
    let is_release = option_env!("DORPSPLEIN_LINUX_SHA256").is_some();
    assert_eq!(ran.err.contains("--controlegetal"), !is_release, "{}", ran.err);
    assert_eq!(
        folder.read(".github/workflows/dorpsplein.yml").contains("CHECKSUM: \"onbekend\""),
        !is_release
    );
}

#[test]
fn a_folder_without_a_village_is_refused() {
    let folder = Folder::new();
    let ran = set(&folder, "github", &[]);
    assert_eq!((ran.code, tree(folder.path()).len()), (2, 0), "{}", ran.said());
    assert!(ran.err.contains("site.yaml"), "{}", ran.err);
}

#[test]
fn settings_to_which_no_line_can_be_added_are_left_alone() {
    let folder = Folder::with(&[("site.yaml", "{naam: Testdorp, taal: nl}\n")]);
    let ran = set(&folder, "github", &[]);
    assert_eq!((ran.code, tree(folder.path()).len()), (2, 1), "{}", ran.said());
    assert!(ran.err.contains("host: github"), "{}", ran.err);
}

#[test]
fn every_host_is_explained_in_both_languages() {
    for (host, _) in HOSTS {
        let dutch = run(&["host", "uitleg", host]);
        let english = program().args(["host", "explain", host]).env("LANG", "en_GB.UTF-8").output();
        let english = Ran::of(english.expect("it runs"));
        for (ran, domain) in [(&dutch, "## Een eigen domein"), (&english, "## A domain of your own")] {
            assert_eq!(ran.code, 0, "{host}");
            assert!(ran.out.contains(domain) && ran.out.contains("\n1. "), "{host}: {}", ran.out);
            assert!(!ran.out.contains('{'), "{host}: {}", ran.out);
        }
        assert_eq!(dutch.out.matches("\n## ").count(), english.out.matches("\n## ").count(), "{host}");
    }
}

#[test]
fn an_unknown_host_is_reported_with_the_known_ones() {
    let ran = run(&["host", "kies", "gihub"]);
    assert_eq!(ran.code, 64);
    assert!(ran.err.contains("bedoel je: github?") && ran.err.contains("neocities"), "{}", ran.err);
}

/// Builds a site as if on GitHub; also returns the sitemap.
fn build_on_github(site: &Path, more: &[&str]) -> (Ran, String) {
    let output = site.join("public");
    let mut command: Command = program();
    command.args(["build", site.to_str().expect("a path"), "--today", TODAY]).args(more);
    command.env("GITHUB_ACTIONS", "true").env("GITHUB_SERVER_URL", "https://github.com");
    let ran = Ran::of(command.env("GITHUB_REPOSITORY", "Testdorp/site").output().expect("it runs"));
    (ran, fs::read_to_string(output.join("sitemap.xml")).unwrap_or_default())
}

#[test]
fn the_host_supplies_the_address_when_nothing_else_does() {
    let nowhere = "naam: Testdorp\nomschrijving: Een dorp.\n";
    let folder = Folder::with(VILLAGE);
    folder.write("site.yaml", nowhere);
    let (ran, sitemap) = build_on_github(folder.path(), &[]);
    assert!(ran.err.contains("adres: https://testdorp.github.io/site/ (van GitHub)"), "{}", ran.said());
    assert!(sitemap.contains("<loc>https://testdorp.github.io/site/"), "{sitemap}");

    let (ran, sitemap) = build_on_github(folder.path(), &["--webadres", "https://elders.example"]);
    assert!(!ran.err.contains("adres:") && sitemap.contains("https://elders.example/"), "{}", ran.said());

    folder.write("site.yaml", format!("{nowhere}webadres: https://testdorp.example\n"));
    let (ran, sitemap) = build_on_github(folder.path(), &[]);
    assert!(!ran.err.contains("adres:") && sitemap.contains("https://testdorp.example/"), "{}", ran.said());

    folder.write("site.yaml", format!("{nowhere}host: neocities\n"));
    let (ran, sitemap) = build_on_github(folder.path(), &[]);
    assert!(
        !ran.err.contains("adres:") && !sitemap.contains("github.io"),
        "GitHub only builds this site: {}",
        ran.said()
    );
}
