//! One number with two units: `2만7천m` in one outlet where the others have `2만7천피트`, `14억원` for `14억달러`.
//!
//! Amounts in two units are no rivals to be compared, as the number says nothing; but the same number, of two digits and
//! more, beside the same word is a coincidence only where both units stand in both.

use super::report::{Found, loc};
use super::side::{SPACE, Side, by_extent, by_worth};
use super::{Common, Scene};
use crate::align::Row;
use crate::align::figure::{counter_class, spoken_digits, told_digits};
use crate::claim::{MICRO, Value};
use crate::finding::{Finding, Kind};
use crate::rule::Rule;
use crate::source::Loc;

/// A figure by its number.
#[derive(Clone, Copy, Debug)]
struct Mention {
    row: usize,
    unit: usize,
    /// The code of its unit.
    code: &'static str,
}

/// Returns the amounts whose number the others have with another unit only.
pub(super) fn check(scene: Scene<'_>, common: &Common<'_>, rule: &Rule) -> Vec<Finding> {
    if !matches!(rule.kind, Kind::Money | Kind::Measure | Kind::Count) {
        return Vec::new();
    }
    let rows = &common.alignment.rows;
    if rows.len() < 2 {
        return Vec::new();
    }
    let mut numbers: Vec<((i128, &'static str), Mention)> = Vec::new();
    for (r, row) in rows.iter().enumerate() {
        for (u, unit) in row.units.iter().enumerate().filter(|(_, u)| u.figure) {
            let Some(claim) = unit.claim.map(|c| &row.reading.claims[c as usize]) else { continue };
            if let Some((number, sort, code)) = read(&claim.value, rule.kind) {
                numbers.push(((number, sort), Mention { row: r, unit: u, code }));
            }
        }
    }
    numbers.sort_by_key(|n| (n.0, n.1.row, n.1.unit));
    let mut out = Vec::new();
    for group in numbers.chunk_by(|a, b| a.0 == b.0).filter(|g| g.iter().any(|m| m.1.code != g[0].1.code)) {
        let group: Vec<Mention> = group.iter().map(|m| m.1).collect();
        for a in group.iter().filter(|a| !scene.sources.article(rows[a.row].article()).peer) {
            out.extend(found(scene, common, &group, a).map(|f| f.finding(scene, rule)));
        }
    }
    out
}

/// Returns the number of an amount in its own unit, what is measured, and the unit; none where the number is too short to
/// be told from a coincidence.
fn read(value: &Value, kind: Kind) -> Option<(i128, &'static str, &'static str)> {
    let (amount, sort, code) = match (value, kind) {
        (Value::Money { amount, currency }, Kind::Money) if *currency != "XXX" => (amount, "money", *currency),
        (Value::Measure { amount, unit }, Kind::Measure) if unit.dimension != "time" => {
            let long = amount.low >= 100 * MICRO && told_digits(amount.low) >= 3;
            let sort = match unit.dimension {
                // 512㎍ is 512㎍/㎥ said for short.
                _ if long && !unit.code.contains('/') && unit.dimension != "mass" => "measure",
                of if SPACE.contains(&of) => "space",
                of => of,
            };
            (amount, sort, unit.code)
        }
        (Value::Count { amount, counter }, Kind::Count) => match counter_class(counter) {
            "명" => (amount, "people", "명"),
            "가구" => (amount, "people", "가구"),
            _ => return None,
        },
        _ => return None,
    };
    let long = told_digits(amount.low) >= 2;
    // 3억, 2만: one digit and a word of magnitude.
    let large = kind != Kind::Count && amount.low >= 10_000 * MICRO;
    (amount.is_single() && (long || large)).then_some((amount.low, sort, code))
}

fn found(scene: Scene<'_>, common: &Common<'_>, group: &[Mention], a: &Mention) -> Option<Found> {
    let rows = &common.alignment.rows;
    let voice = |m: &Mention| rows[m.row].voice;
    // Nobody else has the number with this unit.
    if group.iter().any(|o| o.code == a.code && voice(o) != voice(a)) {
        return None;
    }
    let rivals: Vec<&Mention> = group.iter().filter(|o| o.code != a.code).collect();
    let code = rivals.first()?.code;
    if rivals.iter().any(|o| o.code != code) || rivals.iter().all(|o| voice(o) == voice(a)) {
        return None;
    }
    let words = context(&rows[a.row], a.unit);
    let near = |o: &&&Mention| context(&rows[o.row], o.unit).iter().any(|w| words.contains(w));
    let close: Vec<&&Mention> = rivals.iter().filter(near).collect();
    let mut voices: Vec<u32> = rivals.iter().map(|o| voice(o)).collect();
    voices.sort_unstable();
    voices.dedup();
    // A number of three digits that two others have needs no word to tell that it is theirs: 타구는 118피트를 날아갔다.
    let rare = three_digits(common, a) && voices.len() >= 2 && rivals.iter().all(|o| voice(o) != voice(a));
    if close.iter().all(|o| voice(o) == voice(a)) && !rare {
        return None;
    }
    // 46명 and 46가구: two digits of what there is a lot of meet by chance.
    if !three_digits(common, a) && matches!(a.code, "명" | "가구") && (voices.len() < 2 || close.len() < 2) {
        return None;
    }
    // The article itself has the other unit too: in its headline, or beside the same word.
    let own = close.iter().any(|o| voice(o) == voice(a));
    let proven = voices.len() >= 2 || own;
    let place = |m: &Mention| -> Loc { loc(&rows[m.row], rows[m.row].units[m.unit].span) };
    let text = |m: &Mention| rows[m.row].reading.doc.slice(rows[m.row].units[m.unit].span).to_owned();
    // One against one: whoever changes the unit within the sentence, else the later place is told.
    let odd = |m: &Mention| is_odd(&rows[m.row], m, rival_code(m, a, code));
    let told = match (odd(a), odd(rivals[0])) {
        (true, false) => true,
        (false, true) => false,
        _ => match reason(scene, common, a, rivals[0]) {
            Side::First => true,
            Side::Second => false,
            Side::Open => place(a) > place(rivals[0]),
        },
    };
    if !proven && !told {
        return None;
    }
    let mut expected: Vec<String> = Vec::new();
    for o in close.iter().map(|o| **o).chain(rivals.iter().copied()) {
        if !expected.contains(&text(o)) {
            expected.push(text(o));
        }
    }
    Some(Found {
        at: place(a),
        replacement: expected.first().filter(|_| proven).cloned(),
        expected,
        confidence: if proven { 0.9 } else { 0.6 },
        proven,
        others: rivals.iter().map(|o| place(o)).collect(),
        reasons: vec!["수는 같고 단위가 다르다".to_owned()],
        safe: false,
    })
}

/// Returns whether a figure is said with three digits and more, zeros at the end left out.
fn three_digits(common: &Common<'_>, m: &Mention) -> bool {
    let row = &common.alignment.rows[m.row];
    spoken_digits(row.reading.doc.slice(row.units[m.unit].span)).len() >= 3
}

/// Returns the unit of the other side of a pair.
fn rival_code(m: &Mention, a: &Mention, code: &'static str) -> &'static str {
    if m.code == a.code { code } else { a.code }
}

/// Returns whether the other amounts of the sentence are all in the unit of the other side: 매출은 3억1000만달러,
/// 영업이익은 4600만원; or whether it is glossed as another amount of its own unit: 2억8천만원(약 4천100억원).
fn is_odd(row: &Row<'_>, m: &Mention, other: &str) -> bool {
    let sentence = row.sentence(row.sentence_of(m.unit) as u32);
    let code = |u: usize| {
        let claim = row.units[u].claim.map(|c| &row.reading.claims[c as usize].value)?;
        match claim {
            Value::Money { currency, .. } => Some(*currency),
            Value::Measure { unit, .. } => Some(unit.code),
            _ => None,
        }
    };
    let bracketed = m.unit + 1 < sentence.end && {
        let between = row.reading.doc.text.get(row.units[m.unit].span.end()..row.units[m.unit + 1].span.start());
        between.is_some_and(|b| b.trim_start().starts_with('('))
    };
    let glossed = bracketed && code(m.unit + 1) == Some(m.code);
    // 1천만 달러(약 140억원) is what it says, whatever the other amounts are in.
    if bracketed && code(m.unit + 1) == Some(other) {
        return false;
    }
    let mut same =
        sentence.filter(|&u| u != m.unit).filter_map(code).filter(|c| *c == m.code || *c == other).peekable();
    glossed || (same.peek().is_some() && same.all(|c| c == other))
}

/// Returns which of two amounts is out of all proportion to those of both articles, or to what is measured.
fn reason(scene: Scene<'_>, common: &Common<'_>, a: &Mention, b: &Mention) -> Side {
    let rows = &common.alignment.rows;
    let claim = |r: usize, u: usize| rows[r].units[u].claim.map(|c| &rows[r].reading.claims[c as usize]);
    let (Some(x), Some(y)) = (claim(a.row, a.unit), claim(b.row, b.unit)) else { return Side::Open };
    let value = move |r: usize, u: usize| claim(r, u).map(|c| &c.value);
    let around = [a.row, b.row].into_iter().flat_map(|r| (0..rows[r].units.len()).filter_map(move |u| value(r, u)));
    match by_worth(around, &x.value, &y.value) {
        Side::Open => by_extent(&common.alignment, &scene.rules.lexicon.extents, (a.row, x), (b.row, y)),
        side => side,
    }
}

/// How many words to either side of the figure speak of it.
const REACH: usize = 4;

/// Returns what the words around a figure mean, but for other figures.
fn context(row: &Row<'_>, unit: usize) -> Vec<u32> {
    let sentence = row.sentence(row.sentence_of(unit) as u32);
    let from = unit.saturating_sub(REACH).max(sentence.start);
    let to = (unit + REACH + 1).min(sentence.end);
    row.units[from..to]
        .iter()
        .filter(|u| !u.figure && u.span.len() >= 6 && !tells_nothing(row.reading.doc.slice(u.span)))
        .map(|u| u.sense)
        .collect()
}

/// Returns whether the word tells nothing of what an amount is for.
fn tells_nothing(word: &str) -> bool {
    matches!(word, "이날" | "당시" | "지난해" | "올해" | "현재" | "이번" | "가운데" | "모두" | "가량" | "정도" | "규모")
}
