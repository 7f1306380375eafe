//! Numbers: a token or words, with scales, chains, halves and elisions.

use super::digits::{self, Fault, Token};
use super::{Reader, Why};
use crate::currency;
use crate::figure::Other;
use crate::fold::{self, Key};
use crate::lexicon::Word;
use crate::parser::Shorthand;
use crate::scale::pow10;

/// A number as read, before any unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// Where the digits or words begin (a sign or symbol may stand before).
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) negative: bool,
    /// The value: mantissa and places.
    pub(super) mantissa: u128,
    pub(super) places: u8,
    pub(super) other: Other,
    /// As written: mantissa and places before the scale.
    pub(super) significand: (u128, u8),
    pub(super) scale: u8,
    /// One spelled-out word below ten, or two with the ten left out: a figure
    /// in running text only by what follows.
    pub(super) lone: bool,
    pub(super) spoken: bool,
    /// The `một` before its first scale is left out, as only a bound before it
    /// allows: `hơn trăm`.
    pub(super) bounded: bool,
    /// Digits alone, without separator or scale.
    pub(super) plain: bool,
    /// How many digits the token has, and whether it begins with a needless 0.
    pub(super) digits: usize,
    pub(super) zero_led: bool,
    /// The currency written before the number, and whether there is one.
    pub(super) prefix: Option<crate::Currency>,
}

impl Number {
    /// A number of which nothing has been read, at `at`.
    pub(super) const fn nothing(at: usize) -> Self {
        Self {
            at,
            end: at,
            negative: false,
            mantissa: 0,
            places: 0,
            other: Other::None,
            significand: (0, 0),
            scale: 0,
            lone: false,
            spoken: false,
            bounded: false,
            plain: false,
            digits: 0,
            zero_led: false,
            prefix: None,
        }
    }

    /// The digits that begin at `at`.
    pub(super) const fn of(at: usize, token: &Token) -> Self {
        Self {
            end: token.end,
            mantissa: token.mantissa,
            places: token.places,
            other: token.other,
            significand: (token.mantissa, token.places),
            plain: token.plain,
            digits: token.digits,
            zero_led: token.zero_led,
            ..Self::nothing(at)
        }
    }
}

/// What stands before scale words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leading {
    /// A number: `chục`, `trăm`, `k` and `tr` may come first, glued to digits.
    Number,
    /// `hàng`, `vài`: `chục` and `trăm` may come first.
    Order,
    /// A group in words that has its tens and hundreds.
    Group,
}

/// Consecutive scale words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Scales {
    list: [u8; 4],
    count: usize,
    pub(super) end: usize,
    /// No blank before the first: `2tr`.
    glued: bool,
}

impl Scales {
    /// The power of ten of all together, at most 36.
    pub(super) fn total(&self) -> u8 {
        self.list.iter().take(self.count).sum()
    }
}

/// The parts of a chain so far, each with the power of ten of its last scale.
struct Terms {
    list: [(u128, u8); 8],
    count: usize,
}

impl Terms {
    fn last(&self) -> Option<(u128, u8)> {
        self.count
            .checked_sub(1)
            .and_then(|i| self.list.get(i))
            .copied()
    }

    fn push(&mut self, value: u128, unit: u8) -> bool {
        match self.list.get_mut(self.count) {
            Some(place) => {
                *place = (value, unit);
                self.count += 1;
                true
            }
            None => false,
        }
    }

    fn sum(&self) -> Option<u128> {
        self.list
            .iter()
            .take(self.count)
            .try_fold(0_u128, |sum, &(value, _)| sum.checked_add(value))
    }

    /// Adds a group with its scales: the leading scales keep it below the part
    /// before, the rest multiply it together with the parts they exceed.
    ///
    /// `41 ngàn` + `480` + `tỷ` is (41 000 + 480) × 10⁹; `1 tỷ` + `136` +
    /// `triệu` is 10⁹ + 136 × 10⁶. `false` where the parts do not descend.
    fn add(&mut self, group: u128, scales: &[u8]) -> bool {
        let Some((_, last)) = self.last() else {
            return false;
        };
        // The most leading scales that keep the group below the last part.
        let mut split = scales.len();
        loop {
            let exponent: u8 = scales.iter().take(split).sum();
            if group
                .checked_mul(pow10(exponent.min(38)))
                .is_some_and(|v| v < pow10(last))
            {
                break;
            }
            match split.checked_sub(1) {
                Some(less) => split = less,
                None => return false,
            }
        }
        let exponent: u8 = scales.iter().take(split).sum();
        let mut value = group.saturating_mul(pow10(exponent));
        let mut unit = exponent;
        let rest = scales.get(split..).unwrap_or(&[]);
        if let Some(&first) = rest.first() {
            let times: u8 = rest.iter().sum();
            // What is below the first of the remaining scales belongs to it.
            while let Some((part, _)) = self.last() {
                if part >= pow10(first) {
                    break;
                }
                let Some(sum) = value.checked_add(part) else {
                    return false;
                };
                value = sum;
                self.count -= 1;
            }
            let Some(product) = value.checked_mul(pow10(times.min(38))) else {
                return false;
            };
            value = product;
            unit = times;
            if self
                .last()
                .is_some_and(|(_, above)| above < 38 && value >= pow10(above))
            {
                return false;
            }
        }
        self.push(value, unit)
    }
}

const TR_DONG: Key = fold::key("trđ");

/// Words that make `tỷ`, `triệu` and the like no scale: `tỷ lệ`, `triệu phú`.
fn compound(exponent: u8, next: Key) -> bool {
    const AFTER_TY: [Key; 8] = [
        fold::key("lệ"),
        fold::key("trọng"),
        fold::key("giá"),
        fold::key("suất"),
        fold::key("số"),
        fold::key("phú"),
        fold::key("phần"),
        fold::key("mỉ"),
    ];
    const AFTER_TRIEU: [Key; 4] = [
        fold::key("phú"),
        fold::key("tập"),
        fold::key("chứng"),
        fold::key("hồi"),
    ];
    match exponent {
        9 => AFTER_TY.contains(&next),
        6 => AFTER_TRIEU.contains(&next),
        _ => false,
    }
}

impl Reader<'_> {
    /// The number that begins at `at`; else where to go on, and why.
    pub(super) fn number(&self, at: usize) -> Result<Number, (usize, Why)> {
        if self.byte(at).is_ascii_digit() {
            let token = digits::token(self.bytes(), at, self.set.mark, self.whole);
            return self.number_of(at, token);
        }
        let mut number = Number::nothing(at);
        number.spoken = true;
        self.spoken_start(&mut number)?;
        number.significand = (number.mantissa, number.places);
        self.scale_up(&mut number)?;
        Ok(number)
    }

    /// The number that begins at `at` with this token.
    pub(super) fn number_of(&self, at: usize, token: Token) -> Result<Number, (usize, Why)> {
        match token.fault {
            Fault::None => {}
            Fault::Separators => return Err((token.end, Why::BadDigits)),
            Fault::Large => return Err((token.end, Why::TooLarge)),
        }
        let mut number = Number::of(at, &token);
        // Only a word can lead to a scale.
        let next = self.seen(token.end + self.gap(token.end));
        if matches!(next.word, Some(Word::Short(3))) && self.names_a_size(&number) {
            // A letter glued to the digits.
            return Ok(number);
        }
        if next.word.is_some() || next.syllable.is_some_and(|s| s.key == TR_DONG) {
            self.scale_up(&mut number)?;
        }
        Ok(number)
    }

    /// The first group of a number in words.
    fn spoken_start(&self, number: &mut Number) -> Result<(), (usize, Why)> {
        let at = number.at;
        let none = (at, Why::NoNumber);
        let (word, end) = self.word(at).ok_or(none)?;
        match word {
            Word::HalfOf => {
                number.mantissa = 5;
                number.places = 1;
                number.end = end;
                // `nửa` is a number before a scale only: not `nửa đầu năm`.
                return if self.scales(end, Leading::Number).count > 0 {
                    Ok(())
                } else {
                    Err((end, Why::NoNumber))
                };
            }
            Word::Dozen => return self.behind_a_bound(number, word, end),
            Word::Scale(_) | Word::Hundred => {
                // `triệu rưỡi`: the `một` is left out.
                let exponent = if let Word::Scale(e) = word { e } else { 2 };
                let Some((Word::Half, end)) = self.next_word(end) else {
                    return self.behind_a_bound(number, word, end);
                };
                number.mantissa = 15 * pow10(exponent - 1);
                number.end = end;
                return Ok(());
            }
            _ => {}
        }
        let group = self.group(at).ok_or((end, Why::NoNumber))?;
        number.mantissa = u128::from(group.value);
        number.end = group.end;
        number.lone = group.lone || group.clipped;
        match self.next_word(group.end) {
            Some((Word::HalfOf, end)) if group.value == 1 && group.lone => {
                number.mantissa = 5;
                number.places = 1;
                number.lone = false;
                number.end = end;
            }
            Some((Word::Half, end)) if group.lone && self.after_fold(at) => {
                number.mantissa = u128::from(group.value) * 10 + 5;
                number.places = 1;
                number.end = end;
            }
            Some((Word::Part, end)) => self.fraction_in_words(number, end)?,
            _ => {}
        }
        Ok(())
    }

    /// `hơn chục`, `gần trăm hai`, `hơn nghìn tỷ`: the `một` is left out, the scale
    /// word ends at `end`.
    fn behind_a_bound(
        &self,
        number: &mut Number,
        word: Word,
        end: usize,
    ) -> Result<(), (usize, Why)> {
        let no = Err((end, Why::NoNumber));
        let seen = self.seen_before(number.at, 0);
        let (Some(Word::More | Word::Almost), Some(bound)) = (seen.word, seen.syllable) else {
            return no;
        };
        number.bounded = true;
        match word {
            Word::Dozen => {
                number.mantissa = 10;
                number.end = end;
            }
            Word::Hundred => {
                let group = self.hundred(end);
                number.mantissa = u128::from(group.value);
                number.end = group.end;
            }
            _ if self.scales(bound.end, Leading::Order).count == 0 => return no,
            // The scales that follow multiply the one.
            _ => {
                number.mantissa = 1;
                number.end = bound.end;
            }
        }
        Ok(())
    }

    /// Whether `gấp` stands before: `gấp hai rưỡi` is 2.5.
    fn after_fold(&self, at: usize) -> bool {
        self.word_before(at, 0)
            .is_some_and(|(_, s)| self.lookup(&s) == Some(Word::Fold))
    }

    /// `ba phần tư`: numerator read, `phần` ends at `end`.
    fn fraction_in_words(&self, number: &mut Number, end: usize) -> Result<(), (usize, Why)> {
        let Some((word, after)) = self.next_word(end) else {
            return Ok(());
        };
        let (denominator, after) = match word {
            // Percent: the unit's affair.
            Word::Hundred => return Ok(()),
            Word::Four4 => (4, after),
            Word::Scale(exponent @ (3 | 4 | 6 | 9)) => (pow10(exponent), after),
            Word::Digit(_) | Word::Ten => match self.group(end + self.gap(end)) {
                Some(group) if group.value > 0 => (u128::from(group.value), group.end),
                _ => return Ok(()),
            },
            _ => return Ok(()),
        };
        for places in 0..=20_u8 {
            let numerator = number.mantissa * pow10(places);
            if numerator.is_multiple_of(denominator) {
                number.mantissa = numerator / denominator;
                number.places = places;
                number.lone = false;
                number.end = after;
                return Ok(());
            }
        }
        Err((after, Why::NotExact))
    }

    /// The scale words after `at`.
    pub(super) fn scales(&self, at: usize, leading: Leading) -> Scales {
        let mut scales = Scales {
            end: at,
            ..Scales::default()
        };
        let mut here = at;
        while scales.count < scales.list.len() {
            let gap = self.gap(here);
            if gap == 0 && !(leading == Leading::Number && scales.count == 0) {
                break;
            }
            let Some(syllable) = self.syllable(here + gap) else {
                break;
            };
            // `trđ` of table heads: `tr` and `đ`.
            if syllable.key == TR_DONG
                && scales.count == 0
                && leading == Leading::Number
                && self.set.shorthand == Shorthand::On
            {
                scales.list[0] = 6;
                scales.count = 1;
                scales.end = syllable.end - "đ".len();
                break;
            }
            let Some(word) = self.lookup(&syllable) else {
                break;
            };
            let before = scales
                .count
                .checked_sub(1)
                .and_then(|i| scales.list.get(i))
                .copied();
            let exponent = match word {
                Word::Dozen if leading != Leading::Group && before.is_none() => 1,
                Word::Hundred if leading != Leading::Group && before.is_none() => 2,
                Word::Scale(e) if before.is_none_or(|b| e > b || e == 9 && b == 9) => e,
                Word::Short(e)
                    if leading == Leading::Number
                        && before.is_none()
                        && self.set.shorthand == Shorthand::On =>
                {
                    e
                }
                _ => break,
            };
            if matches!(word, Word::Scale(_)) {
                let after = self.gap(syllable.end);
                if after > 0
                    && let Some(next) = self.syllable(syllable.end + after)
                {
                    if compound(exponent, next.key) {
                        break;
                    }
                    // `Triệu Sơn`, `Vạn Ninh`: a name, not a scale; but `Tỷ Đồng`.
                    if syllable.capital
                        && !syllable.shout
                        && next.capital
                        && !next.shout
                        && self.lookup(&next).is_none()
                        && !currency::may_begin(next.key)
                    {
                        break;
                    }
                }
            }
            if scales.count == 0 {
                scales.glued = gap == 0;
            }
            if let Some(place) = scales.list.get_mut(scales.count) {
                *place = exponent;
            }
            scales.count += 1;
            scales.end = syllable.end;
            here = syllable.end;
            if matches!(word, Word::Short(_)) {
                break;
            }
        }
        scales
    }

    /// Applies what follows the first group: scales, further parts, halves,
    /// elisions, `phẩy`.
    #[allow(clippy::too_many_lines)] // one loop over what may follow
    fn scale_up(&self, number: &mut Number) -> Result<(), (usize, Why)> {
        // `hai trăm` has had its hundred.
        if number.spoken
            && number.places == 0
            && matches!(
                self.next_word(number.end),
                Some((Word::Hundred | Word::Dozen, _))
            )
        {
            return Ok(());
        }
        let scales = self.scales(number.end, Leading::Number);
        if scales.count == 0 {
            if !number.spoken
                && let Some((Word::Part, end)) = self.next_word(number.end)
                && let Some((Word::Scale(exponent @ (3 | 4 | 6)), end)) = self.next_word(end)
                && number.places + exponent <= 28
            {
                // `5 phần nghìn`.
                number.places += exponent;
                number.significand = (number.mantissa, number.places);
                number.plain = false;
                number.end = end;
                return Ok(());
            }
            return self.spoken_point(number);
        }
        if number.spoken && scales.glued {
            return Ok(());
        }
        let total = scales.total();
        let large = (scales.end, Why::TooLarge);
        number.plain = false;
        number.lone = false;
        number.scale = total;
        if number.places > 0 || number.other == Other::Times {
            let (mantissa, places) =
                digits::scaled(number.mantissa, number.places, total).ok_or(large)?;
            number.mantissa = mantissa;
            number.places = places;
            number.end = scales.end;
            return Ok(());
        }
        let first = number
            .mantissa
            .checked_mul(pow10(total))
            .filter(|&v| v <= digits::MAX)
            .ok_or(large)?;
        let mut terms = Terms {
            list: [(0, 0); 8],
            count: 0,
        };
        terms.push(first, total);
        number.mantissa = first;
        number.end = scales.end;
        let mut unit = total; // of the last part
        let mut parts = 1;
        // `2tr5`, `1tỷ2`: digits glued behind the scale are its decimals.
        if scales.glued && self.byte(number.end).is_ascii_digit() {
            if self.set.shorthand == Shorthand::Off {
                return Ok(());
            }
            let token = digits::token(self.bytes(), number.end, self.set.mark, false);
            if token.plain
                && token.digits <= 3
                && token.digits <= usize::from(unit)
                && !fold::is_letter(self.bytes(), token.end)
            {
                let places = u8::try_from(token.digits).unwrap_or(3);
                let value = first + token.mantissa * pow10(unit - places);
                number.mantissa = value;
                number.other = Other::None;
                number.significand = (
                    number.significand.0 * pow10(places) + token.mantissa,
                    places,
                );
                number.end = token.end;
            }
            return Ok(());
        }
        loop {
            let mut gap = self.gap(number.end);
            // Invoices put a comma after a scale: `… triệu, sáu trăm … nghìn, …`.
            let comma = gap == 0 && number.spoken && self.byte(number.end) == b',';
            if comma {
                gap = match self.gap(number.end + 1) {
                    0 => 0,
                    gap => gap + 1,
                };
            }
            if gap == 0 {
                break;
            }
            let at = number.end + gap;
            if comma && !matches!(self.word(at), Some((Word::Digit(_) | Word::Ten, _))) {
                break;
            }
            if self.byte(at).is_ascii_digit() {
                let token = digits::token(self.bytes(), at, self.set.mark, false);
                if !token.plain || token.digits > 3 || token.zero_led && token.digits < 3 {
                    break;
                }
                let more = self.scales(token.end, Leading::Number);
                if more.count > 0 {
                    let list = more.list.get(..more.count).unwrap_or(&[]);
                    // `41 ngàn 480 tỷ` is one number, `5 triệu 3 tỷ` are two.
                    let rises = unit > 4 && list.first().is_some_and(|&first| first > unit);
                    if rises || token.mantissa == 0 || !terms.add(token.mantissa, list) {
                        break;
                    }
                    number.end = more.end;
                    unit = more.total();
                    number.scale = unit;
                } else if unit == 3 && token.digits == 3 && self.token_ends(token.end) {
                    // `41 ngàn 480`, `12 triệu 345 nghìn 678`.
                    if !terms.add(token.mantissa, &[]) {
                        break;
                    }
                    number.end = token.end;
                    number.scale = 0;
                    parts += 1;
                    break;
                } else if token.digits == 3
                    && unit >= 6
                    && !token.zero_led
                    && !number.spoken
                    && parts == 1
                    && self.token_ends(token.end)
                    && self.noun(token.end, number).1 == 0
                {
                    // `2 triệu 500`: thousandths of the scale, where they count nothing.
                    if !terms.push(token.mantissa * pow10(unit - 3), unit - 3) {
                        break;
                    }
                    number.end = token.end;
                    number.scale = unit - 3;
                    parts += 1;
                    break;
                } else if self.whole
                    && token.digits == 1
                    && unit >= 3
                    && !number.spoken
                    && parts == 1
                    && self.token_ends(token.end)
                {
                    // `2 triệu 5`: in running text the 5 may count something.
                    if !terms.push(token.mantissa * pow10(unit - 1), unit - 1) {
                        break;
                    }
                    number.end = token.end;
                    number.scale = unit - 1;
                    parts += 1;
                    break;
                } else {
                    break;
                }
                parts += 1;
                continue;
            }
            let Some((word, end)) = self.word(at) else {
                break;
            };
            match word {
                Word::Half if unit > 0 => {
                    terms.push(5 * pow10(unit - 1), unit - 1);
                    number.end = end;
                    number.scale = unit - 1;
                    parts += 1;
                    break;
                }
                Word::Zero0 => {
                    let gap = self.gap(end);
                    let Some((value, end)) =
                        (gap > 0).then(|| self.after_zero(end + gap)).flatten()
                    else {
                        break;
                    };
                    // `một triệu lẻ năm nghìn`: the rest has a scale of its own.
                    let more = self.scales(end, Leading::Group);
                    let list = more.list.get(..more.count).unwrap_or(&[]);
                    if !terms.add(u128::from(value), list) {
                        break;
                    }
                    parts += 1;
                    number.end = if more.count > 0 { more.end } else { end };
                    unit = more.total();
                    number.scale = unit;
                    if more.count == 0 {
                        break;
                    }
                }
                Word::One1 | Word::Four4 if unit >= 3 => {
                    // `một triệu mốt`, `3 tỷ tư`.
                    let digit = if word == Word::One1 { 1 } else { 4 };
                    if self.scales(end, Leading::Group).count > 0 {
                        break;
                    }
                    terms.push(digit * pow10(unit - 1), unit - 1);
                    number.end = end;
                    number.scale = unit - 1;
                    parts += 1;
                    break;
                }
                Word::Digit(_) | Word::Ten | Word::Twenty => {
                    let Some(group) = self.group(at) else { break };
                    let more = self.scales(group.end, Leading::Group);
                    // A list otherwise: `hai nghìn, ba dự án`.
                    if comma && (group.lone || more.count == 0 && (unit != 3 || group.value < 100))
                    {
                        break;
                    }
                    if more.count > 0 {
                        let list = more.list.get(..more.count).unwrap_or(&[]);
                        // `một tỷ không trăm triệu …`: nothing, but said.
                        if !terms.add(u128::from(group.value), list) {
                            break;
                        }
                        number.end = more.end;
                        unit = more.total();
                        number.scale = unit;
                        parts += 1;
                        continue;
                    }
                    if group.lone {
                        // `hai nghìn ba` is 2300; `hai nghìn năm` two thousand
                        // years, `hai nghìn không …` no number at all.
                        if unit < 3
                            || group.value == 0
                            || group.value == 5 && !self.bare(number.end)
                        {
                            break;
                        }
                        // In running text a unit noun may belong to the digit:
                        // that is written with `và` or a comma, so it is read
                        // as the elision here too.
                        terms.push(u128::from(group.value) * pow10(unit - 1), unit - 1);
                        number.scale = unit - 1;
                    } else {
                        if !terms.add(u128::from(group.value), &[]) {
                            break;
                        }
                        number.scale = 0;
                    }
                    number.end = group.end;
                    parts += 1;
                    break;
                }
                _ => break,
            }
        }
        if parts > 1 {
            let sum = terms
                .sum()
                .filter(|&v| v <= digits::MAX)
                .ok_or((number.end, Why::TooLarge))?;
            number.mantissa = sum;
            // A chain has whole parts: the digits had one reading.
            number.other = Other::None;
            let unit = pow10(number.scale);
            number.significand = if sum.is_multiple_of(unit) {
                (sum / unit, 0)
            } else {
                (sum, 0)
            };
            if !sum.is_multiple_of(unit) {
                number.scale = 0;
            }
        }
        self.spoken_point(number)
    }

    /// Whether nothing that belongs to a token of digits follows it.
    fn token_ends(&self, end: usize) -> bool {
        match self.byte(end) {
            b'/' | b':' => !self.byte(end + 1).is_ascii_digit(),
            b'%' => false,
            _ => !fold::is_letter(self.bytes(), end),
        }
    }

    /// `phẩy` and its digits, and scales after them.
    fn spoken_point(&self, number: &mut Number) -> Result<(), (usize, Why)> {
        if !number.spoken || number.places > 0 {
            return Ok(());
        }
        let Some((Word::Point, end)) = self.next_word(number.end) else {
            return Ok(());
        };
        let gap = self.gap(end);
        if gap == 0 {
            return Ok(());
        }
        let Some(fraction) = self.fraction(end + gap) else {
            return Ok(());
        };
        let large = (fraction.end, Why::TooLarge);
        let mantissa = number
            .mantissa
            .checked_mul(pow10(fraction.places))
            .and_then(|m| m.checked_add(fraction.value))
            .filter(|&m| m <= digits::MAX)
            .ok_or(large)?;
        let scales = self.scales(fraction.end, Leading::Group);
        let (scaled, places) =
            digits::scaled(mantissa, fraction.places, scales.total()).ok_or(large)?;
        number.significand = (mantissa, fraction.places);
        number.scale = scales.total();
        number.mantissa = scaled;
        number.places = places;
        number.lone = false;
        number.end = if scales.count > 0 {
            scales.end
        } else {
            fraction.end
        };
        Ok(())
    }
}
