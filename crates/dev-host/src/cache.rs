//! Compiled components, kept on disk so that a start takes no compiling.

use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use sha2::{Digest as _, Sha256};
use wasmtime::component::Component;
use wasmtime::{Config, Engine, InstanceAllocationStrategy, PoolingAllocationConfig};

/// How many instances may exist at once; Spin's number.
const MAX_INSTANCES: u32 = 1000;

/// The engine that compiles and runs all components.
pub fn engine() -> anyhow::Result<Engine> {
    let mut pool = PoolingAllocationConfig::default();
    pool.total_component_instances(MAX_INSTANCES)
        .total_core_instances(4 * MAX_INSTANCES)
        .total_memories(MAX_INSTANCES)
        .total_tables(2 * MAX_INSTANCES)
        .total_stacks(MAX_INSTANCES)
        .table_elements(100_000)
        .max_component_instance_size(10 << 20)
        .max_core_instance_size(10 << 20)
        .max_core_instances_per_component(200)
        .max_tables_per_component(64)
        .max_memories_per_component(32)
        .max_tables_per_module(2)
        .max_memories_per_module(2)
        .max_memory_size(4 << 30)
        // Pages kept from one instance to the next save faults on each start.
        .linear_memory_keep_resident(2 << 20)
        .table_keep_resident(512 << 10);
    let mut config = Config::new();
    config
        .wasm_component_model(true)
        .wasm_component_model_async(true)
        .parallel_compilation(true)
        .allocation_strategy(InstanceAllocationStrategy::Pooling(pool));
    Ok(Engine::new(&config)?)
}

/// A directory of compiled components.
pub struct Cache<'a> {
    engine: &'a Engine,
    dir: PathBuf,
    quiet: bool,
}

impl<'a> Cache<'a> {
    /// Uses a directory, which is made if need be.
    pub fn new(engine: &'a Engine, dir: &Path, quiet: bool) -> anyhow::Result<Self> {
        std::fs::create_dir_all(dir).with_context(|| format!("cannot make the cache directory {}", dir.display()))?;
        Ok(Self { engine, dir: dir.to_owned(), quiet })
    }

    /// Gives the compiled form of a component, compiling it only if it or the
    /// engine has changed.
    pub fn get(&self, id: &str, wasm: &[u8]) -> anyhow::Result<Component> {
        let path = self.dir.join(format!("{}.cwasm", self.key(wasm)));
        if path.exists() {
            match load(self.engine, &path) {
                Ok(component) => return Ok(component),
                Err(error) => eprintln!("{id}: cached form is unusable, compiling anew: {error}"),
            }
        }
        if !self.quiet {
            eprintln!("{id}: compiling");
        }
        let start = std::time::Instant::now();
        let component = Component::new(self.engine, wasm)?;
        // Renamed into place, so that nobody ever reads half a file.
        let mut file = tempfile::NamedTempFile::new_in(&self.dir)?;
        std::io::Write::write_all(&mut file, &component.serialize()?)?;
        file.persist(&path)?;
        if !self.quiet {
            eprintln!("{id}: compiled in {:.1} s", start.elapsed().as_secs_f32());
        }
        Ok(component)
    }

    /// Names what a compiled form depends on: the component, and wasmtime's
    /// version and settings.
    fn key(&self, wasm: &[u8]) -> String {
        struct Feed(Sha256);
        impl Hasher for Feed {
            fn write(&mut self, bytes: &[u8]) {
                self.0.update(bytes);
            }
            fn finish(&self) -> u64 {
                0
            }
        }
        let mut feed = Feed(Sha256::new());
        feed.write(wasm);
        self.engine.precompile_compatibility_hash().hash(&mut feed);
        format!("{:x}", feed.0.finalize())
    }
}

fn load(engine: &Engine, path: &Path) -> wasmtime::Result<Component> {
    #[expect(
        unsafe_code,
        reason = "wasmtime cannot check that the file is its own output; only this host writes this directory, and the name carries the hash of all that the output depends on"
    )]
    // SAFETY: see the reason above.
    unsafe {
        Component::deserialize_file(engine, path)
    }
}
