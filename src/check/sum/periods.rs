//! The score of one set, quarter or half, told in a list by one outlet and in words by another: `2-1(21-18, 19-21, 21-15)`,
//! `3게임에서 21-19로`, `전반 11-15 / 후반 17-10`.

use super::page::Page;
use super::{Others, Slip};
use crate::align::rival::is_on_the_way;
use crate::claim::{Claim, MICRO, Value};
use crate::finding::Kind;
use crate::source::Span;

/// The score of one period of a game.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Period {
    /// Which of them, from 1.
    n: usize,
    score: (i128, i128),
    at: Span,
    /// How many the list has that it stands in; 0 where words tell it.
    of: usize,
}

/// Words of a period with its number behind which its score stands.
const NAMED: &[(&str, usize)] = &[
    ("첫 세트", 1),
    ("첫 게임", 1),
    ("첫 쿼터", 1),
    ("1세트", 1),
    ("2세트", 2),
    ("3세트", 3),
    ("4세트", 4),
    ("5세트", 5),
    ("1게임", 1),
    ("2게임", 2),
    ("3게임", 3),
    ("1쿼터", 1),
    ("2쿼터", 2),
    ("3쿼터", 3),
    ("4쿼터", 4),
    ("전반", 1),
    ("후반", 2),
];

/// What may stand between a period and its score.
const JOINTS: &[&str] =
    &["", "을", "를", "에서", "에서는", "은", "는", "도", "마저", "점수는", "스코어", "스코어는", "에만"];

/// Returns the scores of periods that another outlet has otherwise, where both agree on another period of the game.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let games = periods(page.doc.text, page.claims);
    let mut out = Vec::new();
    if games.is_empty() {
        return out;
    }
    let rows: Vec<(&str, Vec<Vec<Period>>)> =
        others.readings().map(|r| (r.doc.text, periods(r.doc.text, &r.claims))).filter(|r| !r.1.is_empty()).collect();
    for own in &games {
        out.extend(own.iter().filter_map(|p| slip(page, &rows, own, p)));
    }
    out
}

/// Returns the slip of one period of a game of which an article tells the periods.
fn slip(page: &Page<'_>, rows: &[(&str, Vec<Vec<Period>>)], own: &[Period], p: &Period) -> Option<Slip> {
    let agrees =
        |game: &[Period]| game.iter().any(|q| q.n != p.n && own.iter().any(|o| o.n == q.n && same(o.score, q.score)));
    // 합계 28-26: the halves of another outlet make what this one tells of the whole.
    let makes = |game: &[Period]| {
        let sum = game.iter().fold((0, 0), |s, o| (s.0 + o.score.0, s.1 + o.score.1));
        game.len() == 2 && page.claims.iter().filter_map(points).any(|s| same(s, sum))
    };
    let mut decisive = false;
    let mut against: Vec<(&str, Period)> = Vec::new();
    for (text, games) in rows {
        for game in games {
            let Some(q) = game.iter().find(|q| q.n == p.n).copied() else { continue };
            if same(q.score, p.score) {
                return None;
            }
            let lone = game.len() == 1 && q.of == 0 && own.len() > 1;
            if shares(p.score, q.score) && (makes(game) || agrees(game) || lone) {
                decisive |= makes(game);
                against.push((text, q));
            }
        }
    }
    let &(text, q) = against.first()?;
    if against.iter().any(|a| !same(a.1.score, q.score)) {
        return None;
    }
    // One against one, who has the list knows better, and a list that does not make its result worse.
    let wrong = against.len() >= 2
        || decisive
        || q.of > 0 && p.of == 0
        || p.of > 0 && fits(page.doc.text, page.claims, own) == Some(false);
    if !wrong {
        return None;
    }
    let said = page.doc.slice(p.at);
    let (high, low) = (q.score.0.max(q.score.1), q.score.0.min(q.score.1));
    let (x, y) = if p.score.0 > p.score.1 { (high, low) } else { (low, high) };
    let joint: String = said.chars().skip_while(char::is_ascii_digit).take_while(|c| !c.is_ascii_digit()).collect();
    Some(Slip {
        kind: Kind::Count,
        at: p.at,
        expected: Some(format!("{x}{joint}{y}")),
        confidence: if against.len() >= 2 { 0.93 } else { 0.78 },
        reason: format!("다른 매체에 적힌 점수: {}", q.at.of(text)),
        operands: own.iter().filter(|o| o.n != p.n).map(|o| o.at).collect(),
    })
}

/// Returns whether two scores are one, told from either side.
fn same(a: (i128, i128), b: (i128, i128)) -> bool {
    a == b || a == (b.1, b.0)
}

/// Returns whether two scores have one number in common, as a slip leaves it.
fn shares(a: (i128, i128), b: (i128, i128)) -> bool {
    [a.0, a.1].iter().any(|x| *x > 0 && (*x == b.0 || *x == b.1))
}

/// Returns the scores of periods that an article tells: of each list, and of what words tell.
fn periods(text: &str, claims: &[Claim]) -> Vec<Vec<Period>> {
    let scores: Vec<(&Claim, (i128, i128))> = claims.iter().filter_map(|c| Some((c, points(c)?))).collect();
    let mut out: Vec<Vec<Period>> = Vec::new();
    let mut words: Vec<Period> = Vec::new();
    let mut i = 0;
    while i < scores.len() {
        // A list in brackets: 21-18, 19-21, 21-15.
        let opens = text[..scores[i].0.span.start()].ends_with('(');
        let mut end = i + 1;
        while opens && end < scores.len() {
            let gap = text.get(scores[end - 1].0.span.end()..scores[end].0.span.start()).unwrap_or("x");
            if gap.is_empty() || gap.len() > 3 || !gap.chars().all(|c| matches!(c, ' ' | ',' | '·' | '/')) {
                break;
            }
            end += 1;
        }
        if end - i >= 2 && text[scores[end - 1].0.span.end()..].starts_with(')') {
            let of = end - i;
            out.push((i..end).map(|k| Period { n: k - i + 1, score: scores[k].1, at: scores[k].0.span, of }).collect());
            i = end;
            continue;
        }
        let before = text[..scores[i].0.span.start()].trim_end_matches(' ');
        let before = before.rsplit(['.', '\n']).next().unwrap_or("");
        let named = JOINTS.iter().find_map(|j| {
            let lead = before.strip_suffix(j)?.trim_end_matches(' ');
            NAMED.iter().find(|(w, _)| lead.ends_with(w)).map(|n| n.1)
        });
        // 2세트에서는 24-24까지 갔으나: how it stood on the way.
        let behind = text.get(scores[i].0.span.end()..).unwrap_or("");
        if let Some(n) = named.filter(|_| !is_on_the_way(behind)) {
            words.push(Period { n, score: scores[i].1, at: scores[i].0.span, of: 0 });
        }
        i += 1;
    }
    // 승부처는 3게임 11-11이었다: how it stood within a set; of two games nobody knows which.
    let twice = |p: &Period| words.iter().any(|q| q.n == p.n && q.at != p.at && !same(q.score, p.score));
    if out.is_empty() && !words.is_empty() && !words.iter().any(twice) {
        out.push(words);
    }
    out
}

/// Returns whether the quarters in brackets make the points around them: `80(19-20 22-17 18-24 21-15)76`; none where no points
/// stand there.
fn fits(text: &str, claims: &[Claim], of: &[Period]) -> Option<bool> {
    let list: Vec<&Period> = of.iter().filter(|p| p.of > 0).collect();
    let (first, last) = (list.first()?, list.last()?);
    let sum = list.iter().fold((0, 0), |s, p| (s.0 + p.score.0, s.1 + p.score.1));
    let before = text[..first.at.start()].strip_suffix('(')?;
    let digits = |s: &str| s.parse::<i128>().ok();
    let left = digits(&before[before.trim_end_matches(|c: char| c.is_ascii_digit()).len()..]);
    let behind = text[last.at.end()..].strip_prefix(')')?;
    let right = digits(&behind[..behind.len() - behind.trim_start_matches(|c: char| c.is_ascii_digit()).len()]);
    if let (Some(left), Some(right)) = (left, right) {
        return Some(sum == (left, right));
    }
    let result = claims.iter().rev().find(|c| c.span.end() + 1 == first.at.start()).and_then(points)?;
    let sets = (
        list.iter().filter(|p| p.score.0 > p.score.1).count() as i128,
        list.iter().filter(|p| p.score.0 < p.score.1).count() as i128,
    );
    Some(same(result, sum) || same(result, sets))
}

fn points(claim: &Claim) -> Option<(i128, i128)> {
    match &claim.value {
        Value::Score { left, right } if left.is_single() && right.is_single() => {
            Some((left.low / MICRO, right.low / MICRO))
        }
        _ => None,
    }
}
