//! Reasons why a figure is not part of a total.

use std::fmt;

use serde::Serialize;
use tinh_model::Measure;
use tinh_model::claim::{Realm, Status};
use tinh_model::entity::ProjectState;

use crate::moment::Moment;
use tinh_figures::Language;

/// The kind of event that does not count as done.
///
/// ```
/// use tinh_totals::{Language, NotInEffect, Reason};
/// let reason = Reason::NotInEffect { state: NotInEffect::Mission };
/// assert_eq!(reason.to_string(), "a mission planned or called off");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NotInEffect {
    /// An agreement not signed, or no longer in force.
    Agreement,
    /// A relation that is only sought, or dormant.
    Relation,
    /// A mission planned or called off.
    Mission,
}

/// Why a figure cannot be carried over to the units of another date.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::tinh_gazetteer::Units;
/// use tinh_totals::{NotRestatable, Reason, Totals};
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"s","title":"An old yearbook"}
/// {"type":"observation","id":"ht","source":"s","place":"Hà Tây","as_of":"2007-12-31","measure":"fdi.projects","figure":100}"#.as_bytes(), "s.jsonl")?;
/// let query = Totals::of(&data).measure(measures::FDI_PROJECTS);
/// let answer = query.restated_to(Units::on("1990-01-01".parse()?)).compute()?;
/// assert!(matches!(
///     answer.excluded()[0].reason(),
///     Reason::NotRestatable { why: NotRestatable::Unknown },
/// ));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NotRestatable {
    /// All of it but a district or a few communes is in the first of these units.
    Partly(Vec<String>),
    /// Its territory is divided among these units.
    Split(Vec<String>),
    /// Nothing is known of the units of that date.
    Unknown,
}

/// A span of time that figures are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum PeriodLength {
    /// A year.
    Year,
    /// A quarter.
    Quarter,
    /// A month.
    Month,
}

/// A rule of plausibility, of the table `data/plausible.tsv`.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{Reason, Totals};
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"s","title":"A table whose unit was read wrongly"}
/// {"type":"observation","id":"a","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.registered","figure":"9150000 tỷ USD"}"#.as_bytes(), "s.jsonl")?;
/// let answer = Totals::of(&data).measure(measures::FDI_REGISTERED).compute()?;
/// let Reason::Implausible { rule } = answer.excluded()[0].reason() else {
///     return Err("plausible".into());
/// };
/// assert_eq!((rule.rule, rule.english), ("usd-place", "twice the product of the country"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[non_exhaustive]
pub struct Implausible {
    /// Its name in the table.
    pub rule: &'static str,
    /// Why no amount is so large, in Vietnamese.
    pub vietnamese: &'static str,
    /// The same in English.
    pub english: &'static str,
}

/// Why a figure was left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// It measures something else.
    OtherMeasure {
        /// The measure.
        measure: Measure,
    },
    /// Its source does not match the query.
    OtherSource,
    /// Its place does not match the query.
    OtherPlace,
    /// Its partner does not match the query.
    OtherPartner,
    /// Its sector does not match the query.
    OtherSector,
    /// Its status does not match the query.
    OtherStatus {
        /// Its status.
        status: Status,
    },
    /// It was not published by the day of the vintage, or its date is unknown.
    NotYetPublished {
        /// When its source was published; empty where that is not known.
        published: String,
    },
    /// It is a figure of a province; the query is about the nation.
    NotNational,
    /// It is a figure of a place; the query is about single projects.
    NotOfAProject,
    /// It is a figure of the whole; the query is about single partners or
    /// sectors.
    NotBrokenDown,
    /// It is of several partners together, and how much of each is not said.
    SeveralPartners {
        /// The partners.
        partners: Vec<String>,
    },
    /// Its partner is not a single country.
    NoOneCountry {
        /// The partner.
        partner: String,
    },
    /// Partners are counted in all, and how many of each country is not said.
    NotSplit {
        /// The number, as printed.
        total: String,
    },
    /// There are more partners than it names.
    OpenList,
    /// It names no country.
    NobodyNamed,
    /// It is proposed, sought or called off, or has ended.
    NotInEffect {
        /// The kind of event.
        state: NotInEffect,
    },
    /// A free trade agreement is national: no province is a party to it.
    NotOfTheProvince,
    /// Its period is in more than one year, quarter or month.
    SeveralSpans {
        /// Its period.
        period: String,
        /// The span of the query.
        span: PeriodLength,
    },
    /// The same producer published another figure of the same place and time
    /// later.
    Revised {
        /// The later figure.
        by: String,
    },
    /// It is of the nation, which the parts add up to.
    National,
    /// It is a plan, a target or a commitment, not a fact.
    NotActual {
        /// Plan, target or commitment.
        realm: Realm,
    },
    /// It belongs to one project or investor and is part of the stock.
    PartOfStock,
    /// It is of a part that the source names and is part of the whole.
    NamedPart {
        /// The part, as printed.
        part: String,
    },
    /// It belongs to one partner or sector and is part of the whole.
    Breakdown,
    /// It counts without a number (`nhiều`, `hàng trăm`).
    NoValue {
        /// The words printed.
        text: String,
    },
    /// It is a flow, or has no time; the query is about stocks.
    NotAStock,
    /// It is a stock, or has no time; the query is about flows.
    NotAFlow,
    /// It is not an event of the period of the query.
    NotOfThePeriod {
        /// When it was.
        time: String,
    },
    /// It holds later than the date of the query.
    Later {
        /// When it holds.
        as_of: Moment,
    },
    /// Its date is too vague to tell whether it holds by the date of the query.
    DateUnknown {
        /// Its date as far as it is known.
        as_of: Moment,
    },
    /// Its period is not within the one asked.
    OtherPeriod {
        /// Its period.
        period: String,
    },
    /// Its period overlaps one that was included.
    PeriodOverlaps {
        /// The figure included.
        with: String,
    },
    /// The fact is included already.
    SameAs {
        /// The figure included.
        other: String,
    },
    /// It repeats a figure included: everything that identifies the event,
    /// project or agreement is the same.
    ToldAgain {
        /// The figure included.
        other: String,
    },
    /// It is consistent with a more precise figure included: `gần 400` beside
    /// 392,5.
    ConsistentWith {
        /// The figure included.
        other: String,
    },
    /// It and others correct or contain one another in a ring.
    Ring {
        /// The claims of the ring.
        with: Vec<String>,
    },
    /// It is beyond what a rule of plausibility allows.
    Implausible {
        /// The rule.
        rule: Implausible,
    },
    /// Its project is not licensed, or no longer in force: its amounts are not
    /// registered.
    NotInForce {
        /// The state of the project.
        state: ProjectState,
    },
    /// It is contained in a figure included.
    PartOf {
        /// The figure included.
        whole: String,
    },
    /// Another claim corrects it.
    CorrectedBy {
        /// That claim.
        other: String,
    },
    /// A later figure of the same place is included.
    Superseded {
        /// The later figure.
        by: String,
    },
    /// A figure of a preferred producer is included.
    LessPreferred {
        /// The preferred figure.
        by: String,
    },
    /// Other figures of the same date contradict it, and no producer is preferred.
    Conflict {
        /// The other figures.
        with: Vec<String>,
    },
    /// Other figures differ and may be true as well (`trên 24,5` and `24,9`), and
    /// no producer is preferred.
    Undecided {
        /// The other figures.
        with: Vec<String>,
    },
    /// Its territory is wholly or partly included under another unit.
    TerritoryOverlaps {
        /// The figure included.
        with: String,
    },
    /// Its territory is in more than one unit of the target date.
    NotRestatable {
        /// The units its territory is in.
        why: NotRestatable,
    },
}

impl Reason {
    /// The kind as a code: `other_measure`, `told_again`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::OtherMeasure { .. } => "other_measure",
            Self::OtherSource => "other_source",
            Self::OtherPlace => "other_place",
            Self::OtherPartner => "other_partner",
            Self::OtherSector => "other_sector",
            Self::OtherStatus { .. } => "other_status",
            Self::NotYetPublished { .. } => "not_yet_published",
            Self::NotNational => "not_national",
            Self::NotOfAProject => "not_of_a_project",
            Self::NotBrokenDown => "not_broken_down",
            Self::SeveralPartners { .. } => "several_partners",
            Self::NoOneCountry { .. } => "no_one_country",
            Self::NotSplit { .. } => "not_split",
            Self::OpenList => "open_list",
            Self::NobodyNamed => "nobody_named",
            Self::NotInEffect { .. } => "not_in_effect",
            Self::NotOfTheProvince => "not_of_the_province",
            Self::SeveralSpans { .. } => "several_spans",
            Self::Revised { .. } => "revised",
            Self::National => "national",
            Self::NotActual { .. } => "not_actual",
            Self::PartOfStock => "part_of_stock",
            Self::NamedPart { .. } => "named_part",
            Self::Breakdown => "breakdown",
            Self::NoValue { .. } => "no_value",
            Self::NotAStock => "not_a_stock",
            Self::NotAFlow => "not_a_flow",
            Self::NotOfThePeriod { .. } => "not_of_the_period",
            Self::Later { .. } => "later",
            Self::DateUnknown { .. } => "date_unknown",
            Self::OtherPeriod { .. } => "other_period",
            Self::PeriodOverlaps { .. } => "period_overlaps",
            Self::SameAs { .. } => "same_as",
            Self::ToldAgain { .. } => "told_again",
            Self::ConsistentWith { .. } => "consistent_with",
            Self::Ring { .. } => "ring",
            Self::Implausible { .. } => "implausible",
            Self::NotInForce { .. } => "not_in_force",
            Self::PartOf { .. } => "part_of",
            Self::CorrectedBy { .. } => "corrected_by",
            Self::Superseded { .. } => "superseded",
            Self::LessPreferred { .. } => "less_preferred",
            Self::Conflict { .. } => "conflict",
            Self::Undecided { .. } => "undecided",
            Self::TerritoryOverlaps { .. } => "territory_overlaps",
            Self::NotRestatable { .. } => "not_restatable",
        }
    }

    /// Whether the figure is outside the query, as opposed to matching it and
    /// excluded.
    #[must_use]
    pub const fn is_out_of_question(&self) -> bool {
        matches!(
            self,
            Self::OtherMeasure { .. }
                | Self::OtherSource
                | Self::OtherPlace
                | Self::OtherPartner
                | Self::OtherSector
                | Self::OtherStatus { .. }
                | Self::NotYetPublished { .. }
                | Self::NotNational
                | Self::NotOfAProject
        )
    }

    /// Whether a reader of the total would expect the figure in it: it has no
    /// usable value or date, contradicts another, or cannot be restated. What
    /// is repeated, contained, planned or superseded is rightly left out.
    #[must_use]
    pub const fn is_surprising(&self) -> bool {
        matches!(
            self,
            Self::NoValue { .. }
                | Self::DateUnknown { .. }
                | Self::Conflict { .. }
                | Self::Undecided { .. }
                | Self::TerritoryOverlaps { .. }
                | Self::PeriodOverlaps { .. }
                | Self::NotRestatable { .. }
                | Self::NoOneCountry { .. }
                | Self::Ring { .. }
                | Self::Implausible { .. }
                | Self::SeveralPartners { .. }
        )
    }

    /// In a language.
    ///
    /// ```
    /// use tinh_totals::{Language, Reason};
    /// let reason = Reason::PartOf { whole: "004-021".to_owned() };
    /// assert_eq!(reason.to_string(), "part of 004-021");
    /// assert_eq!(reason.in_language(Language::Vietnamese), "là một phần của 004-021");
    /// ```
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Language::Vietnamese => self.vietnamese(),
            _ => self.english(),
        }
    }

    /// The same with other words for the ids of figures it names.
    pub(crate) fn with_ids(&self, words: impl Fn(&str) -> String) -> Self {
        let mut own = self.clone();
        match &mut own {
            Self::Revised { by } | Self::Superseded { by } | Self::LessPreferred { by } => {
                *by = words(by);
            }
            Self::PeriodOverlaps { with } | Self::TerritoryOverlaps { with } => *with = words(with),
            Self::SameAs { other }
            | Self::ToldAgain { other }
            | Self::ConsistentWith { other }
            | Self::CorrectedBy { other } => *other = words(other),
            Self::PartOf { whole } => *whole = words(whole),
            Self::Ring { with } | Self::Conflict { with } | Self::Undecided { with } => {
                with.iter_mut().for_each(|id| *id = words(id));
            }
            _ => {}
        }
        own
    }

    fn english(&self) -> String {
        let said = |text: &str| text.to_owned();
        match self {
            Self::OtherMeasure { measure } => format!("measures {measure}"),
            Self::OtherSource => said("its source does not match the query"),
            Self::OtherPlace => said("its place does not match the query"),
            Self::OtherPartner => said("its partner does not match the query"),
            Self::OtherSector => said("its sector does not match the query"),
            Self::OtherStatus { status } => format!("its status is {status}"),
            Self::NotYetPublished { published } if published.is_empty() => {
                said("its date of publication is not known")
            }
            Self::NotYetPublished { published } => format!("published only {published}"),
            Self::NotNational => said("not a figure of the nation"),
            Self::NotOfAProject => said("not a figure of one project"),
            Self::NotBrokenDown => said("a figure of the whole, not of one partner or sector"),
            Self::SeveralPartners { partners } => {
                format!("of several partners together: {}", partners.join(", "))
            }
            Self::NoOneCountry { partner } => format!("{partner} is not a single country"),
            Self::NotSplit { total } => format!("{total} in all, not split by country"),
            Self::OpenList => said("the list is open: further partners are not named"),
            Self::NobodyNamed => said("no country is named"),
            Self::NotInEffect { state } => said(match state {
                NotInEffect::Agreement => "an agreement not signed, or no longer in force",
                NotInEffect::Relation => "a relation only sought, or dormant",
                NotInEffect::Mission => "a mission planned or called off",
            }),
            Self::NotOfTheProvince => said("a free trade agreement is national, not of a province"),
            Self::SeveralSpans { period, span } => {
                let span = match span {
                    PeriodLength::Year => "year",
                    PeriodLength::Quarter => "quarter",
                    PeriodLength::Month => "month",
                };
                format!("its period {period} is in more than one {span}")
            }
            Self::Revised { by } => format!("revised by {by}"),
            Self::National => said("a national figure, the sum of its parts"),
            Self::NotActual { realm } => format!("a {realm}, not a fact"),
            Self::PartOfStock => said("a figure of one project or investor, part of the stock"),
            Self::NamedPart { part } => format!("a figure of {part:?} only, part of the whole"),
            Self::Breakdown => said("a figure of one partner or sector, part of the whole"),
            Self::NoValue { text } if text.is_empty() => said("no number is printed"),
            Self::NoValue { text } => format!("no number: {text:?}"),
            Self::NotAStock => said("not a stock at a date"),
            Self::NotAFlow => said("not a flow over a period"),
            Self::Later { as_of } => format!("holds only at {as_of}"),
            Self::DateUnknown { as_of } => format!("its date is not known well enough: {as_of}"),
            Self::OtherPeriod { period } => format!("its period is {period}"),
            Self::PeriodOverlaps { with } => format!("its period overlaps that of {with}"),
            Self::SameAs { other } => format!("the same fact as {other}"),
            Self::ToldAgain { other } => format!("a repeat, counted as {other}"),
            Self::ConsistentWith { other } => {
                format!("consistent with {other}, which is more precise")
            }
            Self::Ring { with } => format!("in a ring with {}", with.join(", ")),
            Self::Implausible { rule } => format!("implausible: {}", rule.english),
            Self::NotInForce { state } => format!(
                "of a project that is {}, not registered",
                said_state(*state)[1]
            ),
            Self::NotOfThePeriod { time } => format!("not within the period: {time}"),
            Self::PartOf { whole } => format!("part of {whole}"),
            Self::CorrectedBy { other } => format!("corrected by {other}"),
            Self::Superseded { by } => format!("superseded by {by}"),
            Self::LessPreferred { by } => format!("{by} is preferred"),
            Self::Conflict { with } => format!("conflicts with {}", with.join(", ")),
            Self::Undecided { with } => {
                format!(
                    "differs from {}, which may be true as well",
                    with.join(", ")
                )
            }
            Self::TerritoryOverlaps { with } => format!("its territory is counted in {with}"),
            Self::NotRestatable { why } => match why {
                NotRestatable::Partly(units) => format!(
                    "cannot be restated: parts of it are in {}",
                    units.join(" and ")
                ),
                NotRestatable::Split(units) => format!(
                    "cannot be restated: its territory is divided among {}",
                    units.join(" and ")
                ),
                NotRestatable::Unknown => {
                    said("cannot be restated: nothing is known of the units of that date")
                }
            },
        }
    }

    fn vietnamese(&self) -> String {
        let said = |text: &str| text.to_owned();
        match self {
            Self::OtherMeasure { measure } => format!("là chỉ tiêu {measure}"),
            Self::OtherSource => said("nguồn không được hỏi đến"),
            Self::OtherPlace => said("địa phương không được hỏi đến"),
            Self::OtherPartner => said("đối tác không được hỏi đến"),
            Self::OtherSector => said("ngành không được hỏi đến"),
            Self::OtherStatus { status } => format!("tình trạng số liệu là {status}"),
            Self::NotYetPublished { published } if published.is_empty() => {
                said("không rõ công bố khi nào")
            }
            Self::NotYetPublished { published } => format!("đến {published} mới công bố"),
            Self::NotNational => said("không phải số liệu cả nước"),
            Self::NotOfAProject => said("không phải số liệu của một dự án"),
            Self::NotBrokenDown => said("là số chung, không phải của một đối tác hay một ngành"),
            Self::SeveralPartners { partners } => {
                format!("gộp chung nhiều đối tác: {}", partners.join(", "))
            }
            Self::NoOneCountry { partner } => format!("{partner} không phải là một nước"),
            Self::NotSplit { total } => format!("tổng cộng {total}, không chia theo nước"),
            Self::OpenList => said("danh sách chưa hết: còn đối tác khác"),
            Self::NobodyNamed => said("không nêu tên nước nào"),
            Self::NotInEffect { state } => said(match state {
                NotInEffect::Agreement => "thỏa thuận chưa ký hoặc không còn hiệu lực",
                NotInEffect::Relation => "quan hệ còn đang hướng tới hoặc không còn duy trì",
                NotInEffect::Mission => "đoàn mới dự kiến hoặc đã hủy",
            }),
            Self::NotOfTheProvince => {
                said("hiệp định thương mại tự do là của quốc gia, không phải của tỉnh")
            }
            Self::SeveralSpans { period, span } => {
                let span = match span {
                    PeriodLength::Year => "năm",
                    PeriodLength::Quarter => "quý",
                    PeriodLength::Month => "tháng",
                };
                format!("kỳ {period} nằm trong nhiều {span}")
            }
            Self::Revised { by } => format!("đã được điều chỉnh trong {by}"),
            Self::National => said("số cả nước là tổng của các phần"),
            Self::NotActual { realm } => {
                let realm = match realm {
                    Realm::Plan => "kế hoạch",
                    Realm::Target => "mục tiêu",
                    Realm::Commitment => "cam kết",
                    other => other.code(),
                };
                format!("là {realm}, không phải thực tế")
            }
            Self::PartOfStock => said("của một dự án hoặc nhà đầu tư, là một phần của tổng số"),
            Self::NamedPart { part } => format!("chỉ của {part:?}, là một phần của tổng số"),
            Self::Breakdown => said("của một đối tác hoặc một ngành, là một phần của tổng số"),
            Self::NoValue { text } if text.is_empty() => said("không in con số nào"),
            Self::NoValue { text } => format!("không có con số: {text:?}"),
            Self::NotAStock => said("không phải số lũy kế tại một thời điểm"),
            Self::NotAFlow => said("không phải số phát sinh trong một kỳ"),
            Self::Later { as_of } => {
                let as_of = as_of.in_language(Language::Vietnamese);
                format!("là số của thời điểm sau đó: {as_of}")
            }
            Self::DateUnknown { as_of } => {
                let as_of = as_of.in_language(Language::Vietnamese);
                format!("thời điểm chưa đủ rõ: {as_of}")
            }
            Self::OtherPeriod { period } => format!("là số của kỳ {period}"),
            Self::PeriodOverlaps { with } => format!("kỳ trùng với kỳ của {with}"),
            Self::SameAs { other } => format!("cùng một việc với {other}"),
            Self::ToldAgain { other } => format!("kể lại việc đã tính ở {other}"),
            Self::ConsistentWith { other } => format!("phù hợp với {other}, là số chính xác hơn"),
            Self::Ring { with } => format!("cùng vòng với {}", with.join(", ")),
            Self::Implausible { rule } => format!("khó tin: {}", rule.vietnamese),
            Self::NotInForce { state } => {
                format!(
                    "của dự án {}, không phải vốn đăng ký",
                    said_state(*state)[0]
                )
            }
            Self::NotOfThePeriod { time } => format!("không thuộc kỳ được hỏi: {time}"),
            Self::PartOf { whole } => format!("là một phần của {whole}"),
            Self::CorrectedBy { other } => format!("đã được đính chính trong {other}"),
            Self::Superseded { by } => format!("đã có số mới hơn: {by}"),
            Self::LessPreferred { by } => format!("{by} được ưu tiên"),
            Self::Conflict { with } => format!("mâu thuẫn với {}", with.join(", ")),
            Self::Undecided { with } => {
                format!("khác với {}, có thể cũng đúng", with.join(", "))
            }
            Self::TerritoryOverlaps { with } => format!("địa bàn đã được tính trong {with}"),
            Self::NotRestatable { why } => match why {
                NotRestatable::Partly(units) => {
                    format!("không quy đổi được: một phần thuộc {}", units.join(" và "))
                }
                NotRestatable::Split(units) => {
                    format!("không quy đổi được: địa bàn thuộc {}", units.join(" và "))
                }
                NotRestatable::Unknown => {
                    said("không quy đổi được: không rõ các tỉnh của thời điểm đó")
                }
            },
        }
    }
}

/// The state of a project in Vietnamese and English.
const fn said_state(state: ProjectState) -> [&'static str; 2] {
    match state {
        ProjectState::Surveyed => ["mới khảo sát", "only surveyed"],
        ProjectState::UnderMemorandum => ["mới có bản ghi nhớ", "under a memorandum"],
        ProjectState::ApprovedInPrinciple => {
            ["mới được chấp thuận chủ trương", "approved in principle"]
        }
        ProjectState::Terminated => ["đã chấm dứt", "terminated"],
        _ => ["không còn hiệu lực", "not in force"],
    }
}

/// In English.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english())
    }
}
