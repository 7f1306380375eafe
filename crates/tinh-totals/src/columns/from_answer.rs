//! Answers as columns.

use super::{Columns, ColumnsError};
use crate::answer::Answer;

impl Answer<'_> {
    /// The figures in the answer as columns, one row a figure: its groups by
    /// the names of the keys, then `measure` and `currency` (empty for
    /// counts). What the answer left out is left out.
    ///
    /// ```
    /// use tinh_model::Dataset;
    /// use tinh_totals::columns::Threads;
    /// use tinh_totals::{Key, Totals};
    /// let mut data = Dataset::new();
    /// data.read_jsonl(r#"{"type":"source","id":"s","title":"t"}
    /// {"type":"observation","id":"a","source":"s","place":"Hải Phòng","as_of":"2022-12-20","measure":"fdi.registered","figure":"trên 24,5 tỷ USD"}
    /// {"type":"observation","id":"b","source":"s","place":"Hải Dương","as_of":"2022-12-20","measure":"fdi.registered","figure":"9,15 tỷ USD"}"#.as_bytes(), "s")?;
    /// let answer = Totals::of(&data).measure("fdi.registered".parse()?).by(Key::Province).compute()?;
    /// let sums = answer.to_columns()?.sum_by(&["currency"], Threads::One)?;
    /// let usd = sums.get(&["USD"]).ok_or("no USD")?;
    /// assert_eq!(Some(usd.interval()?), answer.total().map(|row| row.value()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`ColumnsError::TooManyLabels`] beyond 65,536 groups of a key;
    /// [`ColumnsError::TooLarge`].
    pub fn to_columns(&self) -> Result<Columns, ColumnsError> {
        let fixed = ["measure", "currency"].map(str::to_owned);
        let mut table = Columns::new(self.column_names().into_iter().chain(fixed));
        for row in self.rows() {
            let mut labels: Vec<String> = row.groups().iter().map(ToString::to_string).collect();
            labels.push(row.measure().to_string());
            labels.push(row.currency().map_or("", |c| c.code()).to_owned());
            let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
            for figure in row.included() {
                table.push_interval(&labels, &figure.value)?;
            }
        }
        Ok(table)
    }
}
