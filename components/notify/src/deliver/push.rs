//! Push notifications to browsers: encrypted for the browser (RFC 8291), signed by us (RFC 8292), handed to its push
//! service (RFC 8030).

use super::lease::Group;
use super::outcome::Outcome;
use super::{Answer, answer_to};
use bytes::Bytes;
use http::{Request, Uri, header};
use http_body_util::Full;
use jwt_simple::prelude::{Claims, Duration, ECDSAP256KeyPairLike as _, ECDSAP256PublicKeyLike as _, ES256KeyPair};
use jwt_simple::reexports::ct_codecs::{Base64UrlSafeNoPadding, Decoder as _, Encoder as _};
use serde::Deserialize;
use serde_json::json;
use web::{Clock, Db, Problem, PublicUrl, Secrets, params, variable};
use web_push_native::{Auth, encrypt, p256};

/// So long the push service keeps it for a browser that is away, in seconds: what is older is in the list anyway.
const TTL: &str = "86400";
/// RFC 8292 §2: at most a day.
const TOKEN_HOURS: u64 = 12;

/// The push services of the browsers in use. What a browser names is an address that our server then calls.
const SERVICES: &[&str] = &["fcm.googleapis.com", "updates.push.services.mozilla.com"];
const SERVICE_DOMAINS: &[&str] = &[".push.services.mozilla.com", ".push.apple.com", ".notify.windows.com"];

/// Whether an endpoint lies at a push service that is known; the variable `push_service` names a further one.
pub(crate) async fn is_push_service(endpoint: &str) -> bool {
    let further = variable("push_service").await;
    if further.is_some_and(|origin| endpoint.starts_with(&format!("{}/", origin.trim_end_matches('/')))) {
        return true;
    }
    let Ok(uri) = endpoint.parse::<Uri>() else { return false };
    let host = uri.host().unwrap_or_default();
    uri.scheme_str() == Some("https")
        && uri.port_u16().is_none()
        && (SERVICES.contains(&host) || SERVICE_DOMAINS.iter().any(|domain| host.ends_with(domain)))
}

#[derive(Deserialize)]
struct Browser {
    endpoint: String,
    public_key: Vec<u8>,
    auth: Vec<u8>,
}

/// Sends what a group tells as one notification.
pub(super) async fn send(db: &Db, clock: Clock, group: &Group, public_url: &PublicUrl) -> Result<Outcome, Problem> {
    let browser: Option<Browser> =
        db.first(include_str!("../../sql/browser.sql"), params![group.subscription, group.user]).await?;
    let Some(browser) = browser else { return Ok(Outcome::Never { reason: "browser_gone" }) };
    let key = ES256KeyPair::from_bytes(&Secrets::Push.key(db).await?).map_err(Problem::internal)?;
    let Some(request) = request(&browser, &key, clock, public_url, group) else {
        return Ok(Outcome::Never { reason: "browser_gone" });
    };
    let answer = answer_to(request).await;
    if matches!(answer, Some(Answer { status: 404 | 410, .. })) {
        // RFC 8030 §7.3: the browser took it back.
        db.run("DELETE FROM push_subscriptions WHERE id = ?1", params![group.subscription]).await?;
        return Ok(Outcome::Never { reason: "browser_gone" });
    }
    Ok(Outcome::of(answer.as_ref(), "browser_refused"))
}

fn request(
    browser: &Browser,
    key: &ES256KeyPair,
    clock: Clock,
    public_url: &PublicUrl,
    group: &Group,
) -> Option<Request<Full<Bytes>>> {
    let uri: Uri = browser.endpoint.parse().ok()?;
    let audience = format!("{}://{}", uri.scheme_str()?, uri.authority()?);
    let mut claims =
        Claims::create(Duration::from_hours(TOKEN_HOURS)).with_audience(audience).with_subject(public_url.to("/"));
    // The clock of the request, not of the library: both must be one.
    let now = Duration::from_millis(u64::try_from(clock.now().0).ok()?);
    claims.issued_at = Some(now);
    claims.invalid_before = None;
    claims.expires_at = Some(now + Duration::from_hours(TOKEN_HOURS));
    let token = key.sign(claims).ok()?;
    let public = base64url(&key.public_key().public_key().to_bytes_uncompressed());
    let point = p256::PublicKey::from_sec1_bytes(&browser.public_key).ok()?;
    let auth: [u8; 16] = browser.auth.as_slice().try_into().ok()?;
    let content = encrypt(payload(group).into_bytes(), &point, &Auth::from(auth)).ok()?;
    Request::post(uri)
        .header(header::AUTHORIZATION, format!("vapid t={token}, k={public}"))
        .header(header::CONTENT_ENCODING, "aes128gcm")
        .header(header::CONTENT_TYPE, "application/octet-stream")
        .header("ttl", TTL)
        .header("urgency", "normal")
        .body(Full::new(Bytes::from(content)))
        .ok()
}

/// What the service worker shows: nothing about a patient, as everywhere.
fn payload(group: &Group) -> String {
    let (text, path) = match group.news.as_slice() {
        [news] if news.count > 1 => (format!("{}({}件)", news.text, news.count), news.path.clone()),
        [news] => (news.text.clone(), news.path.clone()),
        all => (format!("お知らせが{}件あります。", all.len()), "/notifications".to_owned()),
    };
    json!({ "text": text, "path": path }).to_string()
}

/// Base64url without padding (RFC 4648 §5).
pub(crate) fn base64url(bytes: &[u8]) -> String {
    Base64UrlSafeNoPadding::encode_to_string(bytes).unwrap_or_default()
}

/// The bytes; with or without padding, as browsers differ.
pub(crate) fn from_base64url(text: &str) -> Option<Vec<u8>> {
    Base64UrlSafeNoPadding::decode_to_vec(text.trim_end_matches('='), None).ok()
}
