//! Promises about photos of people: those in a photo decide whether it is shown, and until when.

use std::fs;

use crate::support::{Folder, Ran, VILLAGE, build, project, run, tree};

/// Returns a village with a photo in its news, described by these lines of YAML.
fn village(said: &str) -> Folder {
    let site = Folder::with(VILLAGE);
    site.write("media/feest.jpg", fs::read(project().join("example-site/media/koor.jpg")).expect("a photo"));
    site.write(
        "nieuws/2026-11-21-feest.md",
        format!(
            "---\ntitel: Feest\nafbeelding:\n  bestand: media/feest.jpg\n  beschrijving: Dansende mensen\n{said}---\n\nFeest.\n\n![Nog eens](../media/feest.jpg)\n"
        ),
    );
    site
}

fn built_on(site: &Folder, today: &str) -> (Folder, Ran) {
    let output = Folder::new();
    let (from, to) = (site.path().to_str().expect("a path"), output.join("out"));
    let ran = run(&["build", from, "--output", to.to_str().expect("a path"), "--today", today]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    (output, ran)
}

/// Returns the names of the published files that contain these words.
fn where_it_says(output: &Folder, words: &str) -> Vec<String> {
    let holds = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(words);
    tree(&output.join("out")).into_iter().filter(|(_, bytes)| holds(bytes)).map(|(name, _)| name).collect()
}

#[test]
fn the_details_of_consent_are_not_published() {
    let site = village("  toestemming: gevraagd aan Wubbo op de feestavond\n  verwijderen_na: 2031-01-17\n");
    let (output, ran) = built_on(&site, "2026-11-23");
    assert_eq!(where_it_says(&output, "Wubbo"), Vec::<String>::new());
    // The year alone may occur in a fingerprint.
    for day in ["2031-01", "01-2031", "januari 2031"] {
        assert_eq!(where_it_says(&output, day), Vec::<String>::new());
    }
    assert!(!ran.said().contains("feest.jpg"), "{}", ran.said());
    assert!(!where_it_says(&output, "feest-").is_empty(), "the photo itself is there");
}

#[test]
fn a_photo_of_somebody_who_refused_is_not_published() {
    let site = village("  toestemming: nee\n");
    let output = Folder::new();
    let ran = build(site.path(), &output.join("out"));
    assert_eq!(ran.code, 1);
    assert!(ran.said().contains("nieuws/2026-11-21-feest.md:6:16"), "{}", ran.said());
    assert!(!output.join("out").exists());
}

#[test]
fn a_photo_is_shown_until_its_last_day_and_nowhere_after_that() {
    let site = village("  verwijderen_na: 2026-12-31\n");
    let (output, ran) = built_on(&site, "2026-12-31");
    assert!(!where_it_says(&output, "media/feest-").is_empty());
    assert!(ran.said().contains("mag tot en met donderdag 31 december 2026"), "{}", ran.said());
    let (output, ran) = built_on(&site, "2027-01-01");
    assert_eq!(where_it_says(&output, "media/feest"), Vec::<String>::new());
    assert!(tree(&output.join("out")).keys().all(|name| !name.contains("feest-")), "its files are gone");
    assert!(ran.said().contains("waarschuwing") && ran.said().contains("mocht tot en met"), "{}", ran.said());
}

#[test]
fn the_last_day_of_a_photo_is_announced_thirty_days_ahead() {
    let site = village("  verwijderen_na: 2026-12-24\n");
    let on = |today: &str| run(&["check", site.path().to_str().expect("a path"), "--today", today]).said();
    assert!(!on("2026-11-23").contains("feest.jpg"));
    assert!(on("2026-11-24").contains("feest.jpg"));
}

#[test]
fn a_link_to_an_expired_photo_is_reported_without_stopping_the_build() {
    let site = village("  verwijderen_na: 2026-11-01\n");
    site.write("paginas/kijk.md", "---\ntitel: Kijk\n---\n\n[De foto](../media/feest.jpg)\n");
    let (output, ran) = built_on(&site, "2026-11-23");
    assert!(ran.said().contains("paginas/kijk.md:5"), "{}", ran.said());
    assert!(output.read("out/kijk/index.html").contains("<a href=\"../\">De foto</a>"));
}

#[test]
fn a_photo_with_children_is_shown_on_its_page_but_not_shared() {
    let shared = |said: &str| {
        let (output, _) = built_on(&village(said), "2026-11-23");
        let page = output.read("out/nieuws/feest/index.html");
        assert!(page.contains("<img"), "{page}");
        let elsewhere = page.contains("og:image") || page.contains("\"image\"");
        (elsewhere, output.read("out/dorp.json").contains("media/feest"))
    };
    assert_eq!(shared(""), (true, true));
    assert_eq!(shared("  kinderen: nee\n"), (true, true));
    assert_eq!(shared("  kinderen: ja\n"), (false, false));
}

#[test]
fn a_home_page_photo_with_children_is_shown_but_not_shared() {
    let page = |said: &str| {
        let site = village("");
        site.write(
            "site.yaml",
            format!("naam: Testdorp\nwebadres: https://testdorp.example\nafbeelding:\n  bestand: media/feest.jpg\n  beschrijving: Feest\n{said}"),
        );
        built_on(&site, "2026-11-23").0.read("out/index.html")
    };
    let (without, with) = (page(""), page("  kinderen: ja\n"));
    assert!(without.contains("og:image") && without.contains("dp-hero-image"));
    assert!(!with.contains("og:image") && with.contains("dp-hero-image"));
    assert!(!page("  verwijderen_na: 2026-11-01\n").contains("dp-hero-image"));
}

/// Saying it once applies to the photo itself, whichever page shows it.
#[test]
fn a_photo_with_children_is_not_shared_by_another_page_either() {
    let site = village("  kinderen: ja\n");
    site.write(
        "nieuws/terugblik.md",
        "---\ntitel: Terugblik\ndatum: 2026-11-21\nafbeelding:\n  bestand: media/feest.jpg\n  beschrijving: Het feest\n---\nMooi was het.\n",
    );
    let (output, ran) = built_on(&site, "2026-11-23");
    assert_eq!(ran.code, 0, "{}", ran.said());
    let page = output.read("out/nieuws/terugblik/index.html");
    assert!(page.contains("<img") && !page.contains("og:image") && !page.contains("\"image\""), "{page}");
    assert!(!output.read("out/dorp.json").contains("media/feest"));
}
