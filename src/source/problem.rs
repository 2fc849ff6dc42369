//! What is wrong with a file that we were given to read: an article, a rule, a configuration.

/// Where in a file a problem stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// 1-based line.
    pub line: usize,
    /// 1-based column in Unicode scalar values.
    pub column: usize,
    /// The text of that line, for the excerpt; empty where the line cannot be shown.
    pub text: String,
    /// How many columns of the line are meant.
    pub width: usize,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProblemLevel {
    /// The run goes on with all it had.
    Warning,
    /// This file is left out, the run goes on.
    Skipped,
    /// The run cannot be what was asked for.
    Fatal,
}

/// A message about a file, printed as a finding is, though it is none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}{}: {message}", .place.as_ref().map(|p| format!(":{}:{}", p.line, p.column)).unwrap_or_default())]
pub struct Problem {
    /// The file.
    pub path: String,
    /// Where in it, if anywhere in particular.
    pub place: Option<Place>,
    /// How bad it is.
    pub level: ProblemLevel,
    /// What is wrong, in one line that stands alone.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
}

impl Problem {
    /// Returns a problem with the file as a whole.
    pub fn of_file(path: &str, level: ProblemLevel, message: impl Into<String>) -> Problem {
        Problem { path: path.to_owned(), place: None, level, message: message.into(), help: None }
    }

    /// Returns a problem at the bytes `range` of `text`, the content of the file.
    pub fn at(
        path: &str,
        text: &str,
        range: std::ops::Range<usize>,
        level: ProblemLevel,
        message: impl Into<String>,
    ) -> Problem {
        let start = floor(text, range.start);
        let end = floor(text, range.end.max(start));
        let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |i| start + i);
        let place = Place {
            line: text[..start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            text: text[line_start..line_end].trim_end().to_owned(),
            width: text[start..end.min(line_end).max(start)].chars().count().max(1),
        };
        Problem { path: path.to_owned(), place: Some(place), level, message: message.into(), help: None }
    }

    /// Returns the problem that a TOML error is, `offset` bytes into the file; with the nearest right word as help.
    pub fn of_toml(path: &str, text: &str, offset: usize, e: &toml::de::Error) -> Problem {
        let span = e.span().map_or(0..0, |s| s.start + offset..s.end + offset);
        let problem = Problem::at(path, text, span, ProblemLevel::Fatal, e.message());
        // ``unknown field `sevrity`, expected one of `id`, `severity` ``
        let parts = e.message().strip_prefix("unknown ").and_then(|m| m.split_once(", expected "));
        let Some((wrong, expected)) = parts else { return problem };
        problem.with_nearest(wrong.split('`').nth(1).unwrap_or_default(), expected.split('`').skip(1).step_by(2))
    }

    /// Returns the problem with the nearest of the names as help, if one is near.
    pub fn with_nearest<'n>(self, wrong: &str, names: impl Iterator<Item = &'n str>) -> Problem {
        match nearest(wrong, names) {
            Some(name) => self.with_help(format!("did you mean `{name}`?")),
            None => self,
        }
    }

    /// Returns the problem with advice added.
    pub fn with_help(mut self, help: impl Into<String>) -> Problem {
        self.help = Some(help.into());
        self
    }
}

/// Returns the name that is at most a third of its letters away from what was written.
pub fn nearest<'n>(wrong: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let near = names.map(|name| (strsim::osa_distance(wrong, name), name)).min()?;
    (near.0 <= wrong.chars().count().max(3) / 3 + 1).then_some(near.1)
}

/// Returns the last character boundary not after `at`.
pub fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
