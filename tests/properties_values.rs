//! What is shown of a value is read again as the same value.

use factdiff::claim::{self, Clock, DateValue, Grain, Hedge, Lexicon, MICRO, Quantity, Unit, Value};
use factdiff::source::{Article, Stamp};
use factdiff::text::Document;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::sync::LazyLock;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::embedded);

/// Every currency with a name.
const CURRENCIES: [&str; 36] = [
    "KRW", "USD", "CNY", "JPY", "EUR", "GBP", "RUB", "VND", "INR", "IDR", "THB", "BRL", "CHF", "MXN", "PHP", "ARS",
    "TRY", "AUD", "CAD", "HKD", "SGD", "TWD", "NZD", "MYR", "SAR", "AED", "KZT", "MNT", "ZAR", "SEK", "NOK", "PLN",
    "UAH", "ILS", "HUF", "CZK",
];

fn read(shown: &str) -> Vec<Value> {
    let mut article = Article::plain("a.md", "한빛일보", &format!("취재 결과 {shown} 알려졌다고 관계자가 말했다."));
    article.published = Some(Stamp { date: date(2024, 7, 30), time: None, offset: None });
    let doc = Document::read(&article);
    claim::extract(&doc, &LEXICON).into_iter().map(|c| c.value).collect()
}

/// Holds that a value is read again from what it is shown as; nothing else is read there.
fn round_trip(value: &Value) -> Result<(), TestCaseError> {
    let shown = value.to_string();
    let got = read(&shown);
    let same = match (value, &got[..]) {
        (Value::Date(a), [Value::Date(b)]) => (a.from, a.to) == (b.from, b.to),
        (a, [b]) => a == b,
        _ => false,
    };
    prop_assert!(same, "{value:?} is shown as `{shown}`, which is read as {got:?}");
    Ok(())
}

/// Numbers of a few digits at some place, as prose states them: 1조3000억, 12.5, 700.
fn quantity(places: std::ops::Range<u32>) -> impl Strategy<Value = Quantity> {
    let hedge = prop_oneof![
        4 => Just(None),
        1 => prop::sample::select(vec![Hedge::About, Hedge::AtLeast, Hedge::AtMost, Hedge::Over, Hedge::Under]).prop_map(Some)
    ];
    (1_i128..100_000, places, 0_i128..3, hedge).prop_map(|(digits, place, wider, hedge)| {
        let step = 10_i128.pow(place);
        // The step is the place of the last digit that is not zero; of decimals, of the last one stated.
        let trailing = (0..6).take_while(|&n| digits % 10_i128.pow(n + 1) == 0).count() as u32;
        let step = if step >= MICRO { step * 10_i128.pow(trailing) } else { step };
        let low = digits * 10_i128.pow(place);
        let high = low + wider * step;
        // A range with a hedge is said in words that no display has.
        let (high, hedge) = if wider > 0 && hedge.is_some() { (low, hedge) } else { (high, hedge) };
        Quantity { low, high, step: last_place(high, step).min(step), hedge }
    })
}

/// Returns the place of the last digit of whole numbers, which the upper end may state more coarsely than the lower.
fn last_place(n: i128, step: i128) -> i128 {
    if step < MICRO || n == 0 {
        return step;
    }
    let mut place = MICRO;
    while n % (place * 10) == 0 {
        place *= 10;
    }
    place
}

fn units() -> impl Strategy<Value = Unit> {
    let spelt = [
        "시간", "분", "개월", "년", "㎡", "㎢", "m", "km", "cm", "㎜", "kg", "g", "t", "평", "마일", "피트", "L", "kW",
        "hPa", "km/h", "m/s", "mph",
    ];
    let unit = |word: &&str| {
        let value = read(&format!("7{word}")).into_iter().next();
        let Some(Value::Measure { unit, .. }) = value else { panic!("7{word} is a measure, not {value:?}") };
        unit
    };
    prop::sample::select(spelt.iter().map(unit).collect::<Vec<_>>())
}

fn days() -> impl Strategy<Value = Date> {
    (1950_i16..2060, 1_i8..=12, 1_i8..=28).prop_map(|(y, m, d)| date(y, m, d))
}

fn dates() -> impl Strategy<Value = DateValue> {
    let part = |from: Date, to: Date, grain| DateValue {
        year: Some(from.year()),
        month: None,
        day: None,
        until: None,
        weekday: None,
        from: Some(from),
        to: Some(to),
        grain,
        relative: false,
    };
    (days(), 0_i64..40, 0..6_u8).prop_map(move |(day, longer, form)| {
        let (first, year) = (day.first_of_month(), day.year());
        let later = day.checked_add(jiff::Span::new().days(longer)).unwrap_or(day);
        let quarter = (day.month() - 1) / 3 * 3 + 1;
        let half = (day.month() - 1) / 6 * 6 + 1;
        match form {
            0 => part(day, day, Grain::Day),
            1 => part(day, later, Grain::Day),
            2 => part(first, first.last_of_month(), Grain::Month),
            3 => part(date(year, 1, 1), date(year, 12, 31), Grain::Year),
            4 => part(date(year, quarter, 1), date(year, quarter + 2, 1).last_of_month(), Grain::Part),
            _ => part(date(year, half, 1), date(year, half + 5, 1).last_of_month(), Grain::Part),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn amounts(amount in quantity(6..18), currency in prop::sample::select(CURRENCIES.to_vec())) {
        round_trip(&Value::Money { amount, currency })?;
    }

    #[test]
    fn counts(amount in quantity(6..14), counter in prop::sample::select(vec!["명", "곳", "건", "개", "가구", "마리"])) {
        round_trip(&Value::Count { amount, counter: counter.to_owned() })?;
    }

    #[test]
    fn shares(amount in quantity(4..7), unit in prop::sample::select(vec!["%", "%p"])) {
        round_trip(&Value::Percent { amount, unit })?;
    }

    #[test]
    fn measures(amount in quantity(5..11), unit in units()) {
        // 2019년 is a year and 1.5년 three halves of one; 10분 and 30시간 are told from the clock by what follows.
        prop_assume!(!(matches!(unit.code, "a") && (amount.high >= 1000 * MICRO)));
        round_trip(&Value::Measure { amount, unit })?;
    }

    #[test]
    fn times(hour in 0_u8..24, minute in prop::option::of(0_u8..60), half_known in any::<bool>(), clock in prop::sample::select(vec![Clock::Unsaid, Clock::Local, Clock::Seoul])) {
        let half_known = half_known || hour == 0 || hour > 12;
        round_trip(&Value::Time { hour, minute, half_known, clock })?;
    }

    #[test]
    fn days_months_and_years(date in dates()) {
        round_trip(&Value::Date(date))?;
    }

    #[test]
    fn ordinals(n in 1_u32..400, of in prop::sample::select(vec!["위", "번째", "회", "조"])) {
        round_trip(&Value::Ordinal { n, of: of.to_owned() })?;
    }
}
