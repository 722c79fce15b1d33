//! Keeps documents that a source no longer gives: no village disappears because a disk was unavailable for a
//! night.

use std::collections::{BTreeMap, BTreeSet};

use super::gather_messages as messages;
use super::sources::{Origin, Wanted};
use crate::ground::{Both, Date, Place, days_later};
use crate::read::{GatheredDocument, GatheredSource};

/// How many days a document stays after its folder no longer contains it.
const DAYS: i64 = 30;

/// Returns the earlier documents of a source that stay, beside those it gives now.
///
/// Removing a line from `site.yaml` or from a list is a clear decision, which counts at once. A missing file
/// is not: its disk may be unavailable, or it may have been deleted. So a source's documents stay as long as
/// the source fails; and when a folder still contains others, a missing one stays for some weeks, is reported
/// all that time, and is then dropped.
pub(super) fn kept_documents(
    before: &GatheredSource,
    wanted: Result<&[Wanted], &Both>,
    today: Date,
) -> Vec<GatheredDocument> {
    let had = before.documents.iter().filter(|document| document.copy.is_some());
    // The failure of a source is reported once, for the source. The weeks start when it works again.
    let waiting = |document: &GatheredDocument, line: Option<&Place>| GatheredDocument {
        trouble: None,
        gone: Some(today),
        line: line.cloned(),
        ..document.clone()
    };
    let Ok(wanted) = wanted else { return had.map(|document| waiting(document, None)).collect() };
    let given: BTreeSet<&str> = wanted.iter().map(|document| &*document.from).collect();
    let folders = requested_folders(&before.typed, wanted);
    let missing = had.filter(|document| !given.contains(&*document.from));
    let kept = missing.filter_map(|document| {
        let (is_failing, line) = *folders_above(&document.from).find_map(|folder| folders.get(folder))?;
        if is_failing {
            return Some(waiting(document, line));
        }
        let since = document.gone.map_or(today, |gone| gone.min(today));
        let expires = days_later(since, DAYS);
        let trouble = Some(messages::gone(&document.from, expires));
        let (gone, line) = (Some(since), line.cloned());
        (today < expires).then(|| GatheredDocument { trouble, gone, line, ..document.clone() })
    });
    kept.collect()
}

/// Whether a folder gives nothing at all, and the line of the list that refers to it.
type NamedFolder<'w> = (bool, Option<&'w Place>);

/// The folders that are still listed as sources.
fn requested_folders<'w>(typed: &'w str, wanted: &'w [Wanted]) -> BTreeMap<&'w str, NamedFolder<'w>> {
    let named = wanted.iter().filter_map(|document| match &document.origin {
        Origin::Within(folder, _) => Some((folder.trim_end_matches('/'), (false, document.line.as_ref()))),
        Origin::Invalid(_) => Some((document.from.trim_end_matches('/'), (true, document.line.as_ref()))),
        Origin::Web(_) | Origin::File(_) => None,
    });
    let typed = typed.trim_end_matches('/');
    // A list that refers to a folder is not a folder itself.
    let mut folders: BTreeMap<&str, NamedFolder<'_>> = BTreeMap::from([(typed, (false, None))]);
    folders.extend(named.filter(|(folder, _)| *folder != typed));
    folders
}

/// The folders above a file, the outermost first.
fn folders_above(from: &str) -> impl Iterator<Item = &str> {
    from.match_indices('/').filter_map(|(at, _)| from.get(..at))
}
