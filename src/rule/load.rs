//! Rule files into rules: every mistake is a [`Problem`] with its line.

use super::{Check, File, Rule, Template, When, Words};
use crate::finding::{Applicability, Kind, Severity};
use crate::source::{Problem, ProblemLevel};
use serde::Deserialize;
use std::borrow::Cow;
use std::ops::Range;
use std::path::Path;
use toml::Spanned;

/// A rule file as written, without its examples.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct AsWritten {
    id: Spanned<String>,
    kind: Kind,
    severity: Severity,
    #[serde(default = "display")]
    fix: Applicability,
    ko: WordsAsWritten,
    en: Option<WordsAsWritten>,
    check: Spanned<Check>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct WordsAsWritten {
    summary: String,
    why: String,
    message: Spanned<String>,
    differ: Option<Spanned<String>>,
}

fn display() -> Applicability {
    Applicability::Display
}

/// Returns the rules of the `*.toml` files in the folder, by name of the file, or everything that is wrong with them.
pub fn folder(dir: &Path) -> Result<Vec<Rule>, Vec<Problem>> {
    let name = dir.display().to_string();
    let unreadable = |path: &str, e: &std::io::Error| Problem::of_file(path, ProblemLevel::Fatal, e.to_string());
    let entries = std::fs::read_dir(dir).map_err(|e| vec![unreadable(&name, &e)])?;
    let mut paths: Vec<_> = entries.flatten().map(|e| e.path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "toml") && p.is_file());
    paths.sort();
    if paths.is_empty() {
        return Err(vec![Problem::of_file(&name, ProblemLevel::Fatal, "no rule file (*.toml) in this folder")]);
    }
    let mut rules: Vec<Rule> = Vec::new();
    let mut problems = Vec::new();
    for path in paths {
        let shown = path.display().to_string();
        match std::fs::read_to_string(&path) {
            Err(e) => problems.push(unreadable(&shown, &e)),
            Ok(text) => match rule(&shown, text.into()).and_then(|r| r.examples().map(|_| r)) {
                Err(problem) => problems.push(problem),
                Ok(rule) => match rules.iter().find(|r| r.id == rule.id) {
                    Some(first) => problems.push(Problem::of_file(
                        &shown,
                        ProblemLevel::Fatal,
                        format!("rule `{}` is in {} already", rule.id, first.file.path),
                    )),
                    None => rules.push(rule),
                },
            },
        }
    }
    if problems.is_empty() { Ok(rules) } else { Err(problems) }
}

/// Returns the rule that the text of a rule file describes; its examples are left for [`Rule::examples`].
pub fn rule(path: &str, text: Cow<'static, str>) -> Result<Rule, Problem> {
    let examples_at = examples_at(&text);
    let written: AsWritten = match toml::from_str(&text[..examples_at]) {
        Ok(written) => written,
        Err(e) => return Err(Problem::of_toml(path, &text, 0, &e)),
    };
    let fatal = |range: Range<usize>, message: String| Problem::at(path, &text, range, ProblemLevel::Fatal, message);

    let id = written.id.get_ref();
    if id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return Err(fatal(written.id.span(), format!("rule name `{id}`: expected small letters, digits and `-`")));
    }
    let (at, check) = (written.check.span(), written.check.into_inner());
    if let Err((span, message)) = fits(&check, written.kind) {
        return Err(fatal(span.unwrap_or(at), message));
    }
    let words = |w: WordsAsWritten| -> Result<Words, Problem> {
        let template = |s: Spanned<String>| {
            Template::parse(s.get_ref()).map_err(|e| fatal(inside(&text, s.span(), s.get_ref(), e.bytes), e.message))
        };
        Ok(Words {
            summary: w.summary,
            why: w.why.trim().to_owned(),
            message: template(w.message)?,
            differ: w.differ.map(template).transpose()?,
        })
    };
    let (ko, en) = (words(written.ko)?, written.en.map(words).transpose()?);
    Ok(Rule {
        id: written.id.into_inner(),
        kind: written.kind,
        severity: written.severity,
        fix: written.fix,
        ko,
        en,
        check,
        file: File { path: path.to_owned(), text, examples_at },
    })
}

/// Returns the byte at which the line of the first `[[example]]` begins, or the length of the text.
fn examples_at(text: &str) -> usize {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with("[[example]]") {
            return at;
        }
        at += line.len();
    }
    at
}

/// Returns the bytes of a file that the bytes `part` of a string stand for, where the string is written as it is.
fn inside(text: &str, literal: Range<usize>, string: &str, part: Range<usize>) -> Range<usize> {
    match text[literal.clone()].find(string) {
        Some(at) => literal.start + at + part.start..literal.start + at + part.end,
        None => literal,
    }
}

/// Returns why a check cannot serve a kind, and where, if it is not the check as a whole.
fn fits(check: &Check, kind: Kind) -> Result<(), (Option<Range<usize>>, String)> {
    use Kind::{
        Count, Date, Gloss, Measure, Money, Ordinal, OrgName, Particle, Percent, PersonName, PersonTitle, PlaceName,
        Polarity, Quote, Sum, Term, Time, Weekday,
    };
    let (name, kinds): (_, &[Kind]) = match check {
        Check::Compare(_) => ("compare", &[Date, Time, Money, Count, Percent, Measure, Ordinal]),
        Check::Name(_) => ("name", &[PersonName, PlaceName, OrgName]),
        Check::Role(_) => ("role", &[PersonTitle]),
        Check::Wording(_) => ("wording", &[Term]),
        Check::Spelling(_) => ("spelling", &[Term]),
        Check::Quote(_) => ("quote", &[Quote]),
        Check::Polarity(_) => ("polarity", &[Polarity]),
        Check::Usage(_) => ("usage", &[Polarity]),
        Check::Particle(_) => ("particle", &[Particle]),
        Check::Weekday(_) => ("weekday", &[Weekday]),
        Check::Sum(_) => ("sum", &[Sum]),
        Check::Gloss(_) => ("gloss", &[Gloss]),
    };
    if !kinds.contains(&kind) {
        let names: Vec<String> = kinds.iter().map(|k| format!("`{}`", k.name())).collect();
        return Err((None, format!("check `{name}` finds kind {}, not `{}`", names.join(", "), kind.name())));
    }
    if let Check::Usage(usage) = check
        && let Some(frame) = usage.frame.iter().find(|f| f.wrong.len() != f.right.len())
    {
        return Err((None, format!("a frame has {} wrong and {} right words", frame.wrong.len(), frame.right.len())));
    }
    let Check::Compare(compare) = check else { return Ok(()) };
    let Some(last) = compare.level.last() else { return Ok(()) };
    for (i, level) in compare.level.iter().enumerate() {
        let at = |message: String| Err((Some(level.span.clone()), message));
        if !(0.0..=1.0).contains(&level.weight) {
            return at(format!("weight {} is not from 0 to 1", level.weight));
        }
        let (name, kinds): (_, &[Kind]) = match &level.when {
            When::Equal => continue,
            When::Else if i + 1 < compare.level.len() => {
                return Err((Some(compare.level[i + 1].span.clone()), "a level after `else` never decides".to_owned()));
            }
            When::Else => continue,
            When::Rounds(_) => ("rounds", &[Date, Time, Money, Count, Percent, Measure]),
            When::FactorOf(_) => ("factor-of", &[Money, Count, Percent, Measure]),
            When::DigitSlip => continue,
            When::OtherUnit => ("other-unit", &[Money, Percent, Measure, Time]),
        };
        if !kinds.contains(&kind) {
            return at(format!("`{name}` says nothing of kind `{}`", kind.name()));
        }
    }
    if last.when != When::Else {
        return Err((Some(last.span.clone()), "the last level must be `when = \"else\"`".to_owned()));
    }
    Ok(())
}
