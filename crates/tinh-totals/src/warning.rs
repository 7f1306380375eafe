//! What an answer must be read with.

use std::fmt;

use serde::Serialize;

use crate::language::Language;
use crate::moment::Moment;

/// A definition that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Break {
    /// Registered foreign capital has share purchases in it from 2016 on.
    SharePurchases,
}

/// A caveat of an answer; in strict mode an error.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "warning", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Warning {
    /// Stocks of different dates were added.
    MixedDates {
        /// The dates, earliest first.
        dates: Vec<Moment>,
    },
    /// The newest stock at or before the date asked for is older than it.
    Earlier {
        /// The date asked for.
        asked: String,
        /// The dates found.
        dates: Vec<Moment>,
    },
    /// The date of a stock is worked out, or only its earliest is known.
    UncertainDate {
        /// The figures.
        figures: Vec<String>,
    },
    /// Some figures are bounds or approximations, and so is the total.
    Inexact {
        /// The figures.
        figures: Vec<String>,
    },
    /// The digits of some figures can be read in two ways.
    Ambiguous {
        /// The figures.
        figures: Vec<String>,
    },
    /// Figures of different producers were added.
    MixedProducers {
        /// The producers.
        producers: Vec<String>,
    },
    /// Sources contradict each other about a figure included or left out.
    Conflict {
        /// The figures.
        figures: Vec<String>,
    },
    /// Figures of one fact differ and may all be true, and none was preferred:
    /// all were left out.
    Undecided {
        /// The figures.
        figures: Vec<String>,
    },
    /// A unit is only partly covered by what was reported.
    Incomplete {
        /// The unit.
        unit: String,
        /// How many of the units that make it have a figure.
        reported: usize,
        /// Of how many.
        of: usize,
        /// The units without a figure.
        missing: Vec<String>,
    },
    /// Units of the date have no figure.
    MissingUnits {
        /// The measure that lacks them, where several were asked for.
        measure: Option<String>,
        /// The units.
        units: Vec<String>,
    },
    /// Some figures are estimates (*ước*), provisional (*sơ bộ*) or forecasts.
    Estimates {
        /// The figures.
        figures: Vec<String>,
    },
    /// Some figures are marked by their source as of another definition than
    /// their neighbours.
    OtherDefinition {
        /// The figures.
        figures: Vec<String>,
    },
    /// The definition changed between the figures of the answer.
    Break {
        /// The first year of the new definition.
        year: i32,
        /// What changed.
        what: Break,
    },
    /// A producer has since published other figures for the same place and
    /// time; the later ones count. Say [as known on which
    /// day](crate::Totals::as_known_on) to settle it.
    Revised {
        /// The earlier figures.
        figures: Vec<String>,
    },
    /// Flows over different periods were added.
    MixedPeriods {
        /// The periods.
        periods: Vec<String>,
    },
    /// The flows of a year, quarter or month cover only a part of it.
    PartialPeriod {
        /// The group.
        group: String,
        /// What they cover.
        periods: Vec<String>,
    },
    /// Partners named in general (*châu Âu*, *các đối tác*) stand beside
    /// countries they may contain.
    PartnersMayOverlap {
        /// The partners named in general.
        partners: Vec<String>,
    },
    /// Whether China includes Hong Kong, Macao and Taiwan is not stated. Where
    /// a source lists them beside China they are not in it.
    ChinaUnstated,
    /// There is no figure of what was asked for, only of parts of it.
    OnlyParts {
        /// What was asked for.
        measure: String,
        /// The parts there are.
        parts: Vec<String>,
    },
    /// Figures were asked for and left out.
    LeftOut {
        /// How many.
        count: usize,
    },
}

impl Warning {
    /// In a language. Of long lists the first twenty stand; the fields of the
    /// warning have them all.
    ///
    /// ```
    /// use tinh_totals::{Language, Warning};
    /// let warning = Warning::LeftOut { count: 2 };
    /// assert_eq!(warning.to_string(), "2 figures asked for were left out");
    /// assert_eq!(
    ///     warning.in_language(Language::Vietnamese),
    ///     "2 số liệu được hỏi đến nhưng không được tính"
    /// );
    /// ```
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Language::Vietnamese => self.vietnamese(),
            Language::English => self.english(),
        }
    }

    fn english(&self) -> String {
        let list = |names: &[String]| Language::English.list(names);
        match self {
            Self::MixedDates { dates } => format!(
                "stocks of {} different dates: {}",
                dates.len(),
                Language::English.list(dates)
            ),
            Self::Earlier { asked, dates } => format!(
                "asked for {asked}, the newest by then: {}",
                Language::English.list(dates)
            ),
            Self::UncertainDate { figures } => {
                format!("the date is uncertain of {}", list(figures))
            }
            Self::Inexact { figures } => format!("bounds or approximations: {}", list(figures)),
            Self::Ambiguous { figures } => {
                format!("digits that can be read in two ways: {}", list(figures))
            }
            Self::MixedProducers { producers } => {
                format!("different producers: {}", list(producers))
            }
            Self::Conflict { figures } => {
                format!("sources contradict each other: {}", list(figures))
            }
            Self::Undecided { figures } => format!(
                "differ, may all be true, and none is preferred: {}",
                list(figures)
            ),
            Self::Incomplete {
                unit,
                reported,
                of,
                missing,
            } => format!(
                "{unit} is incomplete, {reported} of {of} reported, missing {}",
                missing.join(", ")
            ),
            Self::MissingUnits { measure, units } => {
                let of = measure.as_ref().map(|m| format!(" of {m}"));
                let plural = if units.len() == 1 { "unit" } else { "units" };
                format!(
                    "{} {plural} without a figure{}: {}",
                    units.len(),
                    of.unwrap_or_default(),
                    units.join(", ")
                )
            }
            Self::Estimates { figures } => {
                format!("estimates or provisional: {}", list(figures))
            }
            Self::OtherDefinition { figures } => {
                format!("of another definition: {}", list(figures))
            }
            Self::Break {
                year,
                what: Break::SharePurchases,
            } => format!(
                "break in the series at {year}: share purchases are part of registered capital \
                 from then on"
            ),
            Self::Revised { figures } => {
                format!("revised since by their producer: {}", list(figures))
            }
            Self::MixedPeriods { periods } => format!(
                "flows of {} different periods: {}",
                periods.len(),
                list(periods)
            ),
            Self::PartialPeriod { group, periods } => {
                format!("{group} is only covered by {}", list(periods))
            }
            Self::PartnersMayOverlap { partners } => {
                format!("may contain countries counted as well: {}", list(partners))
            }
            Self::ChinaUnstated => {
                "whether China includes Hong Kong, Macao and Taiwan is not stated".to_owned()
            }
            Self::OnlyParts { measure, parts } => {
                format!("no figure of {measure}, only of {}", list(parts))
            }
            Self::LeftOut { count: 1 } => "1 figure asked for was left out".to_owned(),
            Self::LeftOut { count } => format!("{count} figures asked for were left out"),
        }
    }

    fn vietnamese(&self) -> String {
        let list = |names: &[String]| Language::Vietnamese.list(names);
        let dates = |dates: &[Moment]| {
            let said = dates.iter().map(|d| d.in_language(Language::Vietnamese));
            list(&said.collect::<Vec<_>>())
        };
        match self {
            Self::MixedDates { dates: found } => format!(
                "cộng số lũy kế của {} thời điểm khác nhau: {}",
                found.len(),
                dates(found)
            ),
            Self::Earlier {
                asked,
                dates: found,
            } => format!(
                "hỏi ngày {asked}, số liệu gần nhất tính đến ngày đó: {}",
                dates(found)
            ),
            Self::UncertainDate { figures } => {
                format!("thời điểm chưa chắc chắn: {}", list(figures))
            }
            Self::Inexact { figures } => {
                format!("chỉ là giới hạn hoặc số ước chừng: {}", list(figures))
            }
            Self::Ambiguous { figures } => {
                format!("con số có thể đọc hai cách: {}", list(figures))
            }
            Self::MixedProducers { producers } => {
                format!("số liệu của nhiều đơn vị công bố: {}", list(producers))
            }
            Self::Conflict { figures } => {
                format!("các nguồn mâu thuẫn nhau: {}", list(figures))
            }
            Self::Undecided { figures } => format!(
                "khác nhau, có thể đều đúng, chưa ưu tiên số nào: {}",
                list(figures)
            ),
            Self::Incomplete {
                unit,
                reported,
                of,
                missing,
            } => format!(
                "{unit} chưa đủ, mới có {reported}/{of}, thiếu {}",
                missing.join(", ")
            ),
            Self::MissingUnits { measure, units } => {
                let of = measure.as_ref().map(|m| format!(" {m}"));
                format!(
                    "{} tỉnh, thành phố không có số liệu{}: {}",
                    units.len(),
                    of.unwrap_or_default(),
                    units.join(", ")
                )
            }
            Self::Estimates { figures } => {
                format!("số ước, sơ bộ hoặc dự báo: {}", list(figures))
            }
            Self::OtherDefinition { figures } => {
                format!("theo định nghĩa khác: {}", list(figures))
            }
            Self::Break {
                year,
                what: Break::SharePurchases,
            } => format!(
                "chuỗi số liệu gián đoạn ở năm {year}: từ đó vốn đăng ký gồm cả góp vốn, mua cổ \
                 phần"
            ),
            Self::Revised { figures } => {
                format!("đã được đơn vị công bố điều chỉnh: {}", list(figures))
            }
            Self::MixedPeriods { periods } => format!(
                "cộng số liệu của {} kỳ khác nhau: {}",
                periods.len(),
                list(periods)
            ),
            Self::PartialPeriod { group, periods } => {
                format!("{group} mới có số liệu của {}", list(periods))
            }
            Self::PartnersMayOverlap { partners } => {
                format!(
                    "có thể bao gồm những nước cũng được tính: {}",
                    list(partners)
                )
            }
            Self::ChinaUnstated => {
                "không rõ Trung Quốc có bao gồm Hồng Kông, Ma Cao và Đài Loan hay không".to_owned()
            }
            Self::OnlyParts { measure, parts } => {
                format!("không có số liệu {measure}, chỉ có {}", list(parts))
            }
            Self::LeftOut { count } => {
                format!("{count} số liệu được hỏi đến nhưng không được tính")
            }
        }
    }
}

/// In English.
impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english())
    }
}
