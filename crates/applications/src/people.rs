//! The accounts that a form about a collaboration room names (R23, R25).

use domain::LoginId;
use domain::ids::{OrganizationId, UserId};
use domain::named_person::{AccountHolderInput, KnownPerson, Named, RoomPersonInput};
use domain::text::{OrganizationName, PersonName};
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Caller, Db, Problem, Visitor, params};

/// Those of the accounts that a form names which are in use.
pub async fn known_people(db: &Db, named: &Named) -> Result<Vec<KnownPerson>, Problem> {
    #[derive(Deserialize)]
    struct Row {
        user_id: UserId,
        login_id: String,
        name: String,
        organization_id: OrganizationId,
        organization_name: String,
        is_manager: bool,
    }
    let rows: Vec<Row> = db.all(include_str!("../sql/known-people.sql"), asked(named)?).await?;
    let known = |row: Row| {
        Ok(KnownPerson {
            user_id: row.user_id,
            login_id: row.login_id.parse::<LoginId>().map_err(Problem::internal)?,
            name: PersonName::parse(&row.name).map_err(Problem::internal)?,
            organization: row.organization_id,
            organization_name: OrganizationName::parse(&row.organization_name).map_err(Problem::internal)?,
            is_manager: row.is_manager,
        })
    };
    rows.into_iter().map(known).collect()
}

fn asked(named: &Named) -> Result<[web::Param; 2], Problem> {
    let user_ids = serde_json::to_string(&named.user_ids).map_err(Problem::internal)?;
    let login_ids = serde_json::to_string(&named.login_ids).map_err(Problem::internal)?;
    Ok(params![user_ids, login_ids])
}

/// Somebody whom a form names, as the desk reads it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct AskedPerson {
    /// The account.
    pub user_id: UserId,
    /// The person's name.
    pub name: String,
    /// What the person works as.
    pub profession: Profession,
    /// For whom.
    pub organization_name: String,
    /// Whether the account is in use.
    pub is_active: bool,
    #[serde(skip_serializing)]
    login_id: String,
}

/// Everybody whom a kept form names: the applicant, and the people in the order of the form.
pub async fn asked_people(
    db: &Db,
    applicant: &AccountHolderInput,
    people: &[RoomPersonInput],
) -> Result<(Option<AskedPerson>, Vec<AskedPerson>), Problem> {
    let found: Vec<AskedPerson> =
        db.all(include_str!("../sql/asked-people.sql"), asked(&Named::on(applicant, people))?).await?;
    let holder = applicant.login_id.parse::<LoginId>().map(LoginId::digits).ok();
    let holder = found.iter().find(|person| Some(&person.login_id) == holder.as_ref()).cloned();
    // A kept form names everybody by number.
    let by_number = |id: i64| found.iter().find(|person| person.user_id.0 == id).cloned();
    Ok((holder, people.iter().filter_map(|person| by_number(person.user_id?)).collect()))
}

/// Whoever is signed in applies for himself; only a clerk types the name of somebody else (R12).
pub fn applies_as(signed_in: Option<&Caller>, applicant: &mut AccountHolderInput) {
    if let Some(caller) = signed_in {
        applicant.login_id.clone_from(&caller.login_id);
        applicant.name.clone_from(&caller.name);
    }
}

/// The caller who is signed in and no clerk.
pub fn signed_in_user(visitor: &Visitor) -> Option<&Caller> {
    visitor.0.as_ref().map(web::Session::caller).filter(|caller| caller.desk.is_none())
}
