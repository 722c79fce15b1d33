//! Which addresses exist and how each is made. A plan is lazy: making one page is pure and needs only the
//! edition.

use std::collections::HashMap;
use std::path::PathBuf;

use super::edition::Edition;
use super::messages;
use crate::ground::{Address, Diagnostic, Place, Remarks, SitePath, in_parallel};
use crate::read::Source;
use crate::village::{Entry, EntryId, Village};

/// The bytes of a page, or why it cannot be made.
pub type Made = Result<Vec<u8>, Box<Diagnostic>>;

/// How one output is made.
pub enum Make {
    /// From the edition, when it is asked for.
    Page(Box<dyn Fn(&Edition) -> Made + Send + Sync>),
    /// A file of the village, as it is.
    Copy(PathBuf),
}

/// One address and how it is made.
pub struct Output {
    /// Where it stands on the site.
    pub address: Address,
    /// How it is made.
    pub make: Make,
}

/// Everything that a site consists of, in the order of the addresses.
#[derive(Default)]
pub struct Plan {
    /// The outputs.
    pub outputs: Vec<Output>,
}

impl Plan {
    /// Makes every page and returns why some cannot be made.
    pub fn failures(&self, edition: &Edition) -> Vec<Diagnostic> {
        failures_of(&self.outputs, edition)
    }

    /// The same, a few at a time for as long as `go_on` says so; nothing when it was broken off.
    pub fn failures_while(&self, edition: &Edition, go_on: impl Fn() -> bool) -> Option<Vec<Diagnostic>> {
        let mut failed = Vec::new();
        for some in self.outputs.chunks(AT_ONCE) {
            if !go_on() {
                return None;
            }
            failed.extend(failures_of(some, edition));
        }
        Some(failed)
    }

    /// The output at an address.
    pub fn find(&self, address: &Address) -> Option<&Output> {
        self.outputs.binary_search_by(|output| output.address.cmp(address)).ok().map(|at| &self.outputs[at])
    }
}

/// How many pages are made before somebody may say that it is enough.
const AT_ONCE: usize = 64;

fn failures_of(outputs: &[Output], edition: &Edition) -> Vec<Diagnostic> {
    let made = in_parallel(outputs, |output| match &output.make {
        Make::Page(make) => make(edition).err(),
        Make::Copy(_) => None,
    });
    made.into_iter().flatten().map(|diagnostic| *diagnostic).collect()
}

/// Whose an address is, for the message when two want it. The place is only looked up when they do.
#[derive(Clone)]
pub(super) enum Owner {
    /// The program itself.
    Program(String),
    /// Somebody who wrote it in a text.
    Entry(EntryId),
    /// Somebody who put a file there.
    File(SitePath),
}

/// Gathers outputs; two at one address are told. Letter case makes no difference: on many disks they would
/// be one file.
pub(super) struct Planner<'s> {
    source: &'s Source,
    village: &'s Village,
    outputs: Vec<(Output, Owner)>,
    /// The number of the output that has a path on the disk.
    taken: HashMap<String, usize>,
    clashes: Vec<Diagnostic>,
}

impl<'s> Planner<'s> {
    pub(super) fn new(source: &'s Source, village: &'s Village) -> Self {
        Self { source, village, outputs: Vec::new(), taken: HashMap::new(), clashes: Vec::new() }
    }

    /// Where it was written; a page of the theme was written nowhere.
    fn place(&self, owner: &Owner) -> Option<Place> {
        match owner {
            Owner::Program(_) => None,
            Owner::File(path) => Some(Place::whole(path.shared())),
            Owner::Entry(id) => {
                let entry = self.village.entry(*id);
                let at = self.source.texts.binary_search_by(|file| file.path.cmp(&entry.path)).ok()?;
                let span = entry.head.slug.as_ref().map_or(entry.span, |slug| slug.span);
                Some(self.source.texts[at].place(span))
            }
        }
    }

    /// What it is called.
    fn name(&self, owner: &Owner) -> String {
        match owner {
            Owner::Program(name) => name.clone(),
            Owner::File(path) => format!("'{path}'"),
            Owner::Entry(id) => format!("'{}'", self.village.entry(*id).name),
        }
    }

    /// Adds the page of an entry.
    pub(super) fn entry(&mut self, entry: &Entry, make: impl Fn(&Edition) -> Made + Send + Sync + 'static) {
        self.put(entry.address.clone(), Owner::Entry(entry.id), Make::Page(Box::new(make)));
    }

    /// Adds a page or file made from the edition, on behalf of the program itself.
    pub(super) fn add(
        &mut self,
        address: Address,
        name: &str,
        make: impl Fn(&Edition) -> Made + Send + Sync + 'static,
    ) {
        self.put(address, Owner::Program(name.to_owned()), Make::Page(Box::new(make)));
    }

    /// Adds what somebody wrote.
    pub(super) fn put(&mut self, address: Address, owner: Owner, make: Make) {
        let key = address.output_path().to_lowercase();
        let Some(first) = self.taken.get(&key).and_then(|number| self.outputs.get(*number)) else {
            self.taken.insert(key, self.outputs.len());
            self.outputs.push((Output { address, make }, owner));
            return;
        };
        // Blame the one that a person wrote; of two, the later.
        let (place, other) = match (self.place(&owner), self.place(&first.1)) {
            (Some(place), _) => (place, self.name(&first.1)),
            (None, Some(place)) => (place, self.name(&owner)),
            (None, None) => (Place::whole(address.as_str()), self.name(&first.1)),
        };
        self.clashes.push(messages::address_taken(place, &address, &other));
    }

    pub(super) fn addresses(&self) -> impl Iterator<Item = &Address> {
        self.outputs.iter().map(|(output, _)| &output.address)
    }

    pub(super) fn finish(self, remarks: &mut Remarks) -> Plan {
        remarks.extend(self.clashes);
        let mut outputs: Vec<Output> = self.outputs.into_iter().map(|(output, _)| output).collect();
        outputs.sort_by(|one, other| one.address.cmp(&other.address));
        Plan { outputs }
    }
}
