//! Caveats of an answer.

use std::fmt;

use serde::Serialize;

use crate::list::list;
use crate::moment::Moment;
use tinh_figures::Language;

/// A definition that changed.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{Break, Key, Totals, Warning};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"FDI of Bắc Ninh"}
/// # {"type":"observation","id":"1","source":"s","place":"Bắc Ninh","period":"2015","measure":"fdi.registered","figure":"3,4 tỷ USD"}
/// # {"type":"observation","id":"2","source":"s","place":"Bắc Ninh","period":"2016","measure":"fdi.registered","figure":"1,1 tỷ USD"}"#.as_bytes(), "s.jsonl")?;
/// let fdi = Totals::of(&data).measure(measures::FDI_REGISTERED).flows();
/// let answer = fdi.by(Key::Year).compute()?; // 2015 and 2016
/// let changed = Warning::Break { year: 2016, what: Break::SharePurchases };
/// assert!(answer.warnings().contains(&changed));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Break {
    /// Registered foreign capital has share purchases in it from 2016 on.
    SharePurchases,
}

impl Break {
    /// The first year in which share purchases are part of registered capital.
    ///
    /// Registered foreign capital had two parts until 2015, new and adjusted,
    /// and has three since 2016: workbooks of the Foreign Investment Agency,
    /// 2015 and 2016, and the notes of the statistical yearbooks.
    pub(crate) const SHARE_PURCHASES_FROM: i32 = 2016;
}

/// The nature of figures, by their time.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{Nature, Totals, Warning};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"Trade of Vĩnh Long"}
/// # {"type":"observation","id":"1","source":"s","place":"Vĩnh Long","period":"2022","measure":"exports","figure":"793 triệu USD"}"#.as_bytes(), "s.jsonl")?;
/// // Exports are flows; a query asks for stocks unless it says otherwise.
/// let answer = Totals::of(&data).measure(measures::EXPORTS).compute()?;
/// assert!(answer.warnings().iter().any(|warning| matches!(
///     warning,
///     Warning::OtherNature { asked: Nature::Stock, found: Nature::Flow, .. },
/// )));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Nature {
    /// Held at a date: ask [on](crate::Totals::on) a day.
    Stock,
    /// Accumulated over a period: ask [during](crate::Totals::during) one, or
    /// for [flows](crate::Totals::flows).
    Flow,
    /// Happened on a day: ask for [events](crate::Totals::events).
    Event,
}

impl Nature {
    fn in_language(self, language: Language) -> &'static str {
        match self {
            Self::Stock => language.choose("số lũy kế tại một ngày", "stocks at a date"),
            Self::Flow => language.choose("số phát sinh trong kỳ", "flows over periods"),
            Self::Event => language.choose("sự kiện", "events"),
        }
    }
}

/// What figures are of that an answer has none of, by how they can be asked for.
///
/// ```
/// # use tinh_model::Dataset;
/// use tinh_model::measures;
/// use tinh_totals::{Key, Otherwise, Totals, Warning};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"Một tỉnh"}
/// # {"type":"observation","id":"jp","source":"s","place":"Hà Nam","period":"2023","measure":"exports","figure":"1 tỷ USD","partner":"JP"}"#.as_bytes(), "s.jsonl")?;
/// let exports = || Totals::of(&data).measure(measures::EXPORTS).flows();
/// assert!(exports().compute()?.warnings().contains(&Warning::OnlyOtherwise {
///     found: Otherwise::Breakdown,
///     count: 1,
/// }));
/// assert_eq!(exports().by(Key::Partner).compute()?.rows().len(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Otherwise {
    /// Of single partners or sectors: ask [by](crate::Totals::by) them.
    Breakdown,
    /// Of all partners and sectors: ask by neither.
    Whole,
    /// Of a part with a name of its own, which no question adds up.
    NamedPart,
    /// Planned, aimed at or promised: ask [in that
    /// realm](crate::Totals::in_realm).
    NotActual,
    /// Of single projects: ask [of projects](crate::Totals::of_projects).
    Projects,
    /// Of the nation: ask for [its own figures](crate::Totals::national).
    Nation,
    /// Of provinces and cities.
    Places,
}

impl Otherwise {
    fn in_language(self, language: Language) -> &'static str {
        match self {
            Self::Breakdown => language.choose(
                "của từng đối tác hoặc từng ngành",
                "of single partners or sectors",
            ),
            Self::Whole => language.choose(
                "của toàn bộ, không theo đối tác hay ngành",
                "of the whole, not by partner or sector",
            ),
            Self::NamedPart => language.choose("chỉ của một phần", "of a part only"),
            Self::NotActual => language.choose(
                "kế hoạch, mục tiêu hoặc cam kết",
                "planned, aimed at or promised",
            ),
            Self::Projects => language.choose("của từng dự án", "of single projects"),
            Self::Nation => language.choose("của cả nước", "of the nation"),
            Self::Places => language.choose("của các tỉnh, thành phố", "of provinces and cities"),
        }
    }
}

/// A caveat of an answer; in strict mode an error.
///
/// ```
/// # use tinh_model::Dataset;
/// # use tinh_totals::{Key, Totals};
/// # let mut data = Dataset::new();
/// # data.read_jsonl(r#"{"type":"source","id":"s","title":"Hai tỉnh"}
/// # {"type":"observation","id":"hp","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.projects","figure":982}
/// # {"type":"observation","id":"hp-old","source":"s","place":"Hải Phòng","as_of":"2021-12-20","measure":"fdi.projects","figure":900}
/// # {"type":"observation","id":"hd","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.projects","figure":507}"#.as_bytes(), "s.jsonl")?;
/// # let query = || Totals::of(&data).measure(tinh_model::measures::FDI_PROJECTS);
/// use tinh_totals::{Language, Warning};
/// # let mut data = data.clone();
/// # data.read_jsonl(r#"{"type":"observation","id":"vl","source":"s","place":"Vĩnh Long","as_of":"2022-12-20","measure":"fdi.projects","figure":"gần 70"}"#.as_bytes(), "s.jsonl")?;
/// # let query = || Totals::of(&data).measure(tinh_model::measures::FDI_PROJECTS);
/// let answer = query().compute()?;
/// assert!(matches!(&answer.warnings()[0], Warning::Inexact { figures } if figures == &["vl"]));
/// println!("{}", answer.warnings()[0].in_language(Language::Vietnamese));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "warning", rename_all = "snake_case")]
#[non_exhaustive]
pub enum Warning {
    /// Stocks of different dates were added.
    MixedDates {
        /// The dates, earliest first.
        dates: Vec<Moment>,
    },
    /// The newest stock at or before the date of the query is older than it.
    Earlier {
        /// The date of the query.
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
        /// The number of its predecessors that have a figure.
        reported: usize,
        /// The number of all predecessors.
        of: usize,
        /// The units without a figure.
        missing: Vec<String>,
    },
    /// Units of the date have no figure.
    MissingUnits {
        /// The measure that lacks them, where the query has several.
        measure: Option<String>,
        /// The units.
        units: Vec<String>,
        /// The number of all units.
        of: usize,
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
        /// The change.
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
        /// The groups; the period of the query, where nothing was grouped.
        groups: Vec<String>,
        /// The periods they cover.
        periods: Vec<String>,
    },
    /// Partners named in general (*châu Âu*, *các đối tác*) are added to countries
    /// they may contain.
    PartnersMayOverlap {
        /// The partners named in general.
        partners: Vec<String>,
    },
    /// Whether China includes Hong Kong, Macao and Taiwan is not stated. Where
    /// a source lists them beside China they are not in it.
    ChinaUnstated,
    /// There is no figure of the measure, only of its parts.
    OnlyParts {
        /// The measure of the query.
        measure: String,
        /// The parts there are.
        parts: Vec<String>,
    },
    /// Events, projects or agreements that may be one reported twice: they agree
    /// in kind, place and time, and nothing else about them settles it.
    /// All of them count.
    LookAlikes {
        /// The figures.
        figures: Vec<String>,
    },
    /// Claims that say of a claim that is not in the dataset that they repeat,
    /// correct, contradict or are part of it.
    DanglingRelation {
        /// The figures.
        figures: Vec<String>,
        /// The ids that lead nowhere.
        to: Vec<String>,
    },
    /// Claims that correct or contain one another in a ring: none of them
    /// counts.
    Ring {
        /// The claims.
        figures: Vec<String>,
    },
    /// Figures of a day after the one their source was published on.
    AfterPublication {
        /// The figures.
        figures: Vec<String>,
    },
    /// Amounts beyond what a rule of plausibility allows: left out.
    Implausible {
        /// The figures.
        figures: Vec<String>,
    },
    /// The parts of a whole add up to more than the whole.
    PartsExceedWhole {
        /// The whole and its parts.
        figures: Vec<String>,
    },
    /// Shares of what is listed, since no figure of the whole is known.
    ShareOfListed,
    /// There are figures of the measure, but of another nature than the query:
    /// flows where the query is about stocks.
    OtherNature {
        /// The nature in the query.
        asked: Nature,
        /// The nature of the figures.
        found: Nature,
        /// How many figures there are.
        count: usize,
    },
    /// There are no figures as asked for, but others of the same time.
    OnlyOtherwise {
        /// Of what they are.
        found: Otherwise,
        /// How many there are.
        count: usize,
    },
    /// Matching figures were excluded.
    LeftOut {
        /// How many.
        count: usize,
    },
}

impl Warning {
    /// The kind as a code: `mixed_dates`, `look_alikes`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::MixedDates { .. } => "mixed_dates",
            Self::Earlier { .. } => "earlier",
            Self::UncertainDate { .. } => "uncertain_date",
            Self::Inexact { .. } => "inexact",
            Self::Ambiguous { .. } => "ambiguous",
            Self::MixedProducers { .. } => "mixed_producers",
            Self::Conflict { .. } => "conflict",
            Self::Undecided { .. } => "undecided",
            Self::Incomplete { .. } => "incomplete",
            Self::MissingUnits { .. } => "missing_units",
            Self::Estimates { .. } => "estimates",
            Self::OtherDefinition { .. } => "other_definition",
            Self::Break { .. } => "break",
            Self::Revised { .. } => "revised",
            Self::MixedPeriods { .. } => "mixed_periods",
            Self::PartialPeriod { .. } => "partial_period",
            Self::PartnersMayOverlap { .. } => "partners_may_overlap",
            Self::ChinaUnstated => "china_unstated",
            Self::OnlyParts { .. } => "only_parts",
            Self::LookAlikes { .. } => "look_alikes",
            Self::DanglingRelation { .. } => "dangling_relation",
            Self::Ring { .. } => "ring",
            Self::AfterPublication { .. } => "after_publication",
            Self::Implausible { .. } => "implausible",
            Self::PartsExceedWhole { .. } => "parts_exceed_whole",
            Self::ShareOfListed => "share_of_listed",
            Self::OtherNature { .. } => "other_nature",
            Self::OnlyOtherwise { .. } => "only_otherwise",
            Self::LeftOut { .. } => "left_out",
        }
    }

    /// The ids of the figures or claims it is about; empty where it is about
    /// units, dates, producers or the answer as a whole.
    #[must_use]
    pub fn ids(&self) -> &[String] {
        match self {
            Self::UncertainDate { figures }
            | Self::Inexact { figures }
            | Self::Ambiguous { figures }
            | Self::Conflict { figures }
            | Self::Undecided { figures }
            | Self::Estimates { figures }
            | Self::OtherDefinition { figures }
            | Self::Revised { figures }
            | Self::LookAlikes { figures }
            | Self::DanglingRelation { figures, .. }
            | Self::Ring { figures }
            | Self::AfterPublication { figures }
            | Self::Implausible { figures }
            | Self::PartsExceedWhole { figures } => figures,
            _ => &[],
        }
    }

    /// Returns the text in a language. Of long lists it has the first twenty; the
    /// fields of the warning have them all.
    ///
    /// ```
    /// use tinh_totals::{Language, Warning};
    /// let warning = Warning::LeftOut { count: 2 };
    /// assert_eq!(warning.to_string(), "2 matching figures were excluded");
    /// assert_eq!(
    ///     warning.in_language(Language::Vietnamese),
    ///     "2 số liệu được hỏi đến nhưng không được tính"
    /// );
    /// ```
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Language::Vietnamese => self.vietnamese(),
            _ => self.english(),
        }
    }

    /// In a language without ids, for readers who cannot look them up: how many
    /// figures it is about.
    ///
    /// ```
    /// use tinh_totals::{Language, Warning};
    /// let warning = Warning::Inexact { figures: vec!["c7".to_owned(), "c9".to_owned()] };
    /// assert_eq!(warning.to_string(), "bounds or approximations: c7, c9");
    /// assert_eq!(warning.summary(Language::English), "bounds or approximations: 2 figures");
    /// ```
    #[must_use]
    pub fn summary(&self, language: Language) -> String {
        let count = self.ids().len();
        let Some(what) = self.of_figures(language).filter(|_| count > 0) else {
            return self.in_language(language);
        };
        let figures = match language {
            Language::Vietnamese => format!("{count} số liệu"),
            _ if count == 1 => "1 figure".to_owned(),
            _ => format!("{count} figures"),
        };
        format!("{what}: {figures}")
    }

    /// What it says of figures, without them; `None` where it is about no single
    /// figures.
    pub(crate) fn of_figures(&self, language: Language) -> Option<&'static str> {
        let said = |vietnamese: &'static str, english: &'static str| {
            Some(language.choose(vietnamese, english))
        };
        match self {
            Self::UncertainDate { .. } => said("thời điểm chưa chắc chắn", "uncertain date"),
            Self::Inexact { .. } => said(
                "chỉ là giới hạn hoặc số ước chừng",
                "bounds or approximations",
            ),
            Self::Ambiguous { .. } => said(
                "con số có thể đọc hai cách",
                "digits that can be read in two ways",
            ),
            Self::Conflict { .. } => {
                said("các nguồn mâu thuẫn nhau", "sources contradict each other")
            }
            Self::Undecided { .. } => said(
                "khác nhau, có thể đều đúng, chưa ưu tiên số nào",
                "differ, may all be true, and none is preferred",
            ),
            Self::Estimates { .. } => said("số ước, sơ bộ hoặc dự báo", "estimates or provisional"),
            Self::OtherDefinition { .. } => said("theo định nghĩa khác", "another definition"),
            Self::Revised { .. } => said(
                "đã được đơn vị công bố điều chỉnh",
                "since revised by their producer",
            ),
            Self::LookAlikes { .. } => said(
                "có thể là một việc kể hai lần, vẫn tính cả",
                "possible duplicates, all counted",
            ),
            Self::DanglingRelation { .. } => said(
                "dẫn tới số liệu không có trong bộ dữ liệu",
                "name claims that are not in the dataset",
            ),
            Self::Ring { .. } => said(
                "đính chính hoặc bao hàm nhau thành vòng, không tính",
                "correct or contain one another in a ring, none counts",
            ),
            Self::AfterPublication { .. } => said(
                "số liệu của ngày sau ngày nguồn công bố",
                "dated after their source was published",
            ),
            Self::Implausible { .. } => said(
                "con số khó tin, không tính",
                "implausible amounts, excluded",
            ),
            Self::PartsExceedWhole { .. } => said(
                "các phần cộng lại lớn hơn tổng thể",
                "parts add up to more than the whole",
            ),
            _ => None,
        }
    }

    /// The same with their ids.
    fn said_of_figures(&self, language: Language) -> String {
        let what = self.of_figures(language).unwrap_or_default();
        let ids = list(language, self.ids());
        match self {
            Self::DanglingRelation { to, .. } => format!("{ids} {what}: {}", list(language, to)),
            _ => format!("{what}: {ids}"),
        }
    }

    fn english(&self) -> String {
        let dates = |dates: &[Moment]| list(Language::English, dates);
        let list = |names: &[String]| list(Language::English, names);
        match self {
            Self::UncertainDate { .. }
            | Self::Inexact { .. }
            | Self::Ambiguous { .. }
            | Self::Conflict { .. }
            | Self::Undecided { .. }
            | Self::Estimates { .. }
            | Self::OtherDefinition { .. }
            | Self::Revised { .. }
            | Self::LookAlikes { .. }
            | Self::DanglingRelation { .. }
            | Self::Ring { .. }
            | Self::AfterPublication { .. }
            | Self::Implausible { .. }
            | Self::PartsExceedWhole { .. } => self.said_of_figures(Language::English),
            Self::MixedDates { dates: found } => {
                format!(
                    "stocks of {} different dates: {}",
                    found.len(),
                    dates(found)
                )
            }
            Self::Earlier {
                asked,
                dates: found,
            } => {
                format!("no figures of {asked}, the newest before: {}", dates(found))
            }
            Self::MixedProducers { producers } => {
                format!("different producers: {}", list(producers))
            }
            Self::Incomplete {
                unit,
                reported,
                of,
                missing,
            } => format!(
                "{unit} is incomplete, {reported} of {of} reported, missing {}",
                missing.join(", ")
            ),
            Self::MissingUnits { measure, units, of } => {
                let what = measure.as_ref().map(|m| format!(" of {m}"));
                let what = what.unwrap_or_default();
                format!(
                    "{} of {of} units without a figure{what}{}",
                    units.len(),
                    few(units)
                )
            }
            Self::Break {
                year,
                what: Break::SharePurchases,
            } => format!(
                "break in the series at {year}: share purchases are part of registered capital \
                 from then on"
            ),
            Self::MixedPeriods { periods } => format!(
                "flows of {} different periods: {}",
                periods.len(),
                list(periods)
            ),
            Self::PartialPeriod { groups, periods } => {
                format!("{}: covers {} only", list(groups), list(periods))
            }
            Self::PartnersMayOverlap { partners } => {
                format!(
                    "partners that may include countries counted as well: {}",
                    list(partners)
                )
            }
            Self::ChinaUnstated => {
                "whether China includes Hong Kong, Macao and Taiwan is not stated".to_owned()
            }
            Self::OnlyParts { measure, parts } => {
                format!("no figure of {measure}, only of {}", list(parts))
            }
            Self::ShareOfListed => {
                "shares of the listed rows: no figure of the whole is known".to_owned()
            }
            Self::OtherNature {
                asked,
                found,
                count,
            } => format!(
                "no {}, but {count} figures that are {}",
                asked.in_language(Language::English),
                found.in_language(Language::English)
            ),
            Self::OnlyOtherwise { found, count } => {
                let noun = if *count == 1 { "figure" } else { "figures" };
                let found = found.in_language(Language::English);
                format!("none as asked for, but {count} {noun} {found}")
            }
            Self::LeftOut { count: 1 } => "1 matching figure was excluded".to_owned(),
            Self::LeftOut { count } => format!("{count} matching figures were excluded"),
        }
    }

    fn vietnamese(&self) -> String {
        let list = |names: &[String]| list(Language::Vietnamese, names);
        let dates = |dates: &[Moment]| {
            let said = dates.iter().map(|d| d.in_language(Language::Vietnamese));
            list(&said.collect::<Vec<_>>())
        };
        match self {
            Self::UncertainDate { .. }
            | Self::Inexact { .. }
            | Self::Ambiguous { .. }
            | Self::Conflict { .. }
            | Self::Undecided { .. }
            | Self::Estimates { .. }
            | Self::OtherDefinition { .. }
            | Self::Revised { .. }
            | Self::LookAlikes { .. }
            | Self::DanglingRelation { .. }
            | Self::Ring { .. }
            | Self::AfterPublication { .. }
            | Self::Implausible { .. }
            | Self::PartsExceedWhole { .. } => self.said_of_figures(Language::Vietnamese),
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
            Self::MixedProducers { producers } => {
                format!("số liệu của nhiều đơn vị công bố: {}", list(producers))
            }
            Self::Incomplete {
                unit,
                reported,
                of,
                missing,
            } => format!(
                "{unit} chưa đủ, mới có {reported}/{of}, thiếu {}",
                missing.join(", ")
            ),
            Self::MissingUnits { measure, units, of } => {
                let what = measure.as_ref().map(|m| format!(" {m}"));
                let what = what.unwrap_or_default();
                let (count, few) = (units.len(), few(units));
                format!("{count}/{of} tỉnh, thành phố không có số liệu{what}{few}")
            }
            Self::Break {
                year,
                what: Break::SharePurchases,
            } => format!(
                "chuỗi số liệu gián đoạn ở năm {year}: từ đó vốn đăng ký gồm cả góp vốn, mua cổ \
                 phần"
            ),
            Self::MixedPeriods { periods } => format!(
                "cộng số liệu của {} kỳ khác nhau: {}",
                periods.len(),
                list(periods)
            ),
            Self::PartialPeriod { groups, periods } => {
                format!("{}: mới có số liệu của {}", list(groups), list(periods))
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
            Self::ShareOfListed => {
                "tỷ trọng trong số liệt kê, vì không có số liệu tổng thể".to_owned()
            }
            Self::OtherNature {
                asked,
                found,
                count,
            } => format!(
                "không có {}, nhưng có {count} số liệu là {}",
                asked.in_language(Language::Vietnamese),
                found.in_language(Language::Vietnamese)
            ),
            Self::OnlyOtherwise { found, count } => {
                let found = found.in_language(Language::Vietnamese);
                format!("không có số liệu như đã hỏi, nhưng có {count} số liệu {found}")
            }
            Self::LeftOut { count } => {
                format!("{count} số liệu được hỏi đến nhưng không được tính")
            }
        }
    }
}

/// Names after a colon, where there are few enough to be read: the fields of the
/// warning have them all.
fn few(names: &[String]) -> String {
    const FEW: usize = 5;
    if names.len() > FEW {
        return String::new();
    }
    format!(": {}", names.join(", "))
}

/// In English.
impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english())
    }
}
