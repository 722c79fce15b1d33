//! Keeps the last derived almanac: the same village on the same day gives the same one.

use std::sync::Arc;

use super::derive::{Almanac, derive};
use crate::ground::{Date, TimeZone};
use crate::village::{Draft, Links, SchoolHolidays, SchoolRegion, Village};

/// The last derived almanac; empty before the first.
#[derive(Default)]
pub struct AlmanacCache {
    cached: Option<CachedAlmanac>,
}

/// An almanac with everything it is derived from.
struct CachedAlmanac {
    today: Date,
    zone: TimeZone,
    region: Option<SchoolRegion>,
    school_holidays: Option<SchoolHolidays>,
    entries: Vec<(Arc<Draft>, Arc<Links>)>,
    almanac: Arc<Almanac>,
}

/// Derives what is shown today, what happens when, and who refers to whom, unless that is cached already.
pub fn derive_cached(village: &Village, today: Date, cache: &mut AlmanacCache) -> Arc<Almanac> {
    if let Some(cached) = cache.cached.as_ref().filter(|cached| cached.is_of(village, today)) {
        return Arc::clone(&cached.almanac);
    }
    // The outdated one is dropped first, so that there are never two in memory.
    cache.cached = None;
    let almanac = Arc::new(derive(village, today));
    let entries = village.entries.iter().map(|entry| (Arc::clone(&entry.draft), Arc::clone(&entry.links)));
    cache.cached = Some(CachedAlmanac {
        today,
        zone: village.settings.zone(),
        region: village.settings.region(),
        school_holidays: village.school_holidays.clone(),
        entries: entries.collect(),
        almanac: Arc::clone(&almanac),
    });
    almanac
}

impl CachedAlmanac {
    fn is_of(&self, village: &Village, today: Date) -> bool {
        self.today == today
            && self.zone == village.settings.zone()
            && self.region == village.settings.region()
            && self.school_holidays == village.school_holidays
            && self.entries.len() == village.entries.len()
            && self.entries.iter().zip(&village.entries).all(|((draft, links), entry)| {
                Arc::ptr_eq(draft, &entry.draft) && Arc::ptr_eq(links, &entry.links)
            })
    }
}
