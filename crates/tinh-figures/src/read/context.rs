//! What is no figure in running text.

use super::Reader;
use super::number::Number;
use super::qualifier::{Before, Hint};
use super::unit::Unit;
use crate::figure::Kind;
use crate::fold::{self, Key, Syllable};
use crate::lexicon::Word;

/// A number that looks like a year: four digits, no mark, 1900 to 2099.
pub(super) fn year(number: &Number) -> bool {
    number.plain && number.digits == 4 && (1900..2100).contains(&number.mantissa)
}

/// Words that label the number after them: `quận 3`, `điều 12`.
const LABELS: [Key; 22] = [
    fold::key("điều"),
    fold::key("khoản"),
    fold::key("chương"),
    fold::key("mục"),
    fold::key("quận"),
    fold::key("phường"),
    fold::key("đường"),
    fold::key("ngõ"),
    fold::key("ngách"),
    fold::key("hẻm"),
    fold::key("khóa"),
    fold::key("kỷ"),
    fold::key("lộ"),
    fold::key("bản"),
    fold::key("fax"),
    fold::key("hotline"),
    fold::key("tel"),
    fold::key("trang"),
    fold::key("kênh"),
    fold::key("ql"),
    fold::key("version"),
    fold::key("đt"),
];

/// Labels that are such after these words only: `nghị định 15`, not `ổn định 9`.
const LABELS_AFTER: [(Key, &[Key]); 7] = [
    (fold::key("định"), &[fold::key("nghị"), fold::key("quyết")]),
    (fold::key("quyết"), &[fold::key("nghị")]),
    (fold::key("thị"), &[fold::key("chỉ")]),
    (fold::key("thoại"), &[fold::key("điện")]),
    (fold::key("lục"), &[fold::key("phụ")]),
    (fold::key("thuế"), &[fold::key("số")]),
    (fold::key("đoạn"), &[fold::key("giai")]),
];

/// Labels that are none after these words: `hình 3`, but `loại hình 4`.
const LABELS_NOT_AFTER: [(Key, &[Key]); 4] = [
    (
        fold::key("hình"),
        &[
            fold::key("loại"),
            fold::key("mô"),
            fold::key("tình"),
            fold::key("điển"),
        ],
    ),
    (
        fold::key("biểu"),
        &[fold::key("tiêu"), fold::key("đại"), fold::key("phát")],
    ),
    (
        fold::key("phòng"),
        &[fold::key("quốc"), fold::key("văn"), fold::key("dự")],
    ),
    (fold::key("tầng"), &[fold::key("hạ")]),
];

/// Words that label a number of one or two digits, and may take a larger one as
/// a count: `lớp 12`, `vành đai 4`.
const SMALL_LABELS: [Key; 7] = [
    fold::key("lớp"),
    fold::key("vòng"),
    fold::key("đợt"),
    fold::key("hiệp"),
    fold::key("đai"),
    fold::key("loại"),
    fold::key("thầu"),
];

const NGHIEP: Key = fold::key("nghiệp");
const NGAY: Key = fold::key("ngày");
const THANG: Key = fold::key("tháng");
const NAM: Key = fold::key("năm");
const QUY: Key = fold::key("quý");
const THU: Key = fold::key("thứ");
const SO: Key = fold::key("số");
const MUNG: [Key; 2] = [fold::key("mùng"), fold::key("mồng")];
const CLOCK: [Key; 3] = [fold::key("lúc"), fold::key("hồi"), fold::key("trước")];
const CLOCK_AFTER: [Key; 6] = [
    fold::key("sáng"),
    fold::key("trưa"),
    fold::key("chiều"),
    fold::key("tối"),
    fold::key("đêm"),
    fold::key("nay"),
];
const GIO: Key = fold::key("giờ");
const PHUT: Key = fold::key("phút");

/// Words before `số` that make a count of it: `tổng số 24 dự án`, `dân số`.
const COUNTED: [Key; 16] = [
    fold::key("tổng"),
    fold::key("con"),
    fold::key("trong"),
    fold::key("tất"),
    fold::key("dân"),
    fold::key("doanh"),
    fold::key("quân"),
    fold::key("sĩ"),
    fold::key("đa"),
    fold::key("thiểu"),
    fold::key("tần"),
    fold::key("hệ"),
    fold::key("tham"),
    fold::key("chỉ"),
    fold::key("điểm"),
    fold::key("hàm"),
];

/// Words before `ngày`, `tháng`, `quý`, `năm` that make a rate of it: `mỗi ngày 20
/// chuyến`.
const EACH: [Key; 5] = [
    fold::key("mỗi"),
    fold::key("một"),
    fold::key("hằng"),
    fold::key("hàng"),
    fold::key("quân"),
];

/// Words before a day and month parted by a dot: `sáng 26.12`.
const DAY: [Key; 9] = [
    NGAY,
    fold::key("sáng"),
    fold::key("trưa"),
    fold::key("chiều"),
    fold::key("tối"),
    fold::key("đêm"),
    fold::key("hôm"),
    fold::key("nay"),
    fold::key("qua"),
];

/// Words before `năm` that make a year of it: `mỗi năm doanh nghiệp …`.
const YEARLY: [Key; 25] = [
    fold::key("là"),
    fold::key("trong"),
    fold::key("cả"),
    fold::key("hàng"),
    fold::key("hằng"),
    fold::key("mỗi"),
    fold::key("đầu"),
    fold::key("cuối"),
    fold::key("giữa"),
    fold::key("nhiều"),
    fold::key("các"),
    fold::key("từng"),
    fold::key("qua"),
    fold::key("suốt"),
    fold::key("quanh"),
    fold::key("những"),
    fold::key("mấy"),
    fold::key("vài"),
    fold::key("sau"),
    fold::key("trước"),
    fold::key("hết"),
    fold::key("toàn"),
    fold::key("theo"),
    fold::key("bao"),
    fold::key("lâu"),
];

/// Words before `18K`, `4K`, `5K` that make karats, a size or a name of it: `vàng`,
/// `trang sức`, `màn hình`, `độ phân giải`, `thông điệp`, ….
const SIZED: [Key; 11] = [
    fold::key("vàng"),
    fold::key("sức"),
    fold::key("nhẫn"),
    fold::key("hình"),
    fold::key("giải"),
    fold::key("nét"),
    fold::key("tivi"),
    fold::key("tv"),
    fold::key("video"),
    fold::key("camera"),
    fold::key("điệp"),
];

/// Words before `một` that make an article of it: `là một doanh nghiệp`.
const ARTICLE: [Key; 4] = [
    fold::key("là"),
    fold::key("như"),
    fold::key("thành"),
    fold::key("làm"),
];

/// Words before `thứ` that make a rank of `thứ hai`, not a Monday.
const RANKED: [Key; 27] = [
    fold::key("quý"),
    fold::key("đứng"),
    fold::key("xếp"),
    fold::key("lần"),
    fold::key("vị"),
    fold::key("trí"),
    fold::key("hạng"),
    fold::key("kỳ"),
    fold::key("khóa"),
    fold::key("lớn"),
    fold::key("cao"),
    fold::key("nhiều"),
    fold::key("thấp"),
    fold::key("nhỏ"),
    fold::key("nhanh"),
    fold::key("quan"),
    fold::key("người"),
    fold::key("nước"),
    fold::key("tỉnh"),
    fold::key("năm"),
    fold::key("đời"),
    fold::key("điểm"),
    fold::key("là"),
    fold::key("bậc"),
    fold::key("ngôi"),
    fold::key("về"),
    fold::key("đạt"),
];

/// Words after `thứ hai` that make a rank of it: `cả nước`, `liên tiếp`, `toàn cầu`,
/// `thế giới`.
const RANKED_AFTER: [Key; 4] = [
    fold::key("cả"),
    fold::key("liên"),
    fold::key("toàn"),
    fold::key("thế"),
];

/// Words before `thứ` that make a weekday of it: `sáng thứ hai`.
const WEEKDAY: [Key; 10] = [
    fold::key("cả"),
    fold::key("đến"),
    fold::key("sáng"),
    fold::key("trưa"),
    fold::key("chiều"),
    fold::key("tối"),
    fold::key("đêm"),
    fold::key("ngày"),
    fold::key("vào"),
    fold::key("hôm"),
];

impl Reader<'_> {
    /// Dates, times and documents by the byte after the first run of digits:
    /// `10/8/2022`, `20:54`, `15-CT/TW`. Most digits that are no figure end
    /// here, before anything is read.
    pub(super) fn vetoed_at_sight(&self, at: usize, floor: usize) -> Option<usize> {
        if self.whole {
            return None;
        }
        let mut end = at + 1;
        while self.byte(end).is_ascii_digit() {
            end += 1;
        }
        let (next, after) = (self.byte(end), self.byte(end + 1));
        let joined = match next {
            b'/' | b':' => after.is_ascii_digit(),
            b'-' => after.is_ascii_uppercase(),
            _ => false,
        };
        if joined && self.rank_of(at, floor, next) {
            return None;
        }
        if joined && (at == floor || self.byte(at - 1) != b'.' && self.byte(at - 1) != b',') {
            let run = if next == b'-' {
                end + 1
            } else {
                self.token_run(end)
            };
            return Some(self.glued_end(run));
        }
        None
    }

    /// `xếp thứ 8/63`: a rank among so many.
    fn rank_of(&self, at: usize, floor: usize, next: u8) -> bool {
        next == b'/'
            && matches!(
                self.seen_before(at, floor).word,
                Some(Word::Th | Word::Rank)
            )
    }

    /// Letters or marks glued to a token of digits, and the runs of digits of
    /// dates, documents and telephones: where to go on, if this is no figure.
    ///
    /// This looks at bytes next to the token only; it comes before any unit is
    /// read.
    pub(super) fn vetoed_outright(
        &self,
        number: &Number,
        start: usize,
        floor: usize,
    ) -> Option<usize> {
        if number.spoken {
            return None;
        }
        let end = number.end;
        // Before; a space is nearly always there.
        if start > 0 && start == number.at && self.byte(start - 1) != b' ' {
            let back = fold::before(self.bytes(), start);
            let before = self.byte(back);
            let further = if back > 0 { self.byte(back - 1) } else { b' ' };
            let glued = match before {
                // `%20`, `#5`, `a_1`, `@2`, `&x=1`, a path.
                b'%' | b'#' | b'_' | b'@' | b'&' | b'?' | b'\\' => true,
                // `tin-123`, `GMT+7`, `v.1`, `a/1`, `12:30` (a token before).
                // A colon parts `12:30`, but not `vốn:5 tỷ`.
                b':' => further.is_ascii_digit(),
                // `>=5%` is a bound, `x=5` a setting.
                b'=' => !matches!(further, b'<' | b'>'),
                b'-' | b'+' | b'.' | b'/' | b'*' | b'\'' => {
                    back > 0
                        && (further.is_ascii_alphanumeric()
                            || further >= 0x80
                                && fold::is_letter(self.bytes(), fold::before(self.bytes(), back)))
                }
                _ => {
                    fold::is_letter(self.bytes(), back) || before.is_ascii_digit() && back >= floor
                }
            };
            if glued {
                return Some(self.glued_end(end));
            }
            // `+84 …`
            if before == b'+' && number.plain && number.mantissa == 84 {
                return Some(self.phone_run(end));
            }
        }
        // After.
        let next = self.byte(end);
        let after = self.byte(end + 1);
        match next {
            // After a scale it is a rate: `5 triệu/3 tháng`.
            b'/' | b':'
                if after.is_ascii_digit()
                    && number.scale == 0
                    && !self.rank_of(number.at, floor, next) =>
            {
                return Some(self.glued_end(self.token_run(end)));
            }
            // `Km 104+200`.
            b'+' if after.is_ascii_digit() => return Some(self.glued_end(end + 1)),
            // `5/QĐ-TTg`, `8/NQ-CP`.
            b'/' if after.is_ascii_uppercase() || after == 0xc4 => {
                return Some(self.glued_end(end + 1));
            }
            // `15-CT/TW`; a joined word after a dash is no range.
            b'-' if fold::is_letter(self.bytes(), end + 1) && number.plain => {
                return Some(self.glued_end(end + 1));
            }
            b'%' if after.is_ascii_alphanumeric() => return Some(end),
            b'@' | b'_' | b'=' | b'&' => return Some(end),
            b'.' if after.is_ascii_lowercase() => return Some(end),
            // A second pair of hyphens: `2022-12-20`, `0225-3821-055`.
            b'-' if after.is_ascii_digit() => {
                let run = self.token_run(end);
                let text = self.bytes().get(end..run).unwrap_or(&[]);
                let dashes = text.iter().filter(|&&b| b == b'-').count();
                if dashes > 1
                    || text.contains(&b'/')
                    || text.contains(&b':')
                    || number.zero_led && number.digits > 2
                {
                    return Some(run);
                }
            }
            _ => {}
        }
        // Identifiers: a needless zero before two or more digits, or ten digits
        // and more without a mark, unless money or a scale says otherwise.
        if number.zero_led && number.digits > 2 && number.prefix.is_none() && number.scale == 0 {
            return Some(self.phone_run(self.token_run(end)));
        }
        // `1900 6789`, `24 3733 1234`: groups of digits parted by spaces.
        if number.plain && next == b' ' && after.is_ascii_digit() && number.prefix.is_none() {
            let run = self.phone_run(end);
            let text = self.bytes().get(end..run).unwrap_or(&[]);
            let groups = text.iter().filter(|&&b| b == b' ').count();
            let digits = number.digits + text.iter().filter(|b| b.is_ascii_digit()).count();
            if groups >= 2 && digits >= 7 || groups == 1 && digits >= 8 && number.digits >= 3 {
                return Some(run);
            }
        }
        None
    }

    /// Past a word, code or path that goes on after the digits.
    fn glued_end(&self, at: usize) -> usize {
        let mut end = at;
        loop {
            let b = self.byte(end);
            if b.is_ascii_alphanumeric()
                || matches!(b, b'/' | b'-' | b'_' | b'%' | b':')
                    && self.byte(end + 1).is_ascii_alphanumeric()
            {
                end += 1;
            } else if b >= 0x80 && fold::is_letter(self.bytes(), end) {
                end = self.syllable(end).map_or(end + 1, |s| s.end);
                // Stay on a code point even after a stray mark.
                while self.byte(end) & 0xc0 == 0x80 {
                    end += 1;
                }
            } else {
                return end;
            }
        }
    }

    /// The end of groups of two and more digits parted by single spaces, dots,
    /// dashes or a closing bracket.
    fn phone_run(&self, at: usize) -> usize {
        let mut end = at;
        loop {
            let mut next = end;
            if self.byte(next) == b')' {
                next += 1;
            }
            if matches!(self.byte(next), b' ' | b'.' | b'-') {
                next += 1;
            }
            let digits = self
                .bytes()
                .get(next..)
                .unwrap_or(&[])
                .iter()
                .take(12)
                .take_while(|b| b.is_ascii_digit())
                .count();
            if next == end || !(2..=11).contains(&digits) {
                return end;
            }
            end = next + digits;
            // What goes on as a decimal, an amount or a word is no telephone.
            if fold::is_letter(self.bytes(), end) {
                return next.saturating_sub(1).max(at);
            }
        }
    }

    /// `đôi ba người`, `năm ba triệu`, `ba bảy dự án`: a few, and not three or
    /// seven of them. In `mỗi năm ba đoàn` the `năm` is the year.
    pub(super) fn is_vague(&self, number: &Number, floor: usize) -> bool {
        let seen = self.seen_before(number.at, floor);
        let other = |from| {
            self.word_before(from, floor)
                .is_some_and(|(_, s)| YEARLY.contains(&s.key) || [THANG, QUY, THU].contains(&s.key))
        };
        match (seen.word, number.significand.0) {
            (Some(Word::Double), _) => true,
            // Without accents `nam` is too many words.
            (Some(Word::Digit(5)), 3 | 300) | (Some(Word::Digit(3)), 7 | 700) => {
                !self.unaccented() && !other(seen.start)
            }
            _ => false,
        }
    }

    /// The rules that look at the words around.
    #[allow(clippy::too_many_arguments, clippy::too_many_lines)] // the parts of one decision
    pub(super) fn vetoed(
        &self,
        number: &Number,
        start: usize,
        end: usize,
        floor: usize,
        unit: &Unit,
        range: bool,
        noun: (usize, usize),
        kind: Kind,
        before: &Before,
    ) -> Option<usize> {
        let has_noun = noun.1 > 0;
        if unit.kind == Kind::Number && kind == Kind::Number {
            // A letter glued to the digits that is no unit: `5G`, `1A`, `20h`.
            if !number.spoken && fold::is_letter(self.bytes(), end) && !(has_noun && noun.0 == end)
            {
                return Some(self.glued_end(end));
            }
        }
        if kind == Kind::Multiple
            && number.lone
            && number.mantissa == 1
            && before.hint != Hint::Fold
        {
            // `một lần nữa`, `một lần`.
            return Some(end);
        }
        if kind == Kind::Ordinal {
            return self.weekday(number, before.start, floor, end);
        }
        // `quý 1 - 5%`, `tháng 5 - 7%`: what has a unit is not the month.
        if range
            && unit.kind != Kind::Number
            && number.plain
            && number.digits <= 2
            && before.span.1 == 0
            && (self.word_before(before.start, floor))
                .is_some_and(|(_, s)| [NGAY, THANG, QUY].contains(&s.key))
        {
            return Some(number.end);
        }
        if unit.kind != Kind::Number || number.scale > 0 || number.places > 0 && number.spoken {
            return None;
        }
        // `4 giờ ngày 6/9`, `17 giờ 30 chiều nay`.
        if self.noun_is(noun, GIO) {
            let tail = self.clock_tail(noun.1);
            let at = tail + self.gap(tail);
            if let Some(next) = self.syllable(at)
                && (CLOCK_AFTER.contains(&next.key)
                    || next.key == NGAY
                        && self.byte(next.end + self.gap(next.end)).is_ascii_digit())
            {
                return Some(tail);
            }
        }
        // A lone word below ten.
        if number.lone {
            if !has_noun && kind != Kind::Multiple && !range {
                return Some(number.end);
            }
            // `quận Hai Bà Trưng`, `huyện Năm Căn`: a name.
            let capital = |at| self.syllable(at).is_some_and(|s| s.capital && !s.shout);
            if number.mantissa == 0 || has_noun && capital(noun.0) && capital(number.at) {
                return Some(number.end);
            }
            if range && !has_noun && kind == Kind::Number {
                return Some(end);
            }
        }
        // `tăng từ 70 lên 85 triệu`: the 70 lacks its scale.
        if number.plain
            && !has_noun
            && !range
            && let Some((Word::Up | Word::Down, after)) = self.next_word(end)
            && let at = after + self.gap(after)
            && self.byte(at).is_ascii_digit()
            && self.number(at).is_ok_and(|right| right.scale > 0)
        {
            return Some(end);
        }
        let at_line_start = self.at_line_start(start);
        if !number.spoken && number.plain && !range {
            // `1. Tình hình`, `2) …` at the beginning of a line; `[1]`.
            let next = self.byte(end);
            if at_line_start
                && number.digits <= 2
                && matches!(next, b'.' | b')')
                && matches!(self.byte(end + 1), b' ' | b'\t')
            {
                return Some(end);
            }
            if next == b']' && start > 0 && self.byte(start - 1) == b'[' {
                return Some(end);
            }
            if number.digits >= 10 && !has_noun {
                return Some(end);
            }
        }
        let label = self.word_before(before.start, floor);
        let small = number.places == 0;
        if let Some((from, syllable)) = label {
            let key = syllable.key;
            let value = number.mantissa;
            let qualified = before.span.1 > 0 || before.start < start;
            if !qualified && !range && self.dotted_date(number, key) {
                return Some(end);
            }
            if small && (!qualified || range) {
                let each = || {
                    self.word_before(from, floor)
                        .is_some_and(|(_, s)| EACH.contains(&s.key))
                };
                if ([NGAY, THANG, QUY].contains(&key) || key == NAM && has_noun) && each() {
                    return None;
                }
                if key == NGAY && value <= 31 && number.other == crate::figure::Other::None
                    || MUNG.contains(&key)
                    || key == THANG && (1..=12).contains(&value)
                    || key == QUY && (1..=4).contains(&value)
                    || key == NAM
                        && (number.digits == 4 && number.plain || number.spoken && value > 1000)
                {
                    return Some(end.max(self.date_tail(end)));
                }
                if key == SO {
                    let counted = self
                        .word_before(from, floor)
                        .is_some_and(|(_, s)| COUNTED.contains(&s.key));
                    if !counted {
                        return Some(end);
                    }
                }
                if number.lone && number.mantissa == 5 && YEARLY.contains(&key) {
                    return Some(end);
                }
                if number.lone && number.mantissa == 1 && ARTICLE.contains(&key) {
                    return Some(end);
                }
            }
            // `khoản 3 Điều 4`, `quyết định 15 ngày 6/12`: a label or a date follows,
            // nothing is counted.
            let counts = has_noun
                && !self.syllable(noun.0).is_some_and(|s| s.capital)
                && !self.byte(noun.1 + self.gap(noun.1)).is_ascii_digit();
            if (number.plain || number.places > 0)
                && !qualified
                && !counts
                && !number.spoken
                && self.is_label(number, from, &syllable, floor)
            {
                return Some(end);
            }
            if CLOCK.contains(&key) && self.noun_is(noun, GIO) {
                return Some(self.clock_tail(noun.1));
            }
        }
        // `từ ngày 19 đến 25/11` is read from the 25/11; `ngày 19` above.
        if year(number) && !has_noun {
            return Some(end);
        }
        if year(number) && before.start < start && before.span.1 == 0 {
            // `từ 2021 tỉnh …`: the year again.
            return Some(end);
        }
        // `năm tháng`: years and months, not five of them.
        if number.lone && number.mantissa == 5 && self.noun_is(noun, THANG) {
            return Some(end);
        }
        None
    }

    /// Whether the `K` behind the number is no thousand: `vàng 18K`, `màn hình 4K`.
    /// Prices in thousands after these words are larger.
    pub(super) fn names_a_size(&self, number: &Number) -> bool {
        number.plain
            && number.mantissa <= 24
            && (self.word_before(number.at, 0)).is_some_and(|(_, s)| SIZED.contains(&s.key))
    }

    /// Whether a digit before a comma may be an end of a range: it numbers no
    /// month, article or group, and stands in no list.
    pub(super) fn counts(&self, number: &Number) -> bool {
        if number.negative || number.prefix.is_some() {
            return false;
        }
        let seen = self.seen_before(number.at, 0);
        let Some(syllable) = seen.syllable else {
            let back = self.back_over_blank(number.at, 0);
            return back == 0 || self.byte(back - 1) == b'(';
        };
        if [NGAY, THANG, QUY, NAM, SO].contains(&syllable.key) {
            return false;
        }
        match seen.word {
            Some(Word::Th | Word::Rank) => false,
            Some(_) => true,
            None => !(syllable.capital || self.is_label(number, seen.start, &syllable, 0)),
        }
    }

    /// `ngày 6.12`, `tháng 1.2021`, `quý 1.2024`: a date with a dot, after a word
    /// of this key.
    fn dotted_date(&self, number: &Number, key: Key) -> bool {
        if number.spoken || number.places == 0 || number.scale > 0 {
            return false;
        }
        let Some(token) = self.text.get(number.at..number.end) else {
            return false;
        };
        let Some((first, second)) = token.split_once('.') else {
            return false;
        };
        let (Ok(first), Ok(second), digits) =
            (first.parse::<u32>(), second.parse::<u32>(), second.len())
        else {
            return false;
        };
        let year = digits == 4 && (1900..2100).contains(&second);
        key == THANG && year && (1..=12).contains(&first)
            || key == QUY && year && (1..=4).contains(&first)
            || DAY.contains(&key)
                && digits <= 2
                && (1..=31).contains(&first)
                && (1..=12).contains(&second)
    }

    /// Whether the word that begins at `from` labels the number after it.
    fn is_label(&self, number: &Number, from: usize, word: &Syllable, floor: usize) -> bool {
        let find = |list: &[(Key, &'static [Key])]| {
            let found = list.iter().find(|(key, _)| *key == word.key);
            found.map(|&(_, keys)| keys)
        };
        let (only_after, not_after) = (find(&LABELS_AFTER), find(&LABELS_NOT_AFTER));
        let label = LABELS.contains(&word.key)
            || SMALL_LABELS.contains(&word.key) && number.digits <= 2
            // `công nghiệp 4.0`.
            || word.key == NGHIEP && number.places == 1 && number.mantissa.is_multiple_of(10)
            || only_after.is_some()
            || not_after.is_some();
        if !label {
            return false;
        }
        let before = self.word_before(from, floor).map(|(_, s)| s);
        // `Hải Phòng 853`, `Nhật Bản 120`: a name.
        if word.capital && !word.shout && before.is_some_and(|s| s.capital) {
            return false;
        }
        let after = |keys: &[Key]| before.is_some_and(|s| keys.contains(&s.key));
        only_after.is_none_or(after) && !not_after.is_some_and(after)
    }

    fn noun_is(&self, noun: (usize, usize), key: Key) -> bool {
        noun.1 > 0
            && self
                .syllable(noun.0)
                .is_some_and(|s| s.key == key && s.end == noun.1)
    }

    /// After `lúc 16 giờ`: ` 15 phút`.
    fn clock_tail(&self, end: usize) -> usize {
        let gap = self.gap(end);
        let digits = self
            .bytes()
            .get(end + gap..)
            .unwrap_or(&[])
            .iter()
            .take(2)
            .take_while(|b| b.is_ascii_digit())
            .count();
        if digits == 0 {
            return end;
        }
        let at = end + gap + digits;
        match self.syllable(at + self.gap(at)) {
            Some(s) if s.key == PHUT => s.end,
            _ => at,
        }
    }

    /// After `ngày 19`: ` đến 25/11` belongs to the date.
    fn date_tail(&self, end: usize) -> usize {
        let Some((Word::To, after)) = self.next_word(end) else {
            return end;
        };
        let at = after + self.gap(after);
        let run = self.token_run(at);
        if run > at { run } else { end }
    }

    /// `thứ hai` is Monday unless a rank is spoken of; `thứ 8` always a rank.
    fn weekday(&self, number: &Number, start: usize, floor: usize, end: usize) -> Option<usize> {
        let rank = matches!(self.word(start), Some((Word::Rank, _)));
        if rank || !(2..=7).contains(&number.mantissa) || number.places > 0 {
            return None;
        }
        let before = self.word_before(start, floor).map(|(_, s)| s.key);
        let day = if number.spoken {
            let after = end + self.gap(end);
            !before.is_some_and(|key| RANKED.contains(&key))
                && !(self.syllable(after)).is_some_and(|s| RANKED_AFTER.contains(&s.key))
        } else {
            // `từ thứ 2 đến thứ 6`.
            let to = match self.next_word(end) {
                Some((Word::To, after)) => matches!(self.next_word(after), Some((Word::Th, _))),
                _ => false,
            };
            to || before.is_some_and(|key| WEEKDAY.contains(&key))
        };
        day.then_some(end)
    }

    /// Whether the word before `thứ` speaks of ranks.
    pub(super) fn is_ranked(&self, start: usize, floor: usize) -> bool {
        self.word_before(start, floor)
            .is_some_and(|(_, s)| RANKED.contains(&s.key))
    }

    pub(super) fn at_line_start(&self, at: usize) -> bool {
        let mut back = at;
        for _ in 0..8 {
            if back == 0 {
                return true;
            }
            match self.byte(back - 1) {
                b' ' | b'\t' => back -= 1,
                b'\n' => return true,
                _ => return false,
            }
        }
        false
    }
}
