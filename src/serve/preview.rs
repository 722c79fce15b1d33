//! Holds what the browser shows: the newest state of the site, shared by the server and the code that
//! rebuilds it.

use std::mem::replace;
use std::sync::Arc;

use tokio::sync::watch;

use crate::ground::{Address, Locale, RemarkCounts};
use crate::pipeline::Planned;

/// A new state of the site.
pub struct News {
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
const REMEMBERED: usize = 500;

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
    fn followed_by(&self, news: News) -> Self {
        let number = self.number + 1;
        let follow = news.follow.map(|address| (number, address)).or_else(|| self.follow.clone());
        let mut changed_files: Vec<(u64, Address)> =
            news.changed_files.into_iter().map(|address| (number, address)).collect();
        let of_before =
            self.changed_files.iter().filter(|(_, old)| changed_files.iter().all(|(_, new)| new != old));
        let of_before: Vec<_> = of_before.cloned().collect();
        changed_files.extend(of_before);
        changed_files.truncate(REMEMBERED);
        Self {
            is_old: news.site.is_none() && self.site.is_some(),
            site: news.site.or_else(|| self.site.clone()),
            number,
            remarks: news.remarks,
            counts: news.counts,
            follow,
            changed_files,
            locale: news.locale,
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
    pub fn show(&self, news: News) {
        let mut before = None;
        self.state.send_modify(|state| {
            let next = Arc::new(state.followed_by(news));
            before = Some(replace(state, next));
        });
        // Dropping a large site takes a while; the new one does not wait for it.
        drop(before);
    }

    /// Adds messages about the site that is shown; the site itself stays, whatever they say.
    pub fn say(&self, news: News) {
        self.state.send_modify(|state| {
            let is_old = state.is_old;
            let next = state.followed_by(News { site: None, ..news });
            *state = Arc::new(State { is_old, ..next });
        });
    }

    /// Returns the current state.
    pub(super) fn now(&self) -> Arc<State> {
        Arc::clone(&self.state.borrow())
    }

    /// Returns the current state and every one that follows; a slow receiver gets only the newest.
    pub(super) fn states(&self) -> watch::Receiver<Arc<State>> {
        self.state.subscribe()
    }
}
