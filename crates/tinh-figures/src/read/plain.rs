//! The plain amount: digits, a scale, a currency or `%`, and no more.
//!
//! Most figures of economic news have this shape, written in one way. It is
//! recognised by comparing bytes; anything else about it, down to a second
//! space, and the general reader takes over. Nothing is decided here that the
//! general reader would decide otherwise.

use rust_decimal::Decimal;

use super::cursor::Cursor;
use super::familiar;
use super::number::Number;
use super::phrase::unit::Unit;
use super::token::digits::{self, Fault, Token};
use crate::currency::{self, Currency};
use crate::figure::{Kind, Other};
use crate::fold;
use crate::money::Money;
use crate::scale::{decimal, scaled};
use crate::settings::{Accents, DecimalMark, Settings};
use crate::vocabulary::Word;

/// What a plain amount consists of, when nothing that follows changes it.
struct Plain {
    token: Token,
    /// The power of ten of its scales, and where they end.
    exponent: u8,
    scaled: usize,
    /// `None` for a percentage.
    currency: Option<Currency>,
    end: usize,
    /// A word after it may belong to it, or make something else of it.
    open: bool,
}

impl Plain {
    /// The plain amount that begins with the token; `name` reads a currency's
    /// name that is not one familiar word. Accents are required.
    #[inline]
    fn read(
        bytes: &[u8],
        token: Token,
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
    #[cfg(test)]
    if tests::GENERAL.get() {
        return None;
    }
    if set.accents == Accents::Optional || !text.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    let bytes = text.as_bytes();
    let token = digits::token(bytes, 0, set.mark, true);
    let name = |at| currency::at(text, at, fold::syllable(bytes, at), true, set.blanks());
    let plain = Plain::read(bytes, token, name)?;
    if plain.end != text.len()
        || set.mark == DecimalMark::Either && plain.token.other != Other::None
        || plain.may_settle()
    {
        return None;
    }
    Some(Money::new(plain.value()?, plain.currency?))
}

impl Cursor<'_> {
    /// The plain amount that begins at `at` with the token, when nothing after it
    /// can belong to it.
    pub(super) fn plain(&self, at: usize, token: Token) -> Option<(Number, Unit)> {
        #[cfg(test)]
        if tests::GENERAL.get() {
            return None;
        }
        if self.unaccented() {
            return None;
        }
        // The general reader looks at longer names with the word already folded.
        let plain = Plain::read(self.bytes(), token, |_| None)?;
        if !self.nothing_follows(plain.end, plain.open) || plain.may_settle() {
            return None;
        }
        // `bảng` alone may be a table.
        if plain.open && plain.exponent < 3 && plain.currency == Some(Currency::GBP) {
            return None;
        }
        let exponent = plain.exponent;
        let mut number = Number::of(at, &token);
        if exponent > 0 {
            number.plain = false;
            number.scale = exponent;
            number.end = plain.scaled;
            (number.mantissa, number.places) = scaled(token.mantissa, token.places, exponent)?;
        }
        let unit = Unit {
            kind: match plain.currency {
                Some(_) => Kind::Money,
                None => Kind::Percent,
            },
            currency: plain.currency,
            end: plain.end,
            amount: None,
        };
        Some((number, unit))
    }

    /// Whether the figure ends at `end` for certain: at a mark, or before a word
    /// of plain letters that no figure goes on with. After an `open` name any
    /// word may belong to it (`đồng yên`, `đồng chí`).
    fn nothing_follows(&self, end: usize, open: bool) -> bool {
        match self.byte(end) {
            0 => end >= self.bytes().len(),
            b',' | b'.' | b';' | b')' => true,
            b'\n' => !self.blanks.line_breaks,
            b' ' if !open && !self.whole => {
                self.byte(end + 1).is_ascii_lowercase()
                    && !matches!(self.byte(end + 1), b'x' | b'c' | b't')
                    && self.word(end + 1).is_none()
            }
            _ => false,
        }
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

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

        #[test]
        fn random_texts_are_read_the_same_both_ways(
            pieces in prop::collection::vec((prop::sample::select(PIECES), prop::sample::select(vec![" ", " ", " ", "", "  "])), 1..8),
        ) {
            let text: String = pieces.iter().flat_map(|(piece, gap)| [*piece, *gap]).collect();
            agree_under_every_setting(&text);
            agree_under_every_setting(text.trim());
        }
    }
}
