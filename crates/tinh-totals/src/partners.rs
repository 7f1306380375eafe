//! The partner countries of provinces, each counted once.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use tinh_gazetteer::Country;
use tinh_model::claim::{Claim, Realm, RelationKind};
use tinh_model::entity::{Direction, MissionState, PartnershipState};
use tinh_model::time::Period;
use tinh_model::{Dataset, Partner, PartnerList, Place, Statement};

use crate::moment::Moment;
use crate::reason::{NotInEffect, Reason};

/// A country, the places that deal with it, and the claims that say so.
///
/// ```
/// use tinh_model::Dataset;
/// use tinh_totals::PartnerCountries;
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"a","title":"An article"}
/// {"type":"mission","id":"1","source":"a","place":"hai-duong","place_on":"2023-10-01","direction":"outbound","destinations":["Nhật Bản"]}
/// {"type":"mission","id":"2","source":"a","place":"vinh-long","place_on":"2023-10-01","direction":"outbound","destinations":["Nhật Bản"]}"#.as_bytes(), "missions.jsonl")?;
/// let missions = PartnerCountries::of_missions(&data);
/// let japan = &missions.rows()[0];
/// assert_eq!(japan.country.name(), "Nhật Bản");
/// let places: Vec<&str> = japan.places.iter().map(|(place, _)| place.name()).collect();
/// assert_eq!(places, ["Hải Dương", "Vĩnh Long"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CountryRow<'a> {
    /// The country.
    pub country: Country,
    /// The places, each with its mentions in the order of their claims.
    pub places: Vec<(Place, Vec<Mention<'a>>)>,
}

/// One mention of a country by a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mention<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// The partner named: the country itself, or a locality or company of it.
    pub partner: &'a Partner,
    /// For partnerships: how far it has come.
    pub state: Option<PartnershipState>,
}

/// Claims that could not be counted by country, each with the reason.
///
/// ```
/// use tinh_model::Dataset;
/// use tinh_totals::{PartnerCountries, Reason};
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"a","title":"An article"}
/// {"type":"mission","id":"1","source":"a","place":"hai-duong","place_on":"2023-10-01","direction":"outbound","state":"planned","destinations":["Nhật Bản"]}"#.as_bytes(), "missions.jsonl")?;
/// let missions = PartnerCountries::of_missions(&data);
/// assert!(missions.rows().is_empty());
/// assert!(matches!(missions.uncounted()[0].why, Reason::NotInEffect { .. }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Uncounted {
    /// The id of the claim.
    pub claim: String,
    /// The reason.
    pub why: Reason,
}

/// The places that deal with a country, each with its mentions.
type Places<'a> = Vec<(Place, Vec<Mention<'a>>)>;

/// The partners a claim names, how far their relation has come, and why they
/// are not counted after all.
type Found<'a> = (&'a PartnerList, Option<PartnershipState>, Option<Reason>);

/// Why a mission is not one that took place or is under way.
fn not_made(claim: &Claim, state: MissionState) -> Option<Reason> {
    let realm = claim.realm();
    if realm != Realm::Actual {
        return Some(Reason::NotActual { realm });
    }
    let is_made = !matches!(state, MissionState::Planned | MissionState::Cancelled);
    (!is_made).then_some(Reason::NotInEffect {
        state: NotInEffect::Mission,
    })
}

/// Why a claim is not of a day or before; what has no date is.
fn not_by(claim: &Claim, day: NaiveDate) -> Option<Reason> {
    let time = claim.effective_time();
    let later = time.first_day().is_some_and(|first| first > day);
    later.then(|| Reason::Later {
        as_of: Moment::of(&time),
    })
}

/// The countries of missions or partnerships: a set, never a sum. A country
/// named by three articles about one province is one destination of it.
///
/// ```
/// use tinh_model::Dataset;
/// use tinh_totals::PartnerCountries;
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"a","title":"one article"}
/// {"type":"source","id":"b","title":"another"}
/// {"type":"mission","id":"1","source":"a","place":"hai-duong","place_on":"2023-10-01","direction":"outbound","destinations":["Hoa Kỳ","Nhật Bản"]}
/// {"type":"mission","id":"2","source":"b","place":"hai-duong","place_on":"2023-10-01","direction":"outbound","destinations":["Nhật Bản","Bỉ"]}"#.as_bytes(), "missions.jsonl")?;
/// let missions = PartnerCountries::of_missions(&data);
/// assert_eq!(missions.countries_of("Hải Dương").len(), 3); // not 4
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartnerCountries<'a> {
    rows: Vec<CountryRow<'a>>,
    uncounted: Vec<Uncounted>,
}

impl<'a> PartnerCountries<'a> {
    /// The destinations of missions sent abroad. Those planned or called off
    /// are listed as uncounted.
    #[must_use]
    pub fn of_missions(data: &'a Dataset) -> Self {
        Self::collect(data, |claim| match claim.statement() {
            Statement::Mission(mission) if mission.direction == Direction::Outbound => {
                Some((&mission.destinations, None, not_made(claim, mission.state)))
            }
            _ => None,
        })
    }

    /// The destinations of missions sent abroad by a day. One later is listed as
    /// uncounted.
    #[must_use]
    pub fn of_missions_by(data: &'a Dataset, day: NaiveDate) -> Self {
        Self::collect(data, |claim| match claim.statement() {
            Statement::Mission(mission) if mission.direction == Direction::Outbound => {
                let why = not_made(claim, mission.state).or_else(|| not_by(claim, day));
                Some((&mission.destinations, None, why))
            }
            _ => None,
        })
    }

    /// The countries of partner localities by a day, as
    /// [`of_partner_localities`](Self::of_partner_localities). A relation told
    /// of only later is listed as uncounted.
    #[must_use]
    pub fn of_partner_localities_by(data: &'a Dataset, day: NaiveDate) -> Self {
        Self::collect(data, |claim| match claim.statement() {
            Statement::Partnership(partnership) => {
                let why = not_by(claim, day);
                Some((&partnership.partners, Some(partnership.state), why))
            }
            _ => None,
        })
    }

    /// The destinations of missions sent abroad within a period, by the date
    /// meant where the one printed is a misprint. A mission whose date is not
    /// known to lie inside is listed as uncounted.
    #[must_use]
    pub fn of_missions_during(data: &'a Dataset, period: Period) -> Self {
        Self::collect(data, |claim| match claim.statement() {
            Statement::Mission(mission) if mission.direction == Direction::Outbound => {
                let time = claim.effective_time();
                let inside = match (time.first_day(), time.last_day()) {
                    (Some(first), Some(last)) => period.start() <= first && last <= period.end(),
                    _ => false,
                };
                let outside = (!inside).then(|| Reason::NotOfThePeriod {
                    time: time.to_string(),
                });
                let why = not_made(claim, mission.state).or(outside);
                Some((&mission.destinations, None, why))
            }
            _ => None,
        })
    }

    /// The countries of the localities provinces are linked to, and of those
    /// they seek links with: each mention says [how far](Mention::state) it
    /// has come.
    #[must_use]
    pub fn of_partner_localities(data: &'a Dataset) -> Self {
        Self::collect(data, |claim| match claim.statement() {
            Statement::Partnership(partnership) => {
                Some((&partnership.partners, Some(partnership.state), None))
            }
            _ => None,
        })
    }

    /// The countries of relations in force. A relation only sought, or no
    /// longer lived, is listed as uncounted.
    #[must_use]
    pub fn of_partnerships_in_force(data: &'a Dataset) -> Self {
        Self::collect(data, |claim| match claim.statement() {
            Statement::Partnership(partnership) => {
                let state = partnership.state;
                let why = (!state.is_established()).then_some(Reason::NotInEffect {
                    state: NotInEffect::Relation,
                });
                Some((&partnership.partners, Some(state), why))
            }
            _ => None,
        })
    }

    fn collect(data: &'a Dataset, partners: impl Fn(&'a Claim) -> Option<Found<'a>>) -> Self {
        let mut rows: BTreeMap<Country, Places<'a>> = BTreeMap::new();
        let mut uncounted = Vec::new();
        let mut corrected: BTreeMap<&str, &str> = BTreeMap::new();
        for claim in data.claims() {
            for relation in claim.relations() {
                if relation.kind == RelationKind::Corrects {
                    let by = corrected.entry(relation.to.as_str()).or_insert(claim.id());
                    // Of several corrections any may be named, but always one.
                    *by = (*by).min(claim.id());
                }
            }
        }
        for claim in data.claims() {
            let Some((list, state, why)) = partners(claim) else {
                continue;
            };
            let by = corrected.get(claim.id());
            let other = by.map(|by| (*by).to_owned());
            let why = why.or_else(|| other.map(|other| Reason::CorrectedBy { other }));
            let mut skip = |why: Reason| {
                uncounted.push(Uncounted {
                    claim: claim.id().to_owned(),
                    why,
                });
            };
            if let Some(why) = why {
                skip(why);
                continue;
            }
            for partner in list.named() {
                let Some(country) = partner.country() else {
                    let partner = partner.to_string();
                    skip(Reason::NoOneCountry { partner });
                    continue;
                };
                let mention = Mention {
                    claim,
                    partner,
                    state,
                };
                let places = rows.entry(country).or_default();
                // Few places deal with one country: there are no more than
                // a hundred of them.
                match places
                    .iter_mut()
                    .find(|(place, _)| place.id() == claim.place().id())
                {
                    Some((_, mentions)) => mentions.push(mention),
                    None => places.push((claim.place(), vec![mention])),
                }
            }
            match list.total() {
                Some(total) => skip(Reason::NotSplit {
                    total: total.text().to_owned(),
                }),
                None if list.is_open() => skip(Reason::OpenList),
                None if list.named().is_empty() => skip(Reason::NobodyNamed),
                None => {}
            }
        }
        Self {
            rows: rows
                .into_iter()
                .map(|(country, places)| CountryRow { country, places })
                .collect(),
            uncounted,
        }
    }

    /// The countries, in the order of their codes.
    #[must_use]
    pub fn rows(&self) -> &[CountryRow<'a>] {
        &self.rows
    }

    /// The countries of a place, by its name.
    #[must_use]
    pub fn countries_of(&self, place: &str) -> Vec<Country> {
        self.rows
            .iter()
            .filter(|row| row.places.iter().any(|(p, _)| p.name() == place))
            .map(|row| row.country)
            .collect()
    }

    /// Claims that could not be counted by country, each with the reason.
    #[must_use]
    pub fn uncounted(&self) -> &[Uncounted] {
        &self.uncounted
    }
}
