//! The query.

use chrono::NaiveDate;
use serde::{Serialize, Serializer, ser::SerializeStruct};
use tinh_figures::Currency;
use tinh_gazetteer::Units;
use tinh_model::Measure;
use tinh_model::time::Period;

use crate::key::Key;

/// When the figures of a query hold.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{Totals, When};
///
/// let data = Dataset::new();
/// let query = Totals::of(&data).measure(measures::EXPORTS).during("2022".parse()?);
/// let answer = query.compute()?;
/// let When::During(period) = answer.question().when else {
///     return Err("not a question about a period".into());
/// };
/// assert_eq!(period.to_string(), "2022-01-01/2022-12-31");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum When {
    /// The newest stock of each place.
    Latest,
    /// The newest stock of each place at or before a day.
    By(NaiveDate),
    /// The flow over a period.
    During(Period),
    /// Flows, whatever their period.
    Flows,
    /// Events, whenever they were.
    Events,
}

/// Whether a query is about places, the nation or single projects.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{Level, Totals};
///
/// let data = Dataset::new();
/// let nation = Totals::of(&data).measure(measures::EXPORTS).flows().national().compute()?;
/// assert_eq!(nation.question().level, Level::Nation);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Level {
    /// Provinces, cities and the sea.
    Places,
    /// The nation's own figures.
    Nation,
    /// Single projects and investors.
    Projects,
}

/// The query an answer answers: for headings, and to ask it again.
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
/// let answer = query().on("2021-12-31".parse()?).compute()?;
/// let question = answer.question();
/// assert!(format!("{question:?}").contains("2021-12-31"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Question {
    /// The measures.
    pub measures: Vec<Measure>,
    /// When the figures hold.
    pub when: When,
    /// Whether they are of places, the nation or projects.
    pub level: Level,
    /// The keys they are grouped by.
    pub keys: Vec<Key>,
    /// The units that places are restated to.
    pub restated_to: Option<Units>,
    /// The producers preferred, the first most.
    pub prefer: Vec<String>,
    /// The day of knowledge: sources published later do not count.
    pub vintage: Option<NaiveDate>,
    /// The currency that amounts are converted to, if any.
    pub currency: Option<Currency>,
    /// Whether a warning is an error.
    pub strict: bool,
}

/// Codes and dates, as `ask` takes them.
impl Serialize for Question {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let measures: Vec<String> = self.measures.iter().map(ToString::to_string).collect();
        let keys: Vec<String> = self.keys.iter().map(|key| key.code()).collect();
        let (when, date) = match self.when {
            When::Latest => ("latest", None),
            When::By(day) => ("on", Some(day.to_string())),
            When::During(period) => ("during", Some(period.to_string())),
            When::Flows => ("flows", None),
            When::Events => ("events", None),
        };
        let mut fields = serializer.serialize_struct("Question", 10)?;
        fields.serialize_field("measures", &measures)?;
        fields.serialize_field("by", &keys)?;
        fields.serialize_field("when", when)?;
        fields.serialize_field("date", &date)?;
        fields.serialize_field("level", &self.level)?;
        fields.serialize_field("restated_to", &self.restated_to.map(|units| units.date()))?;
        fields.serialize_field("prefer", &self.prefer)?;
        fields.serialize_field("as_known_on", &self.vintage)?;
        fields.serialize_field("currency", &self.currency.map(Currency::code))?;
        fields.serialize_field("strict", &self.strict)?;
        fields.end()
    }
}
