//! Gathers data from villages for a portal, before it is built.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::cli::show::Screen;
use crate::cli::typed::{OutputFormat, Site};
use crate::ground::{Both, Locale, Timestamp, both};
use crate::outside::{Gathering, gather};
use crate::pipeline::Today;
use crate::publish::Failure;

/// Gathers for a site if it is a portal, unless the user opted out.
pub(super) fn of_site(site: &Site, format: OutputFormat, screen: &Screen) {
    if site.gathers {
        let today = site.today.map_or_else(|| Today::At(Timestamp::now()), Today::Fixed);
        let say = format == OutputFormat::Human;
        if let Err(failure) = of_folder(&site.folder, today, &|count| report_start(count, say, screen)) {
            screen.say(not_kept(&failure).in_locale(screen.locale()));
        }
    }
}

/// Gathers for the site in a folder if it is a portal.
pub(super) fn of_folder(
    folder: &Path,
    today: Today,
    on_start: &(dyn Fn(usize) + Sync),
) -> Result<(), Failure> {
    let started = Instant::now();
    let clock = || -> Duration { started.elapsed() };
    gather(folder, &Gathering::new(today, &clock, on_start))
}

/// Reports that gathering begins, as it may take a while.
pub(super) fn report_start(count: usize, say: bool, screen: &Screen) {
    if say {
        let line = match (screen.locale(), count) {
            (Locale::Dutch, 1) => "ik haal op wat één dorp vertelt".to_owned(),
            (Locale::Dutch, count) => format!("ik haal op wat {count} dorpen vertellen"),
            (Locale::English, 1) => "fetching the data of one village".to_owned(),
            (Locale::English, count) => format!("fetching the data of {count} villages"),
        };
        screen.say(&line);
    }
}

/// Explains that the data cannot be stored, so that the data gathered earlier is used.
pub(super) fn not_kept(failure: &Failure) -> Both {
    let why = failure.message();
    both(
        format!(
            "wat dorpen vertellen, kan hier niet worden bewaard; wat er al was, wordt gebruikt\n{}",
            why.nl
        ),
        format!("the data of villages cannot be stored here; what was stored earlier is used\n{}", why.en),
    )
}
