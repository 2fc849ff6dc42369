//! The particle behind a word that a fix changes: `서울과` becomes `도쿄와`, not `도쿄과`.

use crate::finding::Edit;
use crate::source::{Loc, Span};
use crate::text::hangul::{Final, is_syllable};
use crate::text::josa;

/// Beginnings of particles and of the copula, by the sound before them: after 받침, after a vowel, and what may follow
/// up to the end of the word. The form with 으 is told from the one without by ㄹ as well (`서울로`).
const FORMS: &[(&str, &str, &[&str])] = &[
    ("은", "는", &[""]),
    ("을", "를", &[""]),
    ("과", "와", &["", "의", "는", "도", "만", "만의"]),
    (
        "으로",
        "로",
        &[
            "",
            "는",
            "도",
            "만",
            "의",
            "서",
            "써",
            "서는",
            "서의",
            "서도",
            "써는",
            "부터",
            "부터는",
            "부터도",
            "부터의",
            "까지",
        ],
    ),
    (
        "이라",
        "라",
        &[
            "고",
            "고는",
            "고도",
            "는",
            "며",
            "면",
            "도",
            "서",
            "던",
            "든지",
            "지만",
            "고만",
            "기보다",
            "기보다는",
            "기에",
        ],
    ),
    ("이었", "였", &["다", "던", "고", "으며", "지만", "으나", "는데", "다고", "다는", "다며", "음을", "기에", "을"]),
    ("이란", "란", &["", "다"]),
    ("이며", "며", &[""]),
    ("이나", "나", &[""]),
    ("이랑", "랑", &[""]),
    ("이든", "든", &["", "지"]),
    ("이", "가", &["", "야말로"]),
];

/// Endings of the copula that may stand after a vowel without 이; with it they are right after either sound
/// (`도쿄이다`, `도쿄다`), so that only the short form ever has to change.
const COPULA: &[&str] = &["다", "다고", "다는", "다며", "고", "지만", "지만은", "면서", "므로"];

/// Returns the edit that makes the particle behind `at` agree with `replacement`; none where there is no particle, where
/// it agrees already, or where it is not certain how the replacement ends when read aloud.
///
/// Closing quotation marks and a gloss in brackets between word and particle are looked through (`‘최교’를`,
/// `닝버(寧波)는`); inside a gloss nothing changes, because the particle agrees with the word before the bracket.
pub fn particle_after(text: &str, at: Loc, replacement: &str) -> Option<Edit> {
    let old = at.span.of(text);
    let start = at.span.end() + closing_len(&text[at.span.end()..])?;
    let run = hangul_run(&text[start..])?;
    let (had, has) = (sound(old), sound(replacement)?);
    let (from, to) = agreed(run, had, has)?;
    let span = Span::new(start, start + from);
    Some(Edit { at: Loc { article: at.article, span }, text: to.to_owned() })
}

/// Returns how many bytes at the start of `run` give way, and to what.
fn agreed(run: &str, had: Option<Final>, has: Final) -> Option<(usize, &'static str)> {
    for &(closed, open, tails) in FORMS {
        for form in [closed, open] {
            if !run.strip_prefix(form).is_some_and(|tail| tails.contains(&tail)) {
                continue;
            }
            // `이`, `가`, `나` after a sound they do not fit end the word itself or begin another one. 은, 는, 을 and 를
            // are particles even where they are wrong.
            let certain = matches!(form, "은" | "는" | "을" | "를");
            if !certain && had.is_some_and(|sound| fitting(closed, open, sound) != form) {
                return None;
            }
            let wanted = fitting(closed, open, has);
            return (wanted != form).then_some((form.len(), wanted));
        }
    }
    let bare = had == Some(Final::Open) && has != Final::Open && COPULA.contains(&run);
    bare.then_some((0, "이"))
}

fn fitting(closed: &'static str, open: &'static str, sound: Final) -> &'static str {
    match sound {
        Final::Open => open,
        Final::Rieul if closed == "으로" => open,
        Final::Rieul | Final::Closed => closed,
    }
}

/// Returns the bytes of closing quotation marks and whole bracketed glosses at the start of `rest`; none where a bracket
/// closes that was opened before.
fn closing_len(rest: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let c = rest[at..].chars().next();
        match c {
            Some('’' | '”' | '\'' | '"' | '」' | '』' | '》' | '〉' | '*' | '_') => {
                at += c.map_or(0, char::len_utf8)
            }
            Some('(') => at += gloss_len(&rest[at..])?,
            Some(')' | ']') => return None,
            _ => return Some(at),
        }
    }
}

/// Returns the bytes of the bracket that `rest` starts with, closing bracket included; none where it does not close on
/// the line.
fn gloss_len(rest: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (i, c) in rest.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                if depth == 0 {
                    return Some(i + 1);
                }
            }
            '\n' => return None,
            _ => {}
        }
    }
    None
}

/// Returns the syllables at the start of `rest` up to the end of the word; none where a letter or digit follows them.
fn hangul_run(rest: &str) -> Option<&str> {
    let end = rest.find(|c| !is_syllable(c)).unwrap_or(rest.len());
    let ends = !rest[end..].starts_with(char::is_alphanumeric);
    (end > 0 && ends).then(|| &rest[..end])
}

/// Returns the sound a word ends in when read aloud, a gloss in brackets at its end left out.
fn sound(word: &str) -> Option<Final> {
    let mut word = word.trim_end();
    while word.ends_with(')') {
        word = word[..word.rfind('(')?].trim_end();
    }
    josa::final_sound(word).or_else(|| sound_of_sign(word))
}

/// Returns the sound of a unit, sign or abbreviation: 킬로미터, 퍼센트포인트, 엠오유.
fn sound_of_sign(word: &str) -> Option<Final> {
    let start = word
        .rfind(|c: char| !c.is_ascii_alphabetic())
        .map_or(0, |i| i + word[i..].chars().next().map_or(1, char::len_utf8));
    let latin = &word[start..];
    if latin.is_empty() {
        return match word.chars().next_back()? {
            // 제곱미터, 킬로미터, 헥타르, 도, 달러, 유로, 엔은 아래.
            '㎡' | '㎢' | '㎥' | '㎞' | '㎝' | '㎜' | '㏊' | '℃' | '℉' | '$' | '€' => Some(Final::Open),
            '㎏' | '¥' => Some(Final::Closed),
            _ => None,
        };
    }
    let after_digit = word[..start].ends_with(|c: char| c.is_ascii_digit() || c == '%' || c == ' ');
    match latin {
        "p" if word[..start].ends_with('%') => return Some(Final::Open),
        "m" | "km" | "cm" | "mm" | "ha" | "MW" | "kW" | "GW" | "bp" if after_digit => return Some(Final::Open),
        "kg" | "g" | "mg" | "t" if after_digit => return Some(Final::Closed),
        _ => {}
    }
    // Abbreviations are spelt out; a word in small letters is read as its language has it, which no table knows.
    if !latin.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    match latin.bytes().next_back()? {
        b'L' | b'R' => Some(Final::Rieul),  // 엘, 알
        b'M' | b'N' => Some(Final::Closed), // 엠, 엔
        _ => Some(Final::Open),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::ArticleId;

    /// Returns the text after the replacement of the first `word` and the edit of its particle.
    fn mended(text: &str, word: &str, replacement: &str) -> String {
        let start = text.find(word).expect("the word stands in the text");
        let span = Span::new(start, start + word.len());
        let mut out = text.to_owned();
        if let Some(edit) = particle_after(text, Loc { article: ArticleId(0), span }, replacement) {
            assert!(edit.at.span.start() >= span.end());
            out.replace_range(edit.at.span.range(), &edit.text);
        }
        out.replace_range(span.range(), replacement);
        out
    }

    #[test]
    fn the_particle_follows_the_new_word() {
        for (text, word, replacement, want) in [
            ("오세운은 말했다", "오세운", "오세훈", "오세훈은 말했다"),
            ("충청시를 찾았다", "충청시", "충칭시", "충칭시를 찾았다"),
            ("‘최교’를 넓힌다", "최교", "외교", "‘외교’를 넓힌다"),
            ("서울과 맺었다", "서울", "도쿄", "도쿄와 맺었다"),
            ("서울과의 협약", "서울", "도쿄", "도쿄와의 협약"),
            ("도쿄와는 다르다", "도쿄", "서울", "서울과는 다르다"),
            ("닝버(寧波)는 항구다", "닝버", "닝보", "닝보(寧波)는 항구다"),
            ("닝버(寧波)는 항구다", "닝버", "닝봉", "닝봉(寧波)은 항구다"),
            ("‘대구’를 고른", "대구", "대전", "‘대전’을 고른"),
            ("“대구”(大邱)를 고른", "대구", "대전", "“대전”(大邱)을 고른"),
            ("3172억원을 냈다", "3172억원", "3127억원", "3127억원을 냈다"),
            ("3172만을 넘었다", "3172만", "3172조", "3172조를 넘었다"),
            ("지난해 12%가 늘었다", "12%", "12건", "지난해 12건이 늘었다"),
            ("점수는 2가 됐다", "2", "3", "점수는 3이 됐다"),
            ("점수는 3으로 올랐다", "3", "7", "점수는 7로 올랐다"),
            ("부산으로 갔다", "부산", "서울", "서울로 갔다"),
            ("서울로 갔다", "서울", "부산", "부산으로 갔다"),
            ("서울로부터 왔다", "서울", "부산", "부산으로부터 왔다"),
            ("부산으로서는 처음", "부산", "대구", "대구로서는 처음"),
            ("대구라고 했다", "대구", "대전", "대전이라고 했다"),
            ("대전이라는 도시", "대전", "대구", "대구라는 도시"),
            ("대전이었다", "대전", "대구", "대구였다"),
            ("대구였던 곳", "대구", "대전", "대전이었던 곳"),
            ("상대는 대구다.", "대구", "대전", "상대는 대전이다."),
            ("상대는 대전이다.", "대전", "대구", "상대는 대구이다."),
            ("MOU를 맺었다", "MOU", "FTAN", "FTAN을 맺었다"),
            ("LNG를 샀다", "LNG", "LPR", "LPR을 샀다"),
            ("넓이 25㎢를 판다", "25㎢", "25㎏", "넓이 25㎏을 판다"),
            ("7%p가 올랐다", "7%p", "7㎏", "7㎏이 올랐다"),
        ] {
            assert_eq!(mended(text, word, replacement), want);
        }
    }

    #[test]
    fn what_is_no_particle_stays() {
        for (text, word, replacement, want) in [
            // Another word, an invariable particle, a compound.
            ("대구 을지로에서", "대구", "대전", "대전 을지로에서"),
            ("대구에서는 비가", "대구", "대전", "대전에서는 비가"),
            ("대구만으로 족하다", "대구", "대전", "대전만으로 족하다"),
            ("대구가량 떨어진", "대구", "대전", "대전가량 떨어진"),
            ("대구시는 밝혔다", "대구", "대전", "대전시는 밝혔다"),
            ("대구가A", "대구", "대전", "대전가A"),
            // 이 is part of the word: after a vowel the particle would be 가.
            ("어린 나그네이 길", "나그네", "나그넨", "어린 나그넨이 길"),
            // A gloss: the particle belongs to the word before the bracket.
            ("탕웨이(Tang Wei)는", "Tang Wei", "Tang Wein", "탕웨이(Tang Wein)는"),
            ("개봉(대구)은", "대구", "대전", "개봉(대전)은"),
            // How a word in small letters is read, nobody knows.
            ("대구를 샀다", "대구", "Daegu", "Daegu를 샀다"),
            // The bracket does not close.
            ("대구(大邱를", "대구", "대전", "대전(大邱를"),
            ("대구", "대구", "대전", "대전"),
        ] {
            assert_eq!(mended(text, word, replacement), want);
        }
    }

    #[test]
    fn a_particle_that_was_wrong_for_the_old_word_is_right_for_the_new() {
        assert_eq!(mended("단저을 둘러봤다", "단저", "단지"), "단지를 둘러봤다");
        assert_eq!(mended("단저을 둘러봤다", "단저", "단잔"), "단잔을 둘러봤다");
    }
}
