//! One page for every entry, and a list for every kind that has no format of its own for it.

use std::collections::BTreeMap;

use crate::ground::{Address, sort_key};
use crate::render::addresses::{Section, section_address};
use crate::render::edition::Edition;
use crate::render::json_ld;
use crate::render::pages::Page;
use crate::render::plan::{Planner, Rendered};
use crate::render::templates::{Value, map};
use crate::render::values::{card, entry_value, picture_value};
use crate::render::withdrawn::may_be_shared;
use crate::village::{Entry, EntryId, Kind};

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    for kind in Kind::ALL.iter().copied() {
        let has_address = kind.address(edition.locale()).is_some();
        // A portal lists its own venues together with those of its villages.
        let is_of_region = kind == Kind::Venue && edition.village.settings.is_portal();
        if has_address && !matches!(kind, Kind::Event | Kind::News) && !is_of_region {
            let section = Section::Of(kind);
            planner.add(section_address(edition, section), &section.title(edition), move |edition| {
                make_list(edition, kind)
            });
        }
        for entry in edition.village.of_kind(kind) {
            if edition.almanac.is_shown(entry.id) && entry.address != Address::home() {
                let id = entry.id;
                planner.add_entry(entry, move |edition| make(edition, id));
            }
        }
    }
}

fn make(edition: &Edition, id: EntryId) -> Rendered {
    let entry = edition.village.entry(id);
    let kind = entry.kind();
    let section = if kind == Kind::Page { Section::Home } else { Section::Of(kind) };
    let template = format!("{}.html", kind.info().id);
    let mut page = Page::new(template, entry.address.clone(), entry.name.clone(), section);
    if section != Section::Home {
        page = page.below_section(edition);
    }
    page.description =
        entry.head.summary.as_ref().map(|line| line.as_str().to_owned()).or_else(|| lead(entry));
    let shared = entry.head.image.as_ref().filter(|image| may_be_shared(edition, Some(entry), &image.value));
    page.image = shared.and_then(|image| picture_value(edition, Some(entry), &image.value));
    let way = json_ld::breadcrumbs(edition, &page.crumbs, &entry.name, &entry.address);
    page.json_ld = json_ld::scripts([json_ld::entry(edition, entry), way]);
    page.with("entry", entry_value(edition, entry)).make(edition)
}

/// Returns the description of a page without a summary: the beginning of its text.
fn lead(entry: &Entry) -> Option<String> {
    let lead: String = entry.prose.lead.chars().take(160).collect();
    (!lead.is_empty()).then_some(lead)
}

fn make_list(edition: &Edition, kind: Kind) -> Rendered {
    let section = Section::Of(kind);
    let mut shown: Vec<&Entry> =
        edition.village.of_kind(kind).iter().filter(|entry| edition.almanac.is_shown(entry.id)).collect();
    shown.sort_by_cached_key(|entry| sort_key(&entry.name));
    let cards: Vec<Value> = shown.iter().map(|entry| card(edition, entry.id)).collect();
    let template = format!("{}-list.html", kind.info().id);
    Page::new(template, section_address(edition, section), section.title(edition), section)
        .with("groups", by_label(&cards))
        .with("entries", cards)
        .make(edition)
}

/// Groups cards under the word for their kind: "Dorpsraad", "Koor"; cards without one come last. When most
/// groups would hold a single card, grouping is no help and all cards stay together.
fn by_label(cards: &[Value]) -> Value {
    let mut groups: BTreeMap<(bool, String, String), Vec<Value>> = BTreeMap::new();
    for card in cards {
        let label = card.get_from_path("label").and_then(Value::as_str).unwrap_or("");
        let key = (label.is_empty(), sort_key(label), label.to_owned());
        groups.entry(key).or_default().push(card.clone());
    }
    let alone = groups.values().filter(|cards| cards.len() == 1).count();
    if groups.len() > 1 && alone * 2 > groups.len() {
        return vec![map([("label", "".into()), ("entries", cards.to_vec().into())])].into();
    }
    let values = groups
        .into_iter()
        .map(|((_, _, label), cards)| map([("label", label.into()), ("entries", cards.into())]));
    values.collect::<Vec<_>>().into()
}
