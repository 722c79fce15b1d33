//! Tests the limits that the documentation promises: how much of a village a portal takes, up to the last one
//! allowed and not one more, and how long it waits for an answer.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::thread;
use std::time::Duration;

use dorpsplein::ground::Place;
use dorpsplein::outside::{Bounds, Gathering};
use dorpsplein::pipeline::Today;
use dorpsplein::region::{Document, RemoteVillage, read};

use crate::portal::villages::{document, gather_on, names, portal, region};
use crate::support::{TODAY, project};

/// Returns a page of the documentation without its line breaks.
fn page(name: &str) -> String {
    let text = fs::read_to_string(project().join(name)).expect("a page of the documentation");
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}

const PORTALS: &str = "docs/portals.md";

/// Reads the document of a village with these parts; returns the village and the messages about it.
fn read_village(parts: &str) -> (RemoteVillage, Vec<String>) {
    let text =
        format!(r#"{{"dorp":1,"village":{{"name":"Testdorp","url":"https://testdorp.example/"}},{parts}}}"#);
    let (from, place) = ("testdorp/dorp.json", Place::of_file("site.yaml"));
    let reading = read(&Document { bytes: text.as_bytes(), from, name: None, place });
    let said = reading.remarks.iter().map(|one| one.message.nl.clone()).collect();
    (reading.village.unwrap_or_else(|| panic!("{said:?}")), said)
}

struct List {
    /// As the documentation puts it.
    bound: &'static str,
    most: usize,
    /// Returns the parts of a document with this many.
    with: fn(usize) -> String,
    /// How many of them the portal takes.
    taken: fn(&RemoteVillage) -> usize,
    /// The end of the message about one too many.
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
fn each_list_is_taken_up_to_its_documented_limit() {
    let page = page(PORTALS);
    for List { bound, most, with, taken, over } in LISTS {
        assert!(page.contains(bound), "{PORTALS} does not mention {bound}");
        let (whole, said) = read_village(&with(most));
        assert_eq!((taken(&whole), said), (most, Vec::new()), "{bound}");
        let (cut, said) = read_village(&with(most + 1));
        assert_eq!(taken(&cut), most, "{bound}");
        assert!(said.len() == 1 && said[0].ends_with(&format!(": {over}")), "{said:?}");
    }
}

#[test]
fn only_dates_between_2000_and_2100_are_taken() {
    assert!(page(PORTALS).contains("dates lie between 2000 and 2100"));
    let days = ["1999-12-31", "2000-01-01", "2100-12-31", "2101-01-01"];
    let one = |at: usize| format!(r#"{{"event":"feest","start":"{}"}}"#, days[at]);
    let (village, said) = read_village(&format!(
        r#""events":[{{"id":"feest","title":"Feest"}}],{}"#,
        list("occurrences", 4, one)
    ));
    let taken: Vec<String> = village.occurrences.iter().map(|it| it.start.date().to_string()).collect();
    assert_eq!(taken, days[1..3]);
    assert!(said[0].ends_with(": 2 keren in de agenda zonder goede datum"), "{said:?}");
}

/// Returns a document of this many bytes.
fn document_of(name: &str, bytes: usize) -> Vec<u8> {
    let mut document = document(name, "Koffie", "2026-12-01T10:00").into_bytes();
    document.resize(bytes, b' ');
    document
}

/// What the documentation calls 4 MB.
const LARGEST: usize = 4 * 1024 * 1024;

/// Starts a site on which `/past/` has a document that is just small enough, unlike all others.
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
            // No Content-Length: the bytes have to be counted as they arrive.
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            // The client may have hung up already.
            let _ = stream.write_all(&body);
        }
    });
    address
}

#[test]
fn a_document_of_four_megabytes_is_read_and_one_byte_more_is_not() {
    assert!(page(PORTALS).contains("A document has at most 4 MB"));
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
fn no_site_is_waited_for_longer_than_documented() {
    for (name, promise) in [
        (PORTALS, "many at once, each within 15 seconds and all within five minutes"),
        ("README.md", "a few sites at once, one page at a time, ten seconds each"),
        (PORTALS, "stays for thirty days, with a warning, and then disappears"),
    ] {
        assert!(page(name).contains(promise), "{name} does not promise: {promise}");
    }
    let clock = || Duration::ZERO;
    let gathering = Gathering::new(Today::Fixed(TODAY.parse().expect("a day")), &clock, &|_| {});
    assert_eq!((gathering.each, gathering.overall), (Duration::from_secs(15), Duration::from_secs(300)));
    let Bounds { at_once, each, .. } = Bounds::default();
    assert!((2..=8).contains(&at_once), "{at_once} is not a few");
    assert_eq!(each, Duration::from_secs(10));
}
