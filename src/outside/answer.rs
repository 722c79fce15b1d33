//! What came back when another site was asked for a page.

/// What came back, as far as it matters to who follows the link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The page is there.
    Good,
    /// It is there, and says that it moved for good to this address.
    Moved(String),
    /// The site says that there is no such page, by this number.
    Missing(u16),
    /// The site has a fault, by this number.
    Fault(u16),
    /// The site does not let programs in: people may well be welcome.
    Closed(u16),
    /// Nobody knows a site of this name.
    NoSite,
    /// The name belongs to a machine inside somebody's own network, which was not asked.
    Inside,
    /// It does not prove that it is who it says it is.
    NotTrusted,
    /// It says nothing, or stops halfway, within the time.
    Silent,
    /// Nobody answers there, or what answers is no website.
    NoAnswer,
    /// It sends on to an app, or does not say where to.
    SentNowhere,
    /// It keeps sending on.
    Circles,
    /// There was no time left to ask.
    NotAsked,
}

impl Answer {
    /// Whether the link leads nowhere for who follows it now.
    pub fn is_dead(&self) -> bool {
        !matches!(self, Self::Good | Self::Moved(_) | Self::Closed(_) | Self::SentNowhere | Self::NotAsked)
    }

    /// What a status means.
    pub(super) fn of_status(status: u16) -> Self {
        match status {
            200..=299 => Self::Good,
            404 | 410 => Self::Missing(status),
            500..=599 => Self::Fault(status),
            _ => Self::Closed(status),
        }
    }
}
