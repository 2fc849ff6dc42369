//! The rule files: they load, their examples come out as marked, and what is wrong with a rule file is said at its line.
#![allow(clippy::unwrap_used)] // A test that cannot go on has failed.

use factdiff::finding::Lang;
use factdiff::rule::example::{self, Example, TrialOutcome};
use factdiff::rule::{Rule, RuleSet, load};
use factdiff::source::{ArticleId, Problem, Sources};
use std::collections::BTreeSet;

fn line(rule: &Rule, example: &Example) -> usize {
    rule.file.text[..example.span.start].matches('\n').count() + 1
}

fn examples(rule: &Rule) -> Vec<Example> {
    rule.examples().unwrap_or_else(|problem| panic!("{problem}"))
}

#[test]
fn the_list_of_embedded_files_is_the_folder() {
    let folder: BTreeSet<String> = std::fs::read_dir("rules")
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "toml"))
        .map(|p| p.to_str().unwrap().to_owned())
        .collect();
    let rules = RuleSet::embedded().rules;
    assert_eq!(rules.iter().map(|r| r.file.path.clone()).collect::<BTreeSet<_>>(), folder);
    for rule in &rules {
        assert_eq!(rule.file.path, format!("rules/{}.toml", rule.id), "a file has the name of its rule");
        assert_eq!(rule.file.text, std::fs::read_to_string(&rule.file.path).unwrap());
    }
}

#[test]
fn every_rule_speaks_both_languages_and_has_both_sorts_of_example() {
    for rule in &RuleSet::embedded().rules {
        assert_ne!(rule.words(Lang::Ko), rule.words(Lang::En), "{} has no English", rule.id);
        let (loud, silent): (Vec<_>, Vec<_>) = examples(rule).into_iter().partition(Example::is_loud);
        assert!(!loud.is_empty() && !silent.is_empty(), "{}: {} loud, {} silent", rule.id, loud.len(), silent.len());
        let reasons: BTreeSet<_> = loud.iter().chain(&silent).map(|e| &e.say).collect();
        assert_eq!(reasons.len(), loud.len() + silent.len(), "{}: one reason twice", rule.id);
    }
}

#[test]
fn every_example_comes_out_as_marked() {
    let rules = RuleSet::embedded();
    let mut failures = Vec::new();
    for rule in &rules.rules {
        for example in examples(rule) {
            let trial = example::run(&example, Some(&rule.id), &rules, &factdiff::check_event);
            if matches!(trial.outcome, TrialOutcome::Noisy | TrialOutcome::Missing) {
                failures.push(format!(
                    "{}:{}: {}: {}\n{trial}",
                    rule.file.path,
                    line(rule, &example),
                    trial.outcome.name(),
                    example.say
                ));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

#[test]
fn every_rule_is_silent_on_the_silent_examples_of_every_file() {
    let rules = RuleSet::embedded();
    let mut failures = Vec::new();
    for rule in &rules.rules {
        for example in examples(rule).iter().filter(|e| !e.is_loud()) {
            let trial = example::run(example, None, &rules, &factdiff::check_event);
            if trial.outcome != TrialOutcome::Silent {
                failures.push(format!("{}:{}: {}\n{trial}", rule.file.path, line(rule, example), example.say));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

/// Fixing an example gives the right sides, and a second run on them finds nothing.
#[test]
fn every_fix_gives_the_right_text_and_then_silence() {
    let rules = RuleSet::embedded();
    let mut failures = Vec::new();
    for rule in &rules.rules {
        for example in examples(rule).iter().filter(|e| e.is_loud()) {
            if example.articles.iter().flat_map(|a| &a.marks).any(|m| m.right.is_empty()) {
                continue; // Where nobody is right there is nothing to mend.
            }
            let sources = example.sources();
            let mut findings = factdiff::check_event(&sources, &rules);
            findings.retain(|f| f.rule == rule.id);
            if findings.iter().all(|f| f.fix.is_none()) {
                continue; // Where the sources only differ nobody knows the right text.
            }
            let mut mended = example.clone();
            for (i, telling) in mended.articles.iter_mut().enumerate() {
                let mut edits: Vec<_> = findings
                    .iter()
                    .filter_map(|f| f.fix.as_ref())
                    .flat_map(|f| &f.edits)
                    .filter(|e| e.at.article == ArticleId(i as u32))
                    .collect();
                edits.sort_by_key(|e| std::cmp::Reverse(e.at));
                for edit in edits {
                    telling.text.replace_range(edit.at.span.range(), &edit.text);
                }
                if telling.text != telling.right && telling.marks.iter().all(|m| m.right.len() == 1) {
                    failures.push(format!(
                        "{}:{}: {}\n  wanted: {}\n  got:    {}",
                        rule.file.path,
                        line(rule, example),
                        example.say,
                        telling.right,
                        telling.text
                    ));
                }
                telling.marks.clear();
            }
            let trial = example::run(&mended, None, &rules, &factdiff::check_event);
            if trial.outcome != TrialOutcome::Silent {
                failures.push(format!(
                    "{}:{}: {}, after the fix\n{trial}",
                    rule.file.path,
                    line(rule, example),
                    example.say
                ));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

/// A rule file with nothing wrong, to be spoilt one line at a time.
const SOUND: &str = r#"id = "money-mismatch"
kind = "money"
severity = "error"

[ko]
summary = "금액이 다르다"
why = "까닭"
message = "‘{found:은}’ ‘{expected:과}’ 다르다"

[check.compare]

[[check.compare.level]]
when = "equal"
then = "agree"

[[check.compare.level]]
when = "else"
then = "conflict"

[[example]]
say = "다르다"
articles = ["{1억원|2억원}이다.", "2억원이다."]
"#;

fn refused(text: String) -> Problem {
    match load::rule("r.toml", text.into()).and_then(|r| r.examples()) {
        Ok(_) => panic!("it was not refused"),
        Err(problem) => problem,
    }
}

#[test]
fn what_is_wrong_with_a_rule_file_is_said_at_its_line() {
    load::rule("r.toml", SOUND.into()).and_then(|r| r.examples()).unwrap();
    for (old, new, line, marked, message, help) in [
        ("severity", "sevrity", 3, "sevrity", "unknown field `sevrity`", Some("did you mean `severity`?")),
        ("\"error\"", "\"eror\"", 3, "\"eror\"", "unknown variant `eror`", Some("did you mean `error`?")),
        ("\"money\"\n", "\"mony\"\n", 2, "\"mony\"", "unknown variant `mony`", Some("did you mean `money`?")),
        ("check.compare", "check.compair", 10, "compair", "unknown variant `compair`", Some("did you mean `compare`?")),
        ("{found:은}", "{fuond:은}", 8, "{fuond:은}", "unknown placeholder `fuond`", None),
        ("{found:은}", "{found:에서}", 8, "{found:에서}", "`에서` is not a particle with two forms", None),
        ("when = \"else\"", "when = \"digit-slip\"", 16, "[[check.compare.level]]", "the last level must be", None),
        ("when = \"equal\"", "when = \"else\"", 16, "[[check.compare.level]]", "a level after `else`", None),
        (
            "\"money\"\n",
            "\"ordinal\"\nfix = \"safest\"\n",
            3,
            "\"safest\"",
            "unknown variant `safest`",
            Some("did you mean `safe`?"),
        ),
        ("\"money\"\n", "\"term\"\n", 10, "check", "check `compare` finds kind `date`", None),
        ("id = \"money", "id = \"Money", 1, "\"Money-mismatch\"", "rule name `Money-mismatch`", None),
        (
            "then = \"conflict\"",
            "then = \"conflict\"\nweight = 7.0",
            16,
            "[[check.compare.level]]",
            "weight 7 is not from 0 to 1",
            None,
        ),
        ("say = ", "sya = ", 21, "sya", "unknown field `sya`", Some("did you mean `say`?")),
        ("{1억원|2억원}", "{1억원|2억원", 22, "\"{1억원|2억원이다.\"", "`{` without `}`", None),
        ("[[example]]\n", "[[example]]\npublished = [\"30일\"]\n", 21, "\"30일\"", "expected `2024-07-30`", None),
    ] {
        let text = SOUND.replace(old, new);
        assert_ne!(text, SOUND);
        let problem = refused(text.clone());
        let place = problem.place.clone().unwrap_or_else(|| panic!("{problem} has no place"));
        let shown: String = place.text.chars().skip(place.column - 1).take(place.width).collect();
        assert!(problem.message.contains(message), "{problem}");
        assert_eq!((place.line, shown.as_str(), problem.help.as_deref()), (line, marked, help), "{problem}");
    }
}

#[test]
fn a_level_that_says_nothing_of_the_kind_is_refused() {
    let text = SOUND
        .replace("kind = \"money\"", "kind = \"ordinal\"")
        .replace("when = \"equal\"", "when = { factor-of = [10] }");
    let problem = refused(text);
    assert_eq!(problem.message, "`factor-of` says nothing of kind `ordinal`");
    assert_eq!(problem.place.unwrap().line, 12);
}

#[test]
fn a_rule_of_the_same_name_takes_the_place_of_the_embedded_one() {
    let mut rules = RuleSet::embedded();
    let count = rules.rules.len();
    rules.extend([load::rule("r.toml", SOUND.into()).unwrap()]);
    assert_eq!(rules.rules.len(), count);
    assert_eq!(rules.rule("money-mismatch").unwrap().file.path, "r.toml");
    rules.extend([load::rule("r.toml", SOUND.replace("money-mismatch", "fee").into()).unwrap()]);
    assert_eq!(rules.rules.len(), count + 1);
}

/// A rule that finds nothing fails its loud example; the problem names the file, the line and what was expected.
#[test]
fn an_example_that_fails_is_a_problem_at_its_line() {
    let rule = load::rule("r.toml", SOUND.into()).unwrap();
    let example = &rule.examples().unwrap()[0];
    let nothing = |_: &Sources, _: &RuleSet| Vec::new();
    let trial = example::run(example, Some(&rule.id), &RuleSet::default(), &nothing);
    assert_eq!(trial.outcome, TrialOutcome::Missing);
    let problem = rule.example_problem(example, &trial);
    assert_eq!(problem.to_string(), "r.toml:20:1: missing: example “다르다”");
    assert_eq!(problem.help.as_deref(), Some("wanted {1억원|2억원}, got nothing"));
}

/// `docs/rules.md` is what `factdiff rules list --format markdown` prints.
#[test]
fn the_reference_is_up_to_date() {
    let done = std::process::Command::new(env!("CARGO_BIN_EXE_factdiff"))
        .args(["rules", "list", "--format", "markdown"])
        .output()
        .unwrap();
    let printed = String::from_utf8(done.stdout).unwrap();
    assert!(
        printed == std::fs::read_to_string("docs/rules.md").unwrap(),
        "write it anew: factdiff rules list --format markdown > docs/rules.md"
    );
}
