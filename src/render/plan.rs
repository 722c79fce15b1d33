//! Which addresses exist and how each is rendered. A plan is lazy: rendering a page is pure and needs only
//! the edition.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::edition::Edition;
use super::messages;
use super::page_links::{PageLinkCheck, PageLinks};
use crate::ground::{
    Address, Diagnostic, Place, Remarks, SitePath, collect_exact, in_parallel, is_device_name,
};
use crate::pictures::PhotoVersion;
use crate::read::{Source, Span};
use crate::village::{Entry, EntryId, Village};

/// The bytes of a page, or why it cannot be rendered.
pub type Rendered = Result<Vec<u8>, Box<Diagnostic>>;

/// How an output is made.
pub enum Make {
    /// Rendered from the edition, on request.
    Page(Box<dyn Fn(&Edition) -> Rendered + Send + Sync>),
    /// A file of the village, copied unchanged.
    Copy(PathBuf),
    /// A picture made from a photo of the village.
    Picture(Box<PhotoVersion>),
}

/// An address and how its content is made.
pub struct Output {
    /// Its address on the site.
    pub address: Address,
    /// How it is made.
    pub make: Make,
    /// Whether it takes much longer than a page.
    pub takes_long: bool,
}

/// Everything that a site consists of, in order of address.
#[derive(Default)]
pub struct Plan {
    /// The outputs.
    pub outputs: Vec<Output>,
    pub(super) link_check: PageLinkCheck,
}

impl Plan {
    /// Renders every page and keeps only its size and the diagnostics about it.
    pub fn trial(&self, edition: &Edition) -> Trial {
        self.trial_while(edition, || true).unwrap_or_default()
    }

    /// Does the same, a few pages at a time for as long as `go_on` returns true; `None` when interrupted.
    pub fn trial_while(&self, edition: &Edition, go_on: impl Fn() -> bool) -> Option<Trial> {
        let mut trial = Trial { is_complete: true, ..Trial::default() };
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
                    trial.is_complete = false;
                    trial.remarks.extend(diagnostic.each());
                }
            }
        }
    }

    /// Has the links of all pages checked; broken ones are reported in these templates (name and text).
    pub fn check_links_in(&mut self, templates: Vec<(String, String)>) {
        self.link_check.templates.extend(templates);
    }

    /// The links of a rendered page, when they are to be checked.
    pub fn links_of(&self, output: &Output, bytes: &[u8]) -> Option<PageLinks> {
        self.link_check.links_of(&output.address, bytes)
    }

    /// Reports the broken links of the pages that were checked; needs the links of all of them.
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

/// How many pages are rendered between checks for an interruption.
const AT_ONCE: usize = 64;

/// The result of rendering every output without writing any.
#[derive(Debug, Default)]
pub struct Trial {
    /// Why pages cannot be rendered, and which of their links are broken.
    pub remarks: Vec<Diagnostic>,
    /// Whether every page can be rendered.
    pub is_complete: bool,
    /// The output path and size of every page that can; 0 for copies, whose size the village knows.
    pub sizes: Vec<(String, u64)>,
}

/// Who owns an address, for the message when two claim it. The place is only looked up then.
#[derive(Clone)]
pub(super) enum Owner {
    /// The program itself.
    Program(String),
    /// The entry with this address.
    Entry(EntryId),
    /// The entry that lists it as a former address.
    Former(EntryId, Span),
    /// The program itself, on behalf of an entry.
    Alongside(EntryId),
    /// The file with this path.
    File(SitePath),
}

/// The longest file name that disks allow.
const LONGEST_PART: usize = 255;

/// Gathers outputs, and reports two at the same address. Letter case makes no difference: on many disks they
/// would be one file.
pub(super) struct Planner<'s> {
    source: &'s Source,
    village: &'s Village,
    added: Vec<Added>,
}

pub(super) struct Added {
    output: Output,
    owner: Owner,
    /// Its path on a disk that ignores letter case, when that differs from its address.
    folded: Option<String>,
    /// Whether it is a file that a page requests, placed next to that page.
    is_of_page: bool,
}

impl Added {
    /// Creates an output that is made as quickly as a page and that no page requests.
    fn new(address: Address, owner: Owner, make: Make) -> Self {
        let folded = folded(&address);
        Self { output: Output { address, make, takes_long: false }, owner, folded, is_of_page: false }
    }

    /// Sets whether it takes much longer than a page.
    fn taking_long(mut self, takes_long: bool) -> Self {
        self.output.takes_long = takes_long;
        self
    }

    fn key(&self) -> &str {
        self.folded.as_deref().unwrap_or(self.output.address.as_str())
    }

    /// How to resolve a conflict over its address.
    fn remedy(&self) -> messages::Remedy {
        match self.owner {
            Owner::File(_) => messages::Remedy::Rename,
            Owner::Former(..) => messages::Remedy::RemoveAlias,
            _ => messages::Remedy::Slug,
        }
    }
}

/// Folds `/Kerk/index.html` to `/kerk/`; `None` when there is nothing to fold, as in most addresses.
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

    /// Adds everything that another planner gathered.
    pub(super) fn join(&mut self, added: Vec<Added>) {
        self.added.extend(added);
    }

    /// Adds the pages of the site in another language, below the folder of that language.
    pub(super) fn join_pages(&mut self, added: Vec<Added>, other: &Edition, number: usize) {
        for Added { output, owner, is_of_page, .. } in added {
            let Output { address, make, takes_long } = output;
            let is_included = is_of_page || address.is_page();
            if let (true, Some(folder), Make::Page(make)) = (is_included, other.folder(), make) {
                // A plan is only used with the edition that it was made from.
                let in_other = move |edition: &Edition| make(edition.others.get(number).unwrap_or(edition));
                let below = Added::new(address.below(folder), owner, Make::Page(Box::new(in_other)));
                self.added.push(below.taking_long(takes_long));
            }
        }
    }

    /// The place where an owner is written; what the program itself adds is written nowhere.
    fn owner_place(&self, owner: &Owner) -> Option<Place> {
        match owner {
            Owner::Program(_) | Owner::Alongside(_) => None,
            Owner::File(path) => Some(Place::of_file(path.shared())),
            Owner::Former(id, span) => Some(self.source.text(&self.village.entry(*id).path)?.place(*span)),
            Owner::Entry(id) => {
                let entry = self.village.entry(*id);
                let span = entry.head.slug.as_ref().map_or(entry.span, |slug| slug.span);
                Some(self.source.text(&entry.path)?.place(span))
            }
        }
    }

    /// The name of an owner in messages.
    fn owner_name(&self, owner: &Owner) -> String {
        match owner {
            Owner::Program(name) => name.clone(),
            Owner::File(path) => format!("'{path}'"),
            Owner::Entry(id) | Owner::Former(id, _) => format!("'{}'", self.village.entry(*id).name),
            Owner::Alongside(id) => self.village.entry(*id).name.clone(),
        }
    }

    /// Adds the page of an entry.
    pub(super) fn add_entry(
        &mut self,
        entry: &Entry,
        make: impl Fn(&Edition) -> Rendered + Send + Sync + 'static,
    ) {
        self.put(entry.address.clone(), Owner::Entry(entry.id), Make::Page(Box::new(make)));
    }

    /// Adds an output that accompanies the page of an entry.
    pub(super) fn add_alongside(
        &mut self,
        entry: &Entry,
        address: Address,
        make: impl Fn(&Edition) -> Rendered + Send + Sync + 'static,
    ) {
        self.put(address, Owner::Alongside(entry.id), Make::Page(Box::new(make)));
    }

    /// Adds a file that a page requests and that is placed next to the page, in every language.
    pub(super) fn add_file_of_page(
        &mut self,
        address: Address,
        make: impl Fn(&Edition) -> Rendered + Send + Sync + 'static,
    ) {
        let owner = Owner::Program(address.to_string());
        let added = Added::new(address, owner, Make::Page(Box::new(make)));
        self.added.push(Added { is_of_page: true, ..added });
    }

    /// Adds a page or file rendered from the edition, on behalf of the program itself.
    pub(super) fn add(
        &mut self,
        address: Address,
        name: &str,
        make: impl Fn(&Edition) -> Rendered + Send + Sync + 'static,
    ) {
        self.put(address, Owner::Program(name.to_owned()), Make::Page(Box::new(make)));
    }

    /// Does the same for an output that takes much longer than a page.
    pub(super) fn add_slow(
        &mut self,
        address: Address,
        name: &str,
        make: impl Fn(&Edition) -> Rendered + Send + Sync + 'static,
    ) {
        let added = Added::new(address, Owner::Program(name.to_owned()), Make::Page(Box::new(make)));
        self.added.push(added.taking_long(true));
    }

    /// Adds an output for any owner.
    pub(super) fn put(&mut self, address: Address, owner: Owner, make: Make) {
        self.added.push(Added::new(address, owner, make));
    }

    pub(super) fn addresses(&self) -> impl Iterator<Item = &Address> {
        self.added.iter().map(|added| &added.output.address)
    }

    /// Plans everything that was added, in order of address; of two outputs at one address, the first.
    pub(super) fn finish(mut self, remarks: &mut Remarks) -> Plan {
        let mut added = std::mem::take(&mut self.added);
        // The sort is stable: outputs with equal keys stay in the order in which they were added.
        added.sort_by(|one, other| one.key().cmp(other.key()));
        added.dedup_by(|later, first| {
            let is_clash = later.key() == first.key();
            if is_clash {
                remarks.add(self.clash_remark(first, later));
            }
            is_clash
        });
        let mut reported_prefixes = BTreeSet::new();
        for (prefix, remark) in added.iter().filter_map(|one| self.impossible_remark(one, &added)) {
            if reported_prefixes.insert(prefix) {
                remarks.add(remark);
            }
        }
        let has_folded = added.iter().any(|added| added.folded.is_some());
        let mut outputs = collect_exact(added.into_iter().map(|added| added.output));
        if has_folded {
            outputs.sort_by(|one, other| one.address.cmp(&other.address));
        }
        Plan { outputs, link_check: PageLinkCheck::default() }
    }

    /// Reports an address that no disk can have, with the prefix at fault: a part that is too long or names a
    /// device, or a folder where there is a file. Files that are on a disk already have possible names.
    fn impossible_remark<'a>(&self, one: &'a Added, all: &[Added]) -> Option<(&'a str, Diagnostic)> {
        let Output { address, .. } = &one.output;
        let place = || self.owner_place(&one.owner).unwrap_or_else(|| Place::of_file(address.as_str()));
        let is_impossible = |part: &str| part.len() > LONGEST_PART || is_device_name(part);
        let mut ends =
            address.as_str().match_indices('/').map(|(end, _)| end).chain([address.as_str().len()]);
        let prefix = ends.find_map(|end| {
            let prefix = address.as_str().get(..end)?;
            is_impossible(prefix.rsplit('/').next()?).then_some(prefix)
        });
        if let Some(prefix) = prefix {
            let part = prefix.rsplit('/').next().unwrap_or(prefix);
            return Some((prefix, messages::address_impossible(place(), address, part)));
        }
        // Folders with a dot in their name are rare, so this looks up only a few.
        let folders = one.key().match_indices('/').map(|(end, _)| &one.key()[..end]);
        let mut like_files =
            folders.filter(|folder| folder.rsplit('/').next().is_some_and(|part| part.contains('.')));
        like_files.find_map(|folder| {
            // The page of a folder is a file in it that the address does not name.
            let page = folder.strip_suffix("index.html").filter(|page| page.ends_with('/')).unwrap_or(folder);
            let file = all.binary_search_by(|other| other.key().cmp(page)).ok()?;
            Some((
                folder,
                messages::address_taken(place(), address, &self.owner_name(&all[file].owner), one.remedy()),
            ))
        })
    }

    /// Blames the output that a person wrote, or else the later one.
    fn clash_remark(&self, first: &Added, later: &Added) -> Diagnostic {
        let address = &later.output.address;
        let (place, blamed, other) = match (self.owner_place(&later.owner), self.owner_place(&first.owner)) {
            (Some(place), _) => (place, later, first),
            (None, Some(place)) => (place, first, later),
            (None, None) => (Place::of_file(address.as_str()), later, first),
        };
        messages::address_taken(place, address, &self.owner_name(&other.owner), blamed.remedy())
    }
}
