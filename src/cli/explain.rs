//! `factdiff explain RULE|KIND`: why the rule is there, and examples of what it reports and what it lets pass.

use super::args::ExplainArgs;
use super::output::Screen;
use super::{Exit, input, rules};
use crate::finding::Lang;
use crate::rule::{Example, Rule};
use colored::Colorize as _;
use std::io::{self, Write};

/// Runs the command.
pub(super) fn run(args: &ExplainArgs, screen: &Screen) -> Result<Exit, Exit> {
    let rules = input::rules(args.rules.as_deref(), screen)?;
    // Reports for a terminal name the kind, others the rule.
    let of_kind: Vec<&Rule> = rules.rules.iter().filter(|r| r.kind.name() == args.rule).collect();
    let named = if of_kind.is_empty() { vec![input::rule(&rules, &args.rule, screen)?] } else { of_kind };
    let mut explained = Vec::new();
    for rule in named {
        explained.push((rule, rule.examples().map_err(|p| rules::refuse(&[p], screen))?));
    }
    screen.print(|out| {
        for (n, (rule, examples)) in explained.iter().enumerate() {
            if n > 0 {
                writeln!(out)?;
            }
            explain(rule, examples, screen, out)?;
        }
        Ok(())
    })?;
    Ok(Exit::Clean)
}

fn explain(rule: &Rule, examples: &[Example], screen: &Screen, out: &mut dyn Write) -> io::Result<()> {
    let words = rule.words(screen.lang);
    let paint = |text: &str, style: fn(&str) -> colored::ColoredString| match screen.out.colour {
        true => style(text).to_string(),
        false => text.to_owned(),
    };
    writeln!(out, "{} [{}]", paint(&rule.id, |s| s.bold()), rule.severity.name())?;
    writeln!(out, "{}\n\n{}", words.summary, words.why)?;
    let (loud, silent) = match screen.lang {
        Lang::Ko => ("지적한다", "지적하지 않는다"),
        Lang::En => ("Reported", "Not reported"),
    };
    for (wanted, head) in [(true, loud), (false, silent)] {
        writeln!(out, "\n{}", paint(head, |s| s.bold()))?;
        for example in examples.iter().filter(|e| e.is_loud() == wanted) {
            writeln!(out, "  {}", example.say)?;
            for telling in &example.articles {
                let text = telling.marked(|wrong, right| match right.first() {
                    Some(right) => {
                        format!("{} -> {}", paint(&format!("[{wrong}]"), |s| s.red()), paint(right, |s| s.green()))
                    }
                    None => paint(&format!("[{wrong}]"), |s| s.yellow()),
                });
                writeln!(out, "    {}: {}", telling.outlet, text.split_whitespace().collect::<Vec<_>>().join(" "))?;
            }
        }
    }
    Ok(())
}
