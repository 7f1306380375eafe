//! Plain shapes: an amount or a percentage (`14,65 tỷ USD`), a count (`518 dự án`), a
//! multiple (`10,2 lần`) and a rank (`thứ 8`), with nothing unusual around them.
//!
//! Most figures of economic news have one of these shapes, written in one way. They
//! are recognised by comparing bytes; anything else about them, down to a second
//! space, and the general reader takes over. Nothing is decided here that the
//! general reader would decide otherwise.

use rust_decimal::Decimal;

use super::cursor::{Cursor, Seen};
use super::familiar;
use super::number::TR_DONG;
use super::outcome::Found;
use super::phrase::before::Hint;
use super::token::NOWHERE;
use super::token::digits::{self, Fault, Token};
use super::token::noun;
use super::verdict::LABELS;
use crate::currency::{self, Currency};
use crate::figure::{Figure, Kind, Other, Written};
use crate::fold;
use crate::money::Money;
use crate::scale::{Scale, decimal, scaled};
use crate::settings::{Accents, DecimalMark, Settings};
use crate::vocabulary::{Set, Sets, Word};

/// What a plain amount consists of, when nothing that follows changes it.
struct Plain<'t> {
    token: &'t Token,
    /// The power of ten of its scales, and where they end.
    exponent: u8,
    scaled: usize,
    /// `None` for a percentage.
    currency: Option<Currency>,
    end: usize,
    /// A word after it may belong to it, or make something else of it.
    open: bool,
}

impl<'t> Plain<'t> {
    /// The plain amount that begins with the token; `name` reads a currency's
    /// name that is not one familiar word. Accents are required.
    #[inline]
    fn read(
        bytes: &[u8],
        token: &'t Token,
        name: impl Fn(usize) -> Option<currency::Found>,
    ) -> Option<Self> {
        if token.fault != Fault::None || token.zero_led {
            return None;
        }
        let mut plain = Self {
            token,
            exponent: 0,
            scaled: token.end,
            currency: None,
            end: token.end + 1,
            open: false,
        };
        match bytes.get(token.end) {
            Some(b'%') => return Some(plain),
            Some(b' ') => {}
            _ => return None,
        }
        loop {
            let here = plain.scaled + 1;
            let found = familiar::ahead(bytes, here);
            if let Some(found) = found {
                if let Some(Word::Scale(exponent)) = found.entry().word {
                    // `nghìn tỷ`, but not `tỷ nghìn`; twice at most.
                    let more = plain.exponent;
                    if more > 0 && (exponent <= more || more > 6)
                        || bytes.get(found.end) != Some(&b' ')
                    {
                        return None;
                    }
                    plain.exponent += exponent;
                    plain.scaled = found.end;
                    continue;
                }
                if let Some(money) = found.money()
                    && (money.closed || bytes.get(found.end) != Some(&b' '))
                {
                    plain.currency = Some(money.currency);
                    plain.end = found.end;
                    plain.open = !money.closed;
                    return Some(plain);
                }
            }
            let name = name(here)?;
            plain.currency = Some(name.currency);
            plain.end = name.end;
            plain.open = true;
            return Some(plain);
        }
    }

    /// Whether the currency may settle what the digits leave open: the general
    /// reader knows.
    fn may_settle(&self) -> bool {
        self.token.other == Other::Times && self.exponent == 0 && self.currency.is_some()
    }

    /// The value, where a decimal holds it.
    fn value(&self) -> Option<Decimal> {
        let (mantissa, places) = scaled(self.token.mantissa, self.token.places, self.exponent)?;
        decimal(mantissa, places, false)
    }
}

/// The amount of a whole text that is a plain one.
pub(crate) fn amount(set: &Settings, text: &str) -> Option<Money> {
    if closed() || set.accents == Accents::Optional || !text.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    let bytes = text.as_bytes();
    let token = digits::token_here(bytes, 0, set.mark, true);
    let name = |at| currency::at(text, at, fold::syllable(bytes, at), true, set.blanks());
    let plain = Plain::read(bytes, &token, name)?;
    if plain.end != text.len()
        || set.mark == DecimalMark::Either && plain.token.other != Other::None
        || plain.may_settle()
    {
        return None;
    }
    Some(Money::new(plain.value()?, plain.currency?))
}

/// Whether the short cuts are closed, as tests close them to hold both ways equal.
#[inline]
pub(super) fn closed() -> bool {
    #[cfg(test)]
    return tests::GENERAL.get();
    #[cfg(not(test))]
    false
}

/// The last words of nouns that date: a month, an hour.
const DATING: Sets = Sets::of(&[Set::Month, Set::Hour, Set::Cent]);

impl Cursor<'_> {
    /// The figure of a plain shape that begins at `at` with the token.
    #[inline]
    pub(super) fn plain(&self, at: usize, token: &Token, floor: usize) -> Option<Found> {
        if !matches!(self.byte(token.end), b' ' | b'%')
            || closed()
            || self.unaccented()
            || token.fault != Fault::None
            || token.zero_led
            || !(self.whole || at == 0 || matches!(self.byte(at - 1), b' ' | b'('))
            || !self.only_words_before(at, floor)
        {
            return None;
        }
        // The general reader looks at longer names with the word already folded.
        match Plain::read(self.bytes(), token, |_| None) {
            Some(plain) => self.plain_amount(at, &plain, floor),
            None if self.whole => None,
            None => self.plain_count(at, token, floor),
        }
    }

    fn plain_amount(&self, at: usize, plain: &Plain<'_>, floor: usize) -> Option<Found> {
        // `bảng` alone may be a table.
        let table = plain.open && plain.exponent < 3 && plain.currency == Some(Currency::GBP);
        if table || plain.may_settle() || !self.nothing_follows(plain.end, plain.open) {
            return None;
        }
        let mut before = self.qualifier_before(at, floor, false);
        let kind = match plain.currency {
            Some(_) => Kind::Money,
            None => {
                if self.exceeds_a_plan(&before, plain.end) {
                    before.unbound();
                }
                Kind::Percent
            }
        };
        let figure = Figure {
            qualifier: before.qualifier,
            other: plain.token.other,
            written: Written {
                significand: decimal(plain.token.mantissa, plain.token.places, false)?,
                scale: Scale(plain.exponent),
            },
            ..Figure::make(kind, plain.value()?, plain.currency)
        };
        Some(Found::of(figure, (at, plain.end), before.span))
    }

    /// A count, a multiple or a rank.
    fn plain_count(&self, at: usize, token: &Token, floor: usize) -> Option<Found> {
        let head = self.seen(token.end + 1);
        let inert = matches!(head.word, None | Some(Word::Times)) && head.syllable.is_some();
        if !inert || self.byte(token.end) != b' ' {
            return None;
        }
        let before = self.qualifier_before(at, floor, false);
        if before.from {
            return None;
        }
        let (mut kind, mut end, mut noun) = (Kind::Number, token.end, NOWHERE);
        match (head.word, before.hint) {
            (Some(Word::Times), Hint::None | Hint::Fold) => {
                // `một lần` is once.
                let once = token.mantissa == 1 && before.hint == Hint::None;
                end = head.syllable?.end;
                let turns = self.next(end).is_some_and(|n| n.sets.has(Set::Turns));
                if once || turns || !self.nothing_follows(end, false) {
                    return None;
                }
                kind = Kind::Multiple;
            }
            // A day of the week has one of the lowest numbers.
            (None, Hint::Ordinal) if token.plain && token.mantissa > 7 => {
                if !self.stands_alone(end) {
                    return None;
                }
                kind = Kind::Ordinal;
            }
            (None, Hint::None) => {
                let label = self.label(before.start, floor);
                let key = head.syllable?.key;
                if head.sets.meets(DATING)
                    || currency::may_begin(key)
                    || token.is_year()
                    || label.sets.meets(LABELS)
                    || label.last.capital()
                {
                    return None;
                }
                let counted = self.noun_at(head.start);
                noun = counted.span;
                // `1,498 dự án`, `công nghiệp 4.0` are for the general reader.
                let settled = token.other == Other::Times && !counted.has_halves;
                let version = token.places == 1 && token.mantissa.is_multiple_of(10);
                if noun.1 == 0 || settled || version || !self.nothing_follows(noun.1, false) {
                    return None;
                }
            }
            _ => return None,
        }
        let figure = Figure {
            qualifier: before.qualifier,
            other: token.other,
            ..Figure::make(kind, decimal(token.mantissa, token.places, false)?, None)
        };
        Some(Found {
            noun,
            resume: end.max(noun.1),
            ..Found::of(figure, (at, end), before.span)
        })
    }

    /// Whether the figure ends at `end` for certain: at a mark, or before a word
    /// that no figure goes on with. After an `open` name any word may belong to it
    /// (`đồng yên`, `đồng chí`).
    fn nothing_follows(&self, end: usize, open: bool) -> bool {
        match self.byte(end) {
            0 => end >= self.bytes().len(),
            b',' | b'.' | b';' | b')' => true,
            b'\n' => !self.blanks.line_breaks,
            b' ' if !open && !self.whole => {
                let next = self.seen(end + 1);
                next.syllable.is_some() && next.word.is_none() && !next.sets.has(Set::Round)
            }
            _ => false,
        }
    }

    /// Whether nothing belongs to the digits that end at `end`: a mark follows, or a
    /// word that is no unit, noun or word of the grammar.
    pub(super) fn stands_alone(&self, end: usize) -> bool {
        match self.byte(end) {
            b',' | b';' | b')' => true,
            b'.' => matches!(self.byte(end + 1), b' ' | b'\n'),
            b' ' => {
                let next = self.seen(end + 1);
                next.word.is_none() && self.begins_no_unit(&next)
            }
            _ => false,
        }
    }

    /// Whether neither a unit nor a noun begins with this word.
    pub(super) fn begins_no_unit(&self, seen: &Seen) -> bool {
        seen.syllable.is_some_and(|s| {
            !noun::may_begin(s.key)
                && !currency::may_begin(s.key)
                && !seen.sets.has(Set::Cent)
                && s.key != TR_DONG
                && !matches!(self.byte(s.end), b'$' | 0xc2 | 0xe0 | 0xe2)
        })
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::prelude::*;

    use super::*;
    use crate::parser::Parser;
    use crate::settings::{Shorthand, Spoken};

    thread_local! {
        /// While set, this thread reads everything the general way.
        pub(super) static GENERAL: Cell<bool> = const { Cell::new(false) };
    }

    fn general<T>(read: impl FnOnce() -> T) -> T {
        GENERAL.set(true);
        let out = read();
        GENERAL.set(false);
        out
    }

    fn settings() -> impl Iterator<Item = Parser> {
        let marks = [DecimalMark::Comma, DecimalMark::Dot, DecimalMark::Either];
        marks.into_iter().flat_map(|mark| {
            let parser = Parser::new().decimal_mark(mark);
            [
                parser,
                parser.spoken(Spoken::Off).shorthand(Shorthand::Off),
                parser.accents(Accents::Optional),
                parser.default_currency(Some(Currency::VND)),
            ]
        })
    }

    /// Both ways, as amount, as phrase and in running text.
    fn agree(parser: &Parser, text: &str) {
        assert_eq!(
            Money::parse_with(parser, text),
            general(|| Money::parse_with(parser, text)),
            "{text:?} {parser:?}"
        );
        let (quick, slow) = (parser.parse(text), general(|| parser.parse(text)));
        assert_eq!(quick, slow, "{text:?} {parser:?}");
        if let (Ok(quick), Ok(slow)) = (quick, slow) {
            let said = |m: &crate::Match<'_>| (m.figure().written(), m.figure().alternative());
            assert_eq!(said(&quick), said(&slow), "{text:?} {parser:?}");
        }
        let quick: Vec<_> = parser.find_iter(text).collect();
        let slow: Vec<_> = general(|| parser.find_iter(text).collect());
        assert_eq!(quick, slow, "{text:?} {parser:?}");
    }

    fn agree_under_every_setting(text: &str) {
        settings().for_each(|parser| agree(&parser, text));
    }

    #[test]
    fn the_tables_are_read_the_same_both_ways() {
        let tables = [
            include_str!("../../tests/data/phrase.tsv"),
            include_str!("../../tests/data/find.tsv"),
            include_str!("../../tests/data/errors.tsv"),
            include_str!("../../tests/data/settings.tsv"),
            include_str!("../../tests/data/rules.tsv"),
            include_str!("../../tests/data/peers.tsv"),
            include_str!("../../tests/data/articles_figures.tsv"),
        ];
        let mut rows = 0;
        for line in tables.iter().flat_map(|table| table.lines()) {
            line.split('\t').for_each(agree_under_every_setting);
            rows += 1;
        }
        assert!(rows > 1200, "{rows}");
    }

    /// Every spelling of every currency, alone and with something behind it.
    #[test]
    fn every_currency_is_read_the_same_both_ways() {
        let after = [
            "",
            ".",
            " của",
            " và 5 xu",
            " chí",
            " Nhật",
            "/c",
            " 7",
            " đến 9 tỷ",
            "s",
            "2",
        ];
        for form in currency::spellings() {
            for spelled in [form.to_owned(), form.to_uppercase(), form.to_lowercase()] {
                for scale in ["", "tỷ ", "nghìn tỷ "] {
                    for after in after {
                        agree(&Parser::new(), &format!("12,5 {scale}{spelled}{after}"));
                    }
                }
            }
        }
    }

    const PIECES: &[&str] = &[
        "5",
        "14,65",
        "1.498",
        "190.8",
        "0,5",
        "007",
        "1.23.4",
        "1 000",
        "99999999999999999999",
        "79228162514264337593543950336",
        "0.0000000000000000000000000001",
        "12",
        "2023",
        "nghìn",
        "ngàn",
        "triệu",
        "tỷ",
        "tỉ",
        "Tỷ",
        "vạn",
        "trăm",
        "chục",
        "k",
        "tr",
        "USD",
        "usd",
        "đồng",
        "Đồng",
        "VNĐ",
        "NDT",
        "đ",
        "euro",
        "yên",
        "bảng",
        "bảng Anh",
        "đô la",
        "đô la Mỹ",
        "won",
        "TOP",
        "ALL",
        "%",
        "phần trăm",
        "lần",
        "dự án",
        "của",
        "và",
        "đến",
        "xu",
        "rưỡi",
        "chí",
        "trở lên",
        "hơn",
        "$",
        "-",
        ".",
        ",",
        ")",
        "/",
        ":",
        "\n",
        "\u{a0}",
        "\u{301}",
    ];

    /// Words around plain shapes and around what is no figure at sight.
    const AROUND: &[&str] = &[
        "2",
        "7",
        "8",
        "11",
        "12,5",
        "1.200",
        "31",
        "2022",
        "2021-2025",
        "2021-",
        "10/8/2022",
        "1990",
        "03",
        "12345",
        "một",
        "hai",
        "ba",
        "năm",
        "tháng",
        "ngày",
        "quý",
        "mùng",
        "thứ",
        "hạng",
        "gấp",
        "lần",
        "lần lượt",
        "rưỡi",
        "dự án",
        "tỉnh",
        "người",
        "ha",
        "m2",
        "giờ",
        "phút",
        "KCN",
        "đồng",
        "xu",
        "tỷ",
        "USD",
        "%",
        "trđ",
        "US$",
        "Rs",
        "hơn",
        "gần",
        "từ",
        "đến",
        "khoảng",
        "là",
        "ít nhất là",
        "không quá",
        "giữa",
        "và",
        "trở lên",
        "cầu",
        "Bến Tre",
        "điều",
        "Khoản",
        "số",
        "lớp",
        "phần",
        "sáng",
        "lúc",
        "mỗi",
        "bình quân",
        "kinh tế",
        "âm",
        "-",
        "–",
        "~",
        "(",
        ")",
        ",",
        ".",
        ";",
        ":",
        "/",
        "\n",
        "$",
        "số hộ",
        "qua",
        "trong",
        "Hai Bà Trưng",
        "NĂM",
        "Thứ",
        "chẵn",
        "vượt",
        "kế hoạch",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

        #[test]
        fn random_texts_are_read_the_same_both_ways(
            pieces in prop::collection::vec((prop::sample::select(PIECES), prop::sample::select(vec![" ", " ", " ", "", "  "])), 1..8),
        ) {
            let text: String = pieces.iter().flat_map(|(piece, gap)| [*piece, *gap]).collect();
            agree_under_every_setting(&text);
            agree_under_every_setting(text.trim());
        }

        #[test]
        fn random_sentences_are_read_the_same_both_ways(
            pieces in prop::collection::vec((prop::sample::select(AROUND), prop::sample::select(vec![" ", " ", " ", " ", ""])), 1..9),
        ) {
            let text: String = pieces.iter().flat_map(|(piece, gap)| [*piece, *gap]).collect();
            agree_under_every_setting(&text);
        }
    }
}
