//! `GET /api/tag-wishes`: what the caller wished for, and what the city answered.

use super::Wish;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AnyUser, Db, Json, Paging, Problem, Query, Session, params};

/// Which page.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct MyWishesQuery {
    after: Option<String>,
    limit: Option<i64>,
}

/// One page, newest first.
#[derive(Serialize, ToSchema)]
pub(crate) struct MyWishes {
    items: Vec<Wish>,
    #[schema(required = true)]
    next: Option<String>,
}

/// Lists what the caller wished for.
#[utoipa::path(get, path = "/api/tag-wishes", tag = "manage-tags", operation_id = "my_tag_wishes",
    params(MyWishesQuery), responses((status = 200, body = MyWishes), (status = 401, body = Problem)))]
pub(crate) async fn list(
    session: Session<AnyUser>,
    db: Db,
    Query(asked): Query<MyWishesQuery>,
) -> Result<Json<MyWishes>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        id: i64,
        #[serde(flatten)]
        wish: Wish,
    }
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    let before = if paging.id == 0 { i64::MAX } else { paging.id };
    let own = params![session.user_id(), before, paging.rows_to_read()];
    let mut rows: Vec<Row> = db.all(include_str!("../../sql/wishes-of-user.sql"), own).await?;
    let next = paging.cut(&mut rows, |row| (String::new(), row.id));
    Ok(Json(MyWishes { items: rows.into_iter().map(|row| row.wish).collect(), next }))
}
