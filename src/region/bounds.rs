//! Limits on the data of one village: generous for a large village, and small enough that no village fills a
//! region.

/// Bytes of one `dorp.json`.
pub const LARGEST: u64 = 4 * 1024 * 1024;

/// The newest version of the format that is understood.
pub(super) const VERSION: u64 = 1;

pub(super) const VENUES: usize = 500;
/// The most noodsteunpunten of one village: a village has a few, and all of them are on one page.
pub(super) const EMERGENCY_POINTS: usize = 10;
pub(super) const EVENTS: usize = 2_000;
pub(super) const OCCURRENCES: usize = 10_000;
pub(super) const NEWS: usize = 500;
/// The most words in one list of a venue.
pub(super) const WORDS: usize = 30;

/// The most rooms of one occurrence.
pub(super) const ROOMS: usize = 10;

/// Characters of a name.
pub(super) const NAME: usize = 100;
/// Characters of a title.
pub(super) const TITLE: usize = 150;
/// Characters of a sentence or two.
pub(super) const SUMMARY: usize = 300;
/// Characters of a few words.
pub(super) const LINE: usize = 80;
/// Bytes of a web address.
pub(super) const ADDRESS: usize = 500;
/// Bytes of an id.
pub(super) const ID: usize = 150;
/// Bytes of a slug: two of them and a number fit in a folder name anywhere.
pub(super) const SLUG: usize = 60;
/// The highest price, in cents.
pub(super) const CENTS: u32 = 1_000_000;

/// The years that are accepted.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 2000..=2100;
/// The most days that an event may take.
pub(super) const DAYS: i64 = 366;
