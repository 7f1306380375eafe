//! Names in running text: one pass, the longest name at each place.
//!
//! The text is walked word by word. Only a word that starts with a capital can
//! start a name, so most of a text is passed over byte by byte; from there the
//! words are folded into a key and looked up, and the walk goes on as long as
//! some name starts with the key. `context` then decides whether the words
//! around it let the name stand.

use crate::context::{self, Surroundings};
use crate::fold::{Key, Piece, Word, classify};
use crate::place::{Place, UnitMention};
use crate::set::Set;
use crate::table::{self, Case, Hit, KeyRow, Use};
use crate::tables::DIRECTION;
use crate::{Country, Locality, Organisation};
use chrono::NaiveDate;
use std::fmt;
use std::iter::FusedIterator;
use std::ops::Range;

/// Finds the places named in a text, without a date: a unit whose territory
/// changed is then ambiguous. See [`Finder`] for a date.
///
/// ```
/// use tinh_gazetteer::find_iter;
///
/// let text = "Vùng châu Á - Thái Bình Dương: TP.HCM, tỉnh Thanh Hóa và nước CHDCND Lào";
/// let names: Vec<&str> = find_iter(text).map(|m| m.as_str()).collect();
/// assert_eq!(names, ["TP.HCM", "Thanh Hóa", "CHDCND Lào"]);
/// ```
#[must_use]
pub fn find_iter(text: &str) -> FindIter<'_> {
    Finder::new().find_iter(text)
}

/// Finds the places named in a text, read for one date or for none.
///
/// `Copy`, and nothing is built: the tables are part of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Finder {
    on: Option<NaiveDate>,
    segmented: bool,
}

impl Finder {
    /// Without a date.
    #[must_use]
    pub const fn new() -> Self {
        Finder {
            on: None,
            segmented: false,
        }
    }

    /// For a text of one date: what a name means is settled for that day.
    ///
    /// ```
    /// use tinh_gazetteer::{Finder, Place, date};
    /// let text = "Hải Phòng dẫn đầu";
    /// let found = Finder::on(date(2023, 4, 17)?).find_iter(text).next().unwrap();
    /// let Place::Unit(mention) = found.place() else { panic!() };
    /// assert_eq!(mention.unit()?.valid_to(), Some(date(2025, 6, 30)?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn on(date: NaiveDate) -> Self {
        Finder {
            on: Some(date),
            segmented: false,
        }
    }

    /// For text whose words a segmenter has joined, as most Vietnamese corpora
    /// have it: `_` is read as a blank. Ranges are those of the text as given.
    ///
    /// ```
    /// use tinh_gazetteer::Finder;
    /// let text = "Bình_Phước ký_kết với doanh_nghiệp Hàn_Quốc";
    /// let names: Vec<&str> = Finder::new().segmented().find_iter(text).map(|m| m.as_str()).collect();
    /// assert_eq!(names, ["Bình_Phước", "Hàn_Quốc"]);
    /// ```
    #[must_use]
    pub const fn segmented(self) -> Self {
        Finder {
            segmented: true,
            ..self
        }
    }

    /// The places of `text`, from left to right, without overlap.
    pub fn find_iter(self, text: &str) -> FindIter<'_> {
        FindIter {
            text,
            pos: 0,
            finder: self,
            last: None,
        }
    }
}

/// A place named in a text.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Match<'t> {
    text: &'t str,
    start: usize,
    end: usize,
    place: Place,
}

impl<'t> Match<'t> {
    /// Where the name stands, in bytes of the text: without `tỉnh` and `thành
    /// phố` before it, but all of `TP.HCM`.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// First byte.
    #[must_use]
    pub fn start(&self) -> usize {
        self.start
    }

    /// One past the last byte.
    #[must_use]
    pub fn end(&self) -> usize {
        self.end
    }

    /// The name as written.
    #[must_use]
    pub fn as_str(&self) -> &'t str {
        self.text.get(self.start..self.end).unwrap_or("")
    }

    /// The place it names.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }
}

impl fmt::Debug for Match<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Match")
            .field("range", &self.range())
            .field("text", &self.as_str())
            .field("place", &self.place)
            .finish()
    }
}

/// The places of a text: see [`find_iter`] and [`Finder::find_iter`].
#[derive(Clone, Debug)]
pub struct FindIter<'t> {
    text: &'t str,
    pos: usize,
    finder: Finder,
    last: Option<Match<'t>>,
}

/// What a byte can be at the start of a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Start {
    /// Not in a word, and a character by itself.
    Gap,
    /// A small letter or a digit.
    Small,
    /// A capital of ASCII.
    Capital,
    /// First byte of a character that has to be looked at.
    Lead,
    /// First byte of a character that is in no word.
    Foreign,
    /// A byte inside a character.
    Inside,
}

static START: [Start; 256] = {
    let mut table = [Start::Foreign; 256];
    let mut byte = 0u8;
    loop {
        table[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' => Start::Small,
            b'A'..=b'Z' => Start::Capital,
            0..=0x7F => Start::Gap,
            0x80..=0xBF => Start::Inside,
            // Latin with marks (C3 to C9), combining marks (CC, CD), and the
            // block of the Vietnamese letters with two marks.
            0xC3..=0xC9 | 0xCC | 0xCD | 0xE1 => Start::Lead,
            _ => Start::Foreign,
        };
        if byte == 255 {
            break;
        }
        byte += 1;
    }
    table
};

/// A name at a place of the text, before the look around.
#[derive(Clone, Copy)]
struct Found {
    row: &'static KeyRow,
    end: usize,
    shape: Shape,
    /// The first word is a side: *Bắc*, *Đông*.
    side: bool,
}

/// How the words of a name are capitalised.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// Every word starts with a capital.
    pub(crate) words: bool,
    /// Every letter is a capital, and there are at least two.
    pub(crate) all: bool,
    letters: usize,
}

impl Shape {
    fn of(word: Word) -> Self {
        Shape {
            words: word.starts_upper,
            all: word.letters == word.capitals,
            letters: word.letters,
        }
    }

    fn then(self, word: Word) -> Self {
        let next = Shape::of(word);
        Shape {
            words: self.words && next.words,
            all: self.all && next.all,
            letters: self.letters + next.letters,
        }
    }

    fn fits(self, case: Case) -> bool {
        match case {
            Case::First => true,
            Case::Words => self.words,
            Case::All => self.all,
        }
    }

    /// Set in capitals, so that capitals tell nothing.
    pub(crate) fn shouted(self) -> bool {
        self.all && self.letters > 1
    }
}

impl<'t> FindIter<'t> {
    /// The longest name that starts with the word at `self.pos`.
    fn walk(&self, key: &mut Key, first: Word) -> Option<Found> {
        let mut row = table::find(key)?;
        let side = row.sets & DIRECTION != 0;
        let mut shape = Shape::of(first);
        let mut word = first;
        let mut best = None;
        loop {
            if row
                .targets()
                .iter()
                .any(|t| shape.fits(t.case) && t.usage != Use::Lookup)
            {
                best = Some(Found {
                    row,
                    end: close(self.text, row, word.end),
                    shape,
                    side,
                });
            }
            if !row.extends {
                return best;
            }
            let Some((gap, next)) = gap(self.text, word, self.finder.segmented) else {
                return best;
            };
            key.push(gap);
            word = match key.push_word(self.text, next) {
                Some(word) => word,
                None => return best,
            };
            shape = shape.then(word);
            row = match table::find(key) {
                Some(row) => row,
                None => return best,
            };
        }
    }

    /// *phía Đông Hà Nội* is not Đông Hà: where the first word of a name is a
    /// side and a unit's name begins behind it and ends later, its start.
    fn name_behind_side(&self, first: Word, found: Found) -> Option<usize> {
        if !found.side {
            return None;
        }
        let (_, inner) = gap(self.text, first, self.finder.segmented)?;
        let behind = name_at(self.text, inner)?;
        let unit = |t: &table::TargetRow| matches!(t.hit, Hit::Unit(_)) && t.usage == Use::Text;
        let is_unit = behind.row.targets().iter().any(unit);
        (behind.end > found.end && is_unit).then_some(inner)
    }

    /// What the name means here, if the words around it let it stand.
    fn judge(&self, start: usize, found: Found) -> Option<Match<'t>> {
        let around = Surroundings::new(self.text, start..found.end, found.shape, self.last);
        let mut ids = Set::EMPTY;
        let mut locality = None;
        let mut country = None;
        let mut organisation = None;
        let mut doubtful = true;
        for target in found.row.targets() {
            if !found.shape.fits(target.case) {
                continue;
            }
            let stands = match target.usage {
                Use::Lookup => false,
                Use::Text
                | Use::Context
                | Use::Titled
                | Use::Pair
                | Use::Initials
                | Use::Abbreviation => true,
                Use::Unmarked => !around.line_has_marks(),
            };
            if !stands {
                continue;
            }
            match target.hit {
                Hit::Unit(id) => {
                    ids = ids.union(Set::of(id));
                    doubtful &= matches!(target.usage, Use::Initials | Use::Abbreviation);
                }
                // An acronym after a full stop without a blank: ANTD.VN
                Hit::Country(_)
                    if target.case == Case::All && context::is_domain(self.text, start) => {}
                Hit::Country(index) => {
                    let stands = match target.usage {
                        Use::Context => context::short_country(&around, found.row, target.case),
                        Use::Pair => context::paired_country(&around, found.row),
                        _ => context::country(&around, found.row),
                    };
                    if stands {
                        country = Country::new(index);
                    }
                }
                Hit::Organisation(index) => organisation = Organisation::new(index),
                Hit::Locality(index) => {
                    locality = Locality::new(index).filter(|locality| {
                        context::locality(&around, found.row, *locality, target.usage)
                    });
                }
                Hit::Former(_) | Hit::Nothing => {}
            }
        }
        let mut start = start;
        let accepted = (!ids.is_empty())
            .then(|| context::unit(&around, found.row, ids, doubtful, self.finder.on))
            .flatten();
        let place = if let Some(accepted) = accepted {
            start = accepted.start;
            Place::Unit(UnitMention::new(accepted.ids, self.finder.on))
        } else if let Some(locality) = locality {
            Place::Locality(locality)
        } else if let Some(country) = country {
            Place::Country(country)
        } else {
            Place::Organisation(organisation?)
        };
        Some(Match {
            text: self.text,
            start,
            end: found.end,
            place,
        })
    }
}

impl<'t> Iterator for FindIter<'t> {
    type Item = Match<'t>;

    fn next(&mut self) -> Option<Match<'t>> {
        let bytes = self.text.as_bytes();
        let mut key = Key::new();
        while let Some(&byte) = bytes.get(self.pos) {
            match START[byte as usize] {
                Start::Gap | Start::Foreign | Start::Inside => {
                    self.pos += 1;
                    continue;
                }
                Start::Small => {
                    self.pos = skip_word(bytes, self.pos);
                    continue;
                }
                Start::Capital => {}
                Start::Lead => {
                    let capital = self
                        .text
                        .get(self.pos..)
                        .and_then(|rest| rest.chars().next())
                        .is_some_and(|c| matches!(classify(c), Piece::Letter { upper: true, .. }));
                    if !capital {
                        self.pos = skip_word(bytes, self.pos);
                        continue;
                    }
                }
            }
            let start = self.pos;
            key.clear();
            let Some(word) = key.push_word(self.text, start) else {
                self.pos = skip_word(bytes, start);
                continue;
            };
            self.pos = word.end;
            let Some(found) = self.walk(&mut key, word) else {
                continue;
            };
            if let Some(inner) = self.name_behind_side(word, found) {
                self.pos = inner;
                continue;
            }
            self.pos = found.end;
            if let Some(found) = self.judge(start, found) {
                self.last = Some(found);
                return Some(found);
            }
        }
        None
    }
}

impl FusedIterator for FindIter<'_> {}

/// The end of the word that starts at `pos`; always further on.
#[inline]
fn skip_word(bytes: &[u8], pos: usize) -> usize {
    let rest = bytes.get(pos + 1..).unwrap_or(&[]);
    let len = rest
        .iter()
        .position(|b| matches!(START[*b as usize], Start::Gap | Start::Foreign))
        .unwrap_or(rest.len());
    pos + 1 + len
}

/// The mark between two words of a name, and where the next word starts.
fn gap(text: &str, word: Word, segmented: bool) -> Option<(u8, usize)> {
    let mut pos = word.end;
    let mut mark = None;
    let mut spaces = 0u8;
    let mut lines = 0u8;
    // A name is set close: more than a few blanks, or a blank line, ends it.
    loop {
        let c = text.get(pos..)?.chars().next()?;
        match c {
            '\n' if lines == 0 => lines = 1,
            ' ' | '\u{a0}' | '\t' | '\r' | '\u{202f}' | '\u{2009}' if spaces < 4 => spaces += 1,
            '_' if segmented && spaces < 4 => spaces += 1,
            '-' | '‐' | '‑' | '–' | '—' if mark.is_none() => mark = Some(b'-'),
            // T.T.Huế, TP.HCM, TP. HCM
            '.' if mark.is_none() && spaces == 0 && word.letters <= 2 => mark = Some(b' '),
            ',' if mark.is_none() && spaces == 0 => mark = Some(b','),
            '(' if mark.is_none() => mark = Some(b'('),
            '&' if mark.is_none() && spaces > 0 => mark = Some(b'&'),
            '\'' | '’' if mark.is_none() && spaces == 0 => mark = Some(b' '),
            _ => break,
        }
        pos += c.len_utf8();
    }
    if mark.is_none() && spaces == 0 && lines == 0 {
        return None;
    }
    Some((mark.unwrap_or(b' '), pos))
}

/// Takes in the bracket that closes `Đài Loan (Trung Quốc)`.
fn close(text: &str, row: &KeyRow, end: usize) -> usize {
    let bracket = row.key.contains('(') && text.as_bytes().get(end) == Some(&b')');
    end + usize::from(bracket)
}

/// The longest name that starts at `pos`, before any look around.
fn name_at(text: &str, pos: usize) -> Option<Found> {
    let mut key = Key::new();
    let probe = FindIter {
        text,
        pos,
        finder: Finder::new(),
        last: None,
    };
    let word = key.push_word(text, pos).filter(|word| word.starts_upper)?;
    probe.walk(&mut key, word)
}

/// Whether a unit's name starts at `pos`: for lists.
pub(crate) fn unit_starts_at(text: &str, pos: usize) -> bool {
    name_at(text, pos).is_some_and(|found| {
        let targets = found.row.targets().iter();
        targets
            .into_iter()
            .any(|t| matches!(t.hit, Hit::Unit(_)) && t.usage == Use::Text)
    })
}

/// Whether the name of a country of one word starts at `pos`: for pairs.
pub(crate) fn country_starts_at(text: &str, pos: usize) -> bool {
    name_at(text, pos).is_some_and(|found| {
        let one_word = !found.row.key.contains(' ');
        let mut targets = found.row.targets().iter();
        one_word && targets.any(|t| matches!(t.hit, Hit::Country(_)))
    })
}
