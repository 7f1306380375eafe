//! Claims as JSON objects: strict, with every problem reported.

use std::fmt;

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::{Map, Value};
use tinh_figures::Language;

use super::{Claim, DateCorrection, Rare, Realm, Relation, RelationKind, Review, Status};
use crate::entity::{Observation, Read, Statement};
use crate::error::{Error, ErrorKind};
use crate::figure::PrintedFigure;
use crate::measure::{MeasureDefinition, Measures, measures};
use crate::partner::Partner;
use crate::place::Place;
use crate::source::{Source, check_id};
use crate::strict_json::StrictValue;
use crate::time::{AsOf, DateBasis, PartialDate, Period, Time};

/// What is wrong with one field of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldProblem {
    /// The path of the field (`destinations.named[2]`), empty for the record.
    pub(crate) field: String,
    /// The offending text as written, empty where something is missing.
    pub(crate) text: String,
    /// The expected and the found, in English.
    pub(crate) message: String,
    error: Option<Box<Error>>,
}

impl FieldProblem {
    pub(crate) fn new(
        field: impl Into<String>,
        text: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            field: field.into(),
            text: text.into(),
            message: message.into(),
            error: None,
        }
    }

    /// The error of a field, or of the one it names itself.
    pub(crate) fn of(error: Error, field: &str) -> Self {
        let field = if error.field().is_empty() {
            field
        } else {
            error.field()
        };
        Self {
            error: None,
            ..Self::new(field, error.text(), error.words(Language::English))
        }
        .caused_by(error)
    }

    pub(crate) fn caused_by(mut self, error: Error) -> Self {
        self.error = Some(Box::new(error));
        self
    }

    /// The error behind it. The parser of a record carries words only: where
    /// the offending text gives the same words again, that is the error.
    #[must_use]
    pub(crate) fn error(&self) -> Option<Error> {
        let again = |text: &str| {
            let errors = [
                text.parse::<PrintedFigure>().err(),
                text.parse::<PartialDate>().err(),
                text.parse::<Period>().err(),
                text.parse::<Partner>().err(),
                text.parse::<Status>().err(),
                text.parse::<Realm>().err(),
            ];
            let mut errors = errors.into_iter().flatten();
            errors.find(|error| error.to_string() == self.message)
        };
        let own = self.error.as_deref().cloned();
        own.or_else(|| again(&self.text)).or_else(|| {
            // Of an array or an object, the text is one of those within.
            let mut within = vec![serde_json::from_str::<Value>(&self.text).ok()?];
            while let Some(value) = within.pop() {
                match value {
                    Value::String(text) => match again(&text) {
                        Some(error) => return Some(error),
                        None => continue,
                    },
                    Value::Array(values) => within.extend(values),
                    Value::Object(values) => within.extend(values.into_iter().map(|(_, v)| v)),
                    _ => {}
                }
            }
            None
        })
    }

    /// What was expected and found, in a language; in English where only the
    /// parser has words for it.
    #[must_use]
    pub(crate) fn in_language(&self, language: Language) -> String {
        match self.error().filter(|_| language != Language::English) {
            Some(error) => error.words(language),
            None => self.message.clone(),
        }
    }
}

impl fmt::Display for FieldProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.field.is_empty() {
            write!(f, "{}: ", self.field)?;
        }
        f.write_str(&self.message)
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
        // Following the path costs as much as reading: only where it is wanted.
        if let Ok(read) = T::deserialize(&value) {
            return Some(read);
        }
        let text = text_of(&value);
        match serde_path_to_error::deserialize(value) {
            Ok(value) => Some(value),
            Err(error) => {
                let path = path_of(&error);
                let path = if path.is_empty() {
                    field.to_owned()
                } else {
                    format!("{field}.{path}")
                };
                self.problem(path, text, in_plain_words(&error.into_inner().to_string()));
                None
            }
        }
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
        let error = Error::new(ErrorKind::MissingField, field);
        let problem = FieldProblem::new(field, "", error.to_string());
        self.problems.push(problem.caused_by(error));
    }

    fn problem(
        &mut self,
        field: impl Into<String>,
        text: impl Into<String>,
        message: impl Into<String>,
    ) {
        self.problems.push(FieldProblem::new(field, text, message));
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
                FieldProblem::new(field, text, error.to_string()).caused_by(error)
            })
            .collect()
    }

    /// Reads what is left as one statement. A field that cannot be read is
    /// reported and set aside, so that the next one is seen as well. There are
    /// as many rounds as the type has fields, however many the user wrote.
    fn statement<T: DeserializeOwned>(&mut self) -> Option<T> {
        loop {
            let object = Value::Object(std::mem::take(&mut self.object));
            if let Ok(statement) = T::deserialize(&object) {
                return Some(statement);
            }
            let error = match serde_path_to_error::deserialize::<_, T>(&object) {
                Ok(statement) => return Some(statement),
                Err(error) => error,
            };
            if let Value::Object(object) = object {
                self.object = object;
            }
            let path = path_of(&error);
            let message = error.into_inner().to_string();
            let top: String = path
                .chars()
                .take_while(|c| !matches!(c, '.' | '['))
                .collect();
            match self.object.remove(&top) {
                Some(value) => self.problem(path, text_of(&value), in_plain_words(&message)),
                None => {
                    // A missing field: only worth saying if it is not the one
                    // just reported and set aside.
                    let missing = message.strip_prefix("missing field `");
                    let missing = missing.and_then(|rest| rest.split('`').next());
                    match missing {
                        Some(name) if self.reported(name) => {}
                        Some(name) => {
                            let name = name.to_owned();
                            self.missing(&name);
                        }
                        None => self.problem(path, "", message),
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
                    let problem = FieldProblem::new("measure", code, error.to_string());
                    self.problems.push(problem.caused_by(error));
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
            self.problem("evidence", "", "a range of bytes ends after it starts");
        }
        let review: Option<Review> = self.take("review");
        let note = self.take("note").filter(|note: &String| !note.is_empty());
        if date_correction.is_some() && !matches!(time, Time::On(_)) {
            self.problem("date_corrected", "", "date_corrected needs date");
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
            .map_err(|error| {
                let problem = FieldProblem::new("place", text, error.to_string());
                self.problems.push(problem.caused_by(error));
            })
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
                let expected = Statement::TYPE_CODES.join(", ");
                let message = format!("expected source, measure, {expected}, found {other:?}");
                self.problem("type", other, message);
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

/// The path of an error, empty at the root.
fn path_of<E>(error: &serde_path_to_error::Error<E>) -> String {
    let path = error.path().to_string();
    if path == "." { String::new() } else { path }
}

/// The deserializer's words without the names of types of the program.
fn in_plain_words(message: &str) -> String {
    message
        .replace("expected u32", "expected a line number, 0 to 4294967295")
        .replace("expected a sequence", "expected an array")
        .replace('`', "\"")
}

/// A value as the user wrote it, without the quotes of a string.
fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
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
            let message = format!("expected a day such as 2023-12-20, found {text:?}");
            fields.problem("place_on", text, message);
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
        let message = format!("expected one of {}", given.join(" or "));
        fields.problem(given.join(", "), "", message);
    }
    let as_of: Option<PartialDate> = fields.take("as_of");
    let period: Option<Period> = fields.take("period");
    let date: Option<PartialDate> = fields.take("date");
    let horizon: Option<PartialDate> = fields.take("horizon");
    let word: Option<TimeWord> = fields.take("time");
    if basis.is_some() && as_of.is_none() {
        fields.problem("as_of_is", "", "as_of_is needs as_of");
    }
    if let Some(date) = as_of {
        if date.known_year().is_none() {
            fields.problem(
                "as_of",
                date.to_string(),
                format!("a stock needs a year, found \"{date}\""),
            );
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
                f.write_str("the id of a claim, or an array of ids")
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
