//! One page of another site is asked for: first only its head, then the page itself when that was refused.

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

/// How often in a row a site may send on.
const HOPS: usize = 5;

/// The status by which a site says that it is asked too much.
const TOO_BUSY: u16 = 429;

/// Asks other sites.
#[derive(Debug)]
pub struct Asker {
    agent: ureq::Agent,
}

/// How much time is left for a page, whatever is asked for it.
pub(super) type TimeLeft<'t> = dyn Fn() -> Duration + 't;

/// By what name other sites know who asks.
pub(super) const PROGRAM: &str = concat!("Dorpsplein/", env!("CARGO_PKG_VERSION"));

/// What asks other sites for anything: under this name, within this time, and nowhere out of reach.
pub(super) fn guarded_agent(name: &str, within: Option<Duration>, reach: Reach) -> ureq::Agent {
    let config = Config::builder()
        .user_agent(name)
        // Where a redirect leads is looked at, hop by hop; and what stands between is no way around that.
        .max_redirects(0)
        .proxy(None)
        .http_status_as_error(false)
        .max_idle_connections(0)
        .timeout_global(within)
        .build();
    ureq::Agent::with_parts(config, DefaultConnector::default(), Guarded { reach })
}

/// Lets one step happen when it is the turn of its host, and tells it how much time is left. Whether there was time.
pub(super) type Turn<'t> = dyn Fn(&WebAddress, &mut dyn FnMut(&TimeLeft<'_>)) -> bool + 't;

/// What came of one step.
enum Step {
    Arrived(Answer),
    SentOn { to: Option<String>, for_good: bool },
}

impl Asker {
    /// Somebody who asks, and says on whose behalf: `site` is the address of the village.
    pub fn new(reach: Reach, site: Option<&str>) -> Self {
        let on_behalf = site.map_or_else(String::new, |site| format!("; +{site}"));
        Self { agent: guarded_agent(&format!("{PROGRAM} (link check{on_behalf})"), None, reach) }
    }

    /// Asks for a page and follows where it is sent on, step by step.
    pub(super) fn ask(&self, address: &WebAddress, turn: &Turn<'_>) -> Answer {
        let mut here = address.clone();
        let mut moved: Option<WebAddress> = None;
        let mut still_for_good = true;
        for _ in 0..=HOPS {
            let mut step = None;
            if !turn(&here, &mut |left| step = Some(self.step(&here, left))) {
                return Answer::NotAsked;
            }
            match step.unwrap_or(Step::Arrived(Answer::NotAsked)) {
                Step::Arrived(Answer::Good) => {
                    let moved = moved.filter(|moved| moved != address);
                    return moved.map_or(Answer::Good, |moved| Answer::Moved(moved.as_str().to_owned()));
                }
                Step::Arrived(answer) => return answer,
                Step::SentOn { to, for_good } => {
                    // To an app, or nowhere: that is for people to see.
                    let Some(next) = to.and_then(|to| here.join(&to)) else { return Answer::SentNowhere };
                    here = next;
                    still_for_good &= for_good;
                    if still_for_good {
                        moved = Some(here.clone());
                    }
                }
            }
        }
        Answer::Circles
    }

    /// One step: the head, and the page itself when the head is refused.
    fn step(&self, address: &WebAddress, left: &TimeLeft<'_>) -> Step {
        let mut response = self.request("HEAD", address, left());
        let is_refused = match &response {
            // Many a site knows no HEAD, and says so in many ways; one that is too busy is not asked again.
            Ok((status, _)) => *status >= 400 && *status != TOO_BUSY,
            // Some break off; what is silent or unknown stays so.
            Err(Error::Io(_) | Error::Protocol(_)) => true,
            Err(_) => false,
        };
        if is_refused {
            response = self.request("GET", address, left());
        }
        response.map_or_else(|error| Step::Arrived(answer_of_error(&error)), step_of_response)
    }

    /// The status, and where the page says it is instead; an error when no answer came.
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
        // What the page says is not read: who it is from is enough.
        let response = request.config().timeout_global(Some(time)).build().call()?;
        let location = response.headers().get("location");
        let location = location.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        Ok((response.status().as_u16(), location))
    }
}

fn step_of_response((status, location): (u16, Option<String>)) -> Step {
    match status {
        301 | 308 => Step::SentOn { to: location, for_good: true },
        302 | 303 | 307 => Step::SentOn { to: location, for_good: false },
        _ => Step::Arrived(Answer::of_status(status)),
    }
}

/// What it means that no answer came.
fn answer_of_error(error: &Error) -> Answer {
    match error {
        Error::HostNotFound => Answer::NoSite,
        Error::Timeout(_) => Answer::Silent,
        Error::Tls(_) | Error::Rustls(_) => Answer::NotTrusted,
        Error::Io(cause) if is_untrusted_certificate(cause) => Answer::NotTrusted,
        Error::Io(cause) if cause.kind() == std::io::ErrorKind::TimedOut => Answer::Silent,
        Error::Other(cause) if cause.is::<LiesInside>() => Answer::Inside,
        _ => Answer::NoAnswer,
    }
}

/// A certificate that is refused may come wrapped in what a connection says.
fn is_untrusted_certificate(cause: &std::io::Error) -> bool {
    cause.kind() == std::io::ErrorKind::InvalidData
}

/// Looks up names, and keeps to itself the machines that may not be asked. It stands right before the connection, so
/// that a name cannot mean one machine when it is looked at and another when it is asked.
#[derive(Debug)]
pub(super) struct Guarded {
    pub(super) reach: Reach,
}

#[derive(Debug)]
pub(super) struct LiesInside;

impl fmt::Display for LiesInside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an address inside a network")
    }
}

impl std::error::Error for LiesInside {}

impl Resolver for Guarded {
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
        if allowed.is_empty() { Err(Error::Other(Box::new(LiesInside))) } else { Ok(allowed) }
    }
}
