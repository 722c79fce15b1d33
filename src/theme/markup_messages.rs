//! What is said about the HTML in the templates of a theme, in Dutch and English.

use crate::ground::{Code, Diagnostic, Place, both};

/// What in a template takes readers elsewhere than they would think, or nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misleading {
    /// `<base>`: all links of the page lead elsewhere.
    Base,
    /// `<meta http-equiv="refresh">`: whoever looks is sent on.
    Refresh,
    /// `javascript:` where an address belongs.
    Script,
}

/// Something in a template takes readers elsewhere than they would think.
pub(super) fn misleads(place: Place, what: Misleading) -> Diagnostic {
    let (message, hint) = match what {
        Misleading::Base => (
            both(
                "door '<base>' leiden alle links op de pagina ergens anders heen; browsers houden het hier tegen",
                "with '<base>' all links of the page lead elsewhere; browsers hold it back here",
            ),
            both(
                "haal het weg; Dorpsplein rekent zelf uit waar een link heen leidt",
                "take it out; Dorpsplein works out by itself where a link leads",
            ),
        ),
        Misleading::Refresh => (
            both(
                "wie deze pagina opent, wordt vanzelf weggestuurd, ook midden in het lezen",
                "whoever opens this page is sent away by itself, in the middle of reading as well",
            ),
            both(
                "haal het weg en zet er een gewone link neer; een oud adres schrijf je in de tekst zelf, achter 'voorheen:'",
                "take it out and put a plain link there; an old address is written in the text itself, behind 'aliases:'",
            ),
        ),
        Misleading::Script => (
            both(
                "'javascript:' is geen adres; browsers houden het hier tegen, dus er gebeurt niets",
                "'javascript:' is no address; browsers hold it back here, so nothing happens",
            ),
            both(
                "maak er een gewone link van, of een <button> met een script uit de map assets",
                "make it a plain link, or a <button> with a script from the folder assets",
            ),
        ),
    };
    Diagnostic::new(Code::TemplateMisleads, place, message).hint(hint)
}

/// What stands in a template and no browser does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeldBack {
    /// `<script>` with a text of its own.
    Script,
    /// `<style>`.
    Style,
    /// `style="…"`.
    StyleOfElement,
    /// `onclick="…"`.
    Handler,
}

/// A script or style in a template that a browser holds back.
pub(super) fn held_back(place: Place, what: HeldBack) -> Diagnostic {
    let script = both(
        "zet het script in een eigen bestand, assets/eigen.js, en roep het op met: <script src=\"{{ site.assets[\"eigen.js\"] }}\" defer></script>",
        "put the script into a file of its own, assets/own.js, and call it with: <script src=\"{{ site.assets[\"own.js\"] }}\" defer></script>",
    );
    let style = both(
        "zet de regels in assets/extra.css; die komen achter de stijl van het thema",
        "put the rules into assets/extra.css; they come behind the style of the theme",
    );
    let (message, hint) = match what {
        HeldBack::Script => (
            both(
                "dit script doet niets: de browser van een bezoeker voert alleen scripts uit die een eigen bestand zijn",
                "this script does nothing: the browser of a visitor only runs scripts that are a file of their own",
            ),
            script,
        ),
        HeldBack::Style => (
            both(
                "deze stijl doet niets: de browser van een bezoeker gebruikt alleen stijlen die een eigen bestand zijn",
                "this style does nothing: the browser of a visitor only uses styles that are a file of their own",
            ),
            style,
        ),
        HeldBack::StyleOfElement => (
            both(
                "'style=' doet hier niets: de browser van een bezoeker slaat het over",
                "'style=' does nothing here: the browser of a visitor passes over it",
            ),
            both(
                "geef het een naam met class=\"…\", en zet de stijl daarvan in assets/extra.css",
                "give it a name with class=\"…\", and put the style of that name into assets/extra.css",
            ),
        ),
        HeldBack::Handler => {
            let name = place.marked().split('=').next().unwrap_or_default().to_owned();
            let message = both(
                format!("'{name}=' doet hier niets: de browser van een bezoeker slaat het over"),
                format!("'{name}=' does nothing here: the browser of a visitor passes over it"),
            );
            (message, script)
        }
    };
    Diagnostic::new(Code::TemplateHeldBack, place, message).hint(hint)
}

/// A template or style asks another site for something.
pub(super) fn asks_elsewhere(place: Place, address: &str) -> Diagnostic {
    let host = address.trim_start_matches("https:").trim_start_matches("http:").trim_start_matches('/');
    let host = host.split(['/', '?', '#']).next().unwrap_or(host).to_owned();
    Diagnostic::new(
        Code::AsksElsewhere,
        place,
        both(
            format!("hier wordt iets gevraagd aan '{host}'; wie de site bekijkt, zou daar bekend worden, dus browsers houden het tegen"),
            format!(
                "something is asked of '{host}' here; whoever looks at the site would be known there, so browsers hold it back"
            ),
        ),
    )
    .hint(both(
        "zet het bestand in de map assets en noem het daar; een gewone link waar mensen op klikken, mag wel",
        "put the file into the folder assets and name it there; a plain link that people click is fine",
    ))
}
