//! Spellings that stand for one thing, as a newsroom says (닝보 and 영파): words that differ only so are one word.

use crate::text::token::key;

/// Returns the key of a word: that of its first spelling where the word begins with one of a list of names (영파항 has the
/// key of 닝보항), else `own`.
pub(super) fn key_of(word: &str, own: u64, aliases: &[Vec<String>]) -> u64 {
    for names in aliases {
        // Of 박세 and 박세훈 the longer one is meant.
        let rest = names.iter().filter_map(|name| rest_of(word, name)).min_by_key(|rest| rest.len());
        if let (Some(rest), Some(first)) = (rest, names.first()) {
            return key(&format!("{first}{rest}"));
        }
    }
    own
}

/// Returns what follows a name at the start of a word; a name of one syllable (만, 리) must be the whole word.
fn rest_of<'w>(word: &'w str, name: &str) -> Option<&'w str> {
    word.strip_prefix(name).filter(|rest| rest.is_empty() || name.chars().count() > 1)
}

/// Provinces by their long and short names, without 도.
const LONG_PROVINCES: &[(&str, &str)] = &[
    ("경상남", "경남"),
    ("경상북", "경북"),
    ("전라남", "전남"),
    ("전라북", "전북"),
    ("충청남", "충남"),
    ("충청북", "충북"),
];

/// Returns whether two words are the long and the short name of one province.
pub fn is_one_province(a: &str, b: &str) -> bool {
    LONG_PROVINCES.iter().any(|&(long, short)| (a == long && b == short) || (a == short && b == long))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_one_thing_have_one_key() {
        let aliases = [vec!["닝보".to_owned(), "영파".to_owned(), "영파시".to_owned()]];
        for (word, want) in
            [("닝보", "닝보"), ("영파", "닝보"), ("영파항", "닝보항"), ("영파시", "닝보"), ("영주", "영주")]
        {
            assert_eq!(key_of(word, key(word), &aliases), key(want), "{word}");
            assert_eq!(key_of(word, key(word), &[]), key(word));
        }
        let short = [vec!["리".to_owned(), "이".to_owned()]];
        assert_eq!(key_of("이", 0, &short), key("리"));
        assert_eq!(key_of("이천시", 7, &short), 7);
    }
}
