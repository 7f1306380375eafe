//! The words of official tables, as data: what a header, a title, the name of
//! a row says.
//!
//! Every reader of this crate asks here, and `data/words.tsv` answers. Headers
//! are told by the words in them, never by where they stand: columns move, one
//! is added, a line break or a space slips in.

mod names;
#[rustfmt::skip]
mod table;
mod units;

pub(crate) use names::{
    country, is_group, is_others, is_region, is_roman, is_total, is_within, may_be_others, place,
};
pub(crate) use units::{starts_unit, unit, unit_alone};

use std::sync::LazyLock;

use tinh_model::claim::{Realm, Status};
use tinh_model::entity::Base;
use tinh_model::time::Period;
use tinh_model::{Expression, Measure, MeasureUnit};

use crate::dates::period_in;
use crate::fold::fold;
use crate::table::Breakdown;
use crate::unit::ColumnUnit;

/// The content of a column.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Role {
    /// Row numbers.
    Index,
    /// The names of the rows.
    Name(Breakdown),
    /// Figures.
    Figure {
        measure: Measure,
        unit: Option<ColumnUnit>,
    },
    /// The total of an earlier period: `12T/2022`.
    Earlier(Period),
    /// A ratio to the same period of the year before.
    Ratio(ColumnUnit),
    /// Not understood.
    Unknown,
}

/// A sentence is not a header.
const LONGEST_HEADER: usize = 200;
/// Names of columns are short: `Ngành`, `Tỉnh, thành phố`.
const LONGEST_NAME: usize = 40;

/// The role of a header.
pub(crate) fn role(header: &str) -> Role {
    if header.len() > LONGEST_HEADER {
        return Role::Unknown;
    }
    let folded = fold(header);
    if is_index(&folded) {
        return Role::Index;
    }
    if let Some(breakdown) = breakdown(&folded) {
        return Role::Name(breakdown);
    }
    let spaced = spaced(&folded);
    if any(&RATIO, &spaced) {
        return Role::Ratio(if spaced.contains(" % ") {
            ColumnUnit::Percent
        } else {
            ColumnUnit::Times
        });
    }
    if let Some(measure) = measure_of(&spaced) {
        let unit = unit(header);
        let is_ratio = matches!(unit, Some(ColumnUnit::Percent | ColumnUnit::Times));
        // `Tỷ lệ vốn thực hiện (%)` is no money.
        if is_ratio && measure.unit() != MeasureUnit::Ratio {
            return Role::Unknown;
        }
        return Role::Figure { measure, unit };
    }
    match period_in(&folded) {
        Some(period) if folded.len() <= LONGEST_NAME => Role::Earlier(period),
        _ => Role::Unknown,
    }
}

/// How a ratio in a unit is stated: 132,07 % or 1,3207 times the base.
pub(crate) fn ratio(unit: ColumnUnit) -> Expression {
    match unit {
        ColumnUnit::Times => Expression::Multiple,
        _ => Expression::Ratio,
    }
}

/// Whether a header says that its figures compare with the year before.
pub(crate) fn is_ratio(header: &str) -> bool {
    header.len() <= LONGEST_HEADER && any(&RATIO, &spaced(&fold(header)))
}

/// How the figures of a column stand to the levels they are of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stated {
    /// They are the levels: so, or meant to be.
    Level(Standing),
    /// A ratio of them to something else.
    Ratio(Expression, Option<Base>),
}

/// How firm a figure is, and whether it is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Standing {
    pub(crate) status: Status,
    pub(crate) realm: Realm,
}

impl Standing {
    pub(crate) const PLAIN: Self = Self {
        status: Status::Normal,
        realm: Realm::Actual,
    };
}

/// How the figures below a header are stated.
pub(crate) fn stated(header: &str) -> Stated {
    if header.len() > LONGEST_HEADER {
        return Stated::Level(Standing::PLAIN);
    }
    let spaced = spaced(&fold(header));
    if any(&COMPLETION, &spaced) {
        return Stated::Ratio(Expression::PlanCompletion, None);
    }
    if let Role::Ratio(unit) = role(header) {
        return Stated::Ratio(ratio(unit), Some(Base::SamePeriodLastYear));
    }
    let code = code_of(&STANDING, &spaced).unwrap_or_default();
    Stated::Level(Standing {
        status: Status::from_code(code).unwrap_or(Status::Normal),
        realm: Realm::from_code(code).unwrap_or(Realm::Actual),
    })
}

/// Whether a header says no more than that its figures are amounts: `Trị giá
/// (triệu USD)`.
pub(crate) fn is_generic(header: &str) -> bool {
    let name = header.split('(').next().unwrap_or_default();
    let spaced = spaced(&fold(name));
    let words = spaced.trim();
    words.is_empty()
        || table::GENERIC
            .iter()
            .any(|(known, _)| known.split('|').any(|known| known == words))
}

/// Whether a title says that its table is not of foreign investment in Việt Nam.
pub(crate) fn is_other_capital(title: &str) -> bool {
    any(&OTHER_CAPITAL, &spaced(&fold(title)))
}

/// Whether the words of an indicator in percent say that it is growth.
pub(crate) fn is_growth(folded: &str) -> bool {
    any(&GROWTH, &spaced(folded))
}

/// Whether a line of a header says how much of a thing there was, beside what
/// was paid for it.
pub(crate) fn is_quantity(folded: &str) -> bool {
    table::QUANTITY.iter().any(|(words, _)| {
        let unit = folded.strip_prefix(words);
        unit.is_some_and(|unit| unit.is_empty() || unit.starts_with(" ("))
    })
}

/// The measure of a header, a title or the name of an indicator.
pub(crate) fn measure(text: &str) -> Option<Measure> {
    (text.len() <= LONGEST_HEADER).then(|| measure_of(&spaced(&fold(text))))?
}

fn measure_of(spaced: &str) -> Option<Measure> {
    code_of(&MEASURE, spaced)?.parse().ok()
}

/// `STT/No.`: the header of row numbers.
pub(crate) fn is_index(folded: &str) -> bool {
    let first = folded.split('/').next().unwrap_or_default();
    let first = first.trim_end_matches(['.', ' ']);
    table::INDEX.iter().any(|(words, _)| first == *words)
}

/// The kind of the rows by the header over their names.
pub(crate) fn breakdown(folded: &str) -> Option<Breakdown> {
    if folded.len() > LONGEST_NAME {
        return None;
    }
    if begins(&table::NONE, folded) {
        return None;
    }
    [
        (&table::SECTOR[..], Breakdown::Sector),
        (&table::PARTNER, Breakdown::Partner),
        (&table::REGION, Breakdown::Region),
        (&table::PROVINCE, Breakdown::Province),
        (&table::FORM, Breakdown::Form),
    ]
    .into_iter()
    .find(|(words, _)| begins(words, folded))
    .map(|(_, breakdown)| breakdown)
}

/// The kind of the rows by the title of their table.
pub(crate) fn breakdown_of_title(title: &str) -> Option<Breakdown> {
    let spaced = spaced(&fold(title));
    // The last words decide: `theo ngành … theo địa phương` ends in the second.
    let (_, code) = table::TITLE
        .iter()
        .filter_map(|(words, code)| Some((last_place(words, &spaced)?, *code)))
        .max()?;
    [
        Breakdown::Sector,
        Breakdown::Partner,
        Breakdown::Region,
        Breakdown::Province,
        Breakdown::Form,
    ]
    .into_iter()
    .find(|breakdown| breakdown.code() == code)
}

/// Whether a title says that its table is a selection: `các đối tác chủ yếu`.
pub(crate) fn is_selection(title: &str) -> bool {
    any(&SELECTION, &spaced(&fold(title)))
}

/// Whether the header of a whole says that it is new and adjusted capital.
pub(crate) fn is_both_parts(header: &str) -> bool {
    any(&BOTH_PARTS, &spaced(&fold(header)))
}

/// Whether a header says that its column holds dates or periods.
pub(crate) fn is_time(folded: &str) -> bool {
    folded.len() <= LONGEST_NAME && begins(&table::TIME, folded)
}

/// Whether a header says that its column names indicators.
pub(crate) fn is_indicator(folded: &str) -> bool {
    table::INDICATOR.iter().any(|(words, _)| folded == *words)
}

/// Whether a header says that its column holds units.
pub(crate) fn is_unit_column(folded: &str) -> bool {
    table::UNIT_COLUMN.iter().any(|(words, _)| folded == *words)
}

/// The part that a name says is meant: exports without crude oil.
pub(crate) fn scope(folded: &str) -> Option<&'static str> {
    let spaced = spaced(folded);
    table::SCOPE
        .iter()
        .find(|(words, _)| has_words(words, &spaced))
        .map(|(_, name)| *name)
}

/// Whether a line is that of an office, an annex: no title.
pub(crate) fn is_letterhead(folded: &str) -> bool {
    begins(&table::LETTERHEAD, folded)
}

/// Whether a folded line says in which unit the figures below it are.
pub(crate) fn says_unit(folded: &str) -> bool {
    let line = folded.trim_start_matches(['(', ' ']);
    begins(&table::UNIT_IS, line)
        || table::UNIT_IS
            .iter()
            .any(|(words, _)| folded.contains(&format!("{words}:")))
}

/// A folded text with a space around every word and sign, for comparing whole
/// words.
fn spaced(folded: &str) -> String {
    let mut spaced = String::with_capacity(folded.len().saturating_add(8));
    spaced.push(' ');
    let mut push = |c: char| {
        if c != ' ' || !spaced.ends_with(' ') {
            spaced.push(c);
        }
    };
    for c in folded.chars() {
        if c.is_alphanumeric() || c == '$' {
            push(c);
        } else if c == '%' {
            [' ', '%', ' '].into_iter().for_each(&mut push);
        } else {
            push(' ');
        }
    }
    push(' ');
    spaced
}

/// A pattern of words, taken apart: `a|b & c & !d`.
struct Pattern {
    /// Any of these, or none of them.
    parts: Vec<(Vec<&'static str>, bool)>,
    code: &'static str,
}

impl Pattern {
    fn all(set: &'static [(&'static str, &'static str)]) -> Vec<Self> {
        set.iter().map(Self::of).collect()
    }

    fn of((words, code): &(&'static str, &'static str)) -> Self {
        let parts = words.split('&').map(|part| {
            let part = part.trim();
            let (part, wanted) = match part.strip_prefix('!') {
                Some(part) => (part, false),
                None => (part, true),
            };
            (part.split('|').map(str::trim).collect(), wanted)
        });
        Self {
            parts: parts.collect(),
            code,
        }
    }

    fn holds(&self, spaced: &str, initials: u128) -> bool {
        let has = |words: &&str| {
            let first = words.bytes().next().map_or(0, bit);
            first & initials != 0 && has_words(words, spaced)
        };
        let mut parts = self.parts.iter();
        parts.all(|(words, wanted)| words.iter().any(has) == *wanted)
    }
}

/// The patterns of a set of the table, taken apart once.
type Patterns = LazyLock<Vec<Pattern>>;

static MEASURE: Patterns = LazyLock::new(|| Pattern::all(&table::MEASURE));
static RATIO: Patterns = LazyLock::new(|| Pattern::all(&table::RATIO));
static COMPLETION: Patterns = LazyLock::new(|| Pattern::all(&table::COMPLETION));
static STANDING: Patterns = LazyLock::new(|| Pattern::all(&table::STANDING));
static OTHER_CAPITAL: Patterns = LazyLock::new(|| Pattern::all(&table::OTHER_CAPITAL));
static GROWTH: Patterns = LazyLock::new(|| Pattern::all(&table::GROWTH));
static SELECTION: Patterns = LazyLock::new(|| Pattern::all(&table::SELECTION));
static BOTH_PARTS: Patterns = LazyLock::new(|| Pattern::all(&table::BOTH_PARTS));

/// The first letters of the words of a spaced text, a bit each: most patterns
/// have none of them.
fn initials(spaced: &str) -> u128 {
    let pairs = spaced.as_bytes().windows(2);
    pairs.fold(0, |initials, pair| match pair {
        [b' ', first] => initials | bit(*first),
        _ => initials,
    })
}

fn bit(letter: u8) -> u128 {
    1 << (letter & 0x7f)
}

/// Whether a spaced text has these whole words.
fn has_words(words: &str, spaced: &str) -> bool {
    places(words, spaced).next().is_some()
}

/// The place of the last occurrence of whole words in a spaced text.
fn last_place(words: &str, spaced: &str) -> Option<usize> {
    places(words, spaced).last()
}

/// Where whole words stand in a spaced text. From word to word, by the first
/// letter: a search set up for each pattern would cost more.
fn places<'t>(words: &'t str, spaced: &'t str) -> impl Iterator<Item = usize> + 't {
    let (words, text) = (words.as_bytes(), spaced.as_bytes());
    let first = words.first().copied().unwrap_or(b' ');
    let starts = text.windows(2).enumerate();
    starts
        .filter(move |(_, pair)| pair.first() == Some(&b' ') && pair.get(1) == Some(&first))
        .filter(move |(at, _)| {
            let rest = text
                .get(at.saturating_add(1)..)
                .and_then(|rest| rest.strip_prefix(words));
            rest.is_some_and(|rest| rest.first() == Some(&b' '))
        })
        .map(|(at, _)| at)
}

/// The code of the first pattern that a spaced text holds.
fn code_of(patterns: &[Pattern], spaced: &str) -> Option<&'static str> {
    let initials = initials(spaced);
    let mut patterns = patterns.iter();
    let found = patterns.find(|pattern| pattern.holds(spaced, initials))?;
    Some(found.code)
}

fn any(patterns: &[Pattern], spaced: &str) -> bool {
    code_of(patterns, spaced).is_some()
}

/// Whether a folded text begins with words of a set, and then ends or goes on
/// with another word.
fn begins(set: &[(&str, &str)], folded: &str) -> bool {
    set.iter().any(|(words, _)| {
        folded
            .strip_prefix(words)
            .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_is_a_code() {
        for (words, code) in table::MEASURE {
            assert!(
                code == "-" || code.parse::<Measure>().is_ok(),
                "{words}: {code}"
            );
        }
    }

    #[test]
    fn every_standing_is_a_code() {
        for (words, code) in table::STANDING {
            let is_code = Status::from_code(code).is_some() || Realm::from_code(code).is_some();
            assert!(is_code, "{words}: {code}");
        }
    }
}
