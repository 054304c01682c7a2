//! Who is calling. A handler that takes a [`Session`] cannot run without one.
//!
//! The cookie is a signed token that only lets garbage be refused without a look-up; the record in the key-value store
//! says whether the session lives; and the account's epoch in the database has the last word, so that a stop that
//! committed there ends every session even if the process died before it could delete a record.
//!
//! One record a session, not one a user: two devices that sign in at the same moment would overwrite each other's entry
//! in a shared record, and ending all of them needs no delete, since the epoch does it.

use crate::{Clock, CookieJar, Db, DbError, Millis, Problem, Secrets, own_token, params, random_bytes};
use axum::extract::FromRequestParts;
use domain::ids::{DeviceId, OrganizationId, UserId};
use domain::words::{Desk, OrganizationKind, Profession};
use http::{HeaderValue, StatusCode, request::Parts};
use jwt_simple::prelude::{Claims, Duration, HS256Key, MACLike as _, NoCustomClaims};
use serde::{Deserialize, Serialize};
use spin_sdk::key_value::Store;
use std::marker::PhantomData;
use std::sync::OnceLock;

const COOKIE: &str = "session";
/// How stale the record's `last_seen_at` may get: a key-value write costs two syncs.
const LAST_SEEN_MILLIS: i64 = 60_000;

/// Proof that the caller is signed in as `R`. Only the extractor makes one.
pub struct Session<R: Role> {
    caller: Caller,
    record: Record,
    role: PhantomData<R>,
}

/// A role a handler can ask for.
pub trait Role: Send + Sync + 'static {
    /// Whether this user has the role.
    fn is_held_by(caller: &Caller) -> bool;
}

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident => $check:expr;)*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub enum $name {}
        impl Role for $name {
            fn is_held_by(caller: &Caller) -> bool { let check: fn(&Caller) -> bool = $check; check(caller) }
        }
    )* };
}
roles! {
    /// Anyone who is signed in.
    AnyUser => |_| true;
    /// A clerk of the city (S管理者).
    CityDesk => |caller| caller.desk == Some(Desk::City);
    /// A clerk of the medical association (管理者).
    AssociationDesk => |caller| caller.desk == Some(Desk::Association);
    /// The manager of the caller's own organization (システム管理担当者).
    Manager => |caller| caller.is_manager;
}

/// The account behind a session, as it stands at this request.
#[derive(Debug, Clone, Deserialize)]
pub struct Caller {
    /// The account.
    pub user_id: UserId,
    /// Its login ID, eight digits.
    pub login_id: String,
    /// The person's name.
    pub name: String,
    /// The name in katakana.
    pub kana: String,
    /// The person's profession.
    pub profession: Profession,
    /// The organization the account belongs to.
    pub organization_id: OrganizationId,
    /// Its name.
    pub organization_name: String,
    /// What kind it is.
    pub organization_kind: OrganizationKind,
    /// The desk the person works at, if any.
    pub desk: Option<Desk>,
    /// Whether the person is the organization's manager now.
    pub is_manager: bool,
    /// How many support rooms are open to the person (R7). Counted here because a second query for them would cost
    /// the front end's first request a third of its speed.
    pub support_rooms: i64,
    /// How many collaboration rooms are open to the person.
    pub collaboration_rooms: i64,
    epoch: i64,
    active: bool,
}

/// A session that is about to begin; sign-in alone makes one.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub user_id: UserId,
    /// The device that proved itself.
    pub device_id: DeviceId,
    /// When the session ends whatever happens (R36).
    pub expires_at: Millis,
    /// When it began.
    pub signed_in_at: Millis,
    /// How long it may lie idle, in minutes (R36).
    pub idle_minutes: i64,
    /// The account's epoch at that moment.
    pub epoch: i64,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Record {
    user_id: i64,
    device_id: i64,
    epoch: i64,
    signed_in_at: i64,
    last_seen_at: i64,
    expires_at: i64,
    idle_minutes: i64,
}

/// A live session by cookie and record; the account behind it is not looked at. Enough to sign out.
#[derive(Debug, Clone)]
pub struct SessionCookie {
    id: String,
    record: Record,
}

/// Who calls, signed in or not: for use cases open to everybody that know more about those who are signed in.
pub struct Visitor(pub Option<Session<AnyUser>>);

impl NewSession {
    /// A fresh id: 128 random bits.
    pub fn fresh_id() -> String {
        u128::from_le_bytes(random_bytes()).to_string()
    }

    /// Writes the record and makes the cookie.
    pub async fn start(self, db: &Db, jar: &CookieJar) -> Result<HeaderValue, Problem> {
        let record = Record {
            user_id: self.user_id.0,
            device_id: self.device_id.0,
            epoch: self.epoch,
            signed_in_at: self.signed_in_at.0,
            last_seen_at: self.signed_in_at.0,
            expires_at: self.expires_at.0,
            idle_minutes: self.idle_minutes,
        };
        write_record(&self.id, &record).await?;
        let seconds = self.signed_in_at.seconds_until(self.expires_at);
        let valid = Duration::from_secs(u64::try_from(seconds).unwrap_or_default());
        let token = session_key(db)
            .await?
            .authenticate(Claims::create(valid).with_jwt_id(&self.id))
            .map_err(Problem::internal)?;
        jar.set(COOKIE, &token, seconds).ok_or_else(|| Problem::internal("cookie"))
    }
}

impl Caller {
    /// The account as it stands now.
    pub async fn load(db: &Db, user: UserId) -> Result<Option<Self>, DbError> {
        // One JSON value instead of fourteen columns: every string that crosses from the host is a call back into our
        // allocator, and this is the query that each request of a signed-in person makes.
        #[derive(Deserialize)]
        struct Row {
            caller: String,
        }
        let row: Option<Row> = db.first(include_str!("../sql/caller.sql"), params![user]).await?;
        let caller = row.map(|row| serde_json::from_str(&row.caller)).transpose();
        caller.map_err(|error| DbError::Row(format!("caller: {error}")))
    }
}

impl SessionCookie {
    /// The session's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Ends the session and takes the cookie back.
    pub async fn end(&self, jar: &CookieJar) -> Result<HeaderValue, Problem> {
        let store = sessions().await?;
        store.delete(record_key(&self.id)).await.map_err(Problem::internal)?;
        Self::removal(jar)
    }

    /// Takes the cookie back where there is no session to end.
    pub fn removal(jar: &CookieJar) -> Result<HeaderValue, Problem> {
        jar.set(COOKIE, "", 0).ok_or_else(|| Problem::internal("cookie"))
    }

    async fn read(db: &Db, jar: &CookieJar, now: Millis) -> Result<Self, Problem> {
        let token = jar.get(COOKIE).ok_or_else(Problem::not_signed_in)?;
        // The record decides about time; the token's own expiry is only as good as the clock that wrote it.
        let key = session_key(db).await?;
        let claims = key.verify_token::<NoCustomClaims>(token, Some(own_token())).map_err(|_| expired())?;
        let id = claims.jwt_id.ok_or_else(expired)?;
        let store = sessions().await?;
        let record = store.get(record_key(&id)).await.map_err(Problem::internal)?.ok_or_else(expired)?;
        let mut record: Record = serde_json::from_slice(&record).map_err(Problem::internal)?;
        let idle_until = Millis(record.last_seen_at).plus_minutes(record.idle_minutes);
        if now.0 >= record.expires_at || now >= idle_until {
            return Err(expired());
        }
        if now.0 - record.last_seen_at > LAST_SEEN_MILLIS {
            record.last_seen_at = now.0;
            write_record(&id, &record).await?;
        }
        Ok(Self { id, record })
    }
}

impl<R: Role> Session<R> {
    /// The account behind the session.
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// The account's id.
    pub fn user_id(&self) -> UserId {
        self.caller.user_id
    }

    /// The device that proved itself at sign-in.
    pub fn device_id(&self) -> DeviceId {
        DeviceId(self.record.device_id)
    }

    /// When the session began.
    pub fn signed_in_at(&self) -> Millis {
        Millis(self.record.signed_in_at)
    }

    /// When it ends whatever happens (R36).
    pub fn expires_at(&self) -> Millis {
        Millis(self.record.expires_at)
    }

    async fn read(headers: &http::HeaderMap) -> Result<Self, Problem> {
        let jar = CookieJar::from_headers(headers);
        if jar.get(COOKIE).is_none() {
            return Err(Problem::not_signed_in());
        }
        let db = Db::open().await?;
        let cookie = SessionCookie::read(&db, &jar, Clock::system().now()).await?;
        let caller = Caller::load(&db, UserId(cookie.record.user_id)).await?.ok_or_else(expired)?;
        if !caller.active || caller.epoch != cookie.record.epoch {
            return Err(expired());
        }
        if !R::is_held_by(&caller) {
            return Err(Problem::forbidden());
        }
        Ok(Self { caller, record: cookie.record, role: PhantomData })
    }
}

impl<R: Role, S: Sync> FromRequestParts<S> for Session<R> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Self::read(&parts.headers).await
    }
}

impl<S: Sync> FromRequestParts<S> for SessionCookie {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let jar = CookieJar::from_headers(&parts.headers);
        let db = Db::open().await?;
        Self::read(&db, &jar, Clock::system().now()).await
    }
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        match Session::read(&parts.headers).await {
            Ok(session) => Ok(Self(Some(session))),
            Err(problem) if problem.status() == StatusCode::UNAUTHORIZED => Ok(Self(None)),
            Err(problem) => Err(problem),
        }
    }
}

fn expired() -> Problem {
    Problem::new(
        StatusCode::UNAUTHORIZED,
        "session_expired",
        "ログインの有効時間が過ぎました。もう一度ログインしてください。",
    )
}

async fn session_key(db: &Db) -> Result<HS256Key, Problem> {
    Ok(HS256Key::from_bytes(&Secrets::Session.key(db).await?))
}

async fn write_record(id: &str, record: &Record) -> Result<(), Problem> {
    let store = sessions().await?;
    let json = serde_json::to_vec(record).map_err(Problem::internal)?;
    store.set(record_key(id), json).await.map_err(Problem::internal)
}

/// The store, opened once an instance: its handle is good for every request.
async fn sessions() -> Result<&'static Store, Problem> {
    static STORE: OnceLock<Store> = OnceLock::new();
    if let Some(store) = STORE.get() {
        return Ok(store);
    }
    let store = Store::open_default().await.map_err(Problem::internal)?;
    Ok(STORE.get_or_init(|| store))
}

fn record_key(id: &str) -> String {
    format!("session:{id}")
}
