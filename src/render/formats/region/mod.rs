//! The pages of a portal: what many villages publish, on one agenda, by village, municipality and province.
//! Everything names its village and links to the village's own site; of a village, only the village itself
//! has a page here.

mod shares;
mod words;
mod places;
mod outlook;
mod line;
mod by_day;
mod news;
mod day_files;
mod agenda;
mod days;
mod kinds;
mod figures_file;
mod figures;
mod villages;
mod municipalities;
mod venues;
mod emergency;
mod calendars;
mod home;

pub(super) use emergency::make as make_emergency;
pub(super) use news::{NewsItem, news_items};

use std::sync::Arc;

use self::outlook::Outlook;
use crate::render::edition::Edition;
use crate::render::plan::Planner;

/// Adds the pages and files of a portal.
pub(super) fn plan(edition: &Edition, planner: &mut Planner<'_>) {
    let outlook = Arc::new(Outlook::of(edition));
    home::plan(edition, &outlook, planner);
    agenda::plan(edition, &outlook, planner);
    days::plan(edition, &outlook, planner);
    kinds::plan(edition, &outlook, planner);
    villages::plan(edition, &outlook, planner);
    municipalities::plan(edition, &outlook, planner);
    venues::plan(edition, planner);
    emergency::plan(edition, planner);
    news::plan(edition, planner);
    figures::plan(edition, planner);
    calendars::plan(edition, &outlook, planner);
}
