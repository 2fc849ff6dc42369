//! Where reports and messages go: colour and width decided once, files written whole or not at all.

use super::Exit;
use super::args::{Cli, ColorChoice};
use super::config::Settings;
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
        let _ = report::problem(problem, self.lang, self.err, &mut io::stderr().lock());
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

    /// Writes a file whole or not at all: beside it first, then renamed.
    pub(super) fn save(&self, path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Exit> {
        atomic(path, write).map_err(|e| {
            self.error(&format!("{}: {e}", path.display()));
            Exit::Failed
        })
    }
}

fn atomic(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // A symbolic link stays one; /dev/stdout and the like cannot be renamed onto.
    let target = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let special = std::fs::metadata(&target).is_ok_and(|m| !m.is_file());
    if special {
        let mut file = io::BufWriter::new(std::fs::File::create(&target)?);
        write(&mut file)?;
        return file.flush();
    }
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".factdiff-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // What the user's umask leaves of rw-rw-rw-; a file that is replaced keeps its mode.
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = io::BufWriter::new(builder.tempfile_in(folder)?);
    write(&mut file)?;
    let file = file.into_inner().map_err(|e| e.into_error())?;
    if let Ok(meta) = std::fs::metadata(&target) {
        file.as_file().set_permissions(meta.permissions())?;
    }
    file.as_file().sync_all()?;
    file.persist(&target).map_err(|e| e.error)?;
    Ok(())
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
