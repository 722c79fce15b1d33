//! A site on this machine that answers as a test wants it to, and remembers the requests.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// How a site answers a request.
pub enum Reply {
    /// Sends these bytes.
    Bytes(String),
    /// Sends nothing, and keeps the connection open for a while.
    Stall,
}

/// Returns an empty answer with this status.
pub fn says(status: &str) -> Reply {
    Reply::Bytes(format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
}

/// Returns a redirect.
pub fn sends(status: &str, to: &str) -> Reply {
    says(&format!("{status}\r\nLocation: {to}"))
}

/// A site on this machine that remembers the requests.
pub struct Site {
    pub address: SocketAddr,
    pub heard: Arc<Mutex<Vec<String>>>,
    pub agents: Arc<Mutex<Vec<String>>>,
    pub at_once: Arc<AtomicUsize>,
}

impl Site {
    pub fn answering(answer: fn(&str, &str) -> Reply) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let site = Self {
            address: listener.local_addr().expect("an address"),
            heard: Arc::default(),
            agents: Arc::default(),
            at_once: Arc::default(),
        };
        let (heard, agents, most) =
            (Arc::clone(&site.heard), Arc::clone(&site.agents), Arc::clone(&site.at_once));
        let now = Arc::new(AtomicUsize::new(0));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (heard, agents, most, now) = (heard.clone(), agents.clone(), most.clone(), now.clone());
                thread::spawn(move || {
                    most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    // Counts down first: with the answer, a client may ask again before this thread runs on.
                    converse(stream, answer, &heard, &agents, || {
                        now.fetch_sub(1, Ordering::SeqCst);
                    });
                });
            }
        });
        site
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Returns the requests, such as `HEAD /goed`, in alphabetical order.
    pub fn heard(&self) -> Vec<String> {
        let mut heard = self.heard.lock().expect("unharmed").clone();
        heard.sort();
        heard
    }
}

fn converse(
    mut stream: TcpStream,
    answer: fn(&str, &str) -> Reply,
    heard: &Mutex<Vec<String>>,
    agents: &Mutex<Vec<String>>,
    before_the_answer: impl FnOnce(),
) {
    let mut asked = Vec::new();
    let mut piece = [0; 1024];
    while !asked.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut piece) {
            Ok(read @ 1..) => asked.extend_from_slice(&piece[..read]),
            _ => break,
        }
        // A TLS handshake has no lines.
        if asked.first() == Some(&0x16) {
            break;
        }
    }
    let asked = String::from_utf8_lossy(&asked).into_owned();
    let mut words = asked.split(' ');
    let (method, path) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    heard.lock().expect("unharmed").push(format!("{method} {path}"));
    let agent = asked
        .lines()
        .find_map(|line| line.to_ascii_lowercase().strip_prefix("user-agent: ").map(str::to_owned));
    agents.lock().expect("unharmed").extend(agent);
    thread::sleep(Duration::from_millis(20));
    before_the_answer();
    match answer(method, path) {
        Reply::Bytes(bytes) => drop(stream.write_all(bytes.as_bytes())),
        Reply::Stall => thread::sleep(Duration::from_secs(3)),
    }
}
