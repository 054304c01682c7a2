//! Everything a component can import.

use wasmtime::Engine;
use wasmtime::component::{HasData, Linker};

use crate::bindings::{key_value, sqlite, variables};
use crate::state::HostState;

/// Marks this host's implementation of the Spin interfaces.
pub struct Spin;

impl HasData for Spin {
    type Data<'a> = &'a mut HostState;
}

/// Links WASI 0.2 and 0.3 with HTTP, and the Spin interfaces.
pub fn linker(engine: &Engine) -> wasmtime::Result<Linker<HostState>> {
    let mut linker = Linker::new(engine);
    wasmtime_wasi::p2::add_to_linker_async(&mut linker)?;
    wasmtime_wasi::p3::add_to_linker(&mut linker)?;
    wasmtime_wasi_http::p2::add_only_http_to_linker_async(&mut linker)?;
    wasmtime_wasi_http::p3::add_to_linker(&mut linker)?;
    sqlite::add_to_linker::<_, Spin>(&mut linker, |state| state)?;
    key_value::add_to_linker::<_, Spin>(&mut linker, |state| state)?;
    variables::add_to_linker::<_, Spin>(&mut linker, |state| state)?;
    Ok(linker)
}
