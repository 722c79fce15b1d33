//! Floor 8: the preview of a site in a browser on the same machine. It answers what the plan holds and nothing
//! else, and tells open pages when they changed.
//!
//! Whoever rebuilds the site calls [`Preview::show`]; this room neither watches files nor builds.

mod words;
mod kinds;
mod locate;
mod preview;
mod page;
mod path_answer;
mod events;
mod door;
mod desk;

use std::future::{Future, IntoFuture, poll_fn};
use std::io;
use std::net::TcpListener;
use std::pin::pin;
use std::task::Poll;

pub use preview::{News, Preview};

/// Answers requests until `stop` resolves; then every connection is closed. The listener is bound to the loopback
/// address by the caller.
///
/// # Errors
/// When the machine does not let us listen.
pub async fn answer(
    preview: Preview,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let door = door::Door::open(listener)?;
    let mut serving = pin!(axum::serve(door, desk::desk(preview)).into_future());
    let mut stop = pin!(stop);
    // Dropping the door closes what came in through it, also the streams of events, which have no end of their own.
    poll_fn(|context| match stop.as_mut().poll(context) {
        Poll::Ready(()) => Poll::Ready(Ok(())),
        Poll::Pending => serving.as_mut().poll(context),
    })
    .await
}

/// The same on a runtime of its own, until Ctrl-C.
///
/// # Errors
/// When the machine does not let us listen.
pub fn run_until_interrupted(preview: Preview, listener: TcpListener) -> io::Result<()> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().max_blocking_threads(MAKERS).build()?;
    let ended = runtime.block_on(answer(preview, listener, async {
        // When the signal cannot be heard there is nothing to stop for: the terminal ends us.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }));
    // A page that is being made for nobody does not keep somebody waiting.
    runtime.shutdown_background();
    ended
}

/// How many pages are made at the same time.
const MAKERS: usize = 4;
