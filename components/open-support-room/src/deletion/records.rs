//! `GET /api/deletion-records`: what was deleted, on whose request and with whose confirmation (R38).

use domain::ids::{RegistrantId, RoomId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};
use web::{AssociationDesk, Db, DbError, Json, Millis, Paging, Problem, Query, Session, params};

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DeletionRecordsQuery {
    after: Option<String>,
    limit: Option<i64>,
}

/// One page, newest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct DeletionRecords {
    items: Vec<DeletionRecord>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One deletion. It names nobody but the clerks.
#[derive(Serialize, ToSchema)]
pub(crate) struct DeletionRecord {
    id: i64,
    room_id: RoomId,
    registrant_id: RegistrantId,
    requested_by: String,
    confirmed_by: String,
    at: Millis,
    /// How many rows of what, such as `applications`.
    counts: BTreeMap<String, i64>,
}

#[derive(Deserialize)]
struct Row {
    id: i64,
    room_id: RoomId,
    registrant_id: RegistrantId,
    requested_by: String,
    confirmed_by: String,
    at: Millis,
    counts: String,
}

/// Lists what was deleted.
#[utoipa::path(get, path = "/api/deletion-records", tag = "open-support-room", operation_id = "deletion_records",
    params(DeletionRecordsQuery),
    responses((status = 200, body = DeletionRecords), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn list(
    _: Session<AssociationDesk>,
    db: Db,
    Query(asked): Query<DeletionRecordsQuery>,
) -> Result<Json<DeletionRecords>, Problem> {
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    let before = if paging.id == 0 { i64::MAX } else { paging.id };
    let given = params![before, paging.rows_to_read()];
    let mut rows: Vec<Row> = db.all(include_str!("../../sql/deletion-records.sql"), given).await?;
    let next = paging.cut(&mut rows, |row| (String::new(), row.id));
    let items: Result<Vec<DeletionRecord>, DbError> = rows.into_iter().map(DeletionRecord::try_from).collect();
    Ok(Json(DeletionRecords { items: items?, next }))
}

impl TryFrom<Row> for DeletionRecord {
    type Error = DbError;
    fn try_from(row: Row) -> Result<Self, DbError> {
        Ok(Self {
            counts: serde_json::from_str(&row.counts).map_err(|error| DbError::Row(format!("counts: {error}")))?,
            id: row.id,
            room_id: row.room_id,
            registrant_id: row.registrant_id,
            requested_by: row.requested_by,
            confirmed_by: row.confirmed_by,
            at: row.at,
        })
    }
}
