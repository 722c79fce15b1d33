//! What is private, of people and in files, is told to the village before anybody else reads it.

mod consent;
mod documents;
mod files;
mod texts;
