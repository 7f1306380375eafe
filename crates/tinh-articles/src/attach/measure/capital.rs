//! Amounts of money: of a topic, or of investments by whose it is and at which
//! stage.

use super::codes::money_code;
use super::{Cues, Level, MeasureTopic, Measured, UnattachedReason, beside, of_topic};
use crate::cues::{Basis, Capital, Nature, money_beside};
use crate::drafts::{Field, Grade};
use crate::topics::{Held, Printer, Spot};

impl MeasureTopic {
    /// The measure of an amount of money. `project`: one is spoken of here.
    pub(crate) fn money(
        &self,
        after: &Cues,
        project: bool,
        printer: Printer<'_, '_>,
        spot: &Spot,
    ) -> Result<Measured, UnattachedReason> {
        let seg = &self.segment;
        let until = self.level.as_ref().map_or(0, |l| l.until);
        let own = |c: &Held<Capital>| c.words.start >= until;
        if after.close
            && !seg.capital.as_ref().is_some_and(own)
            && let Some(found) = self.money_of(after, project, printer, spot)
        {
            return Ok(found);
        }
        // The nearest wins; a bare `FDI` after a topic only narrows it.
        let topic = seg.money_topic();
        if let Some(topic) = topic
            && (seg
                .basis
                .as_ref()
                .is_none_or(|b| b.words.start <= topic.words.start)
                || self.is_level_of(seg))
        {
            // `trong đó doanh thu dịch vụ khác đạt …`: a part of retail sales.
            let total = self.level.as_ref().or(self.before.as_ref());
            let part = topic.value.topic().name == "enterprise-revenue" && self.parts;
            if let Some(total) = total.filter(|l| part && l.code == "retail-sales") {
                return beside(total, printer, spot);
            }
            // `5 triệu lượt khách; doanh thu đạt …`
            let tourism = topic.value.topic().name == "enterprise-revenue"
                && self
                    .level
                    .as_ref()
                    .is_some_and(|l| matches!(l.code.as_str(), "tourists" | "tourism-revenue"));
            let code = if tourism {
                Some("tourism-revenue")
            } else {
                topic.value.topic().money
            };
            return Ok(of_topic(topic, code, printer, spot));
        }
        if seg.basis.is_some() || seg.capital.is_some() {
            if !project && self.is_worth_of_things(after) {
                return Err(UnattachedReason::Worth);
            }
            let capital = seg.capital.as_ref().filter(|c| !self.summed || own(c));
            let capital = capital.or(after.capital.as_ref());
            return Ok(self.capital_money(seg.basis.as_ref(), capital, project, printer, spot));
        }
        if let Some(found) = self.money_of(after, project, printer, spot) {
            return Ok(found);
        }
        if let Some(level) = &self.level {
            return beside(level, printer, spot);
        }
        if let Some(topic) = self.sentence.money_topic() {
            return Ok(of_topic(topic, topic.value.topic().money, printer, spot));
        }
        match &self.before {
            Some(level) if level.money => beside(level, printer, spot),
            _ => Err(UnattachedReason::NoMeasure),
        }
    }

    /// `hai tấn gạo trị giá 40 triệu đồng`: no word for capital here or above, and
    /// nothing counted that money is of.
    fn is_worth_of_things(&self, after: &Cues) -> bool {
        let worth = self.segment.basis.as_ref().map(|b| b.value) == Some(Basis::Worth);
        let level = self.level.as_ref();
        let counted = level.is_some_and(|l| l.money || money_beside(&l.code).is_some());
        let said = self.segment.capital.is_some() || after.capital.is_some();
        worth && !counted && !said && self.whose(None).is_none() && self.counted.is_none()
    }

    /// What some cues say of money.
    pub(super) fn money_of(
        &self,
        cues: &Cues,
        project: bool,
        printer: Printer<'_, '_>,
        spot: &Spot,
    ) -> Option<Measured> {
        if let Some(topic) = cues.money_topic() {
            return Some(of_topic(topic, topic.value.topic().money, printer, spot));
        }
        let said = cues.basis.is_some() || cues.capital.is_some();
        said.then(|| {
            self.capital_money(
                cues.basis.as_ref(),
                cues.capital.as_ref(),
                project,
                printer,
                spot,
            )
        })
    }

    /// Money of investments, from the words for whose it is and at which stage.
    pub(super) fn capital_money(
        &self,
        basis: Option<&Held<Basis>>,
        capital: Option<&Held<Capital>>,
        project: bool,
        printer: Printer<'_, '_>,
        spot: &Spot,
    ) -> Measured {
        let stage = basis.map_or(Basis::Registered, |b| b.value);
        let same = |l: &&Level| capital.is_none_or(|c| Some(c.value) == l.capital);
        if stage == Basis::Worth
            && let Some(level) = self.level.as_ref().filter(|l| l.code != "land-area")
            && (same(&level) || level.capital.is_none())
            && let Some(code) =
                money_beside(&level.code).or_else(|| level.money.then_some(level.code.as_str()))
        {
            let mut code = printer.field(&level.held(()), code.to_owned(), spot);
            code.grade = code.grade.min(level.grade);
            return Measured {
                capital: level.capital,
                ..Measured::new(code, level.nature)
            };
        }
        // `trong đó vốn nhà nước đạt …`: a part of all investment.
        let total = self.level.as_ref().or(self.before.as_ref());
        if let Some(level) = total.filter(|l| self.parts && l.code == "social-investment")
            && let Ok(part) = beside(level, printer, spot)
        {
            return part;
        }
        let plain = matches!(
            stage,
            Basis::Registered | Basis::Total | Basis::Planned | Basis::Worth
        );
        // `719 dự án với tổng vốn`: the money of what was just counted.
        let founded = self.before.as_ref().filter(|l| {
            l.code == "enterprises"
                && stage == Basis::Registered
                && capital.is_none()
                && self.level.is_none()
        });
        let whole = self.summed || self.segment.joined;
        let counted = self.counted.as_ref().or(founded);
        // `2.000 công ty Hàn Quốc với tổng vốn`: what they invest, no charter capital.
        let foreign = |l: &&Level| l.code == "enterprises" && self.foreign.is_some();
        let counted = counted.filter(|l| !whole && !foreign(l));
        if let Some(level) = counted
            && plain
            && same(&level)
            && let Some(code) = money_beside(&level.code)
        {
            let mut code = printer.field(&level.held(()), code.to_owned(), spot);
            code.grade = code.grade.min(level.grade);
            return Measured {
                capital: level.capital,
                said: capital.is_some(),
                ..Measured::new(code, level.nature)
            };
        }
        let whose = self.whose(capital);
        let told = whose
            .as_ref()
            .is_some_and(|w| w.sentence == spot.sentence && w.value != Capital::Any);
        if project && counted.is_none() && plain && !told {
            let words = basis.map(|b| printer.field(b, "investment.planned".to_owned(), spot));
            let code = words.unwrap_or_else(|| Field {
                value: Some("investment.planned".to_owned()),
                grade: Grade::Assumed,
                ..Field::default()
            });
            return Measured {
                of_project: true,
                ..Measured::new(code, Nature::Stock)
            };
        }
        // Foreign investment is registered in dollars: one that is only
        // inherited does not reach an amount in đồng.
        let whose = whose
            .filter(|w| !(self.in_dong && w.value == Capital::Fdi && w.sentence != spot.sentence));
        let kind = whose.as_ref().map(|w| w.value);
        let code = money_code(kind, stage);
        let mut field = match (basis, &whose) {
            (Some(basis), _) => printer.field(basis, code, spot),
            (None, Some(held)) => printer.field(held, code, spot),
            (None, None) => Field {
                value: Some(code),
                grade: Grade::Assumed,
                ..Field::default()
            },
        };
        if let Some(held) = &whose {
            field.grade = field.grade.min(held.grade(spot));
            field.evidence.push(printer.span(&held.words));
        }
        let of_project = project && counted.is_none() && stage == Basis::Adjusted;
        let nature = if matches!(stage, Basis::Planned | Basis::Called) {
            Nature::Stock
        } else {
            Nature::Either
        };
        Measured {
            capital: kind,
            of_project,
            said: capital.is_some(),
            ..Measured::new(field, nature)
        }
    }

    /// Whose money: said here, by the figure before, in the sentence, that of
    /// the investors the sentence speaks of, or above.
    pub(super) fn whose(&self, capital: Option<&Held<Capital>>) -> Option<Held<Capital>> {
        if let Some(held) = capital {
            return Some(held.clone());
        }
        // `72 dự án trong nước và 48 dự án nước ngoài, nâng tổng vốn lên`: of both.
        let level = self.level.as_ref();
        let sum = |b: &Held<Basis>| {
            level.is_some_and(|l| b.words.start > l.until) && self.mixed && self.summed
        };
        if self.segment.basis.as_ref().is_some_and(sum) {
            return None;
        }
        if let Some(held) = level.and_then(|l| l.capital.map(|value| l.held(value))) {
            return Some(held);
        }
        let above = self.article.capital.as_ref().filter(|_| level.is_none());
        let here = self.sentence.capital.as_ref().filter(|_| level.is_none());
        here.or(self.foreign.as_ref()).or(above).cloned()
    }
}
