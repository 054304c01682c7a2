//! `GET /api/notifications/self-check`: why nothing arrives (R30).

use crate::deliver::MailApi;
use crate::trial::Attempt;
use domain::notification::is_at_carrier;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{AnyUser, Clock, Db, Json, Problem, Session, params};

/// What was found, and what became of the last three messages.
#[derive(Serialize, ToSchema)]
pub(crate) struct SelfCheck {
    items: Vec<Check>,
    /// Newest first.
    last: Vec<Attempt>,
}

/// One thing that can keep notifications away.
#[derive(Serialize, ToSchema)]
#[schema(as = NotificationCheck)]
struct Check {
    /// `email_is_on`, `push_is_on`, `mail_service`, `carrier`, `browsers`, `muted_rooms`, `last_email`, `last_push`.
    check: &'static str,
    is_ok: bool,
    /// What was found and what to do, in plain words.
    text: String,
}

#[derive(Deserialize)]
struct Facts {
    email: String,
    emails_on: i64,
    pushes_on: i64,
    browsers: i64,
    muted: i64,
}

/// Looks at everything that can keep the caller's notifications away.
#[utoipa::path(get, path = "/api/notifications/self-check", tag = "notify", operation_id = "check_notifications",
    responses((status = 200, body = SelfCheck), (status = 401, body = Problem)))]
pub(crate) async fn check(session: Session<AnyUser>, db: Db, _: Clock) -> Result<Json<SelfCheck>, Problem> {
    let user = session.user_id();
    let facts: Facts = db.one(include_str!("../sql/self-check.sql"), params![user]).await?;
    let last: Vec<Attempt> = db.all(include_str!("../sql/last-deliveries.sql"), params![user]).await?;
    let mut items = of_email(&facts, MailApi::configured().await.is_some());
    items.extend(of_push(&facts));
    items.push(found(
        "muted_rooms",
        facts.muted == 0,
        "静かにしている部屋はありません。",
        &format!("静かにしている部屋が{}室あります。その部屋は、あなたあてのものだけを知らせます。", facts.muted),
    ));
    items.extend(last.iter().find(|attempt| attempt.reason.is_some()).map(of_failure));
    Ok(Json(SelfCheck { items, last }))
}

fn found(check: &'static str, is_ok: bool, well: &str, ill: &str) -> Check {
    Check { check, is_ok, text: if is_ok { well } else { ill }.to_owned() }
}

fn of_email(facts: &Facts, is_set_up: bool) -> Vec<Check> {
    let address = crate::settings::without_middle(&facts.email);
    vec![
        found(
            "email_is_on",
            facts.emails_on > 0,
            &format!("Eメールのお知らせはオンです。{address}に送ります。"),
            "Eメールのお知らせは、すべてオフです。下の設定でオンにしてください。",
        ),
        found(
            "mail_service",
            is_set_up,
            "市のメール送信の設定はできています。",
            "市のメール送信がまだ設定されていません。市の担当者に知らせてください。",
        ),
        found(
            "carrier",
            !is_at_carrier(&facts.email),
            "携帯電話会社のアドレスではありません。",
            "携帯電話会社のアドレスです。パソコンからのメールを受け取らない設定だと届きません。市のメールのドメインを許可してください。",
        ),
    ]
}

fn of_push(facts: &Facts) -> Vec<Check> {
    vec![
        found(
            "push_is_on",
            facts.pushes_on > 0,
            "プッシュ通知はオンです。",
            "プッシュ通知は、すべてオフです。下の設定でオンにしてください。",
        ),
        found(
            "browsers",
            facts.browsers > 0,
            &format!("プッシュ通知を受け取る端末は{}台です。", facts.browsers),
            "プッシュ通知を受け取る端末がありません。受け取りたい端末で「この端末で受け取る」を押してください。",
        ),
    ]
}

/// What the last failure means, and who can mend it.
fn of_failure(attempt: &Attempt) -> Check {
    let text = match attempt.reason.as_deref().unwrap_or_default() {
        "address_refused" => {
            "メールアドレスが受け付けられませんでした。アドレスの変更は、団体の担当者に頼んでください(様式第5号)。"
        }
        "browser_gone" => {
            "端末がプッシュ通知の登録を取り消していました。もう一度「この端末で受け取る」を押してください。"
        }
        "browser_refused" => {
            "端末のプッシュ通知の会社が受け付けませんでした。もう一度「この端末で受け取る」を押してください。"
        }
        "not_set_up" | "not_permitted" => "市の送信の設定が正しくありません。市の担当者に知らせてください。",
        _ => "送信の会社から返事がないか、混み合っています。自動でもう一度送ります。",
    };
    Check { check: "last_failure", is_ok: false, text: text.to_owned() }
}
