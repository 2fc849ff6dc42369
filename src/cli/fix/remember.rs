//! Findings that a person does not want to see again, written down with the reason.

use super::super::config::{self, FILE_NAME};
use super::super::write;
use crate::finding::{Applicability, Edit, Finding, Fix};
use crate::source::{Article, Loc, Problem, ProblemLevel, Sources, Span};
use std::path::{Path, PathBuf};

/// Adds an `[[ignore]]` to the settings, or makes `factdiff.toml` in the working folder; returns the file.
pub(super) fn entry(
    file: Option<&Path>,
    sources: &Sources,
    finding: &Finding,
    reason: &str,
) -> Result<PathBuf, Problem> {
    let file = file.map_or_else(|| PathBuf::from(FILE_NAME), Path::to_owned);
    let shown = config::shown(&file);
    let wrong = |message: String| Problem::of_file(&shown, ProblemLevel::Fatal, message);
    let old = match std::fs::read(&file) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|_| wrong("not UTF-8".to_owned()))?,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(e) => return Err(wrong(e.to_string())),
    };
    let new = with_entry(&old, sources, finding, reason);
    config::read(&shown, &new, Path::new("")).map_err(|mut problems| problems.swap_remove(0))?;
    write::replace(&file, new.as_bytes()).map_err(|e| wrong(e.to_string()))?;
    Ok(file)
}

/// Returns the settings with an entry for the finding at the end.
fn with_entry(old: &str, sources: &Sources, finding: &Finding, reason: &str) -> String {
    let quoted = |text: &str| toml::Value::from(text).to_string();
    let article = sources.article(finding.at.article);
    let name = article.path.rsplit(['/', '\\']).next().unwrap_or_default();
    let end = if old.contains("\r\n") { "\r\n" } else { "\n" };
    let gap = match old {
        "" => "",
        old if old.ends_with('\n') => end,
        _ => &format!("{end}{end}"),
    };
    let lines = [
        "[[ignore]]".to_owned(),
        format!("rule = {}", quoted(finding.kind.name())),
        format!("text = {}", quoted(sources.slice(finding.at))),
        format!("path = {}", quoted(&globset::escape(name))),
        format!("reason = {}", quoted(reason)),
    ];
    lines.iter().fold(format!("{old}{gap}"), |text, line| text + line + end)
}

/// Returns the finding with a comment before its paragraph in place of its fix; none for a place without a paragraph.
pub(super) fn comment(article: &Article, finding: &Finding, reason: &str) -> Option<Finding> {
    let text = &article.text;
    if !article.body.contains(finding.at.span) {
        return None;
    }
    let line = text[..finding.at.span.start()].rfind('\n').map_or(article.body.start(), |i| i + 1);
    let line = line.max(article.body.start());
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    // CP949 has no such dash.
    let dash = if article.encode("—").is_some() { "—" } else { "-" };
    let kind = finding.kind.name();
    let word = finding.at.span.of(text);
    let word = if word.contains(['"', '\n']) || word.contains("--") { String::new() } else { format!(" \"{word}\"") };
    let comment = format!("<!-- factdiff: ignore {kind}{word} {dash} {reason} -->{end}");
    let at = Loc { article: article.id, span: Span::new(line, line) };
    let fix = Fix { edits: vec![Edit { at, text: comment }], applicability: Applicability::Unsafe };
    Some(Finding { fix: Some(fix), ..finding.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (Sources, Finding) {
        let mut sources = Sources::new();
        let article = sources.push(Article::plain("desk/[1] a.md", "가람", text));
        let start = text.find("이금비").unwrap();
        let finding = Finding::of_name(Loc { article, span: Span::new(start, start + 9) });
        (sources, finding)
    }

    #[test]
    fn an_entry_is_added_and_read_again() {
        let (sources, finding) = found("이금비 작가");
        for old in ["", "lang = \"ko\"", "lang = \"ko\"\r\n"] {
            let new = with_entry(old, &sources, &finding, "그가 쓰는 \"필명\"");
            assert!(new.starts_with(old));
            let settings = config::read("factdiff.toml", &new, Path::new("/desk")).unwrap();
            assert_eq!(settings.ignores[0].text.as_deref(), Some("이금비"));
            assert_eq!(settings.ignores[0].why.text, "그가 쓰는 \"필명\"");
            assert!(settings.ignores[0].files.as_ref().unwrap().matches("/desk/today/[1] a.md"));
        }
    }

    #[test]
    fn a_comment_goes_before_the_paragraph() {
        let (sources, finding) = found("제목\r\n\r\n그래서 이금비 작가는\r\n");
        let article = &sources.articles()[0];
        let new = comment(article, &finding, "필명").unwrap();
        let edit = &new.fix.as_ref().unwrap().edits[0];
        assert_eq!(edit.text, "<!-- factdiff: ignore person-name \"이금비\" — 필명 -->\r\n");
        assert!(article.text[edit.at.span.start()..].starts_with("그래서"));
    }
}
