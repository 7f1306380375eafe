//! From the drafts of an article to its review.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::json;
use tinh_articles::{
    Draft as Drafted, DraftStatus, DraftTime, Drafts, Field as DraftedField, Grade as DraftedGrade,
    MarkedAs, Span, Subject, TextMark,
};
use tinh_figures::Language;
use tinh_gazetteer::{Country, UnitId};
use tinh_model::time::{PartialDate, Period};
use tinh_model::{Measure, MeasureUnit, Source};

use super::data::{
    Article, Choice, Draft, Field, Grade, Mark, MarkKind, Review, Unattached, Verdict,
};
use crate::{times, words};

/// The names of the lists fields choose from.
pub(super) const PLACES: &str = "places";
const STATUSES: &str = "statuses";

impl Review {
    /// Adds an article with its drafts, and the lists their fields choose from:
    /// every province, every measure of a kind, the times the article speaks of.
    ///
    /// The saved claims have the id of the source and their number as id.
    ///
    /// ```
    /// use tinh_articles::Article;
    /// use tinh_model::Source;
    /// use tinh_pages::{Language, review::Review};
    ///
    /// let text = "Năm 2019, tỉnh Bắc Ninh thu hút 150 dự án FDI với tổng vốn 1,2 tỷ USD.";
    /// let drafts = Article::new(text).draft()?;
    /// let source = Source::new("bai", "Bắc Ninh thu hút FDI");
    /// let review = Review::new("Duyệt").drafts(text, &source, &drafts, Language::Vietnamese);
    /// assert_eq!(review.articles[0].drafts[0].heading, "150 dự án");
    /// let html = review.html(Language::Vietnamese)?;
    /// assert!(html.contains("Bắc Ninh"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn drafts(
        mut self,
        text: impl Into<String>,
        source: &Source,
        drafts: &Drafts,
        language: Language,
    ) -> Self {
        let text = text.into();
        let from = Maker {
            source: &source.id,
            text: &text,
            published: source.published,
            language,
            times: format!("times-{}", self.articles.len()),
        };
        self.lists
            .entry(PLACES.to_owned())
            .or_insert_with(|| from.places());
        self.lists
            .entry(STATUSES.to_owned())
            .or_insert_with(|| from.statuses());
        for kind in KINDS {
            let list = self.lists.entry(list_of(kind).to_owned());
            list.or_insert_with(|| from.measures(kind));
        }
        self.lists
            .insert(from.times.clone(), from.all_times(drafts));
        let mut article = Article::new(&source.title, &text);
        let mut line = json!(source);
        if let Some(line) = line.as_object_mut() {
            line.insert("type".to_owned(), json!("source"));
        }
        article.lines.push(line);
        article.marks = drafts.marks.iter().copied().map(Mark::from).collect();
        let unattached = drafts.unattached.iter().map(|figure| Unattached {
            span: range(figure.span),
            reason: figure.reason.in_language(language).to_owned(),
        });
        article.unattached = unattached.collect();
        let figures = drafts.drafts.iter().map(|draft| from.draft(draft));
        let events = drafts.events.iter().zip(1..);
        let events = events.map(|(event, number)| from.event(event, number));
        article.drafts = figures.chain(events).collect();
        // In the order of the text.
        let start = |draft: &Draft| draft.evidence.first().map(|span| span.start);
        article.drafts.sort_by_key(start);
        self.article(article)
    }
}

impl From<TextMark> for Mark {
    fn from(mark: TextMark) -> Self {
        let kind = match mark.kind {
            MarkedAs::Figure => MarkKind::Figure,
            MarkedAs::Place => MarkKind::Place,
            MarkedAs::Date => MarkKind::Date,
            MarkedAs::Name => MarkKind::Name,
        };
        Self {
            span: range(mark.span),
            kind,
        }
    }
}

/// The kinds of measures, each with a list of its own.
const KINDS: [MeasureUnit; 4] = [
    MeasureUnit::Money,
    MeasureUnit::Count,
    MeasureUnit::Extent,
    MeasureUnit::Ratio,
];

const fn list_of(kind: MeasureUnit) -> &'static str {
    match kind {
        MeasureUnit::Money => "measures-money",
        MeasureUnit::Extent => "measures-extent",
        MeasureUnit::Ratio => "measures-ratio",
        _ => "measures-count",
    }
}

/// What the drafts of one article have in common.
pub(super) struct Maker<'a> {
    pub(super) source: &'a str,
    pub(super) text: &'a str,
    pub(super) published: Option<PartialDate>,
    pub(super) language: Language,
    /// The list of the times it speaks of.
    times: String,
}

impl Maker<'_> {
    fn line(&self, drafted: &Drafted) -> serde_json::Map<String, serde_json::Value> {
        drafted.line(self.source, self.published, self.text)
    }

    fn draft(&self, drafted: &Drafted) -> Draft {
        let line = self.line(drafted);
        let mut draft = Draft::new(&drafted.figure.printed, line)
            .resting_on(range(drafted.span))
            .on_accept("review", json!("accepted"));
        draft.fields = vec![
            self.subject(drafted),
            self.measure(drafted),
            self.time(drafted),
            self.status(drafted),
        ];
        draft.fields.extend(self.dimensions(drafted));
        let is_complete = draft.fields.iter().all(|field| !field.is_missing());
        match drafted.claim(self.source, self.published, self.text) {
            // What the model refuses would be refused in the saved file.
            Err(error) if is_complete => {
                let why = words::REFUSED_AS_IT_IS.with(self.language, [&error.to_string()]);
                draft.check(Verdict::Unclear, why)
            }
            _ => draft,
        }
    }

    fn subject(&self, drafted: &Drafted) -> Field {
        let mut field = self.field("place", words::PLACE, &drafted.subject, |subject| {
            (self.subject_name(subject), subject.keys())
        });
        field.list = Some(PLACES.to_owned());
        // A figure of a project or a company needs a place to be saved with.
        field.is_required = true;
        if let Some(Subject::Organisation(_) | Subject::Project(_) | Subject::Country(_)) =
            &drafted.subject.value
            && !self.line(drafted).contains_key("place")
        {
            field.shown = String::new();
        }
        field
    }

    fn subject_name(&self, subject: &Subject) -> String {
        match subject {
            Subject::Province(id) => place_name(id),
            Subject::Country(code) if code == "VN" => {
                words::WHOLE_COUNTRY.of(self.language).to_owned()
            }
            Subject::Country(code) => Country::from_alpha2(code)
                .map_or(code.as_str(), |country| country.name())
                .to_owned(),
            Subject::Organisation(name) | Subject::Project(name) => name.clone(),
        }
    }

    fn measure(&self, drafted: &Drafted) -> Field {
        let mut field = self.field("measure", words::MEASURE, &drafted.measure, |code| {
            let keys = [("measure".to_owned(), json!(code))];
            (self.measure_name(code), keys.into_iter().collect())
        });
        let known = drafted
            .measure
            .value
            .as_deref()
            .and_then(|code| code.parse::<Measure>().ok());
        let kind = known.map_or_else(|| kind_of(drafted), |measure| measure.unit());
        field.list = Some(list_of(kind).to_owned());
        field.is_required = true;
        field
    }

    /// The name of a measure, or a proposed code as it is.
    fn measure_name(&self, code: &str) -> String {
        code.parse::<Measure>().map_or_else(
            |_| words::PROPOSED_MEASURE.with(self.language, [code]),
            |measure| measure.name(self.language),
        )
    }

    fn time(&self, drafted: &Drafted) -> Field {
        let mut field = self.field("time", words::TIME, &drafted.time, |time| {
            (self.time_name(*time), time.keys(self.published))
        });
        field.list = Some(self.times.clone());
        field.is_required = true;
        if self.published.is_none() && drafted.time.value == Some(DraftTime::Publication) {
            field.shown = String::new();
        }
        field
    }

    fn time_name(&self, time: DraftTime) -> String {
        match time {
            DraftTime::During(period) => times::period(period, self.language),
            DraftTime::AsOf(date) => {
                words::AS_OF_DATE.with(self.language, [&times::partial(date, self.language)])
            }
            DraftTime::Publication => match self.published {
                Some(date) => words::AT_PUBLICATION
                    .with(self.language, [&times::partial(date, self.language)]),
                None => words::AT_PUBLICATION_UNKNOWN.of(self.language).to_owned(),
            },
        }
    }

    fn status(&self, drafted: &Drafted) -> Field {
        let mut field = self.field("status", words::STATUS, &drafted.status, |status| {
            (self.status_name(*status).to_owned(), status.keys())
        });
        field.list = Some(STATUSES.to_owned());
        field
    }

    fn status_name(&self, status: DraftStatus) -> &'static str {
        let word = match status {
            DraftStatus::Estimate => words::STATUS_ESTIMATE,
            DraftStatus::Forecast => words::STATUS_FORECAST,
            DraftStatus::Target => words::STATUS_TARGET,
            DraftStatus::Planned => words::STATUS_PLANNED,
            DraftStatus::Approved => words::STATUS_APPROVED,
            DraftStatus::Proposed => words::STATUS_PROPOSED,
            DraftStatus::Reported => words::STATUS_REPORTED,
        };
        word.of(self.language)
    }

    /// What narrows the figure; each can be taken away.
    fn dimensions(&self, drafted: &Drafted) -> Vec<Field> {
        let line = self.line(drafted);
        let named = [
            ("partner", words::PARTNER),
            ("sector", words::SECTOR),
            ("scope", words::SCOPE),
        ];
        let fields = named.into_iter().filter_map(|(key, label)| {
            let value = line.get(key)?.as_str()?;
            let none = Choice::new(words::NOTHING.of(self.language), [(key, json!(null))]);
            let label = label.of(self.language);
            Some(Field::new(key, label, value, Grade::Printed).or(none))
        });
        fields.collect()
    }

    /// A field of a page from a field of a draft; `told` gives the words and the
    /// keys of a value.
    fn field<T>(
        &self,
        name: &str,
        label: words::Word,
        drafted: &DraftedField<T>,
        told: impl Fn(&T) -> (String, serde_json::Map<String, serde_json::Value>),
    ) -> Field {
        let shown = drafted.value.as_ref().map(|value| told(value).0);
        let grade = match drafted.grade {
            DraftedGrade::Assumed => Grade::Assumed,
            DraftedGrade::Inherited => Grade::Inherited,
            DraftedGrade::Carried => Grade::Carried,
            DraftedGrade::Printed => Grade::Printed,
            DraftedGrade::Unknown => Grade::Unknown,
        };
        let label = label.of(self.language);
        let mut field = Field::new(name, label, shown.unwrap_or_default(), grade);
        field.evidence = drafted.evidence.iter().map(|span| range(*span)).collect();
        field.choices = drafted
            .alternatives
            .iter()
            .map(|value| {
                let (shown, set) = told(value);
                Choice { shown, set }
            })
            .collect();
        field
    }

    fn places(&self) -> Vec<Choice> {
        let nation = Subject::Country("VN".to_owned());
        let provinces = UnitId::all().map(|id| Subject::Province(id.as_str().to_owned()));
        let mut choices: Vec<Choice> = std::iter::once(nation)
            .chain(provinces)
            .map(|subject| Choice {
                shown: self.subject_name(&subject),
                // A reviewer names the place of a part, and keeps the part.
                set: [(
                    "place".to_owned(),
                    subject.keys().remove("place").unwrap_or_default(),
                )]
                .into_iter()
                .collect(),
            })
            .collect();
        choices.dedup_by(|a, b| a.set == b.set);
        choices
    }

    fn measures(&self, kind: MeasureUnit) -> Vec<Choice> {
        let mut choices: Vec<Choice> = Measure::all()
            .filter(|measure| measure.unit() == kind)
            .map(|measure| {
                let keys = [("measure", json!(measure.code()))];
                Choice::new(measure.name(self.language), keys)
            })
            .collect();
        choices.sort_by(|a, b| a.shown.cmp(&b.shown));
        choices
    }

    fn statuses(&self) -> Vec<Choice> {
        let all = [
            DraftStatus::Reported,
            DraftStatus::Estimate,
            DraftStatus::Forecast,
            DraftStatus::Target,
            DraftStatus::Planned,
            DraftStatus::Approved,
            DraftStatus::Proposed,
        ];
        all.into_iter()
            .map(|status| Choice {
                shown: self.status_name(status).to_owned(),
                set: status.keys(),
            })
            .collect()
    }

    /// Every time a draft of the article has or could have, the last day of each
    /// period, the period of each date, and the publication.
    fn all_times(&self, drafts: &Drafts) -> Vec<Choice> {
        let of_drafts = drafts.drafts.iter().flat_map(|draft| {
            let value = draft.time.value.iter();
            value.chain(&draft.time.alternatives).copied()
        });
        let with_others = of_drafts.flat_map(|time| {
            let other = match time {
                DraftTime::During(period) => PartialDate::day(period.end()).map(DraftTime::AsOf),
                DraftTime::AsOf(date) => Period::of(date).map(DraftTime::During),
                DraftTime::Publication => None,
            };
            [Some(time), other].into_iter().flatten()
        });
        let published = self.published.map(|_| DraftTime::Publication);
        let by_name: BTreeMap<String, Choice> = with_others
            .chain(published)
            .filter(|time| self.published.is_some() || *time != DraftTime::Publication)
            .map(|time| {
                let shown = self.time_name(time);
                let set = time.keys(self.published);
                (shown.clone(), Choice { shown, set })
            })
            .collect();
        by_name.into_values().collect()
    }
}

/// The kind of measure a figure can be of.
fn kind_of(drafted: &Drafted) -> MeasureUnit {
    match drafted.figure.unit.as_str() {
        "%" | "lần" => MeasureUnit::Ratio,
        "ha" | "km" | "km2" | "m2" => MeasureUnit::Extent,
        unit if unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase()) => {
            MeasureUnit::Money
        }
        _ => MeasureUnit::Count,
    }
}

fn place_name(id: &str) -> String {
    id.parse::<UnitId>()
        .map_or_else(|_| id.to_owned(), |id| id.name().to_owned())
}

pub(super) const fn range(span: Span) -> Range<usize> {
    span.start..span.end
}
