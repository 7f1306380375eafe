//! Which reading of ambiguous digits adds up.

use rust_decimal::Decimal;
use tinh_figures::Figure;

use crate::interval::ExactSum;

/// More figures with two readings than this are not tried: 2ⁿ sums.
const MOST: u32 = 12;

/// The readings of parts and total under which the parts add up to the total:
/// each as the parts in order, then the total.
///
/// `1.498 tỷ + 200 tỷ = 1.698 tỷ` has one: with the dot as a decimal mark it
/// would be 201.498. So a printed sum tests how its digits were read. Empty
/// where no reading adds up, where a figure has no value, or where more than
/// twelve are ambiguous.
///
/// ```
/// use tinh_totals::readings_that_add;
/// let aid = ["1.498 tỷ đồng".parse()?, "200 tỷ đồng".parse()?];
/// let found = readings_that_add(&aid, "1.698 tỷ đồng".parse()?);
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0][0], "1498000000000".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn readings_that_add(parts: &[Figure], total: Figure) -> Vec<Vec<Decimal>> {
    let figures: Vec<Figure> = parts.iter().copied().chain([total]).collect();
    let mut readings: Vec<Vec<Decimal>> = Vec::with_capacity(figures.len());
    let mut ambiguous = 0_u32;
    for figure in &figures {
        let Some(value) = figure.value() else {
            return Vec::new();
        };
        let mut own = vec![value];
        if let Some(other) = figure.alternative().filter(|other| *other != value) {
            own.push(other);
            ambiguous += 1;
        }
        readings.push(own);
    }
    if ambiguous > MOST {
        return Vec::new();
    }
    let mut found = Vec::new();
    for choice in 0..1_u32 << ambiguous {
        let mut bit = 0_u32;
        let mut values = Vec::with_capacity(readings.len());
        for own in &readings {
            let pick = match own.as_slice() {
                [_, other] => {
                    let second = choice >> bit & 1 == 1;
                    bit += 1;
                    if second { Some(other) } else { own.first() }
                }
                _ => own.first(),
            };
            values.extend(pick.copied());
        }
        let Some((total, parts)) = values.split_last() else {
            continue;
        };
        let mut sum = ExactSum::default();
        let fits = parts.iter().all(|part| sum.add(*part).is_ok());
        if fits && sum.total() == Ok(*total) {
            found.push(values);
        }
    }
    found
}
