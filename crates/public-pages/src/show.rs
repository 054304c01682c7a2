//! The pages of a form: to fill in, to correct, to follow, to withdraw. They work without JavaScript; the API behind them is
//! the same for programs.

use crate::filing::{fresh_sheet, show_again, stamp};
use crate::{PublicForm, dates, layout};
use applications::{Application, receipt};
use chrono::NaiveDate;
use domain::LoginId;
use domain::application::can_withdraw;
use domain::receipt::ReceiptNumber;
use domain::words::Channel;
use http::{StatusCode, header};
use maud::{Markup, html};
use serde::Deserialize;
use web::{Applicant, Clock, CookieJar, Db, Html, IntoResponse, Path, Problem, Query, Response, Settings, Visitor};

/// What a form may start from, as a link to it says.
#[derive(Debug, Default, Deserialize)]
pub struct StartFrom {
    /// The receipt number of an old application (R13b).
    copy: Option<String>,
    /// A person whom a signed-in manager picked from the list of his people.
    login_id: Option<LoginId>,
    /// The submission by mail that a clerk enters (R12).
    mailed_form: Option<ReceiptNumber>,
    /// Of the form about membership: which of the two (R25).
    #[serde(default)]
    pub change: String,
    /// The number of a room.
    #[serde(default)]
    pub room: String,
    /// What the room is called.
    #[serde(default)]
    pub room_name: String,
}

impl StartFrom {
    /// The number of the room, when it is one.
    pub fn room_number(&self) -> Option<i64> {
        self.room.trim().parse().ok().filter(|number| *number > 0)
    }
}

/// `GET /apply/account` and so on: a form, empty or begun from an old one.
pub async fn form<F: PublicForm>(
    visitor: Visitor,
    db: Db,
    clock: Clock,
    jar: CookieJar,
    Query(start): Query<StartFrom>,
) -> Result<Html, Problem> {
    if let Some(opens_on) = opens_later(&db, clock).await? {
        return Ok(not_open(opens_on));
    }
    let mut input = match &start.copy {
        Some(number) => copied::<F>(&visitor, &db, &jar, number).await?,
        None => started::<F>(&visitor, &db, &start).await?,
    };
    if start.mailed_form.is_some() {
        *F::channel(&mut input) = Some(Channel::InternalMail.as_str().to_owned());
    }
    let stamp = stamp::<F>(&visitor, &db, clock, None).await?;
    F::page(&db, &fresh_sheet::<F>(&visitor, &input, (stamp, start.mailed_form))).await
}

/// A new form with what is known of who is signed in and of the person he picked.
async fn started<F: PublicForm>(visitor: &Visitor, db: &Db, start: &StartFrom) -> Result<F::Input, Problem> {
    let known = F::knows(visitor);
    let mut input = F::start(db, known).await?;
    F::prefill(&mut input, start);
    if let (Some(known), Some(login_id)) = (known, start.login_id) {
        F::choose(&mut input, login_id);
        F::fill_in(db, known, &mut input).await?;
    }
    Ok(input)
}

/// An old form as a new one, for whoever may read the old one.
async fn copied<F: PublicForm>(visitor: &Visitor, db: &Db, jar: &CookieJar, number: &str) -> Result<F::Input, Problem> {
    let asked = receipt(number)?;
    let shown_passcode = Applicant::receipt_of_cookie(db, jar).await?.as_ref() == Some(&asked);
    let own = match &visitor.0 {
        Some(session) if !shown_passcode => Applicant::is_own(db, session, &asked).await?,
        _ => shown_passcode,
    };
    if !own {
        return Err(Applicant::refused());
    }
    let application = Application::of_form::<F>(db, &asked).await.map_err(|_| Applicant::refused())?;
    let mut input = application.content::<F>()?;
    F::renew(&mut input);
    Ok(input)
}

/// `GET /apply/account/{receipt}/correct` and so on: the returned form with everything kept.
pub async fn correction_form<F: PublicForm>(
    applicant: Result<Applicant, Problem>,
    db: Db,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let Ok(applicant) = applicant else { return Ok(to_status_form(&number)) };
    let current = applications::follow_up::<F>(&db, applicant.receipt()).await?;
    if !current.standing.can_correct {
        return Ok(see_other(follow_up_page(applicant.receipt())));
    }
    Ok(show_again::<F>(&db, &applicant, &current.content, &[]).await?.into_response())
}

/// `GET /apply/room/{receipt}` and so on: where the application stands.
pub async fn follow_up<F: PublicForm>(
    applicant: Result<Applicant, Problem>,
    db: Db,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let Ok(applicant) = applicant else { return Ok(to_status_form(&number)) };
    let current = applications::follow_up::<F>(&db, applicant.receipt()).await?;
    let here = follow_up_page(applicant.receipt());
    Ok(crate::follow_up(&current.standing, F::PAGE, &here, &F::copy(&current.content)).into_response())
}

/// `GET /apply/room/{receipt}/withdraw` and so on: are you sure?
pub async fn withdraw_confirm<F: PublicForm>(
    applicant: Result<Applicant, Problem>,
    db: Db,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let Ok(applicant) = applicant else { return Ok(to_status_form(&number)) };
    let application = Application::of_form::<F>(&db, applicant.receipt()).await?;
    let here = follow_up_page(applicant.receipt());
    if !can_withdraw(application.status) {
        return Ok(see_other(here));
    }
    Ok(crate::withdraw_confirm(F::KIND, &application.receipt_number, &here).into_response())
}

/// Where an application is followed: those of the city's rooms beside their forms, all others at one place.
pub fn follow_up_page(receipt: &ReceiptNumber) -> String {
    let place = match receipt.form() {
        1 => "/apply/room",
        2 => "/apply/room-membership",
        3 => "/apply/room-closure",
        _ => "/apply/status",
    };
    format!("{place}/{receipt}")
}

/// The opening day while it lies ahead (R13).
pub async fn opens_later(db: &Db, clock: Clock) -> Result<Option<NaiveDate>, Problem> {
    let opens_on = Settings(db).day("applications_open_on").await?;
    Ok(Some(opens_on).filter(|opens_on| clock.today() < *opens_on))
}

/// Answers who comes before the opening day (R13).
pub fn not_open(opens_on: NaiveDate) -> Html {
    let content = html! {
        h1 { "まだ申請を受け付けていません" }
        (opening(opens_on))
        p { a href="/apply" { "申請の入口へ戻る" } }
    };
    layout::page("受付開始前", &content)
}

/// From when on applications are taken.
pub fn opening(day: NaiveDate) -> Markup {
    html! {
        div.notice-box."notice-box--warning" {
            p { "申請は、" strong { (dates::day(day)) } "から受け付けます。それまでお待ちください。" }
        }
    }
}

/// Asks for number and passcode again, with the number filled in when it is one.
pub fn to_status_form(number: &str) -> Response {
    let known = receipt(number).map(|receipt| format!("?receipt_number={receipt}")).unwrap_or_default();
    see_other(format!("/apply/status{known}"))
}

/// Leads a browser to another page.
pub fn see_other(page: String) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, page)]).into_response()
}
