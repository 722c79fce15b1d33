//! Floor 8: the preview of a site in a browser on the same machine. It serves what the plan contains and
//! nothing else, and tells open pages when they have changed.
//!
//! The code that rebuilds the site calls [`Preview::show`]; this room neither watches files nor builds.

mod words;
mod kinds;
mod locate;
mod preview;
mod page;
mod path_answer;
mod events;
mod limited_listener;
mod routes;

use std::future::{Future, IntoFuture, poll_fn};
use std::io;
use std::net::TcpListener;
use std::pin::pin;
use std::task::Poll;

pub use preview::{Preview, PreviewUpdate};

/// Answers requests until `stop` resolves; then every connection is closed. The caller binds the listener to
/// the loopback address.
///
/// # Errors
/// When the system does not let us listen.
pub async fn answer(
    preview: Preview,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let limited_listener = limited_listener::LimitedListener::open(listener)?;
    let mut serving = pin!(axum::serve(limited_listener, routes::routes(preview)).into_future());
    let mut stop = pin!(stop);
    // Dropping the door closes all its connections, including the streams of events, which never end by
    // themselves.
    poll_fn(|context| match stop.as_mut().poll(context) {
        Poll::Ready(()) => Poll::Ready(Ok(())),
        Poll::Pending => serving.as_mut().poll(context),
    })
    .await
}

/// Does the same on its own runtime, until Ctrl-C.
///
/// # Errors
/// When the system does not let us listen.
pub fn run_until_interrupted(preview: Preview, listener: TcpListener) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(RENDER_THREADS)
        .build()?;
    let ended = runtime.block_on(answer(preview, listener, async {
        // Without a signal handler there is no reason to stop: the terminal ends the process.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }));
    // Stopping does not wait for a page that is still being rendered.
    runtime.shutdown_background();
    ended
}

/// How many pages are rendered at the same time.
const RENDER_THREADS: usize = 4;
