//! Headlines against the copy below them: `사망 2명` over `1명이 숨지고`, `시즌 3승` over `시즌 두 번째 우승`.

use super::Scene;
use super::report::Found;
use crate::claim::{Claim, MICRO, Quantity, Reading, Value};
use crate::finding::{Finding, Kind};
use crate::rule::Rule;
use crate::source::{Loc, Span};
use crate::text::BlockKind;

/// Words for what befell people: those that stand before the number, and those that stand behind it.
const FATES: [(&[&str], &[&str]); 3] = [
    (&["사망", "사망자"], &["숨졌", "숨지", "숨진", "숨져", "사망"]),
    (&["부상", "부상자"], &["다쳤", "다치", "다친", "다쳐", "부상"]),
    (&["실종", "실종자"], &["실종"]),
];

/// How many sentences of copy tell again what the headline says.
const LEAD: usize = 4;

/// Returns the numbers of headlines that the copy has otherwise.
pub(super) fn check(scene: Scene<'_>, rule: &Rule) -> Vec<Finding> {
    let mut out = Vec::new();
    if rule.kind != Kind::Count {
        return out;
    }
    for &article in scene.event.articles.iter().filter(|&&a| !scene.sources.article(a).peer) {
        let reading = &scene.readings[article.index()];
        let titles = reading.claims.iter().take_while(|c| kind(reading, c) == BlockKind::Title);
        for claim in titles {
            let Some((at, expected, body)) = fate(scene, reading, claim).or_else(|| season(reading, claim)) else {
                continue;
            };
            let found = Found {
                at: Loc { article, span: at },
                expected: vec![expected.clone()],
                confidence: 0.88,
                proven: true,
                others: vec![Loc { article, span: body }],
                reasons: vec!["제목이 본문과 다르다".to_owned()],
                replacement: Some(expected),
                safe: false,
            };
            out.push(found.finding(scene, rule));
        }
    }
    out
}

fn kind(reading: &Reading<'_>, claim: &Claim) -> BlockKind {
    reading.doc.sentences[claim.sentence as usize].kind
}

/// Returns the number of an exact count of people.
fn people(claim: &Claim) -> Option<&Quantity> {
    match &claim.value {
        Value::Count { amount, counter } if counter == "명" && amount.is_single() && amount.hedge.is_none() => {
            Some(amount)
        }
        _ => None,
    }
}

/// Returns which fate the words around a count of people tell.
fn told(reading: &Reading<'_>, claim: &Claim) -> Option<usize> {
    let sentence = reading.doc.sentences[claim.sentence as usize].span;
    let text = reading.doc.text;
    let before = text.get(sentence.start()..claim.span.start())?.trim_end();
    let after = text.get(claim.span.end()..sentence.end())?;
    let verb = after.trim_start_matches(['이', '가']).trim_start();
    FATES.iter().position(|(nouns, verbs)| {
        let noun = nouns.iter().any(|n| before.ends_with(n)) && !after.starts_with(['이', '은', '의']);
        noun || verbs.iter().any(|v| verb.starts_with(v))
    })
}

/// `사망 2명` over copy that begins with one dead and has no two people anywhere.
fn fate(scene: Scene<'_>, reading: &Reading<'_>, claim: &Claim) -> Option<(Span, String, Span)> {
    let said = people(claim)?.low;
    let which = told(reading, claim)?;
    let mut body = reading.claims.iter().filter(|c| kind(reading, c) != BlockKind::Title && c.span != claim.span);
    let has = |c: &Claim| match &c.value {
        Value::Count { amount, counter } if counter == "명" => {
            amount.low == said || amount.hedge.is_some() && amount.low <= said && said < amount.low + amount.step
        }
        _ => false,
    };
    if body.any(has) {
        return None;
    }
    let first = reading.doc.sentences.iter().position(|s| s.kind == BlockKind::Body)?;
    let body = reading.claims.iter().filter(|c| kind(reading, c) != BlockKind::Title);
    let fates: Vec<&Claim> = body.filter(|c| people(c).is_some() && told(reading, c) == Some(which)).collect();
    let lead = *fates.first().filter(|c| (c.sentence as usize) < first + LEAD)?;
    let right = people(lead)?.low;
    let one_value = fates.iter().all(|c| people(c).is_some_and(|q| q.low == right));
    // One and one more make the two of the headline.
    let sum = right * fates.len() as i128 == said && fates.len() > 1;
    // Another outlet has the headline's number: then it is the copy that is behind.
    let confirmed = scene.event.articles.iter().map(|a| &scene.readings[a.index()]).any(|r| {
        r.doc.article != reading.doc.article
            && r.claims.iter().any(|c| people(c).is_some_and(|q| q.low == said) && told(r, c) == Some(which))
    });
    if !one_value || sum || confirmed || right == said {
        return None;
    }
    let n = right / MICRO;
    Some((claim.span, format!("{n}명"), lead.span))
}

/// `시즌 3승` over `시즌 두 번째 우승`.
fn season(reading: &Reading<'_>, claim: &Claim) -> Option<(Span, String, Span)> {
    let text = reading.doc.text;
    let Value::Count { amount, counter } = &claim.value else { return None };
    if counter != "승" || !amount.is_single() || !text[..claim.span.start()].ends_with("시즌 ") {
        return None;
    }
    let in_season = |c: &Claim| {
        let before = &text[..c.span.start()];
        before.ends_with("시즌 ") || before.ends_with("시즌에만 ")
    };
    let mut wins = reading.claims.iter().filter(|c| kind(reading, c) != BlockKind::Title && in_season(c));
    let again =
        |c: &Claim| matches!(&c.value, Value::Count { amount: a, counter } if counter == "승" && a.low == amount.low);
    if wins.clone().any(again) {
        return None;
    }
    let (title, n) = wins.find_map(|c| match &c.value {
        Value::Ordinal { n, of } if of == "번째" && text[c.span.end()..].trim_start().starts_with("우승") => {
            Some((c, *n))
        }
        _ => None,
    })?;
    (i128::from(n) * MICRO != amount.low).then(|| (claim.span, format!("{n}승"), title.span))
}
