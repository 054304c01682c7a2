//! The records of one registrant, for those who may reach his or her room.

use axum::extract::FromRequestParts;
use domain::ids::{RegistrantId, RoomId, UserId};
use domain::words::Viewed;
use http::request::Parts;
use web::{ChangesRoom, Millis, Problem, Reach, RoomAccess, RoomCaller, View, ViewLog};

/// Proof that the caller may reach the support room named in the path, as far as `R` goes. Whoever may not gets a 404, and
/// so does whoever names a collaboration room: it has no registrant (R27).
pub(crate) struct Chart<R: Reach> {
    access: RoomAccess<R>,
    registrant: RegistrantId,
}

impl<R: Reach> Chart<R> {
    /// The support room.
    pub(crate) fn room(&self) -> RoomId {
        self.access.room()
    }

    /// Whose records these are.
    pub(crate) fn registrant(&self) -> RegistrantId {
        self.registrant
    }

    /// Who calls.
    pub(crate) fn user(&self) -> UserId {
        self.access.user()
    }

    /// Since when the caller is in the team now; none through broken glass, which only looks.
    pub(crate) fn member_since(&self) -> Option<Millis> {
        self.access.member_since()
    }

    /// Who calls, as it is kept with what this person writes (R9).
    pub(crate) fn caller(&self) -> RoomCaller<'_> {
        self.access.caller()
    }
}

impl Chart<ChangesRoom> {
    /// Notes that the change is answered with more of the record than its author sent (R21).
    pub(crate) fn shows_record(&self, log: &ViewLog) -> Result<(), Problem> {
        let (user, via) = (self.user(), self.access.via());
        log.shows(View { user, what: Viewed::Records, via, registrants: vec![self.registrant] })
    }
}

impl<R: Reach, S: Sync + Send> FromRequestParts<S> for Chart<R> {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let access = RoomAccess::from_request_parts(parts, state).await?;
        let registrant = access.registrant().ok_or_else(Problem::not_found)?;
        Ok(Self { access, registrant })
    }
}
