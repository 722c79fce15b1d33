//! What was derived before: of the same village on the same day the same follows.

use std::sync::Arc;

use super::derive::{Almanac, derive};
use crate::ground::{Date, TimeZone};
use crate::village::{Draft, Links, SchoolHolidays, SchoolRegion, Village};

/// What was derived at the last look; empty before the first.
#[derive(Default)]
pub struct Memory {
    known: Option<Known>,
}

/// Everything that an almanac follows from, and the almanac.
struct Known {
    today: Date,
    zone: TimeZone,
    region: Option<SchoolRegion>,
    school_holidays: Option<SchoolHolidays>,
    entries: Vec<(Arc<Draft>, Arc<Links>)>,
    almanac: Arc<Almanac>,
}

/// Derives what is shown today, what happens when, and who refers to whom, unless that is known already.
pub fn derive_again(village: &Village, today: Date, memory: &mut Memory) -> Arc<Almanac> {
    if let Some(known) = memory.known.as_ref().filter(|known| known.is_of(village, today)) {
        return Arc::clone(&known.almanac);
    }
    // What is known no longer is let go before there are two.
    memory.known = None;
    let almanac = Arc::new(derive(village, today));
    let entries = village.entries.iter().map(|entry| (Arc::clone(&entry.draft), Arc::clone(&entry.links)));
    memory.known = Some(Known {
        today,
        zone: village.settings.zone(),
        region: village.settings.region(),
        school_holidays: village.school_holidays.clone(),
        entries: entries.collect(),
        almanac: Arc::clone(&almanac),
    });
    almanac
}

impl Known {
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
