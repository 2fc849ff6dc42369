//! Findings that somebody has looked at and wants no more of: comments in the article, `[[ignore]]`, `[[alias]]` and
//! `[[path]]` in `factdiff.toml`. Each gives a reason, and each that no longer does anything is reported.

mod comment;

use super::config::{Pattern, Settings};
use crate::finding::{Finding, Kind, Lang};
use crate::source::{Article, Place, Problem, ProblemLevel, Sources, nearest};
use comment::{Comment, comments_of};
use jiff::civil::Date;

/// Where an entry stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Where {
    /// The file.
    pub path: String,
    /// The place in it.
    pub place: Option<Place>,
}

/// Why and how long something is silenced.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    /// The reason; empty where none is given.
    pub text: String,
    /// The last day it holds.
    pub until: Option<Date>,
    /// Where it is given.
    pub at: Where,
}

/// `[[ignore]]`: findings of which all that is named holds.
#[derive(Clone, Debug)]
pub struct Ignore {
    /// The rule or the kind.
    pub rule: Option<String>,
    /// The text that was found.
    pub text: Option<String>,
    /// The files.
    pub files: Option<Pattern>,
    /// The outlet.
    pub outlet: Option<String>,
    /// Why.
    pub why: Reason,
}

/// `[[alias]]`: names of one thing, all of them right.
#[derive(Clone, Debug)]
pub struct Alias {
    /// The names.
    pub names: Vec<String>,
    /// Why.
    pub why: Reason,
}

/// What is left of the findings.
#[derive(Clone, Debug, Default)]
pub struct Silenced {
    /// The findings that nobody silenced.
    pub kept: Vec<Finding>,
    /// The findings that somebody did, each with the reason.
    pub silenced: Vec<(Finding, String)>,
    /// Entries without a reason, past their day, or without any use.
    pub problems: Vec<Problem>,
}

/// What decides whether an entry is still of use.
#[derive(Clone, Copy, Debug)]
pub struct Today<'a> {
    /// The day of the run.
    pub date: Date,
    /// Whether the run reads everything below the folder of `factdiff.toml`: then an entry that meets no article is dead,
    /// else it may be for another one.
    pub whole: bool,
    /// The rules there are.
    pub rules: &'a [&'a str],
    /// The language of the problems.
    pub lang: Lang,
}

/// Returns the findings that nobody silenced, and what is wrong with the entries that silence.
///
/// An entry without a reason and one past its day silence nothing.
pub fn apply(findings: Vec<Finding>, sources: &Sources, settings: &Settings, today: Today<'_>) -> Silenced {
    let mut out = Silenced::default();
    let mut comments: Vec<(usize, Comment)> = Vec::new();
    for (i, article) in sources.articles().iter().enumerate().filter(|(_, a)| !a.peer) {
        for comment in comments_of(article, today, &mut out.problems) {
            if out.holds(&comment.why, today) {
                comments.push((i, comment));
            }
        }
    }
    let ignores: Vec<&Ignore> = settings.ignores.iter().filter(|i| out.holds(&i.why, today)).collect();
    let aliases: Vec<&Alias> = settings.aliases.iter().filter(|a| out.holds(&a.why, today)).collect();
    for ignore in &ignores {
        let known = ignore.rule.as_deref().is_none_or(|rule| is_known(rule, today.rules));
        if !known {
            out.problems.push(unknown_rule(&ignore.why.at, ignore.rule.as_deref().unwrap_or_default(), today));
        }
    }
    let (mut used_comments, mut used_ignores, mut used_aliases) =
        (vec![false; comments.len()], vec![false; ignores.len()], vec![false; aliases.len()]);
    for finding in findings {
        let article = sources.article(finding.at.article);
        let text = finding.at.span.of(&article.text);
        // Every entry that is met counts as used, though the first gives the reason.
        let mut reason = None;
        for ((at, comment), used) in comments.iter().zip(&mut used_comments) {
            if *at == finding.at.article.index() && comment.meets(&finding, text) {
                *used = true;
                reason = reason.or(Some(&comment.why.text));
            }
        }
        for (ignore, used) in ignores.iter().zip(&mut used_ignores) {
            if ignore.meets(&finding, text, article) {
                *used = true;
                reason = reason.or(Some(&ignore.why.text));
            }
        }
        for (alias, used) in aliases.iter().zip(&mut used_aliases) {
            if alias.meets(&finding, text) {
                *used = true;
                reason = reason.or(Some(&alias.why.text));
            }
        }
        let path = settings
            .paths
            .iter()
            .find(|p| p.ignore.iter().any(|rule| names(rule, &finding)) && p.files.matches(&article.path));
        match (reason, path) {
            (Some(reason), _) => out.silenced.push((finding, reason.clone())),
            (None, Some(_)) => out.silenced.push((finding, "[[path]]".to_owned())),
            (None, None) => out.kept.push(finding),
        }
    }
    for ((_, comment), used) in comments.iter().zip(used_comments) {
        if !used {
            out.problems.push(stale(&comment.why.at, today.lang));
        }
    }
    for (ignore, used) in ignores.iter().zip(used_ignores) {
        if !used && (today.whole || ignore.in_sight(sources)) {
            out.problems.push(stale(&ignore.why.at, today.lang));
        }
    }
    for (alias, used) in aliases.iter().zip(used_aliases) {
        if !used && today.whole && !alias.at_work(sources) {
            out.problems.push(stale(&alias.why.at, today.lang));
        }
    }
    out
}

/// Returns the names of each alias that is in force on a day.
pub fn names_of_one_thing(settings: &Settings, date: Date) -> Vec<Vec<String>> {
    let in_force = |why: &Reason| !why.text.is_empty() && why.until.is_none_or(|until| until >= date);
    settings.aliases.iter().filter(|a| in_force(&a.why)).map(|a| a.names.clone()).collect()
}

impl Silenced {
    /// Returns whether an entry is in force, and notes why not.
    fn holds(&mut self, why: &Reason, today: Today<'_>) -> bool {
        if why.text.is_empty() {
            self.problems.push(said(
                &why.at,
                today.lang,
                ("이유가 없어 지적을 끄지 않습니다", "has no reason, so that it silences nothing"),
                ("왜 지적이 아닌지 적으세요", "say why it is no finding"),
            ));
            return false;
        }
        if let Some(until) = why.until.filter(|until| *until < today.date) {
            let (ko, en) = (format!("기한({until})이 지나 지적을 끄지 않습니다"), format!("has expired ({until})"));
            self.problems.push(said(
                &why.at,
                today.lang,
                (&ko, &en),
                ("다시 확인하고 기한을 늘리거나 지우세요", "look again, then move `until` or remove it"),
            ));
            return false;
        }
        true
    }
}

impl Ignore {
    fn meets(&self, finding: &Finding, text: &str, article: &Article) -> bool {
        self.rule.as_deref().is_none_or(|rule| names(rule, finding))
            && self.text.as_deref().is_none_or(|t| t == text)
            && self.is_for(article)
    }

    fn is_for(&self, article: &Article) -> bool {
        self.outlet.as_deref().is_none_or(|o| o == article.outlet)
            && self.files.as_ref().is_none_or(|f| f.matches(&article.path))
    }

    /// Returns whether an article of the run is one that it was written for.
    fn in_sight(&self, sources: &Sources) -> bool {
        let named = self.text.is_some() || self.files.is_some();
        named
            && sources
                .articles()
                .iter()
                .filter(|a| !a.peer)
                .any(|a| self.is_for(a) && self.text.as_deref().is_none_or(|t| a.text.contains(t)))
    }
}

impl Alias {
    /// Returns whether the articles of the run have two of the names, which are then one word.
    fn at_work(&self, sources: &Sources) -> bool {
        let stands = |name: &&String| sources.articles().iter().any(|a| a.text.contains(name.as_str()));
        self.names.iter().filter(stands).nth(1).is_some()
    }

    /// Returns whether the text and what is expected differ only by two of the names.
    fn meets(&self, finding: &Finding, text: &str) -> bool {
        let found = tight(text);
        let names: Vec<String> = self.names.iter().map(|n| tight(n)).collect();
        let same = |want: &str| {
            let want = tight(want);
            names
                .iter()
                .filter(|n| found.contains(n.as_str()))
                .any(|a| names.iter().any(|b| a != b && found.replace(a.as_str(), b) == want))
        };
        !finding.expected.is_empty() && finding.expected.iter().all(|want| same(want))
    }
}

/// Returns the text without white space: `서울 시장` and `서울시장` are one name.
fn tight(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Returns whether the name of a rule or a kind means the finding.
fn names(rule: &str, finding: &Finding) -> bool {
    rule == finding.rule || rule == finding.kind.name() || rule == "all"
}

fn is_known(rule: &str, rules: &[&str]) -> bool {
    rule == "all" || rules.contains(&rule) || Kind::ALL.iter().any(|k| k.name() == rule)
}

fn stale(at: &Where, lang: Lang) -> Problem {
    said(at, lang, ("이제 끄는 지적이 없습니다", "silences nothing any more"), ("지우세요", "remove it"))
}

fn unknown_rule(at: &Where, rule: &str, today: Today<'_>) -> Problem {
    let (ko, en) = (format!("‘{rule}’라는 규칙이나 종류가 없습니다"), format!("there is no rule or kind `{rule}`"));
    let all = today.rules.iter().copied().chain(Kind::ALL.iter().map(|k| k.name()));
    let near = nearest(rule, all);
    let help = match (near, today.lang) {
        (Some(near), Lang::Ko) => format!("혹시 {near}?"),
        (Some(near), Lang::En) => format!("did you mean `{near}`?"),
        (None, Lang::Ko) => "규칙은 `factdiff rules list`로 볼 수 있습니다".to_owned(),
        (None, Lang::En) => "`factdiff rules list` shows the rules".to_owned(),
    };
    said(at, today.lang, (&ko, &en), (&help, &help))
}

/// Returns a warning about an entry, its message and its help in the language of the run.
fn said(at: &Where, lang: Lang, message: (&str, &str), help: (&str, &str)) -> Problem {
    let pick = |(ko, en): (&str, &str)| if lang == Lang::Ko { ko.to_owned() } else { en.to_owned() };
    Problem {
        path: at.path.clone(),
        place: at.place.clone(),
        level: ProblemLevel::Warning,
        message: match lang {
            Lang::Ko => format!("무시 설정: {}", pick(message)),
            Lang::En => format!("ignore: {}", pick(message)),
        },
        help: Some(pick(help)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::config;
    use crate::source::{Loc, Span};
    use jiff::civil::date;
    use std::path::Path;

    const RULES: &[&str] = &["person-name-variant", "quote-altered"];

    /// Returns how many findings of `word` are left in the article and the problems that are said.
    fn left(text: &str, toml: &str, word: &str, expected: &str, whole: bool) -> (usize, Vec<String>) {
        let settings = config::read("factdiff.toml", toml, Path::new("")).unwrap();
        let mut sources = Sources::new();
        let id = sources.push(Article::plain("wire/a.md", "가람일보", text));
        // What a comment says is no copy: nothing is found there.
        let in_comment = |i: usize| text[..i].rfind("<!--") > text[..i].rfind("-->");
        let findings = text
            .match_indices(word)
            .filter(|(i, _)| !in_comment(*i))
            .map(|(i, w)| Finding {
                expected: vec![expected.to_owned()],
                ..Finding::of_name(Loc { article: id, span: Span::new(i, i + w.len()) })
            })
            .collect();
        let today = Today { date: date(2026, 1, 1), whole, rules: RULES, lang: Lang::En };
        let out = apply(findings, &sources, &settings, today);
        (out.kept.len(), out.problems.iter().map(ToString::to_string).collect())
    }

    fn comment(text: &str) -> (usize, Vec<String>) {
        left(text, "", "이금비", "이금미", false)
    }

    #[test]
    fn a_comment_is_for_its_paragraph_or_the_next() {
        let c = "<!-- factdiff: ignore person-name — 필명이다 -->";
        for (text, want) in [
            (format!("{c}\n이금비는 썼다.\n\n이금비는 읽었다."), 1),
            (format!("{c}\n\n이금비는 썼다.\n이금비는 읽었다."), 0),
            (format!("이금비는 썼다. {c}\n\n이금비는 읽었다."), 1),
            (format!("이금비는 썼다.\n그리고 {c} 그는\n이금비다.\n\n이금비는 읽었다."), 1),
            (format!("이금비는 썼다.\n\n{c}\n<!-- 다른 말 -->\n이금비는 읽었다."), 1),
            ("<!-- factdiff: ignore-file person-name-variant: 필명이다 -->\n\n가\n\n이금비\n\n이금비".to_owned(), 0),
            ("<!-- factdiff: ignore quote, person-name - 필명 -->\n이금비".to_owned(), 0),
            ("<!-- factdiff: ignore — 필명 -->\n이금비".to_owned(), 0),
        ] {
            assert_eq!(comment(&text), (want, vec![]), "{text}");
        }
    }

    #[test]
    fn a_comment_may_name_the_text() {
        let text = "<!-- factdiff: ignore person-name \"이금비\" — 필명 -->\n이금비와 이금자";
        assert_eq!(left(text, "", "이금비와", "이금미와", false).0, 1);
        assert_eq!(comment(text), (0, vec![]));
    }

    #[test]
    fn comments_that_do_nothing_are_said() {
        for (text, left, want) in [
            ("<!-- factdiff: ignore person-name -->\n이금비", 1, "wire/a.md:1:1: ignore: has no reason"),
            ("<!-- factdiff: ignore quote — 이유 -->\n이금비", 1, "wire/a.md:1:1: ignore: silences nothing any more"),
            ("<!-- factdiff: ignore persn-name — 이유 -->\n이금비", 1, "no rule or kind `persn-name`"),
            ("<!-- factdiff: ignor person-name — 이유 -->\n이금비", 1, "`ignor` is not known"),
        ] {
            let (kept, problems) = comment(text);
            assert_eq!(kept, left, "{text}");
            assert!(problems.iter().any(|p| p.contains(want)), "{text}: {problems:?}");
        }
    }

    #[test]
    fn entries_of_the_file() {
        let text = "이금비는 썼다.";
        for (toml, kept, problem) in [
            ("[[ignore]]\ntext = \"이금비\"\nreason = \"필명\"", 0, ""),
            ("[[ignore]]\nrule = \"person-name\"\npath = \"wire/**\"\nreason = \"필명\"", 0, ""),
            ("[[ignore]]\noutlet = \"가람일보\"\ntext = \"이금비\"\nreason = \"필명\"\nuntil = 2026-01-01", 0, ""),
            ("[[ignore]]\ntext = \"이금비\"\nreason = \"필명\"\nuntil = 2025-12-31", 1, "has expired (2025-12-31)"),
            ("[[ignore]]\ntext = \"이금비\"", 1, "factdiff.toml:1:1: ignore: has no reason"),
            ("[[ignore]]\nrule = \"quote\"\ntext = \"이금비\"\nreason = \"필명\"", 1, "silences nothing any more"),
            // It is for an article that this run does not read.
            ("[[ignore]]\ntext = \"이금지\"\nreason = \"필명\"", 1, ""),
            ("[[ignore]]\nrule = \"persn-name\"\ntext = \"이금지\"\nreason = \"필명\"", 1, "no rule or kind"),
            ("[[path]]\nglob = \"wire/**\"\nignore = [\"person-name\"]", 0, ""),
            ("[[path]]\nglob = \"desk/**\"\nignore = [\"person-name\"]", 1, ""),
            ("[[alias]]\nnames = [\"이금비\", \"이금미\"]\nreason = \"필명\"", 0, ""),
            ("[[alias]]\nnames = [\"이금비\", \"이금자\"]\nreason = \"필명\"", 1, ""),
        ] {
            let (left, problems) = left(text, toml, "이금비", "이금미", false);
            assert_eq!(left, kept, "{toml}");
            let as_wanted =
                if problem.is_empty() { problems.is_empty() } else { problems.iter().any(|p| p.contains(problem)) };
            assert!(as_wanted, "{toml}: {problems:?}");
        }
        let dead =
            "[[ignore]]\ntext = \"이금지\"\nreason = \"필명\"\n[[alias]]\nnames = [\"가\", \"나\"]\nreason = \"다\"";
        let (_, problems) = left(text, dead, "이금비", "이금미", true);
        assert_eq!(problems.iter().filter(|p| p.contains("silences nothing")).count(), 2, "{problems:?}");
    }

    #[test]
    fn an_alias_holds_inside_longer_names() {
        let toml = "[[alias]]\nnames = [\"닝보\", \"영파\"]\nreason = \"한자음\"";
        assert_eq!(left("영파시는 크다", toml, "영파시", "닝보시", false).0, 0);
        assert_eq!(left("영파시는 크다", toml, "영파시", "닝보구", false).0, 1);
    }
}
