//! What the check of Forms 7 and 8 must know of the world, read from the database.

use domain::FieldError;
use domain::ids::{OrganizationId, UserId};
use domain::support_room::{Facts, KnownMember};
use domain::text::{KanaName, OrganizationName, PersonName};
use domain::words::Profession;
use serde::Deserialize;
use std::collections::BTreeSet;
use web::{Clock, Db, DbError, Param, Problem, params};

/// The organization with this number and the accounts with these.
pub(crate) async fn load(
    db: &Db,
    clock: Clock,
    named: Option<i64>,
    users: &BTreeSet<i64>,
    by_desk: bool,
) -> Result<Facts, Problem> {
    let organization = organization(db, named).await?;
    Ok(Facts { organization, people: known_members(db, users).await?, by_desk, today: clock.today() })
}

/// The organization with this number.
pub(crate) async fn organization(
    db: &Db,
    named: Option<i64>,
) -> Result<Option<(OrganizationId, OrganizationName)>, Problem> {
    #[derive(Deserialize)]
    struct Found {
        id: OrganizationId,
        name: String,
    }
    let found: Option<Found> = db.first(include_str!("../../sql/organization.sql"), params![named]).await?;
    let Some(found) = found else { return Ok(None) };
    Ok(Some((found.id, OrganizationName::parse(&found.name).map_err(|error| unreadable(&error))?)))
}

/// Those of these accounts that are active.
pub(crate) async fn known_members(db: &Db, users: &BTreeSet<i64>) -> Result<Vec<KnownMember>, Problem> {
    let asked = serde_json::to_string(users).map_err(Problem::internal)?;
    members(db, include_str!("../../sql/known-members.sql"), params![asked]).await
}

/// The people whom a statement finds.
pub(crate) async fn members<const N: usize>(
    db: &Db,
    statement: &str,
    given: [Param; N],
) -> Result<Vec<KnownMember>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        user_id: UserId,
        name: String,
        kana: String,
        profession: Profession,
        organization_name: String,
    }
    let rows: Vec<Row> = db.all(statement, given).await?;
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
