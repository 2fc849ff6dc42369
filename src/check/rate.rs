//! 률 and 율: behind a vowel or ㄴ 율 is written, else 률 (한글 맞춤법 제11항): 출산율, 성장률, not 출산률, 성장율.

use crate::claim::Lexicon;
use crate::text::Token;
use crate::text::hangul::split;

/// ㄴ among the final sounds.
const NIEUN: u8 = 4;

/// Returns the run as it is written where it ends in the wrong one of the two behind a noun that Korean has.
pub(super) fn meant(word: &str, token: &Token, lexicon: &Lexicon) -> Option<String> {
    let vocabulary = &lexicon.vocabulary;
    let stem = word.get(..token.stem as usize)?;
    let wrong = stem.chars().next_back().filter(|c| matches!(c, '률' | '율'))?;
    let noun = &stem[..stem.len() - wrong.len_utf8()];
    let right = match split(noun.chars().next_back()?)?.2 {
        0 | NIEUN => '율',
        _ => '률',
    };
    if wrong == right || vocabulary.is_noun(stem) {
        return None;
    }
    let mended = format!("{noun}{right}");
    // 정해률 is somebody.
    if stem.len() == 9 && !vocabulary.is_noun(&mended) && lexicon.names.korean(stem).is_some_and(|k| k > 0) {
        return None;
    }
    // 정해 is a form of a verb.
    let known = |w: &str| vocabulary.is_met(w) || (w.len() > 6 && vocabulary.is_familiar(w));
    (vocabulary.is_noun(&mended) || known(noun)).then(|| [&mended, &word[stem.len()..]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;
    use crate::text::token::tokenize;

    #[test]
    fn behind_a_vowel_or_nieun_it_is_yul() {
        let lexicon = Lexicon::embedded();
        let mended = |word: &str| {
            let mut tokens = Vec::new();
            tokenize(word, Span::new(0, word.len()), &mut tokens);
            meant(word, &tokens[0], &lexicon)
        };
        assert_eq!(mended("수률을").as_deref(), Some("수율을"));
        assert_eq!(mended("출산률은").as_deref(), Some("출산율은"));
        assert_eq!(mended("성장율이").as_deref(), Some("성장률이"));
        for right in ["성장률이", "출산율은", "법률을", "비율로", "선율", "김형율", "정해률", "조율을"]
        {
            assert_eq!(mended(right), None, "{right}");
        }
    }
}
