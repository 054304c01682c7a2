//! A row of a result, by column name, into any `Deserialize` struct: a wrong or missing column is an error, never a default.

use serde::de::value::{Error, MapDeserializer};
use serde::de::{DeserializeOwned, Error as _, IntoDeserializer, Unexpected, Visitor};
use serde::{Deserializer, forward_to_deserialize_any};
use spin_sdk::sqlite::{RowResult, Value};

/// Reads one row as a struct whose field names are the column names.
pub(crate) fn read<T: DeserializeOwned>(columns: &[String], row: &RowResult) -> Result<T, Error> {
    let cells = columns.iter().map(String::as_str).zip(row.values.iter().map(Cell));
    T::deserialize(MapDeserializer::new(cells))
}

#[derive(Clone, Copy)]
struct Cell<'a>(&'a Value);

impl<'a> IntoDeserializer<'a, Error> for Cell<'a> {
    type Deserializer = Self;
    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Cell<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Integer(number) => visitor.visit_i64(*number),
            Value::Real(number) => visitor.visit_f64(*number),
            Value::Text(text) => visitor.visit_str(text),
            Value::Blob(bytes) => visitor.visit_bytes(bytes),
            Value::Null => visitor.visit_unit(),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if matches!(self.0, Value::Null) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Integer(number @ (0 | 1)) => visitor.visit_bool(*number == 1),
            _ => Err(Error::invalid_type(Unexpected::Other("not 0 or 1"), &visitor)),
        }
    }

    // SQLite has no byte array of fixed length; a blob read as one is a sequence of numbers to serde.
    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Blob(bytes) => visitor.visit_seq(serde::de::value::SeqDeserializer::new(bytes.iter().copied())),
            _ => Err(Error::invalid_type(Unexpected::Other("not a blob"), &visitor)),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.0 {
            Value::Text(text) => visitor.visit_enum(text.as_str().into_deserializer()),
            _ => Err(Error::invalid_type(Unexpected::Other("not text"), &visitor)),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        tuple_struct map struct identifier ignored_any
    }
}
