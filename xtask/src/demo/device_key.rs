//! What a browser does for its user: a device key, and proof of holding it.

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use p256::elliptic_curve::Generate;
use serde_json::{Value, json};
use std::time::{SystemTime, UNIX_EPOCH};

const PROOF_LIFE_S: u64 = 120;

/// A P-256 key pair, as `WebCrypto` makes one in a browser.
pub(crate) struct DeviceKey(SigningKey);

impl DeviceKey {
    pub(crate) fn generate() -> Self {
        Self(SigningKey::generate())
    }

    /// The private key as text, for the demo's notes alone.
    pub(crate) fn to_saved(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0.to_bytes())
    }

    pub(crate) fn from_saved(text: &str) -> Result<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text)?;
        Ok(Self(SigningKey::from_slice(&bytes).context("the saved device key is none")?))
    }

    /// The public key as a JWK.
    pub(crate) fn public(&self) -> Result<Value> {
        let point = self.0.verifying_key().to_sec1_point(false);
        let x = URL_SAFE_NO_PAD.encode(point.x().context("a point has an x")?);
        let y = URL_SAFE_NO_PAD.encode(point.y().context("a point has a y")?);
        Ok(json!({ "kty": "EC", "crv": "P-256", "x": x, "y": y }))
    }

    /// A signature over the server's challenge, good for two minutes: an ES256 JWS.
    pub(crate) fn proof(&self, nonce: &str) -> Result<String> {
        let now = now_s()?;
        let head = json!({ "alg": "ES256", "typ": "JWT" });
        let claims = json!({ "nonce": nonce, "iat": now, "exp": now + PROOF_LIFE_S, "aud": "tasuki" });
        let encode = |part: &Value| URL_SAFE_NO_PAD.encode(part.to_string());
        let signed = format!("{}.{}", encode(&head), encode(&claims));
        let signature: Signature = self.0.sign(signed.as_bytes());
        Ok(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes())))
    }
}

#[expect(clippy::disallowed_methods, reason = "a browser has no clock but its own either")]
fn now_s() -> Result<u64> {
    Ok(SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs())
}

/// A long random word of letters, digits, `-` and `_`.
pub(crate) fn random_word() -> Result<String> {
    let mut bytes = [0; 24];
    getrandom::fill(&mut bytes)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use p256::ecdsa::signature::Verifier;

    #[test]
    fn a_proof_verifies_with_the_public_key_after_saving() {
        let key = DeviceKey::from_saved(&DeviceKey::generate().to_saved()).expect("saved");
        let proof = key.proof("nonce").expect("a proof");
        let (signed, signature) = proof.rsplit_once('.').expect("three parts");
        let signature = URL_SAFE_NO_PAD.decode(signature).expect("base64");
        let signature = Signature::from_slice(&signature).expect("r and s");
        assert!(key.0.verifying_key().verify(signed.as_bytes(), &signature).is_ok());
    }
}
