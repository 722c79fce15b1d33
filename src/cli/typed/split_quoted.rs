//! Repairs a quirk of Windows: the Tab key completes a folder with a space in its name to `"ons dorp\"`. The
//! backslash escapes the quotation mark, so that all that was typed from there on arrives as one argument.

use std::ffi::OsString;

/// Returns the arguments as they were meant. On Windows, no file name contains a quotation mark.
pub(super) fn split_quoted(arguments: Vec<OsString>) -> Vec<OsString> {
    if cfg!(windows) { arguments.into_iter().flat_map(split_at_quote).collect() } else { arguments }
}

fn split_at_quote(argument: OsString) -> Vec<OsString> {
    match argument.to_str().and_then(|typed| typed.split_once('"')) {
        Some((folder, rest)) => {
            let rest = rest.split_whitespace().map(|word| word.trim_matches('"'));
            [folder].into_iter().chain(rest).map(OsString::from).collect()
        }
        None => vec![argument],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backslash_before_a_quote_does_not_join_arguments() {
        let meant = |typed: &str| split_at_quote(typed.into()).join(" | ".as_ref()).into_string();
        assert_eq!(meant(r"C:\ons dorp"), Ok(r"C:\ons dorp".to_owned()));
        assert_eq!(meant(r#"C:\ons dorp""#), Ok(r"C:\ons dorp".to_owned()));
        assert_eq!(
            meant(r#".\ons dorp" --open --uitvoer C:\uit"#),
            Ok(r".\ons dorp | --open | --uitvoer | C:\uit".to_owned())
        );
    }
}
