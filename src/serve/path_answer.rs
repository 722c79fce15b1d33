//! What is answered to a path: looked up in the plan, made when it is asked for.

use std::path::Path;

use super::kinds::{HTML, kind_of};
use super::locate::{Wanted, percent_encoded, wanted};
use super::page;
use super::preview::State;
use super::words;
use crate::ground::Address;
use crate::pipeline::Planned;
use crate::read::{all_bytes_of, real_path};
use crate::render::{Make, Output};

/// What is answered to a path.
pub(super) enum PathAnswer {
    /// It stands elsewhere.
    Elsewhere(String),
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

/// What is answered to a path as it stands in a request.
pub(super) fn answer_to(state: &State, path: &str) -> PathAnswer {
    let Some(site) = &state.site else {
        return PathAnswer::Page { status: 503, html: page::waiting(state) };
    };
    let address = match wanted(path, state.base()) {
        Wanted::Site(address) => address,
        Wanted::FrontDoor => return elsewhere(state, &Address::home()),
        Wanted::Nothing => return not_found(state, site),
    };
    // What only a host reads, no host shows.
    if let Some(output) = site.plan.find(&address).filter(|_| !address.is_for_host()) {
        return output_answer(state, site, output, 200);
    }
    // As every host does it: a folder gets its slash, and its own file is the folder.
    let folder = match address.as_str().strip_suffix("index.html") {
        Some(folder) if folder.ends_with('/') => Address::file(folder),
        _ => Address::file(&format!("{address}/")),
    };
    match site.plan.find(&folder) {
        Some(_) => elsewhere(state, &folder),
        None => not_found(state, site),
    }
}

fn elsewhere(state: &State, address: &Address) -> PathAnswer {
    PathAnswer::Elsewhere(format!("{}{}", state.base(), percent_encoded(address.as_str())))
}

fn not_found(state: &State, site: &Planned) -> PathAnswer {
    match site.plan.find(&Address::file("404.html")) {
        Some(output) => output_answer(state, site, output, 404),
        None => PathAnswer::Page {
            status: 404,
            html: page::with_way_home(state, &words::not_found(state.locale)),
        },
    }
}

/// An output of the plan as it is made now; a page of the preview's own when that fails.
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
        // Its bytes are known: nothing else can come in their place.
        Make::Picture(version) => return file_answer(state, kind, version.load().ok()),
    };
    if kind == HTML { PathAnswer::Page { status, html: bytes } } else { PathAnswer::File { kind, bytes } }
}

/// A file that is no page, or that it is gone.
fn file_answer(state: &State, kind: &'static str, bytes: Option<Vec<u8>>) -> PathAnswer {
    match bytes {
        Some(bytes) => PathAnswer::File { kind, bytes },
        None => PathAnswer::Page {
            status: 404,
            html: page::with_way_home(state, &words::file_is_gone(state.locale)),
        },
    }
}

/// The bytes of a document. It was a plain file when the site was planned; when since then a link was
/// put in its place, or in that of a folder on the way to it, it is not followed.
fn document_bytes(site: &Planned, path: &Path) -> Option<Vec<u8>> {
    let file = site.edition.village.files.iter().find(|file| file.on_disk == path)?;
    let root = path.ancestors().nth(file.path.as_str().split('/').count())?;
    let below = path.strip_prefix(root).ok()?;
    if real_path(path) != real_path(root).join(below) {
        return None;
    }
    all_bytes_of(path).ok()
}
