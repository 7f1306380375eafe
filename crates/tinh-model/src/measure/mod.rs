//! Measures, which decide what a figure may be added to.
//!
//! A [`Measure`] is a [`MeasureDefinition`] (what is counted) and an
//! [`Expression`] (how it is stated: a level, a growth rate, a share, a rank).
//! Only levels of one definition add, and of those only the
//! [additive](Measure::is_additive) ones: the partner countries of two
//! provinces are a union, not a sum.
//!
//! The built-in definitions are rows of `data/measures.tsv`.

mod definition;
#[rustfmt::skip]
mod table;
mod words;

pub use definition::{MeasureDefinition, MeasureUnit, Nature};
pub use table::measures;
pub use words::{Basis, CapitalKind, PriceBasis};

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;
use std::sync::Arc;

use tinh_figures::Language;

use crate::coded::coded;
use crate::error::{Error, ErrorKind, Taken};
use crate::serde_text::string_serde;
use definition::LONGEST_CODE;

coded! {
    /// How a measure is stated.
    Expression {
        /// The amount itself.
        Level = "level",
        /// Change on a base in percent (*tăng 18,8 %*).
        Growth = "growth",
        /// Ratio to a base in percent (*bằng 63,6 % cùng kỳ* is a fall).
        Ratio = "ratio",
        /// Ratio to a base in times (*gấp 10,2 lần*).
        Multiple = "multiple",
        /// Ratio to the plan in percent (*đạt 79,3 % dự toán*).
        PlanCompletion = "plan-completion",
        /// Part of a whole in percent (*chiếm 45,3 %*).
        Share = "share",
        /// Place in an order (*đứng thứ 8*).
        Rank = "rank",
        /// A bound on the place in an order (*lọt top 20*).
        RankAtMost = "rank-at-most",
    }
}

impl Expression {
    /// Whether it is measured against a base: another period, or the plan.
    #[must_use]
    pub const fn has_base(self) -> bool {
        matches!(
            self,
            Self::Growth | Self::Ratio | Self::Multiple | Self::PlanCompletion
        )
    }
}

/// Where a definition is kept. A declared one is shared by all who name it.
#[derive(Clone)]
enum Kept {
    BuiltIn(&'static MeasureDefinition),
    Declared(Arc<MeasureDefinition>),
}

/// The measure of a figure.
///
/// Measures are equal, ordered and hashed by their codes; the built-in ones
/// are ordered as their table is.
///
/// ```
/// use tinh_model::{Measure, measures};
/// let registered: Measure = "fdi.registered".parse()?;
/// assert_eq!(registered, measures::FDI_REGISTERED);
///
/// // What was registered and what was implemented are different measures.
/// assert_ne!(registered, measures::FDI_IMPLEMENTED);
/// assert!(registered.is_additive());
/// assert!(!measures::INVESTOR_COUNTRIES.is_additive());
///
/// let error = "fdi.registred".parse::<Measure>().unwrap_err();
/// assert!(error.to_string().starts_with(
///     "unknown measure \"fdi.registred\", the nearest are fdi.registered, "));
/// # Ok::<(), tinh_model::Error>(())
/// ```
#[derive(Clone)]
pub struct Measure {
    kept: Kept,
    expression: Expression,
}

impl Measure {
    const fn built_in(definition: &'static MeasureDefinition) -> Self {
        Self {
            kept: Kept::BuiltIn(definition),
            expression: Expression::Level,
        }
    }

    /// The levels of the built-in measures, in the order of their table.
    ///
    /// ```
    /// use tinh_model::Measure;
    /// assert!(Measure::all().any(|measure| measure.code() == "tourism-revenue"));
    /// ```
    pub fn all() -> impl ExactSizeIterator<Item = &'static Self> + DoubleEndedIterator {
        table::LEVELS.iter()
    }

    /// The level of a built-in measure.
    fn of_code(code: &str) -> Option<&'static Self> {
        let level = |at: u16| table::LEVELS.get(usize::from(at));
        let place = table::BY_CODE
            .binary_search_by(|&at| level(at).map_or("", Self::code).cmp(code))
            .ok()?;
        level(*table::BY_CODE.get(place)?)
    }

    /// The level of capital of a kind at a stage; `None` where the table has
    /// none: nothing counts the share purchases of aid in money of its own
    /// twice.
    ///
    /// ```
    /// use tinh_model::{Basis, CapitalKind, Measure, measures};
    /// let registered = Measure::capital(CapitalKind::FDI, Basis::REGISTERED);
    /// assert_eq!(registered, Some(&measures::FDI_REGISTERED));
    /// assert_eq!(Measure::capital(CapitalKind::ODA, Basis::CALLED), None);
    /// ```
    #[must_use]
    pub fn capital(kind: CapitalKind, stage: Basis) -> Option<&'static Self> {
        Self::all().find(|m| m.capital_kind() == Some(kind) && m.basis() == Some(stage))
    }

    /// The number of projects of a kind of capital.
    ///
    /// ```
    /// use tinh_model::{CapitalKind, Measure, measures};
    /// assert_eq!(Measure::projects(CapitalKind::FDI), Some(&measures::FDI_PROJECTS));
    /// ```
    #[must_use]
    pub fn projects(kind: CapitalKind) -> Option<&'static Self> {
        let is_it = |m: &&Self| {
            m.capital_kind() == Some(kind)
                && m.code().strip_prefix(kind.code()) == Some(".projects")
        };
        Self::all().find(is_it)
    }

    /// The thing counted or valued.
    #[must_use]
    pub fn definition(&self) -> &MeasureDefinition {
        match &self.kept {
            Kept::BuiltIn(definition) => definition,
            Kept::Declared(definition) => definition,
        }
    }

    /// Whether a dataset declared it, rather than this crate.
    #[must_use]
    pub const fn is_declared(&self) -> bool {
        matches!(self.kept, Kept::Declared(_))
    }

    /// The code of what is counted or valued: `fdi.registered`, whatever the
    /// [expression](Self::expression). The whole code is the `Display` text.
    #[must_use]
    pub fn code(&self) -> &str {
        self.definition().code()
    }

    /// How it is stated.
    #[must_use]
    pub const fn expression(&self) -> Expression {
        self.expression
    }

    /// The same indicator stated in another way.
    #[must_use]
    pub fn stated_as(&self, expression: Expression) -> Self {
        Self {
            kept: self.kept.clone(),
            expression,
        }
    }

    /// Whether the other measures the same, however it is stated.
    ///
    /// ```
    /// use tinh_model::{Expression, measures};
    /// let growth = measures::EXPORTS.stated_as(Expression::Growth);
    /// assert!(growth.is_of(&measures::EXPORTS) && growth != measures::EXPORTS);
    /// ```
    #[must_use]
    pub fn is_of(&self, other: &Self) -> bool {
        self.key() == other.key()
    }

    /// Whether it is the amount itself.
    #[must_use]
    pub fn is_level(&self) -> bool {
        self.expression == Expression::Level
    }

    /// The unit its figures are stated in.
    #[must_use]
    pub fn unit(&self) -> MeasureUnit {
        if self.is_level() {
            self.definition().unit()
        } else {
            MeasureUnit::Ratio
        }
    }

    /// Whether its figures are stocks, flows, or either.
    ///
    /// ```
    /// use tinh_model::{Nature, measures};
    /// assert_eq!(measures::EXPORTS.nature(), Nature::Flow);
    /// assert_eq!(measures::TRADE_PARTNERS.nature(), Nature::Stock);
    /// assert_eq!(measures::FDI_REGISTERED.nature(), Nature::Either);
    /// ```
    #[must_use]
    pub fn nature(&self) -> Nature {
        if self.is_level() {
            self.definition().nature()
        } else {
            Nature::Either
        }
    }

    /// Whether values of disjoint territories add up to the value of their
    /// union.
    #[must_use]
    pub fn is_additive(&self) -> bool {
        self.is_level() && self.definition().is_additive()
    }

    /// Whose money it is, or whose projects are counted.
    #[must_use]
    pub fn capital_kind(&self) -> Option<CapitalKind> {
        self.definition().capital_kind()
    }

    /// At which stage money is counted.
    #[must_use]
    pub fn basis(&self) -> Option<Basis> {
        self.definition().basis()
    }

    /// At which prices output is valued.
    #[must_use]
    pub fn price_basis(&self) -> Option<PriceBasis> {
        self.definition().price_basis()
    }

    /// Its name in a language, with how it is stated where it is not
    /// a level.
    ///
    /// ```
    /// use tinh_model::measures;
    /// use tinh_model::tinh_figures::Language;
    /// assert_eq!(measures::EXPORTS.name(Language::Vietnamese), "kim ngạch xuất khẩu");
    /// ```
    #[must_use]
    pub fn name(&self, language: Language) -> String {
        let name = self.definition().name(language);
        let Some(stated) = stated(self.expression, language) else {
            return name.to_owned();
        };
        format!("{name}, {stated}")
    }

    fn key(&self) -> (u16, &str) {
        let definition = self.definition();
        (definition.position, definition.code())
    }
}

/// How a measure is stated, in words.
fn stated(expression: Expression, language: Language) -> Option<&'static str> {
    let (vietnamese, english) = match expression {
        Expression::Level => return None,
        Expression::Growth => ("tốc độ tăng", "growth"),
        Expression::Ratio => ("so với kỳ gốc", "ratio to the base"),
        Expression::Multiple => ("gấp mấy lần", "multiple of the base"),
        Expression::PlanCompletion => ("so với kế hoạch", "completion of the plan"),
        Expression::Share => ("tỷ trọng", "share"),
        Expression::Rank => ("thứ hạng", "rank"),
        Expression::RankAtMost => ("thứ hạng cao nhất là", "rank at most"),
    };
    Some(language.choose(vietnamese, english))
}

impl PartialEq for Measure {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Measure {}

impl PartialOrd for Measure {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Measure {
    fn cmp(&self, other: &Self) -> Ordering {
        let (own, others) = (self.definition().position, other.definition().position);
        own.cmp(&others)
            // One place in the table is one code: only declared ones share theirs.
            .then_with(|| match (&self.kept, &other.kept) {
                (Kept::Declared(a), Kept::Declared(b)) => a.code().cmp(b.code()),
                _ => Ordering::Equal,
            })
            .then(self.expression.cmp(&other.expression))
    }
}

impl Hash for Measure {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.definition().position.hash(state);
        if let Kept::Declared(definition) = &self.kept {
            definition.code().hash(state);
        }
        self.expression.hash(state);
    }
}

impl fmt::Debug for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Measure({self})")
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())?;
        match self.expression {
            Expression::Level => Ok(()),
            expression => write!(f, ":{expression}"),
        }
    }
}

/// Reads the code of a built-in measure, alone or with how it is stated after
/// `:`. Those of a dataset are read by [`Measures::parse`].
impl FromStr for Measure {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Measures::default().parse(text)
    }
}

string_serde!(Measure, crate::words::A_MEASURE);

/// The measures a dataset knows: the built-in ones and those it declares.
///
/// ```
/// use tinh_model::{MeasureDefinition, Measures, Nature, MeasureUnit};
/// let mut measures = Measures::default();
/// let rice = MeasureDefinition::new("rice-output", MeasureUnit::Extent, Nature::Flow);
/// measures.declare(rice.clone())?;
/// // The same again says nothing new; another of its code is refused.
/// measures.declare(rice.clone())?;
/// assert!(measures.declare(rice.not_additive()).is_err());
/// assert_eq!(measures.parse("rice-output:share")?.to_string(), "rice-output:share");
/// # Ok::<(), tinh_model::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    declared: BTreeMap<String, Arc<MeasureDefinition>>,
}

impl Measures {
    /// Declares a measure and returns its level.
    ///
    /// # Errors
    /// [`ErrorKind::Rule`] where the code is not one or the parts of the
    /// definition contradict each other; [`ErrorKind::Taken`] where the code
    /// is a built-in one, or declared otherwise.
    pub fn declare(&mut self, definition: MeasureDefinition) -> Result<Measure, Error> {
        definition.check()?;
        let code = definition.code();
        let known = self.declared.get(code);
        if Measure::of_code(code).is_some() || known.is_some_and(|k| **k != definition) {
            return Err(Error::new(ErrorKind::Taken(Taken::Measure), code));
        }
        let shared = known.cloned().unwrap_or_else(|| Arc::new(definition));
        self.declared
            .entry(shared.code().to_owned())
            .or_insert_with(|| Arc::clone(&shared));
        Ok(Measure {
            kept: Kept::Declared(shared),
            expression: Expression::Level,
        })
    }

    /// Declares what a measure made elsewhere carries with it.
    pub(crate) fn adopt(&mut self, measure: &Measure) -> Result<(), Error> {
        match &measure.kept {
            Kept::BuiltIn(_) => Ok(()),
            Kept::Declared(definition) => match self.declared.get(definition.code()) {
                Some(known) if Arc::ptr_eq(known, definition) => Ok(()),
                _ => self.declare((**definition).clone()).map(drop),
            },
        }
    }

    /// The declared measures, in the order of the codes.
    pub fn declared(&self) -> impl ExactSizeIterator<Item = &MeasureDefinition> {
        self.declared.values().map(Arc::as_ref)
    }

    /// All of them: the built-in ones in the order of their table, then those
    /// declared.
    pub fn iter(&self) -> impl Iterator<Item = &MeasureDefinition> {
        let built_in = table::LEVELS.iter().map(|level| level.definition());
        built_in.chain(self.declared())
    }

    /// The measure of a code, with how it is stated after `:`.
    ///
    /// # Errors
    /// [`ErrorKind::UnknownMeasure`] with the nearest codes;
    /// [`ErrorKind::Code`] for a way of stating that is not one.
    pub fn parse(&self, text: &str) -> Result<Measure, Error> {
        let (code, expression) = match text.split_once(':') {
            None => (text, Expression::Level),
            Some((code, expression)) => (code, expression.parse()?),
        };
        let kept = match Measure::of_code(code) {
            Some(level) => level.kept.clone(),
            None => match self.declared.get(code) {
                Some(definition) => Kept::Declared(Arc::clone(definition)),
                None => {
                    let nearest = self.nearest(code);
                    return Err(Error::new(ErrorKind::UnknownMeasure { nearest }, code));
                }
            },
        };
        Ok(Measure { kept, expression })
    }

    /// The codes that begin with the one asked for, or that a few letters turn
    /// into it, nearest first, at most three. The cost is bounded: a long text is near to none.
    fn nearest(&self, code: &str) -> Vec<String> {
        if code.is_empty() || code.len() > LONGEST_CODE {
            return Vec::new();
        }
        let mut near: Vec<(usize, &str)> = self
            .iter()
            .map(MeasureDefinition::code)
            .map(|known| match known.strip_prefix(code) {
                Some(rest) if rest.starts_with(['.', '-']) => (1, known),
                _ => (strsim::osa_distance(code, known), known),
            })
            .filter(|(distance, known)| *distance <= known.len() / 2)
            .collect();
        near.sort_by_key(|(distance, _)| *distance);
        near.into_iter()
            .take(3)
            .map(|(_, known)| known.to_owned())
            .collect()
    }
}
