//! Types read from a JSON value, with where and why one does not fit.
//!
//! The parser's own reader of values tells neither: its errors are one English
//! text. What a type expects is written in either language by its visitor:
//! `{:#}` is Vietnamese, as for [`Bilingual`].

use std::fmt;
use std::slice::Iter;

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Expected, IntoDeserializer, MapAccess,
    SeqAccess, Unexpected, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Value, map};
use tinh_figures::Bilingual;

use crate::error::{Error, ErrorKind};
use crate::words;

/// Reads a type from a value.
///
/// # Errors
/// The first part of the value that does not fit.
pub(crate) fn read<T: DeserializeOwned>(value: &Value) -> Result<T, Misfit> {
    T::deserialize(Part(value))
}

/// A part of a value that does not fit.
#[derive(Debug)]
pub(crate) struct Misfit {
    /// Its path within the value, `named[2].country`; empty for all of it.
    pub(crate) path: String,
    pub(crate) error: Box<Error>,
}

impl Misfit {
    fn new(kind: ErrorKind, text: &str) -> Self {
        Self {
            path: String::new(),
            error: Box::new(Error::new(kind, text)),
        }
    }

    /// A value of another type than the one expected; its text is told by who
    /// knows the value.
    fn unexpected(expected: &dyn Expected) -> Self {
        let kind = ErrorKind::WrongType {
            expected: expectation(expected),
        };
        Self::new(kind, "")
    }

    /// The same of a part of something: what it is in stands before its path.
    pub(crate) fn within(mut self, step: &str) -> Self {
        let dot = match self.path.as_str() {
            "" => "",
            path if path.starts_with('[') => "",
            _ => ".",
        };
        self.path = format!("{step}{dot}{}", self.path);
        self
    }

    /// The same with the text of the value, where it is the one that does not
    /// fit.
    fn about(mut self, value: &Value) -> Self {
        let is_wrong = matches!(self.error.kind(), ErrorKind::WrongType { .. });
        if is_wrong && self.error.text().is_empty() && !value.is_array() && !value.is_object() {
            *self.error = Error::new(self.error.kind().clone(), &text_of(value));
        }
        self
    }
}

/// A value as the user wrote it, without the quotes of a string.
pub(crate) fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// What a type expects, in both languages. The types of the language itself
/// know English only.
fn expectation(expected: &dyn Expected) -> Bilingual {
    let english = expected.to_string();
    match english.as_str() {
        "u32" => words::A_LINE_NUMBER,
        "a string" => words::A_TEXT,
        "a boolean" => words::TRUE_OR_FALSE,
        "a sequence" => words::AN_ARRAY,
        "an array of length 2" => words::TWO_NUMBERS,
        name if name.starts_with("struct ") => words::AN_OBJECT,
        _ => Bilingual::of(|language| language.choose(format!("{expected:#}"), english.clone())),
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.error)
    }
}

impl std::error::Error for Misfit {}

impl serde::de::Error for Misfit {
    /// The error of a text's own reader, which writes itself in either
    /// language.
    fn custom<T: fmt::Display>(told: T) -> Self {
        let told = Bilingual::of(|l| l.choose(format!("{told:#}"), told.to_string()));
        Self::new(ErrorKind::Told(told), "")
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::unexpected(expected)
    }

    fn invalid_value(_: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::unexpected(expected)
    }

    fn invalid_length(_: usize, expected: &dyn Expected) -> Self {
        Self::unexpected(expected)
    }

    fn unknown_variant(code: &str, codes: &'static [&'static str]) -> Self {
        Self::new(ErrorKind::Code(codes.join(", ")), code)
    }

    fn unknown_field(field: &str, fields: &'static [&'static str]) -> Self {
        let kind = ErrorKind::UnknownField {
            of: String::new(),
            expected: fields.join(", "),
        };
        Self::new(kind, field)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(ErrorKind::MissingField, field)
    }
}

/// A value, to be read.
struct Part<'de>(&'de Value);

impl<'de> Deserializer<'de> for Part<'de> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let read = match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(*truth),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => visitor.visit_u64(number),
                (_, Some(number)) => visitor.visit_i64(number),
                // A binary fraction is no figure: nothing of the model takes one.
                _ => Err(Misfit::unexpected(&visitor)),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(values) => {
                let mut elements = Elements {
                    values: values.iter(),
                    at: 0,
                };
                let read = visitor.visit_seq(&mut elements);
                match elements.values.len() {
                    0 => read,
                    _ => read.and(Err(Misfit::unexpected(&"an array of length 2"))),
                }
            }
            Value::Object(object) => visitor.visit_map(Members {
                members: object.iter(),
                value: None,
            }),
        };
        read.map_err(|misfit| misfit.about(self.0))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        codes: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::String(code) => visitor.visit_enum(deserializer(code)),
            other => Err(Misfit::new(
                ErrorKind::Code(codes.join(", ")),
                &text_of(other),
            )),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

fn deserializer(text: &str) -> StrDeserializer<'_, Misfit> {
    text.into_deserializer()
}

/// The elements of an array.
struct Elements<'de> {
    values: Iter<'de, Value>,
    at: usize,
}

impl<'de> SeqAccess<'de> for Elements<'de> {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Misfit> {
        let Some(value) = self.values.next() else {
            return Ok(None);
        };
        let at = self.at;
        self.at = at.saturating_add(1);
        let read = seed.deserialize(Part(value)).map(Some);
        read.map_err(|misfit| misfit.within(&format!("[{at}]")))
    }
}

/// The members of an object.
struct Members<'de> {
    members: map::Iter<'de>,
    /// The member whose name was read last.
    value: Option<(&'de str, &'de Value)>,
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = Misfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Misfit> {
        let Some((name, value)) = self.members.next() else {
            return Ok(None);
        };
        self.value = Some((name, value));
        let read = seed.deserialize(deserializer(name)).map(Some);
        read.map_err(|misfit| misfit.within(name))
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Misfit> {
        let (name, value) = self.value.take().unwrap_or(("", &Value::Null));
        let read = seed.deserialize(Part(value));
        read.map_err(|misfit| misfit.within(name))
    }
}
