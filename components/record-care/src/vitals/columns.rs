//! JSON columns of the tables of vitals.

use domain::vitals::{Readings, VitalKind};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use web::DbError;

/// What a column of JSON text holds.
pub(super) fn json<T: DeserializeOwned>(text: &str) -> Result<T, DbError> {
    serde_json::from_str(text).map_err(|error| DbError::Row(error.to_string()))
}

/// Something of each kind.
pub(super) fn by_kind<T: DeserializeOwned>(text: &str) -> Result<BTreeMap<VitalKind, T>, DbError> {
    json(text)
}

/// Readings as numbers of the unit people read.
pub(super) fn numbers(text: &str) -> Result<BTreeMap<VitalKind, f64>, DbError> {
    let readings: Readings = json(text)?;
    Ok(readings.iter().map(|(kind, value)| (kind, kind.number(value))).collect())
}

/// A value for a column of JSON text.
pub(super) fn text<T: serde::Serialize>(value: &T) -> Result<String, DbError> {
    serde_json::to_string(value).map_err(|error| DbError::Row(error.to_string()))
}
