//! Finds where a part of a compound may begin, so that `huis` finds `dorpshuis`.

/// The consonant clusters, folded, that a Dutch, Frisian or Low Saxon word may begin with.
const BEGINNINGS: &[&str] = &[
    "bl", "br", "ch", "dr", "dw", "fl", "fr", "fj", "gl", "gn", "gr", "kl", "kn", "kr", "kw", "pl", "pr",
    "ps", "sch", "scr", "sf", "sj", "sk", "skr", "sl", "sm", "sn", "sp", "spl", "spr", "st", "str", "sw",
    "th", "tj", "tr", "tw", "wr",
];

/// Endings that are not words: `den` in `wanden`, `ting` in `vereniging`.
const ENDINGS: &[&str] = &[
    "e", "el", "els", "en", "end", "ende", "ens", "er", "ers", "es", "et", "ig", "ige", "ik", "ing", "ingen",
    "yk", "yke",
];

/// Returns the parts that a folded word may be made of, each with everything after it: words that the site
/// also uses on their own, such as `avond` in `filmavond`. When guessing, also any part that begins and ends
/// like a word.
pub(super) fn parts(word: &str, guessing: bool, is_used: impl Fn(&str) -> bool) -> Vec<&str> {
    let inner = word.char_indices().skip(2).map(|(at, _)| word.split_at(at));
    let long = inner.filter(|(_, rest)| rest.chars().nth(2).is_some() && rest.contains(is_vowel));
    let parts = long.filter(|(front, rest)| {
        let open = rest.find(is_vowel).unwrap_or(0);
        let (beginning, after) = rest.split_at(open);
        let looks_new = || beginning.chars().count() == 1 || BEGINNINGS.contains(&beginning);
        let guessed = || guessing && looks_new() && !ENDINGS.contains(&after);
        front.contains(is_vowel) && (guessed() || is_used(rest))
    });
    parts.map(|(_, rest)| rest).collect()
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_compound_begin_like_words() {
        let none = |_: &str| false;
        assert_eq!(parts("dorpshuis", true, none), ["huis"]);
        assert_eq!(parts("etpunt", true, none), ["punt"]);
        assert_eq!(parts("filmafond", true, none), ["mafond", "fond"]);
        assert_eq!(parts("filmafond", true, |word| word == "afond"), ["mafond", "afond", "fond"]);
        assert_eq!(parts("filmafond", false, |word| word == "afond"), ["afond"]);
        assert_eq!(parts("wanden", true, none), Vec::<&str>::new());
        assert_eq!(parts("speltuin", true, none), ["tuin"]);
    }
}
