//! What every form's handlers do for a browser that asks for a page and for a program: the form comes, is corrected, is
//! withdrawn.

use crate::known_organization::signed_in_manager;
use crate::pages::CorrectionNote;
use applications::{Form, Receipt, by_desk, follow_up};
use domain::LoginId;
use domain::receipt::ReceiptNumber;
use http::{StatusCode, header};
use maud::Markup;
use std::future::Future;
use web::{
    Applicant, Body, Caller, Clock, CookieJar, Db, FieldProblem, FormControls, Html, Idempotency, IntoResponse, Json,
    Problem, Representation, Response, Visitor, random_bytes,
};

/// A form with public pages, which are complete without JavaScript.
pub(crate) trait PublicForm: Form {
    /// The path of its page.
    const PAGE: &'static str;

    /// The buttons that add and remove rows without JavaScript. Whether one of them was pressed.
    fn change_rows(input: &mut Self::Input, controls: &FormControls) -> bool;

    /// The form with everything typed and every error at its place.
    fn page(db: &Db, sheet: &Sheet<'_, Self::Input>) -> impl Future<Output = Result<Html, Problem>> + Send;

    /// What the applicant must keep of a form just filed.
    fn receipt_page(
        db: &Db,
        receipt: Receipt,
        input: &Self::Input,
    ) -> impl Future<Output = Result<Html, Problem>> + Send;

    /// Makes an old form a new one (R13b): what must be said anew is taken out.
    fn renew(input: &mut Self::Input);

    /// An empty form, with what is known of a signed-in manager.
    fn start(db: &Db, manager: Option<&Caller>) -> impl Future<Output = Result<Self::Input, Problem>> + Send;

    /// Puts in the person of the manager's own organization that a link names.
    fn choose(_input: &mut Self::Input, _login_id: LoginId) {}

    /// Puts in what a signed-in manager chose rather than typed.
    fn fill_in(
        _db: &Db,
        _manager: &Caller,
        _input: &mut Self::Input,
    ) -> impl Future<Output = Result<(), Problem>> + Send {
        async { Ok(()) }
    }

    /// The answers as a copy to read and to print.
    fn copy(content: &Self::Input) -> Markup;
}

/// A form to fill in.
#[derive(Debug)]
pub(crate) struct Sheet<'a, I> {
    /// What was typed; the default for an empty form.
    pub(crate) input: &'a I,
    /// What is wrong, each at its path.
    pub(crate) errors: &'a [FieldProblem],
    /// Sent along so that a retry does not file a second application.
    pub(crate) idempotency_key: String,
    /// Where the form posts to: `/api/account-applications`, or `…/{receipt}/correction`.
    pub(crate) action: String,
    /// Set when a returned application is corrected (R13b).
    pub(crate) correcting: Option<CorrectionNote<'a>>,
    /// Whether a clerk enters what came on paper: then the form asks how it came (R12).
    pub(crate) by_desk: bool,
    /// The organization's manager, when signed in: then the form offers what is known.
    pub(crate) manager: Option<&'a Caller>,
}

/// Files a form, or gives its page back with what is wrong.
pub(crate) async fn submit<F: PublicForm>(
    visitor: &Visitor,
    (db, clock, jar): (&Db, Clock, &CookieJar),
    idempotency: &Idempotency,
    representation: Representation,
    Body { mut value, controls, fingerprint }: Body<F::Input>,
) -> Result<Response, Problem> {
    if F::change_rows(&mut value, &controls) {
        return Ok(page_again::<F>(visitor, db, &value, &controls, &[]).await?.into_response());
    }
    if let Some(manager) = signed_in_manager(visitor) {
        F::fill_in(db, manager, &mut value).await?;
    }
    let submission = idempotency.submission(controls.idempotency_key.as_deref(), F::KIND, fingerprint)?;
    match applications::submit::<F>(visitor, db, clock, submission.as_ref(), &value).await {
        Ok(receipt) => answer::<F>(db, jar, representation, receipt, &value).await,
        Err(problem) if representation == Representation::Html && !problem.errors().is_empty() => {
            let page = page_again::<F>(visitor, db, &value, &controls, problem.errors()).await?;
            Ok((problem.status(), page).into_response())
        }
        Err(problem) => Err(problem),
    }
}

async fn page_again<F: PublicForm>(
    visitor: &Visitor,
    db: &Db,
    input: &F::Input,
    controls: &FormControls,
    errors: &[FieldProblem],
) -> Result<Html, Problem> {
    let key = controls.idempotency_key.clone().unwrap_or_else(fresh_key);
    F::page(db, &Sheet { errors, idempotency_key: key, ..fresh_sheet::<F>(visitor, input) }).await
}

/// The form as it is shown for the first time.
pub(crate) fn fresh_sheet<'a, F: PublicForm>(visitor: &'a Visitor, input: &'a F::Input) -> Sheet<'a, F::Input> {
    Sheet {
        input,
        errors: &[],
        idempotency_key: fresh_key(),
        action: format!("/api/{}", F::KIND),
        correcting: None,
        by_desk: by_desk(visitor).is_some(),
        manager: signed_in_manager(visitor),
    }
}

fn fresh_key() -> String {
    format!("form-{:032x}", u128::from_le_bytes(random_bytes()))
}

async fn answer<F: PublicForm>(
    db: &Db,
    jar: &CookieJar,
    representation: Representation,
    receipt: Receipt,
    input: &F::Input,
) -> Result<Response, Problem> {
    let number = receipt.receipt_number.parse::<ReceiptNumber>().map_err(Problem::internal)?;
    // Whoever just filed it may follow it without typing number and passcode at once.
    let cookie = [(header::SET_COOKIE, Applicant::cookie(db, jar, &number).await?)];
    if representation == Representation::Json {
        return Ok((StatusCode::CREATED, cookie, Json(receipt)).into_response());
    }
    Ok((StatusCode::CREATED, cookie, F::receipt_page(db, receipt, input).await?).into_response())
}

/// Corrects a returned form and hands it in again, or gives its page back with what is wrong.
pub(crate) async fn correct<F: PublicForm>(
    applicant: &Applicant,
    db: &Db,
    clock: Clock,
    representation: Representation,
    Body { mut value, controls, .. }: Body<F::Input>,
) -> Result<Response, Problem> {
    if F::change_rows(&mut value, &controls) {
        return Ok(show_again::<F>(db, applicant, &value, &[]).await?.into_response());
    }
    match applications::correct::<F>(applicant, db, clock, &value).await {
        Ok(()) => standing::<F>(applicant, db, representation).await,
        Err(problem) if representation == Representation::Html && !problem.errors().is_empty() => {
            let page = show_again::<F>(db, applicant, &value, problem.errors()).await?;
            Ok((problem.status(), page).into_response())
        }
        Err(problem) => Err(problem),
    }
}

/// The returned form with everything typed, the desk's note above it.
pub(crate) async fn show_again<F: PublicForm>(
    db: &Db,
    applicant: &Applicant,
    input: &F::Input,
    errors: &[FieldProblem],
) -> Result<Html, Problem> {
    let current = follow_up::<F>(db, applicant.receipt()).await?.standing;
    let correcting =
        CorrectionNote { receipt_number: &current.receipt_number, note: current.note.as_deref(), desk: current.desk };
    let sheet = Sheet {
        input,
        errors,
        idempotency_key: fresh_key(),
        action: format!("/api/{}/{}/correction", F::KIND, applicant.receipt()),
        correcting: Some(correcting),
        by_desk: false,
        manager: None,
    };
    F::page(db, &sheet).await
}

/// Takes the application back.
pub(crate) async fn withdraw<F: PublicForm>(
    applicant: &Applicant,
    db: &Db,
    clock: Clock,
    representation: Representation,
) -> Result<Response, Problem> {
    applications::withdraw::<F>(applicant, db, clock).await?;
    standing::<F>(applicant, db, representation).await
}

/// The application as it stands now; a browser is led to its page, so that reloading sends nothing again.
async fn standing<F: PublicForm>(
    applicant: &Applicant,
    db: &Db,
    representation: Representation,
) -> Result<Response, Problem> {
    if representation == Representation::Html {
        let page = format!("/apply/status/{}", applicant.receipt());
        return Ok((StatusCode::SEE_OTHER, [(header::LOCATION, page)]).into_response());
    }
    Ok(Json(follow_up::<F>(db, applicant.receipt()).await?).into_response())
}
