//! Broken and hostile input: the user gets a message that names the file, the right exit code, and keeps
//! everything that was there before.

#[cfg(unix)]
use std::fs;
use std::time::Instant;

use crate::support::{Folder, Ran, VILLAGE, build, check, run, tree, within};
#[cfg(target_os = "linux")]
use crate::support::{not_tried, when_there};

/// Builds a good site, adds something bad, builds again: the words are in the message, the site stays.
fn reports_and_keeps_the_site(bad: impl FnOnce(&Folder), words: &[&str]) -> Ran {
    let site = Folder::with(VILLAGE);
    let output = site.join("public");
    assert_eq!(build(site.path(), &output).code, 0);
    let before = tree(&output);
    bad(&site);
    let started = Instant::now();
    let ran = build(site.path(), &output);
    assert!(started.elapsed() < within(10), "it took too long");
    assert_eq!(ran.code, 1, "{}", ran.said());
    for word in words {
        assert!(ran.said().contains(word), "{word} is not in:\n{}", ran.said());
    }
    assert_eq!(tree(&output), before, "the good site stays");
    ran
}

#[test]
fn a_folder_without_a_site_is_an_error() {
    let folder = Folder::new();
    let ran = check(folder.path());
    assert_eq!(ran.code, 1);
    assert!(
        ran.said().contains("site.yaml ontbreekt") && ran.said().contains("dorpsplein nieuw"),
        "{}",
        ran.said()
    );
}

#[test]
fn a_missing_folder_is_an_error() {
    let ran = run(&["build", "/nergens/te/vinden"]);
    assert_eq!(ran.code, 2);
    assert!(ran.said().contains("/nergens/te/vinden"), "{}", ran.said());
}

#[test]
fn a_file_instead_of_a_folder_is_an_error() {
    let folder = Folder::with(&[("site.yaml", "naam: x\n")]);
    let file = folder.join("site.yaml");
    assert_eq!(check(&file).code, 2);
}

#[test]
fn invalid_utf8_and_pictures_named_md_are_reported() {
    reports_and_keeps_the_site(
        |site| site.write("nieuws/2026-01-01-oud.md", b"---\ntitel: Caf\xe9\n---\n"),
        &["oud.md:2:11", "UTF-8"],
    );
    reports_and_keeps_the_site(
        |site| site.write("nieuws/foto.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        &["nieuws/foto.md"],
    );
}

#[test]
fn an_alias_bomb_is_reported_quickly() {
    let started = Instant::now();
    reports_and_keeps_the_site(
        |site| {
            let mut bomb = String::from("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
            for level in 1..40 {
                bomb += &format!("a{level}: &a{level} [{}]\n", vec![format!("*a{}", level - 1); 9].join(","));
            }
            site.write("locaties/bom.yaml", bomb);
        },
        &["locaties/bom.yaml:1"],
    );
    // Expanded, it would take forever; two builds are in this time, on a machine that may be busy.
    assert!(started.elapsed() < within(10), "two builds and a bomb took too long");
}

#[test]
fn ten_thousand_levels_of_nesting_do_no_harm() {
    // Indented at every level this is 50 MB, more than a text may be.
    let deep: String = (0..10_000).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    reports_and_keeps_the_site(
        |site| site.write("agenda/diep.yaml", &deep),
        &["agenda/diep.yaml", "te groot"],
    );
    let deep: String = (0..1_300).map(|level| format!("{}a:\n", " ".repeat(level))).collect();
    reports_and_keeps_the_site(
        |site| site.write("agenda/diep.yaml", &deep),
        &["agenda/diep.yaml", "te diep"],
    );
    let dashes = "- ".repeat(10_000);
    reports_and_keeps_the_site(
        |site| site.write("agenda/streepjes.yaml", &dashes),
        &["agenda/streepjes.yaml"],
    );
    reports_and_keeps_the_site(
        |site| site.write("agenda/haken.yaml", "[".repeat(10_000)),
        &["agenda/haken.yaml"],
    );
    let quotes: String = ">".repeat(10_000);
    let site = Folder::with(VILLAGE);
    site.write("paginas/citaat.md", format!("# Citaat\n\n{quotes} diep\n"));
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    let page = site.read("public/citaat/index.html");
    assert!(page.contains("<blockquote") && page.contains("<p>diep</p>"), "the text is kept");
}

#[test]
fn folders_nested_too_deep_are_reported() {
    let bad = |site: &Folder| {
        // Windows does not allow longer paths.
        let levels = if cfg!(windows) { 70 } else { 300 };
        let deep = site.join("media").join("d/".repeat(levels));
        std::fs::create_dir_all(deep).expect("folders");
    };
    reports_and_keeps_the_site(bad, &["ligt in te veel andere mappen"]);
}

#[test]
fn html_nested_too_deep_is_reported_without_failing() {
    let started = Instant::now();
    let text = format!("---\ntitel: Diep\ndatum: 2026-12-01\n---\n\n{}\n", "<div>".repeat(100_000));
    let site = Folder::with(VILLAGE);
    site.write("agenda/diep.md", &text);
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.said().contains("agenda/diep.md:6:502"), "{}", ran.said());
    assert!(ran.said().contains("staat in te veel andere stukken HTML"), "{}", ran.said());
    assert!(started.elapsed() < within(10), "took {:?}", started.elapsed());
}

#[test]
fn an_event_with_hundreds_of_rules_is_reported() {
    let rules = "  - elke dag\n".repeat(200);
    let event = format!("---\ntitel: Vaak\nvanaf: 2026-12-01\nkeren: 5000\nherhaling:\n{rules}---\n");
    let site = Folder::with(VILLAGE);
    site.write("agenda/vaak.md", event);
    let started = Instant::now();
    let ran = check(site.path());
    assert_eq!(ran.code, 1, "{}", ran.said());
    assert!(ran.said().contains("agenda/vaak.md:26:5"), "{}", ran.said());
    assert!(started.elapsed() < within(20), "took {:?}", started.elapsed());
}

#[test]
fn a_day_near_the_end_of_the_calendar_works() {
    let site = Folder::with(VILLAGE);
    let ran = run(&["check", site.path().to_str().expect("a path"), "--today", "9998-06-01"]);
    assert_eq!(ran.code, 0, "{}", ran.said());
}

#[test]
fn a_very_large_text_is_reported() {
    reports_and_keeps_the_site(
        |site| site.write("nieuws/groot.md", vec![b'a'; 100 * 1024 * 1024]),
        &["nieuws/groot.md", "te groot"],
    );
}

#[cfg(unix)]
#[test]
fn links_that_loop_or_lead_outside_are_reported() {
    use std::os::unix::fs::symlink;
    reports_and_keeps_the_site(
        |site| symlink("lus.md", site.join("agenda/lus.md")).expect("a link"),
        &["agenda/lus.md", "kring"],
    );
    reports_and_keeps_the_site(
        |site| symlink("..", site.join("agenda/omhoog")).expect("a link"),
        &["agenda/omhoog", "kring"],
    );
    let ran = reports_and_keeps_the_site(
        |site| symlink("/etc/passwd", site.join("agenda/uit.md")).expect("a link"),
        &["agenda/uit.md", "buiten"],
    );
    assert!(!ran.said().contains("root:"));
}

#[cfg(unix)]
#[test]
fn a_pipe_does_not_hold_up_the_build() {
    reports_and_keeps_the_site(
        |site| {
            let made = std::process::Command::new("mkfifo").arg(site.join("agenda/pijp.md")).status();
            assert!(made.expect("mkfifo").success());
        },
        &["agenda/pijp.md"],
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_name_that_is_not_unicode_is_reported() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    reports_and_keeps_the_site(
        |site| fs::write(site.join("agenda").join(OsStr::from_bytes(b"caf\xe9.md")), "x").expect("a file"),
        &["bevat tekens die niet te lezen zijn", "caf"],
    );
}

#[test]
fn impossible_names_are_reported_and_emoji_names_work() {
    reports_and_keeps_the_site(
        |site| site.write("nieuws/2026-01-01-x.md", "---\ntitel: X\nslug: ../../x\n---\n"),
        &["nieuws/2026-01-01-x.md:3", "../../x"],
    );
    // On Windows no file can have that name.
    #[cfg(not(windows))]
    reports_and_keeps_the_site(
        |site| site.write("nieuws/con.md", "---\ntitel: X\ndatum: 2026-01-01\n---\n"),
        &["con", "Windows"],
    );
    // An emoji has a name in words, and the address is made from that.
    let site = Folder::with(VILLAGE);
    site.write("paginas/🎄.md", "---\ntitel: Kerst\n---\nZalig kerstfeest.\n");
    assert_eq!(build(site.path(), &site.join("public")).code, 0);
    assert!(site.join("public/christmas-tree/index.html").exists());
}

#[test]
fn decomposed_names_from_a_mac_match_composed_ones() {
    // Decomposed: an e followed by a separate accent.
    let site = Folder::with(VILLAGE);
    site.write("locaties/cafe\u{301}.md", "---\nnaam: Het café\n---\n");
    site.write("agenda/zingen.md", "---\ntitel: Zingen\ndatum: 2026-12-02\nlocatie: caf\u{e9}\n---\nIn het [café](../locaties/caf\u{e9}.md).\n");
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(site.read("public/agenda/zingen/index.html").contains("href=\"../../locaties/cafe/\""));
}

#[cfg(target_os = "linux")]
#[test]
fn two_names_that_differ_only_by_case_are_reported() {
    reports_and_keeps_the_site(
        |site| site.write("agenda/KOFFIE.md", "---\ntitel: Meer koffie\ndatum: 2026-12-02\n---\n"),
        &["KOFFIE.md", "agenda/koffie.md"],
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_reported() {
    // A disk of 64 kB, in its own mount namespace so that nothing else sees it.
    let site = Folder::with(VILLAGE);
    let disk = site.join("schijf");
    fs::create_dir(&disk).expect("a folder");
    let script = format!(
        "mount -t tmpfs -o size=64k tmpfs {disk} && {program} build {site} --output {disk}/uit --today 2026-11-23; code=$?; ls -A {disk}; exit $code",
        disk = disk.display(),
        program = env!("CARGO_BIN_EXE_dorpsplein"),
        site = site.path().display(),
    );
    let mut command = std::process::Command::new("unshare");
    command.args(["--map-root-user", "--mount", "sh", "-c", &script]).env("LANG", "nl");
    let Some(output) = when_there("unshare", command.output()) else { return };
    let ran = Ran::of(output);
    if ran.err.contains("unshare") || ran.err.contains("mount:") {
        // Containers seldom allow mounting, whatever is installed in them.
        not_tried(
            "a full disk",
            &format!("this machine does not allow mounting a small one ({})", ran.err.trim()),
        );
        return;
    }
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert!(ran.said().contains("de schijf is vol"), "{}", ran.said());
}

#[test]
fn an_output_that_is_a_file_is_left_alone() {
    let site = Folder::with(VILLAGE);
    site.write("public", "van mij");
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 2, "{}", ran.said());
    assert_eq!(site.read("public"), "van mij");
}

#[test]
fn a_wrong_command_says_what_to_type_instead() {
    for (arguments, said) in [
        (&["buow"][..], "'buow' is geen opdracht\nbedoel je: bouw?\nuitleg: dorpsplein --help\n"),
        (
            &["build", "--outptu", "x"],
            "'--outptu' hoort niet bij deze opdracht\nbedoel je: --output?\nuitleg: dorpsplein bouw --help\n",
        ),
        (
            &["check", "--today", "gisteren"],
            "'gisteren' is geen dag\nschrijf bijvoorbeeld: --vandaag 2026-11-23\n",
        ),
        (&["maak"], "'maak' is geen opdracht\nbedoel je: dorpsplein bouw?\nuitleg: dorpsplein --help\n"),
        (
            &["bouw", "Ons", "Dorp"],
            "'Dorp' hoort niet bij deze opdracht\nnoem één map of naam tegelijk; hoort het bij wat ervoor staat, zet dan om alles samen aanhalingstekens: \"Ons Dorp\"\nuitleg: dorpsplein bouw --help\n",
        ),
        (&["new"], "er ontbreekt nog iets: de naam van de map\nuitleg: dorpsplein nieuw --help\n"),
        (
            &["schema", "molen"],
            "'molen' is geen soort\nkies uit: site, locaties, agenda, nieuws, organisaties, paginas, documenten, dorp\n",
        ),
    ] {
        let ran = run(arguments);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (64, "", said), "{arguments:?}");
    }
}

#[test]
fn a_folder_inside_a_village_points_to_the_village() {
    let site = Folder::with(VILLAGE);
    let ran = check(&site.join("agenda"));
    assert_eq!(ran.code, 1);
    let said = ran.said();
    assert!(said.contains("dit is een map in een dorpsmap: site.yaml staat één map hoger"), "{said}");
    assert!(said.ends_with("\n1 fout\n"), "nothing else is reported: {said}");
}
