//! A file of the mounted site, in the smallest encoding the caller takes.

use std::fs;
use std::path::Path;

const SITE: &str = "/site";
const PATH_CHARACTERS_MAX: usize = 300;

/// A file ready to be sent.
pub(crate) struct Asset {
    path: String,
    bytes: Vec<u8>,
    encoding: Option<&'static str>,
    etag: String,
}

impl Asset {
    /// Reads a file; `None` when there is none, or the path is none of ours.
    pub(crate) fn read(path: &str, accept_encoding: &str) -> Option<Self> {
        let path = if path.is_empty() { "index.html" } else { path };
        if !is_plain(path) {
            return None;
        }
        let takes = |name: &str| {
            accept_encoding.split(',').any(|entry| {
                let mut parts = entry.split(';').map(str::trim);
                parts.next() == Some(name) && parts.all(|parameter| parameter != "q=0")
            })
        };
        let compressed = [("br", "br"), ("gzip", "gz")]
            .into_iter()
            .filter(|(name, _)| takes(name))
            .find_map(|(name, extension)| Some((Some(name), read(&format!("{path}.{extension}"))?)));
        let (encoding, bytes) = match compressed {
            Some(found) => found,
            None => (None, read(path)?),
        };
        // Sixteen bytes are plenty to tell two versions of a file apart.
        let hash = hmac_sha256::Hash::hash(&bytes);
        let tag = hash.iter().take(16).fold(0_u128, |tag, byte| tag << 8 | u128::from(*byte));
        Some(Self { path: path.to_owned(), bytes, encoding, etag: format!("\"{tag:032x}\"") })
    }

    /// The media type by the file's name.
    pub(crate) fn content_type(&self) -> &'static str {
        match Path::new(&self.path).extension().and_then(|extension| extension.to_str()) {
            Some("html") => "text/html; charset=utf-8",
            Some("webmanifest") => "application/manifest+json",
            _ => mime_guess::from_path(&self.path).first_raw().unwrap_or("application/octet-stream"),
        }
    }

    /// A file whose name holds its hash never changes; everything else is asked for again each time.
    pub(crate) fn cache_control(&self) -> &'static str {
        if has_hash(&self.path) { "public, max-age=31536000, immutable" } else { "no-cache" }
    }

    /// Whether it is a paper to read or print, which the browser shows in a viewer of its own.
    pub(crate) fn is_paper(&self) -> bool {
        Path::new(&self.path).extension().is_some_and(|extension| extension == "pdf")
    }

    pub(crate) fn etag(&self) -> &str {
        &self.etag
    }

    pub(crate) fn encoding(&self) -> Option<&'static str> {
        self.encoding
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

fn read(path: &str) -> Option<Vec<u8>> {
    fs::read(format!("{SITE}/{path}")).ok()
}

/// Letters, digits, `-`, `_`, `.` and `/`, no step upwards: whatever else was asked for is no file of the site.
fn is_plain(path: &str) -> bool {
    path.len() <= PATH_CHARACTERS_MAX
        && path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte))
        && path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'))
}

/// Vite names a hashed file `name-` and eight characters before the extension.
fn has_hash(path: &str) -> bool {
    let Some(file) = path.strip_prefix("assets/") else { return false };
    let stem = file.split('.').next().unwrap_or_default();
    stem.len() > 9 && stem.get(stem.len() - 9..stem.len() - 8) == Some("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_paths_are_files() {
        for path in ["index.html", "assets/main-DqFJ3k_x.js", "icons/icon.svg"] {
            assert!(is_plain(path), "{path}");
        }
        for path in ["../secret", "a/../b", "a//b", ".env", "a%2fb", "a\\b", ""] {
            assert!(!is_plain(path), "{path}");
        }
    }

    #[test]
    fn only_hashed_names_are_kept_for_ever() {
        assert!(has_hash("assets/main-DqFJ3k_x.js"));
        assert!(!has_hash("assets/public.css"));
        assert!(!has_hash("assets/apply.js"));
        assert!(!has_hash("index.html"));
    }
}
