//! Known findings that a run need not report again: `factdiff baseline write|prune`, `check --baseline FILE`.
//!
//! The list only shrinks: `prune` takes out what no longer occurs, and nothing but `write` puts anything in.

use super::args::BaselineArgs;
use super::config::Settings;
use super::desk::Desk;
use super::output::Screen;
use super::{Exit, write};
use crate::finding::{Finding, Lang, fingerprints};
use crate::source::{Problem, ProblemLevel, Sources};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The name of the file where neither flag nor `factdiff.toml` names one.
pub const FILE_NAME: &str = "factdiff-baseline.json";

const SCHEMA: &str = "factdiff.baseline/v1";

/// Known findings, in the order of files and fingerprints.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Baseline {
    entries: BTreeSet<Entry>,
}

/// One known finding. The fingerprint is what counts; the rest is for the person who reads the file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
struct Entry {
    /// The name of the article's file, without its folder.
    file: String,
    fingerprint: String,
    kind: String,
    text: String,
}

#[derive(Serialize, Deserialize)]
struct Written {
    schema: String,
    findings: Vec<Entry>,
}

/// How many findings a baseline knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Known {
    /// Findings of the run that it knows.
    pub found: usize,
    /// Entries for articles of the run that no finding answers to any more.
    pub gone: usize,
}

impl Baseline {
    /// Returns the baseline that knows these findings.
    pub fn of(sources: &Sources, findings: &[Finding]) -> Baseline {
        Baseline { entries: entries(sources, findings).collect() }
    }

    /// Returns the baseline in a file.
    pub fn read(path: &Path) -> Result<Baseline, Problem> {
        let shown = path.display().to_string();
        let fatal = |message: String| Problem::of_file(&shown, ProblemLevel::Fatal, message);
        let text = std::fs::read_to_string(path).map_err(|e| {
            let problem = fatal(format!("cannot be read: {e}"));
            match e.kind() {
                std::io::ErrorKind::NotFound => problem.with_help("`factdiff baseline write` makes it"),
                _ => problem,
            }
        })?;
        Baseline::parse(&text).map_err(fatal)
    }

    fn parse(text: &str) -> Result<Baseline, String> {
        let written: Written = serde_json::from_str(text).map_err(|e| format!("not a baseline: {e}"))?;
        if written.schema != SCHEMA {
            return Err(format!("schema `{}`, expected `{SCHEMA}`", written.schema));
        }
        Ok(Baseline { entries: written.findings.into_iter().collect() })
    }

    /// Returns the baseline in a file, or says what is wrong with it.
    pub(super) fn open(path: &Path, screen: &Screen) -> Result<Baseline, Exit> {
        Baseline::read(path).map_err(|problem| {
            screen.problem(&problem);
            Exit::Failed
        })
    }

    /// Writes the baseline to a file.
    fn save(&self, path: &Path, screen: &Screen) -> Result<(), Exit> {
        write::replace(path, self.to_json().as_bytes()).map_err(|e| {
            screen.problem(&Problem::of_file(&path.display().to_string(), ProblemLevel::Fatal, e.to_string()));
            Exit::Failed
        })
    }

    /// Returns the findings that the baseline does not know, and says how many it does.
    pub(super) fn take_out(&self, sources: &Sources, findings: Vec<Finding>, screen: &Screen) -> Vec<Finding> {
        let (new, Known { found, gone }) = self.unknown(sources, findings);
        let mut said = Vec::new();
        if found > 0 {
            said.push(match screen.lang {
                Lang::Ko => format!("기준선에 있는 지적 {found}건은 보이지 않습니다"),
                Lang::En => format!("{found} known findings of the baseline are not shown"),
            });
        }
        if gone > 0 {
            said.push(match screen.lang {
                Lang::Ko => format!("기준선의 {gone}건은 이제 없습니다: `factdiff baseline prune`으로 지우세요"),
                Lang::En => {
                    format!("{gone} findings of the baseline are gone: `factdiff baseline prune` takes them out")
                }
            });
        }
        said.iter().for_each(|line| screen.note(line));
        new
    }

    /// Returns the file: one finding a line, so that version control shows what came and went.
    fn to_json(&self) -> String {
        let lines: Vec<String> =
            self.entries.iter().filter_map(|e| serde_json::to_string(e).ok()).map(|e| format!("    {e}")).collect();
        let body = if lines.is_empty() { String::new() } else { format!("\n{}\n  ", lines.join(",\n")) };
        format!("{{\n  \"schema\": \"{SCHEMA}\",\n  \"findings\": [{body}]\n}}\n")
    }

    /// Returns the findings that the baseline does not know, and how many it does.
    pub fn unknown(&self, sources: &Sources, findings: Vec<Finding>) -> (Vec<Finding>, Known) {
        let now: BTreeSet<Entry> = entries(sources, &findings).collect();
        let known = |print: &str| self.entries.iter().any(|e| e.fingerprint == print);
        let before = findings.len();
        let prints = fingerprints(sources, &findings);
        let new: Vec<Finding> = findings.into_iter().zip(&prints).filter(|(_, p)| !known(p)).map(|(f, _)| f).collect();
        let gone = self.entries.len() - self.left(sources, &now).count();
        let found = before - new.len();
        (new, Known { found, gone })
    }

    /// Returns the baseline without the entries that no finding answers to; entries for articles that the run did not
    /// read stay.
    pub fn pruned(&self, sources: &Sources, findings: &[Finding]) -> Baseline {
        let now: BTreeSet<Entry> = entries(sources, findings).collect();
        Baseline { entries: self.left(sources, &now).cloned().collect() }
    }

    fn left<'b>(&'b self, sources: &'b Sources, now: &'b BTreeSet<Entry>) -> impl Iterator<Item = &'b Entry> {
        let read: BTreeSet<&str> = sources.articles().iter().filter(|a| !a.peer).map(|a| file_name(&a.path)).collect();
        self.entries
            .iter()
            .filter(move |e| !read.contains(e.file.as_str()) || now.iter().any(|n| n.fingerprint == e.fingerprint))
    }

    /// Returns the number of known findings.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Returns whether no finding is known.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// `factdiff baseline write`: the list is what the articles have now.
pub(super) fn write(args: &BaselineArgs, settings: Settings, screen: &Screen) -> Result<Exit, Exit> {
    let file = file(args, &settings);
    let (desk, sources) = Desk::open(&args.input, settings, screen)?;
    let baseline = Baseline::of(&sources, &desk.check(&sources).findings);
    baseline.save(&file, screen)?;
    let (n, file) = (baseline.len(), file.display());
    screen.note(&match screen.lang {
        Lang::Ko => format!("지적 {n}건을 {file}에 적었습니다"),
        Lang::En => format!("wrote {n} findings to {file}"),
    });
    Ok(Exit::Clean)
}

/// `factdiff baseline prune`: the list loses what the articles no longer have.
pub(super) fn prune(args: &BaselineArgs, settings: Settings, screen: &Screen) -> Result<Exit, Exit> {
    let file = file(args, &settings);
    let old = Baseline::open(&file, screen)?;
    let (desk, sources) = Desk::open(&args.input, settings, screen)?;
    let new = old.pruned(&sources, &desk.check(&sources).findings);
    let gone = old.len() - new.len();
    if gone > 0 {
        new.save(&file, screen)?;
    }
    let (left, file) = (new.len(), file.display());
    screen.note(&match screen.lang {
        Lang::Ko => format!("{file}에서 {gone}건을 지워 {left}건이 남았습니다"),
        Lang::En => format!("took {gone} findings out of {file}, {left} are left"),
    });
    Ok(Exit::Clean)
}

/// Returns the file of the list: the flag's, that of the settings, or the usual one.
fn file(args: &BaselineArgs, settings: &Settings) -> PathBuf {
    args.baseline.clone().or_else(|| settings.baseline.clone()).unwrap_or_else(|| PathBuf::from(FILE_NAME))
}

fn entries<'a>(sources: &'a Sources, findings: &'a [Finding]) -> impl Iterator<Item = Entry> + 'a {
    findings.iter().zip(fingerprints(sources, findings)).map(|(f, fingerprint)| Entry {
        file: file_name(&sources.article(f.at.article).path).to_owned(),
        fingerprint,
        kind: f.kind.name().to_owned(),
        text: sources.slice(f.at).to_owned(),
    })
}

fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Article, Loc, Span};

    fn run(files: &[(&str, &str)], word: &str) -> (Sources, Vec<Finding>) {
        let mut sources = Sources::new();
        let mut findings = Vec::new();
        for (path, text) in files {
            let article = sources.push(Article::plain(path, "가람일보", text));
            findings.extend(
                text.match_indices(word)
                    .map(|(i, w)| Finding::of_name(Loc { article, span: Span::new(i, i + w.len()) })),
            );
        }
        (sources, findings)
    }

    #[test]
    fn it_knows_what_it_was_told_after_edits_elsewhere() {
        let (sources, findings) = run(&[("a.md", "이금비 작가다.\n\n이금비 씨가 왔다.")], "이금비");
        let baseline = Baseline::of(&sources, &findings);
        let read_back = Baseline::parse(&baseline.to_json()).unwrap();
        assert_eq!(read_back, baseline);
        let edited = "새 문단이다.\n\n이금비 작가다.\n\n이금비 씨가 갔다.";
        let (sources, findings) = run(&[("new/a.md", edited)], "이금비");
        let (new, known) = baseline.unknown(&sources, findings);
        assert_eq!((new.len(), known), (1, Known { found: 1, gone: 1 }));
        assert!(sources.slice(new[0].at) == "이금비" && new[0].at.span.start() > 40);
    }

    #[test]
    fn pruning_only_takes_out_and_only_what_was_looked_at() {
        let (sources, findings) = run(&[("a.md", "이금비 작가다."), ("b.md", "이금비 작가다.")], "이금비");
        let baseline = Baseline::of(&sources, &findings);
        assert_eq!(baseline.len(), 2);
        // a.md was mended and has another finding now; b.md was not read.
        let (sources, findings) = run(&[("a.md", "이금미 작가다. 새로 이금비 씨다.")], "이금비");
        let pruned = baseline.pruned(&sources, &findings);
        assert_eq!(pruned.entries.iter().map(|e| e.file.as_str()).collect::<Vec<_>>(), ["b.md"]);
    }

    #[test]
    fn the_file_is_one_finding_a_line() {
        assert_eq!(
            Baseline::default().to_json(),
            "{\n  \"schema\": \"factdiff.baseline/v1\",\n  \"findings\": []\n}\n"
        );
        let (sources, findings) = run(&[("a.md", "이금비")], "이금비");
        assert_eq!(Baseline::of(&sources, &findings).to_json().lines().count(), 6);
        assert!(Baseline::parse("{\"schema\": \"x\", \"findings\": []}").unwrap_err().contains("expected"));
    }
}
