//! Roles of one person that cannot both be right.
//!
//! A person has many true roles: office and rank, present and former, long and short form. Two contradict only where
//! each outlet gives the person one role, neither is part of the other, and both name a post of the same sort.

use super::report::{Found, loc};
use super::{Common, Scene, department, employer, head, post, seat};
use crate::align::Row;
use crate::align::alias::{is_either, is_shortened};
use crate::align::copy::By;
use crate::claim::{Claim, Value};
use crate::finding::Finding;
use crate::rule::{Role, Rule};
use crate::source::{Loc, Span};
use crate::text::{BlockKind, Document};

/// A person with a role, at its place.
struct Held<'a> {
    row: usize,
    claim: &'a Claim,
    name: &'a str,
    role: String,
    /// Where the role stands.
    at: Span,
    /// What sort of post it is: only posts of one sort contradict.
    sort: Sort,
    /// Whether it stands in a caption, which is written apart from the copy.
    caption: bool,
}

/// What sort of post a role is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    /// An office that one holds at a time: 시장, 환경안전실장.
    Office,
    /// A rank or calling that its holders keep in every office: 총경, 교수.
    Rank,
    /// A rank in a company, beside any office: 부사장, 전무.
    CompanyRank,
    /// What one is before another for some days: 후보, 당선인.
    State,
    /// What somebody is until they get another post: `한가람 통계청장을 1차관에 임명했다`.
    Left,
    /// What somebody was.
    Former,
}

impl Sort {
    /// Returns the sort of a role with the words `before` it.
    fn of(role: &str, before: &str) -> Sort {
        if role.starts_with("전직") || before.split_whitespace().any(|w| matches!(w, "전" | "전직" | "前")) {
            Sort::Former
        } else if VILLAGE.iter().any(|r| role.ends_with(r)) {
            Sort::Office
        } else if COMPANY_RANKS.iter().any(|r| role.ends_with(r)) {
            Sort::CompanyRank
        } else if role.ends_with("소장") && HOUSES.iter().any(|h| role.contains(h) || before.contains(h)) {
            // Of a research institute, not of an army.
            Sort::Office
        } else if STATES.iter().any(|r| role.ends_with(r)) {
            Sort::State
        } else if RANKS.iter().any(|r| role.ends_with(r)) || is_calling(role) {
            Sort::Rank
        } else {
            Sort::Office
        }
    }
}

/// Returns a finding for each person whose only role in one article is another than in the others.
pub(super) fn check(scene: Scene<'_>, common: &Common<'_>, rule: &Rule, _settings: &Role) -> Vec<Finding> {
    let rows = &common.alignment.rows;
    let mut held: Vec<Held<'_>> = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        for claim in &row.reading.claims {
            if let Value::Person { name, role: Some(role), role_at: Some(at), .. } = &claim.value
                && name.chars().count() >= 3
            {
                // 부사장(CFO) is a 부사장.
                let role: String = role.split('(').next().unwrap_or(role).split_whitespace().collect();
                let doc = &row.reading.doc;
                let sentence = &doc.sentences[claim.sentence as usize];
                if is_body(&role) || is_duty(&role) {
                    continue;
                }
                // `윤태경 전 산업통상부 차관`: what stands between name and office belongs to the office.
                let text = &row.reading.doc.text;
                // 연구원 출신 is what somebody was.
                if text.get(at.end()..).is_some_and(|rest| rest.starts_with(" 출신")) {
                    continue;
                }
                let from = if claim.span.end() <= at.start() { claim.span.end() } else { at.start().saturating_sub(7) };
                let before = text.get(from..at.start()).unwrap_or("");
                let sort = match Sort::of(&role, before) {
                    Sort::Rank => Sort::Rank,
                    _ if is_appointed(doc.slice(sentence.span)) => Sort::Left,
                    sort => sort,
                };
                let caption = sentence.kind == BlockKind::Caption;
                if let Some((office, span)) = office_before(doc, claim.span, *at) {
                    held.push(Held { row: r, claim, name, role: office, at: span, sort: Sort::Office, caption });
                    // The 위원장 in brackets is that of the committee.
                    if at.end() <= claim.span.start() {
                        continue;
                    }
                }
                // CFO(전무)
                if let Some(rank) = rank_behind(text, at.end()) {
                    let (role, at) = (rank.of(text).to_owned(), rank);
                    held.push(Held { row: r, claim, name, role, at, sort: Sort::CompanyRank, caption });
                }
                held.push(Held { row: r, claim, name, role, at: *at, sort, caption });
            }
        }
    }
    let mut names: Vec<&str> = held.iter().map(|h| h.name).collect();
    names.sort_unstable();
    names.dedup();
    let mut out = Vec::new();
    for name in names {
        for sort in [Sort::Office, Sort::CompanyRank, Sort::Former, Sort::Rank] {
            let of: Vec<&Held<'_>> = held.iter().filter(|h| h.name == name && h.sort == sort).collect();
            let told = conflict(common, &of).filter(|_| sort != Sort::Rank || of_one_ladder(&of));
            out.extend(told.map(|f| f.finding(scene, rule)));
        }
        // Who heads a firm for two outlets is no deputy there, unless somebody says both at once.
        let of: Vec<&Held<'_>> = held.iter().filter(|h| h.name == name && in_firm(&h.role)).collect();
        let both = |r: &Row<'_>| {
            ["대표이사 부", "대표이사 전", "대표이사 상", "대표(부", "대표 부"]
                .iter()
                .any(|w| r.reading.doc.text.contains(w))
        };
        let heads = of.iter().filter(|h| HEADS.contains(&h.role.as_str())).count();
        if heads > 0 && heads < of.len() && !rows.iter().any(both) {
            let told = conflict(common, &of).filter(|f| f.confidence >= PROVEN);
            out.extend(told.map(|f| f.finding(scene, rule)));
        }
        // A deputy of a firm who is no more than that has no rank beside.
        let firm = |h: &&Held<'_>| h.role == "부대표" || (h.sort == Sort::CompanyRank && h.role != "이사");
        let of: Vec<&Held<'_>> = held.iter().filter(|h| h.name == name && firm(h)).collect();
        if of.iter().any(|h| h.role == "부대표") {
            out.extend(conflict(common, &of).map(|f| f.finding(scene, rule)));
        }
        // Who teaches at a university for two outlets does not preside over it, who plays does not coach.
        for (lower, upper) in EXCLUSIVE {
            let one =
                |h: &&Held<'_>| h.name == name && h.sort != Sort::Former && (h.role == *lower || h.role == *upper);
            let of: Vec<&Held<'_>> = held.iter().filter(one).collect();
            // All speak of coaches; of presidents of a university only who knows of one.
            let named = |row: usize| upper.ends_with('장') && rows[row].reading.doc.text.contains(upper);
            let both = of.iter().any(|h| h.role == *lower && named(h.row));
            if of.len() > 2 && !both {
                let told = conflict(common, &of).filter(|f| f.confidence >= PROVEN);
                out.extend(told.map(|f| f.finding(scene, rule)));
            }
        }
    }
    let more = employer::found(scene, common)
        .into_iter()
        .chain(head::found(scene, common))
        .chain(post::found(scene, common))
        .chain(department::found(common))
        .chain(seat::found(common));
    // Of two bodies of one sort that stand in one place is told already.
    let swapped = |at: Loc| {
        let is = |&(r, u): &(usize, usize)| loc(&rows[r], rows[r].units[u].spelt).overlaps(at);
        common.swaps.iter().any(|s| s.by == By::Sort && is(&s.at))
    };
    let told = |f: &Finding| swapped(f.at) || f.evidence.iter().any(|e| swapped(e.at));
    for f in more.map(|f| f.finding(scene, rule)).filter(|f| !told(f)) {
        if !out.iter().any(|o| o.at.overlaps(f.at) || o.evidence.iter().any(|e| e.at.overlaps(f.at))) {
            out.push(f);
        }
    }
    out
}

/// What is said of somebody who gets another post than that beside the name.
const APPOINTED: &[&str] = &[
    "임명",
    "발탁",
    "기용",
    "승진",
    "선임",
    "내정",
    "지명",
    "영입",
    "위촉",
    "발령",
    "낙점",
    "선출",
    "추대",
    "옮긴",
    "옮겼",
    "올랐",
    "오른다",
    "앉혔",
];

/// Returns whether a sentence tells who gets a post: `기재부 1차관에는 한가람 통계청장이 임명됐다`. The post beside the name is the
/// one before.
pub(super) fn is_appointed(sentence: &str) -> bool {
    APPOINTED.iter().any(|w| sentence.contains(w))
}

/// Returns the office with 인 right before a name that has a rank behind it (`수사대장인 한가람 경정`), and that of the head of a
/// committee who stands in brackets behind it (`예산결산특별위원회(위원장 한가람)`).
fn office_before(doc: &Document<'_>, name: Span, role: Span) -> Option<(String, Span)> {
    const COMMITTEE: &str = "위원회";
    if role.end() <= name.start() {
        let lead = doc.text[..role.start()].strip_suffix('(')?;
        let committee = doc.tokens[doc.token_at(lead.len().checked_sub(1)?)].span;
        let body = doc.slice(committee).strip_suffix(COMMITTEE).filter(|b| b.len() >= 6)?;
        let span = Span::new(committee.start(), committee.end() - "회".len());
        return (doc.slice(role) == "위원장" && committee.end() == lead.len()).then(|| (format!("{body}위원장"), span));
    }
    let lead = doc.text[..name.start()].strip_suffix("인 ")?;
    let office = Span::new(doc.tokens[doc.token_at(lead.len().checked_sub(1)?)].span.start(), lead.len());
    let word = doc.slice(office);
    (word.len() >= 12 && word.ends_with('장')).then(|| (word.to_owned(), office))
}

/// How sure a report is where two outlets stand against one.
const PROVEN: f32 = 0.75;

/// Who heads a firm.
const HEADS: &[&str] = &["대표", "대표이사", "최고경영자"];

/// Roles of which nobody has both at once.
const EXCLUSIVE: &[(&str, &str)] = &[("교수", "총장"), ("선수", "감독"), ("교사", "교장"), ("간호사", "의사")];

/// Returns whether the role is that of the head of a firm, or of those below.
fn in_firm(role: &str) -> bool {
    HEADS.contains(&role) || matches!(role, "부사장" | "전무" | "상무")
}

/// Callings and ranks of which one has one at a time.
const LADDERS: &[&[&str]] = &[
    &["판사", "검사", "변호사"],
    &["치안감", "경무관", "총경", "경정", "경감", "경위", "경사"],
    &["소방정", "소방령", "소방경", "소방위", "소방장"],
    &["대령", "중령", "소령", "대위", "중위"],
    &["조교수", "부교수"],
    &["사무관", "서기관", "주무관"],
    &["연구원", "연구위원"],
];

/// Returns whether all the ranks are steps of one ladder.
fn of_one_ladder(of: &[&Held<'_>]) -> bool {
    LADDERS.iter().any(|ladder| of.iter().all(|h| ladder.iter().any(|step| h.role.ends_with(step))))
}

/// Returns the contradiction among the roles of one person, if there is one.
fn conflict(common: &Common<'_>, of: &[&Held<'_>]) -> Option<Found> {
    let groups = groups(of);
    if groups.len() != 2 {
        return None;
    }
    let rows_of = |g: &[usize]| {
        let mut rows: Vec<usize> = g.iter().map(|&i| of[i].row).collect();
        rows.dedup();
        rows
    };
    let (a, b) = (rows_of(&groups[0]), rows_of(&groups[1]));
    // A person who bears both in one copy has both.
    let copies = |g: &[usize]| g.iter().map(|&i| (of[i].row, of[i].caption)).collect::<Vec<_>>();
    let (x, y) = (copies(&groups[0]), copies(&groups[1]));
    if x.iter().any(|r| y.contains(r)) {
        return None;
    }
    // `심사위원장은 한가람 감독이 맡았다`: who is called both in one sentence is both.
    let knows = |g: &[usize], role: &str| role.len() >= 9 && g.iter().any(|&i| tells(common, of[i], role));
    if groups[1].iter().any(|&i| knows(&groups[0], &of[i].role))
        || groups[0].iter().any(|&i| knows(&groups[1], &of[i].role))
    {
        return None;
    }
    let (va, vb) = (common.alignment.voices(a.iter().copied()), common.alignment.voices(b.iter().copied()));
    // Of one voice against one the caption is what was written carelessly.
    let captions = |g: &[usize]| g.iter().all(|&i| of[i].caption);
    let (odd, others) =
        if va > vb || (va == vb && captions(&groups[1])) { (&groups[1], &groups[0]) } else { (&groups[0], &groups[1]) };
    let proven = va.min(vb) == 1 && va.max(vb) >= 2;
    // 국토부 철도국장 may be 사고수습본부 상황실장 as well.
    let body = |i: usize| match &of[i].claim.value {
        Value::Person { affiliation: Some(body), .. } => Some(body.split_whitespace().collect::<String>()),
        _ => None,
    };
    let two_bodies = |a: &usize, b: &usize| match (body(*a), body(*b)) {
        (Some(x), Some(y)) => !employer::one_body(&x, &y),
        _ => false,
    };
    // Somebody may be both a former mayor and a former member of parliament.
    let two_pasts = |a: &usize, b: &usize| {
        let end = |i: usize| of[i].role.chars().next_back();
        of[*a].sort == Sort::Former && end(*a) != end(*b)
    };
    if !proven && odd.iter().any(|a| others.iter().any(|b| two_bodies(a, b) || two_pasts(a, b))) {
        return None;
    }
    let place = |i: usize| loc(&common.alignment.rows[of[i].row], of[i].at);
    let said = |i: usize| common.alignment.rows[of[i].row].reading.doc.slice(of[i].at).to_owned();
    let belied = |g: &[usize], h: &[usize]| g.iter().any(|&i| is_belied(common, of[i], &of[h[0]].role));
    let (odd, others, proven) = match (belied(odd, others), belied(others, odd)) {
        (true, false) => (odd, others, true),
        (false, true) => (others, odd, true),
        _ => (odd, others, proven),
    };
    Some(Found {
        at: place(odd[0]),
        expected: vec![said(others[0])],
        confidence: if proven { PROVEN } else { 0.6 },
        proven: false,
        others: others.iter().map(|&i| place(i)).collect(),
        reasons: Vec::new(),
        replacement: None,
        safe: false,
    })
}

/// Returns whether the sentence of a person has a role elsewhere than beside the name.
fn tells(common: &Common<'_>, held: &Held<'_>, role: &str) -> bool {
    let doc = &common.alignment.rows[held.row].reading.doc;
    let sentence = doc.sentences[held.claim.sentence as usize].span;
    doc.slice(sentence).match_indices(role).any(|(at, _)| {
        let from = sentence.start() + at;
        !held.at.overlaps(Span::new(from, from + role.len()))
    })
}

/// Returns whether a judge is told to do in the sentence what prosecutors do, or a prosecutor what judges do, or a chief
/// the business of the other.
fn is_belied(common: &Common<'_>, held: &Held<'_>, other: &str) -> bool {
    let doc = &common.alignment.rows[held.row].reading.doc;
    if post::says(doc, held.at, other) {
        return true;
    }
    let deeds = match () {
        _ if held.role.ends_with("검사") => ["판결문에서", "선고했", "선고하며", "선고하면서"],
        _ if held.role.ends_with("판사") => ["구형했", "구형하며", "기소했", "논고에서"],
        _ => return false,
    };
    let sentence = doc.slice(doc.sentences[held.claim.sentence as usize].span);
    deeds.iter().any(|d| sentence.contains(d))
}

/// Returns the rank in a company that stands in brackets behind a role, or behind the brackets that belong to it: CFO(전무),
/// 재무총괄(CFO) 부사장.
fn rank_behind(text: &str, at: usize) -> Option<Span> {
    let rest = text.get(at..)?;
    let rank = match rest.strip_prefix('(') {
        Some(inner) => inner.split_once(')')?.0,
        None if text[..at].ends_with(')') => {
            let word = rest.strip_prefix(' ')?;
            COMPANY_RANKS.iter().find(|r| word.starts_with(**r))?
        }
        None => return None,
    };
    COMPANY_RANKS.contains(&rank).then(|| Span::new(at + 1, at + 1 + rank.len()))
}

/// Returns the roles put together that may be one: equal, or one within the other.
fn groups(of: &[&Held<'_>]) -> Vec<Vec<usize>> {
    let mut out: Vec<Vec<usize>> = Vec::new();
    for i in 0..of.len() {
        let fits: Vec<usize> =
            (0..out.len()).filter(|&g| out[g].iter().any(|&j| one_role(&of[i].role, &of[j].role))).collect();
        match fits.split_first() {
            None => out.push(vec![i]),
            Some((&first, rest)) => {
                for &g in rest.iter().rev() {
                    let moved = out.remove(g);
                    out[first].extend(moved);
                }
                out[first].push(i);
            }
        }
    }
    out
}

/// Returns whether two roles may be one: `서울시장` and `시장`, `대표이사 사장` and `사장`, `법사위원장` and `법제사법위원장`.
pub(super) fn one_role(a: &str, b: &str) -> bool {
    if is_deputy(a, b) || is_deputy(b, a) {
        return false;
    }
    // CFO may well be 최고재무책임자.
    a == b
        || a.contains(b)
        || b.contains(a)
        || shortens(a, b)
        || shortens(b, a)
        || ends_alike(a, b)
        || a.is_ascii() != b.is_ascii()
        || are_one_post(a, b)
}

/// Posts of which a newsroom writes either: who heads a prosecutors' office is a 검사장.
const ONE_POST: &[[&str; 2]] = &[
    ["지검장", "검사장"],
    ["상인회장", "번영회장"],
    ["위원장", "지회장"],
    ["위원장", "지부장"],
    ["사무소장", "관리소장"],
    ["이장", "주민대표"],
    ["통장", "주민대표"],
    ["대표이사", "사장"],
    ["대표", "최고경영자"],
    ["대표이사", "최고경영자"],
];

/// What heads of headquarters are called that are set up for a disaster.
const HEADQUARTERS: &[&str] = &["대책본부장", "수습본부장", "방역본부장", "구조본부장", "복구본부장"];

/// Returns whether two roles are two ways to say one: 총동창회장 and 총동문회장, 춘천지검장 and 검사장, 예보관 and 예보분석관.
fn are_one_post(a: &str, b: &str) -> bool {
    // A word left out before the last syllable: the first two and the last stay.
    let within = |short: &str, long: &str| {
        short.len() >= 9
            && long.len() == short.len() + 6
            && long.starts_with(&short[..6])
            && long.ends_with(&short[short.len() - 3..])
            && is_shortened(short, long)
    };
    // Who acts for the mayor is the deputy.
    let acting = |w: &str| w.ends_with("대행");
    if acting(a) != acting(b) {
        return true;
    }
    // Who heads the headquarters for a disaster has an office besides.
    let called =
        |w: &str| HEADQUARTERS.iter().any(|h| w.ends_with(h)) || (w.starts_with('제') && w.ends_with("조정관"));
    if called(a) != called(b) {
        return true;
    }
    let post = |[x, y]: &[&str; 2]| (a.ends_with(x) && b.ends_with(y)) || (a.ends_with(y) && b.ends_with(x));
    within(a, b) || within(b, a) || is_either(a, b) || ONE_POST.iter().any(post)
}

/// Returns whether the first is the deputy of the second: 부시장 of 시장, 여수시부시장 of 여수시장.
pub(super) fn is_deputy(a: &str, b: &str) -> bool {
    a.char_indices().filter(|c| c.1 == '부').any(|(i, c)| {
        let post = &a[i + c.len_utf8()..];
        let own = !post.is_empty() && b.ends_with(post) && !b.ends_with(&a[i..]);
        own && ["시장", "지사", "총리", "의장", "위원장", "회장", "사장", "대표", "청장", "군수", "구청장", "총장"]
            .contains(&post)
    })
}

/// Returns whether the first is the second with syllables left out, its first and its last two kept.
pub(super) fn shortens(short: &str, long: &str) -> bool {
    let ends = |s: &str| s.chars().rev().take(2).collect::<Vec<_>>();
    short.len() < long.len()
        && short.chars().next() == long.chars().next()
        && ends(short) == ends(long)
        && is_shortened(short, long)
}

/// Returns whether of two long roles one is the other with syllables left out, three at the end kept: 한국해양조사원 조사선건조사업단장
/// and 해양조사원 사업단장.
fn ends_alike(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let end = short.len().checked_sub(9).and_then(|at| short.get(at..));
    short.len() >= 18 && end.is_some_and(|e| long.ends_with(e)) && is_shortened(short, long)
}

/// Returns whether the role is a calling that one has beside any office: 문학평론가, 소설가, 건축가.
fn is_calling(role: &str) -> bool {
    role.ends_with('가') && role.chars().count() >= 3 || matches!(role, "시인" | "가수" | "배우" | "화백")
}

/// Returns whether the role is a body that is called as those are who work there: 한국기계연구원, but not 책임연구원.
fn is_body(role: &str) -> bool {
    const RESEARCHERS: &[&str] = &["책임", "선임", "수석", "전임", "주임", "특별", "객원", "박사후", "초빙", "연구"];
    role.strip_suffix("연구원")
        .is_some_and(|before| before.len() >= 6 && !RESEARCHERS.iter().any(|r| before.ends_with(r)))
}

/// Returns whether the role says what one does for now, beside any office: 협상 책임자, but not 최고책임자.
fn is_duty(role: &str) -> bool {
    !role.contains("최고")
        && ["책임자", "담당자", "관계자", "실무자", "대표자", "당국자", "진행자", "당사자"]
            .iter()
            .any(|d| role.ends_with(d))
}

/// What one is on the way to an office; each is true in its time.
const STATES: &[&str] = &["후보", "후보자", "당선인", "당선자", "내정자", "지명자"];

/// Posts of a village, of which one person holds one.
const VILLAGE: &[&str] = &["이장", "통장", "부녀회장", "노인회장", "청년회장", "어촌계장"];

/// What a 소장 is head of who is no general.
const HOUSES: &[&str] =
    &["센터", "연구소", "보건소", "사무소", "사업소", "관리소", "상담소", "수용소", "교도소", "쉼터", "연구원"];

/// Ranks in a company.
const COMPANY_RANKS: &[&str] = &["부사장", "사장", "부회장", "회장", "전무", "상무", "이사"];

/// Ranks and callings that their holders keep in every office: a 경정 is also 마약범죄수사대장, a 부장판사 also 재판장.
pub(super) const RANKS: &[&str] = &[
    "경무관",
    "총경",
    "경정",
    "경감",
    "경위",
    "경사",
    "치안감",
    "소방정",
    "소방령",
    "소방경",
    "소방위",
    "대령",
    "중령",
    "소령",
    "대위",
    "소장",
    "중장",
    "준장",
    "판사",
    "검사",
    "변호사",
    "박사",
    "교수",
    "의원",
    "기자",
    "선수",
    "작가",
    "회계사",
    "세무사",
    "전문의",
    "의사",
    "주무관",
    "사무관",
    "서기관",
    "위원",
    "대변인",
    "연구원",
    "조종사",
    "기관사",
    "사육사",
    "학예사",
    "상담사",
    "보호사",
    "영양사",
    "조리사",
    "통역사",
    "훈련사",
    "특파원",
];
