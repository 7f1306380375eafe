//! The other country of investment, trade or aid.

use std::ops::Range;

use super::Walk;
use super::measure::Measured;
use crate::cues::{Act, Cue, Nature};
use crate::mentions::{FigureMention, MarkKind};
use crate::topics::Held;

impl<'p> Walk<'_, 'p> {
    /// The other country of investment, trade or aid: named since the last
    /// level, or behind the figure in its clause.
    pub(super) fn partner_of(
        &self,
        figure: &FigureMention<'p>,
        code: &str,
    ) -> Option<&'static str> {
        let stem = code.split(['.', ':']).next().unwrap_or(code);
        if !matches!(
            stem,
            "fdi" | "ofdi" | "oda" | "oda-loan" | "oda-grant" | "trade" | "exports" | "imports"
        ) {
            return None;
        }
        let reading = self.printer.reading;
        let start = figure.words.end;
        let behind = reading.marks_of(&(start..self.limit.min(start + 10)));
        let in_clause = behind
            .iter()
            .take_while(|m| !matches!(m.kind, MarkKind::Sign(_) | MarkKind::Figure(_)));
        let after = in_clause.filter_map(|m| match m.kind {
            MarkKind::Place(tinh_gazetteer::NamedPlace::Country(country))
                if country.alpha2() != "VN" =>
            {
                Some(country.alpha2())
            }
            _ => None,
        });
        self.partner.or_else(|| after.last())
    }

    /// `Hàn Quốc đã đầu tư vào Việt Nam gần 82 tỷ USD`: what another country invests.
    pub(super) fn foreign_money(&self, figure: &FigureMention<'p>) -> Option<Measured> {
        self.given(figure, &self.invests(figure)?, "fdi.registered")
    }

    /// `Úc hỗ trợ Việt Nam 105 triệu AUD`: what another country gives.
    pub(super) fn aid(&self, figure: &FigureMention<'p>) -> Option<Measured> {
        let reading = self.printer.reading;
        let end = figure.words.start;
        let from = end.saturating_sub(8).max(self.clause);
        let verb = (from..end).rfind(|&at| {
            reading.has_cue(at, Cue::Act(Act::Aid)) || reading.has_cue(at, Cue::Act(Act::Give))
        })?;
        self.given(figure, &(verb..verb + 1), "oda.unstated")
    }

    /// What a verb makes of an amount where another country acts.
    fn given(
        &self,
        figure: &FigureMention<'p>,
        verb: &Range<usize>,
        code: &str,
    ) -> Option<Measured> {
        let _ = self.giver?;
        let verb = Held::new((), verb, self.sentence);
        let code = self
            .printer
            .field(&verb, code.to_owned(), &self.spot(figure));
        Some(Measured::new(code, Nature::Either))
    }
}
