//! Finding a currency at a place in the text.

use super::Currency;
use super::table::{FORMS, SYMBOLS};
use crate::fold::{self, Key, Syllable};

/// `đô-la Trinh-i-đat và To-ba-gô` has nine syllables; one place stays zero.
const LONGEST: usize = 10;
const COUNT: usize = FORMS.len();
const BUCKETS: usize = 1024;
const HEADS: usize = 1024;
const END: u16 = u16::MAX;

/// What a first syllable can begin: a form of its own, longer forms, or both.
#[derive(Clone, Copy)]
struct Head {
    key: Key,
    /// The form that is this syllable alone, [`END`] for none.
    alone: u16,
    /// Longer forms begin with it.
    longer: bool,
}

/// The forms as keys. First syllables lie in an open-addressed table, longer
/// forms are chained by the hash of their first two syllables: a hundred forms
/// begin with `đồng` and with `đô`.
struct Index {
    keys: [[Key; LONGEST]; COUNT],
    heads: [Head; HEADS],
    buckets: [u16; BUCKETS],
    next: [u16; COUNT],
}

#[allow(clippy::cast_possible_truncation)] // the hash keeps the high bits only
const fn hash(key: Key) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 54) as usize
}

const fn pair(first: Key, second: Key) -> usize {
    hash(first.rotate_left(29) ^ second)
}

#[allow(clippy::cast_possible_truncation)] // there are fewer than a thousand forms
const fn build(accents: bool) -> Index {
    let mut index = Index {
        keys: [[0; LONGEST]; COUNT],
        heads: [Head {
            key: 0,
            alone: END,
            longer: false,
        }; HEADS],
        buckets: [END; BUCKETS],
        next: [END; COUNT],
    };
    // Backwards, so that a chain keeps the order of the table: longest first.
    let mut i = COUNT;
    while i > 0 {
        i -= 1;
        let bytes = FORMS[i].0.as_bytes();
        let mut at = 0;
        let mut n = 0;
        while at < bytes.len() {
            match fold::syllable(bytes, at) {
                Some(syllable) => {
                    index.keys[i][n] = if accents {
                        syllable.key
                    } else {
                        fold::bare(syllable.key)
                    };
                    n += 1;
                    at = syllable.end + 1;
                }
                // A stray mark would end the compilation here, not a program.
                None => assert!(at == usize::MAX, "a form has something other than letters"),
            }
        }
        let (first, second) = (index.keys[i][0], index.keys[i][1]);
        let mut slot = hash(first);
        while index.heads[slot].key != 0 && index.heads[slot].key != first {
            slot = (slot + 1) % HEADS;
        }
        index.heads[slot].key = first;
        if second == 0 {
            index.heads[slot].alone = i as u16;
        } else {
            index.heads[slot].longer = true;
            let bucket = pair(first, second);
            index.next[i] = index.buckets[bucket];
            index.buckets[bucket] = i as u16;
        }
    }
    index
}

static ACCENTED: Index = build(true);
static BARE: Index = build(false);

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
    let key = fold(head.key);
    let mut slot = hash(key);
    let begins = loop {
        let begins = index.heads.get(slot)?;
        if begins.key == key {
            break begins;
        }
        if begins.key == 0 {
            return None;
        }
        slot = (slot + 1) % HEADS;
    };
    let capital = head.capital && !head.shout;
    if begins.longer
        && let gap @ 1.. = gap(bytes, head.end)
        && let Some(second) = fold::syllable(bytes, head.end + gap)
    {
        let second_key = fold(second.key);
        let mut i = index.buckets[pair(key, second_key)];
        'forms: while i != END {
            let n = usize::from(i);
            i = index.next[n];
            let keys = &index.keys[n];
            if keys[0] != key || keys[1] != second_key {
                continue;
            }
            let mut end = second.end;
            for &key in keys[2..].iter().take_while(|&&key| key != 0) {
                let gap = self::gap(bytes, end);
                match fold::syllable(bytes, end + gap) {
                    Some(next) if gap > 0 && fold(next.key) == key => end = next.end,
                    _ => continue 'forms,
                }
            }
            return Some(Found {
                currency: Currency(FORMS[n].1),
                end,
                capital,
                short: false,
            });
        }
    }
    let &(_, id, code) = FORMS.get(usize::from(begins.alone))?;
    let currency = Currency(id);
    if code && !head.shout && !COMMON.contains(&currency) {
        return None;
    }
    Some(Found {
        currency,
        end: head.end,
        capital,
        short: true,
    })
}

/// Whether a currency's name or code may begin with a word of this key; now and
/// then a yes for nothing.
#[inline]
pub(crate) fn may_begin(key: Key) -> bool {
    ACCENTED.heads[hash(key)].key != 0
}

/// One blank or hyphen between the syllables of a name: its length.
fn gap(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b' ' | b'-') => 1,
        Some(0xc2) if bytes.get(at + 1) == Some(&0xa0) => 2,
        _ => 0,
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

/// The currency that ends at `end`, before a number: `USD 5`, `US$5`.
///
/// Only codes and symbols stand before a number in Vietnamese; a name does not.
pub(crate) fn before(text: &str, end: usize, whole: bool) -> Option<(Currency, usize)> {
    let bytes = text.as_bytes();
    let last = *end.checked_sub(1).and_then(|i| bytes.get(i))?;
    if last.is_ascii_uppercase() {
        let start = end.checked_sub(3)?;
        if start > 0 && fold::is_letter(bytes, fold::before(bytes, start)) {
            return None;
        }
        let code = text.get(start..end)?;
        if !code.bytes().all(|b| b.is_ascii_uppercase()) {
            return None;
        }
        let found = Currency::from_code(code).filter(|c| whole || !WORDLIKE.contains(c))?;
        return FORMS
            .iter()
            .any(|&(_, id, is)| is && id == found.0)
            .then_some((found, start));
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
