//! Output that behaves in a pipe.

use std::io;
use std::process::ExitCode;

/// The exit status of a program that wrote its output: a reader that closed
/// the pipe early (`| head`) is no failure.
#[must_use]
pub fn exit_code(result: io::Result<ExitCode>) -> ExitCode {
    match result {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            anstream::eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}
