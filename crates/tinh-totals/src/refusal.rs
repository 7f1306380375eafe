//! Why two values are not compared.

use serde::Serialize;
use thiserror::Error as ThisError;

use crate::language::Language;
use crate::moment::Moment;
use crate::warning::Break;

/// Why a share, an average, a difference or a growth rate is refused.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, ThisError, Serialize)]
#[serde(tag = "refused", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Refusal {
    /// The two answers measure different things.
    #[error("{left} and {right} are different measures")]
    OtherMeasure {
        /// What one measures.
        left: String,
        /// What the other measures.
        right: String,
    },
    /// One side has no such group.
    #[error("only one side has {group}")]
    OneSided {
        /// The group and its currency.
        group: String,
    },
    /// The two sides cover different ground: a merger lies between them, or a
    /// unit is missing from one.
    #[error("the two sides cover different units: {}", .units.join(", "))]
    OtherTerritory {
        /// The units of one side only.
        units: Vec<String>,
    },
    /// A unit is only partly reported.
    #[error("{group} is incomplete, {reported} of {of} reported")]
    Incomplete {
        /// The group.
        group: String,
        /// How many of the units that make it have a figure.
        reported: usize,
        /// Of how many.
        of: usize,
    },
    /// Different periods: nine months against a year.
    #[error("the periods differ: {} and {}", .earlier.join(", "), .later.join(", "))]
    OtherPeriods {
        /// The periods of one side.
        earlier: Vec<String>,
        /// Those of the other.
        later: Vec<String>,
    },
    /// Values of one side hold at different dates.
    #[error("values of different dates: {}", Language::English.list(.dates))]
    MixedDates {
        /// The dates.
        dates: Vec<Moment>,
    },
    /// Ranks, rates and shares have no differences of amounts.
    #[error("{measure} is not an amount")]
    NotAnAmount {
        /// The measure.
        measure: String,
    },
    /// A definition changed between the two.
    #[error("share purchases are part of registered capital only from 2016 on")]
    Break {
        /// What changed.
        what: Break,
    },
    /// A level and a rate of product at unlike or unstated prices: growth is
    /// given at constant prices, levels at current ones.
    #[error("the price basis is not stated: levels are at current prices, growth at constant ones")]
    PriceBasis,
    /// Only *about* or open bounds: the quotient could be anything.
    #[error("neither bound of the quotient is known")]
    NoBounds,
    /// Growth on nothing, or on a loss, means nothing.
    #[error("the base is not known to be above zero")]
    BaseNotPositive,
    /// More digits than a decimal has.
    #[error("the result needs more than 28 digits")]
    TooLarge,
    /// There is no total to take a share of.
    #[error("there is no one total")]
    NoTotal,
    /// The figure has no value.
    #[error("{figure} has no value")]
    NoValue {
        /// Its key.
        figure: String,
    },
    /// The figure is no growth, ratio, multiple, share or completion rate.
    #[error("{expression} implies no other value")]
    NotARate {
        /// What it is.
        expression: String,
    },
}

impl Refusal {
    /// In a language.
    ///
    /// ```
    /// use tinh_totals::{Language, Refusal};
    /// assert_eq!(Refusal::NoTotal.to_string(), "there is no one total");
    /// assert_eq!(
    ///     Refusal::NoTotal.in_language(Language::Vietnamese),
    ///     "không có một tổng duy nhất"
    /// );
    /// ```
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Language::English => self.to_string(),
            Language::Vietnamese => self.vietnamese(),
        }
    }

    fn vietnamese(&self) -> String {
        let said = |text: &str| text.to_owned();
        match self {
            Self::OtherMeasure { left, right } => {
                format!("{left} và {right} là hai chỉ tiêu khác nhau")
            }
            Self::OneSided { group } => format!("chỉ một bên có {group}"),
            Self::OtherTerritory { units } => {
                format!("địa bàn hai bên khác nhau: {}", units.join(", "))
            }
            Self::Incomplete {
                group,
                reported,
                of,
            } => format!("{group} chưa đủ, mới có {reported}/{of}"),
            Self::OtherPeriods { earlier, later } => format!(
                "hai kỳ không như nhau: {} và {}",
                earlier.join(", "),
                later.join(", ")
            ),
            Self::MixedDates { dates } => {
                let dates = dates.iter().map(|d| d.in_language(Language::Vietnamese));
                let dates: Vec<String> = dates.collect();
                format!(
                    "số liệu của nhiều thời điểm: {}",
                    Language::Vietnamese.list(&dates)
                )
            }
            Self::NotAnAmount { measure } => format!("{measure} không phải là một lượng"),
            Self::Break {
                what: Break::SharePurchases,
            } => said("từ năm 2016 vốn đăng ký mới gồm cả góp vốn, mua cổ phần"),
            Self::PriceBasis => said(
                "không nêu theo giá nào: quy mô tính theo giá hiện hành, tăng trưởng theo giá so sánh",
            ),
            Self::NoBounds => said("thương không có giới hạn nào"),
            Self::BaseNotPositive => said("không chắc gốc so sánh lớn hơn 0"),
            Self::TooLarge => said("kết quả cần hơn 28 chữ số"),
            Self::NoTotal => said("không có một tổng duy nhất"),
            Self::NoValue { figure } => format!("{figure} không có giá trị"),
            Self::NotARate { expression } => {
                format!("không suy ra được giá trị nào từ {expression}")
            }
        }
    }
}
