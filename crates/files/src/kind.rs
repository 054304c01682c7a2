//! What a file is, as its content says: its name and what the browser calls it prove nothing.

/// How much of a file is looked at for what has no signature.
const TEXT_BYTES_LOOKED_AT: usize = 8 * 1024;

/// What may be attached: photos, documents, tables, slides, plain text.
const ALLOWED: &[&str] = &[
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/webp",
    "image/heif",
    "image/heic",
    "application/pdf",
    "application/msword",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
];

/// The media type of a file that begins so, when it may be attached.
pub fn media_type(beginning: &[u8], name: &str) -> Option<&'static str> {
    match infer::get(beginning) {
        Some(found) => ALLOWED.iter().copied().find(|allowed| *allowed == found.mime_type()),
        None => is_text(beginning).then(|| if ends_with(name, ".csv") { "text/csv" } else { "text/plain" }),
    }
}

fn ends_with(name: &str, ending: &str) -> bool {
    name.to_ascii_lowercase().ends_with(ending)
}

/// Text in UTF-8 or `Shift_JIS`: no byte that neither has, and none that a browser could take for a page.
fn is_text(beginning: &[u8]) -> bool {
    let looked_at = beginning.get(..TEXT_BYTES_LOOKED_AT).unwrap_or(beginning);
    let has_control = looked_at.iter().any(|byte| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0C));
    let first = looked_at.iter().find(|byte| !byte.is_ascii_whitespace());
    !looked_at.is_empty() && !has_control && first != Some(&b'<')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_says_what_a_file_is() {
        assert_eq!(media_type(b"\xFF\xD8\xFF\xE0\0\x10JFIF\0", "a.exe"), Some("image/jpeg"));
        assert_eq!(media_type(b"%PDF-1.7\n", "a.txt"), Some("application/pdf"));
        assert_eq!(media_type(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "a"), Some("image/png"));
        assert_eq!(media_type("氏名,体温\n".as_bytes(), "表.CSV"), Some("text/csv"));
        assert_eq!(media_type(b"\x8e\x81\x96\xbc\n", "memo.txt"), Some("text/plain"));
    }

    #[test]
    fn what_runs_or_is_a_page_is_refused() {
        for (content, name) in [
            (&b"MZ\x90\0\x03\0\0\0"[..], "a.pdf"),
            (b"\x7fELF\x02\x01\x01\0", "a.jpg"),
            (b"<!DOCTYPE html><script>", "a.txt"),
            (b"  <svg xmlns", "a.png"),
            (b"#!/bin/sh\nrm", "a.txt"),
            (b"PK\x03\x04\x14\0\0\0\0\0", "a.zip"),
            (b"\0\x01\x02", "a.txt"),
            (b"", "a.txt"),
        ] {
            assert_eq!(media_type(content, name), None, "{name}");
        }
    }
}
