//! Villages of one name in a region: each is known with what tells it apart from the others, wherever people choose one.

use std::collections::BTreeMap;

use crate::ground::{bare_address, fold};
use crate::region::{Region, ToldVillage};

/// What may tell a village apart, that which people know best first. Its site is its own.
const LEVELS: [fn(&ToldVillage) -> Option<&str>; 3] =
    [|told| told.municipality.as_deref(), |told| told.province, |told| Some(bare_address(&told.home))];

/// Gives every village of which the name comes more than once what tells it apart.
pub(super) fn tell_villages_apart(region: &mut Region) {
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (number, told) in region.villages.iter().enumerate() {
        by_name.entry(fold(&told.name)).or_default().push(number);
    }
    for namesakes in by_name.into_values().filter(|namesakes| namesakes.len() > 1) {
        let apart: Vec<(usize, Option<Box<str>>)> = namesakes
            .iter()
            .map(|number| (*number, what_tells_apart(&region.villages, &namesakes, *number).map(Box::from)))
            .collect();
        for (number, apart) in apart {
            region.villages[number].apart = apart;
        }
    }
}

/// The first of the levels at which no other of the same name says the same; nothing when there is none.
fn what_tells_apart<'v>(villages: &'v [ToldVillage], namesakes: &[usize], number: usize) -> Option<&'v str> {
    LEVELS.iter().find_map(|level| {
        let own = level(&villages[number])?;
        let is_alone = namesakes
            .iter()
            .filter(|other| level(&villages[**other]).is_some_and(|it| fold(it) == fold(own)));
        (is_alone.count() == 1).then_some(own)
    })
}
