//! `GET /api/audit/export`: the audit trail as a table for spreadsheets; the export itself is an event.

use crate::audit_filter::{EventFilter, EventRow};
use web::csv;
use web::{Actor, AuditEvent, CityDesk, Clock, Db, FreshSession, Millis, Problem, Query, Response};

/// Rows of one table, and rows read at a time.
const ROWS_MAX: i64 = 50_000;
const ROWS: i64 = 2_000;
/// An instance has to hold the table: details may be long, so the rows alone are no bound.
const BYTES_MAX: usize = 24 * 1024 * 1024;

/// Exports events as CSV, newest first.
#[utoipa::path(get, path = "/api/audit/export", tag = "oversee", params(EventFilter),
    responses((status = 200, content_type = "text/csv", body = String), (status = 401, body = Problem),
        (status = 403, body = Problem)))]
pub(crate) async fn export_audit_events(
    session: FreshSession<CityDesk>,
    db: Db,
    clock: Clock,
    Query(filter): Query<EventFilter>,
) -> Result<Response, Problem> {
    let search = filter.prepare(&db).await?;
    let mut table = Table::begin();
    let mut before = None;
    let is_cut = loop {
        let rows = search.page(&db, before, ROWS).await?;
        let Some(last) = rows.last() else { break false };
        before = Some(last.sequence);
        if !rows.iter().all(|row| table.push(row)) {
            break true;
        }
    };
    if is_cut {
        table.say_it_is_cut();
    }
    let event = AuditEvent {
        actor: Actor::User(session.user_id()),
        action: "audit.exported",
        subject: "audit".to_owned(),
        detail: serde_json::json!({ "filter": filter, "rows": table.rows, "cut": is_cut }),
    };
    let transaction = db.transaction().await?;
    transaction.audit(clock, event).await?;
    transaction.commit().await?;
    Ok(csv::answer(table.text, &format!("audit-{}.csv", clock.today())))
}

struct Table {
    text: String,
    rows: i64,
    oldest: Millis,
}

impl Table {
    fn begin() -> Self {
        let mut text = String::from(csv::BYTE_ORDER_MARK);
        csv::push_row(&mut text, &["番号", "日時（日本時間）", "操作した人", "氏名", "操作", "対象", "内容"]);
        Self { text, rows: 0, oldest: Millis(0) }
    }

    /// Whether there was room for the row.
    fn push(&mut self, row: &EventRow) -> bool {
        if self.rows >= ROWS_MAX || self.text.len() >= BYTES_MAX {
            return false;
        }
        let name = row.actor_name.as_deref().unwrap_or_default();
        let cells = [
            &row.sequence.to_string(),
            &csv::in_japan(row.at.0),
            row.actor.as_str(),
            name,
            &row.action,
            &row.subject,
            &row.detail,
        ];
        csv::push_row(&mut self.text, &cells);
        self.rows += 1;
        self.oldest = row.at;
        true
    }

    fn say_it_is_cut(&mut self) {
        let (rows, oldest) = (self.rows, csv::in_japan(self.oldest.0));
        let words =
            format!("{rows}件（{oldest}まで）を書き出しました。これより前の記録は、期間を区切って書き出してください。");
        csv::push_row(&mut self.text, &[&words]);
    }
}
