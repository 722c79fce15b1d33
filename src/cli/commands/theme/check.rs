//! `dorpsplein theme check`: reports what a theme maker should know before others get the theme.

use std::path::Path;

use super::folder::{ThemeFolder, theme_in};
use super::pack::head_of;
use crate::cli::ExitStatus;
use crate::cli::refusals::no_folder;
use crate::cli::show::Screen;
use crate::cli::typed::OutputFormat;
use crate::ground::{Both, Remarks, Severity, both};
use crate::package::{Unfit, pack as packed};
use crate::proof::{Report, TrialError, TrialTheme, try_theme};
use crate::read::HeldFile;
use crate::theme::{LONGEST_CHAIN, Manifest, STANDARD, shipped};

/// Tries out a theme on villages, and reports what is wrong with it.
pub(super) fn check(folder: &Path, screen: &Screen) -> ExitStatus {
    let locale = screen.locale();
    let mut remarks = Remarks::default();
    remarks.set_site_language(locale);
    let mut themes = Vec::new();
    let ThemeFolder { files, manifest, .. } = match theme_in(folder, &mut remarks) {
        Ok(found) => found,
        Err(refusal) => return screen.refused(&no_folder(&refusal), locale),
    };
    let Some(manifest) = manifest.filter(|_| remarks.is_publishable()) else {
        screen.remarks(&remarks, OutputFormat::Human, folder);
        return ExitStatus::ContentErrors;
    };
    // To be published it must be packed, which has rules of its own.
    let unfit = packed(&files, &head_of(&manifest)).err();
    themes.push((manifest.name.clone(), files));
    add_parents(folder, manifest.extends.as_deref(), &mut themes);
    let tried = TrialTheme { name: &manifest.name, themes: &themes };
    match try_theme(&tried, &shipped(), &std::env::temp_dir()) {
        Ok(report) => {
            remarks.extend(report.found.iter().cloned());
            screen.remarks(&remarks, OutputFormat::Human, folder);
            report_results(&manifest, &report, unfit.as_ref(), screen);
            if report.is_valid() && unfit.is_none() { ExitStatus::Done } else { ExitStatus::ContentErrors }
        }
        Err(TrialError::Write(failure)) => screen.refused(&failure.message(), locale),
        Err(TrialError::Read(refusal)) => screen.refused(&no_folder(&refusal), locale),
    }
}

/// Adds the themes below that do not come with the program: they are beside it, in folders of their names.
fn add_parents(folder: &Path, extends: Option<&str>, themes: &mut Vec<(String, Vec<HeldFile>)>) {
    let mut next = extends.map(str::to_owned);
    while let Some(name) = next.take().filter(|name| name != STANDARD && themes.len() < LONGEST_CHAIN) {
        let parent_folder = folder.join("..").join(&name);
        let Ok(ThemeFolder { files, manifest, .. }) = theme_in(&parent_folder, &mut Remarks::default())
        else {
            return;
        };
        next = manifest.and_then(|manifest| manifest.extends);
        themes.push((name, files));
    }
}

/// Shows the report: what was tried, and with what result.
fn report_results(manifest: &Manifest, report: &Report, unfit: Option<&Unfit>, screen: &Screen) {
    let locale = screen.locale();
    for (village, pages) in &report.tried {
        screen.say(tried_line(village, *pages).in_locale(locale));
    }
    if let Some(unfit) = unfit {
        screen.say(unfit.message_for_author().in_locale(locale));
    }
    let errors = report.count(Severity::Error) + usize::from(unfit.is_some());
    let counts = (errors, report.count(Severity::Warning));
    screen.say(conclusion(manifest, counts).in_locale(locale));
}

fn tried_line(village: &Both, pages: usize) -> Both {
    both(
        format!("{}: {pages} pagina’s bekeken", village.nl),
        format!("{}: {pages} pages checked", village.en),
    )
}

fn conclusion(manifest: &Manifest, counts: (usize, usize)) -> Both {
    let (name, version) = (&manifest.title, manifest.version);
    match counts {
        (0, 0) => both(
            format!("{name} {version} is klaar om te publiceren"),
            format!("{name} {version} is ready to be published"),
        ),
        (0, warnings) => both(
            format!("{name} {version} kan worden gepubliceerd; {warnings} keer is er iets op te merken"),
            format!("{name} {version} can be published; number of warnings: {warnings}"),
        ),
        (errors, _) => both(
            format!("{name} {version} kan zo niet worden gepubliceerd; {errors} keer is er iets mis"),
            format!("{name} {version} cannot be published like this; number of errors: {errors}"),
        ),
    }
}
