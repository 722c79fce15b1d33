//! The life of a theme: a province publishes it, villages add it, get what is new, and go back when they do not like it.
//! Whatever is refused leaves a village as it was.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use dorpsplein::outside::{Downloads, NotFetched};

use crate::publisher::{Publisher, done, refused, site};
use crate::support::{Folder, Ran, VILLAGE, build, program, run, tree};

/// What a server on this machine answers: files of a folder, and here and there something else.
struct Server {
    url: String,
    odd: Arc<Mutex<BTreeMap<String, Vec<u8>>>>,
}

/// An answer after which nothing comes, while the line stays open.
const STALL: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf";

impl Server {
    fn of(folder: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let odd: Arc<Mutex<BTreeMap<String, Vec<u8>>>> = Arc::default();
        let (folder, answers) = (folder.to_owned(), Arc::clone(&odd));
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { continue };
                let mut head = [0; 4096];
                let length = stream.read(&mut head).unwrap_or(0);
                let head = String::from_utf8_lossy(&head[..length]).into_owned();
                let path = head.split(' ').nth(1).unwrap_or("/").trim_start_matches('/').to_owned();
                let odd = answers.lock().expect("a lock").get(&path).cloned();
                let answer = odd.unwrap_or_else(|| answer_of(fs::read(folder.join(&path)).ok()));
                let _ = stream.write_all(&answer);
                if answer == STALL {
                    thread::spawn(move || {
                        thread::sleep(Duration::from_secs(20));
                        drop(stream);
                    });
                }
            }
        });
        Self { url, odd }
    }

    fn at(&self, path: &str) -> String {
        format!("{}/{path}", self.url)
    }

    fn answers(&self, path: &str, answer: impl Into<Vec<u8>>) {
        self.odd.lock().expect("a lock").insert(path.to_owned(), answer.into());
    }
}

fn answer_of(bytes: Option<Vec<u8>>) -> Vec<u8> {
    let Some(bytes) = bytes else {
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec();
    };
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", bytes.len());
    [head.into_bytes(), bytes].concat()
}

fn built(village: &Folder) -> BTreeMap<String, Vec<u8>> {
    let output = Folder::new();
    let ran = build(village.path(), &output.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    tree(&output.join("public"))
}

fn style_of(built: &BTreeMap<String, Vec<u8>>) -> String {
    let sheets = built.iter().filter(|(path, _)| path.ends_with(".css"));
    sheets.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect()
}

/// The pin stands in `site.yaml` in its own language and line ends, and leaves every other byte.
fn check_pins(villages: &[Folder; 3]) {
    let pinned = villages[1].read("site.yaml");
    assert!(
        pinned.starts_with("naam: Testdorp\r\nomschrijving: Een dorp.\r\n# einde\r\nthema:\r\n"),
        "{pinned:?}"
    );
    assert!(
        pinned.contains("\r\n  versie: 1.0.0\r\n") && !pinned.replace("\r\n", "").contains('\n'),
        "{pinned:?}"
    );
    assert!(villages[2].join("themes/overijssel/theme.yaml").exists());
    assert!(
        villages[2].read("site.yaml").contains("\ntheme:\n  name: overijssel\n  version: 1.0.0\n  hash: ")
    );
}

#[test]
fn three_villages_get_what_is_new_and_can_go_back() {
    let publisher = Publisher::new();
    let page = |words: &str| {
        format!(
            "{{% extends \"not-found.html\" %}}\n{{% block content %}}\n<p>{words}</p>\n{{% endblock %}}\n"
        )
    };
    publisher.0.write("thema-overijssel/templates/not-found.html", page("Weg"));
    publisher.publish("overijssel", "1.0.0", "lvkk", ".een { color: #a10001 }\n");
    let server = Server::of(&publisher.shop());
    let villages = [Folder::with(VILLAGE), Folder::with(VILLAGE), Folder::with(VILLAGE)];
    villages[1].write("site.yaml", "naam: Testdorp\r\nomschrijving: Een dorp.\r\n# einde\r\n");
    villages[2].write("site.yaml", "name: Testdorp\ndescription: A village.\nlanguage: en\n");
    for village in &villages {
        let said = done(&["theme", "add", &server.at("themes.json"), site(village)]).said();
        assert!(said.contains("overijssel 1.0.0") && said.contains("RW"), "{said}");
    }
    check_pins(&villages);
    done(&["thema", "neem-over", "not-found.html", site(&villages[0])]);
    let drift = || done(&["thema", "verschil", site(&villages[0])]).said();
    let first: Vec<_> = villages.iter().map(built).collect();
    assert!(style_of(&first[0]).contains("#a10001"), "the theme is on the site");

    let before = tree(villages[0].path());
    let said = done(&["thema", "werk-bij", site(&villages[0])]).said();
    assert!(said.contains("overijssel 1.0.0: je hebt de nieuwste versie"), "{said}");
    assert_eq!(tree(villages[0].path()), before);

    publisher.0.write("thema-overijssel/templates/not-found.html", page("Niet hier"));
    publisher.publish("overijssel", "1.1.0", "lvkk", ".een { color: #a20002 }\n");
    let said = done(&["thema", "werk-bij", site(&villages[0]), "--controleer"]).said();
    assert!(said.contains("overijssel: versie 1.1.0 is er; je hebt 1.0.0"), "{said}");
    assert_eq!(tree(villages[0].path()), before, "looking changes nothing");
    for (village, first) in villages.iter().zip(&first) {
        let said = done(&["theme", "update", site(village)]).said();
        assert!(said.contains("1.0.0") && said.contains("1.1.0"), "{said}");
        let second = built(village);
        assert!(style_of(&second).contains("#a20002") && !style_of(&second).contains("#a10001"));
        let updated = tree(village.path());
        done(&["theme", "rollback", site(village)]);
        assert_eq!(&built(village), first, "after going back the site is what it was");
        done(&["theme", "rollback", site(village)]);
        assert_eq!(tree(village.path()), updated, "and forward again");
        assert_eq!(built(village), second);
    }
    let said = drift();
    assert!(
        said.contains("not-found.html: het origineel is veranderd, van versie 1.0.0 naar 1.1.0"),
        "{said}"
    );
    assert!(said.contains("\n-<p>Weg</p>\n+<p>Niet hier</p>\n"), "what changed stands beside it: {said}");
    done(&["thema", "terug", site(&villages[0])]);
    assert!(drift().contains("het origineel is hetzelfde gebleven"));
    done(&["thema", "terug", site(&villages[0])]);
    let said = done(&["thema", "lijst", site(&villages[0])]).said();
    assert!(said.contains("overijssel 1.1.0, het thema van deze site\n"), "{said}");
    assert!(
        said.contains(&format!("van {}", server.at("themes.json"))) && said.contains("hiervoor 1.0.0"),
        "{said}"
    );
}

#[test]
fn a_theme_that_is_taken_away_leaves_nothing() {
    let publisher = Publisher::new();
    let package = publisher.pack("drenthe", "1.0", "lvkk", "");
    let village = Folder::with(VILLAGE);
    let before = tree(village.path());
    let said = done(&["thema", "voeg-toe", &package, site(&village)]).said();
    assert!(said.contains("toegevoegd: drenthe 1.0.0") && said.contains("niet ondertekend"), "{said}");
    refused(&village, &["thema", "terug", site(&village)], "geen vorige versie");
    refused(&village, &["thema", "verwijder", "drente", site(&village)], "bedoel je 'drenthe'?");
    done(&["thema", "verwijder", "drenthe", site(&village)]);
    assert_eq!(tree(village.path()), before);
    assert!(run(&["thema", "lijst", site(&village)]).said().contains("standaardthema"));
}

#[test]
fn a_theme_brings_the_one_that_it_builds_on() {
    let publisher = Publisher::new();
    publisher.publish("overijssel", "1.0.0", "lvkk", ".onder { color: #a10001 }\n");
    publisher.publish("salland", "1.0.0", "overijssel", ".boven { color: #a30003 }\n");
    let server = Server::of(&publisher.shop());
    let village = Folder::with(VILLAGE);
    let list = server.at("themes.json");
    refused(
        &village,
        &["thema", "voeg-toe", &list, site(&village)],
        "hier zijn meer thema's: overijssel, salland",
    );
    refused(
        &village,
        &["thema", "voeg-toe", &format!("{list}#sallan"), site(&village)],
        "bedoel je 'salland'?",
    );
    done(&["thema", "voeg-toe", &format!("{list}#salland"), site(&village)]);
    let first = built(&village);
    assert!(style_of(&first).contains("#a30003") && style_of(&first).contains("#a10001"));
    refused(&village, &["thema", "verwijder", "overijssel", site(&village)], "bouwt op 'overijssel'");
    publisher.publish("overijssel", "1.0.1", "lvkk", ".onder { color: #a20002 }\n");
    let said = done(&["thema", "werk-bij", site(&village)]).said();
    assert!(said.contains("overijssel van 1.0.0 naar 1.0.1"), "{said}");
    assert!(said.contains("salland 1.0.0: je hebt de nieuwste versie"), "{said}");
    assert!(style_of(&built(&village)).contains("#a20002"));
    done(&["thema", "terug", site(&village)]);
    assert_eq!(built(&village), first);

    let other = Folder::with(VILLAGE);
    let package = publisher.path("winkel/salland-1.0.0.zip");
    let key = publisher.path("provincie.pub");
    refused(&other, &["thema", "voeg-toe", &package, site(&other), "--sleutel", &key], "voeg dat eerst toe");
    let below = publisher.path("winkel/overijssel-1.0.0.zip");
    done(&["thema", "voeg-toe", &below, site(&other), "--sleutel", &key]);
    done(&["thema", "voeg-toe", &package, site(&other), "--sleutel", &key]);
    assert_eq!(style_of(&built(&other)), style_of(&first));
    publisher.publish("overijssel", "2.0.0", "salland", "");
    let circle = publisher.path("winkel/overijssel-2.0.0.zip");
    refused(&other, &["thema", "voeg-toe", &circle, site(&other)], "bouwt uiteindelijk op zichzelf");
}

#[test]
fn only_what_the_maker_signed_is_taken() {
    let publisher = Publisher::new();
    publisher.publish("overijssel", "1.0.0", "lvkk", "");
    let server = Server::of(&publisher.shop());
    let list = server.at("themes.json");
    let village = Folder::with(VILLAGE);
    done(&["thema", "voeg-toe", &list, site(&village)]);
    let update = ["thema", "werk-bij", site(&village)];

    // Somebody else signs what is new.
    publisher.new_key("ander");
    let package = publisher.pack("overijssel", "1.1.0", "lvkk", "body { display: none }");
    let shop = publisher.shop();
    let shop = shop.to_str().expect("a path");
    done(&["theme", "sign", &package, "--key", &publisher.path("ander.key")]);
    let listed = run(&["theme", "index", shop, "--key", &publisher.path("provincie.pub")]);
    assert_eq!(listed.code, 2, "{}", listed.said());
    fs::remove_file(publisher.path("winkel/overijssel-1.0.0.zip")).expect("a file");
    done(&["theme", "index", shop, "--key", &publisher.path("ander.pub")]);
    refused(&village, &update, "andere sleutel");

    // The list tells the key that is known, but the signature is not of it.
    let text = fs::read_to_string(publisher.path("winkel/themes.json")).expect("a list");
    let line = |name: &str| {
        let key = fs::read_to_string(publisher.path(name)).expect("a key");
        key.lines().nth(1).expect("its line").to_owned()
    };
    let list_file = publisher.path("winkel/themes.json");
    let forged = text.replace(&line("ander.pub"), &line("provincie.pub"));
    assert_ne!(forged, text);
    fs::write(&list_file, &forged).expect("a list");
    refused(&village, &update, "de handtekening bij 'overijssel' klopt niet");

    // The signature is not offered at all, or is not there.
    let unsigned = forged.replace("\"overijssel-1.1.0.zip.minisig\"", "null");
    assert_ne!(unsigned, forged);
    fs::write(&list_file, unsigned).expect("a list");
    refused(&village, &update, "is niet ondertekend, en het hoort ondertekend te zijn");
    fs::write(&list_file, &forged).expect("a list");
    fs::remove_file(format!("{package}.minisig")).expect("a file");
    refused(&village, &update, "bestaat niet");

    // A package that is not the one of the list.
    done(&["theme", "sign", &package, "--key", &publisher.path("provincie.key")]);
    publisher.list();
    let good = fs::read_to_string(&list_file).expect("a list");
    let hash = good.split("\"hash\": \"").nth(1).expect("a hash")[..64].to_owned();
    fs::write(&list_file, good.replace(&hash, &"0".repeat(64))).expect("a list");
    refused(&village, &update, "een ander pakket dan de lijst");
    fs::write(&list_file, "{\"form\": 1, \"themes\": [").expect("a list");
    refused(&village, &update, "geen lijst van thema's");
    fs::write(&list_file, good).expect("a list");
    let said = done(&update).said();
    assert!(said.contains("overijssel van 1.0.0 naar 1.1.0"), "{said}");
}

#[test]
fn a_first_package_tells_by_which_key_its_maker_is_known() {
    let publisher = Publisher::new();
    publisher.publish("overijssel", "1.0.0", "lvkk", "");
    let package = publisher.path("winkel/overijssel-1.0.0.zip");
    let village = Folder::with(VILLAGE);
    let add = ["thema", "voeg-toe", package.as_str(), site(&village)];
    refused(&village, &add, "de sleutel van de maker is er niet bij");
    let absent = publisher.path("weg.pub");
    refused(&village, &[&add[..], &["--sleutel", &absent]].concat(), "is er niet");
    let wrong = publisher.path("provincie.key");
    refused(&village, &[&add[..], &["--sleutel", &wrong]].concat(), "geen sleutel die Dorpsplein kan lezen");
    publisher.new_key("ander");
    let other = publisher.path("ander.pub");
    refused(
        &village,
        &[&add[..], &["--sleutel", &other]].concat(),
        "de handtekening bij 'overijssel' klopt niet",
    );
    fs::copy(publisher.path("provincie.pub"), format!("{package}.pub")).expect("a key beside the package");
    let said = done(&add).said();
    let key = fs::read_to_string(publisher.path("provincie.pub")).expect("a key");
    assert!(said.contains(key.lines().nth(1).expect("its line")), "{said}");
    // Once more is no harm.
    let before = tree(village.path());
    assert!(done(&add).said().contains("overijssel 1.0.0 was er al"));
    assert_eq!(tree(village.path()), before);
    // A later one from the folder it came from.
    publisher.publish("overijssel", "1.2.0", "lvkk", "");
    done(&["thema", "werk-bij", site(&village)]);
    refused(&village, &add, "is ouder dan versie 1.2.0");
}

#[test]
fn what_a_program_cannot_use_is_not_taken() {
    let publisher = Publisher::new();
    let village = Folder::with(VILLAGE);
    let package = |version: &str, api: u16| {
        let folder = publisher.path("thema-hei");
        publisher.0.write(
            "thema-hei/theme.yaml",
            format!("name: hei\nversion: {version}\napi: {api}\nextends: lvkk\n"),
        );
        let package = publisher.path(&format!("winkel/hei-{version}.zip"));
        done(&["thema", "pak", &folder, "-o", &package]);
        package
    };
    let later = package("2.0.0", 9);
    refused(&village, &["thema", "voeg-toe", &later, site(&village)], "nieuwste versie van Dorpsplein");
    let now = package("1.0.0", 1);
    done(&["thema", "voeg-toe", &now, site(&village)]);
    let said = done(&["thema", "werk-bij", site(&village)]).said();
    assert!(
        said.contains("hei: versie 2.0.0 is er ook, maar daarvoor heb je een nieuwere Dorpsplein nodig"),
        "{said}"
    );
    publisher.0.write("thema-hei/assets/extra.css", ".anders { color: #123 }");
    let again = package("1.0.0", 1);
    refused(&village, &["thema", "voeg-toe", &again, site(&village)], "er zit iets anders in");
    let shop = publisher.shop();
    fs::write(shop.join("kapot.zip"), &fs::read(&again).expect("a package")[..200]).expect("a file");
    let kapot = publisher.path("winkel/kapot.zip");
    refused(
        &village,
        &["thema", "voeg-toe", &kapot, site(&village)],
        "geen pakket van een thema, of het is stuk",
    );
}

#[test]
fn nobodys_work_is_lost() {
    let publisher = Publisher::new();
    let first = publisher.pack("hei", "1.0.0", "lvkk", ".een { color: #a10001 }");
    let second = publisher.pack("hei", "1.1.0", "lvkk", ".een { color: #a20002 }");
    let village = Folder::with(VILLAGE);
    let add = |package: &str| ["thema", "voeg-toe", package, site(&village)].map(str::to_owned);
    let own: Vec<String> = add(&first).to_vec();
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    village.write("themas/hei/theme.yaml", "name: hei\nversion: 0.1\napi: 1\nextends: lvkk\n");
    refused(&village, &own, "niet door Dorpsplein gemaakt");
    fs::remove_dir_all(village.join("themas")).expect("our own");
    done(&own);
    village.write("themas/hei/assets/extra.css", ".een { color: #mijn }");
    let update = ["thema", "werk-bij", site(&village)];
    refused(&village, &update, "themas/hei/assets/extra.css");
    refused(&village, &["thema", "verwijder", "hei", site(&village)], "zet het dan in de map thema/");
    assert!(
        run(&["thema", "lijst", site(&village)]).said().contains("met de hand veranderd: assets/extra.css")
    );
    fs::remove_file(village.join("themas/hei/assets/extra.css")).expect("a file");
    done(&update);
    assert!(style_of(&built(&village)).contains("#a20002"));
    village.write("themas/hei/assets/mijn.css", "");
    refused(&village, &["thema", "terug", site(&village)], "themas/hei/assets/mijn.css");
    fs::remove_file(village.join("themas/hei/assets/mijn.css")).expect("a file");
    village.write("themas/.packages/hei-1.0.0.zip", fs::read(&second).expect("a package"));
    refused(&village, &["thema", "terug", site(&village)], "is er niet meer zoals ze was");
    village.write("themes.lock", "<<<<<<< HEAD\n");
    refused(&village, &["thema", "terug", site(&village)], "themes.lock kan niet worden gelezen");

    let odd = Folder::with(VILLAGE);
    odd.write("site.yaml", "naam: Testdorp\nthema: {naam: lvkk}\n");
    refused(
        &odd,
        &["thema", "voeg-toe", &first, site(&odd)],
        "thema:\n  naam: hei\n  versie: 1.0.0\n  controlegetal: ",
    );
}

#[test]
fn a_download_is_whole_in_time_and_from_where_it_was_asked() {
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
fn with_what_somebody_logs_in_is_kept_nowhere() {
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
fn a_site_that_says_nothing_is_not_waited_for() {
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
        matches!(&silent, Err(NotFetched::Refused(why)) if why.nl.contains("niet op tijd binnen")),
        "{silent:?}"
    );
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());

    // Sent on within the same site is no harm.
    server.answers("oud/themes.json", sent_to("/themes.json"));
    assert_eq!(
        downloads.fetch(&server.at("oud/themes.json"), 100_000),
        downloads.fetch(&server.at("themes.json"), 100_000)
    );
    assert!(downloads.fetch(&server.at("themes.json"), 100_000).is_ok());
}

#[test]
fn a_key_with_a_password_signs_what_others_can_check() {
    let publisher = Publisher::new();
    let package = publisher.pack("hei", "1.0.0", "lvkk", "");
    let key = publisher.path("geheim");
    let with = |password: &str, arguments: &[&str]| {
        let mut command = program();
        command.env("DORPSPLEIN_PASSWORD", password).args(arguments);
        Ran::of(command.output().expect("the program runs"))
    };
    let made = with("hooiberg", &["theme", "key", &key]);
    assert_eq!(made.code, 0, "{}", made.said());
    assert_eq!(with("hooiberg", &["theme", "key", &key]).code, 2, "a key is never written over");
    let secret = publisher.path("geheim.key");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&secret).expect("a key").permissions().mode();
        assert_eq!(mode & 0o077, 0, "nobody else can read it");
    }
    let wrong = with("strohalm", &["theme", "sign", &package, "--key", &secret]);
    assert!(wrong.code == 2 && wrong.said().contains("niet het wachtwoord"), "{}", wrong.said());
    let signed = with("hooiberg", &["theme", "sign", &package, "--key", &secret]);
    assert_eq!(signed.code, 0, "{}", signed.said());
    let signature = fs::read_to_string(format!("{package}.minisig")).expect("a signature");
    assert!(signature.contains("trusted comment: hei 1.0.0"), "{signature}");
    let village = Folder::with(VILLAGE);
    done(&["thema", "voeg-toe", &package, site(&village), "--sleutel", &publisher.path("geheim.pub")]);
}

#[test]
fn a_theme_that_is_no_theme_is_not_packed() {
    let folder = Folder::with(&[("hei/theme.yaml", "name: hei\nversion: een\napi: 1\n")]);
    let hei = folder.join("hei");
    let hei = hei.to_str().expect("a path");
    let out = folder.join("hei.zip");
    let out = out.to_str().expect("a path");
    let ran = run(&["thema", "pak", hei, "-o", out]);
    assert!(ran.code == 1 && ran.said().contains("'een' is not a version"), "{}", ran.said());
    folder.write("hei/theme.yaml", "name: hei\nversion: 1.0\napi: 1\n");
    folder.write("hei/notities.txt", "niet voor anderen");
    let ran = run(&["thema", "pak", hei, "-o", out]);
    assert!(ran.code == 2 && ran.said().contains("'notities.txt'"), "{}", ran.said());
    fs::remove_file(folder.join("hei/notities.txt")).expect("a file");
    folder.write("hei.zip", "van iemand anders");
    let ran = run(&["thema", "pak", hei, "-o", out]);
    assert!(ran.code == 2 && folder.read("hei.zip") == "van iemand anders", "{}", ran.said());
    fs::remove_file(out).expect("a file");
    done(&["thema", "pak", hei, "-o", out]);
    let bytes = fs::read(out).expect("a package");
    done(&["thema", "pak", hei, "-o", out]);
    assert_eq!(fs::read(out).expect("a package"), bytes);
}
