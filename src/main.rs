//! The `factdiff` command.

use clap::Parser as _;
use factdiff::cli::{self, args::Cli};
use std::process::ExitCode;

/// Thousands of small tables come and go with every event; the system's allocator takes a tenth longer over them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run(&Cli::parse()).into()
}
