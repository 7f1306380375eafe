//! Consistency checks on a dataset: parts and totals, rates and levels,
//! shares, dates, ranks, repeats.
//!
//! A printed number is a band: `18,8%` stands for anything from 18,75 % to
//! 18,85 %. A check [holds](Verdict::Holds) where the bands leave room for it,
//! [fails](Verdict::Fails) where they do not, and is
//! [refused](Verdict::Refused) where the figures cannot be put together at all.
//! Where nothing contradicts a figure the check says what it
//! [implies](Verdict::Implies).
//!
//! ```
//! use tinh_model::Dataset;
//! use tinh_model::check::{Rule, Verdict, check};
//!
//! let mut data = Dataset::new();
//! data.read_jsonl(r#"{"type":"source","id":"s","title":"Một bài báo","published":"2023-04-17"}
//! {"type":"aid_group","id":"oda","source":"s","place":"Hải Phòng","as_of":"2023-04-17","financing":"oda","basis":"planned","total":"1.698 tỷ đồng","aid":"1.498 tỷ đồng","counterpart":"200 tỷ đồng"}"#.as_bytes(), "s.jsonl")?;
//! let findings = check(&data);
//! assert_eq!(findings[0].rule, Rule::PartsAndTotal);
//! assert_eq!(findings[0].verdict, Verdict::Holds);
//! assert_eq!(
//!     findings[0].text.to_string(),
//!     "1.498 tỷ đồng + 200 tỷ đồng = 1.698 tỷ đồng; \
//!      with . as the decimal mark it would not hold, so it groups",
//! );
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! # The rules
//! | rule | what is put together |
//! |---|---|
//! | `parts-and-total` | aid and counterpart funds with their total; new, adjusted and purchased with all registered; sectors with the whole of their source |
//! | `part-of` | a part with what contains it, all its parts together |
//! | `shares` | the shares of the sectors with 100 % |
//! | `rate-and-level` | growth, ratio, multiple, completion, share with the level, and with the base where a claim has it; product across price bases is refused |
//! | `average` | an amount over its number of projects |
//! | `trade` | exports with imports: balance, turnover, its growth |
//! | `date` | the date of a claim with that of its source |
//! | `rank` | a printed rank with the complete list of one producer and day |
//! | `repeat` | claims said to be of one fact |
//! | `sources` | claims of one measure, place and time |
//! | `flow-and-stock` | a stock with an earlier one and the flow between |
//! | `ring` | claims that contain or correct each other, or relate to themselves |
//! | `look-alike` | events, projects and agreements that are, or may be, reported twice |
//! | `dangling` | relations to claims that are not in the dataset |
//! | `list` | a printed number with the names listed |
//! | `separator` | figures of one source that could be read two ways |
//! | `agreement-and-relation` | a signed agreement beside a relation still sought |
//!
//! Every rule takes time in proportion to the dataset.

mod across;
mod alike;
mod dates;
mod index;
mod marks;
mod ranks;
mod rates;
mod sums;

use std::fmt;

use serde::Serialize;

use tinh_figures::{Bilingual, Language};

use crate::coded::coded;
use crate::dataset::{Dataset, RelationFault};

coded! {
    /// The outcome of a check.
    Verdict {
        /// The figures agree within what was printed.
        Holds = "holds",
        /// They contradict each other.
        Fails = "fails",
        /// They cannot be put together; the text says why.
        Refused = "refused",
        /// Nothing contradicts them; the text says what follows.
        Implies = "implies",
    }
}

coded! {
    /// Which rule was applied; the [module](self) has a table of them.
    Rule {
        /// Parts with their total.
        PartsAndTotal = "parts-and-total",
        /// A part with what contains it.
        PartOf = "part-of",
        /// Shares with 100 %.
        Shares = "shares",
        /// A rate with its level and base.
        RateAndLevel = "rate-and-level",
        /// An amount over its number.
        Average = "average",
        /// Exports with imports.
        Trade = "trade",
        /// A date with that of the source.
        Date = "date",
        /// A rank with the list.
        Rank = "rank",
        /// Claims of one fact.
        Repeat = "repeat",
        /// Claims of one measure, place and time.
        Sources = "sources",
        /// A stock with an earlier one and the flow between.
        FlowAndStock = "flow-and-stock",
        /// Claims that contain or correct each other, or relate to themselves.
        Ring = "ring",
        /// A relation to a claim that is not in the dataset.
        Dangling = "dangling",
        /// Events, projects and agreements reported twice.
        LookAlike = "look-alike",
        /// A number with the names listed.
        List = "list",
        /// Figures that could be read two ways.
        Separator = "separator",
        /// A signed agreement beside a relation still sought.
        AgreementAndRelation = "agreement-and-relation",
    }
}

/// The finding of one check of some claims.
///
/// ```
/// use tinh_model::Dataset;
/// use tinh_model::check::{Rule, Verdict, check};
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"s","title":"Vốn ODA"}
/// {"type":"aid_group","id":"oda","source":"s","place":"Vĩnh Long","as_of":"2022-12-20","financing":"oda","basis":"planned","total":"1.798 tỷ đồng","aid":"1.498 tỷ đồng","counterpart":"200 tỷ đồng"}"#.as_bytes(), "oda.jsonl")?;
/// let finding = &check(&data)[0];
/// assert_eq!((finding.rule, finding.verdict), (Rule::PartsAndTotal, Verdict::Fails));
/// assert_eq!(finding.claims, ["oda"]); // 1.498 and 200 are not 1.798
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// Which rule was applied.
    pub rule: Rule,
    /// The outcome.
    pub verdict: Verdict,
    /// The ids of the claims put together.
    pub claims: Vec<String>,
    /// The figures, and what they give: numbers in Vietnamese format.
    #[serde(serialize_with = "in_english")]
    pub text: Bilingual,
}

impl Finding {
    fn new<'a>(
        rule: Rule,
        verdict: Verdict,
        claims: impl IntoIterator<Item = &'a str>,
        text: Bilingual,
    ) -> Self {
        let mut ids: Vec<String> = Vec::new();
        for id in claims {
            if ids.last().is_none_or(|last| last != id) {
                ids.push(id.to_owned());
            }
        }
        Self {
            rule,
            verdict,
            claims: ids,
            text,
        }
    }
}

/// In English.
impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (verdict, rule) = (self.verdict, self.rule);
        write!(
            f,
            "{verdict}: {rule} ({}): {}",
            self.claims.join(", "),
            self.text
        )
    }
}

fn in_english<S: serde::Serializer>(text: &Bilingual, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(text.in_language(Language::English))
}

/// Applies every rule to a dataset. The findings are ordered by rule, within a
/// rule by the order of the claims.
///
/// ```
/// use tinh_model::{Dataset, check::check};
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"s","title":"Hai câu"}
/// {"type":"observation","id":"a","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.projects","figure":982}
/// {"type":"observation","id":"b","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.projects","figure":892}"#.as_bytes(), "hp.jsonl")?;
/// assert!(!check(&data).is_empty());
/// # Ok::<(), std::io::Error>(())
/// ```
#[must_use]
pub fn check(data: &Dataset) -> Vec<Finding> {
    let index = index::Index::of(data);
    let mut findings = Vec::new();
    sums::check(&index, &mut findings);
    rates::check(&index, &mut findings);
    dates::check(data, &mut findings);
    ranks::check(&index, &mut findings);
    across::check(&index, &mut findings);
    for problem in data.relation_problems() {
        let rule = match problem.fault {
            RelationFault::Dangling => Rule::Dangling,
            _ => Rule::Ring,
        };
        let ids = problem.claims.iter().map(String::as_str);
        findings.push(Finding::new(rule, Verdict::Fails, ids, problem.says()));
    }
    marks::check(data, &mut findings);
    alike::check(data, &mut findings);
    findings
}
