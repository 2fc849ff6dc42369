//! `gold.toml`: what a perfect checker reports of one event, and nothing more.

use crate::finding::Kind;
use crate::source::{Article, ArticleId, Loc, Problem, ProblemLevel, Sources, Span, as_read};
use serde::Deserialize;
use std::ops::Range;
use std::path::Path;
use toml::Spanned;

/// The labels of one event.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Gold {
    /// What happened, in a line.
    pub event: String,
    /// Whether no finding is right.
    pub clean: bool,
    /// What is to be found.
    pub labels: Vec<Label>,
    /// Legitimate differences that a naive tool would report.
    pub tempting: Vec<Remark>,
    /// Places where a report counts neither for nor against.
    pub optional: Vec<Remark>,
}

/// One wrong or disputed text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// What differs.
    pub kind: Kind,
    /// Where it stands; of a dispute, any side.
    pub at: Loc,
    /// The other sides of a dispute; a report on one of them counts as found.
    pub other: Vec<Loc>,
    /// What should stand there.
    pub expected: Vec<String>,
    /// Who has what is expected.
    pub evidence: Vec<ArticleId>,
    /// Whether it is an error and not a dispute.
    pub certain: bool,
    /// What the one who labelled it adds.
    pub note: String,
}

/// A text that is no finding, and why.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Remark {
    /// Where it stands.
    pub at: Loc,
    /// Why it is none.
    pub why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    event: String,
    clean: Option<Spanned<bool>>,
    #[serde(default)]
    finding: Vec<LabelWritten>,
    #[serde(default)]
    tempting: Vec<RemarkWritten>,
    #[serde(default)]
    optional: Vec<RemarkWritten>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelWritten {
    kind: Kind,
    article: Spanned<String>,
    text: Spanned<String>,
    #[serde(default = "first")]
    occurrence: usize,
    #[serde(default)]
    expected: Vec<String>,
    #[serde(default)]
    evidence: Vec<Spanned<String>>,
    #[serde(default = "yes")]
    certain: bool,
    #[serde(default)]
    other: Vec<SideWritten>,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SideWritten {
    article: Spanned<String>,
    text: Spanned<String>,
    #[serde(default = "first")]
    occurrence: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RemarkWritten {
    article: Spanned<String>,
    text: Spanned<String>,
    #[serde(default = "first")]
    occurrence: usize,
    #[serde(default)]
    why: String,
}

fn first() -> usize {
    1
}

fn yes() -> bool {
    true
}

impl Gold {
    /// Returns the labels that the text of a `gold.toml` states of these articles, or everything that is wrong with it.
    ///
    /// Articles are named by file name, texts by their number of occurrence in the body.
    pub fn read(path: &str, text: &str, sources: &Sources) -> Result<Gold, Vec<Problem>> {
        let written: Written = toml::from_str(text).map_err(|e| vec![Problem::of_toml(path, text, 0, &e)])?;
        let mut reader = Reader { path, text, sources, problems: Vec::new() };
        let clean = written.clean.as_ref().map_or(written.finding.is_empty(), |c| *c.get_ref());
        if let Some(said) = written.clean.filter(|_| clean && !written.finding.is_empty()) {
            let many = written.finding.len();
            reader.wrong(said.span(), format!("`clean` says that no finding is right, but {many} are labelled"));
        }
        let gold = Gold {
            event: written.event,
            clean,
            labels: written.finding.into_iter().filter_map(|l| reader.label(l)).collect(),
            tempting: written.tempting.into_iter().filter_map(|r| reader.remark(r)).collect(),
            optional: written.optional.into_iter().filter_map(|r| reader.remark(r)).collect(),
        };
        if reader.problems.is_empty() { Ok(gold) } else { Err(reader.problems) }
    }
}

/// Looks up what labels name, and notes what is not there.
struct Reader<'a> {
    path: &'a str,
    text: &'a str,
    sources: &'a Sources,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    fn wrong(&mut self, at: Range<usize>, message: String) {
        self.problems.push(Problem::at(self.path, self.text, at, ProblemLevel::Fatal, message));
    }

    fn label(&mut self, written: LabelWritten) -> Option<Label> {
        let at = self.place(&written.article, &written.text, written.occurrence);
        let other: Vec<Loc> =
            written.other.iter().filter_map(|o| self.place(&o.article, &o.text, o.occurrence)).collect();
        let evidence = written.evidence.iter().filter_map(|name| self.article(name)).map(|a| a.id).collect();
        let LabelWritten { kind, expected, certain, note, .. } = written;
        Some(Label { kind, at: at?, other, expected, evidence, certain, note })
    }

    fn remark(&mut self, written: RemarkWritten) -> Option<Remark> {
        let at = self.place(&written.article, &written.text, written.occurrence)?;
        Some(Remark { at, why: written.why })
    }

    fn article(&mut self, name: &Spanned<String>) -> Option<&'a Article> {
        let named = |a: &&Article| Path::new(&a.path).file_name().is_some_and(|n| n == name.get_ref().as_str());
        let found = self.sources.articles().iter().find(named);
        if found.is_none() {
            let problem = Problem::at(
                self.path,
                self.text,
                name.span(),
                ProblemLevel::Fatal,
                format!("there is no article `{}` beside this file", name.get_ref()),
            );
            let names = self.sources.articles().iter().filter_map(|a| Path::new(&a.path).file_name()?.to_str());
            self.problems.push(problem.with_nearest(name.get_ref(), names));
        }
        found
    }

    /// Returns where the n-th occurrence of a text in the body of an article stands; occurrences may overlap.
    fn place(&mut self, article: &Spanned<String>, text: &Spanned<String>, occurrence: usize) -> Option<Loc> {
        let (name, words) = (article.get_ref(), as_read(text.get_ref()));
        let article = self.article(article)?;
        let (id, body, start) = (article.id, article.body.of(&article.text), article.body.start());
        let step = words.chars().next().map_or(1, char::len_utf8);
        let (mut from, mut seen) = (0, 0);
        while let Some(at) = body.get(from..).and_then(|rest| rest.find(&*words)).filter(|_| !words.is_empty()) {
            seen += 1;
            if seen == occurrence {
                let at = start + from + at;
                return Some(Loc { article: id, span: Span::new(at, at + words.len()) });
            }
            from += at + step;
        }
        let times = match seen {
            0 => "does not occur".to_owned(),
            1 => format!("occurs once, not {occurrence} times,"),
            _ => format!("occurs {seen} times, not {occurrence},"),
        };
        self.wrong(text.span(), format!("`{words}` {times} in the body of {name}"));
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources() -> Sources {
        let mut sources = Sources::new();
        sources.push(Article::plain("가/garam.md", "가람일보", "머리말\n\n오오오 시장이 12명을 만났다."));
        sources.push(Article::plain("가/naru.md", "나루신문", "시장이 13명을 만났다."));
        sources
    }

    fn wrong(text: &str) -> String {
        let problems = Gold::read("gold.toml", text, &sources()).expect_err("it is wrong");
        problems.iter().map(|p| format!("{p}|{}", p.help.clone().unwrap_or_default())).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn labels_point_at_text() {
        let text = "event = \"방문\"\n[[finding]]\nkind = \"count\"\narticle = \"garam.md\"\ntext = \"12명\"\ncertain = \
            false\nother = [{ article = \"naru.md\", text = \"13명\" }]\n[[tempting]]\narticle = \"garam.md\"\ntext = \
            \"오오\"\noccurrence = 2\nwhy = \"이름\"\n";
        let gold = Gold::read("gold.toml", text, &sources()).expect("it is right");
        let label = &gold.labels[0];
        assert_eq!(sources().slice(label.at), "12명");
        assert_eq!(sources().slice(label.other[0]), "13명");
        assert_eq!(label.other[0].article, ArticleId(1));
        // The second 오오 of 오오오 begins at its second syllable.
        assert_eq!(gold.tempting[0].at.span.start(), "머리말\n\n오".len());
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let label = |lines: &str| wrong(&format!("[[finding]]\nkind = \"count\"\n{lines}\n"));
        let said = label("article = \"garam.md\"\ntext = \"14명\"");
        assert_eq!(said, "gold.toml:4:8: `14명` does not occur in the body of garam.md|");
        let said = label("article = \"garam.md\"\ntext = \"12명\"\noccurrence = 2");
        assert_eq!(said, "gold.toml:4:8: `12명` occurs once, not 2 times, in the body of garam.md|");
        let said = label("article = \"garan.md\"\ntext = \"12명\"");
        assert_eq!(said, "gold.toml:3:11: there is no article `garan.md` beside this file|did you mean `garam.md`?");
        let said = label("article = \"garam.md\"\ntext = \"12명\"\nevidence = [\"naru.md\", \"none.md\"]");
        assert!(said.starts_with("gold.toml:5:24: there is no article `none.md`"), "{said}");
        let said = wrong("[[finding]]\nkind = \"counts\"\n");
        assert!(said.starts_with("gold.toml:2:8: unknown variant `counts`"), "{said}");
        assert!(said.ends_with("did you mean `count`?"), "{said}");
        let said = label("article = \"garam.md\"\ntext = \"12명\"\ncertian = true");
        assert!(said.contains("unknown field `certian`") && said.ends_with("`certain`?"), "{said}");
        let said = wrong("clean = true\n[[finding]]\nkind = \"count\"\narticle = \"garam.md\"\ntext = \"12명\"\n");
        assert!(said.starts_with("gold.toml:1:9: `clean` says that no finding is right, but 1"), "{said}");
        assert!(wrong("clean = ").starts_with("gold.toml:1:"), "a TOML error has its line");
    }
}
