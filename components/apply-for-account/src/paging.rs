//! Cursors of lists that are ordered by a day and then an id.

use serde::Deserialize;
use web::Problem;

const LIMIT_DEFAULT: i64 = 50;
const LIMIT_MAX: i64 = 200;

/// The place after which a page begins.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Cursor {
    /// The day of the last row seen.
    pub(crate) day: String,
    /// Its id.
    pub(crate) id: i64,
}

impl Cursor {
    /// Reads `after`; without it the list begins at its beginning.
    pub(crate) fn parse(after: Option<&str>) -> Result<Self, Problem> {
        let Some(after) = after else { return Ok(Self { day: String::new(), id: 0 }) };
        let parsed =
            after.split_once('~').and_then(|(day, id)| Some(Self { day: day.to_owned(), id: id.parse().ok()? }));
        parsed.filter(|cursor| cursor.day.len() <= 20).ok_or_else(|| Problem::bad_request("malformed_query", "after"))
    }

    /// The text that leads to the next page.
    pub(crate) fn text(day: &str, id: i64) -> String {
        format!("{day}~{id}")
    }
}

/// How many rows a page has: 50, or what was asked for up to 200.
pub(crate) fn limit(asked: Option<i64>) -> i64 {
    asked.unwrap_or(LIMIT_DEFAULT).clamp(1, LIMIT_MAX)
}
