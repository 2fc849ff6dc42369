//! `factdiff eval`: the rules measured on labelled events.

mod json;
mod text;

use super::Exit;
use super::args::{EvalArgs, EvalFormat, InputArgs};
use super::config::Settings;
use super::desk::Desk;
use super::output::Screen;
use crate::eval::{Gold, Judged, Score, judge};
use crate::finding::Finding;
use crate::source::load::is_article;
use crate::source::{Problem, ProblemLevel, Sources};
use std::path::{Path, PathBuf};

/// Where the curve of precision and recall is measured; below 0.2 hardly anything is reported at all.
const CURVE: [f32; 9] = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/// A labelled event and what the rules make of it.
struct Cluster {
    /// Its folder.
    path: String,
    sources: Sources,
    gold: Gold,
    /// Every finding, however unlikely.
    findings: Vec<Finding>,
}

impl Cluster {
    /// Returns the findings that are at least so likely, and what they are.
    fn at(&self, confidence: f32) -> (Vec<Finding>, Judged) {
        let findings: Vec<Finding> = self.findings.iter().filter(|f| f.confidence >= confidence).cloned().collect();
        let judged = judge(&self.gold, &findings);
        (findings, judged)
    }
}

/// What is reported of a measurement.
struct Measured {
    clusters: Vec<Cluster>,
    /// What counts as reported.
    min_confidence: f32,
    score: Score,
    /// The score at each confidence of the curve.
    curve: Vec<(f32, Score)>,
}

/// Runs the command.
pub(super) fn run(args: &EvalArgs, settings: Settings, screen: &Screen) -> Result<Exit, Exit> {
    let folders = folders(&args.paths, screen)?;
    let input = InputArgs {
        rules: args.rules.clone(),
        ignores: args.ignores,
        min_confidence: args.min_confidence,
        ..InputArgs::default()
    };
    let desk = Desk::new(&input, settings, screen)?;
    let min_confidence = desk.min_confidence();
    let mut clusters = Vec::new();
    let mut failed = false;
    for folder in folders {
        match cluster(&folder, &input, &desk, screen)? {
            Ok(cluster) => clusters.push(cluster),
            Err(problems) => {
                problems.iter().for_each(|p| screen.problem(p));
                failed = true;
            }
        }
    }
    if failed {
        return Err(Exit::Failed);
    }
    let score = |confidence: f32| {
        let mut score = Score::default();
        for c in &clusters {
            let (findings, judged) = c.at(confidence);
            score.add(&c.gold, c.sources.articles().len(), &findings, &judged);
        }
        score
    };
    let curve = CURVE.map(|confidence| (confidence, score(confidence))).to_vec();
    let measured = Measured { min_confidence, score: score(min_confidence), curve, clusters };
    screen.print(|out| match args.format {
        EvalFormat::Text => text::write(&measured, screen, out),
        EvalFormat::Json => json::write(&measured, out),
    })?;
    let below = |floor: Option<f32>, reached: f64| floor.is_some_and(|f| reached < f64::from(f));
    let short =
        below(args.min_recall, measured.score.recall()) || below(args.min_precision, measured.score.precision());
    Ok(if short { Exit::Findings } else { Exit::Clean })
}

/// Returns the folders that hold a `gold.toml`, those named and those below them, by path.
fn folders(paths: &[PathBuf], screen: &Screen) -> Result<Vec<PathBuf>, Exit> {
    let mut found = Vec::new();
    for path in paths {
        if !path.is_dir() {
            let message = screen.say("그런 폴더가 없습니다", "no such folder");
            screen.problem(&Problem::of_file(&path.to_string_lossy(), ProblemLevel::Fatal, message));
            return Err(Exit::Failed);
        }
        let before = found.len();
        find(path, &mut found).map_err(|e| {
            screen.problem(&Problem::of_file(&path.to_string_lossy(), ProblemLevel::Fatal, e.to_string()));
            Exit::Failed
        })?;
        found[before..].sort();
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|folder| seen.insert(folder.clone()));
    if found.is_empty() {
        screen.error(screen.say("라벨을 단 사건(gold.toml)을 찾지 못했습니다", "no labelled event (gold.toml) found"));
        return Err(Exit::NoArticle);
    }
    Ok(found)
}

fn find(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if folder.join("gold.toml").is_file() {
        found.push(folder.to_owned());
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            find(&entry.path(), found)?;
        }
    }
    Ok(())
}

/// Returns the event of a folder with what is found in it, or what is wrong with its labels.
fn cluster(
    folder: &Path,
    input: &InputArgs,
    desk: &Desk,
    screen: &Screen,
) -> Result<Result<Cluster, Vec<Problem>>, Exit> {
    let path = folder.join("gold.toml").to_string_lossy().into_owned();
    let unreadable = |e: std::io::Error| vec![Problem::of_file(&path, ProblemLevel::Fatal, e.to_string())];
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(e) => return Ok(Err(unreadable(e))),
    };
    let mut files: Vec<PathBuf> = match std::fs::read_dir(folder) {
        Ok(entries) => entries.flatten().map(|e| e.path()).filter(|p| p.is_file() && is_article(p)).collect(),
        Err(e) => return Ok(Err(unreadable(e))),
    };
    files.sort();
    if files.is_empty() {
        let message =
            screen.say("곁에 기사가 없습니다 (.txt, .md)", "there is no article beside this file (.txt, .md)");
        return Ok(Err(vec![Problem::of_file(&path, ProblemLevel::Fatal, message)]));
    }
    let sources = desk.articles(&InputArgs { paths: files, ..input.clone() }, screen)?;
    Ok(Gold::read(&path, &text, &sources).map(|gold| {
        let findings = desk.everything(&sources).0.findings;
        Cluster { path: folder.to_string_lossy().into_owned(), sources, gold, findings }
    }))
}
