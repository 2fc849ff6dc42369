//! The question that a figure answers, as its sentence puts it: what stands next to it, whom it is said of, as of when.

use super::act::{Act, TELLING, past};
use super::figure::{self, Agreement};
use super::status::is_status;
use super::words::Word;
use super::{Row, Words};
use crate::claim::Value;
use crate::source::Span;
use std::ops::Range;

/// What a sentence says of a figure, as units of its row.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Question {
    /// The nearest telling word before it, within four units: `버디` of `버디 7개`, `고등` of `고등 3곳`.
    label: Option<usize>,
    /// The nearest telling word behind it, within two units: `마당` of `4개 마당`, `숨지` of `2명이 숨지고`.
    behind: Option<usize>,
    /// Who or what acts, or is spoken of, in its clause: the last word before it with 은, 는, 이 or 가.
    subject: Option<usize>,
    /// Whose rank it is, where the name stands right behind: `정규시즌 3위 스톤스`.
    owner: Option<usize>,
    /// The figure before it in the sentence, and the one behind it.
    figures: [Option<usize>; 2],
    /// The figures of its class before and behind it in the sentence, where those are others.
    peers: [Option<usize>; 2],
    /// Which end of a change or stretch it is.
    end: Option<End>,
    /// Whether it is a time that others hold as of: `오전 6시 현재`, `18일 기준`.
    frame: bool,
    /// Whether it is the day on which something was said: `13일 밝혔다`.
    reported: bool,
    /// Whether it is by how much something moved: `5000명 늘었다`, not `5000명이다`.
    moves: bool,
    /// Whether something is compared with it: `지난해 9100억원보다`.
    base: bool,
    /// Of a day, what is said to have happened on it.
    act: Option<Act>,
    /// The parts of the day that its sentence tells, as bits.
    parts: u8,
    /// Whether its sentence tells a time, and whether one that others hold as of.
    times: [bool; 2],
}

/// Which end of a change or stretch a figure is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum End {
    /// `5위에서`, `41%였던`, `6월보다`.
    Before,
    /// `2위로`.
    After,
    /// `4월부터`.
    Since,
    /// `11월까지`.
    Until,
}

impl End {
    /// Returns which end it is where none is told apart from the other by its particle alone: 4위까지 올랐다 and 4위로.
    fn side(self) -> End {
        if self == End::Until { End::After } else { self }
    }
}

/// How two questions go together; counts of what is the same and what is not.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Comparison {
    /// Whether the words before the figures are the same.
    pub label: bool,
    /// Whether they are not, and neither stands in the other's sentence.
    pub other_label: bool,
    /// Whether the words behind them are the same.
    pub behind: bool,
    /// Whether the subjects are the same.
    pub subject: bool,
    /// Whether they are not, and neither stands in the other's sentence.
    pub other_subject: bool,
    /// Whether two ranks are of two, as far as their sentences say whose they are.
    pub other_owner: bool,
    /// How many of the figures before and behind them are the same.
    pub neighbours: u8,
    /// How many of those are of one class and not the same.
    pub clashes: u8,
    /// How many of the figures of the same class before and behind them are the same, where another figure stands between:
    /// 교육 101조원(2%), 국방 70조원(7%), 연구 38조원(8%).
    pub peers: u8,
    /// Whether one of the figures beside them is the same and stands nowhere else in either article: `28개국 312명`.
    pub rare: bool,
    /// Whether one is where something began and the other where it ended.
    pub other_end: bool,
    /// Whether one is a time that others hold as of.
    pub frame: bool,
    /// Whether both are.
    pub frames: bool,
    /// Whether the sentences tell of two times of day.
    pub other_hour: bool,
    /// Whether they tell of two days.
    pub other_day: bool,
    /// Whether both are days on which something was said.
    pub reported: bool,
    /// Whether one is, and the other is not.
    pub one_reported: bool,
    /// Whether one is by how much something moved, and the other is not.
    pub other_move: bool,
    /// Whether one holds as of a time that the sentence of the other does not tell.
    pub as_of: bool,
    /// Whether one is what something is compared with, and the other is not.
    pub other_base: bool,
    /// Whether both are days on which the same was done.
    pub same_act: bool,
    /// Whether one is a day on which something was said, and the other one on which something was done.
    pub other_act: bool,
    /// Whether both are days on which something was said, in sentences that name one body or person.
    pub same_saying: bool,
}

impl Comparison {
    /// Returns how much closer than the words around them alone the questions are; negative for farther.
    pub fn closeness(&self) -> f32 {
        let one = |yes: bool| f32::from(u8::from(yes));
        0.12 * one(self.label) + 0.06 * one(self.behind) + 0.06 * one(self.subject) + 0.12 * f32::from(self.neighbours)
            - 0.10 * one(self.other_label)
            - 0.06 * one(self.other_subject)
            - 0.10 * f32::from(self.clashes)
            - 0.10 * one(self.other_end)
            - 0.10 * one(self.other_hour)
    }
}

impl Question {
    /// Returns the question that the figure at unit `at` answers.
    pub fn of(row: &Row<'_>, words: &Words, at: usize) -> Question {
        let sentence = sentence(row, at);
        let doc = &row.reading.doc;
        let telling = |i: &usize| {
            let unit = &row.units[*i];
            !unit.figure
                && words.sort(&doc.tokens[unit.token as usize]) != Word::Slight
                && !FRAMES.contains(&doc.slice(unit.span))
                && !is_status(doc.slice(unit.span))
        };
        let claim = row.units[at].claim.map(|c| &row.reading.claims[c as usize]);
        let behind = doc.text.get(row.units[at].span.end()..).unwrap_or("");
        let day = claim.is_some_and(|c| matches!(figure::class(&c.value), Some(figure::Class::Day)));
        let is_time = |i: usize| {
            let value = row.units[i].claim.map(|c| &row.reading.claims[c as usize].value);
            matches!(value, Some(Value::Time { .. }))
        };
        let time = is_time(at);
        // 17일 낮 2시까지: what the hour goes up to the day goes up to.
        let hour = (day && at + 1 < sentence.end && is_time(at + 1))
            .then(|| doc.text.get(row.units[at + 1].span.end()..).unwrap_or(""));
        let rank = claim.is_some_and(|c| matches!(&c.value, Value::Ordinal { of, .. } if of == "위"));
        let next = (at + 1 < sentence.end).then(|| doc.slice(row.units[at + 1].span));
        let class = row.units[at].class;
        let figures = [
            (sentence.start..at).rev().find(|&i| row.units[i].figure),
            (at + 1..sentence.end).find(|&i| row.units[i].figure),
        ];
        let peer = |&i: &usize| row.units[i].figure && row.units[i].class == class;
        let peers = [(sentence.start..at).rev().find(peer), (at + 1..sentence.end).find(peer)];
        Question {
            label: (sentence.start..at).rev().take(4).find(telling),
            behind: (at + 1..sentence.end).take(2).take_while(|&i| !row.units[i].figure).find(telling),
            subject: claim
                .and_then(|c| c.about.subject)
                .and_then(|s| row.unit_at(s.start()))
                .or_else(|| carried_topic(row, at)),
            owner: (rank && behind.starts_with(' '))
                .then_some(at + 1)
                .filter(|&i| i < sentence.end && !row.units[i].figure && telling(&i)),
            figures,
            peers,
            end: END.iter().find(|(w, _)| hour.unwrap_or(behind).starts_with(w)).map(|e| e.1),
            frame: (day || time) && is_frame(row, at, day),
            reported: day && next.is_some_and(|n| TELLING.iter().chain(REPORTS).any(|w| n.starts_with(w))),
            moves: moves(row, at, sentence.end),
            base: behind.starts_with("보다"),
            act: claim.filter(|_| day).and_then(|c| past(row.reading, c)),
            parts: day_parts(row, &sentence),
            times: times(row, &sentence),
        }
    }

    /// Returns the word that the figure at unit `at` is bound to: one right before it, or its subject within two units
    /// (`버디 7개`, `개인은 홀로 1985억원을`).
    pub(super) fn tie(&self, at: usize) -> Option<usize> {
        self.label.filter(|&l| l + 1 == at).or(self.subject.filter(|&s| s < at && s + 2 >= at))
    }

    /// Returns how the questions of the figures at units `at` and `to` of two rows go together.
    pub fn compare(&self, row: &Row<'_>, at: usize, other: &Question, beside: &Row<'_>, to: usize) -> Comparison {
        let (here, there) = (sentence(row, at), sentence(beside, to));
        let same = |x: Option<usize>, y: Option<usize>| match (x, y) {
            (Some(x), Some(y)) => Some(alike(row, x, beside, y)),
            _ => None,
        };
        // A word that stands anywhere in the other's sentence is no other question.
        let apart = |x: Option<usize>, y: Option<usize>| match (x, y) {
            (Some(x), Some(y)) => {
                !alike(row, x, beside, y) && !among(row, x, beside, &there) && !among(beside, y, row, &here)
            }
            _ => false,
        };
        let mut out = Comparison {
            label: same(self.label, other.label) == Some(true),
            other_label: apart(self.label, other.label),
            behind: same(self.behind, other.behind) == Some(true),
            subject: same(self.subject, other.subject) == Some(true),
            other_subject: apart(self.subject, other.subject),
            other_owner: owners(row, self.owner, at, beside, other.owner, to)
                || follows(row, self.owner, beside, to, there.end)
                || follows(beside, other.owner, row, at, here.end),
            other_end: matches!((self.end, other.end), (Some(a), Some(b)) if a.side() != b.side()),
            frame: self.frame || other.frame,
            frames: self.frame && other.frame,
            reported: self.reported && other.reported,
            one_reported: self.reported != other.reported,
            other_move: self.moves != other.moves,
            other_base: self.base != other.base && (self.end.is_none() || other.end.is_none()),
            ..Comparison::default()
        };
        // 19일까지 연다, 14일 밝혔다.
        let told_of =
            |x: &Question, y: &Question| x.act == Some(Act::Said) && matches!(y.end, Some(End::Since | End::Until));
        out.other_end |= told_of(self, other) || told_of(other, self);
        match (self.act, other.act) {
            (Some(Act::Said), Some(Act::Said)) => {
                let named = |r: &Row<'_>, u: usize| r.units[u].name && !r.units[u].figure;
                out.same_saying = out.subject
                    || here
                        .clone()
                        .filter(|&u| named(row, u))
                        .any(|u| there.clone().filter(|&v| named(beside, v)).any(|v| alike(row, u, beside, v)));
            }
            (Some(Act::Done(a)), Some(Act::Done(b))) => {
                let verb = |r: &Row<'_>, at: Span| r.unit_at(at.start());
                out.same_act = same(verb(row, a), verb(beside, b)) == Some(true);
            }
            (Some(Act::Said), Some(Act::Done(_))) | (Some(Act::Done(_)), Some(Act::Said)) => out.other_act = true,
            _ => {}
        }
        for (x, y) in self.figures.into_iter().zip(other.figures) {
            let (Some(x), Some(y)) = (x, y) else { continue };
            if agree(row, x, beside, y) {
                out.neighbours += 1;
                out.rare |= is_rare(row, x) && is_rare(beside, y);
            } else if row.units[x].class == beside.units[y].class {
                out.clashes += 1;
                // 한 달 전보다 8%, 1년 전보다 4%: set against two times.
                out.other_end |= is_ago(row, x) && is_ago(beside, y);
            }
        }
        for ((x, y), (u, v)) in self.peers.into_iter().zip(other.peers).zip(self.figures.into_iter().zip(other.figures))
        {
            let (Some(x), Some(y)) = (x, y) else { continue };
            // Those right beside them are counted already.
            out.peers += u8::from((u, v) != (Some(x), Some(y)) && agree(row, x, beside, y));
        }
        // Of times only those differ in question that others hold as of: two outlets may err in when it began.
        let differ = |of: fn(&Value) -> bool| {
            let (mut framed, mut agreed) = (false, false);
            for u in here.clone().filter(|&u| u != at && is(row, u, of)) {
                for v in there.clone().filter(|&v| v != to && is(beside, v, of)) {
                    framed |= is_frame(row, u, false) || is_frame(beside, v, false);
                    agreed |= agree(row, u, beside, v);
                }
            }
            framed && !agreed
        };
        let ([told, held], [told_there, held_there]) = (self.times, other.times);
        out.as_of = (held && !told_there) || (held_there && !told);
        out.other_hour = differ(|v| matches!(v, Value::Time { .. }));
        out.other_hour |= self.parts != 0 && other.parts != 0 && self.parts & other.parts == 0;
        out.other_day = differ(|v| matches!(figure::class(v), Some(figure::Class::Day)));
        out
    }
}

/// What is written behind a figure that is one end of a change or stretch; the longer before the shorter.
const END: &[(&str, End)] = &[
    ("에서", End::Before),
    ("이던", End::Before),
    ("였던", End::Before),
    ("이었던", End::Before),
    ("보다", End::Before),
    ("부터", End::Since),
    ("까지", End::Until),
    ("으로", End::After),
    ("로", End::After),
];

/// Words behind the time that others hold as of.
const FRAMES: &[&str] = &["현재", "기준", "까지", "시점"];

/// Verbs behind the day on which something was said, beside [`TELLING`].
const REPORTS: &[&str] = &["공개했", "주장했", "강조했", "덧붙"];

pub(super) fn sentence(row: &Row<'_>, at: usize) -> Range<usize> {
    row.sentence(row.sentence_of(at) as u32)
}

/// Returns the topic of the sentence before, which a sentence without one goes on with: `지난해보다 23.8% 늘었다.`
fn carried_topic(row: &Row<'_>, at: usize) -> Option<usize> {
    let doc = &row.reading.doc;
    let own = row.sentence_of(at);
    let before = own.checked_sub(1).filter(|&b| doc.sentences[b].block == doc.sentences[own].block)?;
    row.sentence(before as u32).rev().find(|&i| row.units[i].topic && !row.units[i].figure)
}

/// Returns whether the figure is by how much something moved: `5000명 늘었다`, `31포인트(2.9%) 내린`, `▼37`, not what it moved
/// to, nor `60%(0.8%포인트 상승)` and `4만1000명으로 6000명 늘었다`.
fn moves(row: &Row<'_>, at: usize, end: usize) -> bool {
    let doc = &row.reading.doc;
    let span = row.units[at].span;
    let behind = doc.text.get(span.end()..).unwrap_or("");
    if matches!(value(row, at), Some(Value::Percent { unit: "%p", .. }))
        || doc.text[..span.start()].ends_with(['▼', '△', '▽', '+'])
    {
        return true;
    }
    if is_of_rate(row, at) {
        return true;
    }
    // 모자는 4.8%, 장갑은 17.3% 늘었다: one verb is for all values of a row.
    if behind.starts_with([',', '·']) {
        let next = (at + 1..end.min(at + 4)).find(|&i| row.units[i].figure);
        return next.is_some_and(|n| {
            let between = doc.text.get(span.end()..row.units[n].span.start()).unwrap_or("");
            row.units[n].class == row.units[at].class && !between.contains(['(', ')']) && moves(row, n, end)
        });
    }
    if END.iter().any(|(w, _)| behind.starts_with(w)) || row.units[at].clause_end {
        return false;
    }
    let direction = |i: usize| {
        row.units[i].claim.is_some_and(|c| matches!(row.reading.claims[c as usize].value, Value::Direction { .. }))
    };
    let changes = |i: usize| i == at + 1 && CHANGES.iter().any(|w| doc.slice(row.units[i].span).starts_with(w));
    // A figure between, other than one in brackets, is what the direction is said of, and so is one inside them with it.
    let own = |i: usize| {
        let between = doc.text.get(span.end()..row.units[i].span.start()).unwrap_or("");
        let closed = between.matches('(').count() <= between.matches(')').count();
        closed && ((at + 1..i).all(|k| !row.units[k].figure) || between.starts_with('('))
    };
    (at + 1..end.min(at + 3))
        .take_while(|&i| i == at + 1 || !row.units[i - 1].clause_end)
        .any(|i| (direction(i) || changes(i)) && own(i))
}

/// What tells by its name how much something moved: 인상률, 오름폭.
const RATES: &[&str] = &[
    "증가율",
    "감소율",
    "상승률",
    "하락률",
    "인상률",
    "인하율",
    "증감률",
    "성장률",
    "오름폭",
    "상승폭",
    "하락폭",
    "낙폭",
    "증가폭",
    "감소폭",
    "인상폭",
];

/// Returns whether a percentage is said of a rate of change, right before it or as the topic of its sentence: `인상률은 주간권
/// 5.2%, 야간권 4.9%`.
fn is_of_rate(row: &Row<'_>, at: usize) -> bool {
    if !matches!(value(row, at), Some(Value::Percent { .. })) {
        return false;
    }
    let rate = |i: usize| {
        let word = row.reading.doc.slice(row.units[i].span);
        RATES.iter().any(|r| word.ends_with(r))
    };
    let start = sentence(row, at).start;
    at > start && rate(at - 1) || (start..at).rev().find(|&i| row.units[i].topic).is_some_and(rate)
}

/// Words behind a difference that are no direction of two: 20분 길어진다, 1900억원 많은.
const CHANGES: &[&str] =
    &["길어", "긴 ", "짧아", "짧은 ", "많", "적", "더", "덜", "앞당", "늦", "빨라", "추가", "초과", "웃돌", "밑돌"];

/// Parts of the day; what holds in one is not said of the other.
const DAY_PARTS: &[&str] = &["새벽", "오전", "아침", "낮", "오후", "저녁", "밤"];

/// Returns which parts of the day stand in some units as words of their own, as bits.
fn day_parts(row: &Row<'_>, of: &Range<usize>) -> u8 {
    let part = |u: usize| {
        let word = row.reading.doc.slice(row.units[u].span);
        if word.len() > 6 { None } else { DAY_PARTS.iter().position(|w| *w == word) }
    };
    of.clone().filter(|&u| !row.units[u].figure).filter_map(part).fold(0, |bits, k| bits | 1 << k)
}

/// Returns whether a time stands in some units, and whether one that others hold as of.
fn times(row: &Row<'_>, of: &Range<usize>) -> [bool; 2] {
    let mut out = [false; 2];
    for u in of.clone().filter(|&u| is(row, u, |v| matches!(v, Value::Time { .. }))) {
        out[0] = true;
        out[1] |= is_frame(row, u, false);
    }
    out
}

/// Returns whether two units are the same word, or one is the other with something before or behind it: `고등`/`고등학교`.
pub(super) fn alike(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    among(a, i, b, &(j..j + 1))
}

/// Returns whether a unit is alike to any of some units.
fn among(a: &Row<'_>, i: usize, b: &Row<'_>, units: &Range<usize>) -> bool {
    let u = &a.units[i];
    let word = bytes(a, u.span);
    let text = b.reading.doc.text.as_bytes();
    b.units[units.clone()].iter().any(|v| {
        if u.sense == v.sense {
            return true;
        }
        let other = v.span.len();
        if u.figure || v.figure || word.len() == other || word.len().min(other) < 6 {
            return false;
        }
        let other = &text[v.span.range()];
        let (short, long) = if word.len() < other.len() { (word, other) } else { (other, word) };
        // A byte tells most words apart without a comparison of strings.
        long[2] == short[2] && long.starts_with(short) || long.last() == short.last() && long.ends_with(short)
    })
}

/// Returns whether the figure is how long ago something was: `1년 전보다`.
fn is_ago(row: &Row<'_>, at: usize) -> bool {
    row.reading.doc.text.get(row.units[at].span.end()..).unwrap_or("").trim_start().starts_with("전")
}

/// Returns whether the figure is followed by words that make it the time that others hold as of; 5일까지 is a day by which
/// something is done, 오전 6시까지 내린 눈 is as of then. 27일 기준금리를 holds as of no day.
fn is_frame(row: &Row<'_>, at: usize, day: bool) -> bool {
    let doc = &row.reading.doc;
    let behind = |i: usize| doc.text.get(row.units[i].span.end()..).unwrap_or("");
    // 오전 9시 25분부터 오후 2시 30분까지: how long something went on.
    let stretch = || {
        let before = sentence(row, at).rev().skip_while(|&i| i >= at).find(|&i| row.units[i].figure);
        doc.slice(row.units[at].span).contains(['∼', '~', '-', '부'])
            || before.is_some_and(|i| behind(i).starts_with("부터"))
    };
    let after = behind(at).trim_start();
    let word = |w: &&str| {
        after.strip_prefix(*w).is_some_and(|r| match *w {
            "기준" => !r.starts_with(|c| ('가'..='힣').contains(&c)) || r.starts_with(['으', '에', '이', '일']),
            "까지" => !day && !stretch(),
            _ => true,
        })
    };
    FRAMES.iter().any(word)
}

/// Returns whether the names right behind two ranks are two, and neither stands before the rank of the other.
fn owners(a: &Row<'_>, of: Option<usize>, at: usize, b: &Row<'_>, other: Option<usize>, to: usize) -> bool {
    let (Some(x), Some(y)) = (of, other) else { return false };
    !alike(a, x, b, y)
        && !(sentence(b, to).start..to).any(|v| alike(a, x, b, v))
        && !(sentence(a, at).start..at).any(|u| alike(a, u, b, y))
}

/// Returns whether the owner of one rank stands behind another that has none, past the one it is said of:
/// `정규시즌 2위로 오른 파도단은 대구와` where 대구 is the first.
fn follows(row: &Row<'_>, owner: Option<usize>, beside: &Row<'_>, rank: usize, end: usize) -> bool {
    let text = beside.reading.doc.text.get(beside.units[rank].span.end()..).unwrap_or("");
    owner.is_some_and(|owner| {
        (text.starts_with("로 ") || text.starts_with("인 "))
            && (rank + 2..end).any(|i| {
                alike(row, owner, beside, i) && (rank + 1..i).any(|k| beside.units[k].topic || beside.units[k].name)
            })
    })
}

/// Returns whether a figure of two digits and more stands once in its article.
fn is_rare(row: &Row<'_>, at: usize) -> bool {
    let unit = &row.units[at];
    let long = value(row, at).is_some_and(|v| super::digits::said_digits(v) >= 2);
    long && row.units.iter().filter(|u| u.figure && u.word == unit.word).count() == 1
}

/// Returns the bytes of a word; comparing them asks for no character boundary.
fn bytes<'r>(row: &'r Row<'_>, at: Span) -> &'r [u8] {
    row.reading.doc.text.as_bytes().get(at.range()).unwrap_or_default()
}

fn value<'r>(row: &'r Row<'_>, at: usize) -> Option<&'r Value> {
    row.units[at].claim.map(|c| &row.reading.claims[c as usize].value)
}

pub(super) fn is(row: &Row<'_>, at: usize, of: fn(&Value) -> bool) -> bool {
    row.units[at].figure && value(row, at).is_some_and(of)
}

pub(super) fn agree(a: &Row<'_>, i: usize, b: &Row<'_>, j: usize) -> bool {
    match (value(a, i), value(b, j)) {
        (Some(x), Some(y)) => figure::agreement(x, y) != Agreement::Differs,
        _ => false,
    }
}
