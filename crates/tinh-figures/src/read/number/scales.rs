//! Scale words: `nghìn tỷ`, `triệu`, `k`.

use super::value::TR_DONG;
use crate::currency;
use crate::read::cursor::{Cursor, Seen};
use crate::settings::{ScaleWords, Shorthand};
use crate::vocabulary::{Set, Word};

/// What stands before scale words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::read) enum Leading {
    /// A number: `chục`, `trăm`, `k` and `tr` may come first, glued to digits.
    Number,
    /// `hàng`, `vài`: `chục` and `trăm` may come first.
    Order,
    /// A group in words that has its tens and hundreds.
    Group,
}

/// Consecutive scale words.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::read) struct Scales {
    list: [u8; 4],
    pub(in crate::read) count: usize,
    pub(in crate::read) end: usize,
    /// No blank before the first: `2tr`.
    pub(in crate::read) glued: bool,
}

impl Scales {
    /// The powers of ten, the first one first.
    pub(in crate::read) fn list(&self) -> &[u8] {
        self.list.get(..self.count).unwrap_or(&[])
    }

    fn push(&mut self, exponent: u8, end: usize) {
        if let Some(place) = self.list.get_mut(self.count) {
            *place = exponent;
            self.count += 1;
            self.end = end;
        }
    }

    /// The power of ten of all together, at most 36.
    pub(in crate::read) fn total(&self) -> u8 {
        self.list.iter().take(self.count).sum()
    }
}

impl Cursor<'_> {
    /// The scale words after `at`.
    pub(in crate::read) fn scales(&self, at: usize, leading: Leading) -> Scales {
        let mut scales = Scales {
            end: at,
            ..Scales::default()
        };
        while scales.count < scales.list.len() {
            let gap = self.gap(scales.end);
            let first = scales.count == 0;
            if gap == 0 && !(leading == Leading::Number && first) {
                break;
            }
            let seen = self.seen(scales.end + gap);
            let Some(syllable) = seen.syllable else {
                break;
            };
            if first {
                scales.glued = gap == 0;
            }
            if syllable.key == TR_DONG
                && first
                && leading == Leading::Number
                && self.set.shorthand == Shorthand::On
            {
                scales.push(6, syllable.end - "đ".len());
                break;
            }
            let before = scales.list().last().copied();
            let Some((exponent, last)) = self.scale_word(&seen, leading, before) else {
                break;
            };
            scales.push(exponent, syllable.end);
            if last {
                break;
            }
        }
        scales
    }

    /// The power of ten of a word after scales that end in `before`, and whether
    /// no scale may follow it.
    fn scale_word(&self, seen: &Seen, leading: Leading, before: Option<u8>) -> Option<(u8, bool)> {
        let number = leading == Leading::Number && before.is_none();
        let short = number && self.set.shorthand == Shorthand::On;
        match seen.word? {
            Word::Tenfold if leading != Leading::Group && before.is_none() => Some((1, false)),
            Word::Hundred if leading != Leading::Group && before.is_none() => Some((2, false)),
            Word::Scale(e) if before.is_none_or(|b| e > b || e == 9 && b == 9) => {
                (!self.pair_ahead(seen, Set::Compound) && !self.names_a_place(seen))
                    .then_some((e, false))
            }
            Word::English(e) if number && self.set.scales == ScaleWords::WithEnglish => {
                Some((e, true))
            }
            Word::EnglishCapital(e) if number && self.set.scales == ScaleWords::WithEnglish => {
                let glued = seen.start > 0 && self.digit(seen.start - 1);
                (glued && seen.capital()).then_some((e, true))
            }
            Word::Short(e) if short => Some((e, true)),
            // `3,1 N người`: a capital before what is counted.
            Word::ShortCapital(e) if short => {
                let syllable = seen.syllable.filter(|s| s.shout)?;
                self.noun(syllable.end).is_some().then_some((e, true))
            }
            // `5t` typed in a form.
            Word::ShortTyped(e) if short && self.whole => {
                let glued = seen.start > 0 && self.digit(seen.start - 1);
                glued.then_some((e, true))
            }
            _ => None,
        }
    }

    /// `Triệu Sơn`, `Vạn Ninh`: a name, not a scale; but `Tỷ Đồng`.
    fn names_a_place(&self, seen: &Seen) -> bool {
        seen.title()
            && seen
                .syllable
                .and_then(|s| self.next(s.end))
                .is_some_and(|next| {
                    next.title()
                        && next.word.is_none()
                        && next.syllable.is_some_and(|s| !currency::may_begin(s.key))
                })
    }
}
