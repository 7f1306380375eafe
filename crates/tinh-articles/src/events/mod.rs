//! Events: missions, meetings, agreements, partnerships, gatherings, licences,
//! openings and aid, each with who, where, when, and the words it rests on.
//!
//! The stages, each in a file: who is named (`actors`), what a sentence is made
//! of (`items`), the acts and their ground (`clauses`), what ties an actor to
//! an act (`roles`), what each kind of act makes of that (`story`), time, place
//! and state (`circumstances`), the same event told twice (`link`).

mod actors;
mod circumstances;
mod clauses;
mod items;
mod link;
mod roles;
mod story;
mod who;

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use tinh_model::time::{PartialDate, Period};

use crate::mentions::Reading;
use crate::span::Span;
use crate::text::Plain;

/// The kind of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum DraftEventKind {
    /// A Vietnamese party travels abroad.
    MissionOut,
    /// A foreign party comes to Việt Nam or to a province.
    MissionIn,
    /// Two sides meet.
    WorkingSession,
    /// A paper is signed.
    Agreement,
    /// A relation begins or rises.
    Partnership,
    /// A conference, forum or fair for investment, trade or tourism.
    PromotionEvent,
    /// An investor gets a certificate or a decision.
    Licence,
    /// Something opens, or its building begins.
    Opening,
    /// A donor gives money or goods.
    Aid,
}

impl DraftEventKind {
    /// The code written in output.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::MissionOut => "mission-out",
            Self::MissionIn => "mission-in",
            Self::WorkingSession => "working-session",
            Self::Agreement => "agreement",
            Self::Partnership => "partnership",
            Self::PromotionEvent => "promotion-event",
            Self::Licence => "licence",
            Self::Opening => "opening",
            Self::Aid => "aid",
        }
    }
}

/// Whether an event has happened.
///
/// ```
/// use tinh_articles::{Article, EventState};
/// let text = "Tháng 11/2022, tỉnh Vĩnh Long sẽ cử đoàn công tác thăm Hoa Kỳ.";
/// let found = Article::new(text).draft()?;
/// assert_eq!(found.events[0].state, EventState::Planned);
/// # Ok::<(), tinh_articles::ArticleError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventState {
    /// It has happened.
    #[default]
    Done,
    /// `sẽ`, `dự kiến`: it is still to come.
    Planned,
}

/// Somebody who takes part in an event.
///
/// ```
/// use tinh_articles::{Article, Party};
/// let text = "Tháng 11/2022, tỉnh Vĩnh Long cử đoàn công tác thăm Hoa Kỳ.";
/// let found = Article::new(text).draft()?;
/// let vinh_long = Party::Province { id: "vinh-long".into(), name: "Vĩnh Long".into() };
/// assert!(found.events[0].parties.contains(&vinh_long));
/// # Ok::<(), tinh_articles::ArticleError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Party {
    /// A province of Việt Nam with all its bodies.
    Province {
        /// Its id that outlives dates: `hai-phong`.
        id: String,
        /// Its name.
        name: String,
    },
    /// A state with its offices and its envoys.
    Country {
        /// Its ISO 3166-1 code.
        code: String,
    },
    /// A province or city of another country.
    Locality {
        /// Its name as printed.
        name: String,
        /// The ISO 3166-1 code of its country, where known.
        country: Option<String>,
    },
    /// A ministry, company, university, association.
    Organisation {
        /// Its name as printed.
        name: String,
    },
}

/// `p:Cà Mau`, `JP`, `locality:Nagasaki (JP)`, `o:Tập đoàn Sumitomo`.
impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Province { name, .. } => write!(f, "p:{name}"),
            Self::Country { code } => f.write_str(code),
            Self::Locality {
                name,
                country: Some(country),
            } => write!(f, "locality:{name} ({country})"),
            Self::Locality {
                name,
                country: None,
            } => write!(f, "locality:{name}"),
            Self::Organisation { name } => write!(f, "o:{name}"),
        }
    }
}

/// When an event happened, as exactly as the article tells.
///
/// ```
/// use tinh_articles::{Article, EventDate};
/// let text = "Tháng 11/2022, tỉnh Vĩnh Long cử đoàn công tác thăm Hoa Kỳ.";
/// let found = Article::new(text).draft()?;
/// assert_eq!(found.events[0].date, Some(EventDate::At("2022-11".parse()?)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventDate {
    /// A day, a month or a year; the year may be unknown: `--07-03`.
    At(PartialDate),
    /// Several days or months, a quarter.
    During(Period),
    /// Several days whose year is not known: `--09-21/--09-26`.
    Days {
        /// A month and a day.
        first: PartialDate,
        /// A month and a day.
        last: PartialDate,
    },
}

impl EventDate {
    /// Whether all of it is after a day.
    fn is_after(&self, day: NaiveDate) -> bool {
        let first = match self {
            Self::At(date) if date.known_year().is_some() => date.first_day(),
            Self::During(period) => Some(period.start()),
            Self::At(_) | Self::Days { .. } => None,
        };
        first.is_some_and(|first| first > day)
    }
}

impl Serialize for EventDate {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EventDate {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let date = text.parse().map(Self::At);
        date.or_else(|_| text.parse().map(Self::During))
            .or_else(|error| days(&text).ok_or(error))
            .map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for EventDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(date) => date.fmt(f),
            Self::During(period) => period.fmt(f),
            Self::Days { first, last } => write!(f, "{first}/{last}"),
        }
    }
}

/// Reads `--09-21/--09-26`.
fn days(text: &str) -> Option<EventDate> {
    let day = |text: &str| {
        let date: PartialDate = text.parse().ok()?;
        (date.known_year().is_none() && text.len() == 7).then_some(date)
    };
    let (first, last) = text.split_once('/')?;
    Some(EventDate::Days {
        first: day(first)?,
        last: day(last)?,
    })
}

/// The kind of paper signed.
///
/// ```
/// use tinh_articles::{Article, PaperKind};
/// let text = "Ngày 13/11/2023, tỉnh Vĩnh Long và tỉnh Niigata (Nhật Bản) đã ký biên bản ghi nhớ hợp tác.";
/// let found = Article::new(text).draft()?;
/// assert_eq!(found.events[0].paper, Some(PaperKind::Memorandum));
/// # Ok::<(), tinh_articles::ArticleError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum PaperKind {
    /// `biên bản ghi nhớ`.
    Memorandum,
    /// `thỏa thuận hợp tác`.
    CooperationAgreement,
    /// `thỏa thuận đầu tư`.
    InvestmentAgreement,
    /// `hiệp định vay`, `thỏa thuận tài trợ`.
    FinancingAgreement,
    /// `hợp đồng thuê đất`.
    LandLease,
    /// `hợp đồng`.
    Contract,
}

/// An event an article tells of, at one mention of it.
///
/// ```
/// use tinh_articles::{Article, DraftEventKind};
/// let found = Article::new("Tháng 11/2022, tỉnh Vĩnh Long cử đoàn công tác thăm Hoa Kỳ.").draft()?;
/// assert_eq!(found.events[0].kind, DraftEventKind::MissionOut);
/// # Ok::<(), tinh_articles::ArticleError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DraftEvent {
    /// The kind.
    pub kind: DraftEventKind,
    /// The bytes that tell it.
    pub span: Span,
    /// Who took part; empty where nobody is named.
    pub parties: Vec<Party>,
    /// Where, as printed; of a mission, where to.
    pub place: Option<String>,
    /// When.
    pub date: Option<EventDate>,
    /// Done or planned.
    pub state: EventState,
    /// The paper signed, of agreements.
    pub paper: Option<PaperKind>,
    /// The bytes of the money it is about: of the project licensed or opened, the
    /// contract signed, the aid given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Span>,
    /// The first mention of the same event, by its number in the list.
    pub same_as: Option<usize>,
}

/// The events of a text, in the order of their mentions.
pub(crate) fn find(
    reading: &Reading<'_>,
    plain: &Plain<'_>,
    published: Option<NaiveDate>,
) -> Vec<DraftEvent> {
    let actors = actors::find(reading);
    let mentions = link::link(story::mentions(reading, &actors), reading);
    let printed = |words: &std::ops::Range<usize>| plain.printed(reading.bytes(words)).into();
    mentions
        .into_iter()
        .map(|mention| DraftEvent {
            kind: mention.kind,
            span: printed(&mention.words),
            parties: mention.parties.iter().map(|who| who.party()).collect(),
            place: mention.place,
            date: mention.date,
            state: match mention.date {
                // What is dated after the article is still to come.
                Some(date) if published.is_some_and(|day| date.is_after(day)) => {
                    EventState::Planned
                }
                _ => mention.state,
            },
            paper: mention.paper,
            amount: mention.amount.as_ref().map(printed),
            same_as: mention.same_as,
        })
        .collect()
}
