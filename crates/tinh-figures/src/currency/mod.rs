//! Currencies: an id into a table, its names, and how they are found in text.

mod forms;
mod table;

use std::fmt;
use std::str::FromStr;

#[cfg(test)]
pub(crate) use forms::spellings;
pub(crate) use forms::{Bold, Found, at, before, may_begin, short_forms};

use crate::error::{Error, ErrorKind};

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
pub struct Currency(u8);

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

    fn row(self) -> &'static table::Row {
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

    /// The Vietnamese name as it stands after a number: `đô la Mỹ`, `đồng`.
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

impl FromStr for Currency {
    type Err = Error;

    /// Reads a code (`USD`, `usd`); names such as `đô la Mỹ` are read with an
    /// amount, by [`parse`](crate::parse).
    ///
    /// # Errors
    /// [`ErrorKind::UnknownCode`].
    fn from_str(code: &str) -> Result<Self, Error> {
        Self::from_code(code.trim())
            .ok_or_else(|| Error::new(ErrorKind::UnknownCode, 0..code.len(), code))
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

    const SOURCE: &str = include_str!("../../data/currencies.tsv");
    const COMMAND: &str = "TINH_REGENERATE=1 cargo test -p tinh-figures currency_table";

    /// The generated file, from the table's text.
    fn generate() -> String {
        let mut rows = Vec::new();
        let mut lines = SOURCE.lines().filter(|line| !line.starts_with('#'));
        assert_eq!(
            lines.next(),
            Some("code\tnumeric\tminor_digits\tname\tforms\tsource\tas_of")
        );
        for line in lines {
            let fields: Vec<&str> = line.split('\t').collect();
            assert_eq!(fields.len(), 7, "{line}");
            rows.push(fields);
        }
        assert!(
            rows.is_sorted_by(|a, b| a[0] < b[0]),
            "codes in order, none twice"
        );
        let mut out = format!(
            "//! Generated from data/currencies.tsv by\n//! `{COMMAND}`. Do not edit.\n\n\
             use super::Currency;\n\n/// One currency.\n#[derive(Debug)]\npub(super) struct Row {{\n    \
             pub(super) code: &'static str,\n    pub(super) numeric: u16,\n    pub(super) minor: Option<u8>,\n    \
             pub(super) name: &'static str,\n}}\n\nconst fn row(code: &'static str, numeric: u16, minor: Option<u8>, \
             name: &'static str) -> Row {{\n    Row {{ code, numeric, minor, name }}\n}}\n\n\
             /// How many there are.\npub(super) const COUNT: u8 = {};\n\n\
             /// In the order of the codes.\npub(super) static ROWS: [Row; {}] = [\n",
            rows.len(),
            rows.len()
        );
        for r in &rows {
            let minor = if r[2] == "-" {
                "None".to_owned()
            } else {
                format!("Some({})", r[2])
            };
            let numeric = r[1].trim_start_matches('0');
            out.push_str(&format!(
                "    row({:?}, {numeric}, {minor}, {:?}),\n",
                r[0], r[3]
            ));
        }
        out.push_str("];\n\n");
        // Longest first: the search takes the first form that fits.
        let mut forms: Vec<(usize, String, usize, bool)> = Vec::new();
        let mut symbols: Vec<(String, usize)> = Vec::new();
        for (i, r) in rows.iter().enumerate() {
            for form in r[4].split(';').map(str::trim).filter(|f| !f.is_empty()) {
                if form.chars().all(char::is_alphabetic) || form.contains([' ', '-']) {
                    let syllables = form.split([' ', '-']).count();
                    forms.push((syllables, form.to_owned(), i, false));
                } else {
                    symbols.push((form.to_owned(), i));
                }
            }
            // The units of account and the test codes are no money in text.
            if !matches!(
                r[0],
                "XTS" | "XXX" | "XBA" | "XBB" | "XBC" | "XBD" | "XSU" | "XUA" | "XAD"
            ) {
                forms.push((1, r[0].to_owned(), i, true));
            }
        }
        forms.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        symbols.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        out.push_str(&format!(
            "/// Names and codes as they stand in text, most syllables first; the last field tells\n\
             /// a code.\npub(super) const FORMS: [(&str, u8, bool); {}] = [\n",
            forms.len()
        ));
        for (_, form, i, code) in &forms {
            out.push_str(&format!("    ({form:?}, {i}, {code}),\n"));
        }
        out.push_str(&format!(
            "];\n\n/// Symbols, longest first.\npub(super) static SYMBOLS: [(&str, u8); {}] = [\n",
            symbols.len()
        ));
        for (form, i) in &symbols {
            out.push_str(&format!("    ({form:?}, {i}),\n"));
        }
        out.push_str("];\n\n/// One constant a currency.\nimpl Currency {\n");
        for (i, r) in rows.iter().enumerate() {
            out.push_str(&format!(
                "    /// {}.\n    pub const {}: Self = Self({i});\n",
                r[3], r[0]
            ));
        }
        out.push_str("}\n");
        out
    }

    #[test]
    fn currency_table_is_not_stale() {
        // The checked-in file has been through the formatter.
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/currency/table.rs");
        let squeeze = |s: &str| {
            s.split_whitespace()
                .collect::<String>()
                .replace(",)", ")")
                .replace(",]", "]")
                .replace(",}", "}")
        };
        let expected = generate();
        if std::env::var_os("TINH_REGENERATE").is_some() {
            std::fs::write(path, &expected).expect("writable source");
        }
        let found = std::fs::read_to_string(path).expect("the generated table");
        assert!(
            squeeze(&found) == squeeze(&expected),
            "src/currency/table.rs is stale: run `{COMMAND}`"
        );
    }

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
