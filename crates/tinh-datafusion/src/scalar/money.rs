//! `vn_money`, `vn_number`.

use std::fmt;

use tinh_figures::rust_decimal::Decimal;
use tinh_figures::{Error, Figure, Kind, Qualifier};

use super::Function;
use super::arguments::{Parameter, Row};
use super::settings::UnknownSetting;
use crate::amount::{Amounts, Scaled};
use crate::column::Exact;
use crate::decimal::to_scaled;

/// Why a text is no amount or number.
#[derive(Debug)]
pub(crate) enum Reason {
    /// The library's own reason.
    Unreadable(Error),
    /// More digits after the mark than the column holds.
    Digits(Decimal),
    /// A figure, but no money.
    NoCurrency(String),
    /// A figure, but no plain number.
    Kind(Kind),
    /// Words that set nothing.
    Setting(UnknownSetting),
    /// A number under a qualifier, where one exact number was asked for.
    Qualified(Qualifier),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => error.fmt(f),
            Self::Setting(error) => error.fmt(f),
            Self::Digits(number) => write!(
                f,
                "{number} has more than 9 digits after the decimal mark, a column holds 9"
            ),
            Self::NoCurrency(text) => write!(f, "expected a currency in \"{text}\""),
            Self::Kind(kind) => write!(f, "expected a plain number, found a figure of kind {kind}"),
            Self::Qualified(qualifier) => write!(
                f,
                "expected one exact number, found one of qualifier {qualifier}"
            ),
        }
    }
}

impl From<Error> for Reason {
    fn from(error: Error) -> Self {
        Self::Unreadable(error)
    }
}

impl From<UnknownSetting> for Reason {
    fn from(error: UnknownSetting) -> Self {
        Self::Setting(error)
    }
}

impl From<Decimal> for Reason {
    fn from(number: Decimal) -> Self {
        Self::Digits(number)
    }
}

/// `vn_money(text)`.
#[derive(Debug)]
pub(crate) struct Money;

impl Function for Money {
    const NAME: &'static str = "vn_money";
    const TRY_NAME: Option<&'static str> = Some("try_vn_money");
    const SYNTAX: &'static str = "vn_money(text)";
    const DOC: &'static str =
        "Reads one amount of money as value, currency, lower and upper bound, qualifier.";
    const PARAMETERS: &'static [Parameter] = &[Parameter::Text(
        "text",
        "an amount and nothing else, such as `14,65 tỷ USD`",
    )];
    type Output = Amounts;
    type Reason = Reason;

    fn read(row: Row<'_>, output: &mut Amounts) -> Result<(), Reason> {
        let text = row.text(0);
        // An exact amount is read on a shorter way than a figure with its bounds.
        // It nearly always begins with a digit, and a bound seldom does.
        if text.starts_with(|c: char| c.is_ascii_digit())
            && let Ok(money) = tinh_figures::Money::parse(text)
        {
            let amount = money.amount();
            let value = to_scaled(amount).ok_or(Reason::Digits(amount))?;
            output.push_exact(value, money.currency().code());
            return Ok(());
        }
        // Looked at where it lies: a figure is large, a profile shows the copies.
        match tinh_figures::parse(text) {
            Ok(ref found) => {
                let Some(currency) = found.figure().currency() else {
                    return Err(Reason::NoCurrency(text.chars().take(60).collect()));
                };
                let numbers = Scaled::of(&found.figure())?;
                output.push(numbers, Some(currency.code()), found.figure().qualifier());
                Ok(())
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// `vn_number(text)`.
#[derive(Debug)]
pub(crate) struct Number;

impl Function for Number {
    const NAME: &'static str = "vn_number";
    const TRY_NAME: Option<&'static str> = Some("try_vn_number");
    const SYNTAX: &'static str = "vn_number(text)";
    const DOC: &'static str =
        "Reads one exact plain number, with or without a unit noun, as a decimal.";
    const PARAMETERS: &'static [Parameter] = &[Parameter::Text(
        "text",
        "a number and nothing else, such as `1.498 dự án`",
    )];
    type Output = Exact;
    type Reason = Reason;

    fn read(row: Row<'_>, output: &mut Exact) -> Result<(), Reason> {
        let figure = tinh_figures::parse(row.text(0))?.figure();
        let value = plain_number(&figure)?;
        output.push(to_scaled(value).ok_or(Reason::Digits(value))?);
        Ok(())
    }
}

fn plain_number(figure: &Figure) -> Result<Decimal, Reason> {
    match (figure.kind(), figure.qualifier(), figure.value()) {
        (Kind::Number, Qualifier::Exact, Some(value)) => Ok(value),
        (Kind::Number, qualifier, _) => Err(Reason::Qualified(qualifier)),
        (kind, ..) => Err(Reason::Kind(kind)),
    }
}
