//! Messages about private data, in Dutch and English.

use super::scan::What;
use crate::ground::{Both, Code, Diagnostic, Place, both};

/// Where the user can say that something is public on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WhereToSay {
    /// In the file itself.
    Here,
    /// In the file itself, which already has such a line.
    WithOthers,
    /// In `site.yaml` only.
    InSettings,
}

pub(super) fn private_remark(place: Place, what: What, words: &str, where_to_say: WhereToSay) -> Diagnostic {
    let (code, message) = match what {
        What::Email => (
            Code::PrivateEmail,
            both(
                format!("'{words}' lijkt het e-mailadres van iemand zelf, en iedereen kan het hier lezen"),
                format!(
                    "'{words}' looks like someone's personal e-mail address, and anyone can read it here"
                ),
            ),
        ),
        What::Mobile => (
            Code::PrivatePhone,
            both(
                format!("'{words}' is een mobiel nummer, en iedereen kan het hier lezen"),
                format!("'{words}' is a mobile number, and anyone can read it here"),
            ),
        ),
        What::Iban => (
            Code::PrivateIban,
            both(
                format!("'{words}' is een bankrekening, en iedereen kan het nummer hier lezen"),
                format!("'{words}' is a bank account number, and anyone can read it here"),
            ),
        ),
        What::Bsn => (
            Code::PrivateBsn,
            both(
                format!("'{words}' kan iemands burgerservicenummer zijn, en dat mag niet op een site staan"),
                format!(
                    "'{words}' may be someone's citizen service number (BSN), which may not be on a website"
                ),
            ),
        ),
        What::Birth => (
            Code::PrivateBirthDate,
            both(
                format!("'{words}': zo kan iedereen lezen wanneer iemand is geboren"),
                format!("'{words}': anyone can read here when someone was born"),
            ),
        ),
    };
    let hint = hint(what, words, where_to_say, &place);
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

fn hint(what: What, words: &str, where_to_say: WhereToSay, place: &Place) -> Both {
    let (nl, en) = match what {
        What::Email => ("neem liever het adres van de functie", "preferably use the address for the role"),
        What::Mobile => better_place(&place.file),
        What::Iban => ("haal het weg als het van iemand zelf is", "remove it if it is someone's own account"),
        What::Bsn => ("haal het weg", "remove it"),
        What::Birth => {
            ("haal de dag weg; alleen het jaar mag wel", "remove the date; the year on its own is fine")
        }
    };
    let (nl_line, en_line) =
        (format!("bewust_openbaar: [\"{words}\"]"), format!("meant_public: [\"{words}\"]"));
    let meant = match where_to_say {
        WhereToSay::Here => {
            both(format!("zet er dan deze regel bij: {nl_line}"), format!("add this line: {en_line}"))
        }
        WhereToSay::WithOthers => both(
            format!("zet dan ook \"{words}\" bij bewust_openbaar"),
            format!("also put \"{words}\" under meant_public"),
        ),
        WhereToSay::InSettings => {
            both(format!("zet dan in site.yaml: {nl_line}"), format!("add to site.yaml: {en_line}"))
        }
    };
    both(
        format!("{nl}. Is het zo bedoeld, {}", meant.nl),
        format!("{en}. If this is intentional, {}", meant.en),
    )
}
