//! Bearings: the direction that stands with a figure. `4.3%포인트 높아졌다` and `4.3%포인트 내렸다` state one figure and
//! two directions.

use super::clause::behind;
use super::figure::{self, Agreement, Class};
use super::likeness::Likeness;
use super::slot::{Mention, Slots};
use super::stance::{Stance, declares};
use super::subject::{are_rate_and_worth, is_bout, is_crossed};
use super::{Alignment, Row};
use crate::claim::{MICRO, Value};
use crate::source::Span;

/// A direction that stands with a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Bearing {
    /// The pair of opposites.
    pair: u16,
    /// Which of the two.
    up: bool,
    /// The unit of the word.
    unit: usize,
}

/// Two places that state one figure with opposite directions.
#[derive(Clone, PartialEq, Debug)]
pub struct Opposed {
    /// Row and unit of the direction that stands alone.
    pub at: (usize, usize),
    /// Rows and units of the other direction with the same figure, the closest first.
    pub others: Vec<(usize, usize)>,
    /// How close the questions are, 0 to about 1.5.
    pub close: f32,
    /// Whether the same word stands right before both figures, or both have one subject.
    pub tied: bool,
    /// Whether the figure has two digits or more that tell: few figures meet by chance.
    pub telling: bool,
}

/// Returns the directions with figures of one class that no other row gives the figure, while others give it the
/// opposite one.
pub fn opposed(alignment: &Alignment<'_>, slots: &Slots<'_>) -> Vec<Opposed> {
    if matches!(
        slots.class,
        Class::Direction(_) | Class::Place | Class::Day | Class::Month | Class::Year | Class::Time | Class::Ordinal(_)
    ) {
        return Vec::new();
    }
    let mentions = &slots.mentions;
    let bearings: Vec<Option<Bearing>> = mentions.iter().map(|m| bearing(&alignment.rows[m.row], m.unit)).collect();
    let bearings = &bearings;
    if bearings.iter().flatten().count() < 2 {
        return Vec::new();
    }
    let likeness = Likeness::of(alignment, mentions);
    let mut out = Vec::new();
    for (i, a) in mentions.iter().enumerate() {
        let Some(own) = bearings[i] else { continue };
        let same_figure = move |j: &usize| {
            mentions[*j].row != a.row
                && matches!(
                    figure::agreement(&a.claim.value, &mentions[*j].claim.value),
                    Agreement::Equal | Agreement::Rounds
                )
        };
        let with = move |up: bool| {
            (0..mentions.len())
                .filter(same_figure)
                .filter_map(move |j| bearings[j].filter(|b| b.pair == own.pair && b.up == up).map(|b| (j, b)))
        };
        if with(own.up).next().is_some() {
            continue;
        }
        // 푸른당은 3%포인트 오르고 나라당은 3%포인트 떨어졌다: of two things, which have to be told apart.
        let takes_both = |row: usize| {
            let ways = |up: bool| {
                (0..mentions.len()).any(|j| {
                    let same = || figure::agreement(&a.claim.value, &mentions[j].claim.value) == Agreement::Equal;
                    mentions[j].row == row && bearings[j].is_some_and(|b| b.pair == own.pair && b.up == up) && same()
                })
            };
            ways(true) && ways(false)
        };
        // Of an outcome or a change right behind a figure that hardly ever meets another by chance, the figure tells
        // enough; of an outcome behind a small one two others have to have it.
        let own_outcome = is_outcome(&alignment.rows[a.row], own.unit, a.unit);
        let outcome = move |j: usize, b: &Bearing| {
            own_outcome && is_outcome(&alignment.rows[mentions[j].row], b.unit, mentions[j].unit)
        };
        let direct = move |j: usize, b: &Bearing| own.unit == a.unit + 1 && b.unit == mentions[j].unit + 1 && rarely(a);
        // 84명으로 지난해 96명보다 12.5%: another figure beside both.
        let beside = move |j: usize, b: &Bearing| {
            own.unit == a.unit + 1
                && b.unit == mentions[j].unit + 1
                && tells(a)
                && goes_with(alignment, a, &mentions[j])
        };
        let two = || alignment.voices(with(!own.up).map(|(j, _)| mentions[j].row)) >= 2;
        let backed = own_outcome && two();
        let bound = own.pair == BOUND && !is_penal(&alignment.rows[a.row], a.unit) && two();
        let mut others: Vec<(f32, usize, Bearing)> = with(!own.up)
            .filter(|&(j, ref b)| {
                let q = likeness.questions(i, j);
                // 4.2일 and 4일 남짓 are one figure of one subject.
                let equal = figure::agreement(&a.claim.value, &mentions[j].claim.value) == Agreement::Equal;
                // 광주는 3-1로 이겼고, 전주는 1-3으로 졌다.
                let mirrored = is_mirrored(&a.claim.value, &mentions[j].claim.value);
                if (!equal || mirrored || takes_both(a.row) || takes_both(mentions[j].row)) && !q.subject {
                    return false;
                }
                let fits = !q.other_label && !q.other_subject && (q.clashes == 0 || q.label || q.subject);
                outcome(j, b) || direct(j, b) || bound || fits || beside(j, b)
            })
            .filter(|&(j, ref b)| {
                // 물량은 3% 줄었다, 값은 3% 올랐다.
                let (x, y) = (&alignment.rows[a.row], &alignment.rows[mentions[j].row]);
                (!is_crossed(x, own.unit, y, b.unit) || likeness.questions(i, j).subject)
                    && !are_rate_and_worth(x, own.unit, y, b.unit)
                    && !are_two(alignment, [(a.row, own.unit, a.unit), (mentions[j].row, b.unit, mentions[j].unit)])
            })
            .map(|(j, b)| (likeness.between(i, j), j, b))
            .filter(|(close, j, b)| {
                // 순이자마진은 0.03%포인트: few have both the figure and what it is said of by chance.
                let tied = || tells(a) && likeness.questions(i, *j).subject;
                *close >= LEAST || bound || (backed && outcome(*j, b)) || direct(*j, b) || tied() || beside(*j, b)
            })
            .collect();
        others.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        let Some(&(close, best, _)) = others.first() else { continue };
        let q = likeness.questions(i, best);
        out.push(Opposed {
            at: (a.row, own.unit),
            others: others.iter().map(|o| (mentions[o.1].row, o.2.unit)).collect(),
            close,
            tied: q.label || q.subject || goes_with(alignment, a, &mentions[best]),
            telling: tells(a),
        });
    }
    out
}

/// Returns whether one figure with two directions, each told by row, unit of the direction and unit of the figure, is told
/// of two: 가람은 1200표 앞섰고 나루는 1200표 뒤졌다; 1200억원으로 늘었고 전달보다는 줄었다.
fn are_two(alignment: &Alignment<'_>, places: [(usize, usize, usize); 2]) -> bool {
    let [x, y] = places.map(|(row, direction, _)| Stance::at(alignment, row, direction));
    let level =
        |&(row, _, figure): &(usize, usize, usize)| behind(&alignment.rows[row], figure).starts_with(['로', '으']);
    let two = |a: &Stance, b: &Stance| {
        a.holds_elsewhere(alignment, b)
            || is_bout(&alignment.rows[a.row], a.unit)
                && (a.names_another(alignment, b) || a.is_of_a_place(alignment) != b.is_of_a_place(alignment))
            || places.iter().all(level) && a.base.is_some() != b.base.is_some()
    };
    x.iter().all(|a| y.iter().all(|b| two(a, b)))
}

/// Returns whether two scores are one told from two sides.
fn is_mirrored(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Score { left, right }, Value::Score { left: x, right: y }) => {
            left.low != x.low && left.low == y.low && right.low == x.low
        }
        _ => false,
    }
}

/// Figures that are less close than this are not taken for one.
const LEAST: f32 = 0.12;

/// Returns whether two figures like this one hardly ever meet by chance: 147명, 3만2천40t.
fn rarely(m: &Mention<'_>) -> bool {
    matches!(figure::class(&m.claim.value), Some(Class::Count(_) | Class::Money | Class::Measure(_))) && tells(m)
}

/// Returns whether another figure that tells stands in both sentences, or those before them in the paragraph.
fn goes_with(alignment: &Alignment<'_>, a: &Mention<'_>, b: &Mention<'_>) -> bool {
    let near = |m: &Mention<'_>| {
        let row = &alignment.rows[m.row];
        let s = m.claim.sentence as usize;
        let sentences = &row.reading.doc.sentences;
        let from = if s > 0 && sentences[s - 1].block == sentences[s].block { s - 1 } else { s };
        row.sentence(from as u32).start..row.sentence(s as u32).end
    };
    let figure = |row: &Row<'_>, u: usize| row.units[u].claim.map(|c| c as usize);
    let (x, y) = (&alignment.rows[a.row], &alignment.rows[b.row]);
    near(a).filter(|&u| u != a.unit && x.units[u].figure).any(|u| {
        let Some(value) = figure(x, u).map(|c| &x.reading.claims[c].value) else { return false };
        matches!(figure::class(value), Some(Class::Count(_) | Class::Money | Class::Measure(_) | Class::Percent))
            && telling(value)
            && near(b).any(|v| v != b.unit && x.units[u].word == y.units[v].word)
    })
}

/// What so many of those who were tried or tested came to.
const OUTCOMES: &[&str] = &["유죄", "무죄", "구속", "불구속", "합격", "불합격", "당선", "낙선", "양성", "음성"];

/// Returns whether a bound is of a punishment, of which a law has several: 1년 이하의 징역.
fn is_penal(row: &Row<'_>, at: usize) -> bool {
    let sentence = row.reading.doc.sentences[row.sentence_of(at)].span;
    let text = row.reading.doc.slice(sentence);
    ["징역", "금고", "벌금", "과태료", "선고", "실형"].iter().any(|w| text.contains(w))
}

/// Returns whether the direction is an outcome right behind its figure: 2명에게는 유죄, 2명이 무죄.
fn is_outcome(row: &Row<'_>, direction: usize, figure: usize) -> bool {
    direction == figure + 1 && OUTCOMES.contains(&row.reading.doc.slice(row.units[direction].span))
}

/// Returns whether the figure has two digits or more before its zeros.
fn tells(m: &Mention<'_>) -> bool {
    telling(&m.claim.value)
}

/// Returns whether a value has two digits or more before its zeros.
fn telling(value: &Value) -> bool {
    figure::size(value).is_some_and(|n| figure::told_digits(n) >= 2 || n % MICRO != 0)
}

/// Returns the direction behind the figure at a unit in its clause, within three words and before the next figure; else
/// the one right before it (`찬성 61.3%`).
fn bearing(row: &Row<'_>, at: usize) -> Option<Bearing> {
    let value = &row.reading.claims[row.units[at].claim? as usize].value;
    // 4년 전보다 높아졌다: how long ago is no size.
    if row.reading.doc.text[row.units[at].span.end()..].starts_with(" 전") {
        return None;
    }
    // 65세 이상 and 65세 이하 are one figure with two bounds.
    if let Some(up) = bound(row.reading.doc.slice(row.units[at].span)) {
        return Some(Bearing { pair: BOUND, up, unit: at });
    }
    // The counter may be a direction itself: 3연승, 3연패.
    if let Value::Count { counter, .. } = value
        && matches!(counter.as_str(), "연승" | "연패")
    {
        return Some(Bearing { pair: STREAK, up: counter == "연승", unit: at });
    }
    let sentence = row.sentence(row.sentence_of(at) as u32);
    // 반대 6표로 가결됐다: the votes are of those who were against.
    let opinion = |u: usize| {
        let token = &row.reading.doc.tokens[row.units[u].token as usize];
        let word = row.reading.doc.slice(row.units[u].span);
        !token.is_deed() && (word.starts_with("찬성") || word.starts_with("반대"))
    };
    if at > sentence.start && opinion(at - 1) && !row.units[at - 1].clause_end {
        return direction(row, at - 1);
    }
    // 242쌍(11.7%) 늘었다: what stands in brackets is no figure of its own.
    let first = at + 1 + bracketed(row, at, sentence.end);
    if !row.units[first - 1].clause_end {
        for unit in first..sentence.end.min(first + 3) {
            if row.units[unit].figure {
                // 1만2천600t, 3.1% 줄어든: the rate of the same change.
                let gap = Span::new(row.units[unit - 1].span.end(), row.units[unit].span.start());
                if unit == at + 1 && row.reading.doc.slice(gap) == ", " && is_rate(row, unit) && !is_rate(row, at) {
                    continue;
                }
                break;
            }
            // `찬성 52.3%로 반대 36.9%보다`: what stands right before a figure belongs to that one.
            // 52명이 반대, 25명이 기권: there the figure before it does.
            let gap = |u: usize| row.reading.doc.text.get(row.units[u].span.end()..row.units[u + 1].span.start());
            let label = unit + 1 < sentence.end
                && row.units[unit + 1].figure
                && !(unit == at + 1 && behind(row, at).starts_with(['이', '가', '은']) && gap(unit) == Some(", "));
            // 96억원(-41억원) | 흑자 전환: another cell of a table.
            let between = row.reading.doc.text.get(row.units[at].span.end()..row.units[unit].span.start());
            if between.is_some_and(|t| t.contains('|')) {
                break;
            }
            if let Some(b) = direction(row, unit).filter(|_| !label).or_else(|| more(row, unit, sentence.end)) {
                return Some(b);
            }
            if row.units[unit].clause_end {
                break;
            }
        }
    }
    // 187명이 찬성했고 52명이 반대: what another figure is told with is not this one's.
    let taken = || at - 1 > sentence.start && row.units[at - 2].figure && row.units[at - 1].clause_end;
    (at > sentence.start && !taken()).then(|| direction(row, at - 1)).flatten()
}

/// Returns whether the figure at a unit is a percentage.
fn is_rate(row: &Row<'_>, unit: usize) -> bool {
    row.units[unit].claim.is_some_and(|c| matches!(row.reading.claims[c as usize].value, Value::Percent { .. }))
}

/// Returns the direction of 더 and 덜 before a verb that has none: 1만2천t 더 딴다, 30명 덜 뽑는다.
fn more(row: &Row<'_>, unit: usize, end: usize) -> Option<Bearing> {
    let word = |u: usize| row.reading.doc.slice(row.reading.doc.tokens[row.units[u].token as usize].span);
    let up = match word(unit) {
        "더" => true,
        "덜" => false,
        _ => return None,
    };
    let verb = unit + 1;
    let bare = verb < end && !row.units[verb].figure && row.units[verb].claim.is_none();
    // 30명 더 있다 says how many others there are.
    (bare && !word(verb).starts_with('있')).then_some(Bearing { pair: CHANGE, up, unit })
}

/// Returns how many units right behind a unit stand in brackets: one or two figures, or none.
fn bracketed(row: &Row<'_>, at: usize, end: usize) -> usize {
    let text = row.reading.doc.text;
    let behind = &text[row.units[at].span.end()..];
    let Some(close) = behind.strip_prefix('(').and_then(|b| b.find(')')).filter(|&i| i <= 24) else { return 0 };
    let close = row.units[at].span.end() + 1 + close;
    (at + 1..end.min(at + 3)).take_while(|&u| row.units[u].figure && row.units[u].span.end() <= close).count()
}

/// The pair of rise and fall, the first of the lexicon.
const CHANGE: u16 = 0;

/// The pairs that figures bear themselves.
const STREAK: u16 = u16::MAX;
const BOUND: u16 = u16::MAX - 1;

/// Returns whether the figure is said to be the least; none where it is neither the least nor the most. 4분의 1 가까이 is
/// no bound.
fn bound(figure: &str) -> Option<bool> {
    let ends = |words: [&str; 2]| words.iter().any(|w| figure.ends_with(w));
    if ends(["이상", "초과"]) { Some(true) } else { ends(["이하", "미만"]).then_some(false) }
}

fn direction(row: &Row<'_>, unit: usize) -> Option<Bearing> {
    // 대응 2단계를 내리고 소방차 40대를 보냈다: nothing fell.
    if declares(row, unit) {
        return None;
    }
    match row.reading.claims[row.units[unit].claim? as usize].value {
        Value::Direction { pair, up, .. } => Some(Bearing { pair, up, unit }),
        _ => None,
    }
}

/// Returns whether two directions stand behind figures of one class that differ: `8% 증가했다`, `4% 감소했다` are two
/// questions.
pub fn of_other_figures(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    let figure = |row: &Row<'_>, at: usize| {
        let start = row.sentence(row.sentence_of(at) as u32).start;
        let unit = (start..at).rev().take(2).find(|&u| row.units[u].figure)?;
        row.units[unit].claim.map(|c| (row.units[unit].class, c as usize))
    };
    match (figure(a, i), figure(b, j)) {
        (Some((class, x)), Some((other, y))) => {
            let agreement = figure::agreement(&a.reading.claims[x].value, &b.reading.claims[y].value);
            // 14% 낮아졌다, 1.22배 높았다.
            let rate = |of: &Row<'_>, c: usize| {
                matches!(figure::class(&of.reading.claims[c].value), Some(Class::Percent))
                    || matches!(&of.reading.claims[c].value, Value::Count { counter, .. } if counter == "배")
            };
            (class == other && agreement == Agreement::Differs) || (class != other && rate(a, x) && rate(b, y))
        }
        _ => false,
    }
}
