//! Floor 6: the way, from a folder to a site. The preview and the fleet walk it as well.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::almanac::{self, derive_again, review};
use crate::ground::{Date, Remarks, SitePath, TimeZone, Timestamp};
use crate::publish::{Failure, Published, publish};
use crate::read::{self, Refusal, Source};
use crate::render::{Base, Edition, Plan, Templates, plan};
use crate::theme::{Layer, Theme};
use crate::village::{self, Host, layout, settle_again};

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
    /// What was found on the way.
    pub remarks: Remarks,
    /// The address that the host gave, when that is the one the site has.
    pub told_by_host: Option<HostAddress>,
}

/// What was read and made the last time, so that only what changed is done again; empty before the first time.
#[derive(Default)]
pub struct Memory {
    read: read::Memory,
    village: village::Memory,
    almanac: almanac::Memory,
    templates: Option<(Theme, Arc<Templates>, Remarks)>,
}

/// Reads the village folder and walks the way up to the plan.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn prepare(request: &Request, layers: Vec<Layer>) -> Result<Planned, Refusal> {
    prepare_again(request, layers, &mut Memory::default()).map(|(planned, _)| planned)
}

/// Walks the same way once more, and tells which files changed since the last time. It ends as if it were the
/// first time: the memory only saves work.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn prepare_again(
    request: &Request,
    layers: Vec<Layer>,
    memory: &mut Memory,
) -> Result<(Planned, Vec<SitePath>), Refusal> {
    let looked = look(request, memory)?;
    Ok((plan_again(&looked, request, layers, memory), looked.changed))
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
pub fn look(request: &Request, memory: &mut Memory) -> Result<Looked, Refusal> {
    let (source, changed) = read::look(&request.site, &layout(), &mut memory.read)?;
    Ok(Looked { source, changed })
}

/// Walks from what was found to the plan.
pub fn plan_again(looked: &Looked, request: &Request, layers: Vec<Layer>, memory: &mut Memory) -> Planned {
    from_source(&looked.source, request, layers, memory)
}

/// The way from what was read up to the plan.
fn from_source(source: &Source, request: &Request, layers: Vec<Layer>, memory: &mut Memory) -> Planned {
    let mut remarks = Remarks::default();
    let village = settle_again(source, &mut memory.village, &mut remarks);
    let settings = &village.settings;
    let theme =
        Theme::load(layers, source, settings.page_language(), &settings.other_languages(), &mut remarks);
    let templates = compiled(&theme, memory, &mut remarks);
    let today = request.today.in_zone(&village.settings.zone());
    let almanac = derive_again(&village, today, &mut memory.almanac);
    review(&village, &almanac, source, &mut remarks);
    let said = request.base_url.as_deref().or(village.settings.web_address());
    let told_by_host = request.told_by_host.clone().filter(|told| {
        // A host may make the site for another: GitHub does so for Neocities.
        said.is_none() && village.settings.host().is_none_or(|host| host == told.host)
    });
    let base = Base::new(said.or(told_by_host.as_ref().map(|told| told.url.as_str())));
    let edition = Edition::new(village, almanac, &theme, templates, base);
    let plan = plan(&edition, source, &mut remarks);
    Planned { edition, plan, remarks, told_by_host }
}

/// The templates of a theme; of the same theme they are compiled once.
fn compiled(theme: &Theme, memory: &mut Memory, remarks: &mut Remarks) -> Arc<Templates> {
    if let Some((known, templates, said)) = &memory.templates
        && known.templates == theme.templates
        && known.layers == theme.layers
    {
        remarks.extend(said.sorted().into_iter().cloned());
        return Arc::clone(templates);
    }
    let mut said = Remarks::default();
    let templates = Arc::new(Templates::compile(theme, &mut said));
    remarks.extend(said.sorted().into_iter().cloned());
    memory.templates = Some((theme.clone(), Arc::clone(&templates), said));
    templates
}

/// Makes every page for its remarks and publishes nothing.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn check(request: &Request, layers: Vec<Layer>) -> Result<Planned, Refusal> {
    let mut planned = prepare(request, layers)?;
    if planned.remarks.publishable() {
        let failed = planned.plan.failures(&planned.edition);
        planned.remarks.extend(failed);
    }
    Ok(planned)
}

/// What came of a build.
pub struct Built {
    /// What was found on the way.
    pub remarks: Remarks,
    /// What was published; nothing when there was an error.
    pub published: Option<Published>,
    /// The address that the host gave, when that is the one the site has.
    pub told_by_host: Option<HostAddress>,
}

/// Why a build could not run to its end.
#[derive(Debug)]
pub enum Obstacle {
    /// The village folder cannot be read.
    Read(Refusal),
    /// The site cannot be written.
    Publish(Failure),
}

/// The whole way: from a folder to a site in `output`. With an error nothing is published.
///
/// # Errors
/// When the machine refuses to read or write.
pub fn build(request: &Request, layers: Vec<Layer>, output: &Path) -> Result<Built, (Obstacle, Remarks)> {
    let planned =
        prepare(request, layers).map_err(|refusal| (Obstacle::Read(refusal), Remarks::default()))?;
    let Planned { edition, plan, mut remarks, told_by_host } = planned;
    if !remarks.publishable() {
        return Ok(Built { remarks, published: None, told_by_host });
    }
    match publish(&plan, &edition, &request.site, output, &mut remarks) {
        Ok(published) => Ok(Built { remarks, published, told_by_host }),
        Err(failure) => Err((Obstacle::Publish(failure), remarks)),
    }
}
