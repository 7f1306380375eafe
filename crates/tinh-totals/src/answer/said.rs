//! Warnings and reasons in the words of a reader, who cannot look an id up.

use tinh_figures::Language;
use tinh_model::claim::Quantity;
use tinh_model::{Dataset, Source};

use super::Answer;
use crate::list::list_of;
use crate::reason::Reason;
use crate::warning::Warning;

/// How many figures a warning describes.
const DESCRIBED: usize = 5;

impl Answer<'_> {
    /// A warning for a reader: each figure by its place, what was printed and who
    /// published it, instead of its id. Of many the first five stand.
    ///
    /// ```
    /// # use tinh_model::{Dataset, measures};
    /// # use tinh_totals::{Language, Totals};
    /// # let mut data = Dataset::new();
    /// # data.read_jsonl(r#"{"type":"source","id":"s","title":"T","publisher":"Sở"}
    /// # {"type":"observation","id":"vl","source":"s","place":"Vĩnh Long","as_of":"2022-12-20","measure":"fdi.projects","figure":"gần 70"}"#.as_bytes(), "s.jsonl")?;
    /// let answer = Totals::of(&data).measure(measures::FDI_PROJECTS).compute()?;
    /// let warning = &answer.warnings()[0];
    /// assert_eq!(warning.to_string(), "bounds or approximations: vl");
    /// assert_eq!(
    ///     answer.tell(warning, Language::English),
    ///     "bounds or approximations: Vĩnh Long “gần 70” (Sở)",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn tell(&self, warning: &Warning, language: Language) -> String {
        let ids = warning.ids();
        let what = warning.of_figures(language).filter(|_| !ids.is_empty());
        let Some(what) = what else {
            return warning.in_language(language);
        };
        let figures: Vec<String> = ids
            .iter()
            .take(DESCRIBED)
            .map(|id| describe(self.data, id))
            .collect();
        format!("{what}: {}", list_of(language, &figures, ids.len()))
    }

    /// Why a figure was left out, for a reader: other figures as
    /// [`tell`](Self::tell) describes them.
    #[must_use]
    pub fn why(&self, reason: &Reason, language: Language) -> String {
        let described = reason.with_ids(|id| describe(self.data, id));
        described.in_language(language)
    }
}

/// A figure by its place, what was printed, or when it happened, and who
/// published it; an id of no figure as it is.
fn describe(data: &Dataset, id: &str) -> String {
    let Some(quantity) = figure(data, id) else {
        return id.to_owned();
    };
    let claim = quantity.claim;
    let printed = quantity.figure.map(|figure| figure.text());
    let what = match printed.filter(|text| !matches!(*text, "" | "1")) {
        Some(text) => format!("“{text}”"),
        None => quantity.time.to_string(),
    };
    let name = |source: &Source| source.publisher.clone().unwrap_or(source.title.clone());
    let source = data.source(claim.source()).map(name).unwrap_or_default();
    format!("{} {what} ({source})", claim.place().name())
}

/// The figure of an id: that of a claim, or of one of its fields.
fn figure<'d>(data: &'d Dataset, id: &str) -> Option<Quantity<'d>> {
    let claim = data.claim(id).or_else(|| {
        let dots = id.match_indices('.').rev();
        dots.filter_map(|(at, _)| id.get(..at))
            .find_map(|of| data.claim(of))
    })?;
    let own = claim.quantities();
    let is_it = |quantity: &&Quantity<'_>| quantity.id() == id;
    own.iter().find(is_it).or(own.first()).copied()
}
