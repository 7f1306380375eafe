//! The files of a scheduler: a directory that is missing is an error.
//!
//! The engine's own store of local files lists a directory that does not exist
//! as one without files, so that a table of it is empty. A scheduler that lacks
//! the disk of its executors would answer every query with no rows.

use std::fmt;

use datafusion::object_store::local::LocalFileSystem;
use datafusion::object_store::path::Path;
use datafusion::object_store::{
    CopyOptions, Error, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta,
    ObjectStore, PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};
use futures_util::stream::{BoxStream, StreamExt, once};

/// Local files, with missing directories as errors.
#[derive(Debug)]
pub(super) struct PresentFiles(LocalFileSystem);

impl PresentFiles {
    pub(super) fn new() -> Self {
        Self(LocalFileSystem::new())
    }

    /// The error of a directory that this machine does not have.
    fn missing(&self, prefix: Option<&Path>) -> Option<Error> {
        let prefix = prefix?;
        let path = self.0.path_to_filesystem(prefix).ok()?;
        (!path.exists()).then(|| Error::NotFound {
            path: path.display().to_string(),
            source: "this machine has no such directory: every machine of a cluster needs the \
                     files under the same path"
                .into(),
        })
    }
}

impl fmt::Display for PresentFiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[async_trait::async_trait]
impl ObjectStore for PresentFiles {
    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        match self.missing(prefix) {
            Some(error) => once(async { Err(error) }).boxed(),
            None => self.0.list(prefix),
        }
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        match self.missing(prefix) {
            Some(error) => Err(error),
            None => self.0.list_with_delimiter(prefix).await,
        }
    }

    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        self.0.get_opts(location, options).await
    }

    async fn put_opts(
        &self,
        location: &Path,
        payload: PutPayload,
        options: PutOptions,
    ) -> Result<PutResult> {
        self.0.put_opts(location, payload, options).await
    }

    async fn put_multipart_opts(
        &self,
        location: &Path,
        options: PutMultipartOptions,
    ) -> Result<Box<dyn MultipartUpload>> {
        self.0.put_multipart_opts(location, options).await
    }

    fn delete_stream(
        &self,
        locations: BoxStream<'static, Result<Path>>,
    ) -> BoxStream<'static, Result<Path>> {
        self.0.delete_stream(locations)
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.0.copy_opts(from, to, options).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_missing_directory_is_an_error_and_an_empty_one_is_not() {
        let files = PresentFiles::new();
        let dir = tempfile::tempdir().unwrap();
        let prefix = |name: &str| Path::from_absolute_path(dir.path().join(name)).unwrap();
        std::fs::create_dir(dir.path().join("empty")).unwrap();
        let mut empty = files.list(Some(&prefix("empty")));
        assert!(empty.next().await.is_none());
        let mut missing = files.list(Some(&prefix("missing")));
        let error = missing.next().await.unwrap().unwrap_err().to_string();
        assert!(error.contains("missing"), "{error}");
        assert!(
            error.contains("this machine has no such directory"),
            "{error}"
        );
    }
}
