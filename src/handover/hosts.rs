//! What the next webmaster must know about the host: where to log in, and how the site gets there.

use crate::ground::{Both, both};
use crate::village::Host;

/// The notes about one host.
pub(super) struct HostNotes {
    /// What it is, and where to log in.
    pub(super) place: Both,
    /// How to put changes online.
    pub(super) publish: Both,
    /// A warning about what may stop working, if any.
    pub(super) beware: Option<Both>,
}

/// Returns the notes about a host, with blanks to fill in when none is given. `built_by_push` says that
/// workflow files in the folder build and publish the site.
pub(super) fn notes_for(host: Option<Host>, built_by_push: bool) -> HostNotes {
    let notes = usual_notes(host);
    match host {
        Some(Host::Netlify | Host::Neocities) if built_by_push => HostNotes { publish: by_push(), ..notes },
        _ => notes,
    }
}

fn usual_notes(host: Option<Host>) -> HostNotes {
    match host {
        Some(Host::GitHub) => HostNotes {
            beware: Some(both(
                "Let op: is er zestig dagen niets veranderd, dan kan GitHub het nachtelijk bijwerken stilzetten. Je krijgt dan een mail; zet het met één klik weer aan.",
                "Note: if nothing has changed for sixty days, GitHub may turn off the nightly update. You then get an e-mail; one click turns it back on.",
            )),
            ..built_there("GitHub Pages", "github.com")
        },
        Some(Host::GitLab) => built_there("GitLab Pages", "gitlab.com"),
        Some(Host::Codeberg) => built_there("Codeberg Pages", "codeberg.org"),
        Some(Host::Cloudflare) => built_there("Cloudflare Pages", "dash.cloudflare.com"),
        Some(Host::Netlify) => HostNotes {
            place: login_place("Netlify", "app.netlify.com"),
            publish: both(
                "Typ `dorpsplein pak` en zet het zipbestand in de browser op de pagina van je site.",
                "Type `dorpsplein pack` and drop the zip file onto the page of your site in the browser.",
            ),
            beware: Some(both(
                "Let op: elke keer plaatsen kost tegoed. Is dat op, dan gaat de site tot de volgende maand uit. Plaats daar dus niet elke nacht.",
                "Note: publishing costs credits every time. When they run out, the site goes offline until next month. So do not publish there every night.",
            )),
        },
        Some(Host::Neocities) => HostNotes {
            place: login_place("Neocities", "neocities.org"),
            publish: both(
                "Typ `dorpsplein bouw` en sleep alles uit de map `public` naar je site op neocities.org.",
                "Type `dorpsplein build` and drag everything from the folder `public` to your site on neocities.org.",
            ),
            beware: None,
        },
        Some(Host::Folder) => HostNotes {
            place: both("een eigen server of een map: `____`", "your own server or a folder: `____`"),
            publish: both(
                "Typ `dorpsplein bouw` en zet alles uit de map `public` op de server: `____`",
                "Type `dorpsplein build` and copy everything from the folder `public` to the server: `____`",
            ),
            beware: None,
        },
        None => HostNotes {
            place: both("`____`", "`____`"),
            publish: both(
                "Hoe dat gaat, hangt af van de plek op internet: `____`",
                "How to do that depends on where the site is hosted: `____`",
            ),
            beware: None,
        },
    }
}

/// Returns the notes about a host that builds the site itself after every change.
fn built_there(name: &str, site: &str) -> HostNotes {
    HostNotes { place: login_place(name, site), publish: by_push(), beware: None }
}

fn by_push() -> Both {
    both(
        "Bewaar je wijziging in de map op internet (met `git push`, of in de browser). De site wordt dan vanzelf gemaakt; dat duurt een paar minuten.",
        "Save your change in the online folder (with `git push`, or in the browser). The site is then built automatically; that takes a few minutes.",
    )
}

fn login_place(name: &str, site: &str) -> Both {
    both(format!("{name}; inloggen op {site}"), format!("{name}; log in at {site}"))
}
