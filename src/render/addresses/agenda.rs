//! The addresses of the agenda by month, week and day.

use crate::ground::{Address, Date, Pair};
use crate::render::edition::Edition;
use crate::village::Kind;

fn below_agenda(edition: &Edition, parts: &[String]) -> Address {
    let agenda = Kind::Event.address(edition.locale()).map(str::to_owned);
    Address::page(agenda.into_iter().chain(parts.iter().cloned()))
}

/// `/agenda/2026/11/24/`
pub(in crate::render) fn day_address(edition: &Edition, day: Date) -> Address {
    let parts = [day.year().to_string(), format!("{:02}", day.month()), format!("{:02}", day.day())];
    below_agenda(edition, &parts)
}

/// `/agenda/2026/week-48/`, with the year and week number of ISO 8601.
pub(in crate::render) fn week_address(edition: &Edition, day: Date) -> Address {
    let week = day.iso_week_date();
    below_agenda(edition, &[week.year().to_string(), format!("week-{:02}", week.week())])
}

/// `/agenda/locatie/dorpshuis/`: the agenda of one kind of event, one venue or one organisation.
pub(in crate::render) fn part_address(edition: &Edition, kind: Kind, id: &str) -> Option<Address> {
    let part = match kind {
        Kind::Event => Pair::new("soort", "kind"),
        Kind::Venue => Pair::new("locatie", "venue"),
        Kind::Organisation => Pair::new("organisatie", "organisation"),
        _ => return None,
    };
    Some(below_agenda(edition, &[part.in_locale(edition.locale()).to_owned(), id.to_owned()]))
}

/// `/agenda/2026/11/`
pub(in crate::render) fn month_address(edition: &Edition, day: Date) -> Address {
    below_agenda(edition, &[day.year().to_string(), format!("{:02}", day.month())])
}
