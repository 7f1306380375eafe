//! Ids and kinds as the strings people read (`hai-phong`, `VN`, `ASEAN`,
//! `province`), values as objects of those.

use crate::{
    Act, ActKind, Country, Coverage, Event, EventKind, Locality, LocalityKind, LookupError,
    NamedPlace, Organisation, OrganisationKind, Population, PopulationSeries, Restatement,
    Territory, Unit, UnitId, UnitKind,
};
use chrono::NaiveDate;
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
as_string!(
    Locality,
    "the id of a locality, such as vung-tau",
    Locality::id,
    |text| { text.parse().ok() }
);
as_string!(
    UnitKind,
    "province or municipality",
    UnitKind::code,
    |text| { text.parse().ok() }
);
as_string!(
    EventKind,
    "the kind of an event, such as merge",
    EventKind::as_str,
    |text| { text.parse().ok() }
);
as_string!(
    ActKind,
    "the kind of a legal act, such as resolution",
    ActKind::code,
    |text| { text.parse().ok() }
);
as_string!(LocalityKind, "city or town", LocalityKind::code, |text| {
    text.parse().ok()
});
as_string!(
    OrganisationKind,
    "the kind of an organisation, such as un-agency",
    OrganisationKind::code,
    |text| { text.parse().ok() }
);
as_string!(
    PopulationSeries,
    "average or register",
    PopulationSeries::code,
    |text| { text.parse().ok() }
);

/// A unit as its id and its first day; the rest is for readers and is not read
/// back.
#[derive(Serialize, Deserialize)]
struct UnitFields {
    id: UnitId,
    #[serde(default)]
    from: Option<NaiveDate>,
    #[serde(skip_deserializing, default)]
    to: Option<NaiveDate>,
    #[serde(skip_deserializing, default)]
    name: &'static str,
    #[serde(skip_deserializing, default)]
    kind: Option<UnitKind>,
    #[serde(skip_deserializing, default)]
    gso_code: &'static str,
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        UnitFields {
            id: self.id(),
            from: self.valid_from(),
            to: self.valid_to(),
            name: self.name(),
            kind: Some(self.kind()),
            gso_code: self.gso_code(),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Unit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let UnitFields { id, from, .. } = UnitFields::deserialize(deserializer)?;
        id.versions()
            .find(|unit| unit.valid_from() == from)
            .ok_or_else(|| match from {
                Some(from) => D::Error::custom(format!("no version of {id} begins on {from}")),
                None => D::Error::custom(format!("expected the first day of {id}, found none")),
            })
    }
}

/// Pieces by their ids.
impl Serialize for Territory {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.pieces().map(|piece| piece.id()))
    }
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum RestatementFields {
    Whole { unit: Unit, same: bool },
    Partial { mainly: Unit, rest: Vec<Unit> },
    Split { units: Vec<Unit> },
    Unknown,
}

impl Serialize for Restatement {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.clone() {
            Restatement::Whole { unit, same } => RestatementFields::Whole { unit, same },
            Restatement::Partial { mainly, rest } => RestatementFields::Partial { mainly, rest },
            Restatement::Split(units) => RestatementFields::Split { units },
            Restatement::Unknown => RestatementFields::Unknown,
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Restatement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match RestatementFields::deserialize(deserializer)? {
            RestatementFields::Whole { unit, same } => Restatement::Whole { unit, same },
            RestatementFields::Partial { mainly, rest } => Restatement::Partial { mainly, rest },
            RestatementFields::Split { units } => Restatement::Split(units),
            RestatementFields::Unknown => Restatement::Unknown,
        })
    }
}

#[derive(Serialize)]
struct ActFields {
    kind: ActKind,
    number: Option<&'static str>,
    issuer: &'static str,
    date: NaiveDate,
}

impl Serialize for Act {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ActFields {
            kind: self.kind(),
            number: self.number(),
            issuer: self.issuer(),
            date: self.date(),
        }
        .serialize(serializer)
    }
}

/// An event with its act; read back by its date, kind and units.
#[derive(Serialize)]
struct EventFields {
    date: NaiveDate,
    kind: EventKind,
    from: Option<Unit>,
    from_name: &'static str,
    to: Unit,
    act: Act,
}

#[derive(Deserialize)]
struct EventKey {
    date: NaiveDate,
    kind: EventKind,
    from_name: String,
    to: Unit,
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        EventFields {
            date: self.date(),
            kind: self.kind(),
            from: self.from(),
            from_name: self.from_name(),
            to: self.to(),
            act: self.act(),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = EventKey::deserialize(deserializer)?;
        key.to
            .events()
            .find(|event| {
                (event.date(), event.kind(), event.from_name(), event.to())
                    == (key.date, key.kind, key.from_name.as_str(), key.to)
            })
            .ok_or_else(|| {
                D::Error::custom(format!(
                    "no {} of {} on {}",
                    key.kind, key.from_name, key.date
                ))
            })
    }
}

#[derive(Serialize)]
struct CoverageFields<'c> {
    target: Unit,
    covered: &'c [Unit],
    missing: &'c [Unit],
    complete: bool,
}

impl Serialize for Coverage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        CoverageFields {
            target: self.target(),
            covered: self.covered(),
            missing: self.missing(),
            complete: self.is_complete(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct PlaceFields {
    group: &'static str,
    id: Option<&'static str>,
    name: Option<&'static str>,
}

impl Serialize for NamedPlace {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        PlaceFields {
            group: self.group(),
            id: self.id(),
            name: self.name(),
        }
        .serialize(serializer)
    }
}

#[derive(Serialize)]
struct PopulationFields {
    persons: u64,
    series: PopulationSeries,
    parts: usize,
}

impl Serialize for Population {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        PopulationFields {
            persons: self.persons(),
            series: self.series(),
            parts: self.parts(),
        }
        .serialize(serializer)
    }
}

/// An error with its code and its message, as a service answers it.
#[derive(Serialize)]
struct ErrorFields<'e> {
    code: &'static str,
    text: &'e str,
    message: String,
    units: Vec<Unit>,
}

impl Serialize for LookupError {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ErrorFields {
            code: self.kind().code(),
            text: self.text(),
            message: self.to_string(),
            units: self.units(),
        }
        .serialize(serializer)
    }
}
