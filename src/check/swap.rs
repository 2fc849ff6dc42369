//! Names that stand where others have another name altogether.

use super::employer::same_sort;
use super::name::{claim_over, hardens};
use super::report::{Found, loc};
use super::{Common, Scene};
use crate::align::Row;
use crate::align::alias::{is_cut_name, is_either, is_one_province};
use crate::align::copy::{By, Swap};
use crate::align::site::island;
use crate::claim::Value;
use crate::finding::Kind;
use crate::rule::Rule;

/// Returns the names of the rule's kind that stand in the place of another.
pub(super) fn found(scene: Scene<'_>, common: &Common<'_>, rule: &Rule) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    for found in common.swaps.iter().filter_map(|swap| told(scene, common, rule, swap)) {
        let text = |f: &Found| scene.sources.slice(f.at).to_owned();
        // That two outlets use two names is told once, not at every place.
        let again = |o: &Found| {
            !o.proven && o.at.article == found.at.article && text(o) == text(&found) && o.expected == found.expected
        };
        if found.proven || !out.iter().any(again) {
            out.push(found);
        }
    }
    out
}

fn told(scene: Scene<'_>, common: &Common<'_>, rule: &Rule, swap: &Swap) -> Option<Found> {
    let rows = &common.alignment.rows;
    let swap = &turned(rows, swap);
    let island = |p: &(usize, usize)| island(&rows[p.0], p.1);
    let islands = swap.by == By::Sort && island(&swap.at).is_some() && swap.others.iter().any(|o| island(o).is_some());
    let spelt = |p: &(usize, usize)| island(p).filter(|_| islands).unwrap_or(rows[p.0].units[p.1].spelt);
    let at = |p: &(usize, usize)| loc(&rows[p.0], spelt(p));
    let text = |p: &(usize, usize)| rows[p.0].reading.doc.slice(spelt(p));
    let kind = |p: &(usize, usize)| match claim_over(&rows[p.0], rows[p.0].units[p.1].span) {
        Some(Value::Person { .. }) => Some(Kind::PersonName),
        Some(Value::Place(_)) => Some(Kind::PlaceName),
        Some(Value::Org(_)) => Some(Kind::OrgName),
        _ => None,
    };
    let right = swap.others.first()?;
    let whole = swap.by != By::Sentence;
    let (own, other) = (kind(&swap.at), kind(right));
    let fits = if whole {
        // Where a name stands tells what it is a name of, if it does not itself.
        let place = match swap.by {
            By::Neighbours | By::City | By::Within => Kind::PlaceName,
            By::Sort if is_body(text(&swap.at)) => Kind::OrgName,
            By::Sort => Kind::PlaceName,
            By::List if text(&swap.at).len() < 12 => Kind::PersonName,
            _ => Kind::OrgName,
        };
        other.or(own).unwrap_or(place) == rule.kind
    } else {
        let fuller = text(&swap.at).contains(text(right)) || text(right).contains(text(&swap.at));
        !fuller && other == Some(rule.kind) && own.is_none_or(|k| k == rule.kind)
    };
    // 충북도교육청 and 충북교육청 are one body, 한빛터미널 and 한빛버스터미널 one place.
    let one = |a: &str, b: &str| is_cut_name(a, b) || is_either(a, b) || is_one_province(a, b);
    if !fits || one(text(&swap.at), text(right)) || hardens(text(&swap.at), text(right), &scene.rules.lexicon) {
        return None;
    }
    if are_of_two_levels(text(&swap.at), text(right)) || is_second_body(scene, rows, swap) {
        return None;
    }
    let word = rows[right.0].units[right.1].word;
    let holds = |r: &usize| rows[*r].units.iter().any(|u| u.word == word);
    let proven = if matches!(swap.by, By::Sort | By::Within | By::Number) {
        common.alignment.voices(swap.others.iter().map(|o| o.0)) >= 2
    } else {
        common.alignment.voices((0..rows.len()).filter(holds)) >= 2
    };
    // 회의 without a particle behind it is read as 회 with 의.
    let cut = swap.by == By::Name && text(&swap.at).ends_with('의') && !text(right).ends_with('의');
    let right = if cut { format!("{}의", text(right)) } else { text(right).to_owned() };
    Some(Found {
        at: at(&swap.at),
        expected: vec![right.clone()],
        confidence: confidence(swap.by, proven),
        proven,
        others: swap.others.iter().map(&at).collect(),
        reasons: vec![reason(swap.by).to_owned()],
        replacement: proven.then_some(right),
        safe: false,
    })
}

/// Returns whether one of two names is that of an airport or a station and the other that of a town, which may have it.
fn are_of_two_levels(a: &str, b: &str) -> bool {
    const SITES: [&str; 5] = ["공항", "터미널", "나들목", "휴게소", "역"];
    let site = |w: &str| w.len() >= 9 && SITES.iter().any(|s| w.ends_with(s));
    let longer = |w: &str| w.len() >= 12;
    (site(a) && !site(b) && !longer(b)) || (site(b) && !site(a) && !longer(a))
}

/// Returns whether both names are bodies of one sort each that one person is said to be of: who presides over a chamber of
/// commerce has a firm as well.
fn is_second_body(scene: Scene<'_>, rows: &[Row<'_>], swap: &Swap) -> bool {
    let of = |&(r, u): &(usize, usize)| {
        let row = &rows[r];
        let span = row.units[u].spelt;
        row.reading.claims.iter().find_map(|c| match &c.value {
            Value::Person { name, role: Some(role), affiliation: Some(body), affiliation_at: Some(at), .. }
                if at.overlaps(span) =>
            {
                Some((name.as_str(), role.as_str(), body.as_str()))
            }
            _ => None,
        })
    };
    let Some((name, role, body)) = of(&swap.at) else { return false };
    let other = swap.others.iter().find_map(of).filter(|o| o.0 == name);
    other.is_some_and(|(_, _, other)| !same_sort(&scene.rules.lexicon.names, body, other, role))
}

/// Returns a swap of one against one told from the name that has no letters in brackets behind it, where the other has:
/// whoever glosses 한국공공기록원(KPRI) has looked it up.
fn turned(rows: &[Row<'_>], swap: &Swap) -> Swap {
    let glossed = |p: &(usize, usize)| {
        let row = &rows[p.0];
        let behind = row.reading.doc.text.get(row.units[p.1].span.end()..).unwrap_or("");
        behind.strip_prefix('(').is_some_and(|b| b.starts_with(|c: char| c.is_ascii_uppercase()))
    };
    match swap.others[..] {
        [other] if glossed(&swap.at) && !glossed(&other) => Swap { at: other, others: vec![swap.at], ..swap.clone() },
        _ => swap.clone(),
    }
}

/// Returns whether a word without a claim names a body rather than a place.
fn is_body(word: &str) -> bool {
    word.ends_with(BODIES) || word.contains("리서치") || word.starts_with("한국")
}

/// What bodies end in that ask and judge at places.
const BODIES: [char; 10] = ['서', '청', '경', '검', '부', '소', '회', '단', '원', '대'];

fn confidence(by: By, proven: bool) -> f32 {
    match by {
        By::Sentence if proven => 0.85,
        By::Sentence => 0.7,
        By::List | By::Name => 0.8,
        By::Title if proven => 0.8,
        By::Neighbours => 0.7,
        By::Caption => 0.65,
        By::Within | By::Number if proven => 0.8,
        By::Sort if proven => 0.7,
        By::City | By::Sort | By::Within | By::Number | By::Title => 0.6,
    }
}

fn reason(by: By) -> &'static str {
    match by {
        By::Sentence => "같은 문장에서 이 이름만 다르다",
        By::List => "같은 차례로 늘어놓은 이름 가운데 이것만 다르다",
        By::Neighbours => "앞뒤 낱말이 같은 자리에서 이 이름만 다르다",
        By::Name => "긴 이름에서 두 글자만 다르다",
        By::Caption => "사진 설명에 적은 곳의 기관이 아니다",
        By::City => "다른 매체가 모두 말하는 도시 대신 이 도시만 적었다",
        By::Within => "같은 곳을 다른 고을이나 나라에 넣었다",
        By::Title => "제목이나 긴 이름에서 한 낱말만 다르다",
        By::Number => "이름은 같고 번호만 다르다",
        By::Sort => "같은 것을 말하는 자리에서 이름만 다르다",
    }
}
