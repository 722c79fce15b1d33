//! Finds the villages of a fleet: subfolders with a `site.yaml`, or the villages listed in a `fleet.yaml`.

use std::path::{Path, PathBuf};

use super::list_messages;
use super::messages;
use super::taken_places::{TakenPlaces, as_place};
use crate::field::{Described, FieldReader, FieldSet, Line, Many, describe};
use crate::ground::{
    Both, Code, Diagnostic, MANIFEST, Severity, SitePath, TimeZone, WebAddress, closest, fingerprint,
    in_parallel_on_own_threads, typed_place,
};
use crate::pipeline::{SiteHead, site_head};
use crate::read::{
    Found, OUTPUT_FOLDER, SITE_FILE, Trouble, bytes_of, is_folder, list_folder, real_path, stamp, text_of,
};
use crate::village::layout;

/// The largest size of a `fleet.yaml`: room for the paths of far more villages than exist.
const LONGEST: u64 = 4 * 1024 * 1024;

/// The file that lists the villages of a fleet.
const FLEET_FILE: &str = "fleet.yaml";

describe! {
    /// The fields of `fleet.yaml`.
    pub struct FleetFields {
        required villages / dorpen: Many<Line>,
            "De mappen van de dorpen, gezien vanaf dit bestand." | "The folders of the villages, relative to this file.";
        optional output / uitvoer: Line,
            "De map waarin de sites komen, elk in een map met de naam van het dorp; anders public in elke dorpsmap."
            | "The folder for the sites, each in a subfolder named after its village; by default public in every village folder.";
    }
}

/// A village of a fleet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VillageFolder {
    /// Its name in reports: the path of its folder, relative to the fleet.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// The basics in its `site.yaml`, such as whether it is a portal, which may show villages of this fleet.
    pub head: SiteHead,
    /// Why it cannot be built.
    pub trouble: Option<Both>,
}

impl VillageFolder {
    fn new(name: String, folder: PathBuf, trouble: Option<Both>) -> Self {
        Self { name, folder, head: SiteHead::default(), trouble }
    }
}

/// Which villages of a fleet are selected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// All of it.
    #[default]
    All,
    /// The villages, without the portals.
    Villages,
    /// The portals, whose villages were built earlier.
    Portals,
}

/// The villages of a fleet, in the order of their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fleet {
    /// The folder that contains it.
    pub folder: PathBuf,
    /// The file that lists the villages, if there is one.
    pub list: Option<PathBuf>,
    /// The villages.
    pub villages: Vec<VillageFolder>,
    /// The folder for the sites, if one was given.
    pub output: Option<PathBuf>,
    /// Messages to show before it is built.
    pub warnings: Vec<Both>,
}

/// Why no fleet was found.
#[derive(Debug)]
pub enum FleetError {
    /// The message to show.
    Message(Both),
    /// The mistakes in `fleet.yaml`.
    Invalid(Vec<Diagnostic>),
}

/// Finds the villages below a folder, or those that a `fleet.yaml` lists.
///
/// # Errors
/// When there are none.
pub fn find(place: &Path) -> Result<Fleet, FleetError> {
    let fleet_file = if is_folder(place) { place.join(FLEET_FILE) } else { place.to_owned() };
    let mut fleet =
        if stamp(&fleet_file).is_some() { read_fleet_file(&fleet_file)? } else { villages_below(place)? };
    if fleet.villages.is_empty() {
        let is_village = stamp(&place.join(SITE_FILE)).is_some();
        let why = if is_village { messages::one_village(place) } else { messages::no_villages(place) };
        return Err(FleetError::Message(why));
    }
    let is_valid = |village: &VillageFolder| village.trouble.is_none();
    let heads = in_parallel_on_own_threads(&fleet.villages, |village| {
        is_valid(village).then(|| site_head(&village.folder))
    });
    for (village, head) in fleet.villages.iter_mut().zip(heads) {
        village.head = head.unwrap_or_default();
    }
    Ok(fleet)
}

/// Finds the villages among the direct subfolders of a folder.
fn villages_below(root: &Path) -> Result<Fleet, FleetError> {
    let found = list_folder(root, |_| false).map_err(|_| FleetError::Message(messages::no_place(root)))?;
    let names = || found.iter().map(|(path, _)| path.to_string_lossy());
    if let Some(list) = names().find(|name| is_like_a_list(name) && names_villages(&root.join(&**name))) {
        return Err(FleetError::Message(list_messages::misnamed_list(root, &list)));
    }
    let mut fleet = Fleet { folder: root.to_owned(), ..Fleet::default() };
    for (relative, what) in found {
        let (folder, name) = (root.join(&relative), relative.to_string_lossy().into_owned());
        if name.starts_with('.') {
            continue;
        }
        if stamp(&folder.join(SITE_FILE)).is_some() {
            fleet.villages.push(VillageFolder::new(name, folder, None));
        } else if what == Found::Unusable(Trouble::LinkBroken) && !name.contains('.') {
            // The disk that it leads to may only be gone for a while: its site is not to be cleared away.
            let why = messages::link_to_nothing(&name);
            fleet.villages.push(VillageFolder::new(name, folder, Some(why)));
        } else if what == Found::Folder {
            let trouble = trouble_without_settings(&name, &folder);
            fleet.villages.extend(trouble.map(|why| VillageFolder::new(name, folder, Some(why))));
        }
    }
    Ok(fleet)
}

/// Whether a file seems to be meant as the list of villages but has the wrong name.
fn is_like_a_list(name: &str) -> bool {
    let lower = name.to_lowercase();
    let stem = lower.strip_suffix(".txt").unwrap_or(&lower);
    let stem = stem.strip_suffix(".yaml").or_else(|| stem.strip_suffix(".yml"));
    stem.is_some_and(|stem| matches!(stem, "fleet" | "vloot" | "dorpen" | "villages")) && name != FLEET_FILE
}

/// Whether a file lists villages.
pub(super) fn names_villages(file: &Path) -> bool {
    let text = bytes_of(file, LONGEST).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let is_key = |line: &str| ["dorpen:", "villages:"].iter().any(|key| line.trim_start().starts_with(key));
    text.is_ok_and(|text| text.lines().any(is_key))
}

/// Returns what is wrong with a folder that has no `site.yaml` but may be a village; `None` if it is none.
fn trouble_without_settings(name: &str, folder: &Path) -> Option<Both> {
    let Ok(inside) = list_folder(folder, |_| false) else { return Some(messages::no_look(name)) };
    let names: Vec<_> = inside.iter().map(|(path, _)| path.to_string_lossy()).collect();
    // It holds a generated site, whose sources are elsewhere.
    if names.iter().any(|name| name == MANIFEST) {
        return None;
    }
    let is_like = |file: &str| {
        matches!(
            file.to_lowercase().as_str(),
            "site.yaml" | "site.yml" | "site.yaml.txt" | "site.yml.txt" | "site.txt"
        )
    };
    if let Some(like) = names.iter().find(|file| is_like(file)) {
        return Some(messages::misnamed(name, like));
    }
    // One folder of texts may be anything; a village has more of them, or a site that was built from it.
    let entries = layout().entries;
    let texts = names.iter().filter(|file| entries.contains(&&***file)).count();
    let was_a_village = texts > 1 || stamp(&folder.join(OUTPUT_FOLDER).join(MANIFEST)).is_some();
    was_a_village.then(|| messages::settings_gone(name))
}

/// Reads the fleet that a `fleet.yaml` describes.
pub(super) fn read_fleet_file(file: &Path) -> Result<Fleet, FleetError> {
    let root = file.parent().unwrap_or(Path::new(""));
    let unreadable = || FleetError::Message(messages::no_place(file));
    let bytes = bytes_of(file, LONGEST).map_err(|_| unreadable())?;
    let name = file.file_name().map_or_else(|| FLEET_FILE.into(), std::ffi::OsStr::to_string_lossy);
    if !name.ends_with(".yaml") && !name.ends_with(".yml") {
        return Err(FleetError::Message(list_messages::no_fleet_file(file)));
    }
    if name == SITE_FILE {
        let folder = if root.as_os_str().is_empty() { Path::new(".") } else { root };
        return Err(FleetError::Message(messages::one_village(folder)));
    }
    let path = SitePath::new(&name).ok_or_else(unreadable)?;
    let text = text_of(path, &bytes).map_err(|remark| FleetError::Invalid(vec![*remark]))?;
    if let Some(bare) = text.remarks.iter().find(|remark| remark.code == Code::EntryWithoutKeys) {
        return Err(FleetError::Invalid(vec![list_messages::bare_list(bare.place.clone())]));
    }
    let utc = TimeZone::UTC;
    let mut reader = FieldReader::new(&text, &utc);
    text.remarks.iter().for_each(|remark| reader.report(remark.clone()));
    let Some(raw) = text.entries.first() else { return Err(FleetError::Invalid(reader.into_remarks())) };
    let given = FieldSet::new(&[FleetFields::FIELDS]).sort(&raw.fields, raw.span, raw.damaged, &mut reader);
    let fields = FleetFields::read(&given, &mut reader);
    let villages = listed_villages(root, &fields, &mut reader);
    let mut remarks = reader.into_remarks();
    // A remark after the name of a village is allowed in this list.
    remarks.retain(|remark| remark.code != Code::NoteBehindWords);
    if remarks.iter().any(|remark| remark.severity == Severity::Error) {
        return Err(FleetError::Invalid(remarks));
    }
    if villages.is_empty() {
        return Err(FleetError::Message(list_messages::empty_list(file)));
    }
    if let Some(address) = fields.output.as_ref().filter(|output| WebAddress::new(output.as_str()).is_some())
    {
        return Err(FleetError::Message(messages::no_address(Path::new(address.as_str()))));
    }
    let output = fields.output.map(|output| typed_place(root, output.as_str()));
    let warnings = remarks.iter().map(list_messages::list_warning).collect();
    Ok(Fleet { folder: root.to_owned(), list: Some(file.to_owned()), villages, output, warnings })
}

/// Returns the villages that a list names, in the order of their names.
fn listed_villages(root: &Path, fields: &FleetFields, reader: &mut FieldReader<'_>) -> Vec<VillageFolder> {
    let mut villages: Vec<VillageFolder> = Vec::new();
    let mut taken = TakenPlaces::default();
    for line in fields.villages.iter().flat_map(|list| list.iter()) {
        let folder = typed_place(root, line.as_str());
        let no_village = || {
            list_messages::no_village(
                line.as_str(),
                &suggested_villages(root, line.as_str()),
                &reader.place(line.span),
            )
        };
        let trouble = match stamp(&folder.join(SITE_FILE)) {
            Some(_) => None,
            None => Some(
                trouble_without_settings(line.as_str(), &folder)
                    .filter(|_| is_folder(&folder))
                    .unwrap_or_else(no_village),
            ),
        };
        let village = VillageFolder::new(village_name(line.as_str(), &folder), folder, trouble);
        // Two sites may not share a folder, and neither may be inside the other.
        let place = as_place(&village.name);
        let known = taken.holder(&place).and_then(|at: &usize| villages.get(*at));
        match known {
            Some(known) if real_path(&known.folder) == real_path(&village.folder) => {}
            // In their own folders, two sites of one name are not in each other's way.
            Some(known) if as_place(&known.name) == place && fields.output.is_none() => {
                villages.push(village)
            }
            Some(known) if as_place(&known.name) == place => {
                reader.report(list_messages::same_name(reader.place(line.span), &village.name));
            }
            Some(known) => {
                let mut names = [&*known.name, &*village.name];
                names.sort_unstable();
                reader.report(list_messages::inside(reader.place(line.span), names));
            }
            None => {
                taken.take(place, villages.len());
                villages.push(village);
            }
        }
    }
    villages.sort_by(|one, other| one.name.cmp(&other.name));
    villages
}

/// Returns the villages that an unknown name may mean: several on one line, or the most similar name.
fn suggested_villages(root: &Path, typed: &str) -> Vec<String> {
    let is_village = |name: &str| stamp(&typed_place(root, name).join(SITE_FILE)).is_some();
    let parts = |by: fn(char) -> bool| -> Vec<String> {
        typed.split(by).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    };
    if let Some(folder) = typed.strip_suffix(SITE_FILE).map(|folder| folder.trim_end_matches(['/', '\\']))
        && !folder.is_empty()
        && is_village(folder)
    {
        return vec![folder.to_owned()];
    }
    let several = [parts(|letter| matches!(letter, ',' | ';')), parts(|letter| letter == ' ')];
    if let Some(several) =
        several.into_iter().find(|all| all.len() > 1 && all.iter().all(|one| is_village(one)))
    {
        return several;
    }
    let found = list_folder(root, |_| false).unwrap_or_default();
    let names: Vec<_> = found.iter().map(|(path, _)| path.to_string_lossy()).collect();
    let villages = names.iter().map(|name| &**name).filter(|name| is_village(name));
    closest(typed, villages).map(str::to_owned).into_iter().collect()
}

/// Returns the path of a village below the fleet. For a village elsewhere it is only the folder name, so that
/// no site is put outside the folder for sites.
fn village_name(typed: &str, folder: &Path) -> String {
    let is_below = Path::new(typed).is_relative() && !typed.split(['/', '\\']).any(|part| part == "..");
    let path_below = SitePath::new(typed).filter(|_| is_below).map(|path| path.as_str().to_owned());
    path_below
        .unwrap_or_else(|| real_path(folder).file_name().unwrap_or_default().to_string_lossy().into_owned())
}

/// Returns the number of the shard that a village is in, counted from 1.
fn shard_number(name: &str, count: usize) -> usize {
    let print = fingerprint(name.as_bytes()).to_string();
    let number = u64::from_str_radix(print.get(..15).unwrap_or_default(), 16).unwrap_or_default();
    usize::try_from(number % (count.max(1) as u64)).unwrap_or_default() + 1
}

impl Fleet {
    /// Keeps only the selected villages.
    #[must_use]
    pub fn only(mut self, which: Which) -> Self {
        self.villages.retain(|village| match which {
            Which::All => true,
            Which::Villages => !village.head.is_portal,
            Which::Portals => village.head.is_portal,
        });
        self
    }

    /// Keeps the part of the fleet for one of several machines, both counted from 1. It depends on the
    /// village names alone, so a machine finds its cached data again, whichever villages join or leave.
    #[must_use]
    pub fn shard(mut self, number: usize, of: usize) -> Self {
        self.villages.retain(|village| shard_number(&village.name, of) == number);
        self
    }
}
