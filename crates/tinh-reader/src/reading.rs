//! The reading of a file: tables, claims with their cells, and notes.

use std::hash::{BuildHasherDefault, Hash, Hasher};

use hashbrown::HashMap;
use hashbrown::hash_map::Entry;
use rust_decimal::Decimal;
use tinh_model::claim::{Realm, RelationKind, Status};
use tinh_model::dataset::Problem;
use tinh_model::entity::Base;
use tinh_model::time::Time;
use tinh_model::{Claim, Dataset, Measure, Place, Source};

use crate::cell::CellRef;
use crate::note::Note;
use crate::table::{Series, Table};
use crate::unit::ColumnUnit;
use crate::words::Standing;

/// A claim and the cell it was read from.
///
/// ```
/// # use tinh_reader::*;
/// # let csv = "Lũy kế đến ngày 20/12/2023,,,\nSTT,Địa phương,Số dự án,Tổng vốn đầu tư đăng ký (triệu USD)\n1,Hải Phòng,1004,28681.85\n2,Hải Dương,539,9433.10\nTổng,,1543,38114.95\n";
/// # let workbook = Workbook::from_bytes("stock.csv", csv.as_bytes())?;
/// # let reading = FiaReader::new().read(&workbook)?;
/// let first = &reading.claims()[0];
/// assert_eq!((first.cell().to_string().as_str(), first.claim().place().id()), ("stock.csv!C3", "hai-phong"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellClaim {
    pub(crate) cell: CellRef,
    pub(crate) claim: Claim,
}

impl CellClaim {
    /// The cell.
    #[must_use]
    pub fn cell(&self) -> &CellRef {
        &self.cell
    }

    /// The claim. Its id is that of the source and the cell, its line the row.
    #[must_use]
    pub fn claim(&self) -> &Claim {
        &self.claim
    }
}

/// A figure of a table with one indicator a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    pub(crate) cell: CellRef,
    pub(crate) label: String,
    pub(crate) measure: Measure,
    pub(crate) unit: ColumnUnit,
    pub(crate) number: Decimal,
    pub(crate) time: Time,
    pub(crate) place: Place,
    pub(crate) sector: Option<String>,
    pub(crate) scope: Option<String>,
    pub(crate) standing: Standing,
    /// What a ratio is measured against, where the header says it.
    pub(crate) base: Option<Base>,
}

impl Indicator {
    /// Its cell.
    #[must_use]
    pub fn cell(&self) -> &CellRef {
        &self.cell
    }

    /// Its name as printed.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// The measure.
    #[must_use]
    pub fn measure(&self) -> &Measure {
        &self.measure
    }

    /// The unit of its number.
    #[must_use]
    pub fn unit(&self) -> ColumnUnit {
        self.unit
    }

    /// The number as printed.
    #[must_use]
    pub fn number(&self) -> Decimal {
        self.number
    }

    /// When it holds.
    #[must_use]
    pub fn time(&self) -> Time {
        self.time
    }

    /// The subject.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// How firm it is.
    #[must_use]
    pub fn status(&self) -> Status {
        self.standing.status
    }

    /// Whether it is so, or planned or aimed at.
    #[must_use]
    pub fn realm(&self) -> Realm {
        self.standing.realm
    }

    /// Whether it is of the whole economy or foreign investment, not of a
    /// part such as exports without crude oil.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.sector.is_none() && self.scope.is_none()
    }
}

/// All that was read from a workbook.
///
/// ```
/// # use tinh_reader::*;
/// # let csv = "Lũy kế đến ngày 20/12/2023,,,\nSTT,Địa phương,Số dự án,Tổng vốn đầu tư đăng ký (triệu USD)\n1,Hải Phòng,1004,28681.85\n2,Hải Dương,539,9433.10\nTổng,,1543,38114.95\n";
/// # let workbook = Workbook::from_bytes("stock.csv", csv.as_bytes())?;
/// # let reading = FiaReader::new().read(&workbook)?;
/// assert_eq!((reading.tables().len(), reading.claims().len()), (1, 6));
/// assert!(reading.notes().is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Reading {
    pub(crate) file: String,
    pub(crate) sources: Vec<Source>,
    pub(crate) tables: Vec<Table>,
    pub(crate) indicators: Vec<Indicator>,
    pub(crate) claims: Vec<CellClaim>,
    pub(crate) notes: Vec<Note>,
}

impl Reading {
    /// The name of the workbook.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The sources of its claims: the workbook, or one for each date of a table
    /// that several publications make up
    /// ([`TableSpec::source_per_date`](crate::TableSpec::source_per_date)).
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The tables found, in the order of sheets and rows.
    #[must_use]
    pub fn tables(&self) -> &[Table] {
        &self.tables
    }

    /// The figures of tables with an indicator a row, row by row: the quick
    /// report of an official workbook, a described table of plan and result.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// The claims, each with its cell, in the order of the tables.
    #[must_use]
    pub fn claims(&self) -> &[CellClaim] {
        &self.claims
    }

    /// The cells not taken, or taken with a reservation.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// Adds the sources and their claims to a dataset. Notes on what was not
    /// taken become rejected records; a claim whose id is taken is rejected
    /// too.
    pub fn add_to(self, data: &mut Dataset) {
        self.add_some_to(data, |_| true);
    }

    /// Adds the sources and those claims that are `wanted`.
    pub fn add_some_to(self, data: &mut Dataset, wanted: impl Fn(&CellClaim) -> bool) {
        let Self {
            file,
            sources,
            claims,
            notes,
            ..
        } = self;
        for source in sources {
            if let Err(error) = data.add_source(source) {
                data.reject(Problem::of(&file, 0, "source", error));
                return;
            }
        }
        for note in &notes {
            if note.kind().was_read() {
                continue;
            }
            let (line, field) = note.cell().map_or((0, note.sheet().to_owned()), |cell| {
                (u64::from(cell.position().line()), cell.to_string())
            });
            data.reject(Problem::new(
                &file,
                line,
                &field,
                note.text(),
                note.message().clone(),
            ));
        }
        for read in claims {
            if !wanted(&read) {
                continue;
            }
            let line = u64::from(read.claim.line().unwrap_or(0));
            if let Err(error) = data.add_claim(read.claim) {
                data.reject(Problem::of(&file, line, "id", error));
            }
        }
    }
}

/// Knows which claims of a workbook speak of one fact: the national total
/// stands in every table, each province in two.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// Rows and series are numbered, so that a fact is found by two numbers.
    rows: HashMap<FactRow, u32>,
    series: HashMap<Series, u32>,
    /// Of each fact the claim that states it first, by its place in the list,
    /// and its value.
    first: HashMap<Fact, (usize, Decimal), BuildHasherDefault<Numbers>>,
}

/// Hashes the numbers given to rows and series here: nobody outside chooses
/// them, so they need no hash that holds against those who would.
#[derive(Debug, Default)]
struct Numbers(u64);

impl Hasher for Numbers {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        // The golden ratio spreads neighbours (Knuth, vol. 3, 6.4).
        const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;
        let mixed = self.0.rotate_left(32) ^ u64::from(number);
        self.0 = mixed.wrapping_mul(SPREAD);
    }
}

/// The subject of a claim's figure.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(crate) struct FactRow {
    pub(crate) place: &'static str,
    /// Sector, scope, the printed name of a partner.
    pub(crate) words: [Option<String>; 3],
}

/// The subject of a claim's figure, and the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Fact {
    pub(crate) row: u32,
    /// The number of its [`Series`].
    pub(crate) series: u32,
}

/// The sums of a spreadsheet are binary: of one total two tables may print
/// decimals that differ in the sixteenth digit. 10⁻¹³ of the larger is that,
/// and nothing a person wrote.
pub(crate) fn is_same(a: Decimal, b: Decimal) -> bool {
    let difference = a.checked_sub(b).map(|d| d.abs());
    let largest = a.abs().max(b.abs());
    let noise = largest
        .checked_mul(Decimal::new(1, 13))
        .unwrap_or(Decimal::ZERO);
    difference.is_some_and(|difference| difference <= noise)
}

impl Facts {
    pub(crate) fn row(&mut self, row: FactRow) -> u32 {
        numbered(&mut self.rows, row)
    }

    pub(crate) fn series(&mut self, series: Series) -> u32 {
        numbered(&mut self.series, series)
    }

    /// Makes room for as many claims more.
    pub(crate) fn reserve(&mut self, claims: usize) {
        self.first.reserve(claims);
    }

    /// The earlier claim of the same fact, and whether it states the same; the
    /// claim at `at` where there is none.
    pub(crate) fn first(
        &mut self,
        fact: Fact,
        at: usize,
        value: Decimal,
    ) -> Option<(usize, RelationKind)> {
        match self.first.entry(fact) {
            Entry::Vacant(free) => {
                free.insert((at, value));
                None
            }
            Entry::Occupied(first) => {
                let (first, stated) = *first.get();
                let kind = if is_same(stated, value) {
                    RelationKind::SameAs
                } else {
                    RelationKind::ConflictsWith
                };
                Some((first, kind))
            }
        }
    }
}

/// The number of a key: its own, or the next.
fn numbered<K: Eq + Hash>(numbers: &mut HashMap<K, u32>, key: K) -> u32 {
    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
    *numbers.entry(key).or_insert(next)
}
