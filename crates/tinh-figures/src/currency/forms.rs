//! Finding a currency at a place in the text.

use super::Currency;
use super::table::{FORMS, SYMBOLS};
use crate::fold::{self, Key, Syllable};
use crate::read::blank;

const COUNT: usize = FORMS.len();
const NODES: usize = 4096;
/// No form ends here.
const END: u16 = u16::MAX;
/// The parent of first syllables.
const ROOT: u16 = u16::MAX;

/// One syllable of one or more forms that begin alike.
#[derive(Clone, Copy)]
struct Node {
    /// The syllable; 0 in a free place.
    key: Key,
    /// The place of the syllable before, or [`ROOT`].
    parent: u16,
    /// The form that ends here, or [`END`].
    form: u16,
    /// Longer forms go on from here.
    longer: bool,
}

/// The forms as a tree of syllables in one open-addressed table, so that a name
/// costs a look-up a syllable: a hundred forms begin with `đồng` and with `đô la`.
struct Index([Node; NODES]);

#[allow(clippy::cast_possible_truncation)] // the hash keeps the high bits only
const fn slot(parent: u16, key: Key) -> usize {
    let mixed = key ^ (parent as u64).wrapping_mul(0x2545_f491_4f6c_dd1d);
    (mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52) as usize
}

impl Index {
    #[allow(clippy::cast_possible_truncation)] // there are fewer than a thousand forms
    const fn build(accents: bool) -> Self {
        let mut index = Self(
            [Node {
                key: 0,
                parent: ROOT,
                form: END,
                longer: false,
            }; NODES],
        );
        // Backwards, so that of two forms that read alike the first one stays.
        let mut i = COUNT;
        while i > 0 {
            i -= 1;
            let bytes = FORMS[i].0.as_bytes();
            let mut at = 0;
            let mut parent = ROOT;
            while at < bytes.len() {
                match fold::syllable(bytes, at) {
                    Some(syllable) => {
                        let key = if accents {
                            syllable.key
                        } else {
                            fold::bare(syllable.key)
                        };
                        if parent != ROOT {
                            index.0[parent as usize].longer = true;
                        }
                        let place = index.place(parent, key);
                        index.0[place].key = key;
                        index.0[place].parent = parent;
                        parent = place as u16;
                        at = syllable.end + 1;
                    }
                    // A stray mark would end the compilation here, not a program.
                    None => assert!(at == usize::MAX, "a form has something other than letters"),
                }
            }
            index.0[parent as usize].form = i as u16;
        }
        index
    }

    /// Where this syllable stands after `parent`, or the free place for it. There
    /// always is one: the table is a third full.
    const fn place(&self, parent: u16, key: Key) -> usize {
        let mut place = slot(parent, key);
        while self.0[place].key != 0 && (self.0[place].key != key || self.0[place].parent != parent)
        {
            place = (place + 1) % NODES;
        }
        place
    }

    /// The node of this syllable after `parent` and its place.
    #[inline]
    #[allow(clippy::cast_possible_truncation)] // a place is below 4096
    fn child(&self, parent: u16, key: Key) -> Option<(u16, &Node)> {
        let place = self.place(parent, key);
        let node = self.0.get(place)?;
        (node.key != 0).then_some((place as u16, node))
    }
}

static ACCENTED: Index = Index::build(true);
static BARE: Index = Index::build(false);

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
        let node = match fold::syllable(form.as_bytes(), 0) {
            Some(head) if head.end == form.len() => &ACCENTED.0[ACCENTED.place(ROOT, head.key)],
            _ => continue,
        };
        short[n] = (form, Currency(id), code && !node.longer);
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
pub(crate) fn at(text: &str, at: usize, head: Option<Syllable>, accents: bool) -> Option<Found> {
    let bytes = text.as_bytes();
    let first = *bytes.get(at)?;
    if let Some(found) = symbol(text, at, first) {
        return Some(found);
    }
    let head = head?;
    if head.key == 0 {
        return None;
    }
    let plain = !accents && !head.marked;
    let index = if plain { &BARE } else { &ACCENTED };
    let fold = |key: Key| if plain { fold::bare(key) } else { key };
    let (mut place, mut node) = index.child(ROOT, fold(head.key))?;
    // The longest form so far, and the end of the syllables read.
    let mut best = (node.form, head.end);
    let mut end = head.end;
    while node.longer
        && let gap @ 1.. = gap(bytes, end)
        && let Some(next) = fold::syllable(bytes, end + gap)
        && let Some(child) = index.child(place, fold(next.key))
    {
        (place, node) = child;
        end = next.end;
        if node.form != END {
            best = (node.form, end);
        }
    }
    let (form, end) = best;
    let &(_, id, code) = FORMS.get(usize::from(form))?;
    let currency = Currency(id);
    if code && !head.shout && !COMMON.contains(&currency) {
        return None;
    }
    Some(Found {
        currency,
        end,
        capital: head.capital && !head.shout,
        short: end == head.end,
    })
}

/// Whether a currency's name or code may begin with a word of this key.
#[inline]
pub(crate) fn may_begin(key: Key) -> bool {
    ACCENTED.child(ROOT, key).is_some()
}

/// One blank or hyphen between the syllables of a name: its length.
fn gap(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b'-') => 1,
        _ => blank(bytes, at),
    }
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
    let last = *end.checked_sub(1).and_then(|i| bytes.get(i))?;
    if last.is_ascii_uppercase() || bytes[..end].ends_with("Đ".as_bytes()) {
        let mut start = end;
        while start > 0 && fold::is_letter(bytes, fold::before(bytes, start)) {
            start = fold::before(bytes, start);
            if end - start > LONGEST_ABBREVIATION {
                return None;
            }
        }
        let head = fold::syllable(bytes, start).filter(|s| s.shout && s.end == end)?;
        let (_, node) = ACCENTED.child(ROOT, head.key)?;
        let &(form, id, code) = FORMS.get(usize::from(node.form))?;
        let currency = Currency(id);
        let capitals = code || form.chars().all(char::is_uppercase);
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
