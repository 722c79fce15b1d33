//! Dorpsplein turns a folder of Markdown and YAML about a Dutch village into its website.
//!
//! # The way
//!
//! There is one, and `build`, `check`, the preview and the fleet all walk it. Each step takes one type and hands
//! up the next; it stands in [`pipeline`]:
//!
//! | step | from | to | |
//! |---|---|---|---|
//! | [`read::collect`] | a folder | [`read::Source`] | the disk ends here |
//! | [`village::settle`] | [`read::Source`] | [`village::Village`] | read by the description of each field, checked, linked |
//! | [`theme::Theme::load`] | layers of files | [`theme::Theme`] | knows nothing of villages |
//! | [`almanac::derive`] | [`village::Village`] and a day | [`almanac::Almanac`] | what is shown, what happens when, who refers to whom; [`almanac::review`] tells what only days can tell |
//! | [`region::read`] | what villages told a portal, which [`outside::gather`] laid beside the site before | [`region::Region`] | each document checked and bounded; [`almanac::derive_region`] makes it a region on this day |
//! | [`pictures::develop_all`] | the photos that pages ask for | [`render::Photos`] | small and upright, made once; kept in a cache beside the site |
//! | [`render::plan`] | [`render::Edition`] | [`render::Plan`] | which addresses exist, and how each is made |
//! | [`publish::publish`] | [`render::Plan`] | a folder | the disk begins here: made beside the old site, swapped in one step |
//!
//! The preview walks the same way with a [`pipeline::BuildCache`]: it only saves work, and ends as if it were the first
//! time.
//!
//! What somebody wrote wrong never stops a step: each returns a value and adds to [`ground::Remarks`], so that all
//! mistakes of a site are told at once. Only what the machine refuses is an `Err`.
//!
//! # The house
//!
//! A file imports only from floors below its own; rooms of one floor are strangers to each other; inside a room a
//! file imports only those that are listed earlier in its `mod.rs`. A test reads the imports and keeps it so.
//!
//! | floor | rooms |
//! |---|---|
//! | 10 | [`cli`]: the only place with a clock, a current folder and a terminal |
//! | 9 | [`shop`]: themes beside a site, from where they are offered to where they lie; [`fleet`]: many villages in one run |
//! | 8 | [`report`]: remarks for people and for programs; [`watch`]: when it is time to look again; [`serve`]: the preview in a browser; [`outside`]: asks other sites whether links still lead there, fetches files, and gathers what villages tell a portal; [`handover`]: the sheet for whoever takes over; [`setup`]: what lets a host make the site; [`proof`]: villages that a theme must withstand |
//! | 7 | [`pipeline`]: the way |
//! | 6 | [`publish`]: the only room that writes or deletes |
//! | 5 | [`render`]: pages, feeds, `dorp.json`; a new format is one file and one line in its list |
//! | 4 | [`almanac`]: pure; [`package`]: themes as one file, signed and listed |
//! | 3 | [`village`], [`region`]: what other villages tell, [`theme`]; a new kind of entry is one file and one line in the registry; [`pictures`]: photos become light and tell nothing of where they were taken; what the village's own files tell is told to it |
//! | 2 | [`field`]: a field is described once; what was typed meets that description |
//! | 1 | [`archive`]: many files as one; [`read`]: texts, YAML that knows its lines, Markdown read once |
//! | 0 | [`ground`]: paths, days, languages, remarks; no disk, no clock |
//!
//! Every foreign crate has one home, which the same test knows. The disk, the clock and the environment are out
//! of bounds elsewhere: see `.clippy.toml`.

pub mod ground;
pub mod archive;
pub mod read;
pub mod field;
pub mod village;
pub mod region;
pub mod theme;
pub mod pictures;
pub mod almanac;
pub mod package;
pub mod render;
pub mod publish;
pub mod pipeline;
pub mod report;
pub mod watch;
pub mod serve;
pub mod outside;
pub mod handover;
pub mod setup;
pub mod proof;
pub mod fleet;
pub mod shop;
pub mod cli;
