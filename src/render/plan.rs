//! Which addresses exist and how each is made. A plan is lazy: making one page is pure and needs only the
//! edition.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::edition::Edition;
use super::made_links::{PageLinkCheck, PageLinks};
use super::messages;
use crate::ground::{Address, Diagnostic, Place, Remarks, SitePath, exact, in_parallel, is_device_name};
use crate::pictures::PhotoVersion;
use crate::read::{Source, Span};
use crate::village::{Entry, EntryId, Village};

/// The bytes of a page, or why it cannot be made.
pub type Made = Result<Vec<u8>, Box<Diagnostic>>;

/// How one output is made.
pub enum Make {
    /// From the edition, when it is asked for.
    Page(Box<dyn Fn(&Edition) -> Made + Send + Sync>),
    /// A file of the village, as it is.
    Copy(PathBuf),
    /// A picture that was made of one.
    Picture(Box<PhotoVersion>),
}

/// One address and how it is made.
pub struct Output {
    /// Where it stands on the site.
    pub address: Address,
    /// How it is made.
    pub make: Make,
    /// Whether it takes much longer than a page does.
    pub takes_long: bool,
}

/// Everything that a site consists of, in the order of the addresses.
#[derive(Default)]
pub struct Plan {
    /// The outputs.
    pub outputs: Vec<Output>,
    pub(super) link_check: PageLinkCheck,
}

impl Plan {
    /// Makes every page and keeps nothing but its size, and what there is to say of it.
    pub fn trial(&self, edition: &Edition) -> Trial {
        self.trial_while(edition, || true).unwrap_or_default()
    }

    /// The same, a few at a time for as long as `go_on` says so; nothing when it was broken off.
    pub fn trial_while(&self, edition: &Edition, go_on: impl Fn() -> bool) -> Option<Trial> {
        let mut trial = Trial { is_whole: true, ..Trial::default() };
        let mut page_links = Vec::new();
        for batch in self.outputs.chunks(AT_ONCE) {
            if !go_on() {
                return None;
            }
            self.try_out(batch, edition, &mut trial, &mut page_links);
        }
        trial.remarks.extend(self.broken_links(page_links));
        Some(trial)
    }

    fn try_out(
        &self,
        outputs: &[Output],
        edition: &Edition,
        trial: &mut Trial,
        page_links: &mut Vec<PageLinks>,
    ) {
        let outcomes = in_parallel(outputs, |output| match &output.make {
            Make::Page(make) => {
                make(edition).map(|bytes| (bytes.len() as u64, self.links_of(output, &bytes)))
            }
            Make::Copy(_) => Ok((0, None)),
            Make::Picture(version) => Ok((version.bytes, None)),
        });
        for (output, outcome) in outputs.iter().zip(outcomes) {
            match outcome {
                Ok((bytes, links)) => {
                    trial.sizes.push((output.address.output_path(), bytes));
                    page_links.extend(links);
                }
                Err(diagnostic) => {
                    trial.is_whole = false;
                    trial.remarks.extend(diagnostic.each());
                }
            }
        }
    }

    /// Has the links of all pages followed; those that lead nowhere are told in these templates, by their names.
    pub fn follow_links(&mut self, templates: Vec<(String, String)>) {
        self.link_check.templates.extend(templates);
    }

    /// The links of a finished page, when they are to be followed.
    pub fn links_of(&self, output: &Output, bytes: &[u8]) -> Option<PageLinks> {
        self.link_check.links_of(&output.address, bytes)
    }

    /// What is wrong with the links of the pages that were looked at; all of them are needed.
    pub fn broken_links(&self, page_links: Vec<PageLinks>) -> Vec<Diagnostic> {
        if page_links.is_empty() {
            return Vec::new();
        }
        let addresses: Vec<&str> = self.outputs.iter().map(|output| output.address.as_str()).collect();
        self.link_check.broken_link_remarks(&addresses, page_links)
    }

    /// The output at an address.
    pub fn find(&self, address: &Address) -> Option<&Output> {
        self.outputs.binary_search_by(|output| output.address.cmp(address)).ok().map(|at| &self.outputs[at])
    }
}

/// How many pages are made before somebody may say that it is enough.
const AT_ONCE: usize = 64;

/// What came of making every output only to see how it goes.
#[derive(Debug, Default)]
pub struct Trial {
    /// Why pages cannot be made, and what is wrong with their links.
    pub remarks: Vec<Diagnostic>,
    /// Whether every page can be made.
    pub is_whole: bool,
    /// The path in the output and the size of every one that can; 0 for copies, of which the village knows the size.
    pub sizes: Vec<(String, u64)>,
}

/// Whose an address is, for the message when two want it. The place is only looked up when they do.
#[derive(Clone)]
pub(super) enum Owner {
    /// The program itself.
    Program(String),
    /// Somebody who wrote it in a text.
    Entry(EntryId),
    /// Somebody who wrote there that the entry had it before.
    Former(EntryId, Span),
    /// The program itself, for an entry.
    Beside(EntryId),
    /// Somebody who put a file there.
    File(SitePath),
}

/// No disk has longer names.
const LONGEST_PART: usize = 255;

/// Gathers outputs; two at one address are told. Letter case makes no difference: on many disks they would
/// be one file.
pub(super) struct Planner<'s> {
    source: &'s Source,
    village: &'s Village,
    added: Vec<Added>,
}

pub(super) struct Added {
    output: Output,
    owner: Owner,
    /// Where it stands on a disk that does not know letter case, when that differs from its address.
    folded: Option<String>,
    /// Whether it is a file that a page asks for, and stands where that page stands.
    is_of_page: bool,
}

impl Added {
    /// One that is made as quickly as a page, and that no page asks for.
    fn new(address: Address, owner: Owner, make: Make) -> Self {
        let folded = folded(&address);
        Self { output: Output { address, make, takes_long: false }, owner, folded, is_of_page: false }
    }

    /// One that takes much longer than a page does, or not.
    fn taking_long(mut self, takes_long: bool) -> Self {
        self.output.takes_long = takes_long;
        self
    }

    fn key(&self) -> &str {
        self.folded.as_deref().unwrap_or(self.output.address.as_str())
    }

    /// How the address is given up when it is another's.
    fn means(&self) -> messages::Means {
        match self.owner {
            Owner::File(_) => messages::Means::Rename,
            Owner::Former(..) => messages::Means::TakeAway,
            _ => messages::Means::Slug,
        }
    }
}

/// `/Kerk/index.html` is `/kerk/`; of most addresses there is nothing to fold.
fn folded(address: &Address) -> Option<String> {
    let address = address.as_str();
    let folder = address.strip_suffix("index.html").filter(|folder| folder.ends_with('/'));
    let has_case = !address.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    (has_case || folder.is_some()).then(|| folder.unwrap_or(address).to_lowercase())
}

impl<'s> Planner<'s> {
    pub(super) fn new(source: &'s Source, village: &'s Village) -> Self {
        Self { source, village, added: Vec::new() }
    }

    /// Everything that was added.
    pub(super) fn added(self) -> Vec<Added> {
        self.added
    }

    /// Adds everything that another one gathered.
    pub(super) fn join(&mut self, added: Vec<Added>) {
        self.added.extend(added);
    }

    /// Adds the pages of the same site in another language, below the folder of that language.
    pub(super) fn join_pages(&mut self, added: Vec<Added>, other: &Edition, number: usize) {
        for Added { output, owner, is_of_page, .. } in added {
            let Output { address, make, takes_long } = output;
            let goes = is_of_page || address.is_page();
            if let (true, Some(folder), Make::Page(make)) = (goes, other.folder(), make) {
                // A plan is only used with the edition that it was made from.
                let in_other = move |edition: &Edition| make(edition.others.get(number).unwrap_or(edition));
                let below = Added::new(address.below(folder), owner, Make::Page(Box::new(in_other)));
                self.added.push(below.taking_long(takes_long));
            }
        }
    }

    /// Where it was written; a page of the theme was written nowhere.
    fn owner_place(&self, owner: &Owner) -> Option<Place> {
        match owner {
            Owner::Program(_) | Owner::Beside(_) => None,
            Owner::File(path) => Some(Place::whole(path.shared())),
            Owner::Former(id, span) => Some(self.source.text(&self.village.entry(*id).path)?.place(*span)),
            Owner::Entry(id) => {
                let entry = self.village.entry(*id);
                let span = entry.head.slug.as_ref().map_or(entry.span, |slug| slug.span);
                Some(self.source.text(&entry.path)?.place(span))
            }
        }
    }

    /// What it is called.
    fn owner_name(&self, owner: &Owner) -> String {
        match owner {
            Owner::Program(name) => name.clone(),
            Owner::File(path) => format!("'{path}'"),
            Owner::Entry(id) | Owner::Former(id, _) => format!("'{}'", self.village.entry(*id).name),
            Owner::Beside(id) => self.village.entry(*id).name.clone(),
        }
    }

    /// Adds the page of an entry.
    pub(super) fn add_entry(
        &mut self,
        entry: &Entry,
        make: impl Fn(&Edition) -> Made + Send + Sync + 'static,
    ) {
        self.put(entry.address.clone(), Owner::Entry(entry.id), Make::Page(Box::new(make)));
    }

    /// Adds what goes with the page of an entry.
    pub(super) fn add_beside(
        &mut self,
        entry: &Entry,
        address: Address,
        make: impl Fn(&Edition) -> Made + Send + Sync + 'static,
    ) {
        self.put(address, Owner::Beside(entry.id), Make::Page(Box::new(make)));
    }

    /// Adds a file that a page asks for, and that stands where the page stands, in every language.
    pub(super) fn add_file_of_page(
        &mut self,
        address: Address,
        make: impl Fn(&Edition) -> Made + Send + Sync + 'static,
    ) {
        let owner = Owner::Program(address.to_string());
        let added = Added::new(address, owner, Make::Page(Box::new(make)));
        self.added.push(Added { is_of_page: true, ..added });
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

    /// The same, of what takes much longer than a page does.
    pub(super) fn add_slow(
        &mut self,
        address: Address,
        name: &str,
        make: impl Fn(&Edition) -> Made + Send + Sync + 'static,
    ) {
        let added = Added::new(address, Owner::Program(name.to_owned()), Make::Page(Box::new(make)));
        self.added.push(added.taking_long(true));
    }

    /// Adds what somebody wrote.
    pub(super) fn put(&mut self, address: Address, owner: Owner, make: Make) {
        self.added.push(Added::new(address, owner, make));
    }

    pub(super) fn addresses(&self) -> impl Iterator<Item = &Address> {
        self.added.iter().map(|added| &added.output.address)
    }

    /// Everything that was added, in the order of the addresses; of two at one address the first.
    pub(super) fn finish(mut self, remarks: &mut Remarks) -> Plan {
        let mut added = std::mem::take(&mut self.added);
        // What is equal stays in the order in which it was added.
        added.sort_by(|one, other| one.key().cmp(other.key()));
        added.dedup_by(|later, first| {
            let is_clash = later.key() == first.key();
            if is_clash {
                remarks.add(self.clash_remark(first, later));
            }
            is_clash
        });
        let mut told_fronts = BTreeSet::new();
        for (front, remark) in added.iter().filter_map(|one| self.impossible_remark(one, &added)) {
            if told_fronts.insert(front) {
                remarks.add(remark);
            }
        }
        let has_folded = added.iter().any(|added| added.folded.is_some());
        let mut outputs = exact(added.into_iter().map(|added| added.output));
        if has_folded {
            outputs.sort_by(|one, other| one.address.cmp(&other.address));
        }
        Plan { outputs, link_check: PageLinkCheck::default() }
    }

    /// What is to be said of an address that no disk can have, and up to where it cannot: a part that is too long or a
    /// device, or a folder where a file stands. What somebody put on a disk has a name that is possible anywhere.
    fn impossible_remark<'a>(&self, one: &'a Added, all: &[Added]) -> Option<(&'a str, Diagnostic)> {
        let Output { address, .. } = &one.output;
        let place = || self.owner_place(&one.owner).unwrap_or_else(|| Place::whole(address.as_str()));
        let is_impossible = |part: &str| part.len() > LONGEST_PART || is_device_name(part);
        let mut ends =
            address.as_str().match_indices('/').map(|(end, _)| end).chain([address.as_str().len()]);
        let front = ends.find_map(|end| {
            let front = address.as_str().get(..end)?;
            is_impossible(front.rsplit('/').next()?).then_some(front)
        });
        if let Some(front) = front {
            let part = front.rsplit('/').next().unwrap_or(front);
            return Some((front, messages::address_impossible(place(), address, part)));
        }
        // A folder with a dot in its name is rare, so that few are looked for.
        let folders = one.key().match_indices('/').map(|(end, _)| &one.key()[..end]);
        let mut like_files =
            folders.filter(|folder| folder.rsplit('/').next().is_some_and(|part| part.contains('.')));
        like_files.find_map(|folder| {
            // The page of a folder is a file in it, of which the address does not tell.
            let page = folder.strip_suffix("index.html").filter(|page| page.ends_with('/')).unwrap_or(folder);
            let file = all.binary_search_by(|other| other.key().cmp(page)).ok()?;
            Some((
                folder,
                messages::address_taken(place(), address, &self.owner_name(&all[file].owner), one.means()),
            ))
        })
    }

    /// Blames the one that a person wrote; of two, the later.
    fn clash_remark(&self, first: &Added, later: &Added) -> Diagnostic {
        let address = &later.output.address;
        let (place, blamed, other) = match (self.owner_place(&later.owner), self.owner_place(&first.owner)) {
            (Some(place), _) => (place, later, first),
            (None, Some(place)) => (place, first, later),
            (None, None) => (Place::whole(address.as_str()), later, first),
        };
        messages::address_taken(place, address, &self.owner_name(&other.owner), blamed.means())
    }
}
