//! `GET /api/support-room-applications`: the Forms 7 and 8 that the caller filed.

use applications::{ApplicationSummary, SummaryRow, calendar};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AnyUser, Clock, Db, Json, Paging, Problem, Query, Session, params};

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct MineQuery {
    after: Option<String>,
    limit: Option<i64>,
}

/// One page, newest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct MyApplications {
    items: Vec<ApplicationSummary>,
    #[schema(required = true)]
    next: Option<String>,
}

/// Lists what the caller filed. Registrants are not named: the list is for finding a receipt.
#[utoipa::path(get, path = "/api/support-room-applications", tag = "open-support-room",
    operation_id = "my_support_room_applications", params(MineQuery),
    responses((status = 200, body = MyApplications), (status = 401, body = Problem)))]
pub(crate) async fn list(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Query(asked): Query<MineQuery>,
) -> Result<Json<MyApplications>, Problem> {
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    let before = if paging.id == 0 { i64::MAX } else { paging.id };
    let own = params![session.user_id(), before, paging.rows_to_read()];
    let mut rows: Vec<SummaryRow> = db.all(include_str!("../../sql/my-applications.sql"), own).await?;
    let next = paging.cut(&mut rows, |row| (String::new(), row.id));
    let calendar = calendar::load(&db).await?;
    let items = rows.into_iter().map(|row| row.on(&calendar, clock.today())).collect();
    Ok(Json(MyApplications { items, next }))
}
