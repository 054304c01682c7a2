//! What Forms 5 and 6 must know of the organization they are for, read from the database; and what a signed-in manager
//! need not type.

use domain::account::ApplicantInput;
use domain::ids::{OrganizationId, UserId};
use domain::organization::{KnownAccount, KnownManager, KnownOrganization};
use domain::text::{OrganizationName, PersonName, fold_key};
use domain::{FieldError, LoginId};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use web::{Caller, Db, DbError, Problem, params};

/// The organization with this number, and those of its accounts that have one of the login IDs.
pub(crate) async fn load(
    db: &Db,
    id: Option<i64>,
    login_ids: &BTreeSet<String>,
) -> Result<Option<KnownOrganization>, Problem> {
    #[derive(Deserialize)]
    struct Found {
        id: OrganizationId,
        name: String,
    }
    #[derive(Deserialize)]
    struct Manager {
        id: i64,
        name: String,
        kana_key: String,
        user_id: Option<UserId>,
    }
    let found: Option<Found> = db.first(include_str!("../sql/organization.sql"), params![id]).await?;
    let Some(found) = found else { return Ok(None) };
    let managers: Vec<Manager> = db.all(include_str!("../sql/known-managers.sql"), params![id]).await?;
    let manager = |manager: Manager| KnownManager {
        id: manager.id,
        name_key: fold_key(&manager.name),
        kana_key: manager.kana_key,
        user_id: manager.user_id,
    };
    Ok(Some(KnownOrganization {
        id: found.id,
        name: OrganizationName::parse(&found.name).map_err(|error| unreadable(&error))?,
        managers: managers.into_iter().map(manager).collect(),
        accounts: accounts(db, found.id, login_ids).await?,
    }))
}

async fn accounts(
    db: &Db,
    organization: OrganizationId,
    login_ids: &BTreeSet<String>,
) -> Result<Vec<KnownAccount>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        user_id: UserId,
        login_id: String,
        name: String,
        kana_key: String,
        active: bool,
    }
    let asked = serde_json::to_string(login_ids).map_err(Problem::internal)?;
    let rows: Vec<Row> = db.all(include_str!("../sql/known-accounts.sql"), params![organization, asked]).await?;
    let account = |row: Row| -> Result<KnownAccount, DbError> {
        Ok(KnownAccount {
            user_id: row.user_id,
            login_id: row.login_id.parse().map_err(|error| DbError::Row(format!("login_id: {error}")))?,
            name: PersonName::parse(&row.name).map_err(|error| unreadable(&error))?,
            kana_key: row.kana_key,
            active: row.active,
        })
    };
    Ok(rows.into_iter().map(account).collect::<Result<_, _>>()?)
}

fn unreadable(error: &FieldError) -> DbError {
    DbError::Row(error.to_string())
}

/// The manager as the organization's forms name their applicant.
pub(crate) async fn as_applicant(db: &Db, manager: &Caller) -> Result<ApplicantInput, DbError> {
    #[derive(Deserialize)]
    struct Row {
        name: String,
        kana: String,
        email: String,
        phone: String,
    }
    let own = params![manager.user_id, manager.organization_id];
    let row: Option<Row> = db.first(include_str!("../sql/manager-of.sql"), own).await?;
    let applicant =
        row.map(|row| ApplicantInput { name: row.name, kana: row.kana, email: row.email, phone: row.phone });
    Ok(applicant.unwrap_or_default())
}

/// One of the manager's people, to choose from.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct OwnPerson {
    /// Eight digits.
    pub(crate) login_id: String,
    /// The person's name.
    pub(crate) name: String,
}

/// The people of the manager's organization who have an account, in the order of their readings.
pub(crate) async fn own_people(db: &Db, manager: &Caller) -> Result<Vec<OwnPerson>, DbError> {
    db.all(include_str!("../sql/own-people.sql"), params![manager.organization_id]).await
}

/// The names of those of the manager's people who have one of these login IDs: who was chosen need not be typed.
pub(crate) async fn names_of(
    db: &Db,
    manager: &Caller,
    login_ids: &BTreeSet<String>,
) -> Result<BTreeMap<LoginId, String>, Problem> {
    let accounts = accounts(db, manager.organization_id, login_ids).await?;
    Ok(accounts.into_iter().map(|account| (account.login_id, account.name.as_str().to_owned())).collect())
}

/// Puts the name beside a login ID that was chosen from the manager's people.
pub(crate) fn fill_name(names: &BTreeMap<LoginId, String>, login_id: &str, name: &mut String) {
    if name.trim().is_empty()
        && let Ok(login_id) = login_id.parse::<LoginId>()
        && let Some(known) = names.get(&login_id)
    {
        name.clone_from(known);
    }
}
