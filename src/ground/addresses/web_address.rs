//! The only module that uses the URL library: the normal form of web addresses, their host, and redirects.

use url::{Host, Url};

/// The endings of names that mean a different machine on every network.
const LOCAL_NETWORK_NAMES: [&str; 5] = ["localhost", "local", "internal", "lan", "home.arpa"];

/// A web address as it is requested: encoded, and without a fragment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebAddress(Url);

impl WebAddress {
    /// Reads an address; `None` when it cannot be requested over HTTP.
    pub fn new(typed: &str) -> Option<Self> {
        Url::parse(typed).ok().and_then(Self::from_url)
    }

    fn from_url(mut url: Url) -> Option<Self> {
        url.set_fragment(None);
        let is_web = matches!(url.scheme(), "http" | "https") && url.has_host();
        is_web.then_some(Self(url))
    }

    /// Returns the address as text.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Returns the name of the host, in lower case.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or("")
    }

    /// Whether the host is a name, and not an IP address.
    pub fn is_named(&self) -> bool {
        matches!(self.0.host(), Some(Host::Domain(_)))
    }

    /// Whether the host has a name that leads everybody to the same machine: not an IP address, and not a
    /// name for a network at home or at work (RFC 6761, 6762 and 8375, and the names that routers give out).
    pub fn is_public_name(&self) -> bool {
        let Some(Host::Domain(name)) = self.0.host() else { return false };
        let name = name.trim_end_matches('.');
        let is_own = |ending: &&str| name.strip_suffix(*ending).is_some_and(|rest| rest.ends_with('.'));
        name.contains('.') && !LOCAL_NETWORK_NAMES.iter().any(is_own)
    }

    /// Whether the host is this very machine, under a name that can mean no other.
    pub fn is_this_machine(&self) -> bool {
        match self.0.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(address)) => address.is_loopback(),
            Some(Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        }
    }

    /// Whether the connection is encrypted, so that nobody on the way can read or change the answer.
    pub fn is_encrypted(&self) -> bool {
        self.0.scheme() == "https"
    }

    /// Whether it has a name or password to log in with.
    pub fn has_login(&self) -> bool {
        !self.0.username().is_empty() || self.0.password().is_some()
    }

    /// Returns the same address without a name or password.
    #[must_use]
    pub fn without_login(&self) -> Self {
        let mut url = self.0.clone();
        // This only fails for an address without a host, and every address here has one.
        let _ = url.set_username("").and_then(|()| url.set_password(None));
        Self(url)
    }

    /// Whether both addresses have the same scheme, host and port.
    pub fn is_of_same_site(&self, other: &Self) -> bool {
        let port = |url: &Url| url.port_or_known_default();
        self.0.scheme() == other.0.scheme()
            && self.0.host() == other.0.host()
            && port(&self.0) == port(&other.0)
    }

    /// Returns the path after the host: `/dorp/`.
    pub fn path(&self) -> &str {
        self.0.path()
    }

    /// Returns the address of the folder with this name: with a slash after the path.
    #[must_use]
    pub fn with_slash(&self) -> Self {
        let mut url = self.0.clone();
        let path = format!("{}/", url.path());
        url.set_path(&path);
        url.set_query(None);
        Self(url)
    }

    /// Returns where a redirect to `location` leads from here.
    pub fn join(&self, location: &str) -> Option<Self> {
        self.0.join(location).ok().and_then(Self::from_url)
    }
}

/// Returns an address in the form for people and for comparison: the same with or without encryption, and
/// with or without a slash at the end.
pub fn bare_address(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest).trim_end_matches('/')
}

/// Returns the address of a file next to the one at this address; `None` when that is not an address.
pub fn sibling_address(address: &str, file: &str) -> Option<String> {
    let joined = WebAddress::new(address)?.join(&format!("./{file}"))?;
    Some(joined.as_str().to_owned())
}

/// Splits the host of an address without `https://`: `www.dorp` and `nl` for `www.dorp.nl/agenda`. A file
/// name looks the same, so the caller must know which of the two it can be.
pub fn leading_host(typed: &str) -> Option<(&str, &str)> {
    let (name, ending) = typed.split('/').next()?.rsplit_once('.')?;
    let is_host = !name.is_empty() && ending.len() >= 2 && ending.chars().all(char::is_alphabetic);
    is_host.then_some((name, ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_encoded_and_loses_its_fragment() {
        let plain = |typed: &str| WebAddress::new(typed).map(|address| address.as_str().to_owned());
        assert_eq!(
            plain("https://Dorp.NL/Wâlterswâld#nu").as_deref(),
            Some("https://dorp.nl/W%C3%A2ltersw%C3%A2ld")
        );
        assert_eq!(plain("mailto:anja@dorp.nl"), None);
        assert_eq!(plain("https://"), None);
        let from = WebAddress::new("https://dorp.nl/a/b").expect("an address");
        assert_eq!(from.join("../c").map(|to| to.as_str().to_owned()).as_deref(), Some("https://dorp.nl/c"));
        assert_eq!(from.join("javascript:1"), None);
    }

    #[test]
    fn an_address_without_a_scheme_starts_with_a_host() {
        assert_eq!(leading_host("www.dorp.nl/agenda/a.b"), Some(("www.dorp", "nl")));
        assert_eq!(leading_host("dörp.frl"), Some(("dörp", "frl")));
        for none in ["dorp", "/dorp.nl", ".nl", "dorp.", "dorp.n", "192.168.1.10", "dorp.nl:80", ""] {
            assert_eq!(leading_host(none), None, "{none}");
        }
    }

    #[test]
    fn a_name_in_a_local_network_is_not_known_everywhere() {
        let is_known = |typed: &str| WebAddress::new(typed).expect("an address").is_public_name();
        for typed in
            ["https://dorp.nl/", "https://www.dorp.nl./", "https://local.nl/", "https://xn--dorp-1ra.nl/"]
        {
            assert!(is_known(typed), "{typed}");
        }
        for typed in [
            "http://localhost./",
            "http://a.localhost/",
            "http://router.local/",
            "http://intranet/",
            "http://nas.lan/",
            "http://x.home.arpa/",
            "http://a.internal/",
            "http://192.168.1.1/",
            "http://[::1]/",
        ] {
            assert!(!is_known(typed), "{typed}");
        }
    }
}
