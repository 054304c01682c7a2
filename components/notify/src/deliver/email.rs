//! E-mail through an HTTP mail API (`mail/send` of `SendGrid`'s v3): the address and the key are variables.

use super::answer_to;
use super::lease::Group;
use super::outcome::Outcome;
use bytes::Bytes;
use http::{Request, header};
use http_body_util::Full;
use serde_json::json;
use web::{PublicUrl, variable};

/// Lines of one e-mail; more is said as a number.
const LINES_MAX: usize = 20;
const SUBJECT: &str = "【Tasuki】お知らせがあります";

/// The mail API, as the operator set it.
pub(crate) struct MailApi {
    url: String,
    key: String,
    from: String,
}

impl MailApi {
    /// None: no mail API is set, so there is no e-mail.
    pub(crate) async fn configured() -> Option<Self> {
        let url = variable("mail_api_url").await?.trim_end_matches('/').to_owned();
        let from = variable("mail_from").await?;
        Some(Self { url, key: variable("mail_api_key").await.unwrap_or_default(), from })
    }
}

/// Sends what a group tells as one e-mail.
pub(super) async fn send(group: &Group, public_url: &PublicUrl) -> Outcome {
    let Some(api) = MailApi::configured().await else { return Outcome::later("not_set_up") };
    let message = json!({
        "personalizations": [{ "to": [{ "email": group.email }] }],
        "from": { "email": api.from, "name": "Tasuki(襷)" },
        "subject": SUBJECT,
        "content": [{ "type": "text/plain", "value": text(group, public_url) }],
        // So that a service that took it twice can tell.
        "custom_args": { "deliveries": numbers(&group.rows) },
        // Links with a tracker's address look like a fraud, and tell who reads when.
        "tracking_settings": { "click_tracking": { "enable": false }, "open_tracking": { "enable": false } },
    });
    let request = Request::post(format!("{}/v3/mail/send", api.url))
        .header(header::AUTHORIZATION, format!("Bearer {}", api.key))
        .header(header::CONTENT_TYPE, "application/json")
        .body(Full::new(Bytes::from(message.to_string())));
    match request {
        Ok(request) => Outcome::of(answer_to(request).await.as_ref(), "address_refused"),
        Err(_) => Outcome::later("not_set_up"),
    }
}

fn numbers(rows: &[i64]) -> String {
    rows.iter().map(i64::to_string).collect::<Vec<_>>().join(",")
}

fn text(group: &Group, public_url: &PublicUrl) -> String {
    let mut lines: Vec<String> = group.news.iter().take(LINES_MAX).map(|news| line(news, public_url)).collect();
    let more = group.news.len().saturating_sub(LINES_MAX);
    if more > 0 {
        lines.push(format!("ほかに{more}件あります。\n{}\n", public_url.to("/notifications")));
    }
    format!(
        "{}\n内容は、ログインして確かめてください。個人情報を守るため、このメールには書いていません。\n\
         急ぎの連絡は、システムではなく電話でしてください。\n\n\
         お知らせの受け取り方は、ここで変えられます。\n{}\n\nこのメールには返信できません。\n",
        lines.concat(),
        public_url.to("/account"),
    )
}

fn line(news: &super::lease::News, public_url: &PublicUrl) -> String {
    let count = if news.count > 1 { format!("({}件)", news.count) } else { String::new() };
    format!("・{}{count}\n{}\n", news.text, public_url.to(&news.path))
}
