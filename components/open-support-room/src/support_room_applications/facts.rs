//! What the check of Forms 7 and 8 must know of the world, read from the database.

use domain::FieldError;
use domain::ids::{OrganizationId, UserId};
use domain::support_room::{Facts, KnownMember};
use domain::text::{KanaName, OrganizationName, PersonName};
use domain::words::Profession;
use serde::Deserialize;
use std::collections::BTreeSet;
use web::{Clock, Db, DbError, Problem, params};

/// The organization with this number and the accounts with these.
pub(crate) async fn load(
    db: &Db,
    clock: Clock,
    organization: Option<i64>,
    users: &BTreeSet<i64>,
    by_desk: bool,
) -> Result<Facts, Problem> {
    #[derive(Deserialize)]
    struct Found {
        id: OrganizationId,
        name: String,
    }
    let found: Option<Found> = db.first(include_str!("../../sql/organization.sql"), params![organization]).await?;
    let organization = match found {
        Some(found) => Some((found.id, OrganizationName::parse(&found.name).map_err(|error| unreadable(&error))?)),
        None => None,
    };
    Ok(Facts { organization, people: known_members(db, users).await?, by_desk, today: clock.today() })
}

/// Those of these accounts that are active.
pub(crate) async fn known_members(db: &Db, users: &BTreeSet<i64>) -> Result<Vec<KnownMember>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        user_id: UserId,
        name: String,
        kana: String,
        profession: Profession,
        organization_name: String,
    }
    let asked = serde_json::to_string(users).map_err(Problem::internal)?;
    let rows: Vec<Row> = db.all(include_str!("../../sql/known-members.sql"), params![asked]).await?;
    let known = |row: Row| -> Result<KnownMember, FieldError> {
        Ok(KnownMember {
            user_id: row.user_id,
            name: PersonName::parse(&row.name)?,
            kana: KanaName::parse(&row.kana)?,
            profession: row.profession,
            organization_name: OrganizationName::parse(&row.organization_name)?,
        })
    };
    let members: Result<_, FieldError> = rows.into_iter().map(known).collect();
    Ok(members.map_err(|error| unreadable(&error))?)
}

fn unreadable(error: &FieldError) -> DbError {
    DbError::Row(error.to_string())
}
