//! Words: the languages they are in, how they are compared, and how they appear on a page.

mod language;
mod text;
mod find;
mod html;
mod list;
mod plain_line;
mod typography;
mod suggest;
mod unique_names;

pub use find::{count_byte, find_all, find_byte, find_last_byte, find_words};
pub use html::{escape_html, escape_html_into};
pub use language::{Both, Language, Locale, Pair, both};
pub use list::joined_list;
pub use plain_line::plain_line;
pub use suggest::closest;
pub use text::{capital, compose, fold, letters, slug, slug_within, sort_key};
pub use typography::{
    as_argument, begins_with_shortened_word, name_in_words, quoted, typeset, with_unbroken_postcode,
};
pub use unique_names::UniqueNames;
