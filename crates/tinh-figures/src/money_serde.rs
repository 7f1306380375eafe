//! Money through serde: an object of amount and code, or a text.

use std::fmt;

use rust_decimal::Decimal;
use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::currency::Currency;
use crate::money::Money;

impl Serialize for Money {
    /// `{"amount":"14650000000","currency":"USD"}`. Three decimals become four, so
    /// that nobody takes `1.234` for a thousand.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut amount = self.amount();
        if amount.scale() == 3 {
            amount.rescale(4);
        }
        let mut s = serializer.serialize_struct("Money", 2)?;
        s.serialize_field("amount", &amount)?;
        s.serialize_field("currency", &self.currency())?;
        s.end()
    }
}

impl<'de> Deserialize<'de> for Money {
    /// An object with `amount` and `currency`, or a text such as `14,65 tỷ USD`.
    ///
    /// The amount is a whole number, or a string of digits with a point before its
    /// decimals; `"1.000"`, which may be a thousand, is refused.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(AmountOrText)
        } else {
            deserializer.deserialize_struct("Money", &FIELDS, AmountOrText)
        }
    }
}

const FIELDS: [&str; 2] = ["amount", "currency"];

struct AmountOrText;

impl<'de> Visitor<'de> for AmountOrText {
    type Value = Money;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an amount such as \"14,65 tỷ USD\", or an object with amount and currency")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Money, E> {
        text.parse().map_err(E::custom)
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Money, A::Error> {
        let missing = || A::Error::custom("expected an amount and a currency");
        let Amount(amount) = seq.next_element()?.ok_or_else(missing)?;
        let currency: Currency = seq.next_element()?.ok_or_else(missing)?;
        Ok(Money::new(amount, currency))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Money, A::Error> {
        let (mut amount, mut currency) = (None, None);
        while let Some(field) = map.next_key::<String>()? {
            let twice = match field.as_str() {
                "amount" => amount.replace(map.next_value::<Amount>()?.0).is_some(),
                "currency" => currency.replace(map.next_value::<Currency>()?).is_some(),
                other => return Err(A::Error::unknown_field(other, &FIELDS)),
            };
            if twice {
                return Err(A::Error::custom(format_args!(
                    "the field {field} appears twice"
                )));
            }
        }
        let amount = amount.ok_or_else(|| A::Error::missing_field("amount"))?;
        let currency = currency.ok_or_else(|| A::Error::missing_field("currency"))?;
        Ok(Money::new(amount, currency))
    }
}

/// The amount of an object: a whole number, or a string with a decimal point.
struct Amount(Decimal);

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Amount;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number, or a decimal in quotes")
            }
            fn visit_i64<E>(self, number: i64) -> Result<Amount, E> {
                Ok(Amount(number.into()))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Amount, E> {
                Ok(Amount(number.into()))
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Amount, E> {
                plain(text).map(Amount).map_err(E::custom)
            }
        }
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(Number)
        } else {
            deserializer.deserialize_str(Number)
        }
    }
}

/// Digits with a point before their decimals.
fn plain(text: &str) -> Result<Decimal, String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let all = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !all(whole) || !all(part) {
        return Err(format!(
            "expected digits with a point before decimals, found \"{text}\""
        ));
    }
    if part.len() == 3 && whole.len() <= 3 && !whole.starts_with('0') {
        return Err(format!(
            "\"{text}\" may be a thousand times as much: write \"{whole}{part}\" or \"{whole}.{part}0\""
        ));
    }
    Decimal::from_str_exact(text).map_err(|_| format!("\"{text}\" is beyond 28 exact digits"))
}

/// Writes money as a text, for `#[serde(with = "tinh_figures::money_as_text")]`; it
/// is read back, as is everything [`Money`]'s own implementation reads.
///
/// ```
/// use rust_decimal::dec;
/// use tinh_figures::Money;
///
/// #[derive(serde::Serialize, serde::Deserialize)]
/// struct Project {
///     #[serde(with = "tinh_figures::money_as_text")]
///     capital: Money,
/// }
/// # fn main() -> Result<(), serde_json::Error> {
/// let project: Project = serde_json::from_str(r#"{"capital":"14,65 tỷ USD"}"#)?;
/// assert_eq!(project.capital.amount(), dec!(14_650_000_000));
/// assert_eq!(serde_json::to_string(&project)?, r#"{"capital":"14.650.000.000 USD"}"#);
///
/// let object: Project = serde_json::from_str(r#"{"capital":{"amount":2500,"currency":"USD"}}"#)?;
/// assert_eq!(object.capital.amount(), dec!(2500));
/// let doubt = serde_json::from_str::<Project>(r#"{"capital":{"amount":"1.000","currency":"USD"}}"#);
/// assert!(doubt.is_err_and(|e| e.to_string().starts_with("\"1.000\" may be a thousand times as much")));
/// # Ok(()) }
/// ```
pub mod money_as_text {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::money::Money;

    /// Writes the amount in digits and the code.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(money: &Money, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(money)
    }

    /// Reads a text, or an object with amount and currency.
    ///
    /// # Errors
    /// The user's text quoted, with what is wrong with it.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Money, D::Error> {
        Money::deserialize(deserializer)
    }
}
