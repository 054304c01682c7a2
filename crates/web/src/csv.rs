//! A table that spreadsheets open without harm (RFC 4180).

use crate::{IntoResponse, Response};
use http::header;

/// So that a spreadsheet reads the text as UTF-8.
pub const BYTE_ORDER_MARK: char = '\u{FEFF}';

const JAPAN_MS: i64 = 9 * 60 * 60 * 1000;

/// A time, in milliseconds UTC, as a spreadsheet in Japan reads it.
pub fn in_japan(at: i64) -> String {
    let local = chrono::DateTime::from_timestamp_millis(at.saturating_add(JAPAN_MS)).unwrap_or_default();
    local.format("%Y-%m-%d %H:%M:%S").to_string()
}

/// A table that grows line by line and knows when it is long enough.
pub struct Table {
    text: String,
    rows: usize,
    rows_max: usize,
    bytes_max: usize,
    is_cut: bool,
}

impl Table {
    /// A table with the heads of its columns. An instance has to hold it: cells may be long, so the rows alone are no
    /// bound.
    pub fn begin(heads: &[&str], rows_max: usize, bytes_max: usize) -> Self {
        let mut text = String::from(BYTE_ORDER_MARK);
        push_row(&mut text, heads);
        Self { text, rows: 0, rows_max, bytes_max, is_cut: false }
    }

    /// Whether there was room for the line; without, the table is complete and says that it was cut.
    #[must_use]
    pub fn push(&mut self, cells: &[&str]) -> bool {
        if self.rows >= self.rows_max || self.text.len() >= self.bytes_max {
            self.is_cut = true;
            return false;
        }
        push_row(&mut self.text, cells);
        self.rows += 1;
        true
    }

    /// How many lines there are, without the heads.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Whether a line found no room.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The table as a file to save; its last line says when it is not all.
    pub fn answer(mut self, file_name: &str) -> Response {
        if self.is_cut {
            let words = format!("{}件を書き出しました。これより後の行は入っていません。", self.rows);
            push_row(&mut self.text, &[&words]);
        }
        answer(self.text, file_name)
    }
}

/// The table as a file to save, under a name of ASCII letters.
pub fn answer(text: String, file_name: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{file_name}\"")),
    ];
    (headers, text).into_response()
}

/// Appends one line.
pub fn push_row(out: &mut String, cells: &[&str]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        push_cell(out, cell);
    }
    out.push_str("\r\n");
}

/// A cell that would begin a formula gets an apostrophe before it: what others typed must not run on a clerk's machine.
fn push_cell(out: &mut String, cell: &str) {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let is_quoted = cell.contains(['"', ',', '\n', '\r']);
    if is_quoted {
        out.push('"');
    }
    if is_formula {
        out.push('\'');
    }
    if is_quoted {
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> String {
        let mut out = String::new();
        push_row(&mut out, cells);
        out
    }

    #[test]
    fn cells_are_quoted_when_they_have_to_be() {
        assert_eq!(row(&["1", "山田 花子", ""]), "1,山田 花子,\r\n");
        assert_eq!(row(&["a,b", "say \"no\"", "two\nlines"]), "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
    }

    #[test]
    fn times_are_those_of_japan() {
        assert_eq!(in_japan(1_767_193_199_000), "2025-12-31 23:59:59");
    }

    #[test]
    fn a_table_says_when_it_was_cut() {
        let mut table = Table::begin(&["名前"], 2, 1_000);
        assert!(table.push(&["a"]) && table.push(&["b"]) && !table.is_cut());
        assert!(!table.push(&["c"]) && table.is_cut());
        assert_eq!((table.rows(), table.text.as_str()), (2, "\u{FEFF}名前\r\na\r\nb\r\n"));
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+81", "-1", "@SUM(A1)", "\tx", "＝1"] {
            assert_eq!(row(&[cell]), format!("'{cell}\r\n"));
        }
        assert_eq!(row(&["=HYPERLINK(\"x\",\"y\")"]), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n");
        assert_eq!(row(&["a=b"]), "a=b\r\n");
    }
}
