//! `GET /api/usage/support-rooms`: how much support rooms are used, for the city, which sees nobody: every count below
//! five is hidden, and so is what would give one away.

use super::{Group, count_of};
use domain::small_cells::{Cell, Total, breakdown, cell, whole};
use domain::usage::Period;
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{CityDesk, Clock, Db, DbError, Json, Problem, Session, params};

/// Support rooms in numbers.
#[derive(Serialize, ToSchema)]
pub(crate) struct SupportRoomUsage {
    pub(super) open_rooms: Cell,
    /// Closed ones whose content is still kept.
    pub(super) closed_rooms: Cell,
    /// People whose care is or was shared. Hidden also where it would tell how few of them have no open room.
    pub(super) registrants: Cell,
    /// Who is in an open room now, each person once.
    pub(super) members_by_profession: Vec<MembersOfProfession>,
    /// Open rooms by how many are in them now; one that everybody has left counts as the smallest size.
    pub(super) rooms_by_team_size: Vec<RoomsOfSize>,
    /// Open rooms by the month in which they were opened, of the last twelve months.
    pub(super) opened_by_month: Vec<RoomsOfMonth>,
}

/// How many people of one profession are in rooms.
#[derive(Serialize, ToSchema)]
pub(super) struct MembersOfProfession {
    pub(super) profession: Profession,
    pub(super) people: Cell,
}

/// How many rooms have a team of this size.
#[derive(Serialize, ToSchema)]
pub(super) struct RoomsOfSize {
    /// `1-3`, `4-6`, `7-9` or `10+`.
    pub(super) size: &'static str,
    pub(super) rooms: Cell,
}

/// How many of the open rooms were opened in one month.
#[derive(Serialize, ToSchema)]
pub(super) struct RoomsOfMonth {
    /// `2026-11`.
    pub(super) month: String,
    pub(super) rooms: Cell,
}

/// Counts. There is no way from here to a room or a person.
#[utoipa::path(get, path = "/api/usage/support-rooms", tag = "oversee", operation_id = "support_room_usage",
    responses((status = 200, body = SupportRoomUsage), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn support_rooms(
    _: Session<CityDesk>,
    db: Db,
    clock: Clock,
) -> Result<Json<SupportRoomUsage>, Problem> {
    load(&db, clock).await.map(Json)
}

/// What the page shows and the table gives out.
pub(super) async fn load(db: &Db, clock: Clock) -> Result<SupportRoomUsage, Problem> {
    #[derive(Deserialize)]
    struct Counts {
        open_rooms: u64,
        closed_rooms: u64,
        registrants: u64,
    }
    let now = clock.now();
    let counts: Counts = db.one(include_str!("../../sql/usage-rooms.sql"), []).await?;
    let open_rooms = cell(counts.open_rooms);
    let total = if open_rooms.hidden { Total::Hidden } else { Total::Shown };
    let professions: Vec<Group> = db.all(include_str!("../../sql/usage-professions.sql"), params![now]).await?;
    let people = Profession::ALL.iter().map(|profession| count_of(&professions, profession.as_str()));
    // Nobody is shown how many people there are in all.
    let people = breakdown(&people.collect::<Vec<_>>(), Total::Hidden);
    let members = Profession::ALL.iter().zip(people);
    Ok(SupportRoomUsage {
        open_rooms,
        closed_rooms: cell(counts.closed_rooms),
        // One open room a registrant: the difference is the people without one.
        registrants: whole(counts.registrants, counts.open_rooms),
        members_by_profession: members
            .map(|(profession, people)| MembersOfProfession { profession: *profession, people })
            .collect(),
        rooms_by_team_size: team_sizes(db, clock, total).await?,
        opened_by_month: months(db, clock, total).await?,
    })
}

async fn team_sizes(db: &Db, clock: Clock, total: Total) -> Result<Vec<RoomsOfSize>, DbError> {
    const SIZES: [&str; 4] = ["1-3", "4-6", "7-9", "10+"];
    let groups: Vec<Group> = db.all(include_str!("../../sql/usage-team-sizes.sql"), params![clock.now()]).await?;
    let rooms = breakdown(&SIZES.map(|size| count_of(&groups, size)), total);
    Ok(SIZES.into_iter().zip(rooms).map(|(size, rooms)| RoomsOfSize { size, rooms }).collect())
}

/// Rooms that were opened before the first of these months make the total larger; whoever knows that there are none, in
/// the first year, can still compute nothing.
async fn months(db: &Db, clock: Clock, total: Total) -> Result<Vec<RoomsOfMonth>, Problem> {
    let months = Period::parse(None, None, clock.today()).map_err(Problem::invalid)?.names();
    let groups: Vec<Group> = db.all(include_str!("../../sql/usage-months.sql"), []).await?;
    let rooms: Vec<u64> = months.iter().map(|month| count_of(&groups, month)).collect();
    let rooms = months_of_use(&rooms, total);
    Ok(months.into_iter().zip(rooms).map(|(month, rooms)| RoomsOfMonth { month, rooms }).collect())
}

/// Everybody knows that nothing was opened before the first room was: such months hide no other.
fn months_of_use(rooms: &[u64], total: Total) -> Vec<Cell> {
    let before = rooms.iter().take_while(|rooms| **rooms == 0).count();
    let of_use = breakdown(rooms.get(before..).unwrap_or_default(), total);
    std::iter::repeat_n(Cell::HIDDEN, before).chain(of_use).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_before_the_first_room_hide_no_other() {
        let hidden = Cell::HIDDEN;
        assert_eq!(months_of_use(&[0, 0, 3, 10, 12], Total::Shown), [hidden, hidden, hidden, hidden, Cell::shown(12)]);
        assert_eq!(months_of_use(&[0, 0, 0], Total::Shown), [hidden; 3]);
    }
}
