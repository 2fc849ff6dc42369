//! Front matter: what an article says about itself before its copy, TOML between `+++` or YAML between `---`.

use super::{Problem, ProblemLevel, Span, Stamp, stamp};
use saphyr_parser::{Event, Parser};
use std::borrow::Cow;
use std::ops::Range;

/// What the front matter says; all empty where there is none.
#[derive(Debug, Default)]
pub(super) struct Matter {
    pub(super) outlet: Option<String>,
    pub(super) published: Option<Stamp>,
    pub(super) title: Option<Span>,
    pub(super) byline: Option<String>,
    pub(super) url: Option<String>,
    /// The first byte of the copy.
    pub(super) body: usize,
    /// What could not be read; the rest still counts.
    pub(super) problem: Option<Problem>,
}

/// What is wrong: bytes of the front matter, and words.
type Wrong = (Range<usize>, String);

/// Returns the front matter of a file whose text begins at byte `start`.
pub(super) fn split(path: &str, text: &str, start: usize) -> Matter {
    let mut matter = Matter { body: start, ..Matter::default() };
    let first = text[start..].split_inclusive('\n').next().unwrap_or_default();
    let fence = first.trim_end();
    if fence != "+++" && fence != "---" {
        return matter;
    }
    let from = start + first.len();
    let mut at = from;
    let mut close = None;
    for line in text[from..].split_inclusive('\n') {
        if line.trim_end() == fence {
            close = Some((at, at + line.len()));
            break;
        }
        at += line.len();
    }
    let warn = |(range, message): Wrong| {
        Problem::at(path, text, range, ProblemLevel::Warning, message)
            .with_help("읽을 수 있는 항목만 쓰고, 기사는 그대로 비교합니다")
    };
    let Some((to, body)) = close else {
        // A line of hyphens is a rule in many pages; three plus signs are nothing else.
        if fence == "+++" {
            let message = "머리말을 닫는 ‘+++’ 줄이 없습니다".to_owned();
            matter.problem = Some(warn((start..start + 3, message)));
            matter.body = from;
        }
        return matter;
    };
    let block = &text[from..to];
    let wrong = if fence == "+++" { toml(&mut matter, block, from) } else { yaml(&mut matter, block, from) };
    match wrong {
        // Two rules around a paragraph are no front matter.
        Some(_) if fence == "---" && !lines(block).any(|(key, _)| is_known(key)) => return matter,
        Some((range, message)) => {
            lenient(&mut matter, block, from);
            matter.problem = Some(warn((from + range.start..from + range.end, message)));
        }
        None if fence == "---" && block.trim().is_empty() => return matter,
        None => {}
    }
    matter.body = body;
    matter
}

fn is_known(key: &str) -> bool {
    matches!(key, "outlet" | "published" | "title" | "byline" | "url")
}

impl Matter {
    /// Takes one value; `raw` is its place in the file, quotes included.
    fn set(&mut self, key: &str, value: &str, raw: Range<usize>, text_of_raw: &str) -> Result<(), String> {
        let words = || Some(value.trim().to_owned()).filter(|v| !v.is_empty());
        match key {
            "outlet" => self.outlet = words(),
            "byline" => self.byline = words(),
            "url" => self.url = words(),
            "title" => self.title = Some(unquoted(text_of_raw, raw.start)).filter(|s| !s.is_empty()),
            "published" => {
                self.published = stamp::find(value).map(|(s, _)| s);
                if self.published.is_none() {
                    return Err(format!("발행 시각 ‘{value}’을 읽을 수 없습니다(예: 2024-07-30T11:17:00+09:00)"));
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// Returns the place of a value without its quotes and the white space inside them.
fn unquoted(raw: &str, at: usize) -> Span {
    let mut inner = raw.trim();
    for quote in ["\"\"\"", "'''", "\"", "'"] {
        if let Some(s) = inner.strip_prefix(quote).and_then(|s| s.strip_suffix(quote)) {
            inner = s.trim();
            break;
        }
    }
    let place = Span::within(raw, inner);
    Span::new(at + place.start(), at + place.end())
}

fn toml(matter: &mut Matter, block: &str, at: usize) -> Option<Wrong> {
    let table = match toml::de::DeTable::parse(block) {
        Ok(table) => table.into_inner(),
        Err(e) => {
            let range = e.span().unwrap_or(0..0);
            return Some((range, format!("머리말의 TOML을 읽을 수 없습니다: {}", e.message().replace('\n', ", "))));
        }
    };
    let mut wrong = None;
    for (key, value) in &table {
        let key: &str = key.get_ref();
        if !is_known(key) {
            continue;
        }
        let range = value.span();
        let words: Cow<'_, str> = match value.get_ref() {
            toml::de::DeValue::String(s) => Cow::Borrowed(s.as_ref()),
            toml::de::DeValue::Datetime(d) => Cow::Owned(d.to_string()),
            _ => {
                wrong = wrong.or(Some((range, format!("‘{key}’의 값은 따옴표로 묶은 글이어야 합니다"))));
                continue;
            }
        };
        let raw = &block[range.clone()];
        if let Err(message) = matter.set(key, &words, at + range.start..at + range.end, raw) {
            wrong = wrong.or(Some((range, message)));
        }
    }
    wrong
}

fn yaml(matter: &mut Matter, block: &str, at: usize) -> Option<Wrong> {
    // The parser counts characters.
    let mut bytes = Positions { text: block, chars: 0, bytes: 0 };
    let (mut depth, mut key, mut wrong) = (0, None::<String>, None);
    for event in Parser::new_from_str(block) {
        let (event, span) = match event {
            Ok(e) => e,
            Err(e) => {
                let at = Positions { text: block, chars: 0, bytes: 0 }.byte(e.marker().index());
                return Some((at..at + 1, format!("머리말의 YAML을 읽을 수 없습니다: {}", e.info())));
            }
        };
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                depth += 1;
                if depth > 1
                    && let Some(k) = key.take().filter(|k| is_known(k))
                {
                    let from = bytes.byte(span.start.index());
                    wrong = wrong.or(Some((from..from + 1, format!("‘{k}’의 값은 한 줄의 글이어야 합니다"))));
                }
            }
            Event::MappingEnd | Event::SequenceEnd => depth -= 1,
            Event::Scalar(value, ..) if depth == 1 => match key.take() {
                None => key = Some(value.into_owned()),
                Some(k) if is_known(&k) => {
                    let range = bytes.byte(span.start.index())..bytes.byte(span.end.index());
                    let raw = &block[range.clone()];
                    if let Err(message) = matter.set(&k, &value, at + range.start..at + range.end, raw) {
                        wrong = wrong.or(Some((range, message)));
                    }
                }
                Some(_) => {}
            },
            Event::Scalar(value, ..) if depth == 0 && !value.is_empty() => {
                return Some((0..1, "머리말이 ‘이름: 값’ 줄로 되어 있지 않습니다".to_owned()));
            }
            _ => {}
        }
    }
    wrong
}

/// Bytes of ascending numbers of characters.
struct Positions<'a> {
    text: &'a str,
    chars: usize,
    bytes: usize,
}

impl Positions<'_> {
    fn byte(&mut self, chars: usize) -> usize {
        while self.chars < chars
            && let Some(c) = self.text[self.bytes..].chars().next()
        {
            self.bytes += c.len_utf8();
            self.chars += 1;
        }
        self.bytes
    }
}

/// Returns the lines `key = value` and `key: value`.
fn lines(block: &str) -> impl Iterator<Item = (&str, &str)> {
    block.lines().filter_map(|line| {
        let (key, value) = line.split_once(['=', ':'])?;
        Some((key.trim(), value))
    })
}

/// Reads line by line what neither parser accepts: an unclosed quote, `title: [단독] …`.
fn lenient(matter: &mut Matter, block: &str, at: usize) {
    for (key, value) in lines(block) {
        let missing = match key {
            "outlet" => matter.outlet.is_none(),
            "published" => matter.published.is_none(),
            "title" => matter.title.is_none(),
            "byline" => matter.byline.is_none(),
            "url" => matter.url.is_none(),
            _ => false,
        };
        let words = value.trim().trim_matches(['"', '\'']);
        if missing && !words.is_empty() {
            let place = Span::within(block, words);
            // A date that cannot be read was told of already, or stands behind the first error.
            let _ = matter.set(key, words, at + place.start()..at + place.end(), words);
        }
    }
}
