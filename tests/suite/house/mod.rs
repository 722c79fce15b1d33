//! The rules of the house, which the project's own source, word lists and schemas must keep.

mod bare_code;

mod architecture;
mod colons;
mod schemas;
mod words;
