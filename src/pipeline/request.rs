//! What is asked for: which site, which day it is, and where it will stand.

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
