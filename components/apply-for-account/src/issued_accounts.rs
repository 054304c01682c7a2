//! The accounts that came of an application, for the desk.

use applications::Application;
use domain::LoginId;
use domain::ids::{NoticeId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, DbError, Millis, params};

/// An account that came of an application, and how far it has come (R37).
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct IssuedAccount {
    user_id: UserId,
    name: String,
    login_id: String,
    notice_id: NoticeId,
    state: AccountState,
}

/// How far an account has come (R37).
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AccountState {
    ToPrint,
    Printed,
    Posted,
    FirstLoginDone,
}

/// The accounts whose notices belong to this application.
pub(crate) async fn issued(db: &Db, application: &Application) -> Result<Vec<IssuedAccount>, DbError> {
    #[derive(Deserialize)]
    struct Row {
        user_id: UserId,
        name: String,
        login_id: String,
        notice_id: NoticeId,
        printed_at: Option<Millis>,
        posted_at: Option<Millis>,
        first_login_at: Option<Millis>,
    }
    let rows: Vec<Row> = db.all(include_str!("../sql/application-accounts.sql"), params![application.id]).await?;
    let accounts = rows.into_iter().map(|row| IssuedAccount {
        user_id: row.user_id,
        name: row.name,
        login_id: row.login_id.parse::<LoginId>().map_or(row.login_id, |id| id.to_string()),
        notice_id: row.notice_id,
        state: AccountState::of(row.first_login_at, row.posted_at, row.printed_at),
    });
    Ok(accounts.collect())
}

impl AccountState {
    /// The state from what has happened so far.
    pub(crate) fn of(first_login_at: Option<Millis>, posted_at: Option<Millis>, printed_at: Option<Millis>) -> Self {
        match (first_login_at, posted_at, printed_at) {
            (Some(_), _, _) => Self::FirstLoginDone,
            (None, Some(_), _) => Self::Posted,
            (None, None, Some(_)) => Self::Printed,
            (None, None, None) => Self::ToPrint,
        }
    }
}
