//! `factdiff rules`: list the rules, show a rule's file, run the examples of a folder's rules.

use super::args::{RulesAction, Table};
use super::output::Screen;
use super::{Exit, input};
use crate::finding::Lang;
use crate::rule::example::{self, Example, TrialOutcome};
use crate::rule::{Rule, RuleSet};
use crate::source::Problem;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr as _;

/// Runs the command.
pub(super) fn run(action: &RulesAction, screen: &Screen) -> Result<Exit, Exit> {
    match action {
        RulesAction::List { format, rules } => {
            let rules = input::rules(rules.as_deref(), screen)?;
            screen.print(|out| match format {
                Table::Text => list(&rules, screen.lang, out),
                Table::Markdown => markdown(&rules, screen.lang, out),
            })?;
            Ok(Exit::Clean)
        }
        RulesAction::Show { id, rules } => {
            let rules = input::rules(rules.as_deref(), screen)?;
            let rule = input::rule(&rules, id, screen)?;
            screen.print(|out| out.write_all(rule.file.text.as_bytes()))?;
            Ok(Exit::Clean)
        }
        RulesAction::Test { dir } => {
            let (rules, own) = match dir {
                None => {
                    let rules = input::embedded(screen);
                    let all = rules.rules.iter().map(|r| r.id.clone()).collect();
                    (rules, all)
                }
                Some(dir) => input::extended(dir, screen)?,
            };
            test(&rules, &own, screen)
        }
    }
}

/// Writes one line a rule, for a terminal.
fn list(rules: &RuleSet, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let width = rules.rules.iter().map(|r| r.id.width()).max().unwrap_or(0);
    for rule in &rules.rules {
        let severity = rule.severity.name();
        writeln!(out, "{:width$}  {severity:7}  {}", rule.id, rule.words(lang).summary)?;
    }
    Ok(())
}

/// Writes the rules as a reference page.
fn markdown(rules: &RuleSet, lang: Lang, out: &mut dyn Write) -> io::Result<()> {
    let (title, head, wrong, right) = match lang {
        Lang::Ko => ("규칙", "| 규칙 | 종류 | 심각도 | 고침 | 무엇을 찾나 |", "지적한다", "지적하지 않는다"),
        Lang::En => ("Rules", "| rule | kind | severity | fix | finds |", "reported", "not reported"),
    };
    writeln!(out, "# {title}\n\n{head}\n|---|---|---|---|---|")?;
    for rule in &rules.rules {
        let (id, kind, severity) = (&rule.id, rule.kind.name(), rule.severity.name());
        let summary = &rule.words(lang).summary;
        writeln!(out, "| [{id}](#{id}) | {kind} | {severity} | {} | {summary} |", rule.fix.name())?;
    }
    for rule in &rules.rules {
        let words = rule.words(lang);
        writeln!(out, "\n## {}\n\n{}\n", rule.id, words.why)?;
        let examples = rule.examples().map_err(io::Error::other)?;
        for (loud, name) in [(true, wrong), (false, right)] {
            for example in examples.iter().filter(|e| e.is_loud() == loud) {
                writeln!(out, "- {name}: {}", example.say)?;
                for telling in &example.articles {
                    let text = telling.marked(|wrong, right| match right.first() {
                        Some(right) => format!("~~{wrong}~~ **{right}**"),
                        None => format!("**{wrong}**"),
                    });
                    writeln!(out, "  > {}  ", text.split_whitespace().collect::<Vec<_>>().join(" "))?;
                }
            }
        }
    }
    Ok(())
}

/// Runs the examples of the rules of these names and says how they came out.
fn test(rules: &RuleSet, own: &[String], screen: &Screen) -> Result<Exit, Exit> {
    let (mut good, mut failed) = ([0, 0], 0);
    for rule in rules.rules.iter().filter(|r| own.contains(&r.id)) {
        for (_, trial) in trials(rule, rules).map_err(|p| refuse(&[p], screen))? {
            match trial {
                Ok(TrialOutcome::Silent) => good[1] += 1,
                Ok(_) => good[0] += 1,
                Err(problem) => {
                    screen.problem(&problem);
                    failed += 1;
                }
            }
        }
    }
    let [reported, silent] = good;
    let count = own.len();
    screen.print(|out| match screen.lang {
        Lang::Ko => {
            writeln!(
                out,
                "규칙 {count}개, 예문: 지적해야 할 것 {reported}개·조용해야 할 것 {silent}개 통과, {failed}개 실패"
            )
        }
        Lang::En => writeln!(out, "{count} rules; examples: {reported} reported, {silent} silent, {failed} failed"),
    })?;
    Ok(if failed == 0 { Exit::Clean } else { Exit::Findings })
}

/// An example and how it came out, or the problem that it is.
type Tried = (Example, Result<TrialOutcome, Problem>);

/// Returns what the rule makes of each of its examples.
pub(super) fn trials(rule: &Rule, rules: &RuleSet) -> Result<Vec<Tried>, Problem> {
    let try_one = |example: Example| {
        let trial = example::run(&example, Some(&rule.id), rules, &crate::check_event);
        let outcome = match trial.outcome {
            TrialOutcome::Reported | TrialOutcome::Silent => Ok(trial.outcome),
            TrialOutcome::Noisy | TrialOutcome::Missing => Err(rule.example_problem(&example, &trial)),
        };
        (example, outcome)
    };
    Ok(rule.examples()?.into_iter().map(try_one).collect())
}

/// Prints the problems; returns the exit code they mean.
pub(super) fn refuse(problems: &[Problem], screen: &Screen) -> Exit {
    problems.iter().for_each(|p| screen.problem(p));
    Exit::Failed
}
