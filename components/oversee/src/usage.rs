//! `GET /api/usage/support-rooms`: how much support rooms are used, for the city, which sees nobody: every count below
//! five is hidden, and so is what would give one away.

use chrono::{Datelike, Months, NaiveDate};
use domain::small_cells::{Cell, Total, breakdown, cell};
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{CityDesk, Clock, Db, DbError, Json, Problem, Session, params};

/// So many months are shown, the present one among them.
const MONTHS: u32 = 12;

/// Support rooms in numbers.
#[derive(Serialize, ToSchema)]
pub(crate) struct SupportRoomUsage {
    open_rooms: Cell,
    /// Closed ones whose content is still kept.
    closed_rooms: Cell,
    /// People whose care is or was shared. Hidden also where it would tell how few of them have no open room.
    registrants: Cell,
    /// Who is in an open room now, each person once.
    members_by_profession: Vec<MembersOfProfession>,
    /// Open rooms by how many are in them now; one that everybody has left counts as the smallest size.
    rooms_by_team_size: Vec<RoomsOfSize>,
    /// Open rooms by the month in which they were opened, of the last twelve months.
    opened_by_month: Vec<RoomsOfMonth>,
}

/// How many people of one profession are in rooms.
#[derive(Serialize, ToSchema)]
struct MembersOfProfession {
    profession: Profession,
    people: Cell,
}

/// How many rooms have a team of this size.
#[derive(Serialize, ToSchema)]
struct RoomsOfSize {
    /// `1-3`, `4-6`, `7-9` or `10+`.
    size: &'static str,
    rooms: Cell,
}

/// How many of the open rooms were opened in one month.
#[derive(Serialize, ToSchema)]
struct RoomsOfMonth {
    /// `2026-11`.
    month: String,
    rooms: Cell,
}

/// How many are in each group that a statement names.
#[derive(Deserialize)]
struct Group {
    name: String,
    count: u64,
}

/// Counts. There is no way from here to a room or a person.
#[utoipa::path(get, path = "/api/usage/support-rooms", tag = "oversee", operation_id = "support_room_usage",
    responses((status = 200, body = SupportRoomUsage), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn support_rooms(
    _: Session<CityDesk>,
    db: Db,
    clock: Clock,
) -> Result<Json<SupportRoomUsage>, Problem> {
    #[derive(Deserialize)]
    struct Counts {
        open_rooms: u64,
        closed_rooms: u64,
        registrants: u64,
    }
    let now = clock.now();
    let counts: Counts = db.one(include_str!("../sql/usage-rooms.sql"), []).await?;
    let open_rooms = cell(counts.open_rooms);
    let total = if open_rooms.hidden { Total::Hidden } else { Total::Shown };
    let professions: Vec<Group> = db.all(include_str!("../sql/usage-professions.sql"), params![now]).await?;
    let people = Profession::ALL.iter().map(|profession| count_of(&professions, profession.as_str()));
    // Nobody is shown how many people there are in all.
    let people = breakdown(&people.collect::<Vec<_>>(), Total::Hidden);
    let members = Profession::ALL.iter().zip(people);
    Ok(Json(SupportRoomUsage {
        open_rooms,
        closed_rooms: cell(counts.closed_rooms),
        registrants: registrants(counts.registrants, counts.open_rooms),
        members_by_profession: members
            .map(|(profession, people)| MembersOfProfession { profession: *profession, people })
            .collect(),
        rooms_by_team_size: team_sizes(&db, clock, total).await?,
        opened_by_month: months(&db, clock, total).await?,
    }))
}

/// One open room a registrant: the difference is the people without one.
fn registrants(registrants: u64, open_rooms: u64) -> Cell {
    if cell(registrants.saturating_sub(open_rooms)).hidden { Cell::HIDDEN } else { cell(registrants) }
}

async fn team_sizes(db: &Db, clock: Clock, total: Total) -> Result<Vec<RoomsOfSize>, DbError> {
    const SIZES: [&str; 4] = ["1-3", "4-6", "7-9", "10+"];
    let groups: Vec<Group> = db.all(include_str!("../sql/usage-team-sizes.sql"), params![clock.now()]).await?;
    let rooms = breakdown(&SIZES.map(|size| count_of(&groups, size)), total);
    Ok(SIZES.into_iter().zip(rooms).map(|(size, rooms)| RoomsOfSize { size, rooms }).collect())
}

/// Rooms that were opened before the first of these months make the total larger; whoever knows that there are none, in
/// the first year, can still compute nothing.
async fn months(db: &Db, clock: Clock, total: Total) -> Result<Vec<RoomsOfMonth>, DbError> {
    let months = last_months(clock.today());
    let groups: Vec<Group> = db.all(include_str!("../sql/usage-months.sql"), []).await?;
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

/// The last twelve months, oldest first.
fn last_months(today: NaiveDate) -> Vec<String> {
    let first_day = today.with_day(1).unwrap_or(today);
    let months = (0..MONTHS).rev().filter_map(|back| first_day.checked_sub_months(Months::new(back)));
    months.map(|day| day.format("%Y-%m").to_string()).collect()
}

fn count_of(groups: &[Group], name: &str) -> u64 {
    groups.iter().find(|group| group.name == name).map_or(0, |group| group.count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_twelve_months_up_to_this_one() {
        let months = last_months("2027-01-31".parse().unwrap());
        assert_eq!(months.len(), 12);
        assert_eq!((months.first().unwrap().as_str(), months.last().unwrap().as_str()), ("2026-02", "2027-01"));
    }

    #[test]
    fn months_before_the_first_room_hide_no_other() {
        let hidden = Cell::HIDDEN;
        assert_eq!(months_of_use(&[0, 0, 3, 10, 12], Total::Shown), [hidden, hidden, hidden, hidden, Cell::shown(12)]);
        assert_eq!(months_of_use(&[0, 0, 0], Total::Shown), [hidden; 3]);
    }

    #[test]
    fn people_without_an_open_room_are_not_computed_from_the_others() {
        assert_eq!(registrants(22, 20), Cell::HIDDEN);
        assert_eq!(registrants(20, 20), Cell::HIDDEN);
        assert_eq!(registrants(25, 20), Cell::shown(25));
        assert_eq!(registrants(3, 0), Cell::HIDDEN);
    }
}
