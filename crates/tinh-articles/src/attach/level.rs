//! Amounts and counts: a draft with what every topic says of it.

use tinh_figures::Kind;

use super::measure::{Level, Measured, cues_behind, phrase_end};
use super::{FEW, Walk};
use crate::cues::{Capital, Compare, Nature, WordClass};
use crate::drafts::{Draft, DraftFigure, DraftStatus, DraftTime, Grade, Subject};
use crate::mentions::{FigureMention, FigureRole, Reading};
use crate::topics::{TimeTopic, Who};
use crate::unattached::UnattachedReason;

impl<'p> Walk<'_, 'p> {
    /// An amount or a count.
    pub(super) fn level(&mut self, figure: &FigureMention<'p>) -> Result<(), UnattachedReason> {
        let spot = self.spot(figure);
        let reading = self.printer.reading;
        if let Some(reason) = self.no_level(figure) {
            return Err(reason);
        }
        if let Some(compare) = self.adjacent(figure)
            && matches!(compare, Compare::Up | Compare::Down)
            // `tăng từ 300 triệu USD lên 1,5 tỷ USD`: two levels.
            && !reading.is(self.before(figure), WordClass::From)
            && !self.measure.adjusts()
        {
            return self.increase(figure, compare);
        }
        let after = cues_behind(
            reading,
            &figure.words,
            &figure.role,
            self.limit,
            self.sentence,
        );
        self.measure.in_dong = figure.figure.currency() == Some(tinh_figures::Currency::VND);
        self.measure.take_turn();
        self.subject.take_turn();
        if figure.role == FigureRole::Money && reading.is(self.before(figure), WordClass::From) {
            self.measure.takes_whole();
        }
        self.project_behind(figure);
        let project = self.subject.has_project_in(self.sentence)
            || (self.measure.says_whole_cost() && self.subject.has_project_since(self.paragraph));
        let measured = match &figure.role {
            FigureRole::Duration(_) => self.measure.term(self.printer, &spot)?,
            FigureRole::Count(noun, words) => {
                self.measure
                    .count(*noun, words, &after, self.printer, &spot)?
            }
            _ => match self.cost(figure, project) {
                Some(verb) => self.measure.invested(&verb, self.printer, &spot),
                None => match self.measure.money(&after, project, self.printer, &spot) {
                    Err(reason) => self
                        .foreign_money(figure)
                        .or_else(|| self.aid(figure))
                        .ok_or(reason)?,
                    found => found?,
                },
            },
        };
        let (nature, capital, said) = (measured.nature, measured.capital, measured.said);
        let code = measured.code.value.clone().unwrap_or_default();
        let mut draft = self.draft(figure, measured);
        self.same_part(&mut draft);
        if let Some(partner) = self.partner_of(figure, &code) {
            draft
                .dimension
                .push(("partner".to_owned(), partner.to_owned()));
        }
        self.partner = None;
        if said && let Some(total) = self.total {
            self.widen(total);
        }
        date_work(&mut draft);
        // Parts follow totals.
        let total = self.total.and_then(|id| self.out.draft(id));
        if let Some(total) = total.filter(|t| {
            draft
                .subject
                .evidence
                .first()
                .is_none_or(|e| e.start < t.span.start)
        }) && matches!(total.subject.value, Some(Subject::Project(_)))
        {
            draft.subject.clone_from(&total.subject);
        }
        if let Some(total) = total
            && draft.status.grade == Grade::Assumed
            && total.status.grade > Grade::Assumed
            && !self.has_verb(figure)
        {
            draft.status.clone_from(&total.status);
            draft.status.grade = draft.status.grade.min(Grade::Carried);
        }
        self.foretell(&mut draft);
        draft.part_of = self.total;
        self.push_level(figure, draft, nature, capital);
        Ok(())
    }

    /// A draft with everything but its measure asked of the topics.
    pub(super) fn draft(&mut self, figure: &FigureMention<'p>, measured: Measured) -> Draft {
        let spot = self.spot(figure);
        let noun_end = match &figure.role {
            FigureRole::Count(_, noun) | FigureRole::Duration(noun) => {
                noun.end.max(figure.words.end)
            }
            _ => figure.words.end,
        };
        let after = noun_end..self.limit;
        Draft {
            id: self.out.drafts.len() + 1,
            span: self.printer.span(&figure.words),
            figure: draft_figure(figure, self.printer.reading),
            subject: self
                .subject
                .figure(self.who(&measured), self.printer, &after, &spot),
            time: self
                .time
                .figure(measured.nature, self.printer, &after, &spot),
            status: self.status.figure(
                self.printer,
                &(noun_end..self.limit.min(noun_end + 10)),
                &spot,
                measured.nature == Nature::Event,
            ),
            dimension: self.part_of(figure, measured.code.value.as_deref()),
            measure: measured.code,
            direction: None,
            base: None,
            comparisons: Vec::new(),
            same_as: None,
            part_of: None,
        }
    }

    /// Keeps a level, for the figures after it.
    pub(super) fn push_level(
        &mut self,
        figure: &FigureMention<'p>,
        draft: Draft,
        nature: Nature,
        capital: Option<Capital>,
    ) {
        self.measure.level(Level {
            draft: draft.id,
            code: draft.measure.value.clone().unwrap_or_default(),
            nature,
            money: figure.role == FigureRole::Money,
            capital,
            grade: draft.measure.grade,
            words: figure.words.clone(),
            until: phrase_end(self.printer.reading, &figure.words, self.limit),
            sentence: self.sentence,
        });
        (self.compare, self.grew, self.part) = (None, None, None);
        self.base = None;
        self.out.drafts.push(draft);
    }

    /// Whether the clause of a figure has a verb before it: `thu nội địa đạt 38.000
    /// tỷ đồng`, where `xuất khẩu 2.730 triệu USD` shares that of its total.
    fn has_verb(&self, figure: &FigureMention<'p>) -> bool {
        let reading = self.printer.reading;
        let from = self.boundary.max(figure.words.start.saturating_sub(12));
        (from..figure.words.start)
            .any(|at| reading.is(at, WordClass::Breaks) || reading.is(at, WordClass::Predicate))
    }

    /// A period that begins after the publication is not reported.
    pub(super) fn foretell(&self, draft: &mut Draft) {
        if let (Some(DraftTime::During(period)), Some(published)) =
            (draft.time.value, self.published)
            && period.start() > published
            && (draft.status.grade == Grade::Assumed
                || draft.status.value == Some(DraftStatus::Estimate))
        {
            draft.status.value = Some(DraftStatus::Planned);
            draft.status.evidence.clone_from(&draft.time.evidence);
        }
    }

    /// Which subject a measure asks for.
    fn who(&self, measured: &Measured) -> Who {
        let code = measured.code.value.as_deref().unwrap_or("");
        let counted = self
            .measure
            .level
            .as_ref()
            .is_some_and(|l| l.code.ends_with(".projects"));
        let of_ground = matches!(
            code.split(':').next(),
            Some(
                "land-area"
                    | "length"
                    | "project.progress"
                    | "project.equity"
                    | "land-clearance-cost"
                    | "capacity"
                    | "project.term"
            )
        );
        if measured.of_project || code == "investment.planned" || (of_ground && !counted) {
            return Who::Project;
        }
        match code.split(['.', ':']).next().unwrap_or(code) {
            "oda" | "oda-loan" | "oda-grant" | "concessional-loan" | "counterpart" | "ngo-aid"
            | "fdi" | "ddi" | "ofdi" | "investment" | "grdp" | "grdp-per-capita"
            | "budget-revenue" | "budget-expenditure" | "social-investment" | "sponsorship" => {
                Who::Territory
            }
            "trade" | "trade-balance" => Who::Trader,
            _ => Who::Any,
        }
    }

    /// A total whose part says whose money it is, is of both kinds: a capital
    /// it only inherited is taken back.
    fn widen(&mut self, total: usize) {
        for draft in self
            .out
            .drafts
            .get_mut(self.first.max(total.saturating_sub(FEW))..total)
            .unwrap_or(&mut [])
        {
            let measure = &mut draft.measure;
            let code = measure.value.as_deref();
            let narrow =
                code.and_then(|code| code.strip_prefix("fdi.").or(code.strip_prefix("ddi.")));
            if let (Some(rest), Grade::Inherited) = (narrow, measure.grade) {
                let wider = format!("investment.{rest}");
                measure.alternatives.extend(measure.value.replace(wider));
            }
        }
    }
}

/// What a work costs and can make has no period, and its ground none that was
/// told of something else: both hold as they are published.
fn date_work(draft: &mut Draft) {
    let code = draft.measure.value.as_deref().unwrap_or("");
    let of_work = matches!(code, "investment.planned" | "capacity");
    let ground = matches!(code, "land-area" | "length") && draft.time.value.is_none();
    if ground || of_work && !matches!(draft.time.value, Some(DraftTime::AsOf(_))) {
        draft.time = TimeTopic::publication();
    }
}

fn draft_figure(figure: &FigureMention<'_>, reading: &Reading<'_>) -> DraftFigure {
    let found = figure.figure;
    let unit = match (&figure.role, found.kind()) {
        (FigureRole::Count(_, noun) | FigureRole::Duration(noun), _) => {
            reading.slice(noun).to_owned()
        }
        (_, Kind::Percent) => "%".to_owned(),
        (_, Kind::Points) => "điểm phần trăm".to_owned(),
        (_, Kind::Multiple) => "lần".to_owned(),
        _ => found.currency().map_or_else(String::new, |c| c.to_string()),
    };
    DraftFigure {
        printed: figure.printed.to_owned(),
        value: found.value(),
        range: (found.value().is_none())
            .then(|| found.lower().zip(found.upper()))
            .flatten(),
        unit,
        qualifier: found.qualifier(),
        currency: found.currency(),
    }
}
