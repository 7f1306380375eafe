//! Finding a currency at a place in the text.

use super::id::Currency;
use super::table::{FORMS, SYMBOLS};
use crate::blank::Blanks;
use crate::fold::{self, Key, Syllable};
use crate::tree::Tree;

const COUNT: usize = FORMS.len();

/// The spellings of the forms.
const SPELLINGS: [&str; COUNT] = {
    let mut spellings = [""; COUNT];
    let mut i = 0;
    while i < COUNT {
        spellings[i] = FORMS[i].0;
        i += 1;
    }
    spellings
};

static ACCENTED: Tree<4096> = Tree::build(&SPELLINGS, true);
static BARE: Tree<4096> = Tree::build(&SPELLINGS, false);

/// Every code, name and symbol, for tests.
#[cfg(test)]
pub(crate) fn spellings() -> impl Iterator<Item = &'static str> {
    let names = FORMS.iter().map(|(form, ..)| *form);
    names.chain(SYMBOLS.iter().map(|(form, _)| *form))
}

/// The codes and names of one syllable, as they are spelled: spelling, currency,
/// and whether it is a code that no longer name begins with.
pub(crate) const fn short_forms() -> ([(&'static str, Currency, bool); COUNT], usize) {
    let mut short = [("", Currency(0), false); COUNT];
    let mut n = 0;
    let mut i = 0;
    while i < COUNT {
        let (form, id, code) = FORMS[i];
        i += 1;
        let longer = match fold::syllable(form.as_bytes(), 0) {
            Some(head) if head.end == form.len() => ACCENTED.word(head.key).1,
            _ => continue,
        };
        short[n] = (form, Currency(id), code && !longer);
        n += 1;
    }
    (short, n)
}

/// Codes read in any letter case in running text; the others must be capitals,
/// because `top`, `all`, `try` are words.
const COMMON: [Currency; 16] = [
    Currency::USD,
    Currency::VND,
    Currency::EUR,
    Currency::JPY,
    Currency::KRW,
    Currency::CNY,
    Currency::GBP,
    Currency::SGD,
    Currency::THB,
    Currency::AUD,
    Currency::CAD,
    Currency::CHF,
    Currency::HKD,
    Currency::TWD,
    Currency::MYR,
    Currency::LAK,
];

/// Codes that are capitals of common words: before a number in running text
/// they are those words (`TOP 20`).
const WORDLIKE: [Currency; 11] = [
    Currency::ALL,
    Currency::BAM,
    Currency::BOB,
    Currency::CUP,
    Currency::MAD,
    Currency::MOP,
    Currency::PEN,
    Currency::RON,
    Currency::SOS,
    Currency::TOP,
    Currency::TRY,
];

/// The bytes of `VNĐ` and `FCFA`, the longest of the abbreviations.
const LONGEST_ABBREVIATION: usize = 4;

/// How much the number after a code looks like an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bold {
    /// A scale follows, or the whole text is one figure.
    Amount,
    /// Groups of digits.
    Grouped,
    /// Digits, perhaps with decimals.
    Bare,
}

/// A currency found in text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) currency: Currency,
    pub(crate) end: usize,
    /// The first letter was a capital, though not all were.
    pub(crate) capital: bool,
    /// Only one syllable or letter: it may begin another word (`đồng chí`).
    pub(crate) short: bool,
}

/// The currency whose code, name or symbol begins at `at`: the longest form.
/// `head` is the run of letters there.
///
/// `accents` off also takes names typed without accents.
pub(crate) fn at(
    text: &str,
    at: usize,
    head: Option<Syllable>,
    accents: bool,
    blanks: Blanks,
) -> Option<Found> {
    let bytes = text.as_bytes();
    let first = *bytes.get(at)?;
    if let Some(found) = symbol(text, at, first) {
        return Some(found);
    }
    let head = head?;
    let bare = !accents && !head.marked;
    let tree = if bare { &BARE } else { &ACCENTED };
    let longest = tree.longest(bytes, head, bare, blanks, true)?;
    let &(_, id, code) = FORMS.get(longest.name)?;
    let currency = Currency(id);
    if code && !head.shout && !COMMON.contains(&currency) {
        return None;
    }
    Some(Found {
        currency,
        end: longest.end,
        capital: head.capital && !head.shout,
        short: longest.end == head.end,
    })
}

/// Whether a currency's name or code may begin with a word of this key.
#[inline]
pub(crate) fn may_begin(key: Key) -> bool {
    ACCENTED.may_begin(key)
}

fn symbol(text: &str, at: usize, first: u8) -> Option<Found> {
    // `$`, or a letter of `US$`, or the first byte of £ ¥ ฿ ₫ €.
    if !matches!(first, b'$' | b'A'..=b'Z' | 0xc2 | 0xe0 | 0xe2) {
        return None;
    }
    let bytes = text.as_bytes();
    if first.is_ascii_uppercase() {
        let tail = bytes.get(at + 1..(at + 4).min(bytes.len()))?;
        if !tail.iter().any(|&b| b == b'$' || b == 0xc2) {
            return None;
        }
    }
    let rest = text.get(at..)?;
    SYMBOLS
        .iter()
        .find(|(form, _)| rest.starts_with(form))
        .map(|&(form, id)| Found {
            currency: Currency(id),
            end: at + form.len(),
            capital: false,
            short: false,
        })
}

/// The currency that ends at `end`, before a number: `USD 5`, `NDT 5`, `US$5`.
///
/// Codes, abbreviations in capitals and symbols stand before a number in
/// Vietnamese; a name does not.
///
/// Rare codes are names of other things before a bare number: `COP26`, `SAR 411`.
pub(crate) fn before(text: &str, end: usize, bold: Bold) -> Option<(Currency, usize)> {
    let bytes = text.as_bytes();
    // `Rs. 20`.
    let dotted = bytes.get(..end)?.ends_with(b"Rs.");
    let end = if dotted { end - 1 } else { end };
    let last = *end.checked_sub(1).and_then(|i| bytes.get(i))?;
    let rupees = last == b's' && bytes[..end].ends_with(b"Rs");
    if last.is_ascii_uppercase() || rupees || bytes[..end].ends_with("Đ".as_bytes()) {
        let mut start = end;
        while start > 0 && fold::is_letter(bytes, fold::before(bytes, start)) {
            start = fold::before(bytes, start);
            if end - start > LONGEST_ABBREVIATION {
                return None;
            }
        }
        let head = fold::syllable(bytes, start).filter(|s| (s.shout || rupees) && s.end == end)?;
        let &(form, id, code) = FORMS.get(ACCENTED.word(head.key).0)?;
        let currency = Currency(id);
        // Two letters are an abbreviation too: `Rs 20`.
        let capitals = code
            || form.chars().all(char::is_uppercase)
            || form.len() == 2 && form.starts_with(|c: char| c.is_ascii_uppercase());
        let doubted = match bold {
            Bold::Amount => false,
            Bold::Grouped => WORDLIKE.contains(&currency),
            Bold::Bare => !COMMON.contains(&currency),
        };
        return (capitals && !doubted).then_some((currency, start));
    }
    // £ ¥ ฿ ₫ € begin with these bytes; no Vietnamese letter does.
    if last == b'$'
        || last >= 0x80
            && matches!(
                bytes.get(fold::before(bytes, end)),
                Some(0xc2 | 0xe0 | 0xe2)
            )
    {
        let (form, id) = SYMBOLS
            .iter()
            .find(|(form, _)| text.get(..end).is_some_and(|t| t.ends_with(form)))?;
        return Some((Currency(*id), end - form.len()));
    }
    None
}
