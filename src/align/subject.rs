//! Subjects: whether two words that two directions are said of name one thing. `고은결 교수` and `표다온 교수` are two
//! people, `경기도` is no `경기도교육청`, and `결선에 오르다` is not `1순위에 오르다`.

use super::Row;
use super::alias::is_shortened;
use super::clause::{josa, lemma, value};
use super::question::alike;

/// Bodies and posts that have the name of what they belong to, written together with it: 경기도교육청, 군산시장.
const OF_NAMED: &[&str] = &[
    "교육청",
    "교육감",
    "의회",
    "경찰청",
    "경찰서",
    "경찰",
    "소방",
    "소방서",
    "소방본부",
    "대학",
    "대학교",
    "병원",
    "의료원",
    "은행",
    "법원",
    "지법",
    "고법",
    "지검",
    "고검",
    "노조",
    "노동조합",
    "협회",
    "연구원",
    "연구소",
    "연구원장",
    "공사",
    "공단",
    "재단",
    "지사",
    "시장",
    "군수",
    "구청",
    "구청장",
    "시청",
    "군청",
    "도청",
    "회장",
    "의장",
    "위원장",
    "대표",
    "장관",
    "총장",
    "원장",
    "청장",
    "지부",
    "본부",
    "센터",
    "학회",
    "의원",
    "당국",
    "선관위",
];

/// What may stand before a noun and leaves it the same thing: 총매출.
const ALL_OF: &[char] = &['총', '전', '본', '각', '현', '당', '이', '그', '동', '순', '새', '약'];

/// Returns whether two words that directions are said of name one thing: the same word, or one that begins or ends like the
/// other and is nobody else's.
pub(super) fn is_one(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    alike(a, i, b, j) && !is_body_of(text(a, i), text(b, j)) && !are_of_two(a, i, b, j)
}

fn text<'r>(row: &'r Row<'_>, i: usize) -> &'r str {
    row.reading.doc.slice(row.units[i].span)
}

/// Returns whether one of two words is a body or post that bears the name of the other: 경기도교육청 of 경기도.
fn is_body_of(x: &str, y: &str) -> bool {
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    long.strip_prefix(short).is_some_and(|rest| OF_NAMED.contains(&rest))
}

/// Returns whether two equal nouns have two names right before them: 고은결 교수 and 표다온(59) 교수, 서울 집값 and 부산 집값.
fn are_of_two(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    match (owner(a, i), owner(b, j)) {
        (Some(x), Some(y)) => !is_one_name(a, x, b, y),
        _ => false,
    }
}

/// Returns whether two names are one, or one is short for the other: 한은, 한국은행.
pub(super) fn is_one_name(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    let (p, q) = (text(a, i), text(b, j));
    alike(a, i, b, j) || p.starts_with(q) || q.starts_with(p) || is_shortened(p, q) || is_shortened(q, p)
}

/// Returns the name right before a noun, an age in brackets left out; none before a name.
fn owner(row: &Row<'_>, i: usize) -> Option<usize> {
    let doc = &row.reading.doc;
    let mut before = i.checked_sub(1)?;
    if row.units[before].figure && doc.text[..row.units[before].span.start()].ends_with('(') {
        before = before.checked_sub(1)?;
    }
    let name = &row.units[before];
    let plain = doc.tokens[name.token as usize].josa().is_empty() && !name.clause_end && !name.figure;
    (plain && name.name && !row.units[i].name && row.sentence_of(before) == row.sentence_of(i)).then_some(before)
}

/// Returns whether the longer of two words is a kind of the shorter: 유학생 of 학생, 기타대출 of 대출; 총매출 is 매출.
pub(super) fn is_kind(long: &str, short: &str) -> bool {
    long.strip_suffix(short).is_some_and(|lead| {
        let mut letters = lead.chars();
        match (letters.next(), letters.next()) {
            (Some(c), None) => !ALL_OF.contains(&c),
            (Some(_), Some(_)) => true,
            _ => false,
        }
    })
}

/// Words for how many or how much there is.
const SIZES: &[&str] = &[
    "증가",
    "증가세",
    "급증",
    "증액",
    "증원",
    "폭증",
    "늘다",
    "늘리다",
    "많아지다",
    "불어나다",
    "감소",
    "감소세",
    "급감",
    "감액",
    "감원",
    "줄다",
    "줄이다",
    "적어지다",
    "쪼그라들다",
];

/// Words for how high something stands: prices, rates, charges.
const LEVELS: &[&str] = &[
    "상승",
    "상승세",
    "오름세",
    "급등",
    "반등",
    "폭등",
    "인상",
    "오르다",
    "올리다",
    "높아지다",
    "높이다",
    "치솟다",
    "하락",
    "하락세",
    "내림세",
    "급락",
    "폭락",
    "인하",
    "내리다",
    "떨어지다",
    "낮아지다",
    "낮추다",
];

/// Returns whether one direction is of how much there is and the other of how high something stands: 물량이 줄었다, 값이
/// 올랐다.
pub(super) fn is_crossed(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    let (x, y) = (lemma(a, i), lemma(b, j));
    SIZES.contains(&x) && LEVELS.contains(&y) || LEVELS.contains(&x) && SIZES.contains(&y)
}

/// Words for what a currency is worth, and for what buys another.
const WORTH: &[&str] = &["원화값", "원화 값", "원화 가치", "원화가치", "원화는", "엔화 가치", "엔화값", "당 원화"];
const RATE: &[&str] = &["환율", "달러화", "달러 값", "달러값", "달러는"];

/// Returns whether one direction is of a rate of exchange and the other of what the currency is worth: 환율이 8원 올랐다,
/// 달러당 원화값은 8원 내렸다.
pub(super) fn are_rate_and_worth(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    // The words right before tell whether it may be of money at all.
    let of_money = |row: &Row<'_>, at: usize| {
        let from = row.sentence(row.sentence_of(at) as u32).start.max(at.saturating_sub(7));
        (from..at).any(|u| {
            let word = row.reading.doc.slice(row.units[u].span);
            word.ends_with("환율") || word.starts_with("원화") || word.starts_with("달러") || word.starts_with("엔화")
        })
    };
    if !(is_change(a, i) && is_change(b, j) && of_money(a, i) && of_money(b, j)) {
        return false;
    }
    let worth = |row: &Row<'_>, at: usize| {
        let start = row.reading.doc.sentences[row.sentence_of(at)].span.start();
        let before = row.reading.doc.text.get(start..row.units[at].span.start()).unwrap_or("");
        let last = |words: &[&str]| words.iter().filter_map(|w| before.rfind(w)).max();
        match (last(WORTH), last(RATE)) {
            (Some(w), Some(r)) => Some(w > r),
            (w, r) => w.map(|_| true).or(r.map(|_| false)),
        }
    };
    matches!((worth(a, i), worth(b, j)), (Some(x), Some(y)) if x != y)
}

/// Returns whether a direction is of how much there is or how high something stands.
pub(super) fn is_change(row: &Row<'_>, at: usize) -> bool {
    SIZES.contains(&lemma(row, at)) || LEVELS.contains(&lemma(row, at))
}

/// Words for who wins and who loses: of one bout both are true, of either side.
const BOUTS: &[&str] = &[
    "이기다",
    "꺾다",
    "물리치다",
    "지다",
    "패하다",
    "승리",
    "패배",
    "완승",
    "완패",
    "승소",
    "패소",
    "앞서다",
    "앞지르다",
    "뒤지다",
    "뒤처지다",
    "밀리다",
    "끌려가다",
    "우세",
    "열세",
];

/// Returns whether a direction is of who wins or is ahead.
pub(super) fn is_bout(row: &Row<'_>, at: usize) -> bool {
    BOUTS.contains(&lemma(row, at))
}

/// Returns whether two verbs of coming up name two goals: 결선에 오르지 못했다, 1순위에 올랐다.
pub(super) fn have_two_goals(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    lemma(a, i) == "오르다" && i > 0 && j > 0 && !alike(a, i - 1, b, j - 1)
}

/// Returns the noun that the clause of a subject before `at` goes with, where that noun is what `at` is said of: 돈 of `시가 내는
/// 돈은`.
pub(super) fn outer(row: &Row<'_>, subject: usize, at: usize) -> Option<usize> {
    let doc = &row.reading.doc;
    let word = |i: usize| doc.slice(doc.tokens[row.units[i].token as usize].span);
    if row.units[subject].clause_end || !matches!(josa(row, subject), "이" | "가") {
        return None;
    }
    let verb = (subject + 1..at.min(subject + 4)).find(|&i| {
        josa(row, i).is_empty()
            && word(i).ends_with(['는', '던', '은', '한', '된', '낸', '린', '른', '진', '둔', '쓴'])
            && !row.units[i].figure
            && value(row, i).is_none()
    })?;
    let head = verb + 1;
    let marked = head < at && !row.units[head].figure && word(head).ends_with(['은', '는', '이', '가', '도']);
    marked.then_some(head)
}

/// What tells of a course that something takes: 줄어드는 추세. Before anything else the word tells of what kind it is.
const COURSES: &[&str] = &[
    "추세",
    "흐름",
    "양상",
    "모습",
    "것",
    "셈",
    "대신",
    "반면",
    "가운데",
    "사이",
    "동안",
    "상황",
    "데",
    "모양",
    "분위기",
    "쪽",
    "방향",
    "방식",
    "방안",
    "중",
];

/// Returns whether the direction tells of what kind the noun behind it is: 학생이 줄어드는 대학은.
pub(super) fn is_of_kind(row: &Row<'_>, at: usize) -> bool {
    let next = at + 1;
    let word = |i: usize| row.reading.doc.slice(row.reading.doc.tokens[row.units[i].token as usize].span);
    is_change(row, at)
        && word(at).ends_with('는')
        && next < row.units.len()
        && row.sentence_of(next) == row.sentence_of(at)
        && !row.units[next].figure
        && !COURSES.iter().any(|c| word(next).starts_with(c))
}
