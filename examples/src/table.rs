//! Tables a person wants to read.

use comfy_table::{CellAlignment, ContentLineStyle, LineStyle, Table, TableStyle};
use rust_decimal::Decimal;
use tinh::figures;
use tinh::totals::Interval;
use tinh::totals::output::Format;

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

/// A count in Vietnamese format, after the sign of its qualifier: `≈ 230.000`.
#[must_use]
pub fn count(value: &Interval) -> String {
    Format::default().interval(value, false)
}

/// Money in millions with two decimals in Vietnamese format, after the sign of
/// its qualifier: `> 24.500,00`.
#[must_use]
pub fn millions(value: &Interval) -> String {
    Format::default().millions().interval(value, true)
}
