//! A theme is downloaded completely, in time and from the requested site only; no login details are stored.

use std::fs;
use std::time::{Duration, Instant};

use dorpsplein::outside::{Downloads, FetchError};

use crate::support::publisher::{Publisher, done, refused, site};
use crate::support::shop_server::{STALL, Server, answer_of};
use crate::support::{Folder, VILLAGE, run};

#[test]
fn a_download_is_complete_in_time_and_from_the_requested_site() {
    let publisher = Publisher::new();
    publisher.publish("overijssel", "1.0.0", "lvkk", "");
    let (server, elsewhere) = (Server::of(&publisher.shop()), Server::of(&publisher.shop()));
    let village = Folder::with(VILLAGE);
    let add = |path: &str, because: &str| {
        refused(&village, &["thema", "voeg-toe", &server.at(path), site(&village)], because);
    };
    let sent_to = |to: &str| {
        format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    };
    server.answers("weg/themes.json", sent_to(&elsewhere.at("themes.json")));
    add("weg/themes.json", "andere site");
    server.answers("intern/themes.json", sent_to("http://10.0.0.1/themes.json"));
    add("intern/themes.json", "andere site");
    server.answers("rond/themes.json", sent_to("/rond/themes.json"));
    add("rond/themes.json", "blijft maar doorsturen");
    server.answers(
        "half/themes.json",
        "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n{\"form\"",
    );
    add("half/themes.json", "de verbinding is verbroken");
    add("half/themes.json", "(7 van 1000 bytes)");
    let half = fs::read(publisher.path("winkel/overijssel-1.0.0.zip")).expect("a package");
    server.answers("overijssel-1.0.0.zip", answer_of(Some(half[..100].to_vec())));
    add("themes.json", "is niet volledig binnengekomen (100 van");
    server.answers("overijssel-1.0.0.zip", answer_of(Some(half)));
    server.answers(
        "groot/themes.json",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\nConnection: close\r\n\r\n",
    );
    add("groot/themes.json", "groter dan 1 MB");
    let endless = [b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_vec(), vec![b' '; 2_000_000]].concat();
    server.answers("eindeloos/themes.json", endless);
    add("eindeloos/themes.json", "groter dan 1 MB");
    server.answers("stuk/themes.json", "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    add("stuk/themes.json", "de site antwoordt 500");
    add("niets/themes.json", "bestaat niet");
    let package = server.at("overijssel-1.0.0.zip");
    server.answers(
        "overijssel-1.0.0.zip.minisig",
        "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    );
    refused(&village, &["thema", "voeg-toe", &package, site(&village)], "de site antwoordt 500");
    refused(
        &village,
        &["thema", "voeg-toe", "http://dorp.example/themes.json", site(&village)],
        "begint niet met https://",
    );
    refused(
        &village,
        &["thema", "voeg-toe", "https://127.0.0.1:1/themes.json", site(&village)],
        "geeft geen antwoord",
    );
}

#[test]
fn login_details_in_an_address_are_stored_nowhere() {
    let publisher = Publisher::new();
    publisher.publish("overijssel", "1.0.0", "lvkk", "");
    let server = Server::of(&publisher.shop());
    let village = Folder::with(VILLAGE);
    let secret = server.at("themes.json").replace("http://", "http://jan:geheim@");
    let said = done(&["thema", "voeg-toe", &secret, site(&village)]).said();
    assert!(said.contains("zijn niet bewaard") && !said.contains("geheim"), "{said}");
    assert!(!village.read("themes.lock").contains("geheim"), "{}", village.read("themes.lock"));
    assert!(!done(&["thema", "lijst", site(&village)]).said().contains("geheim"));
    let absent = secret.replace("themes.json", "weg.json");
    let ran = run(&["thema", "voeg-toe", &absent, site(&village)]);
    assert!(ran.code == 2 && !ran.said().contains("geheim"), "{}", ran.said());
}

#[test]
fn a_silent_site_is_not_waited_for() {
    let publisher = Publisher::new();
    publisher.publish("overijssel", "1.0.0", "lvkk", "");
    let server = Server::of(&publisher.shop());
    let sent_to = |to: &str| {
        format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    };
    server.answers("stil/themes.json", STALL);
    let start = Instant::now();
    let downloads = Downloads { time: Duration::from_millis(400) };
    let silent = downloads.fetch(&server.at("stil/themes.json"), 1000);
    assert!(
        matches!(&silent, Err(FetchError::Refused(why)) if why.nl.contains("niet op tijd binnen")),
        "{silent:?}"
    );
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());

    // A redirect within the same site is allowed.
    server.answers("oud/themes.json", sent_to("/themes.json"));
    assert_eq!(
        downloads.fetch(&server.at("oud/themes.json"), 100_000),
        downloads.fetch(&server.at("themes.json"), 100_000)
    );
    assert!(downloads.fetch(&server.at("themes.json"), 100_000).is_ok());
}
