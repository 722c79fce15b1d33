//! Keys that are not a field here, and what the user most likely meant.

use super::answers::{answer_block, answers_hint, is_answerable};
use super::key_of_group::{GroupLines, HOUSE_NUMBER, instead_of, is_house_number_of, shown_at};
use super::meant_keys::{MEANT, UNTIL};
use super::messages::{self, Instead};
use super::pairs::pair_of;
use super::shape::{FieldInfo, Shape};
use super::unsettled::draft_line;
use crate::ground::{
    Both, Diagnostic, Locale, Place, both, closest, fold, parse_date, parse_time, weekday_from_word,
};
use crate::read::{Key, Mapping, Node, TextFile, Value};

/// A key with its value, among the others of its mapping, in a place that takes the fields of `lists`.
pub(super) struct StrangeKey<'s> {
    pub(super) place: Place,
    pub(super) key: &'s Key,
    pub(super) node: &'s Node,
    pub(super) mapping: &'s Mapping,
    pub(super) lists: &'s [&'static [FieldInfo]],
    pub(super) locale: Option<Locale>,
    pub(super) file: &'s TextFile,
}

impl StrangeKey<'_> {
    /// Reports the key by the first of the ways below that makes sense, or else with the nearest name.
    pub(super) fn into_remark(self) -> Diagnostic {
        // The last day of showing is that of a photo if there is one, and otherwise that of the entry.
        let is_of_showing = self.meant_field().is_some_and(|field| field.en.starts_with("publish_"));
        let group = self.group().filter(|group| !is_of_showing || self.node_of(group).is_some());
        if let Some(remark) = self.new_date_remark().or_else(|| self.period_remark()) {
            return remark;
        }
        if let Some(group) = group {
            return self.group_remark(group);
        }
        let (place, key) = (self.place.clone(), &self.key.text);
        if let Some(remark) = self.meant_field().and_then(|field| self.field_remark(field)) {
            return remark;
        }
        let redirect = self.redirect_remark().or_else(|| self.menu_remark()).or_else(|| self.file_remark());
        let redirect = redirect.or_else(|| self.weekday_remark());
        let of_one_day = || self.day_of_change_remark().or_else(|| self.day_off_remark());
        if let Some(remark) = redirect.or_else(of_one_day) {
            return remark;
        }
        if let Some(remark) =
            self.word_remark().or_else(|| self.house_number_remark()).or_else(|| self.pair_remark())
        {
            return remark;
        }
        let near = self.nearest_name();
        let fields: Vec<&FieldInfo> = self.fields().collect();
        let has_text = fields.iter().any(|field| field.en == "text");
        let instead = if has_text {
            Instead::Text
        } else if fields.len() <= 8 {
            let names = |name: fn(&FieldInfo) -> &str| {
                fields.iter().map(|field| name(field)).collect::<Vec<_>>().join(", ")
            };
            Instead::Known(both(names(|field| field.nl), names(|field| field.en)))
        } else {
            Instead::Page
        };
        messages::unknown_key(place, key, near, instead)
    }

    /// Returns the nearest name of a field. Words with a meaning of their own are not taken for a slip. Of
    /// two names that are equally near, the one in the user's language wins.
    fn nearest_name(&self) -> Option<&'static str> {
        if matches!(fold(&self.key.text).as_str(), "taal" | "language" | "let op" | "letop") {
            return None;
        }
        if self.is_until() && self.field("end").is_some() {
            return None;
        }
        let own = self.fields().map(|field| field.name(self.locale.unwrap_or_default()));
        closest(&self.key.text, own.chain(self.fields().flat_map(FieldInfo::names)))
    }

    /// Returns the field that was most likely meant.
    pub(super) fn likely_field(&self) -> Option<&'static FieldInfo> {
        if self.group().is_some() {
            return None;
        }
        self.meant_field().or_else(|| self.file_field()).or_else(|| {
            let near = self.nearest_name()?;
            self.fields().find(|field| field.names().any(|name| name == near))
        })
    }

    fn has_street(&self) -> bool {
        const STREET: [&str; 3] = ["straat", "street", "adres"];
        self.mapping.entries.iter().any(|(key, _)| STREET.contains(&fold(&key.text).as_str()))
    }

    pub(super) fn fields(&self) -> impl Iterator<Item = &'static FieldInfo> {
        self.lists.iter().flat_map(|list| list.iter())
    }

    /// Returns the field with this English name, if it may be here.
    pub(super) fn field(&self, name: &str) -> Option<&'static FieldInfo> {
        self.fields().find(|field| field.en == name)
    }

    /// Returns the value of another key, if that was typed.
    pub(super) fn node_of(&self, field: &FieldInfo) -> Option<&Node> {
        self.mapping.entries.iter().find(|(key, _)| field.is_named(&key.text)).map(|(_, node)| node)
    }

    /// Returns the value of the key, if that is a single line.
    pub(super) fn line(&self) -> Option<&str> {
        if let Value::Scalar(line) = &self.node.value { Some(line.trim()) } else { None }
    }

    /// Returns the field under which this key belongs, if that is clear.
    fn group(&self) -> Option<&'static FieldInfo> {
        let holds = |group: &&'static FieldInfo| {
            group.shape.has_key(&self.key.text)
                || is_house_number_of(&self.key.text, group) && self.has_street()
        };
        // A key below a group that was left open is meant for that group.
        if let Some(open) = self.open_group().filter(holds) {
            return Some(open);
        }
        let mut groups = self.fields().filter(holds);
        let first = groups.next()?;
        // A telephone number may belong to many things, and to the contact details first of all.
        let is_contact = |group: &&FieldInfo| group.en == "contact";
        if groups.next().is_none() { Some(first) } else { self.fields().find(is_contact).filter(holds) }
    }

    /// Reports a key that belongs under another field.
    fn group_remark(self, group: &'static FieldInfo) -> Diagnostic {
        let group_value = self.node_of(group).map(|node| &node.value);
        let is_line = self.line().is_some();
        let remark = messages::key_of_group(
            self.place.clone(),
            &self.key.text,
            group,
            is_line,
            group_value,
            self.locale,
        );
        match self.group_lines(group) {
            Some(group_lines) if is_line => group_lines.with_advice(remark, self.key),
            _ => remark,
        }
    }

    /// Collects the keys here that belong in a group and are not a field themselves.
    fn group_lines(&self, group: &'static FieldInfo) -> Option<GroupLines<'_>> {
        GroupLines::of(group, self.locale, (self.mapping, self.file), |key| {
            let is_known = self.fields().any(|field| field.is_named(&key.text));
            let is_in_it = group.shape.has_key(&key.text);
            !is_known && (is_in_it || is_house_number_of(&key.text, group))
        })
    }

    /// Whether it is a word for "until".
    fn is_until(&self) -> bool {
        let key = fold(&self.key.text);
        UNTIL.iter().any(|word| fold(word) == key)
    }

    /// Returns the field that users mean by this word: the likeliest that may be given here.
    fn meant_field(&self) -> Option<&'static FieldInfo> {
        let key = fold(&self.key.text);
        let (_, names) = MEANT.iter().find(|(words, _)| words.iter().any(|word| fold(word) == key))?;
        names.iter().find_map(|name| self.field(name))
    }

    /// Suggests the same line for the field that is meant, unless that is given already.
    fn field_remark(&self, field: &'static FieldInfo) -> Option<Diagnostic> {
        let is_day = |line: &str| parse_date(line).is_ok();
        if self.node_of(field).is_some() || field.en == "except" && !self.line().is_some_and(is_day) {
            return None;
        }
        let name = field.name(self.locale.unwrap_or_default());
        let remark = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        let line = self.line().unwrap_or("");
        if field.en == "end" && !(self.is_until() && parse_time(line).is_ok()) {
            return Some(remark.hint(both(
                format!("schrijf hoe laat het eindigt, bijvoorbeeld: {}: 21.30", field.nl),
                format!("write when it ends, for example: {}: 21:30", field.en),
            )));
        }
        if is_answerable(field.shape.fields()) {
            return Some(self.with_answers(field, remark, line));
        }
        if field.en == "signup" {
            let is_part = field.shape.has_key(&self.key.text);
            let prefix = self.place.prefix().to_owned();
            let remark = remark.hint(both(
                format!("hoe mensen zich aanmelden, hoort bij '{}'; de rest kan in de tekst", field.nl),
                format!("how to sign up belongs in '{}'; the rest can go in the text", field.en),
            ));
            return Some(match self.line() {
                Some(line) if is_part => {
                    let remark =
                        remark.correction(format!("{prefix}{name}:\n  {prefix}{}: {line}", self.key.text));
                    match self.group_lines(field) {
                        Some(group_lines) => group_lines.with_advice(remark, self.key),
                        None => remark,
                    }
                }
                Some(line) => remark.correction(format!("{prefix}{name}: {line}")),
                None => remark,
            });
        }
        if field.en == "publish_from"
            && matches!(fold(line).as_str(), "nee" | "no" | "false" | "niet" | "nog niet")
            && let Some(draft) = self.field("draft")
        {
            let line = draft_line(&self.place, draft, self.locale.unwrap_or_default());
            return Some(remark.hint(belongs_to(draft)).correction(line));
        }
        let is_readable = match field.en {
            "publish_from" | "publish_until" => is_day(line),
            "board" => false,
            "start" => parse_time(line).is_ok(),
            "date" => is_day(line),
            "venue" => line.contains(',') || !line.contains(|letter: char| letter.is_ascii_digit()),
            _ => self.line().is_some(),
        };
        Some(if is_readable { remark.suggest(Some(name)) } else { remark.hint(belongs_to(field)) })
    }

    /// Suggests the group that `toegankelijk: ja` means, with the given answers in it.
    fn with_answers(&self, field: &FieldInfo, remark: Diagnostic, line: &str) -> Diagnostic {
        let (fields, locale) = (field.shape.fields(), self.locale.unwrap_or_default());
        let lines = answer_block(self.place.prefix(), field.name(locale), line, fields, locale);
        let hint = answers_hint(fields);
        remark
            .hint(both(
                format!("dat hoort bij '{}': {}", field.nl, hint.nl),
                format!("that belongs in '{}': {}", field.en, hint.en),
            ))
            .correction(lines)
    }

    /// Reports `afgelast: ja` and `wifi: ja`: a word from the list of a field, followed by yes.
    fn word_remark(&self) -> Option<Diagnostic> {
        let field = self.fields().find(|field| is_word_of(field, self.key))?;
        let name = field.name(self.locale.unwrap_or_default());
        let remark = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        let word = &self.key.text;
        Some(match self.node_of(field) {
            _ if !is_yes(self.node) => return None,
            None => {
                let is_such_word = |(key, node): &&(Key, Node)| is_word_of(field, key) && is_yes(node);
                let keys: Vec<&Key> =
                    self.mapping.entries.iter().filter(is_such_word).map(|(key, _)| key).collect();
                let is_first = keys.first().is_some_and(|first| std::ptr::eq(*first, self.key));
                let is_list = matches!(field.shape, Shape::Many(_)) && keys.len() > 1;
                let texts: Vec<&str> = keys.iter().map(|key| key.text.as_str()).collect();
                let written = if is_list { texts.join(", ") } else { word.clone() };
                let remark = match is_list {
                    true if is_first => remark.hint(instead_of(&keys, self.file)),
                    true => {
                        return Some(remark.hint(shown_at(&self.key.text, name, keys.first()?, self.file)));
                    }
                    false => remark.hint(both(
                        format!("dat schrijf je achter '{}'", field.nl),
                        format!("write that after '{}'", field.en),
                    )),
                };
                remark.correction(format!("{}{name}: {written}", self.place.prefix()))
            }
            Some(_) => remark.hint(both(
                format!("zet '{word}' bij '{}'", field.nl),
                format!("put '{word}' under '{}'", field.en),
            )),
        })
    }

    /// Reports `maandag: 9.00-17.00` beside the opening hours instead of below them.
    fn weekday_remark(&self) -> Option<Diagnostic> {
        let hours = self.fields().find(|field| matches!(field.shape, Shape::Hours))?;
        let is_day = |key: &Key| {
            let first = key.text.split([' ', '-', '/']).next().unwrap_or_default();
            weekday_from_word(first).is_some()
        };
        if !is_day(self.key) {
            return None;
        }
        let name = hours.name(self.locale.unwrap_or_default());
        let remark = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        let below = messages::indented_below(&self.key.text, hours);
        let indented = |line: &str| format!("  {line}");
        match self.node_of(hours).map(|node| &node.value) {
            None => {
                let days = self.mapping.entries.iter().map(|(key, _)| key).filter(|key| is_day(key));
                let days: Vec<&Key> = days.collect();
                let first = *days.first()?;
                if !std::ptr::eq(first, self.key) {
                    return Some(remark.hint(shown_at(&self.key.text, name, first, self.file)));
                }
                let lines = days.iter().map(|day| self.file.place(day.span).excerpt.to_string());
                let lines = lines.fold(format!("{name}:"), |lines, line| lines + "\n" + &indented(&line));
                Some(remark.hint(instead_of(&days, self.file)).correction(lines))
            }
            Some(Value::Absent) => Some(remark.hint(below).correction(indented(&self.place.excerpt))),
            Some(_) => Some(remark.hint(below)),
        }
    }

    /// Reads `- voorzitter: Jan`, `- uur: 12,50`, `- Agenda: /agenda/` or `- /agenda/: Agenda` as two values.
    fn pair(&self) -> Option<[(&'static FieldInfo, &str); 2]> {
        pair_of(&self.key.text, self.line().filter(|_| self.mapping.entries.len() == 1)?, self.lists)
    }

    /// Whether the key and its value are two values, one of them for this field.
    pub(super) fn is_of_pair(&self, field: &FieldInfo) -> bool {
        self.pair().is_some_and(|pair| pair.iter().any(|(own, _)| own.en == field.en))
    }

    /// Suggests a line of its own for each of two values.
    fn pair_remark(&self) -> Option<Diagnostic> {
        let [first, second] = self.pair()?;
        let locale = self.locale.unwrap_or_default();
        let (prefix, indent) = (self.place.prefix(), " ".repeat(self.place.prefix().len()));
        let lines = format!(
            "{prefix}{}: {}\n{indent}{}: {}",
            first.0.name(locale),
            first.1,
            second.0.name(locale),
            second.1
        );
        let remark = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        Some(
            remark
                .hint(both(
                    "elk van de twee heeft een eigen regel",
                    "put each of the two on a line of its own",
                ))
                .correction(lines),
        )
    }

    /// Reports `huisnummer: 1`, which belongs after the street.
    fn house_number_remark(&self) -> Option<Diagnostic> {
        let street = self.field("street")?;
        let key = fold(&self.key.text);
        let number = self.line().filter(|_| HOUSE_NUMBER.contains(&key.as_str()))?;
        let street_name = match self.node_of(street).map(|node| &node.value) {
            Some(Value::Scalar(name)) => name.trim(),
            _ => "Dorpsstraat",
        };
        let remark = messages::unknown_key(self.place.clone(), &self.key.text, None, Instead::Text);
        Some(remark.hint(both(
            format!("zet het achter de straat: {}: {street_name} {number}", street.nl),
            format!("put it after the street: {}: {street_name} {number}", street.en),
        )))
    }
}

fn belongs_to(field: &FieldInfo) -> Both {
    both(format!("dat hoort bij '{}'", field.nl), format!("that belongs in '{}'", field.en))
}

/// Whether a key is a word from the list of a field.
fn is_word_of(field: &FieldInfo, key: &Key) -> bool {
    let key = fold(&key.text);
    field.shape.words().iter().flat_map(|word| word.spellings()).any(|word| fold(word) == key)
}

/// Whether a value says yes; `afgelast:` with nothing after it does too.
fn is_yes(node: &Node) -> bool {
    match &node.value {
        Value::Absent => true,
        Value::Scalar(line) => matches!(fold(line).as_str(), "ja" | "yes" | "true" | "x"),
        _ => false,
    }
}
