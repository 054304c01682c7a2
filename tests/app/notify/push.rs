//! Push notifications: encrypted for the browser, signed by the city, and never about a patient (R30).

use super::{City, wants};
use jwt_simple::prelude::{ECDSAP256PublicKeyLike as _, ES256PublicKey, NoCustomClaims, VerificationOptions};
use jwt_simple::reexports::ct_codecs::{Base64UrlSafeNoPadding, Decoder as _, Encoder as _};
use serde_json::{Value, json};
use tests::{Answer, Received, User};
use web_push_native::p256::SecretKey;
use web_push_native::p256::elliptic_curve::sec1::ToEncodedPoint as _;
use web_push_native::{Auth, decrypt};

/// The part of a browser that receives.
struct Browser {
    secret: SecretKey,
    auth: [u8; 16],
    subscription: Value,
}

fn base64url(bytes: &[u8]) -> String {
    Base64UrlSafeNoPadding::encode_to_string(bytes).unwrap()
}

impl Browser {
    /// A browser of this person subscribes; its address at the push service ends so.
    fn subscribes(city: &City, who: &User, name: &str) -> Self {
        let secret = SecretKey::from_slice(&[7; 32]).unwrap();
        let auth = *b"sixteen bytes ok";
        let subscription = json!({
            "endpoint": format!("{}/push/{name}", city.push.origin),
            "p256dh": base64url(secret.public_key().to_encoded_point(false).as_bytes()),
            "auth": base64url(&auth),
        });
        let _ = who.post("/api/notifications/push-subscriptions", &subscription).ok();
        Self { secret, auth, subscription }
    }

    /// What it shows, once the signature holds (RFC 8292) and the content is decrypted (RFC 8291).
    fn shows(&self, city: &City, received: &Received) -> Value {
        let authorization = received.headers["authorization"].strip_prefix("vapid t=").unwrap();
        let (token, key) = authorization.split_once(", k=").unwrap();
        let known = city.doctor.get("/api/notifications/settings").ok()["push_public_key"].clone();
        assert_eq!(known, key, "the key that the browser subscribed with");
        let point = Base64UrlSafeNoPadding::decode_to_vec(key, None).unwrap();
        let key = ES256PublicKey::from_bytes(&point).unwrap();
        let options = VerificationOptions {
            allowed_audiences: Some([city.push.origin.clone()].into()),
            artificial_time: Some(jwt_simple::prelude::Duration::from_secs(
                u64::try_from(city.app.clock().now().timestamp()).unwrap(),
            )),
            ..VerificationOptions::default()
        };
        let claims = key.verify_token::<NoCustomClaims>(token, Some(options)).unwrap();
        assert_eq!(claims.subject.as_deref(), Some("https://tasuki.city.example.lg.jp/"));
        assert_eq!(received.headers["content-encoding"], "aes128gcm");
        assert!(received.headers.contains_key("ttl"));
        let content = decrypt(received.body.clone(), &self.secret, &Auth::from(self.auth)).unwrap();
        serde_json::from_slice(&content).unwrap()
    }
}

#[test]
fn r30_a_push_is_signed_and_encrypted_and_never_tells_of_whom() {
    let city = City::start();
    let browser = Browser::subscribes(&city, &city.doctor, "one");
    wants(&city.doctor, "off", "at_once");
    city.nurse.writes(city.room, "国分 千草さんの体温は37.8℃です");
    city.works();
    let [received] = city.push.received().try_into().unwrap();
    assert_eq!(received.path, "/push/one");
    let shown = browser.shows(&city, &received);
    assert_eq!(shown, json!({ "text": "部屋に新しい書き込みがあります。", "path": format!("/rooms/{}", city.room) }));
    city.works();
    assert_eq!(city.push.received().len(), 1, "once");
    assert!(city.mail.received().is_empty());
}

#[test]
fn each_browser_of_a_person_gets_it_and_one_that_went_away_no_more() {
    let city = City::start();
    let tablet = Browser::subscribes(&city, &city.doctor, "tablet");
    let _ = Browser::subscribes(&city, &city.doctor, "phone");
    wants(&city.doctor, "off", "at_once");
    city.push.answers_next(&[Answer::Status(410)]);
    city.nurse.writes(city.room, "一つ目");
    city.works();
    assert_eq!(city.push.received().len(), 2);
    let settings = city.doctor.get("/api/notifications/settings").ok();
    assert_eq!(settings["subscriptions"].as_array().unwrap().len(), 1, "the push service said that one is gone");
    let checks = city.doctor.get("/api/notifications/self-check").ok();
    assert!(checks["items"].to_string().contains("取り消していました"), "{checks}");
    // The same browser again is the same subscription.
    let _ = city.doctor.post("/api/notifications/push-subscriptions", &tablet.subscription).ok();
    let _ = city.doctor.post("/api/notifications/push-subscriptions", &tablet.subscription).ok();
    let settings = city.doctor.get("/api/notifications/settings").ok();
    assert_eq!(settings["subscriptions"].as_array().unwrap().len(), 2);
}

#[test]
fn a_shared_tablet_tells_only_whoever_used_it_last() {
    let city = City::start();
    let _ = Browser::subscribes(&city, &city.nurse, "shared");
    let _ = Browser::subscribes(&city, &city.doctor, "shared");
    let of = |who: &User| who.get("/api/notifications/settings").ok()["subscriptions"].as_array().unwrap().len();
    assert_eq!((of(&city.nurse), of(&city.doctor)), (0, 1));
    let id = city.doctor.get("/api/notifications/settings").ok()["subscriptions"][0]["subscription_id"].clone();
    let path = format!("/api/notifications/push-subscriptions/{id}");
    let _ = city.nurse.delete(&path).problem(404, "not_found");
    let _ = city.doctor.delete(&path).ok();
    assert_eq!(of(&city.doctor), 0);
}

#[test]
fn an_address_that_is_no_push_service_is_never_called() {
    let city = City::start();
    let known = Browser::subscribes(&city, &city.doctor, "one").subscription;
    for endpoint in [
        "http://127.0.0.1:1/push/x",
        "https://fcm.googleapis.com.evil.example/x",
        "https://fcm.googleapis.com:8443/x",
        "nonsense",
    ] {
        let mut input = known.clone();
        input["endpoint"] = json!(endpoint);
        let refused = city.doctor.post("/api/notifications/push-subscriptions", &input);
        let _ = refused.problem(422, "validation_failed").field_error("endpoint", "unknown_push_service");
    }
    let mut input = known;
    input["endpoint"] = json!("https://fcm.googleapis.com/fcm/send/abc");
    input["p256dh"] = json!("AAAA");
    let refused = city.doctor.post("/api/notifications/push-subscriptions", &input);
    let _ = refused.problem(422, "validation_failed").field_error("p256dh", "invalid_key");
}

#[test]
fn r30_a_trial_goes_to_every_browser() {
    let city = City::start();
    let browser = Browser::subscribes(&city, &city.doctor, "one");
    let trial = city.doctor.post("/api/notifications/trial", &json!({ "channel": "push" })).ok();
    assert_eq!(trial["results"][0]["state"], "sent", "{trial}");
    let [received] = city.push.received().try_into().unwrap();
    assert!(browser.shows(&city, &received)["text"].as_str().unwrap().contains("試験"));
}
