//! Floor 8: checks links that lead out of the village, and fetches files. The only room that contacts other
//! sites, and only on request: politely, within a time limit, and never at an address inside a private
//! network.

mod reach;
mod answer;
mod links;
mod good_links;
mod check_link;
mod rounds;
mod messages;
mod link_report;
mod download_messages;
mod download;
mod gather_messages;
mod sources;
mod kept;
mod gather;
mod places;

pub use answer::Answer;
pub use check_link::LinkChecker;
pub use download::{Downloads, FetchError, Fetched, Validators};
pub use gather::{Gathering, gather};
pub use good_links::GoodLinks;
pub use link_report::{LinkReport, link_report};
pub use links::{OutsideLink, outside_links};
pub use places::{source_addresses, source_outside, source_paths};
pub use reach::Reach;
pub use rounds::{Bounds, CheckedLinks, check_links};
