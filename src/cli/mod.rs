//! The command: one file per subcommand; the only place where files are read, checked and reported in a row.

mod about;
pub mod args;
pub mod baseline;
mod check;
pub mod config;
mod desk;
mod eval;
mod explain;
mod extract;
mod fix;
mod init;
mod input;
mod output;
mod progress;
mod rules;
mod show;
pub mod silence;
mod tongue;
mod trace;
mod tune;
mod write;

use args::{BaselineAction, Cli, Command, ConfigAction};
use config::{Search, Settings};
use output::Screen;
use std::path::Path;
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
    let plain = Screen::of(cli, &Settings::default());
    let done = match &cli.command {
        Command::Check(args) => set(cli, &args.input.paths, plain).and_then(|(s, screen)| check::run(args, s, &screen)),
        Command::Fix(args) => set(cli, &args.input.paths, plain).and_then(|(s, screen)| fix::run(args, s, &screen)),
        Command::Baseline { action: BaselineAction::Write(args) } => {
            set(cli, &args.input.paths, plain).and_then(|(s, screen)| baseline::write(args, s, &screen))
        }
        Command::Baseline { action: BaselineAction::Prune(args) } => {
            set(cli, &args.input.paths, plain).and_then(|(s, screen)| baseline::prune(args, s, &screen))
        }
        Command::Config { action: ConfigAction::Show } => {
            set(cli, &[] as &[&Path], plain).and_then(|(s, screen)| show::run(cli, &s, &screen))
        }
        Command::Init(args) => init::run(args, &plain),
        Command::Extract(args) => {
            set(cli, &args.input.paths, plain).and_then(|(s, screen)| extract::run(args, s, &screen))
        }
        Command::Trace(args) => set(cli, &args.input.paths, plain).and_then(|(s, screen)| trace::run(args, s, &screen)),
        Command::Eval(args) => set(cli, &args.paths, plain).and_then(|(s, screen)| eval::run(args, s, &screen)),
        Command::Schema { name } => about::schema(*name, &plain),
        Command::Completions { shell } => about::completions(*shell, &plain),
        Command::Man => about::man(&plain),
        Command::Rules { action } => rules::run(action, &plain),
        Command::Explain(args) => explain::run(args, &plain),
    };
    done.unwrap_or_else(|exit| exit)
}

/// Returns the settings of `factdiff.toml` and the screen that follows them, or says what is wrong with the file.
fn set<P: AsRef<Path>>(cli: &Cli, paths: &[P], plain: Screen) -> Result<(Settings, Screen), Exit> {
    let first = paths.first().map(AsRef::as_ref);
    match config::load(Search { named: cli.config.as_deref(), isolated: cli.isolated, first }) {
        Ok(settings) => {
            let screen = Screen::of(cli, &settings);
            Ok((settings, screen))
        }
        Err(problems) => {
            problems.iter().for_each(|p| plain.problem(p));
            Err(Exit::Failed)
        }
    }
}
