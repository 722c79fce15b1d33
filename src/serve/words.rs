//! The texts of the preview, in Dutch and English.

use crate::ground::{Both, Json, Locale, Pair, both, compact_json, json};

/// The title and paragraph of a page of the preview itself.
pub(super) struct PageWords {
    pub(super) title: &'static str,
    pub(super) text: &'static str,
}

fn page_words(locale: Locale, title: Pair, text: Pair) -> PageWords {
    PageWords { title: title.in_locale(locale), text: text.in_locale(locale) }
}

/// The page before the first build.
pub(super) fn site_in_progress(locale: Locale) -> PageWords {
    page_words(
        locale,
        Pair::new("Je site wordt gemaakt", "Your site is being built"),
        Pair::new(
            "Nog heel even. Deze pagina maakt vanzelf plaats voor je site.",
            "Just a moment. Your site will appear here automatically.",
        ),
    )
}

/// The page after a build that produced no site.
pub(super) fn no_site_yet(locale: Locale) -> PageWords {
    page_words(
        locale,
        Pair::new("Je site is er bijna", "Your site is almost there"),
        Pair::new(
            "Eerst moet er iets worden verbeterd. Hieronder staat wat en waar. Pas het aan en bewaar het: zodra het klopt, zie je hier vanzelf je site.",
            "Something needs to be fixed first. You can see what and where below. Change it and save it: as soon as it is right, your site appears here automatically.",
        ),
    )
}

/// The page after a build that produced no site and no diagnostic.
pub(super) fn nothing_here(locale: Locale) -> PageWords {
    page_words(
        locale,
        Pair::new("Hier is nog niets te zien", "There is nothing to see here yet"),
        Pair::new(
            "Zet in de map van je dorp een bestand site.yaml met daarin de naam, en bewaar het. Deze pagina maakt dan vanzelf plaats voor je site.",
            "Create a file site.yaml with the name of your village in its folder, and save it. Your site then appears here automatically.",
        ),
    )
}

/// The page for an address that the site does not have, when it has no 404 page of its own.
pub(super) fn not_found(locale: Locale) -> PageWords {
    page_words(
        locale,
        Pair::new("Deze pagina is er niet", "This page does not exist"),
        Pair::new(
            "Misschien kreeg de pagina een andere naam, of staat er een fout in het adres.",
            "The page may have been renamed, or there may be a mistake in the address.",
        ),
    )
}

/// The page for one that cannot be rendered.
pub(super) fn page_failed(locale: Locale) -> PageWords {
    page_words(
        locale,
        Pair::new("Deze pagina kan niet worden gemaakt", "This page cannot be built"),
        Pair::new(
            "De rest van je site doet het gewoon. Pas het aan en bewaar het, dan verschijnt de pagina hier vanzelf.",
            "The rest of your site still works. Fix it and save it, and the page appears here automatically.",
        ),
    )
}

/// The page for a file that existed when the site was planned.
pub(super) fn file_is_gone(locale: Locale) -> PageWords {
    page_words(
        locale,
        Pair::new("Dit bestand kan niet worden getoond", "This file cannot be shown"),
        Pair::new(
            "Het is weggehaald, of er staat een verwijzing op zijn plaats. Kijk in de map van je dorp of het er nog is.",
            "It was removed, or a link has taken its place. Check whether it is still in your village folder.",
        ),
    )
}

/// The name of the link to the home page.
pub(super) fn home_link_text(locale: Locale) -> &'static str {
    Pair::new("Naar de voorpagina", "To the home page").in_locale(locale)
}

/// The refusal of a request for another host name.
pub(super) fn other_host() -> Both {
    both(
        "Deze voorvertoning is er alleen voor deze computer. Open het adres dat met http://localhost of http://127.0.0.1 begint.",
        "This preview is for this computer only. Open the address that starts with http://localhost or http://127.0.0.1.",
    )
}

/// The refusal of a request that is not GET or HEAD.
pub(super) fn read_only() -> Both {
    both("Hier kun je alleen kijken (GET en HEAD).", "This preview is read-only (GET and HEAD).")
}

/// The refusal of a request with a body.
pub(super) fn no_bodies() -> Both {
    both("Stuur niets mee: hier kun je alleen kijken.", "Send no data: this preview is read-only.")
}

/// The texts of the script, by their names in it. `{n}` is a number, `{what}` a place.
pub(super) fn script_words(locale: Locale) -> String {
    let word = |nl: &'static str, en: &'static str| Json::from(Pair::new(nl, en).in_locale(locale));
    compact_json(&json!({
        "title": word("Opmerkingen over je site", "Messages about your site"),
        "lead": word(
            "Zolang er een fout is, zie je je site zoals die daarvoor was.",
            "As long as there is an error, you see your site as it was before.",
        ),
        "close": word("Sluiten", "Close"),
        "error": word("1 fout", "1 error"),
        "errors": word("{n} fouten", "{n} errors"),
        "warning": word("1 waarschuwing", "1 warning"),
        "warnings": word("{n} waarschuwingen", "{n} warnings"),
        "note": word("1 opmerking", "1 note"),
        "notes": word("{n} opmerkingen", "{n} notes"),
        "follow": word("volg wat ik bewaar", "follow what I save"),
        "copied": word("Gekopieerd: {what}", "Copied: {what}"),
        "not_copied": word("Kopiëren lukt hier niet. Het staat in {what}", "Copying does not work here. It is in {what}"),
        "mended": word("Alles is verbeterd.", "Everything is fixed."),
        "copy": word("kopieer waar het staat", "copy the location"),
        "away": word(
            "De voorvertoning staat uit. Start dorpsplein bekijk opnieuw om je site weer te zien.",
            "The preview has stopped. Run dorpsplein serve again to see your site.",
        ),
    }))
}
