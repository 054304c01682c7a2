//! `PUT …/takeovers/{takeover}/entries/{number}/pieces/{piece}`: a piece of an entry that is too large for one request.

use super::entries::other_entry;
use super::progress::{Takeover, TakeoverProgress};
use crate::fhir::entry::identify;
use domain::ids::{RoomId, TakeoverId};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Db, Json, Path, Problem, RoomAccess, Transaction, params};

/// A file of 10 MB is 14 million characters in base64.
const PIECES_MAX: i64 = 64;

/// A piece of an entry's text.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PieceInput {
    /// Of how many pieces.
    pieces: i64,
    text: String,
}

/// The entry that pieces belong to.
#[derive(Deserialize)]
struct Entry {
    id: i64,
    pieces: i64,
    is_whole: i64,
}

/// Keeps a piece of an entry, in any order and as often as it is sent. With the last one the entry is looked at.
#[utoipa::path(put, path = "/api/rooms/{room}/fhir/takeovers/{takeover}/entries/{number}/pieces/{piece}",
    tag = "transfer-record", operation_id = "send_takeover_piece",
    params(("room" = i64, Path), ("takeover" = i64, Path), ("number" = i64, Path), ("piece" = i64, Path)),
    request_body = PieceInput,
    responses((status = 200, body = TakeoverProgress), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 413, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn keep(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    Path((_, takeover, number, piece)): Path<(RoomId, TakeoverId, i64, i64)>,
    Body { value: input, .. }: Body<PieceInput>,
) -> Result<Json<TakeoverProgress>, Problem> {
    let transaction = db.transaction().await?;
    let known = Takeover::unfinished(&transaction, access.room(), takeover).await?;
    let is_known = (1..known.entries).contains(&number) && (0..input.pieces).contains(&piece);
    if !is_known || input.pieces > PIECES_MAX || input.text.is_empty() {
        return Err(Problem::invalid_field("pieces", "out_of_range", "送られた部分が、この記録のものではありません。"));
    }
    let row = params![takeover, access.room(), number, input.pieces];
    transaction.run(include_str!("../../sql/takeover-add-large.sql"), row).await?;
    let entry: Entry = transaction.one(include_str!("../../sql/takeover-large.sql"), params![takeover, number]).await?;
    let row = params![entry.id, piece, input.text.as_str()];
    transaction.run(include_str!("../../sql/takeover-add-piece.sql"), row).await?;
    if entry.pieces != input.pieces || !is_kept(&transaction, entry.id, piece, &input.text).await? {
        transaction.roll_back().await?;
        return Err(other_entry());
    }
    if entry.is_whole == 0 {
        look_at(&transaction, &entry).await?;
    }
    let known = Takeover::with_more(&transaction, access.room(), takeover).await?;
    transaction.commit().await?;
    Ok(Json(known.progress()))
}

async fn is_kept(transaction: &Transaction<'_>, entry: i64, piece: i64, text: &str) -> Result<bool, Problem> {
    #[derive(Deserialize)]
    struct Kept {
        is_kept: i64,
    }
    let asked = params![entry, piece, text];
    let kept: Kept = transaction.one(include_str!("../../sql/takeover-piece-kept.sql"), asked).await?;
    Ok(kept.is_kept == 1)
}

/// Once all pieces are here, they have to be an entry together.
async fn look_at(transaction: &Transaction<'_>, entry: &Entry) -> Result<(), Problem> {
    let pieces = all_pieces(transaction, entry.id).await?;
    if i64::try_from(pieces.len()).ok() != Some(entry.pieces) {
        return Ok(());
    }
    let known =
        identify(&pieces.concat()).map_err(|error| Problem::invalid_field("text", error.code, error.message))?;
    let row = params![entry.id, known.uuid, known.resource_type];
    Ok(transaction.run(include_str!("../../sql/takeover-large-is-whole.sql"), row).await?)
}

/// The pieces of an entry, in their order.
pub(crate) async fn all_pieces(db: &Db, entry: i64) -> Result<Vec<String>, Problem> {
    #[derive(Deserialize)]
    struct Piece {
        content: String,
    }
    let pieces: Vec<Piece> = db.all(include_str!("../../sql/carried-pieces.sql"), params![entry]).await?;
    Ok(pieces.into_iter().map(|piece| piece.content).collect())
}
