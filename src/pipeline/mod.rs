//! Floor 7: the way, from a folder to a site. The preview and the fleet walk it as well.
//!
//! [`read_site`] reads the folder and [`plan_site`] walks up to the plan; [`check()`], [`build()`] and [`pack()`] go on from
//! there.

mod messages;
mod request;
mod regional;
mod themed;
mod site_head;
mod planned;
mod last_site;
mod check;
mod build;

pub use build::{Built, Obstacle, Packed, Stopped, build, pack};
pub use check::{check, try_pages_while};
pub use planned::{
    BuildCache, Circumstances, Planned, ReadSite, plan_site, read_and_plan, read_and_plan_cached, read_site,
};
pub use request::{HostAddress, Request, Today};
pub use site_head::{SiteHead, settings_of_folder, site_head, zone_of};
pub use themed::theme_of;
