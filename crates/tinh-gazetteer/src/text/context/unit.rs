//! Whether a name is a province, a city under the central government, or a city
//! inside a province.

use super::china::foreign;
use super::keys;
use super::near::{BLANKS, REACH, Surroundings, last_word, skip, word_before};
use crate::fold::Key;
use crate::place::NamedPlace;
use crate::set::Set;
use crate::table::{self, KeyRow, Use};
use crate::tables::{AT, BELOW, FUNCTION, ID_WORDS, NEED, PEACE, PERSON};
use crate::text::walk::unit_at;
use crate::unit::{UnitId, had_inner_city};
use crate::{Locality, LocalityKind, UnitKind, Units};
use chrono::NaiveDate;

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
    // `Sở Nông nghiệp và Phát triển nông thôn Thanh Hóa`
    let countryside = near.is(keys::THON) && lead(keys::NONG).is_some();
    if near.in_set(BELOW) && !needed && !countryside || street {
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
    if around.continues_list(|place| matches!(place, NamedPlace::Unit(_))) {
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
        .gap_from_last(|place| matches!(place, NamedPlace::Unit(_)))
        .is_some_and(|gap| {
            gap.chars().all(|c| {
                c.is_whitespace() || c.is_ascii_digit() || matches!(c, '|' | ';' | '.' | ')')
            }) && gap.contains(['|', ';', '\n', '\t'])
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
    next.is_some_and(|r| {
        unit_at(around.text, around.text.len() - r.len(), around.segmented).is_some()
    })
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
