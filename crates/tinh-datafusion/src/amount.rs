//! A figure as a struct column: value, currency, bounds and qualifier.

use datafusion::arrow::datatypes::Fields;
use tinh_figures::rust_decimal::{Decimal, RoundingStrategy};
use tinh_figures::{Figure, Qualifier};

use crate::column::{Codes, Exact, scaled, struct_column};
use crate::decimal::DIGITS;

/// The fields of an amount, as [`vn_money`](crate#functions) and
/// [`interval_sum`](crate#aggregates) return it.
///
/// | field | type | meaning |
/// |---|---|---|
/// | `value` | `DECIMAL(38, 9)` | the printed value times its scale; null of a range and of an order of magnitude |
/// | `currency` | text | ISO 4217, null of a plain number |
/// | `lower` | `DECIMAL(38, 9)` | the finite lower bound, null where there is none |
/// | `upper` | `DECIMAL(38, 9)` | the finite upper bound, null where there is none |
/// | `qualifier` | text | a code of [`Qualifier`](tinh_figures::Qualifier); a bound of `more_than`, `almost` and `less_than` is excluded, every other is included |
///
/// ```
/// let fields = tinh_datafusion::amount_fields();
/// let names: Vec<&str> = fields.iter().map(|f| f.name().as_str()).collect();
/// assert_eq!(names, ["value", "currency", "lower", "upper", "qualifier"]);
/// ```
#[must_use]
pub fn amount_fields() -> Fields {
    Amounts::fields()
}

/// A figure's numbers in a column's units.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scaled {
    pub(crate) value: Option<i128>,
    pub(crate) lower: Option<i128>,
    pub(crate) upper: Option<i128>,
}

impl Scaled {
    /// The error is a number with too many digits after the mark. The bounds of
    /// a figure without a value, such as a third, are rounded outwards instead.
    pub(crate) fn of(figure: &Figure) -> Result<Self, Decimal> {
        let bound = |number: Option<Decimal>, outwards| {
            scaled(match figure.value() {
                Some(_) => number,
                None => number.map(|n| n.round_dp_with_strategy(DIGITS, outwards)),
            })
        };
        Ok(Self {
            value: scaled(figure.value())?,
            lower: bound(figure.lower(), RoundingStrategy::ToNegativeInfinity)?,
            upper: bound(figure.upper(), RoundingStrategy::ToPositiveInfinity)?,
        })
    }
}

struct_column! {
    /// A column of amounts.
    pub(crate) struct Amounts {
        value: Exact,
        currency: Codes,
        lower: Exact,
        upper: Exact,
        qualifier: Codes,
    }
}

impl Amounts {
    pub(crate) fn push(&mut self, numbers: Scaled, currency: Option<&str>, qualifier: Qualifier) {
        self.value.push_scaled(numbers.value);
        self.currency.push_option(currency);
        self.lower.push_scaled(numbers.lower);
        self.upper.push_scaled(numbers.upper);
        self.qualifier.push(qualifier.as_str());
        self.row();
    }

    /// The same of an exact amount, which most are: its bounds are its value.
    #[inline]
    pub(crate) fn push_exact(&mut self, value: i128, currency: &str) {
        self.value.push(value);
        self.currency.push(currency);
        self.lower.push(value);
        self.upper.push(value);
        self.qualifier.push(Qualifier::Exact.as_str());
        self.row();
    }
}
