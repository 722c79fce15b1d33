//! Tries a theme on every village: renders and examines all pages, and checks the theme's own files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::messages::{self, OnPage};
use super::origin::Templates;
use super::page::{check_page, style_requests};
use super::report::Report;
use super::villages::{PORTAL, ProofVillage, proof_villages};
use crate::ground::{Code, Date, Diagnostic, Place, Remarks, Severity, both, in_order, in_parallel};
use crate::pipeline::{Planned, Request, Today, read_and_plan};
use crate::publish::{Failure, Scratch};
use crate::read::{HeldFile, Refusal};
use crate::render::{
    LowContrast, Make, Output, PageLinks, hard_to_read_rules, low_contrast_diagnostic, low_contrasts,
};
use crate::theme::{Layer, PORTAL_PAGES, Shipped, THEME_FILE, Theme, missing_words, unused, unused_file};

/// Why a theme could not be tried.
#[derive(Debug)]
pub enum TrialError {
    /// The temporary folder cannot be written.
    Write(Failure),
    /// The temporary folder cannot be read.
    Read(Refusal),
}

/// A theme that is being tried.
pub struct TrialTheme<'t> {
    /// Its name.
    pub name: &'t str,
    /// Its files, and those of the themes it extends that are not shipped with the program, by name.
    pub themes: &'t [(String, Vec<HeldFile>)],
}

/// The day of the trial: the one on which the example village is at its fullest.
const DAY: Date = Date::constant(2026, 11, 23);

/// Village colours that are hard on a style: none chosen, very light, very dark, bright.
const COLOURS: &[Option<&str>] = &[None, Some("#ffe030"), Some("#000000"), Some("#ff3030"), Some("#20c0ff")];

/// The folder of the theme beside a village that it is tried on.
const THEMES_FOLDER: &str = "themas/";

/// The maximum number of diagnostics of one kind per village.
const MOST: usize = 2;

/// Tries a theme on every village, in a temporary folder inside `parent`.
///
/// # Errors
/// When writing or reading there fails.
pub fn try_theme(tried: &TrialTheme<'_>, shipped: &Shipped, parent: &Path) -> Result<Report, TrialError> {
    let mut report = Report::default();
    let villages = proof_villages();
    for (number, village) in villages.iter().enumerate() {
        let mut planned = lay_out(village, tried, None, shipped, parent)?;
        let templates = Templates(templates_of(tried));
        planned.plan.check_links_in(templates.0.clone());
        if number == 0 {
            check_theme(&planned.theme, tried, &mut report.found);
        }
        // A theme that extends no other may have no pages for portals.
        if village.id == PORTAL && !has_portal_pages(&planned.theme) {
            continue;
        }
        // Everything that a village with this theme would be told about the theme's files; the rest is about
        // the trial village.
        let is_reported = |it: &&Diagnostic| it.severity == Severity::Error || is_of_theme(&it.place, tried);
        let reported = planned.remarks.sorted().into_iter().filter(is_reported);
        let reported: Vec<Diagnostic> = reported.cloned().map(for_maker).collect();
        // An unknown name stops one page at most; the others are still examined.
        let is_valid =
            reported.iter().all(|it| it.severity != Severity::Error || it.code == Code::TemplateUnknownName);
        report.found.extend(reported);
        if is_valid {
            let pages = check_pages(&planned, village, &templates, &mut report.found);
            report.tried.push((village.title.clone(), pages));
        }
    }
    let empty = villages.iter().find(|village| village.id == "leeg");
    for (village, colour) in
        empty.iter().flat_map(|village| COLOURS.iter().map(move |colour| (village, colour)))
    {
        let planned = lay_out(village, tried, *colour, shipped, parent)?;
        check_style(&planned, *colour, &mut report.found);
    }
    tidy(&mut report.found);
    Ok(report)
}

/// Raises some diagnostics to errors: those that do not stop a village, because a later program may know the
/// name or nobody there can fix it, but that the maker of the theme can fix.
fn for_maker(reported: Diagnostic) -> Diagnostic {
    match reported.code {
        Code::TemplateUnknownName | Code::BadSetting => Diagnostic { severity: Severity::Error, ..reported },
        _ => reported,
    }
}

fn has_portal_pages(theme: &Theme) -> bool {
    PORTAL_PAGES.iter().all(|name| theme.templates.iter().any(|template| template.name.as_str() == *name))
}

/// Writes a village with the theme beside it, and plans its site.
fn lay_out(
    village: &ProofVillage,
    tried: &TrialTheme<'_>,
    colour: Option<&str>,
    shipped: &Shipped,
    parent: &Path,
) -> Result<Planned, TrialError> {
    let folder = Scratch::inside(parent).map_err(TrialError::Write)?;
    for (path, bytes) in &village.files {
        let bytes = if path == "site.yaml" { with_theme(bytes, tried.name, colour) } else { bytes.clone() };
        folder.write(path, &bytes).map_err(TrialError::Write)?;
    }
    for (name, files) in tried.themes {
        for file in files {
            folder
                .write(&format!("{THEMES_FOLDER}{name}/{}", file.path), &file.bytes)
                .map_err(TrialError::Write)?;
        }
    }
    let request = Request {
        site: folder.path().to_owned(),
        today: Today::Fixed(DAY),
        base_url: None,
        host_address: None,
    };
    read_and_plan(&request, shipped).map_err(TrialError::Read)
}

/// Returns the settings of a village with this theme and this colour; its choices for another theme are left
/// out.
fn with_theme(settings: &[u8], name: &str, colour: Option<&str>) -> Vec<u8> {
    let text = String::from_utf8_lossy(settings);
    let own: String = text
        .split_inclusive('\n')
        .scan(false, |inside, line| {
            *inside = line.starts_with("thema:") || (*inside && line.starts_with(' '));
            let is_replaced = *inside || colour.is_some() && line.starts_with("kleur:");
            Some(if is_replaced { "" } else { line })
        })
        .collect();
    let colour = colour.map_or_else(String::new, |colour| format!("kleur: \"{colour}\"\n"));
    format!("{own}thema: {name}\n{colour}").into_bytes()
}

/// Renders and examines every page of a village. Returns how many there were.
fn check_pages(
    planned: &Planned,
    village: &ProofVillage,
    templates: &Templates,
    found: &mut Vec<Diagnostic>,
) -> usize {
    let made = in_parallel(&planned.plan.outputs, |output| check_output(output, planned, village, templates));
    let pages = made.iter().filter(|(is_page, ..)| *is_page).count();
    let mut seen = Vec::new();
    for (_, reported, of_links) in made {
        found.extend(reported);
        seen.extend(of_links);
    }
    // A link that works in one village may lead nowhere in another: only the maker of the theme knows whether
    // that is intended.
    let dead =
        planned.plan.broken_links(seen).into_iter().filter(|reported| !reported.place.file.starts_with('/'));
    found.extend(dead.map(|reported| Diagnostic { severity: Severity::Warning, ..reported }));
    pages
}

/// Returns the templates of a theme that is being tried, and of those it extends: the displayed name of each,
/// and its text.
fn templates_of(tried: &TrialTheme<'_>) -> Vec<(String, String)> {
    let files = tried.themes.iter().flat_map(|(name, files)| files.iter().map(move |file| (name, file)));
    let templates = files.filter(|(_, file)| file.path.as_str().starts_with("templates/"));
    let texts = templates.filter_map(|(name, file)| {
        Some((format!("{name}/{}", file.path), std::str::from_utf8(&file.bytes).ok()?.to_owned()))
    });
    texts.collect()
}

/// Returns whether an output is a page, the diagnostics about it, and its links.
fn check_output(
    output: &Output,
    planned: &Planned,
    village: &ProofVillage,
    templates: &Templates,
) -> (bool, Vec<Diagnostic>, Option<PageLinks>) {
    let Make::Page(make) = &output.make else { return (false, Vec::new(), None) };
    let bytes = match make(&planned.edition) {
        Ok(bytes) => bytes,
        Err(reported) => return (true, reported.each().collect(), None),
    };
    let path = output.address.output_path();
    if !path.ends_with(".html") {
        return (false, Vec::new(), None);
    }
    let seen = planned.plan.links_of(output, &bytes);
    let text = String::from_utf8_lossy(&bytes);
    let findings = check_page(&text);
    let page = OnPage { address: output.address.as_str(), village: &village.title };
    let line = |number: u64| {
        let before = usize::try_from(number.saturating_sub(1)).unwrap_or(usize::MAX);
        text.lines().nth(before).unwrap_or_default()
    };
    // The page exists only in memory: when no template is found, only the page is named.
    let nowhere = || {
        Place::of_file(format!(
            "{THEMES_FOLDER}{}/templates",
            planned.theme.layers.last().map_or("", |it| &it.name)
        ))
    };
    let nesting = findings.nesting.iter().take(1).map(|(number, detail)| {
        let place = templates.place_of_line(line(*number)).unwrap_or_else(nowhere);
        messages::nesting(place, detail, &page)
    });
    let requests = findings.requests.iter().map(|(_, address)| {
        let place = templates.place_of(address).unwrap_or_else(nowhere);
        messages::request(place, address, Some(&page))
    });
    (true, nesting.chain(requests).collect(), seen)
}

/// Checks the theme's own files, without a village.
fn check_theme(theme: &Theme, tried: &TrialTheme<'_>, found: &mut Vec<Diagnostic>) {
    let Some(number) = theme.layers.iter().position(|layer| layer.name == tried.name) else { return };
    let layer = &theme.layers[number];
    let shown = |path: &str| Place::of_file(format!("{}/{path}", layer.folder));
    for unused in unused(&theme.layers, &theme.templates, number) {
        found.push(unused_file(shown(unused.file.as_str()), unused.near.as_deref()));
    }
    for word in missing_words(&theme.layers, &mut Remarks::default()) {
        found.push(messages::missing_word(shown(&format!("words/{}.yaml", word.language.tag())), &word));
    }
    for setting in theme.declared.iter().filter(|setting| setting.theme == tried.name) {
        let help = setting.help.as_ref();
        for (text, language) in [
            (help.map(|help| &help.nl), both("Nederlands", "Dutch")),
            (help.map(|help| &help.en), both("Engels", "English")),
        ] {
            if text.is_none_or(|text| text.is_empty()) {
                found.push(messages::no_help(shown("theme.yaml"), setting, &language));
            }
        }
    }
    for (name, bytes) in layer.files.iter().filter(|(path, _)| path.extension() == "css") {
        let text = String::from_utf8_lossy(bytes);
        for address in style_requests(&text) {
            let at = text.find(&address).unwrap_or(0);
            let place = Place::in_text(layer.shown(name).shared(), &text, at, at + address.len());
            found.push(messages::request(place, &address, None));
        }
    }
    // Large letters may have less contrast, and their size is not known here.
    found.extend(
        hard_to_read_rules(layer)
            .into_iter()
            .map(|reported| Diagnostic { severity: Severity::Warning, ..reported }),
    );
}

/// Checks whether the style is readable with one colour of a village.
fn check_style(planned: &Planned, colour: Option<&str>, found: &mut Vec<Diagnostic>) {
    let style = planned.plan.outputs.iter().find(|output| {
        let path = output.address.as_str();
        path.starts_with("/assets/site.") && path.ends_with(".css")
    });
    let Some(Ok(style)) = style.and_then(|output| match &output.make {
        Make::Page(make) => Some(make(&planned.edition)),
        _ => None,
    }) else {
        return;
    };
    let Some(layer) = planned.theme.layers.last() else { return };
    for finding in low_contrasts(&String::from_utf8_lossy(&style)) {
        found.push(low_contrast_diagnostic(place_of_colour(layer, &finding), &finding, colour));
    }
}

/// Returns where the style of a theme sets one of two colours; the theme as a whole when both are the
/// village's or come from a lower layer.
fn place_of_colour(layer: &Layer, found: &LowContrast) -> Place {
    crate::render::place_of_colour(layer, found)
        .unwrap_or_else(|| Place::of_file(format!("{}/{THEME_FILE}", layer.folder)))
}

/// Whether a place is in the theme that is being tried, or in one that it extends.
fn is_of_theme(place: &Place, tried: &TrialTheme<'_>) -> bool {
    let name = place.file.strip_prefix(THEMES_FOLDER).and_then(|rest| rest.split('/').next());
    name.is_some_and(|name| tried.themes.iter().any(|(theme, _)| theme == name))
}

/// Keeps each diagnostic once, and no more of one kind in one place than can be read.
fn tidy(found: &mut Vec<Diagnostic>) {
    let every = std::mem::take(found);
    let all = in_order(&every);
    // A request by a page is reported at its template, so the same request need not be reported again.
    let requested: BTreeSet<(String, u32)> = all
        .iter()
        .filter(|finding| finding.code == Code::ProofRequest && finding.place.line > 0)
        .map(|finding| place_in_theme(&finding.place))
        .collect();
    let names: Vec<&Diagnostic> =
        all.iter().copied().filter(|finding| finding.code == Code::TemplateUnknownName).collect();
    let mut reported: BTreeSet<(Code, (String, u32))> = BTreeSet::new();
    let mut times: BTreeMap<(Code, String), usize> = BTreeMap::new();
    for finding in all {
        let place = place_in_theme(&finding.place);
        let is_of_page = matches!(finding.code, Code::ProofNesting | Code::ProofRequest);
        if finding.code == Code::AsksElsewhere && requested.contains(&place) {
            continue;
        }
        // A page that cannot be rendered because of a name: the name has been reported.
        if finding.code == Code::Template
            && names.iter().any(|name| name.place.contains_start_of(&finding.place))
        {
            continue;
        }
        // One template may render hundreds of pages.
        if is_of_page && finding.place.line > 0 && !reported.insert((finding.code, place.clone())) {
            continue;
        }
        let count = times.entry((finding.code, place.0)).or_default();
        *count += 1;
        if !is_of_page || finding.place.line > 0 || *count <= MOST {
            found.push(with_maker_paths(finding));
        }
    }
}

/// Returns the file as the maker of a theme knows it, and the line.
fn place_in_theme(place: &Place) -> (String, u32) {
    let file = place.file.strip_prefix(THEMES_FOLDER).unwrap_or(&place.file);
    (file.to_owned(), place.line)
}

/// Removes the temporary folder from a diagnostic: the maker of a theme does not know it.
fn with_maker_paths(finding: &Diagnostic) -> Diagnostic {
    let mut reported = finding.clone();
    if let Some(file) = finding.place.file.strip_prefix(THEMES_FOLDER) {
        reported.place.file = file.into();
    }
    for message in [&mut reported.message.nl, &mut reported.message.en] {
        *message = message.replace(&format!("'{THEMES_FOLDER}"), "'");
    }
    reported
}
