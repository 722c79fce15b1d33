//! Messages about private data, in Dutch and English.

use super::scan::PrivateKind;
use crate::ground::{Both, Code, Diagnostic, Place, both};

/// Where the user can say that something is public on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhereToAllow {
    /// In the file itself.
    Here,
    /// In the file itself, which already has such a line.
    ExistingLine,
    /// In `site.yaml` only.
    InSettings,
}

/// `earlier` holds what was reported before this in the same file, and may have to go in the same list.
pub(super) fn private_remark(
    place: Place,
    what: PrivateKind,
    words: &str,
    where_to_allow: WhereToAllow,
    earlier: &[&str],
) -> Diagnostic {
    let (code, message) = match what {
        PrivateKind::Email => (
            Code::PrivateEmail,
            both(
                format!("'{words}' lijkt het e-mailadres van iemand zelf, en iedereen kan het hier lezen"),
                format!(
                    "'{words}' looks like someone's personal e-mail address, and anyone can read it here"
                ),
            ),
        ),
        PrivateKind::Mobile => (
            Code::PrivatePhone,
            both(
                format!("'{words}' is een mobiel nummer, en iedereen kan het hier lezen"),
                format!("'{words}' is a mobile number, and anyone can read it here"),
            ),
        ),
        PrivateKind::Iban => (
            Code::PrivateIban,
            both(
                format!("'{words}' is een bankrekening, en iedereen kan het nummer hier lezen"),
                format!("'{words}' is a bank account number, and anyone can read it here"),
            ),
        ),
        PrivateKind::Bsn => (
            Code::PrivateBsn,
            both(
                format!("'{words}' kan iemands burgerservicenummer zijn, en dat mag niet op een site staan"),
                format!(
                    "'{words}' may be someone's citizen service number (BSN), which may not be on a website"
                ),
            ),
        ),
        PrivateKind::Birth => (
            Code::PrivateBirthDate,
            both(
                format!("'{words}': zo kan iedereen lezen wanneer iemand is geboren"),
                format!("'{words}': anyone can read here when someone was born"),
            ),
        ),
    };
    let hint = hint(what, words, (where_to_allow, earlier), &place);
    Diagnostic::new(code, place, message).hint(hint)
}

/// Returns a better place for contact details, if the kind of the file has a field for them.
fn better_place(file: &str) -> (&'static str, &'static str) {
    match file.split('/').next().unwrap_or("") {
        "agenda" | "events" => (
            "zet het liever bij 'aanmelden', of vraag of het mag",
            "preferably put it under 'signup', or ask whether it may be here",
        ),
        "nieuws" | "news" | "paginas" | "pages" => (
            "zet het liever bij 'contact' van een organisatie of locatie, of vraag of het mag",
            "preferably put it under 'contact' of an organisation or venue, or ask whether it may be here",
        ),
        _ => (
            "zet het liever bij 'contact', of vraag of het mag",
            "preferably put it under 'contact', or ask whether it may be here",
        ),
    }
}

fn hint(
    what: PrivateKind,
    words: &str,
    (where_to_allow, earlier): (WhereToAllow, &[&str]),
    place: &Place,
) -> Both {
    let (nl, en) = match what {
        PrivateKind::Email => {
            ("neem liever het adres van de functie", "preferably use the address for the role")
        }
        PrivateKind::Mobile => better_place(&place.file),
        PrivateKind::Iban => {
            ("haal het weg als het van iemand zelf is", "remove it if it is someone's own account")
        }
        PrivateKind::Bsn => ("haal het weg", "remove it"),
        PrivateKind::Birth => {
            ("haal de dag weg; alleen het jaar mag wel", "remove the date; the year on its own is fine")
        }
    };
    let list =
        earlier.iter().chain([&words]).map(|words| format!("\"{words}\"")).collect::<Vec<_>>().join(", ");
    let (nl_line, en_line) = (format!("bewust_openbaar: [{list}]"), format!("meant_public: [{list}]"));
    let meant = match where_to_allow {
        WhereToAllow::Here | WhereToAllow::InSettings if !earlier.is_empty() => both(
            format!("zet het dan in dezelfde lijst: {nl_line}"),
            format!("put it in the same list: {en_line}"),
        ),
        WhereToAllow::Here => {
            both(format!("zet er dan deze regel bij: {nl_line}"), format!("add this line: {en_line}"))
        }
        WhereToAllow::ExistingLine => both(
            format!("zet dan ook \"{words}\" bij bewust_openbaar"),
            format!("also put \"{words}\" under meant_public"),
        ),
        WhereToAllow::InSettings => {
            both(format!("zet dan in site.yaml: {nl_line}"), format!("add to site.yaml: {en_line}"))
        }
    };
    both(
        format!("{nl}. Is het zo bedoeld, {}", meant.nl),
        format!("{en}. If this is intentional, {}", meant.en),
    )
}
