//! One HTML page: the values of its template, the parts it shares, and links that work from its address.

mod theme_settings;
mod former;
mod shared;
mod page;

pub(super) use page::Page;
