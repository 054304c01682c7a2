//! `POST /api/setup`: the first clerk of the city, once, by the token the operator set (variable `setup_token`).

use crate::codes::{self, CodeFor};
use crate::desk_accounts::{DeskOrganization, create, insert_organization};
use domain::LoginId;
use domain::account::PersonInput;
use domain::ids::{DeviceId, NoticeId, UserId};
use domain::words::{Desk, OrganizationKind};
use http::StatusCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;
use web::{Actor, Attempts, Body, ClientAddress, Clock, Db, Json, Millis, Problem, Transaction, params, variable};

const WRONG_PER_ADDRESS_MAX: i64 = 10;
const WINDOW_MINUTES: i64 = 15;
const TOKEN_CHARACTERS_MIN: usize = 16;

/// The operator's token, the city and its first clerk.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SetupInput {
    setup_token: String,
    /// The city as an organization: name, postal code, address, telephone; notices carry its name.
    organization: DeskOrganization,
    person: PersonInput,
}

/// What the first clerk needs for the first login; shown here and nowhere else.
#[derive(Serialize, ToSchema)]
pub(crate) struct FirstClerk {
    #[schema(value_type = String)]
    login_id: LoginId,
    code: String,
    expires_at: Millis,
}

/// Creates the first clerk. Once that clerk has logged in, it answers 404 for ever.
#[utoipa::path(post, path = "/api/setup", tag = "apply-for-account", request_body = SetupInput,
    responses((status = 201, body = FirstClerk), (status = 404, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem)))]
pub(crate) async fn setup(
    db: Db,
    clock: Clock,
    address: ClientAddress,
    Body { value, .. }: Body<SetupInput>,
) -> Result<(StatusCode, Json<FirstClerk>), Problem> {
    let limit = Attempts::at(format!("setup-address:{}", address.0), WRONG_PER_ADDRESS_MAX, WINDOW_MINUTES);
    limit.check(&db, clock).await?;
    if !is_token(&value.setup_token).await {
        limit.record(&db, clock).await?;
        return Err(Problem::not_found());
    }
    let person = value.person.check(&BTreeSet::new()).map_err(Problem::invalid)?;
    let transaction = db.transaction().await?;
    let clerk = match city_clerk(&transaction).await? {
        Some(clerk) if clerk.was_here => return Err(Problem::not_found()),
        // Somebody with the token, and nobody has used the code: the answer was lost. A new code voids the lost one.
        Some(clerk) => clerk,
        None => {
            let organization =
                insert_organization(&transaction, clock, OrganizationKind::City, &value.organization).await?;
            let created = create(&transaction, clock, Actor::System, Desk::City, organization, &person).await?;
            let (user_id, login_id) = (created.user_id, created.login_id);
            let (device_id, notice_id) = (created.device_id, created.notice_id);
            CityClerk { user_id, login_id, device_id, notice_id, was_here: false }
        }
    };
    let login_id = clerk.login_id.digits();
    let target = CodeFor {
        user_id: clerk.user_id,
        login_id: &login_id,
        device_id: clerk.device_id,
        notice_id: Some(clerk.notice_id),
    };
    let printed = codes::issue(&transaction, clock, &target).await?;
    // The clerk has the code in hand: nothing is left to print or to post.
    let handed_over = params![clerk.notice_id, clock.now()];
    transaction.run(include_str!("../sql/hand-over-notice.sql"), handed_over).await?;
    transaction.commit().await?;
    let code = printed.code.to_string();
    let body = FirstClerk { login_id: clerk.login_id, code, expires_at: printed.expires_at };
    Ok((StatusCode::CREATED, Json(body)))
}

/// The first clerk as the database knows them.
#[derive(Deserialize)]
struct CityClerk {
    user_id: UserId,
    login_id: LoginId,
    device_id: DeviceId,
    notice_id: NoticeId,
    /// Whether the first login is done; then the token has served.
    was_here: bool,
}

/// Digests are compared, so that the time does not tell how much of the token was right.
async fn is_token(typed: &str) -> bool {
    let Some(token) = variable("setup_token").await else { return false };
    let digest = |text: &str| hmac_sha256::Hash::hash(text.as_bytes());
    token.chars().count() >= TOKEN_CHARACTERS_MIN && digest(&token) == digest(typed)
}

async fn city_clerk(transaction: &Transaction<'_>) -> Result<Option<CityClerk>, Problem> {
    Ok(transaction.first(include_str!("../sql/first-city-clerk.sql"), []).await?)
}
