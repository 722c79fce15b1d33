//! To what a link leads: an entry by its number, a file, a page of the site, or somewhere out of it.

use crate::ground::Address;

/// The number of an entry in its village.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub usize);

/// A link that was followed as far as the village knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Followed {
    /// An entry, and the anchor on its page.
    Entry(EntryId, Option<String>),
    /// A photo or document, by its number.
    File(usize),
    /// An anchor on the same page.
    Anchor(String),
    /// Another address on this site, with what stands behind it; only the plan knows whether it exists.
    OnSite(Address, String),
    /// Somewhere else on the web, an e-mail address or a telephone number.
    Outside(String),
}

/// Why a link leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Broken {
    /// There is nothing between the brackets.
    Empty,
    /// There is no such file or entry; perhaps this one was meant.
    Missing(Option<String>),
    /// A file with several entries; the address of one of them.
    ListOfEntries(Address),
    /// A file on the writer's own computer.
    OwnComputer,
    /// Something that a page cannot lead to.
    Scheme,
}
