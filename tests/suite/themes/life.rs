//! The life of a theme: a province publishes it; villages add it, update it and roll back if they dislike it.
//! A refused command leaves a village as it was.

use std::collections::BTreeMap;
use std::fs;

use crate::support::publisher::{Publisher, done, refused, site};
use crate::support::shop_server::Server;
use crate::support::{Folder, VILLAGE, build, run, tree};

fn built(village: &Folder) -> BTreeMap<String, Vec<u8>> {
    let output = Folder::new();
    let ran = build(village.path(), &output.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    tree(&output.join("public"))
}

fn style_of(built: &BTreeMap<String, Vec<u8>>) -> String {
    let sheets = built.iter().filter(|(path, _)| path.ends_with(".css"));
    sheets.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect()
}

/// Checks that the pin in `site.yaml` follows its language and line endings and leaves the other bytes alone.
fn check_pins(villages: &[Folder; 3]) {
    let pinned = villages[1].read("site.yaml");
    assert!(
        pinned.starts_with("naam: Testdorp\r\nomschrijving: Een dorp.\r\n# einde\r\nthema:\r\n"),
        "{pinned:?}"
    );
    assert!(
        pinned.contains("\r\n  versie: 1.0.0\r\n") && !pinned.replace("\r\n", "").contains('\n'),
        "{pinned:?}"
    );
    assert!(villages[2].join("themes/overijssel/theme.yaml").exists());
    assert!(
        villages[2].read("site.yaml").contains("\ntheme:\n  name: overijssel\n  version: 1.0.0\n  hash: ")
    );
}

#[test]
fn three_villages_can_update_a_theme_and_roll_back() {
    let publisher = Publisher::new();
    let page = |words: &str| {
        format!(
            "{{% extends \"not-found.html\" %}}\n{{% block content %}}\n<p>{words}</p>\n{{% endblock %}}\n"
        )
    };
    publisher.0.write("thema-overijssel/templates/not-found.html", page("Weg"));
    publisher.publish("overijssel", "1.0.0", "lvkk", ".een { color: #a10001 }\n");
    let server = Server::of(&publisher.shop());
    let villages = [Folder::with(VILLAGE), Folder::with(VILLAGE), Folder::with(VILLAGE)];
    villages[1].write("site.yaml", "naam: Testdorp\r\nomschrijving: Een dorp.\r\n# einde\r\n");
    villages[2].write("site.yaml", "name: Testdorp\ndescription: A village.\nlanguage: en\n");
    for village in &villages {
        let said = done(&["theme", "add", &server.at("themes.json"), site(village)]).said();
        assert!(said.contains("overijssel 1.0.0") && said.contains("RW"), "{said}");
    }
    check_pins(&villages);
    done(&["thema", "neem-over", "not-found.html", site(&villages[0])]);
    let drift = || done(&["thema", "verschil", site(&villages[0])]).said();
    let first: Vec<_> = villages.iter().map(built).collect();
    assert!(style_of(&first[0]).contains("#a10001"), "the theme is on the site");

    let before = tree(villages[0].path());
    let said = done(&["thema", "werk-bij", site(&villages[0])]).said();
    assert!(said.contains("overijssel 1.0.0: je hebt de nieuwste versie"), "{said}");
    assert_eq!(tree(villages[0].path()), before);

    publisher.0.write("thema-overijssel/templates/not-found.html", page("Niet hier"));
    publisher.publish("overijssel", "1.1.0", "lvkk", ".een { color: #a20002 }\n");
    let said = done(&["thema", "werk-bij", site(&villages[0]), "--controleer"]).said();
    assert!(said.contains("overijssel: versie 1.1.0 is er; je hebt 1.0.0"), "{said}");
    assert_eq!(tree(villages[0].path()), before, "a check changes nothing");
    for (village, first) in villages.iter().zip(&first) {
        let said = done(&["theme", "update", site(village)]).said();
        assert!(said.contains("1.0.0") && said.contains("1.1.0"), "{said}");
        let second = built(village);
        assert!(style_of(&second).contains("#a20002") && !style_of(&second).contains("#a10001"));
        let updated = tree(village.path());
        done(&["theme", "rollback", site(village)]);
        assert_eq!(&built(village), first, "a rollback restores the site");
        done(&["theme", "rollback", site(village)]);
        assert_eq!(tree(village.path()), updated, "a second rollback goes forward again");
        assert_eq!(built(village), second);
    }
    let said = drift();
    assert!(
        said.contains("not-found.html: het origineel is veranderd, van versie 1.0.0 naar 1.1.0"),
        "{said}"
    );
    assert!(said.contains("\n-<p>Weg</p>\n+<p>Niet hier</p>\n"), "the diff shows what changed: {said}");
    done(&["thema", "terug", site(&villages[0])]);
    assert!(drift().contains("het origineel is hetzelfde gebleven"));
    done(&["thema", "terug", site(&villages[0])]);
    let said = done(&["thema", "lijst", site(&villages[0])]).said();
    assert!(said.contains("overijssel 1.1.0, het thema van deze site\n"), "{said}");
    assert!(
        said.contains(&format!("van {}", server.at("themes.json"))) && said.contains("hiervoor 1.0.0"),
        "{said}"
    );
}

#[test]
fn removing_a_theme_leaves_nothing_behind() {
    let publisher = Publisher::new();
    let package = publisher.pack("drenthe", "1.0", "lvkk", "");
    let village = Folder::with(VILLAGE);
    let before = tree(village.path());
    let said = done(&["thema", "voeg-toe", &package, site(&village)]).said();
    assert!(said.contains("toegevoegd: drenthe 1.0.0") && said.contains("niet ondertekend"), "{said}");
    refused(&village, &["thema", "terug", site(&village)], "geen vorige versie");
    refused(&village, &["thema", "verwijder", "drente", site(&village)], "bedoel je 'drenthe'?");
    done(&["thema", "verwijder", "drenthe", site(&village)]);
    assert_eq!(tree(village.path()), before);
    assert!(run(&["thema", "lijst", site(&village)]).said().contains("standaardthema"));
}

#[test]
fn adding_a_theme_also_adds_the_one_it_builds_on() {
    let publisher = Publisher::new();
    publisher.publish("overijssel", "1.0.0", "lvkk", ".onder { color: #a10001 }\n");
    publisher.publish("salland", "1.0.0", "overijssel", ".boven { color: #a30003 }\n");
    let server = Server::of(&publisher.shop());
    let village = Folder::with(VILLAGE);
    let list = server.at("themes.json");
    refused(
        &village,
        &["thema", "voeg-toe", &list, site(&village)],
        "hier zijn meer thema's: overijssel, salland",
    );
    refused(
        &village,
        &["thema", "voeg-toe", &format!("{list}#sallan"), site(&village)],
        "bedoel je 'salland'?",
    );
    done(&["thema", "voeg-toe", &format!("{list}#salland"), site(&village)]);
    let first = built(&village);
    assert!(style_of(&first).contains("#a30003") && style_of(&first).contains("#a10001"));
    refused(&village, &["thema", "verwijder", "overijssel", site(&village)], "bouwt op 'overijssel'");
    publisher.publish("overijssel", "1.0.1", "lvkk", ".onder { color: #a20002 }\n");
    let said = done(&["thema", "werk-bij", site(&village)]).said();
    assert!(said.contains("overijssel van 1.0.0 naar 1.0.1"), "{said}");
    assert!(said.contains("salland 1.0.0: je hebt de nieuwste versie"), "{said}");
    assert!(style_of(&built(&village)).contains("#a20002"));
    done(&["thema", "terug", site(&village)]);
    assert_eq!(built(&village), first);

    let other = Folder::with(VILLAGE);
    let package = publisher.path("winkel/salland-1.0.0.zip");
    let key = publisher.path("provincie.pub");
    refused(&other, &["thema", "voeg-toe", &package, site(&other), "--sleutel", &key], "voeg dat eerst toe");
    let below = publisher.path("winkel/overijssel-1.0.0.zip");
    done(&["thema", "voeg-toe", &below, site(&other), "--sleutel", &key]);
    done(&["thema", "voeg-toe", &package, site(&other), "--sleutel", &key]);
    assert_eq!(style_of(&built(&other)), style_of(&first));
    publisher.publish("overijssel", "2.0.0", "salland", "");
    let circle = publisher.path("winkel/overijssel-2.0.0.zip");
    refused(&other, &["thema", "voeg-toe", &circle, site(&other)], "bouwt uiteindelijk op zichzelf");
}

#[test]
fn a_rollback_needs_the_theme_that_the_previous_version_builds_on() {
    let publisher = Publisher::new();
    let below = publisher.pack("overijssel", "1.0.0", "lvkk", "");
    let first = publisher.pack("salland", "1.0.0", "overijssel", "");
    let second = publisher.pack("salland", "1.1.0", "lvkk", "");
    let village = Folder::with(VILLAGE);
    for package in [&below, &first, &second] {
        done(&["thema", "voeg-toe", package, site(&village)]);
    }
    let back = ["thema", "terug", site(&village)];
    let gone = "'salland' bouwt op het thema 'overijssel', en dat is er niet";
    let folder = village.join("themas/overijssel");
    fs::rename(&folder, village.join("overijssel")).expect("put aside");
    refused(&village, &back, gone);
    fs::rename(village.join("overijssel"), &folder).expect("put back");
    done(&["thema", "verwijder", "overijssel", site(&village)]);
    refused(&village, &back, gone);
}

#[test]
fn a_package_that_the_program_cannot_use_is_refused() {
    let publisher = Publisher::new();
    let village = Folder::with(VILLAGE);
    let package = |version: &str, api: u16| {
        let folder = publisher.path("thema-hei");
        publisher.0.write(
            "thema-hei/theme.yaml",
            format!("name: hei\nversion: {version}\napi: {api}\nextends: lvkk\n"),
        );
        let package = publisher.path(&format!("winkel/hei-{version}.zip"));
        done(&["thema", "pak", &folder, "-o", &package]);
        package
    };
    let later = package("2.0.0", 9);
    refused(&village, &["thema", "voeg-toe", &later, site(&village)], "nieuwste versie van Dorpsplein");
    let now = package("1.0.0", 1);
    done(&["thema", "voeg-toe", &now, site(&village)]);
    let said = done(&["thema", "werk-bij", site(&village)]).said();
    assert!(
        said.contains("hei: versie 2.0.0 is er ook, maar daarvoor heb je een nieuwere Dorpsplein nodig"),
        "{said}"
    );
    publisher.0.write("thema-hei/assets/extra.css", ".anders { color: #123 }");
    let again = package("1.0.0", 1);
    refused(&village, &["thema", "voeg-toe", &again, site(&village)], "er zit iets anders in");
    let shop = publisher.shop();
    fs::write(shop.join("kapot.zip"), &fs::read(&again).expect("a package")[..200]).expect("a file");
    let kapot = publisher.path("winkel/kapot.zip");
    refused(
        &village,
        &["thema", "voeg-toe", &kapot, site(&village)],
        "geen pakket van een thema, of het is stuk",
    );
}

#[test]
fn changes_made_by_hand_are_never_lost() {
    let publisher = Publisher::new();
    let first = publisher.pack("hei", "1.0.0", "lvkk", ".een { color: #a10001 }");
    let second = publisher.pack("hei", "1.1.0", "lvkk", ".een { color: #a20002 }");
    let village = Folder::with(VILLAGE);
    let add = |package: &str| ["thema", "voeg-toe", package, site(&village)].map(str::to_owned);
    let own: Vec<String> = add(&first).to_vec();
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    village.write("themas/hei/theme.yaml", "name: hei\nversion: 0.1\napi: 1\nextends: lvkk\n");
    refused(&village, &own, "niet door Dorpsplein gemaakt");
    fs::remove_dir_all(village.join("themas")).expect("our own");
    done(&own);
    village.write("themas/hei/assets/extra.css", ".een { color: #mijn }");
    let update = ["thema", "werk-bij", site(&village)];
    refused(&village, &update, "themas/hei/assets/extra.css");
    refused(&village, &["thema", "verwijder", "hei", site(&village)], "zet het dan in de map thema/");
    assert!(
        run(&["thema", "lijst", site(&village)]).said().contains("met de hand veranderd: assets/extra.css")
    );
    fs::remove_file(village.join("themas/hei/assets/extra.css")).expect("a file");
    done(&update);
    assert!(style_of(&built(&village)).contains("#a20002"));
    village.write("themas/hei/assets/mijn.css", "");
    refused(&village, &["thema", "terug", site(&village)], "themas/hei/assets/mijn.css");
    fs::remove_file(village.join("themas/hei/assets/mijn.css")).expect("a file");
    village.write("themas/.packages/hei-1.0.0.zip", fs::read(&second).expect("a package"));
    refused(&village, &["thema", "terug", site(&village)], "is er niet meer zoals hij was");
    village.write("themes.lock", "<<<<<<< HEAD\n");
    refused(&village, &["thema", "terug", site(&village)], "themes.lock kan niet worden gelezen");

    let odd = Folder::with(VILLAGE);
    odd.write("site.yaml", "naam: Testdorp\nthema: {naam: lvkk}\n");
    refused(
        &odd,
        &["thema", "voeg-toe", &first, site(&odd)],
        "thema:\n  naam: hei\n  versie: 1.0.0\n  controlegetal: ",
    );
}

/// A single version, added as a file or by its own address, does not say where later versions will appear.
#[test]
fn adding_a_single_package_keeps_the_list_for_later_versions() {
    let publisher = Publisher::new();
    publisher.publish("hei", "1.0.0", "lvkk", ".een { color: #a10001 }\n");
    let server = Server::of(&publisher.shop());
    let village = Folder::with(VILLAGE);
    done(&["theme", "add", &server.at("themes.json"), site(&village)]);
    publisher.publish("hei", "1.1.0", "lvkk", ".een { color: #a20002 }\n");
    let said = done(&["theme", "add", &server.at("hei-1.1.0.zip"), site(&village)]).said();
    assert!(said.contains(&format!("blijven komen van {}", server.at("themes.json"))), "{said}");
    publisher.publish("hei", "1.2.0", "lvkk", ".een { color: #a30003 }\n");
    done(&["theme", "add", &publisher.path("winkel/hei-1.2.0.zip"), site(&village)]);
    publisher.publish("hei", "1.3.0", "lvkk", ".een { color: #a40004 }\n");
    let said = done(&["thema", "werk-bij", site(&village)]).said();
    assert!(said.contains("1.3.0"), "{said}");
    assert!(style_of(&built(&village)).contains("#a40004"));
}
