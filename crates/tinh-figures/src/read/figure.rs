//! The stages in order: from a place in the text to a figure.

use super::cursor::Cursor;
use super::number::Number;
use super::outcome::{Found, Step, Why};
use super::phrase::Phrase;
use super::phrase::before::{Before, Hint};
use super::phrase::fixed::Fixed;
use super::phrase::range::Ends;
use super::phrase::share::Share;
use super::phrase::unit::Unit;
use super::token::digits::{self, Token};
use super::token::noun::Noun;
use super::token::{NOWHERE, Span};
use super::verdict;
use crate::figure::{Figure, Kind, Part, Written};
use crate::qualifier::Qualifier;
use crate::scale::{Scale, decimal};
use crate::vocabulary::{Set, Word};
use rust_decimal::Decimal;

impl Cursor<'_> {
    /// Tries to read a figure whose number begins at `at`. Nothing before
    /// `floor` belongs to it.
    #[inline]
    pub(super) fn figure(&self, at: usize, floor: usize) -> Step {
        if !self.digit(at) {
            return self.in_words(at, floor);
        }
        let token = digits::token_here(self.bytes(), at, self.set.mark, self.whole);
        if let Some(found) = self.plain(at, &token, floor) {
            return Step::Found(found);
        }
        self.in_digits(at, &token, floor)
    }

    /// A figure that begins with a word.
    #[inline(never)]
    fn in_words(&self, at: usize, floor: usize) -> Step {
        let skip = |end: usize| Step::Skip(end.max(at + 1), Why::NoNumber);
        if let Some(end) = self.hopeless(at, floor) {
            return skip(end);
        }
        // `không gian` is not a nought.
        let seen = self.seen(at);
        if self.pair_ahead(&seen, Set::Compound) {
            return skip(seen.syllable.map_or(at, |s| s.end));
        }
        // `sân bay` typed without its accents is not seven.
        if self.unaccented() && self.sets_before_word(&seen, floor).1 < at {
            return skip(seen.syllable.map_or(at, |s| s.end));
        }
        if let Some(fixed) = self.fixed(at, floor) {
            return self.fixed_figure(fixed, floor);
        }
        match self.number(at) {
            Ok(number) if self.is_vague(&number, floor) => skip(number.end),
            Ok(number) => self.general(number, floor),
            Err((end, why)) => Step::Skip(end.max(at + 1), why),
        }
    }

    /// A figure that begins with digits, in whatever shape.
    #[inline(never)]
    fn in_digits(&self, at: usize, token: &Token, floor: usize) -> Step {
        let skip = |end: usize| Step::Skip(end.max(at + 1), Why::NoNumber);
        if matches!(self.byte(token.end), b'/' | b':' | b'-')
            && let Some(share) = self.share(at, floor)
        {
            return self.share_figure(&share, floor);
        }
        if let Some(end) = self.no_figure_at_sight(at, token, floor) {
            return skip(end);
        }
        match self.number_of(at, *token) {
            Ok(number) => self.general(number, floor),
            Err((end, why)) => Step::Skip(end.max(at + 1), why),
        }
    }

    /// The figure of a number, by all the stages after it.
    fn general(&self, mut number: Number, floor: usize) -> Step {
        let at = number.at;
        let skip = |end: usize| Step::Skip(end.max(at + 1), Why::NoNumber);
        let start = self.sign_and_symbol(&mut number, at, floor);
        if !self.whole
            && !number.spoken
            && let Some(end) = self.glued(&number, start, floor)
        {
            return skip(end);
        }
        let phrase = match self.phrase(number, start, floor) {
            Ok(phrase) => phrase,
            Err((end, why)) => return Step::Skip(end.max(at + 1), why),
        };
        if !self.whole
            && let Some((_, end)) = verdict::against(self, &phrase)
        {
            return skip(end);
        }
        self.phrase_figure(&phrase)
    }

    /// The number with what belongs to it.
    #[inline]
    fn phrase(&self, number: Number, start: usize, floor: usize) -> Result<Phrase, (usize, Why)> {
        let mut number = number;
        let mut unit = self.unit(&number);
        let mut noun = self.noun_without(&unit);
        number.settle(self.is_whole(&unit, &noun));
        let range = self.range(&number, &unit, &noun)?;
        if let Some(ends) = &range {
            unit = ends.unit;
            noun = self.noun_without(&unit);
            number.settle(self.is_whole(&unit, &noun));
        }
        let half = match &range {
            None if unit.is_none() => self.half_of_noun(&mut number, &noun),
            _ => None,
        };
        // `trên hai hành lang` is a place, `trên 26 địa phương` a number.
        let place = number.lone && unit.is_none();
        let mut before = self.qualifier_before(start, floor, place);
        // `cao hơn trăm mét` compares: no bound, so no number.
        if number.bounded && !before.bounds() {
            return Err((number.end, Why::NoNumber));
        }
        if unit.kind == Kind::Percent && self.exceeds_a_plan(&before, unit.end) {
            before.unbound();
        }
        let mut phrase = Phrase {
            number,
            start,
            end: half.or(range.map(|ends| ends.end)).unwrap_or(unit.end),
            unit,
            noun,
            range,
            label: self.label(before.start, floor),
            before,
            kind: unit.kind,
            floor,
        };
        phrase.kind = self.kind(&phrase);
        if phrase.kind == Kind::Ordinal {
            phrase.noun = Noun::NONE;
        }
        Ok(phrase)
    }

    /// The kind that the unit and the words before make of the number.
    fn kind(&self, phrase: &Phrase) -> Kind {
        let (number, range) = (&phrase.number, &phrase.range);
        let whole = |places: u8| places == 0;
        let nothing = phrase.unit.is_none() && !phrase.noun.is_some() && range.is_none();
        match (phrase.unit.kind, phrase.before.hint) {
            (Kind::Number, Hint::None)
                if nothing && self.is_nth_time(number, &phrase.before, phrase.floor) =>
            {
                Kind::Ordinal
            }
            (Kind::Number, Hint::Fold) => Kind::Multiple,
            (Kind::Number, Hint::Ordinal)
                if whole(number.places)
                    && (self.whole || number.mantissa > 0)
                    && !number.negative
                    && range.is_none_or(|ends| whole(ends.high.1)) =>
            {
                Kind::Ordinal
            }
            (kind, _) => kind,
        }
    }

    /// `vượt 28,6% dự toán`: by so much, not by more.
    pub(super) fn exceeds_a_plan(&self, before: &Before, end: usize) -> bool {
        before.qualifier == Qualifier::MoreThan
            && self.word(before.span.0) == Some((Word::Exceed, before.span.1))
            && self.next(end).is_some_and(|next| next.sets.has(Set::Plan))
    }

    /// The figure of a phrase no rule is against.
    fn phrase_figure(&self, phrase: &Phrase) -> Step {
        let Phrase {
            ref number,
            mut unit,
            mut noun,
            mut end,
            ..
        } = *phrase;
        let mut before = phrase.before;
        let mut total = None;
        if phrase.range.is_none()
            && matches!(phrase.kind, Kind::Number | Kind::Money)
            && let Some(of) = self.total_after(end.max(noun.span.1))
            && (unit.is_none() || of.unit.currency == unit.currency)
        {
            // The unit and the noun may be said once, with the total.
            total = decimal(of.number.mantissa, of.number.places, false);
            unit = of.unit;
            end = of.unit.end;
            noun = of.noun;
        }
        let mut resume = self.past_round(&unit, end).max(noun.span.1);
        let per = self.per(resume);
        resume = resume.max(per.1);
        if phrase.range.is_none()
            && let Some((qualifier, span)) = self.qualifier_after(resume, before.from)
        {
            before.qualifier = qualifier;
            before.span = span;
            resume = span.1;
        }
        let Some(mut figure) = ranged(number, &unit, phrase.range.as_ref()) else {
            return Step::Skip(end, Why::TooLarge);
        };
        figure.kind = if total.is_some() {
            unit.kind
        } else {
            phrase.kind
        };
        if let Some(total) = total {
            figure.part = Part::Of(total);
        }
        if phrase.range.is_none() {
            figure.qualifier = before.qualifier;
        }
        Step::Found(Found {
            start: phrase.start,
            end,
            qualifier: before.span,
            noun: noun.span,
            per,
            figure,
            resume,
        })
    }

    /// Past the word of `một triệu đồng chẵn`: round, as invoices say.
    fn past_round(&self, unit: &Unit, end: usize) -> usize {
        if unit.kind != Kind::Money {
            return end;
        }
        let round = self.next(end).filter(|next| next.sets.has(Set::Round));
        round.and_then(|next| next.syllable).map_or(end, |s| s.end)
    }

    /// The figure of a share: `17/19 tiêu chí`.
    fn share_figure(&self, share: &Share, floor: usize) -> Step {
        let number = &share.number;
        let end = share.unit.end;
        let before = self.qualifier_before(number.at, floor, false);
        let numerator = decimal(number.mantissa, number.places, false);
        let (Some(numerator), Some(of)) = (numerator, decimal(share.of.0, share.of.1, false))
        else {
            return Step::Skip(end, Why::TooLarge);
        };
        let mut figure = if share.fraction {
            match Figure::fraction_of(numerator, of) {
                Some(figure) => figure,
                None => return Step::Skip(end, Why::TooLarge),
            }
        } else {
            Figure {
                part: Part::Of(of),
                written: Written {
                    significand: decimal(number.significand.0, number.significand.1, false)
                        .unwrap_or(numerator),
                    scale: Scale(number.scale),
                },
                ..Figure::make(share.kind, numerator, share.unit.currency)
            }
        };
        figure.qualifier = before.qualifier;
        let noun = if figure.kind == Kind::Ordinal {
            NOWHERE
        } else {
            share.noun.span
        };
        Step::Found(Found {
            start: number.at,
            end,
            qualifier: before.span,
            noun,
            per: NOWHERE,
            figure,
            resume: end.max(noun.1),
        })
    }

    /// The figure of words of their own: `gấp đôi`, `hàng trăm`.
    fn fixed_figure(&self, fixed: Fixed, floor: usize) -> Step {
        match fixed {
            Fixed::Skip(end) => Step::Skip(end, Why::NoNumber),
            Fixed::Value { span, kind, value } => self.valued(span, kind, value, floor),
            Fixed::Order {
                first,
                number,
                unit,
                noun,
            } => {
                let Some(low) = decimal(number.mantissa, 0, false) else {
                    return Step::Skip(first.1, Why::NoNumber);
                };
                let figure = Figure {
                    qualifier: Qualifier::Indefinite,
                    written: Written {
                        significand: Decimal::ONE,
                        scale: Scale(number.scale),
                    },
                    ..Figure::make(unit.kind, low, unit.currency)
                };
                let end = unit.end;
                let per = self.per(end.max(noun.span.1));
                Step::Found(Found {
                    start: first.0,
                    end,
                    qualifier: first,
                    noun: noun.span,
                    per,
                    figure,
                    resume: end.max(noun.span.1).max(per.1),
                })
            }
        }
    }

    fn valued(&self, span: Span, kind: Kind, value: (u128, u8), floor: usize) -> Step {
        let Some(low) = decimal(value.0, value.1, false) else {
            return Step::Skip(span.1, Why::TooLarge);
        };
        let before = self.qualifier_before(span.0, floor, false);
        let figure = Figure {
            qualifier: before.qualifier,
            ..Figure::make(kind, low, None)
        };
        Step::Found(Found {
            start: span.0,
            end: span.1,
            qualifier: before.span,
            noun: NOWHERE,
            per: NOWHERE,
            figure,
            resume: span.1,
        })
    }
}

/// The exact figure of a number and its unit, if a decimal holds it.
fn exact(number: &Number, unit: &Unit) -> Option<Figure> {
    if let Some(denominator) = number.denominator {
        let numerator = decimal(number.mantissa, 0, number.negative)?;
        return Figure::fraction_of(numerator, decimal(denominator, 0, false)?);
    }
    let (mantissa, places) = unit.amount.unwrap_or((number.mantissa, number.places));
    let low = decimal(mantissa, places, number.negative)?;
    let mut figure = Figure::make(unit.kind, low, unit.currency);
    // Dollars and cents are the sum of the two.
    if unit.amount.is_none() {
        let (significand, places) = number.significand;
        figure.other = number.other;
        figure.written = Written {
            significand: decimal(significand, places, number.negative).unwrap_or(low),
            scale: Scale(number.scale),
        };
    }
    Some(figure)
}

/// The figure of one number or of two ends.
fn ranged(number: &Number, unit: &Unit, range: Option<&Ends>) -> Option<Figure> {
    let Some(ends) = range else {
        return exact(number, unit);
    };
    let lower = Number {
        mantissa: ends.low.0,
        places: ends.low.1,
        scale: number.scale.max(ends.lifted),
        ..*number
    };
    let mut figure = exact(&lower, unit)?;
    figure.qualifier = Qualifier::Range;
    figure.other = ends.other;
    figure.high = decimal(ends.high.0, ends.high.1, ends.negative)?;
    Some(figure)
}
