//! The bounds of a number, or of a sum of numbers: a nominal value between
//! two ends.

use std::cmp::Ordering;
use std::ops::Bound;

use rust_decimal::Decimal;

use crate::language::Language;
use crate::qualifier::Qualifier;

/// The bounds of a number: its nominal value, and the ends it is between.
///
/// The one place where open, excluded, almost reached and unknown ends are
/// merged, over any integer: `Decimal`, `i64`, `i128`, a wide sum of the
/// caller's. Nothing known of a part is lost in a sum: *about 10* and *more
/// than 5* are about 15, and more than 5 as soon as the first
/// [cannot be negative](Self::at_least).
///
/// ```
/// # fn main() -> Result<(), tinh_figures::Error> {
/// use rust_decimal::{Decimal, dec};
/// use tinh_figures::{Bounds, Figure, Language, Qualifier};
///
/// let about = Bounds::from("khoảng 10".parse::<Figure>()?).at_least(Decimal::ZERO);
/// let more = Bounds::from("trên 5".parse::<Figure>()?);
/// let sum = about.plus(&more, |a, b| a.checked_add(b)).expect("it fits");
/// assert_eq!(sum.nominal(), Some(dec!(15)));
/// assert_eq!(sum.lower(), Some(dec!(5)));
/// assert_eq!(sum.qualifier(), Qualifier::About);
/// assert_eq!(sum.in_language(Language::Vietnamese), "khoảng 15 (hơn 5)");
/// assert_eq!(sum.in_language(Language::English), "about 15 (more than 5)");
/// # Ok(()) }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bounds<N> {
    nominal: Option<N>,
    lower: Bound<N>,
    upper: Bound<N>,
    /// Whether an excluded upper end was said to be nearly reached (*gần*).
    almost: bool,
}

impl<N: Copy> Bounds<N> {
    /// A nominal value, where there is one, between two ends.
    #[must_use]
    pub const fn new(nominal: Option<N>, lower: Bound<N>, upper: Bound<N>) -> Self {
        Self {
            nominal,
            lower,
            upper,
            almost: false,
        }
    }

    /// A value known exactly.
    #[must_use]
    pub const fn exact(value: N) -> Self {
        Self::new(Some(value), Bound::Included(value), Bound::Included(value))
    }

    /// The same, its excluded upper end said to be nearly reached (*gần*), or
    /// not. Another end cannot be: the call then changes nothing.
    #[must_use]
    pub const fn nearly_reached(mut self, almost: bool) -> Self {
        self.almost = almost && matches!(self.upper, Bound::Excluded(_));
        self
    }

    /// The nominal value; `None` of a range and of an order of magnitude.
    #[must_use]
    pub const fn nominal(&self) -> Option<N> {
        self.nominal
    }

    /// Both ends.
    #[must_use]
    pub const fn ends(&self) -> (Bound<N>, Bound<N>) {
        (self.lower, self.upper)
    }

    /// The number at the lower end, where it is not open.
    #[must_use]
    pub const fn lower(&self) -> Option<N> {
        finite(self.lower)
    }

    /// The number at the upper end, where it is not open.
    #[must_use]
    pub const fn upper(&self) -> Option<N> {
        finite(self.upper)
    }

    /// Whether the upper end is excluded and was said to be nearly reached.
    #[must_use]
    pub const fn is_nearly_reached(&self) -> bool {
        self.almost
    }

    /// The sum of both: values and ends are added by `add`, an end is as open
    /// as the more open of the two, and it is nearly reached only where every
    /// excluded part of it is. `None` where `add` has no result.
    ///
    /// Any order of parts gives the same sum, if `add` has that property.
    #[must_use]
    pub fn plus(&self, other: &Self, add: impl Fn(N, N) -> Option<N>) -> Option<Self> {
        let end = |a: Bound<N>, b: Bound<N>| {
            Some(match (a, b) {
                (Bound::Unbounded, _) | (_, Bound::Unbounded) => Bound::Unbounded,
                (Bound::Included(a), Bound::Included(b)) => Bound::Included(add(a, b)?),
                (
                    Bound::Included(a) | Bound::Excluded(a),
                    Bound::Included(b) | Bound::Excluded(b),
                ) => Bound::Excluded(add(a, b)?),
            })
        };
        let nominal = match (self.nominal, other.nominal) {
            (Some(a), Some(b)) => Some(add(a, b)?),
            _ => None,
        };
        let only_below = |part: &Self| matches!(part.upper, Bound::Excluded(_)) && !part.almost;
        let almost = (self.almost || other.almost) && !only_below(self) && !only_below(other);
        Some(
            Self::new(
                nominal,
                end(self.lower, other.lower)?,
                end(self.upper, other.upper)?,
            )
            .nearly_reached(almost),
        )
    }

    /// The same in another number type or unit. `f` keeps the order of
    /// numbers; it is told the side an end is rounded to: down for the lower
    /// end, up for the upper, to the nearest for the nominal value.
    ///
    /// # Errors
    /// The first error of `f`.
    pub fn try_map<M: Copy, E>(
        &self,
        f: impl Fn(N, Ordering) -> Result<M, E>,
    ) -> Result<Bounds<M>, E> {
        let end = |bound, side| {
            Ok(match bound {
                Bound::Included(at) => Bound::Included(f(at, side)?),
                Bound::Excluded(at) => Bound::Excluded(f(at, side)?),
                Bound::Unbounded => Bound::Unbounded,
            })
        };
        let nominal = self.nominal.map(|at| f(at, Ordering::Equal)).transpose()?;
        let (lower, upper) = (
            end(self.lower, Ordering::Less)?,
            end(self.upper, Ordering::Greater)?,
        );
        Ok(Bounds::new(nominal, lower, upper).nearly_reached(self.almost))
    }
}

impl<N: Copy + PartialOrd + Default> Bounds<N> {
    /// The same, known to be at least `floor`: a stock or a count cannot be
    /// negative. A lower end above it stays.
    #[must_use]
    pub fn at_least(mut self, floor: N) -> Self {
        if finite(self.lower).is_none_or(|at| at < floor) {
            self.lower = Bound::Included(floor);
        }
        self
    }

    /// Whether some number is within both: whether two statements can both be
    /// true.
    ///
    /// ```
    /// # fn main() -> Result<(), tinh_figures::Error> {
    /// use tinh_figures::{Bounds, Figure};
    /// let known = |text: &str| text.parse::<Figure>().map(Bounds::from);
    /// assert!(known("gần 400")?.meets(&known("392,5")?));
    /// assert!(!known("gần 400")?.meets(&known("400")?));
    /// # Ok(()) }
    /// ```
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        let is_below = |upper: Bound<N>, lower: Bound<N>| match (upper, lower) {
            (Bound::Included(high), Bound::Included(low)) => high < low,
            (
                Bound::Included(high) | Bound::Excluded(high),
                Bound::Included(low) | Bound::Excluded(low),
            ) => high <= low,
            _ => false,
        };
        !is_below(self.upper, other.lower) && !is_below(other.upper, self.lower)
    }

    /// The qualifier of the nominal value.
    ///
    /// | known | qualifier |
    /// |---|---|
    /// | both ends at one value, included | exact |
    /// | an upper end nearly reached | almost |
    /// | only a lower end, at the nominal value or without one | more than, at least |
    /// | only an upper end, at the nominal value or without one | less than, at most |
    /// | both ends | range |
    /// | a nominal value above its lower end, no upper one | about |
    ///
    /// A lower end of zero is not worded: it says only that the number is not negative.
    #[must_use]
    pub fn qualifier(&self) -> Qualifier {
        use Bound::{Excluded, Included, Unbounded};
        let told_lower = match self.lower {
            Included(at) if at == N::default() && self.nominal != Some(at) => Unbounded,
            lower => lower,
        };
        let is_nominal = |at: N| self.nominal.is_none_or(|nominal| nominal == at);
        match (self.nominal, told_lower, self.upper) {
            (Some(_), Included(low), Included(high)) if low == high => Qualifier::Exact,
            (_, Unbounded, Excluded(_)) if self.almost => Qualifier::Almost,
            (Some(at), _, Excluded(high)) if self.almost && at == high => Qualifier::Almost,
            (None, Unbounded, Included(_) | Excluded(_)) if finite(self.lower).is_some() => {
                Qualifier::Range
            }
            (_, Unbounded, Excluded(_)) => Qualifier::LessThan,
            (_, Unbounded, Included(_)) => Qualifier::AtMost,
            (_, Included(_) | Excluded(_), Included(_) | Excluded(_)) => Qualifier::Range,
            (_, Excluded(at), Unbounded) if is_nominal(at) => Qualifier::MoreThan,
            (_, Included(at), Unbounded) if is_nominal(at) => Qualifier::AtLeast,
            (Some(_), _, Unbounded) => Qualifier::About,
            (None, _, Unbounded) => Qualifier::Indefinite,
        }
    }

    /// The number that goes with the qualifier: the end of *more than* and the
    /// like, otherwise the nominal value.
    #[must_use]
    pub fn stated(&self) -> Option<N> {
        match self.qualifier() {
            Qualifier::MoreThan | Qualifier::AtLeast => self.lower(),
            Qualifier::Almost | Qualifier::LessThan | Qualifier::AtMost => self.upper(),
            _ => self.nominal,
        }
    }

    /// Qualifier and number in a wording: `hơn 24,5`, `> 24,5`, `5 – 15`,
    /// `khoảng 15 (hơn 5)`. `number` writes a number and is told the side to
    /// round to, as in [`try_map`](Self::try_map).
    #[must_use]
    pub fn worded(&self, wording: Wording, number: impl Fn(N, Ordering) -> String) -> String {
        let qualifier = self.qualifier();
        let side = match qualifier {
            Qualifier::MoreThan | Qualifier::AtLeast => Ordering::Less,
            Qualifier::Almost | Qualifier::LessThan | Qualifier::AtMost => Ordering::Greater,
            _ => Ordering::Equal,
        };
        if let (Qualifier::Range, Some(low), Some(high)) = (qualifier, self.lower(), self.upper()) {
            let (before, between) = wording.range();
            let (low, high) = (number(low, Ordering::Less), number(high, Ordering::Greater));
            return format!("{before}{low}{between}{high}");
        }
        let Some(stated) = self.stated() else {
            return wording.unknown().to_owned();
        };
        let mut text = format!("{}{}", wording.before(qualifier), number(stated, side));
        // What else is known of *about*: more than nothing is not worth a word.
        let aside = match (qualifier, self.lower) {
            (Qualifier::About, Bound::Excluded(low)) => Some((Qualifier::MoreThan, low)),
            (Qualifier::About, Bound::Included(low)) if low != N::default() => {
                Some((Qualifier::AtLeast, low))
            }
            _ => None,
        };
        if let Some((qualifier, low)) = aside {
            let low = number(low, Ordering::Less);
            text.push_str(&format!(" ({}{low})", wording.before(qualifier)));
        }
        text
    }
}

impl Bounds<Decimal> {
    /// Qualifier and number in a language, in its digits.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        self.worded(Wording::Words(language), |value, _| {
            crate::digits(value)
                .convention(language.convention())
                .to_string()
        })
    }
}

impl<N: Copy + Default> Default for Bounds<N> {
    /// Exactly zero: the sum of nothing.
    fn default() -> Self {
        Self::exact(N::default())
    }
}

/// How a qualifier is written before its number.
///
/// ```
/// use tinh_figures::{Language, Qualifier, Wording};
/// assert_eq!(Wording::Words(Language::Vietnamese).before(Qualifier::MoreThan), "hơn ");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Wording {
    /// In words: `hơn `, `more than `.
    Words(Language),
    /// In signs, for tables: `> `, `≥ `, `≈ `.
    Signs,
}

impl Wording {
    /// The words before the number; empty before an exact one.
    #[must_use]
    pub const fn before(self, qualifier: Qualifier) -> &'static str {
        let [vietnamese, english, sign] = match qualifier {
            Qualifier::Exact | Qualifier::Range | Qualifier::Indefinite => ["", "", ""],
            Qualifier::About => ["khoảng ", "about ", "≈ "],
            Qualifier::MoreThan => ["hơn ", "more than ", "> "],
            Qualifier::AtLeast => ["ít nhất ", "at least ", "≥ "],
            Qualifier::Almost => ["gần ", "almost ", "< "],
            Qualifier::LessThan => ["dưới ", "less than ", "< "],
            Qualifier::AtMost => ["không quá ", "at most ", "≤ "],
        };
        self.pick(vietnamese, english, sign)
    }

    /// The words before and between the two ends of a range.
    const fn range(self) -> (&'static str, &'static str) {
        (self.pick("từ ", "", ""), self.pick(" đến ", " to ", " – "))
    }

    const fn unknown(self) -> &'static str {
        self.pick("không rõ", "unknown", "?")
    }

    const fn pick(
        self,
        vietnamese: &'static str,
        english: &'static str,
        sign: &'static str,
    ) -> &'static str {
        match self {
            Self::Words(Language::Vietnamese) => vietnamese,
            Self::Words(Language::English) => english,
            Self::Signs => sign,
        }
    }
}

const fn finite<N: Copy>(bound: Bound<N>) -> Option<N> {
    match bound {
        Bound::Included(at) | Bound::Excluded(at) => Some(at),
        Bound::Unbounded => None,
    }
}
