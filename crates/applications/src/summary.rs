//! An application as a line of a list.

use crate::calendar;
use chrono::NaiveDate;
use domain::application::{Status, deciding_desk};
use domain::ids::{OrganizationId, UserId};
use domain::open_days::Calendar;
use domain::words::{Channel, Desk, MissingPart};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::Millis;

/// One application as a line of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApplicationSummary {
    /// Its receipt number.
    pub receipt_number: String,
    /// The number of the form: 4 for 様式第4号.
    pub form: u8,
    /// Where it stands.
    pub status: Status,
    /// The desk where it lies.
    pub desk: Desk,
    /// It lies at a desk that does not decide this form, and waits to be redirected (R11).
    pub wrong_desk: bool,
    /// None for an organization that comes with the form.
    #[schema(required = true)]
    pub organization_id: Option<OrganizationId>,
    /// What the organization is called.
    pub organization_name: String,
    /// The organization comes with the form.
    pub is_new_organization: bool,
    /// Who files it.
    pub applicant_name: String,
    /// How many people it names.
    pub people_count: i64,
    /// How it came.
    pub channel: Channel,
    /// When it came.
    pub received_at: Millis,
    /// The day by which the desk is due; none while the clock stands still.
    #[schema(value_type = Option<String>, format = Date, required = true)]
    pub due_on: Option<NaiveDate>,
    /// Negative when late.
    #[schema(required = true)]
    pub open_days_left: Option<i64>,
    /// The day has passed.
    pub late: bool,
    /// The clerk who works on it.
    #[schema(required = true)]
    pub assigned_to: Option<Assignee>,
    /// What still has to come before the desk decides (R14).
    pub missing: Vec<MissingPart>,
    /// To be sent with a decision, so that two clerks do not decide on different contents.
    pub version: i64,
}

/// A clerk who works on an application.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Assignee {
    /// The account.
    pub user_id: UserId,
    /// The clerk's name.
    pub name: String,
}

/// The columns of a line.
#[derive(Debug, Deserialize)]
pub struct SummaryRow {
    /// The row, for a cursor.
    pub id: i64,
    /// The place in the queue, for a cursor.
    pub queue_day: String,
    receipt_number: String,
    form: u8,
    status: Status,
    desk: Desk,
    organization_id: Option<OrganizationId>,
    organization_name: String,
    applicant_name: String,
    people_count: i64,
    channel: Channel,
    received_at: Millis,
    due_on: Option<NaiveDate>,
    assigned_to_user_id: Option<UserId>,
    assigned_to_name: Option<String>,
    version: i64,
    missing: String,
}

impl SummaryRow {
    /// The line as it stands today.
    pub fn on(self, calendar: &Calendar, today: NaiveDate) -> ApplicationSummary {
        let deadline = self.due_on.map(|due_on| calendar::deadline(calendar, today, due_on));
        let assignee = self.assigned_to_user_id.zip(self.assigned_to_name);
        ApplicationSummary {
            receipt_number: self.receipt_number,
            form: self.form,
            status: self.status,
            desk: self.desk,
            wrong_desk: self.status.awaits_desk() && deciding_desk(self.form).is_some_and(|desk| desk != self.desk),
            organization_id: self.organization_id,
            organization_name: self.organization_name,
            is_new_organization: self.organization_id.is_none(),
            applicant_name: self.applicant_name,
            people_count: self.people_count,
            channel: self.channel,
            received_at: self.received_at,
            due_on: self.due_on,
            open_days_left: deadline.map(|deadline| deadline.open_days_left),
            late: deadline.is_some_and(|deadline| deadline.late),
            assigned_to: assignee.map(|(user_id, name)| Assignee { user_id, name }),
            // A column of ours; a row that cannot be read says nothing is missing, and the decision looks again.
            missing: serde_json::from_str(&self.missing).unwrap_or_default(),
            version: self.version,
        }
    }
}
