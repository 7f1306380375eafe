//! Lines and what they are, and the sentences in them.

use std::ops::Range;

use super::{Shape, Word};

/// What a line is in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The first line of a block, where it is short and ends as no sentence does.
    Title,
    /// Running text.
    Body,
    /// An item of a list: it begins with a dash, a plus or a number.
    Item,
    /// Under a picture.
    Caption,
    /// A line that ends with a colon, or a heading such as `Năm 2020`.
    Heading,
}

/// A line of the text that has words.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) place: Place,
    /// Whether an empty line, or the beginning of the text, is before it.
    pub(crate) opens_paragraph: bool,
    pub(crate) sentences: Vec<Sentence>,
}

/// A sentence: the numbers of its words.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub(crate) words: Range<usize>,
}

/// Words before a full stop that shorten a longer one.
const SHORTENED: [&str; 14] = [
    "tp", "t.p", "tx", "tt", "ts", "ths", "gs", "pgs", "mr", "ms", "st", "dr", "no", "tr",
];

/// The lines of a text, with its words given.
pub(crate) fn lines(text: &str, words: &[Word]) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut from, mut at, mut opens) = (0, 0, true);
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        let printed = line.trim_end();
        let next = from
            + words
                .get(from..)
                .map_or(0, |w| w.partition_point(|w| w.start < end));
        if from < next {
            let sentences = sentences(text, words, from..next);
            let opening = lines.is_empty() || opens;
            let place = place(words, &(from..next), printed, opening, sentences.len());
            lines.push(Line {
                place,
                opens_paragraph: opens,
                sentences,
            });
        }
        opens = from == next;
        (from, at) = (next, end);
    }
    lines
}

fn place(words: &[Word], line: &Range<usize>, printed: &str, first: bool, count: usize) -> Place {
    let sign = |at: usize| match words.get(at).map(|w| w.shape) {
        Some(Shape::Sign(sign)) => Some(sign),
        _ => None,
    };
    let last = line.end.checked_sub(1).and_then(sign);
    let numbered = matches!(words.get(line.start).map(|w| w.shape), Some(Shape::Digits))
        && matches!(sign(line.start + 1), Some(')' | '.'));
    match sign(line.start) {
        Some('-' | '–' | '+' | '*' | '•' | '·' | '●') => return Place::Item,
        _ if numbered => return Place::Item,
        _ => {}
    }
    if printed.len() < 400
        && ["Ảnh:", "Ảnh :", "ảnh:", "(Ảnh", "Nguồn ảnh"]
            .iter()
            .any(|p| printed.contains(p))
    {
        return Place::Caption;
    }
    match last {
        _ if first
            && count <= 1
            && !matches!(last, Some('.' | ':' | ';'))
            && printed.len() < 250 =>
        {
            Place::Title
        }
        Some(':') => Place::Heading,
        _ if line.len() <= 4 && !matches!(last, Some('.' | ';')) => Place::Heading,
        _ => Place::Body,
    }
}

/// Cuts a line after each sign that ends a sentence.
fn sentences(text: &str, words: &[Word], line: Range<usize>) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut start = line.start;
    for at in line.clone() {
        if ends_sentence(text, words, at, line.end) {
            found.push(Sentence {
                words: start..at + 1,
            });
            start = at + 1;
        }
    }
    if start < line.end {
        found.push(Sentence {
            words: start..line.end,
        });
    }
    found
}

fn ends_sentence(text: &str, words: &[Word], at: usize, line_end: usize) -> bool {
    let (Some(word), Some(next)) = (words.get(at), words.get(at + 1)) else {
        return false;
    };
    let Shape::Sign(sign @ ('.' | '!' | '?' | '…')) = word.shape else {
        return false;
    };
    if at + 1 >= line_end {
        return false;
    }
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let glued = word.end == next.start;
    let begins = match next.shape {
        Shape::Capital => true,
        Shape::Digits => !glued,
        Shape::Small => false,
        Shape::Sign(sign) => matches!(sign, '“' | '"' | '‘' | '-' | '–' | '+' | '(' | '['),
    };
    if !begins || sign != '.' {
        return begins;
    }
    let Some(before) = before else { return true };
    let short = text.get(before.range()).unwrap_or("");
    let name = before.shape == Shape::Capital
        // `Đông Nam Á.` ends: a single letter with a mark is a word.
        && (short.len() == 1 || SHORTENED.contains(&short.to_lowercase().as_str()));
    // `Bắc Bộ.Công tác`: a stop without a blank, between two words.
    let joined =
        glued && (next.shape == Shape::Digits || before.shape == Shape::Digits || short.is_ascii());
    !(name || joined || (before.shape == Shape::Small && short == "tp"))
}
