//! Finds the known word that is nearest to what was typed, for "did you mean".

use strsim::damerau_levenshtein;

use super::text::fold;

/// In bytes: nobody mistypes a name longer than this.
const LONGEST: usize = 200;

/// The largest difference in length before folding, in bytes.
const LENGTHS_APART: usize = 24;

/// The largest difference between folded words, in bytes: folded words hold only ASCII letters and digits.
const MOST_LETTERS_APART: usize = 3;

/// Returns the candidate that the writer most likely meant, or `None` when none is near enough to be
/// helpful. Of equally near candidates the first one wins, so the answer never changes between runs.
pub fn closest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if typed.len() > LONGEST {
        return None;
    }
    let length = typed.len();
    let typed = fold(typed);
    if typed.is_empty() {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    // Comparing is slow, and words that differ much in length cannot be near.
    for candidate in candidates.into_iter().filter(|other| other.len().abs_diff(length) <= LENGTHS_APART) {
        let folded = fold(candidate);
        if folded.len().abs_diff(typed.len()) > MOST_LETTERS_APART {
            continue;
        }
        let most = tolerance(&typed, &folded);
        if letters_apart(&typed, &folded) > most {
            continue;
        }
        let distance = damerau_levenshtein(&typed, &folded);
        if distance <= most && best.is_none_or(|(nearest, _)| distance < nearest) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Returns how many letters may differ: none in the shortest words, three in long ones.
fn tolerance(typed: &str, candidate: &str) -> usize {
    match typed.len().max(candidate.len()) {
        0..=2 => 0,
        3..=5 => 1,
        6..=10 => 2,
        _ => MOST_LETTERS_APART,
    }
}

/// Returns in how many letters two words differ at least, in whatever order these are: never more than their
/// distance, and counted in a fraction of the time. All letters beyond ASCII count as one.
fn letters_apart(one: &str, other: &str) -> usize {
    let mut surplus = [0_i32; 129];
    let mut count = |word: &str, by: i32| {
        for letter in word.chars() {
            let bucket = usize::try_from(u32::from(letter)).map_or(128, |code| code.min(128));
            surplus[bucket] += by;
        }
    };
    count(one, 1);
    count(other, -1);
    let sum =
        |is_of: fn(&&i32) -> bool| surplus.iter().filter(is_of).map(|by| by.unsigned_abs()).sum::<u32>();
    sum(|by| **by > 0).max(sum(|by| **by < 0)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn letters_are_never_further_apart_than_words(one in "[a-cé ]{0,9}", other in "[a-cé ]{0,9}") {
            assert!(letters_apart(&one, &other) <= damerau_levenshtein(&one, &other));
        }
    }

    #[test]
    fn a_typing_mistake_leads_to_the_intended_word() {
        assert_eq!(closest("dorpshius", ["sportkantine", "dorpshuis"]), Some("dorpshuis"));
        assert_eq!(closest("Titel", ["titel"]), Some("titel"));
        assert_eq!(closest("lokatie", ["datum", "locatie"]), Some("locatie"));
    }

    #[test]
    fn an_unrelated_word_leads_to_nothing() {
        assert_eq!(closest("vrijdag", ["dorpshuis", "kerk"]), None);
        assert_eq!(closest("kleding", ["inleiding"]), None);
        assert_eq!(closest("", ["kerk"]), None);
    }
}
