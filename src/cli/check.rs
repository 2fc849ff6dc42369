//! `factdiff check`: read, compare, report.

use super::Exit;
use super::args::{CheckArgs, FailOn, Target};
use super::baseline::Baseline;
use super::config::Settings;
use super::desk::Desk;
use super::output::Screen;
use crate::finding::Outcome;
use crate::report::{Format, Report, render};
use std::io::Write as _;
use std::path::Path;

/// GitHub refuses a job summary of more than 1 MiB.
const SUMMARY_BYTES: usize = 1_000_000;

/// Runs the command.
pub(super) fn run(args: &CheckArgs, settings: Settings, screen: &Screen) -> Result<Exit, Exit> {
    let targets = targets(args, &settings, screen)?;
    let list = args.baseline.clone().or_else(|| settings.baseline.clone());
    let known = list.as_deref().map(|file| Baseline::open(file, screen)).transpose()?;
    let fail_on = args.fail_on.or(settings.fail_on).unwrap_or(FailOn::Warning);
    let (desk, sources) = Desk::open(&args.input, settings, screen)?;
    let mut outcome = desk.check(&sources);
    outcome.problems.iter().for_each(|p| screen.problem(p));
    if let Some(known) = known {
        outcome.findings = known.take_out(&sources, outcome.findings, screen);
    }
    let failed = outcome.findings.iter().any(|f| fail_on.fails(f.severity));
    let left_out = cut(&mut outcome, args.max_findings);
    write(&targets, &Report::new(&sources, &outcome, screen.lang, left_out), screen)?;
    Ok(if failed && !args.exit_zero { Exit::Findings } else { Exit::Clean })
}

/// Keeps the `most` most severe and most certain findings in their order; returns how many were left out.
fn cut(outcome: &mut Outcome, most: Option<usize>) -> usize {
    let findings = &mut outcome.findings;
    let Some(most) = most.filter(|&m| m < findings.len()) else { return 0 };
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by(|&a, &b| {
        let (a, b) = (&findings[a], &findings[b]);
        b.severity.cmp(&a.severity).then(b.confidence.total_cmp(&a.confidence))
    });
    let mut kept = order[..most].to_vec();
    kept.sort_unstable();
    let left_out = findings.len() - most;
    *findings = kept.into_iter().map(|i| findings[i].clone()).collect();
    left_out
}

/// Returns what is written where; at most one report goes to standard output.
fn targets(args: &CheckArgs, settings: &Settings, screen: &Screen) -> Result<Vec<Target>, Exit> {
    let mut targets = if args.format.is_empty() { settings.format.clone() } else { args.format.clone() };
    if targets.is_empty() {
        targets.push(Target { format: Format::Pretty, file: None });
    }
    let mut open: Vec<&mut Target> = targets.iter_mut().filter(|t| t.file.is_none()).collect();
    if open.len() > 1 {
        screen.error(screen.say(
            "표준 출력에는 한 형식만 쓸 수 있습니다: --format sarif=out.sarif 처럼 파일을 적어 주세요",
            "only one format can go to standard output: name a file for the others, as in --format sarif=out.sarif",
        ));
        return Err(Exit::Failed);
    }
    match (&args.output, open.first_mut()) {
        (Some(path), Some(target)) => target.file = Some(path.clone()),
        (Some(_), None) => {
            screen.error(screen.say("--output 에 쓸 형식이 없습니다", "no format is left for --output"));
            return Err(Exit::Failed);
        }
        (None, _) => {}
    }
    Ok(targets)
}

fn write(targets: &[Target], report: &Report<'_>, screen: &Screen) -> Result<(), Exit> {
    for target in targets {
        match &target.file {
            Some(path) => screen.save(path, |out| render(report, target.format, screen.file, out))?,
            None => screen.print(|out| render(report, target.format, screen.out, out))?,
        }
        if target.format == Format::Github {
            job_summary(report, screen)?;
        }
    }
    Ok(())
}

/// Adds the report to the job summary, which shows what goes beyond GitHub's ten errors and ten warnings a step.
fn job_summary(report: &Report<'_>, screen: &Screen) -> Result<(), Exit> {
    let Some(path) = std::env::var_os("GITHUB_STEP_SUMMARY").filter(|p| !p.is_empty()) else { return Ok(()) };
    let mut text = Vec::new();
    let written = render(report, Format::Markdown, screen.file, &mut text).and_then(|()| {
        if text.len() > SUMMARY_BYTES {
            let end = text[..SUMMARY_BYTES].windows(5).rposition(|w| w == b"\n\n###").unwrap_or(0);
            text.truncate(end + 1);
            text.extend_from_slice("\n…\n".as_bytes());
        }
        std::fs::OpenOptions::new().append(true).create(true).open(&path)?.write_all(&text)
    });
    written.map_err(|e| {
        screen.error(&format!("{}: {e}", Path::new(&path).display()));
        Exit::Failed
    })
}
