//! Who was ahead turns nothing over: `30㎞까지 20초 앞섰으나 오르막에서 판을 뒤집었다` was behind, and `0-2로 뒤지다 역전을 허용했다`
//! was ahead.

use super::Scene;
use super::report::Found;
use crate::claim::{Reading, Value};
use crate::finding::Finding;
use crate::rule::Rule;
use crate::source::{Loc, Span};

/// Forms of being ahead on the way with those of being behind.
const LEADS: &[(&str, &str)] = &[
    ("앞섰으나", "뒤졌으나"),
    ("앞섰지만", "뒤졌지만"),
    ("앞섰는데", "뒤졌는데"),
    ("앞섰다가", "뒤졌다가"),
    ("앞섰던", "뒤졌던"),
    ("앞서다가", "뒤지다가"),
    ("앞서다", "뒤지다"),
    ("앞서던", "뒤지던"),
    ("앞서며", "뒤지며"),
    ("앞섰고", "뒤졌고"),
    ("이기다가", "지다가"),
    ("이기고 있다가", "지고 있다가"),
];

/// What who was behind does.
const TURNS: &[&str] = &[
    "판을 뒤집",
    "승부를 뒤집",
    "경기를 뒤집",
    "순위를 뒤집",
    "전세를 뒤집",
    "판세를 뒤집",
    "결과를 뒤집",
    "열세를 뒤집",
    "스코어를 뒤집",
    "점수를 뒤집",
    "흐름을 뒤집",
    "역전에 성공",
    "역전승",
    "역전했",
    "역전 우승",
    "역전극을",
];

/// What befalls who was ahead.
const FALLS: &[&str] = &[
    "역전패",
    "역전을 허용",
    "역전당",
    "역전을 당",
    "따라잡혔",
    "따라잡혀",
    "뒤집혔",
    "덜미를 잡",
    "추월당",
    "추월을 허용",
];

/// Words between that make more of it than one turn.
const MORE: &[&str] = &[
    "다시",
    "재역전",
    "한때",
    "내줬",
    "내주",
    "허용",
    "빼앗",
    "동점",
    "뒤졌",
    "뒤처",
    "밀렸",
    "밀리",
    "끌려",
    "따라잡",
    "앞섰",
    "앞서",
    "뒤지",
    "추격",
    "지난해",
    "작년",
    "번째",
    "에 이어",
];

/// Returns a finding for each word of being ahead or behind that the end of its sentence rules out.
pub(super) fn check(scene: Scene<'_>, rule: &Rule) -> Vec<Finding> {
    let mut out = Vec::new();
    for &article in scene.event.articles.iter().filter(|&&a| !scene.sources.article(a).peer) {
        let reading = &scene.readings[article.index()];
        for claim in reading.claims.iter().filter(|c| matches!(c.value, Value::Direction { .. })) {
            let sentence = reading.doc.sentences[claim.sentence as usize].span;
            let Some((wrong, right, end)) = turned(reading, claim.span.start(), sentence) else { continue };
            let at = claim.span.start();
            let found = Found {
                at: Loc { article, span: Span::new(at, at + wrong.len()) },
                expected: vec![right.to_owned()],
                confidence: 0.82,
                proven: true,
                others: vec![Loc { article, span: end }],
                reasons: vec!["앞서던 쪽이 뒤집지 않고 뒤지던 쪽이 뒤집히지 않는다".to_owned()],
                replacement: Some(right.to_owned()),
                safe: false,
            };
            out.push(found.finding(scene, rule));
        }
    }
    out
}

/// Returns the form that stands at a byte, the one that should, and the place of the end that rules it out.
fn turned(reading: &Reading<'_>, at: usize, sentence: Span) -> Option<(&'static str, &'static str, Span)> {
    let text = reading.doc.text;
    let rest = text.get(at..sentence.end())?;
    let (wrong, right, ahead) = LEADS.iter().find_map(|&(ahead, behind)| {
        if rest.starts_with(ahead) {
            Some((ahead, behind, true))
        } else {
            rest.starts_with(behind).then_some((behind, ahead, false))
        }
    })?;
    let tail = &rest[wrong.len()..];
    let ends = if ahead { TURNS } else { FALLS };
    let (turn, word) = ends.iter().filter_map(|w| tail.find(w).map(|i| (i, w))).min()?;
    let middle = &tail[..turn];
    if middle.len() > 120 || middle.contains(['"', '“', '”']) || MORE.iter().any(|w| middle.contains(w)) {
        return None;
    }
    // What befalls the other in the end is told otherwise: 역전승을 내줬다, 역전했지만 다시.
    let after = &tail[turn + word.len()..];
    if ["을 내", "을 허", "의 제물", "의 희생", "당"].iter().any(|w| after.starts_with(w))
        || ["다시", "밀렸", "밀려", "졌다", "내줬", "패했", "놓쳤"].iter().any(|w| after.contains(w))
    {
        return None;
    }
    // 앞섰던 위 후보는 … 뒤집었다: the head of the clause may be marked; nobody else may come between.
    let adnominal = wrong.ends_with('던');
    let marked = |w: &str| {
        let noun = ["은", "는", "이", "가", "께서"].iter().find_map(|j| w.strip_suffix(j));
        noun.is_some_and(|n| n.chars().count() >= 2)
    };
    let words: Vec<&str> = middle.split([' ', ',']).filter(|w| !w.is_empty()).collect();
    let first = words.iter().position(|w| marked(w));
    let head = adnominal && first.is_some_and(|i| i <= 2);
    let others = words.iter().enumerate().filter(|&(i, w)| marked(w) && !(head && Some(i) == first)).count();
    // 앞서던 상대를 제치고: of the other.
    let object = adnominal && words.iter().take(3).any(|w| w.ends_with(['을', '를', '의', '과', '와']));
    if others > 0 || object || (adnominal && !head) {
        return None;
    }
    let start = at + wrong.len() + turn;
    Some((wrong, right, Span::new(start, start + word.len())))
}
