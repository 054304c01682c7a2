//! `POST /api/rooms/{room}/messages/screening`, and the guard of every text of a collaboration room: no personal
//! information in principle (R27).

mod names;

use domain::message;
use domain::validation::Violations;
use domain::words::RoomKind;
use http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Body, ChangesRoom, Db, Json, Problem, RoomAccess};

/// A text to look through.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ScreeningInput {
    body: String,
}

/// That a text has to name a person.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Acknowledged {
    /// Why; kept with the message, and counted for the city.
    need: String,
}

/// What a screening came to.
#[derive(Serialize, ToSchema)]
pub(crate) struct Screening {
    /// `clear` may be posted; `review` is first to be looked at by its author.
    #[schema(value_type = String)]
    verdict: &'static str,
    findings: Vec<screener::Finding>,
}

impl From<screener::Verdict> for Screening {
    fn from(verdict: screener::Verdict) -> Self {
        Self { verdict: verdict.as_str(), findings: verdict.findings }
    }
}

impl Acknowledged {
    /// The stated need, or what is wrong with it.
    pub(crate) fn read(&self, violations: &mut Violations) -> Option<String> {
        violations.field("acknowledged.need", message::need(&self.need))
    }
}

/// Looks through a text before it is posted. Support rooms are where care is written about: there all is clear.
#[utoipa::path(post, path = "/api/rooms/{room}/messages/screening", tag = "post-message",
    operation_id = "screen_message", params(("room" = i64, Path)), request_body = ScreeningInput,
    responses((status = 200, body = Screening), (status = 401, body = Problem), (status = 404, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn screen_text(
    access: RoomAccess<ChangesRoom>,
    db: Db,
    Body { value: input, .. }: Body<ScreeningInput>,
) -> Result<Json<Screening>, Problem> {
    if input.body.chars().count() > message::BODY_CHARACTERS_MAX {
        let error = domain::FieldError::too_long(message::BODY_CHARACTERS_MAX);
        return Err(Problem::invalid_field("body", error.code, error.message));
    }
    Ok(Json(screening(&access, &db, &input.body, None).await?))
}

/// Lets a text pass, with the need that stays with it, or refuses it with what was found. A need that was stated for a
/// text with nothing in it is not kept: it would be counted.
pub(crate) async fn guard(
    access: &RoomAccess<ChangesRoom>,
    db: &Db,
    text: &str,
    need: Option<String>,
    revision: Option<i64>,
) -> Result<Option<String>, Problem> {
    let screening = screening(access, db, text, revision).await?;
    if screening.verdict == "clear" {
        return Ok(None);
    }
    if need.is_some() {
        return Ok(need);
    }
    let title =
        "個人情報か、合わせると個人が分かる内容が含まれているようです。書き直すか、必要な理由を書いてください。";
    let findings = serde_json::to_value(&screening.findings).map_err(Problem::internal)?;
    Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "personal_information", title)
        .rule("R27")
        .extension("findings", findings))
}

async fn screening(
    access: &RoomAccess<ChangesRoom>,
    db: &Db,
    text: &str,
    revision: Option<i64>,
) -> Result<Screening, Problem> {
    if access.kind() == RoomKind::Support {
        return Ok(Screening { verdict: "clear", findings: Vec::new() });
    }
    Ok(names::screener(db, revision).await?.screen(text).into())
}
