//! Names of projects, zones, organisations and districts: a head word of the
//! table, and the words up to the end of its noun phrase.

use std::ops::Range;

use tinh_figures::Kind;

use super::{DateMention, FigureMention, Mark, MarkKind};
use crate::cues::{Cue, Found, LEXICON, Name, WordClass};
use crate::text::{Shape, Word};

/// How many words a name may have.
const LONGEST: usize = 16;

/// The names of a text, and the heads that point back to one, in order and
/// without overlap.
pub(super) fn find(
    words: &[Word],
    text: &str,
    cues: &[Found],
    dates: &[DateMention],
    figures: &[FigureMention<'_>],
) -> Vec<Mark> {
    let mut found: Vec<Mark> = Vec::new();
    let mut stops = vec![false; words.len() + 1];
    let starts = cues
        .iter()
        .filter(|c| matches!(c.cue, Cue::Stop(_)))
        .map(|c| c.words.start);
    for start in starts.chain(dates.iter().map(|d| d.words.start)) {
        if let Some(stop) = stops.get_mut(start) {
            *stop = true;
        }
    }
    for cue in cues {
        let Cue::Name(name) = cue.cue else { continue };
        if name == Name::None {
            continue;
        }
        let taken = found.last().map_or(0, |m| m.words.end);
        if cue.words.start < taken || is_several(words, &cue.words, figures) {
            continue;
        }
        let built =
            name == Name::Project && (is_built(cues, &cue.words) || opens_item(words, &cue.words));
        let end = extent(words, text, &cue.words, &stops, name).or_else(|| {
            built
                .then(|| described(words, text, &cue.words, &stops))
                .flatten()
        });
        match end {
            Some(end) => found.push(Mark {
                words: cue.words.start..end,
                kind: MarkKind::Name(name),
            }),
            None => found.push(Mark {
                words: cue.words.clone(),
                kind: MarkKind::NameBack(name),
            }),
        }
    }
    found
}

/// Whether more than one is spoken of: `117 dự án FDI`, `các khu công nghiệp`.
fn is_several(words: &[Word], head: &Range<usize>, figures: &[FigureMention<'_>]) -> bool {
    let place = figures.partition_point(|f| f.words.end < head.start);
    let counted = figures
        .get(place)
        .is_some_and(|f| f.words.end == head.start && f.figure.kind() == Kind::Number)
        || head
            .start
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .is_some_and(|w| w.shape == Shape::Digits);
    let before = head.start.checked_sub(1).and_then(|at| words.get(at));
    counted || before.is_some_and(|word| LEXICON.is(word.key, WordClass::Several))
}

/// Whether a head begins an item: `; dự án sản xuất …`, `- nhà máy …`.
fn opens_item(words: &[Word], head: &Range<usize>) -> bool {
    let before = head.start.checked_sub(1).and_then(|at| words.get(at));
    before.is_some_and(|w| matches!(w.shape, Shape::Sign(':' | ';' | '-' | '+' | '–' | ',')))
}

/// Whether a verb of building ends where a head begins: `xây đường ven biển`.
fn is_built(cues: &[Found], head: &Range<usize>) -> bool {
    let from = cues.partition_point(|c| c.words.start + 5 < head.start);
    let near = cues
        .iter()
        .skip(from)
        .take_while(|c| c.words.start < head.start);
    near.into_iter()
        .any(|c| c.words.end == head.start && matches!(c.cue, Cue::Build(_)))
}

/// The first word of the next line, near a head.
fn line_end(words: &[Word], text: &str, head: &Range<usize>) -> usize {
    let breaks = |at: &usize| {
        let gap = words
            .get(at.wrapping_sub(1))
            .zip(words.get(*at))
            .and_then(|(a, b)| text.get(a.end..b.start));
        gap.is_none_or(|gap| gap.contains('\n'))
    };
    (head.end..head.end + LONGEST)
        .find(breaks)
        .unwrap_or(head.end + LONGEST)
}

/// The end of a project described in small words: `đại lộ phía đông`.
fn described(words: &[Word], text: &str, head: &Range<usize>, stops: &[bool]) -> Option<usize> {
    let ends = |at: &usize| {
        words
            .get(*at)
            .is_none_or(|w| matches!(w.shape, Shape::Sign(_) | Shape::Digits))
            || stops.get(*at).copied().unwrap_or(true)
    };
    let end = (head.end..head.end + 8)
        .find(ends)
        .unwrap_or(head.end + 8)
        .min(line_end(words, text, head));
    // `dự án này` points back, `nhà máy thứ 6` names none.
    let unnamed = words.get(head.end).is_some_and(|w| {
        LEXICON.is(w.key, WordClass::Pronoun) || LEXICON.is(w.key, WordClass::Another)
    });
    if unnamed {
        return None;
    }
    // `dự án` says nothing alone, `đường ven biển` does.
    (end > head.end || head.len() > 2).then_some(end)
}

/// The end of a name: its last capitalised word or number before a sign, a
/// word that ends a noun phrase, or the longest a name may be.
fn extent(
    words: &[Word],
    text: &str,
    head: &Range<usize>,
    stops: &[bool],
    name: Name,
) -> Option<usize> {
    let mut end = None;
    let mut gap = 0;
    let mut opened = false;
    let line = line_end(words, text, head);
    for at in head.end..line.min(head.end + LONGEST) {
        let word = words.get(at)?;
        match word.shape {
            Shape::Sign('-' | '–' | '&' | '/') => continue,
            Shape::Sign('“' | '"' | '«') if at == head.end || opened => {
                opened = true;
                continue;
            }
            Shape::Sign('”' | '»') if opened => {
                end = Some(at);
                break;
            }
            Shape::Sign(_) => break,
            Shape::Capital => {
                end = Some(at + 1);
                gap = 0;
            }
            Shape::Digits if end == Some(at) => end = Some(at + 1),
            Shape::Digits => break,
            Shape::Small => {
                // A capital may have a verb's syllable in a name, a small word not.
                if stops.get(at).copied().unwrap_or(true) && !opened {
                    break;
                }
                gap += 1;
            }
        }
        if gap > 8 || (name == Name::District && gap > 0) {
            break;
        }
    }
    end
}
