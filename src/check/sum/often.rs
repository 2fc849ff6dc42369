//! How often something is done, told in two ways, and the word for the change: `한 달에 한 번에서 매주로 줄인다` is more often.

use super::Slip;
use super::page::Page;
use crate::finding::Kind;
use crate::source::Span;

/// How often something is done in a year, by the words for it.
const EVERY: &[(&str, u32)] = &[
    ("매일", 365),
    ("날마다", 365),
    ("매주", 52),
    ("주마다", 52),
    ("격주", 26),
    ("매달", 12),
    ("매월", 12),
    ("달마다", 12),
    ("격월", 6),
    ("두 달에 한 번", 6),
    ("분기마다", 4),
    ("분기에 한 번", 4),
    ("반기마다", 2),
    ("반기에 한 번", 2),
    ("매년", 1),
    ("해마다", 1),
];

/// How often a stretch of time comes in a year.
const STRETCHES: &[(&str, u32)] = &[
    ("하루에", 365),
    ("하루", 365),
    ("한 주에", 52),
    ("일주일에", 52),
    ("1주일에", 52),
    ("매주", 52),
    ("주당", 52),
    ("주", 52),
    ("한 달에", 12),
    ("매달", 12),
    ("매월", 12),
    ("월", 12),
    ("한 해에", 1),
    ("1년에", 1),
    ("일 년에", 1),
    ("해마다", 1),
    ("연간", 1),
    ("연", 1),
];

/// Numbers of times.
const TIMES: &[&str] = &["한", "두", "세", "네", "다섯", "여섯", "일곱"];

/// Words of the change, more often first.
const CHANGES: &[(&str, &str)] = &[
    ("늘렸", "줄였"),
    ("늘린", "줄인"),
    ("늘리", "줄이"),
    ("늘려", "줄여"),
    ("늘릴", "줄일"),
    ("늘었", "줄었"),
    ("늘어난", "줄어든"),
    ("늘어나", "줄어들"),
    ("늘어날", "줄어들"),
    ("확대", "축소"),
];

/// Returns the words for the change of how often something is done that the two ends contradict.
pub(super) fn slips(page: &Page<'_>) -> Vec<Slip> {
    let text = page.doc.text;
    let mut out = Vec::new();
    for (at, _) in text.match_indices("에서 ") {
        // What is told before ends in 번, 회 or a word like 매주.
        let lead = &text[..at];
        if !lead.ends_with(['번', '회', '주', '달', '월', '년', '일', '다']) {
            continue;
        }
        let start = lead.rfind(['.', '\n', ',']).map_or(0, |i| i + 1);
        let Some((old, from)) = often_at_end(&lead[start..]) else { continue };
        let rest = &text[at + "에서 ".len()..];
        let Some((new, len)) = often(rest) else { continue };
        let behind = &rest[len..];
        let Some(tail) = ["으로 ", "로 "].iter().find_map(|j| behind.strip_prefix(j)) else { continue };
        // 점검 주기를 한 달에 한 번에서 매주로 줄인다: it is the time between that is less.
        let sentence = &lead[start..];
        if ["주기", "간격", "기간", "시간"].iter().any(|w| sentence.contains(w)) || old == new {
            continue;
        }
        let how = ["크게 ", "두 배로 ", "대폭 "].iter().find_map(|h| tail.strip_prefix(h)).unwrap_or(tail);
        let Some((said, other)) = CHANGES.iter().find_map(|&(up, down)| {
            let (wrong, right) = if new > old { (down, up) } else { (up, down) };
            how.starts_with(wrong).then_some((wrong, right))
        }) else {
            continue;
        };
        let at = text.len() - how.len();
        out.push(Slip {
            kind: Kind::Polarity,
            at: Span::new(at, at + said.len()),
            expected: Some(other.to_owned()),
            confidence: 0.88,
            reason: format!(
                "‘{}’보다 ‘{}’ 쪽이 더 {}",
                &sentence[from..],
                &rest[..len],
                if new > old { "잦다" } else { "드물다" }
            ),
            operands: vec![Span::new(start + from, start + sentence.len())],
        });
    }
    out
}

/// Returns how often something is done in a year as a text begins with it, in hundredths, and how long it is.
fn often(text: &str) -> Option<(u32, usize)> {
    for &(word, times) in STRETCHES {
        let Some(rest) = text.strip_prefix(word) else { continue };
        let gap = rest.len() - rest.trim_start().len();
        if let Some((n, len)) = times_at(rest.trim_start()) {
            return Some((times * n, word.len() + gap + len));
        }
    }
    EVERY.iter().find(|(w, _)| text.starts_with(w)).map(|&(w, times)| (times, w.len()))
}

/// Returns how often something is done as a text ends with it, and where that begins.
fn often_at_end(text: &str) -> Option<(u32, usize)> {
    let mut starts =
        text.char_indices().rev().take(14).map(|(i, _)| i).filter(|&i| i == 0 || text[..i].ends_with([' ', '(']));
    let mut best = None;
    for i in starts.by_ref() {
        if let Some((n, len)) = often(&text[i..])
            && i + len == text.len()
        {
            best = Some((n, i));
        }
    }
    best
}

/// Returns the number of times that a text begins with: `두 번`, `2회`.
fn times_at(text: &str) -> Option<(u32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (n, len) = if (1..=2).contains(&digits) {
        (text[..digits].parse().ok()?, digits)
    } else {
        let k = TIMES.iter().position(|w| text.starts_with(w))?;
        (k as u32 + 1, TIMES[k].len())
    };
    let rest = &text[len..];
    let gap = rest.len() - rest.trim_start().len();
    let counter = ["번", "회", "차례"].iter().find(|c| rest.trim_start().starts_with(**c))?;
    Some((n, len + gap + counter.len()))
}
