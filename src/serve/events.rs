//! The stream of events of one open page: what is new to it, and nothing else. It lives as long as the
//! response that carries it.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use axum::response::sse::Event;
use tokio::task::JoinHandle;
use tokio_stream::Stream;
use tokio_stream::wrappers::WatchStream;

use super::page::PageVersion;
use super::path_answer::{PathAnswer, answer_to};
use super::preview::{Preview, State};
use crate::ground::{Json, compact_json, json, percent_decoded};

/// What a tab shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tab {
    /// Its path, as it would be in a request.
    path: String,
    /// The fingerprint of its page.
    whole: String,
    /// The fingerprint of its page without the addresses of its style sheets.
    bare: String,
    /// The newest state that it was told about.
    seen: u64,
}

impl Tab {
    /// Reads what a tab says about itself: `path=/agenda/&page=…&bare=…&state=3`.
    pub(super) fn of_query(query: &str) -> Self {
        let mut tab = Self::default();
        for (name, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            let value = percent_decoded(value).unwrap_or_default();
            match name {
                "path" => tab.path = value,
                "page" => tab.whole = value,
                "bare" => tab.bare = value,
                "state" => tab.seen = value.parse().unwrap_or(0),
                _ => {}
            }
        }
        tab
    }

    /// Returns what is new to this tab, as names and data of events, and brings the tab up to date.
    fn events(&mut self, state: &State) -> Vec<(&'static str, Json)> {
        let mut events = vec![(
            "remarks",
            json!({
                "state": state.number,
                "errors": state.counts.errors,
                "warnings": state.counts.warnings,
                "notes": state.counts.notes,
                "old": state.is_old,
            }),
        )];
        // A number from the future comes from an earlier server.
        let seen = self.seen.min(state.number);
        self.seen = state.number;
        let full = |address: &crate::ground::Address| format!("{}{address}", state.base());
        // A tab that follows leaves this page, so that comes first: it need not reload the old page.
        if let Some((_, address)) = state.follow.as_ref().filter(|(at, _)| *at > seen) {
            events.push(("follow", json!({ "address": full(address) })));
        }
        let images: Vec<String> = state
            .changed_files
            .iter()
            .filter(|(at, _)| *at > seen)
            .map(|(_, address)| full(address))
            .collect();
        if !images.is_empty() {
            events.push(("images", json!({ "addresses": images, "state": state.number })));
        }
        match answer_to(state, &self.path) {
            PathAnswer::Page { html, .. } => {
                let PageVersion { whole, bare, styles } = PageVersion::of(&html);
                let (whole, bare) = (whole.to_string(), bare.to_string());
                if whole != self.whole && bare == self.bare {
                    events.push(("style", json!({ "styles": styles, "page": whole })));
                } else if whole != self.whole {
                    events.push(("reload", json!({})));
                }
                (self.whole, self.bare) = (whole, bare);
            }
            PathAnswer::Redirect(_) | PathAnswer::File { .. } => events.push(("reload", json!({}))),
        }
        events
    }
}

/// A tab with the news found for it.
type TabEvents = (Tab, Vec<(&'static str, Json)>);

/// The stream of events of one tab.
pub(super) struct Events {
    states: WatchStream<Arc<State>>,
    tab: Tab,
    pending: Option<JoinHandle<TabEvents>>,
    ready: VecDeque<Event>,
}

impl Events {
    pub(super) fn new(preview: &Preview, tab: Tab) -> Self {
        Self { states: WatchStream::new(preview.states()), tab, pending: None, ready: VecDeque::new() }
    }
}

impl Stream for Events {
    type Item = Result<Event, Infallible>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Poll::Ready(Some(Ok(event)));
            }
            if let Some(pending) = self.pending.as_mut() {
                let Poll::Ready(outcome) = Pin::new(pending).poll(context) else { return Poll::Pending };
                self.pending = None;
                // If rendering panics, this stream ends; the browser reconnects for the next.
                let Ok((tab, events)) = outcome else { return Poll::Ready(None) };
                self.tab = tab;
                self.ready = events.into_iter().map(event).collect();
                continue;
            }
            match Pin::new(&mut self.states).poll_next(context) {
                Poll::Ready(Some(state)) => {
                    let mut tab = self.tab.clone();
                    self.pending = Some(tokio::task::spawn_blocking(move || {
                        let events = tab.events(&state);
                        (tab, events)
                    }));
                }
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => return Poll::Pending,
            }
        }
    }
}

fn event((name, data): (&'static str, Json)) -> Event {
    Event::default().event(name).data(compact_json(&data))
}
