//! Registrants who may be the one whom a new set names: the same birth date and a similar reading.

use chrono::NaiveDate;
use domain::ids::{RegistrantId, RoomId};
use domain::registrant::likeness;
use domain::support_room::RegistrantInput;
use domain::words::Likeness;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, Problem, params};

/// A registrant who may be the same person.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SimilarRegistrant {
    pub(crate) registrant_id: RegistrantId,
    pub(crate) name: String,
    pub(crate) kana: String,
    #[schema(value_type = String, format = Date)]
    pub(crate) birth_date: NaiveDate,
    pub(crate) address: String,
    /// The open room, else the last one.
    #[schema(required = true)]
    pub(crate) room_id: Option<RoomId>,
    /// Whether that room is open: then the set is added to it.
    pub(crate) room_open: bool,
    /// What makes them alike, besides the birth date.
    pub(crate) how: Likeness,
}

/// More than ever share a birth date and a reading, and as many as one answer may show (R21).
const ALIKE_MAX: usize = 50;

/// Registrants with the same birth date and a similar reading.
pub(crate) async fn similar(db: &Db, registrant: &RegistrantInput) -> Result<Vec<SimilarRegistrant>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        registrant_id: RegistrantId,
        name: String,
        kana: String,
        birth_date: NaiveDate,
        address: String,
        room_id: Option<RoomId>,
        room_open: bool,
    }
    let born = params![registrant.birth_date.as_str()];
    let rows: Vec<Row> = db.all(include_str!("../../sql/registrants-born-on.sql"), born).await?;
    let alike = rows.into_iter().filter_map(|row| {
        let how = likeness(&registrant.kana, &row.kana)?;
        Some(SimilarRegistrant {
            registrant_id: row.registrant_id,
            name: row.name,
            kana: row.kana,
            birth_date: row.birth_date,
            address: row.address,
            room_id: row.room_id,
            room_open: row.room_open,
            how,
        })
    });
    Ok(alike.take(ALIKE_MAX).collect())
}
