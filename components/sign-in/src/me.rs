//! `GET /api/me`: who I am here, and whether any room is open to me (R7).

use domain::ids::{OrganizationId, UserId};
use domain::words::{Desk, OrganizationKind, Profession};
use serde::Serialize;
use utoipa::ToSchema;
use web::{AnyUser, Caller, Json, Millis, Problem, Session};

/// The signed-in person.
#[derive(Serialize, ToSchema)]
pub(crate) struct Me {
    user_id: UserId,
    /// As printed on the notice: `4827-1935`.
    login_id: String,
    name: String,
    kana: String,
    profession: Profession,
    organization: MyOrganization,
    /// The desk the person works at, if any.
    #[schema(required = true)]
    desk: Option<Desk>,
    /// Whether the person files the applications of the organization.
    is_manager: bool,
    signed_in_at: Millis,
    /// When the session ends whatever happens (R36).
    expires_at: Millis,
    rooms: MyRooms,
}

#[derive(Serialize, ToSchema)]
struct MyOrganization {
    id: OrganizationId,
    name: String,
    kind: OrganizationKind,
}

/// How many rooms the person is assigned to; with none, the front end says why (R7).
#[derive(Serialize, ToSchema)]
struct MyRooms {
    support: i64,
    collaboration: i64,
}

/// The signed-in person, organization, role and number of rooms.
#[utoipa::path(get, path = "/api/me", tag = "sign-in",
    responses((status = 200, body = Me), (status = 401, body = Problem)))]
pub(crate) async fn me(session: Session<AnyUser>) -> Json<Me> {
    Json(Me::of(session.caller().clone(), session.signed_in_at(), session.expires_at()))
}

impl Me {
    /// The person as the session shows them.
    pub(crate) fn of(caller: Caller, signed_in_at: Millis, expires_at: Millis) -> Self {
        let login_id = caller.login_id.parse::<domain::login_id::LoginId>().map(|id| id.to_string());
        Self {
            user_id: caller.user_id,
            login_id: login_id.unwrap_or(caller.login_id),
            name: caller.name,
            kana: caller.kana,
            profession: caller.profession,
            organization: MyOrganization {
                id: caller.organization_id,
                name: caller.organization_name,
                kind: caller.organization_kind,
            },
            desk: caller.desk,
            is_manager: caller.is_manager,
            signed_in_at,
            expires_at,
            rooms: MyRooms { support: caller.support_rooms, collaboration: caller.collaboration_rooms },
        }
    }
}
