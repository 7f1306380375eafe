//! A dataset as record batches and as a Parquet file.

use std::io::Write;

use datafusion::arrow::array::RecordBatch;
use datafusion::common::{Result, exec_err};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::{Compression, ZstdLevel};
use datafusion::parquet::file::properties::WriterProperties;
use tinh_model::{Claim, Dataset, Source};

use super::columns::{Columns, Origin, claim_schema};
use super::provider::beyond;

/// Rows of a batch, as the engine has them.
const ROWS: usize = 8192;

/// The claims of a dataset as record batches under [`claim_schema`].
///
/// What the dataset [could not read](Dataset::rejected) is no part of it.
///
/// ```
/// use tinh_model::Dataset;
///
/// let mut data = Dataset::new();
/// data.read_jsonl(r#"{"type":"source","id":"tg","title":"Hải Phòng hội nhập","published":"2023-04-17"}
/// {"type":"observation","id":"hp","source":"tg","place":"Hải Phòng","as_of":"2023-04-17","measure":"fdi.registered","figure":"trên 24,5 tỷ USD"}"#.as_bytes(), "hp.jsonl")?;
/// let batches: Vec<_> = tinh_datafusion::dataset_batches(&data).collect::<Result<_, _>>()?;
/// assert_eq!(batches[0].num_rows(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A batch is an error where a claim has a number with more than nine digits
/// after the decimal mark.
pub fn dataset_batches(data: &Dataset) -> impl Iterator<Item = Result<RecordBatch>> + '_ {
    data.claims().chunks(ROWS).map(|claims| batch(data, claims))
}

fn batch(data: &Dataset, claims: &[Claim]) -> Result<RecordBatch> {
    let mut columns = Columns::with_capacity(claims.len());
    for claim in claims {
        let origin = Origin {
            file: None,
            producer: data.source(claim.source()).map(Source::producer),
            record: true,
        };
        if let Err((field, number)) = columns.push_claim(claim, origin) {
            return exec_err!("claim {:?}: {}", claim.id(), beyond(field, number));
        }
    }
    columns.batch(&claim_schema())
}

/// Writes the claims of a dataset as a Parquet file with the columns of
/// [`claim_schema`], and returns the number of rows.
///
/// ```
/// # let data = tinh_model::Dataset::new();
/// let mut file = Vec::new();
/// assert_eq!(tinh_datafusion::write_parquet(&data, &mut file)?, 0);
/// assert!(file.starts_with(b"PAR1"));
/// # Ok::<(), tinh_datafusion::datafusion::error::DataFusionError>(())
/// ```
///
/// # Errors
/// As [`dataset_batches`], and where the writer fails.
pub fn write_parquet<W: Write + Send>(data: &Dataset, writer: W) -> Result<u64> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .build();
    let mut parquet = ArrowWriter::try_new(writer, claim_schema(), Some(properties))?;
    let mut rows = 0_u64;
    for batch in dataset_batches(data) {
        let batch = batch?;
        rows = rows.saturating_add(u64::try_from(batch.num_rows()).unwrap_or(u64::MAX));
        parquet.write(&batch)?;
    }
    parquet.close()?;
    Ok(rows)
}
