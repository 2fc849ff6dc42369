//! Where reports and messages go: colour and width decided once, files written whole or not at all.

use super::args::{Cli, ColorChoice};
use super::config::Settings;
use super::{Exit, tongue, write};
use crate::finding::Lang;
use crate::report::{self, Look};
use crate::source::Problem;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// The terminal, or what stands in for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Screen {
    /// The language of the run.
    pub(super) lang: Lang,
    /// How standard output looks.
    pub(super) out: Look,
    /// How messages on standard error look.
    pub(super) err: Look,
    /// How a report in a file looks.
    pub(super) file: Look,
}

/// The width where no terminal tells one.
const WIDTH: usize = 100;

impl Screen {
    /// Decides how the run looks, from the arguments, the environment and the terminal; nothing asks them again.
    pub(super) fn of(cli: &Cli, settings: &Settings) -> Screen {
        let wants = Wants::of(cli.color);
        let (out, err) = (wants.colour(io::stdout().is_terminal()), wants.colour(io::stderr().is_terminal()));
        // Left alone, `colored` lets CLICOLOR_FORCE win over NO_COLOR and colours TERM=dumb.
        colored::control::set_override(out || err || wants == Wants::Always);
        let width = cli.width.or(settings.width).map(usize::from);
        let own = width.or_else(|| terminal_size::terminal_size().map(|(w, _)| usize::from(w.0).max(40)));
        let look = |width: Option<usize>, colour| Look { width: width.unwrap_or(WIDTH), colour };
        Screen {
            lang: cli.lang.or(settings.lang).map_or(Lang::Ko, Lang::from),
            out: look(own, out),
            err: look(own, err),
            file: look(width, wants == Wants::Always),
        }
    }

    /// Returns the text in the language of the run.
    pub(super) fn say<'a>(&self, ko: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Ko => ko,
            Lang::En => en,
        }
    }

    /// Prints a problem with a file on standard error.
    pub(super) fn problem(&self, problem: &Problem) {
        // If standard error is closed there is nobody to tell.
        let _ = report::problem(&tongue::said(problem, self.lang), self.lang, self.err, &mut io::stderr().lock());
    }

    /// Prints what is wrong with the run on standard error.
    pub(super) fn error(&self, message: &str) {
        let _ = writeln!(io::stderr().lock(), "factdiff: {message}");
    }

    /// Prints what was done on standard error.
    pub(super) fn note(&self, message: &str) {
        let _ = writeln!(io::stderr().lock(), "{message}");
    }

    /// Writes to standard output, buffered; a closed pipe ends quietly, as `| head` wishes.
    pub(super) fn print(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Exit> {
        let mut out = io::BufWriter::with_capacity(1 << 16, io::stdout().lock());
        match write(&mut out).and_then(|()| out.flush()) {
            Err(e) if e.kind() != io::ErrorKind::BrokenPipe => {
                self.error(&format!("{}: {e}", self.say("출력할 수 없습니다", "cannot write")));
                Err(Exit::Failed)
            }
            _ => Ok(()),
        }
    }

    /// Writes a file whole or not at all, or says why it cannot.
    pub(super) fn save(&self, path: &Path, with: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Exit> {
        write::replace_with(path, with).map_err(|e| {
            self.error(&format!("{}: {e}", path.display()));
            Exit::Failed
        })
    }
}

/// Whether colour is wanted, before the terminal is asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Wants {
    Always,
    Never,
    OnTerminal,
}

impl Wants {
    /// `--color` > NO_COLOR > CLICOLOR_FORCE, FORCE_COLOR > TERM=dumb > whether it is a terminal.
    fn of(choice: Option<ColorChoice>) -> Wants {
        let set = |name: &str| std::env::var_os(name).is_some_and(|v| !v.is_empty());
        let forced = |name: &str| set(name) && std::env::var_os(name).is_some_and(|v| v != "0");
        match choice {
            Some(ColorChoice::Always) => Wants::Always,
            Some(ColorChoice::Never) => Wants::Never,
            _ if set("NO_COLOR") => Wants::Never,
            _ if forced("CLICOLOR_FORCE") || forced("FORCE_COLOR") => Wants::Always,
            _ if std::env::var_os("TERM").is_some_and(|t| t == "dumb") => Wants::Never,
            _ => Wants::OnTerminal,
        }
    }

    fn colour(self, terminal: bool) -> bool {
        self == Wants::Always || (self == Wants::OnTerminal && terminal)
    }
}
