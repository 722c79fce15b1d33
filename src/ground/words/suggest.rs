//! "Did you mean": the known word that is nearest to what was typed.

use strsim::damerau_levenshtein;

use super::text::fold;

/// The candidate that the writer most likely meant, or nothing when none is near enough to be
/// helpful. Of equally near candidates the first one wins, so the answer never changes between runs.
pub fn closest<'a>(typed: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let typed = fold(typed);
    if typed.is_empty() {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let folded = fold(candidate);
        let distance = damerau_levenshtein(&typed, &folded);
        if distance <= tolerance(&typed, &folded) && best.is_none_or(|(nearest, _)| distance < nearest) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How many letters may differ: none in the shortest words, three in long ones.
fn tolerance(typed: &str, candidate: &str) -> usize {
    match typed.len().max(candidate.len()) {
        0..=2 => 0,
        3..=5 => 1,
        6..=10 => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typing_mistake_finds_its_word() {
        assert_eq!(closest("dorpshius", ["sportkantine", "dorpshuis"]), Some("dorpshuis"));
        assert_eq!(closest("Titel", ["titel"]), Some("titel"));
        assert_eq!(closest("lokatie", ["datum", "locatie"]), Some("locatie"));
    }

    #[test]
    fn something_else_altogether_finds_nothing() {
        assert_eq!(closest("vrijdag", ["dorpshuis", "kerk"]), None);
        assert_eq!(closest("kleding", ["inleiding"]), None);
        assert_eq!(closest("", ["kerk"]), None);
    }
}
