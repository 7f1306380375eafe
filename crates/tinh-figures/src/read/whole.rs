//! A whole string as one figure, and figures that begin with a word of their
//! own: `gấp đôi`, `thứ nhất`, `hàng trăm`.

use rust_decimal::Decimal;

use super::number::{Leading, Number};
use super::scan::CA;
use super::{Found, Reader, Step, Why};
use crate::error::{Error, ErrorKind};
use crate::figure::{Figure, Kind, Qualifier, Written};
use crate::fold::{self, Key};
use crate::lexicon::Word;
use crate::parser::{DecimalMark, Match, Parser};
use crate::scale::{Scale, pow10};

/// Words before `hàng` that make goods or a row of it: `mặt hàng`, `ngân hàng`.
const GOODS: [Key; 14] = [
    fold::key("mặt"),
    fold::key("ngân"),
    fold::key("cửa"),
    fold::key("khách"),
    fold::key("nhà"),
    fold::key("đơn"),
    fold::key("bán"),
    fold::key("xuất"),
    fold::key("nhập"),
    fold::key("chở"),
    fold::key("giao"),
    fold::key("lô"),
    fold::key("mua"),
    fold::key("xếp"),
];

/// Words before `cả` that make a word with it: `tất cả`, `giá cả`.
const WITH_CA: [Key; 2] = [fold::key("tất"), fold::key("giá")];

impl Reader<'_> {
    /// A figure that begins with `gấp`, `thứ`, `hạng`, `hàng`, `vài` or `cả`.
    pub(super) fn special(&self, at: usize, floor: usize) -> Option<Step> {
        let seen = self.seen(at);
        let syllable = seen.syllable?;
        let end = syllable.end;
        let after = |keys: &[Key]| {
            (self.word_before(at, floor)).is_some_and(|(_, s)| keys.contains(&s.key))
        };
        let Some(word) = seen.word else {
            let order = syllable.key == CA && self.bare_scale(end).is_some() && !after(&WITH_CA);
            return order.then(|| self.indefinite(at, end, end));
        };
        match word {
            Word::Fold => {
                let (value, end) = match self.next_word(end) {
                    Some((Word::Double, end)) => ((2, 0), end),
                    Some((Word::Half, end)) => ((15, 1), end),
                    _ => return Some(Step::Skip(end, Why::NoNumber)),
                };
                Some(self.finish(at, end, Kind::Multiple, value, floor))
            }
            Word::Th | Word::Rank => {
                let gap = self.gap(end);
                let (value, to) = match self.next_word(end) {
                    Some((Word::First, to)) => (1, to),
                    Some((Word::Second, to)) => (2, to),
                    Some((Word::Four4, to)) => {
                        let ranked = self.whole || self.is_ranked(at, floor);
                        if !ranked {
                            return Some(Step::Skip(to, Why::NoNumber));
                        }
                        (4, to)
                    }
                    _ => return Some(Step::Skip(end, Why::NoNumber)),
                };
                Some(self.finish(end + gap, to, Kind::Ordinal, (value, 0), floor))
            }
            Word::Order if after(&GOODS) => Some(Step::Skip(end, Why::NoNumber)),
            Word::Order => Some(self.indefinite(at, end, end)),
            // `vài ba trăm`, `dăm bảy chục`.
            Word::Few => {
                let scales = match self.next_word(end) {
                    Some((Word::Digit(_), after)) => after,
                    _ => end,
                };
                Some(self.indefinite(at, end, scales))
            }
            _ => None,
        }
    }

    /// A finished number of this kind, with the qualifier before it.
    fn finish(&self, at: usize, end: usize, kind: Kind, value: (u128, u8), floor: usize) -> Step {
        let number = self.made(at, end);
        let before = self.qualifier_before(at, floor, &number);
        let Some(low) = super::decimal(value.0, value.1, false) else {
            return Step::Skip(end, Why::TooLarge);
        };
        let figure = Figure {
            qualifier: before.qualifier,
            ..Figure::make(kind, low, None)
        };
        Step::Found(Found {
            start: at,
            end,
            qualifier: before.span,
            noun: (0, 0),
            figure,
            resume: end,
        })
    }

    /// A number without digits of its own, for what follows it.
    fn made(&self, at: usize, end: usize) -> Number {
        let mut number = Number::nothing(at);
        number.end = end;
        number.spoken = true;
        number
    }

    /// `hàng trăm`, `hàng chục nghìn`, `vài ba trăm`, `mấy chục`, `cả nghìn`: the
    /// first word ends at `end`, the scales follow `here`.
    fn indefinite(&self, at: usize, end: usize, here: usize) -> Step {
        let scales = self.scales(here, Leading::Order);
        let exponent = scales.total();
        if exponent == 0 || exponent > 27 {
            // `vài ba người`: neither three nor an order of magnitude.
            return Step::Skip(here, Why::NoNumber);
        }
        let mut number = self.made(at, scales.end);
        number.mantissa = pow10(exponent);
        number.scale = exponent;
        let unit = self.unit(&number);
        let noun = if unit.kind == Kind::Number {
            self.noun(unit.end, &number)
        } else {
            (0, 0)
        };
        let Some(low) = super::decimal(pow10(exponent), 0, false) else {
            return Step::Skip(end, Why::NoNumber);
        };
        let figure = Figure {
            qualifier: Qualifier::Indefinite,
            written: Written {
                significand: Decimal::ONE,
                scale: Scale(exponent),
            },
            ..Figure::make(unit.kind, low, unit.currency)
        };
        let resume = unit.end.max(noun.1);
        Step::Found(Found {
            start: at,
            end: unit.end,
            qualifier: (at, end),
            noun,
            figure,
            resume,
        })
    }
}

/// Reads a whole string.
pub(crate) fn whole<'t>(parser: &Parser, text: &'t str) -> Result<Match<'t>, Error> {
    let reader = Reader::new(text, *parser, true);
    // Most texts have no blanks around them: two bytes tell.
    let tight = |b: Option<&u8>| b.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    let (start, end) = if tight(bytes.first()) && tight(bytes.last()) {
        (0, text.len())
    } else {
        let start = text.len() - text.trim_start().len();
        (start, text.trim_end().len().max(start))
    };
    if start == end {
        return Err(Error::new(ErrorKind::Empty, start..end, text));
    }
    let error = |kind, from: usize, to: usize| Error::new(kind, from..to.max(from), text);
    // A place is tried after another until a figure fills the text: `không` may
    // be a nought or begin `không dưới 10`. The first trouble is reported.
    let mut trouble: Option<(ErrorKind, usize, usize)> = None;
    let mut at = start;
    let mut found = None;
    for _ in 0..12 {
        if at >= end {
            break;
        }
        let why = match reader.figure(at, start) {
            Step::Found(candidate) => {
                let done = candidate.resume.max(candidate.end);
                if !reader.begins(&candidate, start) {
                    Some((ErrorKind::UnexpectedText, start, candidate.start))
                } else if done >= end {
                    found = Some(candidate);
                    break;
                } else {
                    let from = done + reader.gap(done);
                    let word = fold::syllable(text.as_bytes(), from).map(|s| s.end);
                    Some(match word {
                        Some(to)
                            if candidate.noun.1 == 0 && candidate.figure.kind == Kind::Number =>
                        {
                            (ErrorKind::UnknownUnit, from, to)
                        }
                        _ => (ErrorKind::UnexpectedText, from.min(end), end),
                    })
                }
            }
            Step::Skip(to, why) => match why {
                Why::NoNumber => None,
                Why::BadDigits => Some((ErrorKind::BadDigits, at, to.min(end))),
                Why::TooLarge => Some((ErrorKind::TooLarge, at, to.min(end))),
                Why::NotExact => Some((ErrorKind::NotExact, at, to.min(end))),
                Why::Descending => Some((ErrorKind::Descending, at, to.min(end))),
            },
        };
        trouble = trouble.or(why);
        at = reader.next_place(at).unwrap_or(end);
    }
    let Some(mut found) = found else {
        let (kind, from, to) = trouble.unwrap_or((ErrorKind::NoNumber, start, end));
        return Err(error(kind, from, to));
    };
    if parser.mark == DecimalMark::Either && found.figure.is_ambiguous() {
        return Err(error(ErrorKind::Ambiguous, found.start, found.end));
    }
    if found.figure.kind == Kind::Number
        && found.noun.1 == 0
        && let Some(currency) = parser.currency
    {
        found.figure.kind = Kind::Money;
        found.figure.currency = Some(currency);
    }
    Ok(Match::new(text, found))
}

impl Reader<'_> {
    /// The next word or digit after `at`, over a word, blanks and signs.
    fn next_place(&self, at: usize) -> Option<usize> {
        let bytes = self.bytes();
        let mut here = match fold::syllable(bytes, at) {
            Some(syllable) => syllable.end,
            None => at + 1,
        };
        while here < bytes.len() {
            if self.text.is_char_boundary(here)
                && (bytes[here].is_ascii_digit() || fold::is_letter(bytes, here))
            {
                return Some(here);
            }
            here += 1;
        }
        None
    }

    /// Whether the figure with all that belongs to it begins at `start`.
    fn begins(&self, found: &Found, start: usize) -> bool {
        // The plain case first: nothing stands before.
        found.start == start
            || self
                .qualifier_before(found.start, start, &self.made(found.start, found.end))
                .start
                == start
    }
}
