//! What a link leads to: an entry, a file, another page of the site, or something outside it.

use crate::ground::Address;

/// The number of an entry in its village.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub usize);

/// Where a link leads, as far as the village can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// An entry, and an anchor on its page.
    Entry(EntryId, Option<String>),
    /// A photo or document, by its index.
    File(usize),
    /// An anchor on the same page.
    Anchor(String),
    /// Another address on this site, with its query and anchor; only the plan knows whether it exists.
    OnSite(Address, String),
    /// Another website, an e-mail address or a telephone number.
    Outside(String),
}

/// Why a link is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// The brackets are empty.
    Empty,
    /// No such file or entry exists; perhaps this one was meant.
    Missing(Option<String>),
    /// A file with several entries; this is the address of one of them.
    ListOfEntries(Address),
    /// A file on the author's own computer.
    OwnComputer,
    /// A scheme that a page cannot link to.
    Scheme,
}
