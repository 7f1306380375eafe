//! Counts: of a noun, or of projects by whose they are.

use std::ops::Range;

use super::codes::fits;
use super::{Cues, Level, MeasureTopic, Measured, UnattachedReason, of_topic};
use crate::cues::{Basis, Capital, Cue, Nature, Noun};
use crate::drafts::Grade;
use crate::mentions::{MarkKind, Reading};
use crate::topics::{Held, Printer, Spot};

impl MeasureTopic {
    /// The measure of a count.
    pub(crate) fn count(
        &self,
        noun: Noun,
        words: &Range<usize>,
        after: &Cues,
        printer: Printer<'_, '_>,
        spot: &Spot,
    ) -> Result<Measured, UnattachedReason> {
        let topic = self.segment.topic.as_ref().or(after.topic.as_ref());
        let topic_name = topic.map_or("", |t| t.value.topic().name);
        let fixed = |code: &str, nature| {
            let near = Held::new((), words, spot.sentence);
            Ok(Measured::new(
                printer.field(&near, code.to_owned(), spot),
                nature,
            ))
        };
        let at = spot.at;
        let event = |l: &Level| l.code.starts_with("event-");
        let at_event = topic_name == "event"
            || attends(printer.reading, words.end)
            || self
                .level
                .as_ref()
                .or(self.before.as_ref())
                .is_some_and(event);
        match noun {
            // `trao thỏa thuận hợp tác cho 30 dự án`: each has one.
            Noun::Projects
                if topic_name == "agreements"
                    && !is_licensed(printer.reading, spot)
                    && self.segment.basis.is_none()
                    && self.segment.capital.is_none() =>
            {
                fixed("agreements", Nature::Either)
            }
            // `công suất 6 triệu khách/năm`: what may come, not what came.
            Noun::Goods | Noun::Tourists | Noun::Persons | Noun::Area
                if topic_name == "capacity" =>
            {
                fixed("capacity", Nature::Stock)
            }
            Noun::Turns if matches!(topic_name, "tourists" | "tourism-revenue" | "visits") => {
                fixed("tourists", Nature::Flow)
            }
            Noun::Projects | Noun::Adjustments | Noun::SharePurchases | Noun::Turns => {
                self.projects(noun, words, after, printer, spot)
            }
            Noun::Enterprises
            | Noun::Persons
            | Noun::Organisations
            | Noun::Investors
            | Noun::Localities
            | Noun::Countries
                if at_event =>
            {
                fixed("event-participants", Nature::Event)
            }
            Noun::Districts if topic_name == "new-rural" => fixed("new-rural", Nature::Stock),
            Noun::Goods | Noun::Persons | Noun::Households | Noun::Points => {
                let goods = self.goods.as_ref().filter(|_| noun == Noun::Goods);
                let of = [
                    topic,
                    self.sentence.topic.as_ref(),
                    goods,
                    self.article.topic.as_ref(),
                ];
                let of = of
                    .into_iter()
                    .flatten()
                    .find(|t| fits(noun, t.value.topic().name));
                let of = of.ok_or(UnattachedReason::NounOfNoMeasure)?;
                Ok(of_topic(of, of.value.topic().count, printer, spot))
            }
            Noun::Countries => match topic_name {
                "partners-invest" => fixed("investor-countries", Nature::Stock),
                "partners-trade" | "exports" | "trade" => fixed("trade-partners", Nature::Stock),
                "diaspora" => fixed("diaspora-countries", Nature::Stock),
                _ if [&self.segment, &self.sentence, after]
                    .iter()
                    .any(|c| c.capital.as_ref().is_some_and(|c| c.value == Capital::Fdi)) =>
                {
                    fixed("investor-countries", Nature::Stock)
                }
                _ => Err(UnattachedReason::Countries),
            },
            Noun::Localities | Noun::Organisations
                if self
                    .sentence
                    .topic
                    .as_ref()
                    .is_some_and(|t| t.value.topic().name == "relations") =>
            {
                fixed(
                    if noun == Noun::Localities {
                        "partner-localities"
                    } else {
                        "partner-organisations"
                    },
                    Nature::Stock,
                )
            }
            Noun::Localities if matches!(topic_name, "agreements" | "relations") => {
                fixed("partner-localities", Nature::Stock)
            }
            Noun::Organisations if matches!(topic_name, "agreements" | "relations") => {
                fixed("partner-organisations", Nature::Stock)
            }
            // `đầu tư vào 32 tỉnh, thành phố`
            Noun::Localities
                if !matches!(topic_name, "agreements" | "relations")
                    && matches!(
                        printer.reading.word(at.wrapping_sub(1)),
                        "vào" | "tại" | "ở"
                    ) =>
            {
                fixed("provinces", Nature::Either)
            }
            Noun::Localities | Noun::Organisations => Err(UnattachedReason::Partners),
            Noun::Workers
                if topic_name == "jobs" && printer.reading.slice(words).ends_with("lao động") =>
            {
                fixed("jobs", Nature::Flow)
            }
            Noun::Missions if matches!(topic_name, "visits" | "tourists") => {
                fixed("delegations-received", Nature::Flow)
            }
            _ => match noun.counted().code {
                Some((code, nature)) => fixed(code, nature),
                None => Err(UnattachedReason::UnknownNoun),
            },
        }
    }

    /// Projects, their adjustments and share purchases.
    pub(super) fn projects(
        &self,
        noun: Noun,
        words: &Range<usize>,
        after: &Cues,
        printer: Printer<'_, '_>,
        spot: &Spot,
    ) -> Result<Measured, UnattachedReason> {
        let own = after.capital.as_ref().or(self.segment.capital.as_ref());
        let public = after
            .topic
            .as_ref()
            .is_some_and(|t| t.value.topic().name == "public-investment");
        let whose = self.whose(own).filter(|_| !public);
        let basis = after
            .basis
            .as_ref()
            .or(self.segment.basis.as_ref())
            .map(|b| b.value);
        let kind = whose.as_ref().map(|w| w.value);
        let what = match (noun, basis) {
            (Noun::SharePurchases, _) | (_, Some(Basis::Share)) => "share-purchases",
            (Noun::Adjustments, _) | (_, Some(Basis::Adjusted)) => "adjustments",
            (Noun::Turns, _) => return Err(UnattachedReason::Turns),
            (_, Some(Basis::Called)) => "projects-called",
            // `282 dự án kêu gọi đầu tư (151 dự án công nghiệp; 9 dự án …)`
            (_, None) if own.is_none() && self.called => "projects-called",
            _ => "projects",
        };
        let stem = match kind {
            _ if what == "projects-called" => "investment",
            Some(Capital::Fdi) => "fdi",
            Some(Capital::Ddi) => "ddi",
            Some(Capital::Ofdi) => "ofdi",
            Some(Capital::Oda | Capital::Counterpart) => "oda",
            Some(Capital::OdaLoan) => "oda-loan",
            Some(Capital::NgoAid | Capital::OdaGrant) => "ngo-aid",
            _ if what == "share-purchases" => "fdi",
            _ => "investment",
        };
        let near = Held::new((), words, spot.sentence);
        let mut code = printer.field(&near, format!("{stem}.{what}"), spot);
        match &whose {
            Some(whose) => {
                code.grade = code.grade.min(whose.grade(spot));
                code.evidence.push(printer.span(&whose.words));
            }
            None => code.grade = Grade::Assumed,
        }
        let nature = if what == "projects-called" {
            Nature::Stock
        } else {
            Nature::Either
        };
        Ok(Measured {
            capital: kind,
            said: own.is_some(),
            ..Measured::new(code, nature)
        })
    }
}

/// Whether licences are spoken of in the clause: `trao giấy chứng nhận và bản ghi nhớ
/// cho 14 dự án`.
fn is_licensed(reading: &Reading<'_>, spot: &Spot) -> bool {
    let mut before = spot.clause.max(spot.at.saturating_sub(20))..spot.at;
    before.any(|at| reading.has_cue(at, Cue::Noun(Noun::Projects)))
}

/// Whether who was counted came to a meeting: `1.200 nhà đầu tư, doanh nghiệp
/// trong nước và quốc tế tham dự`.
fn attends(reading: &Reading<'_>, at: usize) -> bool {
    for mark in reading.marks_of(&(at..at + 14)) {
        match mark.kind {
            MarkKind::Cue(Cue::Topic(topic)) => return topic.topic().name == "event",
            MarkKind::Sign(',' | '(' | ')') => {}
            MarkKind::Sign(_) | MarkKind::Figure(_) => return false,
            _ => {}
        }
    }
    false
}
