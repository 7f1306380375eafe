//! Markers of lists, numbers of rows, references and codes.

use crate::read::cursor::Cursor;
use crate::read::phrase::Phrase;
use crate::settings::Layout;

/// `）`, the closing bracket of full width.
const WIDE_BRACKET: &[u8] = "）".as_bytes();

/// `1. Tình hình`, `2) …` at the beginning of a line; `(3) Thu hút` anywhere.
pub(super) fn marker(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let (start, end) = (phrase.start, phrase.number.end);
    if phrase.number.digits > 2 {
        return None;
    }
    let bytes = cursor.bytes();
    let wide = bytes.get(end..end + 3) == Some(WIDE_BRACKET);
    let bracket = wide || cursor.byte(end) == b')';
    let after = end + if wide { 3 } else { 1 };
    let blank = cursor.blank(after) > 0;
    let marks =
        cursor.at_line_start(start) && (wide || blank && (bracket || cursor.byte(end) == b'.'));
    // In brackets before an item; `Nhật Bản (12)` counts.
    let open = start > 0 && cursor.byte(start - 1) == b'(';
    let numbered = open && bracket && blank && {
        let before = cursor.seen_before(start - 1, phrase.floor);
        !before.capital()
            && before.syllable.is_none_or(|_| cursor.letter(after + 1))
            && !cursor.at_line_end(after)
    };
    (marks || numbered).then_some(end)
}

/// `Mức 1: …`, with nothing before the word.
pub(super) fn heading(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let word = phrase.label.last;
    let alone = cursor.seen_before(word.start, phrase.floor).syllable;
    (phrase.number.digits <= 2
        && cursor.byte(phrase.end) == b':'
        && word.title()
        && word.word.is_none()
        && alone.is_none()
        && phrase.before.start == phrase.start)
        .then_some(phrase.end)
}

/// A column of `1`, `2`, `3`; `| 7 | LAI CHÂU |`.
pub(super) fn row_number(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let (start, end) = (phrase.start, phrase.end);
    // Not where the whole text is the number.
    let blank = |text: Option<&str>| text.is_some_and(|t| t.len() <= 8 && t.trim().is_empty());
    let lines = !(blank(cursor.text.get(..start)) && blank(cursor.text.get(end..)));
    // A page number has empty lines around it, and no other cell of a table.
    let page = || {
        let (before, after) = (cursor.text.get(..start), cursor.text.get(end..));
        let cell = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        phrase.number.digits == 3
            && before.is_some_and(|t| {
                t.is_empty() || t.ends_with("\n\n") && !cell(t.trim_end().chars().next_back())
            })
            && after.is_some_and(|t| {
                t.starts_with("\n\n") && !cell(t.trim_start().chars().next())
                    || t.len() < 8 && t.trim_end().is_empty()
            })
    };
    let alone = (phrase.number.digits <= 2 || page())
        && lines
        && cursor.at_line_start(start)
        && cursor.at_line_end(end);
    let bytes = cursor.bytes();
    let bar = |at: usize| bytes.get(at) == Some(&b'|');
    let next = end + cursor.gap(end);
    let back = cursor.back_over_blank(start, 0);
    let cell = back > 0 && bar(back - 1) && cursor.at_line_start(back - 1) && bar(next);
    let first_cell = cursor.set.layout == Layout::Table
        && cursor.at_line_start(start)
        && (bar(next) || cursor.byte(end) == b'\t');
    (phrase.number.digits <= 4 && (alone || cell || first_cell)).then_some(end)
}

pub(super) fn reference(cursor: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    let (start, end) = (phrase.start, phrase.end);
    let before = |back: usize| start.checked_sub(back).map_or(0, |at| cursor.byte(at));
    // `tiềm năng(1)`: glued to the word; in `Nhật Bản (12)` there is a blank.
    let note = phrase.number.digits <= 2
        && before(1) == b'('
        && cursor.byte(end) == b')'
        && (before(2) >= 0x80 || before(2).is_ascii_lowercase());
    (note || before(1) == b'[' && cursor.byte(end) == b']').then_some(end)
}

pub(super) fn long_digits(_: &Cursor<'_>, phrase: &Phrase) -> Option<usize> {
    (phrase.number.digits >= 10).then_some(phrase.end)
}
