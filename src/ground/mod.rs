//! Floor 0: the words that every other floor speaks. No disk, no clock, no village.

mod language;
mod text;
mod find;
mod told;
mod typography;
mod suggest;
mod path;
mod civil;
mod calendar_words;
mod time;
mod focus;
mod hash;
mod json;
mod meet;
mod parallel;
mod version;
mod web_address;
mod login;
mod severity;
mod codes;
mod code_elsewhere;
mod code;
mod diagnostic;
mod remarks;
mod remembered;
mod quick_map;
mod exact;
mod kept;

pub use calendar_words::{
    date_in_words, day_in_words, month_from_word, month_names, weekday_from_word, weekday_in_words,
};
pub use civil::{Date, DateSpan, DateTime, TimeZone, Timestamp, Weekday, ZonedDateTime};
pub use code::Code;
pub use diagnostic::{Diagnostic, Place};
pub use exact::exact;
pub use find::{find_all, find_byte, find_words};
pub use focus::Focus;
pub use hash::{Checksum, Fingerprint, Fingerprinting, checksum, fingerprint};
pub use json::{
    Json, JsonMap, NotJson, compact_json, json, json_schema, parse_json, parse_json_as, pretty_json,
    write_json,
};
pub use kept::Kept;
pub use language::{Both, Language, Pair, Speech, both};
pub use login::{without_login, without_logins};
pub use meet::meet;
pub use parallel::{both_at_once, in_parallel, in_parallel_apart, let_go, one_core_each, while_waiting};
pub use path::{Address, HEADERS_FILE, MANIFEST, REDIRECTS_FILE, SitePath};
pub use quick_map::{QuickMap, quick_map};
pub use remarks::Remarks;
pub use remembered::Remembered;
pub use severity::Severity;
pub use suggest::closest;
pub use text::{capital, compose, fold, letters, slug, sort_key};
pub use time::{
    DateProblem, DateText, TimeOfDay, TimeProblem, days_from, days_later, monday_of, parse_date, parse_time,
};
pub use told::told_text;
pub use typography::{begins_with_shortened_word, name_in_words, typeset, with_whole_postcode};
pub use version::Version;
pub use web_address::{WebAddress, beside};
