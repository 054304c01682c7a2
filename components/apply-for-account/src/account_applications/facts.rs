//! What the rules of Form 4 must know of the world, read from the database.

use domain::account::{
    AccountApplication, AccountApplicationInput, ApplyingOrganization, Facts, KnownPerson, RegisteredOrganization,
};
use domain::ids::OrganizationId;
use domain::text::OrganizationName;
use domain::validation::Violations;
use serde::Deserialize;
use std::collections::BTreeSet;
use web::{Db, DbError, Problem, params};

/// A Form 4 that keeps every rule as the world stands now, or all that is wrong with it.
pub(crate) async fn check(
    db: &Db,
    input: &AccountApplicationInput,
    by_desk: bool,
) -> Result<AccountApplication, Problem> {
    let facts = Facts {
        organization: registered(db, input.organization.id).await?,
        emails_in_use: emails_in_use(db, input).await?,
        by_desk,
    };
    let application = input.check(&facts).map_err(Problem::invalid)?;
    if let ApplyingOrganization::New { name, address, .. } = &application.organization
        && is_registered_already(db, &name.key(), address.as_str()).await?
    {
        let mut violations = Violations::new();
        violations.push(
            "organization.name",
            "organization_already_registered",
            "この名称と所在地の団体はすでに登録されています。団体の名称を入力し直して候補から選ぶか、利用団体番号を入力してください。",
        );
        return Err(Problem::invalid(violations));
    }
    Ok(application)
}

async fn registered(db: &Db, id: Option<i64>) -> Result<Option<RegisteredOrganization>, DbError> {
    #[derive(Deserialize)]
    struct Found {
        id: OrganizationId,
        name: String,
    }
    #[derive(Deserialize)]
    struct ManagerKey {
        kana_key: String,
    }
    #[derive(Deserialize)]
    struct Person {
        name_key: String,
        kana_key: String,
    }
    let Some(id) = id else { return Ok(None) };
    let found: Option<Found> = db.first(include_str!("../../sql/organization.sql"), params![id]).await?;
    let Some(found) = found else { return Ok(None) };
    let managers: Vec<ManagerKey> = db.all(include_str!("../../sql/organization-managers.sql"), params![id]).await?;
    let people: Vec<Person> = db.all(include_str!("../../sql/organization-people.sql"), params![id]).await?;
    let name = OrganizationName::parse(&found.name).map_err(|error| DbError::Row(error.to_string()))?;
    Ok(Some(RegisteredOrganization {
        id: found.id,
        name,
        manager_kana_keys: managers.into_iter().map(|manager| manager.kana_key).collect(),
        people: people
            .into_iter()
            .map(|person| KnownPerson { name_key: person.name_key, kana_key: person.kana_key })
            .collect(),
    }))
}

/// The name of a registered organization, for a page.
pub(crate) async fn organization_name(db: &Db, id: Option<i64>) -> Result<Option<String>, DbError> {
    Ok(registered(db, id).await?.map(|organization| organization.name.as_str().to_owned()))
}

async fn emails_in_use(db: &Db, input: &AccountApplicationInput) -> Result<BTreeSet<String>, Problem> {
    #[derive(Deserialize)]
    struct Used {
        email_key: String,
    }
    let asked = serde_json::to_string(&input.email_keys()).map_err(Problem::internal)?;
    let used: Vec<Used> = db.all(include_str!("../../sql/emails-in-use.sql"), params![asked]).await?;
    Ok(used.into_iter().map(|used| used.email_key).collect())
}

async fn is_registered_already(db: &Db, name_key: &str, address: &str) -> Result<bool, DbError> {
    #[derive(Deserialize)]
    struct Count {
        count: i64,
    }
    let count: Count = db.one(include_str!("../../sql/same-organization.sql"), params![name_key, address]).await?;
    Ok(count.count > 0)
}
