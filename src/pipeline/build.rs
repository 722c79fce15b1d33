//! The way to its end: a site in a folder, or one zip.

use std::path::{Path, PathBuf};

use super::last_site::{compare_with_last, plan_and_compare};
use super::planned::{BuildCache, Circumstances, Planned, plan_site, read_site};
use super::request::{HostAddress, Request};
use crate::ground::{Remarks, drop_in_background, slug};
use crate::publish::{self, Failure, Published, ToPublish, publish};
use crate::read::Refusal;
use crate::theme::Shipped;

/// What came of a build.
pub struct Built {
    /// What was found on the way.
    pub remarks: Remarks,
    /// What was published; nothing when there was an error.
    pub published: Option<Published>,
    /// The address that the host gave, when that is the one the site has.
    pub told_by_host: Option<HostAddress>,
}

/// A build that could not run to its end.
#[derive(Debug)]
pub struct Stopped {
    /// What stood in the way. In a box: with paths in it, it is large.
    pub by: Box<Obstacle>,
    /// What was found until then.
    pub remarks: Remarks,
}

impl From<Refusal> for Stopped {
    fn from(refusal: Refusal) -> Self {
        Self { by: Box::new(Obstacle::Read(refusal)), remarks: Remarks::default() }
    }
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
pub fn build(
    request: &Request,
    shipped: &Shipped,
    output: &Path,
    circumstances: &Circumstances,
) -> Result<Built, Stopped> {
    let (planned, source) = plan_and_compare(request, shipped, output, circumstances)?;
    drop_in_background(source);
    finish(planned, request, |site, remarks| publish(site, output, remarks))
}

/// What came of packing a site.
pub struct Packed {
    /// What was found on the way, and what was packed.
    pub built: Built,
    /// The zip.
    pub file: PathBuf,
}

/// The whole way, but into one zip: `file`, or one in the village folder with the name of the village. What was on the site
/// the last time is known by the zip that stands there.
///
/// # Errors
/// When the machine refuses to read or write.
pub fn pack(request: &Request, shipped: &Shipped, file: Option<PathBuf>) -> Result<Packed, Stopped> {
    let mut cache = BuildCache::default();
    let read = read_site(request, &mut cache)?;
    let mut planned = plan_site(&read, request, shipped, &mut cache);
    let file = file.unwrap_or_else(|| {
        let name = slug(planned.edition.village.settings.village_name());
        request.site.join(format!("{}.zip", if name.is_empty() { "site" } else { &name }))
    });
    compare_with_last(&mut planned, &read, &request.site, &file, false);
    let built = finish(planned, request, |site, remarks| publish::pack(site, &file, remarks))?;
    Ok(Packed { built, file })
}

/// Publishes what was planned, unless there was an error on the way.
fn finish(
    planned: Planned,
    request: &Request,
    publish: impl FnOnce(&ToPublish<'_>, &mut Remarks) -> Result<Option<Published>, Failure>,
) -> Result<Built, Stopped> {
    let Planned { edition, plan, hosting, mut remarks, told_by_host, .. } = planned;
    if !remarks.publishable() {
        return Ok(Built { remarks, published: None, told_by_host });
    }
    let hosting = hosting.as_ref();
    let site = ToPublish { plan: &plan, edition: &edition, hosting, village_folder: &request.site };
    let published = publish(&site, &mut remarks);
    drop_in_background((edition, plan));
    match published {
        Ok(published) => Ok(Built { remarks, published, told_by_host }),
        Err(failure) => Err(Stopped { by: Box::new(Obstacle::Publish(failure)), remarks }),
    }
}
