//! Texts of a village as HTML: their links followed, and what is put into them filled in.

mod hidden_messages;
mod link_messages;
mod links;
mod inserts;
mod prose;

pub(super) use links::{LinkCheck, href, menu_href};
pub(super) use prose::{entry_html, prose_html};
