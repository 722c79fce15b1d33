//! Theme commands lose nobody's work: files in a theme's folder, signed packages, interrupted runs.

use std::fs;

use crate::support::publisher::{Publisher, done, refused, site};
use crate::support::{Folder, VILLAGE, build, run, tree};

/// Returns a village that updated the theme `hei` from 1.0.0 to 1.1.0, and the publisher of that theme.
fn with_theme() -> (Publisher, Folder) {
    let publisher = Publisher::new();
    let first = publisher.pack("hei", "1.0.0", "lvkk", ".een { color: #a10001 }");
    let second = publisher.pack("hei", "1.1.0", "lvkk", ".een { color: #a20002 }");
    let village = Folder::with(VILLAGE);
    done(&["thema", "voeg-toe", &first, site(&village)]);
    done(&["thema", "voeg-toe", &second, site(&village)]);
    (publisher, village)
}

#[test]
fn hidden_files_in_the_folder_of_a_theme_are_not_lost() {
    let (publisher, village) = with_theme();
    let third = publisher.pack("hei", "1.2.0", "lvkk", ".een { color: #a30003 }");
    for file in [".git/HEAD", "assets/.schets", "node_modules/x/index.js", "templates/oud.html~", "a.tmp"] {
        village.write(&format!("themas/hei/{file}"), "mijn werk");
        let shown = format!("themas/hei/{file}");
        refused(&village, &["thema", "voeg-toe", &third, site(&village)], &shown);
        refused(&village, &["thema", "terug", site(&village)], "meekwam, en dat zou verloren gaan");
        refused(&village, &["thema", "verwijder", "hei", site(&village)], &shown);
        let listed = run(&["thema", "lijst", site(&village)]).said();
        assert!(listed.contains(&format!("kwam niet met het thema mee: {file}")), "{listed}");
        let top = file.split('/').next().expect("a name");
        let path = village.join(&format!("themas/hei/{top}"));
        if top == "assets" || top == "templates" {
            fs::remove_file(village.join(&shown)).expect("a file");
        } else if path.is_dir() {
            fs::remove_dir_all(path).expect("a folder");
        } else {
            fs::remove_file(path).expect("a file");
        }
    }
    // Files that Windows and macOS leave everywhere are nobody's work.
    village.write("themas/hei/.DS_Store", "x");
    for mine in ["themas/.old-hei/mijn.txt", "themas/.new-hei/mijn.txt"] {
        village.write(mine, "mijn");
    }
    done(&["thema", "voeg-toe", &third, site(&village)]);
    assert_eq!(village.read("themas/.old-hei/mijn.txt"), "mijn");
    assert_eq!(village.read("themas/.new-hei/mijn.txt"), "mijn");
    assert!(!village.join(".dorpsplein").exists(), "no working files are left");
}

#[test]
fn a_theme_with_missing_files_is_restored() {
    let (_publisher, village) = with_theme();
    let whole = tree(village.path());
    let update = ["thema", "werk-bij", site(&village)];
    fs::remove_file(village.join("themas/hei/package.json")).expect("a file");
    let said = run(&["controleer", site(&village)]).said();
    assert!(said.contains("themas/hei/package.json' ontbreekt") && said.contains("werk-bij"), "{said}");
    assert!(done(&update).said().contains("hersteld"));
    assert_eq!(tree(village.path()), whole);
    village.write("themas/hei/package.json", "{}");
    fs::remove_file(village.join("themas/hei/assets/extra.css")).expect("a file");
    done(&update);
    assert_eq!(tree(village.path()), whole);
    fs::remove_dir_all(village.join("themas/hei")).expect("a folder");
    done(&update);
    assert_eq!(tree(village.path()), whole);
    // Without the package, nobody can tell which files came with the theme.
    fs::remove_dir_all(village.join("themas/.packages")).expect("a folder");
    fs::remove_file(village.join("themas/hei/package.json")).expect("a file");
    refused(
        &village,
        &["thema", "verwijder", "hei", site(&village)],
        "haal de map dan weg en voeg het thema opnieuw toe",
    );
    assert!(done(&update).said().contains("package.json ontbreekt in 'themas/hei'"));
}

#[test]
fn a_lock_a_folder_and_a_pin_that_disagree_are_repaired() {
    let (_publisher, village) = with_theme();
    let now = tree(village.path());
    let update = ["thema", "werk-bij", site(&village)];
    // The previous lock with the current folder: nobody changed anything by hand.
    let lock = village.read("themes.lock");
    done(&["thema", "terug", site(&village)]);
    let before = village.read("themes.lock");
    done(&["thema", "terug", site(&village)]);
    assert_eq!(village.read("themes.lock"), lock);
    village.write("themes.lock", &before);
    assert!(done(&["thema", "terug", site(&village)]).said().contains("van 1.0.0 naar 1.1.0"));
    assert_eq!(tree(village.path()), now);
    // A `site.yaml` that names the previous version.
    let text = village.read("site.yaml");
    village.write("site.yaml", text.replace("versie: 1.1.0", "versie: 1.0.0"));
    assert!(done(&update).said().contains("site.yaml noemde een andere versie"));
    assert_eq!(village.read("site.yaml"), text);
    // After a power failure, the next command, whatever it is, first finishes the interrupted work.
    village.write(".dorpsplein/.gitignore", "*\n");
    village.write(".dorpsplein/exchange/files/0", "naam: Nieuw\n");
    village.write(
        ".dorpsplein/exchange/plan.json",
        r#"{"form": 1, "folders": [{"path": "themas/hei", "new": false}], "files": [{"path": "site.yaml", "new": true}]}"#,
    );
    assert!(done(&["thema", "lijst", site(&village)]).said().contains("die is nu eerst afgemaakt"));
    assert!(!village.join("themas/hei").exists() && !village.join(".dorpsplein").exists());
    assert_eq!(village.read("site.yaml"), "naam: Nieuw\n");
}

#[test]
fn a_signed_package_and_a_foreign_list_are_not_overwritten() {
    let publisher = Publisher::new();
    publisher.publish("hei", "1.0.0", "lvkk", ".een { color: #a10001 }");
    let package = publisher.path("winkel/hei-1.0.0.zip");
    let signed = fs::read(&package).expect("a package");
    publisher.0.write("thema-hei/assets/extra.css", ".anders { color: #123456 }");
    let folder = publisher.path("thema-hei");
    let ran = run(&["thema", "pak", &folder, "-o", &package]);
    assert!(
        ran.code == 2 && ran.said().contains("raise 'version'") || ran.said().contains("verhoog 'version'"),
        "{}",
        ran.said()
    );
    assert_eq!(fs::read(&package).expect("a package"), signed);
    let shop = publisher.shop();
    let shop = shop.to_str().expect("a path");
    publisher.0.write("winkel/half.zip", &signed[..20]);
    let said = run(&["thema", "index", shop]).said();
    assert!(said.contains("half.zip"), "{said}");
    publisher.0.write("winkel/themes.json", "{\"mijn\": \"winkel\"}");
    let ran = run(&["thema", "index", shop]);
    assert!(ran.code == 2 && ran.said().contains("themes.json"), "{}", ran.said());
    assert_eq!(publisher.0.read("winkel/themes.json"), "{\"mijn\": \"winkel\"}");
}

#[test]
fn a_switch_to_another_theme_is_reported_and_can_be_undone() {
    let publisher = Publisher::new();
    let hei = publisher.pack("hei", "1.0.0", "lvkk", ".een { color: #a10001 }");
    let bos = publisher.pack("bos", "1.0.0", "lvkk", ".een { color: #a20002 }");
    let village = Folder::with(VILLAGE);
    let add = |package: &str| done(&["thema", "voeg-toe", package, site(&village)]).said();
    assert!(!add(&hei).contains("thema terug"), "there is nothing to go back to");
    let with_hei = village.read("site.yaml");
    let said = add(&bos);
    assert!(said.contains("was 'hei' en is nu 'bos'") && said.contains("thema terug"), "{said}");
    let with_bos = village.read("site.yaml");
    assert!(done(&["thema", "terug", site(&village)]).said().contains("is weer 'hei'"));
    assert_eq!(village.read("site.yaml"), with_hei);
    done(&["thema", "terug", site(&village)]);
    assert_eq!(village.read("site.yaml"), with_bos);
    assert!(done(&["thema", "verwijder", "bos", site(&village)]).said().contains("is weer 'hei'"));
    assert_eq!(village.read("site.yaml"), with_hei);
    // A theme that the site's theme builds on does not take its place.
    let over = publisher.pack("kust", "1.0.0", "hei", "");
    add(&over);
    let with_kust = village.read("site.yaml");
    let newer = publisher.pack("hei", "1.1.0", "lvkk", ".een { color: #a30003 }");
    let said = add(&newer);
    assert!(said.contains("blijft 'kust'"), "{said}");
    assert_eq!(village.read("site.yaml"), with_kust);
}

#[test]
fn a_village_with_two_theme_folders_gets_no_theme() {
    let (publisher, village) = with_theme();
    village.write("themes/zee/theme.yaml", "name: zee\nversion: 1.0\napi: 1\nextends: lvkk\n");
    let package = publisher.path("winkel/hei-1.0.0.zip");
    refused(&village, &["thema", "voeg-toe", &package, site(&village)], "'themas' en 'themes'");
}

#[test]
fn a_theme_that_cannot_be_added_is_refused_with_a_reason() {
    let (publisher, village) = with_theme();
    let folder = publisher.path("thema-hei");
    let add =
        |what: &str, because: &str| refused(&village, &["thema", "voeg-toe", what, site(&village)], because);
    add(&folder, "dorpsplein thema pak");
    add("provincie.example/themes.json", "https://provincie.example/themes.json");
    add("https://jan:geheim@127.0.0.1:1/themes.json", "••••");
    publisher.pack("bos", "1.0.0", "lvkk", "");
    let shop = publisher.path("winkel");
    done(&["thema", "voeg-toe", &format!("{shop}#bos"), site(&village)]);
    let text = village.read("site.yaml");
    village.write("site.yaml", format!("{text}\nkleur: [\n"));
    let hei = publisher.path("winkel/hei-1.1.0.zip");
    add(&hei, "in site.yaml staat een fout");
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    village.write("site.yaml", [&[0xff, 0xfe][..], &wide].concat());
    add(&hei, "niet als UTF-8 bewaard");
}

#[test]
fn an_adopted_copy_replaces_its_original() {
    let publisher = Publisher::new();
    publisher.0.write(
        "thema-hei/templates/base.html",
        "{% extends \"base.html\" %}\n{% block footer_end %}<p>hei-voet</p>{% endblock footer_end %}\n",
    );
    let package = publisher.pack("hei", "1.0.0", "lvkk", "");
    let village = Folder::with(VILLAGE);
    done(&["thema", "voeg-toe", &package, site(&village)]);
    let footers = || {
        let output = Folder::new();
        let ran = build(village.path(), &output.join("public"));
        assert_eq!(ran.code, 0, "{}", ran.said());
        output.read("public/index.html").matches("hei-voet").count()
    };
    let shown = done(&["thema", "waar", "base.html", site(&village)]).said();
    assert!(shown.contains("themas/hei (versie 1.0.0): verandert een deel"), "{shown}");
    assert!(shown.contains("lvkk (versie") && shown.contains("): deze telt"), "{shown}");
    assert_eq!(footers(), 1);
    done(&["thema", "neem-over", "base.html", site(&village)]);
    assert_eq!(footers(), 1, "{}", village.read("thema/templates/base.html"));
    let drift = || done(&["thema", "verschil", site(&village)]).said();
    assert!(drift().contains("hetzelfde gebleven"), "{}", drift());
    // The file is taken from the named theme, and from no other.
    fs::remove_dir_all(village.join("thema")).expect("a folder");
    done(&["thema", "neem-over", "lvkk/templates/base.html", site(&village)]);
    assert!(village.read("thema/templates/base.html").contains("<!doctype html>"));
    assert!(drift().contains("hetzelfde gebleven"), "{}", drift());
    refused(
        &village,
        &["thema", "neem-over", "theme.yaml", site(&village)],
        "vertelt iets over het thema zelf",
    );
    refused(
        &village,
        &["thema", "neem-over", "themas/hei/templates/home.html", site(&village)],
        "in 'themas/hei' is geen bestand",
    );
    // A change by hand in the theme moves to the village's copy; the stored original is as delivered.
    village.write("themas/hei/assets/extra.css", ".mijn { color: #123456 }");
    done(&["thema", "neem-over", "extra.css", site(&village)]);
    assert!(village.read("thema/assets/extra.css").contains(".mijn"));
    assert!(!village.read("thema/.originals/assets/extra.css").contains(".mijn"));
    // The lock forgets adopted files that the village deleted.
    fs::remove_file(village.join("thema/templates/base.html")).expect("a file");
    done(&["thema", "neem-over", "not-found.html", site(&village)]);
    assert!(!village.read("themes.lock").contains("base.html"));
}

/// A theme made by hand beside a site builds on one that was added. The added theme can be updated and rolled
/// back, but not removed from under it.
#[test]
fn a_theme_below_a_handmade_one_can_be_updated_but_not_removed() {
    let publisher = Publisher::new();
    let village = Folder::with(VILLAGE);
    let text = format!("{}thema: zuid\n", village.read("site.yaml"));
    village.write("site.yaml", &text);
    village.write("themas/zuid/theme.yaml", "name: zuid\nversion: 1.0.0\napi: 1\nextends: noord\n");
    let first = publisher.pack("noord", "1.0.0", "lvkk", ".een { color: #a10001 }");
    let said = done(&["thema", "voeg-toe", &first, site(&village)]).said();
    assert!(said.contains("blijft 'zuid', dat op 'noord' bouwt"), "{said}");
    publisher.pack("noord", "1.1.0", "lvkk", ".een { color: #a20002 }");
    let said = done(&["thema", "werk-bij", site(&village)]).said();
    assert!(said.contains("noord van 1.0.0 naar 1.1.0") && said.contains("thema terug"), "{said}");
    assert!(done(&["thema", "terug", site(&village)]).said().contains("van 1.1.0 naar 1.0.0"));
    refused(&village, &["thema", "verwijder", "noord", site(&village)], "het thema 'zuid' bouwt op 'noord'");
    assert_eq!(village.read("site.yaml"), text);
}

#[test]
fn a_village_file_too_large_to_read_is_not_overwritten() {
    let village = Folder::with(VILLAGE);
    let large = vec![b'x'; 9 * 1024 * 1024];
    village.write("thema/assets/site.js", &large);
    village.write("thema/assets/extra.css", ".a { color: red }");
    let said = run(&["thema", "neem-over", "site.js", site(&village)]).said();
    assert_eq!(fs::read(village.join("thema/assets/site.js")).expect("a file").len(), large.len(), "{said}");
}

#[test]
fn a_lock_that_cannot_be_read_is_not_overwritten() {
    let (_publisher, village) = with_theme();
    let large = vec![b' '; 9 * 1024 * 1024];
    village.write("themes.lock", &large);
    for words in [vec!["neem-over", "venue.html"], vec!["terug"], vec!["verwijder", "overijssel"]] {
        let ran = run(&[&["thema"], &words[..], &[site(&village)]].concat());
        assert!(
            ran.code == 2 && ran.said().contains("themes.lock kan niet worden gelezen"),
            "{}",
            ran.said()
        );
    }
    assert_eq!(fs::read(village.join("themes.lock")).expect("a file").len(), large.len());
    assert!(!village.join("thema").exists());
}

#[test]
fn a_theme_that_nobody_can_use_is_neither_started_nor_called_ready() {
    let place = Folder::new();
    for (name, extends, because) in [
        ("con", "lvkk", "Windows"),
        ("lvkk", "lvkk", "kan niet op 'lvkk' bouwen"),
        ("zelf", "zelf", "kan niet op 'zelf' bouwen"),
        ("!!!", "lvkk", "mijn-provincie"),
    ] {
        let folder = place.join(name);
        let folder = folder.to_str().expect("a path");
        let mut command = crate::support::program();
        command.env("LC_ALL", "nl_NL.UTF-8").args(["thema", "nieuw", folder, "--bouwt-op", extends]);
        let ran = crate::support::Ran::of(command.output().expect("the program runs"));
        assert!(ran.code == 64 && ran.said().contains(because), "{name}: {} {}", ran.code, ran.said());
    }
    place.write("hei/theme.yaml", "name: hei\nversion: 1.0\napi: 1\nextends: lvkk\n");
    place.write("hei/notities.txt", "niet voor anderen");
    let folder = place.join("hei");
    let ran = run(&["thema", "controleer", folder.to_str().expect("a path")]);
    assert!(ran.code == 1 && ran.said().contains("notities.txt"), "{}", ran.said());
}

/// Merely opening a path on another machine may already send it the user's login.
#[test]
fn a_strangers_lock_does_not_lead_to_another_machine() {
    let (_publisher, village) = with_theme();
    let lock = village.read("themes.lock");
    let from = lock.lines().find(|line| line.contains("\"from\"")).expect("a line");
    for elsewhere in ["//10.255.255.1/deel/hei.zip", r"\\\\10.255.255.1\\deel", r"\\\\?\\UNC\\elders\\deel"] {
        village.write("themes.lock", lock.replace(from, &format!("      \"from\": \"{elsewhere}\",")));
        let said = done(&["thema", "werk-bij", site(&village)]).said();
        assert!(
            said.contains("andere computer") && said.contains("voeg het thema dan opnieuw toe"),
            "{said}"
        );
    }
}
