//! What the command tells of itself: `schema`, `completions`, `man`.

use super::Exit;
use super::args::{Cli, SchemaName};
use super::output::Screen;
use clap::CommandFactory as _;
use std::io::{self, Write};

/// Prints a JSON Schema.
pub(super) fn schema(name: SchemaName, screen: &Screen) -> Result<Exit, Exit> {
    let text = match name {
        SchemaName::Report => crate::report::SCHEMA,
        SchemaName::Config => super::config::SCHEMA,
    };
    screen.print(|out| out.write_all(text.as_bytes()))?;
    Ok(Exit::Clean)
}

/// Prints the completions of a shell.
pub(super) fn completions(shell: clap_complete::Shell, screen: &Screen) -> Result<Exit, Exit> {
    // The generator does not survive a closed pipe; the screen does.
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "factdiff", &mut text);
    screen.print(|out| out.write_all(&text))?;
    Ok(Exit::Clean)
}

/// Prints the manual page, one section a subcommand.
pub(super) fn man(screen: &Screen) -> Result<Exit, Exit> {
    screen.print(|out| {
        let mut command = Cli::command();
        command.build();
        clap_mangen::Man::new(command.clone()).render(out)?;
        command.get_subcommands().filter(|c| !c.is_hide_set()).try_for_each(|c| page_section(c, out))
    })?;
    Ok(Exit::Clean)
}

fn page_section(command: &clap::Command, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, ".SH FACTDIFF {}", command.get_name().to_uppercase())?;
    let man = clap_mangen::Man::new(command.clone());
    man.render_description_section(out)?;
    man.render_synopsis_section(out)?;
    man.render_options_section(out)?;
    command.get_subcommands().try_for_each(|c| page_section(c, out))
}
