//! Floor 7: the way, from a folder to a site. The preview and the fleet walk it as well.

mod messages;
mod build;
mod regional;
mod themed;
mod site_head;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::almanac::{self, derive_again, review};
use crate::ground::{
    Code, Date, Diagnostic, MANIFEST, Place, Remarks, Severity, SitePath, TimeZone, Timestamp, both_at_once,
    fold, let_go,
};
use crate::pictures::{Wanted, develop_all, tell_all, tell_unnamed};
use crate::publish::{LastTime, PictureCache, last_time, listed_below};
use crate::read::{self, Refusal, SITE_FILE, SharedHistory, Source};
use crate::render::{
    Base, Edition, Hosting, Photos, Plan, ThemeCache, Trial, copied_files, focuses, gone, hard_to_read,
    photos_wanted, plan, villages_address, visit_host,
};
use crate::theme::{Shipped, Theme};
use crate::village::{self, Host, Kind, hang_theme_pictures, layout, read_settings, settle_again};

pub use build::{Built, Obstacle, Packed, Stopped, build, pack};
pub use site_head::{SiteHead, settings_of_folder, site_head, zone_of};
pub use themed::theme_of;
use themed::themed;

/// Which day it is. The day is an input: the same input gives the same bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Today {
    /// This day, whatever the clock says.
    Fixed(Date),
    /// The civil day of the site's time zone at this moment.
    At(Timestamp),
}

impl Today {
    /// The day in a time zone.
    pub fn in_zone(self, zone: &TimeZone) -> Date {
        match self {
            Self::Fixed(date) => date,
            Self::At(moment) => moment.to_zoned_datetime(zone.clone()).date(),
        }
    }
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Request {
    /// The village folder.
    pub site: PathBuf,
    /// Which day it is.
    pub today: Today,
    /// Where the site will stand, when that differs from its settings.
    pub base_url: Option<String>,
    /// Where it will stand when nobody said so: what the host on which this runs tells.
    pub told_by_host: Option<HostAddress>,
}

/// The address that a host gives to a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostAddress {
    /// Which host.
    pub host: Host,
    /// The address.
    pub url: String,
}

/// A site that was planned: everything but its bytes.
pub struct Planned {
    /// What pages are made from.
    pub edition: Edition,
    /// Which addresses exist.
    pub plan: Plan,
    /// The theme it is in, with all its layers.
    pub theme: Theme,
    /// Where the site will stand, when that was said.
    pub hosting: Option<Hosting>,
    /// What was found on the way.
    pub remarks: Remarks,
    /// The address that the host gave, when that is the one the site has.
    pub told_by_host: Option<HostAddress>,
}

/// What was read and made the last time, so that only what changed is done again; empty before the first time.
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
    /// An empty cache for a village that shares its compiled theme with others.
    pub fn sharing(theme_cache: &ThemeCache) -> Self {
        Self { theme_cache: theme_cache.clone(), ..Self::default() }
    }

    /// An empty cache for a village that shares all it can.
    fn besides(besides: &Besides) -> Self {
        Self { read: read::ReadCache::with(&besides.shared_history), ..Self::sharing(&besides.theme_cache) }
    }
}

/// Reads the village folder and walks the way up to the plan.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn prepare(request: &Request, shipped: &Shipped) -> Result<Planned, Refusal> {
    prepare_again(request, shipped, &mut BuildCache::default()).map(|(planned, _)| planned)
}

/// Walks the same way once more, and tells which files changed since the last time. It ends as if it were the
/// first time: the cache only saves work.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn prepare_again(
    request: &Request,
    shipped: &Shipped,
    cache: &mut BuildCache,
) -> Result<(Planned, Vec<SitePath>), Refusal> {
    let looked = look(request, cache)?;
    Ok((plan_again(&looked, request, shipped, cache), looked.changed))
}

/// What a look at a village folder found.
pub struct Looked {
    /// What is in it.
    source: Source,
    /// The files that changed since the last look.
    pub changed: Vec<SitePath>,
}

/// Looks at the village folder, and reads what changed since the last look.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn look(request: &Request, cache: &mut BuildCache) -> Result<Looked, Refusal> {
    let (source, changed) = read::look(&request.site, &layout(), &mut cache.read)?;
    Ok(Looked { source, changed })
}

/// Walks from what was found to the plan.
pub fn plan_again(looked: &Looked, request: &Request, shipped: &Shipped, cache: &mut BuildCache) -> Planned {
    let source = &looked.source;
    let mut remarks = Remarks::default();
    let settings = Arc::new(read_settings(source, &mut remarks));
    let (theme_cache, known, days) = (&cache.theme_cache, &mut cache.village, &mut cache.almanac);
    // The theme follows from the settings alone.
    let mut of_theme = remarks.beside();
    let ((theme, fitted), mut village) = both_at_once(
        || {
            let theme = themed(&settings, shipped, source, theme_cache.layer_cache(), &mut of_theme);
            let fitted = theme_cache.fitted(&theme, &mut of_theme);
            (theme, fitted)
        },
        || settle_again(&settings, source, known, &mut remarks),
    );
    remarks.join(&of_theme);
    if let Some(site) = &source.site {
        hang_theme_pictures(&mut village, theme.pictures(), site, &mut remarks);
    }
    let today = request.today.in_zone(&settings.zone());
    remarks.complete(today);
    let almanac = derive_again(&village, today, days);
    review(&village, &almanac, source, &mut remarks);
    let hosting = hosting(&village, source);
    let (base, told_by_host) = where_it_stands(request, &village);
    let url = base.url.as_deref();
    let region =
        regional::regional(&request.site, &village, url, source, today, &mut cache.region, &mut remarks);
    let edition = Edition::new(village, almanac, region, &theme, fitted, base);
    remarks.extend(hard_to_read(&theme, &edition));
    let picture_cache = cache.pictures.get_or_insert_with(|| PictureCache::of(&request.site));
    remarks.extend(tell_all(&edition.village.files, picture_cache, |maker| is_own(&edition.village, maker)));
    remarks.extend(tell_unnamed(&copied_files(&edition)));
    let (photos, focuses) = (developed(&edition, picture_cache, &mut remarks), focuses(&edition));
    let edition = edition.with_photos(photos, &focuses);
    let plan = plan(&edition, source, &mut remarks);
    let said = only_pages_can_tell(&remarks, &plan, &edition);
    remarks.extend(said);
    Planned { edition, plan, theme, hosting, remarks, told_by_host }
}

/// Where the site will stand: as somebody said, or else as the host tells that makes it.
fn where_it_stands(request: &Request, village: &village::Village) -> (Base, Option<HostAddress>) {
    let said = request.base_url.as_deref().or(village.settings.web_address());
    let told_by_host = request.told_by_host.clone().filter(|told| {
        // A host may make the site for another: GitHub does so for Neocities.
        said.is_none() && village.settings.host().is_none_or(|host| host == told.host)
    });
    (Base::new(said.or(told_by_host.as_ref().map(|told| told.url.as_str()))), told_by_host)
}

/// When nothing but names in templates is wrong, the pages can be made to tell of the names that only they know: so all are
/// told at once.
fn only_pages_can_tell(remarks: &Remarks, plan: &Plan, edition: &Edition) -> Vec<Diagnostic> {
    let sorted = remarks.sorted();
    let (names, others): (Vec<&Diagnostic>, Vec<&Diagnostic>) = sorted
        .into_iter()
        .filter(|said| said.severity == Severity::Error)
        .partition(|said| said.code == Code::TemplateUnknownName);
    if names.is_empty() || !others.is_empty() {
        return Vec::new();
    }
    let is_new = |said: &Diagnostic| {
        said.code == Code::Template && !names.iter().any(|name| name.place.holds(&said.place))
    };
    plan.trial(edition).said.into_iter().filter(is_new).collect()
}

/// The host of the settings, and where it stands there.
fn hosting(village: &village::Village, source: &Source) -> Option<Hosting> {
    let said = village.settings.host.as_ref()?;
    Some(Hosting { host: said.value.0, place: source.site.as_ref()?.place(said.span) })
}

/// Whether a name is that of the village or of one of its organisations.
fn is_own(village: &village::Village, name: &str) -> bool {
    let organisations = village.of_kind(Kind::Organisation).iter().map(|entry| entry.name.as_str());
    let mut own = organisations.chain([village.settings.village_name()]);
    own.any(|own| fold(own) == fold(name))
}

/// The photos that pages show; those that were made before come from the cache.
fn developed(edition: &Edition, picture_cache: &PictureCache, remarks: &mut Remarks) -> Photos {
    let files = &edition.village.files;
    let wanted = photos_wanted(edition);
    let asked: Vec<Wanted<'_>> = wanted
        .iter()
        .map(|one| Wanted { file: &files[one.file], used_in: one.used_in.as_str(), cuts: one.cuts.clone() })
        .collect();
    let mut photos = Photos::new();
    for (one, developed) in wanted.iter().zip(develop_all(&asked, picture_cache)) {
        remarks.extend(developed.remarks);
        photos.extend(developed.photos.into_iter().map(|(cut, photo)| ((one.file, cut), photo)));
    }
    picture_cache.tidy(files);
    photos
}

/// What a check or a build looks at besides the village itself.
#[derive(Clone, Default)]
pub struct Besides {
    /// Whether the site could stand on this host, instead of on that of the settings.
    pub host: Option<Host>,
    /// The list of what was published the last time, when it is not the one in the output folder.
    pub published: Option<PathBuf>,
    /// Where the theme is compiled: villages with the same one may share it.
    pub theme_cache: ThemeCache,
    /// The history of many villages that are kept together.
    pub shared_history: SharedHistory,
}

/// Makes every page for its remarks and publishes nothing; `output` is where the site of the last time stands.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn check(
    request: &Request,
    shipped: &Shipped,
    output: &Path,
    besides: &Besides,
) -> Result<(Planned, Source), Refusal> {
    let (mut planned, source) = prepare_after(request, shipped, output, besides)?;
    if let Some(host) = besides.host {
        planned.hosting = Some(Hosting { host, place: Place::whole(SITE_FILE) });
    }
    if planned.remarks.publishable() {
        let said = of_trial(planned.plan.trial(&planned.edition), &planned);
        planned.remarks.extend(said);
    }
    Ok((planned, source))
}

/// What is to be said once every page was made: why some cannot be, or else what the host will make of the site.
fn of_trial(trial: Trial, planned: &Planned) -> Vec<Diagnostic> {
    let mut said = trial.said;
    if let (true, Some(hosting)) = (trial.is_whole, &planned.hosting) {
        said.extend(visit_host(&planned.edition, hosting, &trial.sizes));
    }
    said
}

/// The same for a preview, a few pages at a time for as long as `go_on` says so; nothing when it was broken off.
pub fn look_through(planned: &Planned, go_on: impl Fn() -> bool) -> Option<Vec<Diagnostic>> {
    planned.plan.trial_while(&planned.edition, go_on).map(|trial| of_trial(trial, planned))
}

/// Walks the way up to the plan, and compares it with the site of the last time.
fn prepare_after(
    request: &Request,
    shipped: &Shipped,
    output: &Path,
    besides: &Besides,
) -> Result<(Planned, Source), Refusal> {
    let mut cache = BuildCache::besides(besides);
    let looked = look(request, &mut cache)?;
    let mut planned = plan_again(&looked, request, shipped, &mut cache);
    let (list, is_asked) = match &besides.published {
        Some(list) => (list.clone(), true),
        None => (output.join(MANIFEST), false),
    };
    compare_with_last(&mut planned, &looked, &request.site, &list, is_asked);
    let_go(cache);
    Ok((planned, looked.source))
}

/// Tells what was on the site the last time, by its list, and is not any more. Where somebody asked for that list it must be
/// there.
fn compare_with_last(planned: &mut Planned, looked: &Looked, site: &Path, list: &Path, is_asked: bool) {
    let said = match last_time(list) {
        LastTime::Entries(before) => gone(&planned.edition, &planned.plan, &looked.source, &before),
        LastTime::Never if !is_asked => Vec::new(),
        LastTime::Never | LastTime::Unreadable => {
            vec![messages::no_last_list(list.strip_prefix(site).unwrap_or(list))]
        }
    };
    planned.remarks.extend(said);
    planned.remarks.extend(emptied(&planned.edition, list));
}

/// Of a portal that had villages the last time, and to which no source gives any now, nothing is made: the last one is better.
fn emptied(edition: &Edition, list: &Path) -> Option<Diagnostic> {
    let is_portal = edition.village.settings.addresses_of_sources().next().is_some();
    let had_villages = || listed_below(list, villages_address(edition).as_str().trim_start_matches('/'));
    (is_portal && edition.region.is_empty() && had_villages()).then(messages::portal_emptied)
}
