//! What numbers a number: `Điều 5`, `lớp 12`, `Vành đai 4`.

use crate::read::cursor::{Cursor, Seen};
use crate::read::number::Number;
use crate::vocabulary::{Set, Sets, Word};

/// The word before a phrase, or the two words that are one.
#[derive(Clone, Copy, Debug)]
pub(in crate::read) struct Label {
    pub(in crate::read) start: usize,
    /// Its last word, and the sets of the whole.
    pub(in crate::read) last: Seen,
    pub(in crate::read) sets: Sets,
}

impl Cursor<'_> {
    /// The word before `at`, or the two words that are one.
    pub(in crate::read) fn label(&self, at: usize, floor: usize) -> Label {
        let last = self.seen_before(at, floor);
        let (sets, start) = self.sets_before_word(&last, floor);
        Label { start, last, sets }
    }

    /// Whether the label numbers this number: weakly where a counted noun behind
    /// the number has the last word.
    pub(in crate::read) fn numbers(&self, label: &Label, number: &Number, floor: usize) -> bool {
        let small = label.sets.has(Set::LabelSmall)
            && number.digits <= 2
            && number.plain
            && !self.is_counted(label, floor);
        (small || label.sets.any(&[Set::Label, Set::Law])) && !self.ends_a_name(label, floor)
    }

    /// `số cơ sở 25`: how many there are.
    fn is_counted(&self, label: &Label, floor: usize) -> bool {
        let before = self.seen_before(label.start, floor);
        before.sets.has(Set::Numero)
    }

    /// `Lâm Tầng 853`: the last syllable of a name is not a label; but `Theo Khoản
    /// 4`, `TẠI QUẬN 3`.
    fn ends_a_name(&self, label: &Label, floor: usize) -> bool {
        if !label.last.title() || label.start != label.last.start {
            return false;
        }
        let before = self.seen_before(label.start, floor);
        before.title()
            && before.word.is_none()
            && !before.sets.any(&[Set::Function, Set::Label, Set::Law])
    }

    /// Whether a digit before a comma may be an end of a range: it numbers no
    /// month, article or group, and is not in a list.
    pub(in crate::read) fn counts(&self, number: &Number) -> bool {
        if number.negative || number.prefix.is_some() {
            return false;
        }
        let label = self.label(number.at, 0);
        if label.last.syllable.is_none() {
            let back = self.back_over_blank(number.at, 0);
            return back == 0 || self.byte(back - 1) == b'(';
        }
        let dated = [Set::Day, Set::Month, Set::Quarter, Set::Year, Set::Numero];
        if label.sets.any(&dated) {
            return false;
        }
        match label.last.word {
            Some(Word::Nth | Word::Rank) => false,
            Some(_) => true,
            None => !(label.last.capital() || self.numbers(&label, number, 0)),
        }
    }
}
