//! What search finds, and under which words: the index of a small village, read as the theme's script does.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::support::{Folder, VILLAGE, build, tree};

/// The index of a site.
struct Search {
    about: Value,
    /// Everything on the list, in its order.
    items: Vec<String>,
    files: Vec<BTreeMap<String, Vec<u64>>>,
}

fn between<'t>(text: &'t str, before: &str, behind: &str) -> &'t str {
    text.split_once(before).and_then(|(_, rest)| rest.split_once(behind)).map_or("", |(found, _)| found)
}

impl Search {
    fn of(site: &Folder) -> Self {
        let output = site.join("uit");
        let ran = build(site.path(), &output);
        assert_eq!(ran.code, 0, "{}", ran.said());
        Self::read(&output.join("zoeken"))
    }

    fn read(folder: &Path) -> Self {
        let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a file");
        let page = read("index.html");
        let about = between(&page, "data-search=\"", "\"").replace("&quot;", "\"");
        let about: Value = serde_json::from_str(&about).expect("JSON");
        let list = between(&page, "class=\"dp-index\"", "</main>");
        let items = list.lines().filter(|line| line.starts_with("<li") && !line.contains("href=\"#"));
        let items = items.map(|line| between(line, "\">", "</a>"));
        let items = items.map(|rest| rest.rsplit('>').next().unwrap_or_default().to_owned()).collect();
        let count = about["p"].as_array().expect("the first letters").len();
        let files = (0..count).map(|number| {
            let file: Value = serde_json::from_str(&read(&format!("index-{number}.json"))).expect("JSON");
            assert_eq!(file["v"], about["v"], "the page and its index have the same version");
            serde_json::from_value(file["w"].clone()).expect("words")
        });
        Self { files: files.collect(), items, about }
    }

    /// Returns the items with a word that contains this folded word: 0 in the name, 1 in the summary, 2 in
    /// the text. Reads only the files that can hold it.
    fn find(&self, asked: &str) -> Vec<(&str, u64)> {
        let starts: Vec<&str> =
            self.about["p"].as_array().expect("letters").iter().filter_map(Value::as_str).collect();
        let mut found: BTreeMap<u64, u64> = BTreeMap::new();
        for (number, file) in self.files.iter().enumerate() {
            let is_behind = starts[number] > asked && !starts[number].starts_with(asked);
            let is_before = starts.get(number + 1).is_some_and(|start| *start <= asked);
            for (_, steps) in file.iter().filter(|(word, _)| !is_behind && !is_before && word.contains(asked))
            {
                let mut at = 0;
                for step in steps {
                    at += step;
                    let place = found.entry(at / 4).or_insert(at % 4);
                    *place = (*place).min(at % 4);
                }
            }
        }
        let name = |item: u64| self.items[usize::try_from(item).expect("small")].as_str();
        found.into_iter().map(|(item, place)| (name(item), place)).collect()
    }
}

#[test]
fn everything_shown_is_on_the_list() {
    let site = Folder::with(VILLAGE);
    site.write("documenten/2026-11-01-notulen.pdf", "%PDF-1.4");
    let search = Search::of(&site);
    let written = ["Koffie", "Nieuwe stoelen", "Dorpshuis", "Dorpsraad"];
    let pages = [
        "Agenda",
        "Agenda voor het prikbord",
        "Documenten",
        "De dorpsagenda in je eigen agenda",
        "Historie",
        "Locaties",
        "Nieuws",
        "Ontmoeting in cijfers",
        "Organisaties",
        "Privacy",
        "Toegankelijkheid",
    ];
    assert_eq!(search.items, [&written[..], &pages, &["Notulen"]].concat());
    for (name, word) in
        [("Koffie", "kofie"), ("Nieuwe stoelen", "stoel"), ("Historie", "historie"), ("Notulen", "notulen")]
    {
        assert!(search.find(word).contains(&(name, 0)), "{word}: {:?}", search.find(word));
    }
}

#[test]
fn a_name_outranks_a_summary_and_a_summary_outranks_a_text() {
    let site = Folder::with(VILLAGE);
    site.write("paginas/kist.md", "---\ntitel: De kist\n---\n\nLeeg.\n");
    site.write(
        "paginas/zolder.md",
        "---\ntitel: Zolder\nsamenvatting: Met een kist.\n---\n\nLeeg, op de kist na.\n",
    );
    site.write(
        "paginas/kelder.md",
        "---\ntitel: Kelder\n---\n\nEr staat **een <em>kist</em>** &amp; een [krat](zolder.md).\n",
    );
    let search = Search::of(&site);
    assert_eq!(search.find("kist"), [("Kelder", 2), ("De kist", 0), ("Zolder", 1)]);
    assert_eq!(search.find("krat"), [("Kelder", 2)]);
    assert!(
        search.find("amp").is_empty() && search.find("href").is_empty() && search.find("solder").len() == 1
    );
}

#[test]
fn an_event_is_found_by_what_it_refers_to() {
    let search = Search::of(&Folder::with(VILLAGE));
    for word in ["dorpshuis", "dorpsrad", "kofieochtend"] {
        assert!(search.find(word).contains(&("Koffie", 1)), "{word}: {:?}", search.find(word));
    }
}

#[test]
fn a_page_is_found_by_the_words_that_the_theme_adds() {
    let site = Folder::with(VILLAGE);
    site.write(
        "locaties/school.md",
        "---\nnaam: School\nopeningstijden:\n  maandag: 9.00-12.00\ncontact: 0522 123456\n\
         toegankelijkheid:\n  gehandicaptenparkeerplaats: ja\n\
         zalen:\n  - naam: Aula\n    tarieven:\n      - prijs: 25 euro\n---\n",
    );
    site.write(
        "organisaties/koor.md",
        "---\nnaam: Koor\nbestuur:\n  - naam: Jan\n    rol: voorzitter\n---\n",
    );
    let search = Search::of(&site);
    for word in ["openingstyden", "contact", "toegankelykheid", "parker", "tariefen", "huren", "salen"] {
        assert_eq!(
            search.find(word).iter().find(|(name, _)| *name == "School"),
            Some(&("School", 1)),
            "{word}"
        );
        assert!(
            word == "contact" || !search.find(word).iter().any(|(name, _)| *name == "Dorpshuis"),
            "{word}"
        );
    }
    assert_eq!(search.find("bestur"), [("Koor", 1)]);
}

#[test]
fn built_in_pages_are_found_unless_the_village_writes_its_own() {
    let site = Folder::with(VILLAGE);
    site.write("locaties/hal.md", "---\nnaam: Hal\nnoodsteunpunt:\n  status: proef\n---\n");
    let names = |site: &Folder, word: &str| -> Vec<String> {
        let search = Search::of(site);
        let found = search.find(word).into_iter().filter(|(_, place)| *place == 0);
        found.map(|(name, _)| name.to_owned()).collect()
    };
    assert_eq!(names(&site, "nodsteunpunt"), ["Noodsteunpunt"]);
    assert_eq!(names(&site, "toegankelykheid"), ["Toegankelijkheid"]);
    site.write("paginas/toegankelijkheid.md", "---\ntitel: Voor iedereen te lezen\n---\n\nZo doen we dat.\n");
    assert_eq!(names(&site, "toegankelykheid"), Vec::<String>::new());
}

#[test]
fn a_part_of_a_compound_finds_the_whole() {
    let site = Folder::with(VILLAGE);
    // Enough pages for several index files, with a part in another file than its whole.
    for number in 0..200 {
        let text = format!("---\ntitel: Pagina {number}\n---\n\nOver appels{number} en zaken{number}.\n");
        site.write(&format!("paginas/nummer-{number}.md"), text);
    }
    site.write("paginas/feest.md", "---\ntitel: Zomeravondfeest\n---\n\nIn de tent.\n");
    let search = Search::of(&site);
    assert!(search.files.len() > 3, "{}", search.files.len());
    for (part, whole) in [("huis", "Dorpshuis"), ("fest", "Zomeravondfeest"), ("rad", "Dorpsraad")] {
        assert!(search.find(part).contains(&(whole, 0)), "{part}: {:?}", search.find(part));
    }
}

#[test]
fn what_is_not_published_is_not_found() {
    let site = Folder::with(VILLAGE);
    site.write("paginas/geheim.md", "---\ntitel: Geheimpje\nconcept: ja\n---\n\nOlifantenpaadje.\n");
    site.write(
        "nieuws/later.md",
        "---\ntitel: Later\ndatum: 2026-11-01\npubliceren_vanaf: 2027-01-01\n---\n\nGiraffenhals.\n",
    );
    let search = Search::of(&site);
    assert!(!search.items.iter().any(|name| name == "Geheimpje" || name == "Later"));
    for (name, bytes) in tree(&site.join("uit")) {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        for word in ["geheimp", "olifant", "girafenhals", "giraffenhals"] {
            assert!(!text.contains(word), "{name} contains {word}");
        }
    }
}

#[test]
fn words_for_correcting_typos_are_grouped_by_length() {
    let site = Folder::with(VILLAGE);
    let search = Search::of(&site);
    let file = |length: usize| {
        let number = &search.about["t"][length];
        let file: Value =
            serde_json::from_str(&site.read(&format!("uit/zoeken/typo-{number}.json"))).expect("JSON");
        file["w"].as_str().expect("words").to_owned()
    };
    for word in ["kofie", "dorpshuis", "historie"] {
        assert!(file(word.len()).split(' ').any(|one| one == word), "{word}");
    }
}

#[test]
fn an_english_village_is_searched_in_english() {
    let site = Folder::with(&[("site.yaml", "name: Testham\nlanguage: en\nurl: https://test.example\n")]);
    let output = site.join("out");
    assert_eq!(build(site.path(), &output).code, 0);
    let page = site.read("out/search/index.html");
    assert!(page.contains("What are you looking for?") && page.contains("name=\"when\""), "{page}");
    assert!(site.read("out/index.html").contains("href=\"search/\""));
}
