//! Why a figure is not a candidate.

use tinh_model::entity::ProjectState;

use super::At;
use crate::breakdown::several_partners;
use crate::key::Key;
use crate::moment::Moment;
use crate::question::Level;
use crate::reason::{NotInEffect, PeriodLength, Reason};

/// Why a figure is not asked for, or cannot be used on its own account: the
/// kinds of [`Reason`] that need nothing but the figure and the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Outside {
    Measure,
    Source,
    Place,
    Partner,
    Sector,
    Status,
    NotYetPublished,
    NotNational,
    NotOfAProject,
    NotBrokenDown,
    SeveralPartners,
    NoOneCountry,
    NotInEffect(NotInEffect),
    NotOfTheProvince,
    SeveralSpans,
    National,
    NotActual,
    PartOfStock,
    NamedPart,
    Breakdown,
    NoValue,
    NotAStock,
    NotAFlow,
    NotOfThePeriod,
    Later,
    DateUnknown,
    Period,
    NotInForce(ProjectState),
}

impl Outside {
    /// Whether a reader of the total would expect the figure in it: see
    /// [`Reason::is_surprising`].
    pub(crate) const fn is_surprising(self) -> bool {
        matches!(
            self,
            Self::NoValue | Self::DateUnknown | Self::NoOneCountry | Self::SeveralPartners
        )
    }

    /// The reason in full; of a figure, by the level and span asked for.
    pub(crate) fn reason(self, at: At<'_>, level: Level, span: Option<Key>) -> Reason {
        let (quantity, claim) = (at.quantity(), at.claim());
        let time = at.time(level);
        match self {
            Self::Measure => Reason::OtherMeasure {
                measure: at.measure().clone(),
            },
            Self::Source => Reason::OtherSource,
            Self::Place => Reason::OtherPlace,
            Self::Partner => Reason::OtherPartner,
            Self::Sector => Reason::OtherSector,
            Self::Status => Reason::OtherStatus {
                status: at.entry.status,
            },
            Self::NotYetPublished => {
                let source = claim.and_then(|claim| at.data.source(claim.source()));
                let published = source.and_then(|source| source.published);
                Reason::NotYetPublished {
                    published: published.map(|date| date.to_string()).unwrap_or_default(),
                }
            }
            Self::NotNational => Reason::NotNational,
            Self::NotOfAProject => Reason::NotOfAProject,
            Self::NotBrokenDown => Reason::NotBrokenDown,
            Self::SeveralPartners => Reason::SeveralPartners {
                partners: quantity.map(|q| several_partners(&q)).unwrap_or_default(),
            },
            Self::NoOneCountry => Reason::NoOneCountry {
                partner: at.table.partner(at.entry.partner).to_owned(),
            },
            Self::NotInEffect(state) => Reason::NotInEffect { state },
            Self::NotOfTheProvince => Reason::NotOfTheProvince,
            Self::SeveralSpans => Reason::SeveralSpans {
                period: time.to_string(),
                span: match span {
                    Some(Key::Month) => PeriodLength::Month,
                    Some(Key::Quarter) => PeriodLength::Quarter,
                    _ => PeriodLength::Year,
                },
            },
            Self::National => Reason::National,
            Self::NotActual => Reason::NotActual {
                realm: at.entry.realm,
            },
            Self::PartOfStock => Reason::PartOfStock,
            Self::NamedPart => Reason::NamedPart {
                part: quantity
                    .and_then(|q| q.among())
                    .unwrap_or_default()
                    .to_owned(),
            },
            Self::Breakdown => Reason::Breakdown,
            Self::NoValue => Reason::NoValue {
                text: quantity
                    .and_then(|q| q.figure)
                    .map(|figure| figure.text().to_owned())
                    .unwrap_or_default(),
            },
            Self::NotAStock => Reason::NotAStock,
            Self::NotAFlow => Reason::NotAFlow,
            Self::NotOfThePeriod => Reason::NotOfThePeriod {
                time: time.to_string(),
            },
            Self::Later => Reason::Later {
                as_of: Moment::of(&time),
            },
            Self::DateUnknown => Reason::DateUnknown {
                as_of: Moment::of(&time),
            },
            Self::Period => Reason::OtherPeriod {
                period: time.to_string(),
            },
            Self::NotInForce(state) => Reason::NotInForce { state },
        }
    }
}
