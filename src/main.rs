//! The `factdiff` command.

use clap::Parser as _;
use factdiff::cli::{self, args::Cli};
use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run(&Cli::parse()).into()
}
