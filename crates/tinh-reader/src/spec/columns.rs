//! Which columns of a sheet a description means.

use tinh_figures::Bilingual;

use super::lines::{Fit, Head};
use super::place;
use super::{ColumnName, TableSpec, TableTime, Where};
use crate::cell::{Position, letters};
use crate::error::{ErrorKind, Refusal};
use crate::fold::fold;
use crate::sheet::Sheet;
use crate::words::{self, Stated};

/// A column that a description asks for.
pub(super) struct Wanted {
    /// The field of the description.
    pub(super) field: String,
    pub(super) header: Option<String>,
    pub(super) column: Option<u32>,
    /// It holds names or times, no figures.
    pub(super) is_name: bool,
    /// Every column that fits and names a year is meant.
    pub(super) every_year: bool,
    /// And every ratio of one to another.
    pub(super) ratios: bool,
}

/// The columns a description asks for: place, partner, sector, scope, time, and
/// then the figures.
pub(super) fn wanted(spec: &TableSpec) -> Vec<Wanted> {
    let time = match &spec.time {
        TableTime::Stock(column) | TableTime::Flow(column) => Some(column),
        _ => None,
    };
    let every_year = matches!(
        spec.time,
        TableTime::StockIn(Where::Header) | TableTime::FlowIn(Where::Header)
    );
    let names = [
        ("place", spec.place.as_ref()),
        ("partner", spec.partner.as_ref()),
        ("sector", spec.sector.as_ref()),
        ("scope", spec.scope.as_ref()),
        ("indicator", spec.indicator.as_ref()),
        ("unit", spec.unit.as_ref()),
        ("time", time),
    ];
    let names = names.into_iter().filter_map(|(field, name)| {
        let (header, column) = match name? {
            ColumnName::Header(header) => (Some(header.clone()), None),
            ColumnName::Letter { column } => (None, Some(*column)),
        };
        Some(Wanted {
            field: field.to_owned(),
            header,
            column,
            is_name: true,
            every_year: false,
            ratios: false,
        })
    });
    let figures = spec.figures.iter().enumerate().map(|(at, figure)| Wanted {
        field: format!("figures[{at}].header"),
        header: figure.header.clone(),
        column: figure.column,
        is_name: false,
        every_year: every_year && figure.column.is_none(),
        ratios: spec.indicator.is_some(),
    });
    names.chain(figures).collect()
}

/// The columns of a description found in one block of headers.
pub(super) enum Match {
    /// The columns of each that is wanted, in its order.
    All(Vec<Vec<u32>>),
    /// Two columns fit one that is wanted.
    Ambiguous(Refusal),
    /// So many were found; which was not, first.
    Some(usize, Option<Refusal>),
}

impl Wanted {
    /// The columns that fit as well as any, and no worse than `worst`.
    fn columns(&self, heads: &[Head], worst: Fit) -> Vec<u32> {
        if let Some(column) = self.column {
            return vec![column];
        }
        let header = self.header.as_deref().map(fold);
        let fits = |head: &Head| match &header {
            Some(header) => head.fit(header).filter(|fit| *fit <= worst),
            None => Some(Fit::Whole),
        };
        if self.every_year {
            let heads = heads.iter().filter(|head| fits(head).is_some());
            let is_ratio = |head: &Head| matches!(words::stated(&head.text), Stated::Ratio(..));
            let heads = heads.filter(|head| match self.ratios {
                true => place::period_of(head).is_some() || is_ratio(head),
                false => head.period().is_some(),
            });
            return heads.take(MOST_YEARS).map(|head| head.column).collect();
        }
        let Some(best) = heads.iter().filter_map(fits).min() else {
            return Vec::new();
        };
        let heads = heads.iter().filter(|head| fits(head) == Some(best));
        heads.map(|head| head.column).collect()
    }

    /// That no column has this header, and which is nearest.
    fn missing(&self, sheet: &Sheet, row: u32, heads: &[Head]) -> Refusal {
        let header = self.header.clone().unwrap_or_default();
        let folded = fold(&header);
        let nearest = heads
            .iter()
            .max_by(|a, b| a.nearness(&folded).total_cmp(&b.nearness(&folded)));
        let nearest = nearest.map(|head| {
            let cell = sheet.reference(Position::new(row, head.column));
            format!("{:?} ({})", head.text, cell.position())
        });
        Refusal::new(ErrorKind::NoColumn { nearest })
            .cell(sheet.reference(Position::new(row, 0)))
            .field(&self.field)
            .text(header)
    }
}

/// No table has more years side by side.
const MOST_YEARS: usize = 256;

/// The number of fitting columns that are named.
const SHOWN: usize = 4;

/// The header of a column; headers are in the order of their columns.
pub(super) fn head(heads: &[Head], column: u32) -> Option<&Head> {
    let at = heads
        .binary_search_by_key(&column, |head| head.column)
        .ok()?;
    heads.get(at)
}

/// A column for a message: `B ("Vốn đăng ký")`.
pub(super) fn shown(column: u32, header: &str) -> Bilingual {
    let shown = format!("{} ({header:?})", letters(column));
    Bilingual::of(|_| shown.clone())
}

/// Holds what is wanted against a block of headers.
pub(super) fn matching(
    wanted: &[Wanted],
    heads: &[Head],
    worst: Fit,
    sheet: &Sheet,
    row: u32,
) -> Match {
    let mut all = Vec::with_capacity(wanted.len());
    let mut missing = None;
    let mut ambiguous = None;
    let mut found = 0;
    for one in wanted {
        let columns = one.columns(heads, worst);
        if columns.is_empty() {
            missing = missing.or_else(|| Some(one.missing(sheet, row, heads)));
        } else if one.header.is_some() {
            found += 1;
        }
        if columns.len() > 1 && !one.every_year && ambiguous.is_none() {
            let columns = columns.iter().take(SHOWN).map(|column| {
                let text = head(heads, *column).map(|head| head.text.as_str());
                shown(*column, text.unwrap_or_default())
            });
            let kind = ErrorKind::TwoColumns {
                columns: columns.collect(),
            };
            let header = one.header.clone().unwrap_or_default();
            let refusal = Refusal::new(kind).field(&one.field).text(header);
            ambiguous = Some(refusal.cell(sheet.reference(Position::new(row, 0))));
        }
        all.push(columns);
    }
    match (missing, ambiguous) {
        (Some(missing), _) => Match::Some(found, Some(missing)),
        (None, Some(ambiguous)) => Match::Ambiguous(ambiguous),
        (None, None) => Match::All(all),
    }
}
