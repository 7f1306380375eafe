//! The conditions of a query, worked out once for all figures.

use tinh_model::dataset::{FigureEntry, FigureTable};
use tinh_model::time::PartialDate;

use super::Totals;
use super::bucket::finest;
use crate::key::Key;
use crate::left::At;

/// What a query makes of a source.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'a> {
    pub(crate) producer: &'a str,
    /// 0 for the most preferred producer.
    pub(crate) preference: usize,
    pub(crate) published: Option<PartialDate>,
    pub(crate) is_wanted: bool,
    /// Whether it was published by the day of the vintage.
    pub(crate) is_of_vintage: bool,
}

/// A query with what it asks of every figure, found once.
pub(crate) struct Asked<'q, 'a> {
    pub(crate) query: &'q Totals<'a>,
    pub(crate) is_by_partner: bool,
    pub(crate) is_by_sector: bool,
    pub(crate) span: Option<Key>,
    sources: Vec<Known<'a>>,
}

impl<'q, 'a> Asked<'q, 'a> {
    pub(crate) fn of(query: &'q Totals<'a>) -> Self {
        let known = |source: &'a tinh_model::Source| {
            let producer = source.producer();
            let preferred = query.prefer.iter().position(|p| p == producer);
            let published = source.published;
            Known {
                producer,
                preference: preferred.unwrap_or(query.prefer.len()),
                published,
                is_wanted: query.sources.as_ref().is_none_or(|wanted| wanted(source)),
                is_of_vintage: query.vintage.is_none_or(|vintage| {
                    let day = published.and_then(|date| date.last_day());
                    day.is_some_and(|day| day <= vintage)
                }),
            }
        };
        Self {
            query,
            is_by_partner: query.is_by_partner(),
            is_by_sector: query.is_by_sector(),
            span: finest(&query.keys),
            sources: query.data.sources().iter().map(known).collect(),
        }
    }

    /// The figures of each measure asked for.
    pub(crate) fn tables(&self) -> impl Iterator<Item = &'a FigureTable> {
        let index = self.query.data.index();
        let measures = self.query.measures.iter();
        measures.filter_map(|measure| index.table(measure))
    }

    /// The figures of a measure.
    pub(crate) fn figures(&self, table: &'a FigureTable) -> impl Iterator<Item = At<'a>> {
        let data = self.query.data;
        let entries = table.entries(data).iter();
        entries.map(move |entry| At { data, table, entry })
    }

    /// 0 for a figure of the most preferred producer.
    pub(crate) fn preference(&self, entry: &FigureEntry) -> usize {
        let source = self.source(entry);
        source.map_or(self.query.prefer.len(), |source| source.preference)
    }

    pub(crate) fn source(&self, entry: &FigureEntry) -> Option<&Known<'a>> {
        self.sources.get(usize::try_from(entry.source).ok()?)
    }
}
