//! Answers a path: looked up in the plan, and rendered on request.

use std::path::Path;

use super::kinds::{HTML, kind_of};
use super::locate::{RequestTarget, percent_encoded, target_of};
use super::page;
use super::preview::State;
use super::words;
use crate::ground::Address;
use crate::pipeline::Planned;
use crate::read::{all_bytes_of, real_path};
use crate::render::{Make, Output};

/// The answer to a path.
pub(super) enum PathAnswer {
    /// It is at another address.
    Redirect(String),
    /// A page, without the preview's script.
    Page {
        status: u16,
        html: Vec<u8>,
    },
    File {
        kind: &'static str,
        bytes: Vec<u8>,
    },
}

/// Returns the answer to a path as it is in a request.
pub(super) fn answer_to(state: &State, path: &str) -> PathAnswer {
    let Some(site) = &state.site else {
        return PathAnswer::Page { status: 503, html: page::waiting(state) };
    };
    let address = match target_of(path, state.base()) {
        RequestTarget::Site(address) => address,
        RequestTarget::SiteRoot => return redirect(state, &Address::home()),
        RequestTarget::Nothing => return not_found(state, site),
    };
    // A host does not serve the files that are meant for the host itself.
    if let Some(output) = site.plan.find(&address).filter(|_| !address.is_for_host()) {
        return output_answer(state, site, output, 200);
    }
    // As on every host: a folder gets its slash, and its `index.html` redirects to the folder.
    let folder = match address.as_str().strip_suffix("index.html") {
        Some(folder) if folder.ends_with('/') => Address::file(folder),
        _ => Address::file(&format!("{address}/")),
    };
    match site.plan.find(&folder) {
        Some(_) => redirect(state, &folder),
        None => not_found(state, site),
    }
}

fn redirect(state: &State, address: &Address) -> PathAnswer {
    PathAnswer::Redirect(format!("{}{}", state.base(), percent_encoded(address.as_str())))
}

fn not_found(state: &State, site: &Planned) -> PathAnswer {
    match site.plan.find(&Address::file("404.html")) {
        Some(output) => output_answer(state, site, output, 404),
        None => PathAnswer::Page {
            status: 404,
            html: page::with_home_link(state, &words::not_found(state.locale)),
        },
    }
}

/// Returns an output of the plan, rendered now; a page of the preview's own when that fails.
fn output_answer(state: &State, site: &Planned, output: &Output, status: u16) -> PathAnswer {
    let kind = kind_of(output.address.as_str());
    let bytes = match &output.make {
        Make::Page(make) => match make(&site.edition) {
            Ok(bytes) => bytes,
            Err(diagnostic) => {
                let locale = site.remarks.locale_for(&diagnostic);
                return PathAnswer::Page {
                    status: 500,
                    html: page::failed(state, Some((&diagnostic, locale))),
                };
            }
        },
        Make::Copy(path) => return file_answer(state, kind, document_bytes(site, path)),
        // Its fingerprint is known: no other bytes can take its place.
        Make::Picture(version) => return file_answer(state, kind, version.load().ok()),
    };
    if kind == HTML { PathAnswer::Page { status, html: bytes } } else { PathAnswer::File { kind, bytes } }
}

/// Returns a file that is not a page, or a page that says it is gone.
fn file_answer(state: &State, kind: &'static str, bytes: Option<Vec<u8>>) -> PathAnswer {
    match bytes {
        Some(bytes) => PathAnswer::File { kind, bytes },
        None => PathAnswer::Page {
            status: 404,
            html: page::with_home_link(state, &words::file_is_gone(state.locale)),
        },
    }
}

/// The bytes of a document. It was a plain file when the site was planned; if it, or a folder above it, has
/// been replaced by a link since, that link is not followed.
fn document_bytes(site: &Planned, path: &Path) -> Option<Vec<u8>> {
    let file = site.edition.village.files.iter().find(|file| file.on_disk == path)?;
    let root = path.ancestors().nth(file.path.as_str().split('/').count())?;
    let below = path.strip_prefix(root).ok()?;
    if real_path(path) != real_path(root).join(below) {
        return None;
    }
    all_bytes_of(path).ok()
}
