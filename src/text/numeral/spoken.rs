//! Sino-Korean numbers as broadcasters spell them: 오백마흔, 십팔 점 사, 삼 위.

use super::{Form, MICRO, Numeral, TENS, char_at, native, sino, sino_digit};

/// Units that are measured finely enough for decimals.
const FINE: [&str; 10] = ["도", "퍼센트", "포인트", "킬로", "미터", "밀리", "센티", "초", "배", "톤"];

/// Particles behind a rank; `이 위에` is above this.
const RANKED: [&str; 6] = ["까지", "로", "를", "에 ", "가 ", "였"];

/// Returns the number that begins at byte `at`, with the native tens or the decimals said behind it.
pub(super) fn read(text: &str, at: usize) -> Option<Numeral> {
    let whole = sino(text, at).or_else(|| lone(text, at))?;
    let number = with_decimals(text, with_native(text, whole));
    // One digit alone begins most words.
    let ranked = || {
        let behind = text[number.end..].strip_prefix(" 위");
        number.low > 2 * MICRO && behind.is_some_and(|b| RANKED.iter().any(|r| b.starts_with(r)))
    };
    (number.length > 1 || sino(text, at).is_some() || ranked()).then_some(number)
}

/// Returns the number of one digit.
fn lone(text: &str, at: usize) -> Option<Numeral> {
    let digit = char_at(text, at).and_then(sino_digit)? * MICRO;
    let end = at + "일".len();
    Some(Numeral {
        end,
        low: digit,
        high: digit,
        step: MICRO,
        over: false,
        form: Form::Sino,
        grouped: false,
        length: 1,
    })
}

/// Returns a number of whole hundreds with the native tens that may be said behind it: 오백마흔, 천이백스물두.
fn with_native(text: &str, hundreds: Numeral) -> Numeral {
    let tens = TENS.iter().any(|(word, _)| text[hundreds.end..].starts_with(word));
    if !tens || hundreds.over || hundreds.step < 100 * MICRO {
        return hundreds;
    }
    native(text, hundreds.end).map_or(hundreds, |n| Numeral {
        low: hundreds.low + n.low,
        high: hundreds.low + n.high,
        length: hundreds.length.saturating_add(n.length),
        grouped: hundreds.grouped,
        ..n
    })
}

/// Returns a number with the decimals that are said behind it: 십팔 점 사 도, 이 점 칠오 퍼센트. `이십 점 이상` has none: what
/// comes behind must be a unit that is measured finely.
fn with_decimals(text: &str, whole: Numeral) -> Numeral {
    let rest = &text[whole.end..];
    let Some(behind) = rest.strip_prefix(" 점 ").or_else(|| rest.strip_prefix("점 ")) else { return whole };
    let decimals: Vec<i128> = behind.chars().map_while(sino_digit).take(3).collect();
    let end = text.len() - behind.len() + decimals.len() * "일".len();
    let unit = text[end..].trim_start_matches(' ');
    if decimals.is_empty() || whole.over || whole.grouped || !FINE.iter().any(|u| unit.starts_with(u)) {
        return whole;
    }
    let place = MICRO / 10_i128.pow(decimals.len() as u32);
    let value = whole.low + decimals.iter().fold(0, |v, d| v * 10 + d) * place;
    Numeral { end, low: value, high: value, step: place, length: whole.length.saturating_add(1), ..whole }
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn decimals_and_ranks_by_word() {
        let of = |text: &str| read(text, 0, text.len()).map(|n| (n.low, text[n.end..].to_owned()));
        assert_eq!(of("십팔 점 사 도까지"), Some((18_400_000, " 도까지".to_owned())));
        assert_eq!(of("이 점 칠오 퍼센트"), Some((2_750_000, " 퍼센트".to_owned())));
        assert_eq!(of("이십 점 이상"), Some((20_000_000, " 점 이상".to_owned())));
        assert_eq!(of("삼 위까지 올랐다"), Some((3_000_000, " 위까지 올랐다".to_owned())));
        for text in ["이 위에", "삼 대째", "사 점 차"] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
