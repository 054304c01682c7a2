//! `PUT …/takeovers/{takeover}/entries/{number}`: entries that follow each other in the Bundle.

use super::progress::{Takeover, TakeoverProgress};
use crate::fhir::entry::{Identified, identify};
use domain::ids::{RoomId, TakeoverId};
use domain::validation::Violations;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Db, Json, Path, Problem, RoomAccess, params};

/// Entries of one request, which is bounded in bytes as well.
const BATCH_MAX: usize = 200;

/// Entries, each as it stands in the Bundle.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EntriesInput {
    entries: Vec<String>,
}

/// An entry as the statement takes it.
#[derive(Serialize)]
struct Row<'a> {
    uuid: String,
    resource_type: String,
    content: &'a str,
}

#[derive(Deserialize)]
struct Kept {
    kept: usize,
}

/// Keeps up to 200 entries, of which the first has this number. Sent again, they are there; others in their place are
/// refused.
#[utoipa::path(put, path = "/api/rooms/{room}/fhir/takeovers/{takeover}/entries/{number}", tag = "transfer-record",
    operation_id = "send_takeover_entries",
    params(("room" = i64, Path), ("takeover" = i64, Path), ("number" = i64, Path)), request_body = EntriesInput,
    responses((status = 200, body = TakeoverProgress), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 413, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn keep(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    Path((_, takeover, number)): Path<(RoomId, TakeoverId, i64)>,
    Body { value: input, .. }: Body<EntriesInput>,
) -> Result<Json<TakeoverProgress>, Problem> {
    let rows = input.check().map_err(Problem::invalid)?;
    let count = i64::try_from(rows.len()).map_err(Problem::internal)?;
    let transaction = db.transaction().await?;
    let known = Takeover::unfinished(&transaction, access.room(), takeover).await?;
    if number < 1 || number.saturating_add(count) > known.entries {
        return Err(Problem::invalid_field("entries", "too_many_entries", "はじめに伝えた件数を超えています。"));
    }
    let text = serde_json::to_string(&rows).map_err(Problem::internal)?;
    let row = params![takeover, access.room(), number, text.as_str()];
    transaction.run(include_str!("../../sql/takeover-add-entries.sql"), row).await?;
    let asked = params![takeover, number, text.as_str()];
    let Kept { kept } = transaction.one(include_str!("../../sql/takeover-entries-kept.sql"), asked).await?;
    if kept != rows.len() {
        transaction.roll_back().await?;
        return Err(other_entry());
    }
    let known = Takeover::with_more(&transaction, access.room(), takeover).await?;
    transaction.commit().await?;
    Ok(Json(known.progress()))
}

/// Something else has this place.
pub(super) fn other_entry() -> Problem {
    Problem::conflict("other_entry", "前に送られた内容と違います。取りやめて、はじめから引き継いでください。")
}

impl EntriesInput {
    fn check<'a>(&'a self) -> Result<Vec<Row<'a>>, Violations> {
        let mut v = Violations::new();
        if self.entries.is_empty() || self.entries.len() > BATCH_MAX {
            v.push("entries", "out_of_range", format!("一度に送れる記録は{BATCH_MAX}件までです。"));
            return Err(v);
        }
        let known: Vec<_> = self
            .entries
            .iter()
            .enumerate()
            .filter_map(|(at, content)| v.field(format!("entries[{at}]"), identify(content)))
            .collect();
        if !v.is_empty() {
            return Err(v);
        }
        let row = |(known, content): (Identified, &'a String)| Row {
            uuid: known.uuid,
            resource_type: known.resource_type,
            content,
        };
        Ok(known.into_iter().zip(&self.entries).map(row).collect())
    }
}
