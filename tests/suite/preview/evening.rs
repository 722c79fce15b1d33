//! Tests `dorpsplein serve` as a whole: it starts at once, shows edits, writes nothing and stops when asked.

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

/// The program in a process of its own, killed at the end of the test.
struct RunningPreview {
    child: Child,
    /// `127.0.0.1:4000`
    host: String,
    /// Its output, line by line.
    said: std::sync::mpsc::Receiver<String>,
}

impl RunningPreview {
    fn start(folder: &Folder) -> Self {
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
        let first = said.recv_timeout(within(20)).expect("it prints its address");
        let host = first.split("http://").nth(1).expect("an address").trim_end_matches('/').to_owned();
        Self { child, host, said }
    }

    /// Sends Ctrl-C.
    #[cfg(unix)]
    fn interrupt(&self) {
        let status = std::process::Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        assert!(status.expect("kill runs").success());
    }

    /// Waits until it has stopped without an error, within a time limit.
    #[cfg(unix)]
    fn wait_for_exit(&mut self) {
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("a process") {
                assert_eq!(status.code(), Some(0));
                return;
            }
            assert!(started.elapsed() < within(20), "it is still running");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Opens the stream of events of the home page, which has no end.
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

    /// Repeats a request until the answer contains these words; the machine may be busy.
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

impl Drop for RunningPreview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn saved_changes_are_shown_and_nothing_is_written() {
    let folder = Folder::with(VILLAGE);
    let before = tree(folder.path());
    let preview = RunningPreview::start(&folder);
    preview.wait_for("/agenda/koffie/", "<h1>Koffie</h1>");
    assert_eq!(tree(folder.path()), before, "the preview writes nothing");

    let koffie = folder.read("agenda/koffie.md");
    folder.write("agenda/koffie.md", koffie.replace("titel: Koffie", "titel: Thee"));
    preview.wait_for("/agenda/koffie/", "<h1>Thee</h1>");
    preview.wait_for("/locaties/dorpshuis/", ">Thee</a>");

    folder.write("agenda/koffie.md", koffie.replace("locatie: dorpshuis", "locatie: dorpshius"));
    preview.wait_for("/.dorpsplein/remarks", "dorpshius");
    preview.wait_for("/agenda/koffie/", "<h1>Thee</h1>");

    folder.write("agenda/koffie.md", &koffie);
    preview.wait_for("/agenda/koffie/", "<h1>Koffie</h1>");
    let said: Vec<String> = preview.said.try_iter().collect();
    let rebuilds = said.iter().filter(|line| line.starts_with("agenda/koffie.md: ")).count();
    assert!((3..=6).contains(&rebuilds), "one line for every rebuild: {said:?}");
}

#[test]
fn an_empty_folder_shows_a_page_and_does_not_stop_the_preview() {
    let folder = Folder::new();
    let preview = RunningPreview::start(&folder);
    preview.wait_for("/", "site.yaml");
    for (path, text) in VILLAGE {
        folder.write(path, text);
    }
    preview.wait_for("/", "Testdorp");
}

/// Whoever sets up a portal adds one village after another and sees each appear.
#[test]
fn a_source_added_during_the_preview_is_gathered() {
    let folder = Folder::new();
    for name in ["aa", "bee", "cee"] {
        folder.write(&format!("dorpen/{name}/dorp.json"), document(name, "Koffie", "2026-12-01T10:00"));
    }
    folder.write("site.yaml", format!("{HEAD}  - dorpen/aa/dorp.json\n"));
    let preview = RunningPreview::start(&folder);
    preview.wait_for("/dorpen/", ">Dorp aa</a>");
    assert!(!preview.get("/dorpen/").contains("Dorp bee"));
    folder.write("site.yaml", format!("{HEAD}  - dorpen/aa/dorp.json\n  - bronnen.txt\n"));
    preview.wait_for("/.dorpsplein/remarks", "bronnen.txt");
    folder.write("bronnen.txt", "dorpen/bee\n");
    preview.wait_for("/dorpen/", ">Dorp bee</a>");
    folder.write("bronnen.txt", "dorpen/bee\ndorpen/cee\n");
    preview.wait_for("/dorpen/", ">Dorp cee</a>");
}

/// The page of a file with a mistake does not exist yet, so open tabs are not sent there.
#[test]
fn a_mistake_is_reported_in_the_terminal_and_opens_no_page() {
    let folder = Folder::with(VILLAGE);
    let preview = RunningPreview::start(&folder);
    preview.wait_for("/", "Testdorp");
    folder.write("nieuws/gemaal.md", "---\ntitel: Gemaal\ndatum: 2026-11-20x\n---\n");
    preview.wait_for("/.dorpsplein/remarks", "2026-11-20x");
    let printed = |words: &str| {
        std::iter::from_fn(|| preview.said.recv_timeout(Duration::from_secs(10)).ok())
            .any(|line| line.contains(words))
    };
    assert!(printed("nieuws/gemaal.md:3:8"), "the terminal says where");
    let mut stream = preview.events();
    let mut first = [0; 600];
    let mut read = 0;
    while !String::from_utf8_lossy(&first[..read]).contains("\n\n") && read < first.len() {
        read += stream.read(&mut first[read..]).expect("an event");
    }
    let event = String::from_utf8_lossy(&first[..read]).into_owned();
    assert!(event.contains("\"errors\":") && !event.contains("/nieuws/gemaal/"), "{event}");
}

#[test]
fn a_second_preview_takes_the_next_port() {
    let folder = Folder::with(VILLAGE);
    let (one, other) = (RunningPreview::start(&folder), RunningPreview::start(&folder));
    assert_ne!(one.host, other.host);
    other.wait_for("/", "Testdorp");
}

/// Returns a portal and the lock for gathering it: until the lock is dropped, nobody else can gather.
#[cfg(unix)]
fn portal_being_gathered_elsewhere() -> (Folder, fs::File) {
    let folder = Folder::new();
    folder.write("dorpen/aa/dorp.json", document("aa", "Koffie", "2026-12-01T10:00"));
    folder.write("site.yaml", format!("{HEAD}  - dorpen/aa/dorp.json\n"));
    folder.write(".dorpsplein/bronnen.lock", "");
    let turn = fs::File::open(folder.join(".dorpsplein/bronnen.lock")).expect("a lock");
    turn.lock().expect("nobody else has it");
    (folder, turn)
}

/// A village that is slow to answer delays neither edits nor stopping.
#[cfg(unix)]
#[test]
fn the_preview_does_not_wait_for_a_gathering_that_never_ends() {
    let (folder, turn) = portal_being_gathered_elsewhere();
    let mut preview = RunningPreview::start(&folder);
    preview.wait_for("/", "<html");
    folder.write("nieuws/gemaal.md", "---\ntitel: Het gemaal draait\ndatum: 2026-11-20\n---\nWeer droog.\n");
    preview.wait_for("/nieuws/", "Het gemaal draait");
    assert!(!preview.get("/dorpen/").contains(">Dorp aa</a>"), "another run holds the lock");
    preview.interrupt();
    preview.wait_for_exit();
    drop(turn);
}

/// The photos of a whole party take a while the first time.
#[cfg(unix)]
#[test]
fn stopping_does_not_wait_for_photos() {
    let folder = Folder::with(VILLAGE);
    let picture = RgbImage::from_fn(3_000, 2_000, |x, y| Rgb([x * y, x, y].map(|it| it.to_le_bytes()[0])));
    let photo = plain_jpeg(&picture);
    let mut album = String::new();
    for number in 0..60_u8 {
        // A byte after the end makes it another file with the same picture.
        folder.write(&format!("media/{number}.jpg"), [&*photo, &[number]].concat());
        album.push_str(&format!("![Feest](../media/{number}.jpg)\n\n"));
    }
    folder.write("paginas/feest.md", format!("# Feest\n\n{album}"));
    let mut preview = RunningPreview::start(&folder);
    let begun = Instant::now();
    while !folder.join(".dorpsplein").is_dir() {
        assert!(begun.elapsed() < within(20), "it does not start on the photos");
        std::thread::sleep(Duration::from_millis(20));
    }
    let started = Instant::now();
    preview.interrupt();
    preview.wait_for_exit();
    assert!(started.elapsed() < within(10), "{:?}", started.elapsed());
    let made = tree(&folder.join(".dorpsplein")).len();
    assert!(made < 60, "all photos were ready before it stopped: {made}");
}

/// Releasing the lock is enough.
#[cfg(unix)]
#[test]
fn sources_gathered_late_appear_without_an_edit() {
    let (folder, turn) = portal_being_gathered_elsewhere();
    let preview = RunningPreview::start(&folder);
    preview.wait_for("/.dorpsplein/remarks", "dorpen/aa/dorp.json");
    drop(turn);
    preview.wait_for("/dorpen/", ">Dorp aa</a>");
}

#[cfg(unix)]
#[test]
fn the_preview_stops_cleanly_when_interrupted() {
    let folder = Folder::with(VILLAGE);
    let mut preview = RunningPreview::start(&folder);
    preview.wait_for("/", "Testdorp");
    // An open stream of events does not hold it up.
    let _stream = preview.events();
    preview.interrupt();
    preview.wait_for_exit();
    assert!(fs::metadata(folder.join("public")).is_err(), "nothing was written");
}
