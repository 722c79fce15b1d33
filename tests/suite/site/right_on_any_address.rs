//! The same output works at `/`, under `/dorp/` and from a folder: every link, style and picture of every
//! page leads to a file that exists.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Folder, TODAY, VILLAGE, build, project, run, tree};

/// Returns every address in `href`, `src` and `srcset` of a page.
fn addresses(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for attribute in ["href=\"", "src=\"", "srcset=\"", "poster=\"", "action=\""] {
        for (at, _) in html.match_indices(attribute) {
            let start = at + attribute.len();
            let value = &html[start..start + html[start..].find('"').expect("a closing quote")];
            let parts =
                if attribute.starts_with("srcset") { value.split(", ").collect() } else { vec![value] };
            found.extend(
                parts.into_iter().map(|part| part.split(' ').next().unwrap_or(part).replace("&amp;", "&")),
            );
        }
    }
    found
}

/// Returns the file that a link of a page leads to, or `None` when it leaves the site. `front` is the path of
/// the site on its host.
fn target(page: &str, link: &str, front: &str) -> Option<String> {
    if link.contains("://") || link.starts_with("mailto:") || link.starts_with("tel:") {
        return None;
    }
    let path = link.split(['?', '#']).next().unwrap_or(link);
    if path.is_empty() {
        return Some(page.to_owned());
    }
    let mut parts: Vec<&str> = Vec::new();
    let rest = match path.strip_prefix('/') {
        Some(_) => {
            path.strip_prefix(front).unwrap_or_else(|| panic!("{link} on {page} leads out of {front}"))
        }
        None => {
            parts.extend(page.split('/'));
            parts.pop();
            path
        }
    };
    for part in rest.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                assert!(parts.pop().is_some(), "{link} on {page} leads above the site");
            }
            part => parts.push(part),
        }
    }
    let file = parts.join("/");
    Some(if path.ends_with('/') || file.is_empty() || path.ends_with("..") {
        format!("{file}/index.html").trim_start_matches('/').to_owned()
    } else {
        file
    })
}

/// A real site has more links than this.
const LEAST: usize = 100;

fn every_link_leads_somewhere(files: &BTreeMap<String, Vec<u8>>, front: &str) {
    let mut links = 0;
    for (page, bytes) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        for link in addresses(&html) {
            let Some(file) = target(page, &link, front) else { continue };
            links += 1;
            assert!(files.contains_key(&file), "{page}: {link} leads to {file}, which does not exist");
            if let Some((_, anchor)) = link.split_once('#').filter(|(_, anchor)| !anchor.is_empty()) {
                let there = String::from_utf8_lossy(&files[&file]);
                assert!(
                    there.contains(&format!("id=\"{anchor}\"")),
                    "{page}: {link} leads to an anchor that does not exist"
                );
            }
        }
    }
    assert!(links > LEAST, "too few links for a real site: {links}");
}

#[test]
fn links_work_at_the_root_and_from_a_folder() {
    let place = Folder::new();
    let ran = build(&project().join("example-site"), &place.join("uit"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    let files = tree(&place.join("uit"));
    every_link_leads_somewhere(&files, "/");
    // From a folder there is no root: only the pages for addresses that do not exist may rely on one.
    for (page, bytes) in files.iter().filter(|(name, _)| {
        name.ends_with(".html") && !["404.html", "not_found.html"].contains(&name.as_str())
    }) {
        let html = String::from_utf8_lossy(bytes);
        assert!(!addresses(&html).iter().any(|link| link.starts_with('/')), "{page} has a link to the root");
    }
}

/// The web address of the example site.
const OWN: &str = "https://lutterwolde.example/";

/// Full addresses of the site in pages, feeds, calendars and the sitemap lead to a file too: subscriptions,
/// previews of a page, other languages.
#[test]
fn full_addresses_of_the_site_itself_lead_somewhere() {
    let place = Folder::new();
    assert_eq!(build(&project().join("example-site"), &place.join("uit")).code, 0);
    let files = tree(&place.join("uit"));
    let mut kinds = BTreeSet::new();
    let texts = ["html", "xml", "json", "ics", "txt", "webmanifest"];
    for (name, bytes) in files.iter().filter(|(name, _)| texts.iter().any(|ending| name.ends_with(ending))) {
        // A calendar folds long lines.
        let text = String::from_utf8_lossy(bytes).replace("\r\n ", "");
        let webcal = OWN.replace("https:", "webcal:");
        for (at, front) in text.match_indices(OWN).chain(text.match_indices(webcal.as_str())) {
            let rest = &text[at + front.len()..];
            let end =
                rest.find(|c: char| c.is_whitespace() || "\"'<>&?#),;\\".contains(c)).unwrap_or(rest.len());
            let file = if rest[..end].is_empty() || rest[..end].ends_with('/') {
                format!("{}index.html", &rest[..end])
            } else {
                rest[..end].trim_end_matches('.').to_owned()
            };
            // The names of things in feeds and structured data are such addresses too.
            assert!(
                files.contains_key(&file),
                "{name}: {front}{} leads to {file}, which does not exist",
                &rest[..end]
            );
            kinds.insert(name.rsplit('.').next().unwrap_or("").to_owned());
        }
    }
    assert!(["html", "xml", "ics", "json"].iter().all(|kind| kinds.contains(*kind)), "{kinds:?}");
}

#[test]
fn links_work_in_a_new_village() {
    let place = Folder::new();
    let village = place.join("ons-dorp");
    assert_eq!(run(&["nieuw", village.to_str().expect("a path"), "--vandaag", TODAY]).code, 0);
    for languages in ["", "andere_talen: [de, fy]\n"] {
        let site = std::fs::read_to_string(village.join("site.yaml")).expect("the settings");
        std::fs::write(village.join("site.yaml"), format!("{site}{languages}")).expect("the settings");
        let ran = build(&village, &village.join("public"));
        assert_eq!(ran.code, 0, "{}", ran.said());
        every_link_leads_somewhere(&tree(&village.join("public")), "/");
    }
}

#[test]
fn links_work_below_a_path() {
    let place = Folder::new();
    let (site, output) = (project().join("example-site"), place.join("uit"));
    let ran = run(&[
        "build",
        site.to_str().expect("a path"),
        "--output",
        output.to_str().expect("a path"),
        "--today",
        TODAY,
        "--base-url",
        "https://namen.example/dorp/",
    ]);
    assert_eq!(ran.code, 0, "{}", ran.said());
    let files = tree(&output);
    every_link_leads_somewhere(&files, "/dorp/");
    let not_found = String::from_utf8_lossy(&files["404.html"]);
    assert!(not_found.contains("href=\"/dorp/agenda/\""), "a page shown at any depth needs the full path");
    assert!(
        String::from_utf8_lossy(&files["sitemap.xml"])
            .contains("<loc>https://namen.example/dorp/agenda/</loc>")
    );
}

#[test]
fn only_the_not_found_pages_depend_on_the_address() {
    let place = Folder::new();
    let site = project().join("example-site");
    let made = |name: &str, url: &str| {
        let output = place.join(name);
        let ran = run(&[
            "build",
            site.to_str().expect("a path"),
            "--output",
            output.to_str().expect("a path"),
            "--today",
            TODAY,
            "--base-url",
            url,
        ]);
        assert_eq!(ran.code, 0, "{}", ran.said());
        tree(&output)
    };
    let (root, below) = (made("een", "https://dorp.example"), made("twee", "https://dorp.example/dorp"));
    // In a folder of a shared host, this file is not ours to publish.
    for (name, bytes) in root.iter().filter(|(name, _)| *name != ".well-known/security.txt") {
        // Full addresses differ by the path, also in links to calendar apps, and nothing else does. Where a
        // calendar folds its lines depends on how long they are.
        let whole = |bytes: &[u8]| without_codes(&String::from_utf8_lossy(bytes).replace("\r\n ", ""));
        let mended = whole(&below[name])
            .replace("://dorp.example/dorp", "://dorp.example")
            .replace("%2Fdorp.example%2Fdorp", "%2Fdorp.example");
        let expected = whole(bytes);
        let lost = ["404.html", "not_found.html", "dorpsplein-manifest.json"].contains(&name.as_str());
        assert!(lost || mended == expected, "{name} differs in more than its address");
    }
}

/// Removes the QR codes, which hold the address, and the version of the offline cache, which depends on them.
fn without_codes(text: &str) -> String {
    let (mut left, mut rest) = (String::new(), text);
    for (start, end) in [("<svg class=\"dp-qr\"", "</svg>"), ("const VERSION = ", ";")] {
        while let Some((before, code)) = rest.split_once(start) {
            left.push_str(before);
            rest = code.split_once(end).expect("an end").1;
        }
    }
    left + rest
}

#[test]
fn no_page_requests_anything_from_another_host() {
    let place = Folder::new();
    assert_eq!(build(&project().join("example-site"), &place.join("uit")).code, 0);
    for (page, bytes) in tree(&place.join("uit")).iter().filter(|(name, _)| name.ends_with(".html")) {
        let html = String::from_utf8_lossy(bytes);
        for attribute in [
            "src=\"http",
            "srcset=\"http",
            "src=\"//",
            "@import",
            "<iframe",
            "<object",
            "<embed",
            "rel=\"stylesheet\" href=\"http",
        ] {
            assert!(!html.contains(attribute), "{page} contains {attribute}");
        }
        assert!(
            !html.contains(" style=\"") && !html.contains(" onclick="),
            "{page} breaks its own content security policy"
        );
    }
}

/// The minutes since 1970 at which the clocks of Amsterdam change, from the IANA database.
#[test]
fn a_page_carries_the_clock_changes_of_the_village() {
    let folder = Folder::with(VILLAGE);
    assert_eq!(build(folder.path(), &folder.join("uit")).code, 0);
    let page = folder.read("uit/index.html");
    let changes = "60 29579100=120 29881500=60 30103260=120 30415740=60 30627420=120 30939900=60 31151580=120 31464060=60";
    assert!(page.contains(&format!("data-clock=\"{changes}")), "{}", &page[..400]);
}

/// Calendar apps and feed readers only understand ASCII addresses (RFC 3986).
#[test]
fn the_address_of_a_site_is_written_as_browsers_request_it() {
    let site = Folder::with(VILLAGE);
    let built = |address: &str| run(&["bouw", site.path().to_str().expect("a path"), "--webadres", address]);
    let ran = built("https://dörp.example/wâld/../ons dorp/");
    assert_eq!(ran.code, 0, "{}", ran.said());
    for (path, bytes) in tree(&site.join("public")) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("dörp") && !text.contains("wâld") && !text.contains("/ons dorp"), "{path}");
    }
    let calendar = site.read("public/agenda.ics").replace("\r\n ", "");
    assert!(calendar.contains("URL:https://xn--drp-sna.example/ons%20dorp/"), "{calendar}");
    let typed = built("https://jan:geheim@dorp.example");
    assert_eq!(typed.code, 64, "a password would be in every calendar");
    assert!(typed.err.contains("dorp.example") && !typed.err.contains("geheim"), "{}", typed.err);
}

/// Whoever finds a vulnerability must know where to report it (RFC 9116); on a host that is shared with
/// others, that is not ours to say.
#[test]
fn security_txt_says_where_to_report_a_vulnerability() {
    let site = Folder::with(VILLAGE);
    let made = |address: &str| {
        let text = format!("naam: Testdorp\nwebadres: {address}\ncontact:\n  email: site@testdorp.example\n");
        site.write("site.yaml", text);
        assert_eq!(build(site.path(), &site.join("public")).code, 0);
        std::fs::read_to_string(site.join("public/.well-known/security.txt")).ok()
    };
    let written = made("https://testdorp.example").expect("it is there");
    assert_eq!(
        written,
        "Contact: mailto:site@testdorp.example\nExpires: 2027-11-18T00:00:00Z\nPreferred-Languages: nl\nCanonical: https://testdorp.example/.well-known/security.txt\n"
    );
    assert_eq!(made("https://naam.example/dorp"), None);
}
