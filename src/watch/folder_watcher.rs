//! Receives the events that the operating system sends about a folder, and decides which of them matter.

use std::mem;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode, MetadataKind, ModifyKind};
use notify::{
    Config, ErrorKind, Event, EventHandler, EventKind, RecommendedWatcher, RecursiveMode, Watcher,
    WatcherKind,
};

use super::signal::Signal;
use crate::ground::SitePath;
use crate::read::{is_folder, is_ignored, real_path};

/// A subfolder may disappear while the watch is being set up; then it is tried again, this many times in all.
const TRIES: u32 = 3;

/// The thread of the watcher ends almost at once; if it does not, this is how long we wait for it.
const END: Duration = Duration::from_secs(1);

/// How much of a folder the operating system sends events about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coverage {
    /// Everything.
    Full,
    /// A part or nothing; trying again may help.
    Partial,
    /// A part or nothing: the operating system is at its limit, and every further attempt costs it more.
    Limited,
}

/// The watcher of one folder. Once it is dropped, its thread has ended.
pub(super) struct FolderWatcher {
    watcher: Option<RecommendedWatcher>,
    /// Nothing is ever sent here: a disconnected channel means that the thread of the watcher has ended.
    ended: Receiver<()>,
    coverage: Coverage,
}

impl FolderWatcher {
    /// Starts to raise the signal when something changes; `None` where the operating system offers no events.
    pub(super) fn open(folder: &Path, signal: Arc<Signal>) -> Option<Self> {
        if RecommendedWatcher::kind() == WatcherKind::PollWatcher {
            return None;
        }
        // A folder that is a symbolic link is watched at its real path. Links inside it are not followed, as
        // they are not when it is read.
        let folder = real_path(folder);
        let (here, ended) = channel();
        let listener = Listener { folder: folder.clone(), signal, _here: here };
        let config = Config::default().with_follow_symlinks(false);
        let watcher = RecommendedWatcher::new(listener, config).ok()?;
        let mut opened = Self { watcher: Some(watcher), ended, coverage: Coverage::Partial };
        for _ in 0..TRIES {
            opened.coverage = opened.ask(&folder);
            if opened.coverage != Coverage::Partial {
                break;
            }
        }
        Some(opened)
    }

    fn ask(&mut self, folder: &Path) -> Coverage {
        let Some(watcher) = self.living() else { return Coverage::Partial };
        match watcher.watch(folder, RecursiveMode::Recursive) {
            Ok(()) => Coverage::Full,
            Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => Coverage::Limited,
            Err(_) => Coverage::Partial,
        }
    }

    pub(super) fn coverage(&self) -> Coverage {
        self.coverage
    }

    /// Waits until all events so far have been handled. Linux watches every folder separately: a new one is
    /// watched only a moment after its event, and a look before then would miss what changes in between.
    pub(super) fn settle(&mut self) {
        if RecommendedWatcher::kind() == WatcherKind::Inotify
            && let Some(watcher) = self.living()
        {
            // Any request will do: it is answered after the events before it.
            let _ = watcher.configure(Config::default());
        }
    }

    /// Returns the watcher while its thread is alive: notify panics when a dead one is used.
    fn living(&mut self) -> Option<&mut RecommendedWatcher> {
        if self.ended.try_recv() == Err(TryRecvError::Disconnected) {
            return None;
        }
        self.watcher.as_mut()
    }
}

impl Drop for FolderWatcher {
    fn drop(&mut self) {
        let lives = self.living().is_some();
        let Some(watcher) = self.watcher.take() else { return };
        if lives {
            drop(watcher);
            let _ = self.ended.recv_timeout(END);
        } else {
            mem::forget(watcher);
        }
    }
}

/// The part that lives in the thread of the watcher.
struct Listener {
    folder: PathBuf,
    signal: Arc<Signal>,
    _here: Sender<()>,
}

impl EventHandler for Listener {
    fn handle_event(&mut self, event: notify::Result<Event>) {
        match event {
            Err(_) => self.signal.raise_and_restart(),
            Ok(event) if event.need_rescan() || self.is_of_the_folder_itself(&event) => {
                self.signal.raise_and_restart();
            }
            Ok(event) if cfg!(windows) && is_an_echo(&event) => {}
            Ok(event) if matters(&event, &self.folder) => self.signal.raise(),
            Ok(_) => {}
        }
    }
}

impl Listener {
    fn is_of_the_folder_itself(&self, event: &Event) -> bool {
        matches!(event.kind, EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_)))
            && event.paths.contains(&self.folder)
    }
}

/// Whether an event is a reason to look. Our own reads are not, or we would look for ever; a program that
/// closes a file that it wrote is. Of a rename it is enough that one of the names matters.
fn matters(event: &Event, folder: &Path) -> bool {
    let changes = match event.kind {
        EventKind::Access(kind) => kind == AccessKind::Close(AccessMode::Write),
        EventKind::Modify(ModifyKind::Metadata(kind)) => kind != MetadataKind::AccessTime,
        _ => true,
    };
    changes && (event.paths.is_empty() || event.paths.iter().any(|path| !is_never_read(path, folder)))
}

/// Whether an event only says that a folder changed. Windows sends it for everything that is written in the
/// folder, even for ignored files; the file that was written has its own event.
fn is_an_echo(event: &Event) -> bool {
    let is_changed = event.kind == EventKind::Modify(ModifyKind::Any);
    is_changed && !event.paths.is_empty() && event.paths.iter().all(|path| is_folder(path))
}

/// Whether a path, or a folder that it is in, is never read. When in doubt, it is read.
fn is_never_read(path: &Path, folder: &Path) -> bool {
    let Ok(relative) = path.strip_prefix(folder) else { return false };
    let mut names = relative.ancestors().filter_map(|path| path.to_str().and_then(SitePath::new));
    names.any(|path| is_ignored(&path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{CreateKind, DataChange, Flag, RemoveKind, RenameMode};

    const WRITE: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));
    const RENAME: EventKind = EventKind::Modify(ModifyKind::Name(RenameMode::Both));

    fn event(kind: EventKind, paths: &[&str]) -> Event {
        paths.iter().fold(Event::new(kind), |event, path| event.add_path(Path::new("/dorp").join(path)))
    }

    fn is_noticed(kind: EventKind, paths: &[&str]) -> bool {
        matters(&event(kind, paths), Path::new("/dorp"))
    }

    #[test]
    fn files_that_are_never_read_are_ignored() {
        for path in
            [".git", ".git/refs/heads/main", "public/a.html", "agenda/.~lock.a.md#", "a/node_modules/b/c.js"]
        {
            assert!(!is_noticed(WRITE, &[path]), "{path}");
        }
        for path in ["agenda/a.md~", "agenda/.a.md.swp", "nieuws/~$a.docx", "Thumbs.db", "agenda/a.tmp"] {
            assert!(!is_noticed(WRITE, &[path]), "{path}");
        }
        for path in ["site.yaml", "agenda/a.md", "fotos/public/a.jpg", "agenda", "."] {
            assert!(is_noticed(WRITE, &[path]), "{path}");
        }
        assert!(is_noticed(WRITE, &["/elsewhere/.git/a"]), "when in doubt, look");
    }

    #[test]
    fn one_relevant_name_in_a_rename_is_enough() {
        assert!(is_noticed(RENAME, &["agenda/a.tmp", "agenda/a.md"]));
        assert!(is_noticed(RENAME, &["agenda/a.md", "agenda/a.md~"]));
        assert!(!is_noticed(RENAME, &["agenda/a.tmp", "agenda/a.bak"]));
    }

    #[test]
    fn reading_is_not_a_change() {
        for kind in [
            AccessKind::Any,
            AccessKind::Read,
            AccessKind::Open(AccessMode::Any),
            AccessKind::Close(AccessMode::Read),
        ] {
            assert!(!is_noticed(EventKind::Access(kind), &["a.md"]), "{kind:?}");
        }
        assert!(!is_noticed(EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime)), &["a.md"]));
        assert!(is_noticed(EventKind::Access(AccessKind::Close(AccessMode::Write)), &["a.md"]));
        assert!(is_noticed(EventKind::Create(CreateKind::Folder), &["nieuws"]));
        assert!(is_noticed(EventKind::Any, &[]), "an event without a name may be anything");
    }

    #[test]
    fn a_folder_change_echoes_a_change_inside_it() {
        const CHANGED: EventKind = EventKind::Modify(ModifyKind::Any);
        let folder = std::env::temp_dir();
        let echoes = |kind, path: &Path| is_an_echo(&Event::new(kind).add_path(path.to_owned()));
        assert!(echoes(CHANGED, &folder));
        assert!(!echoes(EventKind::Create(CreateKind::Any), &folder));
        assert!(
            !echoes(CHANGED, &folder.join("dorpsplein-is-er-niet.md")) && !is_an_echo(&Event::new(CHANGED))
        );
    }

    #[test]
    fn a_disrupted_watch_requests_a_new_one() {
        let effect_of = |event: notify::Result<Event>| {
            let (here, _ended) = channel();
            let signal = Arc::new(Signal::default());
            let folder = PathBuf::from("/dorp");
            Listener { folder, signal: signal.clone(), _here: here }.handle_event(event);
            (signal.peek(Duration::ZERO), signal.take_restart_request())
        };
        assert_eq!(effect_of(Err(notify::Error::generic("the machine is confused"))), (true, true));
        assert_eq!(effect_of(Ok(Event::new(EventKind::Other).set_flag(Flag::Rescan))), (true, true));
        assert_eq!(effect_of(Ok(event(EventKind::Remove(RemoveKind::Folder), &[""]))), (true, true));
        assert_eq!(effect_of(Ok(event(WRITE, &["a.md"]))), (true, false));
        assert_eq!(effect_of(Ok(event(WRITE, &["public/a.html"]))), (false, false));
    }
}
