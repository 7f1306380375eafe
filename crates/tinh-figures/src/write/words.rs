//! Numbers and amounts in words.

use std::fmt::{self, Write as _};

use rust_decimal::Decimal;

use crate::currency::Currency;

/// Which words: the North says `nghìn` and `linh`, the South `ngàn` and `lẻ`.
///
/// ```
/// use tinh_figures::{Dialect, words};
/// let say = |dialect| words(1_004.into()).dialect(dialect).to_string();
/// assert_eq!(say(Dialect::Northern), "một nghìn không trăm linh bốn");
/// assert_eq!(say(Dialect::Southern), "một ngàn không trăm lẻ bốn");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Dialect {
    /// `một nghìn không trăm linh năm`.
    #[default]
    Northern,
    /// `một ngàn không trăm lẻ năm`.
    Southern,
}

/// A number in words; made by [`words`].
///
/// ```
/// use tinh_figures::words;
/// assert_eq!(words(21.into()).to_string(), "hai mươi mốt");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Words {
    value: Decimal,
    dialect: Dialect,
    capital: bool,
}

/// Writes a number in words; reading them gives the value back.
///
/// Northern unless said otherwise; every decimal can be written. After `mươi`
/// 1, 4 and 5 are `mốt`, `tư`, `lăm`; an empty hundred is said (`một nghìn
/// không trăm linh năm`); decimals are said digit by digit.
///
/// ```
/// use rust_decimal::dec;
/// use tinh_figures::words;
///
/// assert_eq!(words(dec!(14_650_000_000)).to_string(), "mười bốn tỷ sáu trăm năm mươi triệu");
/// assert_eq!(words(dec!(1005)).southern().to_string(), "một ngàn không trăm lẻ năm");
/// assert_eq!(words(dec!(-2.05)).to_string(), "âm hai phẩy không năm");
/// assert_eq!(words(dec!(21)).invoice().to_string(), "Hai mươi mốt");
/// ```
#[must_use]
pub const fn words(value: Decimal) -> Words {
    Words {
        value,
        dialect: Dialect::Northern,
        capital: false,
    }
}

impl Words {
    /// `ngàn`, `lẻ`.
    #[must_use]
    pub const fn southern(self) -> Self {
        self.dialect(Dialect::Southern)
    }

    /// `nghìn`, `linh`.
    #[must_use]
    pub const fn northern(self) -> Self {
        self.dialect(Dialect::Northern)
    }

    /// The words of this dialect.
    #[must_use]
    pub const fn dialect(self, dialect: Dialect) -> Self {
        Self { dialect, ..self }
    }

    /// The first letter a capital, as an invoice has it. (`đồng chẵn` belongs to
    /// an amount: [`MoneyWords::invoice`].)
    #[must_use]
    pub const fn invoice(self) -> Self {
        Self {
            capital: true,
            ..self
        }
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Writer {
            out: f,
            capital: self.capital,
            first: true,
            dialect: self.dialect,
        };
        out.decimal(self.value)
    }
}

/// An amount in words; made by [`Money::in_words`](crate::Money::in_words).
///
/// ```
/// use rust_decimal::dec;
/// use tinh_figures::{Currency, Money};
///
/// let m = Money::new(dec!(1_500_000), Currency::VND);
/// assert_eq!(m.in_words().to_string(), "một triệu năm trăm nghìn đồng");
/// assert_eq!(m.in_words().invoice().to_string(), "Một triệu năm trăm nghìn đồng chẵn");
/// let m = Money::new(dec!(2.50), Currency::USD);
/// assert_eq!(m.in_words().to_string(), "hai đô la Mỹ năm mươi xu");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct MoneyWords {
    amount: Decimal,
    currency: Currency,
    dialect: Dialect,
    invoice: bool,
}

impl MoneyWords {
    pub(crate) const fn of(amount: Decimal, currency: Currency) -> Self {
        Self {
            amount,
            currency,
            dialect: Dialect::Northern,
            invoice: false,
        }
    }

    /// `ngàn`, `lẻ`.
    #[must_use]
    pub const fn southern(self) -> Self {
        self.dialect(Dialect::Southern)
    }

    /// `nghìn`, `linh`.
    #[must_use]
    pub const fn northern(self) -> Self {
        self.dialect(Dialect::Northern)
    }

    /// The words of this dialect.
    #[must_use]
    pub const fn dialect(self, dialect: Dialect) -> Self {
        Self { dialect, ..self }
    }

    /// Writes as on an invoice, by common practice: the first letter a capital,
    /// `chẵn` after a whole amount, `và` before the cents.
    #[must_use]
    pub const fn invoice(self) -> Self {
        Self {
            invoice: true,
            ..self
        }
    }
}

impl fmt::Display for MoneyWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let amount = self.amount.normalize();
        let currency = self.currency;
        let mut out = Writer {
            out: f,
            capital: self.invoice,
            first: true,
            dialect: self.dialect,
        };
        let whole = amount.trunc();
        // Cents where the currency has them and they suffice; else decimals.
        let cents = (amount.scale() > 0 && amount.scale() <= 2 && currency.has_cents())
            .then(|| (amount.fract().abs() * Decimal::ONE_HUNDRED).normalize());
        if let Some(cents) = cents {
            if amount.is_sign_negative() {
                out.word("âm")?;
            }
            if whole.is_zero() {
                // `năm mươi xu`, `năm mươi xu euro`; an invoice names the dollar too.
                out.decimal(cents)?;
                out.word("xu")?;
                return if self.invoice || currency != Currency::USD {
                    out.word(currency.name())
                } else {
                    Ok(())
                };
            }
            out.decimal(whole.abs())?;
            out.word(currency.name())?;
            if self.invoice {
                out.word("và")?;
            }
            out.decimal(cents)?;
            out.word("xu")
        } else {
            out.decimal(amount)?;
            out.word(currency.name())?;
            if self.invoice && amount.scale() == 0 {
                out.word("chẵn")
            } else {
                Ok(())
            }
        }
    }
}

const DIGITS: [&str; 10] = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
];

struct Writer<'a, 'f> {
    out: &'a mut fmt::Formatter<'f>,
    capital: bool,
    first: bool,
    dialect: Dialect,
}

impl Writer<'_, '_> {
    fn word(&mut self, word: &str) -> fmt::Result {
        if !self.first {
            self.out.write_char(' ')?;
        } else if self.capital {
            let mut chars = word.chars();
            self.first = false;
            if let Some(head) = chars.next() {
                for c in head.to_uppercase() {
                    self.out.write_char(c)?;
                }
            }
            return self.out.write_str(chars.as_str());
        }
        self.first = false;
        self.out.write_str(word)
    }

    fn digit(&mut self, digit: u32) -> fmt::Result {
        self.word(DIGITS.get(digit as usize).copied().unwrap_or(""))
    }

    fn decimal(&mut self, value: Decimal) -> fmt::Result {
        let value = value.normalize();
        let mantissa = value.mantissa().unsigned_abs();
        let scale = value.scale();
        if value.is_sign_negative() && mantissa != 0 {
            self.word("âm")?;
        }
        if scale == 0 {
            return self.integer(mantissa);
        }
        let unit = crate::scale::pow10(u8::try_from(scale).unwrap_or(28));
        self.integer(mantissa / unit)?;
        self.word("phẩy")?;
        let mut rest = mantissa % unit;
        let mut place = unit / 10;
        while place > 0 {
            self.digit(u32::try_from(rest / place).unwrap_or(0))?;
            rest %= place;
            place /= 10;
        }
        Ok(())
    }

    /// By nines of digits: each block is read with millions and thousands, and
    /// followed by as many `tỷ` as there are blocks after it.
    fn integer(&mut self, value: u128) -> fmt::Result {
        const BLOCK: u128 = 1_000_000_000;
        if value < BLOCK {
            return if value == 0 {
                self.word("không")
            } else {
                self.block(u32::try_from(value).unwrap_or(0), false)
            };
        }
        let blocks = [
            value / (BLOCK * BLOCK * BLOCK),
            value / (BLOCK * BLOCK) % BLOCK,
            value / BLOCK % BLOCK,
            value % BLOCK,
        ];
        let mut begun = false;
        for (i, block) in blocks.into_iter().enumerate() {
            if block > 0 {
                self.block(u32::try_from(block).unwrap_or(0), begun)?;
                for _ in i..3 {
                    self.word("tỷ")?;
                }
                begun = true;
            }
        }
        Ok(())
    }

    /// Below 10⁹; `begun` where something larger was said before.
    fn block(&mut self, value: u32, mut begun: bool) -> fmt::Result {
        let thousand = match self.dialect {
            Dialect::Northern => "nghìn",
            Dialect::Southern => "ngàn",
        };
        for (group, unit) in [
            (value / 1_000_000, "triệu"),
            (value / 1000 % 1000, thousand),
            (value % 1000, ""),
        ] {
            if group > 0 {
                self.group(group, begun)?;
                if !unit.is_empty() {
                    self.word(unit)?;
                }
                begun = true;
            }
        }
        Ok(())
    }

    /// Below 1000.
    fn group(&mut self, value: u32, begun: bool) -> fmt::Result {
        let (hundreds, tens, ones) = (value / 100, value / 10 % 10, value % 10);
        if hundreds > 0 || begun {
            self.digit(hundreds)?;
            self.word("trăm")?;
        }
        match tens {
            0 if ones == 0 => return Ok(()),
            0 if hundreds > 0 || begun => self.word(match self.dialect {
                Dialect::Northern => "linh",
                Dialect::Southern => "lẻ",
            })?,
            0 => {}
            1 => self.word("mười")?,
            _ => {
                self.digit(tens)?;
                self.word("mươi")?;
            }
        }
        match ones {
            0 => Ok(()),
            1 if tens > 1 => self.word("mốt"),
            4 if tens > 1 => self.word("tư"),
            5 if tens > 0 => self.word("lăm"),
            _ => self.digit(ones),
        }
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::dec;

    use super::*;

    #[test]
    fn cents_and_invoices() {
        let m = MoneyWords::of;
        assert_eq!(m(dec!(0.5), Currency::USD).to_string(), "năm mươi xu");
        assert_eq!(
            m(dec!(-3.05), Currency::EUR).to_string(),
            "âm ba euro năm xu"
        );
        assert_eq!(
            m(dec!(3.005), Currency::EUR).to_string(),
            "ba phẩy không không năm euro"
        );
        assert_eq!(m(dec!(1.5), Currency::VND).to_string(), "một phẩy năm đồng");
        assert_eq!(
            m(dec!(100.2), Currency::USD).invoice().to_string(),
            "Một trăm đô la Mỹ và hai mươi xu"
        );
        assert_eq!(
            m(dec!(100), Currency::USD).invoice().to_string(),
            "Một trăm đô la Mỹ chẵn"
        );
    }
}
