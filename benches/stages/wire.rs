//! A wire of many events in the prose of a few: each copy of an event has other words, figures and days.

use factdiff::source::{Article, Sources, Stamp};

/// Syllables that open common nouns; one of them takes the place of another in a copy.
const SYLLABLES: [char; 24] = [
    '가', '고', '구', '기', '나', '다', '도', '마', '모', '바', '보', '부', '사', '서', '소', '시', '아', '오', '우',
    '자', '조', '지', '하', '호',
];

/// Returns `copies` of the articles. Half of the words (told by their first two syllables, so that particles do not
/// matter) and all figures are others in each copy, the same in all articles of one; nothing changes its length.
pub(crate) fn wire(articles: &[Article], copies: usize) -> Sources {
    let mut sources = Sources::new();
    for copy in 0..copies {
        for article in articles {
            sources.push(Article {
                path: format!("{copy}/{}", article.path),
                text: told_otherwise(&article.text, copy as u64),
                published: article.published.map(|p| later(p, copy)),
                ..article.clone()
            });
        }
    }
    sources
}

fn later(stamp: Stamp, copy: usize) -> Stamp {
    let days = jiff::Span::new().days(copy as i64 * 2);
    Stamp { date: stamp.date.checked_add(days).unwrap_or(stamp.date), ..stamp }
}

fn told_otherwise(text: &str, copy: u64) -> String {
    let chars: Vec<char> = text.chars().collect();
    let hangul = |i: usize| chars.get(i).is_some_and(|c| ('가'..='힣').contains(c));
    let mut out = String::with_capacity(text.len());
    for (i, &c) in chars.iter().enumerate() {
        let opens = hangul(i) && (i == 0 || !hangul(i - 1)) && hangul(i + 1) && hangul(i + 2);
        if copy > 0 && opens {
            let hash = mix(u64::from(u32::from(c)) << 32 | u64::from(u32::from(chars[i + 1])), copy);
            out.push(if hash.is_multiple_of(2) { c } else { SYLLABLES[(hash >> 8) as usize % SYLLABLES.len()] });
        } else if copy > 0 && c.is_ascii_digit() && i > 0 && chars[i - 1].is_ascii_digit() {
            // The first digit stays, so that days and hours do.
            out.push(char::from(b'0' + ((u64::from(u32::from(c) - u32::from('0')) * 3 + copy) % 10) as u8));
        } else {
            out.push(c);
        }
    }
    out
}

fn mix(a: u64, b: u64) -> u64 {
    let h = (a ^ b.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    h ^ h >> 29
}
