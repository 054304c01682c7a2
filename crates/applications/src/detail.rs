//! One application as the desk sees it.

use crate::{Application, ApplicationSummary, Excluded, Form, SummaryRow, calendar};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Clock, Db, Millis, Problem, params};

/// Everything the desk needs to decide: `C` is the form, `A` what came of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApplicationDetail<C, A> {
    /// Its line in lists.
    #[serde(flatten)]
    pub summary: ApplicationSummary,
    /// The form as it is kept.
    pub content: C,
    /// Whether the form was deleted after its years (R38); `content` is then empty.
    pub content_deleted: bool,
    /// What to look at before accepting.
    pub warnings: Vec<Warning>,
    /// What happened so far, oldest first.
    pub history: Vec<HistoryEntry>,
    /// What came of it.
    pub accounts: Vec<A>,
    /// The people who were left out of its acceptance.
    pub excluded: Vec<Excluded>,
}

/// Nothing wrong, but worth a look.
#[derive(Debug, Serialize, ToSchema)]
pub struct Warning {
    /// The stable name for programs.
    pub code: &'static str,
    /// What to look at, in Japanese.
    pub message: String,
    /// The place in the form.
    #[schema(required = true)]
    pub field: Option<String>,
}

/// What would refuse an acceptance as the world stands now, for the desk to look at before it tries.
pub fn warnings_of(refused: &Problem) -> Vec<Warning> {
    let warning = |error: &web::FieldProblem| Warning {
        code: error.code,
        message: error.message.clone(),
        field: Some(error.field.clone()),
    };
    refused.errors().iter().map(warning).collect()
}

/// One step.
#[derive(Debug, Serialize, ToSchema)]
pub struct HistoryEntry {
    /// When.
    pub at: Millis,
    /// None for the applicant.
    #[schema(required = true)]
    pub actor_name: Option<String>,
    /// `submit`, `return`, `resubmit`, `accept` …
    pub action: String,
    /// What was written with it.
    #[schema(required = true)]
    pub note: Option<String>,
    /// The desk's note to itself, which no applicant reads.
    pub internal: bool,
}

/// The application as it stands now. Whether the caller may see it is decided before: [`Application::at_desk`].
pub async fn detail<F: Form>(
    db: &Db,
    clock: Clock,
    application: &Application,
) -> Result<ApplicationDetail<F::Input, F::Account>, Problem> {
    let content = application.content::<F>()?;
    let row: SummaryRow = db.one(include_str!("../sql/application-summary.sql"), params![application.id]).await?;
    let history = application.history(db).await?;
    let awaits_desk = application.status.awaits_desk();
    Ok(ApplicationDetail {
        summary: row.on(&calendar::load(db).await?, clock.today()),
        warnings: if awaits_desk { F::warnings(db, clock, &content).await? } else { Vec::new() },
        accounts: F::accounts(db, application).await?,
        history: history
            .into_iter()
            .map(|row| HistoryEntry {
                at: row.at,
                actor_name: row.actor_name,
                action: row.action,
                note: row.note,
                internal: row.internal != 0,
            })
            .collect(),
        excluded: application.excluded()?,
        content_deleted: application.content_is_deleted(),
        content,
    })
}
