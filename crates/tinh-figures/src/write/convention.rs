//! The two conventions of marks in digits.

/// Which mark groups thousands and which divides decimals.
///
/// Vietnamese accounts group with `.` and divide with `,`: Law on Accounting
/// (88/2015/QH13), Article 11.
///
/// ```
/// use tinh_figures::{Convention, digits};
/// let number = digits(1_234_567.into());
/// assert_eq!(number.to_string(), "1.234.567");
/// assert_eq!(number.convention(Convention::English).to_string(), "1,234,567");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Convention {
    /// `1.234.567,89`.
    #[default]
    Vietnamese,
    /// `1,234,567.89`.
    English,
}
