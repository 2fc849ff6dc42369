//! The stages in a row, as the settings of a run have them: read, tune, check, silence.

use super::args::{InputArgs, Switch};
use super::config::Settings;
use super::output::Screen;
use super::progress::Progress;
use super::silence::{self, Today};
use super::{Exit, input, tongue, tune};
use crate::finding::{Finding, Lang, Outcome, turn_to_checked};
use crate::rule::RuleSet;
use crate::source::Sources;
use std::path::PathBuf;

/// The confidence below which nothing is reported unless asked for.
pub(super) const MIN_CONFIDENCE: f32 = 0.5;

/// Everything that decides what is reported of a set of articles.
#[derive(Debug)]
pub(super) struct Desk {
    /// What `factdiff.toml` says.
    pub(super) settings: Settings,
    rules: RuleSet,
    min_confidence: f32,
    ignores: bool,
    whole: bool,
    today: jiff::civil::Date,
}

impl Desk {
    /// Returns the desk and the articles that lie on it, or says what is wrong with them.
    pub(super) fn open(args: &InputArgs, settings: Settings, screen: &Screen) -> Result<(Desk, Sources), Exit> {
        let desk = Desk::new(args, settings, screen)?;
        let sources = desk.articles(args, screen)?;
        Ok((desk, sources))
    }

    /// Returns the desk before any article lies on it, or says what is wrong with rules and settings.
    pub(super) fn new(args: &InputArgs, settings: Settings, screen: &Screen) -> Result<Desk, Exit> {
        let mut rules = input::rules(args.rules.as_deref(), screen)?;
        tune::rules(&mut rules, &settings).map_err(|problems| {
            problems.iter().for_each(|p| screen.problem(p));
            Exit::Failed
        })?;
        let (ignores, today) = (args.ignores == Switch::On, today());
        if ignores {
            rules.aliases = silence::names_of_one_thing(&settings, today);
        }
        Ok(Desk {
            rules,
            min_confidence: args.min_confidence.or(settings.min_confidence).unwrap_or(MIN_CONFIDENCE),
            ignores,
            whole: covers(&args.paths, &settings),
            today,
            settings,
        })
    }

    /// Returns the articles, their outlets named as the settings have them, or says what is wrong with them.
    pub(super) fn articles(&self, args: &InputArgs, screen: &Screen) -> Result<Sources, Exit> {
        let mut sources = input::articles(args, screen)?;
        self.settings.name_outlets(&mut sources);
        Ok(sources)
    }

    /// Returns what is to be reported of the articles; the problems are those of entries that silence nothing.
    pub(super) fn check(&self, sources: &Sources) -> Outcome {
        self.sift(sources, self.min_confidence).0
    }

    /// Returns what is found, however unlikely, and what of it somebody has silenced, each with the reason.
    pub(super) fn everything(&self, sources: &Sources) -> (Outcome, Vec<(Finding, String)>) {
        self.sift(sources, 0.0)
    }

    /// Returns the rules of the run.
    pub(super) fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// Returns the confidence below which nothing is reported.
    pub(super) fn min_confidence(&self) -> f32 {
        self.min_confidence
    }

    fn sift(&self, sources: &Sources, min_confidence: f32) -> (Outcome, Vec<(Finding, String)>) {
        let n = sources.articles().len();
        let progress = Progress::of(match self.rules.lang {
            Lang::Ko => format!("기사 {n}건을 견주는 중"),
            Lang::En => format!("comparing {n} articles"),
        });
        let mut outcome = crate::check(sources, &self.rules);
        drop(progress);
        turn_to_checked(sources, &mut outcome.findings);
        if self.rules.lang == Lang::En {
            outcome.findings.iter_mut().flat_map(|f| &mut f.reasons).for_each(|r| *r = tongue::reason(r));
        }
        outcome.findings.retain(|f| f.confidence >= min_confidence && !sources.article(f.at.article).peer);
        tune::severities(&mut outcome.findings, sources, &self.settings);
        if !self.ignores {
            return (outcome, Vec::new());
        }
        let names: Vec<&str> = outcome.rules.iter().map(|r| r.id.as_str()).collect();
        let today = Today { date: self.today, whole: self.whole, rules: &names, lang: self.rules.lang };
        let findings: Vec<Finding> = std::mem::take(&mut outcome.findings);
        let silenced = silence::apply(findings, sources, &self.settings, today);
        outcome.findings = silenced.kept;
        outcome.problems.extend(silenced.problems);
        (outcome, silenced.silenced)
    }
}

/// Returns whether one of the paths is the folder of `factdiff.toml` or one above it.
fn covers(paths: &[PathBuf], settings: &Settings) -> bool {
    let Some(root) = &settings.root else { return false };
    paths.iter().filter_map(|p| std::path::absolute(p).ok()).any(|p| root.starts_with(p.components().as_path()))
}

/// Returns the day in Seoul: the only clock of the program.
fn today() -> jiff::civil::Date {
    jiff::tz::offset(9).to_datetime(jiff::Timestamp::now()).date()
}
