//! Which of two figures is wrong where one outlet stands against one: what else the articles say decides, and of more
//! outlets how many have it.
//!
//! A figure that is a sum or a difference of figures beside it, where the other would not be, is right: with 27곳 and
//! 나머지 241곳 beside it there were 268곳 and not 286곳.

use crate::align::Alignment;
use crate::align::figure::{self, Class};
use crate::align::rival::Rivalry;
use crate::align::sign::Sign;
use crate::align::slot::{Mention, Slots};
use crate::claim::{MICRO, Value};

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

/// How many figures in their order are no chance.
const LIST: usize = 5;

/// How many figures around one are looked at.
const AROUND: usize = 14;

/// Returns which of the two figures of a rivalry is wrong: by the figures beside them, by how many outlets have them, by
/// what the two articles say elsewhere, by how they are spelt, and by the numbers of the other articles.
pub(super) fn wrong(alignment: &Alignment<'_>, slots: &Slots<'_>, rivalry: &Rivalry) -> Side {
    let (a, b) = (&slots.mentions[rivalry.first], &slots.mentions[rivalry.second]);
    let text = |m: &Mention<'_>| alignment.rows[m.row].reading.doc.slice(m.claim.span);
    let (x, y) = (text(a), text(b));
    match (skips(x), skips(y)) {
        (true, false) => return Side::First,
        (false, true) => return Side::Second,
        _ => {}
    }
    match by_sums(alignment, slots, a, b) {
        Side::Open => {}
        side => return side,
    }
    if rivalry.signs.get(Sign::OwnBody) > 0.0 {
        return Side::Open;
    }
    let rows = |of: &[usize], not: Option<usize>| {
        alignment.voices(of.iter().map(|&m| slots.mentions[m].row).filter(|&r| Some(r) != not))
    };
    let (own, holders) = (rows(&rivalry.own, None), rows(&rivalry.holders, Some(a.row)));
    if own != holders {
        return if own > holders { Side::Second } else { Side::Open };
    }
    // Whoever says the other's figure elsewhere too has slipped here.
    let elsewhere = |of: &[usize], m: &Mention<'_>| {
        of.iter().any(|&o| slots.mentions[o].row == m.row && slots.mentions[o].claim.sentence != m.claim.sentence)
    };
    match (elsewhere(&rivalry.holders, a), elsewhere(&rivalry.own, b)) {
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
        _ => Side::Open,
    }
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

/// Returns which of two figures is wrong by the figures beside them.
fn by_sums(alignment: &Alignment<'_>, slots: &Slots<'_>, a: &Mention<'_>, b: &Mention<'_>) -> Side {
    let (Some(x), Some(y)) = (exact(&a.claim.value), exact(&b.claim.value)) else { return Side::Open };
    let (mut first, mut second) = (0, 0);
    for at in [a, b] {
        let around = Around::of(alignment, slots, at);
        match (around.fits(x), around.fits(y)) {
            (true, false) => first += 1,
            (false, true) => second += 1,
            _ => {}
        }
    }
    match (first, second) {
        (0, 0) => Side::Open,
        (_, 0) => Side::Second,
        (0, _) => Side::First,
        _ => Side::Open,
    }
}

/// Returns the number of a figure that is said without a hedge.
fn exact(value: &Value) -> Option<i128> {
    let (Value::Money { amount, .. }
    | Value::Count { amount, .. }
    | Value::Percent { amount, .. }
    | Value::Measure { amount, .. }) = value
    else {
        return None;
    };
    (amount.hedge.is_none() && amount.is_single() && amount.low > 0).then(|| figure::size(value)).flatten()
}

/// The figures of one class around a place.
struct Around {
    /// Their numbers in the order of the text; the place itself is at `place`.
    numbers: Vec<i128>,
    place: usize,
    /// How many of something there are, in the same paragraph: 20부, 5곳, 209시간.
    times: Vec<i128>,
    /// Shares in percent that figures of the paragraph are of each other, one pair each: 97대 of 312대.
    shares: Vec<f64>,
    /// What one unit of the last digit of the figure is, of a percentage.
    percent: Option<i128>,
}

impl Around {
    /// Returns the figures of the paragraph of a place; of a small number only those of its sentence.
    fn of(alignment: &Alignment<'_>, slots: &Slots<'_>, at: &Mention<'_>) -> Around {
        let row = &alignment.rows[at.row];
        let doc = &row.reading.doc;
        let block = |sentence: u32| doc.sentences[sentence as usize].block;
        let small = exact(&at.claim.value).is_some_and(|n| n < 10 * MICRO);
        let beside = |m: &&Mention<'_>| {
            m.row == at.row
                && if small {
                    m.claim.sentence == at.claim.sentence
                } else {
                    block(m.claim.sentence) == block(at.claim.sentence)
                }
        };
        let mut out = Around { numbers: Vec::new(), place: 0, times: Vec::new(), shares: Vec::new(), percent: None };
        for m in slots.mentions.iter().filter(beside).take(AROUND) {
            if m.unit == at.unit {
                out.place = out.numbers.len();
                out.numbers.push(0);
            } else if let Some(n) = exact(&m.claim.value) {
                out.numbers.push(n);
            }
        }
        let beside = || row.reading.claims.iter().filter(|c| block(c.sentence) == block(at.claim.sentence));
        let times = beside().filter_map(|c| match &c.value {
            Value::Count { amount, .. } | Value::Measure { amount, .. }
                if amount.hedge.is_none() && amount.is_single() =>
            {
                Some(amount.low).filter(|n| n % MICRO == 0 && *n > MICRO).map(|n| n / MICRO)
            }
            _ => None,
        });
        out.times = times.take(AROUND).collect();
        if let Value::Percent { amount, .. } = &at.claim.value {
            out.percent = Some(amount.step);
            let counted: Vec<(Class, i128)> =
                beside().filter_map(|c| figure::class(&c.value).zip(exact(&c.value))).take(AROUND).collect();
            for (class, part) in &counted {
                let wholes = counted.iter().filter(|(c, n)| c == class && n > part && *class != Class::Percent);
                out.shares.extend(wholes.map(|(_, whole)| *part as f64 * 100.0 / *whole as f64));
            }
        }
        out
    }

    /// Returns whether a number in the place would be a part of a sum, or the sum, of figures side by side, a product, in its
    /// order in a list, or, of a percentage, what completes a hundred or two figures are of each other.
    fn fits(&self, number: i128) -> bool {
        let mut numbers = self.numbers.clone();
        if let Some(own) = numbers.get_mut(self.place) {
            *own = number;
        }
        let adds = (0..numbers.len()).any(|from| {
            (from + 2..=numbers.len()).any(|to| {
                let sum: i128 = numbers[from..to].iter().sum();
                let inside = (from..to).contains(&self.place);
                numbers
                    .iter()
                    .enumerate()
                    .any(|(i, n)| *n == sum && !(from..to).contains(&i) && (inside || i == self.place))
            })
        });
        let multiplies = |n: &i128| self.times.iter().any(|t| number * t == *n || n * t == number);
        if let Some(step) = self.percent {
            // 97대(31.1%) of 312대
            let near = |share: &f64| (share * MICRO as f64 - number as f64).abs() <= step as f64 * 0.51;
            let hundred = (0..=self.place).any(|from| {
                (self.place.max(from + 2)..numbers.len())
                    .any(|to| (numbers[from..=to].iter().sum::<i128>() - 100 * MICRO).abs() <= step)
            });
            if self.shares.iter().any(near) || hundred {
                return true;
            }
        }
        // The largest first, or last: a list that goes on falling.
        let listed = |from: usize| {
            let list = &numbers[from..from + LIST];
            (from..from + LIST).contains(&self.place)
                && (list.windows(2).all(|w| w[0] > w[1]) || list.windows(2).all(|w| w[0] < w[1]))
        };
        if (0..(numbers.len() + 1).saturating_sub(LIST)).any(listed) {
            return true;
        }
        adds || self.numbers.iter().enumerate().any(|(i, n)| i != self.place && *n > 0 && multiplies(n))
    }
}
