//! Finds the name that was meant when the user typed only some of its words, or more than those.

use std::collections::BTreeSet;

use crate::field::{Shape, Target, Word};
use crate::ground::fold;
use crate::village::kinds::Kind;

/// Returns the only name that contains all these words, or whose words are all among them: `Esrand` means
/// `Dorpshuis De Esrand`.
pub(super) fn only_match<'n>(typed: &str, names: &[&'n str]) -> Option<&'n str> {
    let significant_words = |text: &str| -> BTreeSet<String> {
        let folded = fold(text);
        let significant =
            folded.split(' ').filter(|word| !matches!(*word, "de" | "het" | "een" | "t" | "the" | ""));
        significant.map(str::to_owned).collect()
    };
    let wanted = significant_words(typed);
    let fits = |name: &&&str| {
        let own = significant_words(name);
        !wanted.is_empty() && !own.is_empty() && (own.is_superset(&wanted) || wanted.is_superset(&own))
    };
    let mut found = names.iter().filter(fits);
    found.next().copied().filter(|_| found.next().is_none())
}

/// Returns what was typed after this name; `None` if that only says what kind of thing it is.
pub(super) fn extra_words(reference: &Target<'_>, name: &str) -> Option<String> {
    let (typed, own) = (reference.typed, fold(name));
    let own: BTreeSet<&str> = own.split(' ').collect();
    let is_own = |word: &str| fold(word).split(' ').all(|part| own.contains(part));
    if !own.iter().all(|word| fold(typed).split(' ').any(|other| other == *word)) {
        return None;
    }
    // Words before a name only describe it further, as in `de oude kerk`.
    let words: Vec<&str> = typed.split_whitespace().collect();
    let own_end = words.iter().rposition(|word| is_own(word)).map_or(0, |at| at + 1);
    let extra_words = &words[own_end..];
    let kind = Kind::ALL.iter().find(|kind| kind.info() == reference.kind)?;
    let kinds = kind.fields().iter().filter(|field| field.en == "kind").flat_map(|field| match field.shape {
        Shape::OpenWord(words) => words,
        _ => &[],
    });
    let mut kind_words: Vec<String> = kinds.flat_map(Word::spellings).map(fold).collect();
    kind_words.extend(["de", "het", "een", "the", "a"].map(str::to_owned));
    let has_more = extra_words.iter().any(|word| !kind_words.contains(&fold(word)));
    has_more.then(|| extra_words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::only_match;

    #[test]
    fn a_name_is_found_by_some_of_its_words() {
        let names = ["Dorpshuis De Esrand", "Kerk van Ten Boer", "Dorpshuis Ten Boer"];
        assert_eq!(only_match("Esrand", &names), Some("Dorpshuis De Esrand"));
        assert_eq!(only_match("dorpshuis ten boer", &names), Some("Dorpshuis Ten Boer"));
        assert_eq!(only_match("het dorpshuis", &names), None);
        assert_eq!(only_match("het dorpshuis", &names[..2]), Some("Dorpshuis De Esrand"));
        assert_eq!(only_match("Dorpshuis De Esrand", &["De Esrand"]), Some("De Esrand"));
        assert_eq!(only_match("de", &names), None);
    }
}
