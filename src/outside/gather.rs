//! Gathers the documents of villages for a portal, in a store beside it: in parallel, within a time limit,
//! and such that an unusable document never replaces a usable one.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use super::download::{Downloads, Fetched, Validators};
use super::gather_messages as messages;
use super::kept::kept_documents;
use super::reach::Reach;
use super::sources::{MOST, Origin, Wanted, documents_of};
use crate::ground::{
    Both, Code, Date, Place, WebAddress, checksum, dutch_zone, in_parallel, on_threads, without_login,
};
use crate::pipeline::{Today, settings_of_folder};
use crate::publish::{Failure, PortalStore};
use crate::read::{
    Gathered, GatheredDocument, GatheredSource, Refused, SITE_FILE, StoredCopy, bytes_of, gathered,
};
use crate::region::{Document, LARGEST, read};
use crate::village::Settings;

/// How many documents of one site are requested at once.
const AT_ONCE_OF_ONE: usize = 4;

/// The limits of a gathering run.
#[derive(Clone, Copy)]
pub struct Gathering<'g> {
    /// Which day it is.
    pub today: Date,
    /// How many documents are fetched at once.
    pub at_once: usize,
    /// How long one may take.
    pub each: Duration,
    /// How long everything may take.
    pub overall: Duration,
    /// Which machines may be contacted.
    pub reach: Reach,
    /// How much time has passed since the beginning.
    pub clock: &'g (dyn Fn() -> Duration + Sync),
    /// Called with the number of documents to be fetched from the internet, before that begins.
    pub on_start: &'g (dyn Fn(usize) + Sync),
}

impl<'g> Gathering<'g> {
    /// Returns the limits for everyday use.
    pub fn new(
        today: Today,
        clock: &'g (dyn Fn() -> Duration + Sync),
        on_start: &'g (dyn Fn(usize) + Sync),
    ) -> Self {
        let (each, overall) = (Duration::from_secs(15), Duration::from_mins(5));
        // This is the day shown with a copy, which is the same for all villages of one country.
        let today = today.in_zone(&dutch_zone());
        Self { today, at_once: 16, each, overall, reach: Reach::Internet, clock, on_start }
    }
}

/// Gathers for the site in a folder, if it is a portal. What went wrong with a source is recorded in the
/// store, and reported when the store is read.
///
/// # Errors
/// When the store cannot be written; then everything is as it was.
pub fn gather(site: &Path, gathering: &Gathering<'_>) -> Result<(), Failure> {
    let Some(settings) = settings_of_folder(site) else { return Ok(()) };
    let mut seen = BTreeSet::new();
    let addresses = settings.addresses_of_sources();
    let typed: Vec<&str> =
        addresses.map(|address| address.as_str()).filter(|typed| seen.insert(*typed)).collect();
    if typed.is_empty() {
        return Ok(());
    }
    let store = PortalStore::open(site)?;
    // The time spent waiting for another run does not count.
    let started = (gathering.clock)();
    let before = gathered(site);
    let Expanded { mut list, wanted, kept } = expand_sources(site, &typed, before.as_ref(), gathering.today);
    let former = before.iter().flat_map(|before| &before.sources).flat_map(|source| &source.documents);
    let copies = former.filter_map(|document| {
        Some((document_key(&document.from, document.line.as_ref()), document.copy.as_ref()?))
    });
    let known = copies.collect();
    let names = village_names(&settings, &typed, &wanted);
    let gatherer = Gatherer { site, gathering, started, store: &store, known, names };
    for ((source, _), document) in wanted.iter().zip(gatherer.gather_all(&wanted)) {
        if let Some(source) = list.sources.get_mut(*source) {
            source.documents.push(document?);
        }
    }
    let mut room = MOST.saturating_sub(wanted.len());
    for (source, staying) in list.sources.iter_mut().zip(kept) {
        source.documents.extend(staying.into_iter().take(room).inspect(|_| room -= 1));
    }
    store.close(list, before.as_ref(), gathering.today)
}

/// The names that the portal gives to the villages of its sources: a name belongs to one village, so a source
/// with several documents has none.
fn village_names<'n>(
    settings: &'n Settings,
    typed: &[&str],
    wanted: &[(usize, Wanted)],
) -> Vec<Option<&'n str>> {
    let mut counts = vec![0; typed.len()];
    wanted.iter().for_each(|(source, _)| counts[*source] += 1);
    let name = |typed: &str| {
        let mut named = settings.sources_of_portal();
        let source = named
            .find(|source| source.value.address.as_ref().is_some_and(|address| address.as_str() == typed));
        source.and_then(|source| source.value.name.as_ref()).map(|name| name.as_str())
    };
    let names = typed.iter().zip(counts).map(|(typed, count)| if count == 1 { name(typed) } else { None });
    names.collect()
}

/// The key of a document across runs. A path in a list is relative to that list's folder, so two lists may
/// refer to two documents by the same path.
type DocumentKey<'d> = (Option<&'d str>, &'d str);

fn document_key<'d>(from: &'d str, line: Option<&'d Place>) -> DocumentKey<'d> {
    let list = line.filter(|_| !from.contains("://")).map(|line| &*line.file);
    (list, from)
}

/// The sources, expanded.
#[derive(Default)]
struct Expanded {
    /// The sources, without documents as yet.
    list: Gathered,
    /// The documents to gather, each with the index of its source.
    wanted: Vec<(usize, Wanted)>,
    /// The documents of the previous run that stay, for each source.
    kept: Vec<Vec<GatheredDocument>>,
}

/// Expands the sources to single documents, and finds which documents of the previous run stay.
fn expand_sources(site: &Path, typed: &[&str], before: Option<&Gathered>, today: Date) -> Expanded {
    let Expanded { mut list, mut wanted, mut kept } = Expanded::default();
    let before: BTreeMap<&str, &GatheredSource> =
        before.iter().flat_map(|before| &before.sources).map(|source| (&*source.typed, source)).collect();
    for (number, (typed, found)) in
        typed.iter().zip(in_parallel(typed, |typed| documents_of(site, typed))).enumerate()
    {
        let mut source = GatheredSource { typed: without_login(typed), ..GatheredSource::default() };
        let before = before.get(&*source.typed);
        kept.push(before.map_or_else(Vec::new, |before| kept_documents(before, found.as_deref(), today)));
        match found {
            Ok(mut documents) => {
                if wanted.len() + documents.len() > MOST {
                    documents.truncate(MOST - wanted.len());
                    source.trouble = Some(messages::too_many(typed, MOST));
                }
                wanted.extend(documents.into_iter().map(|document| (number, document)));
            }
            Err(trouble) => source.trouble = Some(trouble),
        }
        list.sources.push(source);
    }
    Expanded { list, wanted, kept }
}

struct Gatherer<'g> {
    site: &'g Path,
    gathering: &'g Gathering<'g>,
    /// When this run got its turn.
    started: Duration,
    store: &'g PortalStore,
    /// The copies of the previous run.
    known: BTreeMap<DocumentKey<'g>, &'g StoredCopy>,
    /// The name that the portal gives to the village of a source, by the index of the source.
    names: Vec<Option<&'g str>>,
}

/// What to do with a fetched document.
enum Judgement {
    /// It is the document of a village, and is stored.
    Good,
    /// It is not, but the previous copy is: that stays.
    Unfit(Both),
    /// It is not, and there is no previous copy.
    Refused(Refused),
}

type DocumentResult = Result<GatheredDocument, Failure>;

impl Gatherer<'_> {
    /// Gathers every document, in the order of `wanted`.
    fn gather_all(&self, wanted: &[(usize, Wanted)]) -> Vec<DocumentResult> {
        let (web, files): (Vec<usize>, Vec<usize>) =
            (0..wanted.len()).partition(|at| matches!(wanted[*at].1.origin, Origin::Web(_)));
        let mut outcomes: Vec<(usize, DocumentResult)> =
            in_parallel(&files, |at| (*at, self.gather_one(&wanted[*at])));
        if !web.is_empty() {
            (self.gathering.on_start)(web.len());
        }
        outcomes.extend(self.fetch_all(wanted, &web));
        outcomes.sort_unstable_by_key(|(at, _)| *at);
        outcomes.into_iter().map(|(_, outcome)| outcome).collect()
    }

    /// Fetches the documents on the web: every thread takes the next few of one site, and requests them one
    /// by one.
    fn fetch_all(&self, wanted: &[(usize, Wanted)], web: &[usize]) -> Vec<(usize, DocumentResult)> {
        let mut of_site: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for at in web {
            if let Origin::Web(address) = &wanted[*at].1.origin {
                of_site.entry(address.host()).or_default().push(*at);
            }
        }
        let pieces: Vec<&[usize]> =
            of_site.values().flat_map(|all| all.chunks(all.len().div_ceil(AT_ONCE_OF_ONE))).collect();
        let fetched = on_threads(self.gathering.at_once, &pieces, |piece| {
            piece.iter().map(|at| (*at, self.gather_one(&wanted[*at]))).collect::<Vec<_>>()
        });
        fetched.into_iter().flatten().collect()
    }

    /// Gathers one document, or keeps the previous copy with what went wrong; an error only when the store
    /// cannot be written.
    fn gather_one(&self, (source, wanted): &(usize, Wanted)) -> DocumentResult {
        let from = &wanted.from;
        let known = self.known.get(&document_key(from, wanted.line.as_ref())).copied();
        // A damaged copy is no reference, or else its site would answer that nothing has changed.
        let intact = || known.filter(|copy| copy.bytes(self.site, LARGEST).is_some());
        let fetched = match &wanted.origin {
            Origin::Invalid(trouble) => Err(trouble.clone()),
            Origin::File(path) | Origin::Within(_, path) => bytes_of(path, LARGEST)
                .map(|bytes| Fetched::New(bytes, Validators::default()))
                .map_err(|trouble| messages::unreadable(from, trouble)),
            Origin::Web(address) => self.fetch(address, intact()),
        };
        let line = || wanted.line.clone();
        let document = |copy, trouble| {
            let (refused, gone) = (None, None);
            GatheredDocument { from: from.clone(), copy, trouble, refused, gone, line: line() }
        };
        let name = self.names.get(*source).copied().flatten();
        Ok(match fetched {
            Ok(Fetched::Same) => {
                document(known.map(|copy| StoredCopy { day: self.gathering.today, ..copy.clone() }), None)
            }
            Ok(Fetched::New(bytes, version)) => match self.judge(from, name, &bytes, known) {
                Judgement::Unfit(trouble) => document(known.cloned(), Some(trouble)),
                Judgement::Refused(why) => GatheredDocument { refused: Some(why), ..document(None, None) },
                Judgement::Good => {
                    let (sum, day) = (self.store.keep(&bytes)?, self.gathering.today);
                    let Validators { etag, modified } = version;
                    document(Some(StoredCopy { sum, day, etag, modified }), None)
                }
            },
            Err(trouble) => document(intact().cloned(), Some(trouble)),
        })
    }

    /// Fetches a document, if there is time left and it differs from the known copy.
    fn fetch(&self, address: &WebAddress, known: Option<&StoredCopy>) -> Result<Fetched, Both> {
        let Gathering { each, overall, reach, clock, .. } = self.gathering;
        let left = overall.saturating_sub(clock().saturating_sub(self.started));
        if left.is_zero() {
            return Err(messages::no_time(address.as_str()));
        }
        let version =
            known.map(|known| Validators { etag: known.etag.clone(), modified: known.modified.clone() });
        let (downloads, started) = (Downloads { time: left.min(*each) }, clock());
        let left = || downloads.time.saturating_sub(clock().saturating_sub(started));
        let version = version.unwrap_or_default();
        let fetched = downloads.fetch_if_changed(address.as_str(), LARGEST, &version, *reach, &left);
        fetched.map_err(|trouble| trouble.message().clone())
    }

    /// Judges whether these bytes may be stored: only if they are the document of a village. Anything else
    /// could be any file at that path or address, and others may be able to see the portal's folder.
    fn judge(&self, from: &str, name: Option<&str>, bytes: &[u8], known: Option<&StoredCopy>) -> Judgement {
        if known.is_some_and(|known| known.sum == checksum(bytes)) {
            return Judgement::Good;
        }
        let reading = |bytes: &[u8]| {
            let place = Place::of_file(SITE_FILE);
            read(&Document { bytes, from, name, place })
        };
        let new = reading(bytes);
        let Some(why) = new.remarks.into_iter().next().filter(|_| new.village.is_none()) else {
            return Judgement::Good;
        };
        let before = known.and_then(|known| known.bytes(self.site, LARGEST));
        match before.and_then(|before| reading(&before).village) {
            Some(_) => Judgement::Unfit(messages::unfit(&why)),
            None => {
                let is_too_new = why.code == Code::SourceTooNew;
                Judgement::Refused(Refused { is_too_new, message: why.message, hint: why.hint })
            }
        }
    }
}
