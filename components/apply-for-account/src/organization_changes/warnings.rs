//! What the city should look at before it accepts a Form 5.

use crate::known_organization;
use applications::Warning;
use domain::organization_change::OrganizationChangeInput;
use domain::text::fold_key;
use serde::de::IgnoredAny;
use std::collections::BTreeSet;
use web::{Db, Problem, params};

/// A form that the manager to come has filed, and a new manager who cannot log in.
pub(crate) async fn warnings(db: &Db, content: &OrganizationChangeInput) -> Result<Vec<Warning>, Problem> {
    let Some(manager) = &content.new_manager else { return Ok(Vec::new()) };
    let mut warnings = Vec::new();
    let organization = known_organization::load(db, content.organization_id, &BTreeSet::new()).await?;
    let filed_by = fold_key(&content.applicant.kana);
    if !organization.is_some_and(|known| known.managers.iter().any(|manager| manager.kana_key == filed_by)) {
        warnings.push(Warning {
            code: "filed_by_new_manager",
            message: "届け出たのは、これから担当者になる方です。登録されている電話番号で、団体に確かめてください。"
                .to_owned(),
            field: Some("applicant.name".to_owned()),
        });
    }
    let person = params![content.organization_id, fold_key(&manager.name), fold_key(&manager.kana)];
    let account: Option<IgnoredAny> = db.first(include_str!("../../sql/person-of-organization.sql"), person).await?;
    if account.is_none() {
        warnings.push(Warning {
            code: "manager_without_account",
            message: format!(
                "{}さんには、この団体のアカウントがありません。ログインして管理するには、様式第4号の申請が必要です。",
                manager.name
            ),
            field: Some("new_manager.name".to_owned()),
        });
    }
    Ok(warnings)
}
