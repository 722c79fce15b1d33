//! Plans a site: every format adds its addresses, then all links are checked.

use std::collections::BTreeSet;

use super::edition::Edition;
use super::formats::{Format, LISTS_OF_ALL, ONCE, pages};
use super::messages;
use super::page_links::PageLinkCheck;
use super::plan::{Plan, Planner};
use crate::ground::{Diagnostic, Remarks, in_parallel};
use crate::read::{PictureKind, Source, TextFile};
use crate::render::fitting::readable_tone;
use crate::render::text::LinkCheck;
use crate::village::Entry;

/// Plans a site: which addresses exist and how each is rendered. Reports clashes, broken links and entries
/// that are not shown today; `source` is only needed for the lines to quote.
pub fn plan(edition: &Edition, source: &Source, remarks: &mut Remarks) -> Plan {
    let planned = |format: &Format, edition: &Edition| {
        let mut part = Planner::new(source, &edition.village);
        format(edition, &mut part);
        part.added()
    };
    let mut planner = Planner::new(source, &edition.village);
    let pages = pages(edition);
    for part in in_parallel(&[pages.as_slice(), ONCE].concat(), |format| planned(format, edition)) {
        planner.join(part);
    }
    for (number, other) in edition.others.iter().enumerate() {
        for part in in_parallel(&pages, |format| planned(format, other)) {
            planner.join_pages(part, other, number);
        }
    }
    for format in LISTS_OF_ALL {
        format(edition, &mut planner);
    }
    let mut plan = planner.finish(remarks);
    let check = LinkCheck { edition, plan: &plan, source };
    for found in in_parallel(&edition.village.entries, |entry| entry_remarks(entry, edition, &check, source))
    {
        remarks.extend(found);
    }
    remarks.extend(check.settings_remarks());
    for other in &edition.others {
        remarks.extend(LinkCheck { edition: other, plan: &plan, source }.translation_remarks());
    }
    remarks.extend(colour_adjusted(edition, source));
    remarks.extend(documents_ahead(edition, source));
    let wanted = check.wanted_anchors();
    plan.link_check = PageLinkCheck { base: edition.base.clone(), templates: own_templates(source), wanted };
    plan
}

/// The templates that the village itself wrote, by the names that messages give them.
fn own_templates(source: &Source) -> Vec<(String, String)> {
    let templates =
        source.theme.iter().filter(|file| file.path.as_str().split('/').nth(1) == Some("templates"));
    let texts = templates.filter_map(|file| {
        let text = std::str::from_utf8(&file.bytes).ok()?;
        Some((file.path.as_str().to_owned(), text.to_owned()))
    });
    texts.collect()
}

/// Reports broken links of an entry, and why it is not on the site today.
fn entry_remarks(
    entry: &Entry,
    edition: &Edition,
    check: &LinkCheck<'_>,
    source: &Source,
) -> Vec<Diagnostic> {
    let mut remarks = check.entry_remarks(entry);
    if !edition.almanac.is_shown(entry.id)
        && let Some(file) = source.text(&entry.path)
    {
        remarks.extend(not_shown(entry, edition, file));
    }
    remarks
}

/// Reports a site colour on which white text cannot be read.
fn colour_adjusted(edition: &Edition, source: &Source) -> Option<Diagnostic> {
    let colour = edition.village.settings.colour.as_ref()?;
    let used = readable_tone(colour.value.rgb)?;
    Some(messages::colour_adjusted(source.site.as_ref()?.place(colour.span), used))
}

/// Reports documents that are already on the site while their entry is not: documents are published as soon
/// as they are in their folder.
fn documents_ahead(edition: &Edition, source: &Source) -> Vec<Diagnostic> {
    let (village, almanac) = (&edition.village, &edition.almanac);
    let is_not_yet_public =
        |entry: &&Entry| entry.is_not_yet_public(almanac.today) && !entry.links.files.is_empty();
    let to_come: Vec<&Entry> = village.entries.iter().filter(is_not_yet_public).collect();
    if to_come.is_empty() {
        return Vec::new();
    }
    let shown = village.entries.iter().filter(|entry| almanac.is_shown(entry.id));
    let files_on_site: BTreeSet<usize> =
        shown.flat_map(|entry| entry.links.files.iter().map(|(_, number)| *number)).collect();
    let mut remarks = Vec::new();
    for entry in to_come {
        let Some(file) = source.text(&entry.path) else { continue };
        for (span, number) in &entry.links.files {
            let path = &village.files[*number].path;
            // Photos are on the site only for the pages that show them.
            if !files_on_site.contains(number) && PictureKind::of(path).is_none() {
                remarks.push(messages::document_ahead(file.place(*span), path, &entry.name));
            }
        }
    }
    remarks
}

/// Reports why an entry is not on the site today, so that nobody has to wonder.
fn not_shown(entry: &Entry, edition: &Edition, file: &TextFile) -> Option<Diagnostic> {
    let today = edition.almanac.today;
    let head = &entry.head;
    if let Some(draft) = head.draft.as_ref().filter(|draft| draft.value.0) {
        return Some(messages::not_shown_yet(file.place(draft.span), &entry.name, None));
    }
    let until = head.publish_until.as_ref();
    // Dates that never overlap are already reported where they are written.
    if head.publish_from.as_ref().zip(until).is_some_and(|(from, until)| until.date < from.date) {
        return None;
    }
    if let Some(from) = head.publish_from.as_ref().filter(|from| from.date > today) {
        return Some(messages::not_shown_yet(
            file.place(from.span),
            &entry.name,
            Some(&from.date.to_string()),
        ));
    }
    let until = until?;
    Some(messages::no_longer_shown(file.place(until.span), &entry.name))
}
