//! `POST /api/mailed-forms/{receipt}/withdrawal`: whoever sent it takes it back.

use super::standing::SubmittedForm;
use applications::{MailedForms, WithdrawalInput};
use web::{Body, Clock, Db, Filer, Json, Path, Problem};

/// Withdraws while the desk has not yet entered it. The mails stay.
#[utoipa::path(post, path = "/api/mailed-forms/{receipt}/withdrawal", tag = "exchange-mail",
    operation_id = "withdraw_mailed_form", params(("receipt" = String, Path)), request_body = WithdrawalInput,
    responses((status = 200, body = SubmittedForm), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)))]
pub(crate) async fn withdraw(
    filer: Filer,
    db: Db,
    clock: Clock,
    Path(_): Path<String>,
    _: Body<WithdrawalInput>,
) -> Result<Json<SubmittedForm>, Problem> {
    applications::withdraw::<MailedForms>(&filer, &db, clock).await?;
    Ok(Json(SubmittedForm::load(&db, filer.session().user_id(), filer.receipt()).await?))
}
