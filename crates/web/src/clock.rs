//! The time and randomness of one request, as arguments.

use axum::extract::FromRequestParts;
use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use http::request::Parts;
use serde::{Deserialize, Serialize, Serializer};
use std::convert::Infallible;

/// Milliseconds since 1970-01-01 UTC; in JSON an RFC 3339 string.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Millis(pub i64);

impl Millis {
    /// This time and so many minutes.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0.saturating_add(minutes.saturating_mul(60_000)))
    }

    /// Whole seconds from here to `later`, at least 0.
    pub fn seconds_until(self, later: Self) -> i64 {
        (later.0.saturating_sub(self.0).max(0)).saturating_add(999) / 1000
    }

    /// The day in Japan.
    pub fn japan_date(self) -> NaiveDate {
        domain::open_days::japan_date(self.0)
    }

    /// RFC 3339 with seconds, UTC.
    pub fn to_rfc3339(self) -> String {
        DateTime::<Utc>::from_timestamp_millis(self.0).unwrap_or_default().to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

impl Serialize for Millis {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_rfc3339())
    }
}

// The database holds integers; nothing else reads a `Millis`.
impl<'de> Deserialize<'de> for Millis {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self)
    }
}

impl utoipa::PartialSchema for Millis {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::schema::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .format(Some(utoipa::openapi::SchemaFormat::KnownFormat(utoipa::openapi::KnownFormat::DateTime)))
            .into()
    }
}
impl utoipa::ToSchema for Millis {}

/// The time at which this request is served.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    now: Millis,
}

impl Clock {
    /// When the request is served.
    pub fn now(self) -> Millis {
        self.now
    }

    /// The day in Japan.
    pub fn today(self) -> NaiveDate {
        self.now.japan_date()
    }

    pub(crate) fn system() -> Self {
        #[expect(clippy::disallowed_methods, reason = "the one place that reads the host's clock")]
        let now = std::time::SystemTime::now();
        let elapsed = now.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Self { now: Millis(i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX)) }
    }
}

impl<S: Sync> FromRequestParts<S> for Clock {
    type Rejection = Infallible;
    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::system())
    }
}

/// So many bytes from the host's secure random source.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    jwt_simple::reexports::rand::fill(&mut bytes[..]);
    bytes
}
