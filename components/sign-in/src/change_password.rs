//! `PUT /api/me/password`: a new password of one's own (R34); whoever knew the old one is out.

use crate::{password, present, sign_in};
use http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{AnyUser, Body, Clock, Db, Problem, Session, params};

/// The present password and the new one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ChangePassword {
    current_password: String,
    new_password: String,
}

/// Changes the password and ends the person's other sessions.
#[utoipa::path(put, path = "/api/me/password", tag = "sign-in", request_body = ChangePassword,
    responses((status = 204), (status = 401, body = Problem), (status = 422, body = Problem),
        (status = 423, body = Problem)))]
pub(crate) async fn change_password(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Body { value, .. }: Body<ChangePassword>,
) -> Result<StatusCode, Problem> {
    let user = session.user_id();
    let login_id = match present::check(&db, clock, user, &value.current_password).await {
        Ok(login_id) => login_id,
        Err(problem) if problem.code() == sign_in::WRONG_PASSWORD => {
            let message = "今のパスワードが違います。";
            return Err(Problem::invalid_field("current_password", sign_in::WRONG_PASSWORD, message));
        }
        Err(problem) => return Err(problem),
    };
    password::check_new(&db, user, login_id, "new_password", &value.new_password).await?;
    let hash = password::hash(&value.new_password)?;
    let transaction = db.transaction().await?;
    password::set(&transaction, user, &hash, clock).await?;
    transaction.run(include_str!("../sql/end-other-sessions.sql"), params![user, session.id(), clock.now()]).await?;
    sign_in::audit(&transaction, clock, user, "password.changed", serde_json::json!({})).await?;
    transaction.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
