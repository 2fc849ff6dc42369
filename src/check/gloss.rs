//! Names and their glosses: `함창(咸昌)`, `탕웨이밍(湯偉明·Tang Weiming)`, compared across outlets and with the sound of the name.

use super::report::Found;
use super::{Scene, acronym, kanji, pinyin};
use crate::finding::Finding;
use crate::rule::{self, Rule};
use crate::source::{Loc, Span};
use crate::text::hangul::split;
use crate::text::{Document, Script};

/// Two glosses that differ in more letters than this are two ways of romanising, or two things.
const FAR: usize = 2;

/// What one consonant weighs where the other letters count one each.
const LETTERS: usize = 16;

/// A gloss as it stands.
struct Gloss<'a> {
    /// The name before the brackets.
    name: &'a str,
    at: Loc,
    text: &'a str,
    roman: bool,
    /// The gloss in one form: one form of each hanja, small letters alone.
    form: String,
    /// How far it is from the sound of the name: syllables that are read in no such way, or letters.
    off: usize,
}

/// Returns the glosses of the event that contradict the others or the name that they are of.
pub(super) fn check(scene: Scene<'_>, rule: &Rule, settings: &rule::Gloss) -> Vec<Finding> {
    let _ = settings;
    let mut all = Vec::new();
    for id in &scene.event.articles {
        collect(scene, &scene.readings[id.index()].doc, &mut all);
    }
    let mut out = Vec::new();
    for (i, gloss) in all.iter().enumerate() {
        if scene.sources.article(gloss.at.article).peer {
            continue;
        }
        let found = against_others(scene, &all, i)
            .or_else(|| against_name(scene, &all, gloss))
            .or_else(|| against_hanja(&all, gloss))
            .or_else(|| against_sound(scene, gloss));
        if let Some(found) = found {
            out.push(found.finding(scene, rule));
        }
    }
    out.extend(acronym::found(scene).into_iter().map(|f| f.finding(scene, rule)));
    out
}

fn against_others(scene: Scene<'_>, all: &[Gloss<'_>], i: usize) -> Option<Found> {
    let gloss = &all[i];
    let rivals: Vec<&Gloss<'_>> = all.iter().filter(|o| rival(scene, gloss, o)).collect();
    let best = rivals.iter().max_by_key(|r| (outlets(scene, all, r), std::cmp::Reverse(r.off)))?;
    let (own, other) = (outlets(scene, all, gloss), outlets(scene, all, best));
    // The sound of the name decides before the number of voices.
    // Of two words before the brackets the first decides where the last does not: 마리아 로시 is Maria, not Marina.
    let first =
        || first_off(scene, gloss).zip(first_off(scene, best)).map_or(std::cmp::Ordering::Equal, |(a, b)| a.cmp(&b));
    let (proven, confidence) = match gloss.off.cmp(&best.off).then_with(first) {
        std::cmp::Ordering::Greater => (true, if other >= own { 0.95 } else { 0.8 }),
        std::cmp::Ordering::Less => return None,
        std::cmp::Ordering::Equal if !gloss.roman && kanji::is_misread(&whole(scene, gloss), gloss.text, best.text) => {
            (true, 0.85)
        }
        std::cmp::Ordering::Equal if !gloss.roman && kanji::is_misread(&whole(scene, gloss), best.text, gloss.text) => {
            return None;
        }
        std::cmp::Ordering::Equal if other >= 2 && other > own => (true, 0.9),
        // One against one: letters are lost more easily than added; else the later place is reported, with the other side.
        std::cmp::Ordering::Equal if other == own => {
            let (mine, theirs) = (gloss.form.chars().count(), best.form.chars().count());
            let wrong = if gloss.roman && mine != theirs { mine < theirs } else { gloss.at > best.at };
            if !wrong {
                return None;
            }
            (false, 0.6)
        }
        std::cmp::Ordering::Equal => return None,
    };
    let others = all.iter().filter(|o| same(o, best)).map(|o| o.at).collect();
    Some(Found {
        at: gloss.at,
        expected: vec![best.text.to_owned()],
        confidence,
        proven,
        others,
        reasons: Vec::new(),
        replacement: proven.then(|| best.text.to_owned()),
        safe: true,
    })
}

/// Returns the last two words before the brackets, as one.
fn whole(scene: Scene<'_>, gloss: &Gloss<'_>) -> String {
    let before = &scene.sources.article(gloss.at.article).text[..gloss.at.span.start()];
    let mut words = before.trim_end_matches(['(', '·', ' ']).rsplit([' ', '\n']);
    let (last, first) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    [first, last].concat()
}

/// Returns how far the first word of the gloss of a foreign name is from the word before the name, twice as [`foreign_off`]
/// counts; none where it has only one.
fn first_off(scene: Scene<'_>, gloss: &Gloss<'_>) -> Option<usize> {
    let (roman, _) = gloss.text.split_once(' ').filter(|_| gloss.roman)?;
    let before = &scene.sources.article(gloss.at.article).text[..gloss.at.span.start()];
    let word = before.strip_suffix('(')?.strip_suffix(gloss.name)?.strip_suffix(' ')?.rsplit([' ', '\n']).next()?;
    let hangul = word.len() >= 6 && word.chars().all(crate::text::hangul::is_syllable);
    hangul.then(|| {
        let roman: String = roman.chars().flat_map(char::to_lowercase).map(unaccented).collect();
        // Where both may be, the one without a silent h is: 미겔 is Miguel rather than Michael.
        foreign_off(word, &roman) * 2
            + usize::from(roman.chars().skip(1).any(|c| c == 'h') && !word.contains(|c| ('하'..='힣').contains(&c)))
    })
}

/// Returns the letter without its accent.
fn unaccented(letter: char) -> char {
    const ACCENTED: [(&str, char); 7] =
        [("àáâãäå", 'a'), ("èéêë", 'e'), ("ìíîï", 'i'), ("òóôõö", 'o'), ("ùúûü", 'u'), ("ç", 'c'), ("ñ", 'n')];
    ACCENTED.iter().find(|(row, _)| row.contains(letter)).map_or(letter, |a| a.1)
}

/// Returns whether the name is likelier a Korean one than a foreign one: 이키케 begins with a surname by chance.
fn is_korean(scene: Scene<'_>, name: &str) -> bool {
    let names = &scene.rules.lexicon.names;
    names.korean(name).is_some_and(|k| k > 0 && names.foreign(name) <= k)
}

/// Reports letters of a foreign name of two words of which the first is the one before the brackets and the last another name:
/// `레오 마르티네스(Leo Fontaine)`.
fn against_sound(scene: Scene<'_>, gloss: &Gloss<'_>) -> Option<Found> {
    let last = gloss.text.rsplit_once(' ').filter(|(first, _)| gloss.roman && !first.contains(' '))?.1;
    let plain = |text: &str| text.chars().flat_map(char::to_lowercase).map(unaccented).collect::<String>();
    let last = plain(last);
    let fits = gloss.name.chars().count() >= 3
        && last.len() >= 4
        && last.chars().all(|c| c.is_ascii_lowercase())
        && first_off(scene, gloss).is_some_and(|off| off < 2 * LETTERS)
        && is_another_name(gloss.name, &last);
    fits.then(|| doubted(gloss))
}

/// Returns the report of a gloss that does not sound as its name, of which nobody has another.
fn doubted(gloss: &Gloss<'_>) -> Found {
    Found {
        at: gloss.at,
        expected: Vec::new(),
        confidence: 0.75,
        proven: false,
        others: Vec::new(),
        reasons: Vec::new(),
        replacement: None,
        safe: true,
    }
}

/// Returns whether small letters are no way to write a name, whichever of them are silent: 카터 is Carter, 숄츠 Scholz.
fn is_another_name(name: &str, roman: &str) -> bool {
    let vowel = |c: Option<&char>| c.is_some_and(|c| "aeiouy".contains(*c));
    let letters: Vec<char> = roman.chars().collect();
    let kept = letters.iter().enumerate().filter(|&(i, c)| *c != 'r' || vowel(letters.get(i + 1)));
    let silent: String = kept.map(|(_, c)| *c).collect();
    let forms = [roman.to_owned(), silent];
    forms.iter().all(|form| {
        [("", ""), ("sch", "s"), ("ch", "s"), ("gh", ""), ("x", "ks"), ("tion", "syon")].iter().all(|(from, to)| {
            foreign_off(name, &if from.is_empty() { form.clone() } else { form.replace(from, to) }) == LETTERS * LETTERS
        })
    })
}

/// Reports hanja of a Korean name of which one does not sound as its syllable while the others do.
fn against_name(scene: Scene<'_>, all: &[Gloss<'_>], gloss: &Gloss<'_>) -> Option<Found> {
    let korean = is_korean(scene, gloss.name);
    let long = gloss.name.chars().count() >= 3;
    let fits = !gloss.roman && gloss.off == 1 && (korean && long || !long && is_town(scene, gloss.name));
    let shared = all.iter().any(|o| same(o, gloss) && o.at.article != gloss.at.article);
    (fits && !shared).then(|| doubted(gloss))
}

/// Reports letters of a Chinese name whose surname is not how its hanja is read but how another is: 왕리나(王麗娜·Huang Lina).
fn against_hanja(all: &[Gloss<'_>], gloss: &Gloss<'_>) -> Option<Found> {
    // Both stand in one pair of brackets.
    let beside = |o: &&Gloss<'_>| {
        let apart = gloss.at.span.start().checked_sub(o.at.span.end());
        !o.roman && o.name == gloss.name && o.at.article == gloss.at.article && apart.is_some_and(|d| d <= 4)
    };
    let hanja = all.iter().find(beside).filter(|_| gloss.roman)?;
    let (first, rest) = gloss.text.split_once(' ')?;
    let right = kanji::surname(hanja.text.chars().next()?, first)?;
    let text = format!("{right} {rest}");
    // 왕리펀(馬麗芬·Wang Lifen): name and letters agree, so that it is the hanja that others have otherwise.
    if pinyin::reads(gloss.name, &gloss.form) && !pinyin::reads(gloss.name, &text.to_lowercase().replace(' ', "")) {
        let other = all
            .iter()
            .find(|o| !o.roman && o.name == gloss.name && o.at.article != gloss.at.article && o.form != hanja.form)?;
        return Some(Found {
            at: hanja.at,
            expected: vec![other.text.to_owned()],
            confidence: 0.85,
            proven: true,
            others: vec![other.at],
            reasons: vec!["한자의 중국어 발음과 로마자가 다르다".to_owned()],
            replacement: Some(other.text.to_owned()),
            safe: false,
        });
    }
    Some(Found {
        at: gloss.at,
        expected: vec![text.clone()],
        confidence: 0.85,
        proven: true,
        others: vec![hanja.at],
        reasons: vec!["한자의 중국어 발음과 로마자가 다르다".to_owned()],
        replacement: Some(text),
        safe: false,
    })
}

/// Returns whether an article of the event has the name as that of a town or village of Korea: 함창읍.
fn is_town(scene: Scene<'_>, name: &str) -> bool {
    let towns = ["읍", "면", "리"].map(|end| format!("{name}{end}"));
    name.chars().count() == 2
        && scene.event.articles.iter().any(|&a| {
            let text = scene.sources.article(a).text.as_str();
            towns.iter().any(|t| {
                text.match_indices(t.as_str()).any(|(i, _)| {
                    let alone = text[..i].ends_with(' ');
                    alone && !text[i + t.len()..].starts_with(crate::text::hangul::is_syllable)
                })
            })
        })
}

/// Returns whether two glosses are of one name and differ by a slip, not by a habit of romanising.
fn rival(scene: Scene<'_>, a: &Gloss<'_>, b: &Gloss<'_>) -> bool {
    if a.name != b.name || a.roman != b.roman || a.form == b.form {
        return false;
    }
    if !a.roman {
        let (n, m) = (a.form.chars().count(), b.form.chars().count());
        let differ = a.form.chars().zip(b.form.chars()).filter(|(x, y)| x != y).count();
        return n == m && n >= 2 && differ == 1;
    }
    let korean = is_korean(scene, a.name);
    // `Irène Dubois` and `Irène Duval` have one name before them, and begin alike: one person.
    let first = |g: &Gloss<'_>| g.text.split_once(' ').map(|(first, _)| first.to_owned());
    let begins = first(a).is_some() && first(a) == first(b);
    // `Miguel Rocha` and `Michael Rocha` of 미겔 호샤 end alike.
    let last =
        |g: &Gloss<'_>| g.text.split_once(' ').filter(|(_, last)| !last.contains(' ')).map(|(_, last)| last.to_owned());
    // J. Smith is John Smith cut short.
    let initial = |g: &Gloss<'_>| g.text.find([' ', '.']).is_some_and(|at| at <= 1);
    let ends = last(a).is_some() && last(a) == last(b) && !initial(a) && !initial(b);
    let near = begins
        || ends
        || strsim::damerau_levenshtein(&a.form, &b.form) <= FAR
        || a.off.min(b.off) / LETTERS == 0 && a.off / LETTERS != b.off / LETTERS;
    near && !(korean && skeleton(&a.form) == skeleton(&b.form))
}

fn same(a: &Gloss<'_>, b: &Gloss<'_>) -> bool {
    a.name == b.name && a.roman == b.roman && a.form == b.form
}

fn outlets(scene: Scene<'_>, all: &[Gloss<'_>], gloss: &Gloss<'_>) -> usize {
    let mut names: Vec<&str> =
        all.iter().filter(|o| same(o, gloss)).map(|o| scene.sources.article(o.at.article).outlet.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names.len()
}

fn collect<'a>(scene: Scene<'_>, doc: &Document<'a>, out: &mut Vec<Gloss<'a>>) {
    for sentence in &doc.sentences {
        let tokens = doc.tokens_of(sentence);
        let sign =
            |k: usize, s: &str| tokens.get(k).is_some_and(|t| t.script == Script::Sign && doc.slice(t.span) == s);
        // `(위원장 이렌 뒤보아·Irène Dubois)`
        for dot in (1..tokens.len().saturating_sub(1)).filter(|&k| sign(k, "·") && !tokens[k].spaced) {
            let (name, first) = (&tokens[dot - 1], &tokens[dot + 1]);
            let Some(close) = (dot + 2..tokens.len().min(dot + 6)).find(|&k| sign(k, ")")) else { continue };
            if name.script == Script::Hangul && name.spaced && first.script == Script::Latin {
                let span = first.span.cover(tokens[close - 1].span);
                out.extend(read(scene, doc, doc.slice(name.span), span, Script::Latin));
            }
        }
        for open in 1..tokens.len() {
            if !sign(open, "(") || tokens[open].spaced {
                continue;
            }
            // ‘글래스하우스’(Glasshouse)
            let quoted = open > 1 && ["'", "’", "\"", "”", "》", "〉", "」", "』"].iter().any(|s| sign(open - 1, s));
            let named = if quoted { open - 2 } else { open - 1 };
            if tokens[named].script != Script::Hangul {
                continue;
            }
            let Some(close) = (open + 1..tokens.len().min(open + 12)).find(|&k| sign(k, ")")) else { continue };
            let name = doc.slice(tokens[named].span);
            let mut from = open + 1;
            for k in open + 1..=close {
                let cut = k == close || ["·", ",", "/", ";"].iter().any(|s| sign(k, s));
                if cut {
                    if k > from {
                        let span = tokens[from].span.cover(tokens[k - 1].span);
                        let gloss = read(scene, doc, name, span, tokens[from].script);
                        out.extend(gloss.as_ref().and_then(without_suffix));
                        out.extend(gloss);
                    }
                    from = k + 1;
                }
            }
        }
    }
}

/// Readings of usage (속음) that no table of readings has: 보령(保寧), 여주(驪州), 곤란(困難), 허락(許諾).
const USUAL: [(char, char); 9] = [
    ('寧', '령'),
    ('驪', '여'),
    ('諾', '락'),
    ('怒', '로'),
    ('難', '란'),
    ('丹', '란'),
    ('六', '유'),
    ('十', '시'),
    ('八', '파'),
];

/// Syllables that end names of places, with their hanja.
const SUFFIXES: [(char, char); 9] = [
    ('읍', '邑'),
    ('면', '面'),
    ('리', '里'),
    ('군', '郡'),
    ('시', '市'),
    ('도', '島'),
    ('산', '山'),
    ('강', '江'),
    ('현', '縣'),
];

/// Returns the gloss of the name without what it ends in: 함창읍(咸昌邑) writes 함창(咸昌) too.
fn without_suffix<'a>(gloss: &Gloss<'a>) -> Option<Gloss<'a>> {
    let (last, hanja) = (gloss.name.chars().next_back()?, gloss.text.chars().next_back()?);
    let long = gloss.name.chars().count() >= 3 && gloss.name.chars().count() == gloss.text.chars().count();
    (long && !gloss.roman && SUFFIXES.contains(&(last, hanja))).then(|| {
        let text = &gloss.text[..gloss.text.len() - hanja.len_utf8()];
        let span = Span::new(gloss.at.span.start(), gloss.at.span.end() - hanja.len_utf8());
        let mut form = gloss.form.clone();
        form.pop();
        Gloss {
            name: &gloss.name[..gloss.name.len() - last.len_utf8()],
            at: Loc { span, ..gloss.at },
            text,
            form,
            ..*gloss
        }
    })
}

fn read<'a>(scene: Scene<'_>, doc: &Document<'a>, name: &'a str, span: Span, script: Script) -> Option<Gloss<'a>> {
    let text = doc.slice(span);
    let hanja = &scene.rules.lexicon.hanja;
    let at = Loc { article: doc.article, span };
    match script {
        Script::Hanja if text.chars().all(|c| crate::text::token::script_of(c) == Some(Script::Hanja)) => {
            let form: String = text.chars().map(|c| hanja.form(c)).collect();
            let alike = text.chars().count() == name.chars().count();
            let off = if alike {
                let usual = |c: char, s: char| USUAL.iter().any(|&(h, r)| r == s && hanja.form(h) == hanja.form(c));
                text.chars()
                    .zip(name.chars())
                    .filter(|&(c, s)| hanja.reads(c, s) == Some(false) && !usual(c, s))
                    .count()
            } else {
                0
            };
            Some(Gloss { name, at, text, roman: false, form, off })
        }
        Script::Latin => {
            // `MOU` and `GDP` are no glosses: a name has small letters.
            let plain = text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’' | '.'));
            let capital = text.starts_with(|c: char| c.is_uppercase()) && text.contains(|c: char| c.is_lowercase());
            if !plain || !capital {
                return None;
            }
            let form: String =
                text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).map(unaccented).collect();
            let last = text.rsplit(' ').next().unwrap_or(text).to_lowercase();
            let korean = is_korean(scene, name) && name.chars().count() <= 3;
            // 캐런 오스트로(Karen Ostrow): the name before the bracket may be the last of several words.
            let off = |of: &str| {
                if korean {
                    LETTERS * strsim::levenshtein(&fold(of), &fold(&sounded(name)))
                } else {
                    foreign_off(name, of)
                }
            };
            // What pinyin writes so is so; all else is a little off.
            let off = if pinyin::reads(name, &form) {
                0
            } else {
                off(form.as_str()).min(off(last.as_str())).saturating_add(1)
            };
            Some(Gloss { name, at, text, roman: true, form, off })
        }
        _ => None,
    }
}

/// Returns the consonants, voiced and unvoiced as one: 이정우 is Lee Jung-woo and Yi Jeongu.
fn skeleton(roman: &str) -> String {
    fold(roman).chars().filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'w' | 'y' | 'h' | 'l')).collect()
}

/// Returns how far the letters of a foreign name are from what Hangul writes: consonants first (오스트로 is Ostrow and not
/// Oslow, 로하스 is Rojas and not Rosas), then vowels (펠드 is Feld and not Field). What is no transcription at all
/// (저어새, Platalea minor) is as far as anything.
fn foreign_off(name: &str, roman: &str) -> usize {
    let simple = |of: &str| {
        let mut out = String::new();
        for c in
            of.replace("ph", "p").replace("oo", "u").replace("ou", "u").replace("ee", "i").replace("jia", "ja").chars()
        {
            if !out.ends_with(c) {
                out.push(c);
            }
        }
        out
    };
    let bones =
        |of: &str| -> String { of.chars().filter(|c| !"aeiouwyèéêëàâîïôöûüç".contains(*c)).collect() };
    let sound = simple(&fold(&sounded(name)).replace("eu", ""));
    // 로하스 is Rojas, 얀손 Jansson.
    let far = [("j", "j"), ("j", "h"), ("j", "y"), ("h", "")].iter().map(|(from, to)| {
        let of = simple(&fold(&roman.replace(from, to)));
        let off = strsim::levenshtein(&simple(&bones(&of)), &simple(&bones(&sound)));
        off * LETTERS + strsim::levenshtein(&of, &sound).min(LETTERS - 2)
    });
    let off = far.min().unwrap_or(0);
    if off / LETTERS * 2 > bones(&sound).len() { LETTERS * LETTERS } else { off }
}

/// Returns the letters with those as one that Hangul writes as one.
fn fold(roman: &str) -> String {
    let one = |c| match c {
        'v' => 'b',
        'f' => 'p',
        'r' => 'l',
        'z' => 'j',
        'g' | 'q' | 'c' => 'k',
        'd' => 't',
        other => other,
    };
    roman.chars().map(one).collect()
}

/// Returns a name as Revised Romanisation (2000) writes its syllables one by one.
fn sounded(name: &str) -> String {
    const FIRST: [&str; 19] =
        ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"];
    const VOWEL: [&str; 21] = [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu",
        "eu", "ui", "i",
    ];
    const LAST: [&str; 28] = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng",
        "t", "t", "k", "t", "p", "t",
    ];
    let mut out = String::new();
    for (first, vowel, last) in name.chars().filter_map(split) {
        out.push_str(FIRST[first as usize]);
        out.push_str(VOWEL[vowel as usize]);
        out.push_str(LAST[last as usize]);
    }
    out
}
