//! Names in running text: one pass, the longest name at each place.
//!
//! The text is walked word by word. Only a word that starts with a capital can
//! start a name, so most of a text is passed over byte by byte; from there the
//! words are folded into a key and looked up, and the walk goes on as long as
//! some name starts with the key. `context` then decides whether the words
//! around it let the name stand.

use super::context::{self, Surroundings};
use super::found::Match;
use super::walk::{self, Found};
use crate::fold::{Key, Piece, Word, classify};
use crate::place::{NamedPlace, UnitMention};
use crate::set::Set;
use crate::table::{Hit, KeyRow, TargetRow, Use};
use crate::tables::ID_WORDS;
use crate::{Country, Locality, Organisation};
use chrono::NaiveDate;
use std::iter::FusedIterator;

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
    /// use tinh_gazetteer::{Finder, NamedPlace, date};
    /// let text = "Hải Phòng dẫn đầu";
    /// let found = Finder::on(date(2023, 4, 17)?).find_iter(text).next().unwrap();
    /// let NamedPlace::Unit(mention) = found.place() else { panic!() };
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

    /// Reads `_` as a blank: for text whose words a segmenter has joined, as in
    /// most Vietnamese corpora. Ranges are those of the text as given.
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

/// The places of a text: see [`find_iter`] and [`Finder::find_iter`].
///
/// ```
/// let names: Vec<_> = tinh_gazetteer::find_iter("từ Huế đến Lào").map(|m| m.as_str()).collect();
/// assert_eq!(names, ["Huế", "Lào"]);
/// ```
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

impl<'t> FindIter<'t> {
    /// *phía Đông Hà Nội* is not Đông Hà, and *Từ Sơn La* is not Từ Sơn: where
    /// the first word of a name is a side or begins sentences, and a unit's name
    /// begins behind it and ends later, its start.
    fn name_behind_side(&self, first: Word, found: Found) -> Option<usize> {
        if !found.side {
            return None;
        }
        let segmented = self.finder.segmented;
        let (_, inner) = walk::gap(self.text, first, segmented)?;
        walk::unit_at(self.text, inner, segmented)
            .filter(|end| *end > found.end)
            .map(|_| inner)
    }

    /// What the name means here, if the words around it let it stand: a unit
    /// before a city inside a province, a country and an organisation.
    fn judge(&self, start: usize, found: Found) -> Option<Match<'t>> {
        let around = Surroundings::new(
            self.text,
            start..found.end,
            found.shape,
            self.last,
            self.finder.segmented,
        );
        let mut meanings = Meanings::default();
        for target in found.row.targets() {
            let reads = match target.usage {
                Use::Lookup => false,
                Use::Unmarked => !around.line_has_marks(),
                _ => true,
            };
            if reads && found.shape.fits(target.case) {
                meanings.add(&around, found.row, target);
            }
        }
        let accepted = (!meanings.units.is_empty())
            .then(|| {
                let doubtful = !meanings.settled;
                context::unit(&around, found.row, meanings.units, doubtful, self.finder.on)
            })
            .flatten();
        let place = match &accepted {
            Some(unit) => NamedPlace::Unit(UnitMention::new(unit.ids, self.finder.on)),
            None => meanings.other()?,
        };
        Some(Match {
            text: self.text,
            start: accepted.map_or(start, |unit| unit.start),
            end: found.end,
            place,
        })
    }
}

/// What the targets of a key mean at a place.
#[derive(Default)]
struct Meanings {
    units: Set<ID_WORDS>,
    /// Some spelling of a unit is more than initials.
    settled: bool,
    locality: Option<Locality>,
    country: Option<Country>,
    organisation: Option<Organisation>,
}

impl Meanings {
    fn add(&mut self, around: &Surroundings<'_>, row: &KeyRow, target: &TargetRow) {
        match target.hit {
            Hit::Unit(id) => {
                self.units = self.units.union(Set::of(id));
                self.settled |= !matches!(target.usage, Use::Initials | Use::Abbreviation);
            }
            Hit::Country(index) => {
                if context::is_country(around, row, target) {
                    self.country = Country::new(index);
                }
            }
            Hit::Locality(index) => {
                self.locality = Locality::new(index)
                    .filter(|locality| context::locality(around, row, *locality, target.usage));
            }
            Hit::Organisation(index) => self.organisation = Organisation::new(index),
            Hit::Former(_) | Hit::Nothing => {}
        }
    }

    fn other(&self) -> Option<NamedPlace> {
        self.locality
            .map(NamedPlace::Locality)
            .or(self.country.map(NamedPlace::Country))
            .or(self.organisation.map(NamedPlace::Organisation))
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
            let Some(found) = walk::walk(self.text, &mut key, word, self.finder.segmented) else {
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
