//! Compares the words of a layer with those below: their shape, their places to fill in, and their names.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::layer::Layer;
use super::layer::VILLAGE_LAYER;
use super::manifest::THEME_FILE;
use super::missing::missing_words;
use super::removed::{Gone, GoneKind, gone};
use super::standard::Shipped;
use super::template::LayerTemplate;
use super::word_messages as messages;
use super::words::{Words, own_words, words_in};
use crate::ground::{Diagnostic, Language, Place, Remarks, Severity, SitePath, closest};
use crate::read::{Key, Mapping, Node, TextFile, Value, text_of};

/// The group whose words are looked up by names that do not appear in templates.
const LABELS: &str = "labels";

/// The group in which a place may well be left out: a date may be shown without its year.
const DATES: &str = "dates";

/// Words that the program itself uses. A theme that builds on no other needs them as well, with the places to
/// fill in of the theme that comes with the program.
const OF_THE_PROGRAM: [&str; 9] =
    ["and", "dates", "free", "minutes", "offline", "rule", "status", "text", "until"];

/// What the words of layers are compared with.
pub(super) struct WordCheck<'w> {
    pub(super) layers: &'w [Arc<Layer>],
    /// The languages whose words are checked.
    pub(super) languages: &'w [Language],
    pub(super) templates: &'w [LayerTemplate],
    pub(super) shipped: &'w Shipped,
    pub(super) removed: &'w [Gone],
}

impl WordCheck<'_> {
    /// Checks the words of one layer, by its number from below.
    pub(super) fn check_layer(&self, number: usize, remarks: &mut Remarks) {
        let (Some(below), Some(layer)) = (self.layers.get(..number), self.layers.get(number)) else { return };
        for (path, _, bytes) in layer.files_in("words") {
            let Some(language) = self.languages.iter().find(|language| path.stem() == language.tag()) else {
                if layer.name == VILLAGE_LAYER && Language::ALL.iter().any(|it| path.stem() == it.tag()) {
                    report_unused_language(&layer.shown(path), bytes, remarks);
                }
                continue;
            };
            // A file that is not text was reported when the words were read.
            let Ok(file) = text_of(layer.shown(path), bytes) else { continue };
            let known = match below {
                [] => words_of_the_program(self.shipped, *language),
                below => words_in(below, *language, &mut Remarks::default()),
            };
            let in_file = WordsInFile { file: &file, templates: self.templates, removed: self.removed };
            match file.entries.first() {
                Some(entry) if !entry.listed => in_file.check_group(&entry.fields, &known, "", remarks),
                Some(entry) => remarks.add(messages::list_at_top(file.place(entry.span))),
                None => {
                    let mut lines = file.text.lines();
                    let line = lines.find(|line| !line.trim().is_empty() && !line.starts_with('#'));
                    if line.is_some_and(|line| line.starts_with('-')) {
                        remarks.add(messages::list_at_top(file.place(crate::read::Span::default())));
                    }
                }
            }
        }
    }
}

/// Mentions what is wrong in a file of words in a language that the site does not have.
fn report_unused_language(shown: &SitePath, bytes: &[u8], remarks: &mut Remarks) {
    let wrong = match text_of(shown.clone(), bytes) {
        Ok(file) => file.remarks,
        Err(remark) => vec![*remark],
    };
    remarks.extend(wrong.into_iter().map(messages::in_unused_language));
}

/// Reports a village's own words that another language of its pages lacks: the Dutch word is shown there.
pub(super) fn report_untranslated(layers: &[Arc<Layer>], site_languages: &[Language], remarks: &mut Remarks) {
    let Some(own) = layers.last().filter(|layer| layer.name == VILLAGE_LAYER) else { return };
    if own.files_in("words").next().is_none() || site_languages.len() < 2 {
        return;
    }
    let ours = own_words(std::slice::from_ref(own), Language::Dutch, &mut Remarks::default());
    let missing = missing_words(layers, &mut Remarks::default()).into_iter();
    for word in missing.filter(|it| site_languages.contains(&it.language) && ours.get(&it.key).is_some()) {
        let Some(file) = SitePath::new(&format!("words/{}.yaml", word.language.tag())) else { continue };
        let instead = word.instead.as_ref().map(|(_, instead)| instead.as_str()).unwrap_or_default();
        remarks.add(messages::untranslated(Place::of_file(own.shown(&file).shared()), &word.key, instead));
    }
}

/// Returns the words of the program in a language, as the theme that comes with it has them.
pub(super) fn words_of_the_program(shipped: &Shipped, language: Language) -> Words {
    words_in(&shipped.themes, language, &mut Remarks::default()).only(&OF_THE_PROGRAM)
}

/// Reports the words that the program uses and no layer has in these languages. If the lowest layer builds on
/// no other, the program's own are shown: a new word in a later program must not stop an existing site.
pub(super) fn report_lacking(
    layers: &[Arc<Layer>],
    words: &[&Words],
    shipped: &Shipped,
    remarks: &mut Remarks,
) {
    let Some(lowest) = layers.first() else { return };
    // What only some languages need, such as a form of their own, is not missed in others.
    let known = words_of_the_program(shipped, Language::Dutch);
    let mut lacking = BTreeSet::new();
    for words in words {
        collect_lacking(&known, words, "", &mut lacking);
    }
    let file = |name: &str| SitePath::new(name).filter(|path| lowest.files.contains_key(path));
    let place = file("words/nl.yaml").or_else(|| file(THEME_FILE));
    if let (false, Some(place)) = (lacking.is_empty(), place) {
        let lacking: Vec<String> = lacking.into_iter().collect();
        let folder = lowest.folder.as_str();
        remarks.add(messages::lacking(Place::of_file(lowest.shown(&place).shared()), folder, &lacking));
    }
}

/// Collects the known keys that are missing; for a group that is missing altogether, only its own key.
fn collect_lacking(known: &Words, words: &Words, prefix: &str, lacking: &mut BTreeSet<String>) {
    let Words::Map(known) = known else { return };
    for (key, inner) in known {
        let full_key = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        match words.get(key) {
            Some(there) => collect_lacking(inner, there, &full_key, lacking),
            None => {
                lacking.insert(full_key);
            }
        }
    }
}

/// The words in one file of a layer.
struct WordsInFile<'l> {
    file: &'l TextFile,
    templates: &'l [LayerTemplate],
    removed: &'l [Gone],
}

impl WordsInFile<'_> {
    fn check_group(&self, group: &Mapping, known: &Words, prefix: &str, remarks: &mut Remarks) {
        let mut seen = BTreeSet::new();
        for (key, node) in &group.entries {
            let place = self.file.place(key.span);
            if !seen.insert(key.text.as_str()) {
                remarks.add(messages::word_twice(place.clone(), &key.text));
            }
            let full_key =
                if prefix.is_empty() { key.text.clone() } else { format!("{prefix}.{}", key.text) };
            if full_key == LABELS {
                if !matches!(node.value, Value::Map(_)) {
                    remarks.add(messages::group_expected(place, LABELS, "koffieochtend"));
                }
                continue;
            }
            if let Some((group, inner)) = key.text.split_once('.')
                && (known.get(&key.text).is_some() || self.is_used(&full_key))
            {
                remarks.add(messages::dotted(place, group, inner));
                continue;
            }
            match known.get(&key.text) {
                Some(word) => self.check_word((key, node), word, &full_key, remarks),
                None if self.is_used(&full_key) => self.check_own_places(node, &full_key, remarks),
                None => {
                    if let Some(gone) = gone(self.removed, GoneKind::Word, &full_key) {
                        // A word that is never shown must not stop a site.
                        remarks.add(Diagnostic { severity: Severity::Warning, ..gone.remark(place) });
                        continue;
                    }
                    let Words::Map(names) = known else { continue };
                    let near = closest(&key.text, names.keys().map(String::as_str));
                    // Without templates, it is unknown what is used.
                    if near.is_some() || !self.templates.is_empty() {
                        remarks.add(messages::unknown(place, &key.text, near));
                    }
                }
            }
        }
    }

    fn check_word(&self, (key, node): (&Key, &Node), known: &Words, full_key: &str, remarks: &mut Remarks) {
        let place = self.file.place(key.span);
        match (known, &node.value) {
            (_, Value::Absent) if is_empty_on_purpose(&place) => {}
            (_, Value::Absent) => remarks.add(messages::empty(place, &key.text)),
            (Words::Map(_), Value::Map(inner)) => self.check_group(inner, known, full_key, remarks),
            (Words::Map(names), _) => {
                let inner = names.keys().next().map_or("", String::as_str);
                remarks.add(messages::group_expected(place, &key.text, inner));
            }
            (Words::List(words), Value::List(items)) if items.len() != words.len() => {
                let counts = (items.len(), words.len());
                remarks.add(messages::list_of_other_length(place, &key.text, counts));
            }
            (Words::List(_), Value::List(_)) => {}
            (Words::List(words), _) => {
                remarks.add(messages::list_expected(place, &key.text, words.len()));
            }
            (Words::Text(word), Value::Scalar(text)) => {
                self.check_places(key, node, (word, text), is_of_dates(full_key), remarks);
            }
            (Words::Text(_), _) => remarks.add(messages::text_expected(place, &key.text)),
        }
    }

    /// Compares the places to fill in with those of the word below.
    fn check_places(
        &self,
        key: &Key,
        node: &Node,
        (word, text): (&str, &str),
        may_leave_out: bool,
        remarks: &mut Remarks,
    ) {
        let (known, there) = (places_in(word), places_in(text));
        // A word that is empty on purpose shows nothing at all.
        let is_silent = may_leave_out || text.is_empty();
        for name in known.iter().filter(|name| !is_silent && !there.contains(name)) {
            remarks.add(messages::not_filled_in(self.file.place(key.span), &key.text, name));
        }
        for name in there.iter().filter(|name| !known.contains(name) && !word.is_empty()) {
            // A date may show any part of a date.
            if !may_leave_out {
                remarks.add(messages::never_filled_in(self.file.place(node.span), name, &known));
            }
        }
    }

    /// Reports the places to fill in of a word of its own that every template shows as it is.
    fn check_own_places(&self, node: &Node, full_key: &str, remarks: &mut Remarks) {
        let Value::Scalar(text) = &node.value else { return };
        let names = places_in(text);
        if names.is_empty() || !self.templates.iter().all(|it| shows_as_it_is(&it.written, full_key)) {
            return;
        }
        for name in names {
            remarks.add(messages::never_filled_in(self.file.place(node.span), &name, &[]));
        }
    }

    /// Whether a template uses it: `words.more`, or its group under another name.
    fn is_used(&self, full_key: &str) -> bool {
        let named = format!("words.{full_key}");
        let last = format!(".{}", full_key.rsplit('.').next().unwrap_or(full_key));
        let is_named = |text: &str, name: &str| {
            text.match_indices(name).any(|(at, _)| {
                let after = text[at + name.len()..].chars().next();
                after.is_none_or(|c| !c.is_alphanumeric() && c != '_')
            })
        };
        self.templates.iter().any(|template| {
            let text = &template.written;
            is_named(text, &named) || (full_key.contains('.') && is_named(text, &last))
        })
    }
}

/// Whether a key is in the group of dates: `dates.long`, and not `dates_below`.
fn is_of_dates(full_key: &str) -> bool {
    full_key.split('.').next() == Some(DATES)
}

/// Whether quotation marks say that a word shows nothing.
fn is_empty_on_purpose(place: &Place) -> bool {
    let value = place.excerpt.split_once(':').map_or("", |(_, value)| value.trim_start());
    value.starts_with("\"\"") || value.starts_with("''")
}

/// Whether a template does nothing with a word but show it: `{{ words.more }}`.
fn shows_as_it_is(template: &str, full_key: &str) -> bool {
    let last = full_key.rsplit('.').next().unwrap_or(full_key);
    template.match_indices(&format!(".{last}")).all(|(at, name)| {
        let before = template[..at].trim_end_matches(|c: char| c.is_alphanumeric() || matches!(c, '_' | '.'));
        let after = template[at + name.len()..].trim_start_matches('-').trim_start();
        let is_longer = template[at + name.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '_');
        let is_shown = before.trim_end().trim_end_matches('-').ends_with("{{");
        is_longer || is_shown && after.trim_start_matches('-').starts_with("}}")
    })
}

/// Returns the names of the places to fill in: `{n} van {m}`.
fn places_in(text: &str) -> Vec<String> {
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some((_, tail)) = rest.split_once('{') {
        rest = tail;
        let Some((name, after)) = tail.split_once('}') else { break };
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        if is_name {
            found.push(name.to_owned());
            rest = after;
        }
    }
    found.sort();
    found.dedup();
    found
}
