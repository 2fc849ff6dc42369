//! Numbers as Korean text spells them: `1조 9,800억`, `2만7천`, `천이백`, `스물두`, `서너`, `2천여`, `20여만`.
//!
//! A numeral is read where the caller stands and says nothing about what is counted; that is for the recognisers.
//! Vague ones (수십, 몇, 십수) are none.

mod spoken;

/// One million: numerals count in millionths.
const MICRO: i128 = 1_000_000;

/// What a numeral is spelt with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// Digits, with or without 만, 억, 조 and 십, 백, 천 behind: `3만5천`.
    Digits,
    /// Sino-Korean words: 천이백, 삼십오만.
    Sino,
    /// Native words: 하나, 두, 열한, 스무.
    Native,
}

/// A number that was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Numeral {
    /// The byte after it.
    pub end: usize,
    /// Its value in millionths, or the lower end of 서너.
    pub low: i128,
    /// The upper end of 서너 (four), else `low`.
    pub high: i128,
    /// The place value in millionths of its last digit that is not zero, or of its last decimal.
    pub step: i128,
    /// Whether 여 stands in it (`20여만`) or ends it (`150여`).
    pub over: bool,
    /// What it is spelt with.
    pub form: Form,
    /// Whether 만, 억 or 조, or commas between thousands, show that it is an amount and not a name (`2018`).
    pub grouped: bool,
    /// How many syllables or digits its first part has.
    pub length: u8,
}

impl Numeral {
    /// Returns the value where it is one whole number.
    pub fn integer(&self) -> Option<i128> {
        (self.low == self.high && self.low % MICRO == 0).then_some(self.low / MICRO)
    }
}

/// Returns whether a number by word may begin with the syllable: most words begin otherwise.
pub fn may_begin(c: char) -> bool {
    begins_native(c) || begins_sino(c)
}

/// Returns the number that begins at byte `at` of the text, reading no further than `end`.
pub fn read(text: &str, at: usize, end: usize) -> Option<Numeral> {
    let first = text.as_bytes().get(at).filter(|_| at < end)?;
    if first.is_ascii_digit() {
        mixed(&text[..end], at)
    } else if *first >= 0xe0 {
        let text = &text[..end];
        // Most words end here: few syllables begin a number.
        match char_at(text, at)? {
            '천' | '백' | '만' if implied_one(text, at).is_some() => mixed(text, at),
            c if begins_native(c) => native(text, at).or_else(|| sino(text, at)),
            c if begins_sino(c) => spoken::read(text, at),
            _ => None,
        }
    } else {
        None
    }
}

/// Returns the bare digits at `at` (no 만, no 천): value, step and end; `9,800`, `2.50`.
pub fn digits(text: &str, at: usize) -> Option<Digits> {
    let b = text.as_bytes();
    let is_digit = |i: usize| b.get(i).is_some_and(u8::is_ascii_digit);
    let (mut i, mut value, mut trailing, mut count) = (at, 0_i128, 1_i128, 0_u8);
    let mut grouped = false;
    loop {
        if is_digit(i) {
            let d = i128::from(b[i] - b'0');
            value = value * 10 + d;
            trailing = if d == 0 && value > 0 { trailing * 10 } else { 1 };
            count += 1;
            if count > 24 {
                return None;
            }
            i += 1;
        } else if b.get(i) == Some(&b',')
            && (grouped || count <= 3)
            && is_digit(i + 1)
            && is_digit(i + 2)
            && is_digit(i + 3)
            && !is_digit(i + 4)
        {
            grouped = true;
            i += 1;
        } else {
            break;
        }
    }
    if count == 0 {
        return None;
    }
    let (mut value, mut step) = (value * MICRO, trailing * MICRO);
    let mut decimal = false;
    if b.get(i) == Some(&b'.') && is_digit(i + 1) {
        let mut place = MICRO;
        let mut j = i + 1;
        while is_digit(j) {
            place /= 10;
            value += i128::from(b[j] - b'0') * place;
            j += 1;
        }
        // `2024.7.30` is no decimal, and beyond six places nothing is measured.
        if place > 0 && !(b.get(j) == Some(&b'.') && is_digit(j + 1)) {
            (step, i, decimal) = (place, j, true);
        } else {
            value = value / MICRO * MICRO;
        }
    }
    Some(Digits { value, step, end: i, count, grouped, decimal })
}

/// Bare digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Digits {
    /// The value in millionths.
    pub value: i128,
    /// The place value in millionths of the last digit that is not zero, or of the last decimal.
    pub step: i128,
    /// The byte after them.
    pub end: usize,
    /// How many digits stand before the decimal point.
    pub count: u8,
    /// Whether commas part the thousands.
    pub grouped: bool,
    /// Whether there are decimals.
    pub decimal: bool,
}

fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..).and_then(|rest| rest.chars().next())
}

fn small_scale(c: char) -> Option<i128> {
    match c {
        '십' => Some(10),
        '백' => Some(100),
        '천' => Some(1000),
        _ => None,
    }
}

fn big_scale(c: char) -> Option<i128> {
    match c {
        '만' => Some(10_000),
        '억' => Some(100_000_000),
        '조' => Some(1_000_000_000_000),
        '경' => Some(10_000_000_000_000_000),
        _ => None,
    }
}

fn sino_digit(c: char) -> Option<i128> {
    Some(match c {
        '일' => 1,
        '이' => 2,
        '삼' => 3,
        '사' => 4,
        '오' => 5,
        '육' | '륙' => 6,
        '칠' => 7,
        '팔' => 8,
        '구' => 9,
        _ => return None,
    })
}

/// A part of a numeral up to its 만, 억 or 조.
struct Section {
    value: i128,
    step: i128,
    scale: i128,
    end: usize,
    over: bool,
}

/// Returns the one that nobody writes before 천, 백 or 만 where digits go on: `천 4백만`, `천500`, `만 6천`; but `만 19세` is
/// an age.
fn implied_one(text: &str, at: usize) -> Option<Digits> {
    let lead = char_at(text, at).filter(|c| matches!(c, '천' | '백' | '만'))?;
    let one = Digits { value: MICRO, step: MICRO, end: at, count: 1, grouped: false, decimal: false };
    // 만 천 가구
    if lead == '만' && text[at + 3..].strip_prefix(" 천").is_some() && bare_scale(text, at + 4) {
        return Some(one);
    }
    let next = digits(text, after_space(text, at + 3)).filter(|d| !d.decimal && !d.grouped)?;
    let below = |s: i128| small_scale(lead).is_none_or(|l| s < l);
    let goes_on = match char_at(text, next.end) {
        Some('만' | '억') => lead != '만',
        Some(scale) if small_scale(scale).is_some_and(below) => true,
        // 천500명, but not 천 500명.
        _ => lead != '만' && next.count >= 2 && below(next.value / MICRO) && !text[at + 3..].starts_with(' '),
    };
    goes_on.then_some(one)
}

/// What may follow 천 or 백 that ends a number, or its 만 or 억: what is counted.
const COUNTED: [char; 17] =
    ['명', '원', '달', '여', '건', '표', '가', '개', '곳', '대', '톤', '마', '채', '점', '권', '석', '세'];

/// Returns whether 천 or 백 stands at `at` without a digit before it and ends a number: 천 of `2만 천 명`, 천만 of `2억 천만 원`,
/// not that of 천사.
fn bare_scale(text: &str, at: usize) -> bool {
    let Some('천' | '백') = char_at(text, at) else { return false };
    let rest = &text[at + 3..];
    let rest = rest.strip_prefix(['만', '억']).unwrap_or(rest);
    rest.is_empty() || rest.starts_with(' ') || rest.starts_with(COUNTED)
}

fn after_space(text: &str, at: usize) -> usize {
    at + usize::from(text[at..].starts_with(' '))
}

/// Returns the digits that go on behind 천 or 백 after a space: `7천 5백만`, `4천 820만`, `2천 345 달러`.
fn spaced(text: &str, at: usize, limit: i128) -> Option<Digits> {
    text[at..].strip_prefix(' ')?;
    let next = digits(text, at + 1).filter(|d| d.value < limit * MICRO && !d.decimal && !d.grouped)?;
    let after = char_at(text, next.end)?;
    let scale = small_scale(after).is_some_and(|s| s < limit) || matches!(after, '만' | '억');
    let money = ["달러", " 달러", "원", " 원"].iter().any(|w| text[next.end..].starts_with(w));
    (scale || money).then_some(next)
}

/// Reads `9,800억`, `2천5백만`, `5000`, `3천여`, `20여만`, `50 만` at `at`; behind 만, 억 or 조 also `천` and `천만` alone.
fn section(text: &str, at: usize, behind: bool) -> Option<Section> {
    let one = Digits { value: MICRO, step: MICRO, end: at, count: 1, grouped: false, decimal: false };
    let first = digits(text, at)
        .or_else(|| implied_one(text, at))
        .or_else(|| (behind && bare_scale(text, at)).then_some(one))?;
    let (mut value, mut step, mut i) = (0, 0, at);
    let mut pending = Some(first);
    let mut limit = i128::MAX;
    let mut over = false;
    while let Some(d) = pending.take() {
        i = d.end;
        match char_at(text, i).and_then(small_scale) {
            Some(scale) if scale < limit => {
                value += d.value * scale;
                step = d.step * scale;
                i += 3;
                limit = scale;
                pending = digits(text, i)
                    .filter(|next| next.value < scale * MICRO && !next.decimal || is_overfull(next, scale))
                    .or_else(|| spaced(text, i, scale));
            }
            _ => {
                value += d.value;
                step = d.step;
            }
        }
    }
    if text[i..].starts_with('여') {
        over = true;
        i += 3;
    }
    let mut scale = 1;
    if [" 만 ", " 억 ", " 만명", " 만원", " 억원"].iter().any(|w| text[i..].starts_with(w)) {
        i += 1;
    }
    if let Some(s) = char_at(text, i).and_then(big_scale) {
        // `3조` of a relay or of the law is told apart by the caller; 경 as in `5시경` and `10경기` is not a scale.
        if s <= 1_000_000_000_000 || text[i + 3..].starts_with([' ', '원', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
        {
            scale = s;
            i += 3;
        }
    }
    if scale > 1 && text[i..].starts_with('여') {
        over = true;
        i += 3;
    }
    Some(Section { value: value * scale, step: step * scale, scale, end: i, over })
}

/// Returns whether four digits stand where 천 leaves place for three: `3천1256`, which is one number, if a broken one.
fn is_overfull(digits: &Digits, scale: i128) -> bool {
    scale == 1000 && digits.count == 4 && !digits.decimal && !digits.grouped
}

/// Words that follow a number of their own: after `4만` in `4만 2019년` a new number begins.
const NOT_REST: [char; 10] = ['년', '월', '일', '시', '%', '위', '호', '차', '세', '살'];

fn mixed(text: &str, at: usize) -> Option<Numeral> {
    let lead = digits(text, at).or_else(|| implied_one(text, at))?;
    let first = section(text, at, false)?;
    let (mut value, mut step, mut end, mut over) = (first.value, first.step, first.end, first.over);
    let mut scale = first.scale;
    while scale > 1 && !over {
        let spaced = text[end..].starts_with(' ');
        let next = end + usize::from(spaced);
        let Some(part) = section(text, next, true) else { break };
        // 1조 14304억 is one number, if a broken one.
        let overfull = part.scale * 10_000 == scale && digits(text, next).is_some_and(|d| d.count == 5 && !d.grouped);
        if (part.value >= scale * MICRO && !overfull) || part.scale >= scale || part.value == 0 {
            break;
        }
        if spaced && part.scale == 1 {
            let after = char_at(text, part.end);
            let fits = scale == 10_000 || matches!(char_at(text, after_space(text, part.end)), Some('원' | '달'));
            if !fits || after.is_some_and(|c| NOT_REST.contains(&c)) {
                break;
            }
        }
        value += part.value;
        (step, end, over, scale) = (part.step, part.end, part.over, part.scale);
    }
    Some(Numeral {
        end,
        low: value,
        high: value,
        step,
        over,
        form: Form::Digits,
        grouped: first.scale > 1 || lead.grouped,
        length: lead.count,
    })
}

fn sino(text: &str, at: usize) -> Option<Numeral> {
    let (mut total, mut part, mut i) = (0_i128, 0_i128, at);
    let (mut last_small, mut last_big) = (i128::MAX, i128::MAX);
    let mut step = MICRO;
    let mut syllables = 0_u8;
    let mut over = false;
    while let Some(c) = char_at(text, i) {
        if let Some(big) = big_scale(c).filter(|b| *b < last_big && *b <= 1_000_000_000_000) {
            total += part.max(1) * big;
            (part, last_small, last_big, step) = (0, i128::MAX, big, step.max(MICRO) * big);
            i += 3;
            syllables += 1;
            // 일조 구천팔백억
            if text[i..].starts_with(' ')
                && sino(text, i + 1).is_some_and(|n| n.low < big * MICRO && n.length > 1 && n.low >= 10_000 * MICRO)
            {
                i += 1;
            }
            continue;
        }
        if let Some(small) = small_scale(c).filter(|s| *s < last_small) {
            part += small;
            (last_small, step) = (small, small * MICRO);
            i += 3;
            syllables += 1;
            continue;
        }
        let Some(digit) = sino_digit(c) else { break };
        match char_at(text, i + 3) {
            Some(next) if small_scale(next).is_some_and(|s| s < last_small) => {
                let small = small_scale(next).unwrap_or(1);
                part += digit * small;
                (last_small, step) = (small, small * MICRO);
                i += 6;
                syllables += 2;
            }
            Some(next) if last_small > 1 && big_scale(next).is_some_and(|b| b < last_big) => {
                part += digit;
                (last_small, step) = (1, MICRO);
                i += 3;
                syllables += 1;
            }
            // The ones: 이십사, 백삼; 백만이 and 천일 are more likely a particle or a day.
            _ if last_small == 10 || (last_small < i128::MAX && digit > 2) => {
                part += digit;
                step = MICRO;
                i += 3;
                syllables += 1;
                break;
            }
            _ => break,
        }
    }
    if syllables == 0 || char_at(text, i) == Some('수') {
        return None;
    }
    if text[i..].starts_with('여') {
        over = true;
        i += 3;
        if let Some(big) = char_at(text, i).and_then(big_scale).filter(|b| *b < last_big) {
            total += part.max(1) * big;
            step *= big;
            part = 0;
            last_big = big;
            i += 3;
        }
    }
    let value = (total + part) * MICRO;
    Some(Numeral {
        end: i,
        low: value,
        high: value,
        step,
        over,
        form: Form::Sino,
        grouped: last_big < i128::MAX,
        length: syllables,
    })
}

/// Native tens, with the value; ones may follow.
const TENS: [(&str, i128); 9] = [
    ("열", 10),
    ("스물", 20),
    ("서른", 30),
    ("마흔", 40),
    ("쉰", 50),
    ("예순", 60),
    ("일흔", 70),
    ("여든", 80),
    ("아흔", 90),
];

/// Native ones; longer before shorter.
const ONES: [(&str, i128, i128); 28] = [
    ("일고여덟", 7, 8),
    ("두서너", 2, 4),
    ("대여섯", 5, 6),
    ("예닐곱", 6, 7),
    ("하나", 1, 1),
    ("한두", 1, 2),
    ("두세", 2, 3),
    ("서너", 3, 4),
    ("너댓", 4, 5),
    ("네댓", 4, 5),
    ("다섯", 5, 5),
    ("여섯", 6, 6),
    ("일곱", 7, 7),
    ("여덟", 8, 8),
    ("아홉", 9, 9),
    ("한", 1, 1),
    ("두", 2, 2),
    ("둘", 2, 2),
    ("세", 3, 3),
    ("셋", 3, 3),
    ("석", 3, 3),
    ("네", 4, 4),
    ("넷", 4, 4),
    ("넉", 4, 4),
    ("닷", 5, 5),
    ("엿", 6, 6),
    ("첫", 1, 1),
    ("스무", 20, 20),
];

/// Returns whether the syllable begins one of [`TENS`] or [`ONES`].
fn begins_native(c: char) -> bool {
    matches!(
        c,
        '일' | '두'
            | '대'
            | '예'
            | '하'
            | '한'
            | '서'
            | '너'
            | '네'
            | '다'
            | '여'
            | '아'
            | '둘'
            | '세'
            | '셋'
            | '석'
            | '넷'
            | '넉'
            | '닷'
            | '엿'
            | '첫'
            | '스'
            | '열'
            | '마'
            | '쉰'
    )
}

/// Returns whether the syllable begins a Sino-Korean numeral.
fn begins_sino(c: char) -> bool {
    sino_digit(c).is_some() || small_scale(c).is_some() || big_scale(c).is_some()
}

/// Returns whether the text begins with the word; the last byte of its first syllable tells most words apart.
fn begins(rest: &str, word: &str) -> bool {
    rest.as_bytes().get(2) == word.as_bytes().get(2) && rest.starts_with(word)
}

fn native(text: &str, at: usize) -> Option<Numeral> {
    let rest = &text[at..];
    let ten = TENS.iter().find(|(word, _)| begins(rest, word));
    let (base, from) = ten.map_or((0, 0), |(word, n)| (*n, word.len()));
    let one = ONES.iter().find(|(word, low, _)| begins(&rest[from..], word) && (base == 0 || *low < 10));
    let (low, high, mut end) = match one {
        Some((word, low, high)) => (base + low, base + high, from + word.len()),
        None if base > 0 => (base, base, from),
        None => return None,
    };
    let over = rest[end..].starts_with('여') && !rest[end..].starts_with("여섯") && !rest[end..].starts_with("여덟");
    if over {
        end += 3;
    }
    Some(Numeral {
        end: at + end,
        low: low * MICRO,
        high: high * MICRO,
        step: if one.is_none() { 10 * MICRO } else { MICRO },
        over,
        form: Form::Native,
        grouped: false,
        length: rest[..end].chars().count() as u8,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, value: i128, step: i128, rest: &str) {
        let n = read(text, 0, text.len()).unwrap_or_else(|| panic!("{text} is a number"));
        assert_eq!((n.low / MICRO, n.step / MICRO, &text[n.end..]), (value, step, rest), "{text}");
    }

    #[test]
    fn numbers() {
        check("1조 9,800억 원", 1_980_000_000_000, 10_000_000_000, " 원");
        check("1조9800억원", 1_980_000_000_000, 10_000_000_000, "원");
        check("19,800억원", 1_980_000_000_000, 10_000_000_000, "원");
        check("1조 3000억원", 1_300_000_000_000, 100_000_000_000, "원");
        check("2735만원", 27_350_000, 10_000, "원");
        check("이천칠백삼십오만원", 27_350_000, 10_000, "원");
        check("1.5만명", 15_000, 1_000, "명");
        check("4만 5000명", 45_000, 1_000, "명");
        check("4만 2019년", 40_000, 10_000, " 2019년");
        check("2만7천피트", 27_000, 1_000, "피트");
        check("1억2천만원", 120_000_000, 10_000_000, "원");
        check("25억3000달러", 2_500_003_000, 1_000, "달러");
        check("20여만명", 200_000, 100_000, "명");
        check("천이백명", 1_200, 100, "명");
        check("백팔십삼 명", 183, 1, " 명");
        check("오백마흔 곳", 540, 10, " 곳");
        check("천이백스물두 명", 1_222, 1, " 명");
        check("십이월", 12, 1, "월");
        check("스물두 명", 22, 1, " 명");
        check("스무 살", 20, 1, " 살");
        check("열한 번", 11, 1, " 번");
        check("서른여섯 명", 36, 1, " 명");
        check("백만이 모였다", 1_000_000, 1_000_000, "이 모였다");
        check("일조 구천팔백억원", 1_980_000_000_000, 10_000_000_000, "원");
        check("2024.7.30", 2024, 1, ".7.30");
        check("7천 5백만 달러", 75_000_000, 1_000_000, " 달러");
        check("4천 820만 달러", 48_200_000, 100_000, " 달러");
        check("2억 4천 7백만 달러", 247_000_000, 1_000_000, " 달러");
        check("1천 1백 70만 달러", 11_700_000, 100_000, " 달러");
        check("1만 2천 345 달러", 12_345, 1, " 달러");
        check("천 4백만 달러", 14_000_000, 1_000_000, " 달러");
        check("만 6천 톤", 16_000, 1_000, " 톤");
        check("천500명", 1_500, 100, "명");
        check("50 만 배럴", 500_000, 100_000, " 배럴");
        check("2천 20년", 2_000, 1_000, " 20년");
        check("3천 명", 3_000, 1_000, " 명");
        check("2만 천 명", 21_000, 1_000, " 명");
        check("2,804만 천 명", 28_041_000, 1_000, " 명");
        check("2억 천만 원", 210_000_000, 10_000_000, " 원");
        check("3조 천억원", 3_100_000_000_000, 100_000_000_000, "원");
        check("만 천 가구", 11_000, 1_000, " 가구");
        check("3만 천사", 30_000, 10_000, " 천사");
        check("10만 백신", 100_000, 100_000, " 백신");
        check("4억 2천 달러", 400_002_000, 1_000, " 달러");
        check("2만5천1274명", 26_274, 1, "명");
        check("1조 14304억 원", 2_430_400_000_000, 100_000_000, " 원");
    }

    #[test]
    fn vague_ones_are_no_numbers() {
        for text in ["수십 명", "몇 명", "십수 명", "나무"] {
            assert_eq!(read(text, 0, text.len()), None, "{text}");
        }
    }
}
