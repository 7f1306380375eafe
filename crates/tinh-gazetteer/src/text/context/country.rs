//! Whether a name is a country.

use super::keys;
use super::near::{BLANKS, Surroundings, is_syllable, last_word, skip};
use crate::place::NamedPlace;
use crate::table::{Case, KeyRow, TargetRow, Use};
use crate::tables::{FUNCTION, GIVEN, HEADING, LANGUAGE, MONEY, PERSON, REGION, STATE};
use crate::text::walk::country_starts_at;

/// Whether a name is a country here.
pub(crate) fn is_country(around: &Surroundings<'_>, row: &KeyRow, target: &TargetRow) -> bool {
    if target.case == Case::All && is_domain(around.text, around.range.start) {
        return false;
    }
    match target.usage {
        Use::Context => short_country(around, row, target.case),
        Use::Pair => paired_country(around, row),
        _ => country(around, row),
    }
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
fn country(around: &Surroundings<'_>, row: &KeyRow) -> bool {
    let key = row.key;
    if money_or_language(around) || around.follows_surname() || around.makes_a_word(row) {
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
fn is_domain(text: &str, start: usize) -> bool {
    let behind = text.get(..start).unwrap_or("");
    behind
        .strip_suffix('.')
        .is_some_and(|host| host.ends_with(|c: char| c.is_ascii_alphanumeric()))
}

/// A syllable that names a country only beside another: `Mỹ - Hàn`,
/// `Mỹ, Nhật, Hàn`, `Nga và Trung`.
fn paired_country(around: &Surroundings<'_>, row: &KeyRow) -> bool {
    if around.follows_surname()
        || around.makes_a_word(row)
        || around.after().is_some_and(|near| near.may_be_a_name())
    {
        return false;
    }
    if around.continues_list(|place| matches!(place, NamedPlace::Country(_))) {
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
        && dash.is_some_and(|pos| {
            country_starts_at(
                around.text,
                skip(around.text, pos, &BLANKS),
                around.segmented,
            )
        })
}

/// A country of one syllable that is also a word and a given name.
fn short_country(around: &Surroundings<'_>, row: &KeyRow, case: Case) -> bool {
    let key = row.key;
    if money_or_language(around) || around.follows_surname() || around.makes_a_word(row) {
        return false;
    }
    let in_list = around.continues_list(|place| {
        matches!(place, NamedPlace::Country(_) | NamedPlace::Organisation(_))
    });
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
