//! A key that is no field here: what its writer most likely meant.

use super::answers::{are_answered, block, what_fits};
use super::key_of_group::{Gathered, HOUSE_NUMBER, instead_of, is_house_number_of, shown_at};
use super::meant_keys::{MEANT, UNTIL};
use super::messages::{self, Instead};
use super::pairs::pair_of;
use super::shape::{FieldInfo, Shape};
use crate::ground::{
    Both, Diagnostic, Locale, Pair, Place, both, closest, fold, parse_date, parse_time, weekday_from_word,
};
use crate::read::{Key, Mapping, Node, TextFile, Value};

/// A key with what stands behind it, among the others of its mapping, where these fields may be given.
pub(super) struct Strange<'s> {
    pub(super) place: Place,
    pub(super) key: &'s Key,
    pub(super) node: &'s Node,
    pub(super) mapping: &'s Mapping,
    pub(super) lists: &'s [&'static [FieldInfo]],
    pub(super) locale: Option<Locale>,
    pub(super) file: &'s TextFile,
}

impl Strange<'_> {
    /// What is said of it.
    pub(super) fn told(self) -> Diagnostic {
        // Until which day a photo may be shown is told of a photo that is there; otherwise it is about the entry.
        let is_of_showing = self.meant().is_some_and(|field| field.en.starts_with("publish_"));
        let group = self.group().filter(|group| !is_of_showing || self.given(group).is_some());
        if let Some(group) = group {
            return self.below(group);
        }
        let (place, key) = (self.place.clone(), &self.key.text);
        if let Some(said) = self.meant().and_then(|field| self.as_field(field)) {
            return said;
        }
        if let Some(said) = self.as_redirect().or_else(|| self.as_day()) {
            return said;
        }
        if let Some(said) = self.as_word().or_else(|| self.as_house_number()).or_else(|| self.as_pair()) {
            return said;
        }
        let near = self.near();
        let known: Vec<&FieldInfo> = self.all().collect();
        let has_text = known.iter().any(|field| field.en == "text");
        let instead = if has_text {
            Instead::Text
        } else if known.len() <= 8 {
            let names = |name: fn(&FieldInfo) -> &str| {
                known.iter().map(|field| name(field)).collect::<Vec<_>>().join(", ")
            };
            Instead::Known(both(names(|field| field.nl), names(|field| field.en)))
        } else {
            Instead::Page
        };
        messages::unknown_key(place, key, near, instead)
    }

    /// The name of a field that is nearest. Words that mean something of their own are no mistake for another. Of names that are equally near, one in the language of the writer is meant.
    fn near(&self) -> Option<&'static str> {
        if matches!(fold(&self.key.text).as_str(), "taal" | "language") {
            return None;
        }
        if self.is_until() && self.all().any(|field| field.en == "end") {
            return None;
        }
        let own = self.all().map(|field| field.name(self.locale.unwrap_or_default()));
        closest(&self.key.text, own.chain(self.all().flat_map(FieldInfo::names)))
    }

    /// The field that was most likely meant.
    pub(super) fn stands_for(&self) -> Option<&'static FieldInfo> {
        if self.group().is_some() {
            return None;
        }
        self.meant().or_else(|| {
            let near = self.near()?;
            self.all().find(|field| field.names().any(|name| name == near))
        })
    }

    fn has_street(&self) -> bool {
        const STREET: [&str; 3] = ["straat", "street", "adres"];
        self.mapping.entries.iter().any(|(key, _)| STREET.contains(&fold(&key.text).as_str()))
    }

    fn all(&self) -> impl Iterator<Item = &'static FieldInfo> {
        self.lists.iter().flat_map(|list| list.iter())
    }

    /// What stands behind another key, where that was typed.
    fn given(&self, field: &FieldInfo) -> Option<&Node> {
        self.mapping.entries.iter().find(|(key, _)| field.is_named(&key.text)).map(|(_, node)| node)
    }

    fn line(&self) -> Option<&str> {
        if let Value::Scalar(line) = &self.node.value { Some(line.trim()) } else { None }
    }

    /// The field below which this key belongs, where that is plain.
    fn group(&self) -> Option<&'static FieldInfo> {
        let holds = |group: &&'static FieldInfo| {
            group.shape.fields().iter().any(|field| field.is_named(&self.key.text))
                || is_house_number_of(&self.key.text, group) && self.has_street()
        };
        let mut groups = self.all().filter(holds);
        let first = groups.next()?;
        // A telephone number may belong to many things, and first of all to how to reach somebody.
        let is_contact = |group: &&FieldInfo| group.en == "contact";
        if groups.next().is_none() { Some(first) } else { self.all().find(is_contact).filter(holds) }
    }

    fn below(self, group: &'static FieldInfo) -> Diagnostic {
        let beside = self.given(group).map(|node| &node.value);
        let is_line = self.line().is_some();
        let said =
            messages::key_of_group(self.place.clone(), &self.key.text, group, is_line, beside, self.locale);
        match self.gathered(group) {
            Some(gathered) if is_line => gathered.tell(said, self.key),
            _ => said,
        }
    }

    /// All that stands here and belongs in a group, where it is no field of its own.
    fn gathered(&self, group: &'static FieldInfo) -> Option<Gathered<'_>> {
        Gathered::of(group, self.locale, (self.mapping, self.file), |key| {
            let is_known = self.all().any(|field| field.is_named(&key.text));
            let is_in_it = group.shape.fields().iter().any(|field| field.is_named(&key.text));
            !is_known && (is_in_it || is_house_number_of(&key.text, group))
        })
    }

    fn is_until(&self) -> bool {
        let key = fold(&self.key.text);
        UNTIL.iter().any(|word| fold(word) == key)
    }

    /// The field that people mean by this word.
    fn meant(&self) -> Option<&'static FieldInfo> {
        let key = fold(&self.key.text);
        let (_, fields) = MEANT.iter().find(|(words, _)| words.iter().any(|word| fold(word) == key))?;
        let mut found = fields.iter().filter_map(|name| self.all().find(|field| field.en == *name));
        found.next()
    }

    /// The same line with the field that is meant; nothing when that stands there already.
    fn as_field(&self, field: &'static FieldInfo) -> Option<Diagnostic> {
        let is_day = |line: &str| parse_date(line).is_ok();
        if self.given(field).is_some() || field.en == "except" && !self.line().is_some_and(is_day) {
            return None;
        }
        let name = field.name(self.locale.unwrap_or_default());
        let said = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        let line = self.line().unwrap_or("");
        if field.en == "end" && !(self.is_until() && parse_time(line).is_ok()) {
            return Some(said.hint(both(
                format!("schrijf hoe laat het eindigt, bijvoorbeeld: {}: 21.30", field.nl),
                format!("write at what time it ends, for example: {}: 21:30", field.en),
            )));
        }
        if are_answered(field.shape.fields()) {
            return Some(self.as_answers(field, said, line));
        }
        if field.en == "signup" {
            let is_part = field.shape.fields().iter().any(|part| part.is_named(&self.key.text));
            let front = self.place.front().to_owned();
            let said = said.hint(both(
                format!("hoe mensen zich aanmelden, hoort bij '{}'; de rest kan in de tekst", field.nl),
                format!("how to sign up belongs to '{}'; the rest can go into the text", field.en),
            ));
            return Some(match self.line() {
                Some(line) if is_part => {
                    let said = said.correction(format!("{front}{name}:\n  {front}{}: {line}", self.key.text));
                    match self.gathered(field) {
                        Some(gathered) => gathered.tell(said, self.key),
                        None => said,
                    }
                }
                Some(line) => said.correction(format!("{front}{name}: {line}")),
                None => said,
            });
        }
        if field.en == "publish_from"
            && matches!(fold(line).as_str(), "nee" | "no" | "false" | "niet" | "nog niet")
            && let Some(draft) = self.all().find(|field| field.en == "draft")
        {
            let yes = Pair::new("ja", "yes").in_locale(self.locale.unwrap_or_default());
            let draft_name = draft.name(self.locale.unwrap_or_default());
            return Some(
                said.hint(belongs_to(draft)).correction(format!("{}{draft_name}: {yes}", self.place.front())),
            );
        }
        let is_readable = match field.en {
            "publish_from" | "publish_until" => is_day(line),
            "board" => false,
            "start" => parse_time(line).is_ok(),
            "date" => is_day(line),
            "venue" => line.contains(',') || !line.contains(|letter: char| letter.is_ascii_digit()),
            _ => self.line().is_some(),
        };
        Some(if is_readable { said.suggest(Some(name)) } else { said.hint(belongs_to(field)) })
    }

    /// `toegankelijk: ja`: the group that is meant, with what was said in it.
    fn as_answers(&self, field: &FieldInfo, said: Diagnostic, line: &str) -> Diagnostic {
        let (fields, locale) = (field.shape.fields(), self.locale.unwrap_or_default());
        let lines = block(self.place.front(), field.name(locale), line, fields, locale);
        let what_fits = what_fits(fields);
        said.hint(both(
            format!("dat hoort bij '{}': {}", field.nl, what_fits.nl),
            format!("that belongs to '{}': {}", field.en, what_fits.en),
        ))
        .correction(lines)
    }

    /// `afgelast: ja` and `wifi: ja`: a word of the list of a field, with yes behind it.
    fn as_word(&self) -> Option<Diagnostic> {
        let field = self.all().find(|field| is_word_of(field, self.key))?;
        let name = field.name(self.locale.unwrap_or_default());
        let said = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        let word = &self.key.text;
        Some(match self.given(field) {
            _ if !is_yes(self.node) => return None,
            None => {
                let words = |(key, node): &&(Key, Node)| is_word_of(field, key) && is_yes(node);
                let all: Vec<&Key> = self.mapping.entries.iter().filter(words).map(|(key, _)| key).collect();
                let is_first = all.first().is_some_and(|first| std::ptr::eq(*first, self.key));
                let is_list = matches!(field.shape, Shape::Many(_)) && all.len() > 1;
                let texts: Vec<&str> = all.iter().map(|key| key.text.as_str()).collect();
                let written = if is_list { texts.join(", ") } else { word.clone() };
                let said = match is_list {
                    true if is_first => said.hint(instead_of(&all, self.file)),
                    true => return Some(said.hint(shown_at(&self.key.text, name, all.first()?, self.file))),
                    false => said.hint(both(
                        format!("dat schrijf je achter '{}'", field.nl),
                        format!("that is written behind '{}'", field.en),
                    )),
                };
                said.correction(format!("{}{name}: {written}", self.place.front()))
            }
            Some(_) => said.hint(both(
                format!("zet '{word}' bij '{}'", field.nl),
                format!("put '{word}' under '{}'", field.en),
            )),
        })
    }

    /// `maandag: 9.00-17.00` that stands beside the opening hours and not below them.
    fn as_day(&self) -> Option<Diagnostic> {
        let hours = self.all().find(|field| matches!(field.shape, Shape::Hours))?;
        let is_day = |key: &Key| {
            let first = key.text.split([' ', '-', '/']).next().unwrap_or_default();
            weekday_from_word(first).is_some()
        };
        if !is_day(self.key) {
            return None;
        }
        let name = hours.name(self.locale.unwrap_or_default());
        let said = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        let below = both(
            format!("'{}' hoort onder '{}', met twee spaties ervoor", self.key.text, hours.nl),
            format!("'{}' belongs below '{}', with two blanks before it", self.key.text, hours.en),
        );
        let indented = |line: &str| format!("  {line}");
        match self.given(hours).map(|node| &node.value) {
            None => {
                let days = self.mapping.entries.iter().map(|(key, _)| key).filter(|key| is_day(key));
                let days: Vec<&Key> = days.collect();
                let first = *days.first()?;
                if !std::ptr::eq(first, self.key) {
                    return Some(said.hint(shown_at(&self.key.text, name, first, self.file)));
                }
                let lines = days.iter().map(|day| self.file.place(day.span).excerpt.to_string());
                let lines = lines.fold(format!("{name}:"), |all, line| all + "\n" + &indented(&line));
                Some(said.hint(instead_of(&days, self.file)).correction(lines))
            }
            Some(Value::Absent) => Some(said.hint(below).correction(indented(&self.place.excerpt))),
            Some(_) => Some(said.hint(below)),
        }
    }

    /// `- voorzitter: Jan`, `- uur: 12,50`, `- Agenda: /agenda/` or `- /agenda/: Agenda`: two values, each of which has a field
    /// of its own.
    fn pair(&self) -> Option<[(&'static FieldInfo, &str); 2]> {
        pair_of(&self.key.text, self.line().filter(|_| self.mapping.entries.len() == 1)?, self.lists)
    }

    /// Whether it is one of two values, of which this is the field of one.
    pub(super) fn is_of_pair(&self, field: &FieldInfo) -> bool {
        self.pair().is_some_and(|pair| pair.iter().any(|(of, _)| of.en == field.en))
    }

    fn as_pair(&self) -> Option<Diagnostic> {
        let [first, second] = self.pair()?;
        let locale = self.locale.unwrap_or_default();
        let (front, indent) = (self.place.front(), " ".repeat(self.place.front().len()));
        let lines = format!(
            "{front}{}: {}\n{indent}{}: {}",
            first.0.name(locale),
            first.1,
            second.0.name(locale),
            second.1
        );
        let said = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        Some(
            said.hint(both("elk van de twee heeft een eigen regel", "each of the two has a line of its own"))
                .correction(lines),
        )
    }

    /// Old addresses in the settings, which stand with the page that they lead to now.
    fn as_redirect(&self) -> Option<Diagnostic> {
        const OLD: [&str; 8] = [
            "doorsturen",
            "doorverwijzing",
            "doorverwijzingen",
            "omleidingen",
            "redirect",
            "redirects",
            "oude adressen",
            "voorheen",
        ];
        let is_settings = self.all().any(|field| field.en == "time_zone");
        if !is_settings || !OLD.contains(&fold(&self.key.text).as_str()) {
            return None;
        }
        let said = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Page);
        Some(said.hint(both(
            "zet een oud adres in het bestand van de pagina waar het nu heen gaat, zoals: voorheen: oude-pagina",
            "put an old address in the file of the page that it leads to now, such as: aliases: old-page",
        )))
    }

    /// `huisnummer: 1`, which stands behind the street.
    fn as_house_number(&self) -> Option<Diagnostic> {
        let street = self.all().find(|field| field.en == "street")?;
        let key = fold(&self.key.text);
        let number = self.line().filter(|_| HOUSE_NUMBER.contains(&key.as_str()))?;
        let named = match self.given(street).map(|node| &node.value) {
            Some(Value::Scalar(name)) => name.trim(),
            _ => "Dorpsstraat",
        };
        let said = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        Some(said.hint(both(
            format!("zet het achter de straat: {}: {named} {number}", street.nl),
            format!("put it behind the street: {}: {named} {number}", street.en),
        )))
    }
}

fn belongs_to(field: &FieldInfo) -> Both {
    both(format!("dat hoort bij '{}'", field.nl), format!("that belongs to '{}'", field.en))
}

/// Whether a key is a word of the list of a field.
fn is_word_of(field: &FieldInfo, key: &Key) -> bool {
    let key = fold(&key.text);
    field.shape.words().iter().flat_map(|word| word.spellings()).any(|word| fold(word) == key)
}

/// `afgelast:` with nothing behind it says the same.
fn is_yes(node: &Node) -> bool {
    match &node.value {
        Value::Absent => true,
        Value::Scalar(line) => matches!(fold(line).as_str(), "ja" | "yes" | "true" | "x"),
        _ => false,
    }
}
