//! Sums, products, shares and lists beside two figures: with 27곳 and 나머지 241곳 beside it there were 268곳, not 286곳.

use super::Side;
use crate::align::Alignment;
use crate::align::figure::{self, Class};
use crate::align::reckon::exact;
use crate::align::slot::{Mention, Slots};
use crate::claim::{MICRO, Value};

/// How many figures in their order are no chance.
const LIST: usize = 5;

/// How many figures around one are looked at.
const AROUND: usize = 14;

/// Returns which of two figures is wrong by the figures beside them.
pub(super) fn by_sums(alignment: &Alignment<'_>, slots: &Slots<'_>, a: &Mention<'_>, b: &Mention<'_>) -> Side {
    let (Some(x), Some(y)) = (exact(&a.claim.value), exact(&b.claim.value)) else { return Side::Open };
    let around = [Around::of(alignment, slots, a), Around::of(alignment, slots, b)];
    // Of 18, 22, 21 in 3 years 61 is the sum and 63 three times the last: a sum is the better proof.
    for fits in [Around::adds, Around::fits] {
        let (mut first, mut second) = (0, 0);
        for around in &around {
            match (fits(around, x), fits(around, y)) {
                (true, false) => first += 1,
                (false, true) => second += 1,
                _ => {}
            }
        }
        match (first, second) {
            (0, 0) => {}
            (_, 0) => return Side::Second,
            (0, _) => return Side::First,
            _ => return Side::Open,
        }
    }
    Side::Open
}

/// Returns which of two figures is wrong by what the other articles reckon to: `48만6000명에서 45만2000명으로` is 3만4천명 less, where
/// one of the two stands beside 45만2천명 as well.
pub(super) fn by_others(slots: &Slots<'_>, a: &Mention<'_>, b: &Mention<'_>) -> Side {
    let (Some(x), Some(y)) = (exact(&a.claim.value), exact(&b.claim.value)) else { return Side::Open };
    if x.min(y) < 10 * MICRO {
        return Side::Open;
    }
    let of = |row: usize, sentence: u32| {
        slots
            .mentions
            .iter()
            .filter(move |m| m.row == row && m.claim.sentence == sentence)
            .filter_map(|m| exact(&m.claim.value))
    };
    let known: Vec<i128> =
        [a, b].into_iter().flat_map(|m| of(m.row, m.claim.sentence)).filter(|n| *n != x && *n != y).collect();
    let (mut first, mut second) = (false, false);
    for m in slots.mentions.iter().filter(|m| m.row != a.row && m.row != b.row) {
        let Some(n) = exact(&m.claim.value).filter(|n| known.contains(n)) else { continue };
        for other in of(m.row, m.claim.sentence).filter(|o| *o != n) {
            first |= (n - other).abs() == x;
            second |= (n - other).abs() == y;
        }
    }
    // What fits the first speaks against the second.
    Side::told(second, first)
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
        // A lead of 3.4%포인트 is no share of the hundred.
        let unit = |v: &Value| if let Value::Percent { unit, .. } = v { Some(*unit) } else { None };
        let alike = |m: &&Mention<'_>| unit(&m.claim.value) == unit(&at.claim.value);
        for m in slots.mentions.iter().filter(beside).filter(alike).take(AROUND) {
            if m.unit == at.unit {
                out.place = out.numbers.len();
                out.numbers.push(0);
            } else if let Some(n) = exact(&m.claim.value) {
                out.numbers.push(n);
            }
        }
        let beside = || row.reading.claims.iter().filter(|c| block(c.sentence) == block(at.claim.sentence));
        let times = beside().filter(|c| c.span != at.claim.span).filter_map(|c| match &c.value {
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

    /// Returns the figures with a number in the place.
    fn with(&self, number: i128) -> Vec<i128> {
        let mut numbers = self.numbers.clone();
        if let Some(own) = numbers.get_mut(self.place) {
            *own = number;
        }
        numbers
    }

    /// Returns whether a number in the place would be a part of a sum, or the sum, of figures side by side.
    fn adds(&self, number: i128) -> bool {
        let numbers = self.with(number);
        (0..numbers.len()).any(|from| {
            (from + 2..=numbers.len()).any(|to| {
                let sum: i128 = numbers[from..to].iter().sum();
                let inside = (from..to).contains(&self.place);
                numbers
                    .iter()
                    .enumerate()
                    .any(|(i, n)| *n == sum && !(from..to).contains(&i) && (inside || i == self.place))
            })
        })
    }

    /// Returns whether a number in the place would be a part of a sum, or the sum, a product, in its order in a list, or,
    /// of a percentage, what completes a hundred or two figures are of each other.
    fn fits(&self, number: i128) -> bool {
        let numbers = self.with(number);
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
        self.adds(number) || self.numbers.iter().enumerate().any(|(i, n)| i != self.place && *n > 0 && multiplies(n))
    }
}
