//! Tests the limits of every host with made-up lists of files.

use std::sync::Arc;

use super::{OutputFile, SiteCheck, examine};
use crate::ground::{Code, Diagnostic, Place, Severity};
use crate::village::Host;

fn file(path: &str, bytes: u64) -> OutputFile {
    OutputFile { path: path.to_owned(), bytes, from: None }
}

fn copy(path: &str, from: &str, bytes: u64) -> OutputFile {
    OutputFile { path: path.to_owned(), bytes, from: Some(Arc::from(from)) }
}

/// The files that every site has.
fn site() -> Vec<OutputFile> {
    vec![
        file("index.html", 9_000),
        file("404.html", 2_000),
        file("not_found.html", 2_000),
        file("agenda.ics", 800),
    ]
}

fn diagnostics(host: Host, files: &[OutputFile]) -> Vec<Diagnostic> {
    let place = Place::of_file("site.yaml");
    examine(&SiteCheck { host, place: &place, files, redirects: None, folder: "" })
}

fn codes(host: Host, files: &[OutputFile]) -> Vec<(Code, Severity)> {
    diagnostics(host, files).iter().map(|one| (one.code, one.severity)).collect()
}

const MIB: u64 = 1 << 20;

#[test]
fn a_small_site_fits_every_host() {
    for host in [
        Host::GitHub,
        Host::GitLab,
        Host::Codeberg,
        Host::Cloudflare,
        Host::Netlify,
        Host::Neocities,
        Host::Folder,
    ] {
        assert_eq!(codes(host, &site()), [], "{host:?}");
    }
}

#[test]
fn the_file_limit_of_each_host_is_exact() {
    for (host, most) in [(Host::Cloudflare, 20_000), (Host::Neocities, 15_000), (Host::GitLab, 200_000)] {
        let mut files = site();
        files.extend((files.len()..most).map(|number| file(&format!("nieuws/{number}/index.html"), 1)));
        assert_eq!(codes(host, &files), [], "{host:?}");
        files.push(file("nieuws/te-veel/index.html", 1));
        assert_eq!(codes(host, &files), [(Code::HostTooManyFiles, Severity::Error)], "{host:?}");
    }
}

#[test]
fn a_large_photo_is_reported_by_its_own_name() {
    let with = |bytes| [site(), vec![copy("media/es.jpg", "media/De es.jpg", bytes)]].concat();
    assert_eq!(codes(Host::Cloudflare, &with(25 * MIB)), []);
    let diagnostics = diagnostics(Host::Cloudflare, &with(25 * MIB + 1));
    let [one] = diagnostics.as_slice() else { panic!("one remark: {diagnostics:?}") };
    assert_eq!((one.code, one.severity), (Code::HostFileTooLarge, Severity::Error));
    assert_eq!(&*one.place.file, "media/De es.jpg");
    assert!(one.message.nl.contains("25,1 MB") && one.message.en.contains("25.1 MB"), "{}", one.message.nl);
    let hint = &one.hint.as_ref().expect("what to do").nl;
    assert!(hint.contains("foto kleiner") && hint.contains("host: github"), "{hint}");
}

#[test]
fn an_uncertain_limit_gives_a_warning() {
    let heavy = [site(), vec![copy("media/film.mp4", "media/film.mp4", 100 * MIB + 1)]].concat();
    assert_eq!(codes(Host::GitHub, &heavy), [(Code::HostFileTooLarge, Severity::Warning)]);
    let large =
        [site(), (0..11).map(|number| file(&format!("media/{number}.jpg"), 99 * MIB)).collect()].concat();
    assert_eq!(codes(Host::GitHub, &large), [(Code::HostSiteTooLarge, Severity::Warning)]);
    assert_eq!(codes(Host::GitLab, &large), [(Code::HostSiteTooLarge, Severity::Error)]);
    assert_eq!(codes(Host::Codeberg, &large), []);
    let hint = diagnostics(Host::GitLab, &large)[0].hint.as_ref().expect("what to do").nl.clone();
    assert!(hint.contains("media/0.jpg (99 MB), media/1.jpg (99 MB), media/10.jpg (99 MB)"), "{hint}");
    assert!(!hint.contains("host:"), "no known host accepts more: {hint}");
}

#[test]
fn neocities_accepts_only_listed_file_types() {
    let files = [site(), vec![copy("documenten/visie.docx", "documenten/Visie.docx", 9)]].concat();
    assert_eq!(codes(Host::Neocities, &files), [(Code::HostEndingRefused, Severity::Error)]);
    assert_eq!(codes(Host::Codeberg, &files), []);
    let hint = diagnostics(Host::Neocities, &files)[0].hint.as_ref().expect("what to do").nl.clone();
    assert!(hint.starts_with("bewaar het als pdf"), "{hint}");
}

#[test]
fn names_that_a_disk_or_host_cannot_hold_are_reported() {
    let one = |path: &str| [site(), vec![file(path, 1)]].concat();
    for path in ["documenten/aux.pdf", "com1/index.html", "a/NUL.tar.gz"] {
        assert_eq!(codes(Host::Folder, &one(path)), [(Code::HostNameRefused, Severity::Warning)], "{path}");
    }
    for path in ["documenten/auxiliair.pdf", "command/index.html", "com/index.html"] {
        assert_eq!(codes(Host::Folder, &one(path)), [], "{path}");
    }
    assert_eq!(codes(Host::GitHub, &one("_oud/index.html")), [(Code::HostNameRefused, Severity::Warning)]);
    assert_eq!(codes(Host::Cloudflare, &one("_headers")), []);
}

#[test]
fn a_missing_not_found_page_is_reported() {
    let without = |name: &str| site().into_iter().filter(|file| file.path != name).collect::<Vec<_>>();
    assert_eq!(
        codes(Host::Cloudflare, &without("404.html")),
        [(Code::HostNoNotFoundPage, Severity::Warning)]
    );
    assert_eq!(codes(Host::Neocities, &without("404.html")), []);
    assert_eq!(
        codes(Host::Neocities, &without("not_found.html")),
        [(Code::HostNoNotFoundPage, Severity::Warning)]
    );
}

#[test]
fn an_address_in_a_folder_and_too_many_redirects_are_reported() {
    let (place, files) = (Place::of_file("site.yaml"), site());
    let codes = |host, redirects, folder| {
        let diagnostics = examine(&SiteCheck { host, place: &place, files: &files, redirects, folder });
        diagnostics.iter().map(|one| (one.code, one.severity)).collect::<Vec<_>>()
    };
    assert_eq!(codes(Host::Cloudflare, None, "/dorp"), [(Code::HostNoFolder, Severity::Warning)]);
    assert_eq!(codes(Host::GitHub, None, "/dorp"), []);
    assert_eq!(codes(Host::GitLab, Some((1_001, 1_000)), ""), [(Code::HostTooManyRedirects, Severity::Note)]);
    assert_eq!(codes(Host::GitLab, Some((1_000, 1_000)), ""), []);
}
