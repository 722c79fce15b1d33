//! Accepts connections: a limited number, with small requests, and none that stays silent.

use std::collections::VecDeque;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::serve::Listener;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::time::{Instant, Sleep, sleep};

/// How many connections may be open at the same time: well below the limit of any system.
const CONNECTIONS: usize = 160;

/// How many bytes a client may send before it is answered. No request has a body.
const LONGEST_HEAD: usize = 16 * 1024;

/// How long a connection may stay open since it was last written to. Streams of events are written to more
/// often.
const IDLE_TIMEOUT: Duration = Duration::from_secs(20);

/// How long to wait when the system cannot accept another connection.
const ACCEPT_RETRY: Duration = Duration::from_millis(200);

/// The response to a request that is too large.
const HEAD_TOO_LARGE: &[u8] =
    b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

/// Accepts connections. When it is dropped, all of them are closed.
pub(super) struct LimitedListener {
    listener: TcpListener,
    open_connections: VecDeque<OpenConnection>,
}

/// The door's handle on a connection; dropping it closes the connection.
struct OpenConnection {
    close_signal: oneshot::Sender<()>,
    was_answered: Arc<AtomicBool>,
}

/// A connection that enforces these limits.
pub(super) struct Connection {
    stream: TcpStream,
    unanswered: usize,
    idle_timer: Pin<Box<Sleep>>,
    close_signal: oneshot::Receiver<()>,
    was_answered: Arc<AtomicBool>,
}

impl LimitedListener {
    /// Opens the door on a socket that is already listening.
    pub(super) fn open(listener: std::net::TcpListener) -> io::Result<Self> {
        listener.set_nonblocking(true)?;
        Ok(Self { listener: TcpListener::from_std(listener)?, open_connections: VecDeque::new() })
    }

    /// Makes room for a new connection, if need be by closing another.
    fn accept_stream(&mut self, stream: TcpStream) -> Connection {
        // Events are small and should not be held back; if this fails they are only slower.
        let _ = stream.set_nodelay(true);
        self.open_connections.retain(|open_connection| !open_connection.close_signal.is_closed());
        if self.open_connections.len() >= CONNECTIONS {
            // The oldest connection that has had no answer makes room, or else the oldest of all: a browser
            // reconnects.
            let idle = self
                .open_connections
                .iter()
                .position(|open_connection| !open_connection.was_answered.load(Ordering::Relaxed));
            self.open_connections.remove(idle.unwrap_or(0));
        }
        let (close_signal, close_receiver) = oneshot::channel();
        let was_answered = Arc::new(AtomicBool::new(false));
        self.open_connections
            .push_back(OpenConnection { close_signal, was_answered: Arc::clone(&was_answered) });
        Connection {
            stream,
            unanswered: 0,
            idle_timer: Box::pin(sleep(IDLE_TIMEOUT)),
            close_signal: close_receiver,
            was_answered,
        }
    }
}

impl Listener for LimitedListener {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        loop {
            match self.listener.accept().await {
                Ok((stream, address)) => return (self.accept_stream(stream), address),
                Err(_) => sleep(ACCEPT_RETRY).await,
            }
        }
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }
}

impl Connection {
    /// Whether the connection must close; if not, arranges to be woken when it must.
    fn must_close(&mut self, context: &mut Context<'_>) -> bool {
        Pin::new(&mut self.close_signal).poll(context).is_ready()
            || self.idle_timer.as_mut().poll(context).is_ready()
    }

    /// Records that something was written, and restarts the count of its silence.
    fn answered(&mut self) {
        self.unanswered = 0;
        self.was_answered.store(true, Ordering::Relaxed);
        self.idle_timer.as_mut().reset(Instant::now() + IDLE_TIMEOUT);
    }
}

fn closed() -> io::Error {
    io::ErrorKind::ConnectionAborted.into()
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.must_close(context) {
            return Poll::Ready(Err(closed()));
        }
        let before = buffer.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, buffer);
        self.unanswered += buffer.filled().len() - before;
        if self.unanswered > LONGEST_HEAD {
            let _ = self.stream.try_write(HEAD_TOO_LARGE);
            return Poll::Ready(Err(closed()));
        }
        read
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(context, bytes);
        match written {
            Poll::Ready(Ok(_)) => self.answered(),
            Poll::Pending if self.must_close(context) => return Poll::Ready(Err(closed())),
            _ => {}
        }
        written
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(context, pieces);
        match written {
            Poll::Ready(Ok(_)) => self.answered(),
            Poll::Pending if self.must_close(context) => return Poll::Ready(Err(closed())),
            _ => {}
        }
        written
    }
}
