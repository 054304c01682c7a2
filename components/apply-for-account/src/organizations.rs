//! `GET /api/organizations`: is my organization registered already? Names and addresses only, which are public.

pub(crate) mod applications;
pub(crate) mod confirmation;
pub(crate) mod people;
pub(crate) mod show;

use domain::ids::OrganizationId;
use domain::text::fold_key;
use domain::words::OrganizationKind;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Db, Json, Problem, Query, params};

const QUERY_CHARACTERS_MAX: usize = 100;

/// What to look for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchOrganizations {
    /// A part of the name, at least two characters.
    #[serde(default)]
    query: String,
}

/// The first twenty organizations whose name contains the words.
#[derive(Serialize, ToSchema)]
pub(crate) struct FoundOrganizations {
    items: Vec<FoundOrganization>,
    #[schema(required = true)]
    next: Option<String>,
}

#[derive(Serialize, Deserialize, ToSchema)]
struct FoundOrganization {
    id: OrganizationId,
    name: String,
    kind: OrganizationKind,
    address: String,
}

/// Finds registered organizations by name.
#[utoipa::path(get, path = "/api/organizations", tag = "apply-for-account", params(SearchOrganizations),
    responses((status = 200, body = FoundOrganizations)))]
pub(crate) async fn search(
    db: Db,
    Query(search): Query<SearchOrganizations>,
) -> Result<Json<FoundOrganizations>, Problem> {
    if search.query.chars().count() > QUERY_CHARACTERS_MAX {
        return Err(Problem::bad_request("malformed_query", "query is too long"));
    }
    let key = fold_key(&search.query);
    if key.chars().count() < 2 {
        return Ok(Json(FoundOrganizations { items: Vec::new(), next: None }));
    }
    let items = db.all(include_str!("../sql/search-organizations.sql"), params![key]).await?;
    Ok(Json(FoundOrganizations { items, next: None }))
}
