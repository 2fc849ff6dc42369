//! Figures that answer the same question in several outlets.

use super::report::{Found, loc};
use super::side::{self, Side};
use super::weigh::{DIRECTION, FIGURE};
use super::{Common, Scene};
use crate::align::Alignment;
use crate::align::bearing::of_other_figures;
use crate::align::figure::{self, Agreement, Class, agreement};
use crate::align::opposition::{is_deed, of_two_things};
use crate::align::rival::Rivalry;
use crate::align::sign::Sign;
use crate::align::slot::{Mention, Slots};
use crate::claim::Value;
use crate::claim::lexicon::Extents;
use crate::finding::{Finding, Kind, Severity, Tally};
use crate::rule::{Check, Level, Rounding, Rule, RuleSet, Verdict, When};
use std::borrow::Cow;

/// Pairs less likely than this are not worth a line even for those who ask for everything.
const LEAST: f32 = 0.15;

/// Returns the kind of finding that a class of figures is for.
pub(super) fn kind(class: &Class) -> Kind {
    match class {
        Class::Money => Kind::Money,
        Class::Count(_) => Kind::Count,
        Class::Percent => Kind::Percent,
        Class::Measure(_) => Kind::Measure,
        Class::Day | Class::Month | Class::Year => Kind::Date,
        Class::Time => Kind::Time,
        Class::Ordinal(_) => Kind::Ordinal,
        Class::Score => Kind::Count,
        Class::Direction(_) => Kind::Polarity,
        Class::Place => Kind::PlaceName,
    }
}

/// Returns a finding for each figure that contradicts what the other outlets state.
///
/// The first level that holds for a pair decides; without levels every pair that differs conflicts.
pub(super) fn check(scene: Scene<'_>, common: &Common<'_>, rule: &Rule, levels: &[Level]) -> Vec<Finding> {
    let mut out = Vec::new();
    let loose = |class: &Class| matches!(class, Class::Direction(p) if scene.rules.lexicon.directions.is_loose(*p));
    for (slots, rivalries) in common.slots.iter().filter(|(s, _)| kind(&s.class) == rule.kind && !loose(&s.class)) {
        for dispute in settle(scene, &common.alignment, slots, rivalries, levels) {
            let mut finding = found(common, slots, &dispute).finding(scene, rule);
            if is_update(common, slots, &dispute.rivalry) {
                finding.severity = Severity::Info;
                finding.fix = None;
                finding.reasons.push("나중에 나온 기사에서 늘어난 수이다".to_owned());
            }
            out.push(finding);
        }
    }
    out
}

/// A rivalry that is reported.
#[derive(Clone)]
struct Dispute<'r> {
    rivalry: Cow<'r, Rivalry>,
    confidence: f32,
    /// Whether something tells that the first of the two is wrong, be it but one against one.
    decided: bool,
}

/// Returns the rivalries worth reporting: each figure in one only, the likeliest first.
fn settle<'r>(
    scene: Scene<'_>,
    alignment: &Alignment<'_>,
    slots: &Slots<'_>,
    rivalries: &'r [Rivalry],
    levels: &[Level],
) -> Vec<Dispute<'r>> {
    let weights = if matches!(slots.class, Class::Direction(_)) { &DIRECTION } else { &FIGURE };
    let mut weighed: Vec<Dispute<'r>> = rivalries
        .iter()
        .filter(|r| !matches!(slots.class, Class::Direction(_)) || is_flip(alignment, slots, r))
        // One against one, it is % that is carelessly said for %포인트; against two it may be the other way.
        .filter(|r| {
            let (a, b) = (&slots.mentions[r.first].claim.value, &slots.mentions[r.second].claim.value);
            // Whoever has % with another outlet does not lack the point of one.
            let backed = r.own.iter().any(|&m| slots.mentions[m].row != slots.mentions[r.first].row);
            if figure::is_point_for_percent(b, a) && backed {
                return false;
            }
            !figure::is_point_for_percent(a, b)
                || proven(alignment, slots, r)
                || copied(slots, r)
                || is_misplaced_point(alignment, &slots.mentions[r.first])
        })
        // 사전투표율 38.1% is what the figures beside it reckon to, and no 투표율 of which two others say that it was 38.7%.
        .filter(|r| {
            let answered = slots.class == Class::Percent && r.signs.get(Sign::OwnReckoned) > 0.0;
            !(answered && r.signs.get(Sign::Majority) > 0.0)
        })
        .map(|r| {
            let (a, b) = (&slots.mentions[r.first], &slots.mentions[r.second]);
            let point = figure::is_point_for_percent(&a.claim.value, &b.claim.value);
            let likely = weights.confidence(&r.signs);
            (r, if point && is_misplaced_point(alignment, a) { likely.max(POINT) } else { likely })
        })
        .filter(|r| r.1 >= LEAST)
        .filter(|(r, _)| !matches!(slots.class, Class::Direction(_)) || !are_two(alignment, slots, r))
        .map(|(r, c)| {
            let (a, b) = (&slots.mentions[r.first].claim.value, &slots.mentions[r.second].claim.value);
            (r, c * weight(levels, a, b))
        })
        .filter(|r| r.1 >= LEAST)
        .map(|(r, confidence)| Dispute { rivalry: Cow::Borrowed(r), confidence, decided: false })
        .collect();
    take_sides(alignment, slots, &scene.rules.lexicon.extents, &mut weighed);
    let pair = |d: &Dispute<'_>| (d.rivalry.first, d.rivalry.second);
    weighed.sort_by(|a, b| b.confidence.total_cmp(&a.confidence).then(pair(a).cmp(&pair(b))));
    let mut taken = vec![false; slots.mentions.len()];
    let mut disputed = vec![false; slots.mentions.len()];
    weighed.retain(|Dispute { rivalry: r, .. }| {
        let proven = proven(alignment, slots, r);
        // A third value in a dispute that is told already is the same dispute.
        if taken[r.first] || (!proven && r.holders.iter().chain(&r.own).any(|&m| disputed[m])) {
            return false;
        }
        taken[r.first] = true;
        // The other side of the same contradiction is told with this one.
        let row = slots.mentions[r.first].row;
        for &m in r.holders.iter().filter(|&&m| slots.mentions[m].row != row) {
            taken[m] = true;
        }
        if !proven {
            for &m in r.holders.iter().chain(&r.own) {
                disputed[m] = true;
            }
        }
        true
    });
    weighed
}

/// How sure it is that %포인트 is wrong where no share is spoken of that could differ by points and others have %.
const POINT: f32 = 0.75;

/// Words that tell a difference.
const DIFFERENT: &[&str] = &[
    "차", "높", "낮", "올", "오른", "오르", "내", "늘", "줄", "상승", "하락", "증가", "감소", "뛰", "뛴", "떨어", "벌",
    "좁", "많", "적", "앞", "뒤", "개선", "악화", "확대", "축소", "웃돌", "밑돌", "커", "작", "급", "인상", "인하",
    "회복", "빠", "치",
];

/// What shares are called, and %.
const SHARES: &[&str] =
    &["율", "률", "비중", "비율", "금리", "지지", "점유", "득표", "마진", "응답", "수익성", "%", "퍼센트"];

/// Returns whether percentage points are said where nothing differs (`회수율은 64%포인트다`), or of an amount that grew (`영업이익은
/// 348억원으로 18%포인트 늘었다`).
fn is_misplaced_point(alignment: &Alignment<'_>, m: &Mention<'_>) -> bool {
    let reading = alignment.rows[m.row].reading;
    let sentence = reading.doc.sentences[m.claim.sentence as usize].span;
    let text = |from: usize, to: usize| reading.doc.text.get(from..to).unwrap_or("");
    let behind = text(m.claim.span.end(), sentence.end());
    if reading.doc.slice(m.claim.span).trim_end().ends_with(')') || behind.starts_with('(') {
        return false;
    }
    if !DIFFERENT.iter().any(|w| behind.contains(w)) {
        let before = text(sentence.start(), m.claim.span.start());
        return !DIFFERENT.iter().any(|w| before.contains(w)) && !before.contains(['(', '±', '+', '-']);
    }
    let before = text(sentence.start(), m.claim.span.start());
    let amount = reading.claims.iter().any(|c| {
        c.sentence == m.claim.sentence
            && c.span.end() <= m.claim.span.start()
            && matches!(figure::class(&c.value), Some(Class::Money | Class::Count(_)))
    });
    amount && !SHARES.iter().any(|w| before.contains(w)) && !SHARES.iter().any(|w| behind.contains(w))
}

/// Leaves of a dispute the side that is wrong, where something tells which, with the confidence of the surer.
fn take_sides(alignment: &Alignment<'_>, slots: &Slots<'_>, extents: &Extents, weighed: &mut Vec<Dispute<'_>>) {
    let before = weighed.clone();
    weighed.retain_mut(|d| {
        let r = &d.rivalry;
        let back = before.iter().find(|b| r.holders.contains(&b.rivalry.first) && r.own.contains(&b.rivalry.second));
        let side = if r.signs.get(Sign::Moved) > 0.0 { Side::First } else { side::wrong(alignment, slots, extents, r) };
        match side {
            Side::Open if matches!(slots.class, Class::Direction(_)) => {}
            Side::Open => match side::likelier(alignment, slots, r) {
                Side::Second if back.is_some() => return false,
                Side::Second => d.rivalry = Cow::Owned(turned(r)),
                _ => {}
            },
            Side::First => {
                d.decided = true;
                d.confidence = back.map_or(d.confidence, |b| b.confidence.max(d.confidence));
            }
            Side::Second if back.is_some() => return false,
            // Where the other way round was never weighed, it is told from there all the same.
            Side::Second if !matches!(slots.class, Class::Direction(_)) => {
                let turned = turned(r);
                d.decided = side::wrong(alignment, slots, extents, &turned) == Side::First;
                d.rivalry = Cow::Owned(turned);
            }
            Side::Second => {}
        }
        true
    });
}

/// Returns a rivalry told from its other side.
fn turned(rivalry: &Rivalry) -> Rivalry {
    Rivalry {
        first: rivalry.second,
        second: rivalry.first,
        holders: rivalry.own.clone(),
        own: rivalry.holders.clone(),
        signs: rivalry.signs,
    }
}

/// Returns whether more articles have only the second direction than the first, and both stand with one figure if with any.
fn is_flip(alignment: &Alignment<'_>, slots: &Slots<'_>, rivalry: &Rivalry) -> bool {
    let (a, b) = (&slots.mentions[rivalry.first], &slots.mentions[rivalry.second]);
    let rows = |of: &[usize]| {
        let mut rows: Vec<usize> = of.iter().map(|&m| slots.mentions[m].row).filter(|&r| r != a.row).collect();
        rows.dedup();
        rows
    };
    let own = rows(&rivalry.own);
    let others = rows(&rivalry.holders).into_iter().filter(|r| !own.contains(r)).count();
    let copied = rivalry.signs.get(Sign::OnlyChange) > 0.0;
    (copied || others > own.len()) && !of_other_figures(&alignment.rows[a.row], a.unit, &alignment.rows[b.row], b.unit)
}

/// Returns whether the two directions are said of two things.
fn are_two(alignment: &Alignment<'_>, slots: &Slots<'_>, rivalry: &Rivalry) -> bool {
    let at = |m: usize| (slots.mentions[m].row, slots.mentions[m].unit);
    let (a, b) = (at(rivalry.first), at(rivalry.second));
    rivalry.signs.get(Sign::OnlyChange) == 0.0
        && (is_deed(alignment, a) || is_deed(alignment, b) || of_two_things(alignment, a, b))
}

/// Returns whether two articles and more have the second in the very sentence of the first.
pub(super) fn copied(slots: &Slots<'_>, rivalry: &Rivalry) -> bool {
    let home = slots.mentions[rivalry.first].row;
    let mut rows: Vec<usize> = rivalry.holders.iter().map(|&h| slots.mentions[h].row).filter(|&r| r != home).collect();
    rows.dedup();
    rivalry.signs.get(Sign::OnlyChange) > 0.0 && rows.len() >= 2
}

/// Returns what the first level that holds for two values leaves of the confidence.
pub(super) fn weight(levels: &[Level], a: &Value, b: &Value) -> f32 {
    // A figure that would be another said less finely is set beside it only where it is not: inside a copied sentence.
    let rounded = |l: &Level| {
        let rounds = l.when == When::Rounds(Rounding::Bare)
            || (l.when == When::Rounds(Rounding::Hedged) && figure::hedged_alike(a, b));
        rounds && l.then != Verdict::Conflict
    };
    match levels.iter().find(|l| holds(&l.when, a, b) && !rounded(l)) {
        Some(level) if level.then == Verdict::Conflict => level.weight,
        Some(_) => 0.0,
        None => 1.0,
    }
}

/// Returns whether a condition holds for two values.
fn holds(when: &When, a: &Value, b: &Value) -> bool {
    match when {
        When::Equal => agreement(a, b) == Agreement::Equal,
        When::Rounds(Rounding::Hedged) => agreement(a, b) == Agreement::Rounds,
        When::Rounds(Rounding::Bare) => agreement(a, b) == Agreement::RoundsBare,
        When::FactorOf(factors) => figure::factor(a, b).is_some_and(|f| factors.contains(&f)),
        When::DigitSlip => figure::shape(a, b).slip,
        When::OtherUnit => figure::other_unit(a, b),
        When::Else => true,
    }
}

/// Returns whether the rules let a figure said less finely without 약 agree with the finer one.
pub(super) fn bare_agrees(rules: &RuleSet, class: &Class) -> bool {
    let levels = rules.rules.iter().find_map(|r| match &r.check {
        Check::Compare(c) if r.kind == kind(class) => Some(&c.level),
        _ => None,
    });
    levels
        .and_then(|l| l.iter().find(|l| l.when == When::Rounds(Rounding::Bare)))
        .is_none_or(|l| l.then != Verdict::Conflict)
}

/// What is said of people whose number grows while a story runs. The votes of a bill and the students of a year do not.
const RUNNING: &[&str] = &[
    "사망",
    "숨",
    "희생",
    "사상",
    "부상",
    "다치",
    "다쳤",
    "다친",
    "중상",
    "경상",
    "실종",
    "매몰",
    "고립",
    "대피",
    "이재민",
    "구조",
    "수습",
    "치료",
    "병원",
    "이송",
    "환자",
    "확진",
    "감염",
    "피해자",
    "신고",
    "체포",
    "검거",
    "연행",
    "입건",
];

/// Returns whether the two are one count of people that grew: whichever is larger was published at least half an hour after the
/// other, and no slip of a long number leads between them.
fn is_update(common: &Common<'_>, slots: &Slots<'_>, rivalry: &Rivalry) -> bool {
    let minutes = |m: usize| common.alignment.rows[slots.mentions[m].row].published();
    let value = |m: usize| &slots.mentions[m].claim.value;
    let (Some(first), Some(second)) = (figure::size(value(rivalry.first)), figure::size(value(rivalry.second))) else {
        return false;
    };
    let home = slots.mentions[rivalry.first].row;
    let later = |m: usize| Some(minutes(m)? - minutes(rivalry.first)?);
    let sentence = |m: usize| {
        let doc = &common.alignment.rows[slots.mentions[m].row].reading.doc;
        doc.slice(doc.sentences[slots.mentions[m].claim.sentence as usize].span)
    };
    slots.class == Class::Count("명".to_owned())
        && [rivalry.first, rivalry.second].iter().all(|&m| RUNNING.iter().any(|w| sentence(m).contains(w)))
        && !figure::shape(value(rivalry.first), value(rivalry.second)).long_slip
        && rivalry
            .holders
            .iter()
            .filter(|&&h| slots.mentions[h].row != home)
            .all(|&h| later(h).is_some_and(|d| if second > first { d >= 30 } else { d <= -30 }))
}

/// Returns whether the second is held by two voices and more, and the first by one.
pub(super) fn proven(alignment: &Alignment<'_>, slots: &Slots<'_>, rivalry: &Rivalry) -> bool {
    let home = slots.mentions[rivalry.first].row;
    let rows = |of: &[usize]| of.iter().map(|&m| slots.mentions[m].row).collect::<Vec<_>>();
    // A stretch of days holds a day without stating it.
    let value = |m: usize| &slots.mentions[m].claim.value;
    let dates = matches!(slots.class, Class::Day | Class::Month | Class::Year);
    let states = |&m: &usize| {
        (!dates || agreement(value(m), value(rivalry.second)) == Agreement::Equal)
            && !figure::is_other_clock(value(m), value(rivalry.second))
    };
    let holders: Vec<usize> = rivalry.holders.iter().copied().filter(states).collect();
    let others: Vec<usize> = rows(&holders).into_iter().filter(|&r| r != home).collect();
    // 약 2조원 of an outlet that states 1조3000억 too does not side with 1조8000억.
    let own = rows(&rivalry.own).into_iter().filter(|r| !others.contains(r));
    // The copy under a headline is one voice more against it.
    let copy = usize::from(rivalry.signs.get(Sign::OwnBody) > 0.0);
    alignment.voices(others.iter().copied()) + copy >= 2 && alignment.voices(own) == 1
}

fn found(common: &Common<'_>, slots: &Slots<'_>, dispute: &Dispute<'_>) -> Found {
    let &Dispute { ref rivalry, confidence, decided } = dispute;
    let rows = &common.alignment.rows;
    let place = |m: usize| {
        let mention = &slots.mentions[m];
        let row = &rows[mention.row];
        loc(row, row.units[mention.unit].span)
    };
    let home = slots.mentions[rivalry.first].row;
    let own_body = rivalry.signs.get(Sign::OwnBody) > 0.0;
    let mut holders: Vec<usize> =
        rivalry.holders.iter().copied().filter(|&h| own_body || slots.mentions[h].row != home).collect();
    holders.sort_by_key(|&h| (h != rivalry.second, h));
    let mut expected: Vec<String> = Vec::new();
    for &h in &holders {
        let row = &rows[slots.mentions[h].row];
        let text = row.reading.doc.slice(slots.mentions[h].claim.span).to_owned();
        if !expected.contains(&text) {
            expected.push(text);
        }
    }
    let proven = decided || proven(&common.alignment, slots, rivalry);
    let (a, b) = (&slots.mentions[rivalry.first], &slots.mentions[rivalry.second]);
    let shape = figure::shape(&a.claim.value, &b.claim.value);
    // 증가했다 cannot be put where 감소 stands: directions are for a person to reword.
    let direction = matches!(slots.class, Class::Direction(_));
    let said = rows[a.row].reading.doc.slice(a.claim.span);
    let fitting = || expected.iter().find_map(|e| counted_alike(said, e));
    // A figure is only offered to be put in where the pairing is beyond reasonable doubt.
    let replacement = if proven && confidence >= 0.65 && !direction { fitting() } else { None };
    Found {
        at: place(rivalry.first),
        expected,
        confidence,
        proven,
        others: holders.iter().map(|&h| place(h)).collect(),
        reasons: shape
            .slip
            .then(|| "숫자 한 자리나 자릿수가 다르거나, 두 자리가 뒤바뀌었다".to_owned())
            .into_iter()
            .collect(),
        replacement,
        safe: false,
    }
}

/// Returns a figure counted as another one is: 6,835 of `6,835표` where nothing is counted by, `585개` of 585 where 개 is; as it
/// is where both are counted or neither. None where no number is left: `6천835표`.
fn counted_alike(said: &str, expected: &str) -> Option<String> {
    let split = |s: &str| s.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(s.len());
    let goes_on = |s: &str| s.contains(|c: char| c.is_ascii_digit() || "십백천만억조".contains(c));
    let ((own, counter), (number, other)) = (said.split_at(split(said)), expected.split_at(split(expected)));
    match (counter.is_empty(), other.is_empty()) {
        (true, false) => Some(number.to_owned()).filter(|n| !n.is_empty() && !goes_on(other)),
        (false, true) if !own.is_empty() && !goes_on(counter) => Some(format!("{expected}{counter}")),
        _ => Some(expected.to_owned()),
    }
}

/// Returns how many figures of the event could be compared, and how many another outlet confirms.
pub(super) fn tally(common: &Common<'_>) -> Tally {
    let mut tally = Tally::default();
    let mut seen = 0;
    for (slots, rivalries) in &common.slots {
        for (i, m) in slots.mentions.iter().enumerate() {
            seen += 1;
            let confirmed = slots
                .mentions
                .iter()
                .any(|o| o.row != m.row && agreement(&o.claim.value, &m.claim.value) != Agreement::Differs);
            tally.confirmed += u32::from(confirmed);
            tally.compared += u32::from(confirmed || rivalries.iter().any(|r| r.first == i));
        }
    }
    let figures: u32 =
        common.alignment.rows.iter().map(|r| r.units.iter().filter(|u| u.claim.is_some()).count() as u32).sum();
    tally.not_comparable = figures.max(seen) - tally.compared;
    tally
}
