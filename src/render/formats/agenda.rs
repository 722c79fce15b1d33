//! The agenda as a list: everything to come, and everything of one kind.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::lists::by_day;
use super::months::{month_links, months};
use crate::almanac::Occurrence;
use crate::ground::{Address, Pair};
use crate::render::edition::Edition;
use crate::render::page::Page;
use crate::render::plan::{Made, Planner};
use crate::render::sections::{Section, section_address};
use crate::render::templates::{Value, map};
use crate::village::{Details, EntryId, Kind};

/// How many occurrences the list shows; the months have them all.
const LONGEST: usize = 60;

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    let kinds = Arc::new(kinds(edition));
    let section = Section::Of(Kind::Event);
    let all = Arc::clone(&kinds);
    planner
        .add(section_address(edition, section), &section.title(edition), move |edition| make(edition, &all));
    for id in kinds.keys() {
        let (kinds, id) = (Arc::clone(&kinds), id.clone());
        planner.add(kind_address(edition, &id), &id.clone(), move |edition| make_kind(edition, &kinds, &id));
    }
}

/// By their name in addresses: the word for people, and the events.
type Kinds = BTreeMap<String, (String, Vec<EntryId>)>;

/// The kinds of events there are.
fn kinds(edition: &Edition) -> Kinds {
    let mut kinds = Kinds::new();
    for entry in edition.village.of_kind(Kind::Event) {
        if let Details::Event(event) = &entry.details
            && let Some(kind) = &event.kind
            && edition.almanac.is_shown(entry.id)
            && !kind.value.id().is_empty()
        {
            let label = kind
                .value
                .known
                .map_or(kind.value.typed.as_str(), |word| word.label.in_speech(edition.speech()));
            kinds
                .entry(kind.value.id().to_owned())
                .or_insert_with(|| (label.to_owned(), Vec::new()))
                .1
                .push(entry.id);
        }
    }
    kinds
}

/// `/agenda/soort/open-inloop/`
fn kind_address(edition: &Edition, id: &str) -> Address {
    let part = Pair::new("soort", "kind").in_speech(edition.speech());
    Address::page(Kind::Event.address(edition.speech()).into_iter().chain([part, id]))
}

/// The kinds with something to come, for the filter above the list.
fn filter(edition: &Edition, kinds: &Kinds) -> Value {
    let today = edition.almanac.today;
    let coming =
        |ids: &[EntryId]| ids.iter().any(|id| edition.almanac.of_event(*id).any(|it| it.last_day >= today));
    let kinds = kinds.iter().filter(|(_, (_, ids))| coming(ids));
    let values = kinds.map(|(id, (label, _))| {
        map([
            ("id", id.as_str().into()),
            ("label", label.as_str().into()),
            ("href", kind_address(edition, id).to_string().into()),
        ])
    });
    values.collect::<Vec<_>>().into()
}

fn make(edition: &Edition, kinds: &Kinds) -> Made {
    let section = Section::Of(Kind::Event);
    let all = edition.almanac.upcoming().count();
    Page::new("agenda.html", section_address(edition, section), section.title(edition), section)
        .with("days", by_day(edition, edition.almanac.upcoming().take(LONGEST)))
        .with("has_more", all > LONGEST)
        .with("kinds", filter(edition, kinds))
        .with("kind", Value::none())
        .with("months", month_links(edition, months(edition)))
        .make(edition)
}

fn make_kind(edition: &Edition, kinds: &Kinds, id: &str) -> Made {
    let (label, ids) = kinds.get(id).map_or(("", &[][..]), |(label, ids)| (label, ids.as_slice()));
    let today = edition.almanac.today;
    let mut times: Vec<&Occurrence> = ids.iter().flat_map(|id| edition.almanac.of_event(*id)).collect();
    times.sort_by_key(|it| (it.first_day, it.start, it.event));
    let (coming, past): (Vec<_>, Vec<_>) = times.into_iter().partition(|it| it.last_day >= today);
    let recent = past.into_iter().rev().take(20);
    let mut letters = label.chars();
    let title = letters
        .next()
        .map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), letters.as_str()));
    Page::new("agenda.html", kind_address(edition, id), title, Section::Of(Kind::Event))
        .below_section(edition)
        .with("days", by_day(edition, coming.into_iter().take(LONGEST)))
        .with("past", by_day(edition, recent))
        .with("has_more", false)
        .with("kinds", filter(edition, kinds))
        .with("kind", id)
        .with("months", month_links(edition, months(edition)))
        .make(edition)
}
