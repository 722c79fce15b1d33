//! The messages, in Dutch and English, about links that lead out of the village.

use super::answer::Answer;
use super::links::OutsideLink;
use crate::ground::{Both, Code, Diagnostic, Pair, both};

/// Returns the diagnostic about a link, if there is one.
pub(super) fn link_remark(link: &OutsideLink, answer: &Answer) -> Option<Diagnostic> {
    if let Answer::Moved(to) = answer {
        return Some(moved(link, to));
    }
    let (message, hint) = dead(&link.typed, answer)?;
    Some(Diagnostic::new(Code::OutsideLinkDead, link.place.clone(), message).hint(hint))
}

fn moved(link: &OutsideLink, to: &str) -> Diagnostic {
    let typed = &link.typed;
    let remark = Diagnostic::new(
        Code::OutsideLinkMoved,
        link.place.clone(),
        both(format!("'{typed}' is verhuisd naar '{to}'"), format!("'{typed}' has moved to '{to}'")),
    );
    let hint = both(
        "de link werkt nog; neem het nieuwe adres over, want het oude kan verdwijnen",
        "the link still works; switch to the new address, because the old one may disappear",
    );
    // Only where the address is written literally can the line be corrected.
    let is_plain = link.place.marked() == *typed;
    remark.hint(hint).correction_with(is_plain.then_some(to))
}

fn dead(typed: &str, answer: &Answer) -> Option<(Both, Both)> {
    let (nl, en, hint) = match answer {
        Answer::Good | Answer::Moved(_) => return None,
        Answer::Closed(_) | Answer::BadRedirect | Answer::NotChecked => return None,
        Answer::Missing(status) => {
            let (nl, en) = (
                "bestaat niet meer: die site zegt dat daar niets is",
                "no longer exists: the site says there is nothing there",
            );
            (format!("{nl} ({status})"), format!("{en} ({status})"), LOOK)
        }
        Answer::Fault(status) => {
            let (nl, en) = (
                "doet het nu niet: die site heeft een storing",
                "does not work at the moment: the site reports an error of its own",
            );
            (format!("{nl} ({status})"), format!("{en} ({status})"), LATER)
        }
        answer => {
            let (words, hint) = without_number(answer);
            (words.nl.to_owned(), words.en.to_owned(), hint)
        }
    };
    Some((both(format!("'{typed}' {nl}"), format!("'{typed}' {en}")), hint.into()))
}

const LOOK: Pair = Pair::new(
    "open de link zelf; zoek een ander adres, of haal de link weg",
    "open the link yourself; look for another address, or remove the link",
);

const LATER: Pair = Pair::new(
    "misschien is dat morgen voorbij; blijft het zo, haal de link dan weg",
    "it may work again tomorrow; if not, remove the link",
);

/// Returns the text for an answer without a status, to follow the address, and what to do.
fn without_number(answer: &Answer) -> (Pair, Pair) {
    match answer {
        Answer::UnknownHost => (
            Pair::new(
                "leidt nergens heen: er is geen site met die naam",
                "leads nowhere: there is no site with that name",
            ),
            Pair::new(
                "kijk of het adres goed getypt is; bestaat de site niet meer, haal de link dan weg",
                "check that the address is spelled right; if the site is gone, remove the link",
            ),
        ),
        Answer::PrivateAddress => (
            Pair::new(
                "is een adres in iemands eigen netwerk; bezoekers komen daar niet",
                "is an address in a private network; visitors cannot reach it",
            ),
            Pair::new(
                "zet er een adres dat iedereen kan openen, of haal de link weg; Dorpsplein heeft het niet geopend",
                "use an address that everyone can open, or remove the link; Dorpsplein did not open it",
            ),
        ),
        Answer::NotTrusted => (
            Pair::new(
                "is niet te vertrouwen: de site kan niet bewijzen dat het echt die site is",
                "cannot be trusted: the site cannot prove that it is who it says it is",
            ),
            Pair::new(
                "bezoekers krijgen een waarschuwing van hun browser; zoek een ander adres, of meld het aan die site",
                "visitors get a warning from their browser; look for another address, or tell the site",
            ),
        ),
        Answer::TimedOut => {
            (Pair::new("geeft geen antwoord binnen de tijd", "does not answer in time"), LATER)
        }
        Answer::RedirectLoop => (Pair::new("blijft maar doorsturen", "keeps redirecting"), LOOK),
        _ => (
            Pair::new(
                "geeft geen antwoord zoals een website dat doet",
                "does not answer the way a website does",
            ),
            LOOK,
        ),
    }
}

/// Returns a one-line summary of the check.
pub(super) fn summary(
    checked: usize,
    known: usize,
    closed: usize,
    bad_redirects: usize,
    left: usize,
) -> Both {
    let links = |number: usize| match number {
        1 => both("1 adres", "1 address"),
        number => both(format!("{number} adressen"), format!("{number} addresses")),
    };
    let all = links(checked);
    let (mut nl, mut en) =
        (format!("andere sites: {} nagevraagd", all.nl), format!("other sites: checked {}", all.en));
    let mut add = |number: usize, dutch: &str, english: &str| {
        if number > 0 {
            nl.push_str(&format!(", {number} {dutch}"));
            en.push_str(&format!(", {number} {english}"));
        }
    };
    add(known, "waren deze week al goed", "were already found good this week");
    add(closed, "laten geen programma's toe (kijk zelf)", "do not allow programs (check them yourself)");
    add(
        bad_redirects,
        "sturen door naar iets anders dan een webpagina (kijk zelf)",
        "redirect to something other than a web page (check them yourself)",
    );
    add(left, "niet aan de beurt gekomen", "not checked for lack of time");
    both(nl, en)
}

pub(super) fn no_network() -> Both {
    both(
        "andere sites: geen enkele naam is te vinden; is er wel internet? Er is nu niets over gezegd",
        "other sites: not a single name can be found; is there an internet connection? They were not checked",
    )
}
