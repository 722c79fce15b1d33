//! The messages, in Dutch and English, for a file that could not be fetched.

use crate::ground::{Both, both, without_login};

pub(super) fn no_address(typed: &str) -> Both {
    let typed = without_login(typed);
    both(
        format!("'{typed}' is geen webadres\neen webadres begint met https://"),
        format!("'{typed}' is not a web address\na web address begins with https://"),
    )
}

pub(super) fn not_encrypted(typed: &str) -> Both {
    let typed = without_login(typed);
    both(
        format!(
            "'{typed}' begint niet met https://; onderweg kan iemand het bestand veranderen\ngebruik het adres met https://"
        ),
        format!(
            "'{typed}' does not begin with https://; someone could change the file on its way\nuse the address with https://"
        ),
    )
}

pub(super) fn sent_elsewhere(typed: &str, to: &str) -> Both {
    let (typed, to) = (without_login(typed), without_login(to));
    both(
        format!(
            "'{typed}' stuurt door naar een andere site: '{to}'\nvertrouw je die, gebruik dan dat adres zelf; anders vraag je de maker ernaar"
        ),
        format!(
            "'{typed}' redirects to another site: '{to}'\nif you trust that site, use its address instead; if not, ask the maker"
        ),
    )
}

pub(super) fn redirect_loop(typed: &str) -> Both {
    let typed = without_login(typed);
    both(
        format!("'{typed}' blijft maar doorsturen\nvraag de maker om het goede adres"),
        format!("'{typed}' keeps redirecting\nask the maker for the right address"),
    )
}

pub(super) fn status(here: &str, status: u16) -> Both {
    let here = without_login(here);
    match status {
        404 | 410 => both(
            format!("'{here}' bestaat niet (de site antwoordt {status})\nkijk of het adres klopt"),
            format!("'{here}' does not exist (the site answers {status})\ncheck that the address is right"),
        ),
        _ => both(
            format!(
                "'{here}' is nu niet op te halen (de site antwoordt {status})\nprobeer het later nog eens"
            ),
            format!("'{here}' cannot be fetched at the moment (the site answers {status})\ntry again later"),
        ),
    }
}

pub(super) fn too_large(here: &str, limit: u64) -> Both {
    let here = without_login(here);
    let megabytes = limit / (1024 * 1024);
    both(
        format!("'{here}' is groter dan {megabytes} MB\nkijk of dit het goede bestand is"),
        format!("'{here}' is larger than {megabytes} MB\ncheck that this is the right file"),
    )
}

/// `got` is how many bytes arrived, of how many, if known.
pub(super) fn interrupted(here: &str, got: Option<(u64, u64)>) -> Both {
    let here = without_login(here);
    let (nl, en) = match got {
        Some((some, all)) => (format!(" ({some} van {all} bytes)"), format!(" ({some} of {all} bytes)")),
        None => (String::new(), String::new()),
    };
    both(
        format!("de verbinding is verbroken voordat '{here}' er helemaal was{nl}\nprobeer het nog eens"),
        format!("the connection was lost before all of '{here}' had arrived{en}\ntry again"),
    )
}

pub(super) fn silent(here: &str) -> Both {
    let here = without_login(here);
    both(
        format!("'{here}' was niet op tijd binnen\nkijk of het internet werkt en probeer het later nog eens"),
        format!("'{here}' did not arrive in time\ncheck your internet connection and try again later"),
    )
}

pub(super) fn no_site(here: &str) -> Both {
    let here = without_login(here);
    both(
        format!("de site van '{here}' is niet te vinden\nkijk of het adres klopt en of het internet werkt"),
        format!("the site of '{here}' cannot be found\ncheck the address and your internet connection"),
    )
}

pub(super) fn not_trusted(here: &str) -> Both {
    let here = without_login(here);
    both(
        format!(
            "de site van '{here}' kan niet bewijzen dat het echt die site is\nhaal er niets op; meld het aan de maker"
        ),
        format!(
            "the site of '{here}' cannot prove that it is who it says it is\ndo not fetch anything from it; tell the maker"
        ),
    )
}

pub(super) fn private_address(here: &str) -> Both {
    let here = without_login(here);
    both(
        format!(
            "'{here}' is een adres in iemands eigen netwerk; Dorpsplein heeft het niet geopend\ngebruik een adres op internet, of haal het bestand zelf op en noem het bestand"
        ),
        format!(
            "'{here}' is an address in a private network; Dorpsplein did not open it\nuse an address on the internet, or download the file yourself and give its path"
        ),
    )
}

pub(super) fn no_web(here: &str) -> Both {
    let here = without_login(here);
    both(
        format!(
            "'{here}' geeft geen antwoord zoals een website dat doet\nkijk of het adres klopt en probeer het later nog eens"
        ),
        format!(
            "'{here}' does not answer the way a website does\ncheck that the address is right and try again later"
        ),
    )
}
