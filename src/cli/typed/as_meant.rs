//! On Windows the Tab key writes a folder with a blank in its name as `"ons dorp\"`, and that backslash makes the quotation
//! mark behind it a part of the name: with all that was typed after it, it comes as one argument.

use std::ffi::OsString;

/// The arguments as they were meant. No name of a file on Windows has a quotation mark in it.
pub(super) fn as_meant(arguments: Vec<OsString>) -> Vec<OsString> {
    if cfg!(windows) { arguments.into_iter().flat_map(divided).collect() } else { arguments }
}

fn divided(argument: OsString) -> Vec<OsString> {
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
    fn a_backslash_before_the_mark_keeps_nothing_together() {
        let meant = |typed: &str| divided(typed.into()).join(" | ".as_ref()).into_string();
        assert_eq!(meant(r"C:\ons dorp"), Ok(r"C:\ons dorp".to_owned()));
        assert_eq!(meant(r#"C:\ons dorp""#), Ok(r"C:\ons dorp".to_owned()));
        assert_eq!(
            meant(r#".\ons dorp" --open --uitvoer C:\uit"#),
            Ok(r".\ons dorp | --open | --uitvoer | C:\uit".to_owned())
        );
    }
}
