//! Observations as columns: for millions of rows whose meaning is settled.
//!
//! A [`Columns`] table holds keys as small integers and amounts as scaled
//! integers, one array a column. It adds what it is given: which figures may
//! be added at all is decided by [`Totals`](crate::Totals), whose answers turn
//! into columns, or by whoever made the file.
//!
//! ```
//! use tinh_totals::columns::{Columns, Threads};
//!
//! let mut table = Columns::new(["province", "currency"]);
//! table.push(&["Hải Phòng", "USD"], "24.50".parse()?)?;
//! table.push(&["Hải Phòng", "USD"], "0.05".parse()?)?;
//! table.push(&["Hải Phòng", "VND"], "1698".parse()?)?;
//! let sums = table.sum_by(&["currency"], Threads::One)?;
//! let lines: Vec<String> = sums.iter()
//!     .map(|sum| format!("{} {} of {}", sum.labels().join(" "), sum.total(), sum.count()))
//!     .collect();
//! assert_eq!(lines, ["USD 24.55 of 2", "VND 1698.00 of 1"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Widths
//! Amounts are 64-bit until one does not fit, then 128-bit, at one number of
//! decimals for the table, which grows as amounts need it; nothing is ever
//! rounded. Sums are 128-bit: 64-bit amounts cannot overflow them, and wider
//! amounts, at most 2⁹⁶, only beyond 2³¹ rows, which is checked. A sum may have
//! more digits than a `Decimal`: [`Wide`] prints them all.

mod csv_reader;
mod error;
mod from_answer;
mod sum;
mod wide;

pub use csv_reader::{CsvLayout, sum_csv};
pub use error::ColumnsError;
pub use sum::{GroupSum, Sums, Threads};
pub use wide::Wide;

use std::collections::HashMap;
use std::ops::Bound;

use rust_decimal::Decimal;

use crate::interval::Interval;

/// Amounts wider than this are refused, so that 2³¹ of them fit a sum.
const WIDEST: i128 = 1 << 96;

/// The labels of a key, each with a small number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    names: Vec<String>,
    codes: HashMap<String, u16>,
}

impl Labels {
    fn code(&mut self, label: &str, key: &str) -> Result<u16, ColumnsError> {
        if let Some(code) = self.codes.get(label) {
            return Ok(*code);
        }
        let code = u16::try_from(self.names.len()).map_err(|_| ColumnsError::TooManyLabels {
            key: key.to_owned(),
        })?;
        self.names.push(label.to_owned());
        self.codes.insert(label.to_owned(), code);
        Ok(code)
    }

    pub(crate) fn name(&self, code: usize) -> &str {
        self.names.get(code).map(String::as_str).unwrap_or_default()
    }

    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }
}

/// A key: its name, its labels, and the label of each row.
#[derive(Clone, Debug)]
pub(crate) struct KeyColumn {
    pub(crate) name: String,
    pub(crate) labels: Labels,
    pub(crate) codes: Vec<u16>,
}

/// One number a row.
#[derive(Clone, Debug)]
pub(crate) enum Amounts {
    Narrow(Vec<i64>),
    Wide(Vec<i128>),
}

impl Amounts {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Narrow(amounts) => amounts.len(),
            Self::Wide(amounts) => amounts.len(),
        }
    }

    fn push(&mut self, amount: i128) {
        match (&mut *self, i64::try_from(amount)) {
            (Self::Narrow(amounts), Ok(narrow)) => amounts.push(narrow),
            (Self::Wide(amounts), _) => amounts.push(amount),
            (Self::Narrow(amounts), Err(_)) => {
                let mut wide: Vec<i128> = amounts.iter().map(|a| i128::from(*a)).collect();
                wide.push(amount);
                *self = Self::Wide(wide);
            }
        }
    }

    fn clear(&mut self) {
        match self {
            Self::Narrow(amounts) => amounts.clear(),
            Self::Wide(amounts) => amounts.clear(),
        }
    }

    /// All amounts times a power of ten.
    fn rescale(&mut self, factor: i128) -> Result<(), ColumnsError> {
        let mut scaled = Self::Narrow(Vec::with_capacity(self.len()));
        let mut each = |amount: i128| {
            let amount = amount
                .checked_mul(factor)
                .filter(|a| a.abs() <= WIDEST)
                .ok_or(ColumnsError::TooLarge)?;
            scaled.push(amount);
            Ok(())
        };
        match self {
            Self::Narrow(amounts) => amounts.iter().try_for_each(|a| each(i128::from(*a)))?,
            Self::Wide(amounts) => amounts.iter().try_for_each(|a| each(*a))?,
        }
        *self = scaled;
        Ok(())
    }
}

/// What is open about an amount, as bits; an exact amount has none.
pub(crate) mod open {
    /// There is no nominal value.
    pub(crate) const NO_NOMINAL: u8 = 1;
    /// There is no lower bound.
    pub(crate) const NO_LOWER: u8 = 2;
    /// The lower bound is exclusive.
    pub(crate) const ABOVE: u8 = 4;
    /// There is no upper bound.
    pub(crate) const NO_UPPER: u8 = 8;
    /// The upper bound is exclusive, and said to be nearly reached.
    pub(crate) const ALMOST: u8 = 16;
    /// The upper bound is exclusive.
    pub(crate) const BELOW: u8 = 32;
}

/// Bounds of each row, made when the first row that is not exact comes.
#[derive(Clone, Debug)]
pub(crate) struct Bounds {
    pub(crate) lower: Amounts,
    pub(crate) upper: Amounts,
    pub(crate) open: Vec<u8>,
}

/// A table of observations: keys as small integers, amounts as scaled
/// integers, bounds where some amount is not exact.
#[derive(Clone, Debug)]
pub struct Columns {
    pub(crate) keys: Vec<KeyColumn>,
    pub(crate) amounts: Amounts,
    pub(crate) bounds: Option<Bounds>,
    pub(crate) scale: u32,
}

impl Columns {
    /// An empty table with the names of its keys.
    #[must_use]
    pub fn new<S: Into<String>>(keys: impl IntoIterator<Item = S>) -> Self {
        Self {
            keys: keys
                .into_iter()
                .map(|name| KeyColumn {
                    name: name.into(),
                    labels: Labels::default(),
                    codes: Vec::new(),
                })
                .collect(),
            amounts: Amounts::Narrow(Vec::new()),
            bounds: None,
            scale: 0,
        }
    }

    /// A table from arrays that exist already, such as the buffers of Arrow:
    /// for each key its name, its labels and the code of each row (dictionary
    /// keys); the amounts in units of 10⁻ˢᶜᵃˡᵉ.
    ///
    /// # Errors
    /// [`ColumnsError::UnequalLengths`]; [`ColumnsError::UnknownLabel`] where a
    /// code has no label; [`ColumnsError::TooManyDecimals`] for a scale beyond
    /// 28.
    pub fn from_parts(
        keys: Vec<(String, Vec<String>, Vec<u16>)>,
        amounts: Vec<i64>,
        scale: u32,
    ) -> Result<Self, ColumnsError> {
        if scale > Decimal::MAX_SCALE {
            return Err(ColumnsError::TooManyDecimals);
        }
        let rows = amounts.len();
        let mut columns = Vec::with_capacity(keys.len());
        for (name, names, codes) in keys {
            if codes.len() != rows {
                return Err(ColumnsError::UnequalLengths { key: name });
            }
            if let Some(code) = codes.iter().max()
                && usize::from(*code) >= names.len()
            {
                return Err(ColumnsError::UnknownLabel {
                    key: name,
                    code: *code,
                });
            }
            let mut labels = Labels::default();
            for label in &names {
                labels.code(label, &name)?;
            }
            if labels.len() != names.len() {
                return Err(ColumnsError::RepeatedLabel { key: name });
            }
            columns.push(KeyColumn {
                name,
                labels,
                codes,
            });
        }
        Ok(Self {
            keys: columns,
            amounts: Amounts::Narrow(amounts),
            bounds: None,
            scale,
        })
    }

    /// The same table with bounds for every row, in the scale of its amounts;
    /// `None` is no bound.
    ///
    /// # Errors
    /// [`ColumnsError::UnequalLengths`].
    pub fn with_bounds(
        mut self,
        lower: impl ExactSizeIterator<Item = Option<i64>>,
        upper: impl ExactSizeIterator<Item = Option<i64>>,
    ) -> Result<Self, ColumnsError> {
        let rows = self.len();
        if lower.len() != rows || upper.len() != rows {
            return Err(ColumnsError::UnequalLengths {
                key: "bounds".to_owned(),
            });
        }
        let mut open_ends = vec![0; rows];
        let mut collect = |side: &mut dyn Iterator<Item = Option<i64>>, bit: u8| {
            let ends: Vec<i64> = side
                .zip(&mut open_ends)
                .map(|(end, open)| {
                    *open |= if end.is_none() { bit } else { 0 };
                    end.unwrap_or_default()
                })
                .collect();
            Amounts::Narrow(ends)
        };
        let (mut lower, mut upper) = (lower, upper);
        let lower = collect(&mut lower, open::NO_LOWER);
        let upper = collect(&mut upper, open::NO_UPPER);
        self.bounds = Some(Bounds {
            lower,
            upper,
            open: open_ends,
        });
        Ok(self)
    }

    /// The number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.amounts.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The decimals of its amounts.
    #[must_use]
    pub fn scale(&self) -> u32 {
        self.scale
    }

    /// The names of its keys.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.iter().map(|key| key.name.as_str())
    }

    /// Adds an exact amount under one label a key.
    ///
    /// # Errors
    /// [`ColumnsError::WrongNumberOfKeys`], [`ColumnsError::TooManyLabels`],
    /// [`ColumnsError::TooLarge`]. The table is then unchanged.
    pub fn push(&mut self, labels: &[&str], amount: Decimal) -> Result<(), ColumnsError> {
        self.push_interval(labels, &Interval::exact(amount))
    }

    /// Adds an amount with its bounds.
    ///
    /// # Errors
    /// As [`push`](Self::push).
    pub fn push_interval(
        &mut self,
        labels: &[&str],
        amount: &Interval,
    ) -> Result<(), ColumnsError> {
        if labels.len() != self.keys.len() {
            return Err(ColumnsError::WrongNumberOfKeys {
                expected: self.keys.len(),
                found: labels.len(),
            });
        }
        let (lower, upper) = amount.bounds();
        let ends = [amount.nominal(), amount.lower(), amount.upper()];
        let scale = ends
            .into_iter()
            .flatten()
            .map(|end| end.normalize().scale())
            .max()
            .unwrap_or_default();
        let mut units = [0_i128; 3];
        for (slot, end) in units.iter_mut().zip(ends) {
            if let Some(end) = end {
                *slot = units_of(end, scale.max(self.scale))?;
            }
        }
        if scale > self.scale {
            self.widen_scale(scale)?;
        }
        let mut codes = Vec::with_capacity(labels.len());
        for (key, label) in self.keys.iter_mut().zip(labels) {
            codes.push(key.labels.code(label, &key.name)?);
        }
        let [nominal, low, high] = units;
        let mut bits = 0;
        if amount.nominal().is_none() {
            bits |= open::NO_NOMINAL;
        }
        bits |= match lower {
            Bound::Included(_) => 0,
            Bound::Excluded(_) => open::ABOVE,
            Bound::Unbounded => open::NO_LOWER,
        };
        bits |= match upper {
            Bound::Included(_) => 0,
            Bound::Excluded(_) if amount.is_almost() => open::ALMOST,
            Bound::Excluded(_) => open::BELOW,
            Bound::Unbounded => open::NO_UPPER,
        };
        if self.bounds.is_none() && (bits != 0 || low != nominal || high != nominal) {
            self.bounds = Some(Bounds {
                lower: self.amounts.clone(),
                upper: self.amounts.clone(),
                open: vec![0; self.amounts.len()],
            });
        }
        self.amounts.push(nominal);
        if let Some(bounds) = &mut self.bounds {
            bounds.lower.push(low);
            bounds.upper.push(high);
            bounds.open.push(bits);
        }
        for (key, code) in self.keys.iter_mut().zip(codes) {
            key.codes.push(code);
        }
        Ok(())
    }

    fn widen_scale(&mut self, scale: u32) -> Result<(), ColumnsError> {
        let factor = 10_i128
            .checked_pow(scale.saturating_sub(self.scale))
            .ok_or(ColumnsError::TooLarge)?;
        // All or nothing: a table half rescaled would be wrong.
        let mut amounts = self.amounts.clone();
        amounts.rescale(factor)?;
        if let Some(bounds) = &mut self.bounds {
            let (mut lower, mut upper) = (bounds.lower.clone(), bounds.upper.clone());
            lower.rescale(factor)?;
            upper.rescale(factor)?;
            (bounds.lower, bounds.upper) = (lower, upper);
        }
        self.amounts = amounts;
        self.scale = scale;
        Ok(())
    }

    /// Removes the rows and keeps the labels: for reading block by block.
    pub(crate) fn clear_rows(&mut self) {
        self.amounts.clear();
        self.bounds = None;
        for key in &mut self.keys {
            key.codes.clear();
        }
    }
}

/// A decimal in units of 10⁻ˢᶜᵃˡᵉ, exactly.
pub(crate) fn units_of(value: Decimal, scale: u32) -> Result<i128, ColumnsError> {
    let value = value.normalize();
    let shift = scale
        .checked_sub(value.scale())
        .ok_or(ColumnsError::TooManyDecimals)?;
    10_i128
        .checked_pow(shift)
        .and_then(|factor| value.mantissa().checked_mul(factor))
        .filter(|units| units.abs() <= WIDEST)
        .ok_or(ColumnsError::TooLarge)
}
