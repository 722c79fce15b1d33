//! Tests links to other sites: checked politely, in limited time, never on a private network.

use std::collections::BTreeMap;
use std::net::TcpListener;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use dorpsplein::ground::{Date, Remarks};
use dorpsplein::outside::{
    Bounds, CheckedLinks, GoodLinks, LinkChecker, LinkReport, OutsideLink, Reach, check_links, link_report,
    outside_links,
};
use dorpsplein::pipeline::{Circumstances, Request, Today, check};
use dorpsplein::report::{ShownRemark, shown_remarks};
use dorpsplein::theme::shipped;

use crate::support::answering_site::{Reply, Site, says, sends};
use crate::support::{Folder, TODAY, VILLAGE, run};

/// Answers as a site on which much goes wrong.
fn much_goes_wrong(method: &str, path: &str) -> Reply {
    match (method, path) {
        (_, "/goed" | "/nieuw" | "/hier") => says("200 OK"),
        (_, "/verhuisd") => sends("301 Moved Permanently", "/nieuw"),
        (_, "/voor-nu") => sends("302 Found", "/hier"),
        (_, "/eerst-voor-nu") => sends("307 Temporary Redirect", "/verhuisd"),
        ("HEAD", "/geen-kop") => says("405 Method Not Allowed"),
        ("GET", "/geen-kop") => says("200 OK"),
        ("HEAD", "/breekt-kop-af") => Reply::Bytes(String::new()),
        ("GET", "/breekt-kop-af") => says("200 OK"),
        (_, "/rond") => sends("302 Found", "/rond-2"),
        (_, "/rond-2") => sends("302 Found", "/rond"),
        (_, "/storing") => says("503 Service Unavailable"),
        (_, "/besloten") => says("403 Forbidden"),
        (_, "/druk") => says("429 Too Many Requests"),
        (_, "/stil") => Reply::Stall,
        (_, "/weg-bij-ons") => sends("301 Moved Permanently", "http://10.0.0.1/"),
        (_, "/naar-een-app") => sends("302 Found", "itms-apps://x"),
        (_, "/breekt-af") => Reply::Bytes("HTTP/1.1 20".to_owned()),
        (_, "/geen-http") => Reply::Bytes("220 post.example ESMTP\r\n".to_owned()),
        _ => says("404 Not Found"),
    }
}

fn today() -> Date {
    TODAY.parse().expect("a day")
}

fn quick() -> Bounds {
    Bounds { at_once: 6, each: Duration::from_millis(800), overall: Duration::from_secs(60) }
}

/// Returns the links of a village and its diagnostics.
fn links_of(village: &Folder) -> (Vec<OutsideLink>, Remarks) {
    let request = Request {
        site: village.path().to_owned(),
        today: Today::Fixed(today()),
        base_url: None,
        host_address: None,
    };
    let output = request.site.join("public");
    let (planned, source) =
        check(&request, &shipped(), &output, &Circumstances::default()).expect("a folder");
    let edition = &planned.edition;
    (outside_links(&edition.village, &edition.almanac, &source), planned.remarks)
}

fn ask(links: &[OutsideLink], bounds: Bounds, known: &mut GoodLinks, day: Date) -> CheckedLinks {
    let link_checker = LinkChecker::new(Reach::ThisMachineToo, Some("https://testdorp.example"));
    let started = Instant::now();
    check_links(links, &link_checker, bounds, known, day, &|| started.elapsed())
}

fn shown(mut remarks: Remarks, verdict: LinkReport) -> Vec<ShownRemark> {
    remarks.extend(verdict.remarks);
    shown_remarks(&remarks)
}

/// Checks a village with a link to each of these; returns the message about each, by its line.
fn messages_about(addresses: &[String]) -> BTreeMap<String, ShownRemark> {
    let village = Folder::with(VILLAGE);
    let text: String = addresses.iter().map(|address| format!("[x]({address})\n\n")).collect();
    village.write("paginas/links.md", format!("---\ntitel: Links\n---\n\n{text}"));
    let (links, remarks) = links_of(&village);
    assert_eq!(links.len(), addresses.len());
    let verdict = link_report(&links, &ask(&links, quick(), &mut GoodLinks::default(), today()), false);
    // The sites of these tests are on this machine, which has a message of its own.
    let told = shown(remarks, verdict).into_iter().filter(|told| told.code != "own-preview");
    told.map(|told| (told.excerpt.clone(), told)).collect()
}

#[test]
fn every_answer_is_understood() {
    let site = Site::answering(much_goes_wrong);
    let nobody = TcpListener::bind("127.0.0.1:0").and_then(|it| it.local_addr()).expect("a port");
    let dead: &[(String, &str)] = &[
        (site.url("/er-niet"), "bestaat niet meer: die site zegt dat daar niets is (404)"),
        (site.url("/storing"), "doet het nu niet: die site heeft een storing (503)"),
        (site.url("/stil"), "geeft geen antwoord binnen de tijd"),
        (site.url("/rond"), "blijft maar doorsturen"),
        (site.url("/breekt-af"), "geeft geen antwoord zoals een website dat doet"),
        (site.url("/geen-http"), "geeft geen antwoord zoals een website dat doet"),
        (site.url("/weg-bij-ons"), "is een adres in iemands eigen netwerk"),
        (format!("http://{nobody}/"), "geeft geen antwoord zoals een website dat doet"),
        ("https://dorp.invalid/".to_owned(), "er is geen site met die naam"),
        (format!("https://{}/", site.address), "is niet te vertrouwen"),
    ];
    let fine: Vec<String> = [
        "/goed",
        "/voor-nu",
        "/eerst-voor-nu",
        "/geen-kop",
        "/breekt-kop-af",
        "/besloten",
        "/druk",
        "/naar-een-app",
    ]
    .iter()
    .map(|path| site.url(path))
    .collect();
    let moved = site.url("/verhuisd");
    let all: Vec<String> =
        dead.iter().map(|(address, _)| address.clone()).chain(fine.clone()).chain([moved.clone()]).collect();
    let said = messages_about(&all);
    for (address, what) in dead {
        let told =
            said.get(&format!("[x]({address})")).unwrap_or_else(|| panic!("no message about {address}"));
        assert_eq!((told.code, told.severity_word()), ("outside-link-dead", "waarschuwing"), "{address}");
        assert!(told.message.contains(what) && told.message.contains(address.as_str()), "{}", told.message);
    }
    for address in &fine {
        assert!(!said.contains_key(&format!("[x]({address})")), "{:?}", said.get(&format!("[x]({address})")));
    }
    let told = &said[&format!("[x]({moved})")];
    assert_eq!((told.code, told.severity_word()), ("outside-link-moved", "opmerking"));
    assert!(told.message.contains(&format!("is verhuisd naar '{}'", site.url("/nieuw"))), "{}", told.message);
    assert_eq!(told.correction, Some(format!("[x]({})", site.url("/nieuw"))));
    // One request is enough where the first answer is clear.
    let heard = site.heard();
    assert!(
        heard.contains(&"HEAD /goed".to_owned()) && !heard.contains(&"GET /goed".to_owned()),
        "{heard:?}"
    );
    assert!(
        heard.contains(&"GET /geen-kop".to_owned()) && !heard.contains(&"GET /druk".to_owned()),
        "{heard:?}"
    );
}

#[test]
fn a_redirect_to_an_app_is_not_reported_as_closed() {
    let site = Site::answering(much_goes_wrong);
    let village = Folder::with(VILLAGE);
    village.write("paginas/links.md", format!("---\ntitel: Links\n---\n\n<{}>", site.url("/naar-een-app")));
    let (links, _) = links_of(&village);
    let verdict = link_report(&links, &ask(&links, quick(), &mut GoodLinks::default(), today()), false);
    let said =
        "andere sites: 1 adres nagevraagd, 1 sturen door naar iets anders dan een webpagina (kijk zelf)";
    assert_eq!(verdict.summary.nl, said);
}

#[test]
fn a_refused_tls_handshake_is_reported_as_not_trusted() {
    // A TLS alert: fatal, handshake failure.
    let site = Site::answering(|_, _| Reply::Bytes("\u{15}\u{3}\u{3}\0\u{2}\u{2}\u{28}".to_owned()));
    let address = format!("https://{}/", site.address);
    let said = messages_about(std::slice::from_ref(&address));
    assert!(said[&format!("[x]({address})")].message.contains("is niet te vertrouwen"), "{said:?}");
}

#[test]
fn checking_links_is_polite() {
    let one = Site::answering(much_goes_wrong);
    let other = Site::answering(|_, _| says("200 OK"));
    let mut addresses: Vec<String> = (0..8).map(|number| one.url(&format!("/goed?{number}"))).collect();
    addresses.extend((0..8).map(|number| other.url(&format!("/{number}"))));
    messages_about(&addresses);
    for site in [&one, &other] {
        assert_eq!(site.at_once.load(Ordering::SeqCst), 1, "never two at once on one host");
        let agents = site.agents.lock().expect("no panic");
        assert!(
            agents
                .iter()
                .all(|agent| agent.contains("dorpsplein/") && agent.contains("+https://testdorp.example"))
        );
    }
    assert_eq!(other.heard().len(), 8);
}

#[test]
fn a_good_link_is_not_checked_again_for_a_week() {
    let site = Site::answering(much_goes_wrong);
    let village = Folder::with(VILLAGE);
    let text = format!(
        "[a]({})\n\n[b]({})\n\n[c]({})\n",
        site.url("/goed"),
        site.url("/goed#anker"),
        site.url("/er-niet")
    );
    village.write("paginas/links.md", format!("---\ntitel: Links\n---\n\n{text}"));
    let (links, _) = links_of(&village);
    let mut known = GoodLinks::default();
    ask(&links, quick(), &mut known, today());
    assert_eq!(site.heard(), ["GET /er-niet", "HEAD /er-niet", "HEAD /goed"], "an address is requested once");
    let mut known = GoodLinks::read(known.written().as_bytes());
    let again = ask(&links, quick(), &mut known, today());
    assert_eq!(again.known, 1);
    assert_eq!(site.heard().iter().filter(|heard| heard.ends_with("/goed")).count(), 1);
    assert_eq!(site.heard().iter().filter(|heard| heard.ends_with("/er-niet")).count(), 4);
    assert_eq!(link_report(&links, &again, false).remarks.len(), 1, "a dead link is reported every time");
    ask(&links, quick(), &mut known, "2026-11-30".parse().expect("a day"));
    assert_eq!(site.heard().iter().filter(|heard| heard.ends_with("/goed")).count(), 2);
}

#[test]
fn no_link_is_checked_after_the_time_is_up() {
    let site = Site::answering(|_, _| Reply::Stall);
    let village = Folder::with(VILLAGE);
    let text: String =
        (0..20).map(|number| format!("[x]({})\n\n", site.url(&format!("/{number}")))).collect();
    village.write("paginas/links.md", format!("---\ntitel: Links\n---\n\n{text}"));
    let (links, _) = links_of(&village);
    let bounds = Bounds { at_once: 6, each: Duration::from_millis(300), overall: Duration::from_millis(700) };
    let started = Instant::now();
    let verdict = link_report(&links, &ask(&links, bounds, &mut GoodLinks::default(), today()), false);
    assert!(started.elapsed() < Duration::from_secs(3), "{:?}", started.elapsed());
    assert!((1..=4).contains(&verdict.remarks.len()), "{}", verdict.remarks.len());
    assert!(verdict.summary.nl.contains("niet aan de beurt gekomen"), "{}", verdict.summary.nl);
}

#[test]
fn dead_links_are_reported_in_place_in_the_language_of_the_file() {
    let site = Site::answering(much_goes_wrong);
    let gone = site.url("/er-niet");
    let village = Folder::with(VILLAGE);
    village.write(
        "site.yaml",
        format!(
            "naam: Testdorp\nwebadres: https://testdorp.example\nmenu:\n  - titel: Elders\n    naar: {gone}\n"
        ),
    );
    village.write("organisations/club.md", format!("---\nname: The club\nwebsite: {gone}\n---\n\nSee [them]({gone}) and [us](https://testdorp.example/).\n"));
    village.write("paginas/later.md", format!("---\ntitel: Later\nconcept: ja\n---\n\n[x]({gone})\n"));
    let (links, remarks) = links_of(&village);
    let verdict = link_report(&links, &ask(&links, quick(), &mut GoodLinks::default(), today()), true);
    let told = shown(remarks, verdict);
    let of_links: Vec<(&str, u32, u32, u32, &str)> = told
        .iter()
        .filter(|told| told.code == "outside-link-dead")
        .map(|told| (told.file.as_str(), told.line, told.column, told.length, told.severity_word()))
        .collect();
    let length = u32::try_from(gone.len()).expect("a length");
    assert_eq!(
        of_links,
        [
            ("organisations/club.md", 3, 10, length, "error"),
            ("organisations/club.md", 6, 12, length, "error"),
            ("site.yaml", 5, 11, length, "fout"),
        ]
    );
    assert!(
        told.iter().any(|told| told
            .message
            .contains("no longer exists: the site says there is nothing there (404)"))
    );
    assert_eq!(site.heard().len(), 2, "once with HEAD and once with GET, however often it is linked to");
}

#[test]
fn the_command_requests_nothing_from_a_private_network() {
    let site = Site::answering(much_goes_wrong);
    let village = Folder::with(VILLAGE);
    let port = site.address.port();
    let inside = [
        format!("http://127.0.0.1:{port}/goed"),
        format!("http://localhost:{port}/goed"),
        format!("http://[::1]:{port}/goed"),
        format!("http://2130706433:{port}/goed"),
        "http://169.254.169.254/latest/meta-data/".to_owned(),
        "http://10.0.0.1/".to_owned(),
    ];
    let text: String = inside.iter().map(|address| format!("[x]({address})\n\n")).collect();
    village.write("paginas/links.md", format!("---\ntitel: Links\n---\n\n{text}"));
    let path = village.path().to_str().expect("a path");
    let ran = run(&["controleer", path, "--vandaag", TODAY, "--extern"]);
    assert_eq!(ran.code, 0, "warnings do not fail a run: {}", ran.said());
    assert_eq!(ran.err.matches("een adres in iemands eigen netwerk").count(), inside.len(), "{}", ran.err);
    let strict = run(&["check", path, "--today", TODAY, "--external", "--strict", "--format", "json"]);
    assert_eq!(strict.code, 1, "{}", strict.said());
    assert!(site.heard().is_empty(), "{:?}", site.heard());
    assert!(!village.join(".dorpsplein").exists(), "no link was good, so nothing is stored");
    // Even without `--external`, links to this machine are reported.
    let without = run(&["controleer", path, "--vandaag", TODAY]);
    assert_eq!(
        without.err.matches("op je eigen computer; niemand anders kan erbij").count(),
        4,
        "{}",
        without.err
    );
    assert!(without.code == 0 && without.err.contains("4 waarschuwingen"), "{}", without.said());
}

#[test]
fn without_a_network_no_link_is_reported() {
    let village = Folder::with(VILLAGE);
    let text: String = (0..4).map(|number| format!("[x](https://dorp{number}.invalid/)\n\n")).collect();
    village.write("paginas/links.md", format!("---\ntitel: Links\n---\n\n{text}"));
    let ran = run(&[
        "controleer",
        village.path().to_str().expect("a path"),
        "--vandaag",
        TODAY,
        "--extern",
        "--streng",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    assert!(ran.err.contains("is er wel internet?") && !ran.err.contains("waarschuwing"), "{}", ran.err);
}
