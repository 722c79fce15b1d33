//! Added themes in poor condition: the lock or a file is missing, or the built-in version is newer.
//! Whatever can be verified is trusted, and the village is told about the rest.

use std::fs;

use crate::support::publisher::{Publisher, done, refused, site};
use crate::support::{Folder, TODAY, VILLAGE, check, copy_tree, project, run, tree};

/// Returns a village with a signed theme from a shop that publishes its key.
fn village_of(publisher: &Publisher) -> Folder {
    publisher.publish("overijssel", "1.0.0", "lvkk", ".een { color: #a10001 }\r\n");
    let village = Folder::with(VILLAGE);
    done(&["thema", "voeg-toe", &publisher.path("winkel/themes.json"), site(&village)]);
    village
}

fn said_by_check(village: &Folder) -> String {
    let ran = check(village.path());
    assert_eq!(ran.code, 0, "{}", ran.said());
    ran.said()
}

fn lose_lock(village: &Folder) {
    fs::remove_file(village.join("themes.lock")).expect("a lock");
}

#[test]
fn a_theme_that_matches_its_pin_is_trusted_without_a_lock() {
    let publisher = Publisher::new();
    let village = village_of(&publisher);
    let before = tree(village.path());
    let add = ["thema", "voeg-toe", &publisher.path("winkel/themes.json"), site(&village)];
    // Without the stored packages, the files of the theme are enough.
    for keeps_packages in [true, false] {
        lose_lock(&village);
        if !keeps_packages {
            fs::remove_dir_all(village.join("themas/.packages")).expect("a folder");
        }
        let said = said_by_check(&village);
        assert!(said.contains("opmerking: 'themes.lock' is weg"), "{said}");
        assert!(said.contains("nog precies wat het controlegetal in site.yaml zegt"), "{said}");
        assert!(said.contains("dorpsplein thema werk-bij"), "{said}");
        let said = done(&["thema", "lijst", site(&village)]).said();
        assert!(said.contains("overijssel 1.0.0, het thema van deze site"), "{said}");
        assert!(said.contains("van wie het kwam, is niet meer bekend") && !said.contains("niet ondertekend"));
        let said = done(&["thema", "werk-bij", site(&village)]).said();
        assert!(said.contains("themes.lock was weg en is er weer"), "{said}");
        assert!(!said_by_check(&village).contains("themes.lock"));
        // Adding it again by its address restores everything.
        let said = done(&add).said();
        assert!(said.contains("overijssel 1.0.0 was er al"), "{said}");
        assert!(said.contains("van wie 'overijssel' kwam, was niet meer bekend"), "{said}");
        assert_eq!(tree(village.path()), before);
    }
    // Git on Windows changes line endings, including those of the list.
    lose_lock(&village);
    for file in ["package.json", "theme.yaml"] {
        let file = format!("themas/overijssel/{file}");
        let text = village.read(&file).replace('\n', "\r\n");
        village.write(&file, text);
    }
    assert!(said_by_check(&village).contains("opmerking: 'themes.lock' is weg"));
}

#[test]
fn a_theme_that_differs_from_its_pin_is_reported_without_a_lock() {
    let publisher = Publisher::new();
    let village = village_of(&publisher);
    lose_lock(&village);
    village.write("themas/overijssel/assets/extra.css", ".een { color: #ander }\n");
    let said = said_by_check(&village);
    assert!(said.contains("waarschuwing: 'themes.lock' is weg, en het thema in 'themas/overijssel' is niet"));
    assert!(said.contains("--> site.yaml:"), "{said}");
    assert!(said.contains("haal 'themas/overijssel' dan weg en voeg het thema opnieuw toe"), "{said}");
    // The stored package shows which file differs, and no work is lost.
    let update = ["thema", "voeg-toe", &publisher.path("winkel/themes.json"), site(&village)];
    refused(&village, &update, "themas/overijssel/assets/extra.css");
    done(&["thema", "werk-bij", site(&village)]);
    let said = said_by_check(&village);
    assert!(said.contains("'themas/overijssel/assets/extra.css' is niet zoals het met het thema meekwam"));
    // Without that package nothing can be verified, and no lock is invented.
    lose_lock(&village);
    fs::remove_dir_all(village.join("themas/.packages")).expect("a folder");
    let ran = run(&["thema", "werk-bij", site(&village)]);
    assert!(ran.code == 2 && !village.join("themes.lock").exists(), "{}", ran.said());
}

#[test]
fn a_deleted_theme_file_is_named_and_restored() {
    let publisher = Publisher::new();
    let village = village_of(&publisher);
    let before = tree(village.path());
    let (style, manifest) = ("themas/overijssel/assets/extra.css", "themas/overijssel/theme.yaml");
    fs::remove_file(village.join(style)).expect("a file");
    let said = said_by_check(&village);
    assert!(said.contains(&format!("'{style}' kwam met het thema mee en is weg")), "{said}");
    assert!(said.contains("zet het terug met: dorpsplein thema werk-bij\n"), "{said}");
    assert!(done(&["thema", "lijst", site(&village)]).said().contains("weg: assets/extra.css"));
    let said = done(&["thema", "werk-bij", site(&village)]).said();
    assert!(said.contains("dit was weg en is er weer: assets/extra.css"), "{said}");
    assert_eq!(tree(village.path()), before);
    // An update leaves changed files alone, so those must be put back first.
    fs::remove_file(village.join(style)).expect("a file");
    village.write(manifest, format!("{}# mijn\n", village.read(manifest)));
    let said = said_by_check(&village);
    assert!(said.contains("zet eerst terug wat met de hand is veranderd"), "{said}");
    // Without the stored package, the theme has to be added again from its source.
    village.write(manifest, before.get(manifest).expect("a file"));
    fs::remove_dir_all(village.join("themas/.packages")).expect("a folder");
    let said = done(&["thema", "werk-bij", site(&village)]).said();
    assert!(said.contains(&format!("het pakket is niet bewaard:\n  {style}\n")), "{said}");
}

#[test]
fn an_older_copy_of_the_built_in_theme_is_reported() {
    let publisher = Publisher::new();
    let copy = publisher.0.join("thema-lvkk");
    copy_tree(&project().join("themes/lvkk"), &copy);
    let ours = fs::read_to_string(copy.join("theme.yaml")).expect("a theme");
    let version = ours.lines().find_map(|line| line.strip_prefix("version: ")).expect("a version");
    let village = Folder::with(VILLAGE);
    let pack = |version_of_copy: &str| {
        let text = ours.replace(&format!("version: {version}"), &format!("version: {version_of_copy}"));
        publisher.0.write("thema-lvkk/theme.yaml", text);
        let package = publisher.path(&format!("winkel/lvkk-{version_of_copy}.zip"));
        done(&["thema", "pak", copy.to_str().expect("a path"), "-o", &package]);
        package
    };
    let said = done(&["thema", "voeg-toe", &pack("0.0.9"), site(&village)]).said();
    let newer = format!("'lvkk' 0.0.9 is ouder dan versie {version}, die in Dorpsplein zelf zit");
    assert!(said.contains(&newer), "{said}");
    let said = said_by_check(&village);
    assert!(said.contains("waarschuwing: in 'themas/lvkk' staat 'lvkk' 0.0.9, en die gaat voor"), "{said}");
    let json = run(&["check", site(&village), "--today", TODAY, "--format", "json"]);
    assert!(json.out.contains("\"theme-older-than-ours\""), "{}", json.said());
    assert!(said.contains("dorpsplein thema verwijder lvkk"), "{said}");
    // A copy that is as new or newer is intended.
    for meant in [version, "99.0.0"] {
        let said = done(&["thema", "voeg-toe", &pack(meant), site(&village)]).said();
        assert!(!said.contains("is ouder dan"), "{said}");
        assert!(!said_by_check(&village).contains("lvkk"));
    }
}

#[test]
fn a_theme_that_another_builds_on_is_recognised_without_a_lock() {
    let publisher = Publisher::new();
    publisher.publish("overijssel", "1.0.0", "lvkk", "");
    publisher.publish("salland", "1.0.0", "overijssel", "");
    let village = Folder::with(VILLAGE);
    let list = format!("{}#salland", publisher.path("winkel/themes.json"));
    done(&["thema", "voeg-toe", &list, site(&village)]);
    lose_lock(&village);
    done(&["thema", "werk-bij", site(&village)]);
    assert!(!said_by_check(&village).contains("thema"), "{}", said_by_check(&village));
}
