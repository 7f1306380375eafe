//! Counts of nouns no table knows: parts of a count before, or a measure to
//! declare.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::measure::Measured;
use super::{FEW, Walk};
use crate::cues::{Cue, Nature, Stop, WordClass};
use crate::drafts::{Draft, Grade};
use crate::mentions::{FigureMention, Reading};
use crate::text::Shape;
use crate::topics::Held;
use crate::unattached::UnattachedReason;

impl<'p> Walk<'_, 'p> {
    /// `38 bản ghi nhớ, trong đó: 26 của …, 12 đề xuất của …`: a number whose noun
    /// no table knows is a part of the count before.
    pub(super) fn part_of_count(
        &mut self,
        figure: &FigureMention<'p>,
    ) -> Result<(), UnattachedReason> {
        let here = self.out.drafts.get(self.first..).unwrap_or(&[]);
        let mut totals = here.iter().rev().take(FEW);
        let less = |d: &&Draft| {
            let counted = d.figure.currency.is_none() && d.figure.unit != "%";
            let sizes = figure.figure.value().zip(d.figure.value);
            counted && sizes.is_some_and(|(part, whole)| part < whole)
        };
        let total = self.total.and_then(|_| totals.find(less));
        let Some(total) = total else {
            return self.propose(figure);
        };
        let mut code = total.measure.clone();
        code.grade = code.grade.min(Grade::Carried);
        let status = total.status.clone();
        let nature = self.measure.nature_of_total();
        let mut draft = self.draft(figure, Measured::new(code, nature));
        draft.status = status;
        draft.part_of = self.total;
        self.push_level(figure, draft, nature, None);
        Ok(())
    }

    /// `1.238 xe`: a count of a noun no table knows, with the noun as a measure a
    /// reviewer may declare.
    fn propose(&mut self, figure: &FigureMention<'p>) -> Result<(), UnattachedReason> {
        let reason = UnattachedReason::NoNoun;
        let reading = self.printer.reading;
        let noun = proposed_noun(reading, figure, self.limit).ok_or(reason)?;
        if figure.figure.value() == Some(tinh_figures::rust_decimal::Decimal::ONE) {
            return Err(UnattachedReason::OneOfNoun);
        }
        let spot = self.spot(figure);
        let held = Held::new((), &noun, self.sentence);
        // `công suất 40.000 xe một năm`
        let capacity = self.measure.is_capacity().then(|| "capacity".to_owned());
        let code = capacity.unwrap_or_else(|| slug(reading.slice(&noun)));
        let mut code = self.printer.field(&held, code, &spot);
        code.grade = Grade::Assumed;
        let mut draft = self.draft(figure, Measured::new(code, Nature::Either));
        reading.slice(&noun).clone_into(&mut draft.figure.unit);
        self.foretell(&mut draft);
        self.push_level(figure, draft, Nature::Either, None);
        Ok(())
    }
}

/// The noun behind a number in digits: one or two small words that do not begin
/// another phrase.
fn proposed_noun(
    reading: &Reading<'_>,
    figure: &FigureMention<'_>,
    limit: usize,
) -> Option<Range<usize>> {
    let start = figure.words.end;
    let is_noun = |at: usize| {
        at < limit
            && reading.shape(at) == Some(Shape::Small)
            && !reading.is(at, WordClass::Breaks)
            && !reading.is(at, WordClass::Clause)
            && !reading.is(at, WordClass::Pronoun)
            && !reading.is(at, WordClass::Article)
            && !reading.has_cue(at, Cue::Stop(Stop::Phrase))
    };
    let digits = figure
        .words
        .clone()
        .any(|at| reading.shape(at) == Some(Shape::Digits));
    (digits && is_noun(start)).then(|| start..start + 1 + usize::from(is_noun(start + 1)))
}

/// The code of a proposed measure: the letters of a noun without their marks.
fn slug(noun: &str) -> String {
    let mut slug = String::new();
    for letter in noun.nfd().filter(|l| !is_combining_mark(*l)) {
        match letter.to_lowercase().next() {
            Some('đ') => slug.push('d'),
            Some(letter) if letter.is_ascii_alphanumeric() => slug.push(letter),
            _ if !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug
}
