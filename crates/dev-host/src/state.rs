//! What each component instance owns on the host's side.

use std::sync::Arc;

use wasmtime::component::ResourceTable;
use wasmtime_wasi::{WasiCtx, WasiCtxView, WasiView};
use wasmtime_wasi_http::{WasiHttpCtx, WasiHttpCtxView, WasiHttpView};

use crate::app::ComponentSetup;
use crate::outbound::{InboundHooks, OutboundHooks};

/// The data of one instance's store.
pub struct HostState {
    /// Handles which the guest holds.
    pub table: ResourceTable,
    /// What the component may use; shared by all its instances.
    pub setup: Arc<ComponentSetup>,
    wasi: WasiCtx,
    http: WasiHttpCtx,
    hooks: OutboundHooks,
    inbound: InboundHooks,
}

impl HostState {
    /// Sets up a fresh state for a new instance of a component.
    pub fn new(setup: Arc<ComponentSetup>) -> wasmtime::Result<Self> {
        Ok(Self {
            table: ResourceTable::new(),
            wasi: setup.wasi_ctx()?,
            http: WasiHttpCtx::new(),
            hooks: OutboundHooks::new(Arc::clone(&setup)),
            inbound: InboundHooks,
            setup,
        })
    }

    /// The view through which requests come in. It hides no header: wasmtime
    /// would take `host` away, which Spin's components do see.
    pub fn inbound(&mut self) -> WasiHttpCtxView<'_> {
        WasiHttpCtxView { hooks: &mut self.inbound, table: &mut self.table, ctx: &mut self.http }
    }
}

impl WasiView for HostState {
    fn ctx(&mut self) -> WasiCtxView<'_> {
        WasiCtxView { ctx: &mut self.wasi, table: &mut self.table }
    }
}

impl WasiHttpView for HostState {
    fn http(&mut self) -> WasiHttpCtxView<'_> {
        WasiHttpCtxView { hooks: &mut self.hooks, table: &mut self.table, ctx: &mut self.http }
    }
}
