//! What the city should look at before it accepts a Form 6.

use applications::Warning;
use chrono::NaiveDate;
use domain::LoginId;
use domain::account_stop::AccountStopInput;
use serde::Deserialize;
use std::collections::BTreeMap;
use web::{Clock, Db, Problem, params};

/// Last days that are still to come, and care teams that lose a member.
pub(crate) async fn warnings(db: &Db, clock: Clock, content: &AccountStopInput) -> Result<Vec<Warning>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        login_id: String,
        rooms: i64,
    }
    let asked = serde_json::to_string(&content.login_ids()).map_err(Problem::internal)?;
    let rows: Vec<Row> = db.all(include_str!("../../sql/rooms-of-people.sql"), params![asked]).await?;
    let rooms: BTreeMap<String, i64> = rows.into_iter().map(|row| (row.login_id, row.rooms)).collect();
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
        if let Some(rooms) = rooms.get(&digits) {
            warnings.push(Warning {
                code: "care_team_member",
                message: format!(
                    "{}さんは登録者支援の部屋{rooms}室の担当者です。受理すると、すべての部屋から外れます。医師会にも知らせてください。",
                    person.name
                ),
                field: Some(format!("people[{at}].login_id")),
            });
        }
    }
    Ok(warnings)
}
