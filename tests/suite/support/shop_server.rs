//! A server on this machine with published themes, for the tests of downloads.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A server on this machine: it answers with the files of a folder, or as a test tells it to.
pub struct Server {
    url: String,
    odd: Arc<Mutex<BTreeMap<String, Vec<u8>>>>,
}

/// An answer that stops halfway, while the connection stays open.
pub const STALL: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf";

impl Server {
    /// Starts a server of the files in a folder.
    pub fn of(folder: &Path) -> Self {
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

    /// Returns the address of a file on this server.
    pub fn at(&self, path: &str) -> String {
        format!("{}/{path}", self.url)
    }

    /// Makes the server answer this for a path from now on.
    pub fn answers(&self, path: &str, answer: impl Into<Vec<u8>>) {
        self.odd.lock().expect("a lock").insert(path.to_owned(), answer.into());
    }
}

/// Returns an answer with these bytes, or "not found" without any.
pub fn answer_of(bytes: Option<Vec<u8>>) -> Vec<u8> {
    let Some(bytes) = bytes else {
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec();
    };
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", bytes.len());
    [head.into_bytes(), bytes].concat()
}
