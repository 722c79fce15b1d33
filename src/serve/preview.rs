//! What the browser is shown: the newest state of the site, shared by the server and whoever rebuilds.

use std::mem::replace;
use std::sync::Arc;

use tokio::sync::watch;

use crate::ground::{Address, Locale, RemarkCounts};
use crate::pipeline::Planned;

/// A new state of the site.
pub struct News {
    /// The site; nothing when there is none that can be shown.
    pub site: Option<Arc<Planned>>,
    /// The remarks as HTML, escaped; empty when there are none.
    pub remarks: String,
    /// How many remarks there are.
    pub counts: RemarkCounts,
    /// The page of the file that was saved, if there is one.
    pub follow: Option<Address>,
    /// Photos and documents whose bytes changed under the same address.
    pub changed_files: Vec<Address>,
    /// The language in which the preview speaks.
    pub locale: Locale,
}

/// What the browser is shown; cheap to clone, shared by the server and whoever rebuilds.
#[derive(Clone)]
pub struct Preview {
    state: watch::Sender<Arc<State>>,
}

/// How many changed files are remembered for a tab that was not looking.
const REMEMBERED: usize = 500;

/// A state of the site as the server keeps it.
#[derive(Default)]
pub(super) struct State {
    /// The site as it is, or the last one that could be shown.
    pub(super) site: Option<Arc<Planned>>,
    /// How many times there was news: 0 before the first build.
    pub(super) number: u64,
    /// Whether the site is that of before, for the newest cannot be shown.
    pub(super) is_old: bool,
    pub(super) remarks: String,
    pub(super) counts: RemarkCounts,
    /// The page of the file that was saved last, and in which state.
    pub(super) follow: Option<(u64, Address)>,
    /// Files that changed under the same address, and in which state.
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

    /// What stands in front of every address of the site.
    pub(super) fn base(&self) -> &str {
        self.site.as_ref().map_or("", |site| site.edition.base.path.as_str())
    }
}

impl Preview {
    /// Before the first build: a page that says that the site is being made.
    pub fn new(locale: Locale) -> Self {
        Self { state: watch::Sender::new(Arc::new(State { locale, ..State::default() })) }
    }

    /// A new state of the site: swapped at once, then browsers are told. Without a site that can be shown the last
    /// good one stays, behind the remarks.
    pub fn show(&self, news: News) {
        let mut before = None;
        self.state.send_modify(|state| {
            let next = Arc::new(state.followed_by(news));
            before = Some(replace(state, next));
        });
        // Clearing away a large site takes a while; nobody waits for it in front of the new one.
        drop(before);
    }

    /// What is to be said besides of the site that stands: it stays, whatever is said.
    pub fn say(&self, news: News) {
        self.state.send_modify(|state| {
            let is_old = state.is_old;
            let next = state.followed_by(News { site: None, ..news });
            *state = Arc::new(State { is_old, ..next });
        });
    }

    /// The state as it is now.
    pub(super) fn now(&self) -> Arc<State> {
        Arc::clone(&self.state.borrow())
    }

    /// The state as it is now and every one that follows; whoever is slow gets only the newest.
    pub(super) fn states(&self) -> watch::Receiver<Arc<State>> {
        self.state.subscribe()
    }
}
