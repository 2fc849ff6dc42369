//! 조사 after the wrong final sound: `단지을`, `2.3kg를`, `명재훈)는`, `3대2으로`.

mod noun;
mod sound;

use super::report::Found;
use super::{Scene, broken};
use crate::claim::Lexicon;
use crate::claim::lexicon::Names;
use crate::finding::Finding;
use crate::rule::{self, Rule};
use crate::source::{Loc, Span};
use crate::text::hangul::Final;
use crate::text::{Document, Script, Token};
use noun::Need;
use sound::Sounds;

/// A word whose particle does not fit.
struct Suspect {
    /// The index of its article in the event.
    article: usize,
    /// The word with its particle.
    word: Span,
    /// The particle.
    josa: Span,
    /// The particle that fits.
    right: &'static str,
    /// The Korean stem that evidence is looked for of; empty where none is needed.
    stem: Span,
    /// How much evidence is needed.
    need: Need,
    /// How the word is read, where it is not written as it is read.
    reading: &'static str,
}

/// Returns the words of the event whose particle does not fit the sound before it.
pub(super) fn check(scene: Scene<'_>, rule: &Rule, settings: &rule::Particle) -> Vec<Finding> {
    let _ = settings;
    let docs: Vec<&Document<'_>> = scene.event.articles.iter().map(|a| &scene.readings[a.index()].doc).collect();
    let mut suspects = Vec::new();
    for (article, doc) in docs.iter().enumerate() {
        if !scene.sources.article(doc.article).peer {
            collect(doc, article, &scene.rules.lexicon, &mut suspects);
        }
    }
    let proofs = evidence(&docs, &suspects);
    let forms = suspects.iter().zip(proofs).filter_map(|(s, proof)| report(scene, rule, docs[s.article], s, proof));
    forms.chain(broken::check(scene, rule)).collect()
}

fn collect(doc: &Document<'_>, article: usize, lexicon: &Lexicon, out: &mut Vec<Suspect>) {
    for sentence in &doc.sentences {
        let tokens = doc.tokens_of(sentence);
        for (i, token) in tokens.iter().enumerate() {
            if token.script != Script::Hangul {
                continue;
            }
            let text = doc.slice(token.span);
            let found = if i > 0 && !token.spaced && noun::forms(text).is_some() {
                attached(doc, tokens, i, text)
            } else {
                written(doc, tokens, i, text, lexicon)
            };
            if let Some(mut suspect) = found {
                suspect.article = article;
                out.push(suspect);
            }
        }
    }
}

/// Returns the suspect of a word written in 한글.
fn written(doc: &Document<'_>, tokens: &[Token], i: usize, text: &str, lexicon: &Lexicon) -> Option<Suspect> {
    let token = &tokens[i];
    let counted = i > 0 && !token.spaced && tokens[i - 1].script == Script::Number;
    let mut found = noun::mismatch(text, counted).or_else(|| noun::known(text, &lexicon.vocabulary))?;
    if found.need == Need::Noun
        && !text[found.stem..].starts_with('과')
        && noun::is_plain(&text[..found.stem], &lexicon.vocabulary)
    {
        found.need = Need::Nothing;
    }
    let start = token.span.start();
    let stem = Span::new(start, start + found.stem);
    // 평균분양가, 지역대학가: words of their own.
    let ends_in_noun =
        || text.char_indices().skip(1).any(|(i, _)| text.len() - i >= 9 && lexicon.vocabulary.is_noun(&text[i..]));
    if found.need == Need::Subject && (lexicon.vocabulary.is_noun(text) || ends_in_noun()) {
        return None;
    }
    if is_name_of_something_else(doc, tokens, i, stem, &text[found.stem..], &lexicon.names) {
        return None;
    }
    // 흰 돌담(도가은): a name alone in brackets, no word with a particle.
    let alone = doc.text[..start].ends_with('(') && doc.text[token.span.end()..].starts_with(')');
    if alone && text.chars().count() <= 4 {
        return None;
    }
    Some(Suspect {
        article: 0,
        word: Span::new(word_start(tokens, i), token.span.end()),
        josa: Span::new(stem.end(), token.span.end()),
        right: found.right,
        stem,
        need: found.need,
        reading: "",
    })
}

/// Returns whether the last syllable belongs to a name: 송파을 (a constituency), 문화과 (a department).
fn is_name_of_something_else(
    doc: &Document<'_>,
    tokens: &[Token],
    i: usize,
    stem: Span,
    ending: &str,
    names: &Names,
) -> bool {
    let next = tokens.get(i + 1).map_or("", |t| doc.slice(t.span));
    match ending {
        "을" => {
            let elections = ["선거구", "지역구", "총선", "공천", "재선거", "보궐", "국회의원", "당협", "출마"];
            let text = doc.text;
            let in_brackets = next.starts_with(')') || next.starts_with('·') || next.starts_with(',');
            // 의림지을 is no constituency: those are called after towns and their quarters.
            let name = doc.slice(stem);
            let town =
                stem.len() <= 6 || names.is_place(name) || names.is_place_stem(name) || names.is_place_stem(&name[..6]);
            (in_brackets && stem.len() <= 12)
                || (stem.len() <= 12
                    && town
                    && elections.iter().any(|w| text.contains(w))
                    && !text.contains(&format!("{}를", doc.slice(stem))))
        }
        e if e.starts_with('과') => {
            let department = doc.slice(stem).to_owned() + "과";
            let staff = [
                "관계자",
                "직원",
                "소속",
                "담당",
                "팀장",
                "과장",
                "계장",
                "주무관",
                "공무원",
                "교수",
                "학생",
                "의원",
                "전문의",
            ];
            let before = i.checked_sub(1).map_or("", |j| doc.slice(tokens[j].span));
            staff.iter().any(|s| next.starts_with(s))
                || is_family(before, next)
                || ["과장", "과가", "과를", "과에", "과로", "과 소속", "과와", "과 과장"]
                    .iter()
                    .any(|s| doc.text.contains(&(department.clone() + &s[3..])))
        }
        _ => false,
    }
}

/// Returns whether what stands around a word in 과 makes it a family of living beings: 파리목 털파리과, 국화과 식물.
fn is_family(before: &str, next: &str) -> bool {
    const BEINGS: &[&str] = &[
        "식물",
        "동물",
        "곤충",
        "나무",
        "나물",
        "풀",
        "꽃",
        "물고기",
        "어류",
        "조류",
        "파충류",
        "양서류",
        "갑각류",
        "포유류",
        "버섯",
        "미생물",
        "무리",
        "한해살이",
        "두해살이",
        "여러해살이",
        "상록",
        "낙엽",
        "덩굴",
        "바닷물고기",
        "민물고기",
        "맹수",
        "해충",
        "애벌레",
        "유충",
        "나방",
        "나비",
        "새",
    ];
    BEINGS.iter().any(|b| next.starts_with(b))
        || (before.chars().count() >= 3 && before.ends_with(['목', '강', '아']) && next.ends_with('속'))
}

/// Returns the suspect of a particle that stands alone behind digits, letters, a unit, a bracket or a quotation mark.
fn attached(doc: &Document<'_>, tokens: &[Token], i: usize, text: &str) -> Option<Suspect> {
    let (closed, open, tail) = noun::forms(text)?;
    let (sounds, first, reading) = sounds_before(doc, tokens, i)?;
    if sounds.is_none() {
        return None;
    }
    let is_closed_form = text.starts_with(closed);
    let fits = |sound: Final| match (closed, is_closed_form) {
        ("으로", true) => sound == Final::Closed,
        ("으로", false) => sound != Final::Closed,
        (_, true) => sound != Final::Open,
        (_, false) => sound == Final::Open,
    };
    if [Final::Open, Final::Rieul, Final::Closed].into_iter().any(|s| sounds.has(s) && fits(s)) {
        return None;
    }
    let right = noun::right_form(closed, open, tail, sounds.decided()?)?;
    Some(Suspect {
        article: 0,
        word: Span::new(word_start(tokens, first), tokens[i].span.end()),
        josa: tokens[i].span,
        right,
        stem: Span::new(tokens[i].span.start(), tokens[i].span.start()),
        need: Need::Nothing,
        reading,
    })
}

/// Returns how what stands before token `i` may end when read aloud, the index of the token in which it ends, and a
/// word on the reading.
fn sounds_before(doc: &Document<'_>, tokens: &[Token], i: usize) -> Option<(Sounds, usize, &'static str)> {
    let k = i.checked_sub(1)?;
    let before = &tokens[k];
    let text = doc.slice(before.span);
    match before.script {
        Script::Number => Some((number_sounds(doc, tokens, k), k, "숫자를 읽는 소리를 따른다")),
        Script::Latin => Some((latin_sounds(doc, tokens, k), k, "로마자를 읽는 소리를 따른다")),
        Script::Sign => match text.chars().next()? {
            ')' | ']' => {
                if text.starts_with(']') {
                    return None;
                }
                let open = (0..k).rev().take(24).find(|&j| doc.slice(tokens[j].span) == "(")?;
                if open == 0 || open + 1 >= k || tokens[open].spaced {
                    return None;
                }
                let outer = plain_sounds(doc, tokens, open - 1);
                let inner = inner_sounds(doc, tokens, open + 1, k);
                if outer.is_none() || inner.is_none() {
                    return None;
                }
                Some((outer.or(inner), k - 1, "괄호는 건너뛰고 앞말의 소리를 따른다"))
            }
            '’' | '”' | '\'' | '"' | '」' | '』' | '》' | '〉' => {
                let j = k.checked_sub(1)?;
                // A stray mark that opens: ‘은 …’.
                if before.spaced || tokens[j].script == Script::Sign && text != "’" && text != "”" {
                    return None;
                }
                Some((plain_sounds(doc, tokens, j), j, "따옴표는 건너뛰고 앞말의 소리를 따른다"))
            }
            c => {
                let number = k > 0 && !before.spaced && tokens[k - 1].script == Script::Number;
                (number && !sound::sign(c).is_none()).then(|| (sound::sign(c), k, "단위를 읽는 소리를 따른다"))
            }
        },
        Script::Hanja | Script::Hangul => None,
    }
}

/// Returns how a token ends that is read as it stands.
fn plain_sounds(doc: &Document<'_>, tokens: &[Token], k: usize) -> Sounds {
    let text = doc.slice(tokens[k].span);
    match tokens[k].script {
        Script::Hangul => text.chars().next_back().map_or(Sounds::NONE, sound::syllable),
        Script::Number => number_sounds(doc, tokens, k),
        Script::Latin => latin_sounds(doc, tokens, k),
        Script::Sign => match text {
            "%" | "㎡" | "℃" => Sounds::OPEN,
            "’" | "”" | "」" | "』" | "》" | "〉" if k > 0 => plain_sounds(doc, tokens, k - 1),
            _ => Sounds::NONE,
        },
        Script::Hanja => Sounds::NONE,
    }
}

/// Returns how the words in brackets end; a bare age or a gloss in hanja is not read, so the word before decides.
fn inner_sounds(doc: &Document<'_>, tokens: &[Token], first: usize, end: usize) -> Sounds {
    let outer = first.checked_sub(2).map_or(Sounds::NONE, |o| plain_sounds(doc, tokens, o));
    let last = end - 1;
    if tokens[first..end].iter().all(|t| t.script == Script::Hanja) {
        return outer;
    }
    // 무안군(22㏊)은: nobody reads the sign of a unit aloud; of 5명 and 28% some do.
    let unit = |t: &Token| {
        let sign = doc.slice(t.span).chars().next().is_some_and(|c| ('㎀'..='㏿').contains(&c));
        !t.spaced && t.script == Script::Sign && sign
    };
    if tokens[first].script == Script::Number && last == first + 1 && tokens[first + 1..end].iter().all(unit) {
        return outer;
    }
    let text = doc.slice(tokens[last].span);
    if first == last && tokens[last].script == Script::Number {
        let age = text.parse::<u32>().is_ok_and(|n| (10..=110).contains(&n));
        let person = tokens[first - 2].script == Script::Hangul;
        return if age && person { outer } else { Sounds::NONE };
    }
    plain_sounds(doc, tokens, last)
}

fn number_sounds(doc: &Document<'_>, tokens: &[Token], k: usize) -> Sounds {
    let digits = doc.slice(tokens[k].span);
    let sino = sound::number(digits);
    let before = k.checked_sub(1).map(|j| (&tokens[j], doc.slice(tokens[j].span)));
    match before {
        // 1/3으로: 3분의 1로.
        Some((_, "/")) if !tokens[k].spaced => Sounds::NONE,
        Some((t, _)) if t.script == Script::Latin && !tokens[k].spaced => sino.or(sound::english_number(digits)),
        Some((_, "." | "#")) if !tokens[k].spaced => sino.or(sound::english_number(digits)),
        // 싱글3를: the digit of a name may be read in English; 제3을 is not.
        Some((t, of)) if t.script == Script::Hangul && !tokens[k].spaced && digits.len() == 1 && of != "제" => {
            sino.or(sound::english_number(digits))
        }
        // 시즌 3는, 갤럭시 노트 7은.
        Some((t, _)) if tokens[k].spaced && t.script != Script::Sign && digits.len() <= 2 => {
            sino.or(sound::english_number(digits))
        }
        _ => sino,
    }
}

fn latin_sounds(doc: &Document<'_>, tokens: &[Token], k: usize) -> Sounds {
    let letters = doc.slice(tokens[k].span);
    let before = k.checked_sub(1).map(|j| &tokens[j]);
    if !tokens[k].spaced && before.is_some_and(|t| t.script == Script::Number) {
        let unit = sound::unit(letters);
        if !unit.is_none() {
            return unit;
        }
    }
    // 1만8천t을
    let scale = |t: &Token| !t.spaced && matches!(doc.slice(t.span), "만" | "천" | "억" | "백" | "백만" | "천만");
    if !tokens[k].spaced && before.is_some_and(scale) && k >= 2 && tokens[k - 2].script == Script::Number {
        return sound::unit(letters);
    }
    // ㎍/m3, km/h, A/S, e-MOU, Wi-Fi
    if !tokens[k].spaced && before.is_some_and(|t| matches!(doc.slice(t.span), "/" | "." | "'" | "’")) {
        return Sounds::NONE;
    }
    // KBS World TV: letters among English words are still letters.
    sound::abbreviation(letters)
}

/// Returns where the word that ends in token `i` begins: back over what is written together with it.
fn word_start(tokens: &[Token], i: usize) -> usize {
    let mut k = i;
    while k > 0 && !tokens[k].spaced {
        let before = &tokens[k - 1];
        // A sign joins only between digits and letters: B737-800, 3.5%.
        let joins = match before.script {
            Script::Sign => {
                k >= 2 && !before.spaced && tokens[k].script == Script::Number && tokens[k - 2].script != Script::Sign
            }
            _ => tokens[k].script != Script::Sign || before.script == Script::Number,
        };
        if !joins {
            break;
        }
        k -= 1;
    }
    if tokens[k].script == Script::Sign && k < i { tokens[k + 1].span.start() } else { tokens[k].span.start() }
}

/// Particles that only nouns take.
const NOUN_ONLY: &[&str] = &[
    "",
    "의",
    "에",
    "에서",
    "에게",
    "까지",
    "부터",
    "보다",
    "처럼",
    "들",
    "들이",
    "들은",
    "들의",
    "들을",
    "에는",
    "에도",
    "에서는",
    "에서도",
    "이라는",
    "라는",
    "이라고",
    "만의",
    "에만",
];

/// What the event tells of a suspect's stem.
#[derive(Clone, Default)]
struct Proof {
    /// Where it stands as a noun.
    at: Vec<Loc>,
    /// Whether it stands with the particle that fits.
    fits: bool,
    /// Whether it stands elsewhere with the one that does not, or with more behind that.
    again: bool,
}

/// Returns for each suspect where its stem stands as a noun, as far as it needs that.
fn evidence(docs: &[&Document<'_>], suspects: &[Suspect]) -> Vec<Proof> {
    let mut out: Vec<Proof> = vec![Proof::default(); suspects.len()];
    let wanting: Vec<usize> = (0..suspects.len()).filter(|&i| suspects[i].need > Need::Nothing).collect();
    if wanting.is_empty() {
        return out;
    }
    let stems: Vec<(usize, &str)> =
        wanting.iter().map(|&i| (i, docs[suspects[i].article].slice(suspects[i].stem))).collect();
    for doc in docs {
        for token in doc.tokens.iter().filter(|t| t.script == Script::Hangul) {
            let text = doc.slice(token.span);
            for &(i, stem) in &stems {
                // The last byte of the first syllable tells most words apart without a comparison of strings.
                if stem.as_bytes().get(2) != text.as_bytes().get(2) {
                    continue;
                }
                let s = &suspects[i];
                let Some(rest) = text.strip_prefix(stem) else { continue };
                let own = doc.article == docs[s.article].article && token.span.overlaps(s.word);
                let open = stem.chars().next_back().map(sound::syllable) == Some(Sounds::OPEN);
                let noun = NOUN_ONLY.contains(&rest)
                    || if open { matches!(rest, "를" | "와" | "로") } else { matches!(rest, "과") }
                    || (s.right == rest && !matches!(rest, "은" | "을"));
                let proof = &mut out[i];
                if noun && !own && proof.at.len() < 4 {
                    proof.at.push(Loc {
                        article: doc.article,
                        span: Span::new(token.span.start(), token.span.start() + stem.len()),
                    });
                }
                proof.fits |= s.right == rest;
                proof.again |= !own && rest.starts_with(docs[s.article].slice(s.josa));
            }
        }
    }
    out
}

fn report(scene: Scene<'_>, rule: &Rule, doc: &Document<'_>, s: &Suspect, proof: Proof) -> Option<Finding> {
    let enough = match s.need {
        Need::Nothing => true,
        Need::Noun => !proof.at.is_empty(),
        Need::NounTwice => proof.at.len() >= 2,
        Need::Subject => proof.at.len() >= 2 && proof.fits && !proof.again,
    };
    if !enough {
        return None;
    }
    let expected = format!("{}{}", doc.slice(Span::new(s.word.start(), s.josa.start())), s.right);
    let mut reasons = vec![format!("‘{}’ → ‘{}’", doc.slice(s.josa), s.right)];
    if !s.reading.is_empty() {
        reasons.push(s.reading.to_owned());
    }
    let found = Found {
        at: Loc { article: doc.article, span: s.word },
        expected: vec![expected.clone()],
        confidence: match s.need {
            Need::Nothing => 0.97,
            Need::Noun => 0.94,
            Need::NounTwice | Need::Subject => 0.92,
        },
        proven: true,
        others: proof.at,
        reasons,
        replacement: Some(expected),
        safe: true,
    };
    Some(found.finding(scene, rule))
}
