//! Tables a person wants to read.

use comfy_table::{CellAlignment, ContentLineStyle, LineStyle, Table, TableStyle};
use rust_decimal::Decimal;
use tinh::figures;
use tinh::totals::Interval;

/// One rule under the header and blanks between columns: nothing else that a
/// reader has to look past.
const STYLE: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::new(' ', ' ', ' '))
    .header_separator(LineStyle::new('─', '─', '─', '─'))
    .content_lines(ContentLineStyle::new(' ', ' ', ' '));

/// A table with a header; columns named in `right` are aligned right.
#[must_use]
pub fn new(header: &[&str], right: &[usize]) -> Table {
    let mut table = Table::new();
    table.load_style(STYLE);
    table.set_header(header.iter().copied());
    for &index in right {
        if let Some(column) = table.column_mut(index) {
            column.set_cell_alignment(CellAlignment::Right);
        }
    }
    table
}

/// A number in Vietnamese format with a fixed number of decimals.
#[must_use]
pub fn number(value: Decimal, decimals: u32) -> String {
    figures::digits(value).decimals(decimals).to_string()
}

/// The nominal value in multiples of `unit` in Vietnamese format, after the
/// sign of its qualifier: `> 24.500,00`.
#[must_use]
pub fn interval(value: &Interval, unit: Decimal, decimals: u32) -> String {
    let show = |value: Option<Decimal>| {
        value
            .and_then(|value| value.checked_div(unit))
            .map_or_else(|| "?".to_owned(), |value| number(value, decimals))
    };
    let sign = match value.qualifier().as_str() {
        "exact" => "",
        "more_than" => "> ",
        "at_least" => "≥ ",
        "almost" | "less_than" => "< ",
        "at_most" => "≤ ",
        "range" => return format!("{} – {}", show(value.lower()), show(value.upper())),
        _ => "≈ ",
    };
    let nominal = value.nominal().or(value.lower()).or(value.upper());
    format!("{sign}{}", show(nominal))
}
