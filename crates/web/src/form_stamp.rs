//! When a public form was shown: whoever sends it at once is no person, and a form that we never showed came from elsewhere.

use crate::{Clock, Db, Millis, Problem, Secrets};

/// The longest that somebody takes to fill in a form.
const HOURS_MAX: i64 = 24;

/// A moment with our seal: it cannot be made up, and says nothing of anybody.
#[derive(Debug, Clone)]
pub struct FormStamp {
    text: String,
    made_at: Option<Millis>,
}

impl FormStamp {
    /// The stamp that came with a form, or a fresh one when none came, or it is not ours or too old.
    pub async fn of(db: &Db, clock: Clock, sent: Option<&str>) -> Result<Self, Problem> {
        let now = clock.now();
        if let Some(sent) = sent
            && let Some(made_at) = sent.split_once('-').and_then(|(at, _)| at.parse().ok()).map(Millis)
            && seal(db, made_at).await? == sent
            && made_at <= now
            && made_at.plus_minutes(HOURS_MAX * 60) > now
        {
            return Ok(Self { text: sent.to_owned(), made_at: Some(made_at) });
        }
        Ok(Self { text: seal(db, now).await?, made_at: None })
    }

    /// What the form sends along.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// When the form was shown; none for one that was shown by somebody else, or is shown only now.
    pub fn made_at(&self) -> Option<Millis> {
        self.made_at
    }
}

/// A key of its own: a stamp is nothing else that we sign.
async fn seal(db: &Db, at: Millis) -> Result<String, Problem> {
    let key = Secrets::Session.key(db).await?;
    let key = hmac_sha256::HMAC::mac(b"form stamp", key);
    let mac = hmac_sha256::HMAC::mac(at.0.to_string().as_bytes(), key);
    let mut half = [0; 16];
    half.iter_mut().zip(mac).for_each(|(byte, sealed)| *byte = sealed);
    Ok(format!("{}-{:032x}", at.0, u128::from_be_bytes(half)))
}
