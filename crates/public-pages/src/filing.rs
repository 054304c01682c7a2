//! What every form's handlers do for a browser that asks for a page and for a program: the form comes, is corrected, is
//! withdrawn.

use crate::guard::{self, Notice, Rate};
use crate::{CorrectionNote, PublicForm, Sheet};
use applications::{Filing, Receipt, by_desk, follow_up};
use domain::receipt::ReceiptNumber;
use http::{HeaderValue, StatusCode, header};
use web::{
    Applicant, Body, ClientAddress, Clock, CookieJar, Db, FieldProblem, FormControls, FormStamp, Html, Idempotency,
    IntoResponse, Json, Problem, Representation, Response, Visitor, random_bytes,
};

/// Files a form, or gives its page back with what is wrong.
pub async fn submit<F: PublicForm>(
    visitor: &Visitor,
    (db, clock, jar): (&Db, Clock, &CookieJar),
    idempotency: &Idempotency,
    representation: Representation,
    mut body: Body<F::Input>,
) -> Result<Response, Problem> {
    if F::change_rows(&mut body.value, &body.controls) {
        let again = Again { visitor, db, clock, controls: &body.controls };
        return Ok(again.page::<F>(&body.value, &[], None).await?.into_response());
    }
    file::<F>(visitor, (db, clock, jar), idempotency, representation, body).await.0
}

/// As [`submit`], for a form that everybody may send, from our page or from the city's website: whoever is not signed in
/// is asked to confirm what came from elsewhere, and kept from flooding the desk.
pub async fn submit_guarded<F: PublicForm>(
    visitor: &Visitor,
    (db, clock, jar): (&Db, Clock, &CookieJar),
    idempotency: &Idempotency,
    (representation, address): (Representation, &ClientAddress),
    mut body: Body<F::Input>,
) -> Result<Response, Problem> {
    if visitor.0.is_some() {
        return submit::<F>(visitor, (db, clock, jar), idempotency, representation, body).await;
    }
    let controls = body.controls.clone();
    let again = Again { visitor, db, clock, controls: &controls };
    let is_page = representation == Representation::Html;
    if F::change_rows(&mut body.value, &controls) {
        return Ok(again.page::<F>(&body.value, &[], None).await?.into_response());
    }
    let rate = Rate::of(address);
    if let Err(problem) = rate.check(db, clock).await {
        if !is_page {
            return Err(problem);
        }
        let notice = Notice::TooMany(guard::minutes_until(&problem));
        let page = again.page::<F>(&body.value, &[], Some(notice)).await?;
        return Ok((problem.status(), retry_after(&problem), page).into_response());
    }
    if is_page {
        let stamp = FormStamp::of(db, clock, controls.stamp.as_deref()).await?;
        if let Some(notice) = guard::stopped(&controls, &stamp, clock) {
            return again.confirm::<F>(&rate, &body.value, notice).await;
        }
    }
    let (answer, refused) = file::<F>(visitor, (db, clock, jar), idempotency, representation, body).await;
    rate.count(db, clock, refused.as_ref().map_or(Ok(()), Err)).await?;
    answer
}

/// Files, and says besides what refused the form, when something did.
async fn file<F: PublicForm>(
    visitor: &Visitor,
    (db, clock, jar): (&Db, Clock, &CookieJar),
    idempotency: &Idempotency,
    representation: Representation,
    body: Body<F::Input>,
) -> (Result<Response, Problem>, Option<Problem>) {
    let controls = body.controls.clone();
    let mut value = body.value;
    let filed = match sent::<F>(visitor, (db, clock), idempotency, (&mut value, &controls, body.fingerprint)).await {
        Ok(receipt) => answer::<F>(db, jar, representation, receipt, &value).await,
        Err(problem) => Err(problem),
    };
    match filed {
        Err(problem) if representation == Representation::Html && !problem.errors().is_empty() => {
            let again = Again { visitor, db, clock, controls: &controls };
            let page = again.page::<F>(&value, problem.errors(), None).await;
            (page.map(|page| (problem.status(), page).into_response()), Some(problem))
        }
        Err(problem) => (Err(problem.clone()), Some(problem)),
        Ok(response) => (Ok(response), None),
    }
}

async fn sent<F: PublicForm>(
    visitor: &Visitor,
    (db, clock): (&Db, Clock),
    idempotency: &Idempotency,
    (value, controls, fingerprint): (&mut F::Input, &FormControls, [u8; 32]),
) -> Result<Receipt, Problem> {
    if let Some(known) = F::knows(visitor) {
        F::fill_in(db, known, value).await?;
    }
    let user = visitor.0.as_ref().map_or_else(String::new, |session| session.user_id().to_string());
    let scope = format!("{}:{user}", F::KIND);
    let submission = idempotency.submission(controls.idempotency_key.as_deref(), scope, fingerprint)?;
    let filing = Filing { submission: submission.as_ref(), mailed_form: controls.mailed_form.as_deref() };
    applications::submit::<F>(visitor, db, clock, filing, value).await
}

/// The page of a form that was sent and is not filed.
struct Again<'a> {
    visitor: &'a Visitor,
    db: &'a Db,
    clock: Clock,
    controls: &'a FormControls,
}

impl Again<'_> {
    async fn page<F: PublicForm>(
        &self,
        input: &F::Input,
        errors: &[FieldProblem],
        notice: Option<Notice>,
    ) -> Result<Html, Problem> {
        let key = self.controls.idempotency_key.clone().unwrap_or_else(fresh_key);
        let stamp = stamp::<F>(self.visitor, self.db, self.clock, self.controls.stamp.as_deref()).await?;
        let mailed_form = self.controls.mailed_form.as_deref().and_then(|number| number.parse().ok());
        let fresh = fresh_sheet::<F>(self.visitor, input, (stamp, mailed_form));
        F::page(self.db, &Sheet { errors, idempotency_key: key, notice, ..fresh }).await
    }

    /// Shows everything once more, with all that is wrong with it, so that the next press can file it.
    async fn confirm<F: PublicForm>(&self, rate: &Rate, input: &F::Input, notice: Notice) -> Result<Response, Problem> {
        let found = F::check(self.db, self.clock, input, false).await.err();
        if let Some(problem) = &found {
            rate.count(self.db, self.clock, Err(problem)).await?;
        }
        let errors = found.as_ref().map(Problem::errors).unwrap_or_default();
        let page = self.page::<F>(input, errors, Some(notice)).await?;
        // Not filed: a script that keeps a draft goes on keeping it.
        Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
    }
}

/// The stamp of a page of a guarded form, for whoever is not signed in.
pub(crate) async fn stamp<F: PublicForm>(
    visitor: &Visitor,
    db: &Db,
    clock: Clock,
    sent: Option<&str>,
) -> Result<Option<FormStamp>, Problem> {
    if !F::GUARDED || visitor.0.is_some() {
        return Ok(None);
    }
    Ok(Some(FormStamp::of(db, clock, sent).await?))
}

/// The form as it is shown for the first time. What a clerk enters from a submission by mail says so with every request.
pub(crate) fn fresh_sheet<'a, F: PublicForm>(
    visitor: &'a Visitor,
    input: &'a F::Input,
    (stamp, mailed_form): (Option<FormStamp>, Option<ReceiptNumber>),
) -> Sheet<'a, F::Input> {
    let from = mailed_form.map(|number| format!("?mailed_form={number}")).unwrap_or_default();
    Sheet {
        input,
        errors: &[],
        idempotency_key: fresh_key(),
        action: format!("/api/{}{from}", F::KIND),
        correcting: None,
        by_desk: by_desk(visitor).is_some(),
        known: F::knows(visitor),
        stamp,
        notice: None,
        mailed_form,
    }
}

fn fresh_key() -> String {
    format!("form-{:032x}", u128::from_le_bytes(random_bytes()))
}

fn retry_after(problem: &Problem) -> [(header::HeaderName, HeaderValue); 1] {
    let seconds = problem.retry_after_seconds().unwrap_or_default();
    [(header::RETRY_AFTER, HeaderValue::from(seconds))]
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
pub async fn correct<F: PublicForm>(
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
        known: None,
        stamp: None,
        notice: None,
        mailed_form: None,
    };
    F::page(db, &sheet).await
}

/// Takes the application back.
pub async fn withdraw<F: PublicForm>(
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
        let page = crate::show::follow_up_page(applicant.receipt());
        return Ok((StatusCode::SEE_OTHER, [(header::LOCATION, page)]).into_response());
    }
    Ok(Json(follow_up::<F>(db, applicant.receipt()).await?).into_response())
}
