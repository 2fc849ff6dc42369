//! A whole that one sentence tells and the next divides: `부상자 32명은 병원 세 곳으로 흩어졌다. 시립병원이 14명, …`; parts that
//! leave nothing out and the whole that the article tells elsewhere.

use super::labels::complete;
use super::page::{Figure, Page, digit_slip};
use super::parts::{alike, blame, slip, turned};
use super::{Others, Slip};
use crate::align::figure::Class;
use crate::claim::MICRO;
use crate::text::BlockKind;

/// Verbs of what is divided, at the end of a sentence: what they are said of is all there is.
const DIVIDES: &[&str] = &[
    "나눠 쓴",
    "나눠 쓰",
    "나눠 맡",
    "나뉘",
    "나뉜",
    "나눴",
    "끌어온",
    "끌어오",
    "끌어왔",
    "충당",
    "조달",
    "마련",
    "맡는다",
    "맡기로",
    "맡았",
    "짜였",
    "짜인",
    "구성",
    "이뤄",
    "흩어",
    "나눠 옮",
    "쪼개",
    "배분",
];

/// Numbers of parts as they are told: 세 곳.
const PARTS: &[(usize, &str)] = &[(2, "두 "), (3, "세 "), (4, "네 "), (5, "다섯 "), (6, "여섯 ")];

/// Words of a sentence whose figures are no parts of the whole before it.
const NO_PARTS: &[&str] = &[
    "나머지",
    "모두",
    "총 ",
    "외에",
    "보다",
    "각각",
    "씩",
    "포함",
    "최대",
    "최소",
    "이상",
    "합쳐",
    "합해",
    "더해",
    "추가",
    "전년",
    "지난해",
];

/// Returns the wholes and parts of two neighbouring sentences that do not fit each other.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    (1..page.doc.sentences.len()).filter_map(|s| divided(page, others, s)).collect()
}

fn divided(page: &Page<'_>, others: &Others<'_>, s: usize) -> Option<Slip> {
    let told = page.of_sentence(s);
    let first = told.first()?;
    if told.len() < 2
        || page.of_sentence(s - 1).is_empty()
        || page.doc.sentences[s].kind != BlockKind::Body
        || !matches!(first.class, Class::Money | Class::Count(_) | Class::Measure(_))
    {
        return None;
    }
    let list: Vec<&Figure> = told.iter().filter(|f| alike(f, first)).collect();
    let plain = |f: &Figure| !f.rough && f.value > 0;
    if list.len() < 2 || list.len() != told.len() || !list.iter().all(|f| plain(f)) {
        return None;
    }
    let (said, next) = (&page.doc.sentences[s - 1], &page.doc.sentences[s]);
    if said.block != next.block || NO_PARTS.iter().any(|w| page.doc.slice(next.span).contains(w)) {
        return None;
    }
    let last = list[list.len() - 1];
    let tail = page.after(last.span, s);
    let joined = list.windows(2).all(|w| {
        let gap = page.between(w[0].span, w[1].span);
        gap.len() <= 60 && !["에서 ", "로 ", "으로 ", "·"].contains(&gap) && !gap.contains(['(', '"', '“'])
    });
    if !joined || ["등", " 등", "을 비롯", " 중", "까지"].iter().any(|w| tail.starts_with(w)) {
        return None;
    }
    // 은행 대출 4200억원으로 마련한다. 은행 대출 가운데 1800억원은 …
    let head = page.before(first.span, s).split([' ', ',']).next().unwrap_or("");
    let mut wholes = page.of_sentence(s - 1).iter().filter(|f| alike(f, first) && plain(f));
    let named = page
        .of_sentence(s - 1)
        .iter()
        .find(|f| head.len() >= 9 && alike(f, first) && page.before(f.span, s - 1).trim_end().ends_with(head));
    let whole = match (named, wholes.next(), wholes.next()) {
        (Some(f), ..) => f,
        (None, Some(f), None) => f,
        _ => return None,
    };
    let of_some = ["가운데", " 중 "].iter().any(|w| page.before(first.span, s).contains(w));
    if of_some && named.is_none() {
        return None;
    }
    let behind = page.after(whole.span, s - 1);
    let counted = PARTS.iter().any(|(n, w)| {
        *n == list.len() && (behind.contains(&format!(" {w}")) || behind.starts_with(w))
            || behind.contains(&format!("{}곳", list.len())) && *n == list.len()
    });
    let divides = DIVIDES.iter().any(|w| tail.contains(w));
    let sum: i128 = list.iter().map(|f| f.value).sum();
    let off = (sum - whole.value).abs();
    let most = list.iter().map(|f| f.value).max()?;
    let step = list.iter().map(|f| f.step).min()?.min(whole.step).max(1);
    let slack = if most < 1000 * MICRO { 0 } else { step };
    if !(counted || divides) || whole.value <= most || off <= slack || off * 20 > whole.value * 3 {
        return None;
    }
    if page.figures.iter().any(|f| f.like(first) && f.value == sum) {
        return None;
    }
    let (wrong, expected, resolved) = blame(page, others, &list, whole, sum)?;
    let slipped = digit_slip(expected / step, wrong.value / step);
    (resolved || slipped).then(|| slip(page, &list, whole, wrong, expected, if resolved { 0.93 } else { 0.86 }))
}

/// Returns the part of a list that leaves nothing out, or of a long one, whose two digits in each other's place would make the
/// whole that the article tells elsewhere: `남아 7318명, 여아 6985명` of 1만4276명.
pub(super) fn elsewhere(page: &Page<'_>, others: &Others<'_>, list: &[&Figure]) -> Option<Slip> {
    let (first, last) = (list[0], list[list.len() - 1]);
    if !matches!(first.class, Class::Money | Class::Count(_) | Class::Measure(_))
        || list.iter().any(|f| f.rough || f.value <= 0)
    {
        return None;
    }
    let tail = page.after(last.span, last.sentence);
    let open = ["등", " 등", "을 비롯", "를 비롯", " 외", "뿐"].iter().any(|w| tail.starts_with(w));
    if open || list.len() < 4 && !complete(page, list) {
        return None;
    }
    let sum: i128 = list.iter().map(|f| f.value).sum();
    let most = list.iter().map(|f| f.value).max()?;
    let step = list.iter().map(|f| f.step).min()?.max(1);
    let wholes: Vec<&Figure> = page
        .figures
        .iter()
        .filter(|f| f.like(first) && !f.rough && f.value > most && f.step == step && !list.contains(f))
        .collect();
    if wholes.iter().any(|f| f.value == sum) {
        return None;
    }
    let mut found = None;
    for whole in wholes.iter().filter(|f| f.value / step >= 1000) {
        let right = |f: &Figure| f.value + whole.value - sum;
        let open: Vec<&Figure> = list
            .iter()
            .copied()
            .filter(|f| right(f) > 0 && turned(right(f) / step, f.value / step) && !others.confirm(page, f))
            .collect();
        // Of a list from the largest to the smallest the one that stands out of its place.
        let falls = |of: Option<&Figure>| {
            let value = |f: &&Figure| if of.is_some_and(|o| o.span == f.span) { right(f) } else { f.value };
            list.windows(2).all(|w| value(&w[0]) >= value(&w[1]))
        };
        let mut placed = open.iter().copied().filter(|f| !falls(None) && falls(Some(f)));
        let part = match (&open[..], placed.next(), placed.next()) {
            ([part], ..) => *part,
            (_, Some(part), None) => part,
            _ => continue,
        };
        if found.replace((*whole, part, right(part))).is_some() {
            return None;
        }
    }
    let (whole, part, expected) = found?;
    Some(slip(page, list, whole, part, expected, 0.9))
}
