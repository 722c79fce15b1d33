//! Keys that stand beside the group in which they belong: told together, so that doing what is said ends in one group.

use super::shape::{FieldInfo, Shape};
use crate::ground::{Both, Diagnostic, Locale, both, fold, joined_list};
use crate::read::{Key, Mapping, Node, TextFile, Value};

/// Words for the number of a house, which stands behind the street.
pub(super) const HOUSE_NUMBER: [&str; 6] = ["huisnummer", "huisnr", "nummer", "nr", "house number", "number"];

/// The lines of one group, as they stand among the keys around it.
pub(super) struct Gathered<'k> {
    group: &'static FieldInfo,
    locale: Locale,
    /// The group itself, when it was typed.
    own: Option<&'k (Key, Node)>,
    /// What stands beside it and belongs in it.
    beside: Vec<&'k (Key, Node)>,
    file: &'k TextFile,
}

impl<'k> Gathered<'k> {
    /// `belongs` tells of a key that it is none here, and belongs in the group.
    pub(super) fn of(
        group: &'static FieldInfo,
        locale: Option<Locale>,
        (mapping, file): (&'k Mapping, &'k TextFile),
        belongs: impl Fn(&Key) -> bool,
    ) -> Option<Self> {
        let own = mapping.entries.iter().find(|(key, _)| group.is_named(&key.text));
        let is_line = |node: &Node| matches!(node.value, Value::Scalar(_));
        let beside = mapping.entries.iter().filter(|(key, node)| is_line(node) && belongs(key)).collect();
        let is_several = matches!(group.shape, Shape::Many(_));
        let gathered = Self { group, locale: locale.unwrap_or_default(), own, beside, file };
        (!is_several).then_some(gathered)
    }

    /// What is said of one of the keys, when it is not all that is to be said.
    pub(super) fn tell(&self, said: Diagnostic, key: &Key) -> Diagnostic {
        match self.own.map(|(_, node)| &node.value) {
            Some(Value::Map(inside)) => self.tell_of_block(said, key, inside),
            Some(Value::Absent) => said,
            _ => self.tell_whole(said, key),
        }
    }

    /// The lines of the group are there already, and this is one more.
    fn tell_of_block(&self, said: Diagnostic, key: &Key, inside: &Mapping) -> Diagnostic {
        let Some((own, _)) = self.own else { return said };
        let line = self.line_of(own);
        let field = self.field_of(key);
        let is_there = |field: &FieldInfo| inside.entries.iter().any(|(key, _)| field.is_named(&key.text));
        if let Some(field) = field.filter(|field| is_there(field)) {
            let hint = both(
                format!("onder '{}' (regel {line}) staat al een '{}': laat er één staan", own.text, field.nl),
                format!("below '{}' (line {line}) there is '{}' already: leave only one", own.text, field.en),
            );
            return Diagnostic { correction: None, ..said.hint(hint) };
        }
        let hint = both(
            format!("'{}' hoort onder '{}' (regel {line}), met twee spaties ervoor", key.text, own.text),
            format!("'{}' belongs below '{}' (line {line}), with two blanks before it", key.text, own.text),
        );
        let said = said.hint(hint);
        let follows = self.follows(own, key) && field.is_some();
        let indented = format!("  {}", said.place.excerpt);
        if follows { said.correction(indented) } else { said }
    }

    /// Whether nothing but keys of the group stands between it and this key.
    fn follows(&self, own: &Key, key: &Key) -> bool {
        let before = self.beside.iter().filter(|(other, _)| other.span.start > own.span.start);
        let between = before.filter(|(other, _)| other.span.start < key.span.start);
        let text = &self.file.text;
        let lines = text.get(own.span.end as usize..key.span.start as usize).unwrap_or_default().lines();
        let is_of_group = |line: &str| line.starts_with(' ') || line.trim().is_empty();
        let loose = lines.skip(1).filter(|line| !is_of_group(line)).count();
        own.span.start < key.span.start && loose == between.count()
    }

    /// All lines of the group as one block, told once; the other keys are sent to it.
    fn tell_whole(&self, said: Diagnostic, key: &Key) -> Diagnostic {
        let Some((first, _)) = self.beside.first() else { return said };
        let count = self.beside.len() + usize::from(self.own.is_some());
        if count < 2 {
            return said;
        }
        let Some(block) = self.block(&said) else { return Diagnostic { correction: None, ..said } };
        if !std::ptr::eq(first, key) {
            let hint = shown_at(&key.text, self.name(), first, self.file);
            return Diagnostic { correction: None, ..said.hint(hint) };
        }
        said.hint(instead_of(&self.keys(), self.file)).correction(block)
    }

    fn keys(&self) -> Vec<&'k Key> {
        let own = self.own.map(|(key, _)| key);
        own.into_iter().chain(self.beside.iter().map(|(key, _)| key)).collect()
    }

    fn block(&self, said: &Diagnostic) -> Option<String> {
        let front = said.place.front();
        let indent = " ".repeat(front.len());
        let mut lines: Vec<(&'static FieldInfo, String, String)> = Vec::new();
        if let Some((_, node)) = self.own {
            let line = self.typed(node)?;
            let field = self.field_of_line(line)?;
            lines.push((field, field.name(self.locale).to_owned(), line.to_owned()));
        }
        let mut number = None;
        for (key, node) in &self.beside {
            match self.field_of(key) {
                // Two of the same would be one too many.
                Some(field) if lines.iter().any(|(other, ..)| other.en == field.en) => return None,
                Some(field) => lines.push((field, key.text.clone(), self.typed(node)?.to_owned())),
                None => number = self.typed(node),
            }
        }
        if let Some(number) = number {
            let (.., street) = lines.iter_mut().find(|(field, ..)| field.en == "street")?;
            *street = format!("{street} {number}");
        }
        let lines: String =
            lines.iter().map(|(_, key, value)| format!("\n{indent}  {key}: {value}")).collect();
        Some(format!("{front}{}:{lines}", self.own.map_or(self.name(), |(key, _)| &key.text)))
    }

    fn name(&self) -> &'static str {
        self.group.name(self.locale)
    }

    fn field_of(&self, key: &Key) -> Option<&'static FieldInfo> {
        self.group.shape.fields().iter().find(|field| field.is_named(&key.text))
    }

    /// The field for which a group stands when it is one line: `adres: Brink 1`, `contact: 0521 123456`.
    fn field_of_line(&self, line: &str) -> Option<&'static FieldInfo> {
        let fields = self.group.shape.fields();
        let is_number = line.chars().any(|letter| letter.is_ascii_digit())
            && line.chars().all(|letter| !letter.is_alphabetic());
        let of = |shape: fn(&Shape) -> bool| fields.iter().find(|field| shape(&field.shape));
        match of(|shape| matches!(shape, Shape::Email)) {
            Some(email) if line.contains('@') => Some(email),
            Some(_) if is_number => fields.iter().find(|field| field.en == "phone"),
            _ => fields.first().filter(|first| matches!(first.shape, Shape::Line | Shape::File)),
        }
    }

    fn typed(&self, node: &Node) -> Option<&'k str> {
        let typed = self.file.text.get(node.span.range())?.trim();
        (!typed.is_empty() && !typed.contains('\n')).then_some(typed)
    }

    fn line_of(&self, key: &Key) -> u32 {
        self.file.place(key.span).line
    }
}

/// Whether a key is the number of a house, of an address in this group.
pub(super) fn is_house_number_of(key: &str, group: &FieldInfo) -> bool {
    HOUSE_NUMBER.contains(&fold(key).as_str())
        && group.shape.fields().iter().any(|field| field.en == "street")
}

/// That the corrected lines stand for those of several keys.
pub(super) fn instead_of(keys: &[&Key], file: &TextFile) -> Both {
    let mut lines: Vec<u32> = keys.iter().map(|key| file.place(key.span).line).collect();
    lines.sort_unstable();
    let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
    let list = |word| joined_list(&lines, word);
    both(
        format!("zet dit in de plaats van de regels {}", list("en")),
        format!("put this instead of the lines {}", list("and")),
    )
}

/// That a key belongs in the lines that are shown at another.
pub(super) fn shown_at(key: &str, group: &str, first: &Key, file: &TextFile) -> Both {
    let line = file.place(first.span).line;
    both(
        format!("'{key}' hoort ook bij '{group}'; bij regel {line} staat hoe"),
        format!("'{key}' belongs to '{group}' as well; at line {line} it is shown how"),
    )
}
