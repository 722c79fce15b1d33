//! Distinguishes villages with the same name in a region, wherever people choose one.

use std::collections::BTreeMap;

use crate::ground::{bare_address, fold};
use crate::region::{Region, RemoteVillage};

/// What may distinguish a village, the best known first. Its site address is always unique.
const LEVELS: [fn(&RemoteVillage) -> Option<&str>; 3] = [
    |village| village.municipality.as_deref(),
    |village| village.province,
    |village| Some(bare_address(&village.home)),
];

/// Gives every village that shares its name something that distinguishes it.
pub(super) fn distinguish_villages(region: &mut Region) {
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, village) in region.villages.iter().enumerate() {
        by_name.entry(fold(&village.name)).or_default().push(index);
    }
    for namesakes in by_name.into_values().filter(|namesakes| namesakes.len() > 1) {
        let apart: Vec<(usize, Option<Box<str>>)> = namesakes
            .iter()
            .map(|index| (*index, distinguishing_name(&region.villages, &namesakes, *index).map(Box::from)))
            .collect();
        for (index, apart) in apart {
            region.villages[index].apart = apart;
        }
    }
}

/// Returns the first level at which no namesake has the same value, if there is one.
fn distinguishing_name<'v>(
    villages: &'v [RemoteVillage],
    namesakes: &[usize],
    index: usize,
) -> Option<&'v str> {
    LEVELS.iter().find_map(|level| {
        let own = level(&villages[index])?;
        let is_alone = namesakes
            .iter()
            .filter(|other| level(&villages[**other]).is_some_and(|it| fold(it) == fold(own)));
        (is_alone.count() == 1).then_some(own)
    })
}
