//! An entry that was taken over, on its way out as it came.

use serde::Deserialize;
use web::{Db, DbError, params};

/// An entry of another system.
#[derive(Debug, Deserialize)]
pub(super) struct Carried {
    id: i64,
    uuid: String,
    content: String,
    /// 0: `content` is all of it.
    pieces: i64,
    #[serde(skip)]
    sent: i64,
}

impl Carried {
    pub(super) fn id(&self) -> i64 {
        self.id
    }

    pub(super) fn uuid(&self) -> &str {
        &self.uuid
    }

    pub(super) fn is_first(&self) -> bool {
        self.sent == 0
    }

    pub(super) fn is_sent(&self) -> bool {
        self.sent >= self.pieces
    }

    /// The next piece of it.
    pub(super) async fn piece(&mut self, db: &Db) -> Result<String, DbError> {
        #[derive(Deserialize)]
        struct Piece {
            content: String,
        }
        if self.pieces == 0 {
            return Ok(std::mem::take(&mut self.content));
        }
        let asked = params![self.id, self.sent];
        let piece: Piece = db.one(include_str!("../../sql/carried-piece.sql"), asked).await?;
        self.sent += 1;
        Ok(piece.content)
    }
}
