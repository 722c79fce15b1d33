//! What was gathered for a portal: a list of its sources and the documents they yielded, in a store next to
//! the site. A build reads only this store, so the same store gives the same site, even without the internet.

use std::path::{Path, PathBuf};

use super::disk;
use crate::ground::{
    Both, Checksum, Date, Json, OWN_FOLDER, Place, both, checksum, compact_json, json, parse_json,
};

/// The folder of the store, below the program's own folder in the village folder.
const FOLDER: &str = "bronnen";

/// The file name of the list in the store.
const LIST: &str = "lijst.json";

/// The format version of the list. A list in another version is ignored, and everything is gathered again.
const FORM: u64 = 1;

/// The largest list that is read. The list of very many villages is about 10 MB.
const LARGEST_LIST: u64 = 128 * 1024 * 1024;

/// Everything that was gathered, in source order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// The result for each source.
    pub sources: Vec<GatheredSource>,
    /// Documents that no source lists any more, kept in the store for anyone still reading an earlier list.
    pub stale: Vec<StaleCopy>,
}

/// A document that is due to be deleted from the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaleCopy {
    /// The checksum of its contents.
    pub sum: Checksum,
    /// The day on which it was found to be missing from the list.
    pub since: Date,
}

/// What one source yielded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GatheredSource {
    /// The source as typed in `site.yaml`, without login details: those are stored nowhere else.
    pub typed: String,
    /// Why it yielded nothing.
    pub trouble: Option<Both>,
    /// The documents it yielded.
    pub documents: Vec<GatheredDocument>,
}

/// A document of a village.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatheredDocument {
    /// Its address, or its path as shown to users.
    pub from: String,
    /// The copy in the store, if one was ever fetched.
    pub copy: Option<StoredCopy>,
    /// Why no newer copy could be fetched.
    pub trouble: Option<Both>,
    /// Why the fetched contents were discarded: they are not a village document.
    pub refused: Option<Refused>,
    /// The day since which its source no longer has it.
    pub gone: Option<Date>,
    /// The line of a list file that names it, if it is not named in `site.yaml`.
    pub line: Option<Place>,
}

/// Why a document cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Whether its format is newer than this program knows.
    pub is_too_new: bool,
    /// What is wrong with it.
    pub message: Both,
    /// What to do.
    pub hint: Option<Both>,
}

/// A copy in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredCopy {
    /// The checksum of its contents.
    pub sum: Checksum,
    /// The last day on which the source served these contents.
    pub day: Date,
    /// The `ETag` by which its site identifies this version.
    pub etag: Option<String>,
    /// When its site says it was last modified.
    pub modified: Option<String>,
}

impl StoredCopy {
    /// Returns the path of the copy in a village folder.
    pub fn path(&self, site: &Path) -> PathBuf {
        copy_place(site, &self.sum)
    }

    /// Returns the contents if they are at most `limit` bytes, and `None` if the file is missing or does not
    /// match its checksum: disks fail, and a machine that crashes halfway leaves files of the right size with
    /// nothing in them.
    pub fn bytes(&self, site: &Path, limit: u64) -> Option<Vec<u8>> {
        disk::bytes_of(&self.path(site), limit).ok().filter(|bytes| checksum(bytes) == self.sum)
    }

    /// Returns its file name.
    pub fn name(&self) -> String {
        name_of(&self.sum)
    }
}

fn name_of(sum: &Checksum) -> String {
    format!("{sum}.json")
}

/// Returns the path in a village folder of a document with these contents.
pub fn copy_place(site: &Path, sum: &Checksum) -> PathBuf {
    portal_store(site).join(name_of(sum))
}

/// Returns the store of a village folder.
pub fn portal_store(site: &Path) -> PathBuf {
    site.join(OWN_FOLDER).join(FOLDER)
}

/// Returns the path of the list in a village folder.
pub fn gathered_list(site: &Path) -> PathBuf {
    portal_store(site).join(LIST)
}

/// Returns what was gathered for a site, or `None` if nothing ever was or the list is not one of ours.
pub fn gathered(site: &Path) -> Option<Gathered> {
    Gathered::read(&disk::bytes_of(&gathered_list(site), LARGEST_LIST).ok()?)
}

impl Gathered {
    /// Parses the list.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let list = parse_json(bytes)?;
        (list["dorpsplein"].as_u64()? == FORM).then_some(())?;
        let sources = list["sources"].as_array()?.iter().map(source_of).collect::<Option<_>>()?;
        let stale = list["former"].as_array().into_iter().flatten().filter_map(stale_of).collect();
        Some(Self { sources, stale })
    }

    /// Serialises the list as it is stored.
    pub fn written(&self) -> String {
        let sources: Vec<Json> = self.sources.iter().map(written_source).collect();
        let stale = self.stale.iter().map(|copy| json!([copy.sum.to_string(), copy.since.to_string()]));
        let stale: Vec<Json> = stale.collect();
        format!("{}\n", compact_json(&json!({ "dorpsplein": FORM, "sources": sources, "former": stale })))
    }

    /// Returns all copies that the list refers to.
    pub fn copies(&self) -> impl Iterator<Item = &StoredCopy> {
        self.sources.iter().flat_map(|source| &source.documents).filter_map(|document| document.copy.as_ref())
    }
}

fn written_source(source: &GatheredSource) -> Json {
    let documents: Vec<Json> = source.documents.iter().map(written_document).collect();
    json!({ "typed": source.typed, "trouble": written_both(&source.trouble), "documents": documents })
}

fn written_document(document: &GatheredDocument) -> Json {
    let copy = document.copy.as_ref().map(|copy| {
        json!({ "sum": copy.sum.to_string(), "day": copy.day.to_string(), "etag": copy.etag, "modified": copy.modified })
    });
    let gone = document.gone.map(|day| day.to_string());
    let place = document.line.as_ref();
    let place =
        place.map(|place| json!([&*place.file, place.line, place.column, place.length, &*place.excerpt]));
    let trouble = written_both(&document.trouble);
    let mut written =
        json!({ "from": document.from, "copy": copy, "trouble": trouble, "gone": gone, "line": place });
    // Hardly any document has one, so the key is left out of the others.
    if let Some(Refused { is_too_new, message, hint }) = &document.refused {
        written["refused"] = json!([is_too_new, [message.nl, message.en], written_both(hint)]);
    }
    written
}

fn written_both(text: &Option<Both>) -> Json {
    text.as_ref().map_or(Json::Null, |text| json!([text.nl, text.en]))
}

fn source_of(json: &Json) -> Option<GatheredSource> {
    let documents = json["documents"].as_array()?.iter().map(document_of).collect::<Option<_>>()?;
    Some(GatheredSource { typed: text_of(&json["typed"])?, trouble: both_of(&json["trouble"]), documents })
}

fn document_of(json: &Json) -> Option<GatheredDocument> {
    let copy = match &json["copy"] {
        Json::Null => None,
        copy => Some(StoredCopy {
            sum: Checksum::from_hex(copy["sum"].as_str()?)?,
            day: copy["day"].as_str()?.parse().ok()?,
            etag: text_of(&copy["etag"]),
            modified: text_of(&copy["modified"]),
        }),
    };
    let gone = json["gone"].as_str().and_then(|day| day.parse().ok());
    let (from, trouble) = (text_of(&json["from"])?, both_of(&json["trouble"]));
    let (refused, line) = (refused_of(&json["refused"]), line_of(&json["line"]));
    Some(GatheredDocument { from, copy, trouble, refused, gone, line })
}

fn refused_of(json: &Json) -> Option<Refused> {
    Some(Refused { is_too_new: json[0].as_bool()?, message: both_of(&json[1])?, hint: both_of(&json[2]) })
}

fn stale_of(json: &Json) -> Option<StaleCopy> {
    Some(StaleCopy { sum: Checksum::from_hex(json[0].as_str()?)?, since: json[1].as_str()?.parse().ok()? })
}

fn line_of(json: &Json) -> Option<Place> {
    let number = |index: usize| json[index].as_u64().and_then(|number| u32::try_from(number).ok());
    let (file, excerpt) = (json[0].as_str()?.into(), json[4].as_str()?.into());
    Some(Place { file, line: number(1)?, column: number(2)?, length: number(3)?, excerpt, skipped: 0 })
}

fn both_of(json: &Json) -> Option<Both> {
    Some(both(json[0].as_str()?, json[1].as_str()?))
}

fn text_of(json: &Json) -> Option<String> {
    json.as_str().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_back_as_it_was_written() {
        let copy = StoredCopy {
            sum: checksum(b"een dorp"),
            day: Date::constant(2026, 11, 23),
            etag: Some("\"a\"".into()),
            modified: None,
        };
        let document = |copy: Option<StoredCopy>, trouble| {
            let gone = copy.as_ref().map(|copy| copy.day);
            let file = "lijst.txt".into();
            let line = Place { file, line: 3, column: 2, length: 7, excerpt: " dorp.nl".into(), skipped: 0 };
            let line = gone.map(|_| line);
            let (message, hint) = (both("geen dorp", "no village"), Some(both("vraag het", "ask")));
            let refused = gone.is_none().then_some(Refused { is_too_new: true, message, hint });
            GatheredDocument { from: "https://dorp.nl/dorp.json".into(), copy, trouble, refused, gone, line }
        };
        let gathered = Gathered {
            sources: vec![GatheredSource {
                typed: "dorp.nl".into(),
                trouble: None,
                documents: vec![document(Some(copy), None), document(None, Some(both("stil", "silent")))],
            }],
            stale: vec![StaleCopy { sum: checksum(b"weg"), since: Date::constant(2026, 11, 22) }],
        };
        assert_eq!(Gathered::read(gathered.written().as_bytes()), Some(gathered));
        for other in ["", "{}", r#"{"dorpsplein":2,"sources":[]}"#, r#"{"dorpsplein":1,"sources":[1]}"#] {
            assert_eq!(Gathered::read(other.as_bytes()), None, "{other}");
        }
    }
}
