//! Currencies: an id into a table, its names, and how they are found in text.

mod forms;
mod id;
mod row;
#[rustfmt::skip]
mod table;

use std::fmt;

#[cfg(test)]
pub(crate) use forms::spellings;
pub(crate) use forms::{Bold, Found, at, before, may_begin, short_forms};
pub use id::Currency;

impl Currency {
    /// The currency with this three-letter code, in any letter case.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        let upper = bytes.map(|b| b.to_ascii_uppercase());
        let upper = str::from_utf8(&upper).ok()?;
        let found = table::ROWS
            .binary_search_by(|row| row.code.cmp(upper))
            .ok()?;
        u8::try_from(found).ok().map(Self)
    }

    /// Every currency, in the order of the codes.
    pub fn all() -> impl ExactSizeIterator<Item = Self> + Clone {
        (0..table::COUNT).map(Self)
    }

    fn row(self) -> &'static row::Row {
        // The id is made from the table only.
        &table::ROWS[usize::from(self.0)]
    }

    /// The three-letter code of ISO 4217.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.row().code
    }

    /// The three-digit number of ISO 4217, 8 for `ALL`'s 008.
    #[must_use]
    pub fn numeric(self) -> u16 {
        self.row().numeric
    }

    /// Decimal places of the minor unit by ISO 4217: 2 for the dollar and its
    /// cents, 0 for the đồng. `None` where the standard gives none (gold, XDR).
    #[must_use]
    pub fn minor_digits(self) -> Option<u8> {
        self.row().minor
    }

    /// Whether a hundredth of this currency is said as `xu`.
    pub(crate) fn has_cents(self) -> bool {
        self.minor_digits() == Some(2)
    }

    /// The Vietnamese name as written after a number: `đô la Mỹ`, `đồng`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Code;
        impl serde::de::Visitor<'_> for Code {
            type Value = Currency;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a currency code of ISO 4217")
            }
            fn visit_str<E: serde::de::Error>(self, code: &str) -> Result<Currency, E> {
                code.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_codes_agree() {
        for currency in Currency::all() {
            assert_eq!(Currency::from_code(currency.code()), Some(currency));
            assert_eq!(currency.code().parse(), Ok(currency));
        }
        assert_eq!(Currency::all().len(), 180);
        assert_eq!(Currency::ALL.numeric(), 8);
        assert_eq!(Currency::XAU.minor_digits(), None);
        assert_eq!(
            "usx".parse::<Currency>().unwrap_err().to_string(),
            "unknown currency code \"usx\" at bytes 0..3"
        );
    }
}
