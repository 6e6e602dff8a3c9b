//! Connections: how many, how long, and how they end.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

use super::site::Site;
use super::{ServerError, routes};

/// So many connections at once; more wait for the system to hand them over.
const CONNECTIONS: usize = 512;

/// How long a client may take to send the head of a request.
const HEAD: Duration = Duration::from_secs(10);

/// How long a connection may last, whatever goes over it.
const LIFE: Duration = Duration::from_secs(600);

/// How long answers under way may take when the server is told to stop.
const GRACE: Duration = Duration::from_secs(5);

/// Takes the port.
pub(super) async fn bind(address: SocketAddr) -> Result<TcpListener, ServerError> {
    TcpListener::bind(address).await.map_err(|source| match source.kind() {
        io::ErrorKind::AddrInUse => ServerError::Taken { address },
        _ => ServerError::Bind { address, source },
    })
}

/// Answers until a signal comes; then lets answers under way finish, for a while.
pub(super) async fn serve(
    listener: TcpListener,
    site: Site,
    ready: impl FnOnce(SocketAddr),
) -> Result<(), ServerError> {
    let mut signals = Signals::new()?;
    site.pool.warm().await?;
    let address = listener.local_addr()?;
    let service = TowerToHyperService::new(routes::router(site, address));
    let mut builder = Builder::new(TokioExecutor::new()).http1_only();
    builder.http1().timer(TokioTimer::new()).header_read_timeout(HEAD);
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(CONNECTIONS));
    ready(address);
    loop {
        let accepted = tokio::select! {
            accepted = accept(&listener, &places) => accepted,
            () = signals.next() => break,
        };
        let Some((place, stream)) = accepted else { continue };
        let connection = builder.serve_connection(TokioIo::new(stream), service.clone()).into_owned();
        let watched = graceful.watch(connection);
        tokio::spawn(async move {
            // A client that goes away, or stays too long, is no event.
            let _ = timeout(LIFE, watched).await;
            drop(place);
        });
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => {}
        () = sleep(GRACE) => {}
        () = signals.next() => {}
    }
    Ok(())
}

type Accepted = (tokio::sync::OwnedSemaphorePermit, tokio::net::TcpStream);

async fn accept(listener: &TcpListener, places: &Arc<Semaphore>) -> Option<Accepted> {
    let place = Arc::clone(places).acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, _)) => Some((place, stream)),
        Err(_) => {
            // Out of file descriptors, most likely: some will be free again soon.
            sleep(Duration::from_millis(50)).await;
            None
        }
    }
}

/// SIGINT and SIGTERM, or Ctrl-C.
struct Signals {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

#[cfg(not(unix))]
impl Signals {
    #[expect(clippy::unnecessary_wraps, reason = "it can fail elsewhere")]
    fn new() -> io::Result<Self> {
        Ok(Self {})
    }

    async fn next(&mut self) {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
