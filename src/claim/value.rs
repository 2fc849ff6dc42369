//! What a claim means: exact numbers with the precision and the hedge they were stated with.

use crate::source::Span;
use jiff::civil::{Date, Weekday};
use std::hash::{Hash, Hasher};

/// What the writer admits about a figure: 약, 여, 이상, 미만 …
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Hedge {
    /// 약, 가량, 안팎, 정도, 쯤, 께, 남짓, 추산: near it, on either side.
    About,
    /// 이상, 최소: it or more.
    AtLeast,
    /// 이하, 최대: it or less.
    AtMost,
    /// 여, 넘는, 초과, 돌파: more than it (`150여 개` is from 151 up to the next step).
    Over,
    /// 미만, 육박, 가까이: less than it.
    Under,
}

/// An exact number in millionths, or a range of them, as finely as it was stated.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Quantity {
    /// The value in millionths; of a range, its lower end.
    pub low: i128,
    /// The value in millionths; of a range, its upper end, else the same as `low`.
    pub high: i128,
    /// The place value, in millionths, of the last digit that was stated: `1조 3000억` is stated to 천억 (10^11) as
    /// spelt with digits before 억 up to their trailing zeros, `2만7천` to 천.
    pub step: i128,
    /// What the writer admits.
    pub hedge: Option<Hedge>,
}

/// One million: a [`Quantity`] counts in millionths.
pub const MICRO: i128 = 1_000_000;

impl Quantity {
    /// Returns the whole number `n`, stated to the unit.
    pub fn whole(n: i128) -> Quantity {
        Quantity { low: n * MICRO, high: n * MICRO, step: MICRO, hedge: None }
    }

    /// Returns whether it is one number and not a range.
    pub fn is_single(self) -> bool {
        self.low == self.high
    }
}

/// How finely a day was said.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Grain {
    /// 5세기, 1990년대.
    Coarse,
    /// 2019년.
    Year,
    /// 상반기, 3분기.
    Part,
    /// 2019년 5월.
    Month,
    /// 29일.
    Day,
}

/// A day, month, year or stretch of days.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct DateValue {
    /// The year as said.
    pub year: Option<i16>,
    /// The month as said.
    pub month: Option<i8>,
    /// The day as said.
    pub day: Option<i8>,
    /// Of a stretch as said (`10∼12일`, `7월 28일부터 8월 1일까지`, `2018∼2020년`), where it ends; else none.
    pub until: Option<Until>,
    /// The weekday as said: `7월 29일(화)`, `지난 금요일`.
    pub weekday: Option<WeekdaySaid>,
    /// The first civil day it covers, where it could be resolved.
    pub from: Option<Date>,
    /// The last civil day it covers.
    pub to: Option<Date>,
    /// How finely it was said.
    pub grain: Grain,
    /// Whether it was said by distance only (이날, 전날, 지난달): no digit of it is in the text.
    pub relative: bool,
}

/// Where a stretch of days ends, as said.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Until {
    /// The year as said.
    pub year: Option<i16>,
    /// The month as said.
    pub month: Option<i8>,
    /// The day as said.
    pub day: Option<i8>,
}

/// A weekday and the place where it stands; two are equal where the weekday is, wherever they stand.
#[derive(Clone, Copy, Debug)]
pub struct WeekdaySaid {
    /// Which.
    pub day: Weekday,
    /// Its syllable, with 요일 where that is said.
    pub span: Span,
}

impl PartialEq for WeekdaySaid {
    fn eq(&self, other: &WeekdaySaid) -> bool {
        self.day == other.day
    }
}

impl Eq for WeekdaySaid {}

impl Hash for WeekdaySaid {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.day.to_monday_zero_offset().hash(state);
    }
}

/// Whose clock a time is told by.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Clock {
    /// Not said.
    Unsaid,
    /// 현지시간.
    Local,
    /// 한국시간.
    Seoul,
}

/// A unit of measure, by what it measures and how many micro-units of the base it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Unit {
    /// The code: SI or UCUM, such as `m`, `m2`, `kg`, `km/h`, `Cel`.
    pub code: &'static str,
    /// What it measures, such as `length`; only units of one dimension are compared.
    pub dimension: &'static str,
    /// How many of the dimension's base units one is, in millionths (km: 1_000 * 10^6 m).
    pub factor: i128,
}

/// The meaning of a claim.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// A person, with what the text says of who they are.
    Person {
        /// The name without role or particle: `오세훈`, `후헝화`, or a surname alone for `오 시장`.
        name: String,
        /// The full name where the article gives it elsewhere: `오세훈` of `오 시장`; of a full name, none.
        full: Option<String>,
        /// The role, such as `서울시장`.
        role: Option<String>,
        /// Where the role stands.
        role_at: Option<Span>,
        /// The affiliation, such as `서울시`.
        affiliation: Option<String>,
        /// Where the affiliation stands.
        affiliation_at: Option<Span>,
        /// The age, of `오세훈(63)`.
        age: Option<u8>,
        /// Where the name stands in other letters, of `후헝화(胡衡华)`: what is between the brackets.
        gloss: Option<Span>,
    },
    /// A place.
    Place(String),
    /// An organisation, facility, product or event.
    Org(String),
    /// A date.
    Date(DateValue),
    /// A clock time.
    Time {
        /// Hour 0 to 24 by the 24-hour clock where the half of the day is known, else as said.
        hour: u8,
        /// Minute, where said.
        minute: Option<u8>,
        /// Whether the half of the day is known (오전, 오후, 새벽, or an hour over 12).
        half_known: bool,
        /// Whose clock.
        clock: Clock,
    },
    /// Money.
    Money {
        /// How much.
        amount: Quantity,
        /// ISO 4217; `XXX` where no currency is said (`673조3000억 규모`).
        currency: &'static str,
    },
    /// People, things, times.
    Count {
        /// How many; of `3박 4일` (counter 박) the nights are the lower end and the days the upper.
        amount: Quantity,
        /// The counter, such as `명`; empty where none stands (`6000여 기업`).
        counter: String,
    },
    /// Two numbers set against each other: `3-1`, `3대 2`, `경쟁률 7.5대 1`.
    Score {
        /// The first.
        left: Quantity,
        /// The second.
        right: Quantity,
    },
    /// A share.
    Percent {
        /// How much, in the unit.
        amount: Quantity,
        /// `%`, `%p` or `bp`; fractions (`3분의 1`, 절반) are in `%`.
        unit: &'static str,
    },
    /// A measure.
    Measure {
        /// How much, in the unit.
        amount: Quantity,
        /// The unit.
        unit: Unit,
    },
    /// A rank, edition or other place in an order.
    Ordinal {
        /// The number.
        n: u32,
        /// What it counts: `회`, `위`, `차`, `대`, `번째`.
        of: String,
    },
    /// An utterance.
    Quote {
        /// The words between the marks.
        words: String,
    },
    /// A direction word, by the name of its pair (`change`, `vote`) and its side.
    Direction {
        /// The word as a dictionary has it.
        word: String,
        /// Which pair of opposites.
        pair: u16,
        /// Which side of it.
        up: bool,
    },
}
