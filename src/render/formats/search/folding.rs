//! Words in the form in which they are searched. The script of the theme folds what a visitor types in the
//! same way: one table tests both, `tests/search/words.json`.

use crate::ground::letters;

/// How many letters of a word remain at least, whatever is stripped from its end.
const SHORTEST: usize = 3;

/// Calls `visit` with each word of a text, in lower case. An apostrophe joins, and takes its `s` with it:
/// `foto's` is `foto`.
pub(super) fn each_word(text: &str, mut visit: impl FnMut(&str)) {
    // Split at blanks first: most pieces are plain words, which are quick to recognise.
    for piece in text.split_ascii_whitespace() {
        if piece.bytes().all(|byte| byte.is_ascii_lowercase()) {
            if (2..=LONGEST).contains(&piece.len()) {
                visit(piece);
            }
            continue;
        }
        let plain = letters(piece);
        let plain = if plain.contains(APOSTROPHES) { without_apostrophes(&plain).into() } else { plain };
        plain
            .split(|letter: char| !letter.is_alphanumeric())
            .filter(|word| is_searchable(word))
            .for_each(&mut visit);
    }
}

const APOSTROPHES: [char; 5] = ['\'', '’', '‘', 'ʼ', '`'];

fn without_apostrophes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(APOSTROPHES) {
        out.push_str(before);
        let without = after.strip_prefix('s').filter(|rest| !rest.starts_with(char::is_alphanumeric));
        rest = without.unwrap_or(after);
    }
    out.push_str(rest);
    out
}

/// In bytes: nobody searches for a longer word, and finding the parts of a word takes quadratic time.
const LONGEST: usize = 80;

/// Whether this counts as a word: a single letter, as in 't, does not.
fn is_searchable(word: &str) -> bool {
    let is_word = word.chars().nth(1).is_some() || word.starts_with(|letter: char| letter.is_ascii_digit());
    is_word && word.len() <= LONGEST
}

/// Returns the form in which words are compared: `ij` is `y`, `v` is `f`, `z` is `s`, and no letter occurs
/// twice in a row, so that `brieven` begins with `brief`, `straten` with `straat` and `huizen` with `huis`.
pub(super) fn fold(word: &str) -> String {
    let mut folded = word.replace("ij", "y").replace('v', "f").replace('z', "s");
    let length = folded.chars().count();
    if length > 3 {
        // `doarp` is Frisian for `dorp`, `straot` Low Saxon for `straat`.
        folded = folded.replace("oa", "o").replace("ao", "a");
    }
    if length > 2 {
        let mut last = None;
        folded.retain(|letter| last.replace(letter) != Some(letter) || letter.is_ascii_digit());
    }
    folded
}

/// Strips the ending of a plural or an adjective from a folded word: `straten` and `straat` are both `strat`,
/// `oude` is `oud`.
pub(super) fn stem(folded: &str) -> &str {
    let mut word = folded;
    loop {
        let was = word;
        word = ["ens", "en", "es", "e"].iter().find_map(|end| shortened(word, end)).unwrap_or(word);
        if let Some(rest) = shortened(word, "s")
            && rest.ends_with(['b', 'd', 'f', 'g', 'k', 'l', 'm', 'p', 'r', 't'])
        {
            word = rest;
        }
        if word == was {
            return word;
        }
    }
}

fn shortened<'w>(word: &'w str, end: &str) -> Option<&'w str> {
    word.strip_suffix(end).filter(|rest| rest.chars().nth(SHORTEST - 1).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::parse_json;

    #[test]
    fn words_are_folded_and_stemmed_as_the_table_says() {
        let table = parse_json(include_bytes!("../../../../tests/search/words.json")).expect("a table");
        let rows = table["words"].as_array().expect("rows");
        assert!(rows.len() > 40);
        for row in rows {
            let text = row["text"].as_str().expect("a text");
            let mut folded = Vec::new();
            each_word(text, |word| folded.push(fold(word)));
            let stems: Vec<&str> = folded.iter().map(|word| stem(word)).collect();
            assert_eq!(folded.join(" "), row["folded"].as_str().expect("words"), "{text}");
            assert_eq!(stems.join(" "), row["stems"].as_str().expect("stems"), "{text}");
        }
    }
}
