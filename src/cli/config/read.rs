//! The text of `factdiff.toml` turned into settings, with everything that is wrong in it.

use super::super::args::Target;
use super::super::silence::{Alias, Ignore, Reason, Where};
use super::{PathSetting, Pattern, RuleSetting, Settings};
use crate::finding::Severity;
use crate::source::{Problem, ProblemLevel};
use clap::ValueEnum;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;
use toml::Spanned;

/// The file as written.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Written {
    lang: Option<Spanned<String>>,
    min_confidence: Option<Spanned<f64>>,
    fail_on: Option<Spanned<String>>,
    format: Option<Spanned<OneOrMany>>,
    width: Option<Spanned<i64>>,
    baseline: Option<String>,
    #[serde(default)]
    rules: BTreeMap<Spanned<String>, BTreeMap<Spanned<String>, Spanned<toml::Value>>>,
    #[serde(default)]
    path: Vec<Spanned<PathWritten>>,
    #[serde(default)]
    ignore: Vec<Spanned<IgnoreWritten>>,
    #[serde(default)]
    alias: Vec<Spanned<AliasWritten>>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct PathWritten {
    glob: Spanned<String>,
    outlet: Option<String>,
    #[serde(default)]
    ignore: Vec<Spanned<String>>,
    severity: Option<Severity>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct IgnoreWritten {
    rule: Option<Spanned<String>>,
    text: Option<String>,
    path: Option<Spanned<String>>,
    outlet: Option<String>,
    reason: Option<String>,
    until: Option<Spanned<toml::value::Datetime>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct AliasWritten {
    names: Spanned<Vec<String>>,
    reason: Option<String>,
    until: Option<Spanned<toml::value::Datetime>>,
}

/// Returns what the text of a file asks for, or everything that is wrong with it.
///
/// `root` is the folder that globs and the baseline are read from.
pub fn read(path: &str, text: &str, root: &Path) -> Result<Settings, Vec<Problem>> {
    let written: Written = toml::from_str(text).map_err(|e| vec![Problem::of_toml(path, text, 0, &e)])?;
    let mut reader = Reader { path, text, root, wrong: Vec::new() };
    let settings = reader.settings(written);
    if reader.wrong.is_empty() { Ok(settings) } else { Err(reader.wrong) }
}

/// Turns the file as written into the file as used, and collects what is wrong.
struct Reader<'a> {
    path: &'a str,
    text: &'a str,
    root: &'a Path,
    wrong: Vec<Problem>,
}

impl Reader<'_> {
    fn settings(&mut self, written: Written) -> Settings {
        let min_confidence = written.min_confidence.and_then(|p| {
            let fits = (0.0..=1.0).contains(p.get_ref());
            self.must(fits, p.span(), "a number from 0 to 1 is wanted").then(|| p.into_inner() as f32)
        });
        let width = written.width.and_then(|w| {
            let fits = (40..=i64::from(u16::MAX)).contains(w.get_ref());
            self.must(fits, w.span(), "a number of columns from 40 is wanted").then(|| w.into_inner() as u16)
        });
        Settings {
            file: None,
            root: None,
            text: self.text.to_owned(),
            lang: written.lang.and_then(|l| self.named(&l)),
            min_confidence,
            fail_on: written.fail_on.and_then(|f| self.named(&f)),
            format: written.format.map(|f| self.formats(f)).unwrap_or_default(),
            width,
            baseline: written.baseline.map(|file| self.root.join(file)),
            rules: written.rules.into_iter().filter_map(|(id, keys)| self.rule(id, keys)).collect(),
            paths: written.path.into_iter().filter_map(|p| self.path_setting(p.into_inner())).collect(),
            ignores: written.ignore.into_iter().filter_map(|i| self.ignore(i)).collect(),
            aliases: written.alias.into_iter().filter_map(|a| self.alias(a)).collect(),
        }
    }

    fn rule(
        &mut self,
        id: Spanned<String>,
        keys: BTreeMap<Spanned<String>, Spanned<toml::Value>>,
    ) -> Option<RuleSetting> {
        let mut setting =
            RuleSetting { at: id.span(), id: id.into_inner(), severity: None, enabled: true, parameters: Vec::new() };
        for (key, value) in keys {
            let at = value.span();
            match key.get_ref().as_str() {
                "severity" => match value.into_inner().try_into::<Severity>() {
                    Ok(severity) => setting.severity = Some(severity),
                    Err(_) => {
                        self.must(false, at, "expected one of `info`, `warning`, `error`");
                    }
                },
                "enabled" => match value.get_ref().as_bool() {
                    Some(enabled) => setting.enabled = enabled,
                    None => {
                        self.must(false, at, "expected `true` or `false`");
                    }
                },
                _ => setting.parameters.push((key.get_ref().clone(), value.into_inner(), key.span())),
            }
        }
        Some(setting)
    }

    fn path_setting(&mut self, written: PathWritten) -> Option<PathSetting> {
        Some(PathSetting {
            files: self.pattern(&written.glob)?,
            outlet: written.outlet,
            ignore: written.ignore.into_iter().map(Spanned::into_inner).collect(),
            severity: written.severity,
        })
    }

    fn ignore(&mut self, written: Spanned<IgnoreWritten>) -> Option<Ignore> {
        let at = written.span();
        let written = written.into_inner();
        let empty =
            written.rule.is_none() && written.text.is_none() && written.path.is_none() && written.outlet.is_none();
        if !self.must(!empty, at.clone(), "say what to ignore: `rule`, `text`, `path` or `outlet`") {
            return None;
        }
        let files = match &written.path {
            Some(glob) => Some(self.pattern(glob)?),
            None => None,
        };
        Some(Ignore {
            rule: written.rule.map(Spanned::into_inner),
            text: written.text,
            files,
            outlet: written.outlet,
            why: self.reason(at, written.reason, written.until),
        })
    }

    fn alias(&mut self, written: Spanned<AliasWritten>) -> Option<Alias> {
        let at = written.span();
        let written = written.into_inner();
        let names = written.names;
        let fits = names.get_ref().len() >= 2 && names.get_ref().iter().all(|n| !n.trim().is_empty());
        self.must(fits, names.span(), "two or more names of one thing are wanted")
            .then(|| Alias { names: names.into_inner(), why: self.reason(at, written.reason, written.until) })
    }

    fn reason(
        &mut self,
        at: Range<usize>,
        text: Option<String>,
        until: Option<Spanned<toml::value::Datetime>>,
    ) -> Reason {
        let place = Problem::at(self.path, self.text, at, ProblemLevel::Warning, "").place;
        let until = until.and_then(|u| {
            let day = u.get_ref().date.and_then(|d| Date::new(d.year as i16, d.month as i8, d.day as i8).ok());
            self.must(day.is_some(), u.span(), "a day such as 2026-12-31 is wanted");
            day
        });
        Reason {
            text: text.map(|t| t.trim().to_owned()).unwrap_or_default(),
            until,
            at: Where { path: self.path.to_owned(), place },
        }
    }

    fn pattern(&mut self, glob: &Spanned<String>) -> Option<Pattern> {
        match Pattern::new(glob.get_ref(), self.root) {
            Ok(pattern) => Some(pattern),
            Err(why) => {
                self.must(false, glob.span(), &format!("not a glob: {why}"));
                None
            }
        }
    }

    fn formats(&mut self, written: Spanned<OneOrMany>) -> Vec<Target> {
        let at = written.span();
        let names = match written.into_inner() {
            OneOrMany::One(name) => vec![name],
            OneOrMany::Many(names) => names,
        };
        names
            .iter()
            .filter_map(|name| match name.parse::<Target>() {
                Ok(target) => Some(target),
                Err(why) => {
                    self.must(false, at.clone(), &why);
                    None
                }
            })
            .collect()
    }

    fn named<T: ValueEnum>(&mut self, written: &Spanned<String>) -> Option<T> {
        let name = written.get_ref();
        if let Ok(value) = T::from_str(name, false) {
            return Some(value);
        }
        let names: Vec<String> =
            T::value_variants().iter().filter_map(|v| v.to_possible_value().map(|p| p.get_name().to_owned())).collect();
        let expected: Vec<String> = names.iter().map(|n| format!("`{n}`")).collect();
        let message = format!("unknown value `{name}`, expected one of {}", expected.join(", "));
        let problem = Problem::at(self.path, self.text, written.span(), ProblemLevel::Fatal, message);
        self.wrong.push(problem.with_nearest(name, names.iter().map(String::as_str)));
        None
    }

    /// Notes what is wrong at a place unless the condition holds; returns the condition.
    fn must(&mut self, holds: bool, at: Range<usize>, message: &str) -> bool {
        if !holds {
            self.wrong.push(Problem::at(self.path, self.text, at, ProblemLevel::Fatal, message));
        }
        holds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrong(text: &str) -> String {
        match read("factdiff.toml", text, Path::new("")) {
            Ok(_) => String::new(),
            Err(problems) => problems
                .iter()
                .map(|p| format!("{p}{}", p.help.as_ref().map(|h| format!(" ({h})")).unwrap_or_default()))
                .collect::<Vec<_>>()
                .join("\n"),
        }
    }

    #[test]
    fn all_keys() {
        let text = r#"
lang = "en"
min-confidence = 0.8
fail-on = "error"
format = ["pretty", "json=out.json"]
width = 120
baseline = "known.json"

[rules.person-name-variant]
severity = "warning"
jamo-within = 1

[rules.quote-altered]
enabled = false

[[path]]
glob = "wire/**"
outlet = "다람통신"
ignore = ["quote"]
severity = "info"

[[ignore]]
rule = "person-name"
text = "이금비"
path = "*.md"
reason = "두 이름을 다 쓰는 작가"
until = 2026-12-31

[[alias]]
names = ["루오린", "뤄린"]
reason = "표기가 둘이다"
"#;
        let settings = read("factdiff.toml", text, Path::new("")).unwrap();
        assert_eq!(settings.min_confidence, Some(0.8));
        assert_eq!(settings.format.len(), 2);
        assert_eq!(settings.width, Some(120));
        assert_eq!(settings.baseline.as_deref(), Some(Path::new("known.json")));
        let rule = settings.rules.iter().find(|r| r.id == "person-name-variant").unwrap();
        assert_eq!((rule.severity, rule.enabled, rule.parameters.len()), (Some(Severity::Warning), true, 1));
        assert!(settings.rules.iter().any(|r| r.id == "quote-altered" && !r.enabled));
        assert_eq!(settings.ignores[0].why.until, Some(jiff::civil::date(2026, 12, 31)));
        assert_eq!(settings.ignores[0].why.at.place.as_ref().unwrap().line, 22);
        assert_eq!(settings.aliases[0].names, ["루오린", "뤄린"]);
    }

    #[test]
    fn what_is_wrong_is_said_with_line_and_nearest_name() {
        for (text, want) in [
            ("lang = \"ko\"\nfail_on = \"error\"", "factdiff.toml:2:1: unknown field `fail_on`, expected one of"),
            ("fail_on = \"error\"", "(did you mean `fail-on`?)"),
            ("[[ignore]]\ntekst = \"가\"\nreason = \"나\"", "factdiff.toml:2:1: unknown field `tekst`"),
            ("[[ignore]]\ntekst = \"가\"\nreason = \"나\"", "(did you mean `text`?)"),
            ("fail-on = \"eror\"", "factdiff.toml:1:11: unknown value `eror`"),
            ("fail-on = \"eror\"", "(did you mean `error`?)"),
            ("min-confidence = 1.5", "factdiff.toml:1:18: a number from 0 to 1 is wanted"),
            ("width = 7", "a number of columns from 40 is wanted"),
            ("format = \"yaml\"", "factdiff.toml:1:10: "),
            ("[rules.x]\nseverity = \"fatal\"", "factdiff.toml:2:12: expected one of `info`, `warning`, `error`"),
            ("[[path]]\nglob = \"a[\"", "factdiff.toml:2:8: not a glob"),
            ("[[ignore]]\nreason = \"가\"", "factdiff.toml:1:1: say what to ignore"),
            ("[[alias]]\nnames = [\"가\"]\nreason = \"나\"", "factdiff.toml:2:9: two or more names"),
            ("[[ignore]]\ntext = \"가\"\nuntil = 12:00:00", "a day such as 2026-12-31 is wanted"),
            ("lang = ", "factdiff.toml:1:"),
        ] {
            assert!(wrong(text).contains(want), "{text}\n  gave {}\n  want {want}", wrong(text));
        }
    }
}
