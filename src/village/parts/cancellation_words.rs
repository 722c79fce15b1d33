//! Decides whether the words for one day say that the event does not take place: `gaat deze keer niet door`,
//! `we zijn dicht`.

use crate::ground::{fold, weekday_from_word};

/// What the words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cancellation {
    /// It does not take place.
    Certain,
    /// Perhaps it does not take place: ask the user.
    Doubtful,
}

/// Words that say on their own that something is off.
const CANCELLED: &[&str] = &[
    "afgelast",
    "geannuleerd",
    "gecanceld",
    "vervalt",
    "vervallen",
    "afgeblazen",
    "geschrapt",
    "uitgevallen",
    "overgeslagen",
    "skipped",
    "cancelled",
    "canceled",
];

/// Words that say so together; others may come between the first and the last two.
const CANCELLED_PHRASES: &[[&str; 3]] = &[
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

/// Words that say so if there is hardly anything else beside them.
const CLOSED: &[&str] = &["gesloten", "dicht", "closed"];

/// Names of days off, if there is nothing else beside them.
const DAYS_OFF: &[&str] = &[
    "vrij",
    "ijsvrij",
    "pauze",
    "zomerstop",
    "winterstop",
    "feestdag",
    "kerst",
    "kerstmis",
    "pasen",
    "pinksteren",
    "hemelvaart",
    "hemelvaartsdag",
    "koningsdag",
    "nieuwjaarsdag",
    "bevrijdingsdag",
    "holiday",
    "break",
];

/// Words that say that it is skipped, if there is nothing else beside them.
const SKIPPED: &[&str] = &["overslaan", "skip", "off"];

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

/// More words that say nothing about what is off.
const HELPERS: &[&str] = &[
    "wordt",
    "worden",
    "komt",
    "te",
    "zal",
    "kan",
    "gaat",
    "begint",
    "ook",
    "een",
    "onze",
    "vanavond",
    "vanmiddag",
    "vanochtend",
    "does",
    "will",
    "has",
    "been",
    "be",
    "the",
    "a",
    "an",
    "our",
    "tonight",
];

/// General words for an event.
const EVENTS: &[&str] = &[
    "les",
    "lessen",
    "koffie",
    "wandeling",
    "workshop",
    "training",
    "wedstrijd",
    "concert",
    "voorstelling",
    "viering",
    "dienst",
    "markt",
    "evenement",
    "event",
    "activity",
    "class",
    "lesson",
    "meeting",
    "session",
    "rehearsal",
    "morning",
    "afternoon",
    "walk",
];

/// General words that compounds end with: `koffieochtend`.
const EVENT_ENDINGS: &[&str] = &[
    "avond",
    "middag",
    "ochtend",
    "bijeenkomst",
    "vergadering",
    "repetitie",
    "inloop",
    "activiteit",
    "cursus",
];

/// The words with which a reason begins.
const REASONS: &[&[&str]] = &[
    &["wegens"],
    &["vanwege"],
    &["door"],
    &["i", "v", "m"],
    &["ivm"],
    &["in", "verband"],
    &["omdat"],
    &["want"],
    &["due"],
    &["because"],
];

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

/// Words after `bij` that stand for weather, or something else that may or may not come.
const MAY_COME: &[&str] = &["regen", "slecht", "storm", "vorst", "onweer", "sneeuw", "hitte", "te", "minder"];

/// Words that say that something takes place after all, or in part.
const RESERVATIONS: &[&str] = &["wel", "maar", "toch", "alleen", "behalve", "but", "only", "except"];

/// Returns what these words say about whether the event is off; `None` if they are about something else.
pub(super) fn cancellation_in(words: &str) -> Option<Cancellation> {
    let folded = fold(words).replace("drop in", "inloop");
    let split_words: Vec<&str> = folded.split(' ').collect();
    let cancellation =
        |is_doubtful: bool| if is_doubtful { Cancellation::Doubtful } else { Cancellation::Certain };
    let has_reservation = split_words.iter().any(|word| RESERVATIONS.contains(word)) || is_conditional(words);
    // What follows a comma is a statement of its own.
    let first_clause = fold(words.split([',', ';', '(', '!']).next().unwrap_or_default());
    let first_clause_length = first_clause.replace("drop in", "inloop").split(' ').count();
    if let Some(off) = find_cancellation(&split_words) {
        let end = if off.ends <= first_clause_length {
            first_clause_length.min(split_words.len())
        } else {
            split_words.len()
        };
        return Some(cancellation(has_reservation || !off.concerns_event(&split_words, end)));
    }
    let statement = before_reason(&split_words);
    let bare: Vec<&str> = statement.iter().copied().filter(|word| !is_filler(word)).collect();
    let last = statement.last().copied().unwrap_or_default();
    match bare.as_slice() {
        [word] if CLOSED.contains(word) => {
            return Some(cancellation(
                has_reservation || has_more_than_reason(&split_words[statement.len()..], words),
            ));
        }
        [word] if SKIPPED.contains(word) => return Some(cancellation(has_reservation)),
        // `niet` on its own may be the start of anything.
        ["niet" | "not"] if statement.len() > 1 => return Some(cancellation(has_reservation)),
        ["niet" | "not" | "nee" | "no" | "none" | "geen"] => return Some(Cancellation::Doubtful),
        [word] if DAYS_OFF.contains(word) || word.ends_with("vakantie") => {
            return Some(Cancellation::Doubtful);
        }
        ["geen" | "no", rest @ ..] if rest.len() <= 2 => return Some(Cancellation::Doubtful),
        [.., "geen" | "no", _] | [.., "niet" | "not", "open"] => return Some(Cancellation::Doubtful),
        _ => {}
    }
    let is_closed = split_words.iter().any(|word| matches!(*word, "gesloten" | "closed"));
    (is_closed || matches!(last, "niet" | "dicht")).then_some(Cancellation::Doubtful)
}

/// Whether any of these words says that something is off or closed. That may not be the event itself, so
/// there is no telling what the user should have written.
pub(super) fn mentions_cancellation(words: &str) -> bool {
    let folded = fold(words);
    let split_words: Vec<&str> = folded.split(' ').collect();
    find_cancellation(&split_words).is_some() || split_words.iter().any(|word| CLOSED.contains(word))
}

/// Whether the words are about the event itself: they name nothing, or call it by a general word.
pub(super) fn is_about_the_event(words: &[&str]) -> bool {
    words.iter().all(|word| {
        is_filler(word)
            || HELPERS.contains(word)
            || EVENTS.contains(word)
            || EVENT_ENDINGS.iter().any(|ending| word.ends_with(ending))
    })
}

/// Whether these words are a reason.
pub(super) fn is_reason(words: &[&str]) -> bool {
    REASONS.iter().any(|reason| words.starts_with(reason))
}

/// Whether it can still be the event that is off, given the words that follow: nothing, a reason, or
/// `vandaag` can; `in de grote zaal` cannot, nor, after words that end in `door`, anything that one can go
/// through.
pub(super) fn can_mean_the_event(off: &str, following: &[&str]) -> bool {
    let is_article = |word: &&str| matches!(*word, "de" | "het" | "een" | "the");
    let statement = if is_reason(following) { &[] } else { before_reason(following) };
    let is_passing_through = off.ends_with("door") && statement.first().is_some_and(is_article);
    is_about_the_event(statement) && !is_passing_through
}

/// Whether the words contain a condition: `als het regent`, `bij slecht weer`.
pub(super) fn is_conditional(words: &str) -> bool {
    let folded = fold(words);
    let split_words: Vec<&str> = folded.split(' ').collect();
    let may_come = |pair: &[&str]| pair[0] == "bij" && MAY_COME.contains(&pair[1]);
    split_words.iter().any(|word| CONDITIONS.contains(word)) || split_words.windows(2).any(may_come)
}

/// The position of the words that say that something is off.
struct CancellationWords {
    /// The index of the first word, and the index after the last one.
    begins: usize,
    ends: usize,
    /// The index from which the last words follow each other directly; what may come between is before it.
    middle: usize,
}

impl CancellationWords {
    /// Whether only the event can be what is off, given the words around it up to the index `end`.
    fn concerns_event(&self, words: &[&str], end: usize) -> bool {
        let before = match &words[..self.begins] {
            // `wegens ziekte vervalt de les`
            [_, _, rest @ ..] if is_reason(&words[..1]) => rest,
            before => before,
        };
        let is_denied =
            self.ends - self.begins == 1 && words.iter().any(|word| matches!(*word, "niet" | "not"));
        !is_denied
            && is_about_the_event(before)
            && is_about_the_event(&words[(self.begins + 1).min(self.middle)..self.middle])
            && can_mean_the_event(words[self.ends - 1], &words[self.ends..end])
    }
}

/// Finds the words that say that something is off: `vervalt`, `valt vandaag uit`, `gaat deze keer niet door`.
fn find_cancellation(words: &[&str]) -> Option<CancellationWords> {
    let word = words.iter().position(|word| CANCELLED.contains(word));
    word.map(|at| CancellationWords { begins: at, ends: at + 1, middle: at })
        .or_else(|| split_verb_in(words, &["valt", "vallen"], "uit"))
        .or_else(|| split_verb_in(words, &["slaan", "slaat"], "over"))
        .or_else(|| CANCELLED_PHRASES.iter().find_map(|phrase| phrase_in(words, phrase)))
}

/// Finds these words in this order; the last two must be adjacent.
fn phrase_in(words: &[&str], [first, second, third]: &[&str; 3]) -> Option<CancellationWords> {
    let middle = words.windows(2).position(|pair| pair == [*second, *third])?;
    let begins = words[..middle].iter().position(|word| word == first)?;
    Some(CancellationWords { begins, ends: middle + 2, middle })
}

/// Finds a verb in two parts: `valt vandaag uit`, `slaan we over`.
fn split_verb_in(words: &[&str], verbs: &[&str], following: &str) -> Option<CancellationWords> {
    let begins = words.iter().position(|word| verbs.contains(word))?;
    let between = words[begins + 1..].iter().take(3).position(|word| *word == following)?;
    let middle = begins + 1 + between;
    Some(CancellationWords { begins, ends: middle + 1, middle })
}

/// Whether there is more than the reason after it: `wegens verbouwing, dus in de kerk`.
fn has_more_than_reason(reason: &[&str], words: &str) -> bool {
    let more = words.split([',', ';', '(']).skip(1).map(fold);
    let adds_something = |more: String| {
        let more: Vec<&str> = more.split(' ').filter(|word| !word.is_empty()).collect();
        !is_reason(&more) && !is_about_the_event(&more)
    };
    reason.contains(&"dus") || more.into_iter().any(adds_something)
}

/// Returns the words before a reason; all of them if the reason comes first.
fn before_reason<'a>(words: &'a [&'a str]) -> &'a [&'a str] {
    (1..words.len()).find(|at| is_reason(&words[*at..])).map_or(words, |at| &words[..at])
}

/// Whether a word says nothing here. Days count only by their full name: `vrij` is not a Friday here.
fn is_filler(word: &str) -> bool {
    FILLERS.contains(&word) || (word.len() >= 6 && weekday_from_word(word).is_some())
}
