//! One HTML page: what its template is given and what it shares with others, with links that work from where it stands.

mod theme_settings;
mod former;
mod shared;
mod page;

pub(super) use page::Page;
