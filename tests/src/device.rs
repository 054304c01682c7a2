//! A device's key as the browser holds it, and the proof it signs.

use chrono::{DateTime, Utc};
use jwt_simple::prelude::{
    Claims, Duration, ECDSAP256KeyPairLike as _, ECDSAP256PublicKeyLike as _, ES256KeyPair, UnixTimeStamp,
};
use jwt_simple::reexports::ct_codecs::{Base64UrlSafeNoPadding, Encoder as _};
use serde_json::{Value, json};
use std::sync::Arc;

/// A P-256 key pair.
#[derive(Clone)]
pub struct DeviceKey(Arc<ES256KeyPair>);

impl Default for DeviceKey {
    fn default() -> Self {
        Self(Arc::new(ES256KeyPair::generate()))
    }
}

impl DeviceKey {
    /// The public key as a JWK, as a browser exports it.
    pub fn public(&self) -> Value {
        let point = self.0.public_key().public_key().to_bytes_uncompressed();
        let coordinate = |bytes: &[u8]| Base64UrlSafeNoPadding::encode_to_string(bytes).unwrap();
        json!({ "kty": "EC", "crv": "P-256", "x": coordinate(&point[1..33]), "y": coordinate(&point[33..65]) })
    }

    /// The proof over a challenge, signed when the device's clock shows `now`.
    pub fn proof(&self, challenge: &str, now: DateTime<Utc>) -> String {
        let seconds = u64::try_from(now.timestamp()).unwrap();
        let mut claims = Claims::create(Duration::from_secs(120)).with_nonce(challenge).with_audience("tasuki");
        claims.issued_at = Some(UnixTimeStamp::from_secs(seconds));
        claims.expires_at = Some(UnixTimeStamp::from_secs(seconds + 120));
        claims.invalid_before = None;
        self.0.sign(claims).unwrap()
    }
}
