//! Whoever may follow an application: somebody without a login who showed its receipt number and passcode, the signed-in
//! manager of the organization it belongs to (R13b), or whoever was signed in when filing one about a collaboration room.

use crate::{AnyUser, CookieJar, Db, DbError, Problem, Secrets, Session, own_token, params, random_bytes};
use axum::extract::{FromRequestParts, RawPathParams};
use domain::code::Passcode;
use domain::ids::UserId;
use domain::receipt::ReceiptNumber;
use http::{HeaderValue, StatusCode, request::Parts};
use jwt_simple::prelude::{Claims, Duration, HS256Key, MACLike as _, NoCustomClaims};

const COOKIE: &str = "applicant";
const MINUTES: u64 = 30;

/// Proof that the caller may follow the receipt named in the path. Only the extractor makes one.
#[derive(Debug, Clone)]
pub struct Applicant {
    receipt: ReceiptNumber,
    user: Option<UserId>,
}

impl Applicant {
    /// A signed-in person who may follow it for another reason than the passcode; see [`Filer`](crate::Filer).
    pub(crate) fn signed_in(receipt: ReceiptNumber, user: UserId) -> Self {
        Self { receipt, user: Some(user) }
    }

    /// The receipt the caller may follow.
    pub fn receipt(&self) -> &ReceiptNumber {
        &self.receipt
    }

    /// The signed-in person; none for whoever showed the passcode.
    pub fn user(&self) -> Option<UserId> {
        self.user
    }

    /// The passcode of a receipt. It is derived, not stored: the database does not betray it, and a repeated submission
    /// can be told the same one.
    pub async fn passcode(db: &Db, receipt: &ReceiptNumber) -> Result<Passcode, DbError> {
        let key = Secrets::Passcode.key(db).await?;
        let mac = hmac_sha256::HMAC::mac(receipt.to_string().as_bytes(), key);
        let mut random = [0; 24];
        random.iter_mut().zip(mac).for_each(|(byte, keyed)| *byte = keyed);
        Ok(Passcode::from_random(random))
    }

    /// The cookie that lets a caller follow this receipt for half an hour, once the passcode was right.
    pub async fn cookie(db: &Db, jar: &CookieJar, receipt: &ReceiptNumber) -> Result<HeaderValue, Problem> {
        let key = applicant_key(db).await?;
        let nonce = u64::from_le_bytes(random_bytes()).to_string();
        let claims = Claims::create(Duration::from_mins(MINUTES)).with_subject(receipt.to_string()).with_jwt_id(nonce);
        let token = key.authenticate(claims).map_err(Problem::internal)?;
        jar.set(COOKIE, &token, 30 * 60).ok_or_else(|| Problem::internal("cookie"))
    }

    /// Takes the cookie back.
    pub fn removal(jar: &CookieJar) -> Result<HeaderValue, Problem> {
        jar.set(COOKIE, "", 0).ok_or_else(|| Problem::internal("cookie"))
    }

    /// The receipt of the applicant's cookie, whatever the path says: for pages that only start from it.
    pub async fn receipt_of_cookie(db: &Db, jar: &CookieJar) -> Result<Option<ReceiptNumber>, Problem> {
        let Some(token) = jar.get(COOKIE) else { return Ok(None) };
        let key = applicant_key(db).await?;
        let claims = key.verify_token::<NoCustomClaims>(token, Some(own_token())).ok();
        Ok(claims.and_then(|claims| claims.subject).and_then(|subject| subject.parse().ok()))
    }

    /// Whether whoever is signed in may follow this receipt without its passcode.
    pub async fn is_own(db: &Db, session: &Session<AnyUser>, receipt: &ReceiptNumber) -> Result<bool, DbError> {
        let caller = session.caller();
        let own = params![receipt.to_string(), caller.organization_id, caller.is_manager, caller.user_id];
        let found: Option<serde::de::IgnoredAny> = db.first(include_str!("../sql/own-application.sql"), own).await?;
        Ok(found.is_some())
    }

    /// What is answered when the cookie is missing, expired or for another receipt.
    pub fn refused() -> Problem {
        Problem::new(
            StatusCode::UNAUTHORIZED,
            "receipt_and_passcode_needed",
            "受付番号とパスコードを入力してください。",
        )
    }
}

/// A key of its own: a session cookie is never an applicant's, nor the other way round.
async fn applicant_key(db: &Db) -> Result<HS256Key, Problem> {
    let key = Secrets::Session.key(db).await?;
    Ok(HS256Key::from_bytes(&hmac_sha256::HMAC::mac(b"applicant cookie", key)))
}

impl<S: Sync + Send> FromRequestParts<S> for Applicant {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let path = RawPathParams::from_request_parts(parts, state).await.map_err(|_| Problem::not_found())?;
        let named = path.iter().find(|(name, _)| *name == "receipt").map(|(_, value)| value.to_owned());
        let named: ReceiptNumber = named.and_then(|text| text.parse().ok()).ok_or_else(Self::refused)?;
        let jar = CookieJar::from_headers(&parts.headers);
        if jar.get(COOKIE).is_some() {
            let db = Db::open().await?;
            if Self::receipt_of_cookie(&db, &jar).await? == Some(named) {
                return Ok(Self { receipt: named, user: None });
            }
        }
        let session = match Session::<AnyUser>::from_request_parts(parts, state).await {
            Ok(session) => session,
            // Whoever is signed in need not look for a passcode: the password unlocks.
            Err(problem) if problem.code() == "session_locked" => return Err(problem),
            Err(_) => return Err(Self::refused()),
        };
        let db = Db::open().await?;
        if !Self::is_own(&db, &session, &named).await? {
            return Err(Self::refused());
        }
        Ok(Self { receipt: named, user: Some(session.user_id()) })
    }
}
