//! Documents: what their names say, what a file beside them adds, and where the list leads.

use crate::support::{Folder, VILLAGE, build, check, run};

fn village() -> Folder {
    Folder::with(VILLAGE)
}

/// Returns the main part of a page without its tags, as it is heard.
fn heard(page: &str) -> String {
    let main = page.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).expect("a main part");
    let mut words = String::new();
    let mut is_tag = true;
    for letter in main.chars() {
        match letter {
            '<' => is_tag = true,
            '>' => {
                is_tag = false;
                words.push(' ');
            }
            letter if !is_tag => words.push(letter),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn built(site: &Folder) -> Folder {
    let output = Folder::new();
    let ran = build(site.path(), &output.join("out"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    output
}

#[test]
fn a_name_and_its_folders_say_what_a_document_is() {
    let site = village();
    site.write("documenten/2026-10-12-notulen-dorpsraad.pdf", vec![b'a'; 340_000]);
    site.write("documenten/dorpsraad/2025/jaarverslag.pdf", "x");
    site.write("documenten/2024-03 plattegrond.pdf", "xx");
    site.write("documenten/huisregels.pdf", "xxx");
    let out = built(&site);
    let page = heard(&out.read("out/documenten/index.html"));
    assert!(page.contains("2026 Notulen dorpsraad (pdf, 340 kB) 12 oktober 2026"), "{page}");
    assert!(page.contains("2025 Jaarverslag dorpsraad (pdf, 1 B) 2024"), "{page}");
    assert!(page.contains("2024 Plattegrond (pdf, 2 B) maart 2024"), "{page}");
    assert!(page.contains("Zonder datum Huisregels (pdf, 3 B)"), "{page}");
    assert!(page.contains("Per organisatie Dorpsraad (2)"), "{page}");
    let own = heard(&out.read("out/documenten/dorpsraad/index.html"));
    assert!(
        own.contains("2026 Notulen dorpsraad (pdf, 340 kB)") && own.contains("2025 Jaarverslag"),
        "{own}"
    );
    assert!(!own.contains("Plattegrond") && !own.contains("Huisregels"), "{own}");
}

/// Names that one system allows, another refuses: Windows reserves some and drops a final dot, and a letter
/// of another script becomes several of ours.
#[test]
fn a_document_gets_a_name_that_every_system_allows() {
    let site = village();
    let minutes = format!("{} dinsdag 12 mei 2025.pdf", "notulen van de ledenvergadering ".repeat(5));
    for (name, text) in [
        ("con-.pdf".to_owned(), "a"),
        ("notitie".to_owned(), "b"),
        (format!("{}.pdf", "村".repeat(70)), "c"),
        (format!("{}国.pdf", "村".repeat(69)), "d"),
        (minutes.clone(), "e"),
    ] {
        site.write(&format!("documenten/{name}"), text);
    }
    let out = built(&site);
    let there = std::fs::read_dir(out.join("out/documenten")).expect("a folder").flatten();
    let mut names: Vec<String> =
        there.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    assert!(names.iter().all(|name| name.len() < 220), "{names:?}");
    let (long, others): (Vec<&String>, Vec<&String>) =
        names.iter().partition(|name| name.starts_with("cun-"));
    assert_eq!(long.len(), 2, "names that differ only at their end stay different: {names:?}");
    let minutes = minutes.replace("  ", " ").replace(' ', "-");
    assert_eq!(others, ["con-bestand.pdf", "index.html", "notitie", &*minutes]);
}

#[test]
fn a_file_beside_a_document_overrides_its_name() {
    let site = village();
    site.write("documenten/scan0042.pdf", "x");
    site.write(
        "documenten/scan0042.yaml",
        "titel: Plan voor de brink\nsoort: beleidsplan\ndatum: 3 juni 2026\norganisatie: Dorpsraad\nstatus: concept\nsamenvatting: Bomen en een bank.\n",
    );
    let page = heard(&built(&site).read("out/documenten/index.html"));
    let line =
        "2026 Plan voor de brink (pdf, 1 B) 3 juni 2026, beleidsplan, concept, Dorpsraad Bomen en een bank.";
    assert!(page.contains(line), "{page}");
}

#[test]
fn a_mistake_in_the_file_beside_a_document_is_reported_at_its_place() {
    let site = village();
    site.write("documenten/scan.pdf", "x");
    site.write("documenten/scan.yaml", "titel: Plan\norganisatie: dorpsrad\n");
    let said = check(site.path()).said();
    assert!(said.contains("documenten/scan.yaml:2:14"), "{said}");
    assert!(said.contains("bedoel je 'dorpsraad'?"), "{said}");
}

#[test]
fn an_organisation_shows_its_newest_documents_and_links_to_the_rest() {
    let site = village();
    for month in 1..=11 {
        site.write(&format!("documenten/2026-{month:02}-10-notulen-dorpsraad.pdf"), "x".repeat(month));
    }
    let out = built(&site);
    let page = out.read("out/organisaties/dorpsraad/index.html");
    assert_eq!(page.matches("Notulen dorpsraad (pdf").count(), 10);
    let heard = heard(&page);
    assert!(heard.contains("10 november 2026") && !heard.contains("10 januari 2026"), "{heard}");
    assert!(page.contains("href=\"../../documenten/dorpsraad/\""), "{page}");
    assert_eq!(out.read("out/documenten/dorpsraad/index.html").matches("Notulen dorpsraad (pdf").count(), 11);
}

#[test]
fn a_document_that_an_event_refers_to_is_listed_once() {
    let site = village();
    site.write("documenten/verslag.pdf", "x");
    site.write(
        "agenda/vergadering.md",
        "---\ntitel: Vergadering\ndatum: 2026-10-12\nsoort: vergadering\norganisator: dorpsraad\nnotulen: documenten/verslag.pdf\nbijlagen: documenten/verslag.pdf\n---\n\nOpenbaar.\n",
    );
    let page = heard(&built(&site).read("out/documenten/index.html"));
    assert_eq!(page.matches("Verslag").count(), 1, "{page}");
    assert!(page.contains("2026 Verslag (pdf, 1 B) 12 oktober 2026, notulen, Dorpsraad"), "{page}");
}

#[test]
fn minutes_may_be_a_page_of_the_site() {
    let site = village();
    site.write("paginas/notulen-oktober.md", "---\ntitel: Notulen van oktober\n---\n\nDe brug blijft.\n");
    site.write(
        "agenda/vergadering.md",
        "---\ntitel: Vergadering\ndatum: 2026-10-12\nsoort: vergadering\norganisator: dorpsraad\nnotulen: paginas/notulen-oktober.md\n---\n\nOpenbaar.\n",
    );
    let out = built(&site);
    let list = out.read("out/documenten/index.html");
    assert!(list.contains("<a href=\"../notulen-oktober/\">Notulen van oktober</a>"), "{list}");
    let meeting = out.read("out/agenda/vergadering/index.html");
    assert!(meeting.contains("<a href=\"../../notulen-oktober/\">Notulen</a>"), "{meeting}");
    site.write(
        "agenda/nog-een.md",
        "---\ntitel: Nog een\ndatum: 2026-10-13\nnotulen: paginas/notulen-oktobr.md\n---\n",
    );
    let said = check(site.path()).said();
    assert!(said.contains("paginas/notulen-oktober.md"), "{said}");
}

#[test]
fn editors_get_a_schema_for_the_file_beside_a_document() {
    let ran = run(&["schema", "documenten"]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    let schema: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    for name in ["titel", "kind", "datum", "organisatie", "status"] {
        assert!(schema["properties"][name].is_object(), "{name}");
    }
    assert_eq!(ran.out, run(&["schema", "document"]).out);
}

#[test]
fn identical_documents_are_reported_unless_they_are_empty() {
    let site = village();
    site.write("documenten/een.pdf", "precies zo");
    site.write("documenten/twee.pdf", "precies zo");
    site.write("documenten/drie.pdf", "anders, zo");
    site.write("documenten/vier.pdf", "");
    site.write("documenten/vijf.pdf", "");
    let said = check(site.path()).said();
    assert_eq!(said.matches("precies hetzelfde document").count(), 1, "{said}");
    assert!(
        said.contains("'documenten/twee.pdf' is precies hetzelfde document als 'documenten/een.pdf'"),
        "{said}"
    );
}

#[test]
fn the_list_uses_the_title_that_an_organisation_gives_a_document() {
    let site = village();
    site.write("documenten/2026-10-12-visie.pdf", "x");
    site.write(
        "organisaties/dorpsraad.md",
        "---\nnaam: Dorpsraad\ndocumenten:\n- bestand: documenten/2026-10-12-visie.pdf\n  titel: Onze visie (concept)\n---\n",
    );
    let out = built(&site);
    let page = heard(&out.read("out/documenten/index.html"));
    assert!(page.contains("2026 Onze visie (concept) (pdf, 1 B)"), "{page}");
}
