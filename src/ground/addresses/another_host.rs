//! Recognises addresses for which a browser contacts another host.

/// Whether a browser fetches this from another host: `https://…` or `//…`, also with backslashes.
pub fn is_on_another_host(address: &str) -> bool {
    let plain = address.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    let plain = plain.replace('\\', "/").to_ascii_lowercase();
    ["//", "http:", "https:"].iter().any(|start| plain.starts_with(start))
}
