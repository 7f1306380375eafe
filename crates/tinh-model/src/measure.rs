//! What a figure measures, and therefore what it may be added to.
//!
//! A [`Measure`] is an [`Indicator`] (what is counted) and an [`Expression`]
//! (how it is stated: a level, a growth rate, a share, a rank). Only levels of
//! the same indicator add, and of those only the [additive](Measure::is_additive)
//! ones: the partner countries of two provinces are a union, not a sum.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorKind};
use crate::serde_text::string_serde;

/// Declares a closed set of codes with their text form.
macro_rules! coded {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code written in datasets.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// The value of a code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }

        impl FromStr for $name {
            type Err = Error;

            fn from_str(text: &str) -> Result<Self, Error> {
                Self::from_code(text).ok_or_else(|| Error::new(
                    ErrorKind::Field(format!("expected one of {}", [$($code,)+].join(", "))),
                    text,
                ))
            }
        }

        string_serde!($name, concat!("one of the codes of ", stringify!($name)));
    };
}
pub(crate) use coded;

coded! {
    /// Whose money, and of what nature.
    CapitalKind {
        /// Foreign direct investment (*đầu tư trực tiếp nước ngoài*).
        Fdi = "fdi",
        /// Domestic direct investment (*đầu tư trong nước*, DDI).
        Ddi = "ddi",
        /// Vietnamese investment abroad (*đầu tư ra nước ngoài*).
        Ofdi = "ofdi",
        /// Official development assistance, loan or grant not told apart.
        Oda = "oda",
        /// ODA loans (*vốn vay ODA*).
        OdaLoan = "oda-loan",
        /// ODA grants (*viện trợ không hoàn lại*).
        OdaGrant = "oda-grant",
        /// Concessional loans (*vay ưu đãi*).
        ConcessionalLoan = "concessional-loan",
        /// Vietnamese money beside aid (*vốn đối ứng*): never aid itself.
        Counterpart = "counterpart",
        /// Aid together with its counterpart funds.
        OdaWithCounterpart = "oda-with-counterpart",
        /// Aid of foreign non-governmental organisations (*PCPNN*).
        NgoAid = "ngo-aid",
    }
}

coded! {
    /// At which stage money is counted. Stages never add to one another.
    Basis {
        /// Registered, all parts together (*tổng vốn đăng ký*).
        Registered = "registered",
        /// Newly licensed (*cấp mới*).
        RegisteredNew = "registered-new",
        /// Adjusted (*điều chỉnh, tăng thêm*); may be negative.
        RegisteredAdjusted = "registered-adjusted",
        /// Capital contribution and share purchase (*góp vốn, mua cổ phần*).
        SharePurchase = "share-purchase",
        /// Implemented, disbursed (*thực hiện, giải ngân*).
        Implemented = "implemented",
        /// Committed by a partner (*cam kết*).
        Committed = "committed",
        /// Total planned investment (*tổng mức đầu tư*).
        Planned = "planned",
        /// The text does not say.
        Unstated = "unstated",
    }
}

coded! {
    /// At which prices an output is valued.
    PriceBasis {
        /// Current prices (*giá hiện hành*).
        Current = "current",
        /// Constant prices of 2010 (*giá so sánh 2010*).
        Constant2010 = "constant-2010",
        /// The text does not say.
        Unstated = "unstated-prices",
    }
}

coded! {
    /// What a count counts. Counts of different things never add.
    Counted {
        /// Investment or aid projects (*dự án*).
        Projects = "projects",
        /// Capital adjustments (*lượt dự án điều chỉnh*).
        Adjustments = "adjustments",
        /// Share purchases (*lượt góp vốn, mua cổ phần*).
        SharePurchases = "share-purchases",
        /// Visits received (*lượt khách*): not distinct visitors.
        Visits = "visits",
        /// Delegations received (*đoàn vào*).
        DelegationsReceived = "delegations-received",
        /// Missions sent abroad (*đoàn ra, đoàn xúc tiến*).
        Missions = "missions",
        /// Agreements (*thỏa thuận, biên bản ghi nhớ*).
        Agreements = "agreements",
        /// Foreign localities linked by friendship or twinning.
        PartnerLocalities = "partner-localities",
        /// Partner organisations.
        PartnerOrganisations = "partner-organisations",
        /// Countries and territories traded with.
        TradePartners = "trade-partners",
        /// Countries and territories investing.
        InvestorCountries = "investor-countries",
        /// Persons of the diaspora (*kiều bào*).
        DiasporaPersons = "diaspora-persons",
        /// Countries where the diaspora lives.
        DiasporaCountries = "diaspora-countries",
        /// Workers in foreign enterprises.
        ForeignEnterpriseWorkers = "foreign-enterprise-workers",
        /// Enterprises.
        Enterprises = "enterprises",
        /// Vietnamese trade offices abroad (*Thương vụ*).
        TradeOffices = "trade-offices",
        /// Anything else; the printed noun says what.
        Things = "things",
    }
}

coded! {
    /// A figure of the economy of a province.
    Economy {
        /// Goods exported (*kim ngạch xuất khẩu*).
        Exports = "exports",
        /// Goods imported (*kim ngạch nhập khẩu*).
        Imports = "imports",
        /// Budget revenue in the area (*thu ngân sách trên địa bàn*).
        BudgetRevenue = "budget-revenue",
        /// Share of agriculture, forestry and fishery (*khu vực I*).
        PrimarySector = "sector-1",
        /// Share of industry and construction (*khu vực II*).
        SecondarySector = "sector-2",
        /// Share of services (*khu vực III*).
        TertiarySector = "sector-3",
        /// Competitiveness index (*PCI*).
        Pci = "pci",
        /// Administrative reform index (*PAR Index*).
        ParIndex = "par-index",
        /// Governance index (*PAPI*).
        Papi = "papi",
        /// Size of a city or province, unspecified.
        Size = "size",
        /// Economic growth in general.
        Growth = "economic-growth",
    }
}

/// What is counted or valued.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Indicator {
    /// Money of a kind at a stage: `fdi.registered`.
    Capital(CapitalKind, Basis),
    /// Projects, adjustments or share purchases of a capital kind: `fdi.projects`.
    CapitalCount(CapitalKind, Counted),
    /// A count that is not of capital: `visits`.
    Count(Counted),
    /// Gross regional domestic product (*GRDP*): `grdp.current`.
    Grdp(PriceBasis),
    /// Other figures of the economy: `exports`.
    Economy(Economy),
}

/// How an indicator is stated.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Expression {
    /// The amount itself.
    #[default]
    Level,
    /// Change on a base in percent (*tăng 18,8 %*).
    Growth,
    /// Ratio to a base in percent (*bằng 63,6 % cùng kỳ* is a fall).
    Ratio,
    /// Ratio to a base in times (*gấp 10,2 lần*).
    Multiple,
    /// Ratio to the plan in percent (*đạt 79,3 % dự toán*).
    PlanCompletion,
    /// Part of a whole in percent (*chiếm 45,3 %*).
    Share,
    /// Place in an order (*đứng thứ 8*).
    Rank,
    /// A bound on the place in an order (*lọt top 20*).
    RankAtMost,
}

impl Expression {
    /// The code written in datasets.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Growth => "growth",
            Self::Ratio => "ratio",
            Self::Multiple => "multiple",
            Self::PlanCompletion => "plan-completion",
            Self::Share => "share",
            Self::Rank => "rank",
            Self::RankAtMost => "rank-at-most",
        }
    }

    /// Whether it is measured against a base: another period, or the plan.
    #[must_use]
    pub const fn has_base(self) -> bool {
        matches!(
            self,
            Self::Growth | Self::Ratio | Self::Multiple | Self::PlanCompletion
        )
    }
}

/// The unit the level of an indicator is stated in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnitKind {
    /// Money of some currency.
    Money,
    /// A whole number of something.
    Count(Counted),
    /// Percent, times, a rank or a score: never summed.
    Ratio,
}

/// Whether the level of an indicator is held at a date or accumulates over a
/// period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Nature {
    /// Held at a date: partners, population.
    Stock,
    /// Accumulates over a period: exports, revenue, product.
    Flow,
    /// Reported both ways, and the time of the claim says which: registered
    /// capital is a stock in force and a flow of the year.
    Either,
}

/// What a figure measures.
///
/// ```
/// use tinh_model::{Basis, CapitalKind, Measure};
/// let registered = Measure::capital(CapitalKind::Fdi, Basis::Registered);
/// assert_eq!(registered.to_string(), "fdi.registered");
/// assert_eq!("fdi.registered".parse::<Measure>()?, registered);
///
/// // What was registered and what was implemented are different measures.
/// assert_ne!(registered, "fdi.implemented".parse()?);
/// assert!(registered.is_additive());
/// assert!(!"investor-countries".parse::<Measure>()?.is_additive());
/// # Ok::<(), tinh_model::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Measure {
    indicator: Indicator,
    expression: Expression,
}

impl Measure {
    /// An indicator stated in a way.
    #[must_use]
    pub const fn new(indicator: Indicator, expression: Expression) -> Self {
        Self {
            indicator,
            expression,
        }
    }

    /// The level of capital of a kind at a stage.
    #[must_use]
    pub const fn capital(kind: CapitalKind, basis: Basis) -> Self {
        Self::new(Indicator::Capital(kind, basis), Expression::Level)
    }

    /// The number of projects of a kind of capital.
    #[must_use]
    pub const fn projects(kind: CapitalKind) -> Self {
        Self::new(
            Indicator::CapitalCount(kind, Counted::Projects),
            Expression::Level,
        )
    }

    /// A number of things.
    #[must_use]
    pub const fn count(counted: Counted) -> Self {
        Self::new(Indicator::Count(counted), Expression::Level)
    }

    /// What is counted or valued.
    #[must_use]
    pub const fn indicator(&self) -> Indicator {
        self.indicator
    }

    /// How it is stated.
    #[must_use]
    pub const fn expression(&self) -> Expression {
        self.expression
    }

    /// The same indicator stated in another way.
    #[must_use]
    pub const fn stated_as(self, expression: Expression) -> Self {
        Self::new(self.indicator, expression)
    }

    /// The unit its figures are stated in.
    #[must_use]
    pub const fn unit_kind(&self) -> UnitKind {
        if !matches!(self.expression, Expression::Level) {
            return UnitKind::Ratio;
        }
        match self.indicator {
            Indicator::Capital(..) | Indicator::Grdp(_) => UnitKind::Money,
            Indicator::CapitalCount(_, counted) | Indicator::Count(counted) => {
                UnitKind::Count(counted)
            }
            Indicator::Economy(Economy::Exports | Economy::Imports | Economy::BudgetRevenue) => {
                UnitKind::Money
            }
            Indicator::Economy(_) => UnitKind::Ratio,
        }
    }

    /// Whether its figures are stocks, flows, or either.
    ///
    /// ```
    /// use tinh_model::{Measure, Nature};
    /// assert_eq!("exports".parse::<Measure>()?.nature(), Nature::Flow);
    /// assert_eq!("trade-partners".parse::<Measure>()?.nature(), Nature::Stock);
    /// assert_eq!("fdi.registered".parse::<Measure>()?.nature(), Nature::Either);
    /// # Ok::<(), tinh_model::Error>(())
    /// ```
    #[must_use]
    pub const fn nature(&self) -> Nature {
        if !matches!(self.expression, Expression::Level) {
            return Nature::Either;
        }
        match self.indicator {
            Indicator::Grdp(_)
            | Indicator::Economy(Economy::Exports | Economy::Imports | Economy::BudgetRevenue)
            | Indicator::CapitalCount(_, Counted::Adjustments | Counted::SharePurchases)
            | Indicator::Capital(_, Basis::RegisteredAdjusted) => Nature::Flow,
            Indicator::Count(
                Counted::PartnerLocalities
                | Counted::PartnerOrganisations
                | Counted::TradePartners
                | Counted::InvestorCountries
                | Counted::DiasporaPersons
                | Counted::DiasporaCountries
                | Counted::TradeOffices,
            ) => Nature::Stock,
            _ => Nature::Either,
        }
    }

    /// Whether values of disjoint territories add up to the value of their
    /// union. Ranks, rates, shares and scores do not; nor do counts of
    /// countries, localities or organisations, since the same one may be the
    /// partner of several provinces.
    #[must_use]
    pub const fn is_additive(&self) -> bool {
        match self.unit_kind() {
            UnitKind::Money => true,
            UnitKind::Ratio => false,
            UnitKind::Count(counted) => matches!(
                counted,
                Counted::Projects
                    | Counted::Adjustments
                    | Counted::SharePurchases
                    | Counted::Visits
                    | Counted::DelegationsReceived
                    | Counted::Missions
                    | Counted::Agreements
                    | Counted::DiasporaPersons
                    | Counted::ForeignEnterpriseWorkers
                    | Counted::Enterprises
            ),
        }
    }
}

impl fmt::Display for Indicator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Capital(kind, basis) => write!(f, "{kind}.{basis}"),
            Self::CapitalCount(kind, counted) => write!(f, "{kind}.{counted}"),
            Self::Count(counted) => write!(f, "{counted}"),
            Self::Grdp(prices) => write!(f, "grdp.{prices}"),
            Self::Economy(economy) => write!(f, "{economy}"),
        }
    }
}

impl FromStr for Indicator {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let found = match text.split_once('.') {
            Some(("grdp", prices)) => PriceBasis::from_code(prices).map(Self::Grdp),
            Some((kind, rest)) => CapitalKind::from_code(kind).and_then(|kind| {
                Basis::from_code(rest)
                    .map(|basis| Self::Capital(kind, basis))
                    .or_else(|| Counted::from_code(rest).map(|c| Self::CapitalCount(kind, c)))
            }),
            None => Counted::from_code(text)
                .map(Self::Count)
                .or_else(|| Economy::from_code(text).map(Self::Economy)),
        };
        found.ok_or_else(|| Error::new(ErrorKind::Measure, text))
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.indicator)?;
        if self.expression != Expression::Level {
            write!(f, ":{}", self.expression.code())?;
        }
        Ok(())
    }
}

impl FromStr for Measure {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let (indicator, expression) = match text.split_once(':') {
            None => (text, Expression::Level),
            Some((indicator, code)) => {
                let expression = [
                    Expression::Growth,
                    Expression::Ratio,
                    Expression::Multiple,
                    Expression::PlanCompletion,
                    Expression::Share,
                    Expression::Rank,
                    Expression::RankAtMost,
                ]
                .into_iter()
                .find(|expression| expression.code() == code)
                .ok_or_else(|| Error::new(ErrorKind::Measure, text))?;
                (indicator, expression)
            }
        };
        let indicator = indicator
            .parse()
            .map_err(|_| Error::new(ErrorKind::Measure, text))?;
        Ok(Self::new(indicator, expression))
    }
}

string_serde!(
    Measure,
    "a measure such as fdi.registered, fdi.projects, exports or fdi.registered:growth"
);
