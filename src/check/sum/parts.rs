//! Parts and their total: `사망 1명, 중상 2명, 경상 6명` and `9명의 사상자`; shares that make 100.

use super::labels::{closed, complete};
use super::page::{Figure, Page, digit_slip};
use super::{Others, Slip, divide};
use crate::align::figure::{Class, told_digits};
use crate::claim::MICRO;
use crate::finding::Kind;

/// Words right before a total.
const TOTAL: &[&str] =
    &["모두", "총", "합쳐", "합해", "합하면", "합치면", "더하면", "더해", "도합", "합계", "전체", "이으면", "합산"];

/// Marks before the items of a list inside a sentence.
const MARKS: [char; 7] = ['△', '▲', '▴', '▷', '◇', '○', '■'];

/// How the text joins a list and its total.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Tie {
    /// A word says so: 모두, 총, 합쳐.
    Word,
    /// The list stands in brackets behind the total.
    Brackets,
    /// The total stands in the sentence before.
    Near,
    /// The total stands in the sentence before, and 분야별로는 says that the list divides it.
    Divided,
    /// 등 alone stands between the list and what follows.
    And,
}

/// Returns the totals and parts that do not fit each other.
pub(super) fn slips(page: &Page<'_>, others: &Others<'_>) -> Vec<Slip> {
    let mut out = Vec::new();
    for s in 0..page.doc.sentences.len() {
        let figures = page.of_sentence(s);
        let mut used = vec![false; figures.len()];
        for i in 0..figures.len() {
            if used[i] {
                continue;
            }
            // Figures of another sort between them are labels: 20대 29명, 30대 13명.
            let mut list = vec![&figures[i]];
            for (k, f) in figures.iter().enumerate().skip(i + 1).filter(|(_, f)| alike(f, &figures[i])) {
                if !listed(page, list[list.len() - 1], f) || (list.len() >= 2 && ends(page, &list)) {
                    break;
                }
                list.push(f);
                used[k] = true;
            }
            if list.len() >= 2 {
                let told = of_total(page, others, s, &list).or_else(|| of_hundred(page, others, &list));
                out.extend(told.or_else(|| divide::elsewhere(page, others, &list)));
            }
        }
        out.extend(added(page, others, s));
    }
    out
}

/// Returns whether two figures can be added: of one kind, or both of buildings (`주택 43채와 축사 29동`).
pub(super) fn alike(a: &Figure, b: &Figure) -> bool {
    let building = |f: &Figure| matches!(&f.class, Class::Count(c) if matches!(c.as_str(), "채" | "동" | "개동"));
    a.like(b) || building(a) && building(b)
}

/// Returns whether two figures are neighbours of one list.
fn listed(page: &Page<'_>, a: &Figure, b: &Figure) -> bool {
    let mut gap = page.between(a.span, b.span);
    // 위성(182㎏)과 시험체(32㎏): each stands in brackets.
    if let Some(inner) = gap.strip_prefix(')').and_then(|g| g.strip_suffix('(')) {
        return inner.len() <= 40 && inner.starts_with(['와', '과', ',']) && !inner.contains(['(', ')']);
    }
    // 다친 사람은 7명으로, 중상자가 2명: of the first the rest are parts.
    if gap.starts_with("으로, ") && gap.contains(['가', '이']) {
        return false;
    }
    // 7개 동, 남구에 5개 동: the noun behind both.
    if let Some((noun, _)) = gap.split_once(',').filter(|(n, _)| n.starts_with(' ') && n.len() <= 10)
        && page.after(b.span, b.sentence).starts_with(noun)
    {
        gap = &gap[noun.len()..];
    }
    // 1차에서 310명, 2차에서 590명: where both are, not where something rose from.
    let places = gap.ends_with("에서 ") && page.before(a.span, a.sentence).ends_with("에서 ");
    let gap = gap.strip_suffix("에서 ").filter(|_| places).unwrap_or(gap);
    let lead = gap.trim_start_matches(['이', '가', '은', '으', '로']);
    let marked = lead.trim_start().starts_with(MARKS);
    (gap.len() <= 40 || marked && gap.len() <= 60)
        && (marked || lead.starts_with([',', '·', '‧', '、', '/', '과', '와']))
        && ![
            "모두",
            "총 ",
            " 중 ",
            "가운데",
            "포함",
            "전체",
            "합쳐",
            "에서",
            "보다",
            "대비",
            "다.",
            "늘",
            "줄",
            "(",
            "지난",
        ]
        .iter()
        .any(|w| gap.contains(w))
}

/// Returns whether a list has come to its end: `중상 3명, 경상 8명으로, 직원 6명과 주민 5명이다` has two.
fn ends(page: &Page<'_>, list: &[&Figure]) -> bool {
    let last = list[list.len() - 1];
    page.after(last.span, last.sentence).starts_with("으로,") && complete(page, list)
}

/// Returns how often a part counts: twice of `동화와 동시가 각각 2천만원` and `동화와 동시가 2천만원씩`; none where nothing tells.
fn times(page: &Page<'_>, before: Option<&Figure>, f: &Figure, last: bool) -> Option<i128> {
    let lead = match before.filter(|b| b.sentence == f.sentence) {
        Some(b) => page.between(b.span, f.span),
        None => page.before(f.span, f.sentence),
    };
    // 각각 21억원과 14억원 are two, in their order.
    let each = (last && before.is_some() && lead.trim_end().ends_with("각각"))
        || page.after(f.span, f.sentence).starts_with('씩');
    if !each {
        return Some(1);
    }
    let joints = ["와 ", "과 ", "·"]
        .iter()
        .map(|w| lead.trim_start_matches(['과', '와', ' ']).matches(w).count())
        .sum::<usize>();
    (joints > 0).then_some(joints as i128 + 1)
}

fn of_total(page: &Page<'_>, others: &Others<'_>, s: usize, list: &[&Figure]) -> Option<Slip> {
    let (first, last) = (list[0], list[list.len() - 1]);
    if list.iter().any(|f| f.value < 0) || matches!(first.class, Class::Ordinal(_)) {
        return None;
    }
    let (total, tie) = total(page, s, list)?;
    let mut sum = 0;
    for (i, f) in list.iter().enumerate() {
        sum += f.value * times(page, i.checked_sub(1).map(|k| list[k]), f, i + 1 == list.len())?;
    }
    let off = (sum - total.value).abs();
    let rough = list.iter().any(|f| f.rough) || total.rough;
    let slack: i128 = list.iter().chain([&total]).map(|f| if f.rough { f.step * 2 } else { f.slack() }).sum();
    let most = list.iter().map(|f| f.value).max()?;
    if off <= slack || total.value <= most {
        // Nobody rounds 240억, 130억 and 410억 so far off, but one digit may be wrong.
        let finest = list.iter().chain([&total]).map(|f| f.step).min()?.max(1);
        let tight = finest * if list.len() < 5 { 1 } else { 2 };
        if total.value <= most
            || rough
            || first.class == Class::Percent
            || (off <= tight && !(off > 0 && !others.confirm(page, total) && others.state(total, sum)))
            || !digit_slip(sum / finest, total.value / finest)
        {
            return None;
        }
    }
    // A total that nobody else has while others have the sum may be any other number.
    let summed = !rough && !others.confirm(page, total) && others.state(total, sum) && sum < 10 * total.value;
    // No parts make more than their total.
    let more = tie == Tie::And && sum > total.value && off * 20 <= total.value * 3;
    if (off * 2 > total.value || tie == Tie::And && !more) && !(summed && matches!(tie, Tie::Word | Tie::And)) {
        return None;
    }
    // The sum itself stands in the article: it is the total, and the other figure answers another question.
    if page.figures.iter().any(|f| f.like(first) && f.value == sum && !list.contains(&f)) {
        return None;
    }
    let complete = complete(page, list);
    let tail = page.after(last.span, s);
    let open = ["등", " 등", "을 비롯", "를 비롯", " 외", "뿐"].iter().any(|w| tail.starts_with(w));
    let (wrong, expected, resolved) = blame(page, others, list, total, sum)?;
    let slipped = digit_slip(expected / wrong.step.max(1), wrong.value / wrong.step.max(1));
    let near = off * 20 <= total.value * 3;
    let proven = match tie {
        Tie::And => wrong == total && !more || resolved && more,
        Tie::Word if open => near && (complete || sum > total.value) || summed && wrong == total,
        Tie::Divided => !open && near && !rough && (sum > total.value || resolved || slipped),
        Tie::Word => !rough || digit_slip(sum / MICRO, total.value / MICRO),
        Tie::Brackets => !open && near && (complete || sum > total.value || resolved),
        Tie::Near => {
            !open && near && !rough && (complete || (resolved || slipped) && list.len() >= 3 || resolved && slipped)
        }
    };
    if !proven {
        return None;
    }
    Some(slip(page, list, total, wrong, expected, if resolved { 0.96 } else { 0.9 }))
}

/// Returns the total that belongs to a list.
fn total<'p>(page: &'p Page<'_>, s: usize, list: &[&Figure]) -> Option<(&'p Figure, Tie)> {
    let (first, last) = (list[0], list[list.len() - 1]);
    let marked = |lead: &str| {
        let from = lead.char_indices().rev().nth(6).map_or(0, |(i, _)| i);
        TOTAL.iter().any(|w| lead[from..].contains(w))
    };
    // …, 경상 9명 등 모두 11명
    let next = page.of_sentence(s).iter().find(|f| f.span.start() > last.span.end());
    if let Some(f) = next.filter(|f| alike(f, first)) {
        let gap = page.between(last.span, f.span);
        if gap.len() <= 60 && marked(gap) && !gap.contains(['“', '”', '"']) {
            return Some((f, Tie::Word));
        }
        // 실장 1명, 수석비서관 2명 등 6명의 인사
        if list.len() >= 2 && ["등 ", " 등 "].contains(&gap) {
            return Some((f, Tie::And));
        }
    }
    // …, 40대 5명이다. 모두 47명이
    if let Some(f) = page.of_sentence(s + 1).first().filter(|f| alike(f, first) && next.is_none()) {
        let lead = page.before(f.span, s + 1);
        // 세 계약을 더하면: the two of the sentence before are not all.
        let more = ["세 ", "네 ", "다섯 ", "여섯 "].iter().zip(3..).any(|(w, n)| lead.contains(w) && list.len() != n);
        if lead.len() <= 24 && marked(lead) && !more {
            return Some((f, Tie::Word));
        }
    }
    let lead = page.before(first.span, s);
    // 모두 12개 동으로 서구에 7개 동, 남구에 5개 동, …
    if let Some(f) = page.of_sentence(s).iter().rev().find(|f| f.span.end() <= first.span.start())
        && list.len() >= 3
        && alike(f, first)
        && marked(page.before(f.span, s))
    {
        let gap = page.between(f.span, first.span);
        let word = gap.trim_start().split(' ').next().unwrap_or("").trim_end_matches(',');
        let divides = word.len() <= 12 && ["로", "인데"].iter().any(|w| word.ends_with(w));
        if divides && gap.len() <= 45 && !gap.contains(" 중") {
            return Some((f, Tie::Near));
        }
    }
    let before = page.of_sentence(s).iter().rev().find(|f| f.span.end() <= first.span.start());
    // 챙긴 9천200만원은 수표 6천100만원, 시계 1천200만원, 식사비 1천900만원이다
    if let Some(f) = before.filter(|f| alike(f, first) && list.len() >= 3)
        && let gap = page.between(f.span, first.span)
        && gap.starts_with(['은', '는'])
        && gap.len() <= 40
        && !gap.contains(" 중")
        && ["이다", "이었다", "입니다", "이었습니다"].iter().any(|w| page.after(last.span, s).starts_with(w))
    {
        return Some((f, Tie::Near));
    }
    // 9명의 사상자(사망 1명, 중상 2명, 경상 6명)
    if let Some(open) = lead.rfind('(')
        && page.after(last.span, s).starts_with(')')
        && lead.len() - open <= 24
    {
        let f = before.filter(|f| alike(f, first))?;
        let gap = page.between(f.span, first.span);
        return (gap.len() <= 56).then_some((f, Tie::Brackets));
    }
    // 의원 46명이 투표해 찬성 30표, 반대 14표, 기권 2표
    if let Some(f) = before.filter(|f| f.class == Class::Count("명".to_owned()))
        && first.class == Class::Count("표".to_owned())
        && complete(page, list)
    {
        let tail = page.between(f.span, first.span);
        let voted = ["투표", "표결", "참석", "참여", "출석"].iter().any(|w| tail.contains(w)) && tail.len() <= 60;
        return voted.then_some((f, Tie::Word));
    }
    let whole = page.of_sentence(s).iter().rev().find(|f| f.span.end() <= first.span.start() && alike(f, first));
    if let Some(f) = whole.filter(|_| complete(page, list)) {
        let gap = page.between(f.span, first.span);
        // 다친 사람은 7명으로, 팔이 부러진 중상자가 2명, 경상자가 5명이다
        if gap.starts_with("으로, ") && gap.len() <= 70 {
            return Some((f, Tie::Near));
        }
        // 위원 15명 중 찬성이 8명, 반대가 6명: who abstained may be left out.
        let sum: i128 = list.iter().map(|f| f.value).sum();
        let of =
            gap.len() <= 40 && [" 중 ", " 가운데 ", " 중에서 "].iter().any(|w| gap.find(w).is_some_and(|at| at <= 13));
        if of && (sum > f.value || closed(page, list)) {
            return Some((f, Tie::Near));
        }
    }
    // 26명이 표결에 참여했다. 원안 15표, 수정안 10표, 기권 1표다.
    if before.is_none()
        && s > 0
        && first.class == Class::Count("표".to_owned())
        && complete(page, list)
        && page.doc.sentences[s].block == page.doc.sentences[s - 1].block
        && ["표결", "투표", "재석", "참석"].iter().any(|w| page.doc.slice(page.doc.sentences[s - 1].span).contains(w))
        && let [f] = page.of_sentence(s - 1)
        && f.class == Class::Count("명".to_owned())
    {
        return Some((f, Tie::Near));
    }
    // 취업자는 86만4000명이다. 남자가 48만1000명, 여자가 38만3000명이다.
    if before.is_none() && s > 0 && page.doc.sentences[s].block == page.doc.sentences[s - 1].block {
        let told = page.of_sentence(s - 1);
        // 계약은 6820만달러(약 94억원). 분야별로는 △기계 2910만달러 △식품 1870만달러 …
        if list.len() >= 3 && first.class != Class::Percent && lead.len() <= 60 && lead.contains("별로") {
            let mut alike = told.iter().filter(|f| alike(f, first));
            return alike.next().filter(|_| alike.next().is_none()).map(|f| (f, Tie::Divided));
        }
        // 임금근로자 92만명과 비임금근로자 29만명으로 나뉜다. 임금근로자를 쪼개면 …: the one that the list comes near.
        let splits = ["쪼개면 ", "나누면 ", "나눠 보면 ", "구분하면 ", "나눠보면 "].iter().any(|w| lead.contains(w));
        if list.len() >= 3 && splits && told.len() > 1 && lead.len() <= 60 {
            let sum: i128 = list.iter().map(|f| f.value).sum();
            let f = told.iter().filter(|f| alike(f, first)).min_by_key(|f| (f.value - sum).abs())?;
            let near = digit_slip(sum / f.step.max(1), f.value / f.step.max(1));
            return near.then_some((f, Tie::Divided));
        }
        // 사업비는 780억원이다. 국비 240억원과 도비 130억원, 시비 410억원을 합친 금액이다.
        let tail = page.after(last.span, s).trim_start_matches(['을', '를', ' ']);
        let whole = told.iter().rev().find(|f| alike(f, first));
        if ["합친 ", "더한 ", "합한 "].iter().any(|w| tail.starts_with(w)) && !lead.contains("외에") {
            let alone = told.iter().filter(|f| alike(f, first)).count() == 1;
            return whole.filter(|_| alone).map(|f| (f, Tie::Word));
        }
        // 다친 9명은 병원 세 곳에 나뉘었다. 중상 2명, 경상 7명이다: what else is counted between does not part them.
        let f = if complete(page, list) { whole } else { told.last().filter(|f| alike(f, first)) }?;
        return Some((f, Tie::Near));
    }
    None
}

/// Returns which figure is wrong, what it should be, and whether another article says so.
pub(super) fn blame<'f>(
    page: &Page<'_>,
    others: &Others<'_>,
    list: &[&'f Figure],
    total: &'f Figure,
    sum: i128,
) -> Option<(&'f Figure, i128, bool)> {
    let right = |f: &Figure| if f.span == total.span { sum } else { f.value + total.value - sum };
    let all: Vec<&Figure> = list.iter().copied().chain([total]).collect();
    let said: Vec<&Figure> =
        all.iter().copied().filter(|f| !others.confirm(page, f) && others.state(f, right(f))).collect();
    // What others say of the very part decides first: 6명이 다쳤다 of `부상 5명`, whatever else they count to six.
    let label = |f: &Figure| page.labelled(f).start();
    let as_part = |f: &Figure, value: i128| others.state_as(f, &page.doc.text[label(f)..f.span.start()], value);
    let parts: Vec<&Figure> = list.iter().copied().filter(|f| as_part(f, right(f)) && !as_part(f, f.value)).collect();
    if let [f] = parts[..]
        && others.confirm(page, total)
    {
        return Some((f, right(f), true));
    }
    // Whoever states the sum as that part does not state it as the total.
    let coincident: Vec<&Figure> = list.iter().copied().filter(|f| right(f) == sum && as_part(f, sum)).collect();
    if let [f] = coincident[..]
        && list.iter().all(|f| !f.rough)
    {
        return Some((f, sum, true));
    }
    // A rough part may hide anything: then only the grammar speaks.
    let rough = all.iter().any(|f| f.rough);
    if let [f] = said[..]
        && !rough
    {
        return Some((f, right(f), true));
    }
    if let Some(f) = others.odd_one(page, &all).filter(|_| !rough) {
        return (right(f) > 0).then(|| (f, right(f), true));
    }
    // Nobody tells: the part that two digits in each other's place would explain, then the last part where others know
    // the total, else what is said last.
    let known = others.confirm(page, total);
    let turned: Vec<&Figure> = list
        .iter()
        .copied()
        .filter(|f| right(f) > 0 && turned(right(f) / f.step.max(1), f.value / f.step.max(1)))
        .collect();
    if let [f] = turned[..] {
        return Some((f, right(f), false));
    }
    let f = all.iter().copied().filter(|f| !known || f.span != total.span).max_by_key(|f| f.span.start())?;
    (right(f) > 0).then(|| (f, right(f), false))
}

/// Returns whether one number becomes the other when two neighbouring digits change places.
pub(super) fn turned(a: i128, b: i128) -> bool {
    let sorted = |n: i128| {
        let mut digits: Vec<u8> = n.to_string().into_bytes();
        digits.sort_unstable();
        digits
    };
    digit_slip(a, b) && sorted(a) == sorted(b)
}

pub(super) fn slip(
    page: &Page<'_>,
    list: &[&Figure],
    total: &Figure,
    wrong: &Figure,
    expected: i128,
    confidence: f32,
) -> Slip {
    let part = wrong.span != total.span;
    let at = if part { page.labelled(wrong) } else { wrong.span };
    let label = &page.doc.text[at.start()..wrong.span.start()];
    let terms: Vec<&str> = list.iter().map(|f| page.doc.slice(f.span)).collect();
    let rewritten = page.rewrite(wrong, expected).map(|r| format!("{label}{r}"));
    let operands = list.iter().copied().chain([total]).filter(|f| f.span != wrong.span).map(|f| f.span).collect();
    Slip {
        kind: Kind::Sum,
        at,
        expected: rewritten,
        confidence,
        reason: format!("{} ≠ {}", terms.join(" + "), page.doc.slice(total.span)),
        operands,
    }
}

/// `찬성 52.3%, 반대 36.9%, 모름 10.8%` make 100.
fn of_hundred(page: &Page<'_>, others: &Others<'_>, list: &[&Figure]) -> Option<Slip> {
    let last = list[list.len() - 1];
    if last.class != Class::Percent || last.unit != "%" || list.len() < 3 || list.iter().any(|f| f.rough) {
        return None;
    }
    let text = page.doc.text.get(page.labelled(list[0]).start()..last.span.end())?;
    let closed = ["모름", "무응답", "잘 모", "유보", "기권", "무효"].iter().any(|w| text.contains(w));
    let answers = closed && text.contains("찬성") && text.contains("반대") && complete(page, list);
    // 음반 판매량 60%, 심사 25%, 투표 15%를 합쳐: weights, where others have the one that makes them whole.
    let tail = page.after(last.span, last.sentence);
    let weights =
        ["를 차지", "를 합", "를 반영", "를 더해", "씩 반영", "로 반영", "의 비중"].iter().any(|w| tail.starts_with(w));
    if !answers && !weights {
        return None;
    }
    let hundred = 100 * MICRO;
    let sum: i128 = list.iter().map(|f| f.value).sum();
    let off = sum - hundred;
    let slack = last.step * list.len() as i128 / 2;
    if off.abs() <= slack || off.abs() > 12 * MICRO {
        return None;
    }
    let said: Vec<&Figure> =
        list.iter().copied().filter(|f| !others.confirm(page, f) && others.state(f, f.value - off)).collect();
    let (wrong, sure) = match said[..] {
        [f] => (f, true),
        _ if !answers => return None,
        _ => match others.odd_one(page, list) {
            Some(f) => (f, true),
            None => (last, false),
        },
    };
    let at = page.labelled(wrong);
    let label = &page.doc.text[at.start()..wrong.span.start()];
    let terms: Vec<&str> = list.iter().map(|f| page.doc.slice(f.span)).collect();
    Some(Slip {
        kind: Kind::Sum,
        at,
        expected: page.rewrite(wrong, wrong.value - off).map(|r| format!("{label}{r}")),
        confidence: if sure { 0.96 } else { 0.85 },
        reason: format!("{} ≠ 100%", terms.join(" + ")),
        operands: list.iter().filter(|f| f.span != wrong.span).map(|f| f.span).collect(),
    })
}

/// `1분기와 2분기를 더한 상반기 영업이익은 6401억원`: two amounts of the article give it but for a slip of digits.
fn added(page: &Page<'_>, others: &Others<'_>, s: usize) -> Option<Slip> {
    for total in page.of_sentence(s) {
        let before = page.before(total.span, s);
        let from = before.char_indices().rev().nth(40).map_or(0, |(i, _)| i);
        if total.class != Class::Money
            || total.rough
            // 운임까지 더하면 9천500원: two digits are made of any two others.
            || told_digits(total.value) < 3
            // 세 계약을 더하면: two of them alone prove nothing.
            || ["세 ", "네 ", "다섯 ", "여섯 "].iter().any(|w| before[from..].contains(w))
            || !["더한 ", "합한 ", "합친 ", "더하면 ", "합치면 "].iter().any(|w| before[from..].contains(w))
        {
            continue;
        }
        let block = page.doc.sentences[s].block;
        let terms: Vec<&Figure> = page
            .figures
            .iter()
            .filter(|f| f.like(total) && !f.rough && f.value < total.value && f.step <= total.step * 10)
            // 지난해 43억원보다 is no part.
            .filter(|f| !page.after(f.span, f.sentence).starts_with("보다"))
            .collect();
        // 2천만원씩 is more than what stands there.
        if page.of_sentence(s).iter().any(|f| page.after(f.span, s).starts_with('씩')) {
            continue;
        }
        let mut close = None;
        for (i, a) in terms.iter().enumerate() {
            for b in &terms[i + 1..] {
                let sum = a.value + b.value;
                let with_third = terms[..i].iter().any(|c| (sum + c.value - total.value).abs() <= total.step);
                if (sum - total.value).abs() <= total.step || with_third {
                    return None;
                }
                let here =
                    page.doc.sentences[a.sentence].block == block || page.doc.sentences[b.sentence].block == block;
                if here && digit_slip(sum / total.step, total.value / total.step) {
                    close = close.or(Some((*a, *b, sum)));
                }
            }
        }
        let Some((a, b, sum)) = close else { continue };
        // Where others have the total and another part, it is the part that is wrong.
        if let Some((wrong, expected, true)) = blame(page, others, &[a, b], total, sum) {
            return Some(slip(page, &[a, b], total, wrong, expected, 0.95));
        }
        return Some(Slip {
            kind: Kind::Sum,
            at: total.span,
            expected: page.rewrite(total, sum),
            confidence: 0.92,
            reason: format!("{} + {} ≠ {}", page.doc.slice(a.span), page.doc.slice(b.span), page.doc.slice(total.span)),
            operands: vec![a.span, b.span],
        });
    }
    None
}
