//! Stocks against the stock before and the flow between.

use std::collections::BTreeMap;

use serde::Serialize;
use tinh_figures::Currency;

use super::{Answer, Row};
use crate::error::{Error, ErrorKind};
use crate::interval::Interval;
use crate::key::Group;

/// A stock set against the stock before and the flow between.
///
/// The three rarely agree, and need not: projects end, capital is reduced, and
/// a stock drops projects no longer in force, which no flow records. The residual
/// is the difference; `stock + flow` misses the later stock by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct StockAndFlow {
    /// The groups.
    pub groups: Vec<Group>,
    /// The currency.
    #[serde(skip)]
    pub currency: Option<Currency>,
    /// The stock before.
    pub before: Interval,
    /// The flow between.
    pub flow: Interval,
    /// The stock after.
    pub after: Interval,
    /// After less before: the change of the stock.
    pub change: Interval,
    /// The change less the flow.
    pub residual: Interval,
}

/// Sets stocks of two dates against the flow between them, group by group.
/// Groups that one of the three lacks are returned apart, with the reason.
///
/// ```
/// use tinh_model::{Dataset, measures};
/// use tinh_totals::{Key, Totals, stock_and_flow};
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"fia","title":"FDI by province"}
/// {"type":"observation","id":"1","source":"fia","place":"Bắc Ninh","as_of":"2022-12-20","measure":"fdi.registered","figure":"23 tỷ USD"}
/// {"type":"observation","id":"2","source":"fia","place":"Bắc Ninh","period":"2023","measure":"fdi.registered","figure":"1,8 tỷ USD"}
/// {"type":"observation","id":"3","source":"fia","place":"Bắc Ninh","as_of":"2023-12-20","measure":"fdi.registered","figure":"24,5 tỷ USD"}"#.as_bytes(), "fia.jsonl")?;
///
/// let query = || Totals::of(&data).measure(measures::FDI_REGISTERED).by(Key::Province);
/// let (rows, refused) = stock_and_flow(
///     &query().on("2022-12-31".parse()?).compute()?,
///     &query().during("2023".parse()?).compute()?,
///     &query().on("2023-12-31".parse()?).compute()?,
/// )?;
/// assert!(refused.is_empty());
/// assert_eq!(rows[0].change.to_string(), "1.500.000.000");
/// // Projects of 300 million ended, or their capital was reduced.
/// assert_eq!(rows[0].residual.to_string(), "-300.000.000");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`ErrorKind::OtherMeasure`] where the stocks measure different things or are
/// grouped differently; [`ErrorKind::TooLarge`].
pub fn stock_and_flow(
    before: &Answer<'_>,
    flow: &Answer<'_>,
    after: &Answer<'_>,
) -> Result<(Vec<StockAndFlow>, Vec<Error>), Error> {
    if before.measures() != after.measures()
        || before.measures() != flow.measures()
        || before.keys() != after.keys()
        || before.keys() != flow.keys()
    {
        let (before, after) = (before.measure_codes(), after.measure_codes());
        return Err(ErrorKind::OtherMeasure {
            left: format!("{before} and {after}"),
            right: flow.measure_codes(),
        }
        .into());
    }
    let (flows, afters) = (index(flow), index(after));
    let mut rows = Vec::new();
    let mut refused = Vec::new();
    for row in before.rows() {
        let key = (row.groups().to_vec(), row.currency());
        let (Some(flow), Some(after)) = (flows.get(&key), afters.get(&key)) else {
            refused.push(ErrorKind::OneSided { group: row.name() }.into());
            continue;
        };
        let change = after.value().minus(row.value())?;
        rows.push(StockAndFlow {
            groups: row.groups().to_vec(),
            currency: row.currency(),
            before: row.value(),
            flow: flow.value(),
            after: after.value(),
            change,
            residual: change.minus(flow.value())?,
        });
    }
    Ok((rows, refused))
}

type RowIndex<'r, 'a> = BTreeMap<(Vec<Group>, Option<Currency>), &'r Row<'a>>;

fn index<'r, 'a>(answer: &'r Answer<'a>) -> RowIndex<'r, 'a> {
    answer
        .rows()
        .iter()
        .map(|row| ((row.groups().to_vec(), row.currency()), row))
        .collect()
}
