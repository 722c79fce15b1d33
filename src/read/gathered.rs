//! What was gathered for a portal: a list of its sources and of the documents that came of them, in a store beside the
//! site. A build reads only this, so the same store gives the same site, also without the internet.

use std::path::{Path, PathBuf};

use super::disk;
use crate::ground::{
    Both, Checksum, Date, Json, OWN_FOLDER, Place, both, checksum, compact_json, json, parse_json,
};

/// The store, in the village folder.
const FOLDER: &str = "bronnen";

/// The list, in the store.
const LIST: &str = "lijst.json";

/// The form of the list; another one is not read, and everything is gathered anew.
const FORM: u64 = 1;

/// The list of very many villages is some 10 MB.
const LARGEST_LIST: u64 = 128 * 1024 * 1024;

/// Everything that was gathered, in the order of the sources.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gathered {
    /// What came of each source.
    pub sources: Vec<GatheredSource>,
    /// Documents that lie in the store still and are in no source any more, for who reads a list of before this one.
    pub former: Vec<FormerCopy>,
}

/// A document that is to be taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerCopy {
    /// What is in it.
    pub sum: Checksum,
    /// The day on which it was no longer in the list.
    pub since: Date,
}

/// What came of one source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GatheredSource {
    /// What stands in `site.yaml`, without what somebody logs in with: that is kept nowhere else.
    pub typed: String,
    /// Why nothing could come of it.
    pub trouble: Option<Both>,
    /// The documents that came of it.
    pub documents: Vec<GatheredDocument>,
}

/// A document of a village.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatheredDocument {
    /// Its address, or its path as people know it.
    pub from: String,
    /// The copy in the store, when one ever came.
    pub copy: Option<StoredCopy>,
    /// Why no newer one came.
    pub trouble: Option<Both>,
    /// Why nothing is kept of what came: it is not the document of a village.
    pub refused: Option<Refused>,
    /// Since when its source does not have it, when that is so.
    pub gone: Option<Date>,
    /// The line of a list that names it, when it is not `site.yaml` that does.
    pub line: Option<Place>,
}

/// Why a document cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Whether it has a form that is not known yet.
    pub is_too_new: bool,
    /// What is wrong with it.
    pub message: Both,
    /// What to do.
    pub hint: Option<Both>,
}

/// A copy in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredCopy {
    /// What is in it.
    pub sum: Checksum,
    /// The last day on which the source had it like this.
    pub day: Date,
    /// By what its site knows this version of it.
    pub etag: Option<String>,
    /// When its site says that it was changed.
    pub modified: Option<String>,
}

impl StoredCopy {
    /// Where it stands in a village folder.
    pub fn path(&self, site: &Path) -> PathBuf {
        copy_place(site, &self.sum)
    }

    /// What is in it, when that is at most `limit` bytes; nothing when it is not there or not as it was put there: disks
    /// fail, and a machine that stops halfway leaves files of the right size with nothing in them.
    pub fn bytes(&self, site: &Path, limit: u64) -> Option<Vec<u8>> {
        disk::bytes_of(&self.path(site), limit).ok().filter(|bytes| checksum(bytes) == self.sum)
    }

    /// The name of its file.
    pub fn name(&self) -> String {
        name_of(&self.sum)
    }
}

fn name_of(sum: &Checksum) -> String {
    format!("{sum}.json")
}

/// Where a document with this in it stands in a village folder.
pub fn copy_place(site: &Path, sum: &Checksum) -> PathBuf {
    portal_store(site).join(name_of(sum))
}

/// The store of a village folder.
pub fn portal_store(site: &Path) -> PathBuf {
    site.join(OWN_FOLDER).join(FOLDER)
}

/// Where the list stands in a village folder.
pub fn gathered_list(site: &Path) -> PathBuf {
    portal_store(site).join(LIST)
}

/// What was gathered for a site; nothing when that was never done, or when the list is not ours.
pub fn gathered(site: &Path) -> Option<Gathered> {
    Gathered::read(&disk::bytes_of(&gathered_list(site), LARGEST_LIST).ok()?)
}

impl Gathered {
    /// Reads the list.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let list = parse_json(bytes)?;
        (list["dorpsplein"].as_u64()? == FORM).then_some(())?;
        let sources = list["sources"].as_array()?.iter().map(source_of).collect::<Option<_>>()?;
        let former = list["former"].as_array().into_iter().flatten().filter_map(former_of).collect();
        Some(Self { sources, former })
    }

    /// The list as it is kept.
    pub fn written(&self) -> String {
        let sources: Vec<Json> = self.sources.iter().map(written_source).collect();
        let former = self.former.iter().map(|copy| json!([copy.sum.to_string(), copy.since.to_string()]));
        let former: Vec<Json> = former.collect();
        format!("{}\n", compact_json(&json!({ "dorpsplein": FORM, "sources": sources, "former": former })))
    }

    /// All copies in the store.
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
    // Hardly any has one.
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

fn former_of(json: &Json) -> Option<FormerCopy> {
    Some(FormerCopy { sum: Checksum::from_hex(json[0].as_str()?)?, since: json[1].as_str()?.parse().ok()? })
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
    fn a_list_is_read_as_it_was_written() {
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
            former: vec![FormerCopy { sum: checksum(b"weg"), since: Date::constant(2026, 11, 22) }],
        };
        assert_eq!(Gathered::read(gathered.written().as_bytes()), Some(gathered));
        for other in ["", "{}", r#"{"dorpsplein":2,"sources":[]}"#, r#"{"dorpsplein":1,"sources":[1]}"#] {
            assert_eq!(Gathered::read(other.as_bytes()), None, "{other}");
        }
    }
}
