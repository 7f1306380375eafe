//! What follows a number: percent, points, multiples, currencies; and ranges.

use super::digits::scaled;
use super::number::Number;
use super::{Reader, Why};
use crate::currency::{self, Currency};
use crate::figure::{Kind, Other};
use crate::fold::{self, Key};
use crate::lexicon::Word;
use crate::scale::pow10;
use crate::write::has_xu;

/// The unit after a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) kind: Kind,
    pub(super) currency: Option<Currency>,
    pub(super) end: usize,
    /// The amount with its cents, where the unit brought them.
    pub(super) amount: Option<(u128, u8)>,
}

/// Two ends under one unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    pub(super) low: (u128, u8),
    /// The scale the lower end took over from the upper one, else 0.
    pub(super) lifted: u8,
    /// The other reading of the digits of either end.
    pub(super) other: Other,
    pub(super) high: (u128, u8),
    /// The upper end is below zero.
    pub(super) negative: bool,
    pub(super) unit: Unit,
    pub(super) end: usize,
}

const LUOT: Key = fold::key("lượt");

const XU: [Key; 4] = [
    fold::key("xu"),
    fold::key("cent"),
    fold::key("cents"),
    fold::key("pence"),
];

/// Words that make a one-word currency name the beginning of something else.
fn other_word(name: Key, next: Key, few: bool) -> bool {
    const DONG: [Key; 14] = [
        fold::key("nai"),
        fold::key("tháp"),
        fold::key("hới"),
        fold::key("chí"),
        fold::key("bào"),
        fold::key("hồ"),
        fold::key("nghiệp"),
        fold::key("đội"),
        fold::key("hương"),
        fold::key("phục"),
        fold::key("loạt"),
        fold::key("thời"),
        fold::key("minh"),
        fold::key("cỏ"),
    ];
    // After a few only: `5 tỷ đồng bằng tiền mặt`, `200 triệu đồng chủ yếu`.
    const DONG_FEW: [Key; 14] = [
        fold::key("ý"),
        fold::key("tình"),
        fold::key("thuận"),
        fold::key("phạm"),
        fold::key("tác"),
        fold::key("giải"),
        fold::key("chủ"),
        fold::key("sáng"),
        fold::key("ruộng"),
        fold::key("bằng"),
        fold::key("tiền"),
        fold::key("vị"),
        fold::key("hạng"),
        fold::key("ca"),
    ];
    const DO: [Key; 5] = [
        fold::key("thị"),
        fold::key("thành"),
        fold::key("hộ"),
        fold::key("vật"),
        fold::key("đốc"),
    ];
    const YEN: [Key; 5] = [
        fold::key("ngựa"),
        fold::key("bình"),
        fold::key("ổn"),
        fold::key("tĩnh"),
        fold::key("tâm"),
    ];
    const KIP: [Key; 4] = [
        fold::key("nổ"),
        fold::key("thợ"),
        fold::key("trực"),
        fold::key("mổ"),
    ];
    const TE: [Key; 2] = [fold::key("nạn"), fold::key("hại")];
    const BANG: [Key; 4] = [
        fold::key("xếp"),
        fold::key("biểu"),
        fold::key("đấu"),
        fold::key("tin"),
    ];
    if name == fold::key("đồng") {
        DONG.contains(&next) || few && DONG_FEW.contains(&next)
    } else if name == fold::key("đô") {
        DO.contains(&next)
    } else if name == fold::key("yên") {
        YEN.contains(&next)
    } else if name == fold::key("kíp") {
        KIP.contains(&next)
    } else if name == fold::key("tệ") {
        TE.contains(&next)
    } else if name == fold::key("bảng") {
        BANG.contains(&next)
    } else {
        false
    }
}

impl Reader<'_> {
    /// The unit after the number. Its end is the number's where there is none.
    pub(super) fn unit(&self, number: &Number) -> Unit {
        let end = number.end;
        let mut unit = Unit {
            kind: Kind::Number,
            currency: None,
            end,
            amount: None,
        };
        if let Some(currency) = number.prefix {
            unit.kind = Kind::Money;
            unit.currency = Some(currency);
            return unit;
        }
        let gap = self.gap(end);
        let at = end + gap;
        match self.byte(at) {
            b'%' => {
                unit.kind = Kind::Percent;
                unit.end = at + 1;
                return unit;
            }
            b'$' | b'A'..=b'Z' | b'a'..=b'z' | 0x80.. => {}
            _ => return unit,
        }
        if let Some((word, after)) = self.word(at) {
            match word {
                Word::Part => {
                    if let Some((Word::Hundred, after)) = self.next_word(after) {
                        unit.kind = Kind::Percent;
                        unit.end = after;
                    }
                    return unit;
                }
                Word::PointUnit => {
                    if let Some((Word::Part, after)) = self.next_word(after) {
                        if let Some((Word::Hundred, after)) = self.next_word(after) {
                            unit.kind = Kind::Points;
                            unit.end = after;
                        }
                    } else if self.byte(after + self.gap(after)) == b'%' {
                        unit.kind = Kind::Points;
                        unit.end = after + self.gap(after) + 1;
                    }
                    return unit;
                }
                Word::Times => {
                    // `3 lần thứ`: an ordinal follows, nothing is multiplied; nor in
                    // `2021 và 2022 lần lượt`.
                    let next = self.syllable(after + self.gap(after));
                    if !matches!(self.next_word(after), Some((Word::Th, _)))
                        && next.is_none_or(|s| s.key != LUOT)
                    {
                        unit.kind = Kind::Multiple;
                        unit.end = after;
                    }
                    return unit;
                }
                // Connectives and qualifiers are no currency.
                Word::To | Word::Turn | Word::And | Word::More => return unit,
                _ => {}
            }
        }
        if let Some(found) = currency::at(self.text, at, self.syllable(at), !self.unaccented())
            && self.is_currency(number, at, &found)
        {
            unit.kind = Kind::Money;
            unit.currency = Some(found.currency);
            unit.end = found.end;
            self.cents(number, &mut unit);
        }
        unit
    }

    /// Whether a currency's name is one here, not the beginning of another word.
    fn is_currency(&self, number: &Number, at: usize, found: &currency::Found) -> bool {
        // A symbol or code glued to further letters or digits is none.
        if self.byte(found.end).is_ascii_digit() || fold::is_letter(self.bytes(), found.end) {
            return false;
        }
        if !found.short {
            return true;
        }
        let Some(name) = self.syllable(at) else {
            return true;
        };
        // `đ/c` is đồng chí.
        if name.end - at <= 2
            && self.byte(found.end) == b'/'
            && matches!(self.byte(found.end + 1), b'c' | b'C')
        {
            return false;
        }
        // `Đô-mi-ni-ca`; `Ba Ria` without its accents.
        if self.byte(found.end) == b'-' && fold::is_letter(self.bytes(), found.end + 1)
            || found.capital && number.lone && !self.whole
        {
            return false;
        }
        // A table, unless millions of them.
        if name.key == fold::key("bảng") && number.scale < 3 && !self.whole {
            return false;
        }
        let gap = self.gap(found.end);
        if gap > 0
            && let Some(next) = self.syllable(found.end + gap)
        {
            let few = number.scale == 0 && number.places == 0 && number.mantissa < 1000;
            if other_word(name.key, next.key, few) {
                return false;
            }
            // `Đồng Nai`, `Yên Bái`; but `Đồng Chẵn`.
            if found.capital && next.capital && !next.shout && !super::ROUND.contains(&next.key) {
                return false;
            }
        }
        true
    }

    /// `2 đô la 50 xu`: the cents after whole units.
    fn cents(&self, number: &Number, unit: &mut Unit) {
        let Some(currency) = unit.currency else {
            return;
        };
        if number.places > 0 || !has_xu(currency) {
            return;
        }
        let mut gap = self.gap(unit.end);
        if gap == 0 {
            return;
        }
        let mut at = unit.end + gap;
        if let Some((Word::And, after)) = self.word(at) {
            gap = self.gap(after);
            at = after + gap;
        }
        if !self.byte(at).is_ascii_digit() && self.word(at).is_none() {
            return;
        }
        let Ok(cents) = self.number(at) else { return };
        if cents.places > 0 || cents.mantissa > 99 || cents.scale > 0 {
            return;
        }
        let at = cents.end + self.gap(cents.end);
        if let Some(syllable) = self.syllable(at)
            && XU.contains(&syllable.key)
            && let Some(sum) = number
                .mantissa
                .checked_mul(100)
                .and_then(|m| m.checked_add(cents.mantissa))
        {
            // Ten cents are one place where two would be one digit too many.
            let ten = sum > super::digits::MAX && sum.is_multiple_of(10);
            unit.amount = Some(if ten { (sum / 10, 1) } else { (sum, 2) });
            unit.end = syllable.end;
        }
    }

    /// The length of a dash, `~` or `đến` with the gaps around it, at `at`.
    pub(super) fn connective(&self, at: usize) -> Option<(usize, bool)> {
        let gap = self.gap(at);
        let here = at + gap;
        let dash = match self.byte(here) {
            b'-' => 1,
            b'~' => 1,
            // ‐ ‑ ‒ – — ― and the minus sign.
            0xe2 if self.byte(here + 1) == 0x80 && (0x90..=0x95).contains(&self.byte(here + 2)) => {
                3
            }
            0xe2 if self.byte(here + 1) == 0x88 && self.byte(here + 2) == 0x92 => 3,
            b'a'..=b'z' | b'A'..=b'Z' | 0x80.. if gap > 0 => {
                let Some((Word::To, end)) = self.word(here) else {
                    return None;
                };
                let after = self.gap(end);
                return (after > 0).then_some((end + after, false));
            }
            _ => return None,
        };
        let end = here + dash;
        Some((end + self.gap(end), true))
    }

    /// The range whose left end was read. `Err` where the two together are no
    /// figure: a score, a span of years, a date.
    #[inline]
    pub(super) fn range(
        &self,
        left: &Number,
        unit: &Unit,
        counted: (usize, usize),
    ) -> Result<Option<Ends>, (usize, Why)> {
        if let Some(link) = self.connective(unit.end) {
            return self.range_to(left, unit, (0, 0), link);
        }
        // `30 ha đến 50 ha`: the noun stands twice.
        if unit.kind == Kind::Number
            && counted.1 > 0
            && let Some(link) = self.connective(counted.1)
        {
            return self.range_to(left, unit, counted, link);
        }
        Ok(self.neighbours(left, unit))
    }

    /// The range whose left end was read, with its noun if that stands twice, and
    /// whose right end may follow the connective.
    fn range_to(
        &self,
        left: &Number,
        unit: &Unit,
        noun: (usize, usize),
        (mut at, dash): (usize, bool),
    ) -> Result<Option<Ends>, (usize, Why)> {
        let mut prefix = None;
        if left.prefix.is_some()
            && let Some(found) = currency::at(self.text, at, self.syllable(at), true)
            && Some(found.currency) == left.prefix
        {
            at = found.end + self.gap(found.end);
            prefix = left.prefix;
        }
        // `từ -5 đến -3%`: after a dash a sign would be a second dash.
        let mut negative = false;
        if !dash {
            // `từ 10 đến dưới 20 triệu`; beyond `hơn 20` there is no end.
            match self.word(at) {
                Some((Word::Below | Word::Almost, after)) => at = after + self.gap(after),
                Some((Word::More | Word::Above, after))
                    if unit.kind == Kind::Number
                        && noun.1 == 0
                        && left.scale == 0
                        && self.byte(after + self.gap(after)).is_ascii_digit() =>
                {
                    // The lower end would lack its scale and unit.
                    return Err((left.end, Why::NoNumber));
                }
                _ => {}
            }
            let sign = match self.byte(at) {
                b'-' => 1,
                0xe2 => self.minus(at),
                _ => 0,
            };
            if sign > 0 {
                negative = self.byte(at + sign).is_ascii_digit();
                at += sign;
            } else if let Some((Word::Minus, after)) = self.word(at) {
                negative = true;
                at = after + self.gap(after);
            }
        }
        if !self.byte(at).is_ascii_digit() && (dash && !left.spoken || self.word(at).is_none()) {
            return Ok(None);
        }
        let Ok(mut right) = self.number(at) else {
            return Ok(None);
        };
        // `không đến 5%` is less than five, `hằng năm đến 7%` and `thứ ba - 5%` no
        // range either; but `từ một đến 5 năm` is.
        if left.lone
            && (left.mantissa == 0
                || !self.whole
                    && !right.spoken
                    && !self
                        .word_before(left.at, 0)
                        .is_some_and(|(_, s)| self.lookup(&s) == Some(Word::From)))
        {
            return Ok(None);
        }
        right.prefix = prefix;
        if !self.whole && left.plain && right.plain && !left.spoken {
            // A date or a run of numbers, not two ends.
            let after = self.byte(right.end);
            if matches!(after, b'/' | b':') && self.byte(right.end + 1).is_ascii_digit() {
                return Err((self.token_run(right.end), Why::NoNumber));
            }
            if dash && matches!(after, b'-' | b'.') && self.byte(right.end + 1).is_ascii_digit() {
                return Err((self.token_run(right.end), Why::NoNumber));
            }
        }
        let right_unit = self.unit(&right);
        // `35% - 19% - 46%` is a list.
        if dash && !self.whole && self.in_a_chain(left.at, right_unit.end) {
            return Ok(None);
        }
        let same = right_unit.kind == unit.kind && right_unit.currency == unit.currency;
        let inherits = unit.kind == Kind::Number && noun.1 == 0;
        let prefixed = left.prefix.is_some() && right_unit.kind == Kind::Number;
        if !(same || inherits || prefixed) || unit.amount.is_some() || right_unit.amount.is_some() {
            return Ok(None);
        }
        if noun.1 > 0 {
            let again = self.noun(right.end, &right);
            let letters = |(start, end): (usize, usize)| {
                let noun = self.text.get(start..end).unwrap_or("");
                noun.chars().flat_map(char::to_lowercase)
            };
            if again.1 == 0 || !letters(again).eq(letters(noun)) {
                return Ok(None);
            }
        }
        // `2 đến 3 tỷ` is 2 to 3 tỷ; `500 đến 1.000 tỷ` too; but `900 triệu
        // đến 1,2 tỷ` has its scales, and `500 đến 1 triệu` counts in ones.
        let mut low = (left.mantissa, left.places);
        let mut lifted = 0;
        let high = (right.mantissa, right.places);
        if left.scale == 0
            && right.scale > 0
            && (inherits || prefixed)
            && let Some(value) = scaled(left.mantissa, left.places, right.scale)
            && ascends(value, left.negative, high, negative)
        {
            low = value;
            lifted = right.scale;
        }
        // `Thanh Hóa 161 - 14,65 tỷ USD`, `năm 2023 - 5 tỷ đồng`: two figures.
        if dash && !self.whole && right.scale > 0 && left.scale == 0 && inherits && lifted == 0 {
            return Ok(None);
        }
        let descending = !ascends(low, left.negative, high, negative);
        if descending {
            if self.whole {
                return Err((right_unit.end, Why::Descending));
            }
            // `2-1` is a score; `từ 7 đến 5` are two figures.
            return if dash
                && unit.kind == Kind::Number
                && left.plain
                && right.plain
                && right_unit.kind == Kind::Number
            {
                Err((right_unit.end, Why::NoNumber))
            } else {
                Ok(None)
            };
        }
        // `0-4` is a score.
        if !self.whole
            && dash
            && left.plain
            && left.mantissa == 0
            && right.plain
            && right_unit.kind == Kind::Number
        {
            return Err((right.end, Why::NoNumber));
        }
        if !self.whole
            && right_unit.kind == Kind::Number
            && unit.kind == Kind::Number
            && super::context::year(left)
            && super::context::year(&right)
        {
            return Err((right.end, Why::NoNumber));
        }
        let mut whole = if right_unit.kind == Kind::Number {
            *unit
        } else {
            right_unit
        };
        whole.end = right_unit.end;
        Ok(Some(Ends {
            low,
            lifted,
            other: if left.other == Other::None {
                right.other
            } else {
                left.other
            },
            high,
            negative,
            unit: whole,
            end: right_unit.end,
        }))
    }

    /// The length of a minus sign or an en dash glued to a digit.
    pub(super) fn minus(&self, at: usize) -> usize {
        let sign = self.text.get(at..at + 3);
        let digit = self.byte(at + 3).is_ascii_digit();
        if sign == Some("\u{2212}") || sign == Some("\u{2013}") && digit {
            3
        } else {
            0
        }
    }

    /// Whether a dash and a number stand before `from` or after `to`.
    fn in_a_chain(&self, from: usize, to: usize) -> bool {
        let back = self.back_over_blank(from, 0);
        let dash = match self.text.get(..back).and_then(|t| t.chars().next_back()) {
            Some(c @ ('-' | '–' | '—')) => c.len_utf8(),
            _ => 0,
        };
        let end = self.back_over_blank(back - dash, 0);
        dash > 0 && end > 0 && (self.byte(end - 1).is_ascii_digit() || self.byte(end - 1) == b'%')
            || matches!(self.connective(to), Some((at, true)) if self.byte(at).is_ascii_digit())
    }

    /// `hai ba người`, `năm bảy trăm`, `ba bốn tỷ đồng`: two digits in a row
    /// name a small range, where something is counted.
    ///
    /// Not `bốn năm người`: that is four years, unless a scale follows. Digits
    /// need the comma too: `5, 6 triệu đồng`.
    fn neighbours(&self, left: &Number, unit: &Unit) -> Option<Ends> {
        // `ba, bốn triệu` as well, before a scale.
        let comma = usize::from(self.byte(unit.end) == b',');
        let digit = comma > 0 && left.digits == 1 && left.plain;
        if !(left.lone || digit && self.counts(left)) || unit.kind != Kind::Number {
            return None;
        }
        let at = match self.gap(unit.end + comma) {
            0 => return None,
            gap => unit.end + comma + gap,
        };
        let second = if digit {
            Some(self.byte(at).wrapping_sub(b'0')).filter(|&d| d < 10)?
        } else {
            let (Word::Digit(second), _) = self.word(at)? else {
                return None;
            };
            second
        };
        let (low, high) = (left.mantissa, u128::from(second));
        if low == 0 || !(high == low + 1 || low == 5 && high == 7 && !digit) {
            return None;
        }
        let right = self.number(at).ok()?;
        if digit && right.digits != 1 {
            return None;
        }
        // The second digit times a power of ten, nothing else.
        let power = right.mantissa / high;
        let lifted = (0..=27).find(|&e| pow10(e) == power)?;
        if right.places > 0 || power * high != right.mantissa || right.significand.0 > high * 100 {
            return None;
        }
        let right_unit = self.unit(&right);
        let counted = right_unit.kind != Kind::Number || self.noun(right.end, &right).1 > 0;
        if power == 1 && (!counted || high == 5 || comma > 0) {
            return None;
        }
        let mut whole = right_unit;
        whole.end = right_unit.end;
        Some(Ends {
            low: (low * power, 0),
            lifted,
            other: Other::None,
            high: (right.mantissa, 0),
            negative: false,
            unit: whole,
            end: right_unit.end,
        })
    }

    /// The end of a run of digits and the marks of dates and phone numbers.
    pub(super) fn token_run(&self, at: usize) -> usize {
        let mut end = at;
        loop {
            match self.byte(end) {
                b'0'..=b'9' => end += 1,
                b'/' | b':' | b'.' | b'-' | b',' if self.byte(end + 1).is_ascii_digit() => end += 2,
                _ => return end,
            }
        }
    }
}

/// Whether the first is below the second, signs and all.
fn ascends(low: (u128, u8), low_negative: bool, high: (u128, u8), high_negative: bool) -> bool {
    match (low_negative, high_negative) {
        (false, false) => less(low, high),
        (true, true) => less(high, low),
        // Nought has no sign.
        (true, false) => low.0 != 0 || high.0 != 0,
        (false, true) => false,
    }
}

/// Whether the first is below the second.
fn less(a: (u128, u8), b: (u128, u8)) -> bool {
    let align = |(mantissa, places): (u128, u8), to: u8| mantissa.checked_mul(pow10(to - places));
    let to = a.1.max(b.1);
    match (align(a, to), align(b, to)) {
        (Some(a), Some(b)) => a < b,
        // What overflows when aligned has fewer places and is the larger.
        (None, Some(_)) => false,
        (Some(_), None) => true,
        (None, None) => a.0 < b.0,
    }
}
