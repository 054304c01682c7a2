//! The files a component sees: copies in a temporary directory, as Spin makes them.

use std::path::{Component as Step, Path, PathBuf};

use anyhow::{Context as _, bail, ensure};

use crate::manifest::{Component, Placement, TextOr};

/// Copies a component's files under a fresh directory, which becomes its `/`.
pub fn copy(component: &Component, root: &Path, to: &Path) -> anyhow::Result<()> {
    let copier = Copier {
        root,
        exclude: component
            .exclude_files
            .iter()
            .map(|pattern| glob::Pattern::new(pattern).with_context(|| format!("exclude_files {pattern:?}")))
            .collect::<anyhow::Result<_>>()?,
    };
    std::fs::create_dir_all(to)?;
    for files in &component.files {
        match files {
            TextOr::Text(pattern) => copier.pattern(pattern, to).with_context(|| format!("files {pattern:?}"))?,
            TextOr::Table(placement) => {
                copier.placement(placement, to).with_context(|| format!("files from {:?}", placement.source))?;
            }
        }
    }
    Ok(())
}

struct Copier<'a> {
    root: &'a Path,
    exclude: Vec<glob::Pattern>,
}

impl Copier<'_> {
    /// Files by pattern keep their place relative to the manifest.
    fn pattern(&self, pattern: &str, to: &Path) -> anyhow::Result<()> {
        let path = self.root.join(pattern);
        if path.is_file() {
            return self.file(&path, &to.join(pattern));
        }
        if path.is_dir() {
            bail!("a directory needs `source` and `destination`, or a pattern as \"dir/**/*\"");
        }
        ensure!(glob::Pattern::escape(pattern) != pattern, "there is no such file, and it is no pattern");
        self.matching(&path, self.root, to)
    }

    /// A directory's contents, or one file, at another place.
    fn placement(&self, placement: &Placement, to: &Path) -> anyhow::Result<()> {
        let source = self.root.join(&placement.source);
        let destination = to.join(placement.destination.trim_start_matches('/'));
        ensure!(!destination.components().any(|step| step == Step::ParentDir), "the destination must not contain `..`");
        if source.is_dir() {
            self.matching(&source.join("**/*"), &source, &destination)
        } else {
            self.file(&source, &destination)
        }
    }

    fn matching(&self, pattern: &Path, base: &Path, to: &Path) -> anyhow::Result<()> {
        std::fs::create_dir_all(to)?;
        let pattern = pattern.to_str().context("the path is not UTF-8")?;
        for found in glob::glob(pattern)? {
            let found: PathBuf = found?;
            let inside = found.strip_prefix(self.root).context("files must be inside the manifest's directory")?;
            let excluded = self.exclude.iter().any(|p| p.matches_path(inside));
            if found.is_file() && !excluded {
                self.file(&found, &to.join(found.strip_prefix(base)?))?;
            }
        }
        Ok(())
    }

    fn file(&self, from: &Path, to: &Path) -> anyhow::Result<()> {
        ensure!(
            from.starts_with(self.root) && !from.components().any(|step| step == Step::ParentDir),
            "files must be inside the manifest's directory"
        );
        if let Some(parent) = to.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(files: &str) -> anyhow::Result<Vec<String>> {
        let from = tempfile::tempdir()?;
        for file in ["static/a.css", "static/deep/b.js", "static/.map", "one.txt"] {
            let path = from.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap())?;
            std::fs::write(path, "x")?;
        }
        let component = toml::from_str(&format!("source = \"x.wasm\"\n{files}"))?;
        let to = tempfile::tempdir()?;
        copy(&component, from.path(), to.path())?;
        let mut all: Vec<_> = glob::glob(&format!("{}/**/*", to.path().display()))?
            .filter_map(Result::ok)
            .filter(|path| path.is_file())
            .map(|path| {
                let path = path.strip_prefix(to.path()).unwrap();
                path.to_str().unwrap().to_owned()
            })
            .collect();
        all.sort();
        Ok(all)
    }

    #[test]
    fn files_are_copied_to_their_places() {
        let copied = |files: &str| copied(files).unwrap();
        assert_eq!(
            copied("files = [\"static/**/*\", \"one.txt\"]"),
            ["one.txt", "static/.map", "static/a.css", "static/deep/b.js"]
        );
        assert_eq!(
            copied(
                "files = [{ source = \"static\", destination = \"/s\" }]\nexclude_files = [\"static/.map\", \"**/b.js\"]"
            ),
            ["s/a.css"]
        );
        assert_eq!(copied("files = [{ source = \"one.txt\", destination = \"d/two.txt\" }]"), ["d/two.txt"]);
    }

    #[test]
    fn what_lies_outside_is_refused() {
        for files in [
            "files = [\"../x\"]",
            "files = [\"nothing\"]",
            "files = [{ source = \"../\", destination = \"/\" }]",
            "files = [{ source = \"one.txt\", destination = \"../x\" }]",
        ] {
            assert!(copied(files).is_err(), "{files}");
        }
    }
}
