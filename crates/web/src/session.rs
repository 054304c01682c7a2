//! Who is calling. A handler that takes a [`Session`] cannot run without one.
//!
//! The row in the database is the session: one query reads it together with account and device, so that whatever ended
//! it – logout, a stop (R8), a lost device (R6) – counts from the first request after its commit. The cookie is a signed
//! token that lets garbage be refused without a look-up and says when the session was last in use; only one older than
//! a minute is compared with the key-value store, which knows the last use for certain (R36), and is then replaced.

mod caller;
mod last_seen;
mod renewal;
mod token;

pub use caller::Caller;
pub(crate) use renewal::Renewal;

use crate::{Clock, CookieJar, Db, Millis, Problem, Settings, random_bytes};
use axum::extract::FromRequestParts;
use caller::LiveSession;
use domain::ids::{DeviceId, UserId};
use domain::words::Desk;
use http::{HeaderValue, StatusCode, request::Parts};
use last_seen::LastSeen;
use std::marker::PhantomData;
use std::ops::Deref;
use token::Token;

pub(crate) const COOKIE: &str = "session";
/// How old a token may be before the store is asked: a key-value write costs two syncs.
const TOKEN_MILLIS_MAX: i64 = 60_000;

/// Proof that the caller is signed in as `R`. Only the extractor makes one.
pub struct Session<R: Role> {
    id: String,
    live: LiveSession,
    role: PhantomData<R>,
}

/// Proof that the caller is signed in as `R` and entered password and device proof a short while ago: for decisions
/// (R36). The setting is `fresh_login_minutes`.
pub struct FreshSession<R: Role>(Session<R>);

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
    /// A clerk of either desk.
    AnyDesk => |caller| caller.desk.is_some();
    /// A clerk of the city (S管理者).
    CityDesk => |caller| caller.desk == Some(Desk::City);
    /// A clerk of the medical association (管理者).
    AssociationDesk => |caller| caller.desk == Some(Desk::Association);
    /// The manager of the caller's own organization (システム管理担当者).
    Manager => |caller| caller.is_manager;
}

/// A session that is about to begin; sign-in alone makes one.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// Its id.
    pub id: String,
    /// Whose it is.
    pub user_id: UserId,
    /// When the session ends whatever happens (R36).
    pub expires_at: Millis,
    /// When it began.
    pub signed_in_at: Millis,
    /// How long it may lie idle, in minutes (R36).
    pub idle_minutes: i64,
}

/// A genuine session cookie; whether its session still lives is not looked at. Enough to end it.
#[derive(Debug, Clone)]
pub struct SessionCookie {
    id: String,
}

/// A session that lives, locked or not: enough to lock, to unlock or to end it (R36).
pub struct LockableSession(Session<AnyUser>);

/// Who calls, signed in or not: for use cases open to everybody that know more about those who are signed in.
pub struct Visitor(pub Option<Session<AnyUser>>);

impl NewSession {
    /// A fresh id: 128 random bits.
    pub fn fresh_id() -> String {
        u128::from_le_bytes(random_bytes()).to_string()
    }

    /// Notes the first use and makes the cookie, once the session's row is durable.
    pub async fn start(self, db: &Db, jar: &CookieJar) -> Result<HeaderValue, Problem> {
        LastSeen::new(self.signed_in_at, self.idle_minutes).write(&self.id).await?;
        cookie(db, jar, &self.id, self.signed_in_at, self.expires_at).await
    }

    /// The account of a session whose row exists.
    pub async fn caller(&self, db: &Db) -> Result<Caller, Problem> {
        let live = LiveSession::load(db, &self.id, self.signed_in_at).await?.ok_or_else(expired)?;
        Ok(live.caller)
    }
}

impl SessionCookie {
    /// The session's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Forgets the session's last use and takes the cookie back, once the row says that it ended.
    pub async fn end(&self, jar: &CookieJar) -> Result<HeaderValue, Problem> {
        LastSeen::forget(&self.id).await?;
        Self::removal(jar)
    }

    /// Takes the cookie back where there is no session to end.
    pub fn removal(jar: &CookieJar) -> Result<HeaderValue, Problem> {
        jar.set(COOKIE, "", 0).ok_or_else(|| Problem::internal("cookie"))
    }
}

impl LockableSession {
    /// Notes a use and makes a fresh cookie, once the row is no longer locked.
    pub async fn unlock(&self, db: &Db, jar: &CookieJar, now: Millis) -> Result<HeaderValue, Problem> {
        let idle_minutes = Settings(db).number("session_idle_minutes").await?;
        LastSeen::new(now, idle_minutes).write(&self.0.id).await?;
        cookie(db, jar, &self.0.id, now, self.0.live.expires_at).await
    }
}

impl Deref for LockableSession {
    type Target = Session<AnyUser>;
    fn deref(&self) -> &Session<AnyUser> {
        &self.0
    }
}

impl<R: Role> Deref for FreshSession<R> {
    type Target = Session<R>;
    fn deref(&self) -> &Session<R> {
        &self.0
    }
}

impl<R: Role> Session<R> {
    /// The session's id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The account behind the session.
    pub fn caller(&self) -> &Caller {
        &self.live.caller
    }

    /// The account's id.
    pub fn user_id(&self) -> UserId {
        self.live.caller.user_id
    }

    /// The device that proved itself at sign-in.
    pub fn device_id(&self) -> DeviceId {
        self.live.device_id
    }

    /// When the session began.
    pub fn signed_in_at(&self) -> Millis {
        self.live.signed_in_at
    }

    /// When it ends whatever happens (R36).
    pub fn expires_at(&self) -> Millis {
        self.live.expires_at
    }

    async fn read(parts: &Parts) -> Result<Self, Problem> {
        let (session, is_locked) = Session::<AnyUser>::read_even_locked(parts).await?;
        if is_locked {
            return Err(locked());
        }
        if !R::is_held_by(session.caller()) {
            return Err(Problem::forbidden());
        }
        Ok(Self { id: session.id, live: session.live, role: PhantomData })
    }

    /// The id of the session of a caller who only looks whether there is anything new: not counted as a use, which
    /// would keep an unattended screen open (R36). None: the guard has to decide.
    pub(crate) async fn look(parts: &Parts, db: &Db, now: Millis, is_used: bool) -> Option<String> {
        let jar = CookieJar::from_headers(&parts.headers);
        let token = Token::read(db, jar.get(COOKIE)?).await.ok()?;
        if now.0 - token.made_at.0 > TOKEN_MILLIS_MAX {
            // A use is noted by the guard.
            let seen = if is_used { None } else { LastSeen::read(&token.session).await.ok()? };
            seen.filter(|seen| !seen.is_idle(now))?;
        }
        Some(token.session)
    }

    /// The session, and whether it is locked: by the person, or because it lay idle for too long.
    async fn read_even_locked(parts: &Parts) -> Result<(Self, bool), Problem> {
        let jar = CookieJar::from_headers(&parts.headers);
        let text = jar.get(COOKIE).ok_or_else(Problem::not_signed_in)?;
        let db = Db::open().await?;
        let now = Clock::system().now();
        let token = Token::read(&db, text).await?;
        let live = LiveSession::load(&db, &token.session, now).await?.ok_or_else(expired)?;
        let mut is_locked = live.locked;
        if !is_locked && now.0 - token.made_at.0 > TOKEN_MILLIS_MAX {
            match LastSeen::read(&token.session).await?.filter(|seen| !seen.is_idle(now)) {
                Some(seen) => {
                    seen.seen(now).write(&token.session).await?;
                    let fresh = cookie(&db, &jar, &token.session, now, live.expires_at).await?;
                    Renewal::of(parts).set(fresh);
                }
                // Unknown to the store counts as idle: the password brings everything back.
                None => is_locked = true,
            }
        }
        Ok((Self { id: token.session, live, role: PhantomData }, is_locked))
    }
}

impl<R: Role, S: Sync> FromRequestParts<S> for Session<R> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Self::read(parts).await
    }
}

impl<R: Role, S: Sync> FromRequestParts<S> for FreshSession<R> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let session = Session::read(parts).await?;
        let db = Db::open().await?;
        let minutes = Settings(&db).number("fresh_login_minutes").await?;
        if Clock::system().now() >= session.signed_in_at().plus_minutes(minutes) {
            return Err(login_too_old(minutes));
        }
        Ok(Self(session))
    }
}

impl<S: Sync> FromRequestParts<S> for LockableSession {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let (session, _) = Session::<AnyUser>::read_even_locked(parts).await?;
        Ok(Self(session))
    }
}

impl<S: Sync> FromRequestParts<S> for SessionCookie {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let jar = CookieJar::from_headers(&parts.headers);
        let text = jar.get(COOKIE).ok_or_else(Problem::not_signed_in)?;
        let token = Token::read(&Db::open().await?, text).await?;
        Ok(Self { id: token.session })
    }
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        match Session::read(parts).await {
            Ok(session) => Ok(Self(Some(session))),
            Err(problem) if problem.status() == StatusCode::UNAUTHORIZED => Ok(Self(None)),
            Err(problem) => Err(problem),
        }
    }
}

async fn cookie(db: &Db, jar: &CookieJar, id: &str, now: Millis, until: Millis) -> Result<HeaderValue, Problem> {
    let seconds = now.seconds_until(until);
    let token = Token::fresh(db, id, seconds).await?;
    jar.set(COOKIE, &token, seconds).ok_or_else(|| Problem::internal("cookie"))
}

fn expired() -> Problem {
    Problem::new(
        StatusCode::UNAUTHORIZED,
        "session_expired",
        "ログインの有効時間が過ぎました。もう一度ログインしてください。",
    )
}

fn locked() -> Problem {
    let title = "画面がロックされています。パスワードを入力してください。";
    Problem::new(StatusCode::UNAUTHORIZED, "session_locked", title).rule("R36")
}

fn login_too_old(minutes: i64) -> Problem {
    Problem::new(
        StatusCode::FORBIDDEN,
        "login_too_old",
        format!("ログインから{minutes}分以上たっています。この操作には、もう一度ログインが必要です。"),
    )
    .rule("R36")
}
