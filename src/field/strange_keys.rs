//! A key that is no field here: what its writer most likely meant.

use super::messages::{self, Instead};
use super::shape::{FieldInfo, Shape};
use crate::ground::{Both, Diagnostic, Locale, Place, both, closest, fold, parse_date, parse_time, slug};
use crate::read::{Key, Mapping, Node, Value};

/// Words that people write for a field that is called otherwise, with the fields that may be meant, the likeliest first.
const MEANT: [(&[&str], &[&str]); 10] = [
    (&["vervalt", "vervallen", "afgelast op", "niet"], &["except"]),
    (&["data", "datums", "dagen", "dates", "days"], &["date"]),
    (
        &[
            "starttijd",
            "tijdstip",
            "uur",
            "hoe laat",
            "aanvangstijd",
            "start time",
            "starttime",
            "starts",
            "van",
            "vanaf",
            "from",
        ],
        &["start"],
    ),
    (&["duur", "duration"], &["end"]),
    (UNTIL, &["end"]),
    (&["frequentie", "hoe vaak", "frequency"], &["repeats"]),
    (&["contact", "contactpersoon", "contactgegevens", "contact person"], &["contact", "signup"]),
    (&["telefoon", "tel", "mobiel", "phone", "email", "e-mail", "mail"], &["signup"]),
    (&["prijzen", "tarief", "tarieven", "bijdrage", "toegangsprijs", "prices"], &["cost"]),
    (&["plek", "adres", "gebouw", "place", "address"], &["venue"]),
];

/// Words for when something ends. None of them is `to`, the day to which something goes.
const UNTIL: &[&str] = &["tot", "tot en met", "t/m", "tot hoe laat", "ends", "until", "till"];

/// Words for the number of a house, which stands behind the street.
const HOUSE_NUMBER: [&str; 6] = ["huisnummer", "huisnr", "nummer", "nr", "house number", "number"];

/// A key with what stands behind it, among the others of its mapping, where these fields may be given.
pub(super) struct Strange<'s> {
    pub(super) place: Place,
    pub(super) key: &'s Key,
    pub(super) node: &'s Node,
    pub(super) mapping: &'s Mapping,
    pub(super) lists: &'s [&'static [FieldInfo]],
    pub(super) locale: Option<Locale>,
}

impl Strange<'_> {
    /// What is said of it.
    pub(super) fn told(self) -> Diagnostic {
        if let Some(group) = self.group() {
            return self.below(group);
        }
        let (place, key) = (self.place.clone(), &self.key.text);
        if let Some(said) = self.meant().and_then(|field| self.as_field(field)) {
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

    /// The name of a field that is nearest. Of names that are equally near, one in the language of the writer is meant.
    fn near(&self) -> Option<&'static str> {
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
        };
        let mut groups = self.all().filter(holds);
        let first = groups.next()?;
        // A telephone number may belong to many things, and first of all to how to reach somebody.
        let is_contact = |group: &&FieldInfo| group.en == "contact";
        if groups.next().is_none() { Some(first) } else { self.all().find(is_contact).filter(holds) }
    }

    fn below(self, group: &FieldInfo) -> Diagnostic {
        let beside = self.given(group).map(|node| &node.value);
        let is_line = self.line().is_some();
        let said =
            messages::key_of_group(self.place.clone(), &self.key.text, group, is_line, beside, self.locale);
        match self.whole_group(group) {
            // Once is enough to show all of it.
            Some((first, lines)) if std::ptr::eq(first, self.key) => said.correction(lines),
            _ => said,
        }
    }

    /// A group as a block of its own, when one line of it stands behind its name and the rest beside it: `adres: Brink 1` and
    /// `plaats: Ee`. With it the first key that stands beside it.
    fn whole_group(&self, group: &FieldInfo) -> Option<(&Key, String)> {
        let fields = group.shape.fields();
        let (own, Node { value: Value::Scalar(line), .. }) =
            self.mapping.entries.iter().find(|(key, _)| group.is_named(&key.text))?
        else {
            return None;
        };
        let beside = |(key, node): &'_ &(Key, Node)| match &node.value {
            Value::Scalar(_) => fields.iter().any(|field| field.is_named(&key.text)),
            _ => false,
        };
        let first = fields.first().filter(|first| matches!(first.shape, Shape::Line))?;
        let mut lines =
            format!("{}:\n  {}: {}", own.text, first.name(self.locale.unwrap_or_default()), line.trim());
        let beside: Vec<_> = self.mapping.entries.iter().filter(beside).collect();
        for (key, node) in &beside {
            if let Value::Scalar(line) = &node.value {
                lines.push_str(&format!("\n  {}: {}", key.text, line.trim()));
            }
        }
        beside.first().map(|(first, _)| (first, lines)).filter(|_| !self.place.excerpt.starts_with(' '))
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
        if field.en == "signup" {
            let is_part = field.shape.fields().iter().any(|part| part.is_named(&self.key.text));
            let front = self.place.front().to_owned();
            let said = said.hint(both(
                format!("hoe mensen zich aanmelden, hoort bij '{}'; de rest kan in de tekst", field.nl),
                format!("how to sign up belongs to '{}'; the rest can go into the text", field.en),
            ));
            return Some(match self.line() {
                Some(line) if is_part => {
                    said.correction(format!("{front}{name}:\n  {front}{}: {line}", self.key.text))
                }
                Some(line) => said.correction(format!("{front}{name}: {line}")),
                None => said,
            });
        }
        let is_readable = match field.en {
            "start" => parse_time(line).is_ok(),
            "date" => is_day(line),
            "venue" => line.contains(',') || !line.contains(|letter: char| letter.is_ascii_digit()),
            _ => self.line().is_some(),
        };
        Some(if is_readable { said.suggest(Some(name)) } else { said.hint(belongs_to(field)) })
    }

    /// `afgelast: ja` and `wifi: ja`: a word of the list of a field, with yes behind it.
    fn as_word(&self) -> Option<Diagnostic> {
        let key = fold(&self.key.text);
        // `afgelast:` with nothing behind it says the same.
        let is_yes = self.node.value == Value::Absent
            || self.line().is_some_and(|line| matches!(fold(line).as_str(), "ja" | "yes" | "true" | "x"));
        let field = self.all().find(|field| {
            let words = field.shape.words();
            words.iter().flat_map(|word| word.spellings()).any(|word| fold(word) == key)
        })?;
        let name = field.name(self.locale.unwrap_or_default());
        let said = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        let word = &self.key.text;
        Some(match self.given(field) {
            None if is_yes => said
                .hint(both(
                    format!("dat schrijf je achter '{}'", field.nl),
                    format!("that is written behind '{}'", field.en),
                ))
                .correction(format!("{}{name}: {word}", self.place.front())),
            Some(_) if is_yes => said.hint(both(
                format!("zet '{word}' bij '{}'", field.nl),
                format!("put '{word}' under '{}'", field.en),
            )),
            _ => return None,
        })
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

/// A field with what belongs to it.
type Filled<'t> = (&'static FieldInfo, &'t str);

/// The two values that a key and what stands behind it are, with their fields.
fn pair_of<'t>(key: &'t str, line: &'t str, lists: &[&'static [FieldInfo]]) -> Option<[Filled<'t>; 2]> {
    let field = |name: &str| lists.iter().flat_map(|list| list.iter()).find(|field| field.en == name);
    if let Some((name, role)) = field("name").zip(field("role")) {
        return Some([(name, line), (role, key)]);
    }
    if let Some((title, to)) = field("title").zip(field("to")) {
        let is_turned = leads_somewhere(key) && !leads_somewhere(line);
        return Some(if is_turned { [(title, line), (to, key)] } else { [(title, key), (to, line)] });
    }
    let (tenant, day_part, price) = (field("tenant")?, field("day_part")?, field("price")?);
    let is_price = line.contains(|letter: char| letter.is_ascii_digit())
        || matches!(fold(line).as_str(), "gratis" | "free");
    let bare = key.trim().strip_prefix("per ").unwrap_or(key).trim();
    let of = if is_day_part(bare) { (day_part, bare) } else { (tenant, key) };
    is_price.then_some([of, (price, line)])
}

/// Words for how long a room is hired.
const DAY_PARTS: [&str; 21] = [
    "uur",
    "dagdeel",
    "dag",
    "ochtend",
    "middag",
    "avond",
    "nacht",
    "week",
    "weekend",
    "maand",
    "jaar",
    "keer",
    "hele dag",
    "hour",
    "day",
    "morning",
    "afternoon",
    "evening",
    "month",
    "year",
    "time",
];

fn is_day_part(words: &str) -> bool {
    DAY_PARTS.contains(&fold(words).as_str())
}

/// `bestuur:` with `voorzitter: Jan` and `secretaris: Piet` below it: several items, each of two values and without its
/// dash.
pub(super) fn as_items(
    place: Place,
    mapping: &Mapping,
    fields: &'static [FieldInfo],
    locale: Option<Locale>,
) -> Option<Diagnostic> {
    let lists = [fields];
    let (first, _) = mapping.entries.first().filter(|_| mapping.entries.len() > 1)?;
    let is_known = |key: &Key| fields.iter().any(|field| field.is_named(&key.text));
    let (strange, _) = mapping.entries.iter().find(|(key, _)| !is_known(key))?;
    let front = place.front().to_owned();
    if !front.trim().is_empty() || !place.excerpt.trim_start().starts_with(first.text.as_str()) {
        return None;
    }
    let mut lines = Vec::new();
    for (key, node) in &mapping.entries {
        let Value::Scalar(line) = &node.value else { return None };
        if is_known(key) && !is_day_part(&key.text) {
            return None;
        }
        let [one, other] = pair_of(&key.text, line.trim(), &lists)?;
        let name = |field: &FieldInfo| field.name(locale.unwrap_or_default());
        lines.push(format!("{front}- {}: {}\n{front}  {}: {}", name(one.0), one.1, name(other.0), other.1));
    }
    let said = messages::unknown_key(place, &strange.text, None, Instead::Text);
    let hint = both(
        "zet voor elk onderdeel een streepje; elk van de twee waarden heeft een eigen regel",
        "put a dash before every item; each of the two values has a line of its own",
    );
    Some(said.hint(hint).correction(lines.join("\n")))
}

/// Whether words look like where a link leads to: an address, or the last part of one.
fn leads_somewhere(words: &str) -> bool {
    words.contains('/') || words.starts_with("www.") || slug(words) == words
}

fn belongs_to(field: &FieldInfo) -> Both {
    both(format!("dat hoort bij '{}'", field.nl), format!("that belongs to '{}'", field.en))
}
