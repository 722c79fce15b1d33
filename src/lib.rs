//! Dorpsplein turns a folder of Markdown and YAML about a Dutch village into its website.
//!
//! # The way
//!
//! There is one way, and `build`, `check`, the preview and the fleet all take it. Each step takes one type and passes
//! the next one on; [`pipeline`] strings them together:
//!
//! | step | from | to | |
//! |---|---|---|---|
//! | [`read::collect`] | a folder | [`read::Source`] | the last step that reads the village folder |
//! | [`village::settle`] | [`read::Source`] | [`village::Village`] | parses every field by its description, validates, links entries to each other |
//! | [`theme::Theme::load`] | layers of files | [`theme::Theme`] | independent of the village |
//! | [`almanac::derive`] | [`village::Village`] and a date | [`almanac::Almanac`] | what is shown, what happens when, which entries refer to each other; [`almanac::review`] reports mistakes that only show up on the calendar |
//! | [`region::read`] | documents of other villages, which [`outside::gather`] downloaded for a portal | [`region::Region`] | validates and limits each document; [`almanac::derive_region`] places them on the date |
//! | [`pictures::develop_all`] | the photos that pages use | [`render::Photos`] | resized and upright; cached beside the site |
//! | [`render::plan`] | [`render::Edition`] | [`render::Plan`] | which addresses exist, and how to render each |
//! | [`publish::publish`] | [`render::Plan`] | a folder | the first step that writes: beside the old site, then swapped in one step |
//!
//! The preview takes the same way with a [`pipeline::BuildCache`], which only saves work: the result is the same as without it.
//!
//! A mistake in the village's files never stops a step: each step returns a value and adds to [`ground::Remarks`], so
//! that all mistakes are reported at once. `Err` is for failures of the machine, such as a full disk.
//!
//! # The house
//!
//! Modules are arranged in floors. A file imports only from lower floors; modules on the same floor do not know each
//! other; within a module, a file imports only files that are listed before it in `mod.rs`. A test enforces this.
//!
//! | floor | modules |
//! |---|---|
//! | 10 | [`cli`]: the command line; the only place with access to the clock, the current folder and the terminal |
//! | 9 | [`shop`]: installs and updates themes; [`fleet`]: many villages in one run |
//! | 8 | [`report`]: diagnostics for people and programs; [`watch`]: notices that files changed; [`serve`]: the preview; [`outside`]: HTTP: checks external links, downloads files, gathers for portals; [`handover`]: the sheet for the next webmaster; [`setup`]: files that let a host build the site; [`proof`]: villages that every theme is tested with |
//! | 7 | [`pipeline`]: the way |
//! | 6 | [`publish`]: the only module that writes or deletes files |
//! | 5 | [`render`]: pages, feeds, calendars, `dorp.json`; a new output format is one file and one line in its list |
//! | 4 | [`almanac`]: dates, pure; [`package`]: themes as signed packages |
//! | 3 | [`village`]: a new kind of entry is one file and one line in its registry; [`region`]: what a portal knows of other villages; [`theme`]; [`pictures`]: resizes photos and strips their metadata |
//! | 2 | [`field`]: describes each field once, and parses what users type against that description |
//! | 1 | [`archive`]: zip files; [`read`]: text files, YAML with positions, Markdown |
//! | 0 | [`ground`]: paths, dates, languages, diagnostics; no disk, no clock |
//!
//! Every external crate is used in one module only, which the same test checks. Disk, clock and environment are off
//! limits elsewhere: see `.clippy.toml`.

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
