//! The figures of a claim that a total may include.

use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

use super::Claim;
use crate::band::denies_its_value;
use crate::entity::{Direction, Observation, Statement};
use crate::error::{Error, ErrorKind};
use crate::figure::PrintedFigure;
use crate::measure::{CapitalKind, Measure, MeasureUnit, measures};
use crate::time::{AsOf, Time};

// What statements that are not observations count, kept where a quantity can
// point at it.
static MISSIONS: Measure = measures::MISSIONS;
static VISITS: Measure = measures::VISITS;
static DELEGATIONS_RECEIVED: Measure = measures::DELEGATIONS_RECEIVED;
static AGREEMENTS: Measure = measures::AGREEMENTS;
static PARTNER_LOCALITIES: Measure = measures::PARTNER_LOCALITIES;
static THINGS: Measure = measures::THINGS;

/// The scope of a figure.
///
/// ```
/// use tinh_model::claim::Scope;
/// use tinh_model::Dataset;
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"s","title":"Xuất khẩu"}
/// {"type":"observation","id":"all","source":"s","place":"Hải Phòng","period":"2022","measure":"exports","figure":"20 tỷ USD"}
/// {"type":"observation","id":"part","source":"s","place":"Hải Phòng","period":"2022","measure":"exports","figure":"18 tỷ USD","scope":"hàng công nghiệp"}"#.as_bytes(), "s.jsonl")?;
/// let scopes: Vec<Scope> = data.quantities().map(|quantity| quantity.scope).collect();
/// assert_eq!(scopes, [Scope::Place, Scope::Part]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scope {
    /// All of its kind in the place.
    Place,
    /// One project or investor: part of what the place reports, never added
    /// to it.
    Project,
    /// A part with a name of its own, never added to the whole.
    Part,
}

/// One figure of a claim, with what it measures and when it holds.
///
/// An observation has one; an aid group has its number of projects, its aid,
/// its counterpart funds and their total; a mission its number.
///
/// ```
/// # use tinh_model::Dataset;
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"Hai câu"}
/// # {"type":"observation","id":"a","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.projects","figure":982}"#.as_bytes(), "hp.jsonl")?;
/// let claim = data.claim("a").ok_or("no such claim")?;
/// let quantity = claim.quantities()[0];
/// assert_eq!((quantity.measure.code(), quantity.value()), ("fdi.projects", Some(982.into())));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quantity<'a> {
    /// The claim it belongs to.
    pub claim: &'a Claim,
    /// The field of the claim that holds it.
    pub field: &'static str,
    /// The measure.
    pub measure: &'a Measure,
    /// The figure as printed; `None` where the claim names no number.
    pub figure: Option<&'a PrintedFigure>,
    /// When it holds.
    pub time: Time,
    /// The scope.
    pub scope: Scope,
}

impl<'a> Quantity<'a> {
    /// For ranks, rates and shares: of or among what, as printed. For a level:
    /// the part it is. `None` for the whole of a place.
    #[must_use]
    pub fn among(&self) -> Option<&'a str> {
        let Statement::Observation(observation) = self.claim.statement() else {
            return None;
        };
        if observation.measure.is_level() {
            observation.part(self.claim.place())
        } else {
            observation.scope.as_deref()
        }
    }

    /// Whether what was printed can be a figure of the measure: a noun of
    /// another measure cannot, nor a value that the printed text denies.
    fn check(&self) -> Result<(), Error> {
        let Some(figure) = self.figure else {
            return Ok(());
        };
        let field = self.field;
        if denies_its_value(figure) {
            return Err(Error::new(ErrorKind::PrintedOtherwise, figure.text()).in_field(field));
        }
        match figure.noun() {
            Some(noun) if self.measure.definition().denies_noun(noun) => {
                let nouns: Vec<&str> = self.measure.definition().nouns().collect();
                let expected = nouns.join(", ");
                Err(Error::new(ErrorKind::Noun { expected }, figure.text()).in_field(field))
            }
            _ => Ok(()),
        }
    }

    /// An id that names this figure among all of a dataset: the claim's id,
    /// and the field where a claim has several: `oda.counterpart`,
    /// `nghi-son.amounts[1]`.
    #[must_use]
    pub fn id(&self) -> String {
        let (id, field) = (self.claim.id(), self.field);
        match self.claim.statement() {
            Statement::AidGroup(_) => format!("{id}.{field}"),
            Statement::InvestmentProject(project) => {
                let is_it = |figure: &PrintedFigure| {
                    self.figure.is_some_and(|own| std::ptr::eq(own, figure))
                };
                match project.amounts.iter().position(|a| is_it(&a.figure)) {
                    Some(at) if project.amounts.len() > 1 => format!("{id}.{field}[{at}]"),
                    _ => format!("{id}.{field}"),
                }
            }
            _ => id.to_owned(),
        }
    }

    /// The value to add, where there is a single one. In a count an ambiguous
    /// figure is read as the whole number it must be.
    #[must_use]
    pub fn value(&self) -> Option<Decimal> {
        let reading = self.figure?.reading()?;
        match (self.measure.unit(), reading.alternative()) {
            (MeasureUnit::Count, Some(other))
                if reading.value().is_some_and(|v| !v.fract().is_zero())
                    && other.fract().is_zero() =>
            {
                Some(other)
            }
            _ => reading.value(),
        }
    }
}

impl Claim {
    fn observed<'a>(&'a self, observation: &'a Observation) -> Quantity<'a> {
        let scope = match observation.part(self.place()) {
            Some(_) => Scope::Part,
            None => Scope::Place,
        };
        Quantity {
            claim: self,
            field: "figure",
            measure: &observation.measure,
            figure: Some(&observation.figure),
            time: self.effective_time(),
            scope,
        }
    }

    /// Whether what was printed can be figures of its measures.
    pub(super) fn check_quantities(&self) -> Result<(), Error> {
        match self.statement() {
            Statement::Observation(observation) => self.observed(observation).check(),
            _ => self.quantities().iter().try_for_each(Quantity::check),
        }
    }

    /// One of its [quantities](Self::quantities), counted from 0.
    #[must_use]
    pub fn quantity(&self, at: usize) -> Option<Quantity<'_>> {
        match self.statement() {
            Statement::Observation(observation) if at == 0 => Some(self.observed(observation)),
            _ => self.quantities().into_iter().nth(at),
        }
    }

    /// The figures of the claim that a total may include.
    #[must_use]
    pub fn quantities(&self) -> Vec<Quantity<'_>> {
        let quantity = |field, measure, figure| Quantity {
            claim: self,
            field,
            measure,
            figure,
            time: self.effective_time(),
            scope: Scope::Place,
        };
        match self.statement() {
            Statement::Observation(observation) => vec![self.observed(observation)],
            Statement::AidGroup(group) => {
                let capital = |kind| Measure::capital(kind, group.basis);
                [
                    (
                        "projects",
                        Measure::projects(group.financing),
                        &group.projects,
                    ),
                    (
                        "total",
                        capital(CapitalKind::ODA_WITH_COUNTERPART),
                        &group.total,
                    ),
                    ("aid", capital(group.financing), &group.aid),
                    (
                        "counterpart",
                        capital(CapitalKind::COUNTERPART),
                        &group.counterpart,
                    ),
                ]
                .into_iter()
                .filter_map(|(field, measure, figure)| {
                    Some(quantity(field, measure?, Some(figure.as_ref()?)))
                })
                .collect()
            }
            Statement::InvestmentProject(project) => project
                .amounts
                .iter()
                .filter_map(|amount| {
                    let measure = Measure::capital(project.capital, amount.basis)?;
                    Some(Quantity {
                        time: amount.as_of.map_or(self.effective_time(), |date| {
                            Time::AsOf(AsOf::printed(date))
                        }),
                        scope: Scope::Project,
                        ..quantity("amounts", measure, Some(&amount.figure))
                    })
                })
                .collect(),
            Statement::Mission(mission) => {
                let counts_visits = |figure: &PrintedFigure| figure.noun().is_some_and(is_visits);
                let measure = match mission.direction {
                    Direction::Outbound => &MISSIONS,
                    Direction::WorkingSession => &THINGS,
                    Direction::Inbound if mission.count.as_ref().is_some_and(counts_visits) => {
                        &VISITS
                    }
                    Direction::Inbound => &DELEGATIONS_RECEIVED,
                };
                vec![quantity("count", measure, mission.count.as_ref())]
            }
            Statement::Agreement(agreement) => {
                vec![quantity("count", &AGREEMENTS, agreement.count.as_ref())]
            }
            Statement::Partnership(partnership) => vec![quantity(
                "count",
                &PARTNER_LOCALITIES,
                partnership.count.as_ref(),
            )],
            Statement::Activity(activity) => activity
                .figure
                .iter()
                .map(|figure| quantity("figure", &THINGS, Some(figure)))
                .collect(),
        }
    }
}

/// `lượt`, in letters of any case and composition.
fn is_visits(noun: &str) -> bool {
    noun.nfc()
        .flat_map(char::to_lowercase)
        .take(4)
        .eq("lượt".chars())
}
