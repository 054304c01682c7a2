//! `POST /api/rooms/{room}/fhir/takeovers`: a record of another system is announced, with whose it is.

use super::progress::{Before, Takeover, TakeoverProgress};
use super::{ENTRIES_MAX, TAKEOVERS_MAX};
use crate::fhir::entry::{Whose, whose};
use domain::ids::TakeoverId;
use domain::message::takeover_reason;
use domain::validation::{FieldError, Violations};
use http::StatusCode;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Clock, Db, Json, Problem, RoomAccess, Transaction, params};

/// A record that is going to come.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TakeoverInput {
    /// Why: kept on record, and told to the room.
    reason: String,
    /// How many entries the Bundle has, that of the Patient among them.
    entries: i64,
    /// SHA-256 of the file, 64 hexadecimal digits: the same file again goes on where it broke off.
    fingerprint: String,
    /// The entry of the Patient, as it stands in the Bundle. It is entry 0.
    patient: String,
    /// Whoever takes over has made sure that a name written otherwise is this person's.
    is_same_person: bool,
}

/// What of it was found right.
struct Checked {
    reason: String,
    fingerprint: Vec<u8>,
    whose: Whose,
}

/// The registrant of the room.
#[derive(Deserialize)]
struct Registrant {
    name: String,
    kana: String,
    birth_date: String,
}

/// Begins to take a record over, or goes on with the same one. Whose birth date is another is refused, and so is a name that
/// is written otherwise until somebody says that it is the same person.
#[utoipa::path(post, path = "/api/rooms/{room}/fhir/takeovers", tag = "transfer-record", operation_id = "begin_takeover",
    params(("room" = i64, Path)), request_body = TakeoverInput,
    responses((status = 201, body = TakeoverProgress), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn begin(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    clock: Clock,
    Body { value: input, .. }: Body<TakeoverInput>,
) -> Result<(StatusCode, Json<TakeoverProgress>), Problem> {
    access.registrant().ok_or_else(Problem::not_found)?;
    let room = access.room();
    let checked = input.check().map_err(Problem::invalid)?;
    let registrant: Registrant = db.one(include_str!("../../sql/patient.sql"), params![room, ""]).await?;
    registrant.is_that_of(&checked.whose, input.is_same_person)?;
    let transaction = db.transaction().await?;
    let before = Before::load(&transaction, room, &checked.fingerprint).await?;
    if let Some(same) = before.same {
        let known = Takeover::load(&transaction, room, same).await?;
        transaction.roll_back().await?;
        if known.is_finished == 1 {
            return Err(Problem::conflict("already_taken_over", "このファイルは、もうこの部屋に引き継がれています。"));
        }
        return Ok((StatusCode::CREATED, Json(known.progress())));
    }
    if before.other.is_some() {
        let title = "ほかのファイルの引き継ぎが途中です。続けるか、取りやめてから始めてください。";
        return Err(Problem::conflict("another_takeover", title));
    }
    if before.takeovers >= TAKEOVERS_MAX {
        let title = format!("一つの部屋に引き継げる記録は{TAKEOVERS_MAX}件までです。");
        return Err(Problem::conflict("too_many_takeovers", title));
    }
    let takeover = write(&transaction, clock, &access, (&input, &checked)).await?;
    let known = Takeover::load(&transaction, room, takeover).await?;
    transaction.commit().await?;
    Ok((StatusCode::CREATED, Json(known.progress())))
}

async fn write(
    transaction: &Transaction<'_>,
    clock: Clock,
    access: &RoomAccess<ChangesRoom>,
    (input, checked): (&TakeoverInput, &Checked),
) -> Result<TakeoverId, Problem> {
    #[derive(Deserialize)]
    struct Added {
        id: TakeoverId,
    }
    let by = access.caller();
    let row = params![
        access.room(),
        checked.fingerprint.clone(),
        checked.whose.uuid.as_str(),
        input.entries,
        checked.reason.as_str(),
        by.user,
        by.name,
        by.organization_name,
        clock.now()
    ];
    let added: Added = transaction.one(include_str!("../../sql/takeover-add.sql"), row).await?;
    let patient = json!([{ "uuid": checked.whose.uuid, "resource_type": "Patient", "content": input.patient }]);
    let row = params![added.id, access.room(), 0, patient.to_string()];
    transaction.run(include_str!("../../sql/takeover-add-entries.sql"), row).await?;
    Ok(added.id)
}

impl TakeoverInput {
    fn check(&self) -> Result<Checked, Violations> {
        let mut v = Violations::new();
        let reason = v.field("reason", takeover_reason(&self.reason));
        if !(1..=ENTRIES_MAX).contains(&self.entries) {
            v.push("entries", "out_of_range", format!("記録は{ENTRIES_MAX}件までです。"));
        }
        let malformed = || FieldError::new("malformed", "ファイルを確かめられませんでした。選び直してください。");
        let fingerprint = v.field("fingerprint", web::hex::bytes(&self.fingerprint, 32).ok_or_else(malformed));
        let whose = v.field("patient", whose(&self.patient));
        match (reason, fingerprint, whose) {
            (Some(reason), Some(fingerprint), Some(whose)) if v.is_empty() => {
                Ok(Checked { reason, fingerprint, whose })
            }
            _ => Err(v),
        }
    }
}

impl Registrant {
    /// Refuses the record of somebody else.
    fn is_that_of(&self, whose: &Whose, is_same_person: bool) -> Result<(), Problem> {
        if whose.birth_date != self.birth_date {
            let message = "この部屋の登録者と生年月日が違うため、引き継げません。別の方の記録です。";
            return Err(Problem::invalid_field("patient", "another_birth_date", message));
        }
        if is_same_person || whose.is_called(&self.name) || whose.is_called(&self.kana) {
            return Ok(());
        }
        let message = "この部屋の登録者と名前の書き方が違います。同じ方であることを確かめてください。";
        Err(Problem::invalid_field("is_same_person", "name_differs", message))
    }
}
