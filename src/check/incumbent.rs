//! Two names of who holds one post of one body: a letter apart (`고은율 한빛슈퍼 대표` below a picture, `고은울 한빛슈퍼 대표` in the
//! copy), or two names altogether (`고은율 한빛소방서장`, `한가람 한빛소방서장`).

use super::Common;
use super::contest::{Answer, Contest, contests};
use super::report::{Found, loc};
use crate::align::Row;
use crate::claim::{Claim, Value};
use crate::source::Span;
use crate::text::{Script, hangul};

/// A person with post and body, at its place.
struct Incumbent<'a> {
    row: usize,
    claim: &'a Claim,
    name: &'a str,
    post: String,
}

/// Posts of which a body has one, by how they end.
const POSTS: [&str; 8] = ["장", "대표", "대표이사", "감독", "총재", "장관", "대변인", "지사"];

/// Returns the names that stand once, of who is said elsewhere to be called otherwise by a letter.
pub(super) fn found(common: &Common<'_>) -> Vec<Found> {
    let rows = &common.alignment.rows;
    let mut all: Vec<Incumbent<'_>> = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        for claim in &row.reading.claims {
            if let Value::Person { name, role: Some(role), affiliation: Some(body), .. } = &claim.value
                && name.len() == 9
                && body.len() >= 9
                && POSTS.iter().any(|p| role.ends_with(p))
                && !role.starts_with("공동")
            {
                let post = [body.as_str(), role.as_str()].concat().split_whitespace().collect();
                all.push(Incumbent { row: r, claim, name, post });
            }
        }
    }
    let mut out: Vec<Found> = Vec::new();
    let times = |name: &str| rows.iter().map(|r| r.reading.doc.text.matches(name).count()).sum::<usize>();
    for odd in &all {
        let letter = |o: &Incumbent<'_>| {
            o.post == odd.post
                && hangul::one_syllable(odd.name, o.name).is_some_and(|s| s.index > 0 && s.letters() == 1)
        };
        let others: Vec<&Incumbent<'_>> = all.iter().filter(|o| letter(o)).collect();
        let Some(other) = others.first().filter(|_| times(odd.name) == 1) else { continue };
        // Of one against one the later is told.
        let often = times(other.name) >= 2;
        let at = |i: &Incumbent<'_>| loc(&rows[i.row], i.claim.span);
        if others.iter().any(|o| o.name != other.name) || (!often && at(odd) < at(other)) {
            continue;
        }
        out.push(Found {
            at: at(odd),
            expected: vec![other.name.to_owned()],
            confidence: if often { 0.8 } else { 0.6 },
            proven: often,
            others: others.iter().map(|o| at(o)).collect(),
            reasons: vec!["같은 기관의 같은 직함인데 이름의 글자 하나만 다르다".to_owned()],
            replacement: often.then(|| other.name.to_owned()),
            safe: false,
        });
    }
    out.extend(others(common));
    out
}

/// Posts of a body that one person holds, by how the last word of them ends.
const SOLE: [&str; 22] = [
    "소방서장",
    "경찰서장",
    "해경서장",
    "시장",
    "군수",
    "구청장",
    "도지사",
    "총장",
    "교장",
    "교육장",
    "교육감",
    "청장",
    "본부장",
    "이사장",
    "관장",
    "원장",
    "총재",
    "장관",
    "감독",
    "소장",
    "지검장",
    "법원장",
];

/// Callings of which a story has one person, told before the name.
const ONE: [&str; 4] = ["리더", JUDGE, "심사위원장", "집행위원장"];

/// Of whom one outlet against one is enough: a court has told who it is.
const JUDGE: &str = "주심";

/// What says that somebody held a post before, or will hold it.
const PASSED: [&str; 15] = [
    "전 ", "전직", "전임", "신임", "초대", "당시", "대행", "직대", "후보", "내정", "당선", "공동", "역대", "차기", "前",
];

/// Returns the names that one article alone gives to who holds a post, where the others have another one altogether.
fn others(common: &Common<'_>) -> Vec<Found> {
    let rows = &common.alignment.rows;
    let all: Vec<Answer> = rows.iter().enumerate().flat_map(|(r, row)| holders(r, row)).collect();
    let fits = |c: &Contest<'_>| {
        let post = c.odd[0].question.as_str();
        // Of a calling that one person has it does not matter who else is named.
        hangul::one_syllable(&c.odd[0].answer, &c.others[0].answer).is_none()
            && (ONE.contains(&post) || !c.is_known(common))
            && (c.proven || post == JUDGE)
    };
    contests(common, &all)
        .into_iter()
        .filter(fits)
        .map(|c| c.found(common, [0.78, 0.6], "같은 자리에 있는 사람의 이름이 다르다"))
        .collect()
}

/// Returns the persons of a row with the post of which there is one.
fn holders(r: usize, row: &Row<'_>) -> Vec<Answer> {
    let doc = &row.reading.doc;
    let answer =
        |question: String, at: Span| Answer { row: r, question, answer: doc.slice(at).to_owned(), at, apart: false };
    let mut out = Vec::new();
    for claim in &row.reading.claims {
        let Value::Person { name, role: Some(role), role_at: Some(at), affiliation, .. } = &claim.value else {
            continue;
        };
        let post: String = [affiliation.as_deref().unwrap_or(""), role].concat().split_whitespace().collect();
        let whole = post.len() >= role.len() + 9 || role.len() >= 15;
        if name.len() != 9 || !whole || !SOLE.iter().any(|p| role.ends_with(p)) {
            continue;
        }
        // Of two who held it one after the other each is right.
        let (from, to) = (claim.span.start().min(at.start()), claim.span.end().max(at.end()));
        let lead = doc.text[..from].char_indices().rev().nth(5).map_or(0, |c| c.0);
        let around = doc.text.get(lead..to).unwrap_or("");
        if !PASSED.iter().any(|w| around.contains(w)) {
            out.push(answer(post, claim.span));
        }
    }
    for (i, token) in doc.tokens.iter().enumerate().filter(|(_, t)| t.script == Script::Hangul && t.stem >= 6) {
        let stem = doc.slice(token.stem());
        let Some(post) = ONE.iter().find(|p| **p == stem).filter(|_| token.spaced) else { continue };
        let beside = matches!(doc.slice(token.josa()), "" | "은" | "는" | "인");
        let next =
            doc.tokens.get(i + 1).filter(|n| beside && n.spaced && n.script == Script::Hangul && n.span.len() >= 9);
        let Some(next) = next else { continue };
        let name = Span::new(next.span.start(), next.span.start() + 9);
        let person = |c: &Claim| c.span == name && matches!(c.value, Value::Person { .. });
        let called = next.stem().len() == 9 && next.has_josa();
        if called || row.reading.claims.iter().any(person) {
            out.push(answer((*post).to_owned(), name));
        }
    }
    out
}
