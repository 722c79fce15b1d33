//! The hosts that are known by name.

use crate::field::choices;

choices! {
    /// A host on which a site can stand.
    pub enum Host {
        /// GitHub Pages.
        GitHub = "github" | "github" ("github pages", "github.io");
        /// GitLab Pages.
        GitLab = "gitlab" | "gitlab" ("gitlab pages", "gitlab.io");
        /// Codeberg Pages.
        Codeberg = "codeberg" | "codeberg" ("codeberg pages", "codeberg.page");
        /// Cloudflare Pages.
        Cloudflare = "cloudflare" | "cloudflare" ("cloudflare pages", "pages.dev");
        /// Netlify.
        Netlify = "netlify" | "netlify" ("netlify.app");
        /// Neocities.
        Neocities = "neocities" | "neocities" ("neocities.org");
        /// A folder that somebody takes elsewhere: a server of one's own, or a USB stick.
        Folder = "map" | "folder" ("usb", "server", "eigen server", "own server");
    }
}
