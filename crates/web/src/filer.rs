//! Whoever filed a form that names a patient. Such forms are followed with an account, never with a passcode (R33): a
//! sheet of paper must not open what only the care team may read.

use crate::{AnyUser, Applicant, Clock, Db, Problem, Session, params};
use axum::extract::{FromRequestParts, RawPathParams};
use domain::receipt::ReceiptNumber;
use domain::words::Desk;
use http::request::Parts;
use std::ops::Deref;

/// Proof that the caller filed the application named in the path, or is a clerk of the desk that typed it in from paper
/// (R12). Anybody else gets a 404; so does the filer once it has become a room of whose team he or she is no member
/// (R18).
pub struct Filer {
    session: Session<AnyUser>,
    applicant: Applicant,
}

impl Filer {
    /// The caller's session.
    pub fn session(&self) -> &Session<AnyUser> {
        &self.session
    }
}

impl Deref for Filer {
    type Target = Applicant;
    fn deref(&self) -> &Applicant {
        &self.applicant
    }
}

impl<S: Sync + Send> FromRequestParts<S> for Filer {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let session = Session::<AnyUser>::from_request_parts(parts, state).await?;
        let path = RawPathParams::from_request_parts(parts, state).await.map_err(|_| Problem::not_found())?;
        let named = path.iter().find(|(name, _)| *name == "receipt").map(|(_, value)| value.to_owned());
        let receipt: ReceiptNumber = named.and_then(|text| text.parse().ok()).ok_or_else(Problem::not_found)?;
        let desk = session.caller().desk.map(Desk::as_str);
        let asked = params![receipt.to_string(), session.user_id(), desk, Clock::system().now()];
        let db = Db::open().await?;
        let found: Option<serde::de::IgnoredAny> = db.first(include_str!("../sql/filer.sql"), asked).await?;
        found.ok_or_else(Problem::not_found)?;
        let applicant = Applicant::signed_in(receipt, session.user_id());
        Ok(Self { session, applicant })
    }
}
