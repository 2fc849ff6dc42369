//! Examples: each rule file's own tests, and the specification of what it finds.
//!
//! The articles of an example are of one event. `{wrong|right}` is a text that must be reported, with what is expected
//! instead; `{one}` in several articles is a disagreement of which one side must be reported and nobody is right.
//! An example without braces must be silent.

use super::{Rule, RuleSet};
use crate::finding::{Finding, Stance};
use crate::source::{Article, Loc, Problem, ProblemLevel, Sources, Span, Stamp};
use serde::Deserialize;
use std::fmt;
use std::ops::Range;
use toml::Spanned;

/// One example of a rule file.
#[derive(Clone, PartialEq, Debug)]
pub struct Example {
    /// The one reason for it.
    pub say: String,
    /// The articles, all of one event.
    pub articles: Vec<Telling>,
    /// Where it stands in its file, in bytes.
    pub span: Range<usize>,
}

/// One article of an example.
#[derive(Clone, PartialEq, Debug)]
pub struct Telling {
    /// The outlet.
    pub outlet: String,
    /// The day and time of publication.
    pub published: Option<Stamp>,
    /// The text with the wrong sides.
    pub text: String,
    /// The text with the right sides.
    pub right: String,
    /// Bytes of `text` that are the headline; empty where there is none.
    pub title: Span,
    /// What must be reported.
    pub marks: Vec<Mark>,
}

/// A text that must be reported.
#[derive(Clone, PartialEq, Debug)]
pub struct Mark {
    /// Where it stands in the text.
    pub span: Span,
    /// What is expected instead, any of these; empty where the sources only differ.
    pub right: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct ExamplesAsWritten {
    #[serde(default)]
    example: Vec<Spanned<AsWritten>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct AsWritten {
    say: String,
    articles: Vec<Spanned<String>>,
    /// One for each article; invented ones where there are none.
    #[serde(default)]
    outlets: Vec<String>,
    /// One for all articles, or one for each: `2024-07-30` or `2024-07-30T11:17`.
    #[serde(default)]
    published: Vec<Spanned<String>>,
    /// One headline for each article.
    #[serde(default)]
    titles: Vec<String>,
}

/// Outlets of examples that name none.
const OUTLETS: [&str; 8] =
    ["가람일보", "나루신문", "다솔뉴스", "라온통신", "마루경제", "바다방송", "소담일보", "아람뉴스"];

impl Rule {
    /// Returns the examples of the rule's file, or what is wrong with the first that cannot be read.
    pub fn examples(&self) -> Result<Vec<Example>, Problem> {
        let offset = self.file.examples_at;
        let written: ExamplesAsWritten = toml::from_str(&self.file.text[offset..])
            .map_err(|e| Problem::of_toml(&self.file.path, &self.file.text, offset, &e))?;
        written.example.into_iter().map(|e| self.example(offset, e)).collect()
    }

    fn example(&self, offset: usize, written: Spanned<AsWritten>) -> Result<Example, Problem> {
        let shift = |s: Range<usize>| s.start + offset..s.end + offset;
        let fatal = |span: Range<usize>, message: &str| {
            Problem::at(&self.file.path, &self.file.text, shift(span), ProblemLevel::Fatal, message)
        };
        let span = written.span();
        let written = written.into_inner();
        let count = written.articles.len();
        if count == 0 {
            return Err(fatal(span, "an example needs an article"));
        }
        if count > OUTLETS.len() && written.outlets.is_empty() {
            return Err(fatal(span, "an example of so many articles must name their `outlets`"));
        }
        if !(written.outlets.is_empty() || written.outlets.len() == count) {
            return Err(fatal(span, "`outlets` must name one outlet for each article"));
        }
        if !(written.titles.is_empty() || written.titles.len() == count) {
            return Err(fatal(span, "`titles` must hold one headline for each article"));
        }
        if !matches!(written.published.len(), 0 | 1) && written.published.len() != count {
            return Err(fatal(span, "`published` must hold one day for all articles, or one for each"));
        }
        let mut articles = Vec::new();
        for (i, marked) in written.articles.iter().enumerate() {
            let published = match written.published.get(i).or(written.published.first()) {
                None => None,
                Some(day) => Some(
                    stamp(day.get_ref())
                        .ok_or_else(|| fatal(day.span(), "expected `2024-07-30` or `2024-07-30T11:17`"))?,
                ),
            };
            let title = written.titles.get(i).map_or("", String::as_str);
            let mut telling = Telling {
                outlet: written.outlets.get(i).map_or(OUTLETS[i % OUTLETS.len()], String::as_str).to_owned(),
                published,
                text: String::new(),
                right: String::new(),
                title: Span::new(0, 0),
                marks: Vec::new(),
            };
            telling.read(title).map_err(|m| fatal(span.clone(), m))?;
            if !title.is_empty() {
                telling.title = Span::new(0, telling.text.len());
                telling.read("\n\n").map_err(|m| fatal(span.clone(), m))?;
            }
            telling.read(marked.get_ref()).map_err(|m| fatal(marked.span(), m))?;
            articles.push(telling);
        }
        Ok(Example { say: written.say, articles, span: shift(span) })
    }

    /// Returns the problem that a failed example is, at its line.
    pub fn example_problem(&self, example: &Example, trial: &Trial) -> Problem {
        let head = example.span.start..example.span.start + "[[example]]".len();
        let message = format!("{}: example “{}”", trial.outcome.name(), example.say);
        Problem::at(&self.file.path, &self.file.text, head, ProblemLevel::Fatal, message).with_help(format!(
            "wanted {}, got {}",
            list(&trial.wanted),
            list(&trial.got)
        ))
    }
}

impl Telling {
    /// Returns the text with each mark as `show` writes its wrong side and what is expected.
    pub fn marked(&self, show: impl Fn(&str, &[String]) -> String) -> String {
        let mut out = String::new();
        let mut at = 0;
        for mark in &self.marks {
            out.push_str(&self.text[at..mark.span.start()]);
            out.push_str(&show(mark.span.of(&self.text), &mark.right));
            at = mark.span.end();
        }
        out.push_str(&self.text[at..]);
        out
    }

    /// Adds marked text.
    fn read(&mut self, marked: &str) -> Result<(), &'static str> {
        let mut rest = marked;
        while let Some(open) = rest.find(['{', '}']) {
            if rest[open..].starts_with('}') {
                return Err("`}` without `{`");
            }
            let Some(close) = rest[open..].find('}').map(|i| open + i) else { return Err("`{` without `}`") };
            self.text.push_str(&rest[..open]);
            self.right.push_str(&rest[..open]);
            let mut sides = rest[open + 1..close].split('|');
            let wrong = sides.next().unwrap_or_default();
            if wrong.is_empty() {
                return Err("`{}` holds no text that could be reported");
            }
            let right: Vec<String> = sides.map(str::to_owned).collect();
            let start = self.text.len();
            self.text.push_str(wrong);
            self.right.push_str(right.first().map_or(wrong, String::as_str));
            self.marks.push(Mark { span: Span::new(start, self.text.len()), right });
            rest = &rest[close + 1..];
        }
        self.text.push_str(rest);
        self.right.push_str(rest);
        Ok(())
    }
}

fn stamp(text: &str) -> Option<Stamp> {
    match text.parse::<jiff::civil::DateTime>() {
        Ok(moment) if text.contains('T') => {
            Some(Stamp { date: moment.date(), time: Some(moment.time()), offset: Some(9 * 60) })
        }
        _ => Some(Stamp { date: text.parse().ok()?, time: None, offset: None }),
    }
}

impl Example {
    /// Returns whether something must be reported.
    pub fn is_loud(&self) -> bool {
        self.articles.iter().any(|a| !a.marks.is_empty())
    }

    /// Returns the articles as a run sees them, with the wrong sides.
    pub fn sources(&self) -> Sources {
        let mut sources = Sources::new();
        for (i, telling) in self.articles.iter().enumerate() {
            let mut article =
                Article::plain(&format!("{}-{}.md", i + 1, telling.outlet), &telling.outlet, &telling.text);
            article.published = telling.published;
            if !telling.title.is_empty() {
                article.title = Some(telling.title);
            }
            sources.push(article);
        }
        sources
    }
}

/// How an example came out, in ast-grep's words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TrialOutcome {
    /// Everything that must be reported was, and nothing else.
    Reported,
    /// Nothing was to be reported, and nothing was.
    Silent,
    /// Something was reported that must not be.
    Noisy,
    /// Something was not reported, or with another expected value.
    Missing,
}

impl TrialOutcome {
    /// Returns `reported`, `silent`, `noisy` or `missing`.
    pub fn name(self) -> &'static str {
        match self {
            TrialOutcome::Reported => "reported",
            TrialOutcome::Silent => "silent",
            TrialOutcome::Noisy => "noisy",
            TrialOutcome::Missing => "missing",
        }
    }
}

/// What became of an example.
#[derive(Clone, PartialEq, Debug)]
pub struct Trial {
    /// How it came out.
    pub outcome: TrialOutcome,
    /// What was wanted and not got, as `{wrong|right}`.
    pub wanted: Vec<String>,
    /// What was got and not wanted, likewise.
    pub got: Vec<String>,
}

impl fmt::Display for Trial {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "  wanted: {}", list(&self.wanted))?;
        write!(f, "  got:    {}", list(&self.got))
    }
}

fn list(marks: &[String]) -> String {
    if marks.is_empty() { "nothing".to_owned() } else { marks.join(" ") }
}

/// Runs the rules on articles that are known to tell of one event; `rule` cannot know `check`, so it is handed in.
pub type Checker<'a> = dyn Fn(&Sources, &RuleSet) -> Vec<Finding> + 'a;

/// Returns what the rule of that name makes of an example; with no name, what all rules make of it.
pub fn run(example: &Example, rule: Option<&str>, rules: &RuleSet, check: &Checker<'_>) -> Trial {
    let sources = example.sources();
    let mut findings = check(&sources, rules);
    findings.retain(|f| rule.is_none_or(|id| f.rule == id));
    judge(example, &sources, &findings)
}

/// Returns how the findings compare with the marks of the example.
pub fn judge(example: &Example, sources: &Sources, findings: &[Finding]) -> Trial {
    let marks: Vec<(Loc, &Mark)> = sources
        .articles()
        .iter()
        .zip(&example.articles)
        .flat_map(|(a, t)| t.marks.iter().map(|m| (Loc { article: a.id, span: m.span }, m)))
        .collect();
    let mut met = vec![false; marks.len()];
    let mut got = Vec::new();
    for finding in findings {
        let mut known = false;
        for (i, (at, mark)) in marks.iter().enumerate() {
            let here = finding.at.overlaps(*at);
            known |= if mark.right.is_empty() {
                let side = |e: &crate::finding::Evidence| e.stance == Stance::Conflicts && e.at.overlaps(*at);
                let hit = here || finding.evidence.iter().any(side);
                met[i] |= hit;
                hit
            } else {
                let hit = here && mark.right.iter().any(|r| finding.expected.iter().any(|e| same(e, r)));
                met[i] |= hit;
                hit
            };
        }
        if !known {
            got.push(format!("{{{}|{}}}", sources.slice(finding.at), finding.expected.join("|")));
        }
    }
    // Of a disagreement one reported side is enough.
    let disputed = marks.iter().zip(&met).any(|((_, m), met)| m.right.is_empty() && *met);
    let wanted: Vec<String> = marks
        .iter()
        .zip(&met)
        .filter(|((_, m), met)| !(**met || disputed && m.right.is_empty()))
        .map(|((at, m), _)| match m.right.as_slice() {
            [] => format!("{{{}}}", sources.slice(*at)),
            right => format!("{{{}|{}}}", sources.slice(*at), right.join("|")),
        })
        .collect();
    let outcome = match (wanted.is_empty(), got.is_empty(), marks.is_empty()) {
        (false, _, _) => TrialOutcome::Missing,
        (_, false, _) => TrialOutcome::Noisy,
        (_, _, true) => TrialOutcome::Silent,
        _ => TrialOutcome::Reported,
    };
    Trial { outcome, wanted, got }
}

/// Returns whether one is the other or a part of it, white space aside: a rule may report more of a value than an
/// example marks (`1조 9500억원` for `9500억원`).
fn same(a: &str, b: &str) -> bool {
    let squeeze = |s: &str| s.split_whitespace().collect::<String>();
    let (a, b) = (squeeze(a), squeeze(b));
    a.contains(&b) || b.contains(&a)
}
