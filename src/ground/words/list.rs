//! Joins items into a list within a sentence.

/// Joins items with commas, and with a word before the last: `a`, `a en b`, `a, b en c`.
pub fn joined_list<T: AsRef<str>>(items: &[T], word: &str) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    match items.as_slice() {
        [front @ .., last] if !front.is_empty() => format!("{} {word} {last}", front.join(", ")),
        items => items.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_conjunction_comes_before_the_last_item() {
        for (items, list) in
            [(&[][..], ""), (&["a"], "a"), (&["a", "b"], "a en b"), (&["a", "b", "c"], "a, b en c")]
        {
            assert_eq!(joined_list(items, "en"), list);
        }
    }
}
