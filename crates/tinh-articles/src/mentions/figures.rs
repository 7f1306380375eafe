//! The figures of a text, and what kind of word each is.

use std::ops::Range;

use tinh_figures::rust_decimal::Decimal;
use tinh_figures::{Figure, Kind};

use super::words_of;
use crate::cues::{Cue, Found, LEXICON, Noun, NumberName, WordClass};
use crate::text::{Shape, Word};
use crate::unattached::UnattachedReason;

/// A figure of the text and what kind of word it is.
#[derive(Clone, Debug)]
pub(crate) struct FigureMention<'p> {
    pub(crate) figure: Figure,
    /// As printed, with its qualifier and noun.
    pub(crate) printed: &'p str,
    pub(crate) words: Range<usize>,
    /// Whether the figures know the noun after it.
    has_noun: bool,
    pub(crate) role: FigureRole,
}

impl FigureMention<'_> {
    pub(crate) fn is_of_date(&self) -> bool {
        self.role == FigureRole::None(UnattachedReason::PartOfDate)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FigureRole {
    Money,
    Percent,
    Multiple,
    /// Of a noun the table knows; the words of the noun.
    Count(Noun, Range<usize>),
    /// A length of time: a claim where the term of a project is spoken of.
    Duration(Range<usize>),
    /// Of a noun only the figures know, or of none.
    Bare,
    /// No claim, and why.
    None(UnattachedReason),
}

/// The figures, those of `5/6 khu công nghiệp` among them, in order.
pub(super) fn find<'p>(text: &'p str, words: &[Word], cues: &[Found]) -> Vec<FigureMention<'p>> {
    let found = tinh_figures::find_iter(text).map(|found| FigureMention {
        figure: found.figure(),
        printed: found.printed(),
        words: words_of(words, found.range()),
        has_noun: found.noun().is_some(),
        role: FigureRole::Bare,
    });
    let mut figures: Vec<FigureMention<'p>> = found.collect();
    let parts = cues.iter().filter_map(|cue| match cue.cue {
        Cue::Noun(noun) if noun != Noun::Duration => part(text, words, cue),
        _ => None,
    });
    for part in parts.collect::<Vec<_>>() {
        let place = figures.partition_point(|f| f.words.start < part.words.start);
        let free = |f: Option<&FigureMention<'_>>| {
            f.is_none_or(|f| f.words.end <= part.words.start || f.words.start >= part.words.end)
        };
        if free(figures.get(place)) && free(place.checked_sub(1).and_then(|at| figures.get(at))) {
            figures.push(part);
        }
    }
    figures.sort_by_key(|f| f.words.start);
    figures
}

/// The 5 of `5/6 khu công nghiệp`.
fn part<'p>(text: &'p str, words: &[Word], noun: &Found) -> Option<FigureMention<'p>> {
    let start = noun.words.start.checked_sub(3)?;
    let digits = |at: usize| -> Option<u64> {
        let word = words.get(at).filter(|w| w.shape == Shape::Digits)?;
        text.get(word.range())?.parse().ok()
    };
    let slash = words
        .get(start + 1)
        .is_some_and(|w| w.shape == Shape::Sign('/'));
    let (some, all) = (digits(start)?, digits(start + 2)?);
    let first = words.get(start)?;
    let last = words.get(noun.words.end.checked_sub(1)?)?;
    (slash && some <= all).then(|| FigureMention {
        figure: Figure::number(Decimal::from(some)),
        printed: text.get(first.start..last.end).unwrap_or(""),
        words: start..start + 1,
        has_noun: true,
        role: FigureRole::Bare,
    })
}

/// What kind of word a figure is. `dated`: it is part of a date.
pub(super) fn role(
    figure: &FigureMention<'_>,
    words: &[Word],
    cues: &[Found],
    dated: bool,
    text: &str,
) -> FigureRole {
    let sign = |at: usize| match words.get(at).map(|w| w.shape) {
        Some(Shape::Sign(sign)) => Some(sign),
        _ => None,
    };
    let after = figure.words.end;
    match figure.figure.kind() {
        _ if dated => return FigureRole::None(UnattachedReason::PartOfDate),
        Kind::Ordinal => return FigureRole::None(UnattachedReason::Order),
        Kind::Percent | Kind::Points => return FigureRole::Percent,
        Kind::Multiple => return FigureRole::Multiple,
        Kind::Money => {
            let unit = words
                .get(after + 1)
                .and_then(|w| text.get(w.range()))
                .unwrap_or("");
            let per = sign(after) == Some('/') && !matches!(unit, "người" | "năm" | "tháng");
            return if per {
                FigureRole::None(UnattachedReason::PerUnit)
            } else {
                FigureRole::Money
            };
        }
        _ => {}
    }
    // `5/6 khu công nghiệp`: the noun follows the whole.
    let whole = sign(after) == Some('/')
        && words
            .get(after + 1)
            .is_some_and(|w| w.shape == Shape::Digits);
    let noun_at = if whole { after + 2 } else { after };
    let from = cues.partition_point(|c| c.words.start < noun_at);
    let noun = cues
        .iter()
        .skip(from)
        .take_while(|c| c.words.start == noun_at)
        .find_map(|c| match c.cue {
            Cue::Noun(noun) => Some((noun, c.words.clone())),
            _ => None,
        });
    let names = names_number(figure, cues);
    match noun {
        Some((Noun::Duration, words)) => FigureRole::Duration(words),
        Some((Noun::Neutral, _)) => FigureRole::None(UnattachedReason::Rank),
        _ if names => FigureRole::None(UnattachedReason::PartOfName),
        Some((noun, _)) if is_article(figure, noun, words) => {
            FigureRole::None(UnattachedReason::NotCount)
        }
        Some((noun, words)) => FigureRole::Count(noun, words),
        None if figure.has_noun => FigureRole::Bare,
        None if follows_name(figure, words, text) => FigureRole::None(UnattachedReason::PartOfName),
        None => said_before(figure, words, cues).map_or(FigureRole::Bare, |(noun, words)| {
            FigureRole::Count(noun, words)
        }),
    }
}

/// How many words before its number a noun is said at most.
const SAID: usize = 14;

/// `số dự án FDI còn hiệu lực là 156`: the noun of a number without one.
fn said_before(
    figure: &FigureMention<'_>,
    words: &[Word],
    cues: &[Found],
) -> Option<(Noun, Range<usize>)> {
    let is = |at: usize, class| words.get(at).is_some_and(|w| LEXICON.is(w.key, class));
    let end = figure.words.start.checked_sub(1)?;
    let from = end.saturating_sub(SAID);
    let open = |at: &usize| {
        words
            .get(*at)
            .is_some_and(|w| !matches!(w.shape, Shape::Sign(_) | Shape::Digits))
    };
    let number = (from..end)
        .rev()
        .take_while(open)
        .find(|&at| is(at, WordClass::NumberOf))
        .filter(|_| is(end, WordClass::Equals))?;
    let place = cues.partition_point(|c| c.words.start <= number);
    let said = cues.iter().skip(place);
    said.take_while(|c| c.words.start == number + 1)
        .find_map(|c| match c.cue {
            Cue::Noun(Noun::Duration | Noun::Neutral) => None,
            Cue::Noun(noun) => Some((noun, c.words.clone())),
            _ => None,
        })
}

/// `18.327, 57.004 và 8.316 người`: a noun is of all the numbers listed before it.
pub(super) fn share_nouns(figures: &mut [FigureMention<'_>], words: &[Word]) {
    for at in (1..figures.len()).rev() {
        let (before, after) = figures.split_at_mut(at);
        let (Some(first), Some(next)) = (before.last_mut(), after.first()) else {
            continue;
        };
        let gap = words.get(first.words.end..next.words.start).unwrap_or(&[]);
        let joined = matches!(gap, [word] if word.shape == Shape::Sign(',')
            || LEXICON.is(word.key, WordClass::And));
        let counted = matches!(next.role, FigureRole::Count(..));
        if joined && counted && first.role == FigureRole::Bare && !first.has_noun {
            first.role = next.role.clone();
        }
    }
}

/// `một đoàn` is a delegation, `hai thành phố` are the two just named.
fn is_article(figure: &FigureMention<'_>, noun: Noun, words: &[Word]) -> bool {
    let word = words.get(figure.words.start);
    let is = |class| word.is_some_and(|word| LEXICON.is(word.key, class));
    let both = matches!(
        noun,
        Noun::Localities | Noun::Countries | Noun::Organisations | Noun::Districts
    );
    // `lãnh đạo 2 tỉnh`
    let before = figure
        .words
        .start
        .checked_sub(1)
        .and_then(|at| words.get(at));
    let two = before.is_some_and(|w| LEXICON.is(w.key, WordClass::BothOf))
        && figure.figure.value() == Some(Decimal::TWO);
    figure.words.len() == 1 && (is(WordClass::Article) || (both && (two || is(WordClass::Pair))))
}

/// Whether the word before says that a number is a name: `Nghị quyết 128`.
fn names_number(figure: &FigureMention<'_>, cues: &[Found]) -> bool {
    // Such words are short: those that end before the figure begin close by.
    let from = cues.partition_point(|c| c.words.start + 4 < figure.words.start);
    cues.iter()
        .skip(from)
        .take_while(|c| c.words.start < figure.words.start)
        .any(|c| c.words.end == figure.words.start && c.cue == Cue::NumberName(NumberName::Before))
}

/// Whether a capitalised word or a dash is right before a number: `COVID-19`,
/// `Sông Công 1`.
fn follows_name(figure: &FigureMention<'_>, words: &[Word], text: &str) -> bool {
    let Some(before) = figure
        .words
        .start
        .checked_sub(1)
        .and_then(|at| words.get(at))
    else {
        return false;
    };
    let Some(first) = words.get(figure.words.start) else {
        return false;
    };
    let ends_line = text
        .get(before.end..first.start)
        .is_some_and(|gap| gap.contains('\n'));
    match before.shape {
        Shape::Capital => !ends_line,
        Shape::Sign('-' | '–') => figure.words.start >= 2 && before.end == first.start,
        _ => false,
    }
}
