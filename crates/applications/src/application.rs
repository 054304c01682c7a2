//! An application as the database holds it, and its history.

use crate::{Excluded, Form};
use chrono::NaiveDate;
use domain::application::Status;
use domain::ids::{ApplicationId, OrganizationId, UserId};
use domain::receipt::ReceiptNumber;
use domain::words::{Desk, MissingPart};
use serde::Deserialize;
use web::{Db, DbError, Millis, Problem, Role, Session, params};

/// One application of any form.
#[derive(Debug, Deserialize)]
pub struct Application {
    /// Its row.
    pub id: ApplicationId,
    /// Its receipt number.
    pub receipt_number: String,
    /// The number of its form.
    pub form: u8,
    /// Where it stands.
    pub status: Status,
    /// The desk where it lies (R11).
    pub desk: Desk,
    /// The organization, once it is registered.
    pub organization_id: Option<OrganizationId>,
    /// Who was signed in when it was filed.
    pub submitted_by: Option<UserId>,
    /// How many people it names.
    pub people_count: usize,
    /// When it came.
    pub received_at: Millis,
    /// When it last changed.
    pub updated_at: Millis,
    /// By when the desk is due; none while the clock stands still (R3).
    pub due_on: Option<NaiveDate>,
    pub(crate) clock_day: NaiveDate,
    pub(crate) open_days_left: u32,
    /// Raised by every change, so that nobody decides on what was not read.
    pub version: i64,
    content: String,
    excluded: String,
    missing: String,
}

/// One line of the history.
#[derive(Debug, Deserialize)]
pub(crate) struct HistoryRow {
    pub(crate) at: Millis,
    pub(crate) action: String,
    pub(crate) actor_name: Option<String>,
    pub(crate) note: Option<String>,
    pub(crate) internal: i64,
}

impl Application {
    /// The application with this receipt number, whatever its form; an unknown one is a 404.
    pub async fn load(db: &Db, receipt: &ReceiptNumber) -> Result<Self, Problem> {
        let found = db.first(include_str!("../sql/application.sql"), params![receipt.to_string()]).await?;
        found.ok_or_else(Problem::not_found)
    }

    /// The application of this form with this receipt number.
    pub async fn of_form<F: Form>(db: &Db, receipt: &ReceiptNumber) -> Result<Self, Problem> {
        let application = Self::load(db, receipt).await?;
        if application.form == F::NUMBER { Ok(application) } else { Err(Problem::not_found()) }
    }

    /// As [`Self::of_form`], when it lies at the clerk's desk; what lies at the other desk is a 404.
    pub async fn at_desk<F: Form>(db: &Db, receipt: &ReceiptNumber, clerk: Clerk) -> Result<Self, Problem> {
        let application = Self::of_form::<F>(db, receipt).await?;
        if application.desk == clerk.desk { Ok(application) } else { Err(Problem::not_found()) }
    }

    /// The form as it is kept.
    pub fn content<F: Form>(&self) -> Result<F::Input, DbError> {
        serde_json::from_str(&self.content).map_err(|error| DbError::Row(format!("content: {error}")))
    }

    /// Whether the form was deleted when the years for which it had to be kept were over (R38). It then reads as one
    /// with nothing in it.
    pub fn content_is_deleted(&self) -> bool {
        self.content == "{}"
    }

    /// The people who were left out of its acceptance.
    pub fn excluded(&self) -> Result<Vec<Excluded>, DbError> {
        serde_json::from_str(&self.excluded).map_err(|error| DbError::Row(format!("excluded: {error}")))
    }

    /// What still has to come before the desk decides (R14).
    pub fn missing(&self) -> Result<Vec<MissingPart>, DbError> {
        serde_json::from_str(&self.missing).map_err(|error| DbError::Row(format!("missing: {error}")))
    }

    /// Everything that happened, oldest first.
    pub(crate) async fn history(&self, db: &Db) -> Result<Vec<HistoryRow>, DbError> {
        db.all(include_str!("../sql/application-history.sql"), params![self.id]).await
    }
}

/// A clerk who acts for a desk.
#[derive(Debug, Clone, Copy)]
pub struct Clerk {
    /// The person.
    pub user: UserId,
    /// The desk.
    pub desk: Desk,
}

impl Clerk {
    /// The clerk behind a session; who works at no desk is refused.
    pub fn of<R: Role>(session: &Session<R>) -> Result<Self, Problem> {
        let desk = session.caller().desk.ok_or_else(Problem::forbidden)?;
        Ok(Self { user: session.user_id(), desk })
    }
}

/// A receipt number from the path: one that cannot be is a 404.
pub fn receipt(text: &str) -> Result<ReceiptNumber, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}
