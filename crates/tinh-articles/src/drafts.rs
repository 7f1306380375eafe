//! Draft claims and the marks of the text, as plain data that serialises.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use tinh_figures::{Currency, Qualifier};

use crate::events::DraftEvent;
use crate::span::Span;
use crate::unattached::Unattached;

/// How firm a field of a draft is: by where it was found, not a probability.
///
/// ```
/// # use tinh_articles::*;
/// # let text = "Tính đến ngày 20/12/2022, tỉnh Vĩnh Long có 70 dự án FDI còn hiệu lực, tổng vốn đăng ký 876,92 triệu USD, tăng 12% so với cùng kỳ.";
/// # let found = Article::new(text).draft()?;
/// assert_eq!(found.drafts[0].subject.grade, Grade::Printed); // "tỉnh Vĩnh Long"
/// # Ok::<(), ArticleError>(())
/// ```
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// Nothing in the article tells: the field is empty.
    #[default]
    Unknown,
    /// By a convention, such as a stock without a date being that of the
    /// publication.
    Assumed,
    /// From another sentence: a topic that stays, a title, the head of a list.
    Inherited,
    /// From earlier in the sentence.
    Carried,
    /// Beside the figure.
    Printed,
}

/// A field of a draft: its value, where it comes from, what else it could be.
///
/// ```
/// # use tinh_articles::*;
/// # let text = "Tính đến ngày 20/12/2022, tỉnh Vĩnh Long có 70 dự án FDI còn hiệu lực, tổng vốn đăng ký 876,92 triệu USD, tăng 12% so với cùng kỳ.";
/// # let found = Article::new(text).draft()?;
/// let time = &found.drafts[0].time;
/// let words: Vec<_> = time.evidence.iter().map(|span| &text[span.start..span.end]).collect();
/// assert_eq!(words, ["Tính đến ngày 20/12/2022"]);
/// # Ok::<(), ArticleError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Field<T> {
    /// The value; none where the article does not tell.
    pub value: Option<T>,
    /// How firm it is.
    pub grade: Grade,
    /// The bytes it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Span>,
    /// Other values the words allow, the likeliest first.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<T>,
}

impl<T> Default for Field<T> {
    fn default() -> Self {
        Self {
            value: None,
            grade: Grade::Unknown,
            evidence: Vec::new(),
            alternatives: Vec::new(),
        }
    }
}

/// The subject of a figure.
///
/// ```
/// # use tinh_articles::*;
/// # let text = "Tính đến ngày 20/12/2022, tỉnh Vĩnh Long có 70 dự án FDI còn hiệu lực, tổng vốn đăng ký 876,92 triệu USD, tăng 12% so với cùng kỳ.";
/// # let found = Article::new(text).draft()?;
/// assert_eq!(found.drafts[0].subject.value, Some(Subject::Province("vinh-long".into())));
/// # Ok::<(), ArticleError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "type", content = "id", rename_all = "kebab-case")]
pub enum Subject {
    /// A province, by its id that outlives dates: `hai-phong`.
    Province(String),
    /// A country, by its ISO 3166-1 code.
    Country(String),
    /// A company, a school, a bank: as printed.
    Organisation(String),
    /// A project, an industrial park, a district: as printed.
    Project(String),
}

/// When a draft holds.
///
/// ```
/// # use tinh_articles::*;
/// # let text = "Tính đến ngày 20/12/2022, tỉnh Vĩnh Long có 70 dự án FDI còn hiệu lực, tổng vốn đăng ký 876,92 triệu USD, tăng 12% so với cùng kỳ.";
/// # let found = Article::new(text).draft()?;
/// assert!(matches!(found.drafts[0].time.value, Some(DraftTime::AsOf(date)) if date.to_string() == "2022-12-20"));
/// # Ok::<(), ArticleError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DraftTime {
    /// Over a period, from the first day to the last.
    During(#[serde(with = "text")] tinh_model::time::Period),
    /// At a date.
    AsOf(#[serde(with = "text")] tinh_model::time::PartialDate),
    /// At the publication, on whatever day that was.
    Publication,
}

/// Values kept as the text they print.
mod text {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use std::fmt::Display;
    use std::str::FromStr;

    pub(super) fn serialize<T: Display, S: Serializer>(
        value: &T,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_str(value)
    }

    pub(super) fn deserialize<'de, T: FromStr<Err: Display>, D: Deserializer<'de>>(
        from: D,
    ) -> Result<T, D::Error> {
        String::deserialize(from)?.parse().map_err(D::Error::custom)
    }
}

/// Whether a figure is reported, estimated or intended.
///
/// ```
/// use tinh_articles::{Article, DraftStatus};
/// let text = "Năm 2024, tỉnh Vĩnh Long phấn đấu thu hút 10 dự án FDI.";
/// let found = Article::new(text).draft()?;
/// assert_eq!(found.drafts[0].status.value, Some(DraftStatus::Target));
/// # Ok::<(), tinh_articles::ArticleError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DraftStatus {
    /// Simply stated.
    #[default]
    Reported,
    /// `ước`.
    Estimate,
    /// `dự báo`, `nếu`.
    Forecast,
    /// `mục tiêu`, `phấn đấu`.
    Target,
    /// `sẽ`, `dự kiến`.
    Planned,
    /// `phê duyệt`.
    Approved,
    /// `đề xuất`, `kêu gọi`.
    Proposed,
}

impl DraftStatus {
    /// The code written in datasets.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Estimate => "estimate",
            Self::Forecast => "forecast",
            Self::Target => "target",
            Self::Planned => "planned",
            Self::Approved => "approved",
            Self::Proposed => "proposed",
        }
    }
}

/// How a percentage or a multiple compares.
///
/// ```
/// use tinh_articles::{Article, ComparisonKind};
/// let text = "Năm 2022, thu ngân sách của tỉnh Vĩnh Long đạt 6.000 tỷ đồng, đạt 102% dự toán.";
/// let found = Article::new(text).draft()?;
/// assert_eq!(found.drafts[0].comparisons[0].kind, ComparisonKind::PlanCompletion);
/// # Ok::<(), tinh_articles::ArticleError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ComparisonKind {
    /// `tăng 12%`, `giảm 3%`.
    Growth,
    /// `bằng 85% cùng kỳ`.
    Ratio,
    /// `gấp 2,5 lần`.
    Multiple,
    /// `đạt 102% dự toán`.
    PlanCompletion,
    /// `chiếm 23%`.
    Share,
    /// `vượt 5% kế hoạch`.
    ExceedsPlan,
    /// `tăng 500 tỷ đồng`.
    Increase,
}

impl ComparisonKind {
    /// The code written in datasets.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Growth => "growth",
            Self::Ratio => "ratio",
            Self::Multiple => "multiple",
            Self::PlanCompletion => "plan-completion",
            Self::Share => "share",
            Self::ExceedsPlan => "exceeds-plan",
            Self::Increase => "increase",
        }
    }
}

/// Which way a growth goes.
///
/// ```
/// # use tinh_articles::*;
/// # let text = "Tính đến ngày 20/12/2022, tỉnh Vĩnh Long có 70 dự án FDI còn hiệu lực, tổng vốn đăng ký 876,92 triệu USD, tăng 12% so với cùng kỳ.";
/// # let found = Article::new(text).draft()?;
/// assert_eq!(found.drafts[1].comparisons[0].direction, Some(Trend::Up));
/// # Ok::<(), ArticleError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    /// `tăng`.
    Up,
    /// `giảm`.
    Down,
}

/// The base of a comparison.
///
/// ```
/// use tinh_articles::{Article, DraftBase};
/// let text = "Năm 2022, xuất khẩu của tỉnh Vĩnh Long đạt 793 triệu USD, tăng 37,91% so với năm 2021.";
/// let found = Article::new(text).draft()?;
/// let growth = &found.drafts[0].comparisons[0];
/// assert_eq!(growth.base, Some(DraftBase::Period("2021".into())));
/// # Ok::<(), tinh_articles::ArticleError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DraftBase {
    /// The year before, or the same period of it.
    PreviousYear,
    /// The quarter before.
    PreviousQuarter,
    /// The month before.
    PreviousMonth,
    /// The plan.
    Plan,
    /// The whole a share is of.
    Total,
    /// A printed period: `2019`, `2020-10`.
    Period(String),
}

impl fmt::Display for DraftBase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::PreviousYear => "previous-year",
            Self::PreviousQuarter => "previous-quarter",
            Self::PreviousMonth => "previous-month",
            Self::Plan => "plan",
            Self::Total => "total",
            Self::Period(period) => period,
        })
    }
}

impl Serialize for DraftBase {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DraftBase {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Ok(match text.as_str() {
            "previous-year" => Self::PreviousYear,
            "previous-quarter" => Self::PreviousQuarter,
            "previous-month" => Self::PreviousMonth,
            "plan" => Self::Plan,
            "total" => Self::Total,
            _ => Self::Period(text),
        })
    }
}

/// A comparison of a draft's figure.
///
/// ```
/// # use tinh_articles::*;
/// # let text = "Tính đến ngày 20/12/2022, tỉnh Vĩnh Long có 70 dự án FDI còn hiệu lực, tổng vốn đăng ký 876,92 triệu USD, tăng 12% so với cùng kỳ.";
/// # let found = Article::new(text).draft()?;
/// let growth = &found.drafts[1].comparisons[0];
/// assert_eq!((growth.kind, growth.value), (ComparisonKind::Growth, Some(12.into())));
/// # Ok::<(), ArticleError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Comparison {
    /// The kind.
    pub kind: ComparisonKind,
    /// The direction, of growth.
    pub direction: Option<Trend>,
    /// The base; `None` where it is not printed.
    pub base: Option<DraftBase>,
    /// The bytes of the comparing figure.
    pub span: Span,
    /// Its value: percent, or times.
    pub value: Option<Decimal>,
    /// The words that decided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Span>,
}

/// A printed figure.
///
/// ```
/// # use tinh_articles::*;
/// # let text = "Tính đến ngày 20/12/2022, tỉnh Vĩnh Long có 70 dự án FDI còn hiệu lực, tổng vốn đăng ký 876,92 triệu USD, tăng 12% so với cùng kỳ.";
/// # let found = Article::new(text).draft()?;
/// assert_eq!(found.drafts[1].figure.printed, "876,92 triệu USD");
/// # Ok::<(), ArticleError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DraftFigure {
    /// As printed, with its qualifier and noun: `hơn 24,5 tỷ USD`.
    pub printed: String,
    /// The value in base units; none of a range or an order of magnitude.
    pub value: Option<Decimal>,
    /// Both ends of a range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<(Decimal, Decimal)>,
    /// An ISO 4217 code, `%`, `lần`, or the noun counted.
    pub unit: String,
    /// How the number bounds the truth.
    #[serde(with = "qualifier")]
    pub qualifier: Qualifier,
    /// Its currency, of money.
    #[serde(skip)]
    pub currency: Option<Currency>,
}

impl DraftFigure {
    /// The code of the qualifier: `exact`, `approx`, `more_than`, `at_least`,
    /// `almost`, `less_than`, `at_most`, `range` or `indefinite`.
    #[must_use]
    pub fn qualifier_code(&self) -> &'static str {
        qualifier::code(self.qualifier)
    }
}

/// The codes of qualifiers.
mod qualifier {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use tinh_figures::Qualifier;

    const ALL: [(Qualifier, &str); 9] = [
        (Qualifier::Exact, "exact"),
        (Qualifier::About, "approx"),
        (Qualifier::MoreThan, "more_than"),
        (Qualifier::AtLeast, "at_least"),
        (Qualifier::Almost, "almost"),
        (Qualifier::LessThan, "less_than"),
        (Qualifier::AtMost, "at_most"),
        (Qualifier::Range, "range"),
        (Qualifier::Indefinite, "indefinite"),
    ];

    pub(super) fn code(qualifier: Qualifier) -> &'static str {
        ALL.iter()
            .find(|(q, _)| *q == qualifier)
            .map_or("exact", |c| c.1)
    }

    pub(super) fn serialize<S: Serializer>(value: &Qualifier, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(code(*value))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Qualifier, D::Error> {
        let text = String::deserialize(from)?;
        let found = ALL.iter().find(|(_, code)| *code == text);
        found
            .map(|c| c.0)
            .ok_or_else(|| D::Error::custom(format!("unknown qualifier {text:?}")))
    }
}

/// A draft claim: one printed figure, and what the article says of it.
///
/// ```
/// use tinh_articles::Article;
/// let text = "Đến ngày 20/12/2022, Vĩnh Long có tổng vốn FDI đăng ký 876,92 triệu USD.";
/// let found = Article::new(text).draft()?;
/// let draft = &found.drafts[0];
/// assert_eq!(draft.measure.value.as_deref(), Some("fdi.registered"));
/// assert_eq!(&text[draft.span.start..draft.span.end], "876,92 triệu USD");
/// // A claim of the model, once a person has accepted it.
/// let claim = draft.claim("vl", None, text)?;
/// assert_eq!(claim.place().name(), "Vĩnh Long");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Draft {
    /// Its number in the article, from 1.
    pub id: usize,
    /// The bytes of the figure.
    pub span: Span,
    /// The figure.
    pub figure: DraftFigure,
    /// The subject of a figure.
    pub subject: Field<Subject>,
    /// The measure: a code of the model's measures, or a proposed one.
    pub measure: Field<String>,
    /// When it holds.
    pub time: Field<DraftTime>,
    /// Whether it is reported, estimated or intended.
    pub status: Field<DraftStatus>,
    /// What it is limited to: `partner`, `industry`, `zone`, as printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dimension: Vec<(String, String)>,
    /// For a figure that is itself a growth rate: its direction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Trend>,
    /// For a figure that is itself a comparison: its base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<DraftBase>,
    /// The comparisons printed beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparisons: Vec<Comparison>,
    /// The draft of the same figure, where this one repeats it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<usize>,
    /// The draft of the total this is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<usize>,
}

/// The kind of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MarkedAs {
    /// A figure.
    Figure,
    /// A province, a country, a bloc.
    Place,
    /// A date or a period.
    Date,
    /// A project, a zone, an organisation.
    Name,
}

/// A marked run of the text.
///
/// ```
/// # use tinh_articles::*;
/// # let text = "Tính đến ngày 20/12/2022, tỉnh Vĩnh Long có 70 dự án FDI còn hiệu lực, tổng vốn đăng ký 876,92 triệu USD, tăng 12% so với cùng kỳ.";
/// # let found = Article::new(text).draft()?;
/// let mut places = found.marks.iter().filter(|mark| mark.kind == MarkedAs::Place);
/// assert!(places.any(|mark| &text[mark.span.start..mark.span.end] == "Vĩnh Long"));
/// # Ok::<(), ArticleError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TextMark {
    /// Its bytes.
    pub span: Span,
    /// The kind.
    pub kind: MarkedAs,
}

/// Everything drafted from one article.
///
/// ```
/// # use tinh_articles::*;
/// # let text = "Tính đến ngày 20/12/2022, tỉnh Vĩnh Long có 70 dự án FDI còn hiệu lực, tổng vốn đăng ký 876,92 triệu USD, tăng 12% so với cùng kỳ.";
/// # let found = Article::new(text).draft()?;
/// assert_eq!((found.drafts.len(), found.unattached.len()), (2, 0));
/// # Ok::<(), ArticleError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Drafts {
    /// The draft claims, in the order of the text.
    pub drafts: Vec<Draft>,
    /// The figures that are not drafts, each with the reason.
    pub unattached: Vec<Unattached>,
    /// The events reported, in the order of their mentions.
    pub events: Vec<DraftEvent>,
    /// Figures, places, dates and names, in the order of the text.
    pub marks: Vec<TextMark>,
}
