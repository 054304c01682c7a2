//! `GET /api/organizations/{id}/people`: the people of an organization and how far each account has come (R37).

use super::show::may_see;
use domain::LoginId;
use domain::ids::{NoticeId, OrganizationId, UserId};
use domain::text::fold_key;
use domain::words::Profession;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{AnyUser, Clock, Db, Json, Millis, Paging, Path, Problem, Query, Session, params};

/// A notice that has been in the post for so long, and nobody has logged in.
const OVERDUE_MINUTES: i64 = 14 * 24 * 60;
const QUERY_CHARACTERS_MAX: usize = 100;

/// Which people to show.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListPeople {
    /// A part of a name, its reading or a login ID.
    #[serde(default)]
    query: String,
    after: Option<String>,
    limit: Option<i64>,
}

/// One page of people, in the order of the readings of their names.
#[derive(Serialize, ToSchema)]
pub(crate) struct People {
    items: Vec<AccountOfPerson>,
    #[schema(required = true)]
    next: Option<String>,
}

/// One person with the account.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AccountOfPerson {
    user_id: UserId,
    name: String,
    kana: String,
    profession: Profession,
    login_id: String,
    email: String,
    is_manager: bool,
    state: PersonState,
    /// The notice was posted two weeks ago, and there was no first login.
    overdue: bool,
    /// The newest notice, which the manager confirms.
    #[schema(required = true)]
    notice_id: Option<NoticeId>,
    #[schema(required = true)]
    posted_at: Option<Millis>,
    #[schema(required = true)]
    first_login_at: Option<Millis>,
    #[schema(required = true)]
    stopped_at: Option<Millis>,
    confirmation: GrantConfirmation,
    /// What the manager objected.
    #[schema(required = true)]
    objection: Option<String>,
    /// What the desk answered.
    #[schema(required = true)]
    answer: Option<String>,
    /// How many devices are in use.
    devices: i64,
}

/// How far an account has come, from the printed notice to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum PersonState {
    ToPrint,
    Printed,
    Posted,
    FirstLoginDone,
    Stopped,
}

/// What the manager has said of a grant (R37).
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum GrantConfirmation {
    None,
    Confirmed,
    Objected,
    Answered,
}

#[derive(Debug, Deserialize)]
pub(super) struct Row {
    user_id: UserId,
    name: String,
    kana: String,
    kana_key: String,
    profession: Profession,
    login_id: String,
    email: String,
    stopped: bool,
    stopped_at: Option<Millis>,
    first_login_at: Option<Millis>,
    is_manager: bool,
    devices: i64,
    pub(super) notice_id: Option<NoticeId>,
    printed_at: Option<Millis>,
    posted_at: Option<Millis>,
    confirmed_at: Option<Millis>,
    objected_at: Option<Millis>,
    objection: Option<String>,
    answered_at: Option<Millis>,
    answer: Option<String>,
}

/// Lists the people of an organization, those who have stopped, too.
#[utoipa::path(get, path = "/api/organizations/{id}/people", tag = "apply-for-account", operation_id = "organization_people",
    params(("id" = i64, Path), ListPeople),
    responses((status = 200, body = People), (status = 404, body = Problem)))]
pub(crate) async fn people(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Path(id): Path<OrganizationId>,
    Query(list): Query<ListPeople>,
) -> Result<Json<People>, Problem> {
    may_see(session.caller(), id)?;
    if list.query.chars().count() > QUERY_CHARACTERS_MAX {
        return Err(Problem::bad_request("malformed_query", "query is too long"));
    }
    let page = Paging::new(list.after.as_deref(), list.limit)?;
    // A login ID is shown with a hyphen and kept without.
    let words = list.query.parse::<LoginId>().map_or_else(|_| fold_key(&list.query), LoginId::digits);
    let rows = params![id, page.text.as_str(), page.id, page.rows_to_read(), words];
    let mut rows: Vec<Row> = db.all(include_str!("../../sql/organization-accounts.sql"), rows).await?;
    let next = page.cut(&mut rows, |row| (row.kana_key.clone(), row.user_id.0));
    Ok(Json(People { items: rows.into_iter().map(|row| row.at(clock)).collect(), next }))
}

impl Row {
    /// The person as the account stands now.
    pub(super) fn at(self, clock: Clock) -> AccountOfPerson {
        let state = match (self.first_login_at, self.posted_at, self.printed_at) {
            _ if self.stopped => PersonState::Stopped,
            (Some(_), _, _) => PersonState::FirstLoginDone,
            (None, Some(_), _) => PersonState::Posted,
            (None, None, Some(_)) => PersonState::Printed,
            (None, None, None) => PersonState::ToPrint,
        };
        let posted_long_ago = self.posted_at.is_some_and(|at| at.plus_minutes(OVERDUE_MINUTES) <= clock.now());
        AccountOfPerson {
            overdue: state == PersonState::Posted && posted_long_ago,
            state,
            user_id: self.user_id,
            name: self.name,
            kana: self.kana,
            profession: self.profession,
            login_id: self.login_id.parse::<LoginId>().map_or(self.login_id, |id| id.to_string()),
            email: self.email,
            is_manager: self.is_manager,
            notice_id: self.notice_id,
            posted_at: self.posted_at,
            first_login_at: self.first_login_at,
            stopped_at: self.stopped_at,
            confirmation: match (self.confirmed_at, self.answered_at, self.objected_at) {
                (Some(_), _, _) => GrantConfirmation::Confirmed,
                (None, Some(_), _) => GrantConfirmation::Answered,
                (None, None, Some(_)) => GrantConfirmation::Objected,
                (None, None, None) => GrantConfirmation::None,
            },
            objection: self.objection,
            answer: self.answer,
            devices: self.devices,
        }
    }
}
