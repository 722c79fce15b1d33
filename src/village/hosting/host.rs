//! The hosts that Dorpsplein knows by name.

use crate::field::choices;

choices! {
    /// A host where a site can be published.
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
        /// A folder that the user copies elsewhere: to their own server, or to a USB stick.
        Folder = "map" | "folder" ("usb", "server", "eigen server", "own server");
    }
}
