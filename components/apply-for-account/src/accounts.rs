//! An account comes into being: the person, the managed device, the notice that will be posted.

use chrono::NaiveDate;
use domain::LoginId;
use domain::account::{Device, Person};
use domain::ids::{ApplicationId, DeviceId, NoticeId, OrganizationId, UserId};
use domain::words::Desk;
use serde::Deserialize;
use web::{Actor, AuditEvent, Clock, Problem, Transaction, params, random_bytes};

const LOGIN_ID_TRIES: usize = 5;

/// Who gets an account, and why.
pub(crate) struct NewAccount<'a> {
    pub(crate) organization: OrganizationId,
    pub(crate) person: &'a Person,
    /// Set for a clerk of a desk.
    pub(crate) desk: Option<Desk>,
    /// The Form 4 that asked for it.
    pub(crate) application: Option<ApplicationId>,
    /// When the notice is due to be posted (R3).
    pub(crate) notice_due_on: NaiveDate,
}

/// An account that exists once the transaction commits.
pub(crate) struct CreatedAccount {
    pub(crate) user_id: UserId,
    /// Eight digits.
    pub(crate) login_id: LoginId,
    pub(crate) device_id: DeviceId,
    pub(crate) notice_id: NoticeId,
}

/// Creates account, device and notice. R2 has its last word here: the database refuses a second account of the same
/// person or mailbox, whoever else was faster.
pub(crate) async fn create(
    transaction: &Transaction<'_>,
    clock: Clock,
    by: Actor,
    new: &NewAccount<'_>,
) -> Result<CreatedAccount, Problem> {
    let (user_id, login_id) = insert_user(transaction, clock, new).await?;
    let device = NewDevice {
        user: user_id,
        device: &new.person.device,
        application: new.application,
        notice_due_on: new.notice_due_on,
    };
    let (device_id, notice_id) = add_device(transaction, clock, &device).await?;
    let event = AuditEvent {
        actor: by,
        action: "account.created",
        subject: format!("user:{user_id}"),
        detail: serde_json::json!({ "organization": new.organization, "desk": new.desk }),
    };
    transaction.audit(clock, event).await?;
    Ok(CreatedAccount { user_id, login_id, device_id, notice_id })
}

/// A device for somebody who has an account, and why.
pub(crate) struct NewDevice<'a> {
    pub(crate) user: UserId,
    pub(crate) device: &'a Device,
    /// The form that asked for it.
    pub(crate) application: Option<ApplicationId>,
    /// When its notice is due to be posted (R3).
    pub(crate) notice_due_on: NaiveDate,
}

/// Creates a device and the notice that will carry its code (R5).
pub(crate) async fn add_device(
    transaction: &Transaction<'_>,
    clock: Clock,
    new: &NewDevice<'_>,
) -> Result<(DeviceId, NoticeId), Problem> {
    #[derive(Deserialize)]
    struct Inserted<T> {
        id: T,
    }
    let now = clock.now();
    let device: Inserted<DeviceId> = transaction
        .one(
            include_str!("../sql/insert-device.sql"),
            params![new.user, new.device.asset_number.as_str(), new.device.kind.as_str(), now],
        )
        .await?;
    let notice: Inserted<NoticeId> = transaction
        .one(
            include_str!("../sql/insert-notice.sql"),
            params![new.user, device.id, new.application, new.notice_due_on, now],
        )
        .await?;
    Ok((device.id, notice.id))
}

async fn insert_user(
    transaction: &Transaction<'_>,
    clock: Clock,
    new: &NewAccount<'_>,
) -> Result<(UserId, LoginId), Problem> {
    #[derive(Deserialize)]
    struct Inserted {
        id: UserId,
    }
    let person = new.person;
    for _ in 0..LOGIN_ID_TRIES {
        let login_id = LoginId::from_random(random_bytes());
        let row = params![
            new.organization,
            login_id.digits(),
            person.name.as_str(),
            person.name.key(),
            person.kana.as_str(),
            person.kana.key(),
            person.profession.as_str(),
            person.profession_other.as_ref().map(|text| text.as_str().to_owned()),
            person.email.as_str(),
            person.email.key(),
            new.desk.map(Desk::as_str),
            clock.now()
        ];
        let inserted: Result<Inserted, _> = transaction.one(include_str!("../sql/insert-user.sql"), row).await;
        match inserted {
            Ok(inserted) => return Ok((inserted.id, login_id)),
            Err(error) if error.is_duplicate_of("users.login_id") => {}
            Err(error) if error.is_duplicate_of("users.email_key") || error.is_duplicate_of("users.name_key") => {
                return Err(Problem::conflict(
                    "already_has_account",
                    format!("{}さん、または同じメールアドレスのアカウントがすでにあります。", person.name.as_str()),
                )
                .rule("R2"));
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(Problem::internal("no free login ID found"))
}
