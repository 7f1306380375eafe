//! `vn_figures`, `vn_figure`.

use datafusion::arrow::datatypes::Fields;
use tinh_figures::Match;

use super::Function;
use super::arguments::{Parameter, Row};
use super::money::Reason;
use super::settings::{self, UnknownSetting};
use crate::amount::Scaled;
use crate::column::{Codes, Exact, Integer, Lists, Text, Truth, scaled, struct_column};

/// The fields of one figure, as `vn_figures` and `vn_figure` return it.
///
/// | field | type | meaning |
/// |---|---|---|
/// | `start`, `end` | `BIGINT` | bytes of the text, from 0; without the qualifier and the noun |
/// | `text` | text | the text of the figure |
/// | `kind` | text | `number`, `percent`, `points`, `multiple`, `ordinal`, `money` |
/// | `value`, `currency`, `lower`, `upper`, `qualifier` | | as [`amount_fields`](crate::amount_fields) |
/// | `noun` | text | the unit noun after a number: `dự án` |
/// | `per` | text | what a rate is per: `tháng` of `5 triệu đồng/tháng` |
/// | `of` | `DECIMAL(38, 9)` | the total: 19 of `17/19 tiêu chí` |
/// | `alternative` | `DECIMAL(38, 9)` | the value by the other convention of digits, where there is one |
/// | `exact` | boolean | false where a number has more than 9 digits after the mark; its numbers are null then |
///
/// ```
/// assert_eq!(tinh_datafusion::figure_fields()[2].name(), "text");
/// ```
#[must_use]
pub fn figure_fields() -> Fields {
    FigureColumn::fields()
}

struct_column! {
    /// A column of figures.
    pub(crate) struct FigureColumn {
        start: Integer,
        end: Integer,
        text: Text,
        kind: Codes,
        value: Exact,
        currency: Codes,
        lower: Exact,
        upper: Exact,
        qualifier: Codes,
        noun: Text,
        per: Text,
        of: Exact,
        alternative: Exact,
        exact: Truth,
    }
}

impl FigureColumn {
    fn push(&mut self, found: &Match<'_>) {
        let figure = found.figure();
        let numbers = Scaled::of(&figure).ok();
        self.start.push_position(found.start());
        self.end.push_position(found.end());
        self.text.push(found.as_str());
        self.kind.push(figure.kind().as_str());
        self.value.push_scaled(numbers.and_then(|n| n.value));
        self.currency
            .push_option(figure.currency().map(|currency| currency.code()));
        self.lower.push_scaled(numbers.and_then(|n| n.lower));
        self.upper.push_scaled(numbers.and_then(|n| n.upper));
        self.qualifier.push(figure.qualifier().as_str());
        self.noun.push_option(found.noun());
        self.per.push_option(found.per());
        self.of.push_scaled(scaled(figure.of()).ok().flatten());
        self.alternative
            .push_scaled(scaled(figure.alternative()).ok().flatten());
        self.exact.push(Some(numbers.is_some()));
        self.row();
    }
}

const SETTINGS: Parameter = Parameter::Settings("settings", settings::DESCRIPTION, |words| {
    settings::parser(words).map(drop)
});

/// `vn_figures(text [, settings])`.
#[derive(Debug)]
pub(crate) struct Figures;

impl Function for Figures {
    const NAME: &'static str = "vn_figures";
    const TRY_NAME: Option<&'static str> = Some("try_vn_figures");
    const SYNTAX: &'static str = "vn_figures(text [, settings])";
    const DOC: &'static str =
        "Finds every figure of a running text, left to right, each with its span.";
    const PARAMETERS: &'static [Parameter] = &[Parameter::Text("text", "a running text"), SETTINGS];
    type Output = Lists<FigureColumn>;
    type Reason = UnknownSetting;

    fn read(row: Row<'_>, output: &mut Self::Output) -> Result<(), UnknownSetting> {
        let parser = settings::parser(row.text(1))?;
        let mut found = 0_i32;
        for figure in parser.find_iter(row.text(0)) {
            output.items.push(&figure);
            found = found.saturating_add(1);
        }
        output.close(found);
        Ok(())
    }
}

/// `vn_figure(text [, settings])`.
#[derive(Debug)]
pub(crate) struct WholeFigure;

impl Function for WholeFigure {
    const NAME: &'static str = "vn_figure";
    const TRY_NAME: Option<&'static str> = Some("try_vn_figure");
    const SYNTAX: &'static str = "vn_figure(text [, settings])";
    const DOC: &'static str =
        "Reads a text that is one figure of any kind, qualified or not, into one struct.";
    const PARAMETERS: &'static [Parameter] = &[
        Parameter::Text("text", "a figure and nothing else, such as `hơn 70 dự án`"),
        SETTINGS,
    ];
    type Output = FigureColumn;
    type Reason = Reason;

    fn read(row: Row<'_>, output: &mut FigureColumn) -> Result<(), Reason> {
        let found = settings::parser(row.text(1))?.parse(row.text(0))?;
        Scaled::of(&found.figure())?;
        output.push(&found);
        Ok(())
    }
}
