//! Rules and findings as `[rules.ID]` and `[[path]]` of `factdiff.toml` want them.

use super::config::{self, RuleSetting, Settings};
use crate::finding::Finding;
use crate::rule::{Check, Rule, RuleSet};
use crate::source::{Problem, ProblemLevel, Sources, nearest};
use std::ops::Range;

/// Switches rules off and changes their severity and parameters, or returns everything that names no rule or parameter.
pub(super) fn rules(rules: &mut RuleSet, settings: &Settings) -> Result<(), Vec<Problem>> {
    let path = settings.file.as_deref().map(config::shown).unwrap_or_default();
    let wrong = |at: &Range<usize>, message: String, name: Option<&str>| {
        let problem = Problem::at(&path, &settings.text, at.clone(), ProblemLevel::Fatal, message);
        match name {
            Some(name) => problem.with_help(format!("did you mean `{name}`?")),
            None => problem,
        }
    };
    let mut problems = Vec::new();
    for setting in &settings.rules {
        let ids = rules.rules.iter().map(|r| r.id.as_str());
        let near = nearest(&setting.id, ids).map(str::to_owned);
        let Some(rule) = rules.rules.iter_mut().find(|r| r.id == setting.id) else {
            problems.push(wrong(&setting.at, format!("there is no rule `{}`", setting.id), near.as_deref()));
            continue;
        };
        rule.severity = setting.severity.unwrap_or(rule.severity);
        match tuned(rule, setting) {
            Ok(check) => rule.check = check,
            Err((at, message, near)) => problems.push(wrong(&at, message, near.as_deref())),
        }
    }
    rules.rules.retain(|r| settings.rules.iter().all(|s| s.id != r.id || s.enabled));
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// What is wrong: where, why, and the nearest right name.
type Wrong = (Range<usize>, String, Option<String>);

/// Returns the check of a rule with the parameters of the settings in place of its own.
fn tuned(rule: &Rule, setting: &RuleSetting) -> Result<Check, Wrong> {
    let mut check = rule.check.clone();
    for (name, value, at) in &setting.parameters {
        check = with_parameter(rule, check, name, value).map_err(|(message, near)| (at.clone(), message, near))?;
    }
    Ok(check)
}

/// Returns the check with one parameter changed, or why not and the nearest right name.
fn with_parameter(
    rule: &Rule,
    check: Check,
    name: &str,
    value: &toml::Value,
) -> Result<Check, (String, Option<String>)> {
    let whole = || match value.as_integer() {
        Some(n) if (0..=1000).contains(&n) => Ok(n as usize),
        _ => Err((format!("`{name}` is a whole number"), None)),
    };
    let share = || match value.as_float().or(value.as_integer().map(|n| n as f64)) {
        Some(p) if (0.0..=1.0).contains(&p) => Ok(p as f32),
        _ => Err((format!("`{name}` is a number from 0 to 1"), None)),
    };
    let unknown = |known: &[&str]| {
        let near = nearest(name, known.iter().copied().chain(["severity", "enabled"])).map(str::to_owned);
        let mut expected: Vec<String> = known.iter().map(|k| format!("`{k}`")).collect();
        expected.extend(["`severity`".to_owned(), "`enabled`".to_owned()]);
        (format!("rule `{}` has no parameter `{name}`, expected one of {}", rule.id, expected.join(", ")), near)
    };
    Ok(match (check, name) {
        (Check::Name(mut c), "jamo-within") => {
            c.jamo_within = whole()?;
            Check::Name(c)
        }
        (Check::Wording(mut c), "jamo-within") => {
            c.jamo_within = whole()?;
            Check::Wording(c)
        }
        (Check::Wording(mut c), "anchors") => {
            c.anchors = whole()?;
            Check::Wording(c)
        }
        (Check::Quote(mut c), "same-share") => {
            c.same_share = share()?;
            Check::Quote(c)
        }
        (Check::Name(_), _) => return Err(unknown(&["jamo-within"])),
        (Check::Wording(_), _) => return Err(unknown(&["jamo-within", "anchors"])),
        (Check::Quote(_), _) => return Err(unknown(&["same-share"])),
        _ => return Err(unknown(&[])),
    })
}

/// Lowers the severity of findings to what `[[path]]` allows in their files.
pub(super) fn severities(findings: &mut [Finding], sources: &Sources, settings: &Settings) {
    for path in &settings.paths {
        let Some(most) = path.severity else { continue };
        for finding in findings.iter_mut() {
            if finding.severity > most && path.files.matches(&sources.article(finding.at.article).path) {
                finding.severity = most;
            }
        }
    }
}
