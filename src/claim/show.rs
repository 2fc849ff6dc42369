//! Values as a newsroom would write them: `약 1조3000억원`, `10명~12명`, `120km/h`, `2024년 7월 29일`.
//!
//! What is shown is read again as the same value (`tests/properties_values.rs`), with two exceptions: an amount whose
//! currency the text did not say, and a part of a year that is no half or quarter.

use super::value::{Clock, DateValue, Grain, Hedge, MICRO, Quantity, Value};
use jiff::civil::Date;
use std::fmt::{self, Display, Formatter};

/// What currencies are called (ISO 4217 and the word behind the amount).
const CURRENCIES: [(&str, &str); 37] = [
    ("KRW", "원"),
    ("USD", "달러"),
    ("CNY", "위안"),
    ("JPY", "엔"),
    ("EUR", "유로"),
    ("GBP", "파운드"),
    ("RUB", "루블"),
    ("VND", "베트남 동"),
    ("INR", "루피"),
    ("IDR", "루피아"),
    ("THB", "바트"),
    ("BRL", "헤알"),
    ("CHF", "스위스 프랑"),
    ("MXN", "멕시코 페소"),
    ("PHP", "필리핀 페소"),
    ("ARS", "아르헨티나 페소"),
    ("TRY", "리라"),
    ("AUD", "호주 달러"),
    ("CAD", "캐나다 달러"),
    ("HKD", "홍콩 달러"),
    ("SGD", "싱가포르 달러"),
    ("TWD", "대만 달러"),
    ("NZD", "뉴질랜드 달러"),
    ("MYR", "링깃"),
    ("SAR", "리얄"),
    ("AED", "디르함"),
    ("KZT", "텡게"),
    ("MNT", "투그릭"),
    ("ZAR", "랜드"),
    ("SEK", "크로나"),
    ("NOK", "크로네"),
    ("PLN", "즈워티"),
    ("UAH", "흐리우냐"),
    ("ILS", "셰켈"),
    ("HUF", "포린트"),
    ("CZK", "코루나"),
    ("BDT", "타카"),
];

/// What units are called where their code is not how they are written.
const UNITS: [(&str, &str); 27] = [
    ("s", "초"),
    ("ms", "밀리초"),
    ("min", "분"),
    ("h", "시간"),
    ("d", "일간"),
    ("wk", "주일"),
    ("mo", "개월"),
    ("a", "년"),
    ("m2", "㎡"),
    ("km2", "㎢"),
    ("m3", "㎥"),
    ("[pyeong]", "평"),
    ("[acr_us]", "에이커"),
    ("um", "㎛"),
    ("[ft_i]", "피트"),
    ("[in_i]", "인치"),
    ("[mi_i]", "마일"),
    ("[mi_i]/h", "mph"),
    ("[yd_i]", "야드"),
    ("[nmi_i]", "해리"),
    ("[ly]", "광년"),
    ("[ri]", "리"),
    ("ug", "㎍"),
    ("[lb_av]", "lb"),
    ("Cel", "℃"),
    ("[degF]", "℉"),
    ("cal", "칼로리"),
];

impl Display for Quantity {
    /// Writes the number as Korean prose has it, hedged: `약 1조3000억`, `10~12`.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        hedged(f, *self, |f, micro| number(f, micro, self.step))
    }
}

/// Writes one end or both, with the hedge before or behind.
fn hedged(f: &mut Formatter<'_>, q: Quantity, one: impl Fn(&mut Formatter<'_>, i128) -> fmt::Result) -> fmt::Result {
    if q.hedge == Some(Hedge::About) {
        f.write_str("약 ")?;
    }
    one(f, q.low)?;
    if !q.is_single() {
        f.write_str("~")?;
        one(f, q.high)?;
    }
    f.write_str(match q.hedge {
        None | Some(Hedge::About) => "",
        Some(Hedge::AtLeast) => " 이상",
        Some(Hedge::AtMost) => " 이하",
        Some(Hedge::Over) => " 초과",
        Some(Hedge::Under) => " 미만",
    })
}

/// Writes a number in millionths: in 만, 억 and 조 from 만 on, with decimals down to the step it was stated to.
fn number(f: &mut Formatter<'_>, micro: i128, step: i128) -> fmt::Result {
    if micro < 0 {
        f.write_str("-")?;
    }
    let micro = micro.unsigned_abs();
    let one = MICRO.unsigned_abs();
    let (mut whole, rest) = (micro / one, micro % one);
    if rest == 0 && whole >= 10_000 && step >= MICRO {
        for (scale, word) in [(10_u128.pow(16), "경"), (10_u128.pow(12), "조"), (10_u128.pow(8), "억"), (10_000, "만")]
        {
            if whole >= scale {
                write!(f, "{}{word}", whole / scale)?;
                whole %= scale;
            }
        }
        return if whole > 0 { write!(f, "{whole}") } else { Ok(()) };
    }
    write!(f, "{whole}")?;
    let mut decimals = format!("{rest:06}");
    let stated = (0..=6).find(|&n| step >= MICRO / 10_i128.pow(n)).unwrap_or(6) as usize;
    while decimals.len() > stated && decimals.ends_with('0') {
        decimals.pop();
    }
    if decimals.is_empty() { Ok(()) } else { write!(f, ".{decimals}") }
}

impl Display for DateValue {
    /// Writes the days it means where they are known, else what was said.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (Some(from), Some(to)) = (self.from, self.to) else {
            for (part, unit) in [(self.year.map(i64::from), "년"), (self.month.map(i64::from), "월")] {
                if let Some(n) = part {
                    write!(f, "{n}{unit} ")?;
                }
            }
            return self.day.map_or(Ok(()), |d| write!(f, "{d}일"));
        };
        let months = (i32::from(to.year()) - i32::from(from.year())) * 12 + i32::from(to.month() - from.month()) + 1;
        let whole = from.day() == 1 && to == to.last_of_month();
        match self.grain {
            Grain::Year | Grain::Coarse if months == 12 && whole => write!(f, "{}년", from.year()),
            Grain::Coarse if months == 120 && from.year() % 10 == 0 => write!(f, "{}년대", from.year()),
            Grain::Coarse if months == 1200 && from.year() % 100 == 1 => write!(f, "{}세기", to.year() / 100),
            Grain::Year => write!(f, "{}~{}년", from.year(), to.year()),
            Grain::Month if months == 1 && whole => write!(f, "{}년 {}월", from.year(), from.month()),
            Grain::Part if whole && months == 3 && from.month() % 3 == 1 => {
                write!(f, "{}년 {}분기", from.year(), from.month() / 3 + 1)
            }
            Grain::Part if whole && months == 6 && from.month() % 6 == 1 => {
                write!(f, "{}년 {}", from.year(), if from.month() == 1 { "상반기" } else { "하반기" })
            }
            Grain::Month if whole && from.year() == to.year() => {
                write!(f, "{}년 {}~{}월", from.year(), from.month(), to.month())
            }
            _ if from == to => day(f, from),
            _ => {
                day(f, from)?;
                f.write_str("~")?;
                day(f, to)
            }
        }
    }
}

fn day(f: &mut Formatter<'_>, day: Date) -> fmt::Result {
    write!(f, "{}년 {}월 {}일", day.year(), day.month(), day.day())
}

impl Display for Value {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let known = |table: &[(&'static str, &'static str)], code: &str| {
            table.iter().find(|(c, _)| *c == code).map(|(_, word)| *word)
        };
        match self {
            Value::Person { name, role, .. } => match role {
                Some(role) => write!(f, "{name} {role}"),
                None => f.write_str(name),
            },
            Value::Place(name) | Value::Org(name) => f.write_str(name),
            Value::Date(date) => date.fmt(f),
            Value::Time { hour, minute, half_known, clock } => {
                match (hour, half_known) {
                    (1..=11, true) => f.write_str("오전 ")?,
                    (12, true) => f.write_str("낮 ")?,
                    _ => {}
                }
                write!(f, "{hour}시")?;
                if let Some(minute) = minute {
                    write!(f, " {minute}분")?;
                }
                f.write_str(match clock {
                    Clock::Unsaid => "",
                    Clock::Local => "(현지시간)",
                    Clock::Seoul => "(한국시간)",
                })
            }
            Value::Money { amount, currency } => {
                let word = known(&CURRENCIES, currency).unwrap_or_default();
                let space = if word.contains(' ') { " " } else { "" };
                hedged(f, *amount, |f, n| number(f, n, amount.step).and_then(|()| write!(f, "{space}{word}")))
            }
            // 3박4일 is one range with a word for each end.
            Value::Count { amount, counter } if counter == "박" && !amount.is_single() => {
                number(f, amount.low, amount.step)?;
                f.write_str("박")?;
                number(f, amount.high, amount.step)?;
                f.write_str("일")
            }
            Value::Count { amount, counter } => {
                hedged(f, *amount, |f, n| number(f, n, amount.step).and_then(|()| f.write_str(counter)))
            }
            Value::Score { left, right } => {
                number(f, left.low, left.step)?;
                f.write_str("대")?;
                number(f, right.low, right.step)
            }
            Value::Percent { amount, unit } => {
                let word = if *unit == "%p" { "%포인트" } else { unit };
                hedged(f, *amount, |f, n| number(f, n, amount.step).and_then(|()| f.write_str(word)))
            }
            Value::Measure { amount, unit } if unit.code == "magnitude" => {
                f.write_str("규모 ")?;
                amount.fmt(f)
            }
            Value::Measure { amount, unit } => {
                let word = known(&UNITS, unit.code).unwrap_or(unit.code);
                hedged(f, *amount, |f, n| number(f, n, amount.step).and_then(|()| f.write_str(word)))
            }
            Value::Ordinal { n, of } => match of.as_str() {
                "회" | "차" | "대" | "조" | "기" | "항" | "장" => write!(f, "제{n}{of}"),
                _ => write!(f, "{n}{of}"),
            },
            Value::Quote { words } => write!(f, "“{words}”"),
            Value::Direction { word, .. } => f.write_str(word),
        }
    }
}
