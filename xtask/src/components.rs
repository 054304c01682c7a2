//! The WASM components: one cargo call for all, which is twice as fast as one call each.

use crate::toolchain::{self, WasmToolchain};
use crate::{shell, workspace};
use anyhow::{Result, bail};

/// Builds every component of `spin.toml`, and `extra` packages with them.
pub(crate) fn build(extra: &[&str]) -> Result<()> {
    let mut packages: Vec<String> =
        workspace::components(&workspace::manifest()?).into_iter().map(|component| component.package).collect();
    packages.extend(extra.iter().map(ToString::to_string));
    if packages.is_empty() {
        bail!("spin.toml names no component below {}", workspace::WASM_OUTPUT);
    }
    build_packages(&toolchain::wasm()?, &packages)
}

fn build_packages(toolchain: &WasmToolchain, packages: &[String]) -> Result<()> {
    let root = workspace::root();
    let mut cargo = toolchain.cargo("build")?;
    cargo.args(["--profile", "wasm", "--target-dir"]).arg(toolchain.target_dir(&root));
    for package in packages {
        cargo.args(["-p", package]);
    }
    shell::run(&mut cargo)?;
    if let WasmToolchain::Debian { .. } = toolchain {
        copy_to_where_spin_looks(toolchain, packages)?;
    }
    Ok(())
}

fn copy_to_where_spin_looks(toolchain: &WasmToolchain, packages: &[String]) -> Result<()> {
    let root = workspace::root();
    let from = toolchain.target_dir(&root).join(toolchain::WASM_TARGET).join("wasm");
    let to = root.join(workspace::WASM_OUTPUT);
    std::fs::create_dir_all(&to)?;
    for package in packages {
        let file = format!("{}.wasm", package.replace('-', "_"));
        // Cargo keeps a hard link to its own copy there: writing through it would change that too.
        let target = to.join(&file);
        if target.exists() {
            std::fs::remove_file(&target)?;
        }
        std::fs::copy(from.join(&file), target)?;
    }
    Ok(())
}
