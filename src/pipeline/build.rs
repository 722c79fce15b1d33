//! Builds a site in a folder, or packs it into one zip.

use std::path::{Path, PathBuf};

use super::planned::{BuildCache, Circumstances, Planned, plan_site, read_site};
use super::previous_list::{compare_with_previous, plan_and_compare};
use super::request::{HostAddress, Request};
use crate::ground::{Remarks, drop_in_background, slug};
use crate::publish::{self, Failure, Published, ToPublish, publish};
use crate::read::Refusal;
use crate::theme::Shipped;

/// The result of a build.
pub struct Built {
    /// The diagnostics of the run.
    pub remarks: Remarks,
    /// What was published; `None` when there was an error.
    pub published: Option<Published>,
    /// The address that the host gave, when that is the one the site has.
    pub host_address: Option<HostAddress>,
}

/// A build that could not be completed.
#[derive(Debug)]
pub struct BuildError {
    /// What stood in the way. Boxed because, with the paths in it, it is large.
    pub by: Box<BuildErrorCause>,
    /// The diagnostics up to that point.
    pub remarks: Remarks,
}

impl From<Refusal> for BuildError {
    fn from(refusal: Refusal) -> Self {
        Self { by: Box::new(BuildErrorCause::Read(refusal)), remarks: Remarks::default() }
    }
}

/// Why a build could not be completed.
#[derive(Debug)]
pub enum BuildErrorCause {
    /// The village folder cannot be read.
    Read(Refusal),
    /// The site cannot be written.
    Publish(Failure),
}

/// Builds a site: all the way from a village folder to `output`. When there is an error, nothing is
/// published.
///
/// # Errors
/// When reading or writing fails.
pub fn build(
    request: &Request,
    shipped: &Shipped,
    output: &Path,
    circumstances: &Circumstances,
) -> Result<Built, BuildError> {
    let (planned, source) = plan_and_compare(request, shipped, output, circumstances)?;
    drop_in_background(source);
    finish(planned, request, |site, remarks| publish(site, output, remarks))
}

/// The result of packing a site.
pub struct Packed {
    /// The diagnostics, and what was packed.
    pub built: Built,
    /// The zip.
    pub file: PathBuf,
}

/// Builds a site into one zip: `file`, or one in the village folder that is named after the village. The zip
/// that is already there tells what was on the site last time.
///
/// # Errors
/// When reading or writing fails.
pub fn pack(request: &Request, shipped: &Shipped, file: Option<PathBuf>) -> Result<Packed, BuildError> {
    let mut cache = BuildCache::default();
    let read = read_site(request, &mut cache)?;
    let mut planned = plan_site(&read, request, shipped, &mut cache);
    let file = file.unwrap_or_else(|| {
        let name = slug(planned.edition.village.settings.village_name());
        request.site.join(format!("{}.zip", if name.is_empty() { "site" } else { &name }))
    });
    compare_with_previous(&mut planned, &read, &request.site, &file, false);
    let built = finish(planned, request, |site, remarks| publish::pack(site, &file, remarks))?;
    Ok(Packed { built, file })
}

/// Publishes a planned site, unless there was an error before.
fn finish(
    planned: Planned,
    request: &Request,
    publish: impl FnOnce(&ToPublish<'_>, &mut Remarks) -> Result<Option<Published>, Failure>,
) -> Result<Built, BuildError> {
    let Planned { edition, plan, hosting, mut remarks, host_address, .. } = planned;
    if !remarks.is_publishable() {
        return Ok(Built { remarks, published: None, host_address });
    }
    let hosting = hosting.as_ref();
    let site = ToPublish { plan: &plan, edition: &edition, hosting, village_folder: &request.site };
    let published = publish(&site, &mut remarks);
    drop_in_background((edition, plan));
    match published {
        Ok(published) => Ok(Built { remarks, published, host_address }),
        Err(failure) => Err(BuildError { by: Box::new(BuildErrorCause::Publish(failure)), remarks }),
    }
}
