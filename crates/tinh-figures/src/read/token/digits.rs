//! A token of digits and separators, and which of the two conventions it obeys.

use crate::blank::Blanks;
use crate::figure::Other;
use crate::scale::MAX;
use crate::settings::DecimalMark;

/// A maximal run of digits, with the separators inside it.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct Token {
    pub(in crate::read) end: usize,
    pub(in crate::read) mantissa: u128,
    pub(in crate::read) places: u8,
    pub(in crate::read) other: Other,
    /// Digits alone, no separator.
    pub(in crate::read) plain: bool,
    /// How many digits in all.
    pub(in crate::read) digits: usize,
    /// The first of several digits is 0.
    pub(in crate::read) zero_led: bool,
    pub(in crate::read) fault: Fault,
}

impl Token {
    /// Whether it looks like a year: four digits, no mark, 1900 to 2099.
    pub(in crate::read) fn is_year(&self) -> bool {
        self.plain && self.digits == 4 && (1900..2100).contains(&self.mantissa)
    }

    /// Whether a decimal holds the digits.
    const fn fits(&self) -> bool {
        self.mantissa <= MAX && self.places <= 28
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Fault {
    None,
    /// No convention reads the separators.
    Separators,
    /// More digits than an exact decimal holds.
    Large,
}

/// Reads the token that begins at `at`, which must be a digit. `spaces` also
/// takes a plain space as a grouping mark.
pub(in crate::read) fn token(bytes: &[u8], at: usize, mark: DecimalMark, spaces: bool) -> Token {
    token_here(bytes, at, mark, spaces)
}

/// The same within the caller's code, for the two places nearly every token is read
/// at.
#[inline(always)]
pub(in crate::read) fn token_here(
    bytes: &[u8],
    at: usize,
    mark: DecimalMark,
    spaces: bool,
) -> Token {
    let mut value: u64 = 0;
    let mut here = at;
    while let Some(d) = bytes
        .get(here)
        .map(|b| b.wrapping_sub(b'0'))
        .filter(|&d| d < 10)
    {
        if here - at == 18 {
            return long(bytes, at, mark, spaces);
        }
        value = value * 10 + u64::from(d);
        here += 1;
    }
    match bytes.get(here) {
        Some(&sep @ (b'.' | b',')) if bytes.get(here + 1).is_some_and(u8::is_ascii_digit) => {
            let whole = here - at;
            let mut after = here + 1;
            while let Some(d) = bytes
                .get(after)
                .map(|b| b.wrapping_sub(b'0'))
                .filter(|&d| d < 10)
            {
                if after - at >= 18 {
                    return long(bytes, at, mark, spaces);
                }
                value = value * 10 + u64::from(d);
                after += 1;
            }
            // One separator, as nearly always; more are counted elsewhere.
            if matches!(bytes.get(after), Some(b'.' | b','))
                && bytes.get(after + 1).is_some_and(u8::is_ascii_digit)
            {
                return long(bytes, at, mark, spaces);
            }
            let (places, other) =
                one_separator(sep, whole, after - here - 1, bytes[at] == b'0', mark);
            Token {
                end: after,
                mantissa: u128::from(value),
                places,
                other,
                plain: false,
                digits: after - at - 1,
                zero_led: bytes[at] == b'0' && whole > 1,
                fault: Fault::None,
            }
        }
        Some(0xc2 | 0xe2) if here - at <= 3 && group_space(bytes, here, false) > 0 => {
            long(bytes, at, mark, spaces)
        }
        Some(b' ') if spaces && here - at <= 3 && group_space(bytes, here, true) > 0 => {
            long(bytes, at, mark, spaces)
        }
        _ => Token {
            end: here,
            mantissa: u128::from(value),
            places: 0,
            other: Other::None,
            plain: true,
            digits: here - at,
            zero_led: bytes[at] == b'0' && here - at > 1,
            fault: Fault::None,
        },
    }
}

/// What marks mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Convention {
    /// `1.234.567,8`.
    Vietnamese,
    /// `1,234,567.8`.
    English,
}

/// The convention a run of digits and marks can only be written in, and where the
/// run ends: groups twice (`1,234,567`), or a group and then decimals.
pub(in crate::read) fn proof(bytes: &[u8], at: usize) -> (Option<Convention>, usize) {
    let run = |from: usize| {
        let rest = bytes.get(from..).unwrap_or(&[]);
        from + rest.iter().take_while(|b| b.is_ascii_digit()).count()
    };
    let mark = |end: usize| {
        let next = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        bytes
            .get(end)
            .copied()
            .filter(|b| next && matches!(b, b'.' | b','))
    };
    let mut end = run(at);
    let sound = end - at <= 3 && bytes.get(at) != Some(&b'0');
    let Some(group) = mark(end).filter(|_| sound) else {
        return (None, end);
    };
    // Groups of three under one mark, then perhaps decimals behind the other.
    let mut groups = 0;
    while mark(end) == Some(group) {
        let part = run(end + 1);
        if part - end != 4 {
            return (None, part);
        }
        groups += 1;
        end = part;
    }
    let decimals = mark(end).is_some();
    if decimals {
        end = run(end + 1);
    }
    let glued = mark(end).is_some()
        || matches!(
            bytes.get(end),
            Some(b'/' | b':' | b'-' | b'a'..=b'z' | b'A'..=b'Z')
        );
    let proof = (!glued && (groups >= 2 || decimals)).then_some(if group == b'.' {
        Convention::Vietnamese
    } else {
        Convention::English
    });
    (proof, end)
}

/// What a single dot or comma is, between `whole` digits and `part` digits: the
/// number of decimal places and whether it could be the other thing.
#[inline]
fn one_separator(
    sep: u8,
    whole: usize,
    part: usize,
    nought: bool,
    mark: DecimalMark,
) -> (u8, Other) {
    let places = u8::try_from(part).unwrap_or(u8::MAX);
    if part != 3 || whole > 3 || nought {
        return (places, Other::None);
    }
    let groups = match mark {
        DecimalMark::Comma | DecimalMark::Either => b'.',
        DecimalMark::Dot => b',',
    };
    if sep == groups {
        (0, Other::Over)
    } else {
        (places, Other::Times)
    }
}

/// The length of a space that groups: followed by exactly three digits.
fn group_space(bytes: &[u8], at: usize, plain: bool) -> usize {
    let n = Blanks::default().at(bytes, at);
    if n == 0 || n == 1 && !plain {
        return 0;
    }
    let digits = bytes
        .iter()
        .skip(at + n)
        .take(4)
        .take_while(|b| b.is_ascii_digit())
        .count();
    if digits == 3 { n } else { 0 }
}

const SPACE: u8 = b' ';

/// What was seen of the marks inside a token, without keeping a list.
struct Marks {
    count: usize,
    /// The mark before the last one, and the last one.
    group: Option<u8>,
    last: Option<u8>,
    /// All marks before the last one are one and the same.
    same: bool,
    /// All groups between marks before the last one have three digits.
    threes: bool,
    /// The digits before the first mark, and those since the last one.
    first: usize,
    len: usize,
}

impl Marks {
    const NONE: Self = Self {
        count: 0,
        group: None,
        last: None,
        same: true,
        threes: true,
        first: 0,
        len: 0,
    };

    /// The mark at `here` and its bytes, if the token goes on behind it.
    fn next(&self, bytes: &[u8], here: usize, spaces: bool) -> Option<(u8, usize)> {
        match *bytes.get(here)? {
            b @ (b'.' | b',') if bytes.get(here + 1).is_some_and(u8::is_ascii_digit) => {
                Some((b, 1))
            }
            // Spaces group before any other mark, never after one.
            b' ' | 0xc2 | 0xe2
                if self.last.is_none_or(|s| s == SPACE)
                    && (self.count > 0 && self.len == 3 || self.count == 0 && self.len <= 3) =>
            {
                Some((SPACE, group_space(bytes, here, spaces))).filter(|&(_, n)| n > 0)
            }
            _ => None,
        }
    }

    fn add(&mut self, mark: u8) {
        if self.count == 0 {
            self.first = self.len;
        } else {
            self.threes &= self.len == 3;
            self.same &= self.group.is_none() || self.group == self.last;
            self.group = self.last;
        }
        self.last = Some(mark);
        self.count += 1;
        self.len = 0;
    }

    /// What the marks make of the digits; `nought`: the first digit is 0.
    fn settle(&self, token: &mut Token, nought: bool, mark: DecimalMark) {
        let Some(last) = self.last else { return };
        if self.count == 1 {
            if last != SPACE {
                (token.places, token.other) =
                    one_separator(last, self.first, self.len, nought, mark);
            }
            return;
        }
        // The last mark groups as those before it, or is the decimal mark.
        let groups = (1..=3).contains(&self.first) && !nought && self.same && self.threes;
        if self.group == Some(last) {
            if !(groups && self.len == 3) {
                token.fault = Fault::Separators;
            }
        } else if groups && last != SPACE {
            token.places = u8::try_from(self.len).unwrap_or(u8::MAX);
        } else {
            token.fault = Fault::Separators;
        }
    }
}

/// A token with separators, or a very long one.
#[inline(never)]
fn long(bytes: &[u8], at: usize, mark: DecimalMark, spaces: bool) -> Token {
    let mut here = at;
    let mut mantissa: u128 = 0;
    let mut overflow = false;
    let mut digits = 0;
    let mut marks = Marks::NONE;
    loop {
        if let Some(b) = bytes.get(here).filter(|b| b.is_ascii_digit()) {
            // Far beyond a decimal it does not matter what the rest is.
            overflow |= mantissa >> 120 != 0;
            if !overflow {
                mantissa = mantissa * 10 + u128::from(b - b'0');
            }
            digits += 1;
            marks.len += 1;
            here += 1;
        } else if let Some((mark, length)) = marks.next(bytes, here, spaces) {
            marks.add(mark);
            here += length;
        } else {
            break;
        }
    }
    let nought = bytes[at] == b'0';
    let mut token = Token {
        end: here,
        mantissa,
        places: 0,
        other: Other::None,
        plain: marks.count == 0,
        digits,
        zero_led: nought && bytes.get(at + 1).is_some_and(u8::is_ascii_digit),
        fault: Fault::None,
    };
    marks.settle(&mut token, nought, mark);
    if token.fault == Fault::None && (overflow || !token.fits()) {
        token.fault = Fault::Large;
        // 1,50000… beyond 28 places but with nothing but zeros still fits.
        if !overflow {
            while token.places > 0 && token.mantissa.is_multiple_of(10) && !token.fits() {
                token.mantissa /= 10;
                token.places -= 1;
            }
            if token.fits() {
                token.fault = Fault::None;
            }
        }
    }
    token
}
