//! The villages that themes are tried on, as files: the example, an empty one, one with too much in it, a
//! portal.

use super::{overfull, region};
use crate::ground::{Both, both};

/// The example village: texts and drawings, but only the names of photos and documents.
const EXAMPLE: &[(&str, Option<&[u8]>)] = include!(concat!(env!("OUT_DIR"), "/example_village.rs"));

/// A stand-in for every photo: grey, in the size of a phone's photo.
const PHOTO: &[u8] = include_bytes!("photo.jpg");

/// A stand-in for every document: one empty page.
const DOCUMENT: &str = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";

/// A village with pages in several languages.
const THREE_LANGUAGES: &[(&str, &str)] = &[
    (
        "site.yaml",
        "naam: Drietaal\nomschrijving: Een dorp waar iedereen langskomt.\nwebadres: https://drietaal.example\nandere_talen: [fy, de]\nondertitel: Welkom\n",
    ),
    (
        "agenda/koffie.md",
        "---\ntitel: Koffie\nherhaling: elke dinsdag\nvanaf: 10 november 2026\ntot: 15 december 2026\nbegin: 10.00\neinde: 12.00\nlocatie: dorpshuis\n---\n\nKom langs.\n",
    ),
    (
        "agenda/expositie.md",
        "---\ntitel: Expositie\ndatum: 27 november 2026\neinddatum: 29 november 2026\nbegin: 10.00\neinde: 17.00\nlocatie: dorpshuis\n---\n\nSchilderijen.\n",
    ),
    ("agenda/koffie.de.md", "---\ntitel: Kaffee\n---\n\nKommen Sie vorbei.\n"),
    (
        "locaties/dorpshuis.md",
        "---\nnaam: Dorpshuis\nopeningstijden:\n  dinsdag: 9.00-12.00\n  zomervakantie: gesloten\n---\n",
    ),
    ("nieuws/2026-11-01-open.md", "---\ntitel: Open\ndatum: 2026-11-01\n---\n\nHet is open.\n"),
];

/// The id of the portal, for which not every theme has pages.
pub const PORTAL: &str = "portaal";

/// A village that themes are tried on.
pub struct ProofVillage {
    /// A short name for its folder.
    pub id: &'static str,
    /// Its name in a report.
    pub title: Both,
    /// Its files.
    pub files: Vec<(String, Vec<u8>)>,
}

/// Returns all of these villages.
pub fn proof_villages() -> Vec<ProofVillage> {
    let empty = "naam: Leegveen\nomschrijving: Een dorp dat nog begint.\n";
    let overfull = overfull::files().into_iter().map(|(path, text)| (path, text.into_bytes()));
    vec![
        ProofVillage {
            id: "voorbeeld",
            title: both("het voorbeelddorp", "the example village"),
            files: EXAMPLE.iter().map(|(path, bytes)| ((*path).to_owned(), contents(path, *bytes))).collect(),
        },
        ProofVillage {
            id: "leeg",
            title: both("een dorp zonder iets", "an empty village"),
            files: vec![("site.yaml".to_owned(), empty.into())],
        },
        ProofVillage {
            id: "tweetalig",
            title: both("een dorp in drie talen", "a village in three languages"),
            files: THREE_LANGUAGES
                .iter()
                .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
                .collect(),
        },
        ProofVillage {
            id: "overvol",
            title: both("een overvol dorp", "an overfull village"),
            files: overfull.collect(),
        },
        ProofVillage {
            id: PORTAL,
            title: both("een portaal van zeven dorpen", "a portal of seven villages"),
            files: region::files(),
        },
    ]
}

fn contents(path: &str, bytes: Option<&[u8]>) -> Vec<u8> {
    match bytes {
        Some(bytes) => bytes.to_vec(),
        None if path.ends_with(".pdf") => format!("{DOCUMENT}% {path}\n").into_bytes(),
        // No two files may be the same: that would be reported.
        None => [PHOTO, path.as_bytes()].concat(),
    }
}
