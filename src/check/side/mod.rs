//! Which of two figures is wrong where one outlet stands against one: what else the articles say decides, and of more
//! outlets how many have it.
//!
//! A figure that is a sum or a difference of figures beside it, where the other would not be, is right: with 27곳 and
//! 나머지 241곳 beside it there were 268곳 and not 286곳.

mod elapsed;
mod extent;
mod order;
mod scale;
mod sums;

pub(super) use extent::{SPACE, by_extent};
pub(super) use scale::by_worth;

use crate::align::Alignment;
use crate::align::rival::{Rivalry, outside_copy};
use crate::align::sign::Sign;
use crate::align::slot::{Mention, Slots};
use crate::claim::Value;
use crate::claim::lexicon::Extents;

/// Which of the two is wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    /// The first, as what stands beside one of them proves.
    First,
    /// The second.
    Second,
    /// Nothing tells.
    Open,
}

impl Side {
    /// Returns the side against which something speaks, where nothing speaks against the other.
    fn told(first: bool, second: bool) -> Side {
        match (first, second) {
            (true, false) => Side::First,
            (false, true) => Side::Second,
            _ => Side::Open,
        }
    }
}

/// Returns which of the two figures of a rivalry is wrong: by the figures beside them, by how many outlets have them, by
/// what the two articles say elsewhere, by how they are spelt, and by the numbers of the other articles.
pub(super) fn wrong(alignment: &Alignment<'_>, slots: &Slots<'_>, extents: &Extents, rivalry: &Rivalry) -> Side {
    let (a, b) = (&slots.mentions[rivalry.first], &slots.mentions[rivalry.second]);
    let text = |m: &Mention<'_>| alignment.rows[m.row].reading.doc.slice(m.claim.span);
    let (x, y) = (text(a), text(b));
    match (skips(x), skips(y)) {
        (true, false) => return Side::First,
        (false, true) => return Side::Second,
        _ => {}
    }
    let voices = |of: &[usize], not: Option<usize>| voices(alignment, slots, of, not);
    // Three against one need no proof.
    if voices(&rivalry.own, None) >= voices(&rivalry.holders, None) + 2 {
        return Side::Second;
    }
    let proofs: [&dyn Fn() -> Side; 5] = [
        &|| sums::by_sums(alignment, slots, a, b),
        &|| scale::by_currency(alignment, slots, a, b),
        &|| order::by_order(slots, a, b),
        &|| elapsed::by_elapsed(alignment, a, b),
        &|| elapsed::by_months(alignment, a, b),
    ];
    if let Some(side) = proofs.iter().map(|side| side()).find(|side| *side != Side::Open) {
        return side;
    }
    if rivalry.signs.get(Sign::OwnBody) > 0.0 {
        return Side::Open;
    }
    let reckoned = sums::by_others(slots, a, b);
    if reckoned != Side::Open {
        return reckoned;
    }
    let (own, holders) = (voices(&rivalry.own, None), voices(&rivalry.holders, Some(a.row)));
    if own != holders {
        return if own > holders { Side::Second } else { Side::Open };
    }
    let reasonable = by_extent(alignment, extents, (a.row, a.claim), (b.row, b.claim));
    if reasonable != Side::Open {
        return reasonable;
    }
    // Whoever says the other's figure elsewhere too has slipped here.
    let elsewhere = |of: &[usize], m: &Mention<'_>| {
        of.iter().any(|&o| slots.mentions[o].row == m.row && slots.mentions[o].claim.sentence != m.claim.sentence)
    };
    // Whom others bear out has not: 0.9% of two outlets, of which one tells last year's 0.6% as well.
    let alone = |of: &[usize], m: &Mention<'_>| of.iter().all(|&o| slots.mentions[o].row == m.row);
    match (elsewhere(&rivalry.holders, a), elsewhere(&rivalry.own, b) && alone(&rivalry.holders, b)) {
        (true, false) => return Side::First,
        (false, true) => return Side::Second,
        _ => {}
    }
    // A headline or caption is written last and read least.
    let outside = |of: &[usize], m: &Mention<'_>| {
        of.iter().map(|&o| &slots.mentions[o]).filter(|o| o.row == m.row).all(|o| outside_copy(alignment, o))
    };
    match (outside(&rivalry.own, a), outside(&rivalry.holders, b)) {
        (true, false) => return Side::First,
        (false, true) => return Side::Second,
        _ => {}
    }
    // 148㎞짜리 공 says no speed, and yet 148.
    let others = alignment.rows.iter().enumerate().filter(|(r, _)| *r != a.row && *r != b.row);
    let (mut first, mut second) = (0, 0);
    for (_, row) in others {
        first += usize::from(has_number(row.reading.doc.text, x));
        second += usize::from(has_number(row.reading.doc.text, y));
    }
    match (first, second) {
        (0, 1..) => Side::First,
        (1.., 0) => Side::Second,
        _ => match scale::by_scale(alignment, slots, a, b) {
            Side::Open => {
                let both = slots.mentions.iter().filter(|m| m.row == a.row || m.row == b.row);
                by_worth(both.map(|m| &m.claim.value), &a.claim.value, &b.claim.value)
            }
            side => side,
        },
    }
}

/// Returns how many voices have some figures, one row left out.
fn voices(alignment: &Alignment<'_>, slots: &Slots<'_>, of: &[usize], not: Option<usize>) -> usize {
    alignment.voices(of.iter().map(|&m| slots.mentions[m].row).filter(|&r| Some(r) != not))
}

/// Returns which of the two figures of a rivalry is rather wrong where nothing proves it: a digit gets lost sooner than one
/// comes from nowhere.
pub(super) fn likelier(alignment: &Alignment<'_>, slots: &Slots<'_>, rivalry: &Rivalry) -> Side {
    let text = |m: usize| {
        let m = &slots.mentions[m];
        alignment.rows[m.row].reading.doc.slice(m.claim.span)
    };
    let home = slots.mentions[rivalry.first].row;
    let voices = |of: &[usize], not: Option<usize>| voices(alignment, slots, of, not);
    if rivalry.signs.get(Sign::OwnBody) > 0.0 || voices(&rivalry.own, None) != voices(&rivalry.holders, Some(home)) {
        return Side::Open;
    }
    // 5월 12일(월) was a Monday: who says the weekday has looked it up.
    let dated = |m: usize| match &slots.mentions[m].claim.value {
        Value::Date(d) => d.weekday.zip(d.from).is_some_and(|(said, day)| said.day == day.weekday()),
        _ => false,
    };
    let dated = Side::told(dated(rivalry.second), dated(rivalry.first));
    if dated != Side::Open {
        return dated;
    }
    let (x, y) = (text(rivalry.first), text(rivalry.second));
    Side::told(is_without_a_digit(x, y), is_without_a_digit(y, x))
}

/// Returns whether a figure jumps from one of 조, 억 and 만 over the next to digits of the one after it: 2조1847만,
/// 25억3000달러. Nobody means that, but a unit was lost.
fn skips(said: &str) -> bool {
    let behind = |unit: char, skipped: char| {
        said.split_once(unit).is_some_and(|(_, rest)| {
            let digits = rest.trim_start().bytes().take_while(u8::is_ascii_digit).count();
            digits > 0 && !rest.contains(skipped)
        })
    };
    behind('조', '억') || (!said.contains('조') && behind('억', '만'))
}

/// Returns whether a figure is said with the digits of another but for one: 6월 3일 and 6월 30일, 2조3천47억 and 2조3천407억.
fn is_without_a_digit(said: &str, other: &str) -> bool {
    let digits = |s: &str| s.bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>();
    let (short, long) = (digits(said), digits(other));
    // 6조 is 6.2조 said less finely.
    said.contains('.') == other.contains('.')
        && !short.is_empty()
        && short.len() + 1 == long.len()
        && (0..long.len()).any(|i| long[..i] == short[..i] && long[i + 1..] == short[i..])
}

/// Returns whether the digits of a figure, of three and more, stand in a text as a number.
fn has_number(text: &str, figure: &str) -> bool {
    let Some(start) = figure.find(|c: char| c.is_ascii_digit()) else { return false };
    let number = &figure[start..];
    let number = &number[..number.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(number.len())];
    let number = number.trim_end_matches(['.', ',']);
    let in_number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '.' || c == ',');
    number.bytes().filter(u8::is_ascii_digit).count() >= 3
        && text.match_indices(number).any(|(at, _)| {
            let behind = text[at + number.len()..].chars().next().filter(char::is_ascii_digit);
            !in_number(text[..at].chars().next_back()) && behind.is_none()
        })
}
