//! Keys written beside their group: reported together, so that following the advice yields one group.

use super::shape::{FieldInfo, Shape};
use crate::ground::{Both, Diagnostic, Locale, both, fold, joined_list};
use crate::read::{Key, Mapping, Node, TextFile, Value};

/// Words for a house number, which belongs after the street.
pub(super) const HOUSE_NUMBER: [&str; 6] = ["huisnummer", "huisnr", "nummer", "nr", "house number", "number"];

/// The lines of one group, as they are found among the keys around it.
pub(super) struct GroupLines<'k> {
    group: &'static FieldInfo,
    locale: Locale,
    /// The group itself, if it was typed.
    own: Option<&'k (Key, Node)>,
    /// The keys beside it that belong in it.
    misplaced: Vec<&'k (Key, Node)>,
    file: &'k TextFile,
}

impl<'k> GroupLines<'k> {
    /// `belongs` says whether a key is unknown here and belongs in the group.
    pub(super) fn of(
        group: &'static FieldInfo,
        locale: Option<Locale>,
        (mapping, file): (&'k Mapping, &'k TextFile),
        belongs: impl Fn(&Key) -> bool,
    ) -> Option<Self> {
        let own = mapping.entries.iter().find(|(key, _)| group.is_named(&key.text));
        let is_line = |node: &Node| matches!(node.value, Value::Scalar(_));
        let misplaced = mapping.entries.iter().filter(|(key, node)| is_line(node) && belongs(key)).collect();
        let is_several = matches!(group.shape, Shape::Many(_));
        let group_lines = Self { group, locale: locale.unwrap_or_default(), own, misplaced, file };
        (!is_several).then_some(group_lines)
    }

    /// Adds how a key gets into the group, unless the diagnostic says so already.
    pub(super) fn with_advice(&self, remark: Diagnostic, key: &Key) -> Diagnostic {
        match self.own.map(|(_, node)| &node.value) {
            Some(Value::Map(inside)) => self.with_advice_in_block(remark, key, inside),
            Some(Value::Absent) => remark,
            _ => self.with_complete_block(remark, key),
        }
    }

    /// Handles a group that already has lines: this is one more.
    fn with_advice_in_block(&self, remark: Diagnostic, key: &Key, inside: &Mapping) -> Diagnostic {
        let Some((own, _)) = self.own else { return remark };
        let line = self.line_number(own);
        let field = self.field_of(key);
        let is_in_block = |field: &FieldInfo| inside.entries.iter().any(|(key, _)| field.is_named(&key.text));
        if let Some(field) = field.filter(|field| is_in_block(field)) {
            let hint = both(
                format!("onder '{}' (regel {line}) staat al een '{}': laat er één staan", own.text, field.nl),
                format!(
                    "under '{}' (line {line}) there is already a '{}': keep only one",
                    own.text, field.en
                ),
            );
            return Diagnostic { correction: None, ..remark.hint(hint) };
        }
        let hint = both(
            format!("'{}' hoort onder '{}' (regel {line}), met twee spaties ervoor", key.text, own.text),
            format!("'{}' belongs under '{}' (line {line}), indented by two spaces", key.text, own.text),
        );
        let remark = remark.hint(hint);
        let follows = self.follows(own, key) && field.is_some();
        let indented = format!("  {}", remark.place.excerpt);
        if follows { remark.correction(indented) } else { remark }
    }

    /// Whether only keys of the group come between it and this key.
    fn follows(&self, own: &Key, key: &Key) -> bool {
        let before = self.misplaced.iter().filter(|(other, _)| other.span.start > own.span.start);
        let between = before.filter(|(other, _)| other.span.start < key.span.start);
        let text = &self.file.text;
        let lines = text.get(own.span.end as usize..key.span.start as usize).unwrap_or_default().lines();
        let is_of_group = |line: &str| line.starts_with(' ') || line.trim().is_empty();
        let outside = lines.skip(1).filter(|line| !is_of_group(line)).count();
        own.span.start < key.span.start && outside == between.count()
    }

    /// Shows all lines of the group as one block, once; the other keys refer to it.
    fn with_complete_block(&self, remark: Diagnostic, key: &Key) -> Diagnostic {
        let Some((first, _)) = self.misplaced.first() else { return remark };
        let count = self.misplaced.len() + usize::from(self.own.is_some());
        if count < 2 {
            return remark;
        }
        let Some(block) = self.block(&remark) else { return Diagnostic { correction: None, ..remark } };
        if !std::ptr::eq(first, key) {
            let hint = shown_at(&key.text, self.name(), first, self.file);
            return Diagnostic { correction: None, ..remark.hint(hint) };
        }
        remark.hint(instead_of(&self.keys(), self.file)).correction(block)
    }

    /// Returns the key of the group itself, if it was typed, and those beside it.
    fn keys(&self) -> Vec<&'k Key> {
        let own = self.own.map(|(key, _)| key);
        own.into_iter().chain(self.misplaced.iter().map(|(key, _)| key)).collect()
    }

    /// Returns the group with all its lines, or `None` if one of them has no place in it or occurs twice.
    fn block(&self, remark: &Diagnostic) -> Option<String> {
        // A key that was wrongly indented goes with its group.
        let own_place = self.own.map(|(key, _)| self.file.place(key.span));
        let prefix = own_place.as_ref().unwrap_or(&remark.place).prefix();
        let indent = " ".repeat(prefix.len());
        let mut lines: Vec<(&'static FieldInfo, String, String)> = Vec::new();
        if let Some((_, node)) = self.own {
            let line = self.typed_line(node)?;
            let field = self.field_of_line(line)?;
            lines.push((field, field.name(self.locale).to_owned(), line.to_owned()));
        }
        let mut number = None;
        for (key, node) in &self.misplaced {
            match self.field_of(key) {
                // A second value for the same field does not fit.
                Some(field) if lines.iter().any(|(other, ..)| other.en == field.en) => return None,
                Some(field) => lines.push((field, key.text.clone(), self.typed_line(node)?.to_owned())),
                None => number = self.typed_line(node),
            }
        }
        if let Some(number) = number {
            let (.., street) = lines.iter_mut().find(|(field, ..)| field.en == "street")?;
            *street = format!("{street} {number}");
        }
        let lines: String =
            lines.iter().map(|(_, key, value)| format!("\n{indent}  {key}: {value}")).collect();
        Some(format!("{prefix}{}:{lines}", self.own.map_or(self.name(), |(key, _)| &key.text)))
    }

    fn name(&self) -> &'static str {
        self.group.name(self.locale)
    }

    fn field_of(&self, key: &Key) -> Option<&'static FieldInfo> {
        self.group.shape.fields().iter().find(|field| field.is_named(&key.text))
    }

    /// Returns the field meant by a group on one line: `adres: Brink 1`, `contact: 0521 123456`.
    fn field_of_line(&self, line: &str) -> Option<&'static FieldInfo> {
        let fields = self.group.shape.fields();
        let is_number = line.chars().any(|letter| letter.is_ascii_digit())
            && line.chars().all(|letter| !letter.is_alphabetic());
        let field_with = |shape: fn(&Shape) -> bool| fields.iter().find(|field| shape(&field.shape));
        match field_with(|shape| matches!(shape, Shape::Email)) {
            Some(email) if line.contains('@') => Some(email),
            Some(_) if is_number => fields.iter().find(|field| field.en == "phone"),
            _ => fields.first().filter(|first| matches!(first.shape, Shape::Line | Shape::File)),
        }
    }

    /// Returns a value as typed, if it is a single line.
    fn typed_line(&self, node: &Node) -> Option<&'k str> {
        let typed = self.file.text.get(node.span.range())?.trim();
        (!typed.is_empty() && !typed.contains('\n')).then_some(typed)
    }

    fn line_number(&self, key: &Key) -> u32 {
        self.file.place(key.span).line
    }
}

/// Whether a key is a house number, and the group holds an address.
pub(super) fn is_house_number_of(key: &str, group: &FieldInfo) -> bool {
    HOUSE_NUMBER.contains(&fold(key).as_str())
        && group.shape.fields().iter().any(|field| field.en == "street")
}

/// Says that the corrected lines replace those of several keys.
pub(super) fn instead_of(keys: &[&Key], file: &TextFile) -> Both {
    let mut lines: Vec<u32> = keys.iter().map(|key| file.place(key.span).line).collect();
    lines.sort_unstable();
    let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
    let joined = |word| joined_list(&lines, word);
    both(
        format!("zet dit in de plaats van de regels {}", joined("en")),
        format!("replace lines {} with this", joined("and")),
    )
}

/// Says that a key belongs in the lines that are shown at another key.
pub(super) fn shown_at(key: &str, group: &str, first: &Key, file: &TextFile) -> Both {
    let line = file.place(first.span).line;
    both(
        format!("'{key}' hoort ook bij '{group}'; bij regel {line} staat hoe"),
        format!("'{key}' also belongs in '{group}'; line {line} shows how"),
    )
}
