//! The plan of a site: every format adds its addresses, then all links are followed.

use std::collections::HashMap;

use super::edition::Edition;
use super::formats::FORMATS;
use super::links::LinkCheck;
use super::messages;
use super::plan::{Plan, Planner};
use crate::ground::{Address, Diagnostic, Remarks, in_parallel};
use crate::read::{Prose, Source, TextFile};
use crate::village::{Entry, FileRef, Picture, Target, Visitor};

/// Plans a site: which addresses exist and how each is made. Clashes, links that lead nowhere and entries
/// that are not shown today are told; `source` is only asked for the lines to show.
pub fn plan(edition: &Edition, source: &Source, remarks: &mut Remarks) -> Plan {
    let mut planner = Planner::new(source, &edition.village);
    for format in FORMATS {
        format(edition, &mut planner);
    }
    let mut addresses: Vec<Address> = planner.addresses().cloned().collect();
    addresses.sort_unstable();
    let files: HashMap<&str, &TextFile> =
        source.texts.iter().map(|file| (file.path.as_str(), &**file)).collect();
    let check = LinkCheck { edition, addresses: &addresses };
    for said in in_parallel(&edition.village.entries, |entry| said_of(entry, edition, &check, &files)) {
        remarks.extend(said);
    }
    remarks.extend(check.settings(source));
    planner.finish(remarks)
}

fn said_of(
    entry: &Entry,
    edition: &Edition,
    check: &LinkCheck<'_>,
    files: &HashMap<&str, &TextFile>,
) -> Vec<Diagnostic> {
    let Some(file) = files.get(entry.path.as_str()) else { return Vec::new() };
    let mut said = check.text(entry, &entry.prose, file);
    let mut texts = Texts::default();
    entry.details.visit(&mut texts);
    for prose in texts.0 {
        said.extend(check.text(entry, prose, file));
    }
    said.extend(not_shown(entry, edition, file));
    said
}

/// Texts that stand in fields.
#[derive(Default)]
struct Texts<'a>(Vec<&'a Prose>);

impl<'a> Visitor<'a> for Texts<'a> {
    fn reference(&mut self, _: Target<'a>) {}

    fn file(&mut self, _: &'a FileRef) {}

    fn picture(&mut self, _: &'a Picture) {}

    fn text(&mut self, prose: &'a Prose) {
        self.0.push(prose);
    }
}

/// Why an entry is not on the site today, so that nobody has to wonder.
fn not_shown(entry: &Entry, edition: &Edition, file: &TextFile) -> Option<Diagnostic> {
    if edition.almanac.is_shown(entry.id) {
        return None;
    }
    let today = edition.almanac.today;
    let head = &entry.head;
    if let Some(draft) = head.draft.as_ref().filter(|draft| draft.value.0) {
        return Some(messages::not_shown_yet(file.place(draft.span), &entry.name, None));
    }
    if let Some(from) = head.publish_from.as_ref().filter(|from| from.date > today) {
        return Some(messages::not_shown_yet(
            file.place(from.span),
            &entry.name,
            Some(&from.date.to_string()),
        ));
    }
    let until = head.publish_until.as_ref()?;
    Some(messages::no_longer_shown(file.place(until.span), &entry.name))
}
