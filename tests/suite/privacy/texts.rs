//! Promises about private details in texts: where the check asks about them, and how to answer in one line.

use crate::support::{Folder, VILLAGE, check, project, run};

fn said(files: &[(&str, &str)]) -> String {
    let site = Folder::with(VILLAGE);
    for (path, text) in files {
        site.write(path, text);
    }
    let ran = check(site.path());
    assert_eq!(ran.code, 0, "{}", ran.said());
    ran.said()
}

#[test]
fn a_private_detail_is_reported_at_its_place_without_stopping_the_build() {
    let site = Folder::with(VILLAGE);
    site.write("paginas/bel.md", "---\ntitel: Bel\n---\n\nEerst dit.\nDan bel je 06 12345678.\n");
    let ran = check(site.path());
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.said().contains("paginas/bel.md:6:12"), "{}", ran.said());
}

#[test]
fn the_line_that_the_hint_suggests_is_enough() {
    for words in [
        "06 12345678",
        "jan.jansen@gmail.com",
        "NL91 ABNA 0417 1643 00",
        "123456782",
        "geboren op 3 maart 1961",
    ] {
        let page = |head: &str| format!("---\ntitel: Bel\n{head}---\n\nHier staat: {words}.\n");
        let before = said(&[("paginas/bel.md", &page(""))]);
        let line =
            before.split("deze regel bij: ").nth(1).and_then(|rest| rest.lines().next()).expect("a line");
        let after = said(&[("paginas/bel.md", &page(&format!("{line}\n")))]);
        assert!(before.contains(words) && !after.contains(words), "{words}: {before}{after}");
        let in_settings =
            said(&[("paginas/bel.md", &page("")), ("site.yaml", &format!("naam: Testdorp\n{line}\n"))]);
        assert!(!in_settings.contains(words), "{in_settings}");
    }
}

#[test]
fn contact_details_in_their_own_fields_are_not_reported() {
    let said = said(&[
        (
            "organisaties/koor.md",
            "---\nnaam: Koor\ncontact: 06 12345678\nbestuur:\n  - naam: Jan\n    email: jan.jansen@gmail.com\n---\n\nZing mee.\n",
        ),
        (
            "agenda/zingen.md",
            "---\ntitel: Zingen\ndatum: 2026-12-01\naanmelden: bij Jan, 06 12345678\norganisator:\n  naam: Jan\n  telefoon: 06 12345678\n---\n\nZing mee.\n",
        ),
    ]);
    assert!(!said.contains("iedereen"), "{said}");
}

#[test]
fn a_number_that_no_page_may_show_is_reported_everywhere() {
    let said = said(&[(
        "organisaties/koor.md",
        "---\nnaam: Koor\ncontact:\n  naam: Jan, geboren op 3 maart 1961\nbestuur: Anja (123456782)\n---\n\nZing mee.\n",
    )]);
    assert!(said.contains("3 maart 1961") && said.contains("'123456782'"), "{said}");
}

#[test]
fn the_same_detail_is_reported_once_per_file() {
    let text = "Bel 06 12345678.\n\nOf bel 06-12 34 56 78, of 0612345678.\n";
    let page = format!("---\ntitel: Bel\n---\n\n{text}");
    let said = said(&[("paginas/bel.md", &page), ("paginas/mail.md", &page.replace("Bel", "Mail"))]);
    assert_eq!(said.matches("is een mobiel nummer").count(), 2, "{said}");
}

#[test]
fn details_in_yaml_comments_and_drafts_are_not_reported() {
    let said = said(&[
        ("paginas/bel.md", "---\n# van Jan: 06 12345678\ntitel: Bel\n# en 06 87654321\n---\n\nHallo.\n"),
        ("paginas/later.md", "---\ntitel: Later\nconcept: ja\n---\n\nBel 06 11112222.\n"),
    ]);
    assert!(!said.contains("mobiel"), "{said}");
}

#[test]
fn translations_and_the_texts_beside_documents_are_checked_too() {
    let said = said(&[
        ("site.yaml", "naam: Testdorp\nandere_talen: de\n"),
        ("paginas/historie.de.md", "---\ntitel: Geschichte\n---\n\nRuf 06 12345678 an.\n"),
        ("documenten/plan.pdf", "x"),
        ("documenten/plan.yaml", "titel: Plan\nsamenvatting: Vragen? Bel 06 87654321.\n"),
    ]);
    assert!(said.contains("historie.de.md:5") && said.contains("plan.yaml:2"), "{said}");
}

#[test]
fn the_example_site_and_a_new_village_give_nothing_away() {
    let example =
        run(&["check", project().join("example-site").to_str().expect("a path"), "--today", "2026-11-23"]);
    assert!(
        !example.said().contains("private") && !example.said().contains("iedereen"),
        "{}",
        example.said()
    );
    let folder = Folder::new();
    let new = folder.join("dorp");
    assert_eq!(run(&["new", new.to_str().expect("a path")]).code, 0);
    let said = check(&new).said();
    assert!(!said.contains("iedereen"), "{said}");
}

#[test]
fn details_in_html_comments_are_not_reported() {
    let told = said(&[(
        "paginas/bel.md",
        "---\ntitel: Bel\n---\n\n<!-- van Jan:\n06 12345678 -->\n\nBel 06 87654321.\n\n<!-- en\n06 11112222\n",
    )]);
    assert!(
        told.contains("bel.md:8:5") && !told.contains("bel.md:6") && !told.contains("11112222"),
        "{told}"
    );
}
