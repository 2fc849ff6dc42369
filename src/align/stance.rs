//! Stances: a direction with what it is said of. `건설업은 … 5천명 늘었다` says up of 건설업; `도내 건설업 취업자가 줄었다`
//! says down of it. What two outlets say of one thing with opposite directions cannot both be right.

use super::clause::{
    MARKS, SUBJECTS, TOPICS, behind, clause_start, is_noun, is_telling, josa, lemma, mark, pair_at, phrase, side, value,
};
use super::subject::{is_of_kind, outer};
use super::{Alignment, Row};
use crate::claim::Value;
use crate::text::BlockKind;
use crate::text::hangul::{Final, final_of};
use std::ops::Range;

/// A direction with what it is said of, as units of its row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Stance {
    /// The row.
    pub(super) row: usize,
    /// The unit of the direction.
    pub(super) unit: usize,
    /// Which of the two.
    pub(super) up: bool,
    /// The nouns that it is said of.
    pub(super) cores: Vec<usize>,
    /// The other telling words around it.
    pub(super) rest: Vec<usize>,
    /// What it is set against: `지난해보다`, `전년 대비`.
    pub(super) base: Option<usize>,
    /// The figures that stand with it, the nearest first.
    pub(super) figures: Vec<usize>,
    /// Whether it is hoped, feared, planned or asked rather than said.
    pub(super) open: bool,
    /// Whether it stands in a headline, subhead or caption.
    pub(super) outside: bool,
    /// Whether it stands before the noun that it is said of: `반대 당론`.
    pub(super) label: bool,
    /// Whether it is the side that somebody takes in a debate: `찬성 토론`. Of those there are always both.
    pub(super) debate: bool,
    /// Words of the moment within a day, as bits.
    pub(super) moments: u16,
    /// Whether its own sentence does not tell what it is said of.
    pub(super) carried: bool,
    /// The word that a topic particle marks as what it is said of.
    pub(super) subject: Option<usize>,
    /// The last word of what it is said of, where a particle marks it: 노선 of `버스 노선을 줄인다`.
    pub(super) head: Option<usize>,
    /// Where it holds: 수도권 of `집값이 수도권에서 올랐다`.
    pub(super) scope: Option<usize>,
    /// Whether it is another thing than a change of size: 주의보를 내렸다.
    pub(super) act: bool,
    /// Whether it is that loss turns to profit or the other way: `흑자 전환`, `적자로 돌아섰다`.
    pub(super) turn: bool,
}

/// Words behind or within a direction that is no statement.
const OPEN: &[&str] = &[
    "전망",
    "예상",
    "계획",
    "목표",
    "우려",
    "피하",
    "방지",
    "막기",
    "대비해",
    "가능",
    "기대",
    "예정",
    "관측",
    "보인다",
    "보이",
    "방침",
    "추진",
    "필요",
    "요구",
    "촉구",
    "만약",
    "경우",
    "위해",
    "수도",
    "여부",
    "논의",
];

/// Nouns behind a direction that tell of those among many that it holds of: 늘어난 곳, 줄어든 업종.
const SOME: &[&str] = &[
    "곳", "시도", "지역", "업종", "품목", "나라", "국가", "기업", "업체", "회사", "학교", "대학", "사람", "이", "경우",
    "종목", "분야", "시군", "도시", "과목", "제품", "상품", "부문", "지점", "마을", "농가", "가구", "점포",
];

/// Verbs that are done to what they are said of: 을 and 를 mark it.
const DONE_TO: &[&str] = &["늘리다", "줄이다", "올리다", "내리다", "높이다", "낮추다", "앞당기다", "늦추다"];

/// Nouns of which nothing can be the object.
const OF_ITSELF: &[&str] = &[
    "포함", "제외", "배제", "편입", "증가", "감소", "급증", "급감", "상승", "하락", "급등", "급락", "반등", "성장",
    "승리", "패배", "찬성", "반대",
];

impl Stance {
    /// Returns the stances at a unit of a row: one, and one more for each member of a list before it (`건설업은 5천명,
    /// 농림어업은 4천명 감소했다`).
    pub(super) fn at(alignment: &Alignment<'_>, r: usize, at: usize) -> Vec<Stance> {
        let row = &alignment.rows[r];
        let sentence = row.sentence(row.sentence_of(at) as u32);
        let mut start = clause_start(row, at, sentence.start);
        let mut out = vec![Stance::of(alignment, r, at, start)];
        // 이름과 주소는 빠졌다: said of each.
        while let Some(last) = out[0].cores.iter().copied().find(|&i| matches!(josa(row, i), "와" | "과")) {
            let of = |i: &usize| *i <= last && (*i..last).all(|k| josa(row, k).is_empty());
            let (cores, others): (Vec<usize>, Vec<usize>) = out[0].cores.iter().partition(|i| of(i));
            if others.is_empty() || out.len() > 4 {
                break;
            }
            out[0].cores = others;
            let more = Stance { cores, ..out[0].clone() };
            out.push(more);
        }
        while start > sentence.start && row.units[start - 1].figure && out.len() < 8 {
            let end = start - 1;
            start = clause_start(row, end, sentence.start);
            let mut cores = Vec::new();
            if let Some(i) = (start..end).rev().find_map(|i| mark(row, i, &SUBJECTS[..4])) {
                let pair = pair_at(row, at);
                cores.extend(phrase(row, i, start, pair).rev().filter(|&i| is_telling(alignment, row, i, pair)));
            }
            if cores.is_empty() {
                break;
            }
            let figures = (start..end + 1).rev().take(4).filter(|&i| row.units[i].figure).collect();
            out.push(Stance { cores, rest: Vec::new(), figures, ..out[0].clone() });
        }
        out
    }

    fn of(alignment: &Alignment<'_>, r: usize, at: usize, start: usize) -> Stance {
        let row = &alignment.rows[r];
        let doc = &row.reading.doc;
        let pair = pair_at(row, at);
        let s = row.sentence_of(at);
        let sentence = row.sentence(s as u32);
        let telling = |i: &usize| is_telling(alignment, row, *i, pair);
        let mut cores: Vec<usize> = Vec::new();
        let push = |cores: &mut Vec<usize>, of: Range<usize>| {
            for i in of.rev() {
                if is_telling(alignment, row, i, pair) && !cores.contains(&i) {
                    cores.push(i);
                }
            }
        };
        // Who is counted is the subject: 새터당은 반대 당론이었으나 3명은 찬성했다.
        let counted = (start..at).rev().find(|&i| row.units[i].figure && behind(row, i).starts_with(['은', '는']));
        let from = counted.map_or(start, |i| i + 1);
        // The words right before it: 코스닥 하락, 취업자 감소.
        if at > from && josa(row, at - 1).is_empty() && !row.units[at - 1].figure {
            push(&mut cores, phrase(row, at - 1, from, pair));
        }
        // The nearest word with a particle, and what the clause is about.
        let marked = |range: Range<usize>, marks: &[&str]| range.rev().find_map(|i| mark(row, i, marks));
        let object = match value(row, at) {
            Some(Value::Direction { word, .. }) if word.ends_with('다') => DONE_TO.contains(&word.as_str()),
            Some(Value::Direction { word, .. }) => !OF_ITSELF.contains(&word.as_str()),
            _ => false,
        };
        let near = marked(from..at, if object { MARKS } else { SUBJECTS }).filter(|&i| !is_about(row, i));
        // 시가 내는 돈은 늘어난다: it is 돈 that grows.
        let head = near.and_then(|i| outer(row, i, at));
        let near = head.or(near);
        let scope = marked(from..at, &["에서", "에서는", "에선", "에서도"]);
        let about = about(row, from..at);
        let topic = marked(from..at, &TOPICS[..2]).or_else(|| marked(from..at, TOPICS)).filter(|&i| !is_about(row, i));
        // 블로킹에서 앞섰다: in what somebody leads.
        let alone = near.is_none() && topic.is_none();
        let field = (alone && is_lead(row, at)).then(|| marked(from..at, &["에서", "에서는", "에선"])).flatten();
        // 횡령 혐의에 무죄가 선고됐다: of what a court decides.
        let charge = is_guilt(row, at).then(|| marked(from..at, &["에", "에게", "에게는"])).flatten();
        for i in near.into_iter().chain(topic).chain(about).chain(field).chain(charge) {
            push(&mut cores, phrase(row, i, from, pair));
        }
        // A clause without either goes on with what the clause before is about.
        let quotation = doc.quotations.iter().find(|q| q.double && q.inner.contains(row.units[at].span));
        // 산불에 대해 도 관계자는 "지난해보다 줄었다"고: who is asked of something speaks of that.
        if let Some(i) = quotation.filter(|_| cores.is_empty()).and_then(|_| self::about(row, sentence.start..start)) {
            push(&mut cores, phrase(row, i, sentence.start, pair));
        }
        // 변호인은 "바로 항소하겠다"고 말했다: who speaks tells what they will do.
        let own = wills(row, at);
        if let Some(i) = quotation.filter(|_| own).and_then(|_| marked(sentence.start..start, &SUBJECTS[..4])) {
            push(&mut cores, phrase(row, i, sentence.start, pair));
        }
        if near.is_none() && cores.is_empty() && counted.is_none() && quotation.is_none() {
            let before = marked(sentence.start..start, &TOPICS[..3]).or_else(|| marked(sentence.start..start, MARKS));
            if let Some(i) = before {
                push(&mut cores, phrase(row, i, sentence.start, pair));
            }
        }
        // 반대 당론: a label with its noun behind it.
        let next = (at + 1 < sentence.end && !row.units[at].clause_end).then_some(at + 1);
        let label = josa(row, at).is_empty() && !doc.tokens[row.units[at].token as usize].is_deed() && is_noun(row, at);
        let labelled = next.filter(|&n| label && !row.units[n].figure && row.units[n].claim.is_none());
        if let Some(n) = labelled {
            push(&mut cores, n..n + 1);
        }
        // | 임대인 가 | 징역 3년 | 유죄 |: a row is of what its first cell says.
        let whole = doc.slice(doc.sentences[s].span);
        if cores.is_empty() && whole.starts_with('|') {
            let cell = doc.sentences[s].span.start() + whole[1..].find('|').map_or(0, |i| i + 1);
            push(&mut cores, sentence.start..(start..at).find(|&i| row.units[i].span.end() > cell).unwrap_or(at));
        }
        // - 노하람: 징역 8개월 → 무죄: a line of a list is of what stands before the colon.
        let colon = whole.find([':', '：']).filter(|&c| cores.is_empty() && c <= LABEL && quotation.is_none());
        if let Some(colon) = colon.map(|c| doc.sentences[s].span.start() + c) {
            push(
                &mut cores,
                sentence.start..(sentence.start..at).find(|&i| row.units[i].span.start() > colon).unwrap_or(at),
            );
        }
        let after = (at + 1..sentence.end.min(at + 5)).take_while(|&i| !row.units[i - 1].clause_end);
        // 3연패에 빠진 목포: whose row it is stands behind it as often.
        if row.units[at].figure && cores.is_empty() {
            for i in after.clone().filter(|&i| row.units[i].name) {
                push(&mut cores, i..i + 1);
            }
        }
        // 관객은 4만 명. 지난해보다 6천 명 늘었다: the sentence before tells of what.
        let carried = cores.is_empty();
        let mut lead = None;
        let ends = !doc
            .slice(doc.tokens[row.units[at].token as usize].span)
            .ends_with(['던', '은', '는', '한', '른', '진', '난']);
        if carried
            && ends
            && head.is_none()
            && counted.is_none()
            && s > 0
            && doc.sentences[s].kind == BlockKind::Body
            && quotation.is_none()
        {
            let before = row.sentence(s as u32 - 1);
            let topic = before.clone().rev().find_map(|i| mark(row, i, &TOPICS[..2]));
            if let Some(i) = topic.or_else(|| before.clone().rev().find_map(|i| mark(row, i, SUBJECTS))) {
                lead = Some(i);
                push(&mut cores, phrase(row, i, before.start, pair));
            }
        }
        let speaks = |i: &usize| matches!(josa(row, *i), "은" | "는" | "로서는" | "으로서는");
        let subject = topic.or(lead).filter(speaks);
        let rest: Vec<usize> =
            (start..at).chain(after.clone()).filter(|i| !cores.contains(i)).filter(telling).collect();
        let word = |i: usize| doc.slice(doc.tokens[row.units[i].token as usize].span);
        let base = base(row, at, start);
        let open = is_of_some(row, at)
            || is_never(row, at)
            || after.take(2).any(|i| OPEN.iter().any(|o| word(i).starts_with(o)))
            || ((!is_noun(row, at) || doc.tokens[row.units[at].token as usize].is_deed())
                && (["면", "자", "도록", "려고", "려는"].iter().any(|e| word(at).ends_with(e))
                    || (word(at).ends_with("기로") && !is_decided(row, at))
                    || word(at).chars().last().and_then(final_of) == Some(Final::Rieul)));
        let figures = if row.units[at].figure { vec![at] } else { bound_figures(row, at, start..sentence.end, base) };
        let open = open || (figures.is_empty() && base.is_none() && is_of_kind(row, at));
        Stance {
            row: r,
            unit: at,
            up: side(row, at) == Some(true),
            rest,
            base,
            figures,
            act: is_act(row, at, near),
            open: open
                || is_aside(row, at)
                || (is_there(row, at) && (quotation.is_some() || is_quoted(row, at)))
                || (carried && is_most(row, at)),
            carried,
            subject,
            head: near.filter(|i| cores.contains(i)),
            cores,
            scope,
            turn: turn(row, at),
            outside: matches!(doc.sentences[s].kind, BlockKind::Title | BlockKind::Subhead | BlockKind::Caption),
            label: labelled.is_some(),
            debate: labelled.is_some_and(|n| is_part_of_debate(row, n)) || lemma(row, at).ends_with("토론"),
            moments: moments(row, start..sentence.end.min(at + 5)),
        }
    }

    /// Returns whether it tells how a day of trade opens.
    pub(super) fn opens(&self) -> bool {
        self.moments & ((1 << OPENING) - 1) != 0
    }

    /// Returns how much it is said with: figures, and what it is set against.
    pub(super) fn detail(&self, row: &Row<'_>) -> usize {
        // 3분기 영업이익: of which time everybody speaks.
        let told = |u: &&usize| !row.reading.doc.slice(row.units[**u].span).ends_with("분기");
        self.figures.iter().filter(told).count() + usize::from(self.base.is_some())
    }
}

/// No label of a line is longer (bytes).
const LABEL: usize = 40;

/// Returns whether what is to be done is settled: 중단하기로 했다, 올리기로 의결했다.
pub(super) fn is_decided(row: &Row<'_>, at: usize) -> bool {
    let doc = &row.reading.doc;
    let token = doc.tokens[row.units[at].token as usize].span;
    let rest = doc.text.get(token.end()..).unwrap_or("").trim_start();
    doc.slice(token).ends_with("기로")
        && ["했", "한", "결정", "의결", "합의", "확정", "약속"].iter().any(|w| rest.starts_with(w))
}

/// Who or what takes part in a debate on one side of it: 찬성 토론, 반대 측. Of those there are always both.
const SIDES: &[&str] =
    &["토론", "토론자", "토론자로", "측", "쪽", "단체", "집회", "진영", "여론", "논리", "발언", "연설", "주민", "시민"];

/// Returns whether the noun at a unit is one of them.
fn is_part_of_debate(row: &Row<'_>, at: usize) -> bool {
    let doc = &row.reading.doc;
    let word = doc.slice(row.units[at].span);
    SIDES.contains(&word) || SIDES.contains(&doc.slice(doc.tokens[row.units[at].token as usize].span))
}

/// Returns whether a direction is the side that somebody takes in a debate: 찬성 토론.
pub(super) fn is_debate(row: &Row<'_>, at: usize) -> bool {
    let next = at + 1;
    if lemma(row, at).ends_with("토론") {
        return true;
    }
    is_noun(row, at)
        && josa(row, at).is_empty()
        && next < row.units.len()
        && row.sentence_of(next) == row.sentence_of(at)
        && is_part_of_debate(row, next)
}

/// Returns whether what is told never was so in a stretch of time, whatever was at its end: 한 번도 이기지 못했다.
pub(super) fn is_never(row: &Row<'_>, at: usize) -> bool {
    row.reading.doc.text[..row.units[at].span.start()].trim_end().ends_with("번도")
}

/// Returns whether the word tells that there is something or not: 의무가 있다.
fn is_there(row: &Row<'_>, at: usize) -> bool {
    matches!(lemma(row, at), "있다" | "없다")
}

/// Returns whether the word is what somebody says: 있다고, 없다며.
fn is_quoted(row: &Row<'_>, at: usize) -> bool {
    let word = row.reading.doc.slice(row.reading.doc.tokens[row.units[at].token as usize].span);
    ["다고", "다며", "다는", "다면서"].iter().any(|e| word.ends_with(e))
}

/// Words of who is ahead of whom in something.
const LEADS: &[&str] = &["우세", "앞서다", "우위", "열세", "밀리다", "뒤지다", "뒤처지다", "끌려가다"];

/// Returns whether the direction is whether somebody is guilty.
fn is_guilt(row: &Row<'_>, at: usize) -> bool {
    matches!(lemma(row, at), "유죄" | "무죄")
}

/// Returns whether the direction is of who is ahead.
pub(super) fn is_lead(row: &Row<'_>, at: usize) -> bool {
    LEADS.contains(&lemma(row, at))
}

/// Returns whether the direction is what a speaker will do or not do: 항소하겠다, 항소하지 않겠다.
fn wills(row: &Row<'_>, at: usize) -> bool {
    let doc = &row.reading.doc;
    let rest = doc.text.get(row.units[at].span.start()..).unwrap_or("");
    let words = rest.split([' ', '"', '”', '.']).take(2);
    words.into_iter().any(|w| w.contains('겠'))
}

/// Words behind what something is said about.
const ABOUT: &[&str] =
    &["대해", "대해서", "대해서는", "대해선", "대해서도", "관해", "관해서는", "관련해", "놓고", "두고"];

/// Returns whether the unit is a word that stands behind what something is said about: 대해서는.
fn is_about(row: &Row<'_>, at: usize) -> bool {
    ABOUT.contains(&row.reading.doc.slice(row.reading.doc.tokens[row.units[at].token as usize].span))
}

/// Returns the noun among some units that something is said about: 횡령에 대해서는, 산불과 관련해.
fn about(row: &Row<'_>, among: Range<usize>) -> Option<usize> {
    let noun = |i: usize| !row.units[i].figure && matches!(josa(row, i), "에" | "와" | "과" | "을" | "를");
    (among.start + 1..among.end).rev().find(|&i| is_about(row, i) && noun(i - 1)).map(|i| i - 1)
}

/// Verbs and nouns of coming up to something.
const COMING_UP: &[&str] = &["웃돌다", "밑돌다", "상회", "하회", "미치다"];

/// Returns whether the direction is of coming up to something: 웃돌다, 못 미치다.
pub(super) fn comes_up(row: &Row<'_>, at: usize) -> bool {
    COMING_UP.contains(&lemma(row, at))
}

/// Words of the moment of which nothing is told but when: 파업 때보다.
const WHEN: &[&str] = &["때", "때의", "당시", "당시의", "시점", "직전"];

/// Returns what the direction at a unit is set against: `지난해보다`, `지난해 3만 명보다`, `파업 때(1400명)보다`, `전년 대비`;
/// of `웃돌다` what it is that is passed.
fn base(row: &Row<'_>, at: usize, start: usize) -> Option<usize> {
    let doc = &row.reading.doc;
    let word = |i: usize| doc.slice(doc.tokens[row.units[i].token as usize].span);
    if comes_up(row, at) {
        // 표시값을, 전망치 438억원을.
        let marked = |i: &usize| {
            matches!(josa(row, *i), "을" | "를" | "에" | "에도" | "에는")
                || row.units[*i].figure && behind(row, *i).starts_with(['을', '를', '에'])
        };
        let last = (start..at).rev().find(marked)?;
        return (start..last + 1).rev().find(|&i| !row.units[i].figure);
    }
    let than = (start..at).rev().find(|&i| {
        matches!(josa(row, i), "보다" | "보다는" | "보다도")
            || word(i) == "보다"
            || (row.units[i].figure && behind(row, i).starts_with("보다"))
            || (i + 1 < at && ["대비", "비해", "비하"].iter().any(|w| word(i + 1).starts_with(w)))
    })?;
    // 파업 때(1400명·20%)보다: what stands before the bracket.
    let bracket = doc.text[..row.units[than].span.start()].rfind('(');
    let cut = word(than) == "보다" && bracket.is_some_and(|b| b > row.units[start].span.start());
    let from =
        if cut { (start..than).rev().find(|&i| bracket.is_some_and(|b| row.units[i].span.end() <= b))? } else { than };
    let is_date = |i: usize| matches!(value(row, i), Some(Value::Date(_)));
    let named = (start..from + 1).rev().find(|&i| (!row.units[i].figure && word(i) != "보다") || is_date(i))?;
    let word = doc.slice(row.units[named].span);
    // 4년 전보다: how long ago.
    if word == "전" && named > start && row.units[named - 1].figure {
        return Some(named - 1);
    }
    // 지난해 같은 기간보다: what counts is the year.
    // 전년 동기 대비, too.
    let is_year = |i: usize| matches!(doc.slice(row.units[i].span), "전년" | "작년" | "지난해");
    let of_date = (start..named).rev().take(2).find(|&i| is_date(i) || is_year(i)).filter(|_| PERIODS.contains(&word));
    Some(of_date.unwrap_or(if WHEN.contains(&word) && named > start { named - 1 } else { named }))
}

/// Words of a stretch of time of which nothing is told but how long it is: 지난해 같은 기간보다.
const PERIODS: &[&str] = &["기간", "기", "달", "분기", "동기", "시기"];

/// What is given out rather than lowered: 주의보를 내렸다.
const GIVEN_OUT: &[&str] = &[
    "주의보",
    "경보",
    "특보",
    "결론",
    "결정",
    "판결",
    "선고",
    "명령",
    "지시",
    "처분",
    "평가",
    "진단",
    "조치",
    "판단",
    "정의",
    "눈",
    "비",
    "막",
    "닻",
    "짐",
    "글",
];

/// Returns whether the verb is another thing than a change of size: 주의보를 내렸다, 2위에 올랐다.
pub(super) fn is_act(row: &Row<'_>, at: usize, near: Option<usize>) -> bool {
    let doc = &row.reading.doc;
    let before = at.checked_sub(1).filter(|&i| row.sentence_of(i) == row.sentence_of(at));
    match lemma(row, at) {
        _ if declares(row, at) => true,
        "내리다" | "올리다" => near.or(before).is_some_and(|i| {
            let (stem, whole) = (doc.slice(row.units[i].span), doc.slice(doc.tokens[row.units[i].token as usize].span));
            // 비가, but not 소비가.
            let given = |g: &&str| {
                stem.ends_with(*g) && (g.len() > 3 || stem.len() == 3)
                    || (g.len() == 3 && whole.len() == 6 && whole.starts_with(*g))
            };
            GIVEN_OUT.iter().any(given)
        }),
        "오르다" => before.is_some_and(|i| {
            behind(row, i).starts_with('에') || doc.slice(doc.tokens[row.units[i].token as usize].josa()) == "에"
        }),
        _ => false,
    }
}

/// Returns whether a verb of lowering declares a step of an alarm: 위기 단계를 내렸다.
pub(super) fn declares(row: &Row<'_>, at: usize) -> bool {
    lemma(row, at) == "내리다" && at > 0 && is_step(row, at - 1)
}

/// Returns whether a unit is a step of an alarm that something is done to: 대응 2단계를, 비상 1단계를.
fn is_step(row: &Row<'_>, at: usize) -> bool {
    row.units[at].figure
        && row.reading.doc.slice(row.units[at].span).ends_with("단계")
        && behind(row, at).starts_with('를')
        && at > 0
        && ["대응", "경보", "비상", "특보", "위기"].contains(&row.reading.doc.slice(row.units[at - 1].span))
}

/// Returns whether the direction tells which of many it holds of: 인구가 불어난 시도는 다섯 곳. It says nothing of them all.
pub(super) fn is_of_some(row: &Row<'_>, at: usize) -> bool {
    let doc = &row.reading.doc;
    let next = at + 1;
    next < row.units.len()
        && row.sentence_of(next) == row.sentence_of(at)
        && !row.units[at].clause_end
        && doc
            .slice(doc.tokens[row.units[at].token as usize].span)
            .ends_with(['은', '한', '른', '진', '난', '든', '린'])
        && SOME.contains(&doc.slice(row.units[next].span))
}

/// Returns whether the direction is of the most there is: 가장 낮은.
pub(super) fn is_most(row: &Row<'_>, at: usize) -> bool {
    at > 0 && row.reading.doc.slice(row.units[at - 1].span) == "가장"
}

/// Returns whether the word tells with or without whom something is: 총재를 제외한 위원 6명.
pub(super) fn is_aside(row: &Row<'_>, at: usize) -> bool {
    let word = row.reading.doc.slice(row.reading.doc.tokens[row.units[at].token as usize].span);
    ["포함", "제외"].iter().any(|w| word.strip_prefix(w).is_some_and(|e| matches!(e, "한" | "하면" | "해" | "하고")))
}

/// Returns whether loss turns to profit or the other way: 흑자 전환, 적자로 돌아섰다.
fn turn(row: &Row<'_>, at: usize) -> bool {
    let rest = behind(row, at).trim_start_matches(['로', ' ']);
    matches!(lemma(row, at), "흑자" | "적자") && (rest.starts_with("전환") || rest.starts_with("돌아"))
}

/// Words of the moment within a day: 상승 출발, 하락 마감.
const MOMENTS: &[&str] = &["초반", "개장", "출발", "시작", "개막", "장을", "한때", "장중", "오전장", "오후장"];

/// How many of them tell of the opening.
const OPENING: u16 = 6;

/// Returns which of them stand among some units, as bits.
fn moments(row: &Row<'_>, among: Range<usize>) -> u16 {
    let mut bits = 0;
    for i in among.filter(|&i| !row.units[i].figure) {
        let text = row.reading.doc.slice(row.reading.doc.tokens[row.units[i].token as usize].span);
        if let Some(k) = MOMENTS.iter().position(|m| text.starts_with(m)) {
            bits |= 1 << k;
        }
    }
    bits
}

/// Returns the figures that a direction stands with, the nearest first: those within four units before it from one that
/// is not far, else the one right behind it.
fn bound_figures(row: &Row<'_>, at: usize, within: Range<usize>, base: Option<usize>) -> Vec<usize> {
    let ago = |i: usize| behind(row, i).trim_start().starts_with("전");
    // 지난해보다 2.4% 줄었다: the year is what it is set against.
    let figure = |i: &usize| row.units[*i].figure && !ago(*i) && base != Some(*i);
    // 2106억원으로 지난해 같은 기간보다 41.6% 늘었다: what it is set against stands between.
    let reach = if base.is_some() { 7 } else { 4 };
    let mut out: Vec<usize> = (within.start..at).rev().take(reach).filter(figure).collect();
    if out.first().is_none_or(|&i| i + 3 < at) {
        out.clear();
    }
    if out.is_empty() && at + 1 < within.end && figure(&(at + 1)) && !row.units[at].clause_end {
        out.push(at + 1);
    }
    out
}
