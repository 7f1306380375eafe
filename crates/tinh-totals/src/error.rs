//! Why a query has no answer, and why a file of rates cannot be read.

use std::fmt;
use std::sync::Arc;

use serde::Serialize;
use tinh_figures::Language;
use tinh_model::Measure;

use crate::list::list;
use crate::moment::Moment;
use crate::warning::Warning;

/// The kind of an error, without the place.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{ErrorKind, Totals};
///
/// let data = Dataset::new();
/// let error = Totals::of(&data).compute().unwrap_err();
/// assert_eq!(*error.kind(), ErrorKind::NoMeasure);
/// assert_eq!(error.kind().code(), "no_measure"); // as `machine` output names it
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[non_exhaustive]
pub enum ErrorKind {
    /// The query names no measure.
    NoMeasure,
    /// Values of this measure do not add up: ranks, rates, shares, numbers of
    /// partner countries.
    NotAdditive {
        /// The measure.
        measure: String,
        /// Over what it was to be added.
        over: Over,
    },
    /// Figures of different currencies are to be shown in one, and a rate is
    /// missing.
    NoRate {
        /// The currency of the figure.
        from: &'static str,
        /// The target currency.
        to: &'static str,
        /// The day, or what is known of it.
        on: String,
        /// The figure.
        figure: String,
    },
    /// In strict mode: everything an ordinary answer would have warned of.
    Strict {
        /// The warnings.
        warnings: Vec<Warning>,
    },
    /// A result needs more digits than a decimal has; it is never rounded.
    TooLarge,

    /// The two answers measure different things, or are grouped differently.
    OtherMeasure {
        /// The measure of one side.
        left: String,
        /// The measure of the other side.
        right: String,
    },
    /// One side has no such group.
    OneSided {
        /// The group and its currency; empty for the total.
        group: String,
    },
    /// The two sides cover different territory: a merger happened between them,
    /// or a unit is missing from one.
    OtherTerritory {
        /// The units of one side only.
        units: Vec<String>,
    },
    /// A unit is only partly reported.
    Incomplete {
        /// The group.
        group: String,
        /// The number of its predecessors that have a figure.
        reported: usize,
        /// The number of all predecessors.
        of: usize,
    },
    /// Different spans of the calendar: nine months against a year, a second
    /// quarter against a third.
    OtherPeriods {
        /// The periods of one side.
        earlier: Vec<String>,
        /// Those of the other.
        later: Vec<String>,
    },
    /// Values of one side hold at different dates.
    MixedDates {
        /// The dates.
        dates: Vec<Moment>,
    },
    /// Ranks, rates and shares have no differences of amounts.
    NotAnAmount {
        /// The measure.
        measure: String,
    },
    /// A level and a rate of product at unlike or unstated prices: growth is
    /// given at constant prices, levels at current ones.
    PriceBasis,
    /// Only *about* or open ends: the quotient could be anything.
    NoBounds,
    /// Growth on nothing, or on a loss, means nothing.
    BaseNotPositive,
    /// The rows do not add up to one total.
    NoTotal,
    /// The figure has no value.
    NoValue {
        /// Its id.
        figure: String,
    },
    /// The population of the group in a year is not known.
    NoPopulation {
        /// The group.
        group: String,
        /// The year.
        year: i32,
    },
    /// The figure is not a growth rate, ratio, multiple, share or completion rate.
    NotARate {
        /// The kind.
        expression: String,
    },

    /// The text is not a grouping key.
    Key {
        /// The keys there are.
        keys: String,
    },
    /// The file cannot be read as CSV; the [source](std::error::Error::source)
    /// says why.
    Csv,
    /// The file lacks a column.
    NoColumn {
        /// Its name.
        column: &'static str,
    },
    /// The text is not a whole date.
    Date,
    /// The text is not a currency.
    Currency,
    /// The text is not a rate above zero between two currencies.
    Rate,
    /// The digits have two readings and nothing decides between them.
    TwoReadings {
        /// Both readings as plain decimals.
        readings: [String; 2],
    },
    /// Another rate was given for the same day.
    RateTwice {
        /// The rate known.
        known: String,
    },
}

/// Over what a measure was to be added.
///
/// ```
/// use tinh_model::Dataset;
/// use tinh_totals::{ErrorKind, Over, Totals};
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"s","title":"PCI 2023"}
/// {"type":"observation","id":"1","source":"s","place":"Quảng Ninh","period":"2023","measure":"pci:rank","figure":1}
/// {"type":"observation","id":"2","source":"s","place":"Long An","period":"2023","measure":"pci:rank","figure":2}"#.as_bytes(), "s.jsonl")?;
/// let ranks = Totals::of(&data).measure("pci:rank".parse()?).flows();
/// let error = ranks.compute().unwrap_err(); // ranks of two provinces do not add
/// assert!(matches!(error.kind(), ErrorKind::NotAdditive { over: Over::Places, .. }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Over {
    /// Over places, partners or whatever else a row gathers.
    Places,
    /// Over the predecessors of a merged unit.
    Merger,
}

impl ErrorKind {
    /// The kind as a code: `other_periods`, `strict`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoMeasure => "no_measure",
            Self::NotAdditive { .. } => "not_additive",
            Self::NoRate { .. } => "no_rate",
            Self::Strict { .. } => "strict",
            Self::TooLarge => "too_large",
            Self::OtherMeasure { .. } => "other_measure",
            Self::OneSided { .. } => "one_sided",
            Self::OtherTerritory { .. } => "other_territory",
            Self::Incomplete { .. } => "incomplete",
            Self::OtherPeriods { .. } => "other_periods",
            Self::MixedDates { .. } => "mixed_dates",
            Self::NotAnAmount { .. } => "not_an_amount",
            Self::PriceBasis => "price_basis",
            Self::NoBounds => "no_bounds",
            Self::BaseNotPositive => "base_not_positive",
            Self::NoTotal => "no_total",
            Self::NoValue { .. } => "no_value",
            Self::NoPopulation { .. } => "no_population",
            Self::NotARate { .. } => "not_a_rate",
            Self::Key { .. } => "key",
            Self::Csv => "csv",
            Self::NoColumn { .. } => "no_column",
            Self::Date => "date",
            Self::Currency => "currency",
            Self::Rate => "rate",
            Self::TwoReadings { .. } => "two_readings",
            Self::RateTwice { .. } => "rate_twice",
        }
    }

    /// The ids of the figures it is about.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        match self {
            Self::NoRate { figure, .. } | Self::NoValue { figure } => vec![figure.clone()],
            Self::Strict { warnings } => {
                let mut ids: Vec<String> =
                    warnings.iter().flat_map(Warning::ids).cloned().collect();
                ids.sort();
                ids.dedup();
                ids
            }
            _ => Vec::new(),
        }
    }

    /// In a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Language::Vietnamese => self.vietnamese(),
            _ => self.english(),
        }
    }

    fn english(&self) -> String {
        let said = |text: &str| text.to_owned();
        match self {
            Self::NoMeasure => said("expected a measure, found none"),
            Self::NotAdditive { measure, over } => {
                let over = match over {
                    Over::Places => "provinces",
                    Over::Merger => "a merger of provinces",
                };
                format!("{measure} cannot be added over {over}: it is not additive")
            }
            Self::NoRate {
                from,
                to,
                on,
                figure,
            } => {
                format!("no rate from {from} to {to} on {on}, needed by {figure}")
            }
            Self::Strict { warnings } => {
                let warnings: Vec<String> = warnings.iter().map(ToString::to_string).collect();
                format!("strict: {}", warnings.join("; "))
            }
            Self::TooLarge => said("the result needs more than 28 digits"),
            Self::OtherMeasure { left, right } => {
                format!("{left} and {right} are different measures")
            }
            Self::OneSided { group } if group.is_empty() => said("only one side has a total"),
            Self::OneSided { group } => format!("only one side has {group}"),
            Self::OtherTerritory { units } => {
                format!("the two sides cover different units: {}", units.join(", "))
            }
            Self::Incomplete {
                group,
                reported,
                of,
            } => {
                format!("{group} is incomplete, {reported} of {of} reported")
            }
            Self::OtherPeriods { earlier, later } => {
                format!(
                    "the periods differ: {} and {}",
                    earlier.join(", "),
                    later.join(", ")
                )
            }
            Self::MixedDates { dates } => {
                format!(
                    "values of different dates: {}",
                    list(Language::English, dates)
                )
            }
            Self::NotAnAmount { measure } => format!("{measure} is not an amount"),
            Self::PriceBasis => said(
                "the price basis is not stated: levels are at current prices, growth at constant ones",
            ),
            Self::NoBounds => said("neither bound of the quotient is known"),
            Self::BaseNotPositive => said("the base is not known to be above zero"),
            Self::NoTotal => said("the rows do not add up to one total"),
            Self::NoValue { figure } => format!("{figure} has no value"),
            Self::NoPopulation { group, year } => {
                format!("the population of {group} in {year} is not known")
            }
            Self::NotARate { expression } => format!("{expression} implies no other value"),
            Self::Key { keys } => format!("expected one of {keys}"),
            Self::Csv => said("the file cannot be read as CSV"),
            Self::NoColumn { column } => format!("missing column {column}"),
            Self::Date => said("expected a date such as 2022-12-20 or 20/12/2022"),
            Self::Currency => said("expected a currency such as USD"),
            Self::Rate => said("expected a rate above zero between two currencies"),
            Self::TwoReadings { readings: [a, b] } => {
                format!("expected one reading, found {a} or {b}")
            }
            Self::RateTwice { known } => format!("the rate was {known} on that day before"),
        }
    }

    fn vietnamese(&self) -> String {
        let said = |text: &str| text.to_owned();
        match self {
            Self::NoMeasure => said("chưa nêu chỉ tiêu cần tính tổng"),
            Self::NotAdditive { measure, over } => {
                let over = match over {
                    Over::Places => "giữa các tỉnh",
                    Over::Merger => "khi sáp nhập tỉnh",
                };
                format!("{measure} không cộng được {over}")
            }
            Self::NoRate {
                from,
                to,
                on,
                figure,
            } => {
                format!("không có tỷ giá {from} sang {to} ngày {on} cho {figure}")
            }
            Self::Strict { warnings } => {
                let language = Language::Vietnamese;
                let warnings: Vec<String> =
                    warnings.iter().map(|w| w.in_language(language)).collect();
                format!("chế độ chặt: {}", warnings.join("; "))
            }
            Self::TooLarge => said("kết quả cần hơn 28 chữ số"),
            Self::OtherMeasure { left, right } => {
                format!("{left} và {right} là hai chỉ tiêu khác nhau")
            }
            Self::OneSided { group } if group.is_empty() => said("chỉ một bên có tổng"),
            Self::OneSided { group } => format!("chỉ một bên có {group}"),
            Self::OtherTerritory { units } => {
                format!("địa bàn hai bên khác nhau: {}", units.join(", "))
            }
            Self::Incomplete {
                group,
                reported,
                of,
            } => {
                format!("{group} chưa đủ, mới có {reported}/{of}")
            }
            Self::OtherPeriods { earlier, later } => {
                format!(
                    "hai kỳ không như nhau: {} và {}",
                    earlier.join(", "),
                    later.join(", ")
                )
            }
            Self::MixedDates { dates } => {
                let dates = dates.iter().map(|d| d.in_language(Language::Vietnamese));
                let dates: Vec<String> = dates.collect();
                format!(
                    "số liệu của nhiều thời điểm: {}",
                    list(Language::Vietnamese, &dates)
                )
            }
            Self::NotAnAmount { measure } => format!("{measure} không phải là một lượng"),
            Self::PriceBasis => said(
                "không nêu theo giá nào: quy mô tính theo giá hiện hành, tăng trưởng theo giá so sánh",
            ),
            Self::NoBounds => said("thương không có giới hạn nào"),
            Self::BaseNotPositive => said("không chắc gốc so sánh lớn hơn 0"),
            Self::NoTotal => said("không có một tổng duy nhất"),
            Self::NoValue { figure } => format!("{figure} không có giá trị"),
            Self::NoPopulation { group, year } => {
                format!("không có dân số của {group} năm {year}")
            }
            Self::NotARate { expression } => {
                format!("không suy ra được giá trị nào từ {expression}")
            }
            Self::Key { keys } => format!("cần một trong {keys}"),
            Self::Csv => said("không đọc được tệp CSV"),
            Self::NoColumn { column } => format!("thiếu cột {column}"),
            Self::Date => said("cần một ngày như 20/12/2022 hoặc 2022-12-20"),
            Self::Currency => said("cần một loại tiền như USD"),
            Self::Rate => said("cần một tỷ giá lớn hơn 0 giữa hai loại tiền"),
            Self::TwoReadings { readings: [a, b] } => {
                format!("đọc được hai cách: {a} hoặc {b}")
            }
            Self::RateTwice { known } => format!("trước đó tỷ giá ngày này là {known}"),
        }
    }
}

/// In English.
impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english())
    }
}

/// A cell of a file.
///
/// ```
/// use tinh_totals::RateTable;
/// let file = "date,from,to,rate\n2022-12-20,USD,VND,23646\n2022-12-21,USD,VND,-";
/// let error = RateTable::read_csv(file.as_bytes()).unwrap_err();
/// let location = error.location().ok_or("not in a file")?;
/// assert_eq!((location.line, location.column.as_str()), (3, "rate"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Location {
    /// The line of the file, counted from 1.
    pub line: u64,
    /// The column; empty for the whole line.
    pub column: String,
}

/// Why there is no answer: a kind that can be matched; for files the place and
/// the text; the cause.
///
/// ```
/// use tinh_totals::{ErrorKind, Language, RateTable};
/// let error = RateTable::read_csv("date,from,to,rate\nhôm qua,USD,VND,23646".as_bytes())
///     .unwrap_err();
/// assert_eq!(*error.kind(), ErrorKind::Date);
/// assert_eq!(
///     error.to_string(),
///     "line 2: date: expected a date such as 2022-12-20 or 20/12/2022, found \"hôm qua\"",
/// );
/// assert_eq!(
///     error.in_language(Language::Vietnamese),
///     "dòng 2: date: cần một ngày như 20/12/2022 hoặc 2022-12-20, gặp \"hôm qua\"",
/// );
/// ```
#[derive(Clone, Debug)]
pub struct Error(Box<Inner>);

/// Behind a pointer: a result is no larger for what may go wrong.
#[derive(Clone, Debug)]
struct Inner {
    kind: ErrorKind,
    location: Option<Location>,
    text: String,
    cause: Option<Arc<dyn std::error::Error + Send + Sync>>,
}

impl Error {
    pub(crate) fn of_text(kind: ErrorKind, text: &str) -> Self {
        Self(Box::new(Inner {
            kind,
            location: None,
            text: text.to_owned(),
            cause: None,
        }))
    }

    pub(crate) fn not_additive(measure: &Measure, over: Over) -> Self {
        let measure = measure.to_string();
        ErrorKind::NotAdditive { measure, over }.into()
    }

    pub(crate) fn at(mut self, line: u64, column: &str) -> Self {
        let column = column.to_owned();
        self.0.location = Some(Location { line, column });
        self
    }

    pub(crate) fn caused_by(
        mut self,
        cause: impl std::error::Error + Send + Sync + 'static,
    ) -> Self {
        self.0.cause = Some(Arc::new(cause));
        self
    }

    /// The kind.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// Where, for what is read from a file.
    #[must_use]
    pub fn location(&self) -> Option<&Location> {
        self.0.location.as_ref()
    }

    /// The user's own text; empty where there is none.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// In a language, the cause included.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        let mut message = String::new();
        if let Some(Location { line, column }) = &self.0.location {
            message = format!("{} {line}: ", language.choose("dòng", "line"));
            if !column.is_empty() {
                message.push_str(&format!("{column}: "));
            }
        }
        message.push_str(&self.0.kind.in_language(language));
        if !self.0.text.is_empty() {
            message.push_str(&format!(
                ", {} {:?}",
                language.choose("gặp", "found"),
                self.0.text
            ));
        }
        if let Some(cause) = &self.0.cause {
            message.push_str(&format!(": {cause}"));
        }
        message
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self::of_text(kind, "")
    }
}

/// Without the cause, which cannot be compared.
impl PartialEq for Error {
    fn eq(&self, other: &Self) -> bool {
        let (own, other) = (&self.0, &other.0);
        (&own.kind, &own.location, &own.text) == (&other.kind, &other.location, &other.text)
    }
}

impl Eq for Error {}

/// In English.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_language(Language::English))
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let cause = self.0.cause.as_deref()?;
        Some(cause)
    }
}

/// As `ask --json` prints a refusal: kind, text in Vietnamese and ids.
impl Serialize for Error {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut fields = serializer.serialize_struct("Error", 3)?;
        fields.serialize_field("kind", self.0.kind.code())?;
        fields.serialize_field("text", &self.in_language(Language::Vietnamese))?;
        fields.serialize_field("ids", &self.0.kind.ids())?;
        fields.end()
    }
}
