//! JSON values without repeated names.
//!
//! The parser's own map keeps the last of two equal names and drops the first
//! without a word: of `{"figure": "7 tỷ USD", "figure": "9 tỷ USD"}` one amount
//! would vanish.

use std::fmt;

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Number, Value};
use tinh_figures::Bilingual;

use crate::words;

/// A JSON value without repeated names, at any depth.
pub(crate) struct StrictValue(pub(crate) Value);

impl<'de> Deserialize<'de> for StrictValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Seed(&Path::Root).deserialize(deserializer).map(Self)
    }
}

/// Where the parser is, kept on the stack: it costs nothing until an error
/// needs it.
enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Key(Self::Root, key) => f.write_str(key),
            Self::Key(parent, key) => write!(f, "{parent}.{key}"),
            Self::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

struct Seed<'a>(&'a Path<'a>);

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> de::Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    // Kept only to be refused by name where a figure or a line is expected.
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = seq.next_element_seed(Seed(&Path::Index(self.0, values.len())))? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        while let Some(key) = access.next_key::<String>()? {
            let path = Path::Key(self.0, &key);
            if map.contains_key(&key) {
                return Err(de::Error::custom(format_args!("{path}: {TWICE}")));
            }
            let value = access.next_value_seed(Seed(&path))?;
            map.insert(key, value);
        }
        Ok(Value::Object(map))
    }
}

/// How a repeated name is told from broken JSON.
const TWICE: &str = "the field stands twice";

/// The path of the name that stands twice, where that is the error.
pub(crate) fn twice(error: &serde_json::Error) -> Option<String> {
    let told = error.to_string();
    let (path, rest) = told.split_once(": ")?;
    rest.starts_with(TWICE).then(|| path.to_owned())
}

/// What is wrong with a text that is no JSON, and at which byte, as a message.
pub(crate) fn unparsed(error: &serde_json::Error, message: &Bilingual, byte: usize) -> Bilingual {
    // The parser tells these apart by its words alone.
    let told = error.to_string();
    let why = match () {
        () if error.is_eof() => words::CUT_OFF,
        () if told.starts_with("trailing characters") => words::TRAILING,
        () if told.starts_with("recursion limit") => words::TOO_DEEP,
        () if told.starts_with("number out of range") => words::NUMBER_TOO_LARGE,
        () => words::NO_JSON,
    };
    message.filled_by(|language| vec![why.in_language(language).to_owned(), byte.to_string()])
}
