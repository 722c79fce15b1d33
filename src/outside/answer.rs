//! The answer of another site to a request for a page.

/// The answer, as far as it matters to someone who follows the link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The page exists.
    Good,
    /// It exists, and has permanently moved to this address.
    Moved(String),
    /// The site says, with this status, that there is no such page.
    Missing(u16),
    /// The site reports an error of its own, with this status.
    Fault(u16),
    /// The site refuses programs, with this status: people may well be welcome.
    Closed(u16),
    /// There is no site with this name.
    UnknownHost,
    /// The name belongs to a machine inside a private network, which was not contacted.
    PrivateAddress,
    /// It cannot prove that it is who it says it is.
    NotTrusted,
    /// It does not answer in time, or stops halfway.
    TimedOut,
    /// There is no answer, or not that of a website.
    NoAnswer,
    /// It redirects to an app, or does not say where to.
    BadRedirect,
    /// It keeps redirecting.
    RedirectLoop,
    /// There was no time left to ask.
    NotChecked,
}

impl Answer {
    /// Whether the link leads nowhere for anyone who follows it now.
    pub fn is_dead(&self) -> bool {
        !matches!(self, Self::Good | Self::Moved(_) | Self::Closed(_) | Self::BadRedirect | Self::NotChecked)
    }

    /// Returns the meaning of a status.
    pub(super) fn of_status(status: u16) -> Self {
        match status {
            200..=299 => Self::Good,
            404 | 410 => Self::Missing(status),
            500..=599 => Self::Fault(status),
            _ => Self::Closed(status),
        }
    }
}
