//! `vn_words`.

use std::fmt;

use tinh_figures::{Currency, Dialect, Money, words};

use super::Function;
use super::arguments::{Parameter, Row};
use crate::column::Text;
use crate::decimal::from_scaled;

/// Why a value is not written in words.
#[derive(Debug)]
pub(crate) enum Reason {
    Dialect(String),
    TooLarge,
    NotExact(String),
    NoValue,
    Currency(String),
    NotAnAmount,
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dialect(text) => write!(
                f,
                "unknown dialect \"{text}\", expected northern or southern"
            ),
            Self::TooLarge => f.write_str("the value is beyond 28 exact digits"),
            Self::NotExact(qualifier) => write!(
                f,
                "only an exact amount is written in words, this one is {qualifier}"
            ),
            Self::NoValue => f.write_str("the amount has no value"),
            Self::Currency(code) => write!(f, "unknown currency code \"{code}\""),
            Self::NotAnAmount => f.write_str("the struct has no field value"),
        }
    }
}

/// `vn_words(value, dialect)`.
#[derive(Debug)]
pub(crate) struct Words;

impl Function for Words {
    const NAME: &'static str = "vn_words";
    const TRY_NAME: Option<&'static str> = Some("try_vn_words");
    const SYNTAX: &'static str = "vn_words(value [, dialect])";
    const DOC: &'static str = "Writes a number or an exact amount of money in Vietnamese words.";
    const PARAMETERS: &'static [Parameter] = &[
        Parameter::Value("value", "a decimal, an integer, or what `vn_money` returns"),
        Parameter::OptionalText("dialect", "`northern` (the default) or `southern`"),
    ];
    type Output = Text;
    type Reason = Reason;

    fn read(row: Row<'_>, output: &mut Text) -> Result<(), Reason> {
        let dialect = dialect(row.text(1))?;
        let Some(amount) = row.amount(0) else {
            let (value, scale) = row.number(0).ok_or(Reason::TooLarge)?;
            let value = from_scaled(value, scale).ok_or(Reason::TooLarge)?;
            output.push_display(words(value).dialect(dialect));
            return Ok(());
        };
        if !amount.has_value() {
            return Err(Reason::NotAnAmount);
        }
        if let Some(qualifier) = amount.qualifier()
            && qualifier != "exact"
        {
            return Err(Reason::NotExact(qualifier.to_owned()));
        }
        let (value, scale) = amount.value().ok_or(Reason::NoValue)?;
        let value = from_scaled(value, scale).ok_or(Reason::TooLarge)?;
        match amount.currency() {
            None => output.push_display(words(value).dialect(dialect)),
            Some(code) => {
                let currency = Currency::from_code(code)
                    .ok_or_else(|| Reason::Currency(code.chars().take(60).collect()))?;
                output.push_display(Money::new(value, currency).in_words().dialect(dialect));
            }
        }
        Ok(())
    }
}

fn dialect(text: &str) -> Result<Dialect, Reason> {
    let is = |names: [&str; 2]| names.iter().any(|name| text.eq_ignore_ascii_case(name));
    // Left out, it is northern.
    if text.is_empty() || is(["northern", "north"]) {
        Ok(Dialect::Northern)
    } else if is(["southern", "south"]) {
        Ok(Dialect::Southern)
    } else {
        Err(Reason::Dialect(text.chars().take(60).collect()))
    }
}
