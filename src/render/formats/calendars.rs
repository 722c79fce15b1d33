//! Calendars to subscribe to: of everything, of every kind, venue and organisation, and of each event; and the page
//! that tells how.

use super::angles::{all_events, angles, belongs, own_angles};
use crate::ground::Address;
use crate::render::addresses::{
    CALENDAR, Section, calendar_ways, event_calendar, section_address, subscribe_address,
};
use crate::render::angle::{Angle, Side};
use crate::render::edition::Edition;
use crate::render::ical::{Subject, calendar, venue_calendar};
use crate::render::pages::Page;
use crate::render::plan::{Made, Planner};
use crate::render::templates::{Value, map};
use crate::village::Kind;

pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    if !edition.village.settings.is_portal() {
        planner.add(Address::file(CALENDAR), CALENDAR, |edition| {
            let page = section_address(edition, Section::Of(Kind::Event));
            Ok(calendar(edition, &Subject { name: None, page: &page, note: None }, &all_events(edition)))
        });
        let title = edition.words.text("subscribe.title").to_owned();
        planner.add(subscribe_address(edition), &title, make);
    }
    for entry in edition.village.of_kind(Kind::Event).iter().filter(|it| edition.almanac.is_shown(it.id)) {
        let id = entry.id;
        planner.beside(entry, event_calendar(&entry.address), move |edition| {
            let entry = edition.village.entry(id);
            Ok(calendar(
                edition,
                &Subject { name: Some(&entry.name), page: &entry.address, note: None },
                &[id],
            ))
        });
    }
    for (number, angle) in own_angles(edition) {
        planner.add(angle.page.beside(CALENDAR), &angle.name, move |edition| {
            let angle = &angles(edition)[number];
            let subject = Subject { name: Some(&angle.name), page: &angle.page, note: None };
            Ok(match angle.venue() {
                Some(venue) => venue_calendar(edition, &subject, &angle.events, venue),
                None => calendar(edition, &subject, &angle.events),
            })
        });
    }
}

/// How many calendars of one side the page offers.
const MOST_CHOICES: usize = 48;

/// The parts of the agenda that are worth following, because more than one thing is still to come; of very many
/// those with the most.
fn worth_following(edition: &Edition, side: Side) -> Vec<&Angle> {
    let angles = angles(edition);
    let today = edition.almanac.today;
    let coming = |angle: &Angle| {
        let times = angle.events.iter().flat_map(|id| edition.almanac.of_event(*id));
        times.filter(|it| it.last_day >= today && belongs(edition, angle, it)).count()
    };
    let own = angles.iter().filter(|angle| angle.side == side).map(|angle| (coming(angle), angle));
    let mut own: Vec<(usize, &Angle)> = own.filter(|(coming, _)| *coming > 1).collect();
    own.sort_by_key(|(coming, _)| std::cmp::Reverse(*coming));
    let chosen: Vec<&Address> = own.iter().take(MOST_CHOICES).map(|(_, angle)| &angle.page).collect();
    angles.iter().filter(|angle| angle.side == side && chosen.contains(&&angle.page)).collect()
}

fn make(edition: &Edition) -> Made {
    let section = Section::Of(Kind::Event);
    let title = edition.words.text("subscribe.title").to_owned();
    let village = edition.village.settings.village_name();
    let whole = calendar_ways(edition, village, &Address::file(CALENDAR));
    let groups = Side::ALL.into_iter().filter_map(|side| {
        let own = worth_following(edition, side).into_iter();
        let calendars: Vec<Value> =
            own.map(|angle| calendar_ways(edition, &angle.name, &angle.page.beside(CALENDAR))).collect();
        let title = edition.words.text(&format!("agenda.{}", side.id())).to_owned();
        (!calendars.is_empty()).then(|| {
            map([("id", side.id().into()), ("title", title.into()), ("calendars", calendars.into())])
        })
    });
    Page::new("subscribe.html", subscribe_address(edition), title, section)
        .below_section(edition)
        .with("whole", whole)
        .with("groups", groups.collect::<Vec<_>>())
        .make(edition)
}
