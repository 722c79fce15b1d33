//! Floor 7: goes all the way from a folder to a site, for builds, the preview and the fleet alike.
//!
//! [`read_site`] reads the folder and [`plan_site`] makes the plan; [`check()`], [`build()`] and [`pack()`]
//! take it from there.

mod messages;
mod request;
mod regional;
mod load_theme;
mod site_head;
mod planned;
mod previous_list;
mod check;
mod build;

pub use build::{BuildError, BuildErrorCause, Built, Packed, build, pack};
pub use check::{check, try_pages_while};
pub use load_theme::theme_of;
pub use planned::{
    BuildCache, Circumstances, Planned, ReadSite, plan_site, read_and_plan, read_and_plan_cached, read_site,
};
pub use request::{HostAddress, Request, Today};
pub use site_head::{SiteHead, settings_of_folder, site_head, zone_of};
