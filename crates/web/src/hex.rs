//! Bytes as hexadecimal digits: so a statement that takes JSON reads them, with `unhex`.

/// Two digits a byte.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The bytes of a text of hexadecimal digits; none when it is anything else or not so long.
pub fn bytes(text: &str, len: usize) -> Option<Vec<u8>> {
    if text.len() != len * 2 || !text.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    (0..len).map(|at| u8::from_str_radix(text.get(at * 2..at * 2 + 2)?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        assert_eq!(bytes(&hex(&[0, 10, 255]), 3), Some(vec![0, 10, 255]));
        for wrong in ["", "00", "0g0g0g", "+1+1+1", "00ff0", "あ"] {
            assert_eq!(bytes(wrong, 3), None, "{wrong}");
        }
    }
}
