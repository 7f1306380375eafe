//! Results of comparison and arithmetic on drafts, as the page shows them.

use rust_decimal::Decimal;
use tinh_articles::{Draft as Drafted, Recheck, RecheckFinding, RecheckOf};
use tinh_figures::{Language, digits};
use tinh_model::Band;

use super::data::{Check, Review, Verdict};
use crate::words;

impl Review {
    /// Adds the outcome of a comparison to the draft whose claim has an id;
    /// nothing where no draft has it.
    #[must_use]
    pub fn checked(mut self, claim: &str, verdict: Verdict, text: impl Into<String>) -> Self {
        let mut drafts = self.articles.iter_mut().flat_map(|a| &mut a.drafts);
        let is_meant = |id: &serde_json::Value| id.as_str() == Some(claim);
        if let Some(draft) = drafts.find(|d| d.claim.get("id").is_some_and(is_meant)) {
            let text = text.into();
            draft.checks.push(Check { verdict, text });
        }
        self
    }

    /// Adds what arithmetic says of the drafts of a source.
    ///
    /// ```
    /// use tinh_articles::Article;
    /// use tinh_pages::{Language, review::Review};
    ///
    /// let text = "Năm 2022, xuất khẩu của tỉnh Vĩnh Long đạt 793 triệu USD, tăng 37,91% so với \
    ///     năm 2021.";
    /// let article = Article::new(text);
    /// let (source, drafts) = (article.source("bai"), article.draft()?);
    /// let language = Language::Vietnamese;
    /// let review = Review::new("Duyệt").drafts(text, &source, &drafts, language);
    /// let review = review.rechecked("bai", &drafts.rechecks(|_, _| None), language);
    /// let check = &review.articles[0].drafts[0].checks[0];
    /// assert_eq!(check.text, "suy ra con số kia: 574.629.301 – 575.396.106");
    /// # Ok::<(), tinh_articles::ArticleError>(())
    /// ```
    #[must_use]
    pub fn rechecked(self, source: &str, rechecks: &[Recheck], language: Language) -> Self {
        rechecks.iter().fold(self, |review, recheck| {
            let claim = Drafted::claim_id(source, recheck.draft);
            let (verdict, text) = worded(recheck, language);
            review.checked(&claim, verdict, text)
        })
    }
}

fn worded(recheck: &Recheck, language: Language) -> (Verdict, String) {
    let convention = language.convention();
    let worded = |band: &Band| {
        band.in_language(language, |value| {
            // Counts of a few are not rounded to nothing.
            let decimals = if value < Decimal::ONE_THOUSAND { 2 } else { 0 };
            let value = value.round_dp(decimals).normalize();
            digits(value).convention(convention).to_string()
        })
    };
    match &recheck.finding {
        RecheckFinding::Holds { with } => {
            let word = match recheck.of {
                RecheckOf::Comparison(_) => words::RECHECK_HOLDS,
                RecheckOf::Sum | RecheckOf::Shares => words::RECHECK_SUM,
            };
            (Verdict::Agrees, word.with(language, [with]))
        }
        RecheckFinding::Contradicts { with, expected } => {
            let expected = worded(expected);
            let text = words::RECHECK_CONTRADICTS.with(language, [with, &expected]);
            (Verdict::Contradicts, text)
        }
        RecheckFinding::Implies { expected } => {
            let expected = worded(expected);
            (
                Verdict::Unclear,
                words::RECHECK_IMPLIES.with(language, [&expected]),
            )
        }
        RecheckFinding::OtherPrices => {
            let text = words::RECHECK_PRICES.of(language);
            (Verdict::Unclear, text.to_owned())
        }
    }
}
