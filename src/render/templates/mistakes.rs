//! Reports all mistakes in a theme's templates at once: an unreadable one does not hide those of others.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use tera::{ErrorKind, Tera};

use super::{Templates, Written};
use crate::ground::{Diagnostic, Place};
use crate::render::engine_messages::{self, Around};
use crate::theme::{GoneKind, blocks_at, blocks_of, defines_component, gone, stand_in, without_tag_at};

/// The maximum number of syntax errors to look for in one template.
const MOST: usize = 50;

/// What the engine is given in place of templates that it cannot read.
#[derive(Default)]
struct StandIns {
    /// The replacement text of each template.
    texts: BTreeMap<String, String>,
    /// Templates of which only the base and the blocks remain.
    unreadable: BTreeSet<String>,
    /// Templates whose base is unknown: whatever extends them cannot be judged by its blocks.
    without_base: BTreeSet<String>,
}

impl Templates {
    /// Every mistake, when the engine rejected the templates.
    pub(super) fn mistakes(&self) -> Vec<Diagnostic> {
        let (mut stand_ins, mut remarks) = (StandIns::default(), Vec::new());
        for name in self.written.keys() {
            self.read_alone(name, &mut stand_ins, &mut remarks);
        }
        loop {
            let texts = self.written.iter().map(|(name, it)| {
                (name.as_str(), stand_ins.texts.get(name).map_or(&*it.template.text, String::as_str))
            });
            let Err(error) = self.engine().add_raw_templates(texts) else { break };
            let aside = match error.kind() {
                ErrorKind::MissingParent { current, .. } => Some(current.clone()),
                ErrorKind::Msg(text) => defined_twice(text),
                _ => None,
            };
            // Every iteration sets one more template aside.
            if let Some(name) = aside.filter(|name| self.drop_base(name, &mut stand_ins)) {
                match error.kind() {
                    ErrorKind::Msg(text) => {
                        let message = text.lines().next().unwrap_or(text);
                        let place = self.whole_file(&name);
                        remarks.push(engine_messages::template_remark(place, message, &Around::default()));
                    }
                    _ => remarks.extend(self.diagnose(&error)),
                }
                continue;
            }
            match error.kind() {
                ErrorKind::Msg(text) => remarks.extend(self.reports_in(text, &stand_ins)),
                _ => remarks.extend(self.diagnose(&error)),
            }
            break;
        }
        remarks.extend(stand_ins.unreadable.iter().flat_map(|name| self.unknown_blocks(name, &stand_ins)));
        remarks
    }

    /// Leaves only the blocks of a template whose base is unknown; returns whether it had more before.
    fn drop_base(&self, name: &str, stand_ins: &mut StandIns) -> bool {
        let Some(it) = self.written.get(name) else { return false };
        stand_ins.texts.insert(name.to_owned(), stand_in(&it.template.written, None));
        stand_ins.unreadable.insert(name.to_owned());
        stand_ins.without_base.insert(name.to_owned())
    }

    /// Reads one template separately. A mistake between `{{` and `}}` does not affect what follows it; of a
    /// template that cannot be read past another mistake, only the base and the blocks remain.
    fn read_alone(&self, name: &str, stand_ins: &mut StandIns, remarks: &mut Vec<Diagnostic>) {
        let Some(Written { template, .. }) = self.written.get(name) else { return };
        if template.is_aside {
            self.drop_base(name, stand_ins);
            return;
        }
        let mut text = template.text.to_string();
        for _ in 0..MOST {
            let Err(error) = Tera::new().add_raw_template(name, &text) else { return };
            let ErrorKind::SyntaxError(report) = error.kind() else { return };
            remarks.extend(self.diagnose(&error));
            let Some(rest) = without_tag_at(&text, report.span().range.start) else { break };
            stand_ins.texts.insert(name.to_owned(), rest.clone());
            text = rest;
        }
        let base = crate::theme::base_of(&template.text);
        if base.is_none() && template.text.contains("extends ") {
            // Quotation marks are missing or curly: what it builds on is unknown.
            self.drop_base(name, stand_ins);
            return;
        }
        stand_ins.texts.insert(name.to_owned(), stand_in(&template.text, base.as_deref()));
        stand_ins.unreadable.insert(name.to_owned());
    }

    /// Splits several mistakes that come as one text, each with ` --> file:line:column` on its second line.
    fn reports_in(&self, text: &str, stand_ins: &StandIns) -> Vec<Diagnostic> {
        let mut remarks = Vec::new();
        // Bases that lack blocks of templates from a lower theme: reported once, not once per template.
        let mut incomplete: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for report in text.split("\n\n") {
            let mut lines = report.lines();
            let message = lines.next().unwrap_or(report).trim_start_matches("error: ");
            let block = message.strip_prefix("Block `").and_then(|rest| rest.split('`').next());
            let place = lines.next().and_then(|line| line.trim().strip_prefix("--> "));
            let name = place.and_then(|place| place.rsplitn(3, ':').nth(2));
            if name.is_some_and(|name| self.cannot_be_judged(name, message, stand_ins)) {
                continue;
            }
            let root = name.map(|name| self.root_of(name)).filter(|_| block.is_some());
            if let (Some(block), Some(name), Some(root)) = (block, name, &root)
                && self.layer_of(root) > self.layer_of(name)
            {
                let blocks = incomplete.entry(root.clone()).or_default();
                if !blocks.iter().any(|known| known == block) {
                    blocks.push(block.to_owned());
                }
                continue;
            }
            // The engine gives only the start of a name.
            let is_named = [
                "Block `",
                "Unknown filter `",
                "Unknown function `",
                "Unknown test `",
                "Unknown component `",
            ]
            .iter()
            .any(|it| message.starts_with(it));
            let length = message.split('`').nth(1).filter(|_| is_named).map_or(1, str::len);
            let place = place.and_then(|place| self.place_named(place, length));
            let place = place.unwrap_or_else(|| Place::of_file("templates"));
            remarks.push(self.block_remark(place, message, block, &self.around(name)));
        }
        let incomplete = incomplete.into_iter();
        remarks.extend(
            incomplete
                .map(|(root, blocks)| engine_messages::base_without_blocks(self.whole_file(&root), &blocks)),
        );
        remarks
    }

    /// Whether an error about a template may be a consequence of the replacement of another.
    fn cannot_be_judged(&self, name: &str, message: &str, stand_ins: &StandIns) -> bool {
        if stand_ins.unreadable.contains(name) {
            return true;
        }
        if message.starts_with("Block `") {
            return self.bases_of(name).iter().any(|base| stand_ins.without_base.contains(base));
        }
        let component = message.strip_prefix("Unknown component `").and_then(|rest| rest.split('`').next());
        let mut unreadable = stand_ins.unreadable.iter().filter_map(|name| self.written.get(name));
        component.is_some_and(|it| {
            unreadable.any(|unreadable| defines_component(&unreadable.template.written, it))
        })
    }

    /// Reports the blocks of an unreadable template that none of the templates it extends has.
    fn unknown_blocks(&self, name: &str, stand_ins: &StandIns) -> Vec<Diagnostic> {
        let bases = self.bases_of(name);
        let has_unreadable_base = bases.iter().skip(1).any(|base| stand_ins.unreadable.contains(base));
        let root = bases.last().filter(|root| self.layer_of(root) <= self.layer_of(name));
        let (Some(Written { template, file }), Some(_)) = (self.written.get(name), root) else {
            return Vec::new();
        };
        if has_unreadable_base || bases.len() < 2 || stand_ins.without_base.contains(name) {
            return Vec::new();
        }
        let around = self.around(Some(name));
        let blocks = blocks_at(&template.written).into_iter();
        let unknown = blocks
            .filter(|(_, block)| !block.is_empty() && !around.blocks.iter().any(|known| known == block));
        let remarks = unknown.map(|(at, block)| {
            let place = Place::in_text(file.shared(), &template.written, at, at + block.len());
            let message = format!("Block `{block}` is not defined in any parent template");
            self.block_remark(place, &message, Some(block), &around)
        });
        remarks.collect()
    }

    /// Explains the engine's message, or reports that a block is gone when its theme says so.
    fn block_remark(&self, place: Place, message: &str, block: Option<&str>, around: &Around) -> Diagnostic {
        match block.and_then(|block| gone(&self.removed, GoneKind::Block, block)) {
            Some(gone) => gone.remark(place),
            None => engine_messages::template_remark(place, message, around),
        }
    }

    fn around(&self, name: Option<&str>) -> Around {
        Around {
            blocks: name.map_or_else(Vec::new, |name| self.blocks_below(name)),
            templates: self.written.values().map(|it| it.template.name.as_str().to_owned()).collect(),
            ..Around::default()
        }
    }

    fn blocks_below(&self, name: &str) -> Vec<String> {
        let below = self.bases_of(name).into_iter().skip(1);
        let texts = below.filter_map(|name| Some(Arc::clone(&self.written.get(&name)?.template.written)));
        let mut blocks = Vec::new();
        for text in texts {
            blocks.extend(blocks_of(&text).into_iter().map(str::to_owned));
        }
        blocks.sort();
        blocks.dedup();
        blocks
    }

    /// Parses a place in the engine's notation, with its line and its column in characters.
    fn place_named(&self, place: &str, length: usize) -> Option<Place> {
        let mut parts = place.rsplitn(3, ':');
        let column: usize = parts.next()?.parse().ok()?;
        let line: usize = parts.next()?.parse().ok()?;
        let name = parts.next()?;
        let text = &self.written.get(name)?.template.text;
        let mut lines = text.split_inclusive('\n');
        let before: usize = lines.by_ref().take(line.checked_sub(1)?).map(str::len).sum();
        let inside = lines.next()?.chars().take(column.checked_sub(1)?).map(char::len_utf8).sum::<usize>();
        let at = before + inside;
        Some(self.place(name, at, at + length))
    }
}

/// The second of two templates that define the same component.
fn defined_twice(text: &str) -> Option<String> {
    let first = text.lines().next()?;
    let names = first.strip_prefix("Component `")?.split_once("is defined in both")?.1;
    names.split('`').nth(3).map(str::to_owned)
}
