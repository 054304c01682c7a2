//! The names that the screening looks for, read once an instance and again when they changed.

use screener::{Person, Screener};
use serde::Deserialize;
use std::sync::{Arc, Mutex};
use web::{Db, DbError, Problem, params};

struct Known {
    revision: i64,
    screener: Arc<Screener>,
}

static KNOWN: Mutex<Option<Known>> = Mutex::new(None);

/// A screener that knows every name there is. `revision` is that of the names, where the caller has read it already.
pub(super) async fn screener(db: &Db, revision: Option<i64>) -> Result<Arc<Screener>, Problem> {
    #[derive(Deserialize)]
    struct Revision {
        revision: i64,
    }
    let revision = match revision {
        Some(revision) => revision,
        None => db.one::<Revision>(include_str!("../../sql/name-revision.sql"), []).await?.revision,
    };
    let known = KNOWN.lock().map_err(Problem::internal)?.as_ref().and_then(|known| known.of(revision));
    if let Some(screener) = known {
        return Ok(screener);
    }
    // Several requests may come here at once; each makes the same, and the last stays.
    let registrants = people(db, include_str!("../../sql/names-of-registrants.sql")).await?;
    let users = people(db, include_str!("../../sql/names-of-users.sql")).await?;
    let screener = Arc::new(Screener::new(&registrants, &users));
    *KNOWN.lock().map_err(Problem::internal)? = Some(Known { revision, screener: Arc::clone(&screener) });
    Ok(screener)
}

impl Known {
    fn of(&self, revision: i64) -> Option<Arc<Screener>> {
        (self.revision == revision).then(|| Arc::clone(&self.screener))
    }
}

async fn people(db: &Db, page: &str) -> Result<Vec<Person>, Problem> {
    #[derive(Deserialize)]
    struct Page {
        people: i64,
        last_id: Option<i64>,
        names: String,
    }
    let mut people = Vec::new();
    let mut after = 0;
    loop {
        let found: Page = db.one(page, params![after]).await?;
        let names: Vec<Person> = serde_json::from_str(&found.names).map_err(|error| DbError::Row(error.to_string()))?;
        people.extend(names);
        let Some(last) = found.last_id.filter(|_| found.people > 0) else { return Ok(people) };
        after = last;
    }
}
