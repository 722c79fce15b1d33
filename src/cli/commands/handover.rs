//! `dorpsplein handover`: prints the sheet for whoever takes over the site, or writes it to a file.

use std::path::Path;

use crate::cli::ExitStatus;
use crate::cli::refusals::no_folder;
use crate::cli::show::Screen;
use crate::ground::{Code, both};
use crate::handover::{handover, mark};
use crate::pipeline::{Request, read_and_plan};
use crate::publish::write_text;
use crate::read::{LOCK_FILE, bytes_of, surroundings};
use crate::theme::shipped;
use crate::village::layout;

/// The largest size of a `themes.lock`, far beyond any real one.
const LONGEST_LOCK: u64 = 4 * 1024 * 1024;

/// Prints the sheet, or writes it to a file.
pub(super) fn give(request: &Request, output: Option<&Path>, screen: &Screen) -> ExitStatus {
    let planned = match read_and_plan(request, &shipped()) {
        Ok(planned) => planned,
        Err(refusal) => return screen.refused(&no_folder(&refusal), screen.locale()),
    };
    screen.errors(&planned.remarks, &request.site);
    // Without a site, there is nothing to put on a sheet.
    if planned.remarks.sorted().iter().any(|remark| remark.code == Code::NoSite) {
        return ExitStatus::ContentErrors;
    }
    let around = surroundings(&request.site, &layout().theme);
    let lock = bytes_of(&request.site.join(LOCK_FILE), LONGEST_LOCK).ok();
    let sheet = handover(&planned.edition, &around, lock.as_deref());
    let locale = planned.remarks.locale();
    let Some(output) = output else {
        screen.print(&sheet);
        return ExitStatus::Done;
    };
    match write_text(output, &sheet, mark(&planned.edition)) {
        Ok(()) => {
            let file = output.display();
            let message = both(
                format!("het blad staat in '{file}'; druk het af en vul samen in wat er open staat"),
                format!("the sheet is in '{file}'; print it and fill in together what is still blank"),
            );
            screen.say(message.in_locale(locale));
            ExitStatus::Done
        }
        Err(failure) => screen.refused(&failure.message(), locale),
    }
}
