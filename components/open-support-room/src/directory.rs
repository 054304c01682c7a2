//! `GET /api/directory`: the people with an account, by profession and organization, for those who set up a team.

use domain::ids::{OrganizationId, UserId};
use domain::text::fold_key;
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AnyUser, Db, Json, Paging, Problem, Query, Session, params};

/// Longer than any name.
const QUERY_CHARACTERS_MAX: usize = 100;

/// Whom to show. Filters are combined.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DirectoryQuery {
    /// A part of the name, its reading or the organization's name.
    #[serde(default)]
    query: String,
    profession: Option<Profession>,
    #[param(value_type = Option<i64>)]
    organization_id: Option<OrganizationId>,
    after: Option<String>,
    limit: Option<i64>,
}

/// One page of the directory.
#[derive(Serialize, ToSchema)]
pub(crate) struct Directory {
    items: Vec<DirectoryEntry>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One person.
#[derive(Serialize, Deserialize, ToSchema)]
pub(crate) struct DirectoryEntry {
    user_id: UserId,
    name: String,
    kana: String,
    profession: Profession,
    organization_id: OrganizationId,
    organization_name: String,
    #[serde(skip_serializing)]
    kana_key: String,
}

/// Lists people with an active account in the order of their readings; the desks' clerks are not among them.
#[utoipa::path(get, path = "/api/directory", tag = "open-support-room", params(DirectoryQuery),
    responses((status = 200, body = Directory), (status = 401, body = Problem)))]
pub(crate) async fn directory(
    _: Session<AnyUser>,
    db: Db,
    Query(asked): Query<DirectoryQuery>,
) -> Result<Json<Directory>, Problem> {
    if asked.query.chars().count() > QUERY_CHARACTERS_MAX {
        return Err(Problem::bad_request("malformed_query", "query"));
    }
    let paging = Paging::new(asked.after.as_deref(), asked.limit)?;
    let given = params![
        fold_key(&asked.query),
        asked.profession.map(Profession::as_str),
        asked.organization_id,
        paging.text.as_str(),
        paging.id,
        paging.rows_to_read()
    ];
    let mut items: Vec<DirectoryEntry> = db.all(include_str!("../sql/directory.sql"), given).await?;
    let next = paging.cut(&mut items, |row| (row.kana_key.clone(), row.user_id.0));
    Ok(Json(Directory { items, next }))
}
