//! Slugs for names that come from other villages: a [`slug`](crate::ground::slug) that always fits in a
//! folder name.

use super::bounds;
use crate::ground::{is_device_name, slug_within};

/// Returns the slug of a text from another village, cut between two words when it is too long; a single word
/// is cut anywhere. A name that Windows reserves for a device gets a suffix.
///
/// A name within its limit of characters may still be too long here: some letters of other scripts take
/// several of ours.
pub fn remote_slug(text: &str) -> String {
    let slug = slug_within(text, bounds::SLUG);
    if is_device_name(&slug) { format!("{slug}-nl") } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_slug_ends_after_a_whole_word() {
        let words = |count: usize| vec!["vijf1"; count].join("-");
        assert_eq!(remote_slug("Súdwest-Fryslân"), "sudwest-fryslan");
        assert_eq!(remote_slug(&words(10)), words(10), "59 bytes fit");
        assert_eq!(remote_slug(&format!("{}x", words(10))).len(), bounds::SLUG, "and so do 60");
        for (device, folder) in
            [("Con", "con-nl"), ("NUL", "nul-nl"), ("Com1", "com1-nl"), ("Conrad", "conrad")]
        {
            assert_eq!(remote_slug(device), folder);
        }
        assert_eq!(remote_slug(&words(40)), words(10));
        assert_eq!(remote_slug(&format!("{}x-{}", words(10), words(3))), format!("{}x", words(10)));
        assert_eq!(remote_slug(&"a".repeat(61)), "a".repeat(bounds::SLUG));
        let far = remote_slug(&"村".repeat(100));
        assert!((1..=bounds::SLUG).contains(&far.len()) && !far.ends_with('-'), "{far}");
    }
}
