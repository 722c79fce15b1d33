//! What a successor must know of the host: where one logs in, and how the site gets there.

use crate::ground::{Both, both};
use crate::village::Host;

/// What is said of one host.
pub(super) struct Told {
    /// What it is, and where one logs in.
    pub(super) place: Both,
    /// How what was changed gets online.
    pub(super) publish: Both,
    /// What may stop by itself.
    pub(super) beware: Option<Both>,
}

/// What is said of a host; when none was named, only that it is not known.
pub(super) fn told(host: Option<Host>) -> Told {
    let pushed = both(
        "Bewaar je wijziging in de map op internet (met `git push`, of in de browser). De site wordt dan vanzelf gemaakt; dat duurt een paar minuten.",
        "Keep your change in the folder on the internet (with `git push`, or in the browser). The site is then made by itself; that takes a few minutes.",
    );
    let carried = |where_nl: &str, where_en: &str| {
        both(
            format!("Typ `dorpsplein pak` en zet het zip-bestand {where_nl}."),
            format!("Type `dorpsplein pack` and put the zip file {where_en}."),
        )
    };
    let place = |name: &str, site: &str| {
        both(format!("{name}; inloggen op {site}"), format!("{name}; log in at {site}"))
    };
    match host {
        Some(Host::GitHub) => Told {
            place: place("GitHub Pages", "github.com"),
            publish: pushed,
            beware: Some(both(
                "Let op: is er zestig dagen niets veranderd, dan zet GitHub het nachtwerk stil. Je krijgt dan een mail; zet het met één klik weer aan.",
                "Mind: when nothing has changed for sixty days, GitHub stops the nightly work. You get a mail; one click starts it again.",
            )),
        },
        Some(Host::GitLab) => {
            Told { place: place("GitLab Pages", "gitlab.com"), publish: pushed, beware: None }
        }
        Some(Host::Codeberg) => {
            Told { place: place("Codeberg Pages", "codeberg.org"), publish: pushed, beware: None }
        }
        Some(Host::Cloudflare) => {
            Told { place: place("Cloudflare Pages", "dash.cloudflare.com"), publish: pushed, beware: None }
        }
        Some(Host::Netlify) => Told {
            place: place("Netlify", "app.netlify.com"),
            publish: carried(
                "in de browser op de bladzijde van je site",
                "on the page of your site, in the browser",
            ),
            beware: Some(both(
                "Let op: elke keer plaatsen kost tegoed. Is dat op, dan gaat de site tot de volgende maand uit. Plaats daar dus niet elke nacht.",
                "Mind: every time you publish costs credit. When it is used up the site goes off until next month. So do not publish there every night.",
            )),
        },
        Some(Host::Neocities) => Told {
            place: place("Neocities", "neocities.org"),
            publish: both(
                "Typ `dorpsplein bouw` en sleep alles uit de map `public` naar je site op neocities.org.",
                "Type `dorpsplein build` and drag everything in the folder `public` to your site on neocities.org.",
            ),
            beware: None,
        },
        Some(Host::Folder) => Told {
            place: both("een eigen server of een map: `____`", "a server of one's own or a folder: `____`"),
            publish: both(
                "Typ `dorpsplein bouw` en zet alles uit de map `public` op de server: `____`",
                "Type `dorpsplein build` and put everything in the folder `public` on the server: `____`",
            ),
            beware: None,
        },
        None => Told {
            place: both("`____`", "`____`"),
            publish: both(
                "Hoe dat gaat, hangt af van de plek op internet: `____`",
                "How that is done depends on the place on the internet: `____`",
            ),
            beware: None,
        },
    }
}
