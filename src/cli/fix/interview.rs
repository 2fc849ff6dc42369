//! The questions of `fix --interactive`: one finding at a time, with its evidence.

use crate::check::agree;
use crate::finding::{Applicability, Edit, Finding, Fix, Lang};
use crate::source::Sources;
use std::io::{self, BufRead, Write};

/// Writes the finding with that index and its evidence.
pub(super) type Show<'a> = dyn FnMut(usize, &mut dyn Write) -> io::Result<()> + 'a;

/// What is asked about.
pub(super) struct Asked<'a> {
    /// The articles.
    pub(super) sources: &'a Sources,
    /// The findings, in the order of the questions.
    pub(super) findings: &'a [Finding],
    /// The language of the questions.
    pub(super) lang: Lang,
    /// Shows one of the findings.
    pub(super) show: &'a mut Show<'a>,
}

/// What was answered.
#[derive(Clone, Debug, Default)]
pub(super) struct Answers {
    /// Findings whose fixes are to be made, each with the fix that was chosen.
    pub(super) fixes: Vec<Finding>,
    /// Findings to ignore by a comment in the article, and why.
    pub(super) comments: Vec<(usize, String)>,
    /// Findings to ignore by an entry in `factdiff.toml`, and why.
    pub(super) entries: Vec<(usize, String)>,
}

/// Whether the questions go on.
enum Next {
    Ask,
    TakeAll,
    Stop,
}

impl Asked<'_> {
    /// Asks about each finding; the end of the input is as `q`.
    pub(super) fn all(&mut self, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<Answers> {
        let mut answers = Answers::default();
        for i in 0..self.findings.len() {
            writeln!(out)?;
            (self.show)(i, out)?;
            match self.one(i, &mut answers, input, out)? {
                Next::Ask => {}
                Next::Stop => break,
                Next::TakeAll => {
                    // What has no fix, or one that only shows, stays for a person.
                    let rest = &self.findings[i..];
                    let sure = |f: &&Finding| f.fix.as_ref().is_some_and(|x| x.applicability > Applicability::Display);
                    answers.fixes.extend(rest.iter().filter(sure).cloned());
                    break;
                }
            }
        }
        Ok(answers)
    }

    fn one(&self, i: usize, answers: &mut Answers, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<Next> {
        let finding = &self.findings[i];
        loop {
            let question = match (&finding.fix, self.lang) {
                (Some(_), Lang::Ko) => "고칠까요? [y,n,a,o,i,q,?] ",
                (Some(_), Lang::En) => "fix this? [y,n,a,o,i,q,?] ",
                (None, Lang::Ko) => "어떻게 할까요? [n,a,o,i,q,?] ",
                (None, Lang::En) => "what now? [n,a,o,i,q,?] ",
            };
            let Some(answer) = self.line(question, input, out)? else { return Ok(Next::Stop) };
            match answer.as_str() {
                "y" | "Y" | "ㅛ" if finding.fix.is_some() => {
                    answers.fixes.push(finding.clone());
                    return Ok(Next::Ask);
                }
                "n" | "N" | "ㅜ" => return Ok(Next::Ask),
                "a" | "A" | "ㅁ" => return Ok(Next::TakeAll),
                "q" | "Q" | "ㅂ" => return Ok(Next::Stop),
                "o" | "O" | "ㅐ" => {
                    if let Some(other) = self.other(finding, input, out)? {
                        answers.fixes.push(other);
                        return Ok(Next::Ask);
                    }
                }
                "i" | "I" | "ㅑ" => {
                    if self.ignore(i, answers, input, out)? {
                        return Ok(Next::Ask);
                    }
                }
                _ => writeln!(out, "{}", self.say(HELP_KO, HELP_EN))?,
            }
        }
    }

    /// Returns the finding with another word in its fix; none where no word was given.
    fn other(&self, finding: &Finding, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<Option<Finding>> {
        for (n, word) in finding.expected.iter().enumerate() {
            writeln!(out, "  {} {}", n + 1, crate::report::visible::line(word))?;
        }
        let question = match (finding.expected.is_empty(), self.lang) {
            (true, Lang::Ko) => "쓸 말: ",
            (true, Lang::En) => "the words: ",
            (false, Lang::Ko) => "번호나 쓸 말: ",
            (false, Lang::En) => "a number or the words: ",
        };
        let Some(word) = self.line(question, input, out)?.filter(|w| !w.is_empty()) else { return Ok(None) };
        let by_number = word.parse::<usize>().ok().and_then(|n| finding.expected.get(n.checked_sub(1)?));
        let word = by_number.cloned().unwrap_or(word);
        let article = self.sources.article(finding.at.article);
        let mut edits = vec![Edit { at: finding.at, text: word.clone() }];
        edits.extend(agree::particle_after(&article.text, finding.at, &word));
        let fix = Some(Fix { edits, applicability: Applicability::Unsafe });
        Ok(Some(Finding { fix, ..finding.clone() }))
    }

    /// Notes that the finding is to be ignored; returns false where no reason was given.
    fn ignore(
        &self,
        i: usize,
        answers: &mut Answers,
        input: &mut dyn BufRead,
        out: &mut dyn Write,
    ) -> io::Result<bool> {
        let question = self.say("왜 지적이 아닙니까? (비우면 그만둠) ", "why is it no finding? (empty: go back) ");
        let Some(reason) = self.line(question, input, out)?.filter(|r| !r.is_empty()) else { return Ok(false) };
        // A headline in the front matter has no room for a comment.
        let finding = &self.findings[i];
        let article = self.sources.article(finding.at.article);
        let room = article.body.contains(finding.at.span) && !reason.contains("--");
        let question = self.say(
            "어디에 적을까요? [f] factdiff.toml  [c] 이 기사의 주석 ",
            "where? [f] factdiff.toml  [c] a comment in the article ",
        );
        let place = if room { self.line(question, input, out)? } else { Some("f".to_owned()) };
        match place.as_deref() {
            Some("f" | "F" | "ㄹ") => answers.entries.push((i, reason)),
            Some("c" | "C" | "ㅊ") => answers.comments.push((i, reason)),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Returns the answer without white space around it; none at the end of the input.
    fn line(&self, question: &str, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<Option<String>> {
        write!(out, "{question}")?;
        out.flush()?;
        let mut line = String::new();
        Ok((input.read_line(&mut line)? > 0).then(|| line.trim().to_owned()))
    }

    fn say<'s>(&self, ko: &'s str, en: &'s str) -> &'s str {
        if self.lang == Lang::Ko { ko } else { en }
    }
}

const HELP_KO: &str = "  y  고친다                        i  앞으로 지적하지 않는다 (이유를 적는다)
  n  그대로 둔다                   q  그만 묻는다 (고르기로 한 것은 고친다)
  a  이것과 나머지를 모두 고친다   ?  이 도움말
  o  다른 말로 고친다";
const HELP_EN: &str = "  y  fix it                        i  ignore it from now on (with a reason)
  n  leave it                      q  ask no more (what was chosen is fixed)
  a  fix it and all the rest       ?  this help
  o  write something else";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Article, Loc, Span};

    fn asked(answers: &str) -> (Answers, String) {
        let text = "박서운은 말했다.\n\n대구를 찾은 나길동은 웃었다.";
        let mut sources = Sources::new();
        let article = sources.push(Article::plain("a.md", "가람", text));
        let finding = |word: &str, to: &[&str], applicability: Option<Applicability>| {
            let start = text.find(word).unwrap();
            let at = Loc { article, span: Span::new(start, start + word.len()) };
            let change = |applicability| Fix { edits: vec![Edit { at, text: to[0].to_owned() }], applicability };
            Finding {
                expected: to.iter().map(|&w| w.to_owned()).collect(),
                message: word.to_owned(),
                fix: applicability.map(change),
                ..Finding::of_name(at)
            }
        };
        let findings = [
            finding("박서운", &["박서훈"], Some(Applicability::Safe)),
            finding("대구", &["대전", "서울"], Some(Applicability::Unsafe)),
            finding("나길동", &[], None),
        ];
        let mut show = |i: usize, out: &mut dyn Write| writeln!(out, "#{i}");
        let mut asked = Asked { sources: &sources, findings: &findings, lang: Lang::Ko, show: &mut show };
        let mut out = Vec::new();
        let answers = asked.all(&mut answers.as_bytes(), &mut out).unwrap();
        (answers, String::from_utf8(out).unwrap())
    }

    fn texts(answers: &Answers) -> Vec<Vec<&str>> {
        let edits = |f: &Finding| f.fix.as_ref().unwrap().edits.clone();
        let _ = edits;
        answers.fixes.iter().map(|f| f.fix.as_ref().unwrap().edits.iter().map(|e| e.text.as_str()).collect()).collect()
    }

    #[test]
    fn yes_no_and_the_end() {
        let (answers, out) = asked("y\nn\nn\n");
        assert_eq!(texts(&answers), [["박서훈"]]);
        assert!(out.contains("#0") && out.contains("#2"));
        assert_eq!(texts(&asked("y\n").0), [["박서훈"]]);
    }

    #[test]
    fn all_the_rest_and_quit() {
        assert_eq!(texts(&asked("a\n").0), [["박서훈"], ["대전"]]);
        assert_eq!(texts(&asked("n\na\n").0), [["대전"]]);
        let (answers, out) = asked("y\nq\n");
        assert_eq!(texts(&answers), [["박서훈"]]);
        assert!(!out.contains("#2"));
    }

    #[test]
    fn another_word_takes_its_particle_along() {
        assert_eq!(texts(&asked("n\no\n2\nn\n").0), [["서울", "을"]]);
        assert_eq!(texts(&asked("n\no\n광주\nn\n").0), [["광주"]]);
        assert_eq!(texts(&asked("n\nn\no\n나길도\n").0), [["나길도", "는"]]);
        // No word: the question is asked again.
        assert_eq!(texts(&asked("n\no\n\ny\nq\n").0), [["대전"]]);
    }

    #[test]
    fn ignoring_wants_a_reason_and_a_place() {
        let (answers, _) = asked("i\n필명이다\nf\ni\n그 도시다\nc\nq\n");
        assert_eq!(answers.entries, [(0, "필명이다".to_owned())]);
        assert_eq!(answers.comments, [(1, "그 도시다".to_owned())]);
        let (answers, _) = asked("i\n\nq\n");
        assert!(answers.entries.is_empty() && answers.comments.is_empty());
    }

    #[test]
    fn anything_else_is_answered_with_help() {
        assert!(asked("?\nq\n").1.contains("그대로 둔다"));
        // Without a fix there is no yes.
        let (answers, out) = asked("n\nn\ny\nq\n");
        assert!(answers.fixes.is_empty() && out.contains("그대로 둔다"));
    }
}
