//! From a draft to a claim of the model: the keys of its line of JSON.
//!
//! A draft with every field that a claim needs becomes one by
//! [`Draft::claim`]. Where a field is unknown its keys are absent: the line is
//! then what a reviewer completes.

mod events;

use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value, json};
use tinh_gazetteer::Country;
use tinh_model::time::{PartialDate, Period};
use tinh_model::{Claim, Measure};

use crate::drafts::{
    Comparison, ComparisonKind, Draft, DraftBase, DraftStatus, DraftTime, Subject, Trend,
};
use crate::span::Span;

/// Keys of a line and their values; `null` removes a key.
type Keys = Map<String, Value>;

fn keys<const N: usize>(pairs: [(&str, Value); N]) -> Keys {
    let pairs = pairs.into_iter();
    pairs.map(|(key, value)| (key.to_owned(), value)).collect()
}

impl Subject {
    /// The keys that say whose figure it is. A subject that is not a place of the model is
    /// named as a part of one (`scope`), and the place is left open.
    #[must_use]
    pub fn keys(&self) -> Keys {
        let of = |place: Value, partner: Value, scope: Value| {
            keys([("place", place), ("partner", partner), ("scope", scope)])
        };
        match self {
            Self::Province(id) => of(json!(id), Value::Null, Value::Null),
            Self::Country(code) if code == "VN" => of(json!("national"), Value::Null, Value::Null),
            Self::Country(code) => {
                let name =
                    Country::from_alpha2(code).map_or(code.as_str(), |country| country.name());
                of(Value::Null, json!(name), Value::Null)
            }
            Self::Organisation(name) | Self::Project(name) => {
                of(Value::Null, Value::Null, json!(name))
            }
        }
    }
}

impl DraftTime {
    /// The keys that say when a figure holds; none of the publication where its
    /// date is not known.
    #[must_use]
    pub fn keys(&self, published: Option<PartialDate>) -> Keys {
        let of = |as_of: Value, is: Value, period: Value| {
            keys([("as_of", as_of), ("as_of_is", is), ("period", period)])
        };
        match self {
            Self::During(period) => of(Value::Null, Value::Null, json!(period.to_string())),
            Self::AsOf(date) => of(json!(date.to_string()), Value::Null, Value::Null),
            Self::Publication => match published {
                Some(date) => of(json!(date.to_string()), json!("publication"), Value::Null),
                None => of(Value::Null, Value::Null, Value::Null),
            },
        }
    }
}

impl DraftTime {
    /// The last day it can mean; none of the publication.
    fn last_day(self) -> Option<NaiveDate> {
        match self {
            Self::During(period) => Some(period.end()),
            Self::AsOf(date) => date.last_day(),
            Self::Publication => None,
        }
    }
}

impl DraftStatus {
    /// The keys that say whether a figure is so: how firm it is, and whether it
    /// is actual, planned or a target.
    #[must_use]
    pub fn keys(self) -> Keys {
        let (status, realm) = match self {
            Self::Reported => (None, None),
            Self::Estimate => (Some("estimated"), None),
            Self::Forecast => (Some("forecast"), None),
            Self::Target => (None, Some("target")),
            // What is approved or proposed is not yet done either.
            Self::Planned | Self::Approved | Self::Proposed => (None, Some("plan")),
        };
        keys([("status", json!(status)), ("realm", json!(realm))])
    }
}

impl DraftBase {
    /// The code of the base in the model; none of one that it does not have.
    fn code(&self, time: Option<DraftTime>) -> Option<&'static str> {
        match self {
            Self::PreviousYear => {
                let is_whole_year = time.is_some_and(|time| match time {
                    DraftTime::During(period) => {
                        let year = u16::try_from(period.start().year()).ok();
                        year.and_then(|year| Period::months(year, 1, 12)) == Some(period)
                    }
                    DraftTime::AsOf(_) | DraftTime::Publication => false,
                });
                Some(if is_whole_year {
                    "previous-year"
                } else {
                    "same-period-last-year"
                })
            }
            Self::Plan => Some("plan"),
            Self::PreviousQuarter | Self::PreviousMonth | Self::Total | Self::Period(_) => None,
        }
    }
}

impl Draft {
    /// The id of its claim: that of the source and its number.
    #[must_use]
    pub fn claim_id(source: &str, number: usize) -> String {
        format!("{source}-{number}")
    }

    /// The line of JSON of its claim, marked as a draft, with the bytes it rests
    /// on and its sentence in the text of the article as a note. The keys of
    /// unknown fields are absent.
    ///
    /// ```
    /// use tinh_articles::Article;
    ///
    /// let text = "Năm 2019, tỉnh Bắc Ninh thu hút 150 dự án FDI với tổng vốn đăng ký 1,2 tỷ USD.";
    /// let drafts = Article::new(text).draft()?.drafts;
    /// let line = drafts[1].line("bai", None, text);
    /// assert_eq!(line["id"], "bai-2");
    /// assert_eq!(line["place"], "bac-ninh");
    /// assert_eq!(line["period"], "2019-01-01/2019-12-31");
    /// assert_eq!(line["figure"], "1,2 tỷ USD");
    /// assert_eq!((&line["review"], &line["note"]), (&"draft".into(), &text.into()));
    /// # Ok::<(), tinh_articles::ArticleError>(())
    /// ```
    #[must_use]
    pub fn line(&self, source: &str, published: Option<PartialDate>, text: &str) -> Keys {
        let mut line = keys([
            ("type", json!("observation")),
            ("id", json!(Self::claim_id(source, self.id))),
            ("source", json!(source)),
        ]);
        line.extend(self.subject.value.iter().flat_map(Subject::keys));
        line.extend(self.time.value.iter().flat_map(|time| time.keys(published)));
        // A place spoken of with a time to come is the place of today.
        let told = published.and_then(|date| date.last_day());
        let last = self.time.value.and_then(|time| time.last_day());
        if let Some(day) = told.filter(|day| last.is_some_and(|last| last > *day)) {
            line.insert("place_on".to_owned(), json!(day.to_string()));
        }
        line.extend(self.status.value.into_iter().flat_map(DraftStatus::keys));
        line.insert("measure".to_owned(), json!(self.measure.value));
        line.insert("figure".to_owned(), json!(self.figure.printed));
        for (name, value) in &self.dimension {
            let key = match name.as_str() {
                "partner" => "partner",
                "industry" => "sector",
                _ => "scope",
            };
            line.insert(key.to_owned(), json!(value));
        }
        let base = self
            .base
            .as_ref()
            .and_then(|base| base.code(self.time.value));
        line.insert("base".to_owned(), json!(base));
        let relations = [("same_as", self.same_as), ("part_of", self.part_of)];
        for (key, number) in relations {
            let id = number.map(|number| Self::claim_id(source, number));
            line.insert(key.to_owned(), json!(id));
        }
        line.insert("evidence".to_owned(), json!(self.evidence()));
        line.insert("review".to_owned(), json!("draft"));
        line.insert("note".to_owned(), json!(sentence(text, self.span)));
        line.retain(|_, value| !value.is_null());
        line
    }

    /// Its claim.
    ///
    /// # Errors
    /// The error of the model on the line: a field is missing, or one does not go
    /// with another.
    pub fn claim(
        &self,
        source: &str,
        published: Option<PartialDate>,
        text: &str,
    ) -> Result<Claim, serde_json::Error> {
        serde_json::from_value(Value::Object(self.line(source, published, text)))
    }

    /// The line of JSON of one of its comparisons, by its place among them, as a
    /// claim of its own: `exports:growth`, of the same subject, time and status,
    /// with its base and the level as what it is derived from. None of a change
    /// printed as an amount, of a base or a measure the model does not have, and
    /// where there is no such comparison.
    ///
    /// ```
    /// use tinh_articles::Article;
    ///
    /// let text = "Năm 2019, xuất khẩu của Bắc Ninh đạt 30 tỷ USD, giảm 12% so với năm trước.";
    /// let drafts = Article::new(text).draft()?.drafts;
    /// let line = drafts[0].comparison_line(0, "bai", None, text).unwrap();
    /// assert_eq!(line["id"], "bai-1-1");
    /// assert_eq!((&line["measure"], &line["figure"]), (&"exports:growth".into(), &"-12%".into()));
    /// assert_eq!(line["base"], "previous-year");
    /// # Ok::<(), tinh_articles::ArticleError>(())
    /// ```
    #[must_use]
    pub fn comparison_line(
        &self,
        place: usize,
        source: &str,
        published: Option<PartialDate>,
        text: &str,
    ) -> Option<Keys> {
        let comparison = self.comparisons.get(place)?;
        let expression = match comparison.kind {
            ComparisonKind::Growth
            | ComparisonKind::Ratio
            | ComparisonKind::Multiple
            | ComparisonKind::PlanCompletion
            | ComparisonKind::Share => comparison.kind.code(),
            ComparisonKind::ExceedsPlan | ComparisonKind::Increase => return None,
        };
        let code = self.measure.value.as_deref()?.split(':').next()?;
        let base = comparison
            .base
            .as_ref()
            .and_then(|base| self.base_code(base));
        if base.is_none() && comparison.kind != ComparisonKind::Share {
            return None;
        }
        let mut line = self.line(source, published, text);
        for key in ["same_as", "part_of"] {
            line.remove(key);
        }
        let id = format!("{}-{}", Self::claim_id(source, self.id), place + 1);
        line.insert("id".to_owned(), json!(id));
        line.insert("measure".to_owned(), json!(format!("{code}:{expression}")));
        line.insert("figure".to_owned(), json!(comparison.figure()?));
        let base = base.filter(|_| comparison.kind != ComparisonKind::Share);
        line.insert("base".to_owned(), json!(base));
        line.insert("evidence".to_owned(), json!(self.evidence_of(comparison)));
        line.insert("note".to_owned(), json!(sentence(text, comparison.span)));
        line.retain(|_, value| !value.is_null());
        Some(line)
    }

    /// The claim of one of its comparisons; none as of [`Self::comparison_line`].
    ///
    /// # Errors
    /// The error of the model on the line.
    pub fn comparison_claim(
        &self,
        place: usize,
        source: &str,
        published: Option<PartialDate>,
        text: &str,
    ) -> Option<Result<Claim, serde_json::Error>> {
        let line = self.comparison_line(place, source, published, text)?;
        Some(serde_json::from_value(Value::Object(line)))
    }

    /// The base of a comparison in the model: a printed year before that of the
    /// draft is the year before.
    fn base_code(&self, base: &DraftBase) -> Option<&'static str> {
        let DraftBase::Period(printed) = base else {
            return base.code(self.time.value);
        };
        let Some(DraftTime::During(period)) = self.time.value else {
            return None;
        };
        let year: i32 = printed.get(..4)?.parse().ok()?;
        let month = period.start().month();
        let part = match printed.get(4..)?.split_at_checked(2) {
            Some(("-Q", quarter)) => quarter.parse() == Ok((month - 1) / 3 + 1),
            Some(("-H", half)) => half.parse() == Ok((month - 1) / 6 + 1),
            Some(_) => printed.get(5..7)?.parse() == Ok(month),
            None => true,
        };
        let before = part && year + 1 == period.start().year();
        before.then(|| DraftBase::PreviousYear.code(self.time.value))?
    }

    /// The bytes a comparison rests on, with those of its level's fields.
    fn evidence_of(&self, comparison: &Comparison) -> Vec<[usize; 2]> {
        joined(
            self.spans()
                .chain(comparison.evidence.iter().copied())
                .chain([comparison.span])
                .collect(),
        )
    }

    /// Whether its measure is one the model knows.
    #[must_use]
    pub fn has_known_measure(&self) -> bool {
        let measure = self.measure.value.as_deref();
        measure.is_some_and(|code| code.parse::<Measure>().is_ok())
    }

    /// The bytes it rests on: those of the figure and of each field, in the
    /// order of the text, none twice.
    fn evidence(&self) -> Vec<[usize; 2]> {
        joined(self.spans().collect())
    }

    /// The bytes of the figure and of each field.
    fn spans(&self) -> impl Iterator<Item = Span> {
        let fields = [
            &self.subject.evidence,
            &self.measure.evidence,
            &self.time.evidence,
            &self.status.evidence,
        ];
        fields.into_iter().flatten().copied().chain([self.span])
    }
}

/// Spans in the order of the text, those that touch as one.
fn joined(mut spans: Vec<Span>) -> Vec<[usize; 2]> {
    spans.sort_unstable();
    let mut joined: Vec<[usize; 2]> = Vec::new();
    for Span { start, end } in spans {
        match joined.last_mut() {
            Some([_, last]) if start <= *last => *last = end.max(*last),
            _ => joined.push([start, end]),
        }
    }
    joined
}

impl Comparison {
    /// Its value as the model reads it: `-12%`, `2,5 lần`.
    fn figure(&self) -> Option<String> {
        let value = self.value?.normalize();
        let value = match self.direction {
            Some(Trend::Down) => -value.abs(),
            _ => value,
        };
        let unit = if self.kind == ComparisonKind::Multiple {
            " lần"
        } else {
            "%"
        };
        Some(format!("{}{unit}", value.to_string().replace('.', ",")))
    }
}

/// How many bytes of a sentence are quoted on each side of a figure.
const QUOTED: usize = 400;

/// The sentence of a figure: what is between two full stops or line breaks,
/// cut to a bounded length; none where the bytes are not in the text.
fn sentence(text: &str, span: Span) -> Option<String> {
    let is_boundary = |at: &usize| text.is_char_boundary(*at);
    let from = (span.start.saturating_sub(QUOTED)..=span.start).find(is_boundary)?;
    let to = (span.end..=span.end.saturating_add(QUOTED)).rfind(is_boundary)?;
    let before = text.get(from..span.start)?;
    let figure = text.get(span.start..span.end)?;
    let after = text.get(span.end..to)?;
    let start = sentence_ends(before).last().unwrap_or(0);
    let end = sentence_ends(after).next().unwrap_or(after.len());
    let quoted = format!("{}{figure}{}", before.get(start..)?, after.get(..end)?);
    Some(quoted.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Where sentences end in a piece of text: after a line break, and after a stop
/// before a space; one within a number or a name ends none.
fn sentence_ends(piece: &str) -> impl Iterator<Item = usize> + '_ {
    piece
        .match_indices(['.', '!', '?', '\n'])
        .filter_map(|(at, sign)| {
            let end = at.saturating_add(sign.len());
            let next = piece.get(end..)?.chars().next();
            (sign == "\n" || next.is_some_and(char::is_whitespace)).then_some(end)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Article, DraftBase};

    /// The first draft of a text, published on a day.
    fn draft(text: &str) -> Draft {
        let article = Article::new(text).published("2023-04-17".parse().unwrap());
        article.draft().unwrap().drafts.remove(0)
    }

    #[test]
    fn what_is_known_becomes_a_claim_of_the_model() {
        let text = "Năm 2019, tỉnh Bắc Ninh thu hút 150 dự án FDI.";
        let draft = draft(text);
        let claim = draft.claim("bai", None, text).unwrap();
        assert_eq!((claim.id(), claim.place().id()), ("bai-1", "bac-ninh"));
        assert_eq!(claim.time().to_string(), "2019-01-01/2019-12-31");
        assert_eq!(claim.review(), Some(tinh_model::claim::Review::Draft));
        let words: Vec<&str> = claim
            .evidence()
            .map(|span| &text[span.start as usize..span.end as usize])
            .collect();
        assert!(words.iter().any(|words| words.contains("150")), "{words:?}");
    }

    #[test]
    fn a_place_with_a_target_is_the_place_of_the_article() {
        let mut draft = draft("Năm 2030, tỉnh Hải Dương phấn đấu thu hút 150 dự án FDI.");
        draft.time.value = Some(DraftTime::During("2030".parse().unwrap()));
        let published = Some("2023-04-17".parse().unwrap());
        let claim = draft.claim("bai", published, "").unwrap();
        assert_eq!(claim.place().name(), "Hải Dương");
        assert!(draft.claim("bai", None, "").is_err(), "merged by then");
    }

    #[test]
    fn unknown_fields_have_no_key_and_make_no_claim() {
        let mut draft = draft("Năm 2019, tỉnh Bắc Ninh thu hút 150 dự án FDI.");
        draft.measure.value = None;
        draft.time.value = Some(DraftTime::Publication);
        let line = draft.line("bai", None, "");
        for key in [
            "measure", "as_of", "period", "scope", "partner", "same_as", "realm",
        ] {
            assert!(!line.contains_key(key), "{key}");
        }
        let error = draft.claim("bai", None, "").unwrap_err().to_string();
        assert!(error.contains("measure"), "{error}");
    }

    #[test]
    fn each_value_sets_its_own_keys_and_removes_its_rivals() {
        let published = Some("2023-04-17".parse().unwrap());
        let shown = |keys: Keys| Value::Object(keys).to_string();
        assert_eq!(
            shown(DraftTime::Publication.keys(published)),
            r#"{"as_of":"2023-04-17","as_of_is":"publication","period":null}"#
        );
        assert_eq!(
            shown(DraftTime::AsOf("2023-03".parse().unwrap()).keys(published)),
            r#"{"as_of":"2023-03","as_of_is":null,"period":null}"#
        );
        assert_eq!(
            shown(Subject::Project("khu công nghiệp VSIP".to_owned()).keys()),
            r#"{"partner":null,"place":null,"scope":"khu công nghiệp VSIP"}"#
        );
        assert_eq!(
            shown(Subject::Country("VN".to_owned()).keys()),
            r#"{"partner":null,"place":"national","scope":null}"#
        );
        assert_eq!(
            shown(DraftStatus::Target.keys()),
            r#"{"realm":"target","status":null}"#
        );
    }

    #[test]
    fn the_note_is_the_sentence_of_the_figure() {
        let text = "Mở đầu.\nTP.HCM có 1.498 dự án\u{a0}FDI! Hết. Nữa.";
        let at = text.find("1.498").unwrap();
        let of = |start, end| sentence(text, Span { start, end });
        let whole = "TP.HCM có 1.498 dự án FDI!";
        assert_eq!(of(at, at + 5).as_deref(), Some(whole));
        assert_eq!(of(0, 4).as_deref(), Some("Mở đầu."));
        assert_eq!(of(at, text.len() + 1), None);
    }

    #[test]
    fn comparisons_are_claims_of_their_own() {
        let text = "Năm 2019, xuất khẩu của Bắc Ninh đạt 30 tỷ USD, giảm 12,5% so với năm 2018, \
                    đạt 97% kế hoạch, gấp 2,5 lần năm 2010.";
        let draft = draft(text);
        let of = |place| draft.comparison_claim(place, "bai", None, text);
        let shown = |place| {
            let claim = of(place).unwrap().unwrap();
            let line = draft.comparison_line(place, "bai", None, text).unwrap();
            (line["measure"].clone(), claim.id().to_owned())
        };
        assert_eq!(shown(0), (json!("exports:growth"), "bai-1-1".to_owned()));
        let plan = json!("exports:plan-completion");
        assert_eq!(shown(1), (plan, "bai-1-2".to_owned()));
        assert!(of(2).is_none(), "a base the model does not have");
        assert!(of(3).is_none(), "no such comparison");
        let line = draft.comparison_line(0, "bai", None, text).unwrap();
        assert_eq!(
            (&line["figure"], &line["base"]),
            (&json!("-12,5%"), &json!("previous-year"))
        );
    }

    #[test]
    fn a_base_is_the_year_before_or_the_same_part_of_it() {
        let of = |period: &str| {
            let time = DraftTime::During(period.parse().unwrap());
            DraftBase::PreviousYear.code(Some(time))
        };
        assert_eq!(of("2022"), Some("previous-year"));
        assert_eq!(of("9 tháng năm 2022"), Some("same-period-last-year"));
        assert_eq!(DraftBase::Total.code(None), None);
    }
}
