//! Floor 3: turns a [`Source`](crate::read::Source) into a [`Village`]: reads every entry by the description
//! of its kind, checks it, and links it to the others.

mod rule;
mod referred;
mod parts;
mod school_holidays;
mod hosting;
mod kinds;
mod portal;
mod settings;
mod followed;
mod register;
mod translation;
mod document;
mod private;
mod entry;
mod schema;
mod links;
mod in_language;
mod settle;

pub use crate::field::{
    AliasAddress, At, Choice, Choices, Colour, Day, Described, Fact, Facts, Field, FieldInfo, FileRef,
    KindInfo, Line, Many, Markdown, Need, OpenWord, Paper, Picture, Price, Reference, Shape, Target, Visitor,
    Vocabulary, Web, Word, YesNo, choice_of,
};
pub use document::{Document, DocumentFields, DocumentKind, DocumentStatus, Precision};
pub use entry::{Draft, Entry, Links, Village};
pub use followed::{EntryId, LinkError, LinkTarget};
pub use hosting::{
    Certainty, HeaderRules, Host, HostFacts, OutputFile, RedirectRules, SiteCheck, Sourced, examine,
};
pub use kinds::{Content, Details, Event, EventKind, Head, Kind, News, Organisation, Page, Venue, layout};
pub use parts::{
    Access, Accessibility, Album, Attachment, BoardMember, Change, ChangeFields, Changes, Contact,
    Coordinates, EmergencyPoint, EventStatus, Exception, Extra, Film, Holiday, Insert, OpeningHours,
    OrganiserRef, OtherTimes, PlaceAddress, Rate, Room, SCHOOL_HOLIDAYS, Signup, SpecialHours, SpecialTimes,
    Times, VenueRef, alt_from_name,
};
pub use portal::{RegionSource, SiteKind};
pub use rule::{DayOfRule, Frequency, MOST_RULES, Rule, RuleText, rule_of};
pub use schema::{document_schema, schema, site_schema};
pub use school_holidays::{Period, SCHOOL_HOLIDAY_FILES, SchoolHolidays, SchoolRegion};
pub use settings::{MenuItem, Notice, Province, Settings, ThemeChoice};
pub use settle::{
    SettleCache, read_settings, resolve_theme_pictures, settings_in, settings_of, settle, settle_cached,
};
pub use translation::{Translated, TranslatedFields, Translation};
