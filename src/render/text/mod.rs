//! Renders the texts of a village as HTML, with links resolved and blocks filled in.

mod hidden_messages;
mod link_messages;
mod links;
mod inserts;
mod prose;

pub(super) use links::{LinkCheck, href, menu_href};
pub(super) use prose::{entry_html, prose_html};
