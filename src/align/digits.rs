//! Digits: which slips of the hand lead from one number to another.

use super::figure::number;
use crate::claim::{DateValue, MICRO, Quantity, Value};

/// How two figures that differ look side by side.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Shape {
    /// Whether one wrong or swapped digit, or a lost 만, leads from one to the other.
    pub slip: bool,
    /// The logarithm of their ratio, at most 3.
    pub apart: f32,
    /// Whether one of them is hedged.
    pub hedged: bool,
    /// Whether both are whole numbers under 10.
    pub small: bool,
    /// Whether a slip leads from one to the other and both have three digits or more: it is no coincidence.
    pub long_slip: bool,
    /// Whether both have the same three or more digits in another order.
    pub shuffled: bool,
    /// Whether both have the same two digits the other way round: 14척 and 41척.
    pub swapped: bool,
    /// Whether one is the other without one of its digits: 15만 and 5만.
    pub dropped: bool,
}

/// Returns how two figures of one class look side by side.
pub fn shape(a: &Value, b: &Value) -> Shape {
    let (Some(x), Some(y)) = as_said(a, b) else {
        return Shape::default();
    };
    let (first, second) = (Decimal::of(x.low), Decimal::of(y.low));
    let (p, q) = (x.low as f64, y.low as f64);
    let halves = other_half(a, b);
    // A lost 만 or zero is one slip, however far apart it puts them, and so is 오후 for 오전.
    let apart = if halves || first.told() == second.told() {
        0.0
    } else if p > 0.0 && q > 0.0 {
        (p / q).ln().abs().min(3.0) as f32
    } else {
        3.0
    };
    let small = |q: &Quantity| q.low < 10 * MICRO && q.low % MICRO == 0;
    let (one, other) = (said_digits(a), said_digits(b));
    let long = one.min(other) >= 3;
    let shuffled = one.max(other) >= 3 && one + other >= 5 && x.low != y.low && first.count() == second.count();
    // 8214명 and 8412명: two digits have changed places, if not neighbours.
    let as_long = first.all().len() == second.all().len() && (x.low < 0) == (y.low < 0);
    let slipped = slip(&first, &second) || (shuffled && as_long) || clock_slip(a, b);
    Shape {
        slip: slipped || halves,
        // One year and the next are told of everything, 1658년 and 1685년 are not.
        long_slip: (slipped && (long || shuffled) && !matches!(a, Value::Date(_))) || halves,
        shuffled: shuffled || clock_slip(a, b),
        swapped: swapped(first.told(), second.told()),
        dropped: dropped(first.all(), second.all()),
        apart,
        hedged: x.hedge.is_some() || y.hedge.is_some(),
        small: small(&x) && small(&y),
    }
}

/// Returns how many digits a number has before its zeros: 2 of 4200.
pub fn told_digits(n: i128) -> usize {
    Decimal::of(n).length()
}

/// Returns whether two unhedged numbers have the same digits before their zeros: 83만 and 83억.
pub fn same_told(a: &Value, b: &Value) -> bool {
    match as_said(a, b) {
        (Some(x), Some(y)) if x.hedge.is_none() && y.hedge.is_none() => {
            Decimal::of(x.low).told() == Decimal::of(y.low).told()
        }
        _ => false,
    }
}

/// Returns two numbers as they were said where both are in one unit: 184㎞ and 148㎞ an hour, not metres a second.
fn as_said(a: &Value, b: &Value) -> (Option<Quantity>, Option<Quantity>) {
    match (a, b) {
        (Value::Measure { amount: x, unit: u }, Value::Measure { amount: y, unit: v }) if u.code == v.code => {
            (Some(*x), Some(*y))
        }
        // 15∼19일 and 15∼21일 differ in their ends.
        (Value::Date(x), Value::Date(y)) if x.day.is_some() && x.day == y.day && x.until.is_some() => {
            let end = |d: &DateValue| d.until.and_then(|u| u.day).map(|day| Quantity::whole(i128::from(day)));
            (end(x), end(y))
        }
        _ => (number(a), number(b)),
    }
}

/// Returns whether two times of the afternoon have hour and minute from the same digits: 오후 5시 20분, 오후 2시 50분.
fn clock_slip(a: &Value, b: &Value) -> bool {
    let (
        Value::Time { hour: h @ 13.., minute: Some(m), half_known: true, .. },
        Value::Time { hour: i @ 13.., minute: Some(n), half_known: true, .. },
    ) = (a, b)
    else {
        return false;
    };
    let told = |hour: &u8, minute: &u8| Decimal::of(i128::from(hour - 12) * 100 + i128::from(*minute));
    (h, m) != (i, n) && told(h, m).count() == told(i, n).count()
}

/// Returns whether two clock times differ by the half of the day only: 오전 6시 and 오후 6시.
fn other_half(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Time { hour: h, minute: m, .. }, Value::Time { hour: i, minute: n, .. }) => {
            m.unwrap_or(0) == n.unwrap_or(0) && h.abs_diff(*i) == 12
        }
        _ => false,
    }
}

/// The digits of a number, in memory of its own size: numbers are compared by their digits at every turn.
#[derive(Clone, Copy, Debug)]
pub(super) struct Decimal {
    /// The last digit first.
    digits: [u8; Decimal::MOST],
    /// How many there are.
    length: u8,
    /// How many zeros the number ends in.
    zeros: u8,
}

impl Decimal {
    /// The digits of the largest number of 128 bits.
    const MOST: usize = 39;

    /// Returns the digits of a number without its sign.
    pub(super) fn of(n: i128) -> Decimal {
        let mut out = Decimal { digits: [0; Decimal::MOST], length: 0, zeros: 0 };
        let mut rest = n.unsigned_abs();
        loop {
            // Hardly a number needs more than one word, and words are divided much faster.
            let (more, digit) = match u64::try_from(rest) {
                Ok(word) => (u128::from(word / 10), (word % 10) as u8),
                Err(_) => (rest / 10, (rest % 10) as u8),
            };
            if digit == 0 && out.zeros == out.length {
                out.zeros += 1;
            }
            out.digits[usize::from(out.length)] = digit;
            out.length += 1;
            rest = more;
            if rest == 0 {
                return out;
            }
        }
    }

    /// Returns all digits, the last first; those of nothing are one zero.
    fn all(&self) -> &[u8] {
        &self.digits[..usize::from(self.length)]
    }

    /// Returns the digits without the zeros at the end, the last first; none of nothing.
    fn told(&self) -> &[u8] {
        &self.digits[usize::from(self.zeros)..usize::from(self.length)]
    }

    /// Returns how many digits there are without the zeros at the end.
    pub(super) fn length(&self) -> usize {
        self.told().len()
    }

    /// Returns how often each digit stands.
    fn count(&self) -> [u8; 10] {
        let mut out = [0; 10];
        self.all().iter().for_each(|&d| out[usize::from(d)] += 1);
        out
    }
}

/// Returns how many digits a figure was said with, the zeros at its end left out: two of 20년, whatever that is in days.
pub(super) fn said_digits(value: &Value) -> usize {
    match value {
        Value::Measure { amount, .. } => Decimal::of(amount.low).length(),
        other => number(other).map_or(0, |n| Decimal::of(n.low).length()),
    }
}

/// Returns whether two numbers differ by one digit, by a swap of two neighbouring digits, or by a power of ten.
fn slip(x: &Decimal, y: &Decimal) -> bool {
    if x.told() == y.told() {
        return true;
    }
    let (a, b) = (x.all(), y.all());
    if a.len() != b.len() {
        return false;
    }
    let mut wrong = (0..a.len()).filter(|&i| a[i] != b[i]);
    match (wrong.next(), wrong.next(), wrong.next()) {
        (Some(_), None, _) => true,
        (Some(i), Some(j), None) => j == i + 1 && a[i] == b[j] && a[j] == b[i],
        _ => false,
    }
}

/// Returns whether two numbers have the same two digits the other way round.
fn swapped(x: &[u8], y: &[u8]) -> bool {
    matches!((x, y), ([a, b], [c, d]) if a == d && b == c && a != b)
}

/// Returns whether one number is the other without one of its digits.
fn dropped(x: &[u8], y: &[u8]) -> bool {
    let (long, short) = if x.len() > y.len() { (x, y) } else { (y, x) };
    long.len() == short.len() + 1 && (0..long.len()).any(|i| long[..i] == short[..i] && long[i + 1..] == short[i..])
}

/// Returns the digits that a figure is said with, the zeros at the end of each number left out: `12`, `4` of 12조4천억 and
/// `1`, `24` of 1조2400억 are all `124`.
pub fn spoken_digits(said: &str) -> Vec<u8> {
    let mut out = Vec::new();
    for number in said.split(|c: char| !c.is_ascii_digit() && c != ',') {
        let digits: Vec<u8> = number.bytes().filter(u8::is_ascii_digit).collect();
        let zeros = digits.iter().rev().take_while(|&&d| d == b'0').count();
        out.extend_from_slice(&digits[..digits.len() - zeros]);
    }
    out
}

/// Returns whether the digits of two figures, of three and more, differ in one or two places only: only those can be one
/// slip apart.
pub(super) fn near_digits(a: &[u8], b: &[u8]) -> bool {
    a.len() >= 3 && a.len() == b.len() && a.iter().zip(b).filter(|(x, y)| x != y).count() <= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_those_that_are_written() {
        for n in [0, 7, 10, 120, -45_000, i128::from(u64::MAX), i128::from(u64::MAX) * 1000, i128::MIN] {
            let (written, decimal) = (n.unsigned_abs().to_string(), Decimal::of(n));
            let read: String = decimal.all().iter().rev().map(|&d| char::from(b'0' + d)).collect();
            assert_eq!(read, written);
            assert_eq!(decimal.length(), written.trim_end_matches('0').len(), "{n}");
        }
    }

    #[test]
    fn slips_of_the_hand() {
        let d = Decimal::of;
        for (x, y) in [(14, 41), (123, 132), (123, 723), (15_000, 15), (8, 9)] {
            assert!(slip(&d(x), &d(y)), "{x} {y}");
        }
        for (x, y) in [(123, 321), (123, 456), (123, 1234), (0, 12)] {
            assert!(!slip(&d(x), &d(y)), "{x} {y}");
        }
        assert!(swapped(d(14).told(), d(41).told()) && !swapped(d(11).told(), d(11).told()));
        assert!(dropped(d(150).all(), d(50).all()) && dropped(d(12).all(), d(132).all()));
        assert!(!dropped(d(12).all(), d(34).all()) && !dropped(d(12).all(), d(345).all()));
        assert_eq!(spoken_digits("12조4천억"), spoken_digits("1조2400억"));
    }
}
