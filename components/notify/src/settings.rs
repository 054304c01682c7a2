//! `GET` and `PUT /api/notifications/settings`: what a person wants to be told, and how (R30).

use domain::ids::UserId;
use domain::notification::Hours;
use domain::validation::Violations;
use domain::words::{NotificationKind, Timing};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Actor, AnyUser, AuditEvent, Body, Clock, Db, DbError, Json, Problem, Secrets, Session, Transaction, params};
use web_push_native::p256::elliptic_curve::sec1::ToEncodedPoint as _;

const MINUTES_MAX: i64 = 24 * 60 - 1;
/// The summary of the day, until somebody chooses another time: eight in the morning.
const DAILY_AT: i64 = 8 * 60;

/// What the caller wants. Everything is off until it is turned on.
#[derive(Serialize, ToSchema)]
pub(crate) struct NotificationSettings {
    /// Whether the caller was asked, at the first login; else it is to be asked.
    is_asked: bool,
    /// Where e-mails go: the address of the account, without its middle.
    email: String,
    /// For every kind.
    choices: Vec<KindChoice>,
    #[schema(required = true)]
    quiet: Option<QuietHours>,
    /// When the daily summary comes, in minutes after midnight in Japan.
    daily_at: i64,
    /// By which push services know us, base64url (RFC 8292 §3.2): what a browser subscribes with.
    push_public_key: String,
    /// The browsers that get push notifications.
    subscriptions: Vec<Subscription>,
}

/// For one kind of thing.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct KindChoice {
    pub(crate) kind: NotificationKind,
    pub(crate) email: Timing,
    pub(crate) push: Timing,
}

/// When nothing is sent, in minutes after midnight in Japan; the end may lie on the next day.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct QuietHours {
    from: i64,
    until: i64,
}

/// A browser that gets push notifications.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = PushSubscription)]
pub(crate) struct Subscription {
    subscription_id: i64,
    /// What people call the device; else its kind and number.
    device: String,
    /// The browser that asks.
    is_this_device: bool,
    created_at: web::Millis,
}

/// What the caller wants from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SettingsInput {
    /// A kind that is not named is off.
    choices: Vec<KindChoice>,
    #[serde(default)]
    quiet: Option<QuietHours>,
    #[serde(default = "daily_at")]
    daily_at: i64,
}

fn daily_at() -> i64 {
    DAILY_AT
}

/// Shows what the caller wants.
#[utoipa::path(get, path = "/api/notifications/settings", tag = "notify", operation_id = "notification_settings",
    responses((status = 200, body = NotificationSettings), (status = 401, body = Problem)))]
pub(crate) async fn show(session: Session<AnyUser>, db: Db) -> Result<Json<NotificationSettings>, Problem> {
    load(&session, &db).await.map(Json)
}

/// Changes what the caller wants; also the answer to the question of the first login.
#[utoipa::path(put, path = "/api/notifications/settings", tag = "notify", operation_id = "change_notification_settings",
    request_body = SettingsInput,
    responses((status = 200, body = NotificationSettings), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn change(
    session: Session<AnyUser>,
    db: Db,
    clock: Clock,
    Body { value, .. }: Body<SettingsInput>,
) -> Result<Json<NotificationSettings>, Problem> {
    value.check()?;
    let user = session.user_id();
    let transaction = db.transaction().await?;
    value.keep(&transaction, clock, user).await?;
    let detail = serde_json::json!({ "choices": value.choices, "quiet": value.quiet, "daily_at": value.daily_at });
    let subject = format!("user:{user}");
    let event = AuditEvent { actor: Actor::User(user), action: "notification_settings.changed", subject, detail };
    transaction.audit(clock, event).await?;
    transaction.commit().await?;
    load(&session, &db).await.map(Json)
}

impl SettingsInput {
    fn check(&self) -> Result<(), Problem> {
        let mut violations = Violations::new();
        let is_time = |minutes: i64| (0..=MINUTES_MAX).contains(&minutes);
        if let Some(quiet) = &self.quiet {
            for (field, minutes) in [("quiet.from", quiet.from), ("quiet.until", quiet.until)] {
                if !is_time(minutes) {
                    violations.push(field, "out_of_range", "0時0分から23時59分までの時刻にしてください。");
                }
            }
            if quiet.from == quiet.until {
                violations.push("quiet.until", "same", "始まりと終わりを違う時刻にしてください。");
            }
        }
        if !is_time(self.daily_at) {
            violations.push("daily_at", "out_of_range", "0時0分から23時59分までの時刻にしてください。");
        }
        let mut kinds: Vec<NotificationKind> = self.choices.iter().map(|choice| choice.kind).collect();
        kinds.sort_unstable();
        if kinds.windows(2).any(|pair| matches!(pair, [one, other] if one == other)) {
            violations.push("choices", "twice", "同じ種類が2回あります。");
        }
        if violations.is_empty() { Ok(()) } else { Err(Problem::invalid(violations)) }
    }

    async fn keep(&self, transaction: &Transaction<'_>, clock: Clock, user: UserId) -> Result<(), DbError> {
        let (from, until) = self.quiet.as_ref().map(|quiet| (quiet.from, quiet.until)).unzip();
        let row = params![user, clock.now(), from, until, self.daily_at];
        transaction.run(include_str!("../sql/keep-settings.sql"), row).await?;
        transaction.run("DELETE FROM notification_choices WHERE user_id = ?1", params![user]).await?;
        for KindChoice { kind, email, push } in &self.choices {
            let row = params![user, kind.as_str(), email.as_str(), push.as_str()];
            transaction.run(include_str!("../sql/keep-choice.sql"), row).await?;
        }
        Ok(())
    }
}

/// Of one person: a row, also when there is none in the table.
#[derive(Deserialize)]
struct Row {
    email: String,
    is_asked: bool,
    quiet_from: Option<i64>,
    quiet_until: Option<i64>,
    daily_at: i64,
}

async fn load(session: &Session<AnyUser>, db: &Db) -> Result<NotificationSettings, Problem> {
    let user = session.user_id();
    let row: Row = db.one(include_str!("../sql/settings.sql"), params![user, DAILY_AT]).await?;
    let chosen: Vec<KindChoice> = db.all(include_str!("../sql/choices.sql"), params![user]).await?;
    let of_kind = |kind: &NotificationKind| {
        let chosen = chosen.iter().find(|choice| choice.kind == *kind);
        let (email, push) = chosen.map_or((Timing::Off, Timing::Off), |choice| (choice.email, choice.push));
        KindChoice { kind: *kind, email, push }
    };
    let asked = params![user, session.device_id()];
    Ok(NotificationSettings {
        is_asked: row.is_asked,
        email: without_middle(&row.email),
        choices: NotificationKind::ALL.iter().map(of_kind).collect(),
        quiet: row.quiet_from.zip(row.quiet_until).map(|(from, until)| QuietHours { from, until }),
        daily_at: row.daily_at,
        push_public_key: push_public_key(db).await?,
        subscriptions: db.all(include_str!("../sql/subscriptions.sql"), asked).await?,
    })
}

/// When a person wants to be left alone.
pub(crate) fn hours(quiet_from: Option<i64>, quiet_until: Option<i64>, daily_at: Option<i64>) -> Hours {
    Hours { quiet: quiet_from.zip(quiet_until), daily_at: daily_at.unwrap_or(DAILY_AT) }
}

/// Enough to know it again, on a screen that others may see: `h…@clinic.example.jp`.
pub(crate) fn without_middle(email: &str) -> String {
    let (name, domain) = email.split_once('@').unwrap_or((email, ""));
    format!("{}…@{domain}", name.chars().next().map(String::from).unwrap_or_default())
}

async fn push_public_key(db: &Db) -> Result<String, Problem> {
    let secret = Secrets::Push.key(db).await?;
    let key = web_push_native::p256::SecretKey::from_slice(&secret).map_err(Problem::internal)?;
    Ok(crate::deliver::base64url(key.public_key().to_encoded_point(false).as_bytes()))
}
