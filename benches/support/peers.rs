//! Converts the generated village for other site generators: the same Markdown under their front matter, with our own
//! templates in `peers/`.

use std::fs;
use std::path::Path;

use super::{put, tree};

/// Another site generator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Peer {
    Zola,
    Hugo,
}

impl Peer {
    pub const ALL: [Self; 2] = [Self::Zola, Self::Hugo];

    /// Returns the name of its program.
    pub fn name(self) -> &'static str {
        match self {
            Self::Zola => "zola",
            Self::Hugo => "hugo",
        }
    }

    /// Returns the environment variable that says where it is, if it is not on the path.
    pub fn variable(self) -> &'static str {
        match self {
            Self::Zola => "ZOLA",
            Self::Hugo => "HUGO",
        }
    }

    /// Returns the argument that prints its version.
    pub fn tells_version(self) -> &'static str {
        match self {
            Self::Zola => "--version",
            Self::Hugo => "version",
        }
    }

    /// Returns the arguments that build a site.
    pub fn builds<'p>(self, site: &'p str, output: &'p str) -> Vec<&'p str> {
        match self {
            Self::Zola => vec!["--root", site, "build", "--output-dir", output],
            Self::Hugo => vec!["build", "--source", site, "--destination", output],
        }
    }
}

/// A taxonomy by which a peer lists entries: its name, the field, and how many characters of that field count.
type Taxonomy = (&'static str, &'static str, usize);

/// The folders of a village that have entries, and the taxonomies by which a peer lists them.
const SECTIONS: [(&str, &[Taxonomy]); 5] = [
    ("locaties", &[]),
    ("organisaties", &[]),
    (
        "agenda",
        &[
            ("soorten", "soort", usize::MAX),
            ("maanden", "datum", "2026-12".len()),
            ("plaatsen", "locatie", usize::MAX),
            ("organisatoren", "organisator", usize::MAX),
        ],
    ),
    ("nieuws", &[("onderwerpen", "onderwerpen", usize::MAX)]),
    ("paginas", &[]),
];

/// The assets of our theme that both use unchanged.
const ASSETS: [&str; 3] = ["site.css", "site.js", "icon.svg"];

/// The maximum number of characters in the description of an entry.
const DESCRIPTION: usize = 150;

/// Writes the village as a site of this peer.
pub fn translate(village: &Path, site: &Path, peer: Peer) {
    let ours = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (path, bytes) in tree(&ours.join("benches/support/peers").join(peer.name())) {
        put(&site.join(path), bytes);
    }
    for name in ASSETS {
        let bytes = fs::read(ours.join("themes/lvkk/assets").join(name)).expect("a file of the theme");
        put(&site.join("static").join(name), bytes);
    }
    for (section, taxonomies) in SECTIONS {
        for (path, bytes) in tree(&village.join(section)) {
            let text = String::from_utf8(bytes).expect("text");
            put(&site.join("content").join(section).join(path), entry(&text, taxonomies, peer));
        }
    }
}

/// Converts one entry: common fields under the peer's names, and all our fields in its group for custom ones.
fn entry(text: &str, taxonomies: &[Taxonomy], peer: Peer) -> String {
    let (front, body) =
        text.strip_prefix("---\n").and_then(|rest| rest.split_once("---\n\n")).expect("front matter");
    let field = |name: &str| {
        front.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).map(str::to_owned)
    };
    let title = field("titel").or_else(|| field("naam")).expect("a title");
    let mut out = format!("---\ntitle: \"{title}\"\ndescription: \"{}\"\n", description(body));
    if let Some(date) = field("datum") {
        out.push_str(&format!("date: {date}\n"));
    }
    let (indent, own) = match peer {
        Peer::Zola => ("  ", "extra"),
        Peer::Hugo => ("", "params"),
    };
    if peer == Peer::Zola && !taxonomies.is_empty() {
        out.push_str("taxonomies:\n");
    }
    for (taxonomy, name, most) in taxonomies {
        let term: String = field(name).expect("an entry has it").chars().take(*most).collect();
        out.push_str(&format!("{indent}{taxonomy}: [\"{term}\"]\n"));
    }
    out.push_str(&format!("{own}:\n"));
    for line in front.lines() {
        // A value that looks like a number to them is a time to us, so all values are quoted.
        match line.split_once(": ").filter(|_| !line.starts_with(' ')) {
            Some((key, value)) => out.push_str(&format!("  {key}: \"{value}\"\n")),
            None => out.push_str(&format!("  {line}\n")),
        }
    }
    let body = match peer {
        Peer::Zola => body.replace("](../", "](@/"),
        Peer::Hugo => body.to_owned(),
    };
    format!("{out}---\n\n{body}")
}

/// Returns the first words of a text.
fn description(body: &str) -> String {
    let line = body.lines().next().unwrap_or_default();
    let cut: String = line.chars().take(DESCRIPTION).collect();
    let end = if cut.len() < line.len() { cut.rfind(' ') } else { None };
    cut[..end.unwrap_or(cut.len())].to_owned()
}
