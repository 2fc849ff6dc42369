//! Time that passed, and points from wins: `오전 11시 35분보다 4시간 10분 늦었다`, `9승 4무 … 승점 31`.

use super::page::Page;
use super::{Others, Slip};
use crate::claim::{Claim, Value};
use crate::finding::Kind;
use crate::source::Span;
use crate::text::Script;

/// Returns the stretches of time that their ends contradict, and points that wins and draws contradict.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let mut out = Vec::new();
    let told = memchr::memmem::find(page.doc.text.as_bytes(), "승점 ".as_bytes()).is_some();
    for s in 0..page.doc.sentences.len() {
        let sentence = page.doc.sentences[s].span;
        // Many sentences have no number at all.
        if !page.doc.tokens_of(&page.doc.sentences[s]).iter().any(|t| t.script == Script::Number) {
            continue;
        }
        let stretches = stretches(sentence.of(page.doc.text), sentence.start());
        out.extend(delay(page, s, &stretches));
        out.extend(later(page, others, s, &stretches));
        out.extend(record(page, &stretches));
        if told {
            out.extend(points(page, sentence));
        }
    }
    out
}

/// A stretch of time in the text, in seconds.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    span: Span,
    seconds: i64,
    /// Whether minutes, and seconds, are part of it.
    minutes: bool,
    second: bool,
}

/// Returns the stretches of a text: `4시간 10분`, `2시간 6분 41초`, `22초`.
fn stretches(text: &str, base: usize) -> Vec<Stretch> {
    let mut out = Vec::new();
    let bytes = text.as_bytes();
    let mut i = 0;
    while let Some(digit) = bytes[i..].iter().position(u8::is_ascii_digit) {
        i += digit;
        let start = i;
        let (mut total, mut at, mut seen) = (0_i64, i, [false; 3]);
        loop {
            let digits = text[at..].len() - text[at..].trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let Ok(n) = text[at..at + digits].parse::<i64>() else { break };
            let rest = &text[at + digits..];
            let units = [("시간", 3600), ("분", 60), ("초", 1)];
            let Some(k) = units.iter().position(|(u, _)| rest.starts_with(u)) else { break };
            // 30분의 1, 30분기: no time.
            if n > 1000 || seen[k..].contains(&true) || rest.starts_with("분의") || rest.starts_with("분기") {
                break;
            }
            seen[k] = true;
            total += n * units[k].1;
            i = at + digits + units[k].0.len();
            at = i + usize::from(text[i..].starts_with(' '));
        }
        if i > start {
            // 오후 3시 45분 has its minutes behind 시.
            let clock = text[..start].trim_end().ends_with('시');
            if !clock {
                out.push(Stretch {
                    span: Span::new(base + start, base + i),
                    seconds: total,
                    minutes: seen[1],
                    second: seen[2],
                });
            }
        } else {
            while i < bytes.len() && bytes[i].is_ascii_digit() {
                i += 1;
            }
        }
    }
    out
}

/// Returns a stretch in words.
fn spell(seconds: i64) -> String {
    let parts = [(seconds / 3600, "시간"), (seconds % 3600 / 60, "분"), (seconds % 60, "초")];
    let words: Vec<String> = parts.iter().filter(|p| p.0 > 0).map(|(n, u)| format!("{n}{u}")).collect();
    words.join(" ")
}

/// `오후 3시 45분 … 예정 시각 오전 11시 35분보다 4시간 10분 늦었다`.
fn delay(page: &Page<'_>, s: usize, stretches: &[Stretch]) -> Option<Slip> {
    let stretch = stretches.iter().find(|d| d.minutes && !d.second)?;
    let tail = page.after(stretch.span, s);
    let word = tail.trim_start();
    if !["늦", "지연", "일찍", "빨", "앞"].iter().any(|w| word.starts_with(w)) {
        return None;
    }
    let block = page.doc.sentences[s].block;
    let times: Vec<(Span, i64)> = page
        .claims
        .iter()
        .filter(|c| c.span.end() <= stretch.span.start() && page.doc.sentences[c.sentence as usize].block == block)
        .filter_map(|c| match c.value {
            Value::Time { hour, minute: Some(minute), half_known: true, .. } => {
                Some((c.span, i64::from(hour) * 60 + i64::from(minute)))
            }
            _ => None,
        })
        .collect();
    let [.., (to, end), (from, start)] = times[..] else { return None };
    if !page.between(from, stretch.span).starts_with("보다 ") || from.start() < page.doc.sentences[s].span.start() {
        return None;
    }
    let want = (end - start).abs() * 60;
    let near = want / 60 % 60 == stretch.seconds / 60 % 60 || want / 3600 == stretch.seconds / 3600;
    (want != stretch.seconds && want > 0 && near).then(|| Slip {
        kind: Kind::Sum,
        at: stretch.span,
        expected: Some(spell(want)),
        confidence: 0.92,
        reason: format!("{}에서 {}까지는 {}이다", page.doc.slice(from), page.doc.slice(to), spell(want)),
        operands: vec![from, to],
    })
}

/// `오전 6시 52분에 끊겨 3시간 42분 뒤인 오전 10시 34분에 이어졌다`: which of the three nobody else has is wrong.
fn later(page: &Page<'_>, others: &Others<'_>, s: usize, stretches: &[Stretch]) -> Option<Slip> {
    if !stretches.iter().any(|d| d.minutes && !d.second) {
        return None;
    }
    let times: Vec<&Claim> = page.claims.iter().filter(|c| c.sentence as usize == s && clock(c).is_some()).collect();
    for stretch in stretches.iter().filter(|d| d.minutes && !d.second) {
        let from = times.iter().rev().find(|c| c.span.end() <= stretch.span.start());
        let to = times.iter().find(|c| c.span.start() >= stretch.span.end());
        let (Some(from), Some(to)) = (from, to) else { continue };
        let gap = page.between(stretch.span, to.span).trim();
        if !matches!(gap, "뒤인" | "뒤" | "만인" | "후인" | "후" | "지난" | "만인 이날" | "뒤인 이날")
        {
            continue;
        }
        let (start, end) = (clock(from)?, clock(to)?);
        let passed = stretch.seconds / 60;
        // 오전 6시 … 10시: the half of the day need not be said again.
        if (start + passed - end) % (12 * 60) == 0 {
            return None;
        }
        let stretched =
            page.claims.iter().find(|c| c.span.overlaps(stretch.span) && matches!(c.value, Value::Measure { .. }));
        let known =
            [others.confirm_claim(from), stretched.is_some_and(|c| others.confirm_claim(c)), others.confirm_claim(to)];
        let want = (start + passed).rem_euclid(24 * 60);
        let half = if page.doc.slice(to.span).contains("전 ") || page.doc.slice(to.span).contains("후 ") {
            want
        } else {
            end
        };
        let near = (want - half).abs() < 60 || want % 60 == end % 60;
        return match known {
            [_, false, true] if (end - start) > 0 => Some(Slip {
                kind: Kind::Sum,
                at: stretch.span,
                expected: Some(spell((end - start) * 60)),
                confidence: 0.9,
                reason: format!(
                    "{}에서 {}까지는 {}이다",
                    page.doc.slice(from.span),
                    page.doc.slice(to.span),
                    spell((end - start) * 60)
                ),
                operands: vec![from.span, to.span],
            }),
            [_, _, false] if near => {
                let said = page.doc.slice(to.span);
                let digits = said.find(|c: char| c.is_ascii_digit())?;
                let hour = if said[..digits].contains("전") || said[..digits].contains("후") {
                    (want / 60 + 11) % 12 + 1
                } else {
                    want / 60
                };
                let expected = format!("{}{hour}시 {}분", &said[..digits], want % 60);
                Some(Slip {
                    kind: Kind::Time,
                    at: to.span,
                    expected: Some(expected.clone()),
                    confidence: 0.9,
                    reason: format!(
                        "{}에서 {} 뒤는 {expected}이다",
                        page.doc.slice(from.span),
                        page.doc.slice(stretch.span)
                    ),
                    operands: vec![from.span, stretch.span],
                })
            }
            _ => None,
        };
    }
    None
}

/// Returns the minute of the day that a claim says.
fn clock(claim: &Claim) -> Option<i64> {
    match claim.value {
        Value::Time { hour, minute: Some(minute), .. } => Some(i64::from(hour) * 60 + i64::from(minute)),
        _ => None,
    }
}

/// `종전 기록(2시간 7분 3초)을 22초 앞당긴 2시간 6분 41초`.
fn record(page: &Page<'_>, stretches: &[Stretch]) -> Option<Slip> {
    stretches.windows(3).find_map(|w| {
        let [old, by, new] = w else { return None };
        let verb = page.between(by.span, new.span);
        let faster = ["앞당긴", "단축한", "줄인", "빠른"].iter().any(|v| verb.trim_start().starts_with(v));
        let object = page.between(old.span, by.span);
        let tied = ["을", "를", "보다", ")을", ")를", ")보다"].iter().any(|o| object.trim() == *o);
        let want = old.seconds - new.seconds;
        (faster && tied && verb.len() <= 24 && old.second && new.second && want > 0 && want != by.seconds).then(|| {
            Slip {
                kind: Kind::Sum,
                at: by.span,
                expected: Some(spell(want)),
                confidence: 0.92,
                reason: format!("{} - {} = {}", page.doc.slice(old.span), page.doc.slice(new.span), spell(want)),
                operands: vec![old.span, new.span],
            }
        })
    })
}

/// `9승 4무 4패, 승점 31`: three for a win, one for a draw.
fn points(page: &Page<'_>, sentence: Span) -> Option<Slip> {
    let text = sentence.of(page.doc.text);
    let at = text.find("승점 ")?;
    let number = |t: &str| t.chars().take_while(char::is_ascii_digit).collect::<String>();
    let said = number(&text[at + "승점 ".len()..]);
    let before = text[..at].trim_end_matches([' ', ',', '(', '·', '로', '으']);
    let mut rest = before.strip_suffix('패')?;
    let mut values = [0_i64; 3];
    for (k, unit) in ["", "무", "승"].iter().enumerate() {
        rest = rest.trim_end_matches(' ').strip_suffix(unit)?;
        let digits = rest.len() - rest.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        values[k] = rest[rest.len() - digits..].parse().ok()?;
        rest = &rest[..rest.len() - digits];
    }
    let [_, draws, wins] = values;
    let want = wins * 3 + draws;
    let stated: i64 = said.parse().ok()?;
    // A gap of more than a slip is another count (승점 삭감, 전년도).
    (stated != want && (stated - want).abs() <= 10).then(|| {
        let end = at + "승점 ".len() + said.len();
        Slip {
            kind: Kind::Sum,
            at: Span::new(sentence.start() + at, sentence.start() + end),
            expected: Some(format!("승점 {want}")),
            confidence: 0.93,
            reason: format!("{wins}승 × 3 + {draws}무 = {want}"),
            operands: vec![Span::new(sentence.start() + rest.len(), sentence.start() + before.len())],
        }
    })
}
