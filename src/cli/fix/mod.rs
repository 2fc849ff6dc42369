//! `factdiff fix`: puts fixes into the articles, or shows what it would do.

mod interview;
mod mend;
mod remember;

use super::args::FixArgs;
use super::config::Settings;
use super::desk::Desk;
use super::output::Screen;
use super::{Exit, write};
use crate::finding::{Applicability, Finding, Lang};
use crate::fix::{Line, Tone, patch};
use crate::report::{Report, visible};
use crate::source::Sources;
use colored::{ColoredString, Colorize};
use mend::{Change, File, Mended, Why};
use std::io::{self, IsTerminal, Write};

/// Runs the command.
pub(super) fn run(args: &FixArgs, settings: Settings, screen: &Screen) -> Result<Exit, Exit> {
    if args.input.paths.iter().any(|p| p.as_os_str() == "-") {
        screen.error(
            screen
                .say("표준 입력은 고칠 수 없습니다: 파일을 적어 주세요", "standard input cannot be fixed: name a file"),
        );
        return Err(Exit::Failed);
    }
    if args.interactive && !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        screen.error(
            screen.say("--interactive는 터미널에서만 쓸 수 있습니다", "--interactive needs a terminal to ask at"),
        );
        return Err(Exit::Failed);
    }
    let (desk, sources) = Desk::open(&args.input, settings, screen)?;
    let outcome = desk.check(&sources);
    outcome.problems.iter().for_each(|p| screen.problem(p));
    let mended = if args.interactive {
        return ask(&desk, sources, outcome, screen);
    } else {
        let at_least = if args.r#unsafe { Applicability::Unsafe } else { Applicability::Safe };
        mend::mend(&desk, sources, outcome.findings, at_least)
    };
    if args.diff { show(&mended, screen) } else { put(mended, screen) }
}

/// Asks about each finding, then makes what was chosen and remembers what is to be ignored.
fn ask(desk: &Desk, sources: Sources, outcome: crate::finding::Outcome, screen: &Screen) -> Result<Exit, Exit> {
    let lang = screen.lang;
    let report = Report::new(&sources, &outcome, lang, 0);
    let mut show = |i: usize, out: &mut dyn Write| report.finding(i, screen.out, out);
    let mut asked = interview::Asked { sources: &sources, findings: &outcome.findings, lang, show: &mut show };
    let answers = asked.all(&mut io::stdin().lock(), &mut io::stdout()).map_err(|e| {
        screen.error(&e.to_string());
        Exit::Failed
    })?;
    let mut chosen = answers.fixes;
    for (i, reason) in &answers.comments {
        chosen.extend(remember::comment(
            sources.article(outcome.findings[*i].at.article),
            &outcome.findings[*i],
            reason,
        ));
    }
    for (i, reason) in &answers.entries {
        let finding = &outcome.findings[*i];
        match remember::entry(desk.settings.file.as_deref(), &sources, finding, reason) {
            Ok(file) => screen.note(&format!(
                "{}: {}",
                file.display(),
                screen.say("[[ignore]]를 적었습니다", "added an [[ignore]]")
            )),
            Err(problem) => {
                screen.problem(&problem);
                return Err(Exit::Failed);
            }
        }
    }
    put(mend::mend_chosen(desk, sources, outcome.findings, chosen), screen)
}

/// Shows what would change.
fn show(mended: &Mended, screen: &Screen) -> Result<Exit, Exit> {
    let terminal = io::stdout().is_terminal();
    screen.print(|out| {
        for file in &mended.files {
            for line in patch(&file.path, &file.texts.0, &file.texts.1) {
                diff_line(&line, screen.out.colour, terminal, out)?;
            }
        }
        Ok(())
    })?;
    say_left(&mended.left, screen);
    summary(&mended.files, mended.left.len(), &mended.findings, true, screen);
    Ok(if mended.files.is_empty() && mended.left.is_empty() { Exit::Clean } else { Exit::Findings })
}

fn diff_line(line: &Line, colour: bool, terminal: bool, out: &mut dyn Write) -> io::Result<()> {
    for (strong, piece) in &line.pieces {
        // A terminal must not be steered by an article; a file must stay a patch that applies.
        let piece = if terminal { visible::line(piece).into_owned() } else { piece.clone() };
        if !colour {
            write!(out, "{piece}")?;
            continue;
        }
        let painted: ColoredString = match line.tone {
            Tone::File => piece.bold(),
            Tone::Hunk => piece.cyan(),
            Tone::Context => piece.normal(),
            Tone::Note => piece.dimmed(),
            Tone::Old => piece.red(),
            Tone::New => piece.green(),
        };
        write!(out, "{}", if *strong { painted.bold().underline() } else { painted })?;
    }
    writeln!(out)
}

/// Writes the files and prints each change.
fn put(mended: Mended, screen: &Screen) -> Result<Exit, Exit> {
    let Mended { files, mut left, findings } = mended;
    let mut written = Vec::new();
    for file in files {
        let still = || Ok(std::fs::read(&file.path)? == file.old);
        match write::replace_if(file.path.as_ref(), &file.new, still) {
            Ok(true) => written.push(file),
            Ok(false) => left.extend(file.changes.into_iter().map(|c| (c, Why::Changed))),
            Err(e) => left.extend(file.changes.into_iter().map(|c| (c, Why::Io(e.to_string())))),
        }
    }
    screen.print(|out| {
        written.iter().flat_map(|f| &f.changes).try_for_each(|c| writeln!(out, "{}", said(c, screen.out.colour)))
    })?;
    say_left(&left, screen);
    summary(&written, left.len(), &findings, false, screen);
    if left.iter().any(|(_, why)| matches!(why, Why::Io(_))) {
        return Err(Exit::Failed);
    }
    Ok(if left.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// Returns a change in one line: `a.md:4:11: 오세운 -> 오세훈 (person-name-variant)`.
fn said(c: &Change, colour: bool) -> String {
    let (path, old, new) = (visible::line(&c.path), visible::line(&c.old), visible::line(&c.new));
    let at = format!("{path}:{}:{}:", c.line, c.column);
    if colour {
        format!("{} {} -> {} {}", at.bold(), old.red(), new.green(), format!("({})", c.rule).dimmed())
    } else {
        format!("{at} {old} -> {new} ({})", c.rule)
    }
}

fn say_left(left: &[(Change, Why)], screen: &Screen) {
    for (change, why) in left {
        let head = screen.say("고치지 않음", "not fixed");
        screen.note(&format!("{head}: {}: {}", said(change, screen.err.colour), visible::line(&why.said(screen.lang))));
    }
}

fn summary(files: &[File], left: usize, findings: &[Finding], only_shown: bool, screen: &Screen) {
    let changes: usize = files.iter().map(|f| f.changes.len()).sum();
    let unsafe_ones = findings
        .iter()
        .filter(|f| f.fix.as_ref().is_some_and(|fix| fix.applicability == Applicability::Unsafe))
        .count();
    let (n, rest) = (files.len(), findings.len() - unsafe_ones);
    let mut parts = vec![match (screen.lang, only_shown) {
        (Lang::Ko, false) if changes == 0 => "고친 것이 없습니다".to_owned(),
        (Lang::Ko, true) if changes == 0 => "고칠 것이 없습니다".to_owned(),
        (Lang::En, _) if changes == 0 => "nothing to fix".to_owned(),
        (Lang::Ko, false) => format!("파일 {n}개에서 {changes}곳을 고쳤습니다"),
        (Lang::Ko, true) => format!("파일 {n}개에서 {changes}곳을 고칠 수 있습니다"),
        (Lang::En, false) => format!("fixed {changes} places in {n} files"),
        (Lang::En, true) => format!("would fix {changes} places in {n} files"),
    }];
    if left > 0 {
        parts.push(match screen.lang {
            Lang::Ko => format!("{left}곳은 고치지 못했습니다"),
            Lang::En => format!("{left} could not be fixed"),
        });
    }
    if unsafe_ones > 0 {
        parts.push(match screen.lang {
            Lang::Ko => format!("확인이 필요한 고침 {unsafe_ones}건은 --unsafe나 --interactive로"),
            Lang::En => format!("{unsafe_ones} more with --unsafe or --interactive"),
        });
    }
    if rest > 0 {
        parts.push(match screen.lang {
            Lang::Ko => format!("지적 {rest}건은 사람이 볼 일입니다"),
            Lang::En => format!("{rest} findings are for a person to settle"),
        });
    }
    screen.note(&parts.join("; "));
}
