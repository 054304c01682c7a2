//! A mail box that the caller may open: the own one, or that of the desk where he or she works.

use axum::extract::FromRequestParts;
use domain::ids::{MailBoxId, UserId};
use domain::words::{Desk, MailBox};
use http::request::Parts;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{AnyUser, Db, Problem, Query, Session, params};

/// Whose box.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct BoxQuery {
    /// The caller's own, or that of the caller's desk; the own one when nothing is said.
    #[serde(rename = "box")]
    #[param(inline)]
    mail_box: Option<MailBox>,
}

/// Proof that the caller may look into this box. Only the extractor makes one; another's box is a 404.
pub(crate) struct OpenBox {
    session: Session<AnyUser>,
    id: MailBoxId,
}

impl OpenBox {
    pub(crate) fn id(&self) -> MailBoxId {
        self.id
    }

    pub(crate) fn user(&self) -> UserId {
        self.session.user_id()
    }
}

impl<S: Send + Sync> FromRequestParts<S> for OpenBox {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        #[derive(Deserialize)]
        struct Found {
            id: MailBoxId,
        }
        let session = Session::<AnyUser>::from_request_parts(parts, state).await?;
        let Query(asked) = Query::<BoxQuery>::from_request_parts(parts, state).await?;
        let desk = match asked.mail_box {
            None | Some(MailBox::Mine) => None,
            Some(MailBox::City) => Some(Desk::City),
            Some(MailBox::Association) => Some(Desk::Association),
        };
        if desk.is_some() && desk != session.caller().desk {
            return Err(Problem::not_found());
        }
        let owner = params![desk.is_none().then(|| session.user_id()), desk.map(Desk::as_str)];
        let found: Found = Db::open().await?.one(include_str!("../sql/box.sql"), owner).await?;
        Ok(Self { session, id: found.id })
    }
}
