//! Answers as JSON, by way of serde.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::answer::{Answer, Excluded, Row};

/// Rows, totals, every exclusion with its typed reason, warnings, conversions.
/// Numbers are strings: a JSON number would pass through binary floating point
/// in most readers.
impl Serialize for Answer<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Answer", 7)?;
        fields.serialize_field("measures", &self.measures())?;
        let keys: Vec<&str> = self.keys().iter().map(|key| key.english()).collect();
        fields.serialize_field("by", &keys)?;
        fields.serialize_field("rows", &self.rows())?;
        fields.serialize_field("totals", &self.totals())?;
        fields.serialize_field("excluded", &self.excluded())?;
        fields.serialize_field("warnings", &self.warnings())?;
        fields.serialize_field("conversions", &self.conversions())?;
        fields.end()
    }
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Row", 7)?;
        fields.serialize_field("groups", &self.groups())?;
        fields.serialize_field("measure", &self.measure())?;
        fields.serialize_field("currency", &self.currency().map(|c| c.code()))?;
        fields.serialize_field("value", &self.value())?;
        fields.serialize_field("included", &self.ids())?;
        fields.serialize_field("times", &self.times())?;
        let coverage = self.coverage().map(ToString::to_string);
        fields.serialize_field("coverage", &coverage)?;
        fields.end()
    }
}

impl Serialize for Excluded<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Excluded", 2)?;
        fields.serialize_field("figure", &self.key())?;
        fields.serialize_field("reason", self.reason())?;
        fields.end()
    }
}
