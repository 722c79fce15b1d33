//! What a successor must know of the host: where one logs in, and how the site gets there.

use crate::ground::{Both, both};
use crate::village::Host;

/// What is said of one host.
pub(super) struct HostNotes {
    /// What it is, and where one logs in.
    pub(super) place: Both,
    /// How what was changed gets online.
    pub(super) publish: Both,
    /// What may stop by itself.
    pub(super) beware: Option<Both>,
}

/// What is said of a host; when none was named, only that it is not known. `made_by_push` when files in the folder have the
/// site made and put there by themselves.
pub(super) fn notes_for(host: Option<Host>, made_by_push: bool) -> HostNotes {
    let notes = usual_notes(host);
    match host {
        Some(Host::Netlify | Host::Neocities) if made_by_push => HostNotes { publish: by_push(), ..notes },
        _ => notes,
    }
}

fn usual_notes(host: Option<Host>) -> HostNotes {
    match host {
        Some(Host::GitHub) => HostNotes {
            beware: Some(both(
                "Let op: is er zestig dagen niets veranderd, dan kan GitHub het nachtelijk bijwerken stilzetten. Je krijgt dan een mail; zet het met één klik weer aan.",
                "Mind: when nothing has changed for sixty days, GitHub may stop the nightly work. You get a mail; one click starts it again.",
            )),
            ..made_there("GitHub Pages", "github.com")
        },
        Some(Host::GitLab) => made_there("GitLab Pages", "gitlab.com"),
        Some(Host::Codeberg) => made_there("Codeberg Pages", "codeberg.org"),
        Some(Host::Cloudflare) => made_there("Cloudflare Pages", "dash.cloudflare.com"),
        Some(Host::Netlify) => HostNotes {
            place: login_place("Netlify", "app.netlify.com"),
            publish: both(
                "Typ `dorpsplein pak` en zet het zipbestand in de browser op de pagina van je site.",
                "Type `dorpsplein pack` and put the zip file on the page of your site, in the browser.",
            ),
            beware: Some(both(
                "Let op: elke keer plaatsen kost tegoed. Is dat op, dan gaat de site tot de volgende maand uit. Plaats daar dus niet elke nacht.",
                "Mind: every time you publish costs credit. When it is used up the site goes off until next month. So do not publish there every night.",
            )),
        },
        Some(Host::Neocities) => HostNotes {
            place: login_place("Neocities", "neocities.org"),
            publish: both(
                "Typ `dorpsplein bouw` en sleep alles uit de map `public` naar je site op neocities.org.",
                "Type `dorpsplein build` and drag everything in the folder `public` to your site on neocities.org.",
            ),
            beware: None,
        },
        Some(Host::Folder) => HostNotes {
            place: both("een eigen server of een map: `____`", "a server of one's own or a folder: `____`"),
            publish: both(
                "Typ `dorpsplein bouw` en zet alles uit de map `public` op de server: `____`",
                "Type `dorpsplein build` and put everything in the folder `public` on the server: `____`",
            ),
            beware: None,
        },
        None => HostNotes {
            place: both("`____`", "`____`"),
            publish: both(
                "Hoe dat gaat, hangt af van de plek op internet: `____`",
                "How that is done depends on the place on the internet: `____`",
            ),
            beware: None,
        },
    }
}

/// A host that makes the site itself after every change.
fn made_there(name: &str, site: &str) -> HostNotes {
    HostNotes { place: login_place(name, site), publish: by_push(), beware: None }
}

fn by_push() -> Both {
    both(
        "Bewaar je wijziging in de map op internet (met `git push`, of in de browser). De site wordt dan vanzelf gemaakt; dat duurt een paar minuten.",
        "Keep your change in the folder on the internet (with `git push`, or in the browser). The site is then made by itself; that takes a few minutes.",
    )
}

fn login_place(name: &str, site: &str) -> Both {
    both(format!("{name}; inloggen op {site}"), format!("{name}; log in at {site}"))
}
