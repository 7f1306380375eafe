//! A whole string as one figure.

use super::cursor::Cursor;
use super::outcome::{Found, Step, Why};
use crate::error::ErrorKind;
use crate::figure::Kind;
use crate::fold;
use crate::settings::{DecimalMark, Settings};

/// Why a whole string is no figure, and the bytes it concerns.
pub(crate) type Trouble = (ErrorKind, usize, usize);

/// Reads a whole string.
pub(crate) fn whole(set: &Settings, text: &str) -> Result<Found, Trouble> {
    let reader = Cursor::new(text, *set, true);
    // Most texts have no blanks around them: two bytes tell.
    let tight = |b: Option<&u8>| b.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    let (start, end) = if tight(bytes.first()) && tight(bytes.last()) {
        (0, text.len())
    } else {
        let start = text.len() - text.trim_start().len();
        (start, text.trim_end().len().max(start))
    };
    // Official texts end in a bar between full stops.
    let end = match text.get(start..end) {
        Some(text) if text.ends_with("./.") => end - 3,
        _ => end,
    };
    if start == end {
        return Err((ErrorKind::Empty, start, end));
    }
    // A place is tried after another until a figure fills the text: `không` may
    // be a nought or begin `không dưới 10`. The first trouble is reported.
    let mut trouble: Option<Trouble> = None;
    let mut at = start;
    let mut found = None;
    for _ in 0..12 {
        if at >= end {
            break;
        }
        let why = match reader.figure(at, start) {
            Step::Found(candidate) => {
                let done = candidate.resume.max(candidate.end);
                if !reader.begins(&candidate, start) {
                    Some((ErrorKind::UnexpectedText, start, candidate.start))
                } else if done >= end {
                    found = Some(candidate);
                    break;
                } else {
                    let from = done + reader.gap(done);
                    let word = fold::syllable(text.as_bytes(), from).map(|s| s.end);
                    Some(match word {
                        Some(to)
                            if candidate.noun.1 == 0 && candidate.figure.kind == Kind::Number =>
                        {
                            (ErrorKind::UnknownUnit, from, to)
                        }
                        _ => (ErrorKind::UnexpectedText, from.min(end), end),
                    })
                }
            }
            Step::Skip(to, why) => match why {
                Why::NoNumber => None,
                Why::BadDigits => Some((ErrorKind::BadDigits, at, to.min(end))),
                Why::TooLarge => Some((ErrorKind::TooLarge, at, to.min(end))),
                Why::Descending => Some((ErrorKind::Descending, at, to.min(end))),
            },
        };
        trouble = trouble.or(why);
        at = reader.next_place(at).unwrap_or(end);
    }
    let Some(mut found) = found else {
        let (kind, from, to) = trouble.unwrap_or((ErrorKind::NoNumber, start, end));
        return Err((kind, from, to.max(from)));
    };
    if set.mark == DecimalMark::Either && found.figure.is_ambiguous() {
        return Err((ErrorKind::Ambiguous, found.start, found.end));
    }
    let (start, end) = (found.start, found.end);
    found
        .take_defaults(set, text, true)
        .ok_or((ErrorKind::TooLarge, start, end))?;
    Ok(found)
}

impl Cursor<'_> {
    /// The next word or digit after `at`, over a word, blanks and signs.
    fn next_place(&self, at: usize) -> Option<usize> {
        let bytes = self.bytes();
        let mut here = match fold::syllable(bytes, at) {
            Some(syllable) => syllable.end,
            None => at + 1,
        };
        while here < bytes.len() {
            if self.text.is_char_boundary(here)
                && (bytes[here].is_ascii_digit() || fold::is_letter(bytes, here))
            {
                return Some(here);
            }
            here += 1;
        }
        None
    }

    /// Whether the figure with all that belongs to it begins at `start`.
    fn begins(&self, found: &Found, start: usize) -> bool {
        // The plain case first: nothing stands before.
        found.start == start || self.qualifier_before(found.start, start, false).start == start
    }
}
