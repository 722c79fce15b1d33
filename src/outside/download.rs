//! Fetches one file from another site: whole, within a time limit, and only from the site that was named.

use std::io::Read;
use std::time::Duration;

use ureq::Error;

use super::check_link::{PROGRAM, PrivateAddressError, guarded_agent};
use super::download_messages as messages;
use super::reach::Reach;
use crate::ground::{Both, WebAddress};

/// How many redirects in a row are followed.
const HOPS: usize = 3;

/// The longest validator that is kept, in bytes.
const LONGEST_VALIDATOR: usize = 200;

/// Fetches files from other sites.
#[derive(Clone, Copy, Debug)]
pub struct Downloads {
    /// How long one response may take in total; every redirect has this time again, and their number is
    /// limited.
    pub time: Duration,
}

impl Default for Downloads {
    fn default() -> Self {
        Self { time: Duration::from_secs(30) }
    }
}

/// Why a file was not fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The site says that the file does not exist.
    Missing(Both),
    /// Anything else.
    Refused(Both),
}

impl FetchError {
    /// Returns what is wrong and what to do.
    pub fn message(&self) -> &Both {
        match self {
            Self::Missing(message) | Self::Refused(message) => message,
        }
    }
}

/// The validators by which a site recognises a version of a file, so that it need not send the same one
/// again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validators {
    /// The `ETag` that the site gave.
    pub etag: Option<String>,
    /// The time of its last change according to the site: `Last-Modified`.
    pub modified: Option<String>,
}

/// The result of requesting a file again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fetched {
    /// It has not changed.
    Same,
    /// It has these bytes now.
    New(Vec<u8>, Validators),
}

/// The result of one request.
enum Step {
    Here(Fetched),
    Redirected(Option<String>),
}

impl Downloads {
    /// Fetches a file of at most `limit` bytes: over https, unless it is served by this machine.
    ///
    /// # Errors
    /// When the file is missing, incomplete, too large or too slow, or when the site redirects to another
    /// site.
    pub fn fetch(&self, typed: &str, limit: u64) -> Result<Vec<u8>, FetchError> {
        let is_this_machine = WebAddress::new(typed).is_some_and(|address| address.is_this_machine());
        let reach = if is_this_machine { Reach::ThisMachineToo } else { Reach::Internet };
        match self.fetch_if_changed(typed, limit, &Validators::default(), reach, &|| self.time)? {
            Fetched::New(bytes, _) => Ok(bytes),
            Fetched::Same => Err(FetchError::Refused(messages::no_web(typed))),
        }
    }

    /// Does the same, but skips the transfer when the site still has the `known` version. Files served by
    /// this machine are fetched only if `reach` allows it. `left` returns the time left, redirects included.
    ///
    /// # Errors
    /// When the file is missing, incomplete, too large or too slow, or when the site redirects to another
    /// site.
    pub fn fetch_if_changed(
        &self,
        typed: &str,
        limit: u64,
        known: &Validators,
        reach: Reach,
        left: &dyn Fn() -> Duration,
    ) -> Result<Fetched, FetchError> {
        let refuse = |message: Both| FetchError::Refused(message);
        let mut here = WebAddress::new(typed).ok_or_else(|| refuse(messages::no_address(typed)))?;
        let is_reachable_here = here.is_this_machine() && reach == Reach::ThisMachineToo;
        if !here.is_encrypted() && !is_reachable_here {
            return Err(refuse(messages::not_encrypted(typed)));
        }
        let agent = guarded_agent(PROGRAM, Some(self.time), reach);
        for _ in 0..=HOPS {
            let left = left().min(self.time);
            if left.is_zero() {
                return Err(refuse(messages::silent(here.as_str())));
            }
            match fetch_step(&agent, &here, (limit, left), known)? {
                Step::Here(fetched) => return Ok(fetched),
                Step::Redirected(to) => {
                    let next = to.as_deref().and_then(|to| here.join(to));
                    let next = next.ok_or_else(|| refuse(messages::no_web(here.as_str())))?;
                    if !next.is_of_same_site(&here) {
                        return Err(refuse(messages::sent_elsewhere(typed, next.as_str())));
                    }
                    here = next;
                }
            }
        }
        Err(refuse(messages::redirect_loop(typed)))
    }
}

/// Makes one request. Returns the file, that it has not changed, or where the site redirects to.
fn fetch_step(
    agent: &ureq::Agent,
    address: &WebAddress,
    (limit, left): (u64, Duration),
    known: &Validators,
) -> Result<Step, FetchError> {
    let here = address.as_str();
    let failed = |error: Error| FetchError::Refused(error_message(here, limit, &error));
    let mut request = agent.get(here);
    for (name, value) in [("if-none-match", &known.etag), ("if-modified-since", &known.modified)] {
        if let Some(value) = value {
            request = request.header(name, value);
        }
    }
    let request = request.config().timeout_global(Some(left)).build();
    let mut response = request.call().map_err(failed)?;
    let header = |name: &str| {
        let value = response.headers().get(name)?;
        Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    match response.status().as_u16() {
        200 => {}
        304 if *known != Validators::default() => return Ok(Step::Here(Fetched::Same)),
        301 | 302 | 303 | 307 | 308 => return Ok(Step::Redirected(header("location"))),
        status @ (404 | 410) => return Err(FetchError::Missing(messages::status(here, status))),
        status => return Err(FetchError::Refused(messages::status(here, status))),
    }
    let length: Option<u64> = header("content-length").and_then(|length| length.trim().parse().ok());
    if length.is_some_and(|length| length > limit) {
        return Err(FetchError::Refused(messages::too_large(here, limit)));
    }
    let version = Validators { etag: sendable(header("etag")), modified: sendable(header("last-modified")) };
    let mut bytes = Vec::new();
    let read = response.body_mut().with_config().limit(limit).reader().read_to_end(&mut bytes);
    // A lost connection must not pass for the end of a file.
    let received = bytes.len() as u64;
    let is_short = length.filter(|length| *length != received);
    match (read.map_err(Error::from), is_short) {
        (Ok(_), None) => {}
        (Ok(_), Some(whole)) => {
            return Err(FetchError::Refused(messages::interrupted(here, Some((received, whole)))));
        }
        (Err(error), Some(whole)) if is_interrupted(&error) => {
            return Err(FetchError::Refused(messages::interrupted(here, Some((received, whole)))));
        }
        (Err(error), _) => return Err(failed(error)),
    }
    Ok(Step::Here(Fetched::New(bytes, version)))
}

/// Keeps a validator only if it can be sent back in a later request.
fn sendable(validator: Option<String>) -> Option<String> {
    validator.filter(|validator| {
        validator.len() <= LONGEST_VALIDATOR && validator.bytes().all(|byte| matches!(byte, b' '..=b'~'))
    })
}

fn is_interrupted(error: &Error) -> bool {
    match error {
        Error::Io(cause) => cause.kind() == std::io::ErrorKind::UnexpectedEof,
        Error::Protocol(_) => true,
        _ => false,
    }
}

/// Returns the message for an error while fetching.
fn error_message(here: &str, limit: u64, error: &Error) -> Both {
    match error {
        Error::HostNotFound => messages::no_site(here),
        Error::Timeout(_) => messages::silent(here),
        Error::Tls(_) | Error::Rustls(_) => messages::not_trusted(here),
        Error::Io(cause) if cause.kind() == std::io::ErrorKind::InvalidData => messages::not_trusted(here),
        Error::Io(cause) if cause.kind() == std::io::ErrorKind::TimedOut => messages::silent(here),
        Error::BodyExceedsLimit(_) => messages::too_large(here, limit),
        Error::Other(cause) if cause.is::<PrivateAddressError>() => messages::private_address(here),
        broken if is_interrupted(broken) => messages::interrupted(here, None),
        _ => messages::no_web(here),
    }
}
