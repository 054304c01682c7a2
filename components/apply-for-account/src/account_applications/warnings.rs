//! What the city should look at before it accepts a Form 4.

use applications::Warning;
use domain::account::AccountApplicationInput;
use domain::text::fold_key;
use serde::Deserialize;
use web::{Db, DbError, Problem, params};

/// Organizations and people that may be the same as known ones.
pub(crate) async fn warnings(db: &Db, content: &AccountApplicationInput) -> Result<Vec<Warning>, Problem> {
    let mut warnings = Vec::new();
    if content.organization.id.is_none() {
        warnings.extend(similar_organizations(db, &content.organization.name).await?);
    }
    for (index, person) in content.people.iter().enumerate() {
        let elsewhere = people_elsewhere(db, &person.name, &person.kana, content.organization.id).await?;
        warnings.extend(elsewhere.map(|organization| Warning {
            code: "same_person_elsewhere",
            message: format!(
                "{}さんと同じ氏名・ふりがなの方が「{organization}」にもいます。異動であれば、前の団体の利用中止（様式第6号）を確かめてください。",
                person.name
            ),
            field: Some(format!("people[{index}].name")),
        }));
    }
    Ok(warnings)
}

async fn similar_organizations(db: &Db, name: &str) -> Result<Option<Warning>, DbError> {
    #[derive(Deserialize)]
    struct Similar {
        name: String,
        address: String,
    }
    let key = fold_key(name);
    let similar: Option<Similar> = db.first(include_str!("../../sql/similar-organization.sql"), params![key]).await?;
    Ok(similar.map(|similar| Warning {
        code: "similar_organization",
        message: format!(
            "よく似た名称の「{}」（{}）がすでに登録されています。同じ団体でないか確かめてください。",
            similar.name, similar.address
        ),
        field: Some("organization.name".to_owned()),
    }))
}

async fn people_elsewhere(
    db: &Db,
    name: &str,
    kana: &str,
    organization: Option<i64>,
) -> Result<Option<String>, DbError> {
    #[derive(Deserialize)]
    struct Elsewhere {
        organization_name: String,
    }
    let keys = params![fold_key(name), fold_key(kana), organization.unwrap_or_default()];
    let found: Option<Elsewhere> = db.first(include_str!("../../sql/same-person-elsewhere.sql"), keys).await?;
    Ok(found.map(|found| found.organization_name))
}
