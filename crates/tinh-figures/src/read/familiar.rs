//! Familiar words by their raw bytes: a short cut past folding.
//!
//! Around figures the same few words stand again and again, composed and in
//! lower case: `tỷ`, `USD`, `đồng`, `đạt`, `hơn`. A word of at most eight bytes
//! is one machine word, and a table tells its key and meaning at once. A word
//! that is not in the table is folded as ever: the table decides nothing.

use crate::currency::{self, Currency};
use crate::fold::{self, Key, Syllable};
use crate::vocabulary::{self, Entry as Meaning};

const SLOTS: usize = 2048;

#[derive(Clone, Copy)]
struct Entry {
    raw: u64,
    key: Key,
    meaning: Meaning,
    money: Option<Money>,
    /// Capital, shout, marked.
    flags: [bool; 3],
}

/// A familiar word that is a currency's code or a whole name of one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Money {
    pub(super) currency: Currency,
    /// A code that begins no longer name. Other names may go on (`yên Nhật`) or
    /// be the beginning of something else (`đồng chí`).
    pub(super) closed: bool,
}

struct Table([Entry; SLOTS]);

static TABLE: Table = Table::build();

/// The bytes of a word as one number, the first byte lowest.
const fn raw(word: &[u8]) -> u64 {
    let mut raw = 0;
    let mut i = word.len();
    while i > 0 {
        i -= 1;
        raw = raw << 8 | word[i] as u64;
    }
    raw
}

#[allow(clippy::cast_possible_truncation)] // the hash keeps the high bits only
const fn slot(raw: u64) -> usize {
    (raw.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 53) as usize
}

impl Table {
    const fn build() -> Self {
        let mut table = Self(
            [Entry {
                raw: 0,
                key: 0,
                meaning: Meaning::UNKNOWN,
                money: None,
                flags: [false; 3],
            }; SLOTS],
        );
        let mut i = 0;
        while let Some((word, meaning)) = vocabulary::word(i) {
            table.add(word, meaning, None);
            i += 1;
        }
        let (forms, count) = currency::short_forms();
        i = 0;
        while i < count {
            let (form, currency, closed) = forms[i];
            // `TOP` and `RON` are also other words.
            let meaning = match vocabulary::entry(fold::key(form)) {
                Some(meaning) => meaning,
                None => Meaning::UNKNOWN,
            };
            table.add(form, meaning, Some(Money { currency, closed }));
            i += 1;
        }
        table
    }

    /// Adds a word of at most eight bytes; one that has its entry gains the money.
    const fn add(&mut self, word: &str, meaning: Meaning, money: Option<Money>) {
        let bytes = word.as_bytes();
        if bytes.len() > 8 {
            return;
        }
        let Some(syllable) = fold::syllable(bytes, 0) else {
            return;
        };
        let raw = raw(bytes);
        let mut at = slot(raw);
        while self.0[at].raw != 0 {
            if self.0[at].raw == raw {
                if self.0[at].money.is_none() {
                    self.0[at].money = money;
                }
                return;
            }
            at = (at + 1) % SLOTS;
        }
        self.0[at] = Entry {
            raw,
            key: syllable.key,
            meaning,
            money,
            flags: [syllable.capital, syllable.shout, syllable.marked],
        };
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// A familiar word in its place.
#[derive(Clone, Copy)]
pub(super) struct Familiar {
    entry: &'static Entry,
    /// The offset after its last letter.
    pub(super) end: usize,
}

impl Familiar {
    pub(super) const fn entry(&self) -> Meaning {
        self.entry.meaning
    }

    pub(super) const fn money(&self) -> Option<Money> {
        self.entry.money
    }

    pub(super) const fn syllable(&self) -> Syllable {
        let [capital, shout, marked] = self.entry.flags;
        Syllable {
            key: self.entry.key,
            end: self.end,
            capital,
            shout,
            marked,
        }
    }
}

/// The familiar word that begins at `at` and is followed by anything of ASCII
/// that is no letter.
#[inline]
pub(super) fn ahead(bytes: &[u8], at: usize) -> Option<Familiar> {
    let rest = bytes.get(at..)?;
    let x = match (rest.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(chunk), _) => u64::from_le_bytes(*chunk),
        // The end of the text: the bytes that are not there end the word too.
        (None, Some(chunk)) if !rest.is_empty() => {
            u64::from_le_bytes(*chunk) >> (64 - 8 * rest.len())
        }
        _ => raw(rest),
    };
    let other = no_letters(x);
    if other == 0 {
        return None;
    }
    let bits = other.trailing_zeros() & 0x38;
    let entry = known(x & !(u64::MAX << bits))?;
    Some(Familiar {
        entry,
        end: at + (bits / 8) as usize,
    })
}

/// The familiar word that ends at `end` and follows anything of ASCII that is no
/// letter, and where it begins.
#[inline]
pub(super) fn behind(bytes: &[u8], end: usize) -> Option<(usize, Familiar)> {
    let x = u64::from_le_bytes(*bytes.get(..end)?.last_chunk::<8>()?);
    let other = no_letters(x);
    // Every byte a letter: longer than eight bytes, or exactly eight.
    let bits = other.leading_zeros() & 0x78;
    if other == 0 || bits == 0 {
        return None;
    }
    let entry = known(x >> (64 - bits))?;
    Some((end - (bits / 8) as usize, Familiar { entry, end }))
}

/// The high bit of each byte of ASCII that is no letter.
#[inline]
const fn no_letters(x: u64) -> u64 {
    let lower = (x | (ONES * 0x20)) & !HIGH;
    let letter = (lower + ONES * 0x1f) & !(lower + ONES * 0x05);
    !(letter | x) & HIGH
}

#[inline]
fn known(raw: u64) -> Option<&'static Entry> {
    if raw == 0 {
        return None;
    }
    let mut at = slot(raw);
    loop {
        let entry = TABLE.0.get(at)?;
        if entry.raw == raw {
            return Some(entry);
        }
        if entry.raw == 0 {
            return None;
        }
        at = (at + 1) % SLOTS;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blank::Blanks;

    #[test]
    fn the_short_cut_leads_where_the_road_leads() {
        let mut met = 0;
        let (forms, count) = currency::short_forms();
        let words = (0..).map_while(|i| vocabulary::word(i).map(|(word, _)| word));
        for word in words.chain(forms[..count].iter().map(|(s, _, _)| *s)) {
            let text = format!("{word} và thêm");
            let folded = fold::syllable(text.as_bytes(), 0).unwrap();
            let before = format!("     và {word}");
            let behind = behind(before.as_bytes(), before.len()).map(|(start, found)| {
                assert_eq!(
                    (start, found.end),
                    (before.len() - word.len(), before.len())
                );
                found
            });
            let ahead = ahead(text.as_bytes(), 0);
            assert!(ahead.is_none_or(|found| found.end == word.len()), "{word}");
            for found in [ahead, behind].into_iter().flatten() {
                met += 1;
                let syllable = found.syllable();
                assert_eq!(syllable.key, folded.key, "{word}");
                assert_eq!(
                    (syllable.capital, syllable.shout, syllable.marked),
                    (folded.capital, folded.shout, folded.marked),
                    "{word}"
                );
                let meaning = vocabulary::entry(folded.key).unwrap_or(Meaning::UNKNOWN);
                assert_eq!(found.entry(), meaning, "{word}");
                let money = currency::at(word, 0, Some(folded), true, Blanks::default())
                    .map(|f| f.currency);
                assert_eq!(found.money().map(|m| m.currency), money, "{word}");
            }
        }
        assert!(met > 500, "{met}");
        assert!(ahead("tỷ\u{301} đồng bạc".as_bytes(), 0).is_none_or(|f| f.syllable().key == 0));
    }
}
