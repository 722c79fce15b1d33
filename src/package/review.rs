//! Checks whether the themes beside a site are as they were added, file by file, and match the pin of the
//! site.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::head::LIST_FILE;
use super::lock::{Lock, LockedTheme, read_lock};
use super::reconstructed::reconstructed;
use super::unpack::{changed_files, has_checksum};
use crate::ground::{Both, Checksum, Code, Diagnostic, Place, Severity, SitePath, Version, both};
use crate::read::{LOCK_FILE, Source, themes_by_folder};
use crate::theme::{Layer, VILLAGE_LAYER};

/// What a site says about its theme, each with its place.
#[derive(Clone, Debug, Default)]
pub struct Pinned {
    /// The name of the theme.
    pub name: String,
    /// Its version.
    pub version: Option<(String, Place)>,
    /// The checksum of its package.
    pub hash: Option<(String, Place)>,
}

/// Returns the diagnostics about the themes beside a site.
pub fn review(source: &Source, pinned: Option<&Pinned>) -> Vec<Diagnostic> {
    let Some(file) = &source.lock else { return review_without_lock(source, pinned) };
    let Some(lock) = read_lock(&file.bytes) else { return vec![lock_unreadable()] };
    let present = themes_by_folder(&source.packages);
    let mut remarks = Vec::new();
    for ((top, name), files) in &present {
        let folder = format!("{top}/{name}");
        match lock.themes.get(*name) {
            None => remarks.push(not_added(&folder)),
            Some(added) => remarks.extend(changes_in_folder(&folder, files, added)),
        }
    }
    let names: BTreeSet<&str> = present.keys().map(|(_, name)| *name).collect();
    let gone = lock.themes.keys().filter(|name| !names.contains(name.as_str()));
    remarks.extend(gone.map(|name| missing_from_disk(name)));
    remarks.extend(pinned.and_then(|pinned| pin_differs(pinned, &lock)));
    remarks
}

/// Returns the diagnostics about the theme that a site pins, when there is no lock. In a site that pins none,
/// the themes were put in place by their own makers.
fn review_without_lock(source: &Source, pinned: Option<&Pinned>) -> Vec<Diagnostic> {
    let Some((pinned, (typed, place))) = pinned.and_then(|pinned| Some((pinned, pinned.hash.as_ref()?)))
    else {
        return Vec::new();
    };
    let present = themes_by_folder(&source.packages);
    // A theme that is missing altogether is reported where it is looked up.
    let Some(((top, name), files)) = present.iter().find(|((_, name), _)| *name == pinned.name) else {
        return Vec::new();
    };
    let folder = format!("{top}/{name}");
    let Some(added) = Checksum::from_hex(typed).and_then(|pin| reconstructed(name, pin, files)) else {
        return vec![no_longer_verifiable(place.clone(), &folder)];
    };
    // There may also be files that did not come with it.
    let mut remarks = vec![lock_missing(&folder)];
    remarks.extend(changes_in_folder(&folder, files, &added));
    remarks
}

/// Reports how the folder of a theme differs from when it was added.
fn changes_in_folder(folder: &str, files: &BTreeMap<&str, &[u8]>, added: &LockedTheme) -> Vec<Diagnostic> {
    let there = files.iter().map(|(path, bytes)| (*path, *bytes));
    match changed_files(there, added.list) {
        Some(changed) => {
            // An update restores missing files, but leaves everything alone when a file was changed.
            let is_put_back = changed.iter().all(|path| !files.contains_key(path.as_str()));
            let remarks = changed.iter().map(|path| {
                let shown = format!("{folder}/{path}");
                if files.contains_key(path.as_str()) {
                    changed_by_hand(&shown)
                } else {
                    removed_by_hand(&shown, is_put_back)
                }
            });
            remarks.collect()
        }
        None => vec![list_changed(&format!("{folder}/{LIST_FILE}"))],
    }
}

/// Reports that `site.yaml` says something other than what was added.
fn pin_differs(pinned: &Pinned, lock: &Lock) -> Option<Diagnostic> {
    let added = lock.themes.get(&pinned.name)?;
    let (version, hash) = (added.version.to_string(), added.hash.to_string());
    let other_version =
        pinned.version.as_ref().filter(|(typed, _)| Version::parse(typed) != Some(added.version));
    let other_hash = pinned.hash.as_ref().filter(|(typed, _)| *typed != hash);
    let ((typed, place), here) =
        other_version.map(|it| (it, &version)).or_else(|| other_hash.map(|it| (it, &hash)))?;
    let message = both(
        format!("hier staat '{typed}', maar in {LOCK_FILE} staat '{here}'"),
        format!("this says '{typed}', but {LOCK_FILE} says '{here}'"),
    );
    let remark = Diagnostic::new(Code::ThemePinDiffers, place.clone(), message).hint(both(
        "deze regel schrijft Dorpsplein zelf; een andere versie haal je met: dorpsplein thema werk-bij, of: thema terug",
        "Dorpsplein writes this line itself; to get another version, use: dorpsplein theme update, or: theme rollback",
    ));
    Some(remark.correction_with(Some(here.as_str())))
}

/// Reports the files of the village that were copied from a theme's file that has changed since. `layers` are
/// all layers, the lowest first.
pub fn stale_files(source: &Source, layers: &[Arc<Layer>]) -> Vec<Diagnostic> {
    let lock = source.lock.as_ref().and_then(|file| read_lock(&file.bytes)).unwrap_or_default();
    let Some(own) = layers.last().filter(|layer| layer.name == VILLAGE_LAYER) else { return Vec::new() };
    let stale = lock.adopted.iter().filter_map(|(path, adopted)| {
        let path = SitePath::new(path).filter(|path| own.files.contains_key(path))?;
        let shown = own.shown(&path);
        // A file of another theme does not count as the same file.
        let Some(layer) = layers.iter().find(|layer| layer.name == adopted.layer) else {
            // When an added theme's folder is gone, that is reported instead.
            let is_gone = lock.themes.contains_key(&adopted.layer);
            return (!is_gone).then(|| from_another_theme(shown.as_str(), &adopted.layer));
        };
        let now = layer.files.get(&path)?;
        (!has_checksum(now, adopted.hash)).then(|| stale_file(shown.as_str(), &layer.name))
    });
    stale.collect()
}

/// Reports that the original of a file has changed since.
fn stale_file(file: &str, theme: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ThemeFileStale,
        Place::of_file(file),
        both(
            format!("waar '{file}' van is overgenomen, is in het thema '{theme}' intussen veranderd"),
            format!("the original of '{file}' in the theme '{theme}' has changed since it was copied"),
        ),
    )
    .hint(both(
        "wat er veranderde, toont: dorpsplein thema verschil",
        "to see what changed, use: dorpsplein theme diff",
    ))
}

fn from_another_theme(file: &str, theme: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ThemeFileStale,
        Place::of_file(file),
        both(
            format!("'{file}' is overgenomen van het thema '{theme}', dat deze site niet meer heeft"),
            format!("'{file}' was copied from the theme '{theme}', which this site no longer has"),
        ),
    )
    .hint(both(
        format!(
            "kijk of het nog past; zo ja, zeg dan: dorpsplein thema neem-over {file}; zo nee, haal het weg"
        ),
        format!("check whether it still fits; if so, run: dorpsplein theme adopt {file}; if not, delete it"),
    ))
}

fn lock_unreadable() -> Diagnostic {
    Diagnostic::new(
        Code::ThemeLockUnreadable,
        Place::of_file(LOCK_FILE),
        both(
            format!(
                "'{LOCK_FILE}' is niet te lezen; of de thema's zijn zoals ze kwamen, is nu niet nagekeken"
            ),
            format!(
                "'{LOCK_FILE}' cannot be read, so it was not checked whether the themes are as they were added"
            ),
        ),
    )
    .hint(both(
        "zet een vorige versie van dit bestand terug; of haal het weg met de map van het thema, en voeg het thema opnieuw toe",
        "restore an earlier version of this file; or delete it together with the folder of the theme, and add the theme again",
    ))
}

fn not_added(folder: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ThemeNotAdded,
        Place::of_file(folder),
        both(
            format!(
                "het thema in '{folder}' is niet toegevoegd met Dorpsplein, en wordt dus niet bijgewerkt"
            ),
            format!("the theme in '{folder}' was not added with Dorpsplein, so it is not updated"),
        ),
    )
    .hint(both(
        "voeg het toe met: dorpsplein thema voeg-toe, of haal de map weg",
        "add it with: dorpsplein theme add, or delete the folder",
    ))
}

fn missing_from_disk(name: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ThemeNotAdded,
        Place::of_file(LOCK_FILE),
        both(
            format!("het thema '{name}' is toegevoegd, maar de map ervan is weg"),
            format!("the theme '{name}' was added, but its folder is gone"),
        ),
    )
    .hint(both(
        format!(
            "zet de map terug met: dorpsplein thema werk-bij; of haal het thema helemaal weg met: dorpsplein thema verwijder {name}"
        ),
        format!(
            "restore the folder with: dorpsplein theme update; or remove the theme altogether with: dorpsplein theme remove {name}"
        ),
    ))
}

fn list_changed(file: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ThemeChangedByHand,
        Place::of_file(file),
        both(
            format!("'{file}' ontbreekt, of is niet zoals het met het thema meekwam"),
            format!("'{file}' is missing, or differs from what came with the theme"),
        ),
    )
    .hint(both("zet het terug met: dorpsplein thema werk-bij", "restore it with: dorpsplein theme update"))
}

fn removed_by_hand(file: &str, is_put_back: bool) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::ThemeChangedByHand,
        Place::of_file(file),
        both(
            format!("'{file}' kwam met het thema mee en is weg"),
            format!("'{file}' came with the theme and is missing"),
        ),
    );
    remark.hint(match is_put_back {
        true => both("zet het terug met: dorpsplein thema werk-bij", "restore it with: dorpsplein theme update"),
        false => both(
            "zet eerst terug wat met de hand is veranderd; daarna komt ook dit terug met: dorpsplein thema werk-bij",
            "first restore what was changed by hand; then this is restored too, with: dorpsplein theme update",
        ),
    })
}

fn changed_by_hand(file: &str) -> Diagnostic {
    Diagnostic::new(
        Code::ThemeChangedByHand,
        Place::of_file(file),
        both(
            format!("'{file}' is niet zoals het met het thema meekwam"),
            format!("'{file}' differs from what came with the theme"),
        ),
    )
    .hint(both(
        "zo kan het thema niet worden bijgewerkt; zet wat je anders wilt in je eigen map, met: dorpsplein thema neem-over",
        "this way the theme cannot be updated; copy what you want to change to your own folder, with: dorpsplein theme adopt",
    ))
}

fn what_to_do() -> Both {
    both(
        format!(
            "heb je '{LOCK_FILE}' nog, bijvoorbeeld in git, zet het dan terug; anders maakt Dorpsplein een nieuw met: dorpsplein thema werk-bij"
        ),
        format!(
            "if you still have '{LOCK_FILE}', for example in git, restore it; otherwise Dorpsplein writes a new one with: dorpsplein theme update"
        ),
    )
}

/// Reports that only the lock is missing, and the theme is as it was added.
fn lock_missing(folder: &str) -> Diagnostic {
    let remark = Diagnostic::new(
        Code::ThemeLockGone,
        Place::of_file(LOCK_FILE),
        both(
            format!(
                "'{LOCK_FILE}' is weg; het thema in '{folder}' is nog precies wat het controlegetal in site.yaml zegt, en wordt gewoon gebruikt"
            ),
            format!(
                "'{LOCK_FILE}' is gone; the theme in '{folder}' still matches the hash in site.yaml exactly, and is used as before"
            ),
        ),
    );
    Diagnostic { severity: Severity::Note, ..remark }.hint(what_to_do())
}

/// Reports that the lock is missing, and that the theme does not match the pin.
fn no_longer_verifiable(place: Place, folder: &str) -> Diagnostic {
    let Both { nl, en } = what_to_do();
    Diagnostic::new(
        Code::ThemeLockGone,
        place,
        both(
            format!("'{LOCK_FILE}' is weg, en het thema in '{folder}' is niet wat dit controlegetal zegt"),
            format!("'{LOCK_FILE}' is gone, and the theme in '{folder}' does not match this hash"),
        ),
    )
    .hint(both(
        format!("{nl}; lukt dat niet, haal '{folder}' dan weg en voeg het thema opnieuw toe: dorpsplein thema voeg-toe, met het adres van de maker"),
        format!("{en}; if that fails, delete '{folder}' and add the theme again: dorpsplein theme add, with the address of its maker"),
    ))
}
