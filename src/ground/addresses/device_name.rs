//! File names that Windows reserves for devices.

/// Whether Windows reserves a name for a device, whatever its extension: no file or folder there can have it.
pub fn is_device_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    // Rejects nearly every name at once.
    if !(3..=7).contains(&stem.len()) {
        return false;
    }
    let stem = stem.to_ascii_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let is_port = port.is_some_and(|number| number.len() == 1 && number.bytes().all(|b| b.is_ascii_digit()));
    is_port || matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn device_names_are_distinguished_from_lookalikes() {
        for name in ["con", "NUL", "aux.md", "com1", "LPT9.txt", "con .html", "conin$"] {
            assert!(is_device_name(name), "{name}");
        }
        for name in ["concert", "com", "com10", "auxiliair", "nulpunt", "", "lpta"] {
            assert!(!is_device_name(name), "{name}");
        }
    }
}
