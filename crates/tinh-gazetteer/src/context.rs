//! Whether the words around a name allow it to be a place.
//!
//! Vietnamese names are made of everyday words: *hòa bình* is peace, *anh* a
//! brother, *pháp* law, and most of them are given names as well. The rules
//! below look at the word before, the word after and the punctuation between;
//! they prefer missing a name to seeing one where there is none. Each has rows
//! for both sides in `tests/data/find.tsv`.

use crate::find::{Match, Shape, country_starts_at, unit_starts_at};
use crate::fold::{Key, Piece, Word, classify};
use crate::place::Place;
use crate::set::Set;
use crate::table::{self, Case, KeyRow, Use};
use crate::tables::{
    AT, BELOW, CHINA, COMPOUND, COMPOUNDS, FUNCTION, GIVEN, HEADING, HOMONYM, ID_WORDS, LANGUAGE,
    MIDDLE, MONEY, NEED, PEACE, PERSON, REGION, STATE, SURNAME,
};
use crate::unit::{UnitId, had_inner_city};
use crate::{Locality, LocalityKind, UnitKind, Units};
use chrono::NaiveDate;
use std::ops::Range;

/// How far back and forward a rule may look, in bytes: keeps every look short
/// in a text without blanks.
const REACH: usize = 48;

/// The keys that the rules name themselves; a test spells them out.
mod keys {
    pub(super) const ANH: &str = "anh";
    pub(super) const AO: &str = "aoS";
    pub(super) const Y: &str = "yS";
    pub(super) const CAU: &str = "cBuF";
    pub(super) const CHAU: &str = "chBu";
    pub(super) const CO_CAPITAL: &str = "cOS";
    pub(super) const CONG: &str = "cOngJ";
    pub(super) const CUA: &str = "cuaR";
    pub(super) const DAI: &str = "DaiJ";
    pub(super) const DAO: &str = "DaoR";
    pub(super) const DO: &str = "DO";
    pub(super) const DONG: &str = "DOngF";
    pub(super) const DUONG: &str = "DUPngF";
    pub(super) const HO_CHI_MINH: &str = "hOF chiS minh";
    pub(super) const HOA_BINH: &str = "hoaF binhF";
    pub(super) const HOI: &str = "hOiJ";
    pub(super) const HOP: &str = "hPpJ";
    pub(super) const HUE: &str = "huES";
    pub(super) const NUOC: &str = "nUPcS";
    pub(super) const PHO: &str = "phOS";
    pub(super) const SEAT: &str = "thuR phuR";
    pub(super) const THAI_LAN: &str = "thaiS lan";
    pub(super) const THANH: &str = "thanhF";
    pub(super) const THU: &str = "thuR";
    pub(super) const THI: &str = "thiJ";
    pub(super) const THUOC: &str = "thuOcJ";
    pub(super) const TINH: &str = "tinhR";
    pub(super) const TRIEU_TIEN: &str = "triEuF tiEn";
    pub(super) const VA: &str = "vaF";
    pub(super) const VINH: &str = "vinhJ";
    pub(super) const XA: &str = "xaX";
}

/// What may come between two words of a line; `_` in segmented text.
const BLANKS: [char; 4] = [' ', '\u{a0}', '\t', '_'];

/// How far a line is searched for marks.
const LINE: usize = 160;

/// A word near a name.
#[derive(Clone)]
struct Near {
    key: Key,
    start: usize,
    word: Word,
    /// The sets of words it is in.
    sets: u32,
}

impl Near {
    fn new(key: Key, start: usize, word: Word) -> Self {
        let sets = table::find(&key).map_or(0, |row| row.sets);
        Near {
            key,
            start,
            word,
            sets,
        }
    }

    /// Whether it is one of a set of words of the table.
    fn in_set(&self, set: u32) -> bool {
        self.sets & set != 0
    }

    /// Whether it is exactly this key.
    fn is(&self, key: &str) -> bool {
        self.key.as_bytes() == key.as_bytes()
    }

    /// Set in capitals.
    fn shouted(&self) -> bool {
        self.word.letters > 1 && self.word.letters == self.word.capitals
    }

    /// Capitalised, and such that it may be a part of a Vietnamese name.
    fn may_be_a_name(&self) -> bool {
        // VCCI and AP are not: an acronym is not part of a name.
        self.word.starts_upper && !self.shouted() && is_syllable(self)
    }
}

/// A name, and the text around it read as far as a rule asked.
pub(crate) struct Surroundings<'t> {
    text: &'t str,
    range: Range<usize>,
    shape: Shape,
    last: Option<Match<'t>>,
    before: Option<Near>,
}

impl<'t> Surroundings<'t> {
    pub(crate) fn new(
        text: &'t str,
        range: Range<usize>,
        shape: Shape,
        last: Option<Match<'t>>,
    ) -> Self {
        Surroundings {
            text,
            before: word_before(text, range.start),
            range,
            shape,
            last,
        }
    }

    /// Whether the line, as far as it is near, has a Vietnamese mark.
    pub(crate) fn line_has_marks(&self) -> bool {
        let ahead = self.text.get(self.range.end..).unwrap_or("");
        let behind = self.text.get(..self.range.start).unwrap_or("");
        let marked = |c: char| {
            !c.is_ascii()
                && matches!(
                    classify(c),
                    Piece::Letter { .. } | Piece::Tone(_) | Piece::Shape(_)
                )
        };
        let near = |c: &char| *c != '\n';
        ahead.chars().take(LINE).take_while(near).any(marked)
            || behind.chars().rev().take(LINE).take_while(near).any(marked)
    }

    fn before_in(&self, set: u32) -> bool {
        self.before.as_ref().is_some_and(|near| near.in_set(set))
    }

    /// The word before the word before.
    fn second_before(&self) -> Option<Near> {
        word_before(self.text, self.before.as_ref()?.start)
    }

    /// The text between this name and the one found before it, if that is near.
    fn gap_from_last(&self, of: fn(Place) -> bool) -> Option<&'t str> {
        self.last
            .filter(|m| of(m.place()))
            .and_then(|m| self.text.get(m.end()..self.range.start))
            .filter(|gap| gap.len() <= REACH)
    }

    /// A member of a list after another place: `Nhật, Anh`, `Hà Nội và Huế`.
    fn continues_list(&self, of: fn(Place) -> bool) -> bool {
        self.gap_from_last(of).is_some_and(|gap| {
            matches!(
                gap.trim(),
                "," | ";" | "và" | "-" | "–" | "/" | "&" | ", và" | "hay" | "hoặc" | "với" | "đến"
            )
        })
    }

    /// After a surname: `Nguyễn Hòa Bình`, `Trần Thị Huế`.
    fn follows_surname(&self) -> bool {
        let Some(near) = self.before.as_ref().filter(|n| n.word.starts_upper) else {
            return false;
        };
        near.in_set(SURNAME)
            || near.in_set(MIDDLE)
                && self
                    .second_before()
                    .is_some_and(|n| n.word.starts_upper && n.in_set(SURNAME))
    }

    /// Whether the name and the word after it are another word: *Pháp luật*.
    fn makes_a_word(&self, row: &KeyRow) -> bool {
        row.sets & COMPOUND != 0
            && self.after().is_some_and(|near| {
                COMPOUNDS
                    .binary_search_by(|(name, second)| {
                        (name.as_bytes(), second.as_bytes())
                            .cmp(&(row.key.as_bytes(), near.key.as_bytes()))
                    })
                    .is_ok()
            })
    }

    /// What follows the name, past the blanks.
    fn next(&self) -> Option<char> {
        let ahead = self.text.get(self.range.end..)?;
        ahead.trim_start_matches(BLANKS).chars().next()
    }

    /// The word right after the name with only blanks between.
    fn after(&self) -> Option<Near> {
        let ahead = self.text.get(self.range.end..)?;
        let trimmed = ahead.trim_start_matches(BLANKS);
        if trimmed.len() == ahead.len() {
            return None;
        }
        let start = self.text.len() - trimmed.len();
        // Only a short word can be one the rules know; the rest is cut off.
        let mut end = trimmed.len().min(REACH);
        while !trimmed.is_char_boundary(end) {
            end -= 1;
        }
        let mut key = Key::new();
        let word = key.push_word(self.text.get(..start + end)?, start)?;
        Some(Near::new(key, start, word))
    }
}

/// The word right before `pos` with only blanks between, on the same line.
fn word_before(text: &str, pos: usize) -> Option<Near> {
    let behind = text.get(..pos)?;
    let trimmed = behind.trim_end_matches(BLANKS);
    if trimmed.len() == behind.len() {
        return None;
    }
    last_word(trimmed)
}

/// The word that ends a text.
fn last_word(text: &str) -> Option<Near> {
    let mut start = text.len();
    for c in text.chars().rev() {
        let part = !matches!(classify(c), Piece::Other);
        if !part || text.len() - start > REACH {
            break;
        }
        start -= c.len_utf8();
    }
    let mut key = Key::new();
    let word = key.push_word(text, start)?;
    (word.end == text.len()).then(|| Near::new(key, start, word))
}

/// A unit that stands, and where its name starts.
pub(crate) struct Accepted {
    pub(crate) ids: Set<ID_WORDS>,
    pub(crate) start: usize,
}

/// The kind written before a unit's name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Title {
    None,
    Province,
    City,
    /// Head of a list of both: `các tỉnh, thành phố Hà Nội, Nam Định`.
    Both,
    /// *Thị xã*, inside a province.
    Town,
    /// A lower unit, a street, a river.
    Below,
}

fn title(around: &Surroundings<'_>) -> (Title, usize) {
    let text = around.text;
    let start = around.range.start;
    // TP. Huế, TP.Huế: the full stop hides the word from `before`.
    let behind = text.get(..start).unwrap_or("");
    let trimmed = behind.trim_end_matches(BLANKS);
    let dotted = trimmed.strip_suffix('.').unwrap_or(trimmed);
    // The word is read already where only blanks come between.
    let unread = dotted.len() != trimmed.len() || trimmed.len() == behind.len();
    let read = unread.then(|| last_word(dotted)).flatten();
    let Some(near) = (if unread { &read } else { &around.before }).as_ref() else {
        return (Title::None, start);
    };
    if near.is("tp") {
        let both = heads_both(text, near.start);
        return (if both { Title::Both } else { Title::City }, near.start);
    }
    if unread {
        return (Title::None, start);
    }
    let lead = |key: &str| word_before(text, near.start).filter(|lead| lead.is(key));
    if near.is(keys::TINH) || near.is("tinh") {
        return (Title::Province, start);
    }
    if near.is(keys::DO) && (lead(keys::THU).is_some() || lead(keys::CO_CAPITAL).is_some()) {
        // thủ đô Hà Nội, cố đô Huế
        return (Title::Province, start);
    }
    if near.is(keys::PHO) || near.is("pho") {
        // phố Hải Phòng is a street.
        return match lead(keys::THANH).or_else(|| lead("thanh")) {
            Some(lead) if heads_both(text, lead.start) => (Title::Both, start),
            Some(_) => (Title::City, start),
            None => (Title::Below, start),
        };
    }
    if near.is(keys::XA) && lead(keys::THI).is_some() {
        return (Title::Town, start);
    }
    // A road between two places is not a street called after one.
    let street = near.is(keys::DUONG) && !matches!(around.next(), Some('-' | '–' | '—'));
    let needed =
        near.is(keys::CAU) && word_before(text, near.start).is_some_and(|lead| lead.in_set(NEED));
    if near.in_set(BELOW) && !needed || street {
        return (Title::Below, start);
    }
    (Title::None, start)
}

/// `tỉnh, thành phố`, `tỉnh/TP`, `tỉnh và thành phố`: said of provinces too.
fn heads_both(text: &str, start: usize) -> bool {
    let behind = text.get(..start).unwrap_or("").trim_end();
    let behind = behind.strip_suffix("và").unwrap_or(behind).trim_end();
    let cut = behind.trim_end_matches([',', '/', '-', '–', ';']);
    last_word(cut.trim_end()).is_some_and(|near| near.is(keys::TINH))
}

/// The ids that stand, or `None` when the name is not a unit here.
pub(crate) fn unit(
    around: &Surroundings<'_>,
    row: &KeyRow,
    ids: Set<ID_WORDS>,
    doubtful: bool,
    on: Option<NaiveDate>,
) -> Option<Accepted> {
    let key = row.key;
    let (title, title_start) = title(around);
    let mut accepted = Accepted {
        ids,
        start: around.range.start,
    };
    if matches!(title, Title::Below | Title::Town) {
        return None;
    }
    // Initials name a unit only after its kind: `tỉnh QN`, `TP HP`.
    if doubtful && !matches!(title, Title::Province | Title::City) {
        return None;
    }
    if title == Title::City {
        accepted.ids = cities(ids, on)?;
        if key == "hcm" {
            // tp.HCM: the small letters could not start a name.
            accepted.start = title_start;
        }
    }
    if is_a_seat(around) {
        return None;
    }
    if title != Title::None {
        return (!foreign(around, row)).then_some(accepted);
    }
    if around.follows_surname() || foreign(around, row) {
        return None;
    }
    let stands = match key {
        keys::HO_CHI_MINH | "ho chi minh" => ho_chi_minh(around),
        keys::HUE => hue(around),
        keys::HOA_BINH | "hoa binh" => !around.before_in(PEACE) && !around.makes_a_word(row),
        _ => !around.makes_a_word(row),
    };
    stands.then_some(accepted)
}

/// Whether a city or town inside a province is meant.
pub(crate) fn locality(
    around: &Surroundings<'_>,
    row: &KeyRow,
    locality: Locality,
    usage: Use,
) -> bool {
    if foreign(around, row) {
        return false;
    }
    match title(around).0 {
        Title::City | Title::Both => locality.kind() == LocalityKind::City,
        Title::Town => locality.kind() == LocalityKind::Town,
        Title::None => matches!(usage, Use::Text | Use::Unmarked) && !around.follows_surname(),
        Title::Province | Title::Below => false,
    }
}

/// Of the ids, those that are cities: on the date, or at some time.
fn cities(ids: Set<ID_WORDS>, on: Option<NaiveDate>) -> Option<Set<ID_WORDS>> {
    let mut kept = Set::EMPTY;
    for id in ids.iter().filter_map(UnitId::new) {
        let mut cities = id.versions().filter(|u| u.kind() == UnitKind::Municipality);
        let Some(city) = cities.next() else { continue };
        let valid = match on {
            None => true,
            // A province on that date, and a city of its name inside it.
            Some(on) => {
                let units = Units::on(on);
                units.contains(city)
                    || cities.any(|u| units.contains(u))
                    || !had_inner_city(city, on)
            }
        };
        if valid {
            kept = kept.union(Set::of(id.index()));
        }
    }
    (!kept.is_empty()).then_some(kept)
}

/// `Hà Nam (Trung Quốc)`, `tỉnh Hà Nam và Sơn Đông`: a place of China.
fn foreign(around: &Surroundings<'_>, row: &KeyRow) -> bool {
    let text = around.text;
    let homonym = row.sets & HOMONYM != 0;
    let mut pos = skip(text, around.range.end, &BLANKS);
    // Most names are no homonym, and only a bracket, *của* or *thuộc* speaks of
    // another country then.
    let may_say_so = |rest: &str| rest.starts_with(['(', 'c', 'C', 't', 'T']);
    if !homonym && !text.get(pos..).is_some_and(may_say_so) {
        return false;
    }
    let bracket = text.get(pos..).is_some_and(|rest| rest.starts_with('('));
    let marks = skip(text, pos, &['(', ',', '-', '–', ' ', '\u{a0}', '_']);
    let mut linked = marks > pos;
    let mut said_so = bracket;
    pos = marks;
    // của tỉnh Sơn Đông, thuộc nước Trung Hoa
    for _ in 0..3 {
        let mut key = Key::new();
        let Some(word) = key.push_word(text, pos) else {
            break;
        };
        let word_is = |wanted: &str| key.as_bytes() == wanted.as_bytes();
        let owns = word_is(keys::CUA) || word_is(keys::THUOC);
        if !owns && !word_is(keys::TINH) && !word_is(keys::NUOC) && !word_is(keys::VA) {
            break;
        }
        said_so |= owns;
        linked |= owns || word_is(keys::VA);
        pos = skip(text, word.end, &BLANKS);
    }
    if (homonym && linked || said_so) && name_in_set(text, pos, CHINA) {
        return true;
    }
    // `Quảng Tây, Hà Nam`: after another place of China.
    let behind = text.get(..around.range.start).unwrap_or("");
    let behind = without_word(behind.trim_end_matches(BLANKS), keys::TINH);
    let listed = without_word(behind, keys::VA);
    let cut = listed.trim_end_matches([',', ' ', '(', ':', '–', '-', '_']);
    homonym && cut.len() < behind.len() && ends_in_set(cut, CHINA)
}

/// The first byte from `pos` on that is none of these.
fn skip(text: &str, pos: usize, over: &[char]) -> usize {
    let rest = text.get(pos..).unwrap_or("");
    text.len() - rest.trim_start_matches(over).len()
}

/// A text without a word at its end and the blanks before it.
fn without_word<'t>(text: &'t str, key: &str) -> &'t str {
    match last_word(text).filter(|near| near.is(key)) {
        Some(near) => text
            .get(..near.start)
            .unwrap_or("")
            .trim_end_matches(BLANKS),
        None => text,
    }
}

/// Most words of a name in a set of words.
const NAME_WORDS: usize = 5;

/// Whether a name of a set starts at `pos`.
fn name_in_set(text: &str, mut pos: usize, set: u32) -> bool {
    let mut key = Key::new();
    for _ in 0..NAME_WORDS {
        let Some(word) = key
            .push_word(text, pos)
            .filter(|word| word.starts_upper || key.len() > 0)
        else {
            return false;
        };
        let Some(row) = table::find(&key) else {
            return false;
        };
        if row.sets & set != 0 {
            return true;
        }
        pos = skip(text, word.end, &BLANKS);
        key.push(b' ');
    }
    false
}

/// Whether a text ends in a name of a set.
fn ends_in_set(text: &str, set: u32) -> bool {
    let mut end = text.len();
    for _ in 0..NAME_WORDS {
        let Some(near) = text.get(..end).and_then(last_word) else {
            return false;
        };
        if name_in_set(text, near.start, set) {
            return true;
        }
        end = text
            .get(..near.start)
            .unwrap_or("")
            .trim_end_matches(BLANKS)
            .len();
    }
    false
}

/// *Tây Ninh, thủ phủ tỉnh Thanh Hải*: what is the seat of a province is a city.
fn is_a_seat(around: &Surroundings<'_>) -> bool {
    let pos = skip(
        around.text,
        around.range.end,
        &[',', ' ', '\u{a0}', '_', '('],
    );
    let mut key = Key::new();
    key.push_word(around.text, pos).is_some_and(|word| {
        key.push(b' ');
        let next = skip(around.text, word.end, &BLANKS);
        key.push_word(around.text, next).is_some() && key.as_bytes() == keys::SEAT.as_bytes()
    })
}

/// The city is hardly ever called so without `TP`; the man nearly always.
fn ho_chi_minh(around: &Surroundings<'_>) -> bool {
    if around.continues_list(|place| matches!(place, Place::Unit(_))) {
        return true;
    }
    if around.before_in(AT) || follows_district(around) {
        return true;
    }
    let ahead = around.text.get(around.range.end..).unwrap_or("");
    let behind = around.text.get(..around.range.start).unwrap_or("");
    // A cell of a table, or a line of a list: nothing before it but another
    // unit's cell. A title set in lines ends in the man's name too.
    let ends = |c: Option<char>| c.is_none_or(|c| matches!(c, '\n' | '\r' | '\t' | '|' | ';'));
    let follows_cell = around
        .gap_from_last(|place| matches!(place, Place::Unit(_)))
        .is_some_and(|gap| {
            gap.chars()
                .all(|c| c.is_whitespace() || matches!(c, '|' | ';'))
        });
    let starts_text = behind.len() <= REACH && behind.trim_start().is_empty();
    if ends(ahead.trim_start_matches(BLANKS).chars().next()) && (follows_cell || starts_text) {
        return true;
    }
    // A row of figures: `Hồ Chí Minh: 17.793 dự án`.
    let figure = ahead
        .trim_start_matches(BLANKS)
        .strip_prefix(':')
        .map(|rest| rest.trim_start_matches(BLANKS));
    if figure.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        return true;
    }
    // The first of a list: `Hồ Chí Minh, Hà Nội`.
    let rest = ahead.trim_start_matches(BLANKS);
    let next = rest
        .strip_prefix([',', '-', '–'])
        .or_else(|| rest.strip_prefix("và "))
        .map(|r| r.trim_start_matches(BLANKS));
    next.is_some_and(|r| unit_starts_at(around.text, around.text.len() - r.len()))
}

/// `Quận 8, Hồ Chí Minh`: the part of an address before it is below a province.
fn follows_district(around: &Surroundings<'_>) -> bool {
    let behind = around.text.get(..around.range.start).unwrap_or("");
    let Some(address) = behind.trim_end_matches(BLANKS).strip_suffix(',') else {
        return false;
    };
    let mut start = address.len().saturating_sub(REACH);
    while !address.is_char_boundary(start) {
        start += 1;
    }
    let address = address.get(start..).unwrap_or("");
    let part = address
        .rsplit([',', '\n', ';', '(', ':'])
        .next()
        .unwrap_or("");
    let mut key = Key::new();
    let first = skip(part, 0, &BLANKS);
    key.push_word(part, first).is_some()
        && table::find(&key).is_some_and(|row| row.sets & BELOW != 0)
}

/// Huế is also a woman's name.
fn hue(around: &Surroundings<'_>) -> bool {
    let Some(near) = &around.before else {
        return true;
    };
    !near.in_set(PERSON) && (near.in_set(FUNCTION) || !near.may_be_a_name())
}

/// Words for money and language take a country's name without the country.
fn money_or_language(around: &Surroundings<'_>) -> bool {
    let Some(near) = &around.before else {
        return false;
    };
    if near.in_set(MONEY | LANGUAGE) {
        return true;
    }
    if near.is("la") {
        // đô la Mỹ, đô-la Mỹ
        let behind = around.text.get(..near.start).unwrap_or("");
        return last_word(behind.trim_end_matches([' ', '\u{a0}', '_', '-', '‑']))
            .is_some_and(|n| n.is(keys::DO) || n.is("do"));
    }
    // đồng Việt Nam is money; cộng đồng, hội đồng, hợp đồng Việt Nam are not.
    near.is(keys::DONG)
        && around.second_before().is_none_or(|n| {
            ![keys::CONG, keys::HOI, keys::HOP, keys::DAI]
                .iter()
                .any(|k| n.is(k))
        })
}

/// A country of two words or more, or a foreign name.
pub(crate) fn country(around: &Surroundings<'_>, row: &KeyRow) -> bool {
    let key = row.key;
    if money_or_language(around) || around.follows_surname() {
        return false;
    }
    // bán đảo Triều Tiên, vịnh Thái Lan: lands and waters of several countries.
    let before = around.before.as_ref();
    let peninsula = key == keys::TRIEU_TIEN && before.is_some_and(|n| n.is(keys::DAO));
    let gulf = key == keys::THAI_LAN && before.is_some_and(|n| n.is(keys::VINH));
    let state = before.is_some_and(|n| n.in_set(STATE));
    let state = state || row.sets & GIVEN != 0 && in_list_of_states(around);
    // Michael Jordan
    let person = row.sets & GIVEN != 0
        && before.is_some_and(|n| {
            n.word.starts_upper && !n.shouted() && !n.in_set(FUNCTION) && !is_syllable(n)
        });
    !peninsula && !gulf && !state && !person
}

/// Most words of a list of states that are looked back over.
const LIST_WORDS: usize = 8;

/// `hai tiểu bang Florida và Georgia`: capitalised names and the marks of a
/// list back to the word for a state.
fn in_list_of_states(around: &Surroundings<'_>) -> bool {
    let list = [',', ' ', '\u{a0}', '_'];
    let mut behind = around.text.get(..around.range.start).unwrap_or("");
    for _ in 0..LIST_WORDS {
        let trimmed = behind.trim_end_matches(list);
        let Some(near) = last_word(trimmed) else {
            return false;
        };
        if near.in_set(STATE) {
            return true;
        }
        if !near.word.starts_upper && !near.is(keys::VA) {
            return false;
        }
        behind = trimmed.get(..near.start).unwrap_or("");
    }
    false
}

/// Whether a name is the end of an address of the web: `ANTD.VN`.
pub(crate) fn is_domain(text: &str, start: usize) -> bool {
    let behind = text.get(..start).unwrap_or("");
    behind
        .strip_suffix('.')
        .is_some_and(|host| host.ends_with(|c: char| c.is_ascii_alphanumeric()))
}

/// A syllable that names a country only beside another: `Mỹ - Hàn`,
/// `Mỹ, Nhật, Hàn`, `Nga và Trung`.
pub(crate) fn paired_country(around: &Surroundings<'_>, row: &KeyRow) -> bool {
    if around.follows_surname()
        || around.makes_a_word(row)
        || around.after().is_some_and(|near| near.may_be_a_name())
    {
        return false;
    }
    if around.continues_list(|place| matches!(place, Place::Country(_))) {
        let short = around
            .last
            .is_some_and(|last| !last.as_str().contains(BLANKS));
        let dash = around
            .gap_from_last(|_| true)
            .is_some_and(|gap| gap.contains(['-', '–']));
        return short || dash;
    }
    let before_lets = around.before.as_ref().is_none_or(|near| {
        !near.in_set(PERSON | REGION) && (near.in_set(FUNCTION) || !near.may_be_a_name())
    });
    let pos = skip(around.text, around.range.end, &BLANKS);
    let dash = around
        .text
        .get(pos..)
        .and_then(|rest| rest.strip_prefix(['-', '–']))
        .map(|rest| around.text.len() - rest.len());
    before_lets
        && dash.is_some_and(|pos| country_starts_at(around.text, skip(around.text, pos, &BLANKS)))
}

/// A country of one syllable that is also a word and a given name.
pub(crate) fn short_country(around: &Surroundings<'_>, row: &KeyRow, case: Case) -> bool {
    let key = row.key;
    if money_or_language(around) || around.follows_surname() || around.makes_a_word(row) {
        return false;
    }
    let in_list =
        around.continues_list(|place| matches!(place, Place::Country(_) | Place::Organisation(_)));
    // UK and VN are always written so.
    let shouted = around.shape.shouted() && case != Case::All;
    if let Some(near) = around.after() {
        // Mỹ Linh, Đức Phật, Anh Nguyễn; but Mỹ Donald Trump, MỸ VÀ EU.
        if near.may_be_a_name() {
            return false;
        }
    }
    let Some(near) = &around.before else {
        // The start of a sentence, of a bracket, or after a comma. Anh, áo and
        // ý start one as a brother, a shirt or a thought far more often.
        let everyday = matches!(key, keys::ANH | keys::AO | keys::Y);
        let listed = around.after().is_some_and(|n| n.is(keys::VA))
            || matches!(
                around.next(),
                None | Some(',' | ')' | ';' | '-' | '–' | '/' | '.')
            );
        return in_list || !shouted && (!everyday || listed);
    };
    if near.in_set(PERSON) || near.is(keys::CHAU) {
        // bà Nga, ông Đức, châu Mỹ
        return false;
    }
    if shouted {
        return in_list || near.in_set(HEADING);
    }
    near.in_set(FUNCTION) || !near.may_be_a_name()
}

/// Whether a word could be one Vietnamese syllable, so that a capital before
/// or after a name may belong to the same name. *Donald* and *Trump* cannot.
fn is_syllable(near: &Near) -> bool {
    let key = near.key.as_bytes();
    // The tone comes after the letters.
    let letters = match key.split_last() {
        Some((tone, rest)) if b"FSRXJ".contains(tone) => rest,
        _ => key,
    };
    let onsets: [&[u8]; 27] = [
        b"ngh", b"ng", b"nh", b"th", b"tr", b"ch", b"gh", b"gi", b"kh", b"ph", b"qu", b"b", b"c",
        b"d", b"D", b"g", b"h", b"k", b"l", b"m", b"n", b"r", b"s", b"t", b"v", b"x", b"",
    ];
    let vowels = b"aABeEioOPuUy";
    let codas: [&[u8]; 9] = [b"", b"c", b"ch", b"m", b"n", b"ng", b"nh", b"p", b"t"];
    onsets.iter().any(|onset| {
        let Some(rest) = letters.strip_prefix(*onset) else {
            return false;
        };
        let nucleus = rest.iter().take_while(|b| vowels.contains(b)).count();
        let doubled = rest
            .get(..nucleus)
            .unwrap_or(&[])
            .windows(2)
            .any(|w| w.first() == w.last());
        // After gi and qu the vowel may be the letter already taken (gì).
        let enough = nucleus > 0 || *onset == b"gi";
        enough
            && nucleus <= 3
            && !doubled
            && rest
                .get(nucleus..)
                .is_some_and(|coda| codas.contains(&coda))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::fold_name;

    #[test]
    fn keys_are_spelled_right() {
        for (spelled, key) in [
            ("anh", keys::ANH),
            ("áo", keys::AO),
            ("ý", keys::Y),
            ("cầu", keys::CAU),
            ("châu", keys::CHAU),
            ("cố", keys::CO_CAPITAL),
            ("cộng", keys::CONG),
            ("của", keys::CUA),
            ("đại", keys::DAI),
            ("đảo", keys::DAO),
            ("đô", keys::DO),
            ("đồng", keys::DONG),
            ("đường", keys::DUONG),
            ("Hồ Chí Minh", keys::HO_CHI_MINH),
            ("hòa bình", keys::HOA_BINH),
            ("hội", keys::HOI),
            ("hợp", keys::HOP),
            ("Huế", keys::HUE),
            ("nước", keys::NUOC),
            ("phố", keys::PHO),
            ("thủ phủ", keys::SEAT),
            ("Thái Lan", keys::THAI_LAN),
            ("thành", keys::THANH),
            ("thị", keys::THI),
            ("thủ", keys::THU),
            ("thuộc", keys::THUOC),
            ("tỉnh", keys::TINH),
            ("Triều Tiên", keys::TRIEU_TIEN),
            ("và", keys::VA),
            ("vịnh", keys::VINH),
            ("xã", keys::XA),
        ] {
            assert_eq!(
                fold_name(spelled).unwrap().as_bytes(),
                key.as_bytes(),
                "{spelled}"
            );
        }
    }

    #[test]
    fn syllables() {
        let near = |text: &str| last_word(text).unwrap();
        for word in [
            "Linh", "Tho", "Nguyễn", "Giao", "Gì", "Quốc", "Anh", "Tuấn", "Đình", "Yên", "Nghĩa",
        ] {
            assert!(is_syllable(&near(word)), "{word}");
        }
        for word in [
            "Donald", "Joe", "Trump", "Emmanuel", "Olaf", "Fumio", "Biden", "Samsung", "Kishida",
        ] {
            assert!(!is_syllable(&near(word)), "{word}");
        }
    }
}
