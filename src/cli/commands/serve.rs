//! `dorpsplein serve`: the preview, for an evening of writing. The server starts first; then the site is
//! built, and rebuilt whenever something is saved.

use std::net::{Ipv4Addr, TcpListener};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Instant;

use super::background_gather::BackgroundGather;
use super::background_render::BackgroundRender;
use super::serve_messages as messages;
use crate::cli::ExitStatus;
use crate::cli::refusals::no_folder;
use crate::cli::show::{Screen, print_error};
use crate::ground::{Both, Date, RemarkCounts, Remarks, SitePath, TimeZone, Timestamp, both};
use crate::pipeline::{BuildCache, Planned, Request, Today, plan_site, read_site};
use crate::render::published_file;
use crate::report::{human, overlay, paragraph, shown_remarks, unexpected};
use crate::serve::{Preview, PreviewUpdate, run_until_interrupted};
use crate::theme::shipped;
use crate::watch::{Pace, Reason, Watch};

/// The first port to try if none is given.
const PORT: u16 = 4000;

/// How many ports after the first to try.
const PORTS: u16 = 100;

/// Serves a village until it is interrupted.
pub(super) fn run(
    request: Request,
    gathers: bool,
    port: Option<u16>,
    open_browser: bool,
    screen: &Screen,
) -> ExitStatus {
    let locale = screen.locale();
    let Some(listener) = free_port(port.unwrap_or(PORT)) else {
        return screen.refused(&messages::no_port(), locale);
    };
    let address =
        listener.local_addr().map_or_else(|_| String::new(), |address| format!("http://{address}/"));
    screen.say(messages::started(&address).in_locale(locale));
    if open_browser && open::that_detached(&address).is_err() {
        screen.say(messages::open_it_yourself(&address).in_locale(locale));
    }
    let preview = Preview::new(locale);
    let watch = Watch::start(&request.site, Pace::default());
    let stopper = watch.stopper();
    let gathering = BackgroundGather::new(gathers, watch.waker(), *screen);
    let preview_loop = PreviewLoop::new(request, gathering, preview.clone(), *screen);
    // Stopping never waits for photos that are being processed: unfinished work ends with the program.
    std::thread::spawn(move || preview_loop.work(watch));
    let ended = run_until_interrupted(preview, listener);
    stopper.stop();
    match ended {
        Ok(()) => ExitStatus::Done,
        Err(error) => screen.refused(&both(error.to_string(), error.to_string()), locale),
    }
}

/// Returns a listener on the first free port, reachable from this machine only.
fn free_port(first: u16) -> Option<TcpListener> {
    let mut ports = first..=first.saturating_add(PORTS);
    ports.find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
}

/// Rebuilds the site when something changes.
struct PreviewLoop {
    request: Request,
    preview: Preview,
    screen: Screen,
    cache: BuildCache,
    background_render: BackgroundRender,
    shown: Shown,
    gathering: BackgroundGather,
    /// The diagnostics that were printed last.
    printed: String,
}

/// What is shown at present.
#[derive(PartialEq)]
enum Shown {
    Nothing,
    /// The site of this day, in this time zone.
    Site(Date, TimeZone),
    Gone,
    /// An unforeseen failure.
    Failed,
}

impl PreviewLoop {
    fn new(request: Request, gathering: BackgroundGather, preview: Preview, screen: Screen) -> Self {
        let (cache, background_render) = (BuildCache::default(), BackgroundRender::default());
        let (shown, printed) = (Shown::Nothing, String::new());
        Self { request, preview, screen, cache, background_render, shown, gathering, printed }
    }

    fn work(mut self, mut watch: Watch) {
        self.gathering.refresh(&self.request);
        self.gathering.wait_a_moment();
        self.guarded(Self::rebuild);
        while let Some(reason) = watch.wait() {
            // When every change is reported, polling would only run into the same failure again.
            if self.shown == Shown::Failed && reason == Reason::Poll && watch.receives_events() {
                continue;
            }
            if self.guarded(Self::rebuild) && watch.found_changes(reason) {
                self.screen.say(messages::no_events().in_locale(self.screen.locale()));
            }
            self.gathering.refresh(&self.request);
        }
    }

    /// Does work that may panic. An unforeseen failure does not end the preview: it is reported, and the next
    /// rebuild starts with an empty cache.
    fn guarded(&mut self, work: impl FnOnce(&mut Self) -> bool) -> bool {
        catch_unwind(AssertUnwindSafe(|| work(self))).unwrap_or_else(|_| {
            self.cache = BuildCache::default();
            self.printed.clear();
            self.report_once(Shown::Failed, &unexpected());
            false
        })
    }

    /// Rebuilds the site if a file or the day has changed; returns whether a file has.
    fn rebuild(&mut self) -> bool {
        let started = Instant::now();
        let _all_cores = self.background_render.pause();
        if let Today::At(_) = self.request.today {
            self.request.today = Today::At(Timestamp::now());
        }
        let read = match read_site(&self.request, &mut self.cache) {
            Ok(read) => read,
            Err(refusal) => {
                self.report_once(Shown::Gone, &no_folder(&refusal));
                return false;
            }
        };
        if read.changed.is_empty() && self.is_shown() {
            return false;
        }
        let planned = plan_site(&read, &self.request, &shipped(), &mut self.cache);
        let zone = planned.edition.village.settings.zone();
        self.shown = Shown::Site(planned.edition.almanac.today, zone);
        self.show(planned, &read.changed, started);
        !read.changed.is_empty()
    }

    /// Whether the shown site is that of today, which changes at midnight.
    fn is_shown(&self) -> bool {
        matches!(&self.shown, Shown::Site(day, zone) if self.request.today.in_zone(zone) == *day)
    }

    /// Shows a site, or its mistakes, at once; then renders all pages in the background for more diagnostics.
    fn show(&mut self, planned: Planned, changed: &[SitePath], started: Instant) {
        let planned = Arc::new(planned);
        let mut update = update_of(&planned, &planned.remarks);
        // If the site is not shown, the browser has no page to follow.
        update.follow = changed
            .iter()
            .filter(|_| planned.remarks.is_publishable())
            .find_map(|path| planned.edition.page_of(path));
        update.changed_files =
            changed.iter().filter_map(|path| published_file(&planned.edition, path)).collect();
        self.preview.show(update);
        let locale = planned.remarks.locale();
        self.screen.say(messages::rebuilt(changed, started.elapsed(), &planned.remarks).in_locale(locale));
        let paint = self.screen.paint();
        let remarks = human(&shown_remarks(&planned.remarks), paint);
        // Unchanged diagnostics are not repeated at every save.
        if remarks != self.printed {
            print_error(&remarks);
            self.printed = remarks;
        }
        let preview = self.preview.clone();
        self.background_render.start(planned, move |planned, page_remarks| {
            let (mut all_remarks, mut new_remarks) =
                (planned.remarks.clone(), planned.remarks.with_same_locale());
            all_remarks.extend(page_remarks.iter().cloned());
            new_remarks.extend(page_remarks);
            preview.say(update_of(&planned, &all_remarks));
            print_error(&human(&shown_remarks(&new_remarks), paint));
        });
    }

    /// Reports why the site cannot be built, once until it can be.
    fn report_once(&mut self, shown: Shown, why: &Both) {
        if self.shown == shown {
            return;
        }
        self.shown = shown;
        let locale = self.screen.locale();
        self.screen.refused(why, locale);
        self.preview.show(PreviewUpdate {
            site: None,
            remarks: paragraph(why.in_locale(locale)),
            counts: RemarkCounts { errors: 1, ..RemarkCounts::default() },
            follow: None,
            changed_files: Vec::new(),
            locale,
        });
    }
}

/// Returns what browsers show of a site and its diagnostics; of a site with errors, only the diagnostics.
fn update_of(planned: &Arc<Planned>, remarks: &Remarks) -> PreviewUpdate {
    PreviewUpdate {
        site: remarks.is_publishable().then(|| Arc::clone(planned)),
        remarks: overlay(&shown_remarks(remarks)),
        counts: remarks.counts(),
        follow: None,
        changed_files: Vec::new(),
        locale: remarks.locale(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ground::Locale;

    #[test]
    fn a_panic_does_not_end_the_preview() {
        let site = std::env::temp_dir().join(format!("dorpsplein-preview-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&site);
        std::fs::create_dir_all(&site).expect("a folder");
        std::fs::write(site.join("site.yaml"), "naam: Ee\n").expect("a file");
        let (screen, watch) = (Screen::of_environment(Locale::Dutch), Watch::start(&site, Pace::default()));
        let gathering = BackgroundGather::new(false, watch.waker(), screen);
        let today = Today::Fixed(Date::constant(2026, 11, 23));
        let request = Request { site: site.clone(), today, base_url: None, host_address: None };
        let mut preview = PreviewLoop::new(request, gathering, Preview::new(Locale::Dutch), screen);
        assert!(preview.guarded(PreviewLoop::rebuild), "everything is new");
        assert!(!preview.guarded(PreviewLoop::rebuild), "nothing changed");
        assert!(!preview.guarded(|_| panic!("as if something had gone wrong")));
        assert!(preview.shown == Shown::Failed);
        assert!(preview.guarded(PreviewLoop::rebuild), "it starts from scratch");
        assert!(matches!(preview.shown, Shown::Site(..)));
        std::fs::remove_dir_all(&site).expect("it is ours");
    }
}
