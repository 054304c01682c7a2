//! Instances of one component, and how many requests each answers.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use anyhow::bail;
use tokio::time::Sleep;
use wasmtime::component::{GuestTaskId, Linker};
use wasmtime::{Engine, Store, StoreContextMut};
use wasmtime_wasi_http::handler::{
    HandlerState, Instance, ProxyHandler, ProxyPre, ShouldAccept, WorkerExpiration, WorkerState, WorkerStatus,
};
use wasmtime_wasi_http::{p2, p3};

use crate::app::{ComponentSetup, Options, ReadyComponent};
use crate::state::HostState;

/// How long an instance without work is kept; Spin's default.
const IDLE: Duration = Duration::from_secs(1);

/// Answers requests with instances of one component.
pub type Handler = ProxyHandler<Instances>;

/// Makes the instances of one component.
pub struct Instances {
    engine: Engine,
    proxy: ProxyPre<HostState>,
    setup: Arc<ComponentSetup>,
    max_reuse: usize,
    max_concurrent: usize,
}

impl Instances {
    /// Links a component; what it imports or exports wrongly shows here.
    pub fn handler(
        engine: &Engine,
        linker: &Linker<HostState>,
        ready: &ReadyComponent,
        options: &Options,
    ) -> anyhow::Result<Handler> {
        let pre = linker.instantiate_pre(&ready.component)?;
        let ty = ready.component.component_type();
        let exports = |interface: &str| ty.exports(engine).any(|(name, _)| name.starts_with(interface));
        let (proxy, max_reuse, max_concurrent) = if exports("wasi:http/handler@0.3") {
            let pre = p3::bindings::ServicePre::new(pre)?;
            (ProxyPre::P3(pre), options.max_reuse, options.max_concurrent)
        } else if exports("wasi:http/incoming-handler@0.2") {
            // As in Spin, such an instance answers a single request.
            (ProxyPre::P2(p2::bindings::ProxyPre::new(pre)?), 1, 1)
        } else {
            bail!("it exports neither wasi:http/handler@0.3 nor wasi:http/incoming-handler@0.2");
        };
        Ok(ProxyHandler::new(Self {
            engine: engine.clone(),
            proxy,
            setup: Arc::clone(&ready.setup),
            max_reuse,
            max_concurrent,
        }))
    }
}

impl HandlerState for Instances {
    type StoreData = HostState;
    type WorkerExpiration = Expiration;
    type WorkerState = Worker;

    async fn instantiate(&self) -> wasmtime::Result<Instance<HostState, Expiration, Worker>> {
        let state = HostState::new(Arc::clone(&self.setup))?;
        let mut store = Store::new(&self.engine, state);
        let proxy = self.proxy.instantiate_async(&mut store).await?;
        Ok(Instance {
            store,
            proxy,
            view: HostState::inbound,
            expiration: Expiration(Box::pin(tokio::time::sleep(IDLE))),
            state: Worker {
                id: Arc::clone(&self.setup.id),
                max_reuse: self.max_reuse,
                max_concurrent: self.max_concurrent,
            },
        })
    }
}

/// Ends an instance that has been idle for long enough.
pub struct Expiration(Pin<Box<Sleep>>);

impl WorkerExpiration for Expiration {
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>, status: WorkerStatus, since: Instant) -> Poll<()> {
        if status != WorkerStatus::Idle {
            return Poll::Pending;
        }
        let deadline = (since + IDLE).into();
        if self.0.deadline() != deadline {
            self.0.as_mut().reset(deadline);
        }
        self.0.as_mut().poll(context)
    }
}

/// Set when the host has begun to end.
pub(crate) static STOPPING: AtomicBool = AtomicBool::new(false);

/// What one instance still accepts.
pub struct Worker {
    id: Arc<str>,
    max_reuse: usize,
    max_concurrent: usize,
}

impl WorkerState for Worker {
    type StoreData = HostState;
    type RequestData = ();

    fn should_accept_request(&self, concurrent: usize, total: usize) -> ShouldAccept {
        if total >= self.max_reuse {
            ShouldAccept::Never
        } else if concurrent >= self.max_concurrent {
            ShouldAccept::No
        } else {
            ShouldAccept::Yes
        }
    }

    fn on_request_start(
        &self,
        _: StoreContextMut<'_, HostState>,
        (): (),
        _: GuestTaskId,
    ) -> Pin<Box<dyn Future<Output = ()> + Send + Sync>> {
        // Requests have no time limit.
        Box::pin(std::future::pending())
    }

    fn drop(&self, store: Store<HostState>, result: wasmtime::Result<()>) {
        // When the host ends, idle instances are cut off; that is no failure.
        if let (Err(error), false) = (result, STOPPING.load(Ordering::Relaxed)) {
            eprintln!("[{}] instance failed: {error:#}", self.id);
        }
        drop(store);
    }
}
