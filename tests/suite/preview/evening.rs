//! An evening with `dorpsplein serve`: it stands at once, shows what was saved, writes nothing, and ends when asked.

#[cfg(unix)]
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

#[cfg(unix)]
use image::{Rgb, RgbImage};

use crate::portal::villages::{HEAD, document};
#[cfg(unix)]
use crate::support::noted::plain_jpeg;
use crate::support::{Folder, VILLAGE, program, tree, within};

/// The program in a process of its own, ended with the test.
struct Evening {
    child: Child,
    /// `127.0.0.1:4000`
    host: String,
    /// What it says, line by line.
    said: std::sync::mpsc::Receiver<String>,
}

impl Evening {
    fn begin(folder: &Folder) -> Self {
        let site = folder.path().to_str().expect("a path");
        let mut child = program()
            .args(["bekijk", site, "--vandaag", "2026-11-23", "--poort", "4600"])
            .stderr(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .expect("the program runs");
        let stderr = BufReader::new(child.stderr.take().expect("a pipe"));
        let (send, said) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                let _ = send.send(line);
            }
        });
        let first = said.recv_timeout(within(20)).expect("it says where it stands");
        let host = first.split("http://").nth(1).expect("an address").trim_end_matches('/').to_owned();
        Self { child, host, said }
    }

    /// Ctrl-C.
    #[cfg(unix)]
    fn interrupt(&self) {
        let status = std::process::Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        assert!(status.expect("kill runs").success());
    }

    /// Ends within a time, as it should.
    #[cfg(unix)]
    fn ends(&mut self) {
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a process") {
                assert_eq!(status.code(), Some(0));
                return;
            }
            assert!(started.elapsed() < within(20), "it goes on");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The stream of events of the home page, which has no end.
    fn events(&self) -> TcpStream {
        let mut stream = TcpStream::connect(&self.host).expect("it listens");
        let ask = "GET /.dorpsplein/events?path=/ HTTP/1.1\r\nHost: localhost\r\n\r\n";
        stream.write_all(ask.as_bytes()).expect("asked");
        stream
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.host).expect("it listens");
        let ask = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        stream.write_all(ask.as_bytes()).expect("asked");
        let mut answer = String::new();
        let _ = stream.read_to_string(&mut answer);
        answer
    }

    /// Asks until the answer holds these words; the machine may be busy.
    fn wait_for(&self, path: &str, words: &str) {
        let started = Instant::now();
        loop {
            let answer = self.get(path);
            if answer.contains(words) {
                return;
            }
            assert!(started.elapsed() < within(20), "no '{words}' in {answer}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Evening {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn what_is_saved_is_shown_and_nothing_is_written() {
    let folder = Folder::with(VILLAGE);
    let before = tree(folder.path());
    let evening = Evening::begin(&folder);
    evening.wait_for("/agenda/koffie/", "<h1>Koffie</h1>");
    assert_eq!(tree(folder.path()), before, "the preview writes nothing");

    let koffie = folder.read("agenda/koffie.md");
    folder.write("agenda/koffie.md", koffie.replace("titel: Koffie", "titel: Thee"));
    evening.wait_for("/agenda/koffie/", "<h1>Thee</h1>");
    evening.wait_for("/locaties/dorpshuis/", ">Thee</a>");

    folder.write("agenda/koffie.md", koffie.replace("locatie: dorpshuis", "locatie: dorpshius"));
    evening.wait_for("/.dorpsplein/remarks", "dorpshius");
    evening.wait_for("/agenda/koffie/", "<h1>Thee</h1>");

    folder.write("agenda/koffie.md", &koffie);
    evening.wait_for("/agenda/koffie/", "<h1>Koffie</h1>");
    let said: Vec<String> = evening.said.try_iter().collect();
    let rebuilds = said.iter().filter(|line| line.starts_with("agenda/koffie.md: ")).count();
    assert!((3..=6).contains(&rebuilds), "one line for every rebuild: {said:?}");
}

#[test]
fn an_empty_folder_is_a_page_and_not_the_end() {
    let folder = Folder::new();
    let evening = Evening::begin(&folder);
    evening.wait_for("/", "site.yaml");
    for (path, text) in VILLAGE {
        folder.write(path, text);
    }
    evening.wait_for("/", "Testdorp");
}

/// Whoever makes a portal adds village after village, and sees each come.
#[test]
fn a_source_that_is_added_is_gathered_while_the_preview_stands() {
    let folder = Folder::new();
    for name in ["aa", "bee", "cee"] {
        folder.write(&format!("dorpen/{name}/dorp.json"), document(name, "Koffie", "2026-12-01T10:00"));
    }
    folder.write("site.yaml", format!("{HEAD}  - dorpen/aa/dorp.json\n"));
    let evening = Evening::begin(&folder);
    evening.wait_for("/dorpen/", ">Dorp aa</a>");
    assert!(!evening.get("/dorpen/").contains("Dorp bee"));
    folder.write("site.yaml", format!("{HEAD}  - dorpen/aa/dorp.json\n  - bronnen.txt\n"));
    evening.wait_for("/.dorpsplein/remarks", "bronnen.txt");
    folder.write("bronnen.txt", "dorpen/bee\n");
    evening.wait_for("/dorpen/", ">Dorp bee</a>");
    folder.write("bronnen.txt", "dorpen/bee\ndorpen/cee\n");
    evening.wait_for("/dorpen/", ">Dorp cee</a>");
}

/// A page that is not there yet leads nowhere, and what is wrong is told where one looks.
#[test]
fn a_mistake_is_told_in_the_terminal_and_leads_to_no_page() {
    let folder = Folder::with(VILLAGE);
    let evening = Evening::begin(&folder);
    evening.wait_for("/", "Testdorp");
    folder.write("nieuws/gemaal.md", "---\ntitel: Gemaal\ndatum: 2026-11-20x\n---\n");
    evening.wait_for("/.dorpsplein/remarks", "2026-11-20x");
    let told = |words: &str| {
        std::iter::from_fn(|| evening.said.recv_timeout(Duration::from_secs(10)).ok())
            .any(|line| line.contains(words))
    };
    assert!(told("nieuws/gemaal.md:3:8"), "the terminal tells where");
    let mut stream = evening.events();
    let mut first = [0; 600];
    let mut read = 0;
    while !String::from_utf8_lossy(&first[..read]).contains("\n\n") && read < first.len() {
        read += stream.read(&mut first[read..]).expect("an event");
    }
    let event = String::from_utf8_lossy(&first[..read]).into_owned();
    assert!(event.contains("\"errors\":") && !event.contains("/nieuws/gemaal/"), "{event}");
}

#[test]
fn a_second_evening_takes_the_next_port() {
    let folder = Folder::with(VILLAGE);
    let (one, other) = (Evening::begin(&folder), Evening::begin(&folder));
    assert_ne!(one.host, other.host);
    other.wait_for("/", "Testdorp");
}

/// A portal, and the turn that another has to gather for it: until that is dropped, nobody else does.
#[cfg(unix)]
fn portal_of_which_another_gathers() -> (Folder, fs::File) {
    let folder = Folder::new();
    folder.write("dorpen/aa/dorp.json", document("aa", "Koffie", "2026-12-01T10:00"));
    folder.write("site.yaml", format!("{HEAD}  - dorpen/aa/dorp.json\n"));
    folder.write(".dorpsplein/bronnen.lock", "");
    let turn = fs::File::open(folder.join(".dorpsplein/bronnen.lock")).expect("a lock");
    turn.lock().expect("nobody else has it");
    (folder, turn)
}

/// A village that is slow to answer holds up neither who writes nor who stops.
#[cfg(unix)]
#[test]
fn a_gathering_that_does_not_end_is_not_waited_for() {
    let (folder, turn) = portal_of_which_another_gathers();
    let mut evening = Evening::begin(&folder);
    evening.wait_for("/", "<html");
    folder.write("nieuws/gemaal.md", "---\ntitel: Het gemaal draait\ndatum: 2026-11-20\n---\nWeer droog.\n");
    evening.wait_for("/nieuws/", "Het gemaal draait");
    assert!(!evening.get("/dorpen/").contains(">Dorp aa</a>"), "it is not our turn");
    evening.interrupt();
    evening.ends();
    drop(turn);
}

/// Nor do the photos of a whole feast, which take a while the first time.
#[cfg(unix)]
#[test]
fn who_stops_does_not_wait_for_photos() {
    let folder = Folder::with(VILLAGE);
    let picture = RgbImage::from_fn(3_000, 2_000, |x, y| Rgb([x * y, x, y].map(|it| it.to_le_bytes()[0])));
    let photo = plain_jpeg(&picture);
    let mut album = String::new();
    for number in 0..60_u8 {
        // What stands behind a picture changes nothing but makes it another file.
        folder.write(&format!("media/{number}.jpg"), [&*photo, &[number]].concat());
        album.push_str(&format!("![Feest](../media/{number}.jpg)\n\n"));
    }
    folder.write("paginas/feest.md", format!("# Feest\n\n{album}"));
    let mut evening = Evening::begin(&folder);
    let begun = Instant::now();
    while !folder.join(".dorpsplein").is_dir() {
        assert!(begun.elapsed() < within(20), "it does not begin");
        std::thread::sleep(Duration::from_millis(20));
    }
    let started = Instant::now();
    evening.interrupt();
    evening.ends();
    assert!(started.elapsed() < within(10), "{:?}", started.elapsed());
    let made = tree(&folder.join(".dorpsplein")).len();
    assert!(made < 60, "they were made before: {made}");
}

/// What was gathered late comes by itself.
#[cfg(unix)]
#[test]
fn what_was_gathered_late_is_shown_by_itself() {
    let (folder, turn) = portal_of_which_another_gathers();
    let evening = Evening::begin(&folder);
    evening.wait_for("/.dorpsplein/remarks", "dorpen/aa/dorp.json");
    drop(turn);
    evening.wait_for("/dorpen/", ">Dorp aa</a>");
}

#[cfg(unix)]
#[test]
fn it_ends_cleanly_when_it_is_interrupted() {
    let folder = Folder::with(VILLAGE);
    let mut evening = Evening::begin(&folder);
    evening.wait_for("/", "Testdorp");
    // A stream of events that is open does not hold it back.
    let _stream = evening.events();
    evening.interrupt();
    evening.ends();
    assert!(fs::metadata(folder.join("public")).is_err(), "nothing was written");
}
