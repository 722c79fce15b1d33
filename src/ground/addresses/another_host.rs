//! Addresses that a browser asks another host for.

/// Whether a browser fetches this from elsewhere: `https://…`, `//…`, also with other slashes.
pub fn is_on_another_host(address: &str) -> bool {
    let plain = address.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    let plain = plain.replace('\\', "/").to_ascii_lowercase();
    ["//", "http:", "https:"].iter().any(|start| plain.starts_with(start))
}
