//! The device certificate: an ES256 JWT that binds the device's public key to the account (`cnf`, RFC 7800), and the
//! proof that the device still holds the private key.

use domain::ids::{DeviceId, UserId};
use jwt_simple::prelude::{
    Claims, Duration, ECDSAP256KeyPairLike as _, ECDSAP256PublicKeyLike as _, ES256KeyPair, ES256PublicKey,
    NoCustomClaims, VerificationOptions,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;
use web::{Db, DbError, Problem, Secrets, random_bytes};

/// A certificate lasts as long as the device serves; it ends by revocation in the database.
const CERTIFICATE_DAYS: u64 = 10 * 366;
const PROOF_MINUTES_MAX: u64 = 5;
const AUDIENCE: &str = "tasuki";
/// Longer than any proof or certificate of ours; bounds what is parsed.
const TOKEN_CHARACTERS_MAX: usize = 4_096;

/// A device's public key as the browser exports it (JWK, RFC 7517).
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct PublicKey {
    /// Always `EC`.
    kty: String,
    /// Always `P-256`.
    crv: String,
    /// The x coordinate, base64url.
    x: String,
    /// The y coordinate, base64url.
    y: String,
}

/// The claims of a certificate beside its subject (the user) and its id.
#[derive(Serialize, Deserialize)]
struct CertificateClaims {
    device: i64,
    cnf: Confirmation,
}

#[derive(Serialize, Deserialize)]
struct Confirmation {
    jwk: PublicKey,
}

/// A fresh certificate.
pub(crate) struct Certificate {
    /// Its id, kept with the device.
    pub(crate) id: String,
    /// The JWT for the device to keep.
    pub(crate) token: String,
    /// The public key as a SEC1 point, kept with the device.
    pub(crate) public_key: Vec<u8>,
}

/// What a valid certificate says.
pub(crate) struct Certified {
    /// Its id; the database knows whether it still counts.
    pub(crate) id: String,
    key: ES256PublicKey,
}

impl PublicKey {
    /// The key, when it is a point of P-256.
    pub(crate) fn point(&self) -> Option<ES256PublicKey> {
        if self.kty != "EC" || self.crv != "P-256" || self.x.len() > 64 || self.y.len() > 64 {
            return None;
        }
        ES256PublicKey::from_jwk(&serde_json::to_string(self).ok()?).ok()
    }
}

/// Makes the certificate of a device; `None` when the public key is none.
pub(crate) async fn issue(
    db: &Db,
    user: UserId,
    device: DeviceId,
    key: &PublicKey,
) -> Result<Option<Certificate>, Problem> {
    let Some(point) = key.point() else { return Ok(None) };
    let id = u128::from_le_bytes(random_bytes()).to_string();
    let custom = CertificateClaims { device: device.0, cnf: Confirmation { jwk: key.clone() } };
    let claims = Claims::with_custom_claims(custom, Duration::from_days(CERTIFICATE_DAYS))
        .with_subject(user.to_string())
        .with_jwt_id(&id);
    let token = authority(db).await?.sign(claims).map_err(Problem::internal)?;
    Ok(Some(Certificate { id, token, public_key: point.public_key().to_bytes_uncompressed() }))
}

/// Reads a certificate of ours; `None` for anything else.
pub(crate) async fn read(db: &Db, token: &str) -> Result<Option<Certified>, Problem> {
    let options =
        VerificationOptions { max_token_length: Some(TOKEN_CHARACTERS_MAX), ..VerificationOptions::default() };
    let authority = authority(db).await?.public_key();
    let Ok(claims) = authority.verify_token::<CertificateClaims>(token, Some(options)) else { return Ok(None) };
    let (Some(id), Some(key)) = (claims.jwt_id, claims.custom.cnf.jwk.point()) else { return Ok(None) };
    Ok(Some(Certified { id, key }))
}

/// The challenge that a proof answers, not yet verified.
pub(crate) fn nonce_of(proof: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Nonce {
        nonce: String,
    }
    if proof.len() > TOKEN_CHARACTERS_MAX {
        return None;
    }
    let payload = proof.split('.').nth(1)?;
    let payload = decode_base64url(payload)?;
    Some(serde_json::from_slice::<Nonce>(&payload).ok()?.nonce)
}

impl Certified {
    /// Whether the proof is a fresh signature by the certified key over exactly this challenge.
    pub(crate) fn proves(&self, proof: &str, challenge: &str) -> bool {
        let options = VerificationOptions {
            required_nonce: Some(challenge.to_owned()),
            allowed_audiences: Some(HashSet::from([AUDIENCE.to_owned()])),
            // A tablet's clock may be wrong by minutes; the challenge, not the device's clock, gives freshness.
            accept_future: true,
            time_tolerance: Some(Duration::from_hours(24)),
            max_validity: Some(Duration::from_hours(24) + Duration::from_mins(PROOF_MINUTES_MAX)),
            max_token_length: Some(TOKEN_CHARACTERS_MAX),
            ..VerificationOptions::default()
        };
        self.key.verify_token::<NoCustomClaims>(proof, Some(options)).is_ok()
    }
}

async fn authority(db: &Db) -> Result<ES256KeyPair, Problem> {
    let scalar = Secrets::Certificate.key(db).await?;
    ES256KeyPair::from_bytes(&scalar).map_err(|error| DbError::Row(format!("certificate secret: {error}")).into())
}

fn decode_base64url(text: &str) -> Option<Vec<u8>> {
    use jwt_simple::reexports::ct_codecs::{Base64UrlSafeNoPadding, Decoder as _};
    Base64UrlSafeNoPadding::decode_to_vec(text, None).ok()
}
