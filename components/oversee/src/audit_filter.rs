//! Which audit events are asked for, and one page of them, newest first, each filter along its own index.

use chrono::NaiveDate;
use domain::open_days::japan_day_begins_ms;
use domain::receipt::ReceiptNumber;
use domain::text::fold_key;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;
use web::{Db, DbError, Millis, Param, Problem, params};

/// Events are numbered in the order of their commits and carry the time at which their request began. Further apart
/// than this no two of them stand the wrong way round.
const ORDER_SLACK_MINUTES: i64 = 60;
const FILTER_CHARACTERS_MAX: usize = 200;
/// Sorts after every action that begins like what stands before it.
const AFTER_ALL: char = char::MAX;

/// What to look for. Filters are combined.
#[derive(Debug, Default, Clone, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct EventFilter {
    /// Who: the number of an account, a person's whole name, a receipt number, or `system`.
    #[serde(skip_serializing_if = "Option::is_none")]
    actor: Option<String>,
    /// What was done, or how its name begins: `account_application.` finds every step of Form 4.
    #[serde(skip_serializing_if = "Option::is_none")]
    action: Option<String>,
    /// To what: a receipt number, or as the event names it: `user:12`, `setting:lock_minutes`.
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    /// The first day, in Japan.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>, format = Date)]
    from: Option<NaiveDate>,
    /// The last day, in Japan.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[param(value_type = Option<String>, format = Date)]
    to: Option<NaiveDate>,
}

/// One event as stored.
#[derive(Debug, Deserialize)]
pub(crate) struct EventRow {
    pub(crate) sequence: i64,
    pub(crate) at: Millis,
    pub(crate) actor: String,
    pub(crate) actor_name: Option<String>,
    pub(crate) action: String,
    pub(crate) subject: String,
    pub(crate) detail: String,
}

/// A filter made ready for the database.
pub(crate) struct EventSearch {
    /// `user:12` …; none for everybody. A name that nobody has is an empty list.
    actors: Option<Vec<String>>,
    action_begins: String,
    subject: Option<String>,
    from_ms: i64,
    to_ms: i64,
    after_sequence: i64,
    before_sequence: i64,
}

impl EventFilter {
    /// Looks up what the filter names.
    pub(crate) async fn prepare(&self, db: &Db) -> Result<EventSearch, Problem> {
        let texts = [("actor", &self.actor), ("action", &self.action), ("subject", &self.subject)];
        for (name, text) in texts {
            if text.as_ref().is_some_and(|text| text.chars().count() > FILTER_CHARACTERS_MAX) {
                return Err(Problem::bad_request("malformed_query", name));
            }
        }
        let from_ms = self.from.map_or(i64::MIN, japan_day_begins_ms);
        let to_ms = self.to.and_then(|day| day.succ_opt()).map_or(i64::MAX, japan_day_begins_ms);
        let (after_sequence, before_sequence) = sequences_between(db, from_ms, to_ms).await?;
        Ok(EventSearch {
            actors: match given(self.actor.as_deref()) {
                Some(actor) => Some(actors(db, actor).await?),
                None => None,
            },
            action_begins: given(self.action.as_deref()).unwrap_or_default().to_owned(),
            subject: given(self.subject.as_deref()).map(subject),
            from_ms,
            to_ms,
            after_sequence,
            before_sequence,
        })
    }
}

impl EventSearch {
    /// Up to `limit` events older than the one numbered `before`.
    pub(crate) async fn page(&self, db: &Db, before: Option<i64>, limit: i64) -> Result<Vec<EventRow>, Problem> {
        let before = before.map_or(self.before_sequence, |before| before.min(self.before_sequence));
        let mut given: Vec<Param> = params![self.after_sequence, before, self.from_ms, self.to_ms, limit].into();
        let action_ends = format!("{}{AFTER_ALL}", self.action_begins);
        let action = params![self.action_begins.as_str(), action_ends];
        let actors = self.actors.as_ref().map(serde_json::to_string).transpose().map_err(Problem::internal)?;
        let sql = match (&self.subject, actors) {
            (Some(subject), actors) => {
                given.push(Param::from(subject));
                given.extend(action);
                given.push(Param::from(actors));
                include_str!("../sql/audit-of-subject.sql")
            }
            (None, Some(actors)) => {
                given.push(Param::from(actors));
                given.extend(action);
                include_str!("../sql/audit-of-actors.sql")
            }
            (None, None) if !self.action_begins.is_empty() => {
                given.extend(action);
                include_str!("../sql/audit-of-actions.sql")
            }
            (None, None) => include_str!("../sql/audit-newest.sql"),
        };
        Ok(db.all(sql, given).await?)
    }
}

/// A filter that was left empty is none.
fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// The events of a time as a range of their numbers, so that an old day is found without passing all that is newer.
async fn sequences_between(db: &Db, from_ms: i64, to_ms: i64) -> Result<(i64, i64), DbError> {
    #[derive(Deserialize)]
    struct Bounds {
        last_before: Option<i64>,
        first_after: Option<i64>,
    }
    let (from, to) =
        (Millis(from_ms).plus_minutes(-ORDER_SLACK_MINUTES), Millis(to_ms).plus_minutes(ORDER_SLACK_MINUTES));
    let bounds: Bounds = db.one(include_str!("../sql/audit-time-bounds.sql"), params![from, to]).await?;
    Ok((bounds.last_before.unwrap_or_default(), bounds.first_after.unwrap_or(i64::MAX)))
}

async fn actors(db: &Db, typed: &str) -> Result<Vec<String>, DbError> {
    #[derive(Deserialize)]
    struct Row {
        actor: String,
    }
    if let Ok(receipt) = typed.parse::<ReceiptNumber>() {
        return Ok(vec![format!("applicant:{receipt}")]);
    }
    if typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(vec![format!("user:{typed}")]);
    }
    if typed.is_ascii() {
        return Ok(vec![typed.to_owned()]);
    }
    let named: Vec<Row> = db.all(include_str!("../sql/actors-by-name.sql"), params![fold_key(typed)]).await?;
    Ok(named.into_iter().map(|row| row.actor).collect())
}

fn subject(typed: &str) -> String {
    typed.parse::<ReceiptNumber>().map_or_else(|_| typed.to_owned(), |receipt| format!("application:{receipt}"))
}
