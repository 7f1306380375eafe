//! The id of a currency.

/// A currency of ISO 4217.
///
/// The set changes by decree (Bulgaria's lev ended on 1 January 2026), so this
/// is an id backed by a table, not an enum. The table is
/// `data/currencies.tsv`: code, number, minor digits, the Vietnamese name and
/// the forms read in text. Currencies compare in the order of their codes.
///
/// ```
/// use tinh_figures::Currency;
///
/// assert_eq!(Currency::from_code("usd"), Some(Currency::USD));
/// assert_eq!(Currency::KRW.numeric(), 410);
/// assert_eq!(Currency::VND.minor_digits(), Some(0));
/// assert_eq!(Currency::USD.name(), "đô la Mỹ");
/// assert_eq!(Currency::VND.to_string(), "VND");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency(pub(super) u8);
