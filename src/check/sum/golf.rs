//! Strokes of a round: `버디 6개와 보기 1개로 5언더파 67타`.

use super::page::{Figure, Page};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::MICRO;
use crate::finding::Kind;

/// What holes count against par, longer words first.
const HOLES: [(&str, i128); 6] =
    [("트리플보기", 3), ("더블보기", 2), ("더블 보기", 2), ("이글", -2), ("버디", -1), ("보기", 1)];

/// Returns the holes under and over par that do not make the score of their round.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    page.figures.iter().filter_map(|f| round(page, others, f)).collect()
}

/// Returns the slip of a round whose score is the figure, such as `5언더파`.
fn round(page: &Page<'_>, others: &Others<'_>, score: &Figure) -> Option<Slip> {
    let Class::Count(counter) = &score.class else { return None };
    let under = match counter.as_str() {
        "언더파" => true,
        "오버파" => false,
        _ => return None,
    };
    let before = page.before(score.span, score.sentence);
    // Of several rounds or of all of them together nothing is counted.
    if ["합계", "홀인원", "앨버트로스", "알바트로스", "까지", "쿼드러플", "전반", "후반"]
        .iter()
        .any(|w| before.contains(w))
    {
        return None;
    }
    let figures = page.of_sentence(score.sentence);
    let mut holes: Vec<(&Figure, &str, i128)> = Vec::new();
    for f in figures.iter().filter(|f| f.span.end() <= score.span.start()) {
        if f.class == score.class {
            return None;
        }
        if f.class != Class::Count("곳".to_owned()) || !page.doc.slice(f.span).ends_with('개') {
            continue;
        }
        let lead = page.before(f.span, f.sentence).trim_end_matches([' ', '만', '을', '를', '은', '는', '도']);
        let &(word, par) = HOLES.iter().find(|h| lead.ends_with(h.0))?;
        holes.push((f, word, par));
    }
    let [(first, ..), .., (last, ..)] = holes[..] else { return None };
    let named = |word: &str| before.matches(word).count();
    // Every word for a hole bears a number, and the score follows close behind.
    let words = named("버디") + named("이글") + named("보기");
    if words != holes.len() || page.between(last.span, score.span).len() > 45 || holes.iter().any(|h| h.0.rough) {
        return None;
    }
    let made = -holes.iter().map(|(f, _, par)| f.value / MICRO * par).sum::<i128>();
    let said = if under { score.value } else { -score.value } / MICRO;
    if made == said || made.abs_diff(said) > 9 {
        return None;
    }
    // 버디 6개 is the slip where another outlet has 버디 7개 and only so the round adds up.
    let right = |&(f, _, par): &(&Figure, &str, i128)| f.value / MICRO - (said - made) * par.signum() / par.abs();
    let can = |h: &&(&Figure, &str, i128)| (said - made) % h.2 == 0 && right(h) >= 0;
    let open: Vec<_> = holes.iter().filter(can).filter(|h| !others.confirm(page, h.0)).collect();
    let score_known = others.confirm(page, score) || strokes(page, score, said);
    let stated: Vec<_> = holes.iter().filter(can).filter(|h| others.state_as(h.0, h.1, right(h) * MICRO)).collect();
    let hole = match (&stated[..], &open[..]) {
        ([h], _) => Some(*h),
        (_, [h]) if score_known => Some(*h),
        _ if score_known => holes.iter().find(|h| can(h)),
        _ => None,
    };
    let (at, expected, wrong) = match hole {
        Some(h) => {
            let start = page.before(h.0.span, score.sentence).rfind(h.1)?;
            let start = page.doc.sentences[score.sentence].span.start() + start;
            let at = crate::source::Span::new(start, h.0.span.end());
            let label = &page.doc.text[start..h.0.span.start()];
            (at, page.rewrite(h.0, right(h) * MICRO).map(|n| format!("{label}{n}")), h.0.span)
        }
        None if (made > 0) == under && made != 0 => (score.span, page.rewrite(score, made.abs() * MICRO), score.span),
        None => return None,
    };
    Some(Slip {
        kind: Kind::Sum,
        at,
        expected,
        confidence: if hole.is_some() && !stated.is_empty() { 0.96 } else { 0.9 },
        reason: format!("{} ≠ {}", page.doc.slice(first.span.cover(last.span)), page.doc.slice(score.span)),
        operands: holes.iter().map(|h| h.0.span).chain([score.span]).filter(|s| *s != wrong).collect(),
    })
}

/// Returns whether the strokes behind the score make a par that courses have: `5언더파 67타`.
fn strokes(page: &Page<'_>, score: &Figure, under: i128) -> bool {
    let next = page.of_sentence(score.sentence).iter().find(|f| f.span.start() >= score.span.end());
    next.is_some_and(|f| {
        f.class == Class::Count("타".to_owned())
            && page.between(score.span, f.span).trim_matches([' ', '(']).is_empty()
            && (70..=73).contains(&(f.value / MICRO + under))
    })
}
