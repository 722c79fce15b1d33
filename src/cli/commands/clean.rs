//! `dorpsplein clean-photos`: removes hidden data from photos, and reports which.

use std::path::Path;

use super::clean_messages as messages;
use crate::cli::ExitStatus;
use crate::cli::host_messages::no_site_file;
use crate::cli::refusals::no_folder;
use crate::cli::show::Screen;
use crate::ground::{Code, Locale, Remarks};
use crate::pictures::{Cleaned, clean_all, why};
use crate::publish::replace;
use crate::read::{Source, collect};
use crate::village::{layout, settings_in};

/// Cleans the photos of a village in place, or reports what would be done.
pub(super) fn clean_photos(folder: &Path, keep_date: bool, is_trial: bool, screen: &Screen) -> ExitStatus {
    let source = match collect(folder, &layout()) {
        Ok(source) => source,
        Err(refusal) => return screen.refused(&no_folder(&refusal), screen.locale()),
    };
    if source.site.is_none() {
        return screen.refused(&no_site_file(folder), screen.locale());
    }
    let locale = settings_in(&source).locale();
    let outcomes =
        clean_all(
            &source.files,
            keep_date,
            |file, bytes| {
                if is_trial { Ok(()) } else { replace(&file.on_disk, bytes) }
            },
        );
    let (mut cleaned, mut already_clean, mut skipped) = (0, 0, 0);
    let mut ending = ExitStatus::Done;
    for (file, outcome) in outcomes {
        let file = file.path.as_str();
        match outcome {
            Cleaned::Now => {
                cleaned += 1;
                screen.say(messages::cleaned(file, is_trial).in_locale(locale));
            }
            Cleaned::Already => already_clean += 1,
            Cleaned::Skipped(trouble) => {
                skipped += 1;
                screen.say(messages::left(file, &why(&trouble)).in_locale(locale));
            }
            Cleaned::Refused(failure) => ending = screen.refused(&failure.message(), locale),
        }
    }
    let unreadable = unreadable_remarks(&source, locale);
    screen.errors(&unreadable, folder);
    if unreadable.is_publishable() || cleaned + already_clean + skipped > 0 {
        screen.say(messages::counted(cleaned, already_clean, skipped, is_trial).in_locale(locale));
    }
    if cleaned > 0 && !is_trial {
        screen.say(messages::history().in_locale(locale));
    }
    let is_whole = skipped == 0 && unreadable.is_publishable();
    if !is_whole && ending == ExitStatus::Done { ExitStatus::ContentErrors } else { ending }
}

/// Returns diagnostics about unreadable folders and files: their photos may contain anything.
fn unreadable_remarks(source: &Source, locale: Locale) -> Remarks {
    let mut remarks = Remarks::default();
    remarks.set_site_language(locale);
    let unreadable = source.remarks.iter().filter(|remark| remark.code == Code::UnreadableFile);
    remarks.extend(unreadable.cloned());
    remarks
}
