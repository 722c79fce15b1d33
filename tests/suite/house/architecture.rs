//! The architecture, checked against the source itself: imports point down the floors, a module's files
//! import only what is listed before them, every external crate has one home, every file says what it is for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::house::bare_code::bare_code;
use crate::support::{project, tree};

/// The floors from the ground up; modules on one line do not know each other.
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

/// The one module that uses each external crate. `serde` may be used anywhere.
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

/// Circles that cannot be avoided: a file, and the later module that it imports.
const ALLOWED_CIRCLES: &[(&str, &str)] = &[
    // A fact names every value that a field can hold, and each of those values describes itself as a fact.
    ("field/fact.rs", "field::contacts"),
    ("field/fact.rs", "field::files"),
    ("field/fact.rs", "field::pictures"),
];

/// The maximum number of lines in a file.
const LONGEST: usize = 400;

struct SourceFile {
    /// Its path below `src`.
    path: String,
    /// The modules it is in: `["read", "yaml", "build"]`; none for `lib.rs`.
    module: Vec<String>,
    /// Its code without comments, the contents of strings, and tests.
    text: String,
    is_test: bool,
}

/// Returns the Rust files below a folder, by their path in that folder.
fn files_below(folder: &str) -> BTreeMap<String, String> {
    let files = tree(&project().join(folder)).into_iter().filter(|(path, _)| path.ends_with(".rs"));
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("a text"))).collect()
}

/// Returns all Rust files of the project, whole, by their path in the repository.
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
    // What only tests import does not count; tests are at the end of a file.
    let text = bare_code(whole.split("#[cfg(test)]").next().unwrap_or_default());
    SourceFile { path, module, text, is_test }
}

/// Returns the modules that a file declares, in its order.
fn listed(file: &SourceFile) -> Vec<&str> {
    let lines = file.text.lines().map(str::trim);
    lines
        .filter_map(|line| {
            let is_front = |front: &&str| line.starts_with(*front);
            let front =
                ["pub mod ", "pub(crate) mod ", "pub(super) mod ", "mod "].into_iter().find(is_front)?;
            line.strip_prefix(front)?.strip_suffix(';')
        })
        .collect()
}

/// Splits what follows `front` in a `use` into paths: `yaml::{self, build::Tree}` gives `yaml::self` and
/// `yaml::build::Tree`. Returns the code after it.
fn split_group<'c>(code: &'c str, front: &[String], found: &mut Vec<Vec<String>>) -> &'c str {
    let mut path = front.to_vec();
    let mut rest = code;
    loop {
        rest = rest.trim_start();
        if let Some(mut group) = rest.strip_prefix('{') {
            while !group.is_empty() && !group.starts_with('}') {
                group = split_group(group, &path, found);
                // Skips a new name after `as`.
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

/// Returns what a file imports or names with `crate::` or `super::`, as paths from the root.
fn imports(file: &SourceFile) -> Vec<Vec<String>> {
    let (mut rest, mut found) = (file.text.as_str(), Vec::new());
    while let Some(at) = ["crate::", "super::"].iter().filter_map(|word| rest.find(word)).min() {
        let before = &file.text[..file.text.len() - rest.len() + at];
        if before.ends_with(|c: char| c.is_alphanumeric() || "_$".contains(c)) {
            rest = &rest[at + 7..];
            continue;
        }
        let mut paths = Vec::new();
        rest = split_group(&rest[at..], &[], &mut paths);
        for path in paths {
            let up = path.iter().take_while(|part| *part == "super").count();
            let base = if up == 0 { 0 } else { file.module.len().saturating_sub(up) };
            found.push(file.module[..base].iter().chain(&path[up.max(1)..]).cloned().collect());
        }
    }
    found
}

/// Returns the modules at the front of a path: `read::yaml::Tree` gives `read::yaml`.
fn module_path(path: &[String]) -> &[String] {
    let is_module = |part: &&String| *part != "self" && part.starts_with(char::is_lowercase);
    &path[..path.iter().take_while(is_module).count()]
}

/// Returns what modules re-export from modules that they declare: `field::Web` is from `field::contacts`.
fn re_exported(files: &[SourceFile]) -> BTreeMap<Vec<String>, Vec<String>> {
    let mut all = BTreeMap::new();
    for file in files {
        let listed = listed(file);
        for (at, _) in file.text.match_indices("use ") {
            let mut paths = Vec::new();
            split_group(file.text[at + 4..].trim_start_matches("self::"), &[], &mut paths);
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

fn floor_of(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

#[test]
fn every_module_has_a_floor() {
    for file in sources().iter().filter(|file| !file.module.is_empty() && file.module != ["main"]) {
        assert!(floor_of(&file.module[0]).is_some(), "{} is on no floor", file.path);
    }
}

#[test]
fn imports_point_down() {
    let mut wrong = Vec::new();
    for file in sources().iter().filter(|file| !file.module.is_empty() && file.module != ["main"]) {
        let own = floor_of(&file.module[0]);
        let all = imports(file);
        let paths = all.iter().map(|import| module_path(import));
        for import in paths.filter(|import| !import.is_empty() && import[0] != file.module[0]) {
            match floor_of(&import[0]) {
                Some(floor) if Some(floor) < own => {}
                Some(_) => wrong.push(format!(
                    "{} imports {}, which is not on a lower floor",
                    file.path,
                    import.join("::")
                )),
                None => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn grouped_imports_are_split_into_paths() {
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
    assert_eq!(module_path(&["read", "yaml", "Tree", "new"].map(str::to_owned)), ["read", "yaml"]);
}

#[test]
fn files_import_only_what_is_listed_before_them() {
    let files = sources();
    let order: BTreeMap<&[String], Vec<&str>> =
        files.iter().map(|file| (&*file.module, listed(file))).filter(|(_, list)| !list.is_empty()).collect();
    let re_exported = re_exported(&files);
    let mut wrong = BTreeSet::new();
    for file in files.iter().filter(|file| !file.is_test) {
        for import in imports(file) {
            // What their module re-exports belongs to the module it comes from.
            let of_module = |len: &usize| file.module.starts_with(&import[..len - 1]);
            let known = (1..=import.len()).filter(of_module).find_map(|len| re_exported.get(&import[..len]));
            let import = known.map_or(module_path(&import), Vec::as_slice);
            // The deepest module that both are in.
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
    assert_eq!(wrong, ALLOWED_CIRCLES, "a file imports what is listed after it");
}

/// Whether a file is this one, or is in this module.
fn lies_in(path: &str, home: &str) -> bool {
    let behind = path.strip_prefix(home);
    behind.is_some_and(|behind| behind.is_empty() || behind == ".rs" || behind.starts_with('/'))
}

#[test]
fn a_home_is_a_file_or_a_module() {
    assert!(lies_in("read/yaml/build.rs", "read/yaml") && lies_in("read/yaml.rs", "read/yaml"));
    assert!(lies_in("publish/swap.rs", "publish/swap.rs") && !lies_in("read/yaml_x.rs", "read/yaml"));
}

#[test]
fn every_external_crate_has_one_home() {
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
    assert_eq!(named, known, "the crates in Cargo.toml and those with a home differ");
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
        assert!(text.starts_with("//! "), "{path} has no sentence on its first line");
    }
}

#[test]
fn files_stay_small() {
    for (path, text) in everything() {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{path} has {lines} lines");
    }
}

/// The rules above read a file up to its tests.
#[test]
fn tests_are_at_the_end_of_a_file() {
    for (path, text) in files_below("src") {
        // The rules above would take this for production code.
        assert!(
            !text.contains("cfg(all(test"),
            "{path}: tests for one system only belong inside 'mod tests'"
        );
        for part in text.split("#[cfg(test)]\n").skip(1) {
            let head = part.lines().next().unwrap_or_default();
            let after = part.split_once(if head.ends_with(';') { ";\n" } else { "\n}\n" });
            let is_last = after.is_some_and(|(_, after)| after.trim().is_empty());
            assert!(head.starts_with("mod ") && is_last, "{path} continues after '{head}'");
        }
    }
}

#[test]
fn no_unfinished_work_is_left_behind() {
    // In two parts, so that this file does not contain them.
    let words =
        [("TO", "DO"), ("FIX", "ME"), ("XX", "X"), ("todo", "!("), ("unimplemented", "!("), ("dbg", "!(")];
    for (path, text) in everything() {
        for (one, other) in words {
            assert!(!text.contains(&format!("{one}{other}")), "{path} contains {one}{other}");
        }
    }
}
