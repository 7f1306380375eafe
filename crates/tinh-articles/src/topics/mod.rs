//! Topics that stay: whose figures, when, how firm. Each reads the marks from
//! left to right and answers for a figure; none looks back over the text.

mod status;
mod subject;
mod time;

use std::ops::Range;

pub(crate) use status::StatusTopic;
pub(crate) use subject::{SubjectTopic, Who, enumerated};
pub(crate) use time::TimeTopic;

use crate::drafts::{Field, Grade};
use crate::mentions::Reading;
use crate::span::Span;
use crate::text::Plain;

/// A value and where it was said.
#[derive(Clone, Debug)]
pub(crate) struct Held<T> {
    pub(crate) value: T,
    /// The words that said it.
    pub(crate) words: Range<usize>,
    /// The sentence they stand in, counted over the text.
    pub(crate) sentence: usize,
}

/// Where a figure stands.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    pub(crate) sentence: usize,
    /// The first word of the figure's own clause.
    pub(crate) clause: usize,
    /// Its first word.
    pub(crate) at: usize,
    /// The first sentence of its paragraph.
    pub(crate) paragraph: usize,
}

impl<T> Held<T> {
    pub(crate) fn new(value: T, words: &Range<usize>, sentence: usize) -> Self {
        Self {
            value,
            words: words.clone(),
            sentence,
        }
    }

    pub(crate) fn grade(&self, spot: &Spot) -> Grade {
        match () {
            () if self.words.start >= spot.clause => Grade::Printed,
            () if self.sentence == spot.sentence => Grade::Carried,
            () => Grade::Inherited,
        }
    }
}

/// Turns words into printed bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Printer<'a, 'p> {
    pub(crate) reading: &'a Reading<'p>,
    pub(crate) plain: &'a Plain<'a>,
}

impl Printer<'_, '_> {
    pub(crate) fn span(&self, words: &Range<usize>) -> Span {
        self.plain.printed(self.reading.bytes(words)).into()
    }

    pub(crate) fn field<T, U>(&self, held: &Held<U>, value: T, spot: &Spot) -> Field<T> {
        Field {
            value: Some(value),
            grade: held.grade(spot),
            evidence: vec![self.span(&held.words)],
            alternatives: Vec::new(),
        }
    }
}
