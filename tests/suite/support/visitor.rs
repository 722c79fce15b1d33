//! A visitor of the preview for the tests: a real server in a thread, asked over a plain socket.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use dorpsplein::ground::Locale;
use dorpsplein::serve::{Preview, PreviewUpdate, answer};
use tokio::sync::oneshot;

/// A preview server in a thread, which ends with the test.
pub struct Server {
    address: SocketAddr,
    pub preview: Preview,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Server {
    pub fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        let preview = Preview::new(Locale::Dutch);
        let (stop, stopped) = oneshot::channel::<()>();
        let shown = preview.clone();
        let thread = thread::spawn(move || {
            let runtime =
                tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            let stopped = async {
                let _ = stopped.await;
            };
            runtime.block_on(answer(shown, listener, stopped)).expect("it answers");
        });
        Self { address, preview, stop: Some(stop), thread: Some(thread) }
    }

    pub fn showing(news: PreviewUpdate) -> Self {
        let server = Self::new();
        server.preview.show(news);
        server
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a time-out");
        stream
    }

    /// Sends these bytes and returns the answer, or as much as arrived before the connection was cut.
    pub fn send(&self, request: &[u8]) -> String {
        let mut stream = self.connect();
        let _ = stream.write_all(request);
        let mut all = Vec::new();
        let mut piece = [0; 4096];
        while let Ok(read @ 1..) = stream.read(&mut piece) {
            all.extend_from_slice(&piece[..read]);
        }
        String::from_utf8_lossy(&all).into_owned()
    }

    pub fn ask(&self, method: &str, target: &str) -> Answer {
        self.ask_as(method, target, "Host: localhost\r\n")
    }

    pub fn ask_as(&self, method: &str, target: &str, headers: &str) -> Answer {
        let request = format!("{method} {target} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n");
        Answer::of(&self.send(request.as_bytes()))
    }

    pub fn get(&self, target: &str) -> Answer {
        self.ask("GET", target)
    }

    /// Opens the event stream of a page in its current state.
    pub fn events(&self, path: &str) -> Events {
        let page = self.get(path).body;
        let value = |name: &str| {
            let start = page.find(&format!("data-{name}=\"")).expect("the script") + name.len() + 7;
            page[start..].split('"').next().expect("a value").to_owned()
        };
        let (state, whole, bare) = (value("state"), value("page"), value("bare"));
        let mut stream = self.connect();
        let query = format!("path={path}&page={whole}&bare={bare}&state={state}");
        write!(stream, "GET /.dorpsplein/events?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n").expect("asked");
        let mut events = Events { stream, heard: String::new() };
        events.until("event: remarks");
        events
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// An answer, with its head in lower case.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn of(all: &str) -> Self {
        let (head, body) = all.split_once("\r\n\r\n").unwrap_or((all, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Self { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }
}

/// An event stream.
pub struct Events {
    stream: TcpStream,
    heard: String,
}

impl Events {
    /// Reads until this has arrived and a little longer; returns what arrived since the last call.
    pub fn until(&mut self, what: &str) -> String {
        let mut piece = [0; 4096];
        self.stream.set_read_timeout(Some(Duration::from_secs(10))).expect("a time-out");
        loop {
            match self.stream.read(&mut piece) {
                Ok(read @ 1..) => self.heard.push_str(&String::from_utf8_lossy(&piece[..read])),
                _ if self.heard.contains(what) => return std::mem::take(&mut self.heard),
                other => panic!("{other:?} before {what}: {}", self.heard),
            }
            if self.heard.contains(what) {
                self.stream.set_read_timeout(Some(Duration::from_millis(300))).expect("a time-out");
            }
        }
    }
}
