//! What a portal has stays, whatever happens to the folders, lists and copies that it came from; and what somebody takes out
//! goes.

use dorpsplein::report::Told;

use crate::portal::{document, gather_on, names, portal, region};
use crate::support::{Folder, TODAY};

fn write_village(portal: &Folder, path: &str, name: &str) {
    portal.write(&format!("{path}/dorp.json"), document(name, "Koffie", "2026-12-01T10:00"));
}

/// What is on the portal after it was gathered on a day, and what is said.
fn gathered(portal: &Folder, day: &str) -> (Vec<String>, Vec<Told>) {
    gather_on(portal, day);
    let (region, said) = region(portal, TODAY);
    (names(&region).into_iter().map(str::to_owned).collect(), said)
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
