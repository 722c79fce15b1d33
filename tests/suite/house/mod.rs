//! The rules of the house: what its own source, word lists and schemas must keep.

mod bare_code;

mod architecture;
mod colons;
mod schemas;
mod words;
