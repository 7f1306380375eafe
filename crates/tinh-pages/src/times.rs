//! Dates and periods as readers write them.

use chrono::{Datelike, NaiveDate};
use tinh_figures::Language;
use tinh_model::time::{PartialDate, Period, Time};

use crate::view::Rhythm;

/// `20/06/2024`, `20 June 2024`.
pub(crate) fn day(date: NaiveDate, language: Language) -> String {
    let (day, month, year) = (date.day(), date.month(), date.year());
    match language {
        Language::English => format!("{day} {} {year}", date.format("%B")),
        _ => format!("{day:02}/{month:02}/{year}"),
    }
}

/// A date as far as it is known.
pub(crate) fn partial(date: PartialDate, language: Language) -> String {
    match (date.full(), date.first_day(), date.last_day()) {
        (Some(full), ..) => day(full, language),
        (_, Some(first), Some(last)) => span(first, last, language),
        _ => date.to_string(),
    }
}

/// `2023`, `tháng 9/2023`, `quý 3/2023`, `01/01/2023 – 20/09/2023`.
pub(crate) fn period(period: Period, language: Language) -> String {
    span(period.start(), period.end(), language)
}

fn span(first: NaiveDate, last: NaiveDate, language: Language) -> String {
    let year = first.year();
    let starts = first.day() == 1;
    let ends = last.succ_opt().is_none_or(|next| next.day() == 1);
    if starts && ends && first.month() == 1 && last.month() == 12 && year < last.year() {
        return format!("{year}–{}", last.year());
    }
    if first.year() == last.year() && starts && ends {
        let (from, to) = (first.month(), last.month());
        if (from, to) == (1, 12) {
            return year.to_string();
        }
        if from == to {
            return match language {
                Language::English => format!("{} {year}", first.format("%B")),
                _ => format!("tháng {from}/{year}"),
            };
        }
        if from % 3 == 1 && to == from.saturating_add(2) {
            let quarter = to / 3;
            return match language {
                Language::English => format!("Q{quarter} {year}"),
                _ => format!("quý {quarter}/{year}"),
            };
        }
        if from == 1 {
            return match language {
                Language::English => format!("January to {} {year}", last.format("%B")),
                _ => format!("{to} tháng năm {year}"),
            };
        }
    }
    format!("{} – {}", day(first, language), day(last, language))
}

/// When a figure holds.
pub(crate) fn time(time: &Time, language: Language) -> String {
    match time {
        Time::AsOf(as_of) => partial(as_of.date(), language),
        Time::During(of) => period(*of, language),
        Time::On(date) => partial(*date, language),
        other => other.to_string(),
    }
}

impl Rhythm {
    /// How a period of a series is written on an axis.
    pub(crate) fn label(self, period: i32, language: Language) -> String {
        match self {
            Self::Years => period.to_string(),
            Self::Quarters => {
                let (year, quarter) =
                    (period.div_euclid(4), period.rem_euclid(4).saturating_add(1));
                format!("{}{quarter}/{year}", language.choose("Q", "Q"))
            }
            Self::Months => {
                let (year, month) = (
                    period.div_euclid(12),
                    period.rem_euclid(12).saturating_add(1),
                );
                format!("{month}/{year}")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table is included: a package holds it, but not the crate that the
    /// other tests read theirs with.
    #[test]
    fn times_are_written_as_readers_write_them() {
        for row in include_str!("../tests/data/times.tsv").lines().skip(1) {
            let [_, kind, text, vietnamese, english] = row.split('\t').collect::<Vec<_>>()[..]
            else {
                panic!("{row}");
            };
            let found = [Language::Vietnamese, Language::English].map(|language| match kind {
                "period" => period(text.parse().unwrap(), language),
                _ => partial(text.parse().unwrap(), language),
            });
            assert_eq!(found, [vietnamese, english], "{row}");
        }
    }
}
