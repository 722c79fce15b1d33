//! Finds out whose site is in the place for a village's site: two fleets may use one folder, and neither may
//! overwrite the other's sites.

use std::path::Path;

use serde::Deserialize;

use super::built_sites::BuiltSites;
use super::find::VillageFolder;
use crate::ground::{DORP_FILE, WebAddress, bare_address, fold, parse_json_as};
use crate::pipeline::SiteHead;
use crate::publish::site_fingerprint;
use crate::read::bytes_of;

/// The largest size of a `dorp.json`; that of a very large village is some 20 MB.
const LARGEST: u64 = 256 * 1024 * 1024;

/// The part of it that identifies the village.
#[derive(Deserialize)]
struct DorpJson {
    village: DorpJsonVillage,
}

#[derive(Deserialize)]
struct DorpJsonVillage {
    name: Option<String>,
    municipality: Option<String>,
    url: Option<String>,
}

/// Returns the other village whose site is in the place for this one; `None` if there is no site, or nobody
/// can tell. A site that the fleet built itself is its own, whatever the village is called by now.
pub(super) fn other_village_at(
    site: &Path,
    village: &VillageFolder,
    built_sites: Option<&BuiltSites>,
) -> Option<SiteHead> {
    let print = site_fingerprint(site)?;
    if built_sites.is_some_and(|built_sites| built_sites.contains(&village.name, print)) {
        return None;
    }
    let there = head_at(site, village)?;
    (!is_same_village(&village.head, &there)).then_some(there)
}

/// Whether a site certainly belongs to this village, wherever it is: by its address, or else its name.
pub(super) fn is_site_of(site: &Path, village: &VillageFolder) -> bool {
    head_at(site, village).is_some_and(|there| {
        let both_have = |of: fn(&SiteHead) -> Option<&String>| of(&village.head).zip(of(&there)).is_some();
        let is_known = both_have(|head| head.web_address.as_ref()) || both_have(|head| head.name.as_ref());
        is_known && is_same_village(&village.head, &there)
    })
}

/// Returns what a site says about its village, for comparison with the given one.
fn head_at(site: &Path, village: &VillageFolder) -> Option<SiteHead> {
    let document: DorpJson = parse_json_as(&bytes_of(&site.join(DORP_FILE), LARGEST).ok()?).ok()?;
    let DorpJsonVillage { name, municipality, url } = document.village;
    Some(SiteHead { name, municipality, web_address: url, is_portal: village.head.is_portal })
}

/// Whether both describe the same village. The addresses decide; if one is missing, the names, and the
/// municipalities if both are given. A missing value never makes a difference.
fn is_same_village(one: &SiteHead, other: &SiteHead) -> bool {
    let if_both_have = |of: fn(&SiteHead) -> Option<&String>| of(one).zip(of(other));
    if let Some((one, other)) = if_both_have(|head| head.web_address.as_ref()) {
        return comparable_address(one) == comparable_address(other);
    }
    let alike = |of| if_both_have(of).is_none_or(|(one, other)| fold(one) == fold(other));
    alike(|head| head.name.as_ref()) && alike(|head| head.municipality.as_ref())
}

/// Returns an address in the form used for comparison.
fn comparable_address(typed: &str) -> String {
    let asked = WebAddress::new(typed);
    bare_address(asked.as_ref().map_or(typed, WebAddress::as_str)).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(name: &str, municipality: &str, web_address: &str) -> SiteHead {
        let non_empty = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let (name, municipality, web_address) =
            (non_empty(name), non_empty(municipality), non_empty(web_address));
        SiteHead { is_portal: false, name, municipality, web_address }
    }

    #[test]
    fn a_village_is_identified_by_its_address_or_else_by_name_and_municipality() {
        let is_same_village = |one: [&str; 3], other: [&str; 3]| {
            let [one, other] =
                [one, other].map(|[name, municipality, address]| head(name, municipality, address));
            assert_eq!(super::is_same_village(&one, &other), super::is_same_village(&other, &one));
            super::is_same_village(&one, &other)
        };
        let ee = ["Ee", "", "https://ee.example"];
        assert!(is_same_village(ee, ["Ee", "", "http://EE.example/"]));
        assert!(is_same_village(ee, ["Ie", "Noardeast", "https://ee.example/"]), "it was renamed");
        assert!(!is_same_village(ee, ["Ee", "", "https://ee.example/dorp/"]));
        assert!(is_same_village(ee, ["ee", "Noardeast", ""]), "it was given an address");
        assert!(!is_same_village(ee, ["Oe", "", ""]));
        assert!(!is_same_village(["Ee", "Noardeast", ""], ["Ee", "Goeree", ""]));
        assert!(is_same_village(["Ee", "Noardeast", ""], ["Ee", "", ""]));
        assert!(is_same_village(["", "", ""], ee), "unreadable settings rule nothing out");
    }
}
