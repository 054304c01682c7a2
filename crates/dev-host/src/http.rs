//! The HTTP server: connections, routes, and who answers.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use bytes::Bytes;
use http::uri::{Authority, Scheme};
use http::{HeaderValue, Request, Response, StatusCode, Uri, header};
use http_body_util::{BodyExt as _, Empty, Full};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use wasmtime_wasi_http::{Error, WasiBody};

use crate::app::{App, Options};
use crate::instance::{Handler, Instances};
use crate::manifest::StaticResponse;
use crate::routes::{Match, Routes, WELL_KNOWN};

/// How long open connections may take to finish after the end was asked for.
const GRACE: Duration = Duration::from_secs(5);

/// What a route leads to.
enum Target {
    Component(Handler),
    Fixed(StaticResponse),
}

/// An application that answers requests.
pub struct Server {
    routes: Routes<Target>,
    by_id: BTreeMap<String, Target>,
    info: Bytes,
    /// Holds the components' files for as long as there are requests.
    app: App,
}

impl Server {
    /// Links all components of an application.
    pub fn new(app: App, options: &Options) -> anyhow::Result<Arc<Self>> {
        let linker = crate::linker::linker(&app.engine)?;
        let mut handlers = BTreeMap::new();
        for (id, ready) in &app.components {
            let answers = app.manifest.http_triggers().iter().any(|trigger| trigger.component.as_ref() == Some(id));
            if answers {
                let handler = Instances::handler(&app.engine, &linker, ready, options)
                    .with_context(|| format!("component {id:?}"))?;
                handlers.insert(id.clone(), handler);
            }
        }
        let routes = Routes::new(app.manifest.http_triggers().iter().filter_map(|trigger| {
            let pattern = trigger.pattern()?.to_owned();
            let target = match (&trigger.component, &trigger.static_response) {
                (Some(id), _) => Target::Component(handlers.get(id)?.clone()),
                (None, fixed) => Target::Fixed(fixed.clone()?),
            };
            Some((pattern, target))
        }))?;
        let application = &app.manifest.application;
        let mut info = serde_json::Map::new();
        info.insert("name".to_owned(), application.name.clone().into());
        if let Some(version) = &application.version {
            info.insert("version".to_owned(), version.clone().into());
        }
        Ok(Arc::new(Self {
            routes,
            by_id: handlers.into_iter().map(|(id, handler)| (id, Target::Component(handler))).collect(),
            info: serde_json::to_vec_pretty(&info)?.into(),
            app,
        }))
    }

    /// Serves until told to stop, then lets open requests finish.
    pub async fn serve(self: Arc<Self>, listener: TcpListener, stop: impl Future<Output = ()>) -> anyhow::Result<()> {
        let address = listener.local_addr()?;
        self.app.shared.serve(&self, address);
        let (stopping, stopped) = watch::channel(false);
        let mut stop = std::pin::pin!(stop);
        loop {
            tokio::select! {
                accepted = listener.accept() => match accepted {
                    Ok((stream, client)) => {
                        tokio::spawn(Arc::clone(&self).connection(stream, client, stopped.clone()));
                    }
                    // As when there are too many open files: others may still work.
                    Err(error) => {
                        eprintln!("cannot accept a connection: {error}");
                        tokio::time::sleep(Duration::from_millis(50)).await;
                    }
                },
                () = &mut stop => break,
            }
        }
        drop(stopped);
        crate::instance::STOPPING.store(true, std::sync::atomic::Ordering::Relaxed);
        _ = stopping.send(true);
        // Every connection holds a receiver until it has ended.
        _ = tokio::time::timeout(GRACE, stopping.closed()).await;
        Ok(())
    }

    async fn connection(self: Arc<Self>, stream: TcpStream, client: SocketAddr, mut stopped: watch::Receiver<bool>) {
        // The head and the body of a response are written one after the
        // other; without this the body waits for the client's delayed ACK.
        _ = stream.set_nodelay(true);
        let service = service_fn(|request| {
            let server = Arc::clone(&self);
            async move { Ok::<_, Infallible>(server.answer(request, client).await) }
        });
        let connection = hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        let mut connection = std::pin::pin!(connection);
        // An error is a client that went away, or a response that a failed
        // instance left unfinished; the latter has been logged already.
        tokio::select! {
            _ = connection.as_mut() => {}
            () = asked_to_stop(&mut stopped) => {
                connection.as_mut().graceful_shutdown();
                _ = connection.await;
            }
        }
    }

    async fn answer(&self, request: Request<Incoming>, client: SocketAddr) -> Response<WasiBody> {
        let request = request.map(|body| body.map_err(Error::from).boxed_unsync());
        let path = request.uri().path().to_owned();
        if let Some(name) = path.strip_prefix(WELL_KNOWN) {
            return self.well_known(name);
        }
        let Some(found) = self.routes.find(&path) else {
            return status(StatusCode::NOT_FOUND);
        };
        self.run(&found, request, client).await.unwrap_or_else(|error| {
            eprintln!("error on {path}: {error:#}");
            status(StatusCode::INTERNAL_SERVER_ERROR)
        })
    }

    fn well_known(&self, name: &str) -> Response<WasiBody> {
        match name {
            "health" => full("OK".into()),
            "info" => {
                let mut response = full(self.info.clone());
                response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
                response
            }
            _ => status(StatusCode::NOT_FOUND),
        }
    }

    async fn run(
        &self,
        found: &Match<'_, Target>,
        mut request: Request<WasiBody>,
        client: SocketAddr,
    ) -> anyhow::Result<Response<WasiBody>> {
        let handler = match found.target {
            Target::Component(handler) => handler,
            Target::Fixed(response) => return fixed(response),
        };
        if let Err(error) = prepare(&mut request) {
            eprintln!("refused a request: {error:#}");
            return Ok(status(StatusCode::BAD_REQUEST));
        }
        let uri = request.uri().clone();
        found.append_headers(request.headers_mut(), &uri, client)?;
        Ok(handler.handle((), request).await?)
    }

    /// Hands a request of one component to another, by its id.
    pub async fn chain(&self, id: &str, request: Request<WasiBody>) -> Result<Response<WasiBody>, Error> {
        let target = self.by_id.get(id).ok_or(Error::DestinationNotFound)?;
        let path = request.uri().path().to_owned();
        let nobody = SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0));
        // Boxed, for a component may so call itself.
        let found = Match::chained(target, &path);
        Box::pin(self.run(&found, request, nobody))
            .await
            .map_err(|error| Error::InternalError(Some(format!("{error:#}"))))
    }
}

async fn asked_to_stop(stopped: &mut watch::Receiver<bool>) {
    // An error means that the server itself is gone, which asks for the same.
    _ = stopped.wait_for(|stop| *stop).await;
}

/// Gives a request its full URL, and takes off what is between the client and
/// this host only.
fn prepare(request: &mut Request<WasiBody>) -> anyhow::Result<()> {
    let host = request
        .headers()
        .get(header::HOST)
        .map(|host| Authority::try_from(host.as_bytes()))
        .transpose()
        .context("invalid Host header")?;
    let mut parts = request.uri().clone().into_parts();
    let authority = match (host, parts.authority.take()) {
        (Some(host), Some(own)) if host != own => bail!("Host header and URL differ"),
        (Some(authority), _) | (None, Some(authority)) => authority,
        (None, None) => bail!("no Host header"),
    };
    parts.scheme = Some(Scheme::HTTP);
    parts.authority = Some(authority);
    *request.uri_mut() = Uri::from_parts(parts)?;
    request.headers_mut().remove(header::CONNECTION);
    Ok(())
}

fn fixed(response: &StaticResponse) -> anyhow::Result<Response<WasiBody>> {
    let mut builder = Response::builder().status(response.status_code.unwrap_or(200));
    for (name, value) in &response.headers {
        builder = builder.header(name, value);
    }
    let body = response.body.clone().unwrap_or_default();
    Ok(builder.body(Full::new(body.into()).map_err(Error::from).boxed_unsync())?)
}

fn full(body: Bytes) -> Response<WasiBody> {
    Response::new(Full::new(body).map_err(Error::from).boxed_unsync())
}

fn status(code: StatusCode) -> Response<WasiBody> {
    let mut response = Response::new(Empty::new().map_err(Error::from).boxed_unsync());
    *response.status_mut() = code;
    response
}
