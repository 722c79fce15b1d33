//! Reports settings of a site that can be read but are probably wrong.

use super::messages;
use crate::field::{At, Web};
use crate::ground::{Code, Diagnostic, Place, WebAddress, both};
use crate::read::TextFile;
use crate::village::settings::Settings;

/// Returns the diagnostics about settings that cannot be meant as they are written.
pub(super) fn settings_diagnostics(settings: &Settings, file: &TextFile) -> Vec<Diagnostic> {
    let mut remarks = Vec::new();
    if let Some(web) = &settings.base_url
        && let Some(plain) = without_page(web)
    {
        remarks.push(page_for_site(file.place(web.span), &plain));
    }
    if let Some(web) = &settings.base_url
        && WebAddress::new(&web.value.0).is_some_and(|address| address.is_this_machine())
    {
        remarks.push(own_machine_for_site(file.place(web.span)));
    }
    if let Some(notice) = &settings.notice
        && let (Some(from), Some(until)) = (&notice.value.from, &notice.value.until)
        && until.date < from.date
    {
        remarks.push(messages::never_published(file.place(until.span)));
    }
    remarks
}

/// Returns the address of the site, given that of a page on it (`https://…/index.html`, `…/?p=1`); `None` if
/// it is already that of a site.
fn without_page(web: &At<Web>) -> Option<String> {
    let typed = web.value.0.as_str();
    let plain = typed.split(['?', '#']).next().unwrap_or(typed);
    let (_, path) = plain.split_once("://")?.1.split_once('/').unwrap_or_default();
    let page = path.rsplit('/').next().filter(|last| last.contains('.'));
    let site = page.and_then(|page| plain.strip_suffix(page)).unwrap_or(plain);
    (site.len() < typed.len()).then(|| site.trim_end_matches('/').to_owned())
}

fn own_machine_for_site(place: Place) -> Diagnostic {
    let typed = place.marked();
    Diagnostic::new(
        Code::BadWeb,
        place,
        both(
            format!(
                "'{typed}' is het adres van de voorvertoning op je eigen computer; niemand anders kan erbij"
            ),
            format!("'{typed}' is the address of the preview on your own computer; nobody else can reach it"),
        ),
    )
    .hint(both(
        "zet hier het adres dat de site op internet heeft; heeft hij dat nog niet, laat de regel dan weg",
        "put the address of the site on the internet here; if it does not have one yet, leave out this line",
    ))
}

fn page_for_site(place: Place, site: &str) -> Diagnostic {
    let typed = place.marked();
    Diagnostic::new(
        Code::BadWeb,
        place,
        both(
            format!("'{typed}' is het adres van één pagina, en niet dat van de hele site"),
            format!("'{typed}' is the address of one page, not of the whole site"),
        ),
    )
    .suggest(Some(site))
}
