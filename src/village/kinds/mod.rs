//! The kinds of entries. A new kind is one file beside these and one line in the list in `registry`.

mod content;
mod head;
mod organisation;
mod venue;
mod event;
mod event_clock_messages;
mod event_messages;
mod event_clock;
mod title_words;
mod title_messages;
mod event_checks;
mod news;
mod page;
mod registry;

pub use content::{CheckContext, Content};
pub use event::{Event, EventKind};
pub use head::Head;
pub use news::News;
pub use organisation::Organisation;
pub use page::Page;
pub use registry::{Details, Kind, layout};
pub use venue::Venue;
