//! A list and its number: `소리마당, 대숲마당, 맛마당, 장터마당 등 4개 마당`, `경제팀·문화팀·교육팀 3개 팀`.

use super::Slip;
use super::page::{Figure, Page};
use crate::align::figure::Class;
use crate::claim::MICRO;
use crate::finding::Kind;
use crate::text::{Script, Token};

/// Returns the numbers behind lists that name more, or without 등 one less or more.
pub(super) fn slips(page: &Page<'_>) -> Vec<Slip> {
    page.figures.iter().filter_map(|f| number_of_list(page, f)).collect()
}

fn number_of_list(page: &Page<'_>, f: &Figure) -> Option<Slip> {
    let n = f.value / MICRO;
    if !matches!(&f.class, Class::Count(c) if COUNTERS.contains(&c.as_str())) || f.rough || !(2..=12).contains(&n) {
        return None;
    }
    let tokens = page.doc.tokens_of(&page.doc.sentences[f.sentence]);
    let mut end = tokens.partition_point(|t| t.span.end() <= f.span.start());
    let text = |t: &Token| page.doc.slice(t.span);
    let open = end > 0 && text(&tokens[end - 1]) == "등";
    if open {
        end -= 1;
    }
    let items = items(page, &tokens[..end])?;
    let wrong = if open { items > n } else { items.abs_diff(n) == 1 };
    (items >= 3 && wrong).then(|| Slip {
        kind: Kind::Count,
        at: f.span,
        expected: page.rewrite(f, items * MICRO),
        confidence: if open { 0.85 } else { 0.7 },
        reason: format!("앞에 적은 것이 {items}가지다"),
        operands: vec![tokens[end - 1].span],
    })
}

/// Counters of what is listed by name.
const COUNTERS: &[&str] = &["곳", "명", "팀", "개국", "개사", "가지", "종", "종목", "부문", "분야", "과목", "개"];

/// Returns how many things the tokens at the end list: bare words with one sort of separator between them.
fn items(page: &Page<'_>, tokens: &[Token]) -> Option<i128> {
    let text = |t: &Token| page.doc.slice(t.span);
    let mut start = tokens.len();
    let mut words = 0;
    for t in tokens.iter().rev() {
        match t.script {
            Script::Sign if matches!(text(t), "," | "·") => words = 0,
            // A word with an ending is none of the list, nor are more words than a name has.
            Script::Hangul | Script::Latin
                if words < 2 && t.stem as usize == t.span.len() && t.root == t.stem && !is_verbal(text(t)) =>
            {
                words += 1;
            }
            _ => break,
        }
        start -= 1;
    }
    // 사상과 공주·부여·청양: 과 before the list puts more to it.
    let joined = start.checked_sub(1).map(|i| page.doc.slice(tokens[i].josa()));
    if joined.is_some_and(|j| matches!(j, "과" | "와" | "하고" | "이랑" | "랑")) {
        return None;
    }
    let list = &tokens[start..];
    let commas = list.iter().filter(|t| text(t) == ",").count();
    let dots = list.iter().filter(|t| text(t) == "·").count();
    let separators = if commas > 0 { commas } else { dots };
    // The list begins after a word with an ending or at the start of the sentence, and ends in a word; commas and
    // dots together tell parts of parts.
    let whole = list.first().is_some_and(|t| t.script != Script::Sign)
        && list.last().is_some_and(|t| t.script != Script::Sign)
        && (commas == 0 || dots == 0);
    (whole && separators > 0).then_some(separators as i128 + 1)
}

/// Returns whether the word ends as forms of verbs do before a noun.
fn is_verbal(word: &str) -> bool {
    word.ends_with(['한', '된', '인', '할', '될', '던', '는', '며', '고'])
}
