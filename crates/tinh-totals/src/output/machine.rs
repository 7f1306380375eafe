//! Answers for other programs: ids and codes, plain decimals, kinds.
//!
//! The form is that of `schema/answer.schema.json`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, Serializer, ser::SerializeMap};
use tinh_figures::{Currency, Language};
use tinh_model::Dataset;

use crate::answer::{Answer, Compared, Row, Side};
use crate::interval::{Interval, plain};
use crate::key::{Group, Key};
use crate::left::Excluded;
use crate::question::Question;
use crate::rates::Conversion;
use crate::warning::Warning;

/// The published JSON Schema (draft 2020-12) of an answer: see
/// [`Answer::machine`].
///
/// ```
/// let schema: serde_json::Value = serde_json::from_str(tinh_totals::output::SCHEMA)?;
/// assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
/// # Ok::<(), serde_json::Error>(())
/// ```
pub const SCHEMA: &str = include_str!("../../schema/answer.schema.json");

/// An answer for other programs, made by [`Answer::machine`]: serialise it.
///
/// ```
/// # use tinh_model::Dataset;
/// # use tinh_totals::{Key, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"Hai tỉnh"}
/// # {"type":"observation","id":"hp","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.projects","figure":982}
/// # {"type":"observation","id":"hp-old","source":"s","place":"Hải Phòng","as_of":"2021-12-20","measure":"fdi.projects","figure":900}
/// # {"type":"observation","id":"hd","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.projects","figure":507}"#.as_bytes(), "s.jsonl")?;
/// # let query = || Totals::of(&data).measure(tinh_model::measures::FDI_PROJECTS);
/// use tinh_totals::Language;
/// let machine = query().compute()?.machine(Language::English);
/// let json = serde_json::to_value(&machine)?;
/// assert!(json["rows"].is_array());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Serialize)]
pub struct Machine {
    rows: Vec<Line>,
    totals: Vec<Line>,
    warnings: Vec<Note>,
    excluded: Vec<Note>,
    /// The number of figures outside the query, by kind.
    not_asked: BTreeMap<&'static str, usize>,
    conversions: Vec<Conversion>,
    question: Question,
}

/// One row, or a total: then without a key.
#[derive(Clone, Debug, Serialize)]
struct Line {
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<Fields>,
    #[serde(skip_serializing_if = "Option::is_none")]
    names: Option<Fields>,
    #[serde(skip_serializing_if = "Option::is_none")]
    codes: Option<Fields>,
    measure: String,
    currency: Option<&'static str>,
    #[serde(flatten)]
    value: Value,
    coverage: Covered,
    claims: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<Note>,
    #[serde(skip_serializing_if = "Option::is_none")]
    own: Option<OneSide>,
    #[serde(skip_serializing_if = "Option::is_none")]
    other: Option<OneSide>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<Note>,
}

/// Names with texts, in their order; a text may be unknown.
#[derive(Clone, Debug)]
struct Fields(Vec<(String, Option<String>)>);

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, text) in &self.0 {
            map.serialize_entry(name, text)?;
        }
        map.end()
    }
}

#[derive(Clone, Debug, Serialize)]
struct Value {
    value: Option<String>,
    lower: Option<String>,
    upper: Option<String>,
    qualifier: Option<&'static str>,
}

impl Value {
    fn of(value: Option<&Interval>) -> Self {
        Self {
            value: plain(value.and_then(Interval::nominal)),
            lower: plain(value.and_then(Interval::lower)),
            upper: plain(value.and_then(Interval::upper)),
            qualifier: value.map(|value| value.qualifier().as_str()),
        }
    }
}

/// The units and times of the query that the figures cover.
#[derive(Clone, Debug, Serialize)]
struct Covered {
    /// Whether all of it; null where that is not asked.
    complete: Option<bool>,
    /// The units a restated unit was made of.
    units: Option<CoveredUnits>,
    /// The dates or periods of the figures.
    times: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
struct CoveredUnits {
    reported: usize,
    of: usize,
    missing: Vec<&'static str>,
}

/// A caveat or an exclusion: its kind, the claims, and its text.
#[derive(Clone, Debug, Serialize)]
struct Note {
    kind: &'static str,
    ids: Vec<String>,
    text: String,
}

/// One side of a comparison.
#[derive(Clone, Debug, Serialize)]
struct OneSide {
    #[serde(flatten)]
    value: Value,
    times: Vec<String>,
    producers: Vec<String>,
    claims: Vec<String>,
}

impl Answer<'_> {
    /// The answer for other programs, its texts in a language: rows with the
    /// ids and codes of their groups, plain decimals, what they cover and the
    /// claims they rest on; totals, warnings and exclusions with their kinds;
    /// the query. [`SCHEMA`] describes it.
    ///
    /// ```
    /// use tinh_model::Dataset;
    /// use tinh_totals::{Key, Language, Totals};
    /// # let mut data = Dataset::new();
    /// # data.read_jsonl(r#"{"type":"source","id":"s","title":"t","published":"2023-12-20"}
    /// # {"type":"observation","id":"a","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.registered","figure":"trên 24,5 tỷ USD"}"#.as_bytes(), "s")?;
    /// let answer = Totals::of(&data).measure("fdi.registered".parse()?).by(Key::Province).compute()?;
    /// let json = serde_json::to_value(answer.machine(Language::English))?;
    /// assert_eq!(json["rows"][0]["key"]["province"], "hai-phong");
    /// assert_eq!(json["rows"][0]["lower"], "24500000000");
    /// assert_eq!(json["rows"][0]["claims"][0], "a");
    /// assert_eq!(json["warnings"][0]["kind"], "inexact");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn machine(&self, language: Language) -> Machine {
        self.machine_of(&self.rows().iter().collect::<Vec<_>>(), language)
    }

    /// The same with these of its rows, in this order: the
    /// [largest](Self::top), for instance.
    #[must_use]
    pub fn machine_of(&self, rows: &[&Row<'_>], language: Language) -> Machine {
        let rows = rows.iter().map(|row| self.line(row, true)).collect();
        self.with_lines(rows, language)
    }

    /// The same with comparisons for rows: growth, shares, two sources.
    #[must_use]
    pub fn machine_compared(&self, compared: &[Compared], language: Language) -> Machine {
        let lines = compared
            .iter()
            .map(|one| self.compared_line(one, language))
            .collect();
        self.with_lines(lines, language)
    }

    fn with_lines(&self, rows: Vec<Line>, language: Language) -> Machine {
        let mut not_asked: BTreeMap<&'static str, usize> = BTreeMap::new();
        for excluded in self.excluded() {
            if excluded.reason().is_out_of_question() {
                *not_asked.entry(excluded.reason().kind()).or_default() += 1;
            }
        }
        Machine {
            rows,
            totals: self
                .totals()
                .iter()
                .map(|row| self.line(row, false))
                .collect(),
            warnings: notes(self.data(), self.warnings(), language),
            excluded: self.left_out().map(|e| exclusion(e, language)).collect(),
            not_asked,
            conversions: self.conversions().to_vec(),
            question: self.question().clone(),
        }
    }

    fn line(&self, row: &Row<'_>, is_row: bool) -> Line {
        let groups = is_row.then(|| self.fields(row.groups(), Group::id));
        let names = is_row.then(|| self.fields(row.groups(), |group| Some(group.name())));
        let codes: Vec<_> = row.groups().iter().flat_map(Group::codes).collect();
        let codes = codes
            .into_iter()
            .map(|(name, code)| (name.to_owned(), Some(code)));
        Line {
            key: groups,
            names,
            codes: is_row.then(|| Fields(codes.collect())),
            measure: row.measure().to_string(),
            currency: row.currency().map(Currency::code),
            value: Value::of(Some(&row.value())),
            coverage: self.covered(row),
            claims: claims(row),
            refused: None,
            own: None,
            other: None,
            warnings: Vec::new(),
        }
    }

    fn compared_line(&self, one: &Compared, language: Language) -> Line {
        let refused = one.value.as_ref().err().map(|error| Note {
            kind: error.kind().code(),
            ids: ids(self.data(), &error.kind().ids()),
            text: error.in_language(language),
        });
        let side = |side: &Side| OneSide {
            value: Value::of(Some(&side.value)),
            times: side.times.iter().map(ToString::to_string).collect(),
            producers: side.producers.clone(),
            claims: ids(self.data(), &side.ids),
        };
        let both = one
            .own
            .iter()
            .chain(&one.other)
            .flat_map(|side| side.ids.clone());
        let times = one.own.iter().flat_map(|side| &side.times);
        let is_total = one.groups.is_empty();
        Line {
            key: (!is_total).then(|| self.fields(&one.groups, Group::id)),
            names: (!is_total).then(|| self.fields(&one.groups, |group| Some(group.name()))),
            codes: None,
            measure: one.measure.to_string(),
            currency: one.currency.map(Currency::code),
            value: Value::of(one.value.as_ref().ok()),
            coverage: Covered {
                complete: None,
                units: None,
                times: times.map(ToString::to_string).collect(),
            },
            claims: ids(self.data(), &both.collect::<Vec<_>>()),
            refused,
            own: one.own.as_deref().map(side),
            other: one.other.as_deref().map(side),
            warnings: notes(self.data(), &one.warnings, language),
        }
    }

    fn fields(&self, groups: &[Group], text: impl Fn(&Group) -> Option<String>) -> Fields {
        let keys = self.keys().iter().map(|key| match key {
            Key::Bloc(_) => key.code(),
            key => key.code(),
        });
        let is_rest = matches!(groups, [Group::Rest]);
        let groups = groups.iter().cycle().take(if is_rest {
            self.keys().len()
        } else {
            groups.len()
        });
        Fields(
            keys.zip(groups)
                .map(|(key, group)| (key, text(group)))
                .collect(),
        )
    }

    fn covered(&self, row: &Row<'_>) -> Covered {
        let units = row.coverage().map(|coverage| {
            let (reported, missing) = (coverage.covered().len(), coverage.missing());
            CoveredUnits {
                reported,
                of: reported.saturating_add(missing.len()),
                missing: missing.iter().map(|unit| unit.id().as_str()).collect(),
            }
        });
        let name = row.name();
        let lacks_time = self.warnings().iter().any(|warning| match warning {
            Warning::PartialPeriod { groups, .. } => {
                row.groups().is_empty() || groups.contains(&name)
            }
            _ => false,
        });
        let is_asked = units.is_some()
            || row
                .included()
                .iter()
                .any(|i| i.quantity.time.period().is_some());
        let whole = row
            .coverage()
            .is_none_or(tinh_gazetteer::Coverage::is_complete);
        Covered {
            complete: is_asked.then_some(whole && !lacks_time),
            units,
            times: row.times(),
        }
    }
}

/// The claims a row rests on, each once.
fn claims(row: &Row<'_>) -> Vec<String> {
    let ids: BTreeSet<&str> = row
        .included()
        .iter()
        .map(|i| i.quantity.claim.id())
        .collect();
    ids.into_iter().map(str::to_owned).collect()
}

/// The claims of figures, each once: `nghi-son.amounts[1]` is of `nghi-son`.
fn ids(data: &Dataset, figures: &[String]) -> Vec<String> {
    let of = |figure: &str| {
        let mut id = figure;
        while data.claim(id).is_none() {
            match id.rfind('.').and_then(|at| id.get(..at)) {
                Some(shorter) => id = shorter,
                None => return figure.to_owned(),
            }
        }
        id.to_owned()
    };
    let ids: BTreeSet<String> = figures.iter().map(|figure| of(figure)).collect();
    ids.into_iter().collect()
}

fn notes(data: &Dataset, warnings: &[Warning], language: Language) -> Vec<Note> {
    let note = |warning: &Warning| Note {
        kind: warning.kind(),
        ids: ids(data, warning.ids()),
        text: warning.in_language(language),
    };
    warnings.iter().map(note).collect()
}

fn exclusion(excluded: &Excluded<'_>, language: Language) -> Note {
    Note {
        kind: excluded.reason().kind(),
        ids: vec![excluded.quantity().claim.id().to_owned()],
        text: excluded.reason().in_language(language),
    }
}
