//! Units from the settings, for numbers that have none of their own.

use super::outcome::Found;
use crate::figure::{Kind, Part};
use crate::scale::{Scale, decimal, scaled};
use crate::settings::Settings;
use rust_decimal::Decimal;

impl Found {
    /// Takes the default currency or the unit of a column, as the settings say.
    /// `None` where the value does not fit then.
    #[inline]
    pub(super) fn take_defaults(&mut self, set: &Settings, text: &str, whole: bool) -> Option<()> {
        if !set.column && set.currency.is_none() {
            return Some(());
        }
        self.take(set, text, whole)
    }

    #[inline(never)]
    fn take(&mut self, set: &Settings, text: &str, whole: bool) -> Option<()> {
        let figure = &mut self.figure;
        // A share is no amount: `1/3`, `17 trên tổng số 19`.
        if figure.kind != Kind::Number || figure.part != Part::None || self.noun.1 > 0 {
            return Some(());
        }
        if set.column && figure.written.scale == Scale::ONE && set.scale > Scale::ONE {
            let exponent = set.scale.exponent();
            figure.low = shifted(figure.low, exponent)?;
            figure.high = shifted(figure.high, exponent)?;
            figure.written.scale = set.scale;
        }
        if let Some(currency) = set.currency
            && (whole || set.column || is_glued(text.get(self.start..self.end).unwrap_or("")))
        {
            figure.kind = Kind::Money;
            figure.currency = Some(currency);
        }
        Some(())
    }
}

/// The value times a power of ten, if a decimal holds it.
fn shifted(value: Decimal, exponent: u8) -> Option<Decimal> {
    let places = u8::try_from(value.scale()).ok()?;
    let (mantissa, places) = scaled(value.mantissa().unsigned_abs(), places, exponent)?;
    decimal(mantissa, places, value.is_sign_negative())
}

/// Whether letters are glued to digits: `500k`, `2tr5`, `1tỷ2`.
fn is_glued(figure: &str) -> bool {
    let mut before = None;
    figure.chars().any(|c| {
        let glued = c.is_alphabetic() && before.is_some_and(|b: char| b.is_ascii_digit());
        before = Some(c);
        glued
    })
}
