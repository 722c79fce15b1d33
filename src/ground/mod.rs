//! Floor 0: the vocabulary of every other floor. It touches no disk and no clock, and knows no village.

mod words;
mod days;
mod addresses;
mod focus;
mod hash;
mod json;
mod version;
mod diagnostics;
mod sharing;

pub use addresses::{
    Address, DORP_FILE, HEADERS_FILE, MANIFEST, OWN_FOLDER, REDIRECTS_FILE, SitePath, WebAddress,
    bare_address, bare_of_login, is_device_name, is_network_path, is_on_another_host, leading_host,
    percent_decoded, percent_decoded_or_kept, relative_path, sibling_address, typed_place, with_ending,
    with_slashes, without_login, without_logins,
};
pub use days::{
    BEFORE_LAST, Date, DateProblem, DateSpan, DateText, DateTime, DayPart, SpokenDay, TimeOfDay, TimeProblem,
    TimeZone, Timestamp, WORKDAYS, Weekday, ZonedDateTime, date_in_words, day_in_words, days_from,
    days_later, dutch_zone, first_and_last, monday_of, month_from_word, month_in_words, month_names,
    nearest_day, number_from_word, parse_date, parse_time, spoken_day, times_between, weekday_before_part,
    weekday_from_word, weekday_in_words, weekday_names, weekday_number,
};
pub use diagnostics::{
    Code, Diagnostic, FileText, MeantYear, OpenDay, PartialDay, Place, RemarkCounts, RemarkList, Remarks,
    Severity, Side, in_order, position_in_file,
};
pub use focus::Focus;
pub use hash::{Checksum, Fingerprint, Fingerprinter, checksum, fingerprint};
pub use json::{
    Json, JsonMap, NotJson, compact_json, json, json_schema, parse_json, parse_json_as, pretty_json,
    without_bom, write_json,
};
pub use sharing::{
    LruCache, MemoTable, QuickMap, both_at_once, collect_exact, drop_in_background, in_parallel,
    in_parallel_on_own_threads, merge_join, on_threads, one_core_each, quick_map, while_waiting,
};
pub use version::Version;
pub use words::{
    Both, Language, Locale, Pair, UniqueNames, as_argument, begins_with_shortened_word, both, capital,
    closest, escape_html, escape_html_into, find_all, find_byte, find_words, fold, joined_list, letters,
    name_in_words, plain_line, quoted, slug, slug_within, sort_key, typeset, with_unbroken_postcode,
};
