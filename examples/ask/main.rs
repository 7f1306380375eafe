//! A question about provincial economic diplomacy in one line, over any files
//! the libraries read.
//!
//!     $ cargo run --release --example ask -- --measure fdi.registered --by province --top 5
//!     $ cargo run --release --example ask -- --measure exports --by province,year --series claims.jsonl
//!     $ cargo run --release --example ask -- --measure fdi.registered --on 2023-12-20 \
//!         --restate 2025-07-01 --by province --prefer FIA --json
//!
//! Without a file it asks the data of the examples. A question that has no
//! answer ends with status 3 and says why.

mod args;
mod load;
mod question;
#[cfg(test)]
mod tests;
mod write;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use tinh_examples::output;

use args::Args;
use question::Asked;

/// The status of a question that was refused.
const REFUSED: u8 = 3;

fn main() -> ExitCode {
    output::exit_code(run(&Args::parse(), &mut anstream::stdout().lock()))
}

fn run(args: &Args, out: &mut impl Write) -> io::Result<ExitCode> {
    let data = load::read(args)?;
    let rates = args.rates().map_err(io::Error::other)?;
    let code = match question::ask(&data, args, rates.as_ref()) {
        Ok(Asked::Answer(answer)) => {
            write::answer(&answer, args, out)?;
            ExitCode::SUCCESS
        }
        Ok(Asked::Compared(answer, compared)) => {
            write::compared(&answer, &compared, args, out)?;
            ExitCode::SUCCESS
        }
        Err(question::Fault::Refused(refusal)) => {
            write::refusal(&refusal, args, out)?;
            ExitCode::from(REFUSED)
        }
        Err(question::Fault::Usage(message)) => {
            anstream::eprintln!("error: {message}");
            ExitCode::from(2)
        }
    };
    out.flush()?;
    Ok(code)
}
