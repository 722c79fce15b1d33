//! Messages about the HTML in the templates of a theme, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};

/// Something in a template that takes readers somewhere unexpected, or nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MisleadingMarkup {
    /// `<base>`: changes where all links of the page lead.
    Base,
    /// `<meta http-equiv="refresh">`: sends readers on.
    Refresh,
    /// `javascript:` where an address belongs.
    Script,
    /// A form that sends to another site, which the policy of the pages forbids.
    FormElsewhere,
}

/// Reports something in a template that takes readers somewhere unexpected.
pub(super) fn misleading_markup(place: Place, what: MisleadingMarkup) -> Diagnostic {
    let (message, hint) = match what {
        MisleadingMarkup::Base => (
            both(
                "door '<base>' leiden alle links op de pagina ergens anders heen; browsers houden het hier tegen",
                "with '<base>', all links on the page lead somewhere else; browsers block it here",
            ),
            both(
                "haal het weg; Dorpsplein rekent zelf uit waar een link heen leidt",
                "remove it; Dorpsplein works out where a link leads",
            ),
        ),
        MisleadingMarkup::Refresh => (
            both(
                "wie deze pagina opent, wordt vanzelf weggestuurd, ook midden in het lezen",
                "whoever opens this page is sent away automatically, even in the middle of reading",
            ),
            both(
                "haal het weg en zet er een gewone link neer; een oud adres schrijf je in de tekst zelf, achter 'voorheen:'",
                "remove it and put an ordinary link there; an old address goes in the text itself, after 'aliases:'",
            ),
        ),
        MisleadingMarkup::Script => (
            both(
                "'javascript:' is geen adres; browsers houden het hier tegen, dus er gebeurt niets",
                "'javascript:' is not an address; browsers block it here, so nothing happens",
            ),
            both(
                "maak er een gewone link van, of een <button> met een script uit de map assets",
                "make it an ordinary link, or a <button> with a script from the assets folder",
            ),
        ),
        MisleadingMarkup::FormElsewhere => (
            both(
                "dit formulier doet niets: het stuurt naar een andere site, en browsers houden dat hier tegen",
                "this form does nothing: it sends to another site, and browsers block that here",
            ),
            both(
                "maak er een gewone link naar dat formulier van, of een mailadres: <a href=\"mailto:…\">",
                "make it an ordinary link to that form, or an e-mail address: <a href=\"mailto:…\">",
            ),
        ),
    };
    Diagnostic::new(Code::TemplateMisleads, place, message).hint(hint)
}

/// Something in a template that browsers ignore.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockedMarkup {
    /// `<script>` with code in it.
    Script,
    /// `<style>`.
    Style,
    /// `style="…"`.
    StyleOfElement,
    /// `onclick="…"`.
    Handler,
}

/// Reports a script or style in a template that browsers block.
pub(super) fn blocked_markup(place: Place, what: BlockedMarkup) -> Diagnostic {
    let script = both(
        "zet het script in een eigen bestand, assets/eigen.js, en roep het op met: <script src=\"{{ site.assets[\"eigen.js\"] }}\" defer></script>",
        "put the script in a file of its own, assets/own.js, and load it with: <script src=\"{{ site.assets[\"own.js\"] }}\" defer></script>",
    );
    let style = both(
        "zet de regels in assets/extra.css; die komen achter de stijl van het thema",
        "put the rules in assets/extra.css; they come after the style of the theme",
    );
    let (message, hint) = match what {
        BlockedMarkup::Script => (
            both(
                "dit script doet niets: de browser van een bezoeker voert alleen scripts uit die een eigen bestand zijn",
                "this script does nothing: a visitor's browser runs only scripts that are in a file of their own",
            ),
            script,
        ),
        BlockedMarkup::Style => (
            both(
                "deze stijl doet niets: de browser van een bezoeker gebruikt alleen stijlen die een eigen bestand zijn",
                "this style does nothing: a visitor's browser uses only styles that are in a file of their own",
            ),
            style,
        ),
        BlockedMarkup::StyleOfElement => (
            both(
                "'style=' doet hier niets: de browser van een bezoeker slaat het over",
                "'style=' does nothing here: a visitor's browser ignores it",
            ),
            both(
                "geef het een naam met class=\"…\", en zet de stijl daarvan in assets/extra.css",
                "give it a name with class=\"…\", and put the style for that name in assets/extra.css",
            ),
        ),
        BlockedMarkup::Handler => {
            let name = place.marked().split('=').next().unwrap_or_default().to_owned();
            let message = both(
                format!("'{name}=' doet hier niets: de browser van een bezoeker slaat het over"),
                format!("'{name}=' does nothing here: a visitor's browser ignores it"),
            );
            (message, script)
        }
    };
    Diagnostic::new(Code::TemplateHeldBack, place, message).hint(hint)
}

/// Reports a template or style that requests something from another site.
pub(super) fn external_request(place: Place, address: &str) -> Diagnostic {
    let host = address.trim_start_matches("https:").trim_start_matches("http:").trim_start_matches('/');
    let host = host.split(['/', '?', '#']).next().unwrap_or(host).to_owned();
    Diagnostic::new(
        Code::AsksElsewhere,
        place,
        both(
            format!("hier wordt iets gevraagd aan '{host}'; wie de site bekijkt, zou daar bekend worden, dus browsers houden het tegen"),
            format!(
                "this requests something from '{host}', which would learn who looks at the site, so browsers block it"
            ),
        ),
    )
    .hint(both(
        "zet het bestand in de map assets en noem het daar; een gewone link waar mensen op klikken, mag wel",
        "put the file in the assets folder and refer to it there; an ordinary link that people click is fine",
    ))
}
