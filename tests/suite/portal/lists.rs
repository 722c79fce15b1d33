//! Tests that mistakes in the sources of a portal are reported in place, in `site.yaml` or in a list that it
//! names, and that no password is ever repeated.

use dorpsplein::report::ShownRemark;

use crate::portal::villages::{document, gather_on, names, portal, region};
use crate::support::{Folder, TODAY, check, run, tree};

fn gather_and_read(portal: &Folder) -> (Vec<String>, Vec<ShownRemark>) {
    gather_on(portal, TODAY);
    let (region, said) = region(portal, TODAY);
    (names(&region).into_iter().map(str::to_owned).collect(), said)
}

#[test]
fn a_mistake_in_a_list_is_reported_at_its_line_in_that_list() {
    let portal = portal(&["lijsten/bronnen.txt".to_owned()]);
    portal.write("lijsten/aa/dorp.json", document("aa", "Koffie", "2026-12-01T10:00"));
    portal.write("lijsten/bee/dorp.json", "geen dorp");
    portal.write("lijsten/andere.txt", "aa\n");
    portal.write(
        "lijsten/bronnen.txt",
        "# dorpen\r\naa\r\n  bée/dorp.json\r\nbee\r\n\r\nandere.txt\r\n\thttps://\r\naa/dorp.json\r\n",
    );
    let (there, said) = gather_and_read(&portal);
    assert_eq!(there, ["Dorp aa"]);
    let places: Vec<(&str, u32, u32, u32, &str)> =
        said.iter().map(|one| (&*one.file, one.line, one.column, one.length, &*one.excerpt)).collect();
    let list = "lijsten/bronnen.txt";
    assert_eq!(
        places,
        [
            (list, 3, 3, 13, "  bée/dorp.json"),
            (list, 4, 1, 3, "bee"),
            (list, 6, 1, 10, "andere.txt"),
            (list, 7, 2, 8, "\thttps://"),
            (list, 8, 1, 12, "aa/dorp.json"),
        ],
        "{said:?}"
    );
    for (one, words) in said.iter().zip([
        "'bée/dorp.json' is er niet",
        "geen goede JSON",
        "'andere.txt' is geen dorp.json en geen map met sites",
        "'https://' is geen webadres",
        "twee keer van 'aa/dorp.json'",
    ]) {
        assert!(one.message.contains(words), "{one:?}");
        assert!(one.hint.is_some(), "a hint says what was expected: {one:?}");
    }
    assert!(said[0].hint.as_deref().is_some_and(|hint| hint.contains("begint bij de map van deze lijst")));
}

/// Whoever builds all sites into one folder after building each in its own has every village there twice.
#[test]
fn villages_that_are_in_one_folder_twice_are_reported_with_both_paths() {
    let portal = portal(&["dorpen".to_owned()]);
    for name in ["aa", "bee", "cee", "dee"] {
        portal
            .write(&format!("dorpen/{name}/public/dorp.json"), document(name, "Koffie", "2026-12-01T10:00"));
        portal.write(&format!("dorpen/sites/{name}/dorp.json"), document(name, "Koffie", "2026-12-01T10:00"));
    }
    let (there, said) = gather_and_read(&portal);
    assert_eq!(there, ["Dorp aa", "Dorp bee", "Dorp cee", "Dorp dee"], "{said:?}");
    let [one] = &*said else { panic!("{said:?}") };
    let says = "in de map 'dorpen' komen 4 dorpen dubbel: 'Dorp aa' ('dorpen/aa/public/dorp.json' en 'dorpen/sites/aa/dorp.json'), ";
    assert!(one.message.starts_with(says) && one.message.ends_with(" en nog 1"), "{one:?}");
    let hint = one.hint.as_deref().unwrap_or_default();
    assert!(hint.contains("noem een map waarin elk dorp één keer staat"), "{one:?}");
}

/// People get at most a hundred messages of one kind; programs get all of them.
#[test]
fn every_failing_source_is_in_the_report_for_programs() {
    let all: Vec<String> = (0..160).map(|number| format!("dorp-{number:03}/dorp.json")).collect();
    let fleet = Folder::new();
    let lines: String = all.iter().map(|line| format!("  - {line}\n")).collect();
    fleet.write("portaal/site.yaml", format!("{}{lines}", crate::portal::villages::HEAD));
    let portal = fleet.join("portaal");
    let path = |folder: &std::path::Path| folder.to_str().expect("a path").to_owned();
    let people = run(&["controleer", &path(&portal), "--vandaag", TODAY]);
    assert!(people.said().contains("nog 60 waarschuwingen van deze soort"), "{}", people.said());
    assert!(people.said().contains("je leest ze allemaal met --vorm json"), "{}", people.said());
    for words in [&["controleer", &*path(&portal)][..], &["dorpen", "controleer", &path(fleet.path())]] {
        let ran = run(&[words, &["--vandaag", TODAY, "--vorm", "json"]].concat());
        assert_eq!(ran.code, 0, "{}", ran.said());
        for line in &all {
            assert!(ran.out.contains(&format!("'{line}' is er niet")), "{words:?} {line}: {}", ran.out);
        }
        assert!(!ran.out.contains("nog 60"), "each is listed itself: {}", ran.out);
        let told: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
        let warnings = told.get("warnings").unwrap_or(&told["villages"][0]["warnings"]);
        assert_eq!(warnings, 160);
    }
}

#[test]
fn a_windows_path_leads_to_the_same_place_on_every_system() {
    let portal = portal(&[r"lijsten\bronnen.txt".to_owned(), r".\los\cee".to_owned()]);
    portal.write("lijsten/aa/dorp.json", document("aa", "Koffie", "2026-12-01T10:00"));
    portal.write("lijsten/meer/bee/dorp.json", document("bee", "Thee", "2026-12-01T10:00"));
    portal.write("los/cee/dorp.json", document("cee", "Soep", "2026-12-01T10:00"));
    portal.write("lijsten/bronnen.txt", "aa\\dorp.json\n.\\meer\\bee\n");
    let (there, said) = gather_and_read(&portal);
    assert_eq!(there, ["Dorp aa", "Dorp bee", "Dorp cee"], "{said:?}");
}

/// When a village is missing its own copy is used, not that of a village with the same path in another list.
#[test]
fn two_lists_may_use_the_same_path_for_different_villages() {
    let portal = portal(&["noord/lijst.txt".to_owned(), "zuid/lijst.txt".to_owned()]);
    for (folder, name) in [("noord", "aa"), ("zuid", "bee")] {
        portal.write(&format!("{folder}/lijst.txt"), "dorp/dorp.json\n");
        portal.write(&format!("{folder}/dorp/dorp.json"), document(name, "Koffie", "2026-12-01T10:00"));
    }
    assert_eq!(gather_and_read(&portal).0, ["Dorp aa", "Dorp bee"]);
    std::fs::remove_file(portal.join("noord/dorp/dorp.json")).expect("removed");
    let (there, said) = gather_and_read(&portal);
    assert_eq!(there, ["Dorp aa", "Dorp bee"], "{said:?}");
    let [one] = &*said else { panic!("{said:?}") };
    assert_eq!(&*one.file, "noord/lijst.txt", "{one:?}");
}

#[test]
fn a_village_missing_from_a_folder_in_a_list_is_reported_at_the_line_of_that_folder() {
    let portal = portal(&["bronnen.txt".to_owned()]);
    portal.write("bronnen.txt", "# alle dorpen\ndorpen\n");
    for name in ["aa", "bee"] {
        portal.write(&format!("dorpen/{name}/dorp.json"), document(name, "Koffie", "2026-12-01T10:00"));
    }
    assert_eq!(gather_and_read(&portal).1.len(), 0);
    std::fs::remove_dir_all(portal.join("dorpen/bee")).expect("removed");
    portal.write("bronnen.txt", "# alle dorpen\n# van nu\ndorpen\n");
    let (there, said) = gather_and_read(&portal);
    assert_eq!(there.len(), 2);
    let [one] = &*said else { panic!("{said:?}") };
    assert_eq!((&*one.file, one.line), ("bronnen.txt", 3), "{one:?}");
}

#[test]
fn a_list_that_is_not_utf8_loses_no_village_and_is_reported() {
    let portal = portal(&["bronnen.txt".to_owned()]);
    portal.write("dorpen/aa/dorp.json", document("aa", "Koffie", "2026-12-01T10:00"));
    portal.write("bronnen.txt", "dorpen/aa\n");
    assert_eq!(gather_and_read(&portal).0, ["Dorp aa"]);
    portal.write("bronnen.txt", b"dorpen/aa\n# S\xfadwest\n");
    let (there, said) = gather_and_read(&portal);
    assert_eq!(there, ["Dorp aa"]);
    let [one] = &*said else { panic!("{said:?}") };
    assert!(one.message.contains("'bronnen.txt' is niet te lezen (regel 2, teken 4)"), "{one:?}");
}

#[test]
fn an_unreadable_list_is_reported_by_its_own_name() {
    let portal = portal(&["dorpen.lijst".to_owned()]);
    for bytes in [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"dorpen/aa\n# S\xfadwest\n"] {
        portal.write("dorpen.lijst", bytes);
        let (_, said) = gather_and_read(&portal);
        let [one] = &*said else { panic!("{said:?}") };
        assert!(one.message.contains("'dorpen.lijst'"), "{one:?}");
        assert!(!format!("{one:?}").contains("bronnen.txt"), "{one:?}");
    }
}

/// Whoever builds a portal may show its messages to many people.
#[test]
fn a_password_in_an_address_is_never_repeated() {
    let sources = [
        "https://naam:verborgen@dorp.invalid/",
        "https://naam:verborgen@dorp.invalid/",
        "ftp://naam:verborgen@dorp.invalid/",
        "naam:verborgen@dorp.invalid",
        "naam:verborgen@dorp.invalid",
        "https://naam:ver/verborgen@dorp.invalid/",
        "{adres: 'https://verborgen@dorp.invalid', naam: Aa}",
        "bronnen.txt",
    ];
    let portal = portal(&sources.map(str::to_owned));
    portal.write("bronnen.txt", format!("{}\n{}\nverborgen:verborgen@niets\n", sources[0], sources[3]));
    let place = portal.path().to_str().expect("a path");
    for form in ["human", "json", "github"] {
        let ran = run(&["check", place, "--today", TODAY, "--format", form]);
        let said = ran.said();
        assert!(!said.contains("verborgen"), "{form}: {said}");
        assert!(said.contains("@dorp.invalid"), "{form}: {said}");
    }
    let ran = check(portal.path());
    assert!(ran.err.contains("staat een naam of wachtwoord om in te loggen"), "{}", ran.err);
    let kept = tree(&portal.join(".dorpsplein"));
    assert!(kept.contains_key("bronnen/lijst.json"));
    for (path, bytes) in kept {
        assert!(!String::from_utf8_lossy(&bytes).contains("verborgen"), "{path}");
    }
}
