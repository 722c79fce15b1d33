//! How much of a village a portal takes, and how long anybody is waited for, as README tells it: so much is taken, and one
//! more is not.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::thread;
use std::time::Duration;

use dorpsplein::ground::Place;
use dorpsplein::outside::{Bounds, Gathering};
use dorpsplein::pipeline::Today;
use dorpsplein::region::{Document, ToldVillage, read};

use crate::portal::villages::{document, gather_on, names, portal, region};
use crate::support::{TODAY, project};

/// README without its line ends.
fn readme() -> String {
    let text = fs::read_to_string(project().join("README.md")).expect("README.md");
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

/// What a village with these parts tells, and what is said of it.
fn told(parts: &str) -> (ToldVillage, Vec<String>) {
    let text =
        format!(r#"{{"dorp":1,"village":{{"name":"Testdorp","url":"https://testdorp.example/"}},{parts}}}"#);
    let (from, place) = ("testdorp/dorp.json", Place::whole("site.yaml"));
    let reading = read(&Document { bytes: text.as_bytes(), from, name: None, place });
    let said = reading.remarks.iter().map(|one| one.message.nl.clone()).collect();
    (reading.village.unwrap_or_else(|| panic!("{said:?}")), said)
}

struct List {
    /// As README has it.
    bound: &'static str,
    most: usize,
    /// A document with so many.
    with: fn(usize) -> String,
    /// How many of them are taken.
    taken: fn(&ToldVillage) -> usize,
    /// What is said of one more.
    over: &'static str,
}

fn list(name: &str, many: usize, one: impl Fn(usize) -> String) -> String {
    let all: Vec<String> = (0..many).map(one).collect();
    format!(r#""{name}":[{}]"#, all.join(","))
}

const LISTS: [List; 5] = [
    List {
        bound: "500 venues",
        most: 500,
        with: |many| list("venues", many, |at| format!(r#"{{"name":"Zaal {at}"}}"#)),
        taken: |told| told.venues.len(),
        over: "1 locatie boven de 500",
    },
    List {
        bound: "10 noodsteunpunten",
        most: 10,
        with: |many| list("venues", many, |at| format!(r#"{{"name":"Zaal {at}","emergency_point":{{}}}}"#)),
        taken: |told| told.emergency_points().count(),
        over: "1 noodsteunpunt boven de 10",
    },
    List {
        bound: "2,000 events",
        most: 2_000,
        with: |many| list("events", many, |at| format!(r#"{{"id":"e{at}","title":"Koffie {at}"}}"#)),
        taken: |told| told.events.len(),
        over: "1 activiteit boven de 2000",
    },
    List {
        bound: "10,000 occurrences",
        most: 10_000,
        with: |many| {
            let events = list("events", 1, |_| r#"{"id":"koffie","title":"Koffie"}"#.to_owned());
            let start = |at| format!("2026-12-{:02}T{:02}:{:02}", 1 + at / 1440, at / 60 % 24, at % 60);
            let one = |at| format!(r#"{{"event":"koffie","start":"{}"}}"#, start(at));
            format!("{events},{}", list("occurrences", many, one))
        },
        taken: |told| told.occurrences.len(),
        over: "1 keer in de agenda boven de 10000",
    },
    List {
        bound: "500 pieces of news",
        most: 500,
        with: |many| list("news", many, |at| format!(r#"{{"title":"Nieuws {at}","date":"2026-11-20"}}"#)),
        taken: |told| told.news.len(),
        over: "1 bericht boven de 500",
    },
];

#[test]
fn of_each_list_as_many_are_taken_as_is_told() {
    let readme = readme();
    for List { bound, most, with, taken, over } in LISTS {
        assert!(readme.contains(bound), "README does not tell of {bound}");
        let (whole, said) = told(&with(most));
        assert_eq!((taken(&whole), said), (most, Vec::new()), "{bound}");
        let (cut, said) = told(&with(most + 1));
        assert_eq!(taken(&cut), most, "{bound}");
        assert!(said.len() == 1 && said[0].ends_with(&format!(": {over}")), "{said:?}");
    }
}

#[test]
fn a_date_lies_in_this_century() {
    assert!(readme().contains("dates lie between 2000 and 2100"));
    let days = ["1999-12-31", "2000-01-01", "2100-12-31", "2101-01-01"];
    let one = |at: usize| format!(r#"{{"event":"feest","start":"{}"}}"#, days[at]);
    let (told, said) =
        told(&format!(r#""events":[{{"id":"feest","title":"Feest"}}],{}"#, list("occurrences", 4, one)));
    let taken: Vec<String> = told.occurrences.iter().map(|it| it.start.date().to_string()).collect();
    assert_eq!(taken, days[1..3]);
    assert!(said[0].ends_with(": 2 keren in de agenda zonder goede datum"), "{said:?}");
}

/// A document of so many bytes.
fn document_of(name: &str, bytes: usize) -> Vec<u8> {
    let mut document = document(name, "Koffie", "2026-12-01T10:00").into_bytes();
    document.resize(bytes, b' ');
    document
}

/// What README calls 4 MB.
const LARGEST: usize = 4 * 1024 * 1024;

/// A site on which `/past/` has a document that is just small enough, and every other folder one that is not.
fn site() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let (mut asked, mut piece) = (Vec::new(), [0; 1024]);
            while !asked.windows(4).any(|end| end == b"\r\n\r\n") {
                match stream.read(&mut piece) {
                    Ok(read @ 1..) => asked.extend_from_slice(&piece[..read]),
                    _ => break,
                }
            }
            let fits = asked.starts_with(b"GET /past/");
            let body =
                if fits { document_of("webpast", LARGEST) } else { document_of("webnet", LARGEST + 1) };
            // Without its length, so that it is counted while it comes.
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            // Whoever asked may have heard enough.
            let _ = stream.write_all(&body);
        }
    });
    address
}

#[test]
fn a_document_of_four_megabytes_is_read_and_one_byte_more_is_not() {
    assert!(readme().contains("A document has at most 4 MB"));
    let site = site();
    let web = |folder: &str| format!("http://{site}/{folder}/dorp.json");
    let sources = ["past.json".to_owned(), "net-niet.json".to_owned(), web("past"), web("net-niet")];
    let portal = portal(&sources);
    portal.write("past.json", document_of("past", LARGEST));
    portal.write("net-niet.json", document_of("net", LARGEST + 1));
    gather_on(&portal, TODAY);
    let (region, said) = region(&portal, TODAY);
    assert_eq!(names(&region), ["Dorp past", "Dorp webpast"]);
    assert_eq!(said.len(), 2, "{said:?}");
    for one in &said {
        assert!(one.excerpt.contains("net-niet") && one.message.contains("4 MB"), "{one:?}");
    }
}

#[test]
fn nobody_is_waited_for_longer_than_is_told() {
    let readme = readme();
    for told in [
        "many at once, each within 15 seconds and all within five minutes",
        "a few sites at once, one page at a time, ten seconds each",
        "stays for thirty days, is told all the while, and goes",
    ] {
        assert!(readme.contains(told), "README does not tell: {told}");
    }
    let clock = || Duration::ZERO;
    let gathering = Gathering::new(Today::Fixed(TODAY.parse().expect("a day")), &clock, &|_| {});
    assert_eq!((gathering.each, gathering.overall), (Duration::from_secs(15), Duration::from_secs(300)));
    let Bounds { at_once, each, .. } = Bounds::default();
    assert!((2..=8).contains(&at_once), "a few: {at_once}");
    assert_eq!(each, Duration::from_secs(10));
}
