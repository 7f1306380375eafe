//! Percentages: of a topic, or of what a comparison is of.

use super::{Cues, MeasureTopic, Measured, UnattachedReason, level_code, of_topic};
use crate::cues::{Basis, Nature, Noun, TopicId};
use crate::topics::{Held, Printer, Spot};

impl MeasureTopic {
    /// The measure of a percentage that compares nothing.
    pub(crate) fn percent(
        &self,
        after: &Cues,
        printer: Printer<'_, '_>,
        spot: &Spot,
    ) -> Result<Measured, UnattachedReason> {
        // `kinh tế số chiếm 20% GRDP`: a share of what stands behind, no growth of it.
        let whole = |t: &&Held<TopicId>| {
            let percent = t.value.topic().percent;
            percent.is_some_and(|code| code.ends_with(":growth"))
        };
        let behind = after.topic.as_ref();
        let topic = self.segment.topic.as_ref().or(behind);
        if self.segment.topic.is_none() && behind.filter(whole).is_some() {
            return Err(UnattachedReason::Share);
        }
        let topic = topic.or(self.sentence.topic.as_ref());
        let found =
            topic.and_then(|t| Some((t, t.value.topic().percent.filter(|p| is_said(t, p))?)));
        let (topic, mut code) = found.ok_or(UnattachedReason::Percentage)?;
        // `tỷ lệ lấp đầy` is of the parks or clusters just counted.
        if topic.value.topic().name == "occupancy"
            && self
                .level
                .as_ref()
                .is_some_and(|l| l.code == "industrial-clusters")
        {
            code = "industrial-clusters:occupancy";
        }
        let mut measured = of_topic(topic, Some(code), printer, spot);
        // A share holds over its year: `đến năm 2014, lao động nông nghiệp còn 55%`.
        if measured.nature == Nature::Either {
            measured.nature = Nature::Flow;
        }
        Ok(measured)
    }

    /// `tỷ trọng ngành dịch vụ trong GRDP`: the sector has the share.
    pub(crate) fn shared(&self, printer: Printer<'_, '_>, spot: &Spot) -> Option<Measured> {
        let sector = self
            .named
            .iter()
            .rev()
            .find(|t| t.value.topic().name.starts_with("sector"))?;
        Some(of_topic(sector, level_code(sector.value), printer, spot))
    }

    /// What grows or has a share where the figure stands alone: its level's code.
    pub(crate) fn compared(&self, printer: Printer<'_, '_>, spot: &Spot) -> Option<Measured> {
        let seg = &self.segment;
        let money = |t: &Held<TopicId>| {
            seg.basis.as_ref().is_some_and(|b| {
                b.words.start > t.words.end
                    && matches!(
                        b.value,
                        Basis::Registered | Basis::Total | Basis::Implemented
                    )
            })
        };
        let number = |t: &&Held<TopicId>| t.value.topic().name == "number-of-projects" && !money(t);
        if let Some(topic) = seg.topic.as_ref().filter(number) {
            let none = Cues::default();
            return self
                .projects(Noun::Projects, &topic.words, &none, printer, spot)
                .ok();
        }
        if let Some(topic) = seg.topic.as_ref().filter(|t| {
            seg.basis
                .as_ref()
                .is_none_or(|b| b.words.start < t.words.start)
        }) {
            let code = level_code(topic.value)?;
            return Some(of_topic(topic, Some(code), printer, spot));
        }
        if seg.basis.is_some() || seg.capital.is_some() {
            return Some(self.capital_money(
                seg.basis.as_ref(),
                seg.capital.as_ref(),
                false,
                printer,
                spot,
            ));
        }
        let topic = self.sentence.topic.as_ref()?;
        let code = level_code(topic.value)?;
        Some(of_topic(topic, Some(code), printer, spot))
    }
}

/// Whether a bare percentage of a topic is what the table says: only few
/// topics are printed as their growth without a word for it.
fn is_said(topic: &Held<TopicId>, percent: &str) -> bool {
    !percent.ends_with(":growth")
        || matches!(
            topic.value.topic().name,
            "growth" | "growth-rate" | "grdp" | "grdp-constant" | "cpi"
        )
}
