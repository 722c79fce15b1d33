//! Holds what the browser shows: the newest state of the site, shared by the server and the code that
//! rebuilds it.

use std::mem::replace;
use std::sync::Arc;

use tokio::sync::watch;

use crate::ground::{Address, Locale, RemarkCounts};
use crate::pipeline::Planned;

/// A new state of the site.
pub struct PreviewUpdate {
    /// The site; `None` when there is none that can be shown.
    pub site: Option<Arc<Planned>>,
    /// The diagnostics as HTML, escaped; empty when there are none.
    pub remarks: String,
    /// How many diagnostics there are.
    pub counts: RemarkCounts,
    /// The page of the file that was saved, if there is one.
    pub follow: Option<Address>,
    /// Photos and documents whose bytes changed under the same address.
    pub changed_files: Vec<Address>,
    /// The language of the preview.
    pub locale: Locale,
}

/// What the browser shows; cheap to clone, shared by the server and the code that rebuilds the site.
#[derive(Clone)]
pub struct Preview {
    state: watch::Sender<Arc<State>>,
}

/// How many changed files are remembered for tabs in the background.
const MOST_REMEMBERED: usize = 500;

/// A state of the site as the server keeps it.
#[derive(Default)]
pub(super) struct State {
    /// The site as it is, or the last one that could be shown.
    pub(super) site: Option<Arc<Planned>>,
    /// How many updates there have been: 0 before the first build.
    pub(super) number: u64,
    /// Whether the site is an earlier one, because the newest cannot be shown.
    pub(super) is_old: bool,
    pub(super) remarks: String,
    pub(super) counts: RemarkCounts,
    /// The page of the file that was last saved, and since which state.
    pub(super) follow: Option<(u64, Address)>,
    /// Files that changed under the same address, and since which state.
    pub(super) changed_files: Vec<(u64, Address)>,
    pub(super) locale: Locale,
}

impl State {
    fn updated_with(&self, update: PreviewUpdate) -> Self {
        let number = self.number + 1;
        let follow = update.follow.map(|address| (number, address)).or_else(|| self.follow.clone());
        let mut changed_files: Vec<(u64, Address)> =
            update.changed_files.into_iter().map(|address| (number, address)).collect();
        let earlier_files =
            self.changed_files.iter().filter(|(_, old)| changed_files.iter().all(|(_, new)| new != old));
        let earlier_files: Vec<_> = earlier_files.cloned().collect();
        changed_files.extend(earlier_files);
        changed_files.truncate(MOST_REMEMBERED);
        Self {
            is_old: update.site.is_none() && self.site.is_some(),
            site: update.site.or_else(|| self.site.clone()),
            number,
            remarks: update.remarks,
            counts: update.counts,
            follow,
            changed_files,
            locale: update.locale,
        }
    }

    /// The prefix of every address of the site.
    pub(super) fn base(&self) -> &str {
        self.site.as_ref().map_or("", |site| site.edition.base.path.as_str())
    }
}

impl Preview {
    /// Returns the state before the first build: a page that says that the site is being built.
    pub fn new(locale: Locale) -> Self {
        Self { state: watch::Sender::new(Arc::new(State { locale, ..State::default() })) }
    }

    /// Shows a new state of the site: it is swapped in at once, and then browsers are notified. When the new
    /// site cannot be shown, the last good one stays, with the messages on top.
    pub fn show(&self, update: PreviewUpdate) {
        let mut before = None;
        self.state.send_modify(|state| {
            let next = Arc::new(state.updated_with(update));
            before = Some(replace(state, next));
        });
        // Dropping a large site takes a while; the new one does not wait for it.
        drop(before);
    }

    /// Adds messages about the site that is shown; the site itself stays, whatever they say.
    pub fn say(&self, update: PreviewUpdate) {
        self.state.send_modify(|state| {
            let is_old = state.is_old;
            let next = state.updated_with(PreviewUpdate { site: None, ..update });
            *state = Arc::new(State { is_old, ..next });
        });
    }

    /// Returns the current state.
    pub(super) fn current(&self) -> Arc<State> {
        Arc::clone(&self.state.borrow())
    }

    /// Returns the current state and every one that follows; a slow receiver gets only the newest.
    pub(super) fn states(&self) -> watch::Receiver<Arc<State>> {
        self.state.subscribe()
    }
}
