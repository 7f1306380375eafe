//! From an answer to its view.

use std::collections::{BTreeSet, HashMap, HashSet};

use tinh_figures::{Currency, Language};
use tinh_model::claim::Quantity;
use tinh_model::{Dataset, Measure};
use tinh_totals::{Answer, Group, Key, Row, Warning};

use super::{Break, Caveat, Figure, LeftOut, Line, Part, Rhythm, View, title};
use crate::{short, times, words};

/// How many names a note lists before it says how many more there are.
const LISTED: usize = 12;
/// How many characters of a source's name are shown below a chart.
const NAME: usize = 60;

impl View {
    /// An answer in a language.
    pub(crate) fn of(answer: &Answer<'_>, language: Language) -> Self {
        let keys: Vec<String> = answer
            .keys()
            .iter()
            .map(|key| language.choose(key.vietnamese(), key.english()).to_owned())
            .collect();
        let place = |wanted: fn(&Key) -> bool| answer.keys().iter().position(wanted);
        let maker = Maker { answer, language };
        let parts = maker.units().into_iter();
        Self {
            time_key: place(|key| key.is_time()),
            source_key: place(|key| matches!(key, Key::Producer | Key::Source)),
            parts: parts.map(|unit| maker.part(unit, &keys)).collect(),
            warnings: maker.warnings(),
            conversions: answer
                .conversions()
                .iter()
                .map(|made| made.in_language(language))
                .collect(),
            left_out: maker.left_out(),
            keys,
        }
    }
}

impl Rhythm {
    /// The rhythm of an answer with a key of time.
    pub(crate) fn of(answer: &Answer<'_>) -> Option<Self> {
        answer.keys().iter().find_map(|key| match key {
            Key::Year => Some(Self::Years),
            Key::Quarter => Some(Self::Quarters),
            Key::Month => Some(Self::Months),
            _ => None,
        })
    }
}

/// The properties that rows on one scale share.
type Unit<'a> = (&'a Measure, Option<Currency>);

struct Maker<'a, 'd> {
    answer: &'a Answer<'d>,
    language: Language,
}

impl<'a> Maker<'a, '_> {
    /// The measures and currencies of the rows, each once and in their order.
    fn units(&self) -> Vec<Unit<'a>> {
        let mut units = Vec::new();
        for row in self.answer.rows() {
            let unit = (row.measure(), row.currency());
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
        units
    }

    fn part(&self, unit: Unit<'_>, keys: &[String]) -> Part {
        let language = self.language;
        let is_in = |row: &&Row<'_>| (row.measure(), row.currency()) == unit;
        let rows: Vec<&Row<'_>> = self.answer.rows().iter().filter(is_in).collect();
        let totals = self.answer.totals().iter().filter(is_in);
        let (measure, currency) = unit;
        let measure = title::upper_first(&measure.name(language));
        Part {
            title: title::of(&measure, keys, language),
            subtitle: title::below(self.answer.question(), &rows, language),
            unit: currency.map_or("", Currency::code).to_owned(),
            // A question without a key has one row, which is its total.
            totals: match keys.is_empty() {
                true => Vec::new(),
                false => totals.map(|row| self.line(row)).collect(),
            },
            notes: self.notes(&rows),
            breaks: self.breaks(),
            measure,
            rows: rows.into_iter().map(|row| self.line(row)).collect(),
        }
    }

    fn line(&self, row: &Row<'_>) -> Line {
        let language = self.language;
        let names = row.groups().iter();
        Line {
            names: names.map(|group| group.in_language(language)).collect(),
            value: row.value(),
            text: short::full(&row.value(), language),
            period: row.groups().iter().find_map(period),
            is_partial: is_partial(row),
            is_apart: row.groups().iter().any(|g| matches!(g, Group::Other(_))),
            coverage: row.coverage().and_then(|coverage| {
                let reported = coverage.covered().len();
                let all = reported.saturating_add(coverage.missing().len());
                let text = [reported.to_string(), all.to_string()];
                let [reported, all_text] = &text;
                (all > 1).then(|| words::COVERED_OF.with(language, [reported, all_text]))
            }),
            figures: row
                .included()
                .iter()
                .map(|included| {
                    let value = short::full(&included.value, language);
                    let value = match row.currency() {
                        Some(currency) => format!("{value} {currency}"),
                        None => value,
                    };
                    self.figure(&included.quantity, value)
                })
                .collect(),
        }
    }

    fn figure(&self, quantity: &Quantity<'_>, value: String) -> Figure {
        let data: &Dataset = self.answer.data();
        let claim = quantity.claim;
        let source = data.source(claim.source());
        Figure {
            printed: quantity
                .figure
                .map(|figure| figure.text().to_owned())
                .unwrap_or_default(),
            value,
            place: claim.place().name().to_owned(),
            time: times::time(&quantity.time, self.language),
            source: source.map_or_else(|| claim.source().to_owned(), ToString::to_string),
            address: source.and_then(|source| source.address.clone()),
            line: claim
                .line()
                .map(|line| words::LINE.with(self.language, [&line.to_string()])),
            note: claim.note().map(str::to_owned),
        }
    }

    /// Caveats with the figures they are about, which are looked up once.
    fn warnings(&self) -> Vec<Caveat> {
        let warnings = self.answer.warnings();
        let wanted: HashSet<&str> = warnings
            .iter()
            .flat_map(|warning| warning.ids())
            .map(String::as_str)
            .collect();
        let mut figures: HashMap<String, Figure> = HashMap::new();
        if !wanted.is_empty() {
            let rows = self.answer.rows().iter().flat_map(|row| row.included());
            let included = rows.map(|included| &included.quantity);
            let excluded = self.answer.excluded().iter().map(|left| left.quantity());
            for quantity in included.chain(excluded) {
                let key = quantity.id();
                if wanted.contains(key.as_str()) {
                    figures.insert(key, self.figure(quantity, String::new()));
                }
            }
        }
        warnings
            .iter()
            .map(|warning| Caveat {
                text: match warning {
                    Warning::MixedProducers { .. } => words::PRODUCERS.of(self.language).to_owned(),
                    other => title::upper_first(&other.summary(self.language)),
                },
                names: match warning {
                    Warning::MissingUnits { units, .. } => units.clone(),
                    Warning::MixedProducers { producers } => {
                        producers.iter().map(|id| self.source_name(id)).collect()
                    }
                    _ => Vec::new(),
                },
                figures: warning
                    .ids()
                    .iter()
                    .filter_map(|id| figures.get(id).cloned())
                    .collect(),
            })
            .collect()
    }

    /// A producer by its name; a source without one is called by its title.
    fn source_name(&self, producer: &str) -> String {
        let source = self.answer.data().source(producer);
        source
            .map_or(producer, |source| source.title.as_str())
            .to_owned()
    }

    /// Matching figures that were excluded, by reason, in the order of
    /// the first figure of each.
    fn left_out(&self) -> Vec<LeftOut> {
        let mut by_reason: Vec<LeftOut> = Vec::new();
        let mut at = HashMap::new();
        for excluded in self.answer.left_out() {
            let reason = self.answer.why(excluded.reason(), self.language);
            let figure = self.figure(excluded.quantity(), String::new());
            let place = *at.entry(reason.clone()).or_insert_with(|| {
                by_reason.push(LeftOut {
                    reason,
                    figures: Vec::new(),
                });
                by_reason.len().saturating_sub(1)
            });
            if let Some(group) = by_reason.get_mut(place) {
                group.figures.push(figure);
            }
        }
        by_reason
    }

    /// Where the figures come from and what is missing; no ids.
    fn notes(&self, rows: &[&Row<'_>]) -> Vec<String> {
        let data = self.answer.data();
        let included = rows.iter().flat_map(|row| row.included());
        let sources: BTreeSet<&str> = included
            .map(|included| included.quantity.claim.source())
            .collect();
        let names: BTreeSet<String> = sources
            .into_iter()
            .filter_map(|id| data.source(id))
            .map(|source| shortened(source.publisher.as_ref().unwrap_or(&source.title)))
            .collect();
        let mut notes = Vec::new();
        if !names.is_empty() {
            let names = listed(&names.into_iter().collect::<Vec<_>>(), self.language);
            notes.push(words::SOURCE.with(self.language, [&names]));
        }
        for warning in self.answer.warnings() {
            notes.extend(self.note(warning));
        }
        notes
    }

    /// A caveat for the foot of a chart, which shows dates, producers, bounds,
    /// breaks and partial periods itself.
    fn note(&self, warning: &Warning) -> Option<String> {
        match warning {
            Warning::Break { .. }
            | Warning::PartialPeriod { .. }
            | Warning::Inexact { .. }
            | Warning::MixedDates { .. }
            | Warning::MixedPeriods { .. }
            | Warning::MixedProducers { .. } => None,
            Warning::MissingUnits { units, .. } => {
                let units = listed(units, self.language);
                Some(words::MISSING.with(self.language, [&units]))
            }
            other => Some(title::upper_first(&other.summary(self.language))),
        }
    }

    /// The breaks of a series.
    fn breaks(&self) -> Vec<Break> {
        let Some(rhythm) = Rhythm::of(self.answer) else {
            return Vec::new();
        };
        let periods = match rhythm {
            Rhythm::Years => 1,
            Rhythm::Quarters => 4,
            Rhythm::Months => 12,
        };
        let breaks = self
            .answer
            .warnings()
            .iter()
            .filter_map(|warning| match warning {
                Warning::Break { year, .. } => Some(*year),
                _ => None,
            });
        breaks
            .map(|year| Break {
                before: year.saturating_mul(periods),
                label: words::BREAK_SHARES.with(self.language, [&year.to_string()]),
            })
            .collect()
    }
}

/// A name, the end of a long one left out.
fn shortened(name: &str) -> String {
    match name.char_indices().nth(NAME) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default().trim_end()),
        None => name.to_owned(),
    }
}

/// Names in one line, the first few; how many more there are.
fn listed(names: &[String], language: Language) -> String {
    let mut listed: Vec<String> = names.iter().take(LISTED).cloned().collect();
    let more = names.len().saturating_sub(LISTED);
    if more > 0 {
        listed.push(words::MORE_ROWS.with(language, [&more.to_string()]));
    }
    listed.join(", ")
}

/// The place of a group in a series.
fn period(group: &Group) -> Option<i32> {
    let counted = |year: i32, per_year: i32, part: u32| {
        let part = i32::try_from(part).ok()?.checked_sub(1)?;
        year.checked_mul(per_year)?.checked_add(part)
    };
    match group {
        Group::Year(Some(year)) => Some(*year),
        Group::Quarter(Some((year, quarter))) => counted(*year, 4, *quarter),
        Group::Month(Some((year, month))) => counted(*year, 12, *month),
        _ => None,
    }
}

/// Whether a flow of the row is shorter than the period of its group.
fn is_partial(row: &Row<'_>) -> bool {
    let months = row.groups().iter().find_map(|group| match group {
        Group::Year(Some(_)) => Some(12),
        Group::Quarter(Some(_)) => Some(3),
        Group::Month(Some(_)) => Some(1),
        _ => None,
    });
    let Some(months) = months else {
        return false;
    };
    row.included()
        .iter()
        .filter_map(|included| included.quantity.time.period().copied())
        .any(|period| {
            let end = chrono::Months::new(months);
            let full = period.start().checked_add_months(end);
            let past = period.end().succ_opt();
            past.zip(full).is_some_and(|(past, full)| past < full)
        })
}
