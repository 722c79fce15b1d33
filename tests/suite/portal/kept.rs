//! Tests what a portal keeps: villages stay when folders, lists or copies go missing, and go when their
//! source is removed.

use std::fs;

use dorpsplein::report::ShownRemark;

use crate::portal::villages::{HEAD, Server, document, gather_on, names, portal, region};
use crate::support::{Folder, TODAY, build, run, tree};

fn write_village(portal: &Folder, path: &str, name: &str) {
    portal.write(&format!("{path}/dorp.json"), document(name, "Koffie", "2026-12-01T10:00"));
}

fn rename(portal: &Folder, from: &str, to: &str) {
    fs::rename(portal.join(from), portal.join(to)).expect("moved");
}

/// Gathers on a day; returns the villages on the portal, and the messages.
fn gather_and_read(portal: &Folder, day: &str) -> (Vec<String>, Vec<ShownRemark>) {
    gather_on(portal, day);
    let (region, said) = region(portal, TODAY);
    (names(&region).into_iter().map(str::to_owned).collect(), said)
}

/// Checks that there is one such message, with the date of what is shown.
fn assert_one_message_with_date(said: &[ShownRemark], message: &str) {
    let [one] = said else { panic!("{said:?}") };
    assert!(one.message.contains(message), "{one:?}");
    let hint = one.hint.as_deref().unwrap_or_default();
    assert!(hint.contains("wat er staat, is van vrijdag 20 november 2026"), "{hint}");
}

#[test]
fn villages_stay_when_their_folder_is_missing_or_empty() {
    let portal = portal(&["dorpen".to_owned()]);
    write_village(&portal, "dorpen/aa", "aa");
    write_village(&portal, "dorpen/bee", "bee");
    let both = ["Dorp aa", "Dorp bee"];
    assert_eq!(gather_and_read(&portal, "2026-11-20").0, both);
    let store = tree(&portal.join(".dorpsplein/bronnen")).len();

    rename(&portal, "dorpen", ".weg");
    let (there, said) = gather_and_read(&portal, "2026-11-22");
    assert_eq!(there, both);
    assert_one_message_with_date(&said, "'dorpen' is er niet");

    // A network share that is not mounted leaves an empty folder, however long that lasts.
    fs::create_dir(portal.join("dorpen")).expect("a folder");
    for day in ["2026-11-23", "2027-03-01"] {
        let (there, said) = gather_and_read(&portal, day);
        assert_eq!(there, both, "{day}");
        assert_one_message_with_date(&said, "in de map 'dorpen' is geen dorp.json te vinden");
    }
    assert_eq!(tree(&portal.join(".dorpsplein/bronnen")).len(), store);

    fs::remove_dir(portal.join("dorpen")).expect("empty");
    rename(&portal, ".weg", "dorpen");
    let (there, said) = gather_and_read(&portal, "2027-03-02");
    assert_eq!((there.len(), said.len()), (2, 0), "{said:?}");
}

#[test]
fn a_village_missing_from_a_folder_is_reported_for_thirty_days_and_then_removed() {
    let portal = portal(&["dorpen".to_owned()]);
    for name in ["aa", "bee", "cee"] {
        write_village(&portal, &format!("dorpen/{name}"), name);
    }
    let all = ["Dorp aa", "Dorp bee", "Dorp cee"];
    assert_eq!(gather_and_read(&portal, "2026-11-20").0, all);

    fs::remove_dir_all(portal.join("dorpen/bee")).expect("removed");
    let (there, said) = gather_and_read(&portal, "2026-11-22");
    assert_eq!(there, all);
    assert_one_message_with_date(&said, "'dorpen/bee/dorp.json' is er niet meer");
    assert!(
        said[0].hint.as_deref().is_some_and(|hint| hint.contains("dinsdag 22 december 2026")),
        "{said:?}"
    );

    // Weeks in which the whole folder was missing do not count.
    rename(&portal, "dorpen", ".weg");
    assert_eq!(gather_and_read(&portal, "2026-12-20").0, all);
    rename(&portal, ".weg", "dorpen");
    let (there, said) = gather_and_read(&portal, "2027-01-18");
    assert_eq!((there.len(), said.len()), (3, 1), "{said:?}");
    let (there, said) = gather_and_read(&portal, "2027-01-19");
    assert_eq!((there, said.len()), (vec!["Dorp aa".to_owned(), "Dorp cee".to_owned()], 0), "{said:?}");

    write_village(&portal, "dorpen/bee", "bee");
    assert_eq!(gather_and_read(&portal, "2027-01-20").0, all, "it may come back");
}

#[test]
fn a_village_that_moved_is_not_missing_and_its_newest_document_counts() {
    let portal = portal(&["dorpen".to_owned(), "elders".to_owned()]);
    for (path, name) in
        [("dorpen/aa", "aa"), ("dorpen/bee", "bee"), ("dorpen/cee", "cee"), ("elders/dee", "dee")]
    {
        write_village(&portal, path, name);
    }
    assert_eq!(gather_and_read(&portal, "2026-11-20").0.len(), 4);
    rename(&portal, "dorpen/aa", "dorpen/zee");
    rename(&portal, "dorpen/bee", "elders/bee");
    portal.write("elders/bee/dorp.json", document("bee", "Thee", "2026-12-01T10:00"));
    let (there, said) = gather_and_read(&portal, "2026-11-22");
    assert_eq!((there.len(), said.len()), (4, 0), "{said:?}");
    let (region, _) = region(&portal, TODAY);
    let titles: Vec<&str> = region.upcoming().map(|happens| &*happens.event.title).collect();
    assert_eq!(titles.iter().filter(|title| **title == "Thee").count(), 1, "{titles:?}");
}

#[test]
fn villages_stay_when_their_list_is_missing_or_empty_but_go_with_their_line() {
    let server = Server::start();
    let portal = portal(&["lijst.txt".to_owned()]);
    write_village(&portal, ".dorpen/cee", "cee");
    let (one, two) = (server.url("aa"), server.url("bee"));
    let list = format!("{one}\n{two}\n.dorpen\n");
    portal.write("lijst.txt", &list);
    let all = ["Dorp aa", "Dorp bee", "Dorp cee"];
    assert_eq!(gather_and_read(&portal, "2026-11-20").0, all);

    rename(&portal, "lijst.txt", ".weg.txt");
    let (there, said) = gather_and_read(&portal, "2026-11-22");
    assert_eq!(there, all);
    assert_one_message_with_date(&said, "'lijst.txt' is er niet");
    portal.write("lijst.txt", "\n# nog niets\n");
    let (there, said) = gather_and_read(&portal, "2026-11-22");
    assert_eq!(there, all);
    assert_one_message_with_date(&said, "in het bestand 'lijst.txt' staan geen bronnen");

    // A missing folder in the list is reported once, for all its villages.
    portal.write("lijst.txt", &list);
    rename(&portal, ".dorpen", ".weg");
    let (there, said) = gather_and_read(&portal, "2026-11-22");
    assert_eq!(there, all);
    assert_one_message_with_date(&said, "'.dorpen' is er niet");

    portal.write("lijst.txt", format!("{one}\n"));
    let (there, said) = gather_and_read(&portal, "2026-11-22");
    assert_eq!((there, said.len()), (vec!["Dorp aa".to_owned()], 0), "{said:?}");
    let store = || tree(&portal.join(".dorpsplein/bronnen")).len();
    gather_on(&portal, "2026-11-23");
    assert_eq!(store(), 4, "a reader of yesterday's list still finds its copies");
    gather_on(&portal, "2026-11-24");
    assert_eq!(store(), 2, "one document and the list");
}

#[test]
fn the_village_of_a_missing_file_stays_until_its_source_is_removed() {
    let portal = portal(&["aa.json".to_owned(), "bee.json".to_owned()]);
    for name in ["aa", "bee"] {
        portal.write(&format!("{name}.json"), document(name, "Koffie", "2026-12-01T10:00"));
    }
    assert_eq!(gather_and_read(&portal, "2026-11-20").0.len(), 2);
    rename(&portal, "aa.json", ".weg.json");
    let (there, said) = gather_and_read(&portal, "2027-01-22");
    assert_eq!(there, ["Dorp aa", "Dorp bee"]);
    assert_one_message_with_date(&said, "'aa.json' is er niet");
    portal.write("site.yaml", format!("{HEAD}  - bee.json\n"));
    let (there, said) = gather_and_read(&portal, "2027-01-22");
    assert_eq!((there, said.len()), (vec!["Dorp bee".to_owned()], 0), "{said:?}");
}

#[test]
fn a_damaged_copy_is_reported_and_downloaded_again() {
    let server = Server::start();
    let portal = portal(&[server.url("aa"), "dorpen".to_owned()]);
    write_village(&portal, "dorpen/bee", "bee");
    assert_eq!(gather_and_read(&portal, TODAY).0.len(), 2);
    let store = portal.join(".dorpsplein/bronnen");
    let before = tree(&store);
    for (path, bytes) in before.iter().filter(|(path, _)| !path.ends_with("lijst.json")) {
        // A power cut can leave a file of the right size without its contents.
        fs::write(store.join(path), vec![0; bytes.len()]).expect("a file");
    }
    let (region, said) = region(&portal, TODAY);
    assert!(region.is_empty());
    assert_eq!(said.len(), 2);
    for (said, from) in said.iter().zip([server.url("aa"), "dorpen/bee/dorp.json".to_owned()]) {
        assert!(
            said.message.contains(&format!("wat van '{from}' bewaard was, is weg of beschadigd")),
            "{said:?}"
        );
    }

    server.heard.lock().expect("no panic").clear();
    let (there, said) = gather_and_read(&portal, TODAY);
    assert_eq!((there.len(), said.len()), (2, 0), "{said:?}");
    assert_eq!(tree(&store), before);
    let heard = server.heard.lock().expect("no panic").clone();
    assert!(heard.len() == 1 && !heard[0].contains("if-none-match"), "{heard:?}");
}

/// A build reads the list and then the copies in it, and another run may gather in between.
#[test]
fn the_copies_in_a_list_survive_another_gathering() {
    let portal = portal(&["dorpen".to_owned()]);
    write_village(&portal, "dorpen/aa", "aa");
    gather_on(&portal, TODAY);
    let list = dorpsplein::read::gathered(portal.path()).expect("a list");
    portal.write("dorpen/aa/dorp.json", document("aa", "Thee", "2026-12-01T10:00"));
    gather_on(&portal, TODAY);
    for copy in list.copies() {
        assert!(copy.bytes(portal.path(), 100_000).is_some(), "a copy was removed while a build was reading");
    }
}

#[test]
fn concurrent_runs_leave_a_list_without_missing_copies() {
    let portal = portal(&["dorpen".to_owned()]);
    write_village(&portal, "dorpen/aa", "aa");
    std::thread::scope(|scope| {
        for run in 0..4_i64 {
            let portal = &portal;
            scope.spawn(move || {
                for round in 0..15 {
                    let title = format!("Koffie {}", (run + round) % 3);
                    portal.write(
                        &format!("dorpen/dorp-{run}/dorp.json"),
                        document(&run.to_string(), &title, "2026-12-01T10:00"),
                    );
                    let day = if round % 2 == 0 { "2026-11-23" } else { "2026-11-29" };
                    gather_on(portal, day);
                }
            });
        }
    });
    gather_on(&portal, TODAY);
    let (region, said) = region(&portal, TODAY);
    assert_eq!((region.region.villages.len(), said.len()), (5, 0), "{said:?}");
}

#[cfg(unix)]
#[test]
fn a_named_pipe_does_not_hold_up_gathering() {
    use std::sync::mpsc;
    use std::time::Duration;

    let portal = portal(&["pijp.json".to_owned(), "pijp.txt".to_owned(), "dorpen".to_owned()]);
    write_village(&portal, "dorpen/aa", "aa");
    for pipe in ["pijp.json", "pijp.txt"] {
        let made = std::process::Command::new("mkfifo").arg(portal.join(pipe)).status();
        assert!(made.expect("mkfifo").success());
    }
    let (done, waits) = mpsc::channel();
    std::thread::spawn(move || done.send(gather_and_read(&portal, TODAY)));
    let (there, said) = waits.recv_timeout(Duration::from_secs(60)).expect("gathering ends");
    assert_eq!(there, ["Dorp aa"]);
    for pipe in ["pijp.json", "pijp.txt"] {
        assert!(
            said.iter().any(|one| one.message.contains(&format!("'{pipe}' is geen gewoon bestand"))),
            "{said:?}"
        );
    }
}

/// On a fresh machine, on a night without sources, an empty portal would replace one with villages.
#[test]
fn a_portal_that_had_villages_is_not_emptied() {
    let portal = portal(&["dorpen".to_owned()]);
    portal.write("dorpen/aa/dorp.json", document("aa", "Koffie", "2026-12-01T10:00"));
    let output = portal.join("public");
    assert_eq!(build(portal.path(), &output).code, 0);
    let before = tree(&output);
    std::fs::remove_dir_all(portal.join("dorpen")).expect("removed");
    std::fs::remove_dir_all(portal.join(".dorpsplein")).expect("removed");
    let path = portal.path().to_str().expect("a path");
    for words in [&["build", path][..], &["check", path], &["check", path, "--no-gathering"]] {
        let ran = run(&[words, &["--today", TODAY, "--format", "json"]].concat());
        assert!(ran.code == 1 && ran.out.contains("portal-emptied"), "{}", ran.said());
    }
    assert!(tree(&output) == before, "the last site stays");
}

/// A build server that begins with an empty folder sees no previous site.
#[test]
fn a_portal_is_not_built_empty_when_no_village_on_the_web_answered() {
    let portal = portal(&["https://127.0.0.1:1/dorp.json".to_owned()]);
    let output = portal.join("public");
    let path = portal.path().to_str().expect("a path");
    let not_asked = run(&["build", path, "--no-gathering", "--today", TODAY]);
    assert_eq!(not_asked.code, 0, "nobody was asked yet: {}", not_asked.said());
    std::fs::remove_dir_all(&output).expect("removed");
    let asked = run(&["build", path, "--today", TODAY]);
    assert!(asked.code == 1 && asked.said().contains("het portaal zou leeg zijn"), "{}", asked.said());
    assert!(!output.exists(), "nothing is published");
}

#[test]
fn a_packed_portal_that_had_villages_is_not_emptied() {
    let portal = portal(&["dorpen".to_owned()]);
    portal.write("dorpen/aa/dorp.json", document("aa", "Koffie", "2026-12-01T10:00"));
    let zip = portal.join("portaal.zip");
    let path = portal.path().to_str().expect("a path");
    let pack = || run(&["pack", path, "--output", zip.to_str().expect("a path"), "--today", TODAY]);
    let (first, again) = (pack(), pack());
    assert!(first.code == 0 && again.code == 0, "{} {}", first.said(), again.said());
    let before = std::fs::read(&zip).expect("a zip");
    std::fs::remove_dir_all(portal.join("dorpen")).expect("removed");
    std::fs::remove_dir_all(portal.join(".dorpsplein")).expect("removed");
    let ran = pack();
    assert!(ran.code == 1 && ran.said().contains("het portaal zou leeg zijn"), "{}", ran.said());
    assert!(std::fs::read(&zip).expect("a zip") == before, "the last site stays");
}

/// A source may point to any file of whoever builds the site, while others may see the village folder.
#[test]
fn only_documents_of_villages_are_stored() {
    let place = Folder::new();
    let site = place.join("portaal");
    place.write("geheim.json", "{\"wachtwoord\": \"appelflap\"}");
    place.write("nieuw.json", "{\"dorp\": 99, \"x\": \"appelflap\"}");
    place.write("dakloos.json", "{\"dorp\": 1, \"village\": {\"name\": \"appelflap\"}}");
    place.write(
        "naamloos.json",
        document("naamloos", "Koffie", "2026-12-01T10:00").replace("\"name\":\"Dorp", "\"x\":\"Dorp"),
    );
    place.write(
        "portaal/site.yaml",
        format!(
            "{HEAD}  - ../geheim.json\n  - ../nieuw.json\n  - adres: ../dakloos.json\n    naam: Los\n  - adres: ../naamloos.json\n    naam: Hier\n"
        ),
    );
    let told = build(&site, &site.join("public")).said();
    for said in [
        "waarschuwing: wat bij '../geheim.json' staat, is geen dorp.json",
        "waarschuwing: de dorp.json bij '../nieuw.json' heeft vorm 99",
        "waarschuwing: 'Los' bij '../dakloos.json' vertelt niet waar zijn eigen site staat",
        "tip: elke site van Dorpsplein heeft een dorp.json naast de voorpagina, zoals https://dorp.nl/dorp.json\n",
        "tip: neem een nieuwere Dorpsplein; tot dan staat dit dorp er niet bij\n",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
    assert!(
        site.join("public/dorpen/hier/index.html").exists(),
        "the name in site.yaml completes it: {told}"
    );
    for (path, bytes) in tree(&site.join(".dorpsplein")) {
        assert!(!String::from_utf8_lossy(&bytes).contains("appelflap"), "{path}");
    }
}

/// A run that is killed leaves documents that no list names, and unfinished files.
#[test]
fn leftovers_of_an_interrupted_run_are_removed_from_the_store() {
    let portal = portal(&["dorpen".to_owned()]);
    write_village(&portal, "dorpen/aa", "aa");
    gather_on(&portal, "2026-11-20");
    let store = portal.join(".dorpsplein/bronnen");
    let before = tree(&store);
    let left = [".dorpsplein-123-ThreadId(1)-lijst.json".to_owned(), format!("{}.json", "ab".repeat(32))];
    let listed = fs::metadata(store.join("lijst.json")).and_then(|data| data.modified()).expect("a list");
    for name in &left {
        portal.write(&format!(".dorpsplein/bronnen/{name}"), "half");
        let file = fs::File::options().write(true).open(store.join(name)).expect("a file");
        file.set_modified(listed + std::time::Duration::from_millis(1)).expect("a time");
    }
    portal.write(".dorpsplein/bronnen/brief.txt", "van iemand anders");
    let is_there = |name: &String| store.join(name).exists();
    // Where a disk has no locks, another run may be busy: files newer than the list stay until the next list.
    gather_on(&portal, "2026-11-21");
    assert!(left.iter().all(is_there));
    gather_on(&portal, "2026-11-22");
    assert!(!left.iter().any(is_there), "{:?}", tree(&store).keys());
    assert!(store.join("brief.txt").exists());
    assert_eq!(tree(&store).len(), before.len() + 1);
    assert_eq!(gather_and_read(&portal, "2026-11-22").0, ["Dorp aa"]);
}
