//! What a source gave before and does not give now: nobody loses a village because a disk was away for a night.

use std::collections::{BTreeMap, BTreeSet};

use super::gather_messages as messages;
use super::sources::{Place, Wanted};
use crate::ground::{Both, Date, days_later};
use crate::read::{GatheredDocument, GatheredSource};

/// For how many days a document stays of which its folder has nothing any more.
const DAYS: i64 = 30;

/// The documents that stay of a source as it was, beside those that are wanted of it now.
///
/// Who takes a line out of `site.yaml` or out of a list says so, and that counts at once. A file that is not there says
/// nothing: its disk may be away, or somebody may have thrown it out. So what a source gave stays as long as the source
/// fails; and of a folder that still has others, what is missing stays for some weeks, is told all the while, and goes.
pub(super) fn kept(
    before: &GatheredSource,
    wanted: Result<&[Wanted], &Both>,
    today: Date,
) -> Vec<GatheredDocument> {
    let had = before.documents.iter().filter(|document| document.copy.is_some());
    // Why the source fails is told once, of the source. Its weeks begin when it works again.
    let waits = |document: &GatheredDocument| GatheredDocument {
        trouble: None,
        gone: Some(today),
        ..document.clone()
    };
    let Ok(wanted) = wanted else { return had.map(waits).collect() };
    let given: BTreeSet<&str> = wanted.iter().map(|one| &*one.from).collect();
    let folders = folders(&before.typed, wanted);
    let missing = had.filter(|document| !given.contains(&*document.from));
    let stays = missing.filter_map(|document| {
        let fails = *above(&document.from).find_map(|folder| folders.get(folder))?;
        if fails {
            return Some(waits(document));
        }
        let since = document.gone.map_or(today, |gone| gone.min(today));
        let goes = days_later(since, DAYS);
        let trouble = Some(messages::gone(&document.from, goes));
        (today < goes).then(|| GatheredDocument { trouble, gone: Some(since), ..document.clone() })
    });
    stays.collect()
}

/// The folders that are still asked for, and whether they give nothing at all.
fn folders<'w>(typed: &'w str, wanted: &'w [Wanted]) -> BTreeMap<&'w str, bool> {
    let named = wanted.iter().filter_map(|one| match &one.place {
        Place::Within(folder, _) => Some((folder.trim_end_matches('/'), false)),
        Place::Nowhere(_) => Some((one.from.trim_end_matches('/'), true)),
        Place::Web(_) | Place::File(_) => None,
    });
    named.chain([(typed.trim_end_matches('/'), false)]).collect()
}

/// The folders above a file, the outermost first.
fn above(from: &str) -> impl Iterator<Item = &str> {
    from.match_indices('/').filter_map(|(at, _)| from.get(..at))
}
