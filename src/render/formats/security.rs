//! `security.txt`: where to report a vulnerability in the site (RFC 9116).

use crate::ground::{Address, days_later};
use crate::render::edition::Edition;
use crate::render::plan::Planner;

/// In days: the file may not be valid for a year or more (RFC 9116, 2.5.5), and a site is rebuilt long
/// before.
const HOLDS_FOR: i64 = 360;

/// Adds the file, but only for a site with a host name of its own: a shared host has one such file, and it is
/// not ours.
pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    let contact = edition.village.settings.contact.as_ref().and_then(|contact| contact.value.email.as_ref());
    let Some(email) = contact.map(|email| email.value.0.clone()) else { return };
    if edition.base.url.is_none() || !edition.base.path.is_empty() {
        return;
    }
    const PATH: &str = ".well-known/security.txt";
    planner.add(Address::file(PATH), PATH, move |edition| {
        let expires = days_later(edition.almanac.today, HOLDS_FOR);
        let canonical = edition.base.absolute(&Address::file(PATH)).unwrap_or_default();
        let language = edition.language().tag();
        let text = format!(
            "Contact: mailto:{email}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: {language}\nCanonical: {canonical}\n"
        );
        Ok(text.into_bytes())
    });
}
