//! Counts and amounts whose types forbid nonsense.
//!
//! A [`Count`] knows what it counts, an [`Amount`] whose money it is, at which
//! stage and in which currency; a [`Stock`] holds one of them at a date, a
//! [`Flow`] over a period. What differs in any of these does not add: the
//! compiler refuses it. Data come in through [`Quantity::typed`], which says
//! what it expected and what it found.
//!
//! ```
//! use tinh_model::Claim;
//! use tinh_model::typed::{Amount, Count, Fdi, Flow, Projects, Registered, Stock, Usd};
//!
//! let claim: Claim = serde_json::from_str(r#"{
//!     "type": "observation", "id": "hd", "source": "a3", "place": "Hải Dương",
//!     "as_of": "2023-10-02", "measure": "fdi.registered", "figure": "9,43 tỷ USD"}"#)?;
//! let stock: Stock<Amount<Fdi, Registered, Usd>> = claim.quantities()[0].typed()?;
//! assert_eq!(stock.value().value(), "9430000000".parse()?);
//!
//! // From data, a mismatch is an error that names both sides.
//! let error = claim.quantities()[0].typed::<Flow<Count<Projects>>>().unwrap_err();
//! assert_eq!(
//!     error.to_string(),
//!     "expected a flow of fdi.projects, found a stock of fdi.registered in USD",
//! );
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What the compiler refuses
//! Each block stands beside one that differs in the refused word only, and
//! compiles.
//!
//! Counts of different things:
//! ```
//! use tinh_model::typed::{Count, Fdi, Oda, Projects, Visits};
//! let sum = Count::<Projects>::new(853).plus(Count::<Projects>::new(518));
//! assert_eq!(sum, Some(Count::new(1371)));
//! ```
//! ```compile_fail,E0308
//! use tinh_model::typed::{Count, Fdi, Oda, Projects, Visits};
//! let sum = Count::<Projects>::new(853).plus(Count::<Visits>::new(40));
//! ```
//! ```compile_fail,E0308
//! use tinh_model::typed::{Count, Fdi, Oda, Projects, Visits};
//! let sum = Count::<Projects<Fdi>>::new(853).plus(Count::<Projects<Oda>>::new(4));
//! ```
//! Currencies, stages, and foreign with domestic capital:
//! ```
//! use tinh_model::typed::{Amount, Ddi, Fdi, Implemented, Registered, Usd, Vnd};
//! let a = Amount::<Fdi, Registered, Usd>::new(1.into());
//! assert!(a.plus(Amount::<Fdi, Registered, Usd>::new(1.into())).is_some());
//! ```
//! ```compile_fail,E0308
//! use tinh_model::typed::{Amount, Ddi, Fdi, Implemented, Registered, Usd, Vnd};
//! let a = Amount::<Fdi, Registered, Usd>::new(1.into());
//! a.plus(Amount::<Fdi, Registered, Vnd>::new(1.into()));
//! ```
//! ```compile_fail,E0308
//! use tinh_model::typed::{Amount, Ddi, Fdi, Implemented, Registered, Usd, Vnd};
//! let a = Amount::<Fdi, Registered, Usd>::new(1.into());
//! a.plus(Amount::<Fdi, Implemented, Usd>::new(1.into()));
//! ```
//! ```compile_fail,E0308
//! use tinh_model::typed::{Amount, Ddi, Fdi, Implemented, Registered, Usd, Vnd};
//! let a = Amount::<Fdi, Registered, Usd>::new(1.into());
//! a.plus(Amount::<Ddi, Registered, Usd>::new(1.into()));
//! ```
//! A count with an amount: the error of the official table of December 2023.
//! ```compile_fail,E0308
//! use tinh_model::typed::{Amount, Count, Fdi, Projects, Registered, Usd};
//! let a = Amount::<Fdi, Registered, Usd>::new(1.into());
//! a.plus(Count::<Projects>::new(103));
//! ```
//! A stock with a flow, and either without its time:
//! ```
//! use tinh_model::typed::{Count, Flow, Projects, Stock};
//! # let day = "2022-12-20".parse()?; let year = "2022".parse()?;
//! let stock = Stock::new(Count::<Projects>::new(70), day);
//! let flow = Flow::new(Count::<Projects>::new(5), year);
//! assert!(stock.beside(stock).is_ok() && flow.beside(flow).is_ok());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//! ```compile_fail,E0308
//! use tinh_model::typed::{Count, Flow, Projects, Stock};
//! # let day = "2022-12-20".parse()?; let year = "2022".parse()?;
//! let stock = Stock::new(Count::<Projects>::new(70), day);
//! let flow = Flow::new(Count::<Projects>::new(5), year);
//! stock.beside(flow);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//! ```compile_fail,E0061
//! use tinh_model::typed::{Count, Projects, Stock};
//! let stock = Stock::new(Count::<Projects>::new(70));
//! ```
//! ```compile_fail,E0061
//! use tinh_model::typed::{Count, Flow, Projects};
//! let flow = Flow::new(Count::<Projects>::new(5));
//! ```
//! Partners of provinces are a union: counts of them have no `plus`.
//! ```
//! use tinh_model::typed::{Count, Missions, PartnerCountries};
//! Count::<Missions>::new(130).plus(Count::<Missions>::new(43));
//! ```
//! ```compile_fail,E0277
//! use tinh_model::typed::{Count, Missions, PartnerCountries};
//! Count::<PartnerCountries>::new(130).plus(Count::<PartnerCountries>::new(43));
//! ```

use std::cmp::Ordering;
use std::fmt;
use std::marker::PhantomData;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use tinh_figures::{Currency, Qualifier};

use crate::claim::{Claim, Quantity, Realm, Scope};
use crate::entity::Statement;
use crate::error::{Error, ErrorKind};
use crate::measure::{Basis, CapitalKind, Counted, Indicator, Measure};
use crate::time::{Period, Time};

/// Nobody outside adds to what the types mean.
mod sealed {
    pub trait Sealed {}
}
use sealed::Sealed;

/// A kind of capital, as a type.
pub trait Capital: Sealed {
    /// The kind it stands for.
    const KIND: CapitalKind;
}

/// A stage of capital, as a type.
pub trait Stage: Sealed {
    /// The stage it stands for.
    const BASIS: Basis;
}

/// A currency, as a type.
pub trait Cash: Sealed {
    /// The currency it stands for.
    const CURRENCY: Currency;
}

/// What a count counts, as a type.
pub trait Thing: Sealed {
    /// What is counted.
    const MEASURE: Measure;
}

/// Things of which those of two provinces are never the same.
pub trait Additive: Thing {}

macro_rules! markers {
    ($trait:ident, $const:ident: $type:ty { $($(#[$meta:meta])* $name:ident = $value:expr,)+ }) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
            pub enum $name {}
            impl Sealed for $name {}
            impl $trait for $name {
                const $const: $type = $value;
            }
        )+
    };
}

markers!(Capital, KIND: CapitalKind {
    /// Foreign direct investment.
    Fdi = CapitalKind::Fdi,
    /// Domestic direct investment.
    Ddi = CapitalKind::Ddi,
    /// Development aid, loan or grant not told apart.
    Oda = CapitalKind::Oda,
    /// Loans of development aid.
    OdaLoan = CapitalKind::OdaLoan,
    /// Grants of development aid.
    OdaGrant = CapitalKind::OdaGrant,
    /// Vietnamese money beside aid.
    Counterpart = CapitalKind::Counterpart,
});

markers!(Stage, BASIS: Basis {
    /// Registered, all parts together.
    Registered = Basis::Registered,
    /// Newly licensed.
    RegisteredNew = Basis::RegisteredNew,
    /// Adjusted; may be negative.
    RegisteredAdjusted = Basis::RegisteredAdjusted,
    /// Contribution of capital and purchase of shares.
    SharePurchase = Basis::SharePurchase,
    /// Implemented, disbursed.
    Implemented = Basis::Implemented,
    /// Committed by a partner.
    Committed = Basis::Committed,
    /// Total planned investment.
    Planned = Basis::Planned,
});

markers!(Cash, CURRENCY: Currency {
    /// The Vietnamese dong.
    Vnd = Currency::VND,
    /// The United States dollar.
    Usd = Currency::USD,
    /// The euro.
    Eur = Currency::EUR,
    /// The Japanese yen.
    Jpy = Currency::JPY,
});

markers!(Thing, MEASURE: Measure {
    /// Visits received (*lượt*).
    Visits = Measure::count(Counted::Visits),
    /// Delegations received.
    DelegationsReceived = Measure::count(Counted::DelegationsReceived),
    /// Missions sent abroad.
    Missions = Measure::count(Counted::Missions),
    /// Agreements.
    Agreements = Measure::count(Counted::Agreements),
    /// Persons of the diaspora.
    DiasporaPersons = Measure::count(Counted::DiasporaPersons),
    /// Countries and territories traded with.
    PartnerCountries = Measure::count(Counted::TradePartners),
    /// Countries and territories investing.
    InvestorCountries = Measure::count(Counted::InvestorCountries),
    /// Foreign localities linked.
    PartnerLocalities = Measure::count(Counted::PartnerLocalities),
});

impl Additive for Visits {}
impl Additive for DelegationsReceived {}
impl Additive for Missions {}
impl Additive for Agreements {}
impl Additive for DiasporaPersons {}

/// Projects of a kind of capital; foreign direct investment unless said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Projects<K = Fdi>(PhantomData<K>);
impl<K: Capital> Sealed for Projects<K> {}
impl<K: Capital> Thing for Projects<K> {
    const MEASURE: Measure = Measure::projects(K::KIND);
}
impl<K: Capital> Additive for Projects<K> {}

/// Capital adjustments (*lượt điều chỉnh*) of a kind of capital.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Adjustments<K = Fdi>(PhantomData<K>);
impl<K: Capital> Sealed for Adjustments<K> {}
impl<K: Capital> Thing for Adjustments<K> {
    const MEASURE: Measure = Measure::new(
        Indicator::CapitalCount(K::KIND, Counted::Adjustments),
        crate::Expression::Level,
    );
}
impl<K: Capital> Additive for Adjustments<K> {}

/// A number of things of one kind.
pub struct Count<U> {
    count: u64,
    thing: PhantomData<U>,
}

impl<U: Thing> Count<U> {
    /// So many of them.
    #[must_use]
    pub const fn new(count: u64) -> Self {
        Self {
            count,
            thing: PhantomData,
        }
    }

    /// The bare number.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.count
    }

    /// Both together; `None` beyond the range of numbers. A method rather than
    /// `+`, which would have to panic there.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self>
    where
        U: Additive,
    {
        self.count.checked_add(other.count).map(Self::new)
    }
}

/// Money of a kind of capital, at a stage, in a currency.
pub struct Amount<K, B, C> {
    value: Decimal,
    kind: PhantomData<(K, B, C)>,
}

impl<K: Capital, B: Stage, C: Cash> Amount<K, B, C> {
    /// So many units of the currency.
    #[must_use]
    pub const fn new(value: Decimal) -> Self {
        Self {
            value,
            kind: PhantomData,
        }
    }

    /// The bare number of units of the currency.
    #[must_use]
    pub const fn value(self) -> Decimal {
        self.value
    }

    /// Both together; `None` beyond what a decimal holds exactly.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        exact_sum(self.value, other.value).map(Self::new)
    }
}

/// A sum without rounding: a decimal that runs out of digits rounds silently.
fn exact_sum(a: Decimal, b: Decimal) -> Option<Decimal> {
    let sum = a.checked_add(b)?;
    (sum.checked_sub(b)? == a && sum.checked_sub(a)? == b).then_some(sum)
}

// Written out: derived impls would ask the markers for what the values have.
macro_rules! value_traits {
    ($type:ident<$($p:ident: $bound:ident),+>, $field:ident) => {
        impl<$($p),+> Clone for $type<$($p),+> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<$($p),+> Copy for $type<$($p),+> {}
        impl<$($p),+> PartialEq for $type<$($p),+> {
            fn eq(&self, other: &Self) -> bool {
                self.$field == other.$field
            }
        }
        impl<$($p),+> Eq for $type<$($p),+> {}
        impl<$($p),+> std::hash::Hash for $type<$($p),+> {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                self.$field.hash(state);
            }
        }
        impl<$($p),+> PartialOrd for $type<$($p),+> {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }
        impl<$($p),+> Ord for $type<$($p),+> {
            fn cmp(&self, other: &Self) -> Ordering {
                self.$field.cmp(&other.$field)
            }
        }
        impl<$($p: $bound),+> fmt::Debug for $type<$($p),+> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{} {}", self.$field, <Self as Typed>::describe())
            }
        }
    };
}
value_traits!(Count<U: Thing>, count);
value_traits!(Amount<K: Capital, B: Stage, C: Cash>, value);

/// A count or an amount, of which a quantity of a claim can be one.
pub trait Typed: Sealed + Copy {
    /// What it measures.
    const MEASURE: Measure;
    /// Its currency, for money.
    const CURRENCY: Option<Currency>;

    /// The value, where the number is one of this type.
    fn of(value: Decimal) -> Option<Self>;

    /// `fdi.registered in USD`.
    #[must_use]
    fn describe() -> String {
        describe(Self::MEASURE, Self::CURRENCY)
    }
}

/// A count or an amount of which those of two places add.
pub trait Summable: Typed {
    /// Both together; `None` where the sum cannot be held.
    fn sum(self, other: Self) -> Option<Self>;
}

impl<U: Thing> Sealed for Count<U> {}
impl<U: Thing> Typed for Count<U> {
    const MEASURE: Measure = U::MEASURE;
    const CURRENCY: Option<Currency> = None;

    fn of(value: Decimal) -> Option<Self> {
        if !value.fract().is_zero() {
            return None;
        }
        u64::try_from(value).ok().map(Self::new)
    }
}

impl<U: Additive> Summable for Count<U> {
    fn sum(self, other: Self) -> Option<Self> {
        self.plus(other)
    }
}

impl<K: Capital, B: Stage, C: Cash> Sealed for Amount<K, B, C> {}
impl<K: Capital, B: Stage, C: Cash> Typed for Amount<K, B, C> {
    const MEASURE: Measure = Measure::capital(K::KIND, B::BASIS);
    const CURRENCY: Option<Currency> = Some(C::CURRENCY);

    fn of(value: Decimal) -> Option<Self> {
        Some(Self::new(value))
    }
}

impl<K: Capital, B: Stage, C: Cash> Summable for Amount<K, B, C> {
    fn sum(self, other: Self) -> Option<Self> {
        self.plus(other)
    }
}

fn describe(measure: Measure, currency: Option<Currency>) -> String {
    match currency {
        Some(currency) => format!("{measure} in {}", currency.code()),
        None => measure.to_string(),
    }
}

/// A count or an amount held at a date (*lũy kế, còn hiệu lực*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stock<T> {
    value: T,
    on: NaiveDate,
}

impl<T> Stock<T> {
    /// So much on a day.
    #[must_use]
    pub const fn new(value: T, on: NaiveDate) -> Self {
        Self { value, on }
    }

    /// The day.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }
}

impl<T: Copy> Stock<T> {
    /// How much.
    #[must_use]
    pub const fn value(&self) -> T {
        self.value
    }
}

impl<T: Summable> Stock<T> {
    /// This stock and that of another place on the same day.
    ///
    /// # Errors
    /// [`ErrorKind::Mismatch`] for another day, with both days;
    /// [`ErrorKind::OutOfRange`] where the sum cannot be held.
    pub fn beside(self, other: Self) -> Result<Self, Error> {
        if self.on != other.on {
            return Err(mismatch(
                format!("a stock on {}", self.on),
                format!("one on {}", other.on),
            ));
        }
        let value = self.value.sum(other.value).ok_or_else(out_of_range)?;
        Ok(Self { value, ..self })
    }
}

/// A count or an amount accumulated over a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Flow<T> {
    value: T,
    period: Period,
}

impl<T> Flow<T> {
    /// So much over a period.
    #[must_use]
    pub const fn new(value: T, period: Period) -> Self {
        Self { value, period }
    }

    /// The period.
    #[must_use]
    pub const fn period(&self) -> Period {
        self.period
    }
}

impl<T: Copy> Flow<T> {
    /// How much.
    #[must_use]
    pub const fn value(&self) -> T {
        self.value
    }
}

impl<T: Summable> Flow<T> {
    /// This flow and that of another place over the same period.
    ///
    /// # Errors
    /// [`ErrorKind::Mismatch`] for another period, with both;
    /// [`ErrorKind::OutOfRange`] where the sum cannot be held.
    pub fn beside(self, other: Self) -> Result<Self, Error> {
        if self.period != other.period {
            return Err(mismatch(
                format!("a flow over {}", self.period),
                format!("one over {}", other.period),
            ));
        }
        let value = self.value.sum(other.value).ok_or_else(out_of_range)?;
        Ok(Self { value, ..self })
    }

    /// This flow and what followed at the same place: the other begins on the
    /// day after this one ends.
    ///
    /// ```
    /// use tinh_model::typed::{Count, Flow, Missions};
    /// let flow = |n, period: &str| Ok::<_, tinh_model::Error>(
    ///     Flow::new(Count::<Missions>::new(n), period.parse()?));
    /// let half = flow(3, "2023-Q1")?.then(flow(4, "2023-Q2")?)?;
    /// assert_eq!(half, flow(7, "6 tháng đầu năm 2023")?);
    /// // Nine months contain the first half: adding them counts it twice.
    /// assert_eq!(
    ///     half.then(flow(9, "9 tháng năm 2023")?).unwrap_err().to_string(),
    ///     "expected a flow from 2023-07-01, found one over 2023-01-01/2023-09-30",
    /// );
    /// # Ok::<(), tinh_model::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Mismatch`] for a period that overlaps or leaves a gap;
    /// [`ErrorKind::OutOfRange`] where the sum cannot be held.
    pub fn then(self, next: Self) -> Result<Self, Error> {
        let follows = self.period.end().succ_opt();
        if follows != Some(next.period.start()) {
            let from = follows.map_or_else(|| "no day".to_owned(), |day| day.to_string());
            return Err(mismatch(
                format!("a flow from {from}"),
                format!("one over {}", next.period),
            ));
        }
        Ok(Self {
            value: self.value.sum(next.value).ok_or_else(out_of_range)?,
            period: Period::new(self.period.start(), next.period.end())?,
        })
    }
}

fn mismatch(expected: String, found: String) -> Error {
    Error::new(ErrorKind::Mismatch { expected, found }, "")
}

fn out_of_range() -> Error {
    Error::new(ErrorKind::OutOfRange, "")
}

/// What [`Quantity::typed`] can give: a [`Stock`] or a [`Flow`].
pub trait Timed: Sealed + Sized {
    /// The typed value of a quantity.
    ///
    /// # Errors
    /// [`ErrorKind::Mismatch`], naming both sides.
    fn from_quantity(quantity: &Quantity<'_>) -> Result<Self, Error>;
}

impl<T: Typed> Sealed for Stock<T> {}
impl<T: Typed> Timed for Stock<T> {
    fn from_quantity(quantity: &Quantity<'_>) -> Result<Self, Error> {
        let expected = || format!("a stock of {}", T::describe());
        match quantity.time {
            Time::AsOf(_) => {
                let value = value_of::<T>(quantity, &expected)?;
                let on = quantity.time.last_day().ok_or_else(|| {
                    mismatch(
                        format!("{} on a known day", expected()),
                        format!("one as of {}", quantity.time),
                    )
                })?;
                Ok(Self { value, on })
            }
            _ => Err(mismatch(expected(), found(quantity))),
        }
    }
}

impl<T: Typed> Sealed for Flow<T> {}
impl<T: Typed> Timed for Flow<T> {
    fn from_quantity(quantity: &Quantity<'_>) -> Result<Self, Error> {
        let expected = || format!("a flow of {}", T::describe());
        match quantity.time {
            Time::During(period) => Ok(Self {
                value: value_of::<T>(quantity, &expected)?,
                period,
            }),
            _ => Err(mismatch(expected(), found(quantity))),
        }
    }
}

/// The exact value: what is only bounded has none, and is no typed value.
fn value_of<T: Typed>(quantity: &Quantity<'_>, expected: &impl Fn() -> String) -> Result<T, Error> {
    let figure = quantity.figure;
    let currency = figure.and_then(crate::PrintedFigure::currency);
    if quantity.measure != T::MEASURE || currency != T::CURRENCY || limit(quantity).is_some() {
        return Err(mismatch(expected(), found(quantity)));
    }
    let qualifier = figure.map_or(Qualifier::Indefinite, crate::PrintedFigure::qualifier);
    let inexact = || {
        let text = figure.map_or("no number", crate::PrintedFigure::text);
        mismatch(format!("{}, exactly", expected()), format!("{text:?}"))
    };
    if qualifier != Qualifier::Exact {
        return Err(inexact());
    }
    quantity.value().and_then(T::of).ok_or_else(inexact)
}

/// What keeps a figure from being that of its whole place, and so: the types do
/// not tell a part from the whole, nor a plan from what is.
fn limit(quantity: &Quantity<'_>) -> Option<&'static str> {
    let (partner, sector) = match quantity.claim.statement() {
        Statement::Observation(observation) => (&observation.partner, &observation.sector),
        _ => (&None, &None),
    };
    match quantity.claim.realm() {
        _ if quantity.scope == Scope::Project => Some("of one project"),
        _ if partner.is_some() => Some("of one partner"),
        _ if sector.is_some() => Some("of one sector"),
        Realm::Actual => None,
        Realm::Plan => Some("a plan"),
        Realm::Target => Some("a target"),
        Realm::Commitment => Some("a commitment"),
    }
}

fn found(quantity: &Quantity<'_>) -> String {
    let currency = quantity.figure.and_then(crate::PrintedFigure::currency);
    let mut what = describe(quantity.measure, currency);
    if let Some(limit) = limit(quantity) {
        what.push_str(", ");
        what.push_str(limit);
    }
    match quantity.time {
        Time::AsOf(_) => format!("a stock of {what}"),
        Time::During(_) => format!("a flow of {what}"),
        time => format!("{what}, {time}"),
    }
}

impl Quantity<'_> {
    /// The figure as a typed stock or flow: [`typed`](crate::typed).
    ///
    /// # Errors
    /// [`ErrorKind::Mismatch`] where the figure is of another measure, another
    /// currency, a flow for a stock, not exact (*trên 24,5 tỷ USD*), a stock
    /// whose day is not known, of one project, partner or sector, or planned;
    /// the error names both sides.
    pub fn typed<T: Timed>(&self) -> Result<T, Error> {
        T::from_quantity(self)
    }
}

impl Claim {
    /// The one figure of the claim as a typed stock or flow.
    ///
    /// # Errors
    /// As [`Quantity::typed`]; also where the claim has several figures or
    /// none.
    pub fn typed<T: Timed>(&self) -> Result<T, Error> {
        match self.quantities().as_slice() {
            [one] => one.typed(),
            several => Err(mismatch(
                "a claim of one figure".to_owned(),
                format!("{} of {}", several.len(), self.id()),
            )),
        }
    }
}
