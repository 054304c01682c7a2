//! `POST /api/mailed-forms/{receipt}/decision`: the desk returns, rejects or redirects what was submitted by mail. It is
//! completed by entering what it says, with the form itself.

use super::detail::MailedFormDetail;
use applications::{Application, Clerk, DecisionInput, MailedForms, receipt};
use web::{AnyDesk, Body, Clock, Db, FreshSession, Json, Path, Problem};

/// Decides; whoever sent the mail is answered by mail. Of two clerks who decide at once one wins and the other is told.
#[utoipa::path(post, path = "/api/mailed-forms/{receipt}/decision", tag = "exchange-mail",
    operation_id = "decide_mailed_form", params(("receipt" = String, Path)), request_body = DecisionInput,
    responses((status = 200, body = MailedFormDetail), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn decide(
    session: FreshSession<AnyDesk>,
    db: Db,
    clock: Clock,
    Path(number): Path<String>,
    Body { value, .. }: Body<DecisionInput>,
) -> Result<Json<MailedFormDetail>, Problem> {
    let (number, clerk) = (receipt(&number)?, Clerk::of(&session)?);
    applications::decide::<MailedForms>(clerk, &db, clock, &number, &value).await?;
    let application = Application::of_form::<MailedForms>(&db, &number).await?;
    Ok(Json(MailedFormDetail::of((&db, clock), (clerk.user, clerk.desk), &application).await?))
}
