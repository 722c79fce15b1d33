//! Describes a request: which site, which day it is, and at which address the site will be.

use std::path::PathBuf;

use crate::ground::{Date, TimeZone, Timestamp};
use crate::village::Host;

/// Which day it is. The day is an input: the same input gives the same bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Today {
    /// This day, whatever the clock says.
    Fixed(Date),
    /// The civil day of the site's time zone at this moment.
    At(Timestamp),
}

impl Today {
    /// Returns the day in a time zone.
    pub fn in_zone(self, zone: &TimeZone) -> Date {
        match self {
            Self::Fixed(date) => date,
            Self::At(moment) => moment.to_zoned_datetime(zone.clone()).date(),
        }
    }
}

/// A request to check or build a site.
#[derive(Clone, Debug)]
pub struct Request {
    /// The village folder.
    pub site: PathBuf,
    /// Which day it is.
    pub today: Today,
    /// The address of the site, when it differs from its settings.
    pub base_url: Option<String>,
    /// The address reported by the host that this runs on, for when no other is given.
    pub host_address: Option<HostAddress>,
}

/// The address that a host gives to a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostAddress {
    /// Which host.
    pub host: Host,
    /// The address.
    pub url: String,
}
