//! The village hears about private details, of people and in files, before anybody else can read them.

mod consent;
mod documents;
mod files;
mod texts;
