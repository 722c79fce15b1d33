//! Whether words about one day say that it does not take place then: `gaat deze keer niet door`, `we zijn dicht`.

use crate::ground::{fold, weekday_from_word};

/// What the words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Denial {
    /// It does not take place.
    Clear,
    /// It may be that it does not: to be asked.
    Doubtful,
}

/// Words that say by themselves that something is off.
const OFF: &[&str] = &[
    "afgelast",
    "geannuleerd",
    "gecanceld",
    "vervalt",
    "vervallen",
    "afgeblazen",
    "geschrapt",
    "cancelled",
    "canceled",
];

/// Words that say so together, with others between them or not.
const OFF_TOGETHER: &[[&str; 3]] = &[
    ["gaat", "niet", "door"],
    ["gaan", "niet", "door"],
    ["vindt", "niet", "plaats"],
    ["wordt", "niet", "gehouden"],
    ["kan", "niet", "doorgaan"],
    ["zal", "niet", "doorgaan"],
    ["not", "take", "place"],
    ["not", "taking", "place"],
    ["not", "go", "ahead"],
    ["not", "going", "ahead"],
    ["is", "called", "off"],
];

/// Words that say so where hardly anything stands beside them.
const CLOSED: &[&str] = &["gesloten", "dicht", "closed"];

/// Days off by their name, where nothing stands beside them.
const FREE: &[&str] = &["vrij", "ijsvrij", "pauze", "zomerstop", "winterstop", "holiday", "break"];

const FILLERS: &[&str] = &[
    "we",
    "wij",
    "ik",
    "ze",
    "zij",
    "het",
    "de",
    "is",
    "zijn",
    "er",
    "dan",
    "vandaag",
    "helaas",
    "sorry",
    "deze",
    "dit",
    "die",
    "keer",
    "dag",
    "ochtend",
    "middag",
    "avond",
    "week",
    "nu",
    "dus",
    "ook",
    "jammer",
    "genoeg",
    "are",
    "it",
    "there",
    "this",
    "that",
    "time",
    "today",
    "sadly",
    "unfortunately",
    "evening",
];

/// Where a reason begins.
const REASONS: &[&str] = &["wegens", "vanwege", "ivm", "omdat", "want", "due", "because"];

const CONDITIONS: &[&str] = &[
    "als",
    "indien",
    "tenzij",
    "mits",
    "misschien",
    "mogelijk",
    "wellicht",
    "if",
    "unless",
    "maybe",
    "perhaps",
    "might",
];

/// Words behind `bij` that are weather, or something else that may come.
const MAY_COME: &[&str] = &["regen", "slecht", "storm", "vorst", "onweer", "sneeuw", "hitte", "te", "minder"];

/// Words by which something takes place after all.
const AND_YET: &[&str] = &["wel", "maar", "toch", "alleen", "behalve", "but", "only", "except"];

/// What these words say of whether it takes place; nothing when they speak of something else.
pub(super) fn denial(words: &str) -> Option<Denial> {
    let folded = fold(words);
    let all: Vec<&str> = folded.split(' ').collect();
    let judged = |is_doubtful: bool| if is_doubtful { Denial::Doubtful } else { Denial::Clear };
    let and_yet = all.iter().any(|word| AND_YET.contains(word)) || is_conditional(words);
    if all.iter().any(|word| OFF.contains(word)) || falls_out(&all) {
        return Some(judged(and_yet || all.iter().any(|word| matches!(*word, "niet" | "not"))));
    }
    if OFF_TOGETHER.iter().any(|phrase| holds(&all, phrase)) {
        return Some(judged(and_yet || goes_through(&all)));
    }
    let told = before_reason(&all);
    let bare: Vec<&str> = told.iter().copied().filter(|word| !is_filler(word)).collect();
    let last = told.last().copied().unwrap_or_default();
    match bare.as_slice() {
        [word] if CLOSED.contains(word) => return Some(judged(and_yet)),
        // `niet` alone may be the beginning of anything.
        ["niet" | "not"] if told.len() > 1 => return Some(judged(and_yet)),
        ["niet" | "not" | "nee" | "no" | "none" | "geen"] => return Some(Denial::Doubtful),
        [word] if FREE.contains(word) || word.ends_with("vakantie") => return Some(Denial::Doubtful),
        ["geen" | "no", rest @ ..] if rest.len() <= 2 => return Some(Denial::Doubtful),
        [.., "geen" | "no", _] | [.., "niet" | "not", "open"] => return Some(Denial::Doubtful),
        _ => {}
    }
    let is_closed = all.iter().any(|word| matches!(*word, "gesloten" | "closed"));
    (is_closed || matches!(last, "niet" | "dicht")).then_some(Denial::Doubtful)
}

/// Whether the words name what is off, and say more than that: then nobody but the writer knows what is meant.
pub(super) fn names_off(words: &str) -> bool {
    fold(words).split(' ').any(|word| OFF.contains(&word) || CLOSED.contains(&word))
}

/// Whether something holds under a condition only: `als het regent`, `bij slecht weer`.
pub(super) fn is_conditional(words: &str) -> bool {
    let folded = fold(words);
    let all: Vec<&str> = folded.split(' ').collect();
    let may_come = |pair: &[&str]| pair[0] == "bij" && MAY_COME.contains(&pair[1]);
    all.iter().any(|word| CONDITIONS.contains(word)) || all.windows(2).any(may_come)
}

/// These words in this order; the last two stand together.
fn holds(all: &[&str], [first, second, third]: &[&str; 3]) -> bool {
    let pair = all.windows(2).position(|pair| pair == [*second, *third]);
    pair.is_some_and(|at| all[..at].contains(first))
}

/// `de route gaat niet door de kerk`: where it leads, and not whether it takes place.
fn goes_through(all: &[&str]) -> bool {
    all.windows(3).any(|words| matches!(words, ["niet", "door", "de" | "het" | "een"]))
}

/// `valt vandaag uit`.
fn falls_out(all: &[&str]) -> bool {
    let falls = all.iter().position(|word| matches!(*word, "valt" | "vallen"));
    falls.is_some_and(|at| all[at + 1..].iter().take(3).any(|word| *word == "uit"))
}

/// What stands before a reason; everything when that comes first.
fn before_reason<'a>(all: &'a [&'a str]) -> &'a [&'a str] {
    let begins = |at: &usize| {
        REASONS.contains(&all[*at])
            || all[*at..].starts_with(&["i", "v", "m"])
            || all[*at..].starts_with(&["in", "verband"])
            || all[*at] == "door"
    };
    (1..all.len()).find(begins).map_or(all, |at| &all[..at])
}

fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word) || weekday_from_word(word).is_some()
}
