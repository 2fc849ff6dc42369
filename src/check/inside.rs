//! Slips inside nouns that no dictionary has, where the event has what was meant, or the part of it that the slip is in:
//! `보온덥개` and `보온덮개`, `회계감시보고서` and `감사보고서`, `배성금` and `배상`.

use super::Scene;
use super::report::Found;
use crate::align::akin;
use crate::align::alias::is_doubled;
use crate::claim::Lexicon;
use crate::claim::lexicon::Vocabulary;
use crate::claim::lexicon::vocabulary::neighbours;
use crate::finding::Finding;
use crate::rule::Rule;
use crate::source::{ArticleId, Loc, Span};
use crate::text::hangul::{self, SyllableSlip};
use crate::text::token::{ByKey, mixed};
use crate::text::{Document, Script, Token};
use memchr::memmem::Finder;

/// How sure a report is where the word is none …
const NONE: f32 = 0.88;
/// … and where readers know all its parts.
const FAMILIAR: f32 = 0.75;

/// Bytes of a syllable.
const SYLLABLE: usize = 3;

/// A noun that stands once in the event and that may be none.
pub(super) struct Suspect {
    at: Loc,
    /// Whether it is made of nouns that readers know: 국제회의.
    familiar: bool,
}

/// A word of the event that one letter leads to from a suspect, or from its end.
struct Like {
    suspect: usize,
    /// Where the end begins.
    from: usize,
    places: Vec<Loc>,
}

/// Returns the noun of the token, if it may be none.
pub(super) fn suspect(doc: &Document<'_>, article: ArticleId, token: &Token, lexicon: &Lexicon) -> Option<Suspect> {
    /// Particles that nouns take and no ending of a verb looks like.
    const NOMINAL: &[&str] = &[
        "은", "을", "를", "의", "에", "에서", "에게", "으로", "로", "와", "과", "이", "가", "는", "도", "까지", "부터",
    ];
    let stem = doc.slice(token.stem());
    let josa = doc.slice(token.josa());
    if !(3 * SYLLABLE..=10 * SYLLABLE).contains(&stem.len())
        || token.is_deed()
        || !(josa.is_empty() || NOMINAL.contains(&josa))
        || ends_as_verbs(stem, josa.is_empty())
        || lexicon.names.is_noun(stem)
        || akin::mentioned(doc, token.stem())
    {
        return None;
    }
    let vocabulary = &lexicon.vocabulary;
    let known = vocabulary.common(stem) > 0 || vocabulary.is_met(stem);
    (!known).then(|| Suspect { at: Loc { article, span: token.stem() }, familiar: vocabulary.is_familiar(stem) })
}

/// Returns whether the word may be a verb: by a syllable that only those have, or, where no particle follows, by its end.
fn ends_as_verbs(stem: &str, bare: bool) -> bool {
    const PAST: u8 = 20; // ㅆ
    #[rustfmt::skip]
    const ENDS: &[char] = &[
        '다', '며', '고', '는', '던', '지', '게', '된', '한', '할', '될', '해', '돼', '려', '라', '난', '온', '린', '진', '친',
        '킨', '낸', '둔', '본', '준', '쓴', '든', '릴', '질', '칠', '날', '올', '줄', '볼', '냐', '면', '서', '니', '음', '기', '은',
        '을', '인', '데', '나', '까', '요', '므', '함', '됨', '임', '된', '로', '씨', '하', '되', '이',
    ];
    stem.chars().any(|c| hangul::split(c).is_some_and(|c| c.2 == PAST)) || (bare && stem.ends_with(ENDS))
}

/// Returns a finding for each suspect that one letter makes a word of the event, or of Korean and of the event in part.
pub(super) fn check(scene: Scene<'_>, rule: &Rule, suspects: &[Suspect]) -> Vec<Finding> {
    if suspects.is_empty() {
        return Vec::new();
    }
    let likes = likes(scene, suspects);
    let mut out = Vec::new();
    for (n, suspect) in suspects.iter().enumerate() {
        let whole = likes.iter().filter(|l| l.suspect == n).find_map(|l| meant(scene, suspect, l));
        let found = whole.or_else(|| named_by_a_part(scene, suspect));
        let Some((right, confidence, others)) = found else { continue };
        let found = Found {
            at: suspect.at,
            expected: vec![right.clone()],
            confidence,
            proven: true,
            others,
            reasons: vec!["이 사건에 나오는 말과 글자 하나만 다르고, 사전에 없는 말이다".to_owned()],
            replacement: Some(right),
            safe: false,
        };
        out.push(found.finding(scene, rule));
    }
    out
}

/// Calls `each` with a hash of the word less each of its syllables: the sum of what its syllables are where they stand.
fn each_rest(word: &str, mut each: impl FnMut(u64)) {
    let parts = || {
        word.as_bytes().chunks_exact(SYLLABLE).enumerate().map(|(i, syllable)| {
            let bytes = syllable.iter().fold(0, |n, &b| n << 8 | u64::from(b));
            mixed(bytes, i as u64 + 1)
        })
    };
    let all = parts().fold(word.len() as u64, u64::wrapping_add);
    parts().for_each(|part| each(all.wrapping_sub(part)));
}

/// Returns the words of the event that one letter leads to from a suspect or its end, longest ends first.
fn likes(scene: Scene<'_>, suspects: &[Suspect]) -> Vec<Like> {
    let mut ends: ByKey<Vec<(u32, u32)>> = ByKey::default();
    for (n, suspect) in suspects.iter().enumerate() {
        let word = scene.sources.slice(suspect.at);
        for from in (0..=word.len() - 3 * SYLLABLE).step_by(SYLLABLE) {
            each_rest(&word[from..], |rest| ends.entry(rest).or_default().push((n as u32, from as u32)));
        }
    }
    let mut out: Vec<Like> = Vec::new();
    for &article in &scene.event.articles {
        let doc = &scene.readings[article.index()].doc;
        for t in doc.tokens.iter().filter(|t| t.script == Script::Hangul && t.stem as usize >= 3 * SYLLABLE) {
            let word = doc.slice(t.stem());
            each_rest(word, |rest| {
                for &(n, from) in ends.get(&rest).into_iter().flatten() {
                    let (n, from) = (n as usize, from as usize);
                    let end = &scene.sources.slice(suspects[n].at)[from..];
                    let slip = hangul::one_syllable(end, word).filter(|s| s.letters() == 1);
                    if slip.is_none() {
                        continue;
                    }
                    let at = Loc { article, span: t.stem() };
                    match out
                        .iter_mut()
                        .find(|l| (l.suspect, l.from) == (n, from) && scene.sources.slice(l.places[0]) == word)
                    {
                        Some(l) if l.places.last() == Some(&at) => {}
                        Some(l) => l.places.push(at),
                        None => out.push(Like { suspect: n, from, places: vec![at] }),
                    }
                }
            });
        }
    }
    out.sort_by_key(|l| (l.from, std::cmp::Reverse(l.places.len())));
    out
}

/// Returns what a suspect was meant to be if a word of the event tells it, how sure that is, and where that stands.
fn meant(scene: Scene<'_>, suspect: &Suspect, like: &Like) -> Option<(String, f32, Vec<Loc>)> {
    let (lexicon, vocabulary) = (&scene.rules.lexicon, &scene.rules.lexicon.vocabulary);
    let word = scene.sources.slice(suspect.at);
    let (before, end) = word.split_at(like.from);
    let noun = scene.sources.slice(like.places[0]);
    let slip = hangul::one_syllable(end, noun)?;
    if times(scene, end) != 1
        || (ends_as_verbs(noun, true) && !vocabulary.is_noun(noun) && !vocabulary.is_familiar(noun))
    {
        return None;
    }
    if stands_in_others(scene, end, noun, slip, like.places.len()) {
        return None;
    }
    let listed = vocabulary.is_noun(noun) || vocabulary.is_met(noun) || vocabulary.common(noun) > 0;
    if is_doubled(end, noun) && !listed && lexicon.names.foreign(noun) > 0 {
        return None;
    }
    let near = is_near(slip);
    let mut rows: Vec<ArticleId> = like.places.iter().map(|p| p.article).collect();
    rows.dedup();
    let others = rows.iter().filter(|&&r| r != suspect.at.article).count();
    let known = is_known(noun, vocabulary);
    let listed = vocabulary.is_noun(noun) && !vocabulary.is_noun(end);
    let often = like.places.len() >= 3 && others >= 2;
    let told = match (suspect.familiar, before.is_empty()) {
        (false, _) => true,
        (true, true) => near && noun.len() >= 4 * SYLLABLE && (often || has_known_end(noun, end, vocabulary)),
        (true, false) => near && (often && noun.len() >= 4 * SYLLABLE || listed && like.places.len() >= 2),
    };
    // Whoever has a surname and two syllables is a person's matter.
    let korean = |w: &str| w.len() == 3 * SYLLABLE && lexicon.names.has_surname(w);
    let fits = if before.is_empty() {
        // 발레리나 and 발레리노 are two words; 애벌래 is none.
        let consonant = hangul::split(slip.from).zip(hangul::split(slip.to)).is_some_and(|(a, b)| a.0 != b.0);
        let begin = slip.index == 0 && consonant;
        let edge = (slip.index + 1) * SYLLABLE == end.len();
        // 선반 of 선반공 is a noun, and 선아라 a person.
        let begins = slip.index <= 1 && vocabulary.is_noun(&noun[..2 * SYLLABLE]);
        let name = (!known && !begins && korean(word)) || word.len() == 3 * SYLLABLE && word.ends_with('이');
        let met = vocabulary.is_met(noun) || vocabulary.common(noun) > 0 || vocabulary.is_familiar(noun);
        let known = known && !begin && (!edge || met && like.places.len() >= 2);
        let heard = (slip.index > 0 || near && !begin) && is_heard(scene, end, noun, slip);
        !name
            && (known && (near || slip.index > 0) || heard)
            && !is_other_head(end, noun, slip, vocabulary)
            && !akin::doer(end, noun)
            && !akin::between_nouns(end, noun, vocabulary)
    } else {
        (near || often) && known && is_known(before, vocabulary)
    };
    let confidence = if suspect.familiar { FAMILIAR } else { NONE };
    (told && fits).then(|| ([before, noun].concat(), confidence, like.places.clone()))
}

/// Returns whether a noun readers know ends the first of two long words and none ends the second: 노동자 of 농장노동자, where
/// 노동지 of 농장노동지 is none.
fn has_known_end(right: &str, wrong: &str, vocabulary: &Vocabulary) -> bool {
    let ends = |w: &str, known: &dyn Fn(&str) -> bool| {
        (2 * SYLLABLE..=w.len() - 2 * SYLLABLE).step_by(SYLLABLE).any(|i| known(&w[i..]))
    };
    right.len() >= 4 * SYLLABLE
        && ends(right, &|w| vocabulary.is_met(w) || vocabulary.common(w) > 0)
        && !ends(wrong, &|w| vocabulary.is_noun(w))
}

/// Returns whether the slip is in the last syllable behind a noun that readers know: 합격선 and 합격점, 봉황사 and 봉황산.
fn is_other_head(word: &str, right: &str, slip: SyllableSlip, vocabulary: &Vocabulary) -> bool {
    let head = word.len() - SYLLABLE;
    if has_known_end(right, word, vocabulary) {
        return false;
    }
    let noun = &word[..head];
    slip.index * SYLLABLE == head
        && (vocabulary.is_met(noun) || vocabulary.common(noun) > 0 || vocabulary.is_familiar(noun))
}

/// Returns whether the two syllables around the slip stand elsewhere in the event as they are meant, and nowhere as they are.
fn is_heard(scene: Scene<'_>, wrong: &str, right: &str, slip: SyllableSlip) -> bool {
    let at = slip.index * SYLLABLE;
    let pairs = [at.checked_sub(SYLLABLE), Some(at)];
    pairs.into_iter().flatten().filter(|i| i + 2 * SYLLABLE <= right.len()).any(|i| {
        let span = i..i + 2 * SYLLABLE;
        times(scene, &right[span.clone()]) >= 2 && times(scene, &wrong[span]) == 1
    })
}

/// Returns what a suspect was meant to be if Korean has it and the event speaks of what it begins with: 배상금, where 배상 is
/// ordered.
fn named_by_a_part(scene: Scene<'_>, suspect: &Suspect) -> Option<(String, f32, Vec<Loc>)> {
    let vocabulary = &scene.rules.lexicon.vocabulary;
    let word = scene.sources.slice(suspect.at);
    let doc = &scene.readings[suspect.at.article.index()].doc;
    let marked = doc.text[suspect.at.span.end()..].starts_with(hangul::is_syllable);
    if suspect.familiar || vocabulary.is_noun(word) || !marked {
        return None;
    }
    let part = 2 * SYLLABLE;
    // The first syllable is what tells names apart.
    for (i, c) in word[..part].char_indices().skip(1) {
        for other in neighbours(c) {
            let right = [&word[..i], other.encode_utf8(&mut [0; 4]), &word[i + SYLLABLE..]].concat();
            if !vocabulary.is_noun(&right) || !vocabulary.is_met(&right[..part]) {
                continue;
            }
            let spoken = beginning(scene, &right[..part]);
            if !spoken.is_empty() && beginning(scene, &word[..part]).len() == 1 {
                return Some((right, NONE, spoken));
            }
        }
    }
    None
}

/// Returns whether it is a noun that a dictionary has, or is made of such as readers know.
fn is_known(noun: &str, vocabulary: &Vocabulary) -> bool {
    vocabulary.is_noun(noun) || vocabulary.is_compound(noun) || vocabulary.is_familiar(noun)
}

/// Returns where words of the event begin with it.
fn beginning(scene: Scene<'_>, part: &str) -> Vec<Loc> {
    let finder = Finder::new(part);
    let mut out = Vec::new();
    for &article in &scene.event.articles {
        let text = scene.readings[article.index()].doc.text;
        for at in finder.find_iter(text.as_bytes()) {
            if !text[..at].chars().next_back().is_some_and(hangul::is_syllable) {
                out.push(Loc { article, span: Span::new(at, at + part.len()) });
            }
        }
    }
    out
}

/// Returns how often it stands in the event, as a word or within one.
fn times(scene: Scene<'_>, part: &str) -> usize {
    let finder = Finder::new(part);
    scene.event.articles.iter().map(|a| finder.find_iter(scene.readings[a.index()].doc.text.as_bytes()).count()).sum()
}

/// Returns whether the two syllables with the slip stand in other words of the event, and those of the right word nowhere
/// else: 강풍경보기 and 강풍대비 beside one 강품경보기.
fn stands_in_others(scene: Scene<'_>, wrong: &str, right: &str, slip: SyllableSlip, places: usize) -> bool {
    let from = slip.index.saturating_sub(1) * SYLLABLE;
    let piece = |word: &str| word.get(from..from + 2 * SYLLABLE).map_or(0, |p| times(scene, p));
    piece(wrong) >= 2 && piece(right) <= places
}

/// Returns whether the slip is one that fingers make, or ears: the keys touch, a 받침 is more or less, a vowel is half another,
/// a consonant is breathed or pressed.
fn is_near(slip: SyllableSlip) -> bool {
    const ALIKE: [&[char]; 5] =
        [&['ㄱ', 'ㅋ', 'ㄲ'], &['ㄷ', 'ㅌ', 'ㄸ'], &['ㅂ', 'ㅍ', 'ㅃ'], &['ㅈ', 'ㅊ', 'ㅉ'], &['ㅅ', 'ㅆ']];
    let (Some(a), Some(b)) = (hangul::split(slip.from), hangul::split(slip.to)) else { return false };
    let first = |n: u8| hangul::CHOSEONG[n as usize];
    neighbours(slip.from).contains(&slip.to)
        || (a.1, a.2) == (b.1, b.2) && ALIKE.iter().any(|row| row.contains(&first(a.0)) && row.contains(&first(b.0)))
}
