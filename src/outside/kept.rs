//! What a source gave before and does not give now: nobody loses a village because a disk was away for a night.

use std::collections::{BTreeMap, BTreeSet};

use super::gather_messages as messages;
use super::sources::{Origin, Wanted};
use crate::ground::{Both, Date, Place, days_later};
use crate::read::{GatheredDocument, GatheredSource};

/// For how many days a document stays of which its folder has nothing any more.
const DAYS: i64 = 30;

/// The documents that stay of a source as it was, beside those that are wanted of it now.
///
/// Who takes a line out of `site.yaml` or out of a list says so, and that counts at once. A file that is not there says
/// nothing: its disk may be away, or somebody may have thrown it out. So what a source gave stays as long as the source
/// fails; and of a folder that still has others, what is missing stays for some weeks, is told all the while, and goes.
pub(super) fn documents_that_stay(
    before: &GatheredSource,
    wanted: Result<&[Wanted], &Both>,
    today: Date,
) -> Vec<GatheredDocument> {
    let had = before.documents.iter().filter(|document| document.copy.is_some());
    // Why the source fails is told once, of the source. Its weeks begin when it works again.
    let waiting = |document: &GatheredDocument, line: Option<&Place>| GatheredDocument {
        trouble: None,
        gone: Some(today),
        line: line.cloned(),
        ..document.clone()
    };
    let Ok(wanted) = wanted else { return had.map(|document| waiting(document, None)).collect() };
    let given: BTreeSet<&str> = wanted.iter().map(|one| &*one.from).collect();
    let folders = folders_asked_for(&before.typed, wanted);
    let missing = had.filter(|document| !given.contains(&*document.from));
    let stays = missing.filter_map(|document| {
        let (fails, line) = *folders_above(&document.from).find_map(|folder| folders.get(folder))?;
        if fails {
            return Some(waiting(document, line));
        }
        let since = document.gone.map_or(today, |gone| gone.min(today));
        let goes = days_later(since, DAYS);
        let trouble = Some(messages::gone(&document.from, goes));
        let (gone, line) = (Some(since), line.cloned());
        (today < goes).then(|| GatheredDocument { trouble, gone, line, ..document.clone() })
    });
    stays.collect()
}

/// Whether a folder gives nothing at all, and the line of a list that names it.
type NamedFolder<'w> = (bool, Option<&'w Place>);

/// The folders that are still asked for.
fn folders_asked_for<'w>(typed: &'w str, wanted: &'w [Wanted]) -> BTreeMap<&'w str, NamedFolder<'w>> {
    let named = wanted.iter().filter_map(|one| match &one.origin {
        Origin::Within(folder, _) => Some((folder.trim_end_matches('/'), (false, one.line.as_ref()))),
        Origin::Nowhere(_) => Some((one.from.trim_end_matches('/'), (true, one.line.as_ref()))),
        Origin::Web(_) | Origin::File(_) => None,
    });
    let typed = typed.trim_end_matches('/');
    // A list that names a folder is no folder itself.
    let mut folders: BTreeMap<&str, NamedFolder<'_>> = BTreeMap::from([(typed, (false, None))]);
    folders.extend(named.filter(|(folder, _)| *folder != typed));
    folders
}

/// The folders above a file, the outermost first.
fn folders_above(from: &str) -> impl Iterator<Item = &str> {
    from.match_indices('/').filter_map(|(at, _)| from.get(..at))
}
