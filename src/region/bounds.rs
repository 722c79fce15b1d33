//! How much one village may tell. Generous for a large village, and little enough that no village fills a region.

/// Bytes of one `dorp.json`.
pub const LARGEST: u64 = 4 * 1024 * 1024;

/// The newest number of the form that is understood.
pub(super) const VERSION: u64 = 1;

pub(super) const VENUES: usize = 500;
/// Of the venues of one village that are a noodsteunpunt: a village has a few, and all of them stand on one page.
pub(super) const EMERGENCY_POINTS: usize = 10;
pub(super) const EVENTS: usize = 2_000;
pub(super) const OCCURRENCES: usize = 10_000;
pub(super) const NEWS: usize = 500;
/// Of the words in one list of a venue.
pub(super) const WORDS: usize = 30;

/// Of the rooms that one thing takes.
pub(super) const ROOMS: usize = 10;

/// Characters of a name.
pub(super) const NAME: usize = 100;
/// Characters of a title.
pub(super) const TITLE: usize = 150;
/// Characters of a sentence or two.
pub(super) const SUMMARY: usize = 300;
/// Characters of a few words.
pub(super) const LINE: usize = 80;
/// Bytes of an address on the web.
pub(super) const ADDRESS: usize = 500;
/// Bytes of an id.
pub(super) const ID: usize = 150;
/// Bytes of what names something in addresses: two of them and a number fit in the name of a folder anywhere.
pub(super) const SLUG: usize = 60;
/// The most that something may cost, in cents.
pub(super) const CENTS: u32 = 1_000_000;

/// The years that exist here.
pub(super) const YEARS: std::ops::RangeInclusive<i16> = 2000..=2100;
/// The most days that something may take.
pub(super) const DAYS: i64 = 366;
