//! The rules of the house, read off the source itself: imports point down, rooms of one floor are strangers,
//! inside a room only what is listed earlier, one home for every foreign crate, one sentence on top of every file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::project;

/// The floors from the ground up; rooms on one line are strangers to each other.
const FLOORS: &[&[&str]] = &[
    &["ground"],
    &["archive", "read"],
    &["field"],
    &["village", "theme", "pictures", "region"],
    &["almanac", "package"],
    &["render"],
    &["publish"],
    &["pipeline"],
    &["report", "watch", "serve", "outside", "handover", "setup", "proof"],
    &["shop", "fleet"],
    &["cli"],
];

/// Where each foreign crate lives. `serde` may be anywhere.
const HOMES: &[(&str, &str)] = &[
    ("ammonia", "read/markup.rs"),
    ("annotate_snippets", "report/human.rs"),
    ("axum", "serve"),
    ("blake3", "ground/hash.rs"),
    ("clap", "cli"),
    ("clap_complete", "cli"),
    ("clap_mangen", "cli"),
    ("crc32fast", "pictures/notes/png.rs"),
    ("deunicode", "ground/words/text.rs"),
    ("exif", "pictures/notes/camera.rs"),
    ("fast_image_resize", "pictures/scale.rs"),
    ("hayro_syntax", "pictures/notes/document.rs"),
    ("html5ever", "proof/page.rs"),
    ("iban", "village/private/account.rs"),
    ("image", "pictures"),
    ("imagesize", "read/disk.rs"),
    ("include_dir", "theme/standard.rs"),
    ("jiff", "ground/days/civil.rs"),
    ("linkify", "read/prose"),
    ("memchr", "ground/words/find.rs"),
    ("mimalloc", "main.rs"),
    ("minisign", "package/signature.rs"),
    ("moxcms", "pictures/colour.rs"),
    ("notify", "watch"),
    ("open", "cli"),
    ("pulldown_cmark", "read/prose"),
    ("quick_xml", "render/formats/xml.rs"),
    ("qrcode", "render/qr.rs"),
    ("rayon", "ground/sharing/parallel.rs"),
    ("resvg", "pictures"),
    ("rpassword", "cli"),
    ("rustc_hash", "ground/sharing/quick_map.rs"),
    ("rustix", "publish/swap.rs"),
    ("serde_json", "ground/json.rs"),
    ("serde_yaml", "read/yaml"),
    ("similar", "shop/own.rs"),
    ("strsim", "ground/words/suggest.rs"),
    ("svg_hush", "pictures/drawing.rs"),
    ("tera", "render/templates"),
    ("tokio", "serve"),
    ("tokio_stream", "serve"),
    ("unicode_normalization", "ground"),
    ("webp", "pictures"),
    ("ureq", "outside"),
    ("url", "ground/addresses/web_address.rs"),
    ("zip", "archive"),
];

struct SourceFile {
    /// Its path below `src`.
    path: String,
    /// The modules it lies in: `["read", "yaml", "build"]`.
    module: Vec<String>,
    text: String,
    is_test: bool,
}

fn sources() -> Vec<SourceFile> {
    let root = project().join("src");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push(source_file(&root, path));
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn source_file(root: &Path, path: PathBuf) -> SourceFile {
    let relative = path.strip_prefix(root).expect("inside").to_string_lossy().replace('\\', "/");
    let stem = relative.trim_end_matches(".rs");
    let module: Vec<String> = stem.split('/').filter(|part| *part != "mod").map(str::to_owned).collect();
    let is_test = stem.ends_with("/tests");
    let whole = fs::read_to_string(&path).expect("a source file");
    // What only tests import is no import of the house.
    let text = whole.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
    SourceFile { path: relative, module, text, is_test }
}

/// The paths that a file imports or names with `crate::`, `super::` or a crate's name, as modules from the root.
fn imports(file: &SourceFile) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for line in file.text.lines() {
        let code = line.split("//").next().unwrap_or_default();
        for (at, _) in code.match_indices("crate::") {
            if !code[..at].ends_with('$') {
                found.push(path_after(&code[at + 7..]));
            }
        }
        for (at, _) in code.match_indices("super::") {
            if code[..at].ends_with("super::") {
                continue;
            }
            let mut up = 1;
            let mut rest = &code[at + 7..];
            while let Some(further) = rest.strip_prefix("super::") {
                up += 1;
                rest = further;
            }
            let base = &file.module[..file.module.len().saturating_sub(up)];
            found.push(base.iter().cloned().chain(path_after(rest)).collect());
        }
    }
    found
}

/// The names before a type, a brace or the end: `read::yaml::{…}` gives `["read", "yaml"]`.
fn path_after(code: &str) -> Vec<String> {
    code.split("::")
        .map(|part| part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>())
        .take_while(|part| part.chars().next().is_some_and(char::is_lowercase))
        .collect()
}

fn floor_of(room: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&room))
}

#[test]
fn every_room_has_a_floor() {
    for file in sources().iter().filter(|file| file.module != ["lib"] && file.module != ["main"]) {
        assert!(floor_of(&file.module[0]).is_some(), "{} lies on no floor", file.path);
    }
}

#[test]
fn imports_point_down() {
    let mut wrong = Vec::new();
    for file in sources().iter().filter(|file| file.module != ["lib"] && file.module != ["main"]) {
        let own = floor_of(&file.module[0]);
        for import in imports(file).iter().filter(|import| !import.is_empty() && import[0] != file.module[0])
        {
            match floor_of(&import[0]) {
                Some(floor) if Some(floor) < own => {}
                Some(_) => wrong.push(format!("{} looks up to {}", file.path, import.join("::"))),
                None => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn inside_a_room_only_what_is_listed_earlier() {
    let files = sources();
    let order: BTreeMap<Vec<String>, Vec<String>> = files
        .iter()
        .filter(|file| file.path.ends_with("/mod.rs"))
        .map(|file| {
            let lines = file.text.lines().map(str::trim);
            let listed =
                lines.filter_map(|line| line.strip_prefix("mod ").or_else(|| line.strip_prefix("pub mod ")));
            (file.module.clone(), listed.map(|name| name.trim_end_matches(';').to_owned()).collect())
        })
        .collect();
    let mut wrong = Vec::new();
    for file in files.iter().filter(|file| !file.is_test) {
        for import in imports(file) {
            // The deepest room that both lie in.
            let shared = file.module.iter().zip(&import).take_while(|(one, other)| one == other).count();
            let (Some(here), Some(there)) = (file.module.get(shared), import.get(shared)) else { continue };
            let Some(list) = order.get(&file.module[..shared]) else { continue };
            let position = |name: &String| list.iter().position(|listed| listed == name);
            if let (Some(own), Some(other)) = (position(here), position(there))
                && other > own
            {
                wrong.push(format!("{} imports {}, which is listed later", file.path, import.join("::")));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_foreign_crate_has_one_home() {
    let manifest = fs::read_to_string(project().join("Cargo.toml")).expect("Cargo.toml");
    let sections = manifest
        .split("\n[")
        .filter(|section| section.starts_with("dependencies]") || section.starts_with("target."));
    let lines = sections.flat_map(|section| section.lines().skip(1));
    let named: BTreeSet<String> = lines
        .filter(|line| !line.starts_with('#') && line.contains('='))
        .filter_map(|line| line.split(['=', ' ']).next())
        .map(|name| name.replace('-', "_"))
        .filter(|name| name != "serde")
        .collect();
    let known: BTreeSet<String> = HOMES.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(named, known, "the homes of the crates in Cargo.toml");
    for file in sources().iter().filter(|file| !file.is_test) {
        for (name, home) in HOMES {
            let uses = file.text.lines().any(|line| {
                let code = line.split("//").next().unwrap_or_default();
                code.match_indices(&format!("{name}::")).any(|(at, _)| {
                    !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
                })
            });
            assert!(!uses || file.path.starts_with(home), "{} uses {name}, which lives in {home}", file.path);
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for file in sources() {
        assert!(file.text.starts_with("//! "), "{} has no sentence on top", file.path);
    }
}

#[test]
fn rooms_stay_small() {
    for file in sources() {
        let lines = file.text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines", file.path);
    }
}

#[test]
fn nothing_is_left_behind() {
    for file in sources() {
        for word in ["TODO", "FIXME", "XXX", "todo!(", "unimplemented!(", "dbg!("] {
            assert!(!file.text.contains(word), "{} holds {word}", file.path);
        }
    }
}
