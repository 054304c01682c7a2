//! The words and rules of the system: typed ids, states and decisions.
//!
//! Nothing here does I/O, reads a clock or draws random numbers: all three are arguments. Rules are cited by
//! their number (`R2`), as in the operator's guide.

pub mod account;
pub mod account_stop;
pub mod application;
pub mod audit;
pub mod basic_sheet;
pub mod care_team;
pub mod care_team_notice;
pub mod code;
pub mod collaboration_room;
pub mod documents;
pub mod ids;
mod lenient;
pub mod login_id;
pub mod mail;
pub mod mailed_form;
pub mod membership_application;
pub mod message;
pub mod named_person;
pub mod notification;
pub mod open_days;
pub mod organization;
pub mod organization_change;
pub mod password;
pub mod receipt;
pub mod registrant;
pub mod retention;
pub mod room_application;
pub mod room_closure;
pub mod settings;
pub mod sign_in;
pub mod small_cells;
pub mod summary;
pub mod support_room;
pub mod text;
pub mod usage;
pub mod validation;
pub mod visits;
pub mod vitals;
pub mod words;

pub use ids::{
    ApplicationId, DeviceId, FileId, MessageId, NoticeId, OrganizationId, RegistrantId, RoomId, TagId, ThemeId, UserId,
};
pub use login_id::LoginId;
pub use receipt::ReceiptNumber;
pub use text::{
    AddressText, AssetNumber, Email, KanaName, NoteText, OrganizationName, PersonName, PhoneNumber, PostalCode,
    RoomName, ShortText, fold_key, tidy,
};
pub use validation::{FieldError, Violation, Violations};
pub use words::{Channel, Desk, DeviceKind, OrganizationKind, Profession, StopReason};
