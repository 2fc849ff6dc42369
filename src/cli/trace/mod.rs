//! `factdiff trace`: every place of a value, how it was read, what it was compared with, and what came of it.

mod json;
mod text;

use super::Exit;
use super::args::{TraceArgs, TraceFormat};
use super::config::Settings;
use super::desk::Desk;
use super::output::Screen;
use crate::check::trace::{Meeting, Trace};
use crate::finding::{Finding, Outcome, Severity, Stance};
use crate::source::Sources;

/// What came of a place.
#[derive(Clone, Debug)]
enum End<'f> {
    /// A finding.
    Reported(&'f Finding),
    /// A finding that tells no more than is worth knowing: an update, a slip that all share.
    Info(&'f Finding),
    /// A finding that is not likely enough.
    Unlikely(&'f Finding),
    /// A finding that somebody has silenced, and why.
    Ignored(&'f Finding, &'f str),
    /// Evidence for a finding elsewhere, and whether it speaks for what is expected there.
    Evidence(&'f Finding, Stance),
    /// Its article is only compared with.
    Peer,
    /// The event has no other article.
    NoOther,
    /// So many other outlets say the same.
    Agrees(usize),
    /// It differs from others that answer another question, as likely as that it is the same.
    OtherQuestion(f32),
    /// It is not reported, because the contradiction is told at another place already or another rule is surer.
    ToldElsewhere,
    /// No other article has anything to compare it with.
    Alone,
}

/// Everything that is known of a run's places.
struct Traced<'a> {
    sources: &'a Sources,
    outcome: &'a Outcome,
    silenced: &'a [(Finding, String)],
    min_confidence: f32,
}

/// Runs the command.
pub(super) fn run(args: &TraceArgs, settings: Settings, screen: &Screen) -> Result<Exit, Exit> {
    let (desk, sources) = Desk::open(&args.input, settings, screen)?;
    let traces = crate::trace(&sources, desk.rules(), &args.value);
    let (outcome, silenced) = desk.everything(&sources);
    let traced =
        Traced { sources: &sources, outcome: &outcome, silenced: &silenced, min_confidence: desk.min_confidence() };
    screen.print(|out| {
        traces.iter().try_for_each(|trace| match args.format {
            TraceFormat::Text => text::write(&traced, trace, screen, out),
            TraceFormat::Jsonl => json::write(&traced, trace, out),
        })
    })?;
    if traces.is_empty() {
        screen.error(screen.say("그 값은 어느 기사에도 없습니다", "the value stands in none of the articles"));
        return Ok(Exit::Findings);
    }
    Ok(Exit::Clean)
}

impl Traced<'_> {
    /// Returns what came of a place.
    fn end(&self, trace: &Trace) -> End<'_> {
        let here = |f: &&Finding| f.at.overlaps(trace.at);
        let surest = |a: &&Finding, b: &&Finding| a.confidence.total_cmp(&b.confidence);
        let told = |f: &&Finding| f.confidence >= self.min_confidence;
        if let Some((finding, why)) = self.silenced.iter().find(|(f, _)| here(&f)) {
            return End::Ignored(finding, why);
        }
        let found = self.outcome.findings.iter().filter(here).max_by(surest);
        match found {
            Some(f) if !told(&f) => return End::Unlikely(f),
            Some(f) if f.severity == Severity::Info => return End::Info(f),
            Some(f) => return End::Reported(f),
            None => {}
        }
        for finding in self.outcome.findings.iter().filter(told) {
            if let Some(evidence) = finding.evidence.iter().find(|e| e.at.overlaps(trace.at)) {
                return End::Evidence(finding, evidence.stance);
            }
        }
        if self.sources.article(trace.at.article).peer {
            return End::Peer;
        }
        if trace.others == 0 {
            return End::NoOther;
        }
        let mut outlets: Vec<&str> = trace
            .met
            .iter()
            .filter(|m| !matches!(m.outcome, Meeting::Rival(_)))
            .map(|m| self.sources.article(m.with.article).outlet.as_str())
            .collect();
        outlets.sort_unstable();
        outlets.dedup();
        if !outlets.is_empty() {
            return End::Agrees(outlets.len());
        }
        let likeliest = trace.met.iter().filter_map(|m| match &m.outcome {
            Meeting::Rival(w) => Some(w.confidence),
            _ => None,
        });
        match likeliest.max_by(f32::total_cmp) {
            None => End::Alone,
            Some(c) if c >= self.min_confidence => End::ToldElsewhere,
            Some(c) => End::OtherQuestion(c),
        }
    }
}
