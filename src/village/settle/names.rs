//! Looks up the entries that a word may mean: by slug, name and file.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::field::KindInfo;
use crate::ground::fold;
use crate::read::copied_from;
use crate::village::entry::Village;
use crate::village::followed::EntryId;
use crate::village::kinds::Kind;

/// The entries that a word may mean. The words of a kind are collected the first time one is looked up.
pub(super) struct Names<'v> {
    village: &'v Village,
    by_kind: Vec<OnceLock<ByWord<'v>>>,
}

type ByWord<'v> = HashMap<&'v str, Vec<EntryId>>;

impl<'v> Names<'v> {
    pub(super) fn of(village: &'v Village) -> Self {
        Self { village, by_kind: Kind::ALL.iter().map(|_| OnceLock::new()).collect() }
    }

    /// Returns the entries of a kind, by the words that may mean them.
    fn words_of_kind(&self, kind: Kind) -> Option<&ByWord<'v>> {
        let names = self.by_kind.get(kind as usize)?;
        Some(names.get_or_init(|| {
            let mut by_word = ByWord::new();
            // A file that is named like a copy is never meant by the words of its original.
            let (copies, others): (Vec<_>, Vec<_>) =
                self.village.of_kind(kind).iter().partition(|entry| copied_from(entry.path.stem()).is_some());
            for entry in others.into_iter().chain(copies) {
                let original = copied_from(entry.path.stem());
                let is_original = |id: &EntryId| {
                    let path = &self.village.entry(*id).path;
                    Some(path.stem()) == original && path.parent() == entry.path.parent()
                };
                for word in &entry.draft.words {
                    let meant = by_word.entry(word.as_str()).or_default();
                    if meant.last() != Some(&entry.id) && !meant.iter().any(is_original) {
                        meant.push(entry.id);
                    }
                }
            }
            by_word
        }))
    }

    /// Returns the entries that a word may mean; it may also be a path to their file. `dorpshuis/kerk` is
    /// not: those are two names.
    pub(super) fn meant(&self, kind: &KindInfo, typed: &str, folded: &str) -> &[EntryId] {
        let Some(by_word) = kind_of(kind).and_then(|kind| self.words_of_kind(kind)) else { return &[] };
        if let Some(direct) = by_word.get(folded) {
            // A slug belongs to only one entry, whatever the others are called.
            let exact = direct.iter().find(|id| self.village.entry(**id).slug == typed.trim());
            return exact.filter(|_| direct.len() > 1).map_or(direct, std::slice::from_ref);
        }
        let (folder, name) = typed.trim_end_matches('/').rsplit_once(['/', '\\']).unwrap_or(("", typed));
        let name = name.trim_end_matches('/');
        let name =
            [".md", ".yaml", ".yml"].iter().find_map(|ending| name.strip_suffix(ending)).unwrap_or(name);
        let folder =
            folder.trim_start_matches(['/', '\\', '.']).split(['/', '\\']).next().unwrap_or_default();
        let own_folders = [kind.folder.nl, kind.folder.en];
        if !folder.is_empty() && !own_folders.iter().any(|own| folder.eq_ignore_ascii_case(own)) {
            return &[];
        }
        by_word.get(fold(name).as_str()).map_or(&[], Vec::as_slice)
    }
}

fn kind_of(info: &KindInfo) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|kind| kind.info().id == info.id)
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Kinds(u32);

impl Kinds {
    pub(super) fn add(&mut self, kind: Kind) {
        self.0 |= 1 << kind as u32;
    }

    pub(super) fn add_info(&mut self, info: &KindInfo) {
        if let Some(kind) = kind_of(info) {
            self.add(kind);
        }
    }

    /// Whether any kind is in both sets.
    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}
