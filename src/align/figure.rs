//! Figures as units of alignment: which of them can be compared at all.

pub use super::digits::{Shape, same_told, shape, spoken_digits, told_digits};

use super::digits::Decimal;
use crate::claim::{Clock, DateValue, Grain, Hedge, MICRO, Quantity, Value};
use crate::text::token::{self, key};

/// What a figure counts; only figures of one class answer the same question.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Class {
    /// Money of any currency.
    Money,
    /// Things of one counter.
    Count(String),
    /// Shares and percentage points.
    Percent,
    /// Measures of one dimension.
    Measure(&'static str),
    /// Days.
    Day,
    /// Months.
    Month,
    /// Years.
    Year,
    /// Clock times.
    Time,
    /// Ordinals of one counter.
    Ordinal(String),
    /// Scores of two sides.
    Score,
    /// The two sides of one pair of opposites.
    Direction(u16),
    /// Places.
    Place,
}

/// Returns the class of a value; none if it is no figure.
pub fn class(value: &Value) -> Option<Class> {
    Some(match value {
        Value::Money { .. } => Class::Money,
        // 30대 is people in their thirties as often as thirty cars.
        Value::Count { counter, amount } if counter == "대" && is_decade(amount) => return None,
        // 교과서 292쪽 is a place in a book more often than how thick it is.
        Value::Count { counter, .. } if counter == "쪽" => return None,
        Value::Count { counter, .. } => Class::Count(counter_class(counter).to_owned()),
        Value::Percent { .. } => Class::Percent,
        Value::Measure { unit, .. } => Class::Measure(unit.dimension),
        Value::Date(d) => match d.grain {
            Grain::Day => Class::Day,
            Grain::Month | Grain::Part => Class::Month,
            Grain::Year | Grain::Coarse => Class::Year,
        },
        Value::Time { .. } => Class::Time,
        Value::Ordinal { of, .. } => Class::Ordinal(of.clone()),
        Value::Score { .. } => Class::Score,
        Value::Direction { pair, .. } => Class::Direction(*pair),
        Value::Place(_) => Class::Place,
        _ => return None,
    })
}

/// Returns whether the number may be an age in tens.
fn is_decade(amount: &Quantity) -> bool {
    amount.is_single() && amount.low % (10 * MICRO) == 0 && (10 * MICRO..=90 * MICRO).contains(&amount.low)
}

/// Returns whether the value is a figure: its tokens are one unit of a row.
pub fn is_figure(value: &Value) -> bool {
    !matches!(
        value,
        Value::Person { .. } | Value::Org(_) | Value::Quote { .. } | Value::Direction { .. } | Value::Place(_)
    )
}

/// Returns the counter that stands for all that count the same: 명, 인 and 사람.
pub fn counter_class(counter: &str) -> &str {
    match counter {
        "명" | "인" | "사람" | "분" => "명",
        "개" | "곳" | "군데" | "개소" => "곳",
        "회" | "번" | "차례" => "회",
        "가구" | "세대" => "가구",
        // 3연승 and 3연패 count one row of matches; which it is is a direction.
        "연승" | "연패" => "연승",
        other => other,
    }
}

/// Returns the keys of a figure as a unit: of its value, and of its class.
pub fn keys(value: &Value) -> (u64, u64) {
    let class = match class(value) {
        Some(Class::Count(counter)) => key(&counter) ^ 1,
        Some(Class::Ordinal(of)) => key(&of) ^ 2,
        Some(Class::Measure(dimension)) => key(dimension) ^ 3,
        Some(Class::Money) => key("원"),
        Some(Class::Percent) => key("%"),
        Some(Class::Day) => key("일"),
        Some(Class::Month) => key("월"),
        Some(Class::Year) => key("년"),
        Some(Class::Time) => key("시"),
        Some(Class::Score) => key("대"),
        // No pair may come out as 0, which is that of places.
        Some(Class::Direction(pair)) => key("방향") ^ (u64::from(pair) + 1),
        Some(Class::Place) | None => 0,
    };
    let number = match value {
        Value::Money { amount, currency } => mixed(key(currency), amount.low),
        Value::Count { amount, .. } => mixed(1, amount.low),
        Value::Percent { amount, unit } => mixed(key(unit), amount.low),
        Value::Measure { amount, unit } => mixed(1, amount.low * unit.factor / MICRO),
        Value::Date(d) => {
            let ends = [d.from, d.to].into_iter().fold(7, |h, end| {
                mixed(h, end.map_or(0, |e| i128::from(e.year()) * 512 + i128::from(e.day_of_year())))
            });
            mixed(ends, d.month.map_or(0, i128::from) * 64 + d.day.map_or(0, i128::from))
        }
        Value::Time { hour, minute, .. } => mixed(1, i128::from(*hour) * 100 + minute.map_or(99, i128::from)),
        Value::Ordinal { n, .. } => mixed(1, i128::from(*n)),
        Value::Score { left, right } => mixed(mixed(1, left.low), right.low),
        _ => 0,
    };
    (class ^ number.rotate_left(17), class)
}

/// Returns a hash that goes on from another with both halves of a number.
fn mixed(hash: u64, n: i128) -> u64 {
    token::mixed(token::mixed(hash, n as u64), (n >> 64) as u64)
}

/// What two figures of one class mean for each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Agreement {
    /// The same.
    Equal,
    /// The same, one said less finely, and it says so (약, 여, 가량) or is a coarser unit of the calendar.
    Rounds,
    /// The same, one said less finely without a word.
    RoundsBare,
    /// Not the same.
    Differs,
}

/// Returns what two figures mean for each other; figures of different classes differ.
pub fn agreement(a: &Value, b: &Value) -> Agreement {
    match (a, b) {
        // An amount whose currency is left out (`673조3000억 규모`) is compared as an amount.
        (Value::Money { amount: x, currency: c }, Value::Money { amount: y, currency: d })
            if c == d || *c == UNSAID || *d == UNSAID =>
        {
            numbers(x, y)
        }
        // 5박 5일 is no 4박 5일: the nights tell.
        (Value::Count { amount: x, counter }, Value::Count { amount: y, .. }) if counter == "박" => {
            if x.low == y.low {
                Agreement::Equal
            } else {
                Agreement::Differs
            }
        }
        (Value::Count { amount: x, .. }, Value::Count { amount: y, .. }) => numbers(x, y),
        (Value::Percent { amount: x, unit: u }, Value::Percent { amount: y, unit: v }) if u == v => numbers(x, y),
        (Value::Measure { amount: x, unit: u }, Value::Measure { amount: y, unit: v })
            if u.dimension == v.dimension =>
        {
            // 20년 and 21년: in seconds neither is round.
            if u.code == v.code {
                return numbers(x, y);
            }
            if u.dimension == "temperature" {
                return temperatures(x, u.code, y);
            }
            let (p, q) = (scaled(x, u.factor), scaled(y, v.factor));
            // 100평 is 330㎡ and 2만7천피트 8200m as far as anybody converts.
            let converted = (p.low - q.low).abs() * 100 <= p.low.abs().max(q.low.abs()) * 3;
            if converted { Agreement::Rounds } else { numbers(&p, &q) }
        }
        (Value::Date(x), Value::Date(y)) => dates(x, y),
        (
            Value::Time { hour: h, minute: m, half_known: hk, clock: c },
            Value::Time { hour: i, minute: n, half_known: ik, clock: d },
        ) => {
            // 현지시간 and 한국시간 cannot be told apart without the place.
            if is_other_clock(a, b) {
                return Agreement::Rounds;
            }
            // Where one says whose clock it is and the other does not, hours apart may be the two clocks; half a day apart is
            // 오전 for 오후.
            if c != d && m.is_some() && m == n && h != i && h.abs_diff(*i) != 12 {
                return Agreement::Rounds;
            }
            let hours = h == i || ((!hk || !ik) && h % 12 == i % 12);
            match (m, n) {
                // 오전 9시쯤 is 8시 53분 told to the hour.
                (None, Some(n)) if comes_to((*i, *n), *h) => Agreement::Rounds,
                (Some(m), None) if comes_to((*h, *m), *i) => Agreement::Rounds,
                _ if !hours => Agreement::Differs,
                // 오전 7시 30분께 is 7시 32분 told roughly.
                (Some(m), Some(n)) if m.abs_diff(*n) <= 3 && (m % 10 == 0) != (n % 10 == 0) => Agreement::RoundsBare,
                (Some(m), Some(n)) if m != n => Agreement::Differs,
                (Some(_), Some(_)) | (None, None) => Agreement::Equal,
                (Some(0), None) | (None, Some(0)) => Agreement::Equal,
                _ => Agreement::Rounds,
            }
        }
        (Value::Ordinal { n, .. }, Value::Ordinal { n: m, .. }) if n == m => Agreement::Equal,
        (Value::Score { left: a, right: b }, Value::Score { left: c, right: d })
            if (a, b) == (c, d) || (a, b) == (d, c) =>
        {
            Agreement::Equal
        }
        // 147.0대 1 and 147대 1.
        (Value::Score { left: a, right: b }, Value::Score { left: c, right: d })
            if (b.low, b.high) == (d.low, d.high) && (a.step < MICRO || c.step < MICRO) =>
        {
            numbers(a, c)
        }
        (Value::Direction { up: a, .. }, Value::Direction { up: b, .. }) if a == b => Agreement::Equal,
        (Value::Place(a), Value::Place(b)) => places(a, b),
        _ => Agreement::Differs,
    }
}

/// Returns whether a time is so shortly before the hour that it is said as that hour.
fn comes_to((hour, minute): (u8, u8), told: u8) -> bool {
    minute >= 50 && (hour + 1) % 12 == told % 12
}

/// Compares a temperature in Celsius and one in Fahrenheit, the first of which has the unit of this code.
fn temperatures(x: &Quantity, code: &str, y: &Quantity) -> Agreement {
    let (celsius, fahrenheit) = if code == "Cel" { (x.low, y.low) } else { (y.low, x.low) };
    let off = (fahrenheit - 32 * MICRO) * 5 / 9 - celsius;
    if off.abs() <= MICRO { Agreement::Rounds } else { Agreement::Differs }
}

/// Returns whether two times are told by two clocks: 현지시간 오후 11시 24분, 한국시간 오후 1시 24분.
pub fn is_other_clock(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Time { clock: c, .. }, Value::Time { clock: d, .. }) => {
            c != d && *c != Clock::Unsaid && *d != Clock::Unsaid
        }
        _ => false,
    }
}

/// ISO 4217's code for no currency: the text does not say which.
const UNSAID: &str = "XXX";

/// Compares two places: one may name the other less fully (`서울`/`서울시`, `충칭`/`충칭시 양강신구`).
fn places(a: &str, b: &str) -> Agreement {
    if a == b {
        Agreement::Equal
    } else if a.starts_with(b) || b.starts_with(a) || a.ends_with(b) || b.ends_with(a) {
        Agreement::Rounds
    } else {
        Agreement::Differs
    }
}

fn scaled(q: &Quantity, factor: i128) -> Quantity {
    let by = |v: i128| v * factor / MICRO;
    Quantity { low: by(q.low), high: by(q.high), step: by(q.step), hedge: q.hedge }
}

/// Compares two numbers no finer than the coarser one was said.
fn numbers(x: &Quantity, y: &Quantity) -> Agreement {
    // 배추(-14.6%) and 배추는 14.6% 내렸다.
    let (x, y) = if (x.low < 0) == (y.low < 0) { (*x, *y) } else { (magnitude(x), magnitude(y)) };
    let (x, y) = (&x, &y);
    if (x.low, x.high) == (y.low, y.high) {
        return Agreement::Equal;
    }
    match (within(x, y), within(y, x)) {
        (true, _) if x.hedge.is_some() || !x.is_single() => Agreement::Rounds,
        (_, true) if y.hedge.is_some() || !y.is_single() => Agreement::Rounds,
        (false, false) => Agreement::Differs,
        _ => Agreement::RoundsBare,
    }
}

/// Returns a number without its sign.
fn magnitude(q: &Quantity) -> Quantity {
    let (a, b) = (q.low.abs(), q.high.abs());
    Quantity { low: a.min(b), high: a.max(b), ..*q }
}

/// Returns whether `fine` is what `coarse` says less finely.
fn within(coarse: &Quantity, fine: &Quantity) -> bool {
    if coarse.step < fine.step && coarse.is_single() {
        return false;
    }
    let step = coarse.step;
    let (low, high) = match coarse.hedge {
        _ if !coarse.is_single() => (coarse.low, coarse.high),
        Some(Hedge::About) => {
            // 약 2조원 is 1조5000억 to 2조5000억, 약 1조8147억 still some hundreds of 억 either way.
            let near = (step / 2).max(step.min(coarse.low.abs() / 20));
            (coarse.low - near, coarse.high + near)
        }
        Some(Hedge::AtLeast | Hedge::Over) => (coarse.low, coarse.high + step),
        Some(Hedge::AtMost) => (coarse.low - step, coarse.high),
        // 20m 가까이 is no 16m.
        Some(Hedge::Under) => (coarse.low - step.min(coarse.low.abs() / 6), coarse.high),
        None if rounds_bare(coarse, fine) => (coarse.low - step / 2, coarse.high + step - 1),
        None => (coarse.low, coarse.high),
    };
    low <= fine.low && fine.high <= high
}

/// Returns whether a number without a hedge may be a finer one said roughly: `1조8000억` for `1조8147억`, `614억` for
/// `613억8000만`, `87억` for `87억2000만`, `41%` for `40.7%`; of three digits also one cut off: `214억` for `214억6000만`.
/// Of one digit it is another: `1000억` is not `1050억`.
fn rounds_bare(coarse: &Quantity, fine: &Quantity) -> bool {
    let off = (fine.low - coarse.low).abs();
    // Most numbers are further apart than any rounding puts them.
    if off >= coarse.step.max(1) && off * 50 > coarse.low.abs() {
        return false;
    }
    let few = Decimal::of(coarse.low).length();
    let more = Decimal::of(fine.low).length().saturating_sub(few);
    let percent = |limit: i128| off * 1000 <= coarse.low.abs() * limit;
    let decimals = coarse.step <= MICRO && fine.step < coarse.step && off * 2 <= coarse.step;
    let cut = off * 2 <= coarse.step || (few >= 3 && fine.low > coarse.low && off < coarse.step);
    decimals || (more >= 2 && percent(20)) || (more == 1 && (percent(2) || (few >= 2 && cut)))
}

fn dates(x: &DateValue, y: &DateValue) -> Agreement {
    let stretches = matches!((x.until, y.until), (Some(a), Some(b)) if a.day != b.day);
    let years = matches!((x.year, y.year), (Some(a), Some(b)) if a != b);
    // 28일 of an article whose day of publication is wrong is still the other's 28일; 이날 names no day to differ in.
    if !stretches
        && !years
        && x.day.is_some()
        && x.day == y.day
        && (x.month == y.month || ((x.month.is_none() || y.month.is_none()) && !are_far(x, y)))
    {
        return Agreement::Equal;
    }
    // 1∼10월, and 10월까지 of what began with the year.
    let end = |d: &DateValue| d.until.map_or(d.month, |u| u.month);
    if x.day.is_none() && y.day.is_none() && x.until.is_some() != y.until.is_some() && end(x) == end(y) {
        return Agreement::Rounds;
    }
    // 6월 of a year told before, and 2023년 6월.
    if x.day.is_none()
        && y.day.is_none()
        && x.month.is_some()
        && x.month == y.month
        && (x.year.is_none() || y.year.is_none())
    {
        return Agreement::Equal;
    }
    match ((x.from, x.to), (y.from, y.to)) {
        ((Some(a), Some(b)), (Some(c), Some(d))) => {
            // 15∼19일 and 15∼21일 are no two ways to say one stretch.
            let other_end = stretches && (a == c) != (b == d);
            if (a, b) == (c, d) {
                Agreement::Equal
            } else if other_end {
                Agreement::Differs
            } else if (a <= c && d <= b) || (c <= a && b <= d) {
                Agreement::Rounds
            } else {
                Agreement::Differs
            }
        }
        // What cannot be resolved is compared by what was said.
        _ if (x.month, x.day) == (y.month, y.day) && (x.year == y.year || x.year.is_none() || y.year.is_none()) => {
            Agreement::Equal
        }
        _ if x.relative || y.relative || x.day.is_none() || y.day.is_none() => Agreement::Rounds,
        _ => Agreement::Differs,
    }
}

/// Returns whether two days lie more than two months apart: 5일 of an article of April is not 내년 9월 5일.
fn are_far(x: &DateValue, y: &DateValue) -> bool {
    x.from.zip(y.from).is_some_and(|(a, b)| (a - b).get_days().abs() > 62)
}

/// Returns whether a value says a figure of its own that can differ: not 이날 and 전날, which say a distance, and not 올해; nor
/// 7시 60분, which nobody can mean.
pub fn is_stated(value: &Value) -> bool {
    !matches!(value, Value::Date(d) if d.relative) && !matches!(value, Value::Time { minute: Some(60..), .. })
}

/// Returns the number of a value; of a clock time 930 for half past nine, of a date its day, month or year.
pub(super) fn number(value: &Value) -> Option<Quantity> {
    match value {
        Value::Money { amount, .. } | Value::Count { amount, .. } | Value::Percent { amount, .. } => Some(*amount),
        Value::Measure { amount, unit } => Some(scaled(amount, unit.factor)),
        Value::Ordinal { n, .. } => Some(Quantity::whole(i128::from(*n))),
        Value::Date(d) => {
            let year = d.year.filter(|_| d.day.is_none() && d.month.is_none()).map(i128::from);
            d.day.or(d.month).map(i128::from).or(year).map(Quantity::whole)
        }
        Value::Time { hour, minute, .. } => {
            Some(Quantity::whole(i128::from(*hour) * 100 + i128::from(minute.unwrap_or(0))))
        }
        _ => None,
    }
}

/// Returns whether one of two numbers is the other rounded as one rounds, to three digits or more: 549억 for
/// 548억9000만, 425조6천억 for 425조6455억. Of four digits nobody drops the fifth alone.
pub fn rounds_finely(a: &Value, b: &Value) -> bool {
    let (Some(x), Some(y)) = (number(a), number(b)) else { return false };
    let (coarse, fine) = if x.step >= y.step { (x, y) } else { (y, x) };
    let (few, many) = (Decimal::of(coarse.low).length(), Decimal::of(fine.low).length());
    (coarse.low - fine.low).abs() * 2 <= coarse.step && (few == 3 || (few > 3 && many >= few + 2))
}

/// Returns whether two figures that are not equal are hedged in the same way: 39억 달러 이상 and 30억 달러 이상; or are two
/// stretches of days with one end in common.
pub fn hedged_alike(a: &Value, b: &Value) -> bool {
    if let (Value::Date(x), Value::Date(y)) = (a, b) {
        let stretch = |d: &DateValue| d.day.is_some() && d.from != d.to;
        return stretch(x) && stretch(y) && (x.from == y.from) != (x.to == y.to);
    }
    match (number(a), number(b)) {
        (Some(x), Some(y)) => {
            x.hedge.is_some() && x.hedge == y.hedge && x.is_single() && y.is_single() && x.low != y.low
        }
        _ => false,
    }
}

/// Returns how large a figure is, in millionths of its base unit.
pub fn size(value: &Value) -> Option<i128> {
    number(value).map(|n| n.low)
}

/// Returns the whole factor that leads from one number to the other, where there is one.
pub fn factor(a: &Value, b: &Value) -> Option<u32> {
    let (x, y) = (number(a)?.low, number(b)?.low);
    let (small, large) = (x.min(y), x.max(y));
    (small > 0 && large % small == 0).then(|| u32::try_from(large / small).ok()).flatten()
}

/// Returns whether the two are amounts in different units: of different currencies, 달러 and 원.
pub fn other_unit(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Money { amount: x, currency: c }, Value::Money { amount: y, currency: d }) => c != d && x.low != y.low,
        _ => false,
    }
}

/// Returns whether two amounts are the same number of different units of one kind, and how telling that number is: 1 for two
/// digits and more that are not zeros (17m and 17㎞, 4억6천만원 and 4억6천만 달러), 0.5 for round ones (500m and 500㎞), 0
/// where neither is so.
pub fn unit_slip(a: &Value, b: &Value) -> f32 {
    let (x, y) = match (a, b) {
        (Value::Money { amount: x, currency: c }, Value::Money { amount: y, currency: d })
            if c != d && *c != UNSAID && *d != UNSAID =>
        {
            (x, y)
        }
        (Value::Measure { amount: x, unit: u }, Value::Measure { amount: y, unit: v })
            if u.code != v.code && u.dimension == v.dimension && u.dimension != "time" =>
        {
            (x, y)
        }
        _ => return 0.0,
    };
    if !x.is_single() || x.low.abs() != y.low.abs() || x.low.abs() < 2 * MICRO && x.low % MICRO == 0 {
        return 0.0;
    }
    if Decimal::of(x.low).length() >= 2 { 1.0 } else { 0.5 }
}

/// Returns whether one is a share and the other a difference of shares, in numbers that no slip of the unit explains:
/// 1.9% and 0.2%포인트.
pub fn is_share_and_change(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Percent { amount: x, unit: u }, Value::Percent { amount: y, unit: v }) => u != v && x.low != y.low,
        _ => false,
    }
}

/// Returns whether the first is in percentage points and the second the same number in percent.
pub fn is_point_for_percent(first: &Value, second: &Value) -> bool {
    match (first, second) {
        (Value::Percent { amount: x, unit: u }, Value::Percent { amount: y, unit: v }) => {
            *u == "%p" && *v == "%" && x.low == y.low
        }
        _ => false,
    }
}
