//! Globs of `factdiff.toml`.

use globset::{Glob, GlobBuilder, GlobMatcher};
use std::path::{Path, PathBuf};

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
        let glob = GlobBuilder::new(&anchored).literal_separator(true).build();
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

#[cfg(test)]
mod tests {
    use super::*;

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
