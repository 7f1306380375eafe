//! Definitions of measures: rows of the table, and declarations of the same
//! form.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use tinh_figures::Language;

use super::{Basis, CapitalKind, Measure, PriceBasis};
use crate::coded::coded;
use crate::error::{Error, ErrorKind, Rule};
use crate::fold::fold;

coded! {
    /// The unit the level of a measure is stated in.
    MeasureUnit {
        /// Money of some currency.
        Money = "money",
        /// A whole number of something.
        Count = "count",
        /// A quantity in the unit that its nouns name: hectares, kilometres.
        Extent = "extent",
        /// Percent, times, a rank or a score: never summed.
        Ratio = "ratio",
    }
}

coded! {
    /// Whether the level of a measure is held at a date or accumulates over a
    /// period.
    Nature {
        /// Held at a date: partners, population.
        Stock = "stock",
        /// Accumulates over a period: exports, revenue, product.
        Flow = "flow",
        /// Reported both ways, and the time of the claim says which: registered
        /// capital is a stock in force and a flow of the year.
        Either = "either",
    }
}

/// The definition of a measure: its code, unit, nature, whether it adds, and
/// its names.
///
/// The built-in ones are the rows of `data/measures.tsv`; a dataset
/// [declares](crate::Dataset::declare_measure) its own in the same form, and
/// they obey the same rules.
///
/// ```
/// use tinh_model::{Dataset, MeasureDefinition, Nature, MeasureUnit};
/// let mut data = Dataset::new();
/// let rice = data.declare_measure(
///     MeasureDefinition::new("rice-output", MeasureUnit::Extent, Nature::Flow)
///         .named("sản lượng lúa", "rice output")
///         .counting(["tấn"]),
/// )?;
/// assert!(rice.is_additive());
/// assert_eq!(data.measures().parse("rice-output:growth")?.code(), "rice-output");
/// # Ok::<(), tinh_model::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeasureDefinition {
    /// The place of a built-in one in the table; the last of all where
    /// declared.
    #[serde(skip, default = "declared")]
    pub(super) position: u16,
    code: Cow<'static, str>,
    unit: MeasureUnit,
    nature: Nature,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    adds: bool,
    #[serde(default, skip_serializing_if = "is_no")]
    signed: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    capital: Option<CapitalKind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stage: Option<Basis>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    prices: Option<PriceBasis>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    part_of: Cow<'static, str>,
    /// With `|` between them.
    #[serde(default, skip_serializing_if = "str::is_empty", with = "nouns")]
    nouns: Cow<'static, str>,
    #[serde(default, rename = "name", skip_serializing_if = "str::is_empty")]
    vi: Cow<'static, str>,
    #[serde(default, rename = "name_en", skip_serializing_if = "str::is_empty")]
    en: Cow<'static, str>,
    #[serde(default, skip_serializing_if = "str::is_empty")]
    defined_in: Cow<'static, str>,
}

const fn declared() -> u16 {
    u16::MAX
}

const fn yes() -> bool {
    true
}

// serde hands fields over by reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
const fn is_yes(value: &bool) -> bool {
    *value
}

#[allow(clippy::trivially_copy_pass_by_ref)]
const fn is_no(value: &bool) -> bool {
    !*value
}

/// Nouns as an array of strings.
mod nouns {
    use std::borrow::Cow;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(nouns: &str, serializer: S) -> Result<S::Ok, S::Error> {
        nouns.split('|').collect::<Vec<_>>().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Cow<'static, str>, D::Error> {
        Vec::<String>::deserialize(deserializer).map(|nouns| Cow::Owned(nouns.join("|")))
    }
}

/// A row of the table, as it is generated.
pub(super) struct BuiltIn {
    pub(super) position: u16,
    pub(super) code: &'static str,
    pub(super) capital: Option<CapitalKind>,
    pub(super) stage: Option<Basis>,
    pub(super) prices: Option<PriceBasis>,
    pub(super) unit: MeasureUnit,
    pub(super) nature: Nature,
    pub(super) adds: bool,
    pub(super) signed: bool,
    pub(super) part_of: &'static str,
    pub(super) nouns: &'static str,
    pub(super) vi: &'static str,
    pub(super) en: &'static str,
    pub(super) source: &'static str,
}

impl BuiltIn {
    pub(super) const fn definition(self) -> MeasureDefinition {
        MeasureDefinition {
            position: self.position,
            code: Cow::Borrowed(self.code),
            unit: self.unit,
            nature: self.nature,
            adds: self.adds,
            signed: self.signed,
            capital: self.capital,
            stage: self.stage,
            prices: self.prices,
            part_of: Cow::Borrowed(self.part_of),
            nouns: Cow::Borrowed(self.nouns),
            vi: Cow::Borrowed(self.vi),
            en: Cow::Borrowed(self.en),
            defined_in: Cow::Borrowed(self.source),
        }
    }
}

impl MeasureDefinition {
    /// A measure of a code, in a unit, held or accumulated. It adds up over
    /// disjoint places, unless it is a [ratio](MeasureUnit::Ratio).
    #[must_use]
    pub fn new(code: impl Into<String>, unit: MeasureUnit, nature: Nature) -> Self {
        Self {
            position: declared(),
            code: Cow::Owned(code.into()),
            unit,
            nature,
            adds: true,
            signed: false,
            capital: None,
            stage: None,
            prices: None,
            part_of: Cow::Borrowed(""),
            nouns: Cow::Borrowed(""),
            vi: Cow::Borrowed(""),
            en: Cow::Borrowed(""),
            defined_in: Cow::Borrowed(""),
        }
    }

    /// The same, with its names in Vietnamese and in English.
    #[must_use]
    pub fn named(mut self, vietnamese: impl Into<String>, english: impl Into<String>) -> Self {
        self.vi = Cow::Owned(vietnamese.into());
        self.en = Cow::Owned(english.into());
        self
    }

    /// The same, not added up over places: an average, a number of countries.
    #[must_use]
    pub fn not_additive(mut self) -> Self {
        self.adds = false;
        self
    }

    /// The same, with flows that may be negative: a balance.
    #[must_use]
    pub fn signed(mut self) -> Self {
        self.signed = true;
        self
    }

    /// The same, contained in the measure of another code.
    #[must_use]
    pub fn part_of(mut self, code: impl Into<String>) -> Self {
        self.part_of = Cow::Owned(code.into());
        self
    }

    /// The same, of capital of a kind, at a stage where it is money.
    #[must_use]
    pub fn of_capital(mut self, kind: CapitalKind, stage: Option<Basis>) -> Self {
        self.capital = Some(kind);
        self.stage = stage;
        self
    }

    /// The same, with the nouns a printed figure of it may have (`tấn`).
    #[must_use]
    pub fn counting<'a>(mut self, nouns: impl IntoIterator<Item = &'a str>) -> Self {
        let nouns: Vec<&str> = nouns.into_iter().collect();
        self.nouns = Cow::Owned(nouns.join("|"));
        self
    }

    /// The same, with where its definition can be read.
    #[must_use]
    pub fn defined_in(mut self, source: impl Into<String>) -> Self {
        self.defined_in = Cow::Owned(source.into());
        self
    }

    /// Its code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The unit of its level.
    #[must_use]
    pub const fn unit(&self) -> MeasureUnit {
        self.unit
    }

    /// Whether its level is a stock, a flow, or either.
    #[must_use]
    pub const fn nature(&self) -> Nature {
        self.nature
    }

    /// Whether the values of disjoint places add up to that of their union.
    /// Ranks, rates, shares and scores do not; nor do counts of countries,
    /// localities or organisations, since the same one may be the partner of
    /// several provinces.
    #[must_use]
    pub const fn is_additive(&self) -> bool {
        self.adds && !matches!(self.unit, MeasureUnit::Ratio)
    }

    /// Whether a flow of it may be negative. A stock never is.
    #[must_use]
    pub const fn is_signed(&self) -> bool {
        self.signed
    }

    /// Whose money it is, or whose projects are counted.
    #[must_use]
    pub const fn capital_kind(&self) -> Option<CapitalKind> {
        self.capital
    }

    /// At which stage money is counted.
    #[must_use]
    pub const fn basis(&self) -> Option<Basis> {
        self.stage
    }

    /// At which prices output is valued.
    #[must_use]
    pub const fn price_basis(&self) -> Option<PriceBasis> {
        self.prices
    }

    /// The code of the measure that contains it: new registrations are part
    /// of all registered.
    #[must_use]
    pub fn whole(&self) -> Option<&str> {
        Some(self.part_of.as_ref()).filter(|code| !code.is_empty())
    }

    /// The words the noun of a printed figure may begin with; none where any noun
    /// may stand.
    pub fn nouns(&self) -> impl Iterator<Item = &str> {
        self.nouns.split('|').filter(|noun| !noun.is_empty())
    }

    /// Whether a printed noun says that something else was measured: for a
    /// quantity in units, any noun but its own; for a count, the noun of
    /// another measure. Of a rate or an amount of money the noun says nothing.
    pub(crate) fn denies_noun(&self, noun: &str) -> bool {
        let begins = |nouns: &str, folded: &str| {
            let mut nouns = nouns.split('|').filter(|noun| !noun.is_empty());
            nouns.any(|own| {
                let rest = folded.strip_prefix(fold(own).as_str());
                rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            })
        };
        if self.nouns.is_empty() || !matches!(self.unit, MeasureUnit::Count | MeasureUnit::Extent) {
            return false;
        }
        // Nearly every noun is written as the table has it.
        if self.nouns().any(|own| own == noun) {
            return false;
        }
        let folded = fold(noun);
        !begins(&self.nouns, &folded)
            && (self.unit == MeasureUnit::Extent
                || Measure::all().any(|other| begins(&other.definition().nouns, &folded)))
    }

    /// Its name in a language: in the other one, or its code, where it has
    /// none.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        let (first, second) = language.choose((&self.vi, &self.en), (&self.en, &self.vi));
        [first, second, &self.code]
            .into_iter()
            .find(|name| !name.is_empty())
            .map_or("", |name| name.as_ref())
    }

    /// Where its definition can be read.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.defined_in
    }

    /// What a declaration has to observe.
    pub(super) fn check(&self) -> Result<(), Error> {
        let rule = |rule, field| Err(Error::new(ErrorKind::Rule(rule), &self.code).in_field(field));
        let is_code = |code: &str| {
            !code.is_empty()
                && code.split('.').count() <= 2
                && code.split('.').all(|part| {
                    let is_inner =
                        |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
                    part.bytes().all(is_inner) && part.starts_with(|c: char| c.is_ascii_lowercase())
                })
        };
        if self.code.len() > LONGEST_CODE || !is_code(&self.code) {
            return rule(Rule::CodeLetters, "code");
        }
        if self.stage.is_some() && (self.capital.is_none() || self.unit != MeasureUnit::Money) {
            return rule(Rule::StageOfCapital, "stage");
        }
        if self.prices.is_some() && self.unit != MeasureUnit::Money {
            return rule(Rule::PricesOfMoney, "prices");
        }
        if self.part_of == self.code {
            return rule(Rule::PartOfItself, "part_of");
        }
        Ok(())
    }
}

/// The longest code, in bytes.
pub(super) const LONGEST_CODE: usize = 64;
