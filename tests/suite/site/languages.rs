//! One site in several languages: each page in all of them, and nothing that pretends to be translated.

use crate::support::{Folder, build, check};

fn village() -> Folder {
    Folder::with(&[
        ("site.yaml", "naam: Testdorp\nwebadres: https://testdorp.example\nandere_talen: [en, de]\n"),
        ("agenda/koffie.md", "---\ntitel: Koffie\ndatum: 2026-12-01\nlocatie: kerk\n---\n\nKom ook.\n"),
        (
            "agenda/koffie.en.md",
            "---\ntitel: Coffee\n---\n\nDo come to [the church](../locaties/kerk.md).\n\n![Cups](../media/a.svg)\n",
        ),
        ("locaties/kerk.md", "---\nnaam: Kerk\n---\n\nEen kerk.\n"),
        ("media/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"),
    ])
}

#[test]
fn every_page_exists_in_every_language() {
    let site = village();
    assert_eq!(build(site.path(), &site.join("public")).code, 0);
    let dutch = site.read("public/agenda/koffie/index.html");
    let english = site.read("public/en/agenda/koffie/index.html");
    assert!(dutch.contains("<html lang=\"nl\"") && dutch.contains(">Koffie</h1>"), "{dutch}");
    assert!(english.contains("<html lang=\"en\"") && english.contains("<h1>Coffee</h1>"), "{english}");
    // A link stays in the same language; a photo is shared by all.
    assert!(english.contains("href=\"../../locaties/kerk/\"") && english.contains("src=\"../../../media/a."));
    // Each page names the other languages, and links to them.
    for page in [&dutch, &english] {
        assert!(
            page.contains("hreflang=\"de\" href=\"https://testdorp.example/de/agenda/koffie/\""),
            "{page}"
        );
    }
    assert!(
        english.contains("<a href=\"../../../agenda/koffie/\" hreflang=\"nl\" lang=\"nl\">Nederlands</a>")
    );
    assert!(site.read("public/sitemap.xml").contains("https://testdorp.example/en/agenda/koffie/"));
}

#[test]
fn words_of_the_program_are_in_the_language_of_the_page() {
    let site = village();
    site.write(
        "locaties/kerk.md",
        "---\nnaam: Maartenskerk\nsoort: kerk\nopeningstijden:\n  ma: 9.00-12.00\n  feestdagen: gesloten\n---\n",
    );
    assert_eq!(build(site.path(), &site.join("public")).code, 0);
    for (page, label) in
        [("locaties/kerk", "Kerk"), ("en/locaties/kerk", "Church"), ("de/locaties/kerk", "Kirche")]
    {
        let html = site.read(&format!("public/{page}/index.html"));
        let shown = html.split_once("<p class=\"dp-label\">").expect("a label").1;
        assert!(shown.starts_with(label), "{page}: {shown:.40}");
    }
    // A page is found under the words that it shows.
    let found = |folder: &str| site.read(&format!("public/{folder}zoeken/index-0.json"));
    assert!(found("en/").contains("\"church\"") && !found("").contains("\"church\""));
}

#[test]
fn untranslated_text_says_its_language() {
    let site = village();
    assert_eq!(build(site.path(), &site.join("public")).code, 0);
    let church = site.read("public/en/locaties/kerk/index.html");
    assert!(church.contains("<h1 lang=\"nl\">Kerk</h1>"), "{church}");
    let home = site.read("public/en/index.html");
    assert!(home.contains(">Coffee</a>") && !home.contains(">Koffie</a>"), "{home}");
    let church = site.read("public/locaties/kerk/index.html");
    assert!(church.contains("<h1>Kerk</h1>"), "{church}");
}

#[test]
fn a_mistake_in_a_translation_is_reported_in_its_own_file() {
    let site = village();
    site.write("agenda/koffie.en.md", "---\ntitel: Coffee\nplek: kerk\n---\n\nSee [this](weg.md).\n");
    let said = check(site.path()).said();
    assert!(said.contains("agenda/koffie.en.md:3:1") && said.contains("agenda/koffie.en.md:6:12"), "{said}");
}

#[test]
fn a_site_in_one_language_has_no_language_folder_and_no_switch() {
    let site = village();
    site.write("site.yaml", "naam: Testdorp\nwebadres: https://testdorp.example\n");
    remove_file(&site, "agenda/koffie.en.md");
    assert_eq!(build(site.path(), &site.join("public")).code, 0);
    assert!(!site.join("public/en").exists());
    let page = site.read("public/index.html");
    assert!(!page.contains("hreflang") && !page.contains("dp-languages"), "{page}");
}

fn remove_file(site: &Folder, path: &str) {
    std::fs::remove_file(site.join(path)).expect("a file");
}
