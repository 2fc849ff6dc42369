//! Places in an order that are told in few words: a subhead over its copy (`세계 5위`, `세계 6위`), how many of a sort
//! there are now (`이번이 열두 번째`), and what a country came to (`종합 3위`).

use super::report::Found;
use super::{Common, Scene};
use crate::claim::{Claim, Reading, Value};
use crate::finding::{Finding, Kind};
use crate::rule::Rule;
use crate::source::{ArticleId, Loc};
use crate::text::{BlockKind, Script, Token};

/// Names of the country whose press it is.
const HOME: [&str; 4] = ["한국", "우리나라", "대한민국", "우리"];

/// What is told with less certainty than this may be told again.
const WORTH: f32 = 0.5;

/// Signs that lines above a part of the copy begin with.
const HEADS: [char; 6] = ['◇', '◆', '■', '▶', '□', '●'];

/// An ordinal at its place.
#[derive(Clone, Copy)]
struct Rank<'a> {
    article: ArticleId,
    reading: &'a Reading<'a>,
    claim: &'a Claim,
    n: u32,
    of: &'a str,
}

impl<'a> Rank<'a> {
    fn at(&self) -> Loc {
        Loc { article: self.article, span: self.claim.span }
    }

    fn said(&self) -> &'a str {
        self.reading.doc.slice(self.claim.span)
    }

    fn kind(&self) -> BlockKind {
        let sentence = &self.reading.doc.sentences[self.claim.sentence as usize];
        let marked = self.reading.doc.slice(sentence.span).starts_with(HEADS);
        if marked { BlockKind::Subhead } else { sentence.kind }
    }

    fn tokens(&self) -> &'a [Token] {
        self.reading.doc.tokens_of(&self.reading.doc.sentences[self.claim.sentence as usize])
    }

    /// Returns the word right before it: 세계 of `세계 5위`.
    fn label(&self) -> Option<&'a str> {
        let tokens = self.tokens();
        let i = tokens.partition_point(|t| t.span.end() <= self.claim.span.start()).checked_sub(1)?;
        let t = &tokens[i];
        let bare = t.script == Script::Hangul && t.stem as usize == t.span.len() && t.span.len() >= 6;
        bare.then(|| self.reading.doc.slice(t.span))
    }

    /// Returns the roots of the long words of its sentence.
    fn words(&self) -> impl Iterator<Item = u64> {
        self.tokens().iter().filter(|t| t.script == Script::Hangul && t.root >= 9).map(|t| t.key)
    }

    /// Returns whether the nearest subject before it is the country whose press it is.
    fn of_home(&self) -> bool {
        let before = self.tokens().iter().rev().filter(|t| t.span.end() <= self.claim.span.start());
        let mut subjects =
            before.filter(|t| t.stem > 0 && matches!(self.reading.doc.slice(t.josa()), "은" | "는" | "이" | "가"));
        subjects.next().is_some_and(|t| HOME.contains(&self.reading.doc.slice(t.stem())))
    }
}

/// Returns the ordinals that the copy or the other articles have otherwise.
pub(super) fn check(scene: Scene<'_>, common: &Common<'_>, rule: &Rule, told: &[Finding]) -> Vec<Finding> {
    if rule.kind != Kind::Ordinal {
        return Vec::new();
    }
    let mut all: Vec<Rank<'_>> = Vec::new();
    for &article in &scene.event.articles {
        let reading = &scene.readings[article.index()];
        all.extend(reading.claims.iter().filter_map(|claim| match &claim.value {
            Value::Ordinal { n, of } if matches!(of.as_str(), "위" | "번째") => {
                Some(Rank { article, reading, claim, n: *n, of })
            }
            _ => None,
        }));
    }
    let mut out = Vec::new();
    for rank in all.iter().filter(|r| !scene.sources.article(r.article).peer) {
        if told
            .iter()
            .filter(|f| f.confidence >= WORTH)
            .any(|f| f.at.overlaps(rank.at()) || f.evidence.iter().any(|e| e.at.overlaps(rank.at())))
        {
            continue;
        }
        let found = over_copy(&all, rank).or_else(|| so_many(common, &all, rank)).or_else(|| overall(&all, rank));
        out.extend(found.map(|f| f.finding(scene, rule)));
    }
    out
}

/// `◇ 수주 잔량 세계 5위` over copy that says 세계 6위 and nothing else.
fn over_copy(all: &[Rank<'_>], head: &Rank<'_>) -> Option<Found> {
    if !matches!(head.kind(), BlockKind::Subhead | BlockKind::Title) {
        return None;
    }
    let label = head.label()?;
    let alike: Vec<&Rank<'_>> = all.iter().filter(|r| r.of == head.of && r.label() == Some(label)).collect();
    let body: Vec<&&Rank<'_>> =
        alike.iter().filter(|r| r.article == head.article && r.kind() == BlockKind::Body).collect();
    let n = body.first()?.n;
    let elsewhere = alike.iter().filter(|r| r.claim.span != head.claim.span || r.article != head.article);
    let shared = body.iter().any(|b| b.words().any(|w| head.words().any(|h| h == w)));
    let others = alike.iter().any(|r| r.article != head.article && r.n == n);
    if body.iter().any(|b| b.n != n) || elsewhere.clone().any(|r| r.n == head.n) || !(shared || others) {
        return None;
    }
    let expected = body.first()?.said().to_owned();
    Some(Found {
        at: head.at(),
        expected: vec![expected.clone()],
        confidence: 0.85,
        proven: true,
        others: elsewhere.filter(|r| r.n == n).map(|r| r.at()).collect(),
        reasons: vec!["제목이 본문과 다르다".to_owned()],
        replacement: Some(expected),
        safe: false,
    })
}

/// `국가숲길 지정은 이번이 열두 번째`, where two outlets say that it is the 열세 번째 국가숲길 and nobody else has another.
fn so_many(common: &Common<'_>, all: &[Rank<'_>], rank: &Rank<'_>) -> Option<Found> {
    let now = rank.reading.doc.text[..rank.claim.span.start()].trim_end();
    if rank.of != "번째" || !["이번이", "이번에", "이번으로"].iter().any(|w| now.ends_with(w)) {
        return None;
    }
    let of_it =
        |r: &&Rank<'_>| r.of == "번째" && r.article != rank.article && r.words().any(|w| rank.words().any(|h| h == w));
    let others: Vec<&Rank<'_>> = all.iter().filter(of_it).collect();
    let n = others.first()?.n;
    let rows = &common.alignment.rows;
    let row = |r: &&Rank<'_>| rows.iter().position(|x| x.article() == r.article);
    let voices = common.alignment.voices(others.iter().filter_map(row));
    let here = all.iter().any(|r| r.article == rank.article && r.n == n);
    if voices < 2 || n == rank.n || n.abs_diff(rank.n) > 2 || here || others.iter().any(|r| r.n != n) {
        return None;
    }
    let expected = others.first()?.said().to_owned();
    Some(Found {
        at: rank.at(),
        expected: vec![expected.clone()],
        confidence: 0.8,
        proven: true,
        others: others.iter().map(|r| r.at()).collect(),
        reasons: Vec::new(),
        replacement: Some(expected),
        safe: false,
    })
}

/// `우리나라는 종합 3위`, `한국은 종합 2위`: each article has one place of the country, and they differ.
fn overall(all: &[Rank<'_>], rank: &Rank<'_>) -> Option<Found> {
    let label = rank.label().filter(|_| rank.of == "위")?;
    let alike = |r: &&Rank<'_>| r.of == "위" && r.label() == Some(label) && r.of_home();
    let all: Vec<&Rank<'_>> = all.iter().filter(alike).collect();
    let other = all.iter().find(|r| r.article != rank.article)?;
    let one = |article: ArticleId| all.iter().filter(|r| r.article == article).count() == 1;
    let before = all.iter().position(|r| r.article == rank.article && r.claim.span == rank.claim.span)?;
    // Of two that differ the first tells of both.
    let first = all[..before].iter().all(|r| r.n == rank.n);
    let agreed = all.iter().any(|r| r.article != rank.article && r.n == rank.n);
    if rank.n == other.n || !one(rank.article) || !one(other.article) || !first || agreed {
        return None;
    }
    Some(Found {
        at: rank.at(),
        expected: vec![other.said().to_owned()],
        confidence: 0.65,
        proven: false,
        others: all.iter().filter(|r| r.n == other.n).map(|r| r.at()).collect(),
        reasons: Vec::new(),
        replacement: None,
        safe: false,
    })
}
