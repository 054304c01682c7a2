//! `GET /api/mail/recipients`: whom a mail may address.

use crate::mail::MailPerson;
use domain::text::fold_key;
use domain::words::Desk;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AnyUser, Db, Json, Problem, Query, Session, params};

/// Longer than any name.
const QUERY_CHARACTERS_MAX: usize = 100;

/// Who is looked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RecipientsQuery {
    /// A part of the name, its reading or the organization's name.
    #[serde(default)]
    q: String,
}

/// Whom a mail may address.
#[derive(Serialize, ToSchema)]
pub(crate) struct MailRecipients {
    /// At most 20 people with an active account, in the order of their readings.
    people: Vec<MailPerson>,
    desks: Vec<Desk>,
}

/// Lists people and desks to write to. Nobody outside the system is among them.
#[utoipa::path(get, path = "/api/mail/recipients", tag = "exchange-mail", operation_id = "mail_recipients",
    params(RecipientsQuery), responses((status = 200, body = MailRecipients), (status = 401, body = Problem)))]
pub(crate) async fn list(
    _: Session<AnyUser>,
    db: Db,
    Query(asked): Query<RecipientsQuery>,
) -> Result<Json<MailRecipients>, Problem> {
    let bounded: String = asked.q.chars().take(QUERY_CHARACTERS_MAX).collect();
    let key = fold_key(&bounded);
    let people = db.all(include_str!("../sql/recipients.sql"), params![key.as_str()]).await?;
    let desks = Desk::ALL.iter().copied().filter(|desk| fold_key(desk.label_ja()).contains(&key)).collect();
    Ok(Json(MailRecipients { people, desks }))
}
