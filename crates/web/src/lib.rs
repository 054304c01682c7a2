//! What stands between Spin and a use case: serving, problems, callers, input, SQL, audit, outbox, clock.
//!
//! A component's handler takes what it needs as arguments, and each argument is a proof: [`Session`] that somebody is
//! signed in with a role, [`Applicant`] that somebody knows a receipt's passcode, [`Db`] one connection of one's own.

mod applicant;
mod attempts;
mod audit;
mod care_team;
mod clock;
mod connections;
mod cookie;
pub mod csv;
mod db;
mod filer;
mod form_stamp;
mod group_commit;
pub mod hex;
mod idempotency;
mod input;
mod key_value;
mod migrate;
mod origin;
mod outbox;
mod paging;
mod participants;
mod problem;
mod public_url;
mod representation;
mod room_access;
mod room_events;
mod room_poll;
mod row;
mod secrets;
mod serve;
mod session;
mod settings;
mod transaction;
mod variables;
mod view_log;
mod wakeup;

pub use applicant::Applicant;
pub use attempts::{Attempts, ClientAddress};
pub use audit::{Actor, AuditEvent, ChainedEvent};
pub use axum::{
    Router,
    response::{IntoResponse, Response},
    routing::{delete, get, post, put},
};
pub use care_team::{CareTeam, clinicians, lacks};
pub use clock::{Clock, Millis, random_bytes};
pub use cookie::CookieJar;
pub use db::{Db, DbError, Param};
pub use filer::Filer;
pub use form_stamp::FormStamp;
pub use group_commit::{Batch, GroupCommit};
pub use idempotency::{Idempotency, Submission};
pub use input::{Body, FORM_BYTES_MAX, FormControls, Json, Path, Query};
pub use key_value::KeyValue;
pub use migrate::{MIGRATIONS, Migration, statements};
pub use outbox::OutboxMessage;
pub use paging::Paging;
pub use participants::ParticipantChange;
pub use problem::{FieldProblem, Problem};
pub use public_url::PublicUrl;
pub use representation::{Html, Representation};
pub use room_access::{
    ChangesRoom, ExportsRecords, ExportsRoom, Reach, RoomAccess, RoomCaller, ShowsFile, ShowsLog, ShowsMessages,
    ShowsRecords, ShowsRoom, is_member,
};
pub use room_events::{RoomEvent, RoomEventLine};
pub use room_poll::{Revision, RoomPoll};
pub use secrets::{Secrets, own_token};
pub use serve::{CONTENT_SECURITY_POLICY as PAGE_SECURITY, Origins, ProblemPage, serve, serve_pages};
pub use session::{
    AnyDesk, AnyUser, AssociationDesk, Caller, CityDesk, FreshSession, LockableSession, Manager, NewSession, Role,
    Session, SessionCookie, Visitor,
};
pub use settings::Settings;
pub use transaction::Transaction;
pub use variables::variable;
pub use view_log::{View, ViewLog};

/// The parameters of a statement, in the order of its `?1`, `?2`, …
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { [$($crate::Param::from($value)),*] };
}

/// Lets handlers return `Result<_, $error>` for an error that converts into a [`Problem`].
#[macro_export]
macro_rules! respond_as_problem {
    ($error:ty) => {
        impl $crate::IntoResponse for $error {
            fn into_response(self) -> $crate::Response {
                $crate::IntoResponse::into_response($crate::Problem::from(self))
            }
        }
    };
}
