//! Comments in an article that silence a part of it.

use super::{Reason, Today, Where, is_known, names, said, unknown_rule};
use crate::finding::Finding;
use crate::source::{Article, Problem, ProblemLevel, Span};

/// A comment in an article that silences a part of it.
#[derive(Clone, Debug)]
pub(super) struct Comment {
    /// Rules and kinds; empty for all.
    rules: Vec<String>,
    /// The text that was found, where the comment names it.
    text: Option<String>,
    /// The part of the article.
    scope: Span,
    /// Why.
    pub(super) why: Reason,
}

impl Comment {
    /// Returns whether a finding of this text is one of those that it silences.
    pub(super) fn meets(&self, finding: &Finding, text: &str) -> bool {
        self.scope.contains(finding.at.span)
            && (self.rules.is_empty() || self.rules.iter().any(|rule| names(rule, finding)))
            && self.text.as_deref().is_none_or(|t| t == text)
    }
}

/// Returns the comments of an article that silence something; what cannot be understood of them becomes a problem.
///
/// `<!-- factdiff: ignore person-name — 이유 -->` in a paragraph is for that paragraph, on a line of its own for the
/// next one; `ignore-file` is for the whole article. Names of rules or kinds may be several, and a text in quotation
/// marks narrows it down: `ignore person-name "이금비" — 필명`.
pub(super) fn comments_of(article: &Article, today: Today<'_>, problems: &mut Vec<Problem>) -> Vec<Comment> {
    let text = article.text.as_str();
    let mut out = Vec::new();
    for start in memchr::memmem::find_iter(text.as_bytes(), "<!--") {
        let Some(len) = text[start..].find("-->").map(|i| i + 3) else { break };
        let inner = text[start + 4..start + len - 3].trim();
        let Some(said_here) = inner.strip_prefix("factdiff:") else { continue };
        let place = Problem::at(&article.path, text, start..start + len, ProblemLevel::Warning, "").place;
        let at = Where { path: article.path.clone(), place };
        let (head, reason) = split_reason(said_here.trim());
        let (verb, rest) = head.split_once(char::is_whitespace).unwrap_or((head, ""));
        let scope = match verb {
            "ignore" => scope_of(text, Span::new(start, start + len)),
            "ignore-file" => Span::new(0, text.len()),
            _ => {
                let (ko, en) = (format!("‘{verb}’는 알 수 없는 지시입니다"), format!("`{verb}` is not known"));
                problems.push(said(
                    &at,
                    today.lang,
                    (&ko, &en),
                    ("ignore 또는 ignore-file을 쓰세요", "write `ignore` or `ignore-file`"),
                ));
                continue;
            }
        };
        let (rules, quoted) = selectors(rest);
        for rule in rules.iter().filter(|rule| !is_known(rule, today.rules)) {
            problems.push(unknown_rule(&at, rule, today));
        }
        let why = Reason { text: reason.to_owned(), until: None, at };
        out.push(Comment { rules, text: quoted, scope, why });
    }
    out
}

/// Returns what stands before and after the dash or colon that introduces the reason.
fn split_reason(inner: &str) -> (&str, &str) {
    let marks = ["—", "–", " -- ", " - ", ": "];
    let first = marks.iter().filter_map(|mark| inner.find(mark).map(|i| (i, mark.len()))).min();
    match first {
        Some((i, len)) => (inner[..i].trim(), inner[i + len..].trim()),
        None => (inner, ""),
    }
}

/// Returns the names and the quoted text of an instruction.
fn selectors(rest: &str) -> (Vec<String>, Option<String>) {
    let pairs = [('"', '"'), ('“', '”'), ('‘', '’'), ('\'', '\'')];
    let quoted = pairs.iter().find_map(|(open, close)| {
        let start = rest.find(*open)?;
        let inside = start + open.len_utf8();
        let end = inside + rest[inside..].find(*close)?;
        Some((start, inside..end, end + close.len_utf8()))
    });
    let (names, text) = match quoted {
        Some((start, inside, end)) => (format!("{} {}", &rest[..start], &rest[end..]), Some(rest[inside].to_owned())),
        None => (rest.to_owned(), None),
    };
    let names = names.split(|c: char| c.is_whitespace() || c == ',').filter(|n| !n.is_empty());
    (names.map(str::to_owned).collect(), text)
}

/// Returns the paragraph that a comment stands in, or the next one where it stands on a line of its own.
///
/// A paragraph ends at an empty line.
fn scope_of(text: &str, comment: Span) -> Span {
    let line_start = text[..comment.start()].rfind('\n').map_or(0, |i| i + 1);
    let line_end = text[comment.end()..].find('\n').map_or(text.len(), |i| comment.end() + i);
    let alone = text[line_start..comment.start()].trim().is_empty() && text[comment.end()..line_end].trim().is_empty();
    let mut start = line_start;
    if alone {
        // The next line that is not empty and not itself a comment.
        start = line_end;
        while let Some(line) = text[start..].split_inclusive('\n').next() {
            let trimmed = line.trim();
            let comment = trimmed.starts_with("<!--") && trimmed.ends_with("-->");
            if !trimmed.is_empty() && !comment {
                break;
            }
            start += line.len();
        }
    } else {
        // Back to the empty line before.
        for line in text[..line_start].lines().rev() {
            if line.trim().is_empty() {
                break;
            }
            start = line.as_ptr() as usize - text.as_ptr() as usize;
        }
    }
    let mut end = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim().is_empty() {
            break;
        }
        end += line.len();
    }
    Span::new(start, end)
}
