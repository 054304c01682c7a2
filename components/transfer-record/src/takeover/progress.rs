//! How far a record has come.

use domain::ids::{RoomId, TakeoverId};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Db, DbError, Problem, params};

/// Of one record: as many as a browser reads at once (`FILE_BYTES_MAX` of its page).
const CHARACTERS_MAX: i64 = 500_000_000;

/// How far a record has come. Entries are sent in their order, so what is missing begins with number `received`.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TakeoverProgress {
    takeover_id: TakeoverId,
    /// How many entries there are.
    entries: i64,
    /// How many of them are here.
    received: i64,
    is_finished: bool,
}

/// A record on its way into a room, or there.
#[derive(Debug, Deserialize)]
pub(super) struct Takeover {
    pub(super) id: TakeoverId,
    pub(super) entries: i64,
    pub(super) received: i64,
    /// Of all that is here.
    characters: i64,
    pub(super) is_finished: i64,
    pub(super) reason: String,
}

impl Takeover {
    /// One of a room; one of another room does not exist.
    pub(super) async fn load(db: &Db, room: RoomId, takeover: TakeoverId) -> Result<Self, Problem> {
        let found: Option<Self> = db.first(include_str!("../../sql/takeover.sql"), params![room, takeover]).await?;
        found.ok_or_else(Problem::not_found)
    }

    /// [`Self::load`], for one that is still on its way.
    pub(super) async fn unfinished(db: &Db, room: RoomId, takeover: TakeoverId) -> Result<Self, Problem> {
        let found = Self::load(db, room, takeover).await?;
        if found.is_finished == 1 {
            return Err(Problem::conflict("takeover_finished", "この記録の引き継ぎは、もう終わっています。"));
        }
        Ok(found)
    }

    /// [`Self::load`] after something came, which may have been too much.
    pub(super) async fn with_more(db: &Db, room: RoomId, takeover: TakeoverId) -> Result<Self, Problem> {
        let found = Self::load(db, room, takeover).await?;
        if found.characters > CHARACTERS_MAX {
            let title =
                "記録が大きすぎるため、引き継げません。取りやめて、システムを運用している人に相談してください。";
            return Err(Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "record_too_large", title));
        }
        Ok(found)
    }

    /// As its sender sees it.
    pub(super) fn progress(&self) -> TakeoverProgress {
        let Self { id, entries, received, .. } = self;
        TakeoverProgress {
            takeover_id: *id,
            entries: *entries,
            received: *received,
            is_finished: self.is_finished == 1,
        }
    }
}

/// What of a file is here by its fingerprint, and whether anything else is on its way.
#[derive(Debug, Deserialize)]
pub(super) struct Before {
    pub(super) same: Option<TakeoverId>,
    pub(super) other: Option<TakeoverId>,
    /// How many there are.
    pub(super) takeovers: i64,
}

impl Before {
    pub(super) async fn load(db: &Db, room: RoomId, fingerprint: &[u8]) -> Result<Self, DbError> {
        db.one(include_str!("../../sql/takeover-before.sql"), params![room, fingerprint.to_vec()]).await
    }
}
