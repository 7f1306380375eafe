//! Places of China that have the name of a province.

use super::keys;
use super::near::{BLANKS, Surroundings, ends_in_set, name_in_set, skip, without_word};
use crate::fold::Key;
use crate::table::KeyRow;
use crate::tables::{CHINA, HOMONYM};

/// `Hà Nam (Trung Quốc)`, `tỉnh Hà Nam và Sơn Đông`: a place of China.
pub(super) fn foreign(around: &Surroundings<'_>, row: &KeyRow) -> bool {
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
