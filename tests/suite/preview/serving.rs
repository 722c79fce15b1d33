//! Tests what the preview serves: the outputs of the plan and nothing else, to this machine only, and to open
//! pages exactly the events that concern them.

use std::net::TcpStream;
use std::sync::Arc;
use std::time::{Duration, Instant};

use dorpsplein::ground::{Address, Code, Diagnostic, Locale, Place, RemarkCounts, both};
use dorpsplein::pipeline::{Planned, Request, Today, read_and_plan};
use dorpsplein::render::Make;
use dorpsplein::serve::PreviewUpdate;
use dorpsplein::theme::shipped;

use crate::support::visitor::{Answer, Server};
use crate::support::{Folder, TODAY, VILLAGE};

fn planned(folder: &Folder, base_url: Option<&str>) -> Arc<Planned> {
    let today = Today::Fixed(TODAY.parse().expect("a day"));
    let request = Request {
        site: folder.path().to_owned(),
        today,
        base_url: base_url.map(str::to_owned),
        host_address: None,
    };
    Arc::new(read_and_plan(&request, &shipped()).expect("a village"))
}

fn news(site: Option<&Arc<Planned>>) -> PreviewUpdate {
    PreviewUpdate {
        site: site.cloned(),
        remarks: String::new(),
        counts: RemarkCounts::default(),
        follow: None,
        changed_files: Vec::new(),
        locale: Locale::Dutch,
    }
}

fn bytes(site: &Planned, address: &str) -> String {
    let output = site.plan.find(&Address::file(address)).unwrap_or_else(|| panic!("{address}"));
    match &output.make {
        Make::Page(make) => String::from_utf8(make(&site.edition).expect("a page")).expect("text"),
        Make::Copy(path) => String::from_utf8_lossy(&std::fs::read(path).expect("a file")).into_owned(),
        Make::Picture(version) => String::from_utf8_lossy(&version.load().expect("a picture")).into_owned(),
    }
}

/// Removes the preview's script from a page.
fn without_script(page: &str) -> String {
    let start = page.rfind("<script src=\"").expect("the script");
    let end = start + page[start..].find("</script>").expect("its end") + 9;
    assert!(page[start..end].contains("/.dorpsplein/preview.js\" data-"), "{}", &page[start..end]);
    format!("{}{}", &page[..start], &page[end..])
}

#[test]
fn every_output_of_the_plan_is_served_unchanged() {
    let folder = Folder::with(VILLAGE);
    folder.write("documenten/lijst.csv", "a,b\n");
    let site = planned(&folder, Some("http://localhost"));
    let server = Server::showing(news(Some(&site)));
    let mut kinds = Vec::new();
    for output in &site.plan.outputs {
        let address = output.address.as_str();
        let answer = server.get(address);
        assert_eq!(answer.status, 200, "{address}");
        let is_page = answer.head.contains("text/html");
        let body = if is_page { without_script(&answer.body) } else { answer.body };
        assert!(body == bytes(&site, address), "{address} has different bytes");
        assert!(answer.head.contains("cache-control: no-store"), "{}", answer.head);
        assert!(answer.head.contains("x-content-type-options: nosniff"), "{}", answer.head);
        assert!(!answer.head.contains("octet-stream"), "{address}: {}", answer.head);
        kinds.push(answer.head);
    }
    for kind in
        ["text/calendar; charset=utf-8", "application/xml", "application/json", "text/css", "text/csv"]
    {
        assert!(kinds.iter().any(|head| head.contains(kind)), "{kind}");
    }
}

#[test]
fn files_meant_for_the_host_are_not_served() {
    let folder = Folder::with(VILLAGE);
    folder.write("site.yaml", "naam: Testdorp\nhost: cloudflare\n");
    folder.write("paginas/historie.md", "---\ntitel: Historie\nvoorheen: vroeger\n---\n\nLang geleden.\n");
    let site = planned(&folder, None);
    let server = Server::showing(news(Some(&site)));
    for address in ["/_headers", "/_redirects"] {
        assert!(!bytes(&site, address).is_empty());
        let answer = server.get(address);
        assert_eq!(answer.status, 404, "{address}");
        assert!(answer.head.contains("text/html"), "{address}: {}", answer.head);
    }
}

#[test]
fn a_folder_gets_its_slash_and_a_missing_page_the_404_page() {
    let folder = Folder::with(VILLAGE);
    let site = planned(&folder, Some("http://localhost"));
    let server = Server::showing(news(Some(&site)));
    for (from, to) in
        [("/agenda", "/agenda/"), ("/agenda?x=1", "/agenda/?x=1"), ("/agenda/index.html", "/agenda/")]
    {
        let answer = server.get(from);
        assert!(answer.status == 307 && answer.head.contains(&format!("location: {to}")), "{}", answer.head);
    }
    let missing = server.get("/is-er-niet/");
    assert_eq!(missing.status, 404);
    assert_eq!(without_script(&missing.body), bytes(&site, "/404.html"));
    let head = server.ask("HEAD", "/agenda/");
    assert!(head.status == 200 && head.body.is_empty(), "{}", head.head);
    assert!(head.head.contains(&format!("content-length: {}", server.get("/agenda/").body.len())));
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        assert_eq!(server.ask(method, "/").status, 405, "{method}");
    }
}

#[test]
fn a_site_in_a_subfolder_is_served_there() {
    let folder = Folder::with(VILLAGE);
    let site = planned(&folder, Some("http://localhost/dorp"));
    let server = Server::showing(news(Some(&site)));
    for from in ["/", "/dorp"] {
        assert!(server.get(from).head.contains("location: /dorp/\r"), "{from}");
    }
    assert_eq!(without_script(&server.get("/dorp/agenda/").body), bytes(&site, "/agenda/"));
    assert!(server.get("/dorp/").body.contains("src=\"/dorp/.dorpsplein/preview.js\""));
    assert!(server.get("/dorp/.dorpsplein/preview.js").head.contains("text/javascript"));
    assert!(server.get("/dorp/.dorpsplein/preview.css").head.contains("text/css"));
    assert!(server.get("/dorp/agenda").head.contains("location: /dorp/agenda/\r"));
    for outside in ["/agenda/", "/dorpen/", "/dorp/../agenda/"] {
        assert_eq!(server.get(outside).status, 404, "{outside}");
    }
}

#[test]
fn nothing_else_on_the_disk_is_served() {
    let folder = Folder::with(VILLAGE);
    let server = Server::showing(news(Some(&planned(&folder, Some("http://localhost")))));
    for target in [
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "/..\\..\\etc\\passwd",
        "/%5c..%5c..%5cetc%5cpasswd",
        "/%252e%252e/%252e%252e/etc/passwd",
        "//etc/passwd",
        "/media//etc/passwd",
        "/etc/passwd%00.html",
        "/\0etc/passwd",
        "/site.yaml",
        "/agenda/koffie.md",
        "http://localhost/../../etc/passwd",
        "http://localhost//etc/passwd",
        "file:///etc/passwd",
        "*",
    ] {
        let answer = server.get(target);
        assert!(matches!(answer.status, 400 | 403 | 404 | 0), "{target}: {}", answer.head);
        assert!(!answer.body.contains("root:") && !answer.body.contains("naam:"), "{target}");
    }
    assert_eq!(server.get("http://localhost/agenda/").status, 200);
}

#[test]
fn only_requests_from_this_machine_are_answered() {
    let folder = Folder::with(VILLAGE);
    let server = Server::showing(news(Some(&planned(&folder, Some("http://localhost")))));
    for host in ["127.0.0.1:80", "LOCALHOST", "[::1]:3000"] {
        assert_eq!(server.ask_as("GET", "/", &format!("Host: {host}\r\n")).status, 200, "{host}");
    }
    for headers in
        ["", "Host: dorp.example\r\n", "Host: localhost.dorp.example\r\n", "Host: localhost\r\nHost: x\r\n"]
    {
        let answer = server.ask_as("GET", "/", headers);
        assert!(answer.status == 403 && answer.head.contains("text/plain"), "{headers}: {}", answer.head);
    }
    assert_eq!(server.get("http://dorp.example/").status, 403);
    let from_elsewhere = "Host: localhost\r\nSec-Fetch-Site: cross-site\r\n";
    assert_eq!(server.ask_as("GET", "/.dorpsplein/remarks", from_elsewhere).status, 403);
}

#[test]
fn oversized_and_idle_requests_do_not_hold_up_others() {
    let folder = Folder::with(VILLAGE);
    let server = Server::showing(news(Some(&planned(&folder, Some("http://localhost")))));
    let large = "x".repeat(10_000_000);
    let header = server.ask_as("GET", "/", &format!("Host: localhost\r\nX: {large}\r\n"));
    assert!(matches!(header.status, 431 | 0), "{}", header.head);
    let length = large.len();
    for method in ["POST", "GET"] {
        let request =
            format!("{method} / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\n\r\n{large}");
        let body = Answer::of(&server.send(request.as_bytes()));
        assert!(matches!(body.status, 405 | 413 | 0), "{}", body.head);
    }
    let idle: Vec<TcpStream> = (0..500).map(|_| server.connect()).collect();
    let start = Instant::now();
    assert_eq!(server.get("/").status, 200);
    // A server that waits for the silent connections takes twenty seconds.
    assert!(start.elapsed() < Duration::from_secs(15), "{:?}", start.elapsed());
    drop(idle);
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_out_of_the_village_is_not_followed() {
    let folder = Folder::with(VILLAGE);
    let secret = Folder::with(&[("geheim.csv", "geheim"), ("map/lijst.csv", "geheim")]);
    folder.write("documenten/lijst.csv", "a,b\n");
    folder.write("documenten/map/lijst.csv", "a,b\n");
    std::os::unix::fs::symlink(secret.join("geheim.csv"), folder.join("documenten/uit.csv")).expect("a link");
    let server = Server::showing(news(Some(&planned(&folder, Some("http://localhost")))));
    assert_eq!(server.get("/documenten/uit.csv").status, 404);
    assert_eq!(server.get("/documenten/lijst.csv").body, "a,b\n");
    assert_eq!(server.get("/documenten/map/lijst.csv").body, "a,b\n");
    // These links appear after the site was planned.
    std::fs::remove_file(folder.join("documenten/lijst.csv")).expect("removed");
    std::os::unix::fs::symlink(secret.join("geheim.csv"), folder.join("documenten/lijst.csv"))
        .expect("a link");
    std::fs::remove_dir_all(folder.join("documenten/map")).expect("removed");
    std::os::unix::fs::symlink(secret.join("map"), folder.join("documenten/map")).expect("a link");
    for address in ["/documenten/lijst.csv", "/documenten/map/lijst.csv"] {
        let answer = server.get(address);
        assert!(answer.status == 404 && !answer.body.contains("geheim"), "{address}: {}", answer.body);
    }
}

#[test]
fn open_pages_get_only_the_events_that_concern_them() {
    let folder = Folder::with(VILLAGE);
    folder.write("documenten/lijst.csv", "a,b\n");
    let site = planned(&folder, None);
    let server = Server::showing(news(Some(&site)));
    let mut koffie = server.events("/agenda/koffie/");
    let mut historie = server.events("/historie/");
    folder.write(VILLAGE[3].0, VILLAGE[3].1.replace("Kom ", "Kom allemaal "));
    let next = planned(&folder, None);
    let changed = PreviewUpdate {
        follow: Some(Address::page(["agenda", "koffie"])),
        changed_files: vec![Address::file("documenten/lijst.csv")],
        counts: RemarkCounts { warnings: 2, ..RemarkCounts::default() },
        ..news(Some(&next))
    };
    server.preview.show(changed);
    let heard = koffie.until("event: reload");
    assert!(heard.contains("\"warnings\":2"), "{heard}");
    assert!(heard.contains("event: images\ndata: {\"addresses\":[\"/documenten/lijst.csv\"]"), "{heard}");
    assert!(heard.contains("event: follow\ndata: {\"address\":\"/agenda/koffie/\"}"), "{heard}");
    let heard = historie.until("event: remarks");
    assert!(!heard.contains("event: reload") && !heard.contains("event: style"), "{heard}");
    // The same site again: only the counts are sent.
    server.preview.show(news(Some(&next)));
    let heard = koffie.until("event: remarks");
    assert_eq!(heard.matches("event: ").count(), 1, "{heard}");
    // Another colour changes the style sheet, and no page.
    folder.write(VILLAGE[0].0, format!("{}kleur: \"#803300\"\n", VILLAGE[0].1));
    server.preview.show(news(Some(&planned(&folder, None))));
    let heard = historie.until("event: style");
    assert!(heard.contains("assets/site.") && !heard.contains("event: reload"), "{heard}");
    // A page that disappears is reloaded, and then says so.
    std::fs::remove_file(folder.join("paginas/historie.md")).expect("removed");
    server.preview.show(news(Some(&planned(&folder, None))));
    historie.until("event: reload");
    assert_eq!(server.get("/historie/").status, 404);
}

#[test]
fn a_waiting_page_precedes_the_first_site_and_the_last_good_site_stays() {
    let folder = Folder::with(VILLAGE);
    let server = Server::new();
    let first = server.get("/agenda/");
    assert!(first.status == 503 && first.body.contains("Je site wordt gemaakt"), "{}", first.body);
    let mut waiting = server.events("/agenda/");
    let counts = RemarkCounts { errors: 1, ..RemarkCounts::default() };
    let broken = || PreviewUpdate { remarks: "<ol><li>fout</li></ol>".to_owned(), counts, ..news(None) };
    server.preview.show(broken());
    waiting.until("event: reload");
    let second = server.get("/agenda/");
    assert!(second.body.contains("<ol><li>fout</li></ol>"), "{}", second.body);
    let site = planned(&folder, None);
    server.preview.show(news(Some(&site)));
    waiting.until("event: reload");
    let base = site.edition.base.path.clone();
    assert_eq!(without_script(&server.get(&format!("{base}/agenda/")).body), bytes(&site, "/agenda/"));
    // After an error the site stays, and the messages are shown.
    let mut agenda = server.events("/agenda/");
    server.preview.show(broken());
    let heard = agenda.until("event: remarks");
    assert!(heard.contains("\"errors\":1") && heard.contains("\"old\":true"), "{heard}");
    assert!(!heard.contains("event: reload"), "{heard}");
    assert_eq!(server.get("/.dorpsplein/remarks").body, "<ol><li>fout</li></ol>");
    assert_eq!(without_script(&server.get("/agenda/").body), bytes(&site, "/agenda/"));
}

#[test]
fn a_page_that_cannot_be_rendered_says_why() {
    let folder = Folder::with(VILLAGE);
    let mut site = Arc::into_inner(planned(&folder, Some("http://localhost"))).expect("the only one");
    let agenda = Address::page(["agenda"]);
    let output = site.plan.outputs.iter_mut().find(|output| output.address == agenda).expect("the agenda");
    output.make = Make::Page(Box::new(|_| {
        let message = both("sjabloon <agenda> past niet", "template <agenda> does not fit");
        Err(Box::new(Diagnostic::new(Code::Template, Place::of_file("thema/agenda.html"), message)))
    }));
    let venues = Address::page(["locaties"]);
    let output = site.plan.outputs.iter_mut().find(|output| output.address == venues).expect("the venues");
    output.make = Make::Page(Box::new(|_| panic!("not a word of this")));
    let server = Server::showing(news(Some(&Arc::new(site))));
    let answer = server.get("/agenda/");
    assert_eq!(answer.status, 500);
    assert!(answer.body.contains("sjabloon &lt;agenda&gt; past niet"), "{}", answer.body);
    assert!(answer.body.contains("data-place=\"thema/agenda.html\""), "{}", answer.body);
    let answer = server.get("/locaties/");
    assert!(answer.status == 500 && answer.body.contains("kan niet worden gemaakt"), "{}", answer.body);
    assert_eq!(server.get("/nieuws/").status, 200);
}
