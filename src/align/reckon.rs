//! What the figures beside a place reckon to: sums, differences, growth at a rate, shares, multiples.
//!
//! A figure that does not fit the arithmetic around it, where that of another outlet does, answers the same question and
//! is wrong: `0.42%로 한 달 전(0.61%)보다 0.07%포인트 올랐다` is said of the 0.68% that others have.

use super::Alignment;
use super::figure::{self, Class};
use super::slot::Mention;
use crate::claim::{Claim, MICRO, Quantity, Value};

/// How many figures around a place are looked at.
const AROUND: usize = 12;

/// Figures smaller than this add up to each other by chance.
pub const SMALL: i128 = 10 * MICRO;

/// What is smaller than this is a share of something of the event by chance.
const PART: i128 = 100;

/// Ends of clauses that tell of something else.
const CLAUSES: [&str; 7] = ["고 ", "고, ", "며 ", "며, ", "지만 ", "지만, ", "으나 "];

/// The numbers that would fit in a place, as ranges from the smallest to the largest.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Answers {
    fit: Vec<(i128, i128)>,
}

/// Returns the number of a figure that is said without a hedge, in millionths of its unit.
pub fn exact(value: &Value) -> Option<i128> {
    let amount = amount(value)?;
    (amount.hedge.is_none() && amount.is_single() && amount.low > 0).then(|| figure::size(value)).flatten()
}

fn amount(value: &Value) -> Option<&Quantity> {
    match value {
        Value::Money { amount, .. }
        | Value::Count { amount, .. }
        | Value::Percent { amount, .. }
        | Value::Measure { amount, .. } => Some(amount),
        _ => None,
    }
}

impl Answers {
    /// Returns what the figures of the sentence of a place, and those of its class in its paragraph, reckon to.
    pub fn of(alignment: &Alignment<'_>, mentions: &[Mention<'_>], at: &Mention<'_>) -> Answers {
        let row = &alignment.rows[at.row];
        let doc = &row.reading.doc;
        let block = |c: &Claim| doc.sentences[c.sentence as usize].block;
        let mut out = Answers::default();
        let Some(own) = exact(&at.claim.value) else { return out };
        if own < SMALL && !matches!(at.claim.value, Value::Percent { .. }) {
            return out;
        }
        // The figures of its class in the paragraph, in the order of the text; it is at `place`.
        let (mut numbers, mut place) = (Vec::new(), None);
        let near = mentions.iter().filter(|m| m.row == at.row && block(m.claim) == block(at.claim));
        for m in near {
            if m.unit == at.unit {
                place = Some(numbers.len());
                numbers.push((0, m.claim));
            } else if let Some(n) = exact(&m.claim.value) {
                numbers.push((n, m.claim));
            }
        }
        let Some(place) = place.filter(|_| numbers.len() <= AROUND) else { return out };
        out.sums(&numbers, place);
        // 출생은 6.4% 늘었고 사망은 5310명: what another clause says of its figures is no arithmetic of this.
        let one_clause = |c: &&Claim| {
            let (a, b) =
                if c.span.start() < at.claim.span.start() { (c.span, at.claim.span) } else { (at.claim.span, c.span) };
            let between = doc.text.get(a.end()..b.start()).unwrap_or("");
            !CLAUSES.iter().any(|w| between.contains(w))
        };
        let beside = || {
            let others =
                row.reading.claims.iter().filter(|c| c.sentence == at.claim.sentence && c.span != at.claim.span);
            others.filter(one_clause)
        };
        let same = |c: &&Claim| numbers.iter().any(|(_, n)| n.span == c.span);
        if let Value::Percent { amount, unit: "%" } = &at.claim.value {
            out.shares(amount.step, &beside().collect::<Vec<_>>());
            if amount.step < MICRO {
                out.shares_of_event(alignment, at, amount.step);
            }
            return out;
        }
        let bases: Vec<i128> = beside().filter(same).filter_map(|c| exact(&c.value)).collect();
        for claim in beside() {
            let Some(rate) = amount(&claim.value).filter(|q| q.hedge.is_none() && q.is_single() && q.low > 0) else {
                continue;
            };
            match &claim.value {
                Value::Percent { unit: "%", .. } => bases.iter().for_each(|&b| out.grown(b, rate)),
                Value::Count { counter, .. } if counter == "배" => bases.iter().for_each(|&b| out.multiple(b, rate)),
                Value::Count { .. } => bases.iter().for_each(|&b| out.product(b, rate.low)),
                _ => {}
            }
        }
        out
    }

    /// Returns whether nothing around the place reckons to anything.
    pub fn is_empty(&self) -> bool {
        self.fit.is_empty()
    }

    /// Returns whether a number would fit.
    pub fn has(&self, number: i128) -> bool {
        self.fit.iter().any(|&(low, high)| low <= number && number <= high)
    }

    fn add(&mut self, low: i128, high: i128) {
        if low > 0 {
            self.fit.push((low, high));
        }
    }

    /// What stands side by side and its sum: 11대, 8대, 모두 19대. The sum stands in the sentence of its parts, or right before
    /// or behind them.
    fn sums(&mut self, numbers: &[(i128, &Claim)], place: usize) {
        for from in 0..numbers.len() {
            let mut sum = numbers[from].0;
            for to in from + 2..=numbers.len() {
                sum += numbers[to - 1].0;
                let (first, last) = (numbers[from].1.sentence, numbers[to - 1].1.sentence);
                let beside = |i: usize| {
                    (first == last && numbers[i].1.sentence == first)
                        || ((i + 1 == from || i == to) && last - first <= 1)
                };
                if (from..to).contains(&place) {
                    for (i, (whole, _)) in numbers.iter().enumerate() {
                        if !(from..to).contains(&i) && beside(i) {
                            self.add(whole - sum, whole - sum);
                        }
                    }
                } else if beside(place) {
                    self.add(sum, sum);
                }
            }
        }
    }

    /// 40만t보다 3.1% 줄어든 양, 양보다 3.1% 많은 40만t.
    fn grown(&mut self, base: i128, rate: &Quantity) {
        let (low, high) = (rate.low - rate.step / 2, rate.low + rate.step / 2);
        let whole = 100 * MICRO;
        self.add(base * (whole + low) / whole, base * (whole + high) / whole + 1);
        self.add(base * whole / (whole + high), base * whole / (whole + low) + 1);
        if high < whole {
            self.add(base * (whole - high) / whole, base * (whole - low) / whole + 1);
            self.add(base * whole / (whole - low), base * whole / (whole - high) + 1);
            self.add(base * low / whole, base * high / whole + 1);
            self.add(base * whole / high, base * whole / low.max(1) + 1);
        }
    }

    /// 1900원의 13배.
    fn multiple(&mut self, base: i128, times: &Quantity) {
        let (low, high) = (times.low - times.step / 2, times.low + times.step / 2);
        if low > MICRO {
            self.add(base * low / MICRO, base * high / MICRO + 1);
            self.add(base * MICRO / high, base * MICRO / low + 1);
        }
    }

    /// 한 사람에 12만원씩 1184만명.
    fn product(&mut self, base: i128, times: i128) {
        if times > MICRO && times % MICRO == 0 {
            let times = times / MICRO;
            self.add(base * times, base * times);
            if base % times == 0 {
                self.add(base / times, base / times);
            }
        }
    }

    /// `사전투표에 1만2384명이 참여했다. 전체 투표자의 38.1%다.` where another article counts the voters: of one thing the sentence, or the
    /// one before, counts a part, and some article of the event the whole.
    fn shares_of_event(&mut self, alignment: &Alignment<'_>, at: &Mention<'_>, step: i128) {
        let counted = |c: &Claim| match figure::class(&c.value) {
            Some(class @ (Class::Count(_) | Class::Money)) => exact(&c.value).map(|n| (class, n)),
            _ => None,
        };
        let claims = &alignment.rows[at.row].reading.claims;
        let near = claims.iter().filter(|c| c.sentence + 1 >= at.claim.sentence && c.sentence <= at.claim.sentence);
        let parts: Vec<(Class, i128)> =
            near.filter_map(counted).filter(|(_, n)| *n >= PART * MICRO).take(AROUND).collect();
        if parts.is_empty() {
            return;
        }
        for (class, whole) in alignment.rows.iter().flat_map(|r| &r.reading.claims).filter_map(counted) {
            for (_, part) in parts.iter().filter(|(c, n)| *c == class && *n < whole) {
                let share = part * 100 * MICRO / whole;
                self.add(share - step * 51 / 100, share + step * 51 / 100);
            }
        }
    }

    /// Of two figures of one class beside a percentage: what the one is of the other, or has grown to since.
    fn shares(&mut self, step: i128, beside: &[&Claim]) {
        let counted: Vec<(Class, i128)> =
            beside.iter().filter_map(|c| figure::class(&c.value).zip(exact(&c.value))).take(AROUND).collect();
        for (i, (class, a)) in counted.iter().enumerate().filter(|(_, (c, _))| *c != Class::Percent) {
            for (_, b) in counted[i + 1..].iter().filter(|(c, b)| c == class && b != a) {
                for (part, whole) in [(a, b), (b, a)] {
                    let share = part * 100 * MICRO / whole;
                    let half = step * 51 / 100;
                    self.add(share - half, share + half);
                    let grown = (share - 100 * MICRO).abs();
                    self.add(grown - half, grown + half);
                }
            }
        }
    }
}
