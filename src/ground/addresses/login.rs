//! Hides names and passwords in addresses behind dots, one for each character, so that the rest of a line
//! keeps its place.

/// Hides the name and password in every address in a text: `https://••••••@dorp.nl`.
pub fn without_logins(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let (before, address) = rest.split_at(at + "://".len());
        let end = address.find(char::is_whitespace).unwrap_or(address.len());
        out.push_str(before);
        let hidden = login(&address[..end]);
        out.extend(dots(&address[..hidden]));
        rest = &address[hidden..];
    }
    out.push_str(rest);
    out
}

/// Removes the name and password from an address, `https://dorp.nl`, to store it where others can read it.
pub fn bare_of_login(address: &str) -> String {
    let Some(at) = address.find("://").map(|at| at + "://".len()) else { return address.to_owned() };
    let (leading, after) = address.split_at(at);
    let rest = &after[login(after)..];
    format!("{leading}{}", rest.strip_prefix('@').unwrap_or(rest))
}

/// Hides the name and password in an address as it was typed, also without `https://` in front.
pub fn without_login(typed: &str) -> String {
    let start = typed.find("://").map_or(0, |at| at + "://".len());
    let hidden = start..start + login(&typed[start..]);
    let is_bare_name = start == 0 && !typed[hidden.clone()].contains(':');
    if is_bare_name {
        return typed.to_owned();
    }
    let (leading, after) = (&typed[..hidden.start], &typed[hidden.end..]);
    leading.chars().chain(dots(&typed[hidden])).chain(after.chars()).collect()
}

/// Returns how many bytes after `https://` are the name and password: all of them before the host. A password
/// with a slash seems to end the host there, but then what follows the colon is not a port number.
fn login(address: &str) -> usize {
    let host = &address[..address.find(['/', '?', '#']).unwrap_or(address.len())];
    let is_cut =
        host.rsplit_once(':').is_some_and(|(_, port)| !port.bytes().all(|byte| byte.is_ascii_digit()));
    host.rfind('@').or_else(|| address.rfind('@').filter(|_| is_cut)).unwrap_or(0)
}

fn dots(hidden: &str) -> impl Iterator<Item = char> {
    hidden.chars().map(|_| '•')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn login_details_are_hidden_without_shifting_the_text() {
        for (text, shown) in [
            ("  - https://naam:geheim@dorp.nl/x", "  - https://•••••••••••@dorp.nl/x"),
            ("[\"ftp://geheim@dorp.nl\", http://a:b@c.nl]", "[\"ftp://••••••@dorp.nl\", http://•••@c.nl]"),
            ("'https://naam:ge/he@im@dorp.nl/' is", "'https://•••••••••••••@dorp.nl/' is"),
            ("https://dorp.nl:80/@naam en naam@dorp.nl", "https://dorp.nl:80/@naam en naam@dorp.nl"),
            ("e-mail:naam@dorp.nl", "e-mail:naam@dorp.nl"),
        ] {
            assert_eq!(without_logins(text), shown);
        }
        for (typed, shown) in [
            ("naam:geheim@dorp.nl/x", "•••••••••••@dorp.nl/x"),
            ("https://naam:ge heim@dorp.nl", "https://••••••••••••@dorp.nl"),
            ("map@thuis", "map@thuis"),
            ("https://dorp.nl", "https://dorp.nl"),
        ] {
            assert_eq!(without_login(typed), shown);
        }
    }

    #[test]
    fn a_stored_address_contains_no_password() {
        for (address, bare) in [
            ("https://anja:geheim@host.example/dorp.git", "https://host.example/dorp.git"),
            ("https://anja:ge/heim@host.example/dorp.git", "https://host.example/dorp.git"),
            ("https://host.example/a@b", "https://host.example/a@b"),
            ("git@host.example:dorp.git", "git@host.example:dorp.git"),
        ] {
            assert_eq!(bare_of_login(address), bare, "{address}");
        }
    }
}
