//! The web address of a site, on which all of its absolute addresses are based.

use crate::ground::{Address, WebAddress};

/// The web address of a site, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base {
    /// `https://dorp.nl` or `https://naam.github.io/dorp`, without a slash at the end.
    pub url: Option<String>,
    /// `/dorp` for a site in a folder, else empty.
    pub path: String,
}

impl Base {
    /// Derives the base from a web address; without one the base is unknown.
    pub fn new(url: Option<&str>) -> Self {
        // In the form that browsers request, which every calendar and feed reader understands, without login.
        let normalized =
            |url: &str| WebAddress::new(url).map(|address| address.without_login().as_str().to_owned());
        let url =
            url.map(|url| normalized(url).unwrap_or_else(|| url.to_owned()).trim_end_matches('/').to_owned());
        let behind_host = url.as_deref().and_then(|url| url.split_once("://")).map(|(_, rest)| rest);
        let path = behind_host.and_then(|rest| rest.find('/').map(|slash| rest[slash..].to_owned()));
        Self { path: path.unwrap_or_default(), url }
    }

    /// The absolute address of a page, when the address of the site is known.
    pub fn absolute(&self, address: &Address) -> Option<String> {
        self.url.as_ref().map(|url| format!("{url}{address}"))
    }
}
