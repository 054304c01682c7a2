//! What has to be on the machine: a compiler for WASM, Node.js, Debian packages.

use crate::shell;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// The target all components are built for.
pub(crate) const WASM_TARGET: &str = "wasm32-wasip2";
/// What Debian calls a compiler that can build for WASM, its sources and the C library below it.
const DEBIAN_PACKAGES: [&str; 3] = ["rustc-web", "rust-web-src", "wasi-libc"];
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const RUSTUP_LIMIT: Duration = Duration::from_mins(1);
const NODE_MAJOR_MIN: u32 = 20;

/// How this machine builds for WASM.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WasmToolchain {
    /// The compiler in use has the target's standard library.
    Rustup,
    /// The standard library is built from Debian's sources with Debian's compiler, which must
    /// match each other; the linkers come from the compiler in use, since Debian packs none.
    Debian { linker_dir: PathBuf },
}

impl WasmToolchain {
    /// `cargo <subcommand>` for the WASM target.
    pub(crate) fn cargo(&self, subcommand: &str) -> Result<Command> {
        let mut cargo = cargo(subcommand);
        cargo.args(["--target", WASM_TARGET]);
        if let Self::Debian { linker_dir } = self {
            let path = std::env::var_os("PATH").unwrap_or_default();
            let paths = std::iter::once(linker_dir.clone()).chain(std::env::split_paths(&path));
            cargo
                .env("PATH", std::env::join_paths(paths)?)
                .env("RUSTC", DEBIAN_RUSTC)
                .env("RUSTC_BOOTSTRAP", "1")
                .env("RUSTFLAGS", "-L native=/usr/lib/wasm32-wasi")
                .args(["-Z", "build-std=std,panic_abort"]);
        }
        Ok(cargo)
    }

    /// Where its results go: the two must not overwrite each other's, as every switch would
    /// then build the world again.
    pub(crate) fn target_dir(&self, root: &Path) -> PathBuf {
        match self {
            Self::Rustup => root.join("target"),
            Self::Debian { .. } => root.join("target/debian"),
        }
    }
}

/// `cargo <subcommand>` in the repository's root, whatever cargo runs this program.
pub(crate) fn cargo(subcommand: &str) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut cargo = Command::new(program);
    // The variables of the `cargo run` around this program are not meant for the next cargo.
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("CARGO_PKG_") || name == "CARGO_MANIFEST_DIR" {
            cargo.env_remove(name);
        }
    }
    cargo.arg(subcommand).current_dir(crate::workspace::root());
    cargo
}

/// Decides how to build for WASM, fetching what is missing: rustup first, Debian's sources next.
pub(crate) fn wasm() -> Result<WasmToolchain> {
    if std::env::var_os("TASUKI_TOOLCHAIN").is_some_and(|choice| choice == "debian") {
        println!("WASM toolchain: Debian's, because TASUKI_TOOLCHAIN=debian");
        return debian();
    }
    if target_is_installed() {
        println!("WASM toolchain: the compiler in use has {WASM_TARGET}");
        return Ok(WasmToolchain::Rustup);
    }
    println!("WASM toolchain: asking rustup for {WASM_TARGET} (at most {} s)", RUSTUP_LIMIT.as_secs());
    if rustup_installs_target() && target_is_installed() {
        return Ok(WasmToolchain::Rustup);
    }
    println!("WASM toolchain: rustup could not get it, so Debian's compiler and sources are used");
    debian()
}

fn target_is_installed() -> bool {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let library = shell::answer(&rustc, &["--print", "target-libdir", "--target", WASM_TARGET]);
    library.is_some_and(|path| Path::new(&path).is_dir())
}

fn rustup_installs_target() -> bool {
    let spawned = Command::new("rustup").args(["target", "add", WASM_TARGET]).spawn();
    let Ok(mut rustup) = spawned else { return false };
    let ended = shell::wait_limited(&mut rustup, RUSTUP_LIMIT);
    matches!(ended, Ok(Some(status)) if status.success())
}

fn debian() -> Result<WasmToolchain> {
    install_packages(&DEBIAN_PACKAGES).with_context(|| {
        format!(
            "no way to build for {WASM_TARGET}: run `rustup target add {WASM_TARGET}` where rustup can reach \
             its server, or on Debian `apt-get install {}`",
            DEBIAN_PACKAGES.join(" ")
        )
    })?;
    let sysroot = shell::answer("rustc", &["--print", "sysroot"]).context("`rustc` is not on PATH")?;
    let versions = shell::answer("rustc", &["-vV"]).context("`rustc -vV` failed")?;
    let triple = versions.lines().find_map(|line| line.strip_prefix("host: "));
    let triple = triple.context("`rustc -vV` names no host")?;
    let linker_dir = Path::new(&sysroot).join("lib/rustlib").join(triple).join("bin");
    for linker in ["wasm-component-ld", "rust-lld"] {
        if !linker_dir.join(linker).exists() {
            bail!("`{linker}` is missing in {}: install Rust through rustup", linker_dir.display());
        }
    }
    Ok(WasmToolchain::Debian { linker_dir })
}

/// Makes sure of Node.js, from Debian's packages where that is possible.
pub(crate) fn node() -> Result<()> {
    if node_major().is_none() && is_root() && has_apt() {
        install_packages(&["nodejs", "npm"])?;
    }
    match node_major() {
        Some(major) if major >= NODE_MAJOR_MIN => {}
        Some(major) => bail!(
            "Node.js {NODE_MAJOR_MIN} or newer is needed, and this is {major}: see https://nodejs.org/en/download"
        ),
        None => bail!("Node.js {NODE_MAJOR_MIN} or newer is needed: see https://nodejs.org/en/download"),
    }
    if shell::answer("npm", &["--version"]).is_none() {
        bail!("`npm` is needed beside Node.js: install your system's package `npm`");
    }
    Ok(())
}

fn node_major() -> Option<u32> {
    let version = shell::answer("node", &["--version"])?;
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Makes sure of a browser for the tests, and of a font that has Japanese; gives the browser's path.
pub(crate) fn chromium() -> Result<String> {
    let names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
    let find = || names.iter().find_map(|name| on_path(name));
    if has_apt() && (find().is_none() || shell::answer("dpkg-query", &["-W", "fonts-noto-cjk"]).is_none()) {
        install_packages(&["chromium", "fonts-noto-cjk"])?;
    }
    find().context("Chromium is needed for the browser tests: install your system's package `chromium`")
}

/// Makes sure of the font of the blank forms: one made for public notices, and embedded as TrueType.
pub(crate) fn form_font() -> Result<()> {
    install_packages(&["fonts-morisawa-bizud-gothic"])
}

/// The full path of a program, when there is one.
pub(crate) fn on_path(program: &str) -> Option<String> {
    let path = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())?;
    found.into_os_string().into_string().ok()
}

/// Installs Debian packages that are not there yet.
fn install_packages(packages: &[&str]) -> Result<()> {
    let installed = |package: &str| {
        let state = shell::answer("dpkg-query", &["-W", "-f", "${db:Status-Status}", package]);
        state.is_some_and(|state| state == "installed")
    };
    let missing: Vec<_> = packages.iter().copied().filter(|package| !installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let line = missing.join(" ");
    if !has_apt() {
        bail!("these are needed, and this machine has no apt-get: {line}");
    }
    if !is_root() {
        bail!("these are needed: run `sudo apt-get install {line}`");
    }
    println!("installing {line}");
    // A fresh container has no package lists; a failed refresh still leaves the old ones to try.
    let _refreshed = apt_get(&["update", "-qq"]);
    let mut install = vec!["install", "-y", "-qq", "--no-install-recommends"];
    install.extend(missing);
    apt_get(&install)
}

fn apt_get(args: &[&str]) -> Result<()> {
    let mut apt = Command::new("apt-get");
    shell::run(apt.args(args).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null()))
}

fn has_apt() -> bool {
    on_path("apt-get").is_some()
}

fn is_root() -> bool {
    shell::answer("id", &["-u"]).is_some_and(|id| id == "0")
}
