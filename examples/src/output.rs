//! Output that behaves in a pipe.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

/// Writes a page to a file.
///
/// # Errors
/// What the system says, with the name of the file.
pub fn page(file: &Path, html: &str) -> io::Result<()> {
    std::fs::write(file, html)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.display())))
}

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

/// The exit status of a program that tells of bad input as it goes: 1 where
/// `run` returned that something could not be read, or nothing could be written.
#[must_use]
pub fn after_telling(program: &str, all_read: io::Result<bool>) -> ExitCode {
    match all_read {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // The reader of the pipe has seen enough: `read_figures … | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // A closed standard error leaves nobody to tell.
            let _ = writeln!(io::stderr(), "{program}: {error}");
            ExitCode::FAILURE
        }
    }
}
