//! `GET /api/organizations/{id}/applications`: everything an organization has filed, newest first (R13b).

use super::show::may_see;
use chrono::NaiveDate;
use domain::application::{Status, can_correct, can_withdraw, kind, status_text_ja};
use domain::ids::OrganizationId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AnyUser, Db, Json, Millis, Paging, Path, Problem, Query, Session, params};

/// Which page to show.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListFiled {
    after: Option<String>,
    limit: Option<i64>,
}

/// One page of an organization's applications.
#[derive(Serialize, ToSchema)]
pub(crate) struct FiledApplications {
    items: Vec<FiledApplication>,
    #[schema(required = true)]
    next: Option<String>,
}

/// An application as the organization's manager finds it again.
#[derive(Serialize, ToSchema)]
struct FiledApplication {
    receipt_number: String,
    /// The number of the form: 4 for 様式第4号.
    form: u8,
    /// The segment of the path under which it is followed: `account-applications`.
    kind: &'static str,
    status: Status,
    /// The status in plain words, and what comes next.
    status_text: &'static str,
    applicant_name: String,
    people_count: i64,
    received_at: Millis,
    updated_at: Millis,
    #[schema(value_type = Option<String>, format = Date, required = true)]
    due_on: Option<NaiveDate>,
    can_correct: bool,
    can_withdraw: bool,
}

#[derive(Deserialize)]
struct Row {
    id: i64,
    receipt_number: String,
    form: u8,
    status: Status,
    applicant_name: String,
    people_count: i64,
    received_at: Millis,
    updated_at: Millis,
    due_on: Option<NaiveDate>,
}

/// Lists what an organization has filed.
#[utoipa::path(get, path = "/api/organizations/{id}/applications", tag = "apply-for-account", operation_id = "organization_applications",
    params(("id" = i64, Path), ListFiled),
    responses((status = 200, body = FiledApplications), (status = 404, body = Problem)))]
pub(crate) async fn applications(
    session: Session<AnyUser>,
    db: Db,
    Path(id): Path<OrganizationId>,
    Query(list): Query<ListFiled>,
) -> Result<Json<FiledApplications>, Problem> {
    may_see(session.caller(), id)?;
    let page = Paging::new(list.after.as_deref(), list.limit)?;
    let before = if page.id == 0 { i64::MAX } else { page.id };
    let mut rows: Vec<Row> = db
        .all(include_str!("../../sql/organization-applications.sql"), params![id, before, page.rows_to_read()])
        .await?;
    let next = page.cut(&mut rows, |row| (String::new(), row.id));
    Ok(Json(FiledApplications { items: rows.into_iter().map(FiledApplication::from).collect(), next }))
}

impl From<Row> for FiledApplication {
    fn from(row: Row) -> Self {
        Self {
            receipt_number: row.receipt_number,
            form: row.form,
            kind: kind(row.form),
            status: row.status,
            status_text: status_text_ja(row.status),
            applicant_name: row.applicant_name,
            people_count: row.people_count,
            received_at: row.received_at,
            updated_at: row.updated_at,
            due_on: row.due_on,
            can_correct: can_correct(row.status),
            can_withdraw: can_withdraw(row.status),
        }
    }
}
