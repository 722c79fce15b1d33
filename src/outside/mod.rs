//! Floor 8: checks links that lead out of the village, and fetches files. The only room that contacts other
//! sites, and only on request: politely, within a time limit, and never at an address inside a private
//! network.

mod reach;
mod answer;
mod links;
mod good_links;
mod ask;
mod rounds;
mod messages;
mod told;
mod download_messages;
mod download;
mod gather_messages;
mod sources;
mod kept;
mod gather;
mod places;

pub use answer::Answer;
pub use ask::Asker;
pub use download::{Downloads, Fetched, NotFetched, Validators};
pub use gather::{Gathering, gather};
pub use good_links::GoodLinks;
pub use links::{OutsideLink, outside_links};
pub use places::{places_of, sources_named};
pub use reach::Reach;
pub use rounds::{AskedLinks, Bounds, ask_all};
pub use told::{Verdict, told_of};
