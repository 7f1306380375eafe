//! A text cut where a mark or a piece of evidence begins or ends, so that each
//! of them is a run of whole pieces.

use std::ops::Range;

use super::data::{Article, Mark, MarkKind};
use super::error::ReviewError;

/// The pieces of one text.
pub(super) struct Pieces {
    /// Where pieces begin, with the end of the text; sorted.
    cuts: Vec<usize>,
    kinds: Vec<Option<MarkKind>>,
    /// The number of its first piece on the page.
    first: usize,
}

impl Pieces {
    /// Cuts the text of an article; its first piece has the number `first`.
    pub(super) fn of(article: &Article, first: usize) -> Result<Self, ReviewError> {
        let text = &article.text;
        let mut cuts = vec![0, text.len()];
        for span in spans(article) {
            let is_inside = span.start <= span.end
                && text.is_char_boundary(span.start)
                && text.is_char_boundary(span.end);
            if !is_inside {
                return Err(ReviewError::Span {
                    article: article.title.clone(),
                    span: span.clone(),
                });
            }
            cuts.extend([span.start, span.end]);
        }
        cuts.sort_unstable();
        cuts.dedup();
        let kinds = kinds(&cuts, &article.marks);
        Ok(Self { cuts, kinds, first })
    }

    fn local(&self, span: &Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.cuts.partition_point(|cut| *cut < byte);
        at(span.start)..at(span.end)
    }

    /// The pieces of a range, as numbers on the page.
    pub(super) fn run(&self, span: &Range<usize>) -> [usize; 2] {
        let run = self.local(span);
        [
            self.first.saturating_add(run.start),
            self.first.saturating_add(run.end),
        ]
    }

    /// The number of the first piece after these.
    pub(super) fn next(&self) -> usize {
        self.first.saturating_add(self.kinds.len())
    }

    /// The pieces with their numbers, their marks and their texts.
    pub(super) fn iter<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, Option<MarkKind>, &'a str)> {
        let ends = self.cuts.iter().skip(1);
        let spans = self.cuts.iter().zip(ends).zip(&self.kinds);
        spans.enumerate().map(|(at, ((start, end), kind))| {
            let piece = text.get(*start..*end).unwrap_or_default();
            (self.first.saturating_add(at), *kind, piece)
        })
    }
}

/// The mark of each piece: of several, the one that begins last.
fn kinds(cuts: &[usize], marks: &[Mark]) -> Vec<Option<MarkKind>> {
    let mut marks: Vec<&Mark> = marks.iter().collect();
    marks.sort_by_key(|mark| mark.span.start);
    let mut coming = marks.into_iter().peekable();
    let mut open: Vec<&Mark> = Vec::new();
    let starts = cuts.iter().take(cuts.len().saturating_sub(1));
    starts
        .map(|start| {
            while let Some(mark) = coming.next_if(|mark| mark.span.start <= *start) {
                open.push(mark);
            }
            while open.last().is_some_and(|mark| mark.span.end <= *start) {
                open.pop();
            }
            open.last().map(|mark| mark.kind)
        })
        .collect()
}

/// Every range of an article.
fn spans(article: &Article) -> impl Iterator<Item = &Range<usize>> {
    let marks = article.marks.iter().map(|mark| &mark.span);
    let drafts = article.drafts.iter().flat_map(|draft| {
        let fields = draft.fields.iter().flat_map(|field| &field.evidence);
        draft.evidence.iter().chain(fields)
    });
    let unattached = article.unattached.iter().map(|figure| &figure.span);
    marks.chain(drafts).chain(unattached)
}
