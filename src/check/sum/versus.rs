//! Two sides and the word for which of them has more: `찬성이 반대에 1천204표 밀리면서` where 찬성 has 8,310표 and 반대 7,106표.

use super::page::{Figure, Page};
use super::{Others, Slip};
use crate::claim::{Claim, Reading, Value};
use crate::finding::Kind;
use crate::source::{Span, floor};

/// Words of who has more, with what stands in their place in the same form, and whether it is the subject.
const WORDS: &[(&str, &str, bool)] = &[
    ("앞섰", "뒤졌", true),
    ("앞서", "뒤지", true),
    ("앞선", "뒤진", true),
    ("밀렸", "앞섰", false),
    ("밀리", "앞서", false),
    ("밀려", "앞서", false),
    ("밀린", "앞선", false),
    ("뒤졌", "앞섰", false),
    ("뒤지", "앞서", false),
    ("뒤진", "앞선", false),
    ("이겼", "졌", true),
    ("이긴", "진", true),
    ("많았", "적었", true),
    ("많은", "적은", true),
    ("적었", "많았", false),
    ("적은", "많은", false),
];

/// No clause between two sides and the word for them is longer (bytes).
const CLAUSE: usize = 90;

/// So near behind its side stands what the side has (bytes).
const NEAR: usize = 34;

/// Words behind a name that are no name.
const ROLES: &[&str] = &["후보", "당선인", "의원", "시장", "군수", "선수", "감독", "위원장", "대표", "쪽", "측", "팀"];

/// Returns the words for the side that has more which the figures of the two sides contradict.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let mut out = Vec::new();
    for claim in page.claims.iter().filter(|c| matches!(c.value, Value::Direction { .. })) {
        let at = claim.span.start();
        let Some(&(word, other, up)) = WORDS.iter().find(|w| page.doc.text[at..].starts_with(w.0)) else { continue };
        out.extend(slip(page, others, claim, (word, other, up)));
    }
    out
}

fn slip(page: &Page<'_>, others: &Others<'_>, claim: &Claim, (word, other, up): (&str, &str, bool)) -> Option<Slip> {
    let at = claim.span.start();
    let said = Span::new(at, at + word.len());
    let sentence = claim.sentence as usize;
    let before = page.before(said, sentence);
    let clause = before.get(clause_start(before)..)?;
    if clause.len() > CLAUSE || page.doc.quotations.iter().any(|q| q.inner.contains(said)) {
        return None;
    }
    // Not ahead is behind, and who was ahead at first may have lost.
    let rest = &page.doc.text[said.end()..];
    let negated = rest.starts_with('지')
        && ["않", "못"]
            .iter()
            .any(|n| rest.get(3..).is_some_and(|r| r.trim_start_matches(['는', '도', '만', ' ']).starts_with(n)));
    if negated || ["한때", "초반", "중반", "까지는"].iter().any(|w| clause.contains(w)) {
        return None;
    }
    let by = page.of_sentence(sentence).iter().rfind(|f| f.span.end() <= at && f.span.start() + clause.len() >= at)?;
    let gap = page.doc.text.get(by.span.end()..at)?;
    if !matches!(gap.trim(), "" | "차" | "차로" | "차이로" | "차이" | "나" | "를" | "을") || by.rough || by.value <= 0
    {
        return None;
    }
    let Some((subject, object)) = sides(clause) else { return alone(page, by, clause, said, (other, up)) };
    let mut told: Option<bool> = None;
    let mut seen = None;
    let own = [(page.doc.text, page.claims)];
    let rows = own.into_iter().chain(others.readings().map(|r: &Reading<'_>| (r.doc.text, &r.claims[..])));
    for (text, claims) in rows {
        for (a, b) in pairs(text, claims, &subject, &object, by) {
            let slack = if a.rough || b.rough { a.step.max(b.step) } else { a.slack() + b.slack() };
            if ((a.value - b.value).abs() - by.value).abs() > slack || a.rough || b.rough {
                continue;
            }
            let more = a.value > b.value;
            if told.is_some_and(|t| t != more) {
                return None;
            }
            told = Some(more);
            seen = Some((text[a.span.range()].to_owned(), text[b.span.range()].to_owned()));
        }
    }
    let (a, b) = seen?;
    (told? != up).then(|| Slip {
        kind: Kind::Polarity,
        at: said,
        expected: Some(other.to_owned()),
        confidence: 0.93,
        reason: format!("{subject} {a}, {object} {b}: 차이가 {}이다", page.doc.slice(by.span)),
        operands: vec![by.span],
    })
}

/// `한별당이 38%, 새빛당이 31%입니다. 한별당이 7%포인트 차로 밀렸습니다`: one side alone is named where the sentence before gives both.
fn alone(page: &Page<'_>, by: &Figure, clause: &str, said: Span, (other, up): (&str, bool)) -> Option<Slip> {
    let word = clause.split(' ').find(|w| w.ends_with(['이', '가', '은', '는']))?;
    let subject = &word[..word.len() - "이".len()];
    let before = by.sentence.checked_sub(1).filter(|&s| {
        let sentences = &page.doc.sentences;
        sentences[s].block == sentences[by.sentence].block
    })?;
    if subject.len() < 6 || clause.split(' ').any(|w| w.ends_with(['에', '을', '를']) || w.ends_with("보다")) {
        return None;
    }
    let [a, b] = page.of_sentence(before) else { return None };
    if !is_of(a, by) || !is_of(b, by) || a.rough || b.rough {
        return None;
    }
    let (lead, middle) = (page.before(a.span, before), page.between(a.span, b.span));
    let first = match (lead.contains(subject), middle.contains(subject)) {
        (true, false) => true,
        (false, true) => false,
        _ => return None,
    };
    let more = if first { a.value > b.value } else { b.value > a.value };
    let told = ((a.value - b.value).abs() - by.value).abs() <= a.slack() + b.slack();
    (told && more != up && middle.trim_matches([',', ' ']).len() >= 6)
        .then(|| Slip::of_order(page, said, other, [a, b]))
}

/// Returns whether a figure is what one side has where another is by how much more the one has: 38% and 7%포인트.
fn is_of(f: &Figure, by: &Figure) -> bool {
    f.class == by.class && (f.unit == by.unit || f.unit == "%" && by.unit == "%p")
}

/// Returns where the clause before a word begins.
fn clause_start(before: &str) -> usize {
    let ends = ["며 ", "고 ", "지만 ", "으나 ", "는데 ", "면서 ", "해 ", ". "];
    ends.iter().filter_map(|e| before.rfind(e).map(|i| i + e.len())).max().unwrap_or(0)
}

/// Returns the names of who is spoken of and of whom that one is set against.
fn sides(clause: &str) -> Option<(String, String)> {
    let words: Vec<&str> = clause.split(' ').filter(|w| !w.is_empty()).collect();
    let name = |i: usize, josa: &[&str]| -> Option<String> {
        let word = words[i].trim_end_matches(',');
        let word = word.split_once('(').map_or(word, |(w, _)| w);
        let stem = josa.iter().find_map(|j| word.strip_suffix(j)).or_else(|| words[i].contains('(').then_some(word))?;
        let stem = stem.trim_matches(['‘', '’', '\'', '"']);
        if ["에서", "에", "으로", "까지", "부터"].iter().any(|e| stem.ends_with(e)) {
            return None;
        }
        let named = if ROLES.contains(&stem) && i > 0 { words[i - 1] } else { stem };
        (named.len() >= 3).then(|| named.to_owned())
    };
    let subject = (0..words.len()).find_map(|i| name(i, &["이", "가", "은", "는"]).map(|n| (i, n)));
    let object = (0..words.len()).rev().find_map(|i| {
        let full = ["에게", "에", "보다", "을", "를"].iter().any(|j| words[i].ends_with(j));
        let digits = words[i].starts_with(|c: char| c.is_ascii_digit());
        if full && !digits { name(i, &["에게", "에", "보다", "을", "를"]).map(|n| (i, n)) } else { None }
    });
    let ((i, subject), (j, object)) = (subject?, object?);
    (i != j && subject != object).then_some((subject, object))
}

/// Returns what two sides have, where a sentence tells it of both: `찬성 8천310표, 반대 7천106표`.
fn pairs(text: &str, claims: &[Claim], subject: &str, object: &str, like: &Figure) -> Vec<(Figure, Figure)> {
    let mut out = Vec::new();
    let mut figures = claims.iter().filter_map(Figure::new).filter(|f| is_of(f, like)).peekable();
    while let Some(first) = figures.next() {
        let Some(second) = figures.peek().filter(|f| f.sentence == first.sentence) else { continue };
        let from = first.span.start().saturating_sub(NEAR);
        let lead = text.get(floor(text, from)..first.span.start()).unwrap_or("");
        let lead = lead.rsplit(['.', '\n']).next().unwrap_or("");
        let middle = text.get(first.span.end()..second.span.start()).unwrap_or("");
        if middle.len() > 2 * NEAR {
            continue;
        }
        if lead.contains(subject) && middle.contains(object) && !lead.contains(object) {
            out.push((first, second.clone()));
        } else if lead.contains(object) && middle.contains(subject) && !lead.contains(subject) {
            out.push((second.clone(), first));
        }
    }
    out
}
