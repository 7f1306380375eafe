//! Scheduler, executors and clients of a Ballista cluster that know the
//! functions.
//!
//! A function must be known in three places, and each of them is a call here:
//! [`run_scheduler`], [`run_executor`], [`connect`]. All three must be built
//! from the same version of this crate. An executor is a ten-line `main`:
//!
//! ```no_run
//! use tinh_datafusion::cluster::{ExecutorProcessConfig, run_executor};
//!
//! #[tokio::main]
//! async fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     run_executor(ExecutorProcessConfig {
//!         scheduler_host: "scheduler.example".to_owned(),
//!         bind_host: "0.0.0.0".to_owned(),
//!         external_host: Some("executor-1.example".to_owned()),
//!         ..ExecutorProcessConfig::default()
//!     })
//!     .await?;
//!     Ok(())
//! }
//! ```
//!
//! `docs/cluster.md` beside this crate says how to run one on real machines,
//! and what the errors mean. The table functions (`claims`) belong to one
//! machine: on a cluster, read the Parquet file that
//! [`write_parquet`](crate::write_parquet) makes.

mod files;

use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::Arc;

use ballista::prelude::{SessionConfigExt, SessionContextExt};
use ballista_core::registry::BallistaFunctionRegistry;
use ballista_core::utils::default_session_builder;
use ballista_executor::executor_process::start_executor_process;
use ballista_scheduler::cluster::BallistaCluster;
use ballista_scheduler::scheduler_process::start_server;
use datafusion::common::{DataFusionError, Result};
use datafusion::execution::object_store::ObjectStoreUrl;
use datafusion::execution::{FunctionRegistry, SessionState, SessionStateBuilder};
use datafusion::prelude::{SessionConfig, SessionContext};

use files::PresentFiles;

pub use ballista;
pub use ballista_core;
pub use ballista_executor;
pub use ballista_executor::executor_process::ExecutorProcessConfig;
pub use ballista_scheduler;
pub use ballista_scheduler::config::SchedulerConfig;

/// Runs a scheduler with the functions until the process ends. It listens on
/// `bind_host` and `bind_port` of the configuration.
///
/// # Errors
/// Where the address cannot be used, or the scheduler fails.
pub async fn run_scheduler(config: SchedulerConfig) -> Result<()> {
    let config = scheduler_config(config);
    let address = address(&config.bind_host, config.bind_port)?;
    let cluster = BallistaCluster::new_from_config(&config)
        .await
        .map_err(failed)?;
    start_server(cluster, address, Arc::new(config))
        .await
        .map_err(failed)
}

/// Runs an executor with the functions until the process ends.
///
/// # Errors
/// Where the scheduler cannot be reached, or the executor fails.
pub async fn run_executor(config: ExecutorProcessConfig) -> Result<()> {
    start_executor_process(Arc::new(executor_config(config)))
        .await
        .map_err(failed)
}

/// A context whose queries run on the cluster of a scheduler, such as
/// `df://scheduler.example:50050`.
///
/// # Errors
/// Where the address cannot be read; that the scheduler is there shows only
/// with the first query.
pub async fn connect(url: &str) -> Result<SessionContext> {
    let state = SessionStateBuilder::new()
        .with_config(SessionConfig::new_with_ballista())
        .with_default_features()
        .build();
    let context = SessionContext::remote_with_state(url, state).await?;
    // The state of the client is made anew on the way: functions registered
    // before this point would be lost.
    crate::register(&context);
    Ok(context)
}

/// A scheduler's configuration with the functions added, and local files whose
/// missing directories are errors, for a `main` that starts the scheduler
/// itself. What the configuration made of a session before stays.
#[must_use]
pub fn scheduler_config(mut config: SchedulerConfig) -> SchedulerConfig {
    let inner = config
        .override_session_builder
        .take()
        .unwrap_or_else(|| Arc::new(default_session_builder));
    config.override_session_builder = Some(Arc::new(move |session| {
        let mut state = inner(session)?;
        register_on(&mut state)?;
        // The scheduler lists the files of a table.
        let local = ObjectStoreUrl::local_filesystem();
        let files = Arc::new(PresentFiles::new());
        state
            .runtime_env()
            .register_object_store(local.as_ref(), files);
        Ok(state)
    }));
    config
}

/// An executor's configuration with the functions added to those it had.
#[must_use]
pub fn executor_config(mut config: ExecutorProcessConfig) -> ExecutorProcessConfig {
    let mut registry = BallistaFunctionRegistry::default();
    if let Some(known) = config.override_function_registry.take() {
        registry.scalar_functions = known.scalar_functions.clone();
        registry.aggregate_functions = known.aggregate_functions.clone();
        registry.window_functions = known.window_functions.clone();
        registry.higher_order_functions = known.higher_order_functions.clone();
    }
    for function in crate::scalar_functions() {
        let name = function.name().to_owned();
        registry.scalar_functions.insert(name, Arc::new(function));
    }
    for function in crate::aggregate_functions() {
        let name = function.name().to_owned();
        registry
            .aggregate_functions
            .insert(name, Arc::new(function));
    }
    config.override_function_registry = Some(Arc::new(registry));
    config
}

fn register_on(state: &mut SessionState) -> Result<()> {
    for function in crate::scalar_functions() {
        state.register_udf(Arc::new(function))?;
    }
    for function in crate::aggregate_functions() {
        state.register_udaf(Arc::new(function))?;
    }
    Ok(())
}

fn address(host: &str, port: u16) -> Result<SocketAddr> {
    let mut addresses = (host, port).to_socket_addrs()?;
    addresses.next().ok_or_else(|| {
        DataFusionError::Configuration(format!("\"{host}\" is the name of no machine"))
    })
}

fn failed(error: ballista_core::error::BallistaError) -> DataFusionError {
    DataFusionError::External(Box::new(error))
}

/// The programs of the page compile.
#[cfg(doctest)]
#[doc = include_str!("../../docs/cluster.md")]
mod page {}
