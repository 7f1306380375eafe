//! Claims as JSON objects: strict, with every problem reported.

use std::fmt;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::{Map, Value};

use super::{Claim, DateCorrection, Rare, Realm, Relation, RelationKind, Review, Status};
use crate::entity::{Observation, Read, Statement};
use crate::error::{Error, ErrorKind, Rule, language_of};
use crate::json_value::{self, Misfit, text_of};
use crate::measure::{MeasureDefinition, Measures, measures};
use crate::place::Place;
use crate::source::{Source, check_id};
use crate::strict_json::StrictValue;
use crate::time::{AsOf, DateBasis, PartialDate, Period, Time};
use crate::words;

/// What is wrong with one field of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldProblem {
    /// The path of the field (`destinations.named[2]`), empty for the record.
    pub(crate) field: String,
    /// The offending text as written, empty where something is missing.
    pub(crate) text: String,
    pub(crate) error: Error,
}

impl FieldProblem {
    pub(crate) fn new(field: impl Into<String>, text: impl Into<String>, error: Error) -> Self {
        Self {
            field: field.into(),
            text: text.into(),
            error,
        }
    }

    /// The error of a field, or of the one it names itself.
    pub(crate) fn of(error: Error, field: &str) -> Self {
        let field = if error.field().is_empty() {
            field
        } else {
            error.field()
        };
        Self::new(field, error.text(), error.clone())
    }
}

impl fmt::Display for FieldProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.field.is_empty() {
            write!(f, "{}: ", self.field)?;
        }
        f.write_str(&self.error.words(language_of(f)))
    }
}

/// Takes fields out of an object and gathers what is wrong with them.
struct Fields {
    object: Map<String, Value>,
    problems: Vec<FieldProblem>,
}

impl Fields {
    fn take<T: DeserializeOwned>(&mut self, field: &str) -> Option<T> {
        let value = self.object.remove(field).filter(|value| !value.is_null())?;
        json_value::read(&value)
            .map_err(|misfit| {
                let Misfit { path, error } = misfit.within(field);
                self.problem(path, text_of(&value), *error);
            })
            .ok()
    }

    fn required<T: DeserializeOwned>(&mut self, field: &str) -> Option<T> {
        if self.object.get(field).is_none_or(Value::is_null) {
            self.object.remove(field);
            self.missing(field);
            return None;
        }
        self.take(field)
    }

    fn missing(&mut self, field: &str) {
        self.problem(field, "", Error::new(ErrorKind::MissingField, field));
    }

    fn problem(&mut self, field: impl Into<String>, text: impl Into<String>, error: Error) {
        self.problems.push(FieldProblem::new(field, text, error));
    }

    /// Sets aside what a record of this kind has not, each by name.
    fn refuse_unknown(&mut self, of: &str, known: &[&str]) -> Vec<FieldProblem> {
        let unknown: Vec<String> = self
            .object
            .keys()
            .filter(|field| !known.contains(&field.as_str()))
            .cloned()
            .collect();
        unknown
            .into_iter()
            .map(|field| {
                let text = self.object.remove(&field);
                let text = text.as_ref().map_or_else(String::new, text_of);
                let kind = ErrorKind::UnknownField {
                    of: of.to_owned(),
                    expected: known.join(", "),
                };
                let error = Error::new(kind, &field);
                FieldProblem::new(field, text, error)
            })
            .collect()
    }

    /// Reads what is left as one statement. A field that cannot be read is
    /// reported and set aside, so that the next one is seen as well. There are
    /// as many rounds as the type has fields, however many the user wrote.
    fn statement<T: DeserializeOwned>(&mut self) -> Option<T> {
        loop {
            let object = Value::Object(std::mem::take(&mut self.object));
            let misfit = match json_value::read(&object) {
                Ok(statement) => return Some(statement),
                Err(misfit) => misfit,
            };
            if let Value::Object(object) = object {
                self.object = object;
            }
            let Misfit { path, error } = misfit;
            let top = path.split(['.', '[']).next().unwrap_or_default();
            match self.object.remove(top) {
                Some(value) => self.problem(path, text_of(&value), *error),
                None => {
                    // A missing field: only worth saying if it is not the one
                    // just reported and set aside.
                    let is_missing = *error.kind() == ErrorKind::MissingField;
                    match error.text().to_owned() {
                        name if is_missing && self.reported(&name) => {}
                        name if is_missing => self.missing(&name),
                        _ => self.problem(path, "", *error),
                    }
                    return None;
                }
            }
        }
    }

    /// Reads an observation, whose measure may be declared: serde knows the
    /// built-in codes only, so that any of those stands in for it meanwhile.
    fn observation(&mut self, known: &Measures) -> Option<Observation> {
        let mut declared = None;
        if let Some(Value::String(code)) = self.object.get_mut("measure") {
            match known.parse(code) {
                Ok(measure) if measure.is_declared() => {
                    *code = measures::THINGS.to_string();
                    declared = Some(measure);
                }
                Ok(_) => {}
                Err(error) => {
                    let code = std::mem::take(code);
                    self.object.remove("measure");
                    self.problem("measure", code, error);
                }
            }
        }
        let mut observation: Observation = self.statement()?;
        if let Some(measure) = declared {
            observation.measure = measure;
        }
        Some(observation)
    }

    /// What few claims have.
    fn rare(&mut self, time: &Time) -> Rare {
        let date_correction: Option<DateCorrection> = self.take("date_corrected");
        let facts: OneOrMany = self.take("facts").unwrap_or_default();
        let evidence: Vec<[u32; 2]> = self.take("evidence").unwrap_or_default();
        if evidence.iter().any(|[start, end]| start >= end) {
            self.problem("evidence", "", Error::told(words::BACKWARDS));
        }
        let review: Option<Review> = self.take("review");
        let note = self.take("note").filter(|note: &String| !note.is_empty());
        if date_correction.is_some() && !matches!(time, Time::On(_)) {
            let words = words::NEEDS.filled(&[&"date_corrected", &"date"]);
            self.problem("date_corrected", "", Error::told(words));
        }
        let mut relations = Vec::new();
        for &kind in RelationKind::ALL {
            let others: OneOrMany = self.take(kind.code()).unwrap_or_default();
            relations.extend(others.0.into_iter().map(|to| Relation { kind, to }));
        }
        relations.sort();
        relations.dedup();
        Rare {
            date_correction,
            relations,
            facts: facts.0,
            note,
            evidence,
            review,
        }
    }

    /// The place of a name on its day.
    fn place(
        &mut self,
        text: &str,
        place_on: Option<NaiveDate>,
        time: &Time,
        source: Option<&Source>,
    ) -> Option<Place> {
        let found = match day_of_place(place_on, time, source) {
            Some(on) => Place::named(text, on),
            // The nation and the sea do not change; any date finds them.
            None => Place::named(text, NaiveDate::default())
                .ok()
                .filter(|place| place.on().is_none())
                .ok_or_else(|| Error::new(ErrorKind::PlaceWithoutDate, "")),
        };
        found
            .map_err(|error| self.problem("place", text, error))
            .ok()
    }

    /// The statement of a type, and the fields that it has not.
    fn statement_of(&mut self, type_code: Option<&str>, measures: &Measures) -> Option<Statement> {
        let code = type_code?;
        let unknown = Statement::fields_of(code)
            .map(|known| self.refuse_unknown(code, known))
            .unwrap_or_default();
        let statement = match code {
            "observation" => self.observation(measures).map(Statement::Observation),
            code if Statement::TYPE_CODES.contains(&code) => Statement::read(code, self),
            other => {
                let codes = format!("source, measure, {}", Statement::TYPE_CODES.join(", "));
                let error = Error::new(ErrorKind::Code(codes), other);
                self.problem("type", other, error);
                None
            }
        };
        self.problems.extend(unknown);
        statement
    }

    fn reported(&self, field: &str) -> bool {
        self.problems.iter().any(|problem| {
            problem.field == field
                || problem
                    .field
                    .strip_prefix(field)
                    .is_some_and(|rest| rest.starts_with(['.', '[']))
        })
    }
}

impl Read for Fields {
    fn read<T: DeserializeOwned>(&mut self) -> Option<T> {
        self.statement()
    }
}

/// Reads a claim from an object whose `type` is that of a statement.
///
/// # Errors
/// Every problem found, at least one.
pub(crate) fn claim_from_object<'s>(
    object: Map<String, Value>,
    source_of: impl Fn(&str) -> Option<&'s Source>,
    source_is_known: bool,
    measures: &Measures,
) -> Result<Claim, Vec<FieldProblem>> {
    let mut fields = Fields {
        object,
        problems: Vec::new(),
    };
    let type_code: Option<String> = fields.required("type");
    let id: Option<String> = fields.required("id");
    let source: Option<String> = fields.required("source");
    let line: Option<u32> = fields.take("line");
    let place_text: Option<String> = fields.required("place");
    let place_on = fields.take("place_on").and_then(|text: String| {
        let day = day_of(&text);
        if day.is_none() {
            let kind = ErrorKind::WrongType {
                expected: words::A_DAY,
            };
            let error = Error::new(kind, &text);
            fields.problem("place_on", text, error);
        }
        day
    });
    let time = take_time(&mut fields);
    let status: Status = fields.take("status").unwrap_or(Status::Normal);
    let realm: Realm = fields.take("realm").unwrap_or(Realm::Actual);
    let rare = fields.rare(&time);

    let known = source.as_deref().and_then(&source_of);
    if source_is_known
        && known.is_none()
        && let Some(source) = &source
    {
        let error = Error::new(ErrorKind::UnknownSource, source);
        fields.problems.push(FieldProblem::of(error, "source"));
    }
    let place = place_text.and_then(|text| fields.place(&text, place_on, &time, known));
    let statement = fields.statement_of(type_code.as_deref(), measures);
    let parts = (id, source, place, statement);
    if let (Some(id), Some(source), Some(place), Some(statement)) = parts
        && fields.problems.is_empty()
    {
        match Claim::new(id, source, place, time, statement) {
            Ok(claim) => {
                return Ok(Claim {
                    line,
                    status,
                    realm,
                    ..claim
                }
                .with_rare(rare));
            }
            Err(error) => {
                fields.problems.push(FieldProblem::of(error, ""));
            }
        }
    }
    Err(fields.problems)
}

/// A day, written as `2023-12-20`. The reader of days alone would take signs,
/// spaces and single digits.
pub(super) fn day_of(text: &str) -> Option<NaiveDate> {
    let is_written_so = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    text.parse().ok().filter(|_| is_written_so)
}

/// The day whose units a place is one of. A plan to 2050 speaks of the province
/// of its own day: where the time reaches beyond the source, the source's day
/// counts.
pub(super) fn day_of_place(
    printed: Option<NaiveDate>,
    time: &Time,
    source: Option<&Source>,
) -> Option<NaiveDate> {
    let written = source.and_then(Source::reference_day);
    let held = time.last_day().or_else(|| time.first_day());
    printed.or(match (held, written) {
        (Some(held), Some(written)) => Some(held.min(written)),
        (held, written) => held.or(written),
    })
}

/// Reads a source from an object without its `type`.
///
/// # Errors
/// Every problem found, at least one.
pub(crate) fn source_from_object(object: Map<String, Value>) -> Result<Source, Vec<FieldProblem>> {
    let mut fields = Fields {
        object,
        problems: Vec::new(),
    };
    let id: Option<String> = fields.required("id");
    let title: Option<String> = fields.required("title");
    let publisher = fields.take("publisher");
    let published = fields.take("published");
    let not_before = fields.take("not_before");
    let address = fields.take("address");
    let known = [
        "id",
        "title",
        "publisher",
        "published",
        "not_before",
        "address",
    ];
    let unknown = fields.refuse_unknown("source", &known);
    fields.problems.extend(unknown);
    if let Some(id) = &id
        && let Err(error) = check_id(id)
    {
        fields.problems.push(FieldProblem::of(error, "id"));
    }
    match (id, title) {
        (Some(id), Some(title)) if fields.problems.is_empty() => Ok(Source {
            id,
            title,
            publisher,
            published,
            not_before,
            address,
        }),
        _ => Err(fields.problems),
    }
}

/// Reads the declaration of a measure from an object without its `type`.
///
/// # Errors
/// Every problem found, at least one.
pub(crate) fn measure_from_object(
    object: Map<String, Value>,
) -> Result<MeasureDefinition, Vec<FieldProblem>> {
    let mut fields = Fields {
        object,
        problems: Vec::new(),
    };
    fields.statement().ok_or(fields.problems)
}

fn take_time(fields: &mut Fields) -> Time {
    let basis: Option<DateBasis> = fields.take("as_of_is");
    let given = ["as_of", "period", "date", "horizon", "time"]
        .into_iter()
        .filter(|field| fields.object.contains_key(*field))
        .collect::<Vec<_>>();
    if given.len() > 1 {
        let error = Error::new(ErrorKind::Code(given.join(", ")), "");
        fields.problem(given.join(", "), "", error);
    }
    let as_of: Option<PartialDate> = fields.take("as_of");
    let period: Option<Period> = fields.take("period");
    let date: Option<PartialDate> = fields.take("date");
    let horizon: Option<PartialDate> = fields.take("horizon");
    let word: Option<TimeWord> = fields.take("time");
    if basis.is_some() && as_of.is_none() {
        let words = words::NEEDS.filled(&[&"as_of_is", &"as_of"]);
        fields.problem("as_of_is", "", Error::told(words));
    }
    if let Some(date) = as_of {
        if date.known_year().is_none() {
            let text = date.to_string();
            let error = Error::new(ErrorKind::Rule(Rule::StockNeedsYear), &text);
            fields.problem("as_of", text, error);
        }
        return Time::AsOf(AsOf::new(date, basis.unwrap_or_default()));
    }
    period
        .map(Time::During)
        .or(date.map(Time::On))
        .or(horizon.map(Time::Horizon))
        .or(word.map(Time::from))
        .unwrap_or(Time::Undated)
}

/// The times that are words.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum TimeWord {
    Undated,
    Future,
    EveryMonth,
    EveryYear,
}

impl From<TimeWord> for Time {
    fn from(word: TimeWord) -> Self {
        match word {
            TimeWord::Undated => Self::Undated,
            TimeWord::Future => Self::Future,
            TimeWord::EveryMonth => Self::EveryMonth,
            TimeWord::EveryYear => Self::EveryYear,
        }
    }
}

/// One id, or an array of them.
#[derive(Default)]
struct OneOrMany(Vec<String>);

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct IdsVisitor;
        impl<'de> de::Visitor<'de> for IdsVisitor {
            type Value = OneOrMany;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&words::ONE_OR_MORE_IDS, f)
            }

            fn visit_str<E: de::Error>(self, id: &str) -> Result<OneOrMany, E> {
                Ok(OneOrMany(vec![id.to_owned()]))
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, seq: A) -> Result<OneOrMany, A::Error> {
                Vec::deserialize(de::value::SeqAccessDeserializer::new(seq)).map(OneOrMany)
            }
        }
        deserializer.deserialize_any(IdsVisitor)
    }
}

impl<'de> Deserialize<'de> for Claim {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Value::Object(object) = StrictValue::deserialize(deserializer)?.0 else {
            return Err(de::Error::custom("expected a JSON object"));
        };
        claim_from_object(object, |_| None, false, &Measures::default()).map_err(|problems| {
            let all: Vec<String> = problems.iter().map(ToString::to_string).collect();
            de::Error::custom(all.join("; "))
        })
    }
}

impl Serialize for Claim {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("type", self.statement.type_code())?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("source", self.source())?;
        if let Some(line) = self.line {
            map.serialize_entry("line", &line)?;
        }
        map.serialize_entry("place", self.place.id())?;
        if let Some(on) = self.place.on() {
            map.serialize_entry("place_on", &on)?;
        }
        match &self.time {
            Time::AsOf(as_of) => {
                map.serialize_entry("as_of", &as_of.date())?;
                if as_of.basis() != DateBasis::Printed {
                    map.serialize_entry("as_of_is", &as_of.basis())?;
                }
            }
            Time::During(period) => map.serialize_entry("period", period)?,
            Time::On(date) => map.serialize_entry("date", date)?,
            Time::Horizon(date) => map.serialize_entry("horizon", date)?,
            Time::EveryMonth => map.serialize_entry("time", &TimeWord::EveryMonth)?,
            Time::EveryYear => map.serialize_entry("time", &TimeWord::EveryYear)?,
            Time::Future => map.serialize_entry("time", &TimeWord::Future)?,
            Time::Undated => {}
        }
        if let Some(correction) = self.date_correction() {
            map.serialize_entry("date_corrected", correction)?;
        }
        if self.status != Status::Normal {
            map.serialize_entry("status", &self.status)?;
        }
        if self.realm != Realm::Actual {
            map.serialize_entry("realm", &self.realm)?;
        }
        for kind in RelationKind::ALL {
            let ids: Vec<&str> = self
                .relations()
                .iter()
                .filter(|relation| relation.kind == *kind)
                .map(|relation| relation.to.as_str())
                .collect();
            match ids.as_slice() {
                [] => {}
                [one] => map.serialize_entry(kind.code(), one)?,
                many => map.serialize_entry(kind.code(), many)?,
            }
        }
        match self.facts() {
            [] => {}
            [one] => map.serialize_entry("facts", one)?,
            many => map.serialize_entry("facts", many)?,
        }
        if let Some(review) = self.review() {
            map.serialize_entry("review", &review)?;
        }
        if let Some(rare) = self.rare.as_ref().filter(|rare| !rare.evidence.is_empty()) {
            map.serialize_entry("evidence", &rare.evidence)?;
        }
        if let Some(note) = self.note() {
            map.serialize_entry("note", note)?;
        }
        let statement = self
            .statement
            .to_value()
            .map_err(serde::ser::Error::custom)?;
        if let Value::Object(object) = statement {
            for (field, value) in object {
                map.serialize_entry(&field, &value)?;
            }
        }
        map.end()
    }
}
