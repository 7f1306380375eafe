//! The place in a cell of a table.
//!
//! People number their rows, mark footnotes, name the office that reported and
//! spell as they type. A cell is first read as a name; only what no name is is
//! taken apart here.

use crate::affix::{self, Says};
use crate::error::{self, Candidate, LookupError};
use crate::fold::{Piece, classify, fold_name};
use crate::table::{self, Hit, Use};
use crate::tables::BELOW;
use crate::unit::UnitId;
use crate::{Country, Organisation, Unit, UnitKind, Units};

impl Units {
    /// The unit that a cell of a table names.
    ///
    /// Reads what [`by_name`](Units::by_name) reads, and takes off what people
    /// put around a name: numbering (`1.`, `01`, `a)`), footnote marks (`(1)`,
    /// `¹`, `*`), offices (`Cục Thuế tỉnh Hà Nam`), the country (`, Vietnam`),
    /// other spellings of the same unit after `|`, `/` or in brackets. Joined
    /// and half-marked spellings (`BaRia-VungTau`, `Vinh Phúc`) are read where
    /// every mark that is there agrees with the name.
    ///
    /// A number is never read as a code: a column of numbers is more often a
    /// numbering. Codes have [`by_gso_code`](Units::by_gso_code).
    ///
    /// # Errors
    /// As [`by_name`](Units::by_name): *below province* for a city inside a
    /// province (`Thanh Hoa City`); *ambiguous* when the alternatives of one
    /// cell are different units; *unknown* for everything else.
    ///
    /// ```
    /// use tinh_gazetteer::{Units, date};
    ///
    /// let units = Units::on(date(2024, 1, 1)?);
    /// for cell in ["1. Hà Nam", "Hà Nam (1)", "T. Hà Nam", "Cục Thuế tỉnh Hà Nam", "Ha Nam Prov."] {
    ///     assert_eq!(units.by_cell(cell)?.id().as_str(), "ha-nam");
    /// }
    /// assert!(units.by_cell("35").is_err()); // a number, though 35 is its code
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn by_cell(self, cell: &str) -> Result<Unit, LookupError> {
        if cell.len() > LONGEST {
            return Err(error::unknown(cell));
        }
        let name = without_marks(cell);
        let found = match part(name, self) {
            Err(error) if error.is_unknown() => alternatives(name, self),
            found => found,
        };
        found.map_err(|error| error.of(cell))
    }

    /// The place that a cell of a table names: a unit of this date, else a
    /// country, else an organisation. What is around the name is taken off as
    /// in [`by_cell`](Units::by_cell).
    ///
    /// # Errors
    /// As [`by_cell`](Units::by_cell).
    ///
    /// ```
    /// use tinh_gazetteer::{Candidate, Units, date};
    ///
    /// let units = Units::on(date(2024, 1, 1)?);
    /// let place = units.place_of_cell("12. Hàn Quốc (2)")?;
    /// assert!(matches!(place, Candidate::Country(c) if c.alpha2() == "KR"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn place_of_cell(self, cell: &str) -> Result<Candidate, LookupError> {
        let error = match self.by_cell(cell) {
            Ok(unit) => return Ok(Candidate::Unit(unit)),
            Err(error) => error,
        };
        if !error.is_unknown() {
            return Err(error);
        }
        let name = without_marks(cell);
        Country::by_name(name)
            .map(Candidate::Country)
            .or_else(|_| Organisation::by_name(name).map(Candidate::Organisation))
            .map_err(|_| error)
    }
}

/// The longest cell that may be a name with its surroundings, in bytes: a
/// longer one is prose, and each of its words would be tried as a start.
const LONGEST: usize = 512;

/// What may part two spellings of one unit, or a unit and a remark.
const PARTS: [char; 8] = ['|', '/', '(', ')', '[', ']', ',', ';'];

/// The unit of a cell with several names: they must agree.
fn alternatives(cell: &str, units: Units) -> Result<Unit, LookupError> {
    let mut found: Option<Unit> = None;
    for piece in cell.split(PARTS) {
        let piece = without_marks(piece);
        if piece.is_empty() || says_no_place(piece) {
            continue;
        }
        let unit = part(piece, units)?;
        match found {
            Some(other) if other != unit => {
                return Err(error::ambiguous(cell, [other, unit].map(Candidate::Unit)));
            }
            _ => found = Some(unit),
        }
    }
    found.ok_or_else(|| error::unknown(cell))
}

/// A number, or words such as *TP* and *Vietnam*.
fn says_no_place(text: &str) -> bool {
    text.chars()
        .all(|c| c.is_ascii_digit() || c.is_whitespace())
        || fold_name(text).is_some_and(|key| affix::alone(key.as_bytes()).is_some())
}

/// One name: as it is, after an office, or with some of its marks.
fn part(name: &str, units: Units) -> Result<Unit, LookupError> {
    let found = units.by_name(name);
    if found.as_ref().is_err_and(LookupError::is_unknown) {
        if let Some(found) = of_office(name, units) {
            return found;
        }
        if let Some(unit) = half_marked(name, units) {
            return Ok(unit);
        }
    }
    found
}

/// The texts that start at each word of a text but the first.
fn tails(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .map(|(at, _)| text.split_at(at))
        .map(|(head, tail)| (head, tail.trim_start()))
        .filter(|(_, tail)| !tail.is_empty())
}

/// *Sở KH&ĐT Hà Nam*: the longest name at the end, where nothing before it is
/// below province level (*Công an phường Thanh Hóa*).
fn of_office(name: &str, units: Units) -> Option<Result<Unit, LookupError>> {
    let key = fold_name(name)?;
    let (_, says) = affix::strip(key.as_bytes(), affix::Side::Before)?;
    if says != Says::Office {
        return None;
    }
    let is_below = |word: &str| {
        fold_name(word)
            .and_then(|key| table::find(&key))
            .is_some_and(|row| row.sets & BELOW != 0)
    };
    let (head, found) = tails(name).find_map(|(head, tail)| {
        let found = units.by_name(tail);
        (!found.as_ref().is_err_and(LookupError::is_unknown)).then_some((head, found))
    })?;
    (!head.split_whitespace().any(is_below)).then_some(found)
}

/// A letter with its shape and its tone, as the fold tells them.
struct Letter {
    key: u8,
    tone: u8,
}

impl Letter {
    /// The letter without its shape.
    fn plain(&self) -> u8 {
        match self.key {
            b'A' | b'B' => b'a',
            b'O' | b'P' => b'o',
            other => other.to_ascii_lowercase(),
        }
    }
}

/// The letters of a text; `None` for a text with marks that come apart from
/// their letters, which the fold of a whole name reads.
fn letters(text: &str) -> Option<Vec<Letter>> {
    let mut found = Vec::new();
    for c in text.chars() {
        match classify(c) {
            Piece::Letter { key, tone, .. } => found.push(Letter { key, tone }),
            Piece::Other if matches!(c, ' ' | '-' | '–' | '.' | '\u{a0}' | '_') => {}
            _ => return None,
        }
    }
    Some(found)
}

/// A unit whose name has every mark that is in the text, and perhaps more:
/// *Vinh Phúc*, *ĐăkLăk*, *BaRia-VungTau*.
fn half_marked(text: &str, units: Units) -> Option<Unit> {
    if let Some(unit) = agreeing(text, units) {
        return Some(unit);
    }
    let (kind, tail) = tails(text).take(2).find_map(|(head, tail)| {
        let says = affix::alone(fold_name(head)?.as_bytes())?;
        Some((says, tail))
    })?;
    let unit = agreeing(tail, units)?;
    let inner_city = kind == Says::Municipality && unit.kind() == UnitKind::Province;
    (!inner_city && kind != Says::Town).then_some(unit)
}

fn agreeing(text: &str, units: Units) -> Option<Unit> {
    let written = letters(text)?;
    let joined: Vec<u8> = written.iter().map(Letter::plain).collect();
    let row = table::find_bytes(&joined)?;
    let mut ids = row.targets().iter().filter_map(|target| match target.hit {
        Hit::Unit(id) if !matches!(target.usage, Use::Initials | Use::Abbreviation) => {
            UnitId::new(id)
        }
        _ => None,
    });
    let unit = ids.find_map(|id| id.versions().find(|unit| units.contains(*unit)))?;
    agree(&written, unit.name()).then_some(unit)
}

/// Whether each letter is that of the name or the plain one, and each syllable
/// has the tone of the name or none.
fn agree(written: &[Letter], name: &str) -> bool {
    let mut rest = written;
    for word in name.split([' ', '-']).filter(|word| !word.is_empty()) {
        let Some(wanted) = letters(word) else {
            return false;
        };
        let Some((head, tail)) = rest.split_at_checked(wanted.len()) else {
            return false;
        };
        let same = |(have, want): (&Letter, &Letter)| {
            have.plain() == want.plain() && (have.key == want.key || have.key == have.plain())
        };
        let tone = wanted.iter().map(|l| l.tone).max().unwrap_or(0);
        let tones_agree = head.iter().all(|l| l.tone == 0 || l.tone == tone);
        if !head.iter().zip(&wanted).all(same) || !tones_agree {
            return false;
        }
        rest = tail;
    }
    rest.is_empty()
}

/// A cell without the number of its row and without footnote marks.
fn without_marks(cell: &str) -> &str {
    let mut rest = cell.trim();
    loop {
        let shorter = without_footnote(without_number(rest)).trim();
        let has_letters = shorter.chars().any(char::is_alphabetic);
        if shorter.len() == rest.len() || !has_letters {
            return rest;
        }
        rest = shorter;
    }
}

/// Takes off `¹`, `*`, `(1)`, `[2]`, `(*)` at the end.
fn without_footnote(text: &str) -> &str {
    let mark = |c: char| matches!(c, '*' | '†' | '‡' | '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
    let text = text.trim_end_matches(mark).trim_end();
    let bracketed = [('(', ')'), ('[', ']')]
        .into_iter()
        .find_map(|(open, close)| {
            let (before, inside) = text.strip_suffix(close)?.rsplit_once(open)?;
            let is_mark = |c: char| c.is_ascii_digit() || mark(c);
            (!inside.is_empty() && inside.chars().all(is_mark)).then_some(before)
        });
    bracketed.unwrap_or(text)
}

/// Takes off `1.`, `01`, `1)`, `II.`, `a)`, `-` at the start.
fn without_number(text: &str) -> &str {
    let bulleted = text.trim_start_matches(['-', '+', '•', '*', '–', '—', '·', '▪']);
    if bulleted.len() < text.len() {
        return bulleted.trim_start();
    }
    let opened = text.strip_prefix('(').unwrap_or(text);
    let word = opened
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(opened.len());
    let (number, after) = opened.split_at(word);
    let digits =
        !number.is_empty() && number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit());
    // X. is a commune, and V.V. an abbreviation: one letter X is not a number.
    let roman = number.len() <= 4 && number != "X" && number.bytes().all(|b| b"IVX".contains(&b));
    let letter = matches!(
        number,
        "a" | "b" | "c" | "d" | "e" | "A" | "B" | "C" | "D" | "E"
    );
    if number.is_empty() || !(digits || roman || letter) {
        return text;
    }
    match after.chars().next() {
        Some('.' | ')' | ':' | '-' | '/') => after.get(1..).unwrap_or("").trim_start(),
        Some(' ' | '\u{a0}' | '\t') if digits && opened.len() == text.len() => after.trim_start(),
        _ => text,
    }
}
