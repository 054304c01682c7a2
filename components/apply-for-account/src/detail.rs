//! `GET /api/account-applications/{receipt}`: one Form 4 as the city desk sees it.

use crate::applications::{self, Application};
use crate::calendar;
use crate::list_applications::{ApplicationSummary, SummaryRow};
use domain::LoginId;
use domain::account::AccountApplicationInput;
use domain::ids::{NoticeId, UserId};
use domain::receipt::ReceiptNumber;
use domain::text::fold_key;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{CityDesk, Clock, Db, DbError, Json, Millis, Path, Problem, Session, params};

/// Everything the desk needs to decide.
#[derive(Serialize, ToSchema)]
pub(crate) struct ApplicationDetail {
    #[serde(flatten)]
    summary: ApplicationSummary,
    /// The form as it was typed.
    content: AccountApplicationInput,
    /// What to look at before accepting.
    warnings: Vec<Warning>,
    /// What happened so far, oldest first.
    history: Vec<HistoryEntry>,
    /// The accounts that came of it.
    accounts: Vec<IssuedAccount>,
}

/// Nothing wrong, but worth a look.
#[derive(Serialize, ToSchema)]
struct Warning {
    code: &'static str,
    message: String,
    #[schema(required = true)]
    field: Option<String>,
}

#[derive(Serialize, ToSchema)]
struct HistoryEntry {
    at: Millis,
    /// None for the applicant.
    #[schema(required = true)]
    actor_name: Option<String>,
    /// `submit`, `return`, `resubmit`, `accept` …
    action: String,
    #[schema(required = true)]
    note: Option<String>,
}

#[derive(Serialize, ToSchema)]
struct IssuedAccount {
    user_id: UserId,
    name: String,
    login_id: String,
    notice_id: NoticeId,
    state: AccountState,
}

/// How far the account has come (R37).
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum AccountState {
    ToPrint,
    Printed,
    Posted,
    FirstLoginDone,
}

/// Shows one application.
#[utoipa::path(get, path = "/api/account-applications/{receipt}", tag = "apply-for-account",
    params(("receipt" = String, Path)),
    responses((status = 200, body = ApplicationDetail), (status = 404, body = Problem)))]
pub(crate) async fn detail(
    _: Session<CityDesk>,
    db: Db,
    clock: Clock,
    Path(receipt): Path<String>,
) -> Result<Json<ApplicationDetail>, Problem> {
    Ok(Json(load(&db, clock, &applications::receipt(&receipt)?).await?))
}

/// The application as it stands now.
pub(crate) async fn load(db: &Db, clock: Clock, receipt: &ReceiptNumber) -> Result<ApplicationDetail, Problem> {
    let application = Application::load(db, receipt).await?;
    let content = application.content()?;
    let row: SummaryRow = db.one(include_str!("../sql/application-summary.sql"), params![application.id]).await?;
    let summary = row.on(&calendar::load(db).await?, clock.today());
    let history = application.history(db).await?;
    let awaits_desk = application.status.awaits_desk();
    Ok(ApplicationDetail {
        warnings: if awaits_desk { warnings(db, &content).await? } else { Vec::new() },
        accounts: accounts(db, &application).await?,
        history: history
            .into_iter()
            .map(|row| HistoryEntry { at: row.at, actor_name: row.actor_name, action: row.action, note: row.note })
            .collect(),
        summary,
        content,
    })
}

async fn accounts(db: &Db, application: &Application) -> Result<Vec<IssuedAccount>, DbError> {
    #[derive(Deserialize)]
    struct Row {
        user_id: UserId,
        name: String,
        login_id: String,
        notice_id: NoticeId,
        printed_at: Option<Millis>,
        posted_at: Option<Millis>,
        first_login_at: Option<Millis>,
    }
    let rows: Vec<Row> = db.all(include_str!("../sql/application-accounts.sql"), params![application.id]).await?;
    let accounts = rows.into_iter().map(|row| IssuedAccount {
        user_id: row.user_id,
        name: row.name,
        login_id: row.login_id.parse::<LoginId>().map_or(row.login_id, |id| id.to_string()),
        notice_id: row.notice_id,
        state: match (row.first_login_at, row.posted_at, row.printed_at) {
            (Some(_), _, _) => AccountState::FirstLoginDone,
            (None, Some(_), _) => AccountState::Posted,
            (None, None, Some(_)) => AccountState::Printed,
            (None, None, None) => AccountState::ToPrint,
        },
    });
    Ok(accounts.collect())
}

async fn warnings(db: &Db, content: &AccountApplicationInput) -> Result<Vec<Warning>, Problem> {
    let mut warnings = Vec::new();
    if content.organization.id.is_none() {
        warnings.extend(similar_organizations(db, &content.organization.name).await?);
    }
    for (index, person) in content.people.iter().enumerate() {
        let elsewhere = people_elsewhere(db, &person.name, &person.kana, content.organization.id).await?;
        warnings.extend(elsewhere.map(|organization| Warning {
            code: "same_person_elsewhere",
            message: format!(
                "{}さんと同じ氏名・ふりがなの方が「{organization}」にもいます。異動であれば、前の団体での利用中止（様式第6号）を確かめてください。",
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
    let similar: Option<Similar> = db.first(include_str!("../sql/similar-organization.sql"), params![key]).await?;
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
    let found: Option<Elsewhere> = db.first(include_str!("../sql/same-person-elsewhere.sql"), keys).await?;
    Ok(found.map(|found| found.organization_name))
}
