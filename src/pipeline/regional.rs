//! Reads the region of a portal: everything in the store that comes from the sources in its settings.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::messages;
use crate::almanac::{Regional, derive_region};
use crate::ground::{Date, Diagnostic, Place, Remarks, in_parallel, without_login};
use crate::read::{Gathered, GatheredDocument, GatheredSource, Source};
use crate::region::{Document, LARGEST, Reading, Region, assemble, read};
use crate::village::Village;

/// What was last read from the store.
#[derive(Default)]
pub(super) struct RegionCache {
    cached: Option<CachedRegion>,
}

/// Everything that a region is derived from, and the result.
struct CachedRegion {
    gathered: Arc<Gathered>,
    sources: Vec<NamedSource>,
    own: Vec<String>,
    today: Date,
    remarks: Vec<Diagnostic>,
    regional: Arc<Regional>,
}

/// A source as listed in the settings, without any login.
#[derive(Clone, Debug, PartialEq)]
struct NamedSource {
    typed: String,
    /// The name it gives the village, and where in the file.
    name: Option<(String, Place)>,
    place: Place,
}

/// Returns the region of a site on a day; empty for a site that is no portal. `base` overrides the address in
/// its settings.
pub(super) fn regional(
    site: &Path,
    village: &Village,
    base: Option<&str>,
    source: &Source,
    today: Date,
    cache: &mut RegionCache,
    remarks: &mut Remarks,
) -> Arc<Regional> {
    let sources = named_sources(village, source);
    if sources.is_empty() {
        cache.cached = None;
        return Arc::default();
    }
    let gathered = source.gathered.clone().unwrap_or_default();
    let own = base.into_iter().chain(village.settings.web_address()).map(str::to_owned).collect::<Vec<_>>();
    let cached = cache.cached.take().filter(|cached| {
        cached.gathered == gathered && cached.sources == sources && cached.own == own && cached.today == today
    });
    let (cached, is_complete) = cached.map_or_else(
        || {
            let read = read_region(site, &sources, &own, &gathered);
            let regional = Arc::new(derive_region(read.region, today));
            (
                CachedRegion { gathered, sources, own, today, remarks: read.remarks, regional },
                read.is_complete,
            )
        },
        |cached| (cached, true),
    );
    remarks.extend(cached.remarks.iter().cloned());
    let regional = Arc::clone(&cached.regional);
    // Nothing signals that a missing copy has come back, so an incomplete region is not cached.
    cache.cached = is_complete.then_some(cached);
    regional
}

/// The sources listed in the settings, each address once.
fn named_sources(village: &Village, source: &Source) -> Vec<NamedSource> {
    let Some(file) = &source.site else { return Vec::new() };
    let (mut named, mut seen) = (Vec::new(), BTreeSet::new());
    for listed in village.settings.sources_of_portal() {
        let Some(address) = &listed.value.address else { continue };
        let name = listed.value.name.as_ref();
        let name = name.map(|name| (name.as_str().to_owned(), file.place(name.span)));
        let (typed, place) = (address.as_str(), file.place(address.span).without_login());
        if seen.insert(typed) {
            named.push(NamedSource { typed: without_login(typed), name, place });
        }
    }
    named
}

/// The result of reading a store.
struct RegionRead {
    region: Region,
    remarks: Vec<Diagnostic>,
    /// Whether every copy in the list could be read.
    is_complete: bool,
}

/// Reads everything in the store that comes from these sources.
fn read_region(site: &Path, sources: &[NamedSource], own: &[String], gathered: &Gathered) -> RegionRead {
    let (mut remarks, mut wanted) = (Vec::new(), Vec::new());
    let of_source: BTreeMap<&str, &GatheredSource> =
        gathered.sources.iter().map(|source| (&*source.typed, source)).collect();
    for named_source in sources {
        let Some(found) = of_source.get(&*named_source.typed) else {
            remarks.push(messages::not_gathered_yet(named_source.place.clone(), &named_source.typed));
            continue;
        };
        let days = found.documents.iter().filter_map(day_of).min();
        remarks.extend(
            found
                .trouble
                .as_ref()
                .map(|trouble| messages::not_refreshed(named_source.place.clone(), trouble, days)),
        );
        let counts = |document: &GatheredDocument| document.gone.is_none();
        let fresh = found.documents.iter().filter(|document| counts(document)).count();
        // A name belongs to one village.
        let many = Some(if fresh == 0 { found.documents.len() } else { fresh }).filter(|many| *many > 1);
        if let (Some((name, place)), Some(many)) = (&named_source.name, many) {
            remarks.push(messages::name_for_several(place.clone(), name, &named_source.typed, many));
        }
        for document in &found.documents {
            let is_one = many.is_none() && (fresh == 0 || counts(document));
            let name = named_source.name.as_ref().filter(|_| is_one).map(|(name, _)| name.as_str());
            wanted.push(StoredDocument { named_source, name, document, found });
        }
    }
    let mut readings = Vec::with_capacity(wanted.len());
    let mut is_complete = true;
    for copy in in_parallel(&wanted, |stored| stored.read(site)) {
        remarks.extend(copy.trouble);
        is_complete &= copy.was_readable;
        readings.extend(copy.reading);
    }
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let (region, assembled) = assemble(readings, &own);
    remarks.extend(assembled);
    RegionRead { region, remarks, is_complete }
}

/// A document in the store.
struct StoredDocument<'s> {
    named_source: &'s NamedSource,
    /// The name of its village here, when the settings give one to it alone.
    name: Option<&'s str>,
    document: &'s GatheredDocument,
    found: &'s GatheredSource,
}

/// The result of reading a document in the store.
struct ReadCopy {
    /// Why there is no newer copy.
    trouble: Option<Diagnostic>,
    /// The contents of its copy; `None` when there never was one.
    reading: Option<Reading>,
    /// Whether its copy could be read, if there is one.
    was_readable: bool,
}

impl StoredDocument<'_> {
    fn read(&self, site: &Path) -> ReadCopy {
        let Self { named_source, name, document, found } = self;
        let mut copy = read_copy(site, named_source, *name, document);
        let has_village = copy.reading.as_ref().is_none_or(|reading| reading.village.is_some());
        let trouble = document.trouble.as_ref().map(|trouble| {
            let day = if has_village { day_of_stored_copy(found, document) } else { None };
            messages::not_refreshed(place_of(named_source, document), trouble, day)
        });
        let is_gone = document.gone.is_some();
        if let Some(reading) = &mut copy.reading {
            reading.is_gone = is_gone;
            reading.folder = folder_of(named_source, document).map(Box::from);
            reading.is_unnamed = found.documents.len() > 1 && reading.folder.is_some();
            // A document that never worked is reported once: why it cannot be fetched.
            if trouble.is_some() && !has_village {
                reading.remarks.clear();
            }
            // A document that is gone is not worth reporting when another source has the village.
            if is_gone {
                reading.remarks.extend(trouble.clone());
            }
        }
        ReadCopy { trouble: trouble.filter(|_| !is_gone), ..copy }
    }
}

/// Where a document is listed: in `site.yaml`, or in the list that it refers to.
fn place_of(named_source: &NamedSource, document: &GatheredDocument) -> Place {
    document.line.as_ref().unwrap_or(&named_source.place).clone()
}

/// The folder in which a document was found, when the settings list the folder.
fn folder_of<'s>(named_source: &'s NamedSource, document: &'s GatheredDocument) -> Option<&'s str> {
    let named = document.line.as_ref().map_or(&*named_source.typed, |line| line.excerpt.trim());
    (!document.from.contains("://") && document.from != named).then_some(named)
}

/// Reads the copy of a document.
fn read_copy(
    site: &Path,
    named_source: &NamedSource,
    name: Option<&str>,
    document: &GatheredDocument,
) -> ReadCopy {
    let place = place_of(named_source, document);
    let Some(copy) = &document.copy else {
        let reading = document.refused.as_ref().map(|why| {
            let remarks = vec![messages::refused(place.clone(), why)];
            Reading::without_village(&document.from, place, remarks)
        });
        return ReadCopy { trouble: None, reading, was_readable: true };
    };
    let bytes = copy.bytes(site, LARGEST);
    let reading = match &bytes {
        Some(bytes) => read(&Document { bytes, from: &document.from, name, place }),
        None => {
            let remarks = vec![messages::damaged(place.clone(), &document.from)];
            Reading::without_village(&document.from, place, remarks)
        }
    };
    ReadCopy { trouble: None, reading: Some(reading), was_readable: bytes.is_some() }
}

/// The day on which the copy of a document was made.
fn day_of(document: &GatheredDocument) -> Option<Date> {
    document.copy.as_ref().map(|copy| copy.day)
}

/// The day of the current contents of a document, or of the folder that should contain some.
fn day_of_stored_copy(found: &GatheredSource, document: &GatheredDocument) -> Option<Date> {
    let folder = document.from.trim_end_matches('/');
    let is_below = |from: &str| from.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    // Kept documents come after all others.
    let kept = || found.documents.iter().rev().take_while(|other| other.gone.is_some());
    day_of(document).or_else(|| kept().filter(|other| is_below(&other.from)).filter_map(day_of).min())
}
