//! Requests one page of another site: first only its head, then the page itself if that is refused.

use crate::ground::WebAddress;
use std::fmt;
use std::time::Duration;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Error, Timeout};

use super::answer::Answer;
use super::reach::Reach;

/// How many redirects in a row are followed.
const HOPS: usize = 5;

/// The status for too many requests.
const TOO_BUSY: u16 = 429;

/// Requests pages of other sites.
#[derive(Debug)]
pub struct LinkChecker {
    agent: ureq::Agent,
}

/// Returns how much time is left for a page, over all its requests.
pub(super) type TimeLeft<'t> = dyn Fn() -> Duration + 't;

/// The name by which we identify ourselves to other sites.
pub(super) const PROGRAM: &str = concat!("Dorpsplein/", env!("CARGO_PKG_VERSION"));

/// Returns an agent for requests to other sites: with this name, within this time, and only to machines
/// within reach.
pub(super) fn guarded_agent(name: &str, within: Option<Duration>, reach: Reach) -> ureq::Agent {
    let config = Config::builder()
        .user_agent(name)
        // Redirects are checked hop by hop, and a proxy must not be a way around that.
        .max_redirects(0)
        .proxy(None)
        .http_status_as_error(false)
        .max_idle_connections(0)
        .timeout_global(within)
        .build();
    ureq::Agent::with_parts(config, DefaultConnector::default(), GuardedResolver { reach })
}

/// Runs one step when it is its host's turn, and passes it the time left. Returns whether there was time.
pub(super) type Turn<'t> = dyn Fn(&WebAddress, &mut dyn FnMut(&TimeLeft<'_>)) -> bool + 't;

/// The result of one step.
enum Step {
    Arrived(Answer),
    Redirected { to: Option<String>, is_permanent: bool },
}

impl LinkChecker {
    /// Creates an asker that says on whose behalf it asks: `site` is the address of the village.
    pub fn new(reach: Reach, site: Option<&str>) -> Self {
        let on_behalf = site.map_or_else(String::new, |site| format!("; +{site}"));
        Self { agent: guarded_agent(&format!("{PROGRAM} (link check{on_behalf})"), None, reach) }
    }

    /// Requests a page and follows redirects, step by step.
    pub(super) fn check_link(&self, address: &WebAddress, turn: &Turn<'_>) -> Answer {
        let mut here = address.clone();
        let mut moved: Option<WebAddress> = None;
        let mut all_permanent = true;
        for _ in 0..=HOPS {
            let mut step = None;
            if !turn(&here, &mut |left| step = Some(self.step(&here, left))) {
                return Answer::NotChecked;
            }
            match step.unwrap_or(Step::Arrived(Answer::NotChecked)) {
                Step::Arrived(Answer::Good) => {
                    let moved = moved.filter(|moved| moved != address);
                    return moved.map_or(Answer::Good, |moved| Answer::Moved(moved.as_str().to_owned()));
                }
                Step::Arrived(answer) => return answer,
                Step::Redirected { to, is_permanent } => {
                    // To an app, or nowhere: people have to check that themselves.
                    let Some(next) = to.and_then(|to| here.join(&to)) else { return Answer::BadRedirect };
                    here = next;
                    all_permanent &= is_permanent;
                    if all_permanent {
                        moved = Some(here.clone());
                    }
                }
            }
        }
        Answer::RedirectLoop
    }

    /// Makes one step: requests the head, and the page itself when the head is refused.
    fn step(&self, address: &WebAddress, left: &TimeLeft<'_>) -> Step {
        let mut response = self.request("HEAD", address, left());
        let is_refused = match &response {
            // Many sites do not support HEAD, and say so in many ways; a site that is too busy is not asked
            // again.
            Ok((status, _)) => *status >= 400 && *status != TOO_BUSY,
            // Some close the connection; silent or unknown hosts are not asked again.
            Err(Error::Io(_) | Error::Protocol(_)) => true,
            Err(_) => false,
        };
        if is_refused {
            response = self.request("GET", address, left());
        }
        response.map_or_else(|error| Step::Arrived(answer_of_error(&error)), step_of_response)
    }

    /// Returns the status and the redirect target; an error when there is no response.
    fn request(
        &self,
        method: &str,
        address: &WebAddress,
        time: Duration,
    ) -> Result<(u16, Option<String>), Error> {
        if time.is_zero() {
            return Err(Error::Timeout(Timeout::Global));
        }
        let request = match method {
            "HEAD" => self.agent.head(address.as_str()),
            _ => self.agent.get(address.as_str()),
        };
        // The page itself is not read: the status and headers are enough.
        let response = request.config().timeout_global(Some(time)).build().call()?;
        let location = response.headers().get("location");
        let location = location.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        Ok((response.status().as_u16(), location))
    }
}

fn step_of_response((status, location): (u16, Option<String>)) -> Step {
    match status {
        301 | 308 => Step::Redirected { to: location, is_permanent: true },
        302 | 303 | 307 => Step::Redirected { to: location, is_permanent: false },
        _ => Step::Arrived(Answer::of_status(status)),
    }
}

/// Returns the meaning of a missing response.
fn answer_of_error(error: &Error) -> Answer {
    match error {
        Error::HostNotFound => Answer::UnknownHost,
        Error::Timeout(_) => Answer::TimedOut,
        Error::Tls(_) | Error::Rustls(_) => Answer::NotTrusted,
        Error::Io(cause) if is_untrusted_certificate(cause) => Answer::NotTrusted,
        Error::Io(cause) if cause.kind() == std::io::ErrorKind::TimedOut => Answer::TimedOut,
        Error::Other(cause) if cause.is::<PrivateAddressError>() => Answer::PrivateAddress,
        _ => Answer::NoAnswer,
    }
}

/// Whether an I/O error is that of a refused certificate.
fn is_untrusted_certificate(cause: &std::io::Error) -> bool {
    cause.kind() == std::io::ErrorKind::InvalidData
}

/// Resolves names, and withholds the machines that may not be contacted. It runs right before the connection,
/// so that a name cannot mean one machine when it is checked and another when it is contacted.
#[derive(Debug)]
pub(super) struct GuardedResolver {
    pub(super) reach: Reach,
}

#[derive(Debug)]
pub(super) struct PrivateAddressError;

impl fmt::Display for PrivateAddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an address inside a network")
    }
}

impl std::error::Error for PrivateAddressError {}

impl Resolver for GuardedResolver {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = match DefaultResolver::default().resolve(uri, config, timeout) {
            Err(Error::Io(_)) => Err(Error::HostNotFound),
            other => other,
        }?;
        let mut allowed = self.empty();
        found
            .iter()
            .filter(|address| self.reach.allows(address.ip()))
            .for_each(|address| allowed.push(*address));
        if allowed.is_empty() { Err(Error::Other(Box::new(PrivateAddressError))) } else { Ok(allowed) }
    }
}
