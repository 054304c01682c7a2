//! An application made ready: its components, compiled and with all they may use.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, Weak};

use anyhow::Context as _;
use tempfile::TempDir;
use wasmtime::Engine;
use wasmtime::component::Component;
use wasmtime_wasi::{FsPerms, WasiCtx};
use wasmtime_wasi_http::{Error, WasiBody};

use crate::cache::Cache;
use crate::clock::OffsetClock;
use crate::http::Server;
use crate::key_value::Store;
use crate::manifest::{self, Manifest};
use crate::outbound::AllowedHost;
use crate::output::Output;
use crate::runtime_config::Storage;
use crate::variables::{Template, Variables};
use crate::{compose, files};

/// What the command line settles for an application.
#[derive(Clone, Debug)]
pub struct Options {
    /// The manifest file.
    pub manifest: PathBuf,
    /// Where databases are kept; `.spin` beside the manifest unless given.
    pub state_dir: Option<PathBuf>,
    /// Compiled components; `cache` in the state directory unless given.
    pub cache_dir: Option<PathBuf>,
    /// Tells where databases and stores with other labels are.
    pub runtime_config: Option<PathBuf>,
    /// Values of application variables.
    pub variables: BTreeMap<String, String>,
    /// A file with milliseconds by which the guests' clock is moved.
    pub clock_offset: Option<PathBuf>,
    /// How many requests one instance answers in its life.
    pub max_reuse: usize,
    /// How many of them at once.
    pub max_concurrent: usize,
    /// Keeps components' output and progress lines back.
    pub quiet: bool,
}

impl Options {
    /// Spin's defaults for a manifest.
    pub fn new(manifest: PathBuf) -> Self {
        Self {
            manifest,
            state_dir: None,
            cache_dir: None,
            runtime_config: None,
            variables: BTreeMap::new(),
            clock_offset: None,
            max_reuse: 128,
            max_concurrent: 16,
            quiet: false,
        }
    }
}

/// What a component may use; shared by its instances.
pub struct ComponentSetup {
    /// The component's id.
    pub id: Arc<str>,
    /// Its variables, expanded.
    pub variables: BTreeMap<String, String>,
    /// The databases it may open.
    pub databases: BTreeMap<String, Arc<Path>>,
    /// The stores it may open.
    pub stores: BTreeMap<String, Store>,
    /// Where it may send requests to.
    pub allowed_hosts: Vec<AllowedHost>,
    /// What it shares with the other components.
    pub shared: Arc<Shared>,
    environment: Vec<(String, String)>,
    files: Option<PathBuf>,
    clock_offset: Option<PathBuf>,
    output: [Output; 2],
}

impl ComponentSetup {
    /// The WASI side of a new instance.
    pub fn wasi_ctx(&self) -> wasmtime::Result<WasiCtx> {
        let [stdout, stderr] = &self.output;
        let mut builder = WasiCtx::builder();
        builder.stdout(stdout.fresh()).stderr(stderr.fresh()).envs(&self.environment);
        if let Some(path) = &self.clock_offset {
            builder.wall_clock(OffsetClock(path.clone()));
        }
        if let Some(path) = &self.files {
            builder.preopened_dir(path, "/", FsPerms::ReadOnly)?;
        }
        Ok(builder.build())
    }
}

/// What is only known once the application serves.
#[derive(Default)]
pub struct Shared {
    address: OnceLock<SocketAddr>,
    server: OnceLock<Weak<Server>>,
}

impl Shared {
    /// Tells the components who serves them, and where.
    pub fn serve(&self, server: &Arc<Server>, address: SocketAddr) {
        _ = self.server.set(Arc::downgrade(server));
        _ = self.address.set(address);
    }

    /// Where the application can be reached.
    pub fn address(&self) -> Option<SocketAddr> {
        self.address.get().copied()
    }

    /// Hands a request of one component to another.
    pub async fn chain(&self, id: &str, request: http::Request<WasiBody>) -> Result<http::Response<WasiBody>, Error> {
        let server = self.server.get().and_then(Weak::upgrade);
        let server = server.ok_or(Error::DestinationNotFound)?;
        server.chain(id, request).await
    }
}

/// One component, ready to be instantiated.
pub struct ReadyComponent {
    /// What its instances may use.
    pub setup: Arc<ComponentSetup>,
    /// Its compiled code.
    pub component: Component,
}

/// A whole application, ready to serve.
pub struct App {
    /// What the manifest says.
    pub manifest: Manifest,
    /// The components by id.
    pub components: BTreeMap<String, ReadyComponent>,
    /// What the components share.
    pub shared: Arc<Shared>,
    /// The engine they were compiled for.
    pub engine: Engine,
    /// Removed with the application.
    _files: TempDir,
}

impl App {
    /// Reads a manifest and makes everything ready.
    pub fn load(options: &Options) -> anyhow::Result<Self> {
        let loader = Loader::new(options)?;
        let variables =
            Variables::resolve(&loader.manifest.variables, &options.variables, |name| std::env::var(name).ok())?;
        let storage = Storage::load(&loader.state_dir, options.runtime_config.as_deref())?;
        let copies = tempfile::Builder::new().prefix("tasuki-host-").tempdir()?;
        let shared = Arc::new(Shared::default());
        let mut setups = BTreeMap::new();
        for (id, component) in &loader.manifest.component {
            let setup = loader
                .setup(id, component, &variables, &storage, copies.path(), &shared)
                .with_context(|| format!("component {id:?}"))?;
            setups.insert(id.clone(), Arc::new(setup));
        }
        let engine = crate::cache::engine()?;
        let compiled = loader.compile(&engine)?;
        let components = setups
            .into_iter()
            .zip(compiled)
            .map(|((id, setup), component)| (id, ReadyComponent { setup, component }))
            .collect();
        Ok(Self { manifest: loader.manifest, components, shared, engine, _files: copies })
    }
}

/// Compiles all components of a manifest into the cache.
pub fn compile(options: &Options) -> anyhow::Result<()> {
    let loader = Loader::new(options)?;
    loader.compile(&crate::cache::engine()?).map(drop)
}

struct Loader<'a> {
    options: &'a Options,
    manifest: Manifest,
    /// The manifest's directory.
    root: PathBuf,
    state_dir: PathBuf,
}

impl<'a> Loader<'a> {
    fn new(options: &'a Options) -> anyhow::Result<Self> {
        let manifest = Manifest::load(&options.manifest)?;
        let root =
            std::path::absolute(&options.manifest)?.parent().context("the manifest has no directory")?.to_owned();
        let state_dir = match &options.state_dir {
            Some(dir) => std::path::absolute(dir)?,
            None => root.join(".spin"),
        };
        Ok(Self { options, manifest, root, state_dir })
    }

    fn setup(
        &self,
        id: &str,
        component: &manifest::Component,
        variables: &Variables,
        storage: &Storage,
        copies: &Path,
        shared: &Arc<Shared>,
    ) -> anyhow::Result<ComponentSetup> {
        let files = if component.files.is_empty() {
            None
        } else {
            let to = copies.join(id);
            files::copy(component, &self.root, &to)?;
            Some(to)
        };
        let allowed_hosts = component
            .allowed_outbound_hosts
            .iter()
            .map(|text| AllowedHost::parse(&Template::parse(text)?.expand(variables)?))
            .collect::<anyhow::Result<_>>()?;
        let id: Arc<str> = id.into();
        let output = || Output::new(Arc::clone(&id), self.options.quiet);
        Ok(ComponentSetup {
            variables: variables.expand_all(&component.variables)?,
            databases: storage.databases(&component.sqlite_databases)?,
            stores: storage.stores(&component.key_value_stores)?,
            allowed_hosts,
            shared: Arc::clone(shared),
            environment: component.environment.iter().map(|(name, value)| (name.clone(), value.clone())).collect(),
            files,
            clock_offset: self.options.clock_offset.clone(),
            output: [output(), output()],
            id,
        })
    }

    /// Compiles what is not in the cache, all at the same time; the results
    /// are in the order of the components' ids.
    fn compile(&self, engine: &Engine) -> anyhow::Result<Vec<Component>> {
        let dir = match &self.options.cache_dir {
            Some(dir) => dir.clone(),
            None => self.state_dir.join("cache"),
        };
        let cache = Cache::new(engine, &dir, self.options.quiet)?;
        let sorted: BTreeMap<_, _> = self.manifest.component.iter().collect();
        std::thread::scope(|scope| {
            let running: Vec<_> = sorted
                .into_iter()
                .map(|(id, component)| {
                    let work = || {
                        let wasm = compose::load(&self.manifest, id, component, &self.root)?;
                        cache.get(id, &wasm)
                    };
                    let thread = scope.spawn(move || work().with_context(|| format!("component {id:?}")));
                    (id, thread)
                })
                .collect();
            running
                .into_iter()
                .map(|(id, thread)| thread.join().map_err(|_| anyhow::anyhow!("compiling {id:?} panicked"))?)
                .collect()
        })
    }
}
