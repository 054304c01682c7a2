//! `GET /api/rooms/{room}/fhir/carried-over`: resources of one type that were taken over.

use crate::takeover::all_pieces;
use domain::ids::RoomId;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use web::{Db, Json, Path, Problem, Query, RoomAccess, ShowsRecords, params};

const ENTRIES_DEFAULT: i64 = 50;
const ENTRIES_MAX: i64 = 100;
/// Of the resources of one answer together, in characters: the first is always among them.
const ANSWER_MAX: usize = 2_000_000;

/// Which resources.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct CarriedQuery {
    /// A resource type of FHIR, such as `Communication`.
    kind: String,
    /// As an earlier page gave it in `next`.
    after: Option<i64>,
    /// At most so many: 50, or what is asked for up to 100.
    limit: Option<i64>,
}

/// A page of resources, those that came last first.
#[derive(Serialize, ToSchema)]
pub(crate) struct CarriedResources {
    items: Vec<CarriedResource>,
    /// Leads to the next page; none on the last.
    #[schema(required = true)]
    next: Option<String>,
}

/// A resource as the other system wrote it.
#[derive(Serialize, ToSchema)]
struct CarriedResource {
    uuid: String,
    /// FHIR R4; nothing is promised of what it consists of.
    #[schema(value_type = Object)]
    resource: Value,
}

#[derive(Deserialize)]
struct Row {
    id: i64,
    uuid: String,
    content: String,
    /// 0: `content` is all of it.
    pieces: i64,
}

#[derive(Deserialize)]
struct Entry {
    resource: Value,
}

/// Shows resources of one type; the content of files is asked for by itself.
#[utoipa::path(get, path = "/api/rooms/{room}/fhir/carried-over", tag = "transfer-record",
    operation_id = "list_carried_over", params(("room" = i64, Path), CarriedQuery),
    responses((status = 200, body = CarriedResources), (status = 400, body = Problem), (status = 401, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn list(
    access: RoomAccess<ShowsRecords>,
    db: Db,
    Path(room): Path<RoomId>,
    Query(asked): Query<CarriedQuery>,
) -> Result<Json<CarriedResources>, Problem> {
    access.registrant().ok_or_else(Problem::not_found)?;
    let limit = asked.limit.unwrap_or(ENTRIES_DEFAULT).clamp(1, ENTRIES_MAX);
    let page = params![room, asked.kind.as_str(), asked.after.unwrap_or(i64::MAX), limit + 1];
    let rows: Vec<Row> = db.all(include_str!("../../sql/carried-of-kind.sql"), page).await?;
    let (mut items, mut size, mut last) = (Vec::new(), 0, None);
    let mut has_more = false;
    for row in rows {
        let content = if row.pieces == 0 { row.content } else { all_pieces(&db, row.id).await?.concat() };
        size += content.len();
        if i64::try_from(items.len()).ok() == Some(limit) || (size > ANSWER_MAX && !items.is_empty()) {
            has_more = true;
            break;
        }
        let entry: Entry = serde_json::from_str(&content).map_err(Problem::internal)?;
        last = Some(row.id);
        items.push(CarriedResource { uuid: row.uuid, resource: entry.resource });
    }
    Ok(Json(CarriedResources { items, next: last.filter(|_| has_more).map(|id: i64| id.to_string()) }))
}
