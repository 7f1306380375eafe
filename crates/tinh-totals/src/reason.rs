//! Why a figure is not part of a total.

use std::fmt;

use serde::Serialize;
use tinh_model::Measure;
use tinh_model::claim::Realm;

/// Why a figure was left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Reason {
    /// It measures something else.
    OtherMeasure {
        /// What it measures.
        measure: MeasureText,
    },
    /// Its source was not asked for.
    OtherSource,
    /// Its place was not asked for.
    OtherPlace,
    /// Its partner was not asked for.
    OtherPartner,
    /// Its sector was not asked for.
    OtherSector,
    /// Its status was not asked for.
    OtherStatus {
        /// Its status.
        status: String,
    },
    /// It was not published by the day of the vintage, or its date is unknown.
    NotYetPublished {
        /// When its source was published; empty where that is not known.
        published: String,
    },
    /// It is of a province, where the nation's own figures were asked for.
    NotNational,
    /// It is of a place, where those of single projects were asked for.
    NotOfAProject,
    /// It is of the whole, where those of single partners or sectors were
    /// asked for.
    NotBrokenDown,
    /// It is of several partners together, and how much of each is not said.
    SeveralPartners {
        /// The partners.
        partners: Vec<String>,
    },
    /// Its partner is no one country.
    NoOneCountry {
        /// The partner.
        partner: String,
    },
    /// It is proposed, sought or called off, or has ended.
    NotInEffect {
        /// What it is instead.
        state: String,
    },
    /// A free trade agreement is national: no province is a party to it.
    NotOfTheProvince,
    /// Its period lies in more than one year, quarter or month.
    SeveralSpans {
        /// Its period.
        period: String,
        /// The span asked for.
        span: String,
    },
    /// The same producer published another figure of the same place and time
    /// later.
    Revised {
        /// The later figure.
        by: String,
    },
    /// It is of the nation, which the parts add up to.
    National,
    /// It is planned, aimed at or promised, not so.
    NotActual {
        /// Which of these.
        realm: String,
    },
    /// It belongs to one project or investor and is part of the stock.
    PartOfStock,
    /// It belongs to one partner or sector and is part of the whole.
    Breakdown,
    /// It counts without a number (`nhiều`, `hàng trăm`).
    NoValue {
        /// The words printed.
        text: String,
    },
    /// It is a flow where a stock was asked for, or has no time at all.
    NotAStock,
    /// It is a stock where a flow was asked for, or has no time at all.
    NotAFlow,
    /// It holds only later than asked.
    Later {
        /// When it holds.
        as_of: String,
    },
    /// Whether it holds by the date asked cannot be told.
    DateUnknown {
        /// What is known of its date.
        as_of: String,
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
    /// It is contained in a figure included.
    PartOf {
        /// The figure included.
        whole: String,
    },
    /// Another claim puts it right.
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
    /// Others say otherwise of the same date, and nothing was preferred.
    Conflict {
        /// The other figures.
        with: Vec<String>,
    },
    /// Its territory is wholly or partly included under another unit.
    TerritoryOverlaps {
        /// The figure included.
        with: String,
    },
    /// Its territory lies in more than one unit of the date asked for.
    NotRestatable {
        /// The units it lies in, or what is known.
        why: String,
    },
}

/// A measure as its code, for serialisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct MeasureText(pub Measure);

impl Reason {
    /// Whether the figure was simply not asked for, as opposed to asked for
    /// and left out.
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
                | Self::TerritoryOverlaps { .. }
                | Self::PeriodOverlaps { .. }
                | Self::NotRestatable { .. }
                | Self::NoOneCountry { .. }
                | Self::SeveralPartners { .. }
        )
    }

    pub(crate) fn not_actual(realm: Realm) -> Self {
        Self::NotActual {
            realm: realm.code().to_owned(),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OtherMeasure { measure } => write!(f, "measures {}", measure.0),
            Self::OtherSource => f.write_str("its source was not asked for"),
            Self::OtherPlace => f.write_str("its place was not asked for"),
            Self::OtherPartner => f.write_str("its partner was not asked for"),
            Self::OtherSector => f.write_str("its sector was not asked for"),
            Self::OtherStatus { status } => write!(f, "its status is {status}"),
            Self::NotYetPublished { published } if published.is_empty() => {
                f.write_str("when it was published is not known")
            }
            Self::NotYetPublished { published } => write!(f, "published only {published}"),
            Self::NotNational => f.write_str("not a figure of the nation"),
            Self::NotOfAProject => f.write_str("not a figure of one project"),
            Self::NotBrokenDown => f.write_str("of the whole, not of one partner or sector"),
            Self::SeveralPartners { partners } => {
                write!(f, "of several partners together: {}", partners.join(", "))
            }
            Self::NoOneCountry { partner } => write!(f, "{partner} is no one country"),
            Self::NotInEffect { state } => f.write_str(state),
            Self::NotOfTheProvince => {
                f.write_str("a free trade agreement is national, not of a province")
            }
            Self::SeveralSpans { period, span } => {
                write!(f, "its period {period} lies in more than one {span}")
            }
            Self::Revised { by } => write!(f, "revised by {by}"),
            Self::National => f.write_str("the nation is the sum of its parts"),
            Self::NotActual { realm } => write!(f, "a {realm}, not a fact"),
            Self::PartOfStock => f.write_str("one project or investor, part of the stock"),
            Self::Breakdown => f.write_str("one partner or sector, part of the whole"),
            Self::NoValue { text } if text.is_empty() => f.write_str("no number is printed"),
            Self::NoValue { text } => write!(f, "no number: {text:?}"),
            Self::NotAStock => f.write_str("not a stock at a date"),
            Self::NotAFlow => f.write_str("not a flow over a period"),
            Self::Later { as_of } => write!(f, "holds only at {as_of}"),
            Self::DateUnknown { as_of } => {
                write!(f, "its date is not known well enough: {as_of}")
            }
            Self::OtherPeriod { period } => write!(f, "its period is {period}"),
            Self::PeriodOverlaps { with } => write!(f, "its period overlaps that of {with}"),
            Self::SameAs { other } => write!(f, "the same fact as {other}"),
            Self::PartOf { whole } => write!(f, "part of {whole}"),
            Self::CorrectedBy { other } => write!(f, "corrected by {other}"),
            Self::Superseded { by } => write!(f, "superseded by {by}"),
            Self::LessPreferred { by } => write!(f, "{by} is preferred"),
            Self::Conflict { with } => write!(f, "conflicts with {}", with.join(", ")),
            Self::TerritoryOverlaps { with } => write!(f, "its territory is counted in {with}"),
            Self::NotRestatable { why } => write!(f, "cannot be restated: {why}"),
        }
    }
}
