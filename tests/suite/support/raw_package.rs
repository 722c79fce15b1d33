//! Packages as an attacker writes them, byte by byte, for the tests of what is opened and what is refused.

use dorpsplein::ground::{SitePath, Version, checksum};
use dorpsplein::package::{PackageHead, Unfit, open};
use dorpsplein::read::HeldFile;

pub fn held(path: &str, text: &str) -> HeldFile {
    HeldFile { path: SitePath::new(path).expect("a path"), bytes: text.as_bytes().to_vec() }
}

pub fn head() -> PackageHead {
    let version = Version { major: 1, minor: 0, patch: 0 };
    PackageHead { name: "overijssel".to_owned(), version, api: 1, extends: Some("lvkk".to_owned()) }
}

pub fn theme() -> Vec<HeldFile> {
    vec![
        held("theme.yaml", "name: overijssel\n"),
        held("templates/home.html", "<h1>Hallo</h1>\n"),
        held("assets/kleur.css", &"body { color: green }\n".repeat(100)),
        held("words/nl.yaml", "zoek: Zoek\n"),
    ]
}

/// A file as an attacker writes it into a zip.
pub struct Raw {
    pub path: Vec<u8>,
    pub bytes: Vec<u8>,
    /// The length that its header claims.
    pub told: u32,
    pub method: u16,
    pub flags: u16,
    pub mode: u32,
}

impl Raw {
    pub fn new(path: &str, bytes: &[u8]) -> Self {
        let told = u32::try_from(bytes.len()).expect("small");
        Self { path: path.into(), bytes: bytes.to_vec(), told, method: 0, flags: 0, mode: 0o100_644 }
    }
}

/// Returns a zip of exactly these files, without checking anything.
pub fn zip_of(files: &[Raw]) -> Vec<u8> {
    let (mut zip, mut list) = (Vec::new(), Vec::new());
    for file in files {
        let start = u32::try_from(zip.len()).expect("small");
        let length = |bytes: &[u8]| u32::try_from(bytes.len()).expect("small");
        let mut about = Vec::new();
        about.extend(20_u16.to_le_bytes());
        about.extend(file.flags.to_le_bytes());
        about.extend(file.method.to_le_bytes());
        about.extend([0, 0, 0x21, 0]);
        about.extend(crc32fast::hash(&file.bytes).to_le_bytes());
        about.extend(length(&file.bytes).to_le_bytes());
        about.extend(file.told.to_le_bytes());
        about.extend(u16::try_from(file.path.len()).expect("short").to_le_bytes());
        about.extend([0, 0]);
        zip.extend(b"PK\x03\x04");
        zip.extend(&about);
        zip.extend(&file.path);
        zip.extend(&file.bytes);
        list.extend(b"PK\x01\x02");
        list.extend([20, 3]);
        list.extend(&about);
        list.extend([0; 6]);
        list.extend((file.mode << 16).to_le_bytes());
        list.extend(start.to_le_bytes());
        list.extend(&file.path);
    }
    let count = u16::try_from(files.len()).unwrap_or(u16::MAX).to_le_bytes();
    let start = u32::try_from(zip.len()).expect("small");
    let length = u32::try_from(list.len()).expect("small");
    zip.extend(list);
    zip.extend(b"PK\x05\x06\0\0\0\0");
    zip.extend(count);
    zip.extend(count);
    zip.extend(length.to_le_bytes());
    zip.extend(start.to_le_bytes());
    zip.extend([0, 0]);
    zip
}

/// Returns the list of these files, as a package holds it.
pub fn list_of(files: &[(&str, &[u8])]) -> String {
    let lines: Vec<String> =
        files.iter().map(|(path, bytes)| format!("{:?}: \"{}\"", path, checksum(bytes))).collect();
    format!(
        r#"{{"form": 1, "name": "hei", "version": "1.0.0", "api": 1, "extends": null, "files": {{{}}}}}"#,
        lines.join(", ")
    )
}

pub const THEME: (&str, &[u8]) = ("theme.yaml", b"name: hei\n");

/// Returns a package of `theme.yaml` and these files, all of them listed.
pub fn package_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    package_with(files, |raw| raw)
}

/// Returns the same package with a change to the last file.
pub fn package_with(files: &[(&str, &[u8])], change: impl FnOnce(Raw) -> Raw) -> Vec<u8> {
    let all: Vec<(&str, &[u8])> = [THEME].into_iter().chain(files.iter().copied()).collect();
    let mut raw = vec![Raw::new("package.json", list_of(&all).as_bytes())];
    raw.extend(all.iter().map(|(path, bytes)| Raw::new(path, bytes)));
    let last = raw.pop().expect("a file");
    raw.push(change(last));
    zip_of(&raw)
}

pub fn refused(package: &[u8]) -> Unfit {
    let unfit = open(package).expect_err("a package that is refused");
    let said = unfit.message();
    assert!(said.nl.lines().count() == 2 && said.en.lines().count() == 2, "{said:?}");
    unfit
}
