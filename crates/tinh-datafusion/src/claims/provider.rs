//! `claims('file.jsonl')` and `try_claims('file.jsonl')` as tables.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::catalog::{
    Session, TableFunction, TableFunctionArgs, TableFunctionImpl, TableProvider,
};
use datafusion::common::{DataFusionError, Result, ScalarValue, exec_datafusion_err, plan_err};
use datafusion::execution::{SendableRecordBatchStream, TaskContext};
use datafusion::logical_expr::{Expr, TableType};
use datafusion::physical_plan::ExecutionPlan;
use datafusion::physical_plan::stream::RecordBatchReceiverStream;
use datafusion::physical_plan::streaming::{PartitionStream, StreamingTableExec};

use super::columns::{Columns, Origin, claim_schema, record_index, tried_schema};
use super::read::{ClaimFiles, Line};

/// Batches read ahead of the query.
const AHEAD: usize = 2;

/// The table functions.
pub(crate) fn table_functions() -> [TableFunction; 2] {
    [
        ClaimsFunction { tried: false },
        ClaimsFunction { tried: true },
    ]
    .map(|function| TableFunction::new(function.name().to_owned(), Arc::new(function)))
}

#[derive(Clone, Copy, Debug)]
struct ClaimsFunction {
    /// Whether unreadable lines are rows, not an error.
    tried: bool,
}

impl ClaimsFunction {
    const fn name(self) -> &'static str {
        if self.tried { "try_claims" } else { "claims" }
    }
}

impl TableFunctionImpl for ClaimsFunction {
    fn call_with_args(&self, args: TableFunctionArgs<'_, '_>) -> Result<Arc<dyn TableProvider>> {
        let name = self.name();
        let mut files = Vec::new();
        for argument in args.exprs() {
            match argument {
                Expr::Literal(
                    ScalarValue::Utf8(Some(file))
                    | ScalarValue::LargeUtf8(Some(file))
                    | ScalarValue::Utf8View(Some(file)),
                    _,
                ) => files.extend(expand(name, file)?),
                other => return plan_err!("{name} expects the path of a file, found {other}"),
            }
        }
        if files.is_empty() {
            return plan_err!("{name} expects the path of at least one file");
        }
        Ok(Arc::new(ClaimsTable {
            files: files.into(),
            tried: self.tried,
            schema: if self.tried {
                tried_schema()
            } else {
                claim_schema()
            },
        }))
    }
}

/// The files that a path means: itself, or in order of their names those that
/// match its `*`, `?` and `[…]`.
fn expand(function: &str, path: &str) -> Result<Vec<String>> {
    if !path.contains(['*', '?', '[']) || Path::new(path).exists() {
        return Ok(vec![path.to_owned()]);
    }
    let matches = match glob::glob(path) {
        Ok(matches) => matches,
        Err(error) => return plan_err!("{function}: {path}: {error}"),
    };
    let mut files = Vec::new();
    for found in matches {
        match found.map(|file| file.into_os_string().into_string()) {
            Ok(Ok(file)) => files.push(file),
            Ok(Err(file)) => return plan_err!("{function}: {file:?} is no name in UTF-8"),
            Err(error) => return plan_err!("{function}: {error}"),
        }
    }
    if files.is_empty() {
        return plan_err!("{function}: no file matches {path}");
    }
    files.sort_unstable();
    Ok(files)
}

/// Files of claims as a table.
#[derive(Debug)]
struct ClaimsTable {
    files: Arc<[String]>,
    tried: bool,
    schema: SchemaRef,
}

#[async_trait]
impl TableProvider for ClaimsTable {
    fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    fn table_type(&self) -> TableType {
        TableType::Base
    }

    async fn scan(
        &self,
        _state: &dyn Session,
        projection: Option<&Vec<usize>>,
        _filters: &[Expr],
        limit: Option<usize>,
    ) -> Result<Arc<dyn ExecutionPlan>> {
        let schema = match projection {
            Some(columns) => Arc::new(self.schema.project(columns)?),
            None => self.schema.clone(),
        };
        // One stream: a claim may name a source of any line before it.
        let stream = ClaimsStream {
            files: self.files.clone(),
            tried: self.tried,
            full: self.schema.clone(),
            projection: projection.cloned(),
            schema: schema.clone(),
        };
        Ok(Arc::new(StreamingTableExec::try_new(
            schema,
            vec![Arc::new(stream)],
            None,
            [],
            false,
            limit,
        )?))
    }
}

/// The one partition of a table of claims.
struct ClaimsStream {
    files: Arc<[String]>,
    tried: bool,
    /// Every column.
    full: SchemaRef,
    projection: Option<Vec<usize>>,
    /// The columns asked for.
    schema: SchemaRef,
}

impl fmt::Debug for ClaimsStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "claims of {}", self.files.join(", "))
    }
}

impl PartitionStream for ClaimsStream {
    fn schema(&self) -> &SchemaRef {
        &self.schema
    }

    fn execute(&self, context: Arc<TaskContext>) -> SendableRecordBatchStream {
        let reading = Reading {
            files: self.files.clone(),
            tried: self.tried,
            full: self.full.clone(),
            projection: self.projection.clone(),
            rows: context.session_config().batch_size(),
        };
        let mut builder = RecordBatchReceiverStream::builder(self.schema.clone(), AHEAD);
        let sender = builder.tx();
        // Files are read by calls that block: on a thread of its own.
        builder.spawn_blocking(move || {
            // A query that wants no more hangs up; that is no error.
            reading.run(|batch| sender.blocking_send(Ok(batch)).is_ok())
        });
        builder.build()
    }
}

/// The reading of files into batches.
struct Reading {
    files: Arc<[String]>,
    tried: bool,
    full: SchemaRef,
    projection: Option<Vec<usize>>,
    rows: usize,
}

impl Reading {
    fn run(self, mut send: impl FnMut(RecordBatch) -> bool) -> Result<()> {
        let record = match (&self.projection, record_index()) {
            (Some(columns), Some(at)) => columns.contains(&at),
            _ => true,
        };
        let mut files = ClaimFiles::default();
        let mut columns = Columns::with_capacity(self.rows);
        for file in self.files.iter() {
            let mut failure: Option<DataFusionError> = None;
            let read = files.read(file, |line, found| {
                let problems = match found {
                    Line::Unreadable(problems) => problems,
                    Line::Claim(claim, producer) => {
                        let origin = Origin {
                            file: Some((file, line)),
                            producer,
                            record,
                        };
                        match columns.push_claim(&claim, origin) {
                            Ok(()) => Vec::new(),
                            Err((field, number)) => vec![beyond(field, number)],
                        }
                    }
                };
                for problem in problems {
                    if !self.tried {
                        failure = Some(exec_datafusion_err!(
                            "claims: {file}:{line}: {problem}; try_claims lists every such line"
                        ));
                        return false;
                    }
                    columns.push_problem(file, line, &problem);
                }
                if columns.len() < self.rows {
                    return true;
                }
                let full = std::mem::replace(&mut columns, Columns::with_capacity(self.rows));
                match self.batch(full) {
                    Ok(batch) => send(batch),
                    Err(error) => {
                        failure = Some(error);
                        false
                    }
                }
            });
            match (read, failure) {
                (_, Some(failure)) => return Err(failure),
                (Err(error), None) => {
                    return Err(exec_datafusion_err!("claims: {file}: {error}"));
                }
                (Ok(false), None) => return Ok(()),
                (Ok(true), None) => {}
            }
        }
        if columns.len() > 0 {
            send(self.batch(columns)?);
        }
        Ok(())
    }

    fn batch(&self, columns: Columns) -> Result<RecordBatch> {
        let batch = columns.batch(&self.full)?;
        match &self.projection {
            Some(columns) => Ok(batch.project(columns)?),
            None => Ok(batch),
        }
    }
}

/// A number with more digits than a column holds.
pub(super) fn beyond(field: &str, number: tinh_figures::rust_decimal::Decimal) -> String {
    format!("{field}: {number} has more than 9 digits after the decimal mark, a column holds 9")
}
