//! Provides villages to gather from: a server on which each behaves in its own way, and a portal of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use dorpsplein::almanac::Regional;
use dorpsplein::ground::Remarks;
use dorpsplein::outside::{Gathering, Reach, gather};
use dorpsplein::pipeline::{Circumstances, Request, Today, build as build_site, read_and_plan};
use dorpsplein::report::{ShownRemark, shown_remarks};
use dorpsplein::theme::shipped;

use crate::support::{Folder, Ran, TODAY, run};

/// A server on this machine that hosts many villages; the name of each says how it behaves.
pub struct Server {
    address: SocketAddr,
    /// The behaviour of villages that differs from what their names say.
    now: Arc<Mutex<BTreeMap<String, &'static str>>>,
    /// The heads of the requests that came in.
    pub heard: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let server = Self { address, now: Arc::default(), heard: Arc::default() };
        let (now, heard) = (Arc::clone(&server.now), Arc::clone(&server.heard));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (now, heard) = (Arc::clone(&now), Arc::clone(&heard));
                thread::spawn(move || converse(stream, &now, &heard));
            }
        });
        server
    }

    pub fn url(&self, name: &str) -> String {
        format!("http://{}/{name}/dorp.json", self.address)
    }

    pub fn set_behaviour(&self, name: &str, does: &'static str) {
        self.now.lock().expect("no panic").insert(name.to_owned(), does);
    }
}

fn converse(mut stream: TcpStream, now: &Mutex<BTreeMap<String, &'static str>>, heard: &Mutex<Vec<String>>) {
    let (mut asked, mut piece) = (Vec::new(), [0; 1024]);
    while !asked.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut piece) {
            Ok(read @ 1..) => asked.extend_from_slice(&piece[..read]),
            _ => return,
        }
    }
    let asked = String::from_utf8_lossy(&asked).to_ascii_lowercase();
    heard.lock().expect("no panic").push(asked.clone());
    let name = asked.split('/').nth(1).unwrap_or_default().to_owned();
    let does = now.lock().expect("no panic").get(&name).copied();
    // The client may have hung up already.
    let _ = answer(&mut stream, &name, does.unwrap_or(name.trim_end_matches(char::is_numeric)));
}

fn answer(stream: &mut TcpStream, name: &str, does: &str) -> std::io::Result<()> {
    let good = document(name, "Koffie", "2026-12-01T10:00");
    let mut send = |status: &str, length: usize, body: &str| {
        let head = format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n");
        write!(stream, "{head}ETag: \"een\"\r\n\r\n{body}")
    };
    match does {
        "stil" => {
            thread::sleep(Duration::from_secs(4));
            Ok(())
        }
        "traag" => {
            thread::sleep(Duration::from_millis(900));
            let head = "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\n";
            write!(stream, "{head}Location: /{name}/dorp.json\r\n\r\n")
        }
        "telang" => send("200 OK", good.len() + 500, &good),
        "tekort" => send("200 OK", good.len() - 20, &good),
        "groot" => send("200 OK", 1_000_000_000, &good),
        "eindeloos" => {
            write!(stream, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{{\"dorp\":1,\"x\":\"")?;
            let much = "a".repeat(1 << 16);
            (0..16_000).try_for_each(|_| stream.write_all(much.as_bytes()))
        }
        "kapot" => send("200 OK", 7, "{\"dorp\""),
        "gemeen" => {
            let mean = document(name, "<script>kwaad()</script>\\u202e\\u0007 Feest", "2026-12-02T10:00");
            let mean = mean.replace("/koffie/", "/koffie/\\\"><script>kwaad()</script>");
            send("200 OK", mean.len(), &mean)
        }
        "verwijzer" => {
            let away =
                document(name, "Weg", "2026-12-02T10:00").replace("/agenda/", "@elders.invalid/agenda/");
            let away = away.replace("https://verwijzer0.example@", "javascript:kwaad()//");
            send("200 OK", away.len(), &away)
        }
        "jaar" => {
            let late = document(name, "Later", "9999-12-01T10:00");
            send("200 OK", late.len(), &late)
        }
        "elders" => send("302 Found\r\nLocation: https://elders.invalid/dorp.json", 0, ""),
        "weg" => send("404 Not Found", 0, ""),
        "ongewijzigd" => send("304 Not Modified", 0, ""),
        _ => send("200 OK", good.len(), &good),
    }
}

/// Returns the document of one village.
pub fn document(name: &str, title: &str, start: &str) -> String {
    format!(
        r#"{{"dorp":1,"village":{{"name":"Dorp {name}","municipality":"Testgemeente","province":"Drenthe","url":"https://{name}.example/"}},"venues":[{{"id":"zaal","name":"Zaal {name}","url":"https://{name}.example/locaties/zaal/","location":{{"lat":52.9,"lon":6.5}}}}],"events":[{{"id":"koffie","title":"{title}","url":"https://{name}.example/agenda/koffie/","venue":{{"kind":"venue","id":"zaal"}},"kind":{{"id":"koffieochtend","nl":"koffieochtend","en":"coffee morning"}}}}],"occurrences":[{{"event":"koffie","start":"{start}","status":"scheduled"}}],"news":[]}}"#
    )
}

pub const HEAD: &str = "naam: Testregio\nomschrijving: Dorpen om mee te proberen.\nwebadres: https://testregio.example\nsoort: portaal\nbronnen:\n";

/// Returns a portal with these sources.
pub fn portal(sources: &[String]) -> Folder {
    let lines = sources.iter().fold(String::new(), |mut lines, source| {
        let _ = writeln!(lines, "  - {source}");
        lines
    });
    Folder::with(&[("site.yaml", &format!("{HEAD}{lines}"))])
}

/// Fixes today at this day.
fn on(day: &str) -> Today {
    Today::Fixed(day.parse().expect("a day"))
}

/// Gathers on a day, with short time limits.
pub fn gather_on(portal: &Folder, day: &str) {
    gather_within(portal, day, Duration::from_secs(60));
}

/// Gathers like [`gather_on`], with a time limit for all sources together.
pub fn gather_within(portal: &Folder, day: &str, overall: Duration) {
    let started = Instant::now();
    let clock = || started.elapsed();
    let mut gathering = Gathering::new(on(day), &clock, &|_| {});
    gathering.reach = Reach::ThisMachineToo;
    gathering.each = Duration::from_millis(1500);
    gathering.overall = overall;
    gather(portal.path(), &gathering).expect("a store");
}

/// Returns what the pipeline needs to build the portal on a day.
pub fn request(portal: &Folder, day: &str) -> Request {
    Request { site: portal.path().to_owned(), today: on(day), base_url: None, host_address: None }
}

/// Returns the region as the pipeline reads it from the store, and the messages.
pub fn region(portal: &Folder, day: &str) -> (Arc<Regional>, Vec<ShownRemark>) {
    let planned = read_and_plan(&request(portal, day), &shipped()).expect("a folder");
    (Arc::clone(&planned.edition.region), shown_remarks(&planned.remarks))
}

/// Publishes a portal without errors and returns its diagnostics.
pub fn publish(portal: &Folder) -> Remarks {
    let output = portal.join("public");
    let built = build_site(&request(portal, TODAY), &shipped(), &output, &Circumstances::default());
    let built = built.expect("the site can be written");
    assert!(built.published.is_some(), "{:?}", shown_remarks(&built.remarks));
    built.remarks
}

pub fn names(region: &Regional) -> Vec<&str> {
    region.region.villages.iter().map(|told| &*told.name).collect()
}

/// Runs a command on a portal, on the day of the tests.
pub fn command(words: &[&str], place: &Folder) -> Ran {
    let mut arguments: Vec<&str> = words.to_vec();
    arguments.extend([place.path().to_str().expect("a path"), "--today", TODAY]);
    run(&arguments)
}
