//! Municipalities that their villages place in more than one province: the figures count each as two.

use std::collections::BTreeMap;

use super::remote::RemoteVillage;
use super::remote_slug::remote_slug;
use crate::ground::{Code, Diagnostic, Place, both};

/// The name that two provinces do have a municipality of.
const IN_TWO_PROVINCES: &str = "bergen";

/// Reports the villages that name another province than most villages of their municipality, once for each
/// such province; of two provinces with as many villages, the first in the alphabet counts as most.
pub(super) fn split_municipalities<'v>(
    villages: impl Iterator<Item = (&'v RemoteVillage, &'v Place)>,
) -> Vec<Diagnostic> {
    type Villages<'v> = Vec<(&'v RemoteVillage, &'v Place)>;
    let mut municipalities: BTreeMap<String, BTreeMap<&str, Villages<'v>>> = BTreeMap::new();
    for (village, place) in villages {
        if let (Some(name), Some(province)) = (&village.municipality, village.province) {
            let provinces = municipalities.entry(remote_slug(name)).or_default();
            provinces.entry(province).or_default().push((village, place));
        }
    }
    municipalities
        .retain(|slug, provinces| !slug.is_empty() && slug != IN_TWO_PROVINCES && provinces.len() > 1);
    let mut remarks = Vec::new();
    for provinces in municipalities.into_values() {
        let mut provinces: Vec<(&str, Villages<'v>)> = provinces.into_iter().collect();
        provinces.sort_by_key(|(_, villages)| std::cmp::Reverse(villages.len()));
        let [(usual, others), odd @ ..] = &*provinces else { continue };
        let Some((other, _)) = others.first() else { continue };
        for (province, villages) in odd {
            if let [(village, place), more @ ..] = &**villages {
                let (village, other) = ((*village, *province), (*other, *usual));
                remarks.push(other_province((*place).clone(), village, more.len(), other));
            }
        }
    }
    remarks
}

/// Reports a village, and how many more, that name another province than the others of their municipality.
fn other_province(
    place: Place,
    (village, province): (&RemoteVillage, &str),
    more: usize,
    (other, usual): (&RemoteVillage, &str),
) -> Diagnostic {
    let municipality = village.municipality.as_deref().unwrap_or_default();
    let (name, home, other) = (&village.name, &village.home, &other.name);
    let (more_nl, more_en) = match more {
        0 => (String::new(), String::new()),
        more => (format!(" (en nog {more})"), format!(" (and {more} more)")),
    };
    let message = both(
        format!(
            "'{name}'{more_nl} noemt bij de gemeente {municipality} de provincie {province}, en '{other}' noemt bij diezelfde gemeente {usual}"
        ),
        format!(
            "'{name}'{more_en} gives {province} as the province of the municipality {municipality}, and '{other}' gives {usual} for the same municipality"
        ),
    );
    Diagnostic::new(Code::SourceOtherProvince, place, message).hint(both(
        format!(
            "daarom staat {municipality} er nu twee keer, ook in de cijfers; vraag de makers van {home} om 'provincie' in hun site.yaml na te kijken"
        ),
        format!(
            "so {municipality} is listed twice now, in the figures too; ask the makers of {home} to check 'province' in their site.yaml"
        ),
    ))
}
