//! Checks a site against the limits of its host, from the size of everything that would be published.

use std::collections::BTreeMap;

use super::edition::Edition;
use super::formats::counted_redirects;
use crate::ground::{Diagnostic, MANIFEST, Place};
use crate::read::MediaFile;
use crate::village::{Host, OutputFile, SiteCheck, examine};

/// The host of a site, and where that is written.
#[derive(Clone, Debug)]
pub struct Hosting {
    /// The host.
    pub host: Host,
    /// The place for diagnostics about the site as a whole.
    pub place: Place,
}

/// Reports what the host would refuse or may refuse, given every file of the site with its size; for photos
/// and documents, the size that the village knows is used.
pub fn visit_host(edition: &Edition, hosting: &Hosting, sizes: &[(String, u64)]) -> Vec<Diagnostic> {
    let addresses = edition.published.addresses().map(|address| address.output_path());
    let copies: BTreeMap<String, &MediaFile> = addresses.zip(&edition.village.files).collect();
    let weighed = |(path, bytes): &(String, u64)| {
        let copied = copies.get(path);
        OutputFile {
            path: path.clone(),
            bytes: copied.map_or(*bytes, |file| file.bytes),
            from: copied.map(|file| file.path.shared()),
        }
    };
    // The list of published files is itself a file.
    let list = OutputFile { path: MANIFEST.to_owned(), bytes: 0, from: None };
    let files: Vec<OutputFile> = sizes.iter().map(weighed).chain([list]).collect();
    examine(&SiteCheck {
        host: hosting.host,
        place: &hosting.place,
        files: &files,
        redirects: counted_redirects(edition, hosting.host),
        folder: &edition.base.path,
    })
}
