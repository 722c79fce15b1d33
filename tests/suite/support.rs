//! What the tests share: villages in temporary folders, and the program run on them.

pub mod answering_site;
pub mod calendar;
pub mod git;
pub mod noted;
pub mod publisher;
pub mod raw_package;
pub mod shop_server;
pub mod visitor;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

/// The day on which all tests take place.
pub const TODAY: &str = "2026-11-23";

/// A temporary folder, removed when the test ends.
pub struct Folder(PathBuf);

static NUMBER: AtomicU32 = AtomicU32::new(0);

impl Folder {
    pub fn new() -> Self {
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("dorpsplein-test-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    /// Creates a folder with these files.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = Self::new();
        for (path, text) in files {
            folder.write(path, text);
        }
        folder
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn join(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Returns a command that runs the program in Dutch, with a clean environment.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dorpsplein"));
    command.env_clear().env("LANG", "nl_NL.UTF-8");
    command
}

/// Returns a path as it appears in output for GitHub.
pub fn as_github_writes(path: &str) -> String {
    path.replace(std::path::MAIN_SEPARATOR, "/").replace(':', "%3A")
}

/// Runs `dorpsplein` with these arguments.
pub fn run(arguments: &[&str]) -> Ran {
    Ran::of(program().args(arguments).output().expect("the program runs"))
}

/// Builds a site on the day of the tests.
pub fn build(site: &Path, output: &Path) -> Ran {
    let (site, output) = (site.to_str().expect("a path"), output.to_str().expect("a path"));
    run(&["build", site, "--output", output, "--today", TODAY])
}

/// Checks a site on the day of the tests.
pub fn check(site: &Path) -> Ran {
    run(&["check", site.to_str().expect("a path"), "--today", TODAY])
}

/// Whether everything must be tried, as in `.ci/run`, where all tools are installed beforehand.
fn must_try_all() -> bool {
    std::env::var_os("DORPSPLEIN_ALL").is_some()
}

/// Returns the answer of an external tool, or `None` if it is not on this machine. That is then reported, or
/// a failure where everything must be tried.
pub fn when_there<T>(tool: &str, asked: io::Result<T>) -> Option<T> {
    match asked {
        Ok(answer) => Some(answer),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            assert!(!must_try_all(), "everything must be tried here, but {tool} is not on this machine");
            not_tried(tool, "it is not on this machine");
            None
        }
        Err(error) => panic!("{tool}: {error}"),
    }
}

/// Reports that something was not tried and why, once per test, past the output capture of the tests.
pub fn not_tried(what: &str, why: &str) {
    static REPORTED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let line = format!("{} did not try {what}: {why}", thread::current().name().unwrap_or("a test"));
    if REPORTED.lock().expect("unharmed").insert(line.clone()) {
        let _ = writeln!(io::stderr(), "{line}");
    }
}

/// The output and the exit code of a run of the program.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&output.stdout).into_owned(),
            err: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Returns everything that was printed, after checking that the program did not panic.
    pub fn said(&self) -> String {
        let said = format!("{}{}", self.out, self.err);
        assert!(!said.contains("panicked"), "{said}");
        said
    }
}

/// Returns every file below a folder with its bytes.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("inside").to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path).expect("a file"));
            }
        }
    }
    files
}

/// Copies a folder with everything in it.
pub fn copy_tree(from: &Path, to: &Path) {
    for (path, bytes) in tree(from) {
        let target = to.join(path);
        fs::create_dir_all(target.parent().expect("a parent")).expect("a folder");
        fs::write(target, bytes).expect("a file");
    }
}

/// Returns the project's own folder.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the limit for work that takes this many seconds on an idle machine. Whoever runs these tests does
/// more at the same time, and what they guard against takes minutes or never ends.
pub fn within(seconds: u64) -> Duration {
    const BUSY: u32 = 5;
    Duration::from_secs(seconds) * BUSY
}

/// A small village that builds without a diagnostic.
pub const VILLAGE: &[(&str, &str)] = &[
    (
        "site.yaml",
        "naam: Testdorp\nomschrijving: Een dorp om mee te proberen.\nwebadres: https://testdorp.example\n",
    ),
    (
        "locaties/dorpshuis.md",
        "---\nnaam: Dorpshuis\nsoort: dorpshuis\nadres: Dorpsstraat 1, 7799 AA Testdorp\n---\n\nHet dorpshuis.\n",
    ),
    ("organisaties/dorpsraad.md", "---\nnaam: Dorpsraad\nlocatie: dorpshuis\n---\n\nDe dorpsraad.\n"),
    (
        "agenda/koffie.md",
        "---\ntitel: Koffie\ndatum: 2026-12-01\nbegin: 10.00\neinde: 11.30\nlocatie: dorpshuis\norganisator: dorpsraad\nsoort: koffieochtend\nkosten: gratis\n---\n\nKom [langs](../locaties/dorpshuis.md).\n",
    ),
    (
        "nieuws/2026-11-20-stoelen.md",
        "---\ntitel: Nieuwe stoelen\nonderwerpen: dorpsraad\n---\n\nEr zijn nieuwe stoelen.\n",
    ),
    ("paginas/historie.md", "---\ntitel: Historie\n---\n\n## Begin\n\nLang geleden.\n"),
];
