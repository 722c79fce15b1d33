//! `dorpsplein check --external`: checks whether links to other sites still work.

use std::path::Path;
use std::time::Instant;

use crate::cli::show::Screen;
use crate::cli::typed::{LinkCheck, OutputFormat};
use crate::ground::OWN_FOLDER;
use crate::outside::{Bounds, GoodLinks, LinkChecker, Reach, check_links, link_report, outside_links};
use crate::pipeline::Planned;
use crate::publish::write_note;
use crate::read::{Source, bytes_of};

/// The file that records good links, in the program's own folder within the village folder.
const KEPT: &str = "external.json";

/// The largest size of that file; for a very large village it is some 10 MB.
const LARGEST: u64 = 64 * 1024 * 1024;

/// Checks links to other sites, and adds the findings to the diagnostics.
pub(super) fn check_outside_links(
    planned: &mut Planned,
    source: &Source,
    folder: &Path,
    link_check: LinkCheck,
    format: OutputFormat,
    screen: &Screen,
) {
    let edition = &planned.edition;
    let links = outside_links(&edition.village, &edition.almanac, source);
    let file = folder.join(OWN_FOLDER).join(KEPT);
    let before =
        bytes_of(&file, LARGEST).map_or_else(|_| GoodLinks::default(), |bytes| GoodLinks::read(&bytes));
    let mut good_links = before.clone();
    let link_checker = LinkChecker::new(Reach::Internet, edition.base.url.as_deref());
    let started = Instant::now();
    let clock = || started.elapsed();
    let checked =
        check_links(&links, &link_checker, Bounds::default(), &mut good_links, edition.almanac.today, &clock);
    let link_report = link_report(&links, &checked, link_check == LinkCheck::Strict);
    planned.remarks.extend(link_report.remarks);
    let locale = planned.remarks.locale();
    if format == OutputFormat::Human {
        screen.say(link_report.summary.in_locale(locale));
    }
    // If the folder is not writable, the next check only takes longer.
    if good_links != before && write_note(&file, &good_links.written()).is_err() {
        screen.say(not_kept().in_locale(locale));
    }
}

fn not_kept() -> crate::ground::Both {
    crate::ground::both(
        "wat goed was, kan hier niet worden bewaard; de volgende keer wordt alles opnieuw gevraagd",
        "the good links cannot be recorded here; next time every link is checked again",
    )
}
