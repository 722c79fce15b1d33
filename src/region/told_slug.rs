//! What names things in addresses that other villages called something: a [`slug`](crate::ground::slug) that always fits in the name of a folder.

use super::bounds;
use crate::ground::{is_device_name, slug_within};

/// The slug of what another village wrote, cut between two words where it is too long; a single word is cut anywhere. What
/// Windows takes for a device gets something behind it.
///
/// A name that is bounded in letters can be long in here: some letters of other writings are told by many of ours.
pub fn told_slug(text: &str) -> String {
    let slug = slug_within(text, bounds::SLUG);
    if is_device_name(&slug) { format!("{slug}-nl") } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_ends_after_a_word() {
        let words = |count: usize| vec!["vijf1"; count].join("-");
        assert_eq!(told_slug("Súdwest-Fryslân"), "sudwest-fryslan");
        assert_eq!(told_slug(&words(10)), words(10), "59 bytes fit");
        assert_eq!(told_slug(&format!("{}x", words(10))).len(), bounds::SLUG, "and so do 60");
        for (device, folder) in
            [("Con", "con-nl"), ("NUL", "nul-nl"), ("Com1", "com1-nl"), ("Conrad", "conrad")]
        {
            assert_eq!(told_slug(device), folder);
        }
        assert_eq!(told_slug(&words(40)), words(10));
        assert_eq!(told_slug(&format!("{}x-{}", words(10), words(3))), format!("{}x", words(10)));
        assert_eq!(told_slug(&"a".repeat(61)), "a".repeat(bounds::SLUG));
        let far = told_slug(&"村".repeat(100));
        assert!((1..=bounds::SLUG).contains(&far.len()) && !far.ends_with('-'), "{far}");
    }
}
