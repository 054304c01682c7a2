//! `GET /api/tag-wishes/groups`: what is wished for, by wording, for the city.

use super::Wish;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{CityDesk, Db, Json, Paging, Problem, Query, Session, params};

/// Which wishes.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct GroupsQuery {
    /// Those that were answered, newest answer first, instead of those that wait, most wished for first.
    #[serde(default)]
    answered: bool,
    after: Option<String>,
    limit: Option<i64>,
}

/// One page.
#[derive(Serialize, ToSchema)]
pub(crate) struct WishGroups {
    items: Vec<WishGroup>,
    #[schema(required = true)]
    next: Option<String>,
}

/// A wording, and the last reasons that were given with it.
#[derive(Serialize, ToSchema)]
pub(crate) struct WishGroup {
    #[serde(flatten)]
    wish: Wish,
    /// At most five.
    reasons: Vec<String>,
}

/// Lists wishes grouped by wording.
#[utoipa::path(get, path = "/api/tag-wishes/groups", tag = "manage-tags", operation_id = "tag_wish_groups",
    params(GroupsQuery), responses((status = 200, body = WishGroups), (status = 403, body = Problem)))]
pub(crate) async fn list(
    _: Session<CityDesk>,
    db: Db,
    Query(asked): Query<GroupsQuery>,
) -> Result<Json<WishGroups>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        place: String,
        reasons: String,
        #[serde(flatten)]
        wish: Wish,
    }
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    let given = params![paging.text.as_str(), paging.rows_to_read()];
    let sql = if asked.answered {
        include_str!("../../sql/wishes-answered.sql")
    } else {
        include_str!("../../sql/wishes-waiting.sql")
    };
    let mut rows: Vec<Row> = db.all(sql, given).await?;
    let next = paging.cut(&mut rows, |row| (row.place.clone(), 0));
    let group = |row: Row| -> Result<WishGroup, Problem> {
        Ok(WishGroup { reasons: serde_json::from_str(&row.reasons).map_err(Problem::internal)?, wish: row.wish })
    };
    Ok(Json(WishGroups { items: rows.into_iter().map(group).collect::<Result<_, _>>()?, next }))
}
