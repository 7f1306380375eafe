//! `vn_claims`.

use std::fmt;

use datafusion::arrow::datatypes::Fields;
use tinh_articles::{Article, ArticleError, Draft, DraftFigure, DraftTime, Subject};
use tinh_figures::Qualifier;
use tinh_figures::rust_decimal::Decimal;
use tinh_model::time::PartialDate;

use super::Function;
use super::arguments::{Parameter, Row};
use crate::amount::{Amounts, Scaled};
use crate::column::{Codes, Integer, Lists, Text, scaled, struct_column};

/// The fields of one draft claim, as `vn_claims` returns it.
///
/// What the article does not tell is null.
///
/// | field | type | meaning |
/// |---|---|---|
/// | `start`, `end` | `BIGINT` | bytes of the figure in the text, from 0 |
/// | `text` | text | the figure as printed, with its qualifier and noun |
/// | `subject_type`, `subject` | text | `province`, `country`, `organisation` or `project`; its id, code or name |
/// | `measure` | text | the code of a measure |
/// | `time_kind`, `time` | text | `during` and a period, `as_of` and a date, or `publication` |
/// | `status` | text | `reported`, `estimate`, `target`, … |
/// | `unit` | text | a currency, `%`, `lần`, or the noun counted |
/// | `amount` | struct | [`amount_fields`](crate::amount_fields); null where a number has more than 9 digits after the mark |
///
/// ```
/// assert_eq!(tinh_datafusion::draft_fields()[5].name(), "measure");
/// ```
#[must_use]
pub fn draft_fields() -> Fields {
    DraftColumn::fields()
}

struct_column! {
    /// A column of draft claims.
    pub(crate) struct DraftColumn {
        start: Integer,
        end: Integer,
        text: Text,
        subject_type: Codes,
        subject: Text,
        measure: Text,
        time_kind: Codes,
        time: Text,
        status: Codes,
        unit: Text,
        amount: Amounts,
    }
}

impl DraftColumn {
    fn push(&mut self, draft: &Draft) {
        self.start.push_position(draft.span.start);
        self.end.push_position(draft.span.end);
        self.text.push(&draft.figure.printed);
        let subject = draft.subject.value.as_ref().map(|subject| match subject {
            Subject::Province(id) => ("province", id),
            Subject::Country(code) => ("country", code),
            Subject::Organisation(name) => ("organisation", name),
            Subject::Project(name) => ("project", name),
        });
        self.subject_type.push_option(subject.map(|(kind, _)| kind));
        self.subject.push_option(subject.map(|(_, id)| id.as_str()));
        self.measure.push_option(draft.measure.value.as_deref());
        match &draft.time.value {
            Some(DraftTime::During(period)) => {
                self.time_kind.push("during");
                self.time.push_display(period);
            }
            Some(DraftTime::AsOf(date)) => {
                self.time_kind.push("as_of");
                self.time.push_display(date);
            }
            Some(DraftTime::Publication) => {
                self.time_kind.push("publication");
                self.time.push_option(None);
            }
            _ => {
                self.time_kind.push_option(None);
                self.time.push_option(None);
            }
        }
        let status = draft.status.value.map(|status| status.code());
        self.status.push_option(status);
        self.unit.push(&draft.figure.unit);
        match numbers(&draft.figure) {
            Ok(numbers) => {
                let currency = draft.figure.currency.map(|currency| currency.code());
                self.amount.push(numbers, currency, draft.figure.qualifier);
            }
            Err(_) => crate::column::Column::null(&mut self.amount),
        }
        self.row();
    }
}

/// The value and the ends of a figure; the error has too many digits.
fn numbers(figure: &DraftFigure) -> Result<Scaled, Decimal> {
    let (low, high) = figure.range.unzip();
    let lower = match figure.qualifier {
        Qualifier::Exact | Qualifier::MoreThan | Qualifier::AtLeast => figure.value,
        _ => low,
    };
    let upper = match figure.qualifier {
        Qualifier::Exact | Qualifier::Almost | Qualifier::LessThan | Qualifier::AtMost => {
            figure.value
        }
        _ => high,
    };
    Ok(Scaled {
        value: scaled(figure.value)?,
        lower: scaled(lower)?,
        upper: scaled(upper)?,
    })
}

/// Why there are no draft claims.
#[derive(Debug)]
pub(crate) enum Reason {
    /// The library's own reason.
    Article(ArticleError),
    /// No date of publication.
    Date(tinh_model::Error),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Article(error) => error.fmt(f),
            Self::Date(error) => error.fmt(f),
        }
    }
}

/// `vn_claims(text [, published])`.
#[derive(Debug)]
pub(crate) struct Claims;

impl Function for Claims {
    const NAME: &'static str = "vn_claims";
    const TRY_NAME: Option<&'static str> = Some("try_vn_claims");
    const SYNTAX: &'static str = "vn_claims(text [, published])";
    const DOC: &'static str =
        "Drafts a claim from every figure of an article that says whose it is or what it measures.";
    const PARAMETERS: &'static [Parameter] = &[
        Parameter::Text("text", "an article"),
        Parameter::OptionalText(
            "published",
            "the day, month or year of publication: `2023-04-17`, `2023-04`, `2023`",
        ),
    ];
    type Output = Lists<DraftColumn>;
    type Reason = Reason;

    fn read(row: Row<'_>, output: &mut Self::Output) -> Result<(), Reason> {
        let article = Article::new(row.text(0));
        let article = match row.text(1) {
            "" => article,
            text => {
                let published: PartialDate = text.parse().map_err(Reason::Date)?;
                article.published(published)
            }
        };
        let drafts = article.draft().map_err(Reason::Article)?.drafts;
        for draft in &drafts {
            output.items.push(draft);
        }
        output.close(i32::try_from(drafts.len()).unwrap_or(i32::MAX));
        Ok(())
    }
}
