//! Games: `세트 점수 3-2(25-22 19-25 25-21 23-25 15-12)`, `14경기에서 10승 1무 3패`.

use super::page::{Figure, Page};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::{Claim, MICRO, Value};
use crate::finding::Kind;
use crate::source::Span;

/// Returns the results that their sets or periods contradict, and numbers of games that wins, draws and losses do.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let mut out = Vec::new();
    for (i, claim) in page.claims.iter().enumerate() {
        if let Value::Score { .. } = claim.value {
            out.extend(parts(page, others, i));
            out.extend(order(page, claim));
        }
    }
    for f in page.figures.iter().filter(|f| f.class == Class::Count("경기".to_owned()) && !f.rough) {
        out.extend(games(page, others, f));
    }
    out
}

/// Words of having more, with those of having less in the same form.
const AHEAD: &[(&str, &str)] = &[
    ("앞섰", "뒤졌"),
    ("앞서", "뒤지"),
    ("앞선", "뒤진"),
    ("이겼", "졌"),
    ("이기", "지"),
    ("이긴", "진"),
    ("승리", "패배"),
    ("완승", "완패"),
    ("신승", "석패"),
    ("우위", "열세"),
    ("우세", "열세"),
];

/// What is better the less there is of it, and words of a game that turned.
const LESS: &[&str] = &[
    "범실",
    "실책",
    "턴오버",
    "실점",
    "반칙",
    "파울",
    "폴트",
    "언더",
    "타수",
    "퇴장",
    "경고",
    "뒤지",
    "뒤진",
    "뒤졌",
    "끌려",
    "역전",
    "밀리",
    "밀린",
    "허용",
    "내준",
    "내주",
    "패배",
    "시간",
    "기록",
    "평균자책",
    "실수",
    "벌점",
    "감점",
];

/// `유효타 수는 4대 7로 앞섰다`: whose number stands first has less.
fn order(page: &Page<'_>, result: &Claim) -> Option<Slip> {
    let (left, right) = points(result)?;
    let sentence = result.sentence as usize;
    let behind = page.after(result.span, sentence);
    let rest = behind.strip_prefix("으로 ").or_else(|| behind.strip_prefix("로 "))?;
    // 3:5 is written as often with the home team first.
    let colon = page.doc.slice(result.span).contains(':');
    if left >= right || colon || LESS.iter().any(|w| page.doc.slice(page.doc.sentences[sentence].span).contains(w)) {
        return None;
    }
    let mut at = result.span.end() + behind.len() - rest.len();
    // The word itself; behind a name, of whom another sentence goes on with what goes better: 4대 7로 노하람이 앞섰다. 그러나
    let goes_on =
        page.doc.sentences.get(sentence + 1).is_some_and(|next| {
            ["그러나", "하지만", "그래도"].iter().any(|w| page.doc.slice(next.span).starts_with(w))
        });
    for word in rest.split(' ').take(if goes_on { 2 } else { 1 }) {
        if let Some(&(said, other)) = AHEAD.iter().find(|a| word.starts_with(a.0)) {
            return Some(Slip {
                kind: Kind::Polarity,
                at: Span::new(at, at + said.len()),
                expected: Some(other.to_owned()),
                confidence: 0.8,
                reason: format!("{left} < {right}"),
                operands: vec![result.span],
            });
        }
        // Another figure or clause: the word is of that.
        if word.ends_with([',', '고', '며'])
            || word.contains(|c: char| c.is_ascii_digit())
            || word.ends_with(['을', '를', '에'])
        {
            return None;
        }
        at += word.len() + 1;
    }
    None
}

fn points(claim: &Claim) -> Option<(i128, i128)> {
    match &claim.value {
        Value::Score { left, right } if left.is_single() && right.is_single() => {
            Some((left.low / MICRO, right.low / MICRO))
        }
        _ => None,
    }
}

/// `3-2(25-22 19-25 25-21 23-25 15-12)`, `86-79(20-18 22-19 24-20 20-22)`.
fn parts(page: &Page<'_>, others: &Others<'_>, i: usize) -> Option<Slip> {
    let result = &page.claims[i];
    let (left, right) = points(result)?;
    let text = page.doc.text;
    if !text[result.span.end()..].trim_start().starts_with('(') {
        return None;
    }
    let mut list: Vec<(&Claim, i128, i128)> = Vec::new();
    let mut end = result.span.end();
    for c in page.claims[i + 1..].iter().take_while(|c| c.sentence == result.sentence) {
        let Some((a, b)) = points(c) else { break };
        let gap = text.get(end..c.span.start())?;
        if gap.len() > 3 || !gap.chars().all(|c| matches!(c, ' ' | '(' | ',' | '·')) {
            break;
        }
        list.push((c, a, b));
        end = c.span.end();
    }
    if list.len() < 2 || !text[end..].starts_with(')') {
        return None;
    }
    let won = |l: &[(i128, i128)]| {
        (l.iter().filter(|p| p.0 > p.1).count() as i128, l.iter().filter(|p| p.1 > p.0).count() as i128)
    };
    let scores: Vec<(i128, i128)> = list.iter().map(|p| (p.1, p.2)).collect();
    let sum = scores.iter().fold((0, 0), |s, p| (s.0 + p.0, s.1 + p.1));
    let sets = left + right == list.len() as i128 && left.max(right) <= 4 && scores.iter().all(|p| p.0.max(p.1) >= 6);
    let fits = |l: &[(i128, i128)]| {
        if sets {
            won(l) == (left, right)
        } else {
            let sum = l.iter().fold((0, 0), |s, p| (s.0 + p.0, s.1 + p.1));
            sum == (left, right)
        }
    };
    if fits(&scores) || !sets && (sum.0 != left) == (sum.1 != right) {
        return None;
    }
    // The one score that no other outlet has, if changing it makes the result.
    let open: Vec<&Claim> = list.iter().map(|p| p.0).chain([result]).filter(|c| !others.confirm_claim(c)).collect();
    let [wrong] = open[..] else { return None };
    let at = list.iter().position(|p| p.0.span == wrong.span);
    let expected = match at {
        None if sets => Some(won(&scores)),
        None => Some(sum),
        Some(k) if sets => Some((scores[k].1, scores[k].0)),
        Some(k) => Some((scores[k].0 + left - sum.0, scores[k].1 + right - sum.1)),
    };
    let expected = expected.filter(|e| e.0 >= 0 && e.1 >= 0).map(|(a, b)| {
        let said = page.doc.slice(wrong.span);
        let joint: String = said.chars().skip_while(char::is_ascii_digit).take_while(|c| !c.is_ascii_digit()).collect();
        format!("{a}{joint}{b}")
    });
    Some(Slip {
        kind: Kind::Sum,
        at: wrong.span,
        expected,
        confidence: 0.93,
        reason: format!("{} ≠ 괄호 안의 점수", page.doc.slice(result.span)),
        operands: list.iter().map(|p| p.0.span).chain([result.span]).filter(|s| *s != wrong.span).collect(),
    })
}

/// `14경기에서 10승 1무 3패`.
fn games(page: &Page<'_>, others: &Others<'_>, games: &Figure) -> Option<Slip> {
    let tail = page.after(games.span, games.sentence);
    let rest = ["에서 ", "까지 ", " ", "(", "에 나서 ", "를 치러 ", "를 치른 현재 "]
        .iter()
        .find_map(|w| tail.strip_prefix(w))?;
    let mut at = rest;
    let mut sum = 0_i128;
    let mut units = 0;
    for unit in ["승", "무", "패"] {
        let trimmed = at.trim_start();
        let digits = trimmed.len() - trimmed.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        if let Some(behind) = trimmed[digits..].strip_prefix(unit)
            && let Ok(n) = trimmed[..digits].parse::<i128>()
        {
            sum += n;
            units += 1;
            at = behind;
        } else if unit != "무" {
            return None;
        }
    }
    let said = games.value / MICRO;
    let record = Span::within(page.doc.text, &rest[..rest.len() - at.len()]);
    (units >= 2 && sum != said && sum > 0 && sum.abs_diff(said) <= 10 && !others.confirm(page, games)).then(|| Slip {
        kind: Kind::Sum,
        at: games.span,
        expected: page.rewrite(games, sum * MICRO),
        confidence: 0.9,
        reason: format!("{}는 {sum}경기이다", record.of(page.doc.text)),
        operands: vec![record],
    })
}
