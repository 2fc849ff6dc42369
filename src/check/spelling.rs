//! Slips in ordinary words that no other outlet contradicts: a run of syllables that cannot be taken apart into words,
//! particles and endings, stands once in all articles of the event, and is one letter from a common word.

use super::report::Found;
use super::{Scene, broken, counter, inside, rate};
use crate::align::alias::is_either;
use crate::claim::lexicon::vocabulary::{Meant, one_letter_off};
use crate::claim::lexicon::{Vocabulary, misspelt};
use crate::claim::{Lexicon, Value};
use crate::finding::Finding;
use crate::rule::{Rule, Spelling};
use crate::source::{Loc, Span};
use crate::text::token::{ByKey, key, key_of};
use crate::text::{Document, Script, Token, hangul, josa};
use std::cell::OnceCell;

/// How sure a report is where a particle or an ending follows, and the right word is this common at least …
const SURE: (u8, f32) = (3, 0.92);
/// … where it is less common …
const LESS_COMMON: f32 = 0.45;
/// … and where the word stands bare: 케리, 유르타 are names as a rule, unless they are next to a very common word (떄문).
const BARE: (u8, f32, f32) = (7, 0.9, 0.3);

/// How sure a report is where the event has the word, or where only an ending is broken.
const RUN: f32 = 0.88;

/// Below this a word may be looked for further.
const UNSURE: f32 = 0.5;

/// Returns a finding for each such word.
pub(super) fn check(scene: Scene<'_>, rule: &Rule, settings: &Spelling) -> Vec<Finding> {
    let mut seen: ByKey<u32> = ByKey::default();
    // Half of the words stand once.
    seen.reserve(scene.event.articles.iter().map(|id| scene.readings[id.index()].doc.tokens.len()).sum::<usize>() / 2);
    for &id in &scene.event.articles {
        for t in scene.readings[id.index()].doc.tokens.iter().filter(|t| t.script == Script::Hangul) {
            *seen.entry(t.key).or_default() += 1;
        }
    }
    let mut out = broken::check(scene, rule);
    out.extend(counter::check(scene, rule));
    let runs = OnceCell::new();
    let mut suspects = Vec::new();
    for &id in &scene.event.articles {
        let reading = &scene.readings[id.index()];
        let doc = &reading.doc;
        for (i, t) in doc.tokens.iter().enumerate() {
            let word = doc.slice(t.span);
            // What many misspell is wrong however often it stands.
            let many = misspelt::mended(word, t.stem as usize).map(|text| (text, SURE.1, Vec::new()));
            if (many.is_none() && seen.get(&t.key) != Some(&1)) || !stands_alone(doc, i) {
                continue;
            }
            let lexicon = &scene.rules.lexicon;
            let vocabulary = &lexicon.vocabulary;
            let best = match many.is_some() || vocabulary.analyses(word) || asks(word, vocabulary) {
                true => many.or_else(|| eaten(word, t, &seen).map(|text| (text, RUN, Vec::new()))),
                false => none(scene, settings, (word, t), &runs),
            };
            let best = best.or_else(|| part(scene, doc, t));
            let best = best.or_else(|| rate::meant(word, t, lexicon).map(|text| (text, SURE.1, Vec::new())));
            // 해설가 and 해설사 are both right.
            let josa = doc.slice(t.josa());
            let either = |text: &str| text.strip_suffix(josa).is_some_and(|w| is_either(doc.slice(t.stem()), w));
            let best = best.filter(|b| !either(&b.0));
            // What is not sure to be one word may surely be another of the event.
            let suspect =
                best.as_ref().is_none_or(|b| b.1 < UNSURE).then(|| inside::suspect(doc, id, t, lexicon)).flatten();
            if suspect.is_none() && best.is_none()
                || lexicon.names.is_withheld(&word[..t.stem as usize])
                || named(reading.claims.iter().map(|c| (c.span, &c.value)), t.span)
                || is_name(doc, i, lexicon)
            {
                continue;
            }
            suspects.extend(suspect);
            let Some((text, confidence, others)) = best else { continue };
            let found = Found {
                at: Loc { article: id, span: t.span },
                expected: vec![text.clone()],
                confidence,
                proven: true,
                others,
                reasons: Vec::new(),
                replacement: Some(text),
                safe: true,
            };
            out.push(found.finding(scene, rule));
        }
    }
    let either = |f: &Finding| f.expected.first().is_some_and(|e| is_either(scene.sources.slice(f.at), e));
    out.extend(inside::check(scene, rule, &suspects).into_iter().filter(|f| !either(f)));
    out
}

/// Returns what a word that Korean does not have was meant to be, how sure that is, and where the event has it.
fn none(
    scene: Scene<'_>,
    settings: &Spelling,
    (word, token): (&str, &Token),
    runs: &OnceCell<Runs>,
) -> Option<(String, f32, Vec<Loc>)> {
    let vocabulary = &scene.rules.lexicon.vocabulary;
    let meant = vocabulary.meant(word);
    // What the event speaks of was meant.
    let spoken = meant.iter().find(|m| m.common >= settings.common && token.stem >= 6 && speaks_of(scene, m, word));
    if let Some(m) = spoken {
        return Some((m.text.clone(), RUN, Vec::new()));
    }
    // 부키리치는: a name from abroad, and no bouquet.
    let stem = &word[..token.stem as usize];
    let abroad = stem.len() >= 12 && scene.rules.lexicon.names.foreign(stem) > 8;
    let put_together = |m: &Meant| abroad && m.text.get(..stem.len()).is_some_and(|w| !vocabulary.is_noun(w));
    let near = choose(word, &meant, vocabulary).filter(|m| m.0.common >= settings.common && !put_together(m.0));
    let best = near.map(|(m, confidence)| (m.text.clone(), confidence, Vec::new()));
    if best.as_ref().is_some_and(|b| b.1 >= RUN) {
        return best;
    }
    let runs = runs.get_or_init(|| Runs::of(scene));
    let other = runs.like(word, token, vocabulary).map(|(text, at)| (text, RUN, vec![at]));
    let ending = || vocabulary.meant_ending(word).into_iter().next().map(|m| (m.text, RUN, Vec::new()));
    other.or_else(ending).or(best)
}

/// Returns whether an article of the event begins a word with what was meant, before a particle there is none else than here.
fn speaks_of(scene: Scene<'_>, meant: &Meant, word: &str) -> bool {
    let noun = &meant.text[..meant.word.end * 3];
    // Behind a bare word there may be any name; 케리 is no 커리.
    // 지역주의 is an -ism, and no 지역구 of any kind.
    meant.word.end * 3 < word.len() && noun.len() >= 9 && !word.contains("주의") && begins_word(scene, noun)
}

/// Returns whether an article of the event has a word that begins so.
fn begins_word(scene: Scene<'_>, noun: &str) -> bool {
    let whole = |text: &str, at: usize| !text[..at].chars().next_back().is_some_and(hangul::is_syllable);
    scene.event.articles.iter().any(|id| {
        let text = scene.readings[id.index()].doc.text;
        text.match_indices(noun).any(|(at, _)| whole(text, at))
    })
}

/// Particles that only nouns take.
const NOMINAL: &[&str] = &["은", "는", "을", "를", "에서", "에게", "으로", "와", "과"];

/// Returns what a noun that is put together by chance was meant to be, where the event has that only as a part of longer
/// words: 위원방 for 위원장 of 추진위원장.
fn part(scene: Scene<'_>, doc: &Document<'_>, token: &Token) -> Option<(String, f32, Vec<Loc>)> {
    let vocabulary = &scene.rules.lexicon.vocabulary;
    let stem = doc.slice(token.stem());
    if !(9..=12).contains(&stem.len())
        || token.is_deed()
        || !NOMINAL.contains(&doc.slice(token.josa()))
        || !vocabulary.is_unmet(stem)
        || vocabulary.is_noun(stem)
        || vocabulary.is_sound(stem)
    {
        return None;
    }
    for (i, c) in stem.char_indices() {
        for other in one_letter_off(c) {
            let right = [&stem[..i], other.encode_utf8(&mut [0; 4]), &stem[i + 3..]].concat();
            if vocabulary.is_met(&right) && has(scene, &right) {
                let text = [&right, doc.slice(token.josa())].concat();
                return Some((text, RUN, Vec::new()));
            }
        }
    }
    None
}

/// Returns whether an article of the event has the word, as a word or within one.
fn has(scene: Scene<'_>, word: &str) -> bool {
    scene.event.articles.iter().any(|id| scene.readings[id.index()].doc.text.contains(word))
}

/// Returns what a word was meant to be of which a particle or 하다 seems to begin in the very syllable that is wrong:
/// 산사대로 is 산사 with 대로, and the event speaks of 산사태.
fn eaten(word: &str, token: &Token, seen: &ByKey<u32>) -> Option<String> {
    const PARTICLES: &[&str] = &["대로", "마다", "마저", "조차", "보다", "만큼", "밖에", "하고", "이나"];
    let (stem, root) = (token.stem as usize, token.root as usize);
    let (from, least) = match word.get(stem..)? {
        _ if token.is_deed() => (root, 15),
        josa if PARTICLES.contains(&josa) => (stem, 12),
        _ => return None,
    };
    if word.len() < least + 3 * usize::from(token.is_deed()) {
        return None;
    }
    let c = word[from..].chars().next()?;
    one_letter_off(c).into_iter().find_map(|other| {
        let mut utf8 = [0; 4];
        let other = other.encode_utf8(&mut utf8);
        let end = from + 3;
        let noun = key_of(word[..from].bytes().chain(other.bytes()));
        let behind = &word[end..];
        let known = seen.get(&noun).is_some_and(|n| *n >= 2);
        (known && josa::suffix_len(&[&word[..from], other, behind].concat()) == behind.len())
            .then(|| [&word[..from], other, behind].concat())
    })
}

/// Returns whether the word is a verb with ㄹ behind its stem and an ending that takes it: 끊길까, 막힐지라도.
fn asks(word: &str, vocabulary: &Vocabulary) -> bool {
    const ENDINGS: &[&str] = &[
        "까",
        "까봐",
        "까요",
        "지",
        "지도",
        "지는",
        "지를",
        "지라도",
        "지언정",
        "수록",
        "뿐",
        "만큼",
        "게",
        "게요",
        "걸",
        "텐데",
        "정도로",
        "뻔",
        "런지",
        "는지",
        "세라",
        "망정",
    ];
    const RIEUL: u8 = 8;
    word.char_indices().skip(1).any(|(i, c)| {
        let Some((a, b, RIEUL)) = hangul::split(c) else { return false };
        let verb = || {
            let open = hangul::join(a, b, 0).to_string();
            vocabulary.analyses(&[&word[..i], &open, "고"].concat())
                && vocabulary.analyses(&[&word[..i], &open, "다"].concat())
        };
        ENDINGS.contains(&&word[i + 3..]) && verb()
    })
}

/// The runs of syllables of an event, by their hashes.
struct Runs(ByKey<Loc>);

impl Runs {
    fn of(scene: Scene<'_>) -> Runs {
        let mut runs = ByKey::default();
        for &article in &scene.event.articles {
            let doc = &scene.readings[article.index()].doc;
            for t in doc.tokens.iter().filter(|t| t.script == Script::Hangul) {
                runs.entry(key(doc.slice(t.span))).or_insert(Loc { article, span: t.span });
            }
        }
        Runs(runs)
    }

    /// Returns the run of the event that the word is one letter away from, if Korean has it, and where it stands:
    /// `결톼를`, `결과를`. The letter is one of the stem, where the word has one.
    fn like(&self, word: &str, token: &Token, vocabulary: &Vocabulary) -> Option<(String, Loc)> {
        for (i, c) in word[..token.stem as usize].char_indices() {
            for other in one_letter_off(c) {
                let mut utf8 = [0; 4];
                let other = other.encode_utf8(&mut utf8);
                let changed = word[..i].bytes().chain(other.bytes()).chain(word[i + 3..].bytes());
                let Some(&at) = self.0.get(&key_of(changed)) else { continue };
                let text = [&word[..i], other, &word[i + 3..]].concat();
                if vocabulary.is_sound(&text) {
                    return Some((text, at));
                }
            }
        }
        None
    }
}

/// Returns what a word was meant to be and how sure that is; none where nothing is near.
fn choose<'m>(word: &str, meant: &'m [Meant], vocabulary: &Vocabulary) -> Option<(&'m Meant, f32)> {
    let best = meant.first()?;
    let rival = meant.iter().skip(1).any(|m| m.text != best.text && m.common == best.common);
    let bare = best.word.end == word.len() / 3;
    let confidence = match (bare, best.common) {
        (true, c) if c >= BARE.0 => BARE.1,
        (true, _) => BARE.2,
        // 이거 and 니션 are put together by chance: the word is a foreign one.
        (false, c) if c >= SURE.0 && vocabulary.is_sound(&best.text) => SURE.1,
        (false, _) => LESS_COMMON,
    };
    Some((best, if rival { confidence * 0.6 } else { confidence }))
}

/// Returns whether the token is a whole word between spaces or signs, not the Korean part of `R&D를` or `한글2024`.
fn stands_alone(doc: &Document<'_>, i: usize) -> bool {
    let t = &doc.tokens[i];
    let free = |n: Option<&Token>| n.is_none_or(|n| n.spaced || n.script == Script::Sign);
    t.script == Script::Hangul
        && t.span.len() >= 6
        && (t.spaced
            || i.checked_sub(1).is_some_and(|p| matches!(doc.slice(doc.tokens[p].span), "‘" | "“" | "\"" | "'")))
        && free(doc.tokens.get(i + 1))
}

/// Words right before the name of a firm, a body or a work.
const INTRODUCING: &[&str] = &[
    "법무법인",
    "세무법인",
    "회계법인",
    "특허법인",
    "주식회사",
    "재단법인",
    "사단법인",
    "극단",
    "밴드",
    "걸그룹",
    "보이그룹",
    "브랜드",
    "로펌",
];

/// Returns whether the token is a name by its look and its company: glossed in other letters (`마르케스(Marquez)`), next
/// to another word that Korean does not have (`소피아 안데르 마르케스`), or a Korean name with its particle.
fn is_name(doc: &Document<'_>, i: usize, lexicon: &Lexicon) -> bool {
    let (tokens, t) = (&doc.tokens, &doc.tokens[i]);
    let glossed = tokens.get(i + 1).is_some_and(|o| !o.spaced && doc.slice(o.span) == "(")
        && tokens.get(i + 2).is_some_and(|g| matches!(g.script, Script::Latin | Script::Hanja));
    let strange = |n: Option<&Token>| {
        n.is_some_and(|n| {
            n.script == Script::Hangul && n.span.len() >= 6 && !lexicon.vocabulary.analyses(doc.slice(n.span))
        })
    };
    let beside = |n: Option<usize>| n.is_some_and(|n| strange(tokens.get(n)));
    let bare = t.stem as usize == t.span.len();
    let before = if t.spaced { i.checked_sub(1) } else { None };
    let after = tokens.get(i + 1).filter(|n| n.spaced).map(|_| i + 1);
    let name = doc.slice(t.stem());
    let korean = !bare && name.chars().count() == 3 && lexicon.names.korean(name).is_some_and(|k| k > 0);
    // ‘솔개’ 한가람: what somebody is called stands between quotation marks before the name.
    let called = bare
        && matches!(doc.text[..t.span.start()].chars().next_back(), Some('\'' | '‘'))
        && matches!(doc.text[t.span.end()..].chars().next(), Some('\'' | '’'))
        && tokens.get(i + 2).is_some_and(|n| {
            let person = doc.slice(n.stem());
            n.spaced && person.len() == 9 && lexicon.names.has_surname(person) && lexicon.names.korean(person).is_some()
        });
    // 법무법인 늘돌의: what stands behind such a word is a name.
    let introduced = before.is_some_and(|n| INTRODUCING.contains(&doc.slice(tokens[n].span)));
    glossed || called || korean || introduced || (bare && (beside(before) || beside(after)))
}

/// Returns whether a name claim covers part of the span.
fn named<'v>(claims: impl Iterator<Item = (Span, &'v Value)>, span: Span) -> bool {
    claims
        .filter(|(_, v)| matches!(v, Value::Person { .. } | Value::Place(_) | Value::Org(_)))
        .any(|(s, _)| s.overlaps(span))
}
