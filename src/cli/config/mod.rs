//! `factdiff.toml`: where it is found, and what a run uses of it.

mod pattern;
mod read;

pub use pattern::Pattern;
pub use read::read;

use super::args::{FailOn, LangChoice, Target};
use super::silence::{Alias, Ignore};
use crate::finding::Severity;
use crate::source::{Problem, ProblemLevel, Sources};
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The name that is looked for.
pub const FILE_NAME: &str = "factdiff.toml";

/// The JSON Schema of the file, as `factdiff schema config` prints it.
pub const SCHEMA: &str = include_str!("schema.json");

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
