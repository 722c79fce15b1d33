//! Goes from a village folder to the plan of its site: everything but the bytes.

use std::path::PathBuf;
use std::sync::Arc;

use super::load_theme::load_theme;
use super::regional::{self, regional};
use super::request::{HostAddress, Request};
use crate::almanac::{self, derive_cached, review};
use crate::ground::{Code, Diagnostic, Remarks, Severity, SitePath, both_at_once, fold};
use crate::pictures::{Wanted, develop_all, metadata_diagnostics, unnamed_photo_diagnostics};
use crate::publish::PictureCache;
use crate::read::{self, Refusal, SharedHistory, Source};
use crate::render::{
    Base, Edition, Hosting, Photos, Plan, ThemeCache, copied_files, focuses, hard_to_read, needed_photos,
    plan,
};
use crate::theme::{Shipped, Theme};
use crate::village::{self, Host, Kind, layout, read_settings, resolve_theme_pictures, settle_cached};

/// A site that was planned: everything but its bytes.
pub struct Planned {
    /// What the pages are rendered from.
    pub edition: Edition,
    /// Which addresses exist.
    pub plan: Plan,
    /// The theme it is in, with all its layers.
    pub theme: Theme,
    /// The host it is for, when the settings name one.
    pub hosting: Option<Hosting>,
    /// The diagnostics so far.
    pub remarks: Remarks,
    /// The address that the host gave, when that is the one the site has.
    pub host_address: Option<HostAddress>,
}

/// What was read and derived last time, so that only what has changed is done again; empty at first.
#[derive(Default)]
pub struct BuildCache {
    read: read::ReadCache,
    village: village::SettleCache,
    almanac: almanac::AlmanacCache,
    region: regional::RegionCache,
    theme_cache: ThemeCache,
    pictures: Option<PictureCache>,
}

impl BuildCache {
    /// Returns an empty cache for a village that shares its compiled theme with others.
    pub fn sharing(theme_cache: &ThemeCache) -> Self {
        Self { theme_cache: theme_cache.clone(), ..Self::default() }
    }

    /// Returns an empty cache for a village that shares everything it can.
    pub(super) fn for_circumstances(circumstances: &Circumstances) -> Self {
        Self {
            read: read::ReadCache::with(&circumstances.shared_history),
            ..Self::sharing(&circumstances.theme_cache)
        }
    }
}

/// The circumstances in which a site is checked or built: what matters besides the village itself.
#[derive(Clone, Default)]
pub struct Circumstances {
    /// The host to check the site for, instead of the one in the settings.
    pub host: Option<Host>,
    /// The list of what was last published, when it is not the one in the output folder.
    pub published: Option<PathBuf>,
    /// The cache of compiled themes: villages with the same theme may share it.
    pub theme_cache: ThemeCache,
    /// The git history of many villages in one repository.
    pub shared_history: SharedHistory,
}

/// A village folder that was read.
pub struct ReadSite {
    /// What is in it.
    pub(super) source: Source,
    /// The files that changed since it was read the last time.
    pub changed: Vec<SitePath>,
}

/// Reads a village folder; of what is in the cache, only what has changed.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn read_site(request: &Request, cache: &mut BuildCache) -> Result<ReadSite, Refusal> {
    let (source, changed) = read::collect_cached(&request.site, &layout(), &mut cache.read)?;
    Ok(ReadSite { source, changed })
}

/// Plans the site of a folder that was read. The cache only saves work: the result is the same without it.
pub fn plan_site(read: &ReadSite, request: &Request, shipped: &Shipped, cache: &mut BuildCache) -> Planned {
    let source = &read.source;
    let mut remarks = Remarks::default();
    let settings = Arc::new(read_settings(source, &mut remarks));
    let (theme_cache, settle_cache, almanac_cache) =
        (&cache.theme_cache, &mut cache.village, &mut cache.almanac);
    // The theme depends on the settings alone.
    let mut theme_remarks = remarks.with_same_locale();
    let ((theme, fitted), mut village) = both_at_once(
        || {
            let theme = load_theme(&settings, shipped, source, theme_cache.layer_cache(), &mut theme_remarks);
            let fitted = theme_cache.fitted(&theme, &mut theme_remarks);
            (theme, fitted)
        },
        || settle_cached(&settings, source, settle_cache, &mut remarks),
    );
    remarks.join(&theme_remarks);
    if let Some(site) = &source.site {
        resolve_theme_pictures(&mut village, theme.pictures(), site, &mut remarks);
    }
    let today = request.today.in_zone(&settings.zone());
    remarks.complete(today);
    let almanac = derive_cached(&village, today, almanac_cache);
    review(&village, &almanac, source, &mut remarks);
    let hosting = hosting(&village, source);
    let (base, host_address) = site_address(request, &village);
    let url = base.url.as_deref();
    let region = regional(&request.site, &village, url, source, today, &mut cache.region, &mut remarks);
    let edition = Edition::new(village, almanac, region, &theme, fitted, base);
    remarks.extend(hard_to_read(&theme, &edition));
    let picture_cache = cache.pictures.get_or_insert_with(|| PictureCache::of(&request.site));
    remarks.extend(metadata_diagnostics(&edition.village.files, picture_cache, |maker| {
        is_own(&edition.village, maker)
    }));
    remarks.extend(unnamed_photo_diagnostics(&copied_files(&edition)));
    let (photos, focuses) = (develop_photos(&edition, picture_cache, &mut remarks), focuses(&edition));
    let edition = edition.with_photos(photos, &focuses);
    let plan = plan(&edition, source, &mut remarks);
    let page_remarks = errors_behind_unknown_names(&remarks, &plan, &edition);
    remarks.extend(page_remarks);
    Planned { edition, plan, theme, hosting, remarks, host_address }
}

/// The address of the site: the one given by the user or the settings, or else the one that the building host
/// reports.
fn site_address(request: &Request, village: &village::Village) -> (Base, Option<HostAddress>) {
    let given_url = request.base_url.as_deref().or(village.settings.web_address());
    let host_address = request.host_address.clone().filter(|address| {
        // One host may build the site for another: GitHub does so for Neocities.
        given_url.is_none() && village.settings.host().is_none_or(|host| host == address.host)
    });
    (Base::new(given_url.or(host_address.as_ref().map(|address| address.url.as_str()))), host_address)
}

/// The host in the settings, and its place in the file.
fn hosting(village: &village::Village, source: &Source) -> Option<Hosting> {
    let host = village.settings.host.as_ref()?;
    Some(Hosting { host: host.value.0, place: source.site.as_ref()?.place(host.span) })
}

/// Whether a name is that of the village or of one of its organisations.
fn is_own(village: &village::Village, name: &str) -> bool {
    let organisations = village.of_kind(Kind::Organisation).iter().map(|entry| entry.name.as_str());
    let mut own = organisations.chain([village.settings.village_name()]);
    own.any(|own| fold(own) == fold(name))
}

/// Develops the photos that pages show; those developed before come from the cache.
fn develop_photos(edition: &Edition, picture_cache: &PictureCache, remarks: &mut Remarks) -> Photos {
    let files = &edition.village.files;
    let wanted = needed_photos(edition);
    let wanted_photos: Vec<Wanted<'_>> = wanted
        .iter()
        .map(|photo| Wanted {
            file: &files[photo.file],
            used_in: photo.used_in.as_str(),
            cuts: photo.cuts.clone(),
        })
        .collect();
    let mut photos = Photos::new();
    for (wanted_photo, developed) in wanted.iter().zip(develop_all(&wanted_photos, picture_cache)) {
        remarks.extend(developed.remarks);
        photos.extend(developed.photos.into_iter().map(|(cut, photo)| ((wanted_photo.file, cut), photo)));
    }
    picture_cache.tidy(files);
    photos
}

/// When the only errors are unknown names in templates, the pages can still be rendered to find the errors
/// that only they reveal: then all are reported at once.
fn errors_behind_unknown_names(remarks: &Remarks, plan: &Plan, edition: &Edition) -> Vec<Diagnostic> {
    let sorted = remarks.sorted();
    let (names, others): (Vec<&Diagnostic>, Vec<&Diagnostic>) = sorted
        .into_iter()
        .filter(|remark| remark.severity == Severity::Error)
        .partition(|remark| remark.code == Code::TemplateUnknownName);
    if names.is_empty() || !others.is_empty() {
        return Vec::new();
    }
    let is_new = |remark: &Diagnostic| {
        remark.code == Code::Template && !names.iter().any(|name| name.place.contains_start_of(&remark.place))
    };
    plan.trial(edition).remarks.into_iter().filter(is_new).collect()
}

/// Reads a village folder and plans its site.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn read_and_plan(request: &Request, shipped: &Shipped) -> Result<Planned, Refusal> {
    read_and_plan_cached(request, shipped, &mut BuildCache::default()).map(|(planned, _)| planned)
}

/// Does the same with a cache; also returns which files have changed since it was filled.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn read_and_plan_cached(
    request: &Request,
    shipped: &Shipped,
    cache: &mut BuildCache,
) -> Result<(Planned, Vec<SitePath>), Refusal> {
    let read = read_site(request, cache)?;
    Ok((plan_site(&read, request, shipped, cache), read.changed))
}
