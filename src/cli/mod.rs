//! The command: one file per subcommand; the only place where files are read, checked and reported in a row.

pub mod args;
mod check;
mod input;
mod output;

use args::{Cli, Command};
use std::process::ExitCode;

/// What a command ends with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// Nothing to complain about.
    Clean,
    /// Findings.
    Findings,
    /// Wrong use, configuration, or nothing could be read or written.
    Failed,
    /// No article found.
    NoArticle,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Clean => 0,
            Exit::Findings => 1,
            Exit::Failed => 2,
            Exit::NoArticle => 3,
        })
    }
}

/// Runs the command and returns its exit code; all messages have been printed.
pub fn run(cli: &Cli) -> Exit {
    let screen = output::Screen::of(cli);
    let done = match &cli.command {
        Command::Check(args) => check::run(args, &screen),
    };
    done.unwrap_or_else(|exit| exit)
}
