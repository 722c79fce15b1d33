//! Renders the parts that many pages share, such as the menu and the footer: once for every main page instead
//! of for every page that shows them.

use std::collections::BTreeMap;

use super::former::template_context;
use super::theme_settings::settings_value;
use crate::ground::{Address, Diagnostic};
use crate::render::addresses::Section;
use crate::render::edition::Edition;
use crate::render::fitting::Spot;
use crate::render::templates::{Value, map, safe};
use crate::render::values::{none_or, site_value};

/// The parts of a page, each under the name of its file in `templates/shared`.
///
/// # Errors
/// When the template of a part uses something that does not exist.
pub(super) fn shared_value(
    edition: &Edition,
    section: Section,
    address: &Address,
) -> Result<Value, Box<Diagnostic>> {
    let parts = &edition.memo.everywhere.parts;
    let is_led_to = parts.is_named_by_site(address.as_str(), || site_value(edition));
    let spot = Spot { section: section.id(), href: is_led_to.then(|| address.to_string()) };
    parts.filled.get_or_try(spot, |spot| filled_parts(edition, spot))
}

fn filled_parts(edition: &Edition, spot: &Spot) -> Result<Value, Box<Diagnostic>> {
    let page = map([
        ("section", spot.section.into()),
        ("href", none_or(spot.href.as_deref().map(Value::from))),
        ("is_home", (spot.href.as_deref() == Some(Address::home().as_str())).into()),
    ]);
    let given = [
        ("site", site_value(edition)),
        ("words", edition.words().value()),
        ("settings", settings_value(edition)),
        ("page", page),
    ];
    let context = template_context(given, edition.look.former.as_ref());
    let filled = edition.look.templates.shared().map(|(part, template)| {
        let html = edition.look.templates.render(template, &context)?;
        Ok((part.to_owned(), safe(html.trim_end())))
    });
    Ok(filled.collect::<Result<BTreeMap<_, _>, Box<Diagnostic>>>()?.into())
}
