//! Assembles a region from the data of all villages: each once, in order of name, with a slug of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::messages;
use super::read::Reading;
use super::remote::RemoteVillage;
use super::remote_slug::remote_slug;
use super::split::split_municipalities;
use crate::ground::{Diagnostic, Place, WebAddress, bare_address, sort_key};

/// The data of the villages of a region; empty on the site of a village.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Region {
    /// The villages, in order of name.
    pub villages: Box<[RemoteVillage]>,
}

impl Region {
    /// Whether there is no data from any village.
    pub fn is_empty(&self) -> bool {
        self.villages.is_empty()
    }
}

/// A village that counts so far.
struct KeptVillage {
    village: RemoteVillage,
    from: Box<str>,
    is_from_home: bool,
    /// The folder in which it was found.
    folder: Option<Box<str>>,
    place: Place,
}

/// Two folders with the same villages: the one that counts, the one that does not, the file and line that
/// name the latter, and whether both are one folder that has the village twice.
type Folders = (Box<str>, Box<str>, Arc<str>, u32, bool);

/// The villages found more than once, each as the copy that does not count with the source that does.
#[derive(Default)]
struct Duplicates {
    /// Where at least one source is not a folder.
    single: Vec<(KeptVillage, Box<str>)>,
    /// Where both are found in a folder.
    of_folders: BTreeMap<Folders, Vec<(KeptVillage, Box<str>)>>,
}

impl Duplicates {
    fn add(&mut self, counts: &KeptVillage, other: KeptVillage) {
        let from = counts.from.clone();
        match counts.folder.clone().zip(other.folder.clone()) {
            Some((one, folder)) => {
                let plain = |folder: &str| folder.trim_end_matches('/').to_owned();
                let is_one = plain(&one) == plain(&folder) && from != other.from;
                let key = (one, folder, Arc::clone(&other.place.file), other.place.line, is_one);
                self.of_folders.entry(key).or_default().push((other, from));
            }
            None => self.single.push((other, from)),
        }
    }

    /// Returns the diagnostics: two folders that share several villages get one.
    fn into_remarks(self) -> Vec<Diagnostic> {
        let (mut single, mut remarks) = (self.single, Vec::new());
        for ((counts, folder, _, _, is_one), mut all) in self.of_folders {
            match &*all {
                [(first, _), _, ..] if is_one => {
                    let each = all.iter().map(|(kept, from)| (&*kept.village.name, &**from, &*kept.from));
                    remarks.push(messages::within(first.place.clone(), &folder, each));
                }
                [(first, _), _, ..] => {
                    let names = all.iter().map(|(kept, _)| &*kept.village.name);
                    remarks.push(messages::overlap(first.place.clone(), [&counts, &folder], names));
                }
                _ => single.append(&mut all),
            }
        }
        let duplicate = |(other, from): (KeptVillage, Box<str>)| {
            messages::twice(other.place, &other.village, (&from, &other.from))
        };
        remarks.extend(single.into_iter().map(duplicate));
        remarks
    }
}

/// Assembles a region, and returns the diagnostics about each source. A site whose address is one of `own` is
/// the portal itself.
pub fn assemble(mut readings: Vec<Reading>, own: &[&str]) -> (Region, Vec<Diagnostic>) {
    readings.sort_by_key(|reading| reading.is_gone);
    let own: BTreeSet<Arc<str>> = own
        .iter()
        .filter_map(|own| WebAddress::new(own))
        .map(|own| bare_address(own.as_str()).into())
        .collect();
    let (mut remarks, mut duplicates) = (Vec::new(), Duplicates::default());
    let mut kept: Vec<KeptVillage> = Vec::with_capacity(readings.len());
    let mut by_home: BTreeMap<Arc<str>, usize> = BTreeMap::new();
    for reading in readings {
        let Some(village) = reading.village else {
            remarks.extend(reading.remarks);
            continue;
        };
        let home: Arc<str> = bare_address(&village.home).into();
        if own.contains(&home) {
            // A folder with all sites also contains that of the portal.
            if !reading.is_unnamed {
                remarks.push(messages::own_site(reading.place, &village, &reading.from));
            }
            continue;
        }
        let Reading { from, is_from_home, folder, place, .. } = reading;
        let mut newcomer = KeptVillage { village, from, is_from_home, folder, place };
        match by_home.get(&home).and_then(|at| kept.get_mut(*at)) {
            None => {
                remarks.extend(reading.remarks);
                by_home.insert(home, kept.len());
                kept.push(newcomer);
            }
            Some(before) => {
                // Nothing replaces a village whose data comes from its own site.
                let takes_place = newcomer.is_from_home && !before.is_from_home;
                if reading.is_gone && !takes_place {
                    // The village only moved: there is nothing to report.
                    continue;
                }
                if takes_place {
                    remarks.extend(reading.remarks);
                    std::mem::swap(before, &mut newcomer);
                }
                duplicates.add(before, newcomer);
            }
        }
    }
    remarks.extend(duplicates.into_remarks());
    kept.sort_by_cached_key(|kept| {
        (sort_key(&kept.village.name), kept.village.municipality.clone(), kept.village.home.clone())
    });
    remarks.extend(assign_slugs(&mut kept));
    remarks.extend(split_municipalities(kept.iter().map(|kept| (&kept.village, &kept.place))));
    remarks.extend(
        kept.iter()
            .filter(|kept| publishes_for_another(kept))
            .map(|kept| messages::from_elsewhere(kept.place.clone(), &kept.village, &kept.from)),
    );
    let villages = kept.into_iter().map(|kept| kept.village).collect();
    (Region { villages }, remarks)
}

/// Whether a public site publishes data for a village whose own site is another. A file or a test site may
/// well do so.
fn publishes_for_another(kept: &KeptVillage) -> bool {
    let plain = |address: &WebAddress| {
        let place = bare_address(address.as_str());
        place.strip_prefix("www.").unwrap_or(place).to_owned()
    };
    let is_elsewhere =
        |from: WebAddress, home: WebAddress| !plain(&from).starts_with(&format!("{}/", plain(&home)));
    let from = WebAddress::new(&kept.from).filter(|from| from.is_public_name());
    !kept.is_from_home
        && from.zip(WebAddress::new(&kept.village.home)).is_some_and(|(from, home)| is_elsewhere(from, home))
}

/// Gives villages with the same name different slugs, by their municipality and only then by a number, so
/// that an address depends as little as possible on which other villages there are. When it does depend on
/// that, a diagnostic says so: a bookmark of a village breaks when another with its name is added.
fn assign_slugs(villages: &mut [KeptVillage]) -> Vec<Diagnostic> {
    let names: Vec<Box<str>> = villages.iter().map(|kept| kept.village.slug.clone()).collect();
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, name) in names.iter().enumerate() {
        by_name.entry(name).or_default().push(index);
    }
    for (KeptVillage { village, .. }, name) in villages.iter_mut().zip(&names) {
        let is_shared = by_name.get(&**name).is_some_and(|all| all.len() > 1);
        let municipality = village.municipality.as_deref().filter(|_| is_shared).map(remote_slug);
        if let Some(municipality) = municipality.filter(|slug| !slug.is_empty()) {
            village.slug = remote_slug(&format!("{name}-{municipality}")).into();
        } else if village.slug.is_empty() {
            village.slug = "dorp".into();
        }
    }
    let mut sharing: Vec<Vec<usize>> = by_name.into_values().filter(|all| all.len() > 1).collect();
    let (mut taken, mut numbers) = (BTreeMap::<Box<str>, usize>::new(), BTreeMap::<Box<str>, usize>::new());
    for (index, KeptVillage { village, .. }) in villages.iter_mut().enumerate() {
        let wanted = village.slug.clone();
        while let Some(other) = taken.get(&village.slug) {
            // The name of one may equal that of another with its municipality.
            if village.slug == wanted && names[index] != names[*other] {
                sharing.push(vec![*other, index]);
            }
            let number = numbers.entry(wanted.clone()).or_insert(1);
            *number += 1;
            village.slug = format!("{wanted}-{number}").into();
        }
        taken.insert(village.slug.clone(), index);
    }
    let remarks = sharing.into_iter().filter_map(|all| {
        let mut all = all.into_iter().filter_map(|index| villages.get(index));
        let (one, other) = (all.next()?, all.next()?);
        Some(messages::same_name(other.place.clone(), [&one.village, &other.village], all.count()))
    });
    remarks.collect()
}
