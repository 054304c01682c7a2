//! `GET /api/desk/city/lists/{list}`, `GET /api/desk/association/lists/{list}`: what a desk sees of its own as a table
//! for spreadsheets. Each export is an event, and each registrant who is named in it was looked at (R21).

use crate::desk_lists::{
    ACCOUNTS, CARE_TEAM_NOTICES, CONSENTS, DeskList, ORGANIZATIONS, REGISTRANTS, ROOMS_OF_CITY, TAGS, TEAMS,
};
use domain::ids::{RegistrantId, UserId};
use domain::words::{Viewed, ViewedVia};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{
    Actor, AssociationDesk, AuditEvent, CityDesk, Clock, Db, DbError, FreshSession, Path, Problem, Response, View,
    ViewLog, csv, params,
};

/// An instance has to hold the table.
const BYTES_MAX: usize = 24 * 1024 * 1024;
/// As many as one view may name.
const REGISTRANTS_OF_A_VIEW: usize = 200;

/// A list of the city.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CityList {
    /// Organizations with who manages them.
    Organizations,
    /// Accounts, stopped ones as well.
    Accounts,
    /// Collaboration rooms, open and closed.
    Rooms,
    /// Common tags.
    Tags,
}

/// A list of the association.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AssociationList {
    /// Everybody in the register.
    Registrants,
    /// Open rooms with who is in them.
    SupportRooms,
    /// Forms 7 that were accepted.
    Consents,
    /// Forms 8.
    CareTeamNotices,
}

/// Exports a list of the city as CSV.
#[utoipa::path(get, path = "/api/desk/city/lists/{city_list}", tag = "oversee", operation_id = "export_city_list",
    params(("city_list" = inline(CityList), Path)),
    responses((status = 200, content_type = "text/csv", body = String), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn city(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(list): Path<CityList>,
) -> Result<Response, Problem> {
    let list = match list {
        CityList::Organizations => ORGANIZATIONS,
        CityList::Accounts => ACCOUNTS,
        CityList::Rooms => ROOMS_OF_CITY,
        CityList::Tags => TAGS,
    };
    export(&list, session.user_id(), &db, clock, &log).await
}

/// Exports a list of the association as CSV. Everybody named in it is on record as looked at.
#[utoipa::path(get, path = "/api/desk/association/lists/{association_list}", tag = "oversee",
    operation_id = "export_association_list", params(("association_list" = inline(AssociationList), Path)),
    responses((status = 200, content_type = "text/csv", body = String), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn association(
    session: FreshSession<AssociationDesk>,
    db: Db,
    clock: Clock,
    log: ViewLog,
    Path(list): Path<AssociationList>,
) -> Result<Response, Problem> {
    let list = match list {
        AssociationList::Registrants => REGISTRANTS,
        AssociationList::SupportRooms => TEAMS,
        AssociationList::Consents => CONSENTS,
        AssociationList::CareTeamNotices => CARE_TEAM_NOTICES,
    };
    export(&list, session.user_id(), &db, clock, &log).await
}

/// One line of a list.
#[derive(Deserialize)]
struct Row {
    id: i64,
    /// Who is named in it.
    #[serde(default)]
    registrant_id: Option<RegistrantId>,
    /// A JSON array.
    cells: String,
}

async fn export(list: &DeskList, user: UserId, db: &Db, clock: Clock, log: &ViewLog) -> Result<Response, Problem> {
    let heads: Vec<&str> = list.columns.iter().map(|column| column.0).collect();
    let mut table = csv::Table::begin(&heads, list.rows_max, BYTES_MAX);
    let mut named = BTreeSet::new();
    let mut after = 0;
    'pages: loop {
        let rows = page(list, db, clock, after).await?;
        let Some(newest) = rows.last() else { break };
        after = newest.id;
        for row in &rows {
            let cells: Vec<Value> = serde_json::from_str(&row.cells).map_err(Problem::internal)?;
            let words: Vec<String> =
                list.columns.iter().zip(&cells).map(|(column, value)| column.read(value)).collect();
            if !table.push(&words.iter().map(String::as_str).collect::<Vec<_>>()) {
                break 'pages;
            }
            named.extend(row.registrant_id);
        }
    }
    let named: Vec<RegistrantId> = named.into_iter().collect();
    for registrants in named.chunks(REGISTRANTS_OF_A_VIEW) {
        let registrants = registrants.to_vec();
        log.shows(View { user, what: Viewed::Register, via: ViewedVia::Desk, registrants })?;
    }
    let event = AuditEvent {
        actor: Actor::User(user),
        action: "desk_list.exported",
        subject: format!("desk_list:{}", list.name),
        detail: serde_json::json!({ "rows": table.rows(), "cut": table.is_cut() }),
    };
    let transaction = db.transaction().await?;
    transaction.audit(clock, event).await?;
    transaction.commit().await?;
    Ok(table.answer(&format!("{}-{}.csv", list.name, clock.today())))
}

async fn page(list: &DeskList, db: &Db, clock: Clock, after: i64) -> Result<Vec<Row>, DbError> {
    if list.is_of_now {
        db.all(list.sql, params![after, list.page, clock.now()]).await
    } else {
        db.all(list.sql, params![after, list.page]).await
    }
}
