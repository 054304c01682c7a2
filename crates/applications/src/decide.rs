//! A desk accepts, returns, rejects or redirects an application.

use crate::answer_by_mail::{Answer, answer};
use crate::record::{Doer, Happened, record};
use crate::{Application, Clerk, Excluded, Form, calendar};
use domain::application::{Action, Actor, DueClock, Status, next};
use domain::ids::ApplicationId;
use domain::receipt::ReceiptNumber;
use domain::text::NoteText;
use domain::validation::Violations;
use serde::Deserialize;
use serde_json::json;
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{Clock, Db, Problem, Transaction, params};

/// What the desk decides.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionInput {
    decision: Decision,
    /// Required to return, reject or redirect: the applicant reads it.
    #[serde(default)]
    note: Option<String>,
    /// The version the clerk has read.
    version: i64,
    /// With an acceptance, those of the people who are not accepted, each with the reason that the applicant reads.
    #[serde(default)]
    excluded: Vec<Excluded>,
}

/// What can be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Everything that it asks for happens.
    Accept,
    /// It goes back to the applicant to be corrected.
    Return,
    /// It ends.
    Reject,
    /// It goes to the other desk, which decides it (R11).
    Redirect,
}

impl Decision {
    fn action(self) -> Action {
        match self {
            Self::Accept => Action::Accept,
            Self::Return => Action::Return,
            Self::Reject => Action::Reject,
            Self::Redirect => Action::Redirect,
        }
    }
}

/// Decides. Of two clerks who decide at once one wins and the other is told.
pub async fn decide<F: Form>(
    clerk: Clerk,
    db: &Db,
    clock: Clock,
    receipt: &ReceiptNumber,
    input: &DecisionInput,
) -> Result<(), Problem> {
    let note = note(input)?;
    let transaction = db.transaction().await?;
    let application = Application::at_desk::<F>(&transaction, receipt, clerk).await?;
    let action = input.decision.action();
    if input.decision == Decision::Accept {
        refuse_half_a_set::<F>(&application)?;
    }
    let status = match next(application.status, action, Actor::Desk) {
        Ok(status) => status,
        Err(refused) => return Err(already_decided(&transaction, &application, &refused.message_ja()).await?),
    };
    if application.version != input.version {
        return Err(Problem::conflict(
            "changed_meanwhile",
            "開いている間に内容が変わりました。最新の内容を確かめてから決めてください。",
        ));
    }
    let excluded = excluded::<F>(input, &application)?;
    let mut complete_at_once = false;
    match input.decision {
        Decision::Accept => {
            complete_at_once = accept::<F>(&transaction, clock, clerk, &application, &excluded).await?;
        }
        Decision::Return => stop_clock(&transaction, clock, &application).await?,
        Decision::Reject => {
            transaction.run(include_str!("../sql/clear-deadline.sql"), params![application.id]).await?;
        }
        Decision::Redirect => redirect::<F>(&transaction, &application).await?,
    }
    let row = params![application.id, status.as_str(), clock.now()];
    transaction.run(include_str!("../sql/set-status.sql"), row).await?;
    let happened = Happened::<F> {
        application: application.id,
        receipt_number: &application.receipt_number,
        action: Some(action),
        by: Doer::User(clerk.user),
        note: note.as_ref().map(NoteText::as_str),
        content: None,
        detail: if excluded.is_empty() { json!({}) } else { json!({ "excluded": excluded }) },
    };
    record(&transaction, clock, happened).await?;
    if complete_at_once {
        finish::<F>(&transaction, clock, application.id, &application.receipt_number).await?;
    }
    let action = if complete_at_once { Action::Complete } else { action };
    let note = note.as_ref().map(NoteText::as_str);
    let decided = Answer { application: application.id, action, by: clerk, note, entered: None };
    answer(&transaction, clock, decided).await?;
    Ok(transaction.commit().await?)
}

/// R14: half a set is kept, and cannot be accepted.
fn refuse_half_a_set<F: Form>(application: &Application) -> Result<(), Problem> {
    let missing = F::missing(&application.content::<F>()?);
    if missing.is_empty() || application.status.is_terminal() {
        return Ok(());
    }
    let parts = missing.iter().map(|part| part.label_ja()).collect::<Vec<_>>().join("と");
    let message = format!("{parts}がまだ提出されていないため、受理できません。");
    Err(Problem::conflict("incomplete_set", message).rule("R14"))
}

fn note(input: &DecisionInput) -> Result<Option<NoteText>, Problem> {
    let typed = input.note.as_deref().unwrap_or_default();
    if typed.trim().is_empty() {
        if input.decision == Decision::Accept {
            return Ok(None);
        }
        return Err(Problem::invalid_field("note", "required", "申請者に伝える理由を入力してください。"));
    }
    let note = NoteText::parse(typed).map_err(|error| Problem::invalid_field("note", error.code, error.message))?;
    Ok(Some(note))
}

/// The people left out, when the form allows it, each once and with a reason.
fn excluded<F: Form>(input: &DecisionInput, application: &Application) -> Result<Vec<Excluded>, Problem> {
    if input.excluded.is_empty() {
        return Ok(Vec::new());
    }
    if input.decision != Decision::Accept || !F::PERSON_BY_PERSON {
        let message = "一部の人を除くことができるのは、人ごとに決める申請を受理するときだけです。";
        return Err(Problem::invalid_field("excluded", "excluded_not_allowed", message));
    }
    let mut v = Violations::new();
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for (at, person) in input.excluded.iter().enumerate() {
        if person.person >= application.people_count || !seen.insert(person.person) {
            v.push(format!("excluded[{at}].person"), "unknown_person", "この申請にいる人を、一度ずつ選んでください。");
        }
        let note = v.field(format!("excluded[{at}].note"), NoteText::parse(&person.note));
        kept.extend(note.map(|note| Excluded { person: person.person, note: note.as_str().to_owned() }));
    }
    if v.is_empty() && seen.len() == application.people_count {
        v.push("excluded", "nobody_left", "全員を除くときは、受理ではなく却下してください。");
    }
    if v.is_empty() { Ok(kept) } else { Err(Problem::invalid(v)) }
}

/// Who was faster.
async fn already_decided(db: &Db, application: &Application, why: &str) -> Result<Problem, Problem> {
    let history = application.history(db).await?;
    let last = history.iter().rev().find_map(|line| line.actor_name.as_deref());
    let by = last.map_or_else(String::new, |name| format!("最後に処理した人: {name}"));
    Ok(Problem::conflict("already_decided", why).detail(by))
}

/// Brings about what the form asks for. Whether nothing is left to do.
async fn accept<F: Form>(
    transaction: &Transaction<'_>,
    clock: Clock,
    clerk: Clerk,
    application: &Application,
    excluded: &[Excluded],
) -> Result<bool, Problem> {
    if let Some(desk) = F::DESK.filter(|desk| *desk != application.desk) {
        let message = format!(
            "この申請を決めるのは「{}」です。「転送」で引き継いでください。入力された内容はそのまま引き継がれます。",
            desk.label_ja()
        );
        return Err(Problem::conflict("wrong_desk", message).rule("R11"));
    }
    let mut content = application.content::<F>()?;
    let by_desk = crate::submit::came_on_paper(F::channel(&mut content).as_deref());
    F::leave_out(&mut content, &excluded.iter().map(|person| person.person).collect());
    // Checked again under the write lock: the world has changed since the form came.
    let form = F::check(transaction, clock, &content, by_desk).await?;
    let accepted = F::accept(transaction, clock, clerk, application, &form).await?;
    let excluded = serde_json::to_string(excluded).map_err(Problem::internal)?;
    let row = params![application.id, accepted.organization, accepted.notices_due_on, clock.now(), excluded];
    transaction.run(include_str!("../sql/accept-application.sql"), row).await?;
    Ok(accepted.notices_due_on.is_none())
}

/// R3: the clock stands still while the application is with the applicant.
async fn stop_clock(transaction: &Transaction<'_>, clock: Clock, application: &Application) -> Result<(), Problem> {
    let calendar = calendar::load(transaction).await?;
    let running = DueClock { received_on: application.clock_day, open_days_allowed: application.open_days_left };
    let left = running.stop(&calendar, clock.today());
    let row = params![application.id, i64::from(left)];
    Ok(transaction.run(include_str!("../sql/stop-clock.sql"), row).await?)
}

/// R11: the other desk takes over, with everything typed and the days that are left.
async fn redirect<F: Form>(transaction: &Transaction<'_>, application: &Application) -> Result<(), Problem> {
    if F::DESK == Some(application.desk) {
        let message = "この申請は、この窓口で決めるものです。別の窓口へは転送できません。";
        return Err(Problem::conflict("right_desk", message).rule("R11"));
    }
    let other = application.desk.other();
    F::may_go_to(&application.content::<F>()?, other)?;
    let row = params![application.id, other.as_str()];
    Ok(transaction.run(include_str!("../sql/redirect-application.sql"), row).await?)
}

/// Completes an accepted application, once a clerk has done everything that follows from it; one that is not accepted, or
/// complete already, stays as it is.
pub async fn complete<F: Form>(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Clerk,
    application: ApplicationId,
    receipt_number: &str,
) -> Result<(), Problem> {
    if finish::<F>(transaction, clock, application, receipt_number).await? {
        let done = Answer { application, action: Action::Complete, by, note: None, entered: None };
        answer(transaction, clock, done).await?;
    }
    Ok(())
}

/// As [`complete`], without answering; whether it is complete by that.
pub(crate) async fn finish<F: Form>(
    transaction: &Transaction<'_>,
    clock: Clock,
    application: ApplicationId,
    receipt_number: &str,
) -> Result<bool, Problem> {
    #[derive(Deserialize)]
    struct Current {
        status: Status,
    }
    let current: Current = transaction.one(include_str!("../sql/application-status.sql"), params![application]).await?;
    let Ok(status) = next(current.status, Action::Complete, Actor::System) else { return Ok(false) };
    transaction.run(include_str!("../sql/clear-deadline.sql"), params![application]).await?;
    transaction.run(include_str!("../sql/set-status.sql"), params![application, status.as_str(), clock.now()]).await?;
    let happened = Happened::<F> {
        application,
        receipt_number,
        action: Some(Action::Complete),
        by: Doer::System,
        note: None,
        content: None,
        detail: json!({}),
    };
    record(transaction, clock, happened).await?;
    Ok(true)
}
