//! `PUT /api/mail/{mail}/opened`: somebody of a box has a mail before the eyes.

use crate::open_box::{BoxQuery, OpenBox};
use domain::ids::MailId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Clock, Db, Json, Path, Problem, params};

/// It is noted.
#[derive(Serialize, ToSchema)]
pub(crate) struct MailOpened {}

/// Notes that the caller has opened a mail: the first time counts and stays, and those who are in the mail see it. What
/// was only sent from this box is not opened in it.
#[utoipa::path(put, path = "/api/mail/{mail}/opened", tag = "exchange-mail", operation_id = "open_mail",
    params(("mail" = i64, Path), BoxQuery),
    responses((status = 200, body = MailOpened), (status = 401, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn open(
    mail_box: OpenBox,
    db: Db,
    clock: Clock,
    Path(mail): Path<MailId>,
) -> Result<Json<MailOpened>, Problem> {
    #[derive(Deserialize)]
    struct Copy {
        is_to_note: bool,
    }
    let place = params![mail, mail_box.id(), mail_box.user()];
    let copy: Option<Copy> = db.first(include_str!("../sql/copy.sql"), place).await?;
    // Whoever looks again does not wait for the write lock.
    if copy.ok_or_else(Problem::not_found)?.is_to_note {
        let row = params![mail, mail_box.id(), mail_box.user(), clock.now()];
        db.run(include_str!("../sql/note-opening.sql"), row).await?;
    }
    Ok(Json(MailOpened {}))
}
