//! Gathers the words of everything that can be found, and whether they are in its name, in its short
//! description or in its text.

use std::collections::BTreeMap;

use super::folding::{each_word, fold};
use super::labels::labels;
use super::list::Item;
use crate::ground::{Address, QuickMap, find_byte, in_parallel_on_own_threads};
use crate::read::{Part, Prose};
use crate::region::RemoteVillage;
use crate::render::edition::Edition;
use crate::village::{Entry, Fact, Facts, Kind};

/// Where a word occurs, the weightiest first.
#[derive(Clone, Copy)]
enum Place {
    Name,
    Summary,
    Text,
}

/// How many places there is room for: item and place are encoded in one number.
pub(super) const PLACES: u32 = 4;

/// Whether the word is in the text of the item, and nowhere weightier.
pub(super) fn is_in_text(number: u32) -> bool {
    number % PLACES == Place::Text as u32
}

/// Folded words with the numbers of the items they occur in, each with the weightiest place.
pub(super) type Words = BTreeMap<String, Vec<u32>>;

/// How many items one core handles at a time.
const AT_ONCE: usize = 200;

/// Returns the words of everything that can be found.
pub(super) fn words(edition: &Edition, items: &[&Item]) -> Words {
    let numbered: Vec<(u32, &Item)> = (0..).zip(items.iter().copied()).collect();
    let chunks: Vec<&[(u32, &Item)]> = numbered.chunks(AT_ONCE).collect();
    let found = in_parallel_on_own_threads(&chunks, |chunk| words_of(edition, chunk));
    let mut all = Words::new();
    for (word, numbers) in found.into_iter().flatten() {
        all.entry(word).or_default().extend(numbers);
    }
    all
}

fn words_of(edition: &Edition, chunk: &[(u32, &Item)]) -> Words {
    let mut bag = Bag::default();
    for (number, item) in chunk {
        bag.item = *number;
        match item {
            Item::Entry(id) => bag.entry(edition, edition.village.entry(*id)),
            Item::Document(document) => bag.add(Place::Name, &edition.village.documents[*document].title),
            Item::Village(index) => bag.village(&edition.region.region.villages[*index]),
            Item::Venue(village_index, venue_index) => {
                bag.venue(&edition.region.region.villages[*village_index], *venue_index)
            }
            Item::Own(page) => {
                bag.add(Place::Name, &page.name);
                page.about(edition).for_each(|words| bag.add(Place::Summary, words));
            }
        }
    }
    bag.folded()
}

/// Gathers words as they are written: most occur often, and are folded only once.
#[derive(Default)]
struct Bag {
    item: u32,
    numbers: QuickMap<Box<str>, usize>,
    words: Vec<(Box<str>, Vec<u32>)>,
    text: String,
}

impl Bag {
    fn add(&mut self, place: Place, text: &str) {
        let number = self.item * PLACES + place as u32;
        each_word(text, |word| {
            let at = self.numbers.get(word).copied().unwrap_or_else(|| {
                self.numbers.insert(word.into(), self.words.len());
                self.words.push((word.into(), Vec::new()));
                self.words.len() - 1
            });
            let numbers = &mut self.words[at].1;
            if numbers.last() != Some(&number) {
                numbers.push(number);
            }
        });
    }

    /// Adds the words of a village, which is also found by the names of its venues.
    fn village(&mut self, village: &RemoteVillage) {
        self.add(Place::Name, &village.name);
        let about = village
            .municipality
            .as_deref()
            .into_iter()
            .chain(village.province)
            .chain(village.tagline.as_deref());
        about.for_each(|words| self.add(Place::Summary, words));
        village.venues.iter().for_each(|venue| self.add(Place::Text, &venue.name));
    }

    fn venue(&mut self, village: &RemoteVillage, index: usize) {
        let venue = &village.venues[index];
        self.add(Place::Name, &venue.name);
        let about = [Some(&village.name), venue.summary.as_ref()];
        about.into_iter().flatten().for_each(|words| self.add(Place::Summary, words));
        venue.kind.iter().for_each(|kind| self.add(Place::Summary, &kind.nl));
        self.add(Place::Text, &venue.address.one_line());
    }

    fn entry(&mut self, edition: &Edition, entry: &Entry) {
        self.add(Place::Name, &entry.name);
        if let Some(summary) = &entry.head.summary {
            self.add(Place::Summary, summary.as_str());
        }
        for heading in entry.prose.title.as_deref().into_iter().chain(&entry.prose.headings) {
            self.add(Place::Summary, &heading.text);
        }
        let facts = entry.details.facts();
        self.facts(edition, entry, &facts);
        labels(edition, entry.kind(), &facts).for_each(|words| self.add(Place::Summary, words));
        self.prose(&entry.prose);
        // The welcome text from the settings is above the text of the home page.
        let welcome = edition.village.settings.welcome.as_ref();
        let is_home = entry.kind() == Kind::Page && entry.address == Address::home();
        if let Some(welcome) = welcome.filter(|_| is_home) {
            self.prose(&welcome.value.0);
        }
    }

    fn facts(&mut self, edition: &Edition, entry: &Entry, facts: &Facts<'_>) {
        for fact in facts.iter().filter_map(|(_, fact)| fact.as_ref()) {
            self.fact(edition, entry, fact);
        }
    }

    fn fact(&mut self, edition: &Edition, entry: &Entry, fact: &Fact<'_>) {
        match fact {
            Fact::Words(words) => self.add(Place::Summary, words),
            Fact::Text(prose) => self.prose(prose),
            Fact::Word { known, typed, .. } => {
                self.add(Place::Summary, known.map_or(*typed, |pair| edition.label(pair)));
            }
            Fact::Reference(span) => {
                if let Some(other) = entry.target(*span).and_then(|id| edition.shown(id)) {
                    self.add(Place::Summary, &other.name);
                }
            }
            Fact::List(items) => items.iter().for_each(|item| self.fact(edition, entry, item)),
            Fact::Group(facts) => self.facts(edition, entry, facts),
            _ => {}
        }
    }

    fn prose(&mut self, prose: &Prose) {
        let mut text = std::mem::take(&mut self.text);
        text.clear();
        let mut in_tag = false;
        for part in prose.parts() {
            if let Part::Html(html) = part {
                in_tag = push_text(&mut text, html, in_tag);
            }
        }
        self.add(Place::Text, &text);
        self.text = text;
    }

    fn folded(self) -> Words {
        let mut words = Words::new();
        for (word, numbers) in self.words {
            words.entry(fold(&word)).or_default().extend(numbers);
        }
        for numbers in words.values_mut() {
            numbers.sort_unstable();
            numbers.dedup_by_key(|number| *number / PLACES);
        }
        words
    }
}

/// Adds the readable text of a piece of HTML. A piece may end in the middle of a tag; returns whether it
/// does.
fn push_text(text: &mut String, html: &str, mut in_tag: bool) -> bool {
    let mut rest = html;
    loop {
        if in_tag {
            let Some(end) = find_byte(rest, b'>') else { return true };
            text.push(' ');
            rest = &rest[end + 1..];
        }
        let Some(end) = find_byte(rest, b'<') else { break };
        push_plain(text, &rest[..end]);
        rest = &rest[end + 1..];
        in_tag = true;
    }
    push_plain(text, rest);
    false
}

/// Adds escaped text; entities such as `&amp;` are not words.
fn push_plain(text: &mut String, escaped: &str) {
    let mut rest = escaped;
    while let Some(at) = find_byte(rest, b'&') {
        text.push_str(&rest[..at]);
        text.push(' ');
        let after = &rest[at + 1..];
        rest = after.split_once(';').map_or(after, |(_, after)| after);
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_readable_text_is_gathered() {
        let mut text = String::new();
        let in_tag = push_text(&mut text, "<p>Koffie &amp; thee, <a href=\"", false);
        assert!(in_tag);
        assert!(!push_text(&mut text, "\">op de Brink</a>.</p>", true));
        assert_eq!(text.split_whitespace().collect::<Vec<_>>().join(" "), "Koffie thee, op de Brink .");
    }
}
