//! `GET /api/usage/export`: one table of the usage page for spreadsheets; what is hidden there is hidden here.

use super::{PeriodQuery, activity, first_logins, notifications, rooms, support_rooms, tables};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Actor, AuditEvent, CityDesk, Clock, Db, Problem, Query, Response, Session, csv};

/// Which table, of which months.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct UsageExportQuery {
    #[param(inline)]
    table: UsageTable,
    /// As on the page.
    from: Option<String>,
    to: Option<String>,
}

/// A table of the usage page.
#[derive(Debug, Clone, Copy, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum UsageTable {
    /// Accounts, active users, cost and messages, by month.
    Months,
    /// Active users by profession and month.
    Professions,
    /// Active users by organization and month.
    Organizations,
    /// Rooms alive and silent.
    Rooms,
    /// How far accounts are, and how long their steps took.
    FirstLogins,
    /// What people turned on.
    NotificationChoices,
    /// What arrived and what failed, by month.
    Deliveries,
    /// Support rooms in numbers.
    SupportRooms,
}

/// Exports one table as CSV. That it was is on record.
#[utoipa::path(get, path = "/api/usage/export", tag = "oversee", operation_id = "export_usage",
    params(UsageExportQuery),
    responses((status = 200, content_type = "text/csv", body = String), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn export(
    session: Session<CityDesk>,
    db: Db,
    clock: Clock,
    Query(UsageExportQuery { table, from, to }): Query<UsageExportQuery>,
) -> Result<Response, Problem> {
    let asked = PeriodQuery { from, to };
    let period = asked.period(clock)?;
    let rows = match table {
        UsageTable::Months => tables::months(&activity::load(&db, &period).await?),
        UsageTable::Professions => tables::professions(&activity::load(&db, &period).await?),
        UsageTable::Organizations => tables::organizations(&activity::load(&db, &period).await?),
        UsageTable::Rooms => tables::rooms(&rooms::load(&db, clock).await?),
        UsageTable::FirstLogins => tables::first_logins(&first_logins::load(&db, &period).await?),
        UsageTable::NotificationChoices => tables::choices(&notifications::load(&db, &period).await?),
        UsageTable::Deliveries => tables::deliveries(&notifications::load(&db, &period).await?),
        UsageTable::SupportRooms => tables::support_rooms(&support_rooms::load(&db, clock).await?),
    };
    let name = serde_json::to_value(table).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default();
    let event = AuditEvent {
        actor: Actor::User(session.user_id()),
        action: "usage.exported",
        subject: format!("usage:{name}"),
        detail: serde_json::json!({ "from": period.ends().0, "to": period.ends().1, "rows": rows.len() - 1 }),
    };
    let transaction = db.transaction().await?;
    transaction.audit(clock, event).await?;
    transaction.commit().await?;
    let mut text = String::from(csv::BYTE_ORDER_MARK);
    for row in &rows {
        csv::push_row(&mut text, &row.iter().map(String::as_str).collect::<Vec<_>>());
    }
    Ok(csv::answer(text, &format!("usage-{name}-{}.csv", clock.today())))
}
