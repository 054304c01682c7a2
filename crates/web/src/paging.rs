//! Pages of lists that are ordered by a text, such as a day or a name, and then an id.

use crate::Problem;

const ROWS_DEFAULT: i64 = 50;
const ROWS_MAX: i64 = 200;
/// Longer than any name that a list is ordered by.
const TEXT_BYTES_MAX: usize = 400;

/// Which page of a list is asked for.
#[derive(Debug, Clone)]
pub struct Paging {
    /// The text of the last row seen; empty before the first.
    pub text: String,
    /// The id of the last row seen; 0 before the first.
    pub id: i64,
    rows: i64,
}

impl Paging {
    /// Reads `after`, as an earlier page gave it in `next`, and `limit`: 50 rows, or what was asked for up to 200.
    pub fn new(after: Option<&str>, limit: Option<i64>) -> Result<Self, Problem> {
        let rows = limit.unwrap_or(ROWS_DEFAULT).clamp(1, ROWS_MAX);
        let Some(after) = after else { return Ok(Self { text: String::new(), id: 0, rows }) };
        let (text, id) = after.rsplit_once('~').ok_or_else(malformed)?;
        let id = id.parse().map_err(|_| malformed())?;
        if text.len() > TEXT_BYTES_MAX {
            return Err(malformed());
        }
        Ok(Self { text: text.to_owned(), id, rows })
    }

    /// How many rows to read: one more than are shown, to know whether there is a further page.
    pub fn rows_to_read(&self) -> i64 {
        self.rows + 1
    }

    /// Takes the row too many away and gives what leads to the next page; `place` is a row's text and id.
    pub fn cut<T>(&self, rows: &mut Vec<T>, place: impl Fn(&T) -> (String, i64)) -> Option<String> {
        let shown = usize::try_from(self.rows).unwrap_or_default();
        let has_more = rows.len() > shown;
        rows.truncate(shown);
        let (text, id) = rows.last().filter(|_| has_more).map(place)?;
        Some(format!("{text}~{id}"))
    }
}

fn malformed() -> Problem {
    Problem::bad_request("malformed_query", "after")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_leads_to_the_next_until_the_last() {
        let first = Paging::new(None, Some(2)).unwrap();
        let mut rows = vec![("あ", 1), ("い~ろ", 2), ("う", 3)];
        let next = first.cut(&mut rows, |row| (row.0.to_owned(), row.1));
        assert_eq!((rows.len(), next.as_deref()), (2, Some("い~ろ~2")));
        let second = Paging::new(next.as_deref(), Some(2)).unwrap();
        assert_eq!((second.text.as_str(), second.id, second.rows_to_read()), ("い~ろ", 2, 3));
        assert_eq!(second.cut(&mut vec![("う", 3)], |row| (row.0.to_owned(), row.1)), None);
    }

    #[test]
    fn nonsense_is_refused_and_pages_are_bounded() {
        assert!(Paging::new(Some("x"), None).is_err() && Paging::new(Some("x~y"), None).is_err());
        assert_eq!(Paging::new(None, Some(9_999)).unwrap().rows_to_read(), 201);
        assert_eq!(Paging::new(None, Some(-1)).unwrap().rows_to_read(), 2);
    }
}
