//! `factdiff.toml`: as written in the file, and as used by a run.

use super::args::{FailOn, LangChoice, Target};
use super::silence::{Alias, Ignore, Reason, Where};
use crate::finding::Severity;
use crate::source::{Problem, ProblemLevel, Sources};
use clap::ValueEnum;
use globset::{Glob, GlobMatcher};
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::Spanned;

/// The name that is looked for.
pub const FILE_NAME: &str = "factdiff.toml";

/// The JSON Schema of the file, as `factdiff schema config` prints it.
pub const SCHEMA: &str = include_str!("config.schema.json");

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

/// What the file asks for; what it leaves out is none or empty, and the flag or the default holds.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The file, as found.
    pub file: Option<PathBuf>,
    /// Its folder, as an absolute path.
    pub root: Option<PathBuf>,
    /// The text of the file.
    pub text: String,
    /// `lang`.
    pub lang: Option<LangChoice>,
    /// `min-confidence`.
    pub min_confidence: Option<f32>,
    /// `fail-on`.
    pub fail_on: Option<FailOn>,
    /// `format`.
    pub format: Vec<Target>,
    /// `width`.
    pub width: Option<u16>,
    /// `baseline`, from the folder of the file.
    pub baseline: Option<PathBuf>,
    /// `[rules.ID]`.
    pub rules: Vec<RuleSetting>,
    /// `[[path]]`.
    pub paths: Vec<PathSetting>,
    /// `[[ignore]]`.
    pub ignores: Vec<Ignore>,
    /// `[[alias]]`.
    pub aliases: Vec<Alias>,
}

/// `[rules.ID]`.
#[derive(Clone, Debug)]
pub struct RuleSetting {
    /// The rule.
    pub id: String,
    /// Where its name stands in the file.
    pub at: Range<usize>,
    /// The severity of its findings.
    pub severity: Option<Severity>,
    /// Whether it is applied.
    pub enabled: bool,
    /// Parameters of its check, with the place of each.
    pub parameters: Vec<(String, toml::Value, Range<usize>)>,
}

/// `[[path]]`.
#[derive(Clone, Debug)]
pub struct PathSetting {
    /// The files it is for.
    pub files: Pattern,
    /// The outlet of those files.
    pub outlet: Option<String>,
    /// Rules and kinds that are not reported there.
    pub ignore: Vec<String>,
    /// The highest severity there.
    pub severity: Option<Severity>,
}

/// A glob over paths, read from the folder of `factdiff.toml`.
#[derive(Clone, Debug)]
pub struct Pattern {
    glob: GlobMatcher,
    root: PathBuf,
}

impl Pattern {
    /// Returns the pattern of a glob such as `나래/**/*.md`; one without a slash is for files of that name in any folder.
    pub fn new(glob: &str, root: &Path) -> Result<Pattern, String> {
        let anchored = if glob.contains('/') { glob.trim_start_matches("./").to_owned() } else { format!("**/{glob}") };
        // A folder stands for all that is in it.
        let anchored = if anchored.ends_with('/') { format!("{anchored}**") } else { anchored };
        let glob = globset::GlobBuilder::new(&anchored).literal_separator(true).build();
        let glob: Glob = glob.map_err(|e| e.kind().to_string())?;
        Ok(Pattern { glob: glob.compile_matcher(), root: root.to_owned() })
    }

    /// Returns the glob as it is matched: one without a slash has been given `**/`.
    pub fn glob(&self) -> &str {
        self.glob.glob().glob()
    }

    /// Returns whether a path, as the user named it, is meant.
    pub fn matches(&self, path: &str) -> bool {
        let path = Path::new(path);
        let path = path.strip_prefix(".").unwrap_or(path);
        if self.glob.is_match(path) && path.is_relative() && self.root.as_os_str().is_empty() {
            return true;
        }
        let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        whole.strip_prefix(&self.root).is_ok_and(|inside| self.glob.is_match(inside))
    }
}

/// Which file is read.
#[derive(Clone, Copy, Debug)]
pub struct Search<'a> {
    /// `--config`.
    pub named: Option<&'a Path>,
    /// `--isolated`.
    pub isolated: bool,
    /// The first article or folder of the command line.
    pub first: Option<&'a Path>,
}

/// Returns the settings of the file that is named or found, or what is wrong with it.
///
/// Without `--config` the file is looked for from the working folder upward, then from the folder of the first path.
pub fn load(search: Search<'_>) -> Result<Settings, Vec<Problem>> {
    let Some(file) = find(search) else { return Ok(Settings::default()) };
    let shown = shown(&file);
    match std::fs::read_to_string(&file) {
        Ok(text) => {
            let whole = std::path::absolute(&file).unwrap_or_else(|_| file.clone());
            let root = whole.parent().unwrap_or(Path::new("")).to_owned();
            Ok(Settings { file: Some(file), root: Some(root.clone()), ..read(&shown, &text, &root)? })
        }
        Err(e) => Err(vec![Problem::of_file(&shown, ProblemLevel::Fatal, format!("cannot be read: {e}"))]),
    }
}

/// Returns the file of a search: `--config`, else the nearest `factdiff.toml`.
pub fn find(search: Search<'_>) -> Option<PathBuf> {
    if search.isolated {
        return None;
    }
    if let Some(named) = search.named {
        return Some(named.to_owned());
    }
    let upward = |from: PathBuf| from.ancestors().map(|dir| dir.join(FILE_NAME)).find(|file| file.is_file());
    let here = std::env::current_dir().ok();
    here.and_then(upward).or_else(|| {
        let first = search.first.filter(|p| p.as_os_str() != "-")?;
        upward(std::path::absolute(first).ok()?)
    })
}

/// Returns the path as a person would write it from the working folder.
pub(super) fn shown(file: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    file.strip_prefix(here).unwrap_or(file).display().to_string()
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

impl Settings {
    /// Gives articles the outlets that `[[path]]` names for them.
    pub fn name_outlets(&self, sources: &mut Sources) {
        for setting in &self.paths {
            let Some(outlet) = &setting.outlet else { continue };
            for article in sources.articles_mut() {
                if setting.files.matches(&article.path) {
                    article.outlet.clone_from(outlet);
                    article.outlet_known = true;
                }
            }
        }
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

    #[test]
    fn globs() {
        for (glob, path, want) in [
            ("*.md", "a/b.md", true),
            ("wire/**", "wire/a/b.md", true),
            ("wire/", "wire/a/b.md", true),
            ("wire/*.md", "wire/a/b.md", false),
            ("wire/**", "./wire/b.md", true),
            ("wire/**", "wired/b.md", false),
        ] {
            let here = std::env::current_dir().unwrap();
            assert_eq!(Pattern::new(glob, &here).unwrap().matches(path), want, "{glob} {path}");
        }
        assert!(Pattern::new("a.md", Path::new("/desk")).unwrap().matches("/desk/today/a.md"));
        assert!(!Pattern::new("a.md", Path::new("/desk")).unwrap().matches("/other/a.md"));
    }
}
