//! `GET /api/usage/rooms`: in how many open rooms people still write (R26).

use domain::collaboration_room::quiet_before;
use domain::small_cells::{Cell, Total, breakdown, cell};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{CityDesk, Clock, Db, Json, Problem, Session, params};

/// Open rooms, alive and silent.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoomUsage {
    pub(super) collaboration: RoomsAlive,
    pub(super) support: RoomsAlive,
}

/// Open rooms of one kind.
#[derive(Serialize, ToSchema)]
pub(crate) struct RoomsAlive {
    pub(super) open: Cell,
    /// Somebody posted, or the room was opened or said to be needed, within 90 days.
    pub(super) alive: Cell,
    pub(super) silent: Cell,
}

/// Counts rooms, and says nothing of any.
#[utoipa::path(get, path = "/api/usage/rooms", tag = "oversee", operation_id = "room_usage",
    responses((status = 200, body = RoomUsage), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn rooms(_: Session<CityDesk>, db: Db, clock: Clock) -> Result<Json<RoomUsage>, Problem> {
    load(&db, clock).await.map(Json)
}

/// What the page shows and the table gives out.
pub(super) async fn load(db: &Db, clock: Clock) -> Result<RoomUsage, Problem> {
    #[derive(Deserialize)]
    struct Counts {
        collaboration_open: u64,
        collaboration_silent: u64,
        support_open: u64,
        support_silent: u64,
    }
    let counts: Counts =
        db.one(include_str!("../../sql/usage-alive.sql"), params![quiet_before(clock.now().0)]).await?;
    Ok(RoomUsage {
        collaboration: alive(counts.collaboration_open, counts.collaboration_silent),
        support: alive(counts.support_open, counts.support_silent),
    })
}

fn alive(open: u64, silent: u64) -> RoomsAlive {
    let shown = cell(open);
    let total = if shown.hidden { Total::Hidden } else { Total::Shown };
    let cells = breakdown(&[open.saturating_sub(silent), silent], total);
    let at = |place: usize| cells.get(place).copied().unwrap_or(Cell::HIDDEN);
    RoomsAlive { open: shown, alive: at(0), silent: at(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_silent_rooms_are_not_computed_from_those_that_are_alive() {
        let few = alive(20, 2);
        assert_eq!((few.open, few.alive, few.silent), (Cell::shown(20), Cell::HIDDEN, Cell::HIDDEN));
        let many = alive(20, 8);
        assert_eq!((many.alive, many.silent), (Cell::shown(12), Cell::shown(8)));
        assert_eq!(alive(4, 0).open, Cell::HIDDEN);
    }
}
