//! Differences that binary addition and rounding explain.

use rust_decimal::Decimal;

use crate::table::{Table, TableRow};

/// 2⁻⁵², rounded up.
const ULP: Decimal = Decimal::from_parts(2_220_446_050, 0, 0, false, 25);

/// The larger of what binary addition and what rounding can account for.
pub(super) fn tolerance(parts: usize, size: Decimal, decimals: u32) -> Option<Decimal> {
    let parts = u32::try_from(parts).ok()?;
    let binary = ULP
        .checked_mul(Decimal::from(parts.checked_add(4)?))?
        .checked_mul(size)?;
    let rounding = half_of(decimals)
        .checked_mul(Decimal::from(parts.checked_add(1)?))
        .unwrap_or(Decimal::ZERO);
    Some(binary.max(rounding))
}

/// Half a unit of the last of so many decimals.
pub(super) fn half_of(decimals: u32) -> Decimal {
    Decimal::try_new(5, decimals.saturating_add(1)).unwrap_or(Decimal::ZERO)
}

pub(super) fn within(difference: Decimal, parts: usize, size: Decimal, decimals: u32) -> bool {
    tolerance(parts, size, decimals).is_some_and(|tolerance| difference.abs() <= tolerance)
}

/// The finest decimals a column is printed with.
pub(super) fn decimals(table: &Table, column: usize) -> u32 {
    table
        .rows
        .iter()
        .filter_map(|row| row.number(column))
        .map(|number| number.normalize().scale())
        .max()
        .unwrap_or(0)
}

/// The number of a cell in the unit of its column; `None` as well where the
/// cell names another currency.
pub(super) fn number(table: &Table, row: &TableRow, column: usize) -> Option<Decimal> {
    use crate::unit::ColumnUnit;
    let entry = row.figures.get(column)?.as_ref()?;
    match (entry.own, table.columns.get(column)?.unit) {
        (None, _) => Some(entry.number),
        (Some(own), ColumnUnit::Money { multiple, currency }) if own == currency => {
            entry.number.checked_div(multiple)
        }
        (Some(_), _) => None,
    }
}
