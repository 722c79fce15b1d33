//! What a portal has stays, whatever happens to the folders, lists and copies that it came from; and what somebody takes out
//! goes.

use std::fs;

use dorpsplein::report::Told;

use crate::portal::{Server, document, gather_on, names, portal, region};
use crate::support::{Folder, TODAY, tree};

fn write_village(portal: &Folder, path: &str, name: &str) {
    portal.write(&format!("{path}/dorp.json"), document(name, "Koffie", "2026-12-01T10:00"));
}

/// What is on the portal after it was gathered on a day, and what is said.
fn gathered(portal: &Folder, day: &str) -> (Vec<String>, Vec<Told>) {
    gather_on(portal, day);
    let (region, said) = region(portal, TODAY);
    (names(&region).into_iter().map(str::to_owned).collect(), said)
}

#[test]
fn a_damaged_copy_is_told_and_fetched_again_whole() {
    let server = Server::start();
    let portal = portal(&[server.url("aa"), "dorpen".to_owned()]);
    write_village(&portal, "dorpen/bee", "bee");
    assert_eq!(gathered(&portal, TODAY).0.len(), 2);
    let shelf = portal.join(".dorpsplein/bronnen");
    let before = tree(&shelf);
    for (path, bytes) in before.iter().filter(|(path, _)| !path.ends_with("lijst.json")) {
        // A machine that lost its power leaves a file of the right size.
        fs::write(shelf.join(path), vec![0; bytes.len()]).expect("a file");
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

    server.heard.lock().expect("unharmed").clear();
    let (there, said) = gathered(&portal, TODAY);
    assert_eq!((there.len(), said.len()), (2, 0), "{said:?}");
    assert_eq!(tree(&shelf), before);
    let heard = server.heard.lock().expect("unharmed").clone();
    assert!(heard.len() == 1 && !heard[0].contains("if-none-match"), "{heard:?}");
}

#[cfg(unix)]
#[test]
fn nobody_waits_for_a_pipe() {
    use std::sync::mpsc;
    use std::time::Duration;

    let portal = portal(&["pijp.json".to_owned(), "pijp.txt".to_owned(), "dorpen".to_owned()]);
    write_village(&portal, "dorpen/aa", "aa");
    for pipe in ["pijp.json", "pijp.txt"] {
        let made = std::process::Command::new("mkfifo").arg(portal.join(pipe)).status();
        assert!(made.expect("mkfifo").success());
    }
    let (done, waits) = mpsc::channel();
    std::thread::spawn(move || done.send(gathered(&portal, TODAY)));
    let (there, said) = waits.recv_timeout(Duration::from_secs(60)).expect("nobody waits");
    assert_eq!(there, ["Dorp aa"]);
    for pipe in ["pijp.json", "pijp.txt"] {
        assert!(
            said.iter().any(|one| one.message.contains(&format!("'{pipe}' is geen gewoon bestand"))),
            "{said:?}"
        );
    }
}
