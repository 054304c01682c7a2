//! What the city should look at before it accepts a Form 6.

use applications::Warning;
use chrono::NaiveDate;
use domain::LoginId;
use domain::account_stop::{AccountStopInput, StoppingPersonInput};
use domain::care_team::are_last_clinicians;
use domain::ids::{RoomId, UserId};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use web::{Clock, Db, Problem, clinicians, params};

/// Last days that are still to come, and care teams that lose a member.
pub(crate) async fn warnings(db: &Db, clock: Clock, content: &AccountStopInput) -> Result<Vec<Warning>, Problem> {
    let members = members(db, clock, content).await?;
    let mut warnings = Vec::new();
    for (at, person) in content.people.iter().enumerate() {
        let last_day = person.last_day.as_deref().and_then(|day| day.parse::<NaiveDate>().ok());
        if last_day.is_some_and(|day| day >= clock.today()) {
            warnings.push(Warning {
                code: "last_day_to_come",
                message: format!(
                    "{}さんの最後の利用日は、まだ過ぎていません。受理すると、すぐに使えなくなります。",
                    person.name
                ),
                field: Some(format!("people[{at}].last_day")),
            });
        }
        let digits = person.login_id.parse::<LoginId>().map(LoginId::digits).unwrap_or_default();
        if let Some(member) = members.get(&digits) {
            warnings.push(member_warning(person, at, *member));
        }
    }
    Ok(warnings)
}

/// What the city may know of somebody's care teams. In how many, and whose, it may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Member {
    /// The person is in one.
    OfTeams,
    /// One of them is left without doctor and visiting nurse (R17).
    LastClinician,
}

fn member_warning(person: &StoppingPersonInput, at: usize, member: Member) -> Warning {
    let mut message = format!(
        "{}さんは支援チームの担当者です。受理すると、登録者支援の部屋から外れます。この届出は医師会の窓口にも見えています。",
        person.name
    );
    if member == Member::LastClinician {
        message.push_str(
            "この方が外れると、医師も訪問看護師もいなくなるチームがあります。受理する前に、医師会の窓口に後任を確かめてください。",
        );
    }
    Warning { code: "care_team_member", message, field: Some(format!("people[{at}].login_id")) }
}

/// Those of the people who are in support rooms or going to be, by the digits of their login IDs.
async fn members(db: &Db, clock: Clock, content: &AccountStopInput) -> Result<BTreeMap<String, Member>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        login_id: String,
        user_id: UserId,
        room_id: RoomId,
    }
    let now = clock.now();
    let asked = serde_json::to_string(&content.login_ids()).map_err(Problem::internal)?;
    let rows: Vec<Row> = db.all(include_str!("../../sql/rooms-of-people.sql"), params![asked, now]).await?;
    let teams = clinicians(db, &rows.iter().map(|row| row.room_id).collect(), now).await?;
    // All of them stop together.
    let leaving: Vec<UserId> = rows.iter().map(|row| row.user_id).collect::<BTreeSet<_>>().into_iter().collect();
    let left_without: BTreeSet<RoomId> =
        teams.iter().filter(|(_, team)| are_last_clinicians(team, &leaving, now.0)).map(|(room, _)| *room).collect();
    let mut members = BTreeMap::new();
    for row in rows {
        let is_clinician = teams.get(&row.room_id).is_some_and(|team| team.iter().any(|stay| stay.user == row.user_id));
        let member = members.entry(row.login_id).or_insert(Member::OfTeams);
        if is_clinician && left_without.contains(&row.room_id) {
            *member = Member::LastClinician;
        }
    }
    Ok(members)
}
