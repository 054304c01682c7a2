//! The care team of a room in the database: its stays, and what happened to it. Which changes are allowed is decided by
//! [`domain::care_team`]; who has access, by [`RoomAccess`](crate::RoomAccess).

use crate::{Clock, Db, DbError, Millis, OutboxMessage, RoomEvent, Transaction, params};
use domain::care_team::{Assignment, is_another_lack, without_clinician_from};
use domain::ids::{ApplicationId, RoomId, UserId};
use domain::words::{Profession, RoomEventKind};
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// The stays of one room, past ones too.
#[derive(Debug, Clone)]
pub struct CareTeam {
    room: RoomId,
    stays: Vec<Assignment>,
}

impl CareTeam {
    /// The team of a room.
    pub async fn load(db: &Db, room: RoomId) -> Result<Self, DbError> {
        #[derive(Deserialize)]
        struct Row {
            user_id: UserId,
            profession: Profession,
            since: i64,
            until: Option<i64>,
        }
        let rows: Vec<Row> = db.all(include_str!("../sql/care-team.sql"), params![room]).await?;
        let stay =
            |row: Row| Assignment { user: row.user_id, profession: row.profession, since: row.since, until: row.until };
        Ok(Self { room, stays: rows.into_iter().map(stay).collect() })
    }

    /// Whose team it is.
    pub fn room(&self) -> RoomId {
        self.room
    }

    /// The stays.
    pub fn stays(&self) -> &[Assignment] {
        &self.stays
    }

    /// Who belongs to the team at this moment.
    pub fn members_at(&self, moment: Millis) -> impl Iterator<Item = UserId> {
        self.stays.iter().filter(move |stay| stay.holds_at(moment.0)).map(|stay| stay.user)
    }

    /// Makes `after` the team: what is new is inserted, what ends otherwise is changed, on account of this application.
    pub async fn become_team(
        &mut self,
        transaction: &Transaction<'_>,
        clock: Clock,
        application: ApplicationId,
        after: Vec<Assignment>,
    ) -> Result<(), DbError> {
        for stay in &after {
            let before = self.stays.iter().find(|old| old.user == stay.user && old.since == stay.since);
            let row = params![self.room, stay.user, stay.since, stay.until, application];
            match before {
                None => transaction.run(include_str!("../sql/add-member.sql"), row).await?,
                Some(old) if old.until != stay.until => {
                    transaction.run(include_str!("../sql/end-member.sql"), row).await?;
                }
                Some(_) => {}
            }
        }
        self.stays = after;
        self.flag(transaction, clock).await
    }

    /// Notes from when on the room is without doctor and visiting nurse (R17), and tells room and association when that
    /// is news.
    pub async fn flag(&self, transaction: &Transaction<'_>, clock: Clock) -> Result<(), DbError> {
        #[derive(Deserialize)]
        struct Flag {
            without_clinician_from: Option<i64>,
        }
        let before: Flag = transaction.one(include_str!("../sql/clinician-flag.sql"), params![self.room]).await?;
        let before = before.without_clinician_from;
        let from = without_clinician_from(&self.stays, clock.now().0);
        if from == before {
            return Ok(());
        }
        transaction.run(include_str!("../sql/flag-room.sql"), params![self.room, from]).await?;
        // A lack that was known already needs no second telling.
        let is_news = |from: &i64| before.is_none_or(|before| is_another_lack(&self.stays, before, *from));
        let Some(from) = from.filter(is_news) else { return Ok(()) };
        let day = Millis(from).japan_date();
        RoomEvent {
            room: self.room,
            kind: RoomEventKind::WithoutClinician,
            about: None,
            actor: None,
            note: Some(day.to_string()),
        }
        .add(transaction, clock)
        .await?;
        let payload = json!({ "room": self.room, "from": day });
        transaction.enqueue(clock, OutboxMessage { topic: "support_room.without_clinician", payload }).await
    }
}

/// Since when, or from when on, flagged rooms are without doctor and visiting nurse. A flag is set when a team changes; a
/// lack that was to end has ended by itself meanwhile, and such rooms are left out.
pub async fn lacks(db: &Db, flagged: &[RoomId], now: Millis) -> Result<BTreeMap<RoomId, Millis>, DbError> {
    let mut lacks = BTreeMap::new();
    for room in flagged.iter().copied() {
        let team = CareTeam::load(db, room).await?;
        lacks.extend(without_clinician_from(team.stays(), now.0).map(|from| (room, Millis(from))));
    }
    Ok(lacks)
}

/// These rooms' teams as far as R17 looks at them: the stays of doctors and visiting nurses that hold or lie ahead.
pub async fn clinicians(
    db: &Db,
    rooms: &BTreeSet<RoomId>,
    now: Millis,
) -> Result<BTreeMap<RoomId, Vec<Assignment>>, DbError> {
    #[derive(Deserialize)]
    struct Row {
        room_id: RoomId,
        user_id: UserId,
        profession: Profession,
        since: i64,
        until: Option<i64>,
    }
    let asked = serde_json::to_string(rooms).map_err(|error| DbError::Row(error.to_string()))?;
    let rows: Vec<Row> = db.all(include_str!("../sql/clinicians.sql"), params![asked, now]).await?;
    let mut teams: BTreeMap<RoomId, Vec<Assignment>> = BTreeMap::new();
    for row in rows {
        let stay = Assignment { user: row.user_id, profession: row.profession, since: row.since, until: row.until };
        teams.entry(row.room_id).or_default().push(stay);
    }
    Ok(teams)
}
