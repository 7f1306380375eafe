//! The common question: a stock or a flow by province.

use std::collections::HashMap;

use rust_decimal::Decimal;
use tinh_model::time::Time;
use tinh_model::{Claim, Measure, Place};

use crate::reading::Reading;
use crate::table::Breakdown;

/// A figure of a place.
///
/// ```
/// # use tinh_reader::*;
/// # let csv = "Lũy kế đến ngày 20/12/2023,,,\nSTT,Địa phương,Số dự án,Tổng vốn đầu tư đăng ký (triệu USD)\n1,Hải Phòng,1004,28681.85\n2,Hải Dương,539,9433.10\nTổng,,1543,38114.95\n";
/// # let workbook = Workbook::from_bytes("stock.csv", csv.as_bytes())?;
/// # let reading = FiaReader::new().read(&workbook)?;
/// let stock = reading.stock_by_province(&"fdi.projects".parse()?).ok_or("no such series")?;
/// let names: Vec<_> = stock.figures().iter().map(|figure| figure.place().id()).collect();
/// assert_eq!(names, ["hai-phong", "hai-duong"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceFigure<'r> {
    place: Place,
    value: Decimal,
    claim: &'r Claim,
}

impl<'r> PlaceFigure<'r> {
    /// The place.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// The figure in its smallest unit: US dollars, projects.
    #[must_use]
    pub fn value(&self) -> Decimal {
        self.value
    }

    /// The claim it is read from.
    #[must_use]
    pub fn claim(&self) -> &'r Claim {
        self.claim
    }
}

/// One measure at one time, by place.
///
/// ```
/// use tinh_reader::{FiaReader, Workbook};
/// use tinh_reader::tinh_model::measures;
/// # let csv = "\
/// # Tính từ 01/01/2023 đến 20/12/2023,,,\n\
/// # TT,Địa phương,Số dự án cấp mới,Vốn đăng ký cấp mới (triệu USD)\n\
/// # 1,Hải Phòng,119,1478.7\n\
/// # 2,Hải Dương,50,500.5\n\
/// # Tổng số,,169,1979.2\n";
/// let reading = FiaReader::new().read(&Workbook::from_bytes("a.csv", csv.as_bytes())?)?;
/// let series = reading.flow_by_province(&measures::FDI_REGISTERED_NEW).ok_or("no such table")?;
/// let hai_duong = series.get("hai-duong").ok_or("not listed")?;
/// assert_eq!(hai_duong.value(), "500500000".parse()?); // USD
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct PlaceSeries<'r> {
    time: Time,
    figures: Vec<PlaceFigure<'r>>,
    by_id: HashMap<&'static str, usize>,
}

impl<'r> PlaceSeries<'r> {
    /// When its figures hold.
    #[must_use]
    pub fn time(&self) -> Time {
        self.time
    }

    /// Its figures, in the order of the table.
    #[must_use]
    pub fn figures(&self) -> &[PlaceFigure<'r>] {
        &self.figures
    }

    /// The figure of a place by its id: `hai-phong`.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&PlaceFigure<'r>> {
        self.figures.get(*self.by_id.get(id)?)
    }

    /// This series beside another, place by place: the places of this one in
    /// its order, and then those that only the other has.
    ///
    /// Places are joined by their ids: figures of the same units. Where the
    /// units of the two times differ, restate one of them first.
    #[must_use]
    pub fn beside<'s>(
        &'s self,
        other: &'s PlaceSeries<'r>,
    ) -> Vec<(
        Place,
        Option<&'s PlaceFigure<'r>>,
        Option<&'s PlaceFigure<'r>>,
    )> {
        let own = self
            .figures
            .iter()
            .map(|figure| (figure.place, Some(figure), other.get(figure.place.id())));
        let rest = other
            .figures
            .iter()
            .filter(|figure| self.get(figure.place.id()).is_none())
            .map(|figure| (figure.place, None, Some(figure)));
        own.chain(rest).collect()
    }
}

impl Reading {
    /// The stock of a measure by province, at the latest date there is;
    /// `None` where no table by province states it.
    ///
    /// ```
    /// use tinh_reader::{FiaReader, Workbook};
    /// let csv = "\
    /// ĐẦU TƯ NƯỚC NGOÀI TẠI VIỆT NAM THEO ĐỊA PHƯƠNG,,,
    /// (Lũy kế các dự án còn hiệu lực đến ngày 20/12/2023),,,
    /// STT,Địa phương,Số dự án,Tổng vốn đầu tư đăng ký (triệu USD)
    /// 1,Hải Phòng,1004,28681.85
    /// 2,Dầu khí,50,2768.69
    /// Tổng,,1054,31450.54
    /// ";
    /// let reading = FiaReader::new().read(&Workbook::from_bytes("stock.csv", csv.as_bytes())?)?;
    /// let stock = reading
    ///     .stock_by_province(&"fdi.registered".parse()?)
    ///     .ok_or("no stock")?;
    /// let hai_phong = stock.get("hai-phong").ok_or("no such place")?;
    /// assert_eq!(hai_phong.value(), "28681850000".parse()?); // USD
    /// assert_eq!(stock.figures().len(), 2); // Hải Phòng and the sea
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn stock_by_province(&self, measure: &Measure) -> Option<PlaceSeries<'_>> {
        self.by_province(measure, |time| matches!(time, Time::AsOf(_) | Time::On(_)))
    }

    /// The flow of a measure by province, over the latest period there is;
    /// `None` where no table by province states it.
    #[must_use]
    pub fn flow_by_province(&self, measure: &Measure) -> Option<PlaceSeries<'_>> {
        self.by_province(measure, |time| matches!(time, Time::During(_)))
    }

    fn by_province(&self, measure: &Measure, is_it: fn(&Time) -> bool) -> Option<PlaceSeries<'_>> {
        // Of tables that state the same the one by province is whole; one by
        // region has its provinces as well.
        let tables = self
            .tables()
            .iter()
            .filter(|table| table.breakdown().is_by_place());
        let (table, column) = tables
            .filter_map(|table| {
                let mut columns = table.columns().iter().enumerate();
                let found = columns
                    .find(|(_, column)| column.measure() == measure && is_it(&column.time()));
                found.map(|(at, _)| (table, at))
            })
            .max_by_key(|(table, _)| {
                let is_plain = table.breakdown() == Breakdown::Province;
                (table.time().last_day(), is_plain)
            })?;
        let claims: HashMap<_, _> = self
            .claims()
            .iter()
            .map(|read| (read.cell(), read.claim()))
            .collect();
        let mut series = PlaceSeries {
            time: table.columns().get(column)?.time(),
            figures: Vec::new(),
            by_id: HashMap::new(),
        };
        for row in table.rows() {
            let crate::table::RowSubject::Place(place) = row.subject() else {
                continue;
            };
            let claim = table
                .cell(row, column)
                .and_then(|cell| claims.get(&cell).copied());
            let Some(claim) = claim else { continue };
            let quantities = claim.quantities();
            let Some(value) = quantities.first().and_then(|quantity| quantity.value()) else {
                continue;
            };
            let at = series.figures.len();
            series.by_id.entry(place.id()).or_insert(at);
            series.figures.push(PlaceFigure {
                place: *place,
                value,
                claim,
            });
        }
        Some(series)
    }
}
