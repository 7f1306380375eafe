//! Ids as the strings people read: `hai-phong`, `VN`, `ASEAN`.

use crate::{Country, Organisation, UnitId};
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

macro_rules! as_string {
    ($type:ty, $expecting:literal, $to:expr, $from:expr) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let to: fn($type) -> &'static str = $to;
                serializer.serialize_str(to(*self))
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Text;
                impl Visitor<'_> for Text {
                    type Value = $type;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expecting)
                    }

                    fn visit_str<E: Error>(self, text: &str) -> Result<$type, E> {
                        let from: fn(&str) -> Option<$type> = $from;
                        from(text).ok_or_else(|| {
                            E::invalid_value(serde::de::Unexpected::Str(text), &self)
                        })
                    }
                }
                deserializer.deserialize_str(Text)
            }
        }
    };
}

as_string!(
    UnitId,
    "the id of a province-level unit, such as hai-phong",
    UnitId::as_str,
    |text| { text.parse().ok() }
);
as_string!(
    Country,
    "an alpha-2 country code, such as VN",
    Country::alpha2,
    Country::from_alpha2
);
as_string!(
    Organisation,
    "the acronym of an organisation, such as ASEAN",
    Organisation::acronym,
    Organisation::by_acronym
);
