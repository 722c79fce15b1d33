//! The rules of the house, read off the source itself: imports point down, rooms of one floor are strangers,
//! inside a room only what is listed earlier, one home for every foreign crate, one sentence on top of every file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::house::bare_code::bare_code;
use crate::support::{project, tree};

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
    ("anstyle_query", "cli/show.rs"),
    ("axum", "serve"),
    ("blake3", "ground/hash.rs"),
    ("clap", "cli"),
    ("clap_complete", "cli"),
    ("clap_mangen", "cli"),
    ("crc32fast", "pictures/notes/png.rs"),
    ("deunicode", "ground/words/text.rs"),
    ("dunce", "read/disk.rs"),
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

/// Those that name each other and cannot do otherwise: a file, and a room that is listed later.
const IN_A_CIRCLE: &[(&str, &str)] = &[
    // A fact names all that a field can hold, and what a field can hold tells itself as a fact.
    ("field/fact.rs", "field::contacts"),
    ("field/fact.rs", "field::files"),
    ("field/fact.rs", "field::pictures"),
];

/// How many lines a file has at most.
const LONGEST: usize = 400;

struct SourceFile {
    /// Its path below `src`.
    path: String,
    /// The modules it lies in: `["read", "yaml", "build"]`; none for `lib.rs`.
    module: Vec<String>,
    /// Its code without comments and quoted text, and without what only tests are made of.
    text: String,
    is_test: bool,
}

/// The files in Rust below a folder, by their path in there.
fn files_below(folder: &str) -> BTreeMap<String, String> {
    let files = tree(&project().join(folder)).into_iter().filter(|(path, _)| path.ends_with(".rs"));
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("a text"))).collect()
}

/// Everything that is written in Rust, as a whole, by its path in the repository.
fn everything() -> BTreeMap<String, String> {
    let below = |folder: &'static str| {
        files_below(folder).into_iter().map(move |(path, text)| (format!("{folder}/{path}"), text))
    };
    let mut all: BTreeMap<String, String> = ["src", "tests", "benches"].into_iter().flat_map(below).collect();
    let build = fs::read_to_string(project().join("build.rs")).expect("build.rs");
    all.insert("build.rs".to_owned(), build);
    all
}

fn sources() -> Vec<SourceFile> {
    files_below("src").into_iter().map(|(path, whole)| source_file(path, &whole)).collect()
}

fn source_file(path: String, whole: &str) -> SourceFile {
    let stem = path.trim_end_matches(".rs");
    let module: Vec<String> =
        stem.split('/').filter(|part| !["mod", "lib"].contains(part)).map(str::to_owned).collect();
    let is_test = stem.ends_with("/tests");
    // What only tests import is no import of the house; it stands at the end of a file.
    let text = bare_code(whole.split("#[cfg(test)]").next().unwrap_or_default());
    SourceFile { path, module, text, is_test }
}

/// The rooms and files that a file lists, in its order.
fn listed(file: &SourceFile) -> Vec<&str> {
    let lines = file.text.lines().map(str::trim);
    lines
        .filter_map(|line| {
            let is_shown = |front: &&str| line.starts_with(*front);
            let front =
                ["pub mod ", "pub(crate) mod ", "pub(super) mod ", "mod "].into_iter().find(is_shown)?;
            line.strip_prefix(front)?.strip_suffix(';')
        })
        .collect()
}

/// Takes apart what stands in a `use` behind `front`: `yaml::{self, build::Tree}` is `yaml::self` and `yaml::build::Tree`.
/// Gives what stands behind it.
fn take_apart<'c>(code: &'c str, front: &[String], found: &mut Vec<Vec<String>>) -> &'c str {
    let mut path = front.to_vec();
    let mut rest = code;
    loop {
        rest = rest.trim_start();
        if let Some(mut group) = rest.strip_prefix('{') {
            while !group.is_empty() && !group.starts_with('}') {
                group = take_apart(group, &path, found);
                // Behind it stands perhaps a name that it is given here.
                group = &group[group.find([',', '}']).unwrap_or(group.len())..];
                group = group.trim_start_matches(',').trim_start();
            }
            return group.strip_prefix('}').unwrap_or(group);
        }
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        if end > 0 {
            path.push(rest[..end].to_owned());
            rest = &rest[end..];
        }
        match rest.strip_prefix("::").filter(|_| end > 0) {
            Some(further) => rest = further,
            None => break,
        }
    }
    found.push(path);
    rest
}

/// What a file imports or names with `crate::` or `super::`, as paths from the root.
fn imports(file: &SourceFile) -> Vec<Vec<String>> {
    let (mut rest, mut found) = (file.text.as_str(), Vec::new());
    while let Some(at) = ["crate::", "super::"].iter().filter_map(|word| rest.find(word)).min() {
        let before = &file.text[..file.text.len() - rest.len() + at];
        if before.ends_with(|c: char| c.is_alphanumeric() || "_$".contains(c)) {
            rest = &rest[at + 7..];
            continue;
        }
        let mut paths = Vec::new();
        rest = take_apart(&rest[at..], &[], &mut paths);
        for path in paths {
            let up = path.iter().take_while(|part| *part == "super").count();
            let base = if up == 0 { 0 } else { file.module.len().saturating_sub(up) };
            found.push(file.module[..base].iter().chain(&path[up.max(1)..]).cloned().collect());
        }
    }
    found
}

/// The names of rooms and files in front: `read::yaml::Tree` gives `read::yaml`.
fn rooms(path: &[String]) -> &[String] {
    let is_room = |part: &&String| *part != "self" && part.starts_with(char::is_lowercase);
    &path[..path.iter().take_while(is_room).count()]
}

/// What each room has under a name of its own and comes from one that it lists: `field::Web` is of `field::contacts`.
fn handed_on(files: &[SourceFile]) -> BTreeMap<Vec<String>, Vec<String>> {
    let mut all = BTreeMap::new();
    for file in files {
        let listed = listed(file);
        for (at, _) in file.text.match_indices("use ") {
            let mut paths = Vec::new();
            take_apart(file.text[at + 4..].trim_start_matches("self::"), &[], &mut paths);
            for path in paths.iter().filter(|path| path.len() > 1 && listed.contains(&path[0].as_str())) {
                let name = path.last().expect("more than one").clone();
                let own = |last: String| file.module.iter().cloned().chain([last]).collect();
                if name.starts_with(char::is_uppercase) {
                    all.insert(own(name), own(path[0].clone()));
                }
            }
        }
    }
    all
}

fn floor_of(room: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&room))
}

#[test]
fn every_room_has_a_floor() {
    for file in sources().iter().filter(|file| !file.module.is_empty() && file.module != ["main"]) {
        assert!(floor_of(&file.module[0]).is_some(), "{} lies on no floor", file.path);
    }
}

#[test]
fn imports_point_down() {
    let mut wrong = Vec::new();
    for file in sources().iter().filter(|file| !file.module.is_empty() && file.module != ["main"]) {
        let own = floor_of(&file.module[0]);
        let all = imports(file);
        let rooms = all.iter().map(|import| rooms(import));
        for import in rooms.filter(|import| !import.is_empty() && import[0] != file.module[0]) {
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
fn groups_of_imports_are_taken_apart() {
    let file = source_file(
        "read/yaml/build.rs".to_owned(),
        "use crate::{ground::{self, Date as Day, words::both}, field::*};\n\
         use super::{\n    super::prose, // with crate::cli\n    tree,\n};\n\
         fn f() -> super::super::disk::Found { $crate::macros!(super::Tree::new(x)) }\n\
         #[cfg(test)]\nuse crate::serve;\n",
    );
    let found: BTreeSet<String> = imports(&file).iter().map(|path| path.join("::")).collect();
    let all = [
        "field",
        "ground::Date",
        "ground::self",
        "ground::words::both",
        "read::disk::Found",
        "read::prose",
        "read::yaml::Tree::new",
        "read::yaml::tree",
    ];
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), all);
    assert_eq!(rooms(&["read", "yaml", "Tree", "new"].map(str::to_owned)), ["read", "yaml"]);
}

#[test]
fn inside_a_room_only_what_is_listed_earlier() {
    let files = sources();
    let order: BTreeMap<&[String], Vec<&str>> =
        files.iter().map(|file| (&*file.module, listed(file))).filter(|(_, list)| !list.is_empty()).collect();
    let handed_on = handed_on(&files);
    let mut wrong = BTreeSet::new();
    for file in files.iter().filter(|file| !file.is_test) {
        for import in imports(file) {
            // Something that their room has under a name of its own lies where it comes from.
            let of_room = |len: &usize| file.module.starts_with(&import[..len - 1]);
            let known = (1..=import.len()).filter(of_room).find_map(|len| handed_on.get(&import[..len]));
            let import = known.map_or(rooms(&import), Vec::as_slice);
            // The deepest room that both lie in.
            let shared = file.module.iter().zip(import).take_while(|(one, other)| one == other).count();
            let (Some(here), Some(there)) = (file.module.get(shared), import.get(shared)) else { continue };
            let Some(list) = order.get(&file.module[..shared]) else { continue };
            let position = |name: &String| list.iter().position(|listed| listed == name);
            if let (Some(own), Some(other)) = (position(here), position(there))
                && other > own
            {
                wrong.insert((file.path.clone(), import.join("::")));
            }
        }
    }
    let wrong: Vec<(&str, &str)> = wrong.iter().map(|(file, import)| (&**file, &**import)).collect();
    assert_eq!(wrong, IN_A_CIRCLE, "a file imports what is listed later");
}

/// Whether a file is this one, or one of this room.
fn lies_in(path: &str, home: &str) -> bool {
    let behind = path.strip_prefix(home);
    behind.is_some_and(|behind| behind.is_empty() || behind == ".rs" || behind.starts_with('/'))
}

#[test]
fn a_home_is_a_file_or_a_room() {
    assert!(lies_in("read/yaml/build.rs", "read/yaml") && lies_in("read/yaml.rs", "read/yaml"));
    assert!(lies_in("publish/swap.rs", "publish/swap.rs") && !lies_in("read/yaml_x.rs", "read/yaml"));
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
            let uses = file.text.lines().any(|code| {
                code.match_indices(&format!("{name}::")).any(|(at, _)| {
                    !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
                })
            });
            assert!(!uses || lies_in(&file.path, home), "{} uses {name}, which lives in {home}", file.path);
        }
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for (path, text) in everything() {
        assert!(text.starts_with("//! "), "{path} has no sentence on top");
    }
}

#[test]
fn files_stay_small() {
    for (path, text) in everything() {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{path} has {lines} lines");
    }
}

/// For the rules above look no further than where it begins.
#[test]
fn what_is_for_tests_alone_stands_at_the_end() {
    for (path, text) in files_below("src") {
        // The rules above would take it for part of the house.
        assert!(
            !text.contains("cfg(all(test"),
            "{path}: what only one system tests stands inside 'mod tests'"
        );
        for part in text.split("#[cfg(test)]\n").skip(1) {
            let head = part.lines().next().unwrap_or_default();
            let after = part.split_once(if head.ends_with(';') { ";\n" } else { "\n}\n" });
            let is_last = after.is_some_and(|(_, after)| after.trim().is_empty());
            assert!(head.starts_with("mod ") && is_last, "{path} goes on behind '{head}'");
        }
    }
}

#[test]
fn nothing_is_left_behind() {
    // In two parts, so that they do not stand here.
    let words =
        [("TO", "DO"), ("FIX", "ME"), ("XX", "X"), ("todo", "!("), ("unimplemented", "!("), ("dbg", "!(")];
    for (path, text) in everything() {
        for (one, other) in words {
            assert!(!text.contains(&format!("{one}{other}")), "{path} holds {one}{other}");
        }
    }
}
