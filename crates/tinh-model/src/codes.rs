//! Codes of international lists: ISO, SDMX and IATI.
//!
//! | list | version | here |
//! |---|---|---|
//! | ISO 3166-1 | by the gazetteer | [`Partner::iso3166_1`] |
//! | ISO 3166-2 | the 63 units until 30 June 2025; none assigned to newer ones | [`Place::iso3166_2`] |
//! | ISO 4217 | by the figures | [`PrintedFigure::currency`] |
//! | ISO 8601 | | `Display` of the types of [`time`](crate::time) |
//! | SDMX `CL_OBS_STATUS` | 2.2 | [`Status::sdmx_obs_status`] |
//! | SDMX `TIME_PERIOD` | SDMX 3.0, section 6 | [`Time::sdmx_time_period`] |
//! | SDMX `CL_UNIT_MULT` | 1.0 | [`PrintedFigure::sdmx_unit_mult`] |
//! | IATI `ActivityStatus` | 2.03 | [`ProjectState::iati_activity_status`] |
//! | IATI `TransactionType` | 2.03 | [`Basis::iati_transaction_type`] |
//! | IATI `FlowType` | 2.03 | [`CapitalKind::iati_flow_type`] |
//! | IATI `FinanceType` | 2.03 | [`CapitalKind::iati_finance_type`] |
//! | IATI `OrganisationRole` | 2.03 | [`Role::iati_organisation_role`] |
//! | IATI `OrganisationType` | 2.03 | [`Partner::iati_organisation_type`] |
//!
//! `None` means that the list has no code for it, not that the code is not
//! known: no code is bent to fit. Nothing is written in these formats.

use chrono::{Datelike, NaiveDate};

use crate::claim::Status;
use crate::entity::{ProjectState, Role};
use crate::figure::PrintedFigure;
use crate::measure::{Basis, CapitalKind};
use crate::partner::Partner;
use crate::place::Place;
use crate::time::{DateBasis, PartialDate, Period, Time};

impl Status {
    /// The code of SDMX `CL_OBS_STATUS` 2.2.
    ///
    /// ```
    /// use tinh_model::claim::Status;
    /// assert_eq!(Status::Estimated.sdmx_obs_status(), 'E');
    /// ```
    #[must_use]
    pub const fn sdmx_obs_status(self) -> char {
        match self {
            Self::Normal => 'A',
            Self::Estimated => 'E',
            Self::Provisional => 'P',
            Self::Forecast => 'F',
            Self::Unreliable => 'U',
            Self::DefinitionDiffers => 'D',
            Self::Break => 'B',
        }
    }
}

impl ProjectState {
    /// The code of IATI `ActivityStatus` 2.03: 1 pipeline, 2 implementation,
    /// 5 cancelled, 6 suspended. `None` where the source does not tell.
    ///
    /// ```
    /// use tinh_model::entity::ProjectState;
    /// assert_eq!(ProjectState::ApprovedInPrinciple.iati_activity_status(), Some(1));
    /// assert_eq!(ProjectState::Present.iati_activity_status(), None);
    /// ```
    #[must_use]
    pub const fn iati_activity_status(self) -> Option<u8> {
        match self {
            Self::Surveyed | Self::UnderMemorandum | Self::ApprovedInPrinciple => Some(1),
            Self::Licensed | Self::GroundBroken | Self::Operating => Some(2),
            Self::Terminated => Some(5),
            Self::Suspended => Some(6),
            Self::Present => None,
        }
    }
}

impl Basis {
    /// The code of IATI `TransactionType` 2.03: 2 outgoing commitment,
    /// 3 disbursement, 8 purchase of equity. IATI has no code for registered
    /// capital of direct investment; that a licence is a commitment would be
    /// an analogy, so registration has none here.
    ///
    /// ```
    /// use tinh_model::Basis;
    /// assert_eq!(Basis::Implemented.iati_transaction_type(), Some(3));
    /// assert_eq!(Basis::Registered.iati_transaction_type(), None);
    /// ```
    #[must_use]
    pub const fn iati_transaction_type(self) -> Option<u8> {
        match self {
            Self::Committed => Some(2),
            Self::Implemented => Some(3),
            Self::SharePurchase => Some(8),
            Self::Registered
            | Self::RegisteredNew
            | Self::RegisteredAdjusted
            | Self::Planned
            | Self::Unstated => None,
        }
    }
}

impl CapitalKind {
    /// The code of IATI `FlowType` 2.03: 10 official development assistance,
    /// 21 other official flows, 30 private development finance, 36 private
    /// foreign direct investment. Vietnamese money has none.
    ///
    /// ```
    /// use tinh_model::CapitalKind;
    /// assert_eq!(CapitalKind::Fdi.iati_flow_type(), Some(36));
    /// assert_eq!(CapitalKind::Counterpart.iati_flow_type(), None);
    /// ```
    #[must_use]
    pub const fn iati_flow_type(self) -> Option<u8> {
        match self {
            Self::Oda | Self::OdaLoan | Self::OdaGrant => Some(10),
            Self::ConcessionalLoan => Some(21),
            Self::NgoAid => Some(30),
            Self::Fdi => Some(36),
            Self::Ddi | Self::Ofdi | Self::Counterpart | Self::OdaWithCounterpart => None,
        }
    }

    /// The code of IATI `FinanceType` 2.03: 110 standard grant, 421 standard
    /// loan. `None` where loan and grant are not told apart, and for direct
    /// investment, which is equity and loans together.
    ///
    /// ```
    /// use tinh_model::CapitalKind;
    /// assert_eq!(CapitalKind::OdaLoan.iati_finance_type(), Some(421));
    /// assert_eq!(CapitalKind::Oda.iati_finance_type(), None);
    /// ```
    #[must_use]
    pub const fn iati_finance_type(self) -> Option<u16> {
        match self {
            Self::OdaGrant | Self::NgoAid => Some(110),
            Self::OdaLoan | Self::ConcessionalLoan => Some(421),
            Self::Fdi
            | Self::Ddi
            | Self::Ofdi
            | Self::Oda
            | Self::Counterpart
            | Self::OdaWithCounterpart => None,
        }
    }
}

impl Role {
    /// The code of IATI `OrganisationRole` 2.03: 1 funding, 2 accountable,
    /// 4 implementing. An investor funds; signatories, facilitators and hosts
    /// have no code.
    ///
    /// ```
    /// use tinh_model::entity::Role;
    /// assert_eq!(Role::Implementing.iati_organisation_role(), Some(4));
    /// assert_eq!(Role::Host.iati_organisation_role(), None);
    /// ```
    #[must_use]
    pub const fn iati_organisation_role(self) -> Option<u8> {
        match self {
            Self::Investor | Self::Funding => Some(1),
            Self::Accountable => Some(2),
            Self::Implementing => Some(4),
            Self::Signatory | Self::Facilitator | Self::Host => None,
        }
    }
}

impl Partner {
    /// The ISO 3166-1 alpha-2 code of the country it is or belongs to.
    ///
    /// ```
    /// use tinh_model::Partner;
    /// let partner: Partner = serde_json::from_str(
    ///     r#"{"locality": "Suwon", "country": "Hàn Quốc"}"#)?;
    /// assert_eq!(partner.iso3166_1(), Some("KR"));
    /// assert_eq!(partner.iati_organisation_type(), Some(11));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn iso3166_1(&self) -> Option<&'static str> {
        self.country().map(|country| country.alpha2())
    }

    /// The code of IATI `OrganisationType` 2.03: 10 government (a country, a
    /// Vietnamese office abroad), 11 local government, 40 multilateral (a bloc,
    /// an international organisation), 70 private sector.
    #[must_use]
    pub const fn iati_organisation_type(&self) -> Option<u8> {
        match self {
            Self::Country(..) | Self::OverseasOffice { .. } => Some(10),
            Self::Locality { .. } => Some(11),
            Self::Bloc(_) | Self::Organisation(_) => Some(40),
            Self::Company { .. } => Some(70),
            Self::WorldRegion(_)
            | Self::CityNetwork(_)
            | Self::TradeAgreement(_)
            | Self::Domestic(_)
            | Self::Diaspora(_)
            | Self::Unnamed(_) => None,
        }
    }
}

impl Place {
    /// The ISO 3166-2 code, of the units that have one of their own: `VN-61`.
    /// The standard still lists the 63 units of before 1 July 2025, so a unit
    /// formed by a merger has none, though it keeps an old name.
    ///
    /// ```
    /// use tinh_model::Place;
    /// let before = Place::named("Hải Dương", "2023-12-20".parse()?)?;
    /// assert_eq!(before.iso3166_2(), Some("VN-61"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn iso3166_2(&self) -> Option<&'static str> {
        let unit = self.unit()?;
        unit.iso_3166_2().filter(|_| unit.is_iso_3166_2_assigned())
    }
}

impl PrintedFigure {
    /// The code of SDMX `CL_UNIT_MULT` 1.0 of the scale it was printed in: the
    /// power of ten, 9 for `tỷ`.
    ///
    /// ```
    /// use tinh_model::PrintedFigure;
    /// let figure: PrintedFigure = "14,65 tỷ USD".parse()?;
    /// assert_eq!(figure.sdmx_unit_mult(), Some(9));
    /// # Ok::<(), tinh_model::Error>(())
    /// ```
    #[must_use]
    pub fn sdmx_unit_mult(&self) -> Option<u8> {
        self.reading()
            .map(|figure| figure.written().scale().exponent())
    }
}

impl Time {
    /// The `TIME_PERIOD` of SDMX 3.0: a year, quarter or month as such, any
    /// other period as its first day and length (`2023-01-01/P9M`). `None` for
    /// times without a year, those repeated or to come, and dates of which only
    /// is known that they are no earlier.
    ///
    /// ```
    /// use tinh_model::time::Time;
    /// let period = |text: &str| Ok::<_, tinh_model::Error>(
    ///     Time::During(text.parse()?).sdmx_time_period());
    /// assert_eq!(period("9 tháng năm 2023")?.as_deref(), Some("2023-01-01/P9M"));
    /// assert_eq!(period("quý III/2023")?.as_deref(), Some("2023-Q3"));
    /// assert_eq!(period("2021-2025")?.as_deref(), Some("2021-01-01/P5Y"));
    /// # Ok::<(), tinh_model::Error>(())
    /// ```
    #[must_use]
    pub fn sdmx_time_period(&self) -> Option<String> {
        match self {
            Self::During(period) => Some(sdmx_period(period)),
            Self::AsOf(as_of) if as_of.basis() == DateBasis::NotBefore => None,
            Self::AsOf(as_of) => sdmx_date(as_of.date()),
            Self::On(date) | Self::Horizon(date) => sdmx_date(*date),
            Self::EveryMonth | Self::EveryYear | Self::Future | Self::Undated => None,
        }
    }
}

fn sdmx_date(date: PartialDate) -> Option<String> {
    date.known_year().map(|_| date.to_string())
}

fn sdmx_period(period: &Period) -> String {
    let (start, end) = (period.start(), period.end());
    let whole_months = start.day() == 1 && end.succ_opt().is_none_or(|next| next.day() == 1);
    let month_number = |day: NaiveDate| {
        i64::from(day.year())
            .saturating_mul(12)
            .saturating_add(i64::from(day.month()))
    };
    if !whole_months {
        let days = end
            .signed_duration_since(start)
            .num_days()
            .saturating_add(1);
        return format!("{start}/P{days}D");
    }
    let months = month_number(end)
        .saturating_sub(month_number(start))
        .saturating_add(1);
    match (months, start.month()) {
        (12, 1) => format!("{:04}", start.year()),
        (3, first @ (1 | 4 | 7 | 10)) => {
            format!("{:04}-Q{}", start.year(), first.div_ceil(3))
        }
        (1, _) => format!("{:04}-{:02}", start.year(), start.month()),
        (months, 1) if months % 12 == 0 => format!("{start}/P{}Y", months / 12),
        (months, _) => format!("{start}/P{months}M"),
    }
}
