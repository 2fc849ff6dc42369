//! Message templates: `‘{found:은}’ 다른 매체의 ‘{expected:과}’ 다르다`.
//!
//! `{word}` is replaced; `{word:조사}` is replaced and followed by the form of the particle that fits the end of what was
//! filled in, behind a closing quotation mark if one follows: ‘오세운’은, ‘김민수’는, ‘15%’는.

use super::Rule;
use crate::finding::Lang;
use crate::text::hangul::Final;
use crate::text::josa;

/// What a message is made from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said<'a> {
    /// The text at fault, as it stands in the article.
    pub found: &'a str,
    /// What should stand there, best first; empty where nobody knows.
    pub expected: &'a [String],
    /// The outlet of the article at fault.
    pub outlet: &'a str,
    /// The outlets that have `expected`; empty where the same article has it.
    pub others: &'a [&'a str],
    /// Whether it is proven that `found` is wrong; else the sources only differ.
    pub proven: bool,
}

impl Rule {
    /// Returns the message of a finding of this rule: one sentence that stands alone.
    pub fn message(&self, lang: Lang, said: &Said<'_>) -> String {
        let words = self.words(lang);
        let lang = if self.en.is_some() { lang } else { Lang::Ko };
        let template = match &words.differ {
            Some(differ) if !said.proven => differ,
            _ => &words.message,
        };
        if said.expected.is_empty() && template.uses(Word::Expected) {
            return format!("{}: {}", words.summary, one_line(said.found));
        }
        template.fill(lang, said)
    }
}

/// A word that a template asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Word {
    Found,
    Expected,
    Outlet,
    Others,
}

/// The words that a template may ask for, by name.
const WORDS: [(&str, Word); 4] =
    [("found", Word::Found), ("expected", Word::Expected), ("outlet", Word::Outlet), ("others", Word::Others)];

/// A part of a template.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Part {
    /// Stands as it is.
    Text(String),
    /// Is filled in, with a particle behind it.
    Word(Word, Option<&'static (&'static str, &'static str)>),
}

/// A message with gaps for what was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Template {
    parts: Vec<Part>,
}

/// What is wrong with a template, and the bytes of it that are meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct TemplateError {
    pub(super) message: String,
    pub(super) bytes: std::ops::Range<usize>,
}

impl Template {
    /// Returns the template that the text describes.
    pub(super) fn parse(text: &str) -> Result<Template, TemplateError> {
        let error = |message: String, bytes| Err(TemplateError { message, bytes });
        let mut parts = Vec::new();
        let mut rest = 0;
        while let Some(open) = text[rest..].find('{').map(|i| rest + i) {
            let Some(close) = text[open..].find('}').map(|i| open + i) else {
                return error("`{` without `}`".to_owned(), open..text.len());
            };
            if open > rest {
                parts.push(Part::Text(text[rest..open].to_owned()));
            }
            let (name, particle) = match text[open + 1..close].split_once(':') {
                Some((name, particle)) => (name, Some(particle)),
                None => (&text[open + 1..close], None),
            };
            let Some(&(_, word)) = WORDS.iter().find(|(n, _)| *n == name) else {
                let names: Vec<String> = WORDS.iter().map(|(n, _)| format!("`{n}`")).collect();
                let message = format!("unknown placeholder `{name}`, expected one of {}", names.join(", "));
                return error(message, open..close + 1);
            };
            let pair = match particle {
                None => None,
                Some(p) => match josa::PAIRS.iter().find(|(closed, open)| *closed == p || *open == p) {
                    None => return error(format!("`{p}` is not a particle with two forms"), open..close + 1),
                    pair => pair,
                },
            };
            parts.push(Part::Word(word, pair));
            rest = close + 1;
        }
        if rest < text.len() {
            parts.push(Part::Text(text[rest..].to_owned()));
        }
        Ok(Template { parts })
    }

    fn uses(&self, word: Word) -> bool {
        self.parts.iter().any(|p| matches!(p, Part::Word(w, _) if *w == word))
    }

    fn fill(&self, lang: Lang, said: &Said<'_>) -> String {
        let mut out = String::new();
        let mut particle = None;
        for part in &self.parts {
            match part {
                Part::Text(text) => {
                    let marks = text.len() - text.trim_start_matches(['’', '”', '\'', '"']).len();
                    out.push_str(&text[..marks]);
                    out.push_str(particle.take().unwrap_or_default());
                    out.push_str(&text[marks..]);
                }
                Part::Word(word, pair) => {
                    out.push_str(particle.take().unwrap_or_default());
                    let filled = match word {
                        Word::Found => one_line(said.found),
                        Word::Expected => one_line(said.expected.first().map_or("", String::as_str)),
                        Word::Outlet => one_line(said.outlet),
                        Word::Others => others(lang, said.others),
                    };
                    particle = pair.map(|pair| fitting(pair, &filled));
                    out.push_str(&filled);
                }
            }
        }
        out.push_str(particle.unwrap_or_default());
        out
    }
}

/// Returns the text with every run of white space as one space.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the outlets as a phrase: 가람일보 · 가람일보와 나루신문 · 가람일보 등 3개 매체.
fn others(lang: Lang, outlets: &[&str]) -> String {
    match (lang, outlets) {
        (Lang::Ko, []) => "같은 기사 다른 곳".to_owned(),
        (Lang::En, []) => "the same article".to_owned(),
        (_, [one]) => one_line(one),
        (Lang::Ko, [a, b]) => format!("{}·{}", one_line(a), one_line(b)),
        (Lang::En, [a, b]) => format!("{} and {}", one_line(a), one_line(b)),
        (Lang::Ko, [first, ..]) => format!("{} 등 {}개 매체", one_line(first), outlets.len()),
        (Lang::En, [first, ..]) => format!("{} and {} others", one_line(first), outlets.len() - 1),
    }
}

/// Returns the form that fits the sound the text ends in, or both where that is not certain: `은(는)`.
fn fitting(pair: &'static (&'static str, &'static str), text: &str) -> &'static str {
    match josa::final_sound(text) {
        Some(Final::Open) => pair.1,
        Some(Final::Rieul) if pair.0 == "으로" => pair.1,
        Some(_) => pair.0,
        None => match pair.0 {
            "은" => "은(는)",
            "이" => "이(가)",
            "을" => "을(를)",
            "과" => "과(와)",
            "으로" => "(으)로",
            "이나" => "(이)나",
            "이라" => "(이)라",
            "이며" => "(이)며",
            "이란" => "(이)란",
            "아" => "아(야)",
            closed => closed,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(template: &str, found: &str, expected: &str) -> String {
        let said = Said { found, expected: &[expected.to_owned()], outlet: "가람일보", ..Said::default() };
        Template::parse(template).unwrap().fill(Lang::Ko, &said)
    }

    #[test]
    fn particles_fit_what_is_filled_in() {
        for (template, found, expected, want) in [
            ("‘{found:은}’ ‘{expected:과}’ 다르다", "오세운", "오세훈", "‘오세운’은 ‘오세훈’과 다르다"),
            ("‘{found:는}’ ‘{expected:와}’ 다르다", "김민수", "김민주", "‘김민수’는 ‘김민주’와 다르다"),
            ("‘{expected:으로}’ 적는다", "", "서울", "‘서울’로 적는다"),
            ("‘{expected:으로}’ 적는다", "", "부산", "‘부산’으로 적는다"),
            ("‘{found:이}’", "15%", "", "‘15%’가"),
            ("{found:은}", "서울\n시장", "", "서울 시장은"),
            ("‘{found:은}’ 틀렸다", "胡", "", "‘胡’은(는) 틀렸다"),
            ("‘{found:으로}’", "胡", "", "‘胡’(으)로"),
        ] {
            assert_eq!(filled(template, found, expected), want);
        }
    }

    #[test]
    fn outlets_are_counted() {
        assert_eq!(others(Lang::Ko, &["가", "나", "다"]), "가 등 3개 매체");
        assert_eq!(others(Lang::En, &["A", "B"]), "A and B");
        assert_eq!(others(Lang::Ko, &[]), "같은 기사 다른 곳");
    }

    #[test]
    fn mistakes_are_named() {
        for (template, message) in [
            ("{fuond}", "unknown placeholder `fuond`, expected one of `found`, `expected`, `outlet`, `others`"),
            ("{found:에서}", "`에서` is not a particle with two forms"),
            ("{found", "`{` without `}`"),
        ] {
            assert_eq!(Template::parse(template).unwrap_err().message, message);
        }
    }
}
