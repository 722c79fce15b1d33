//! Where a site stands on the web, of which every whole address is made.

use crate::ground::{Address, WebAddress};

/// Where a site stands on the web, as far as that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base {
    /// `https://dorp.nl` or `https://naam.github.io/dorp`, without a slash at the end.
    pub url: Option<String>,
    /// `/dorp` on a site that stands in a folder, else empty.
    pub path: String,
}

impl Base {
    /// The base for a web address; unknown without one.
    pub fn new(url: Option<&str>) -> Self {
        // As browsers ask for it: in signs that every calendar and reader knows, and without what somebody logs in with.
        let asked =
            |url: &str| WebAddress::new(url).map(|address| address.without_login().as_str().to_owned());
        let url =
            url.map(|url| asked(url).unwrap_or_else(|| url.to_owned()).trim_end_matches('/').to_owned());
        let behind_host = url.as_deref().and_then(|url| url.split_once("://")).map(|(_, rest)| rest);
        let path = behind_host.and_then(|rest| rest.find('/').map(|slash| rest[slash..].to_owned()));
        Self { path: path.unwrap_or_default(), url }
    }

    /// The whole address of a page, when the site's own is known.
    pub fn absolute(&self, address: &Address) -> Option<String> {
        self.url.as_ref().map(|url| format!("{url}{address}"))
    }
}
