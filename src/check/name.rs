//! Names and words that one outlet spells otherwise than all the others.

use super::apart::are_no_slip;
use super::coined::{
    IN_POST, are_court_and_office, coined, is_at_work, is_in_post, is_maimed, is_township, measured, moved,
};
use super::employer::one_body;
use super::report::{Found, explain, loc};
use super::weigh::ODD;
use super::{Common, Scene, exchange, floor, forename, incumbent, letter, origin, swap, withheld};
use crate::align::Row;
use crate::align::odd::{Odd, Place, Slip};
use crate::claim::{Lexicon, Value};
use crate::finding::{Finding, Kind};
use crate::rule::Rule;
use crate::source::{Loc, Span};
use crate::text::hangul;

/// Pairs less likely than this are not worth a line even for those who ask for everything.
const LEAST: f32 = 0.15;

/// How sure it is that a name is the other of who bears the same role.
const NAMESAKE: f32 = 0.72;

/// Returns a finding for each place of a word that is a slip of another, of the rule's kind.
pub(super) fn check(scene: Scene<'_>, common: &Common<'_>, rule: &Rule, jamo_within: usize) -> Vec<Finding> {
    let mut best: Vec<(&Odd, f32)> = Vec::new();
    for odd in &common.odd {
        // Of names nobody knows the whole syllable may differ: 한결제분 and 한결제당 between the same words.
        let names = odd.signs.wrong_unknown + odd.signs.right_unknown == 2.0;
        let namesake = rule.kind == Kind::PersonName && is_namesake(common, odd, &scene.rules.lexicon);
        let coined = coined(common, odd, &scene.rules.lexicon);
        let alone = match namesake {
            true => NAMESAKE,
            false if rule.kind == Kind::PersonName && is_in_post(common, odd, &scene.rules.lexicon) => IN_POST,
            false => {
                let lexicon = &scene.rules.lexicon;
                alone(common, odd, lexicon)
                    .max(moved(common, odd, lexicon))
                    .max(measured(common, odd, lexicon))
                    .max(coined)
            }
        };
        let whole = alone > 0.0 || (names && odd.signs.left + odd.signs.right >= 2.0);
        if odd.slip.letters() > jamo_within + usize::from(whole) {
            continue;
        }
        // One outlet that writes a foreign word so throughout (미쉘/미셸) has its own way of spelling it; a Korean name
        // has one spelling.
        let korean = odd.right.chars().count() == 3 && scene.rules.lexicon.names.has_surname(&odd.right);
        let habit = odd.places.len() > 1 && odd.signs.also_here == 0.0 && !korean;
        let transcribed = || is_transcription(odd, &scene.rules.lexicon) && !enclosed_alone(odd);
        let own_way = habit || (odd.signs.also_here == 0.0 && transcribed());
        let confidence = (ODD.confidence(&odd.signs.values()) * if own_way { 0.5 } else { 1.0 }).max(odd.no_word);
        let confidence = confidence.max(alone);
        // What costs least is asked first.
        if confidence < LEAST
            || (if coined > 0.0 { Kind::OrgName } else { kind(common, odd) }) != rule.kind
            || (rule.kind == Kind::PersonName && hardens(&odd.wrong, &odd.right, &scene.rules.lexicon))
            || two_people(common, odd)
            || are_no_slip(common, odd, &scene.rules.lexicon)
            || (are_court_and_office(odd) && (odd.signs.majority < 1.0 || is_at_work(common, odd)))
            || !(odd.no_word > 0.0 || alone > 0.0 || enclosed_enough(common, odd, &scene.rules.lexicon))
        {
            continue;
        }
        match best.iter_mut().find(|(o, _)| o.places[0] == odd.places[0]) {
            Some(b) if b.1 < confidence => *b = (odd, confidence),
            Some(_) => {}
            None => best.push((odd, confidence)),
        }
    }
    // Where either of two may be the slip of the other, the likelier is told; of a word that Korean has and one that it
    // does not have, the latter (수출상단회 for 수출상담회).
    let sound = |word: &str| rule.kind == Kind::Term && scene.rules.lexicon.vocabulary.is_sound(word);
    let mirrored = |odd: &Odd, confidence: f32| {
        let (wrong, right) = (sound(&odd.wrong), sound(&odd.right));
        common.odd.iter().any(|o| {
            o.wrong == odd.right && o.right == odd.wrong && {
                let other = ODD.confidence(&o.signs.values()).max(o.no_word);
                // The event speaks of 상담 again and again, and of 상단 nowhere else.
                if wrong
                    && right
                    && let Some(known) = spoken_more(common, odd)
                {
                    return known;
                }
                // Of two that can be taken apart, what a dictionary has, or readers know, was meant.
                let vocabulary = &scene.rules.lexicon.vocabulary;
                let listed = |word: &str| (vocabulary.is_noun(word), vocabulary.is_met(word));
                if wrong && right && odd.right.chars().count() >= 3 && listed(&odd.wrong) != listed(&odd.right) {
                    return listed(&odd.wrong) > listed(&odd.right);
                }
                match (wrong, right) {
                    (true, false) => return true,
                    // Nearly half as sure is what is written so throughout: 슈퍼마켙.
                    (false, true) => return other >= confidence * 1.9,
                    _ => {}
                }
                other > confidence || (other == confidence && o.places[0] < odd.places[0])
            }
        })
    };
    let mut out = Vec::new();
    for (odd, confidence) in best.into_iter().filter(|(o, c)| !mirrored(o, *c)) {
        for &place in &odd.places {
            out.push(found(common, odd, place, confidence, &scene.rules.lexicon).finding(scene, rule));
        }
    }
    // What stands in the place of another is surer there than by its spelling alone.
    for f in swap::found(scene, common, rule).into_iter().map(|f| f.finding(scene, rule)) {
        if !out.iter().any(|o: &Finding| o.at.overlaps(f.at) && o.confidence >= f.confidence) {
            out.retain(|o| !o.at.overlaps(f.at));
            out.push(f);
        }
    }
    let more = match rule.kind {
        Kind::PersonName => {
            exchange::found(common).into_iter().chain(withheld::found(common)).chain(forename::found(common)).collect()
        }
        Kind::PlaceName => origin::found(scene, common).into_iter().chain(floor::found(scene, common)).collect(),
        _ => Vec::new(),
    };
    let more: Vec<Finding> = more.into_iter().map(|f| f.finding(scene, rule)).filter(|f| !told(&out, f.at)).collect();
    out.extend(more);
    if rule.kind == Kind::PersonName {
        let more = incumbent::found(common).into_iter().map(|f| f.finding(scene, rule));
        let known = |f: &Finding| told(&out, f.at) || f.evidence.iter().any(|e| told(&out, e.at));
        let more: Vec<Finding> = more.filter(|f| !known(f)).collect();
        out.extend(more);
    }
    if matches!(rule.kind, Kind::PersonName | Kind::OrgName) {
        let more = letter::found(scene, common, rule.kind).into_iter().map(|f| f.finding(scene, rule));
        out.extend(more.filter(|f| !told(&out, f.at)).collect::<Vec<_>>());
    }
    out
}

/// Returns how sure it is that a noun which stands once is the other that two outlets have, whatever syllable differs: inside a
/// word of five syllables and more (사염화탄소, 사염화규소), between the same words, or beside one where it is not the end
/// that differs (`음극재 기술`, `양극재 기술`); 0 where none of that is so.
fn alone(common: &Common<'_>, odd: &Odd, lexicon: &Lexicon) -> f32 {
    let Slip::Syllable(slip) = odd.slip else { return 0.0 };
    let length = odd.right.chars().count();
    // In six syllables and more one is another by a slip even where one stands against one: 국정감시계획서, 국정감사계획서.
    let many = odd.signs.majority >= 1.0;
    let fits = (many || (length >= 6 && odd.signs.letters <= 2.0 && kind(common, odd) == Kind::Term))
        && odd.places.len() == 1
        && odd.signs.together == 0.0
        && odd.signs.verb == 0.0
        && length >= 3
        && !is_verb(&odd.wrong, lexicon)
        && !is_verb(&odd.right, lexicon)
        && !is_transcription(odd, lexicon)
        // Whoever is 구급과장 and whoever 구조과장 is a matter of who they are.
        && lexicon.names.role_at_end(&odd.right).is_none();
    if !fits {
        return 0.0;
    }
    // Of one product one pole is told: who writes the other once has the wrong one.
    let poles = [&odd.wrong, &odd.right].iter().all(|w| w.starts_with("양극") || w.starts_with("음극"));
    if poles {
        return if many { 0.62 } else { 0.0 };
    }
    let (first, last) = (slip.index == 0, slip.index + 1 == length);
    // 국립진주박물관 and 국립공주박물관 are two.
    let town = |w: &str, from: usize| w.get(from..from + 6).is_some_and(|t| lexicon.names.is_place_stem(t));
    let towns = [slip.index.saturating_sub(1), slip.index]
        .iter()
        .any(|&at| town(&odd.wrong, at * 3) && town(&odd.right, at * 3));
    if length >= 5 && !first && !last && !towns {
        return if many { 0.72 } else { 0.55 };
    }
    if !many {
        return 0.0;
    }
    let sides = odd.holders.iter().map(|&h| beside(common, odd.places[0], h)).max().unwrap_or(0);
    // 개회사 and 폐회사 are both held at one meeting.
    let opened =
        first && [("개", "폐"), ("폐", "개")].iter().any(|(a, b)| odd.wrong.starts_with(a) && odd.right.starts_with(b));
    match sides {
        2 if !last => 0.72,
        1 if !last && !opened => 0.62,
        _ => 0.0,
    }
}

/// Returns on how many sides the same word of two syllables and more stands beside both in their sentences.
pub(super) fn beside(common: &Common<'_>, a: Place, b: Place) -> usize {
    let rows = &common.alignment.rows;
    let word = |(r, u): Place, step: isize| {
        let row = &rows[r as usize];
        let at = (u as usize).checked_add_signed(step)?;
        let sentence = row.sentence(row.sentence_of(u as usize) as u32);
        let unit = row.units.get(at).filter(|n| sentence.contains(&at) && !n.figure && n.spelt.len() >= 6)?;
        Some(unit.word)
    };
    [-1, 1].into_iter().filter(|&step| matches!((word(a, step), word(b, step)), (Some(x), Some(y)) if x == y)).count()
}

/// Returns whether two outlets give one surname and role to a name that differs in one syllable from the only one of this
/// article: `대부업자 엄기훈` and `대부업자 엄기태`.
fn is_namesake(common: &Common<'_>, odd: &Odd, lexicon: &Lexicon) -> bool {
    let surname = |w: &str| w.len() == 9 && lexicon.names.has_surname(w);
    let fits = odd.signs.majority >= 1.0
        && odd.signs.also_here == 0.0
        && odd.places.len() == 1
        && surname(&odd.wrong)
        && surname(&odd.right)
        && odd.wrong[..3] == odd.right[..3];
    if !fits {
        return false;
    }
    let rows = &common.alignment.rows;
    let before = |&(r, u): &Place| {
        let row = &rows[r as usize];
        let (u, sentence) = (u as usize, row.sentence_of(u as usize));
        (u > row.sentence(sentence as u32).start)
            .then(|| row.units[u - 1])
            .filter(|b| !b.figure && b.spelt.len() >= 6)
            .map(|b| b.word)
    };
    let role = |&(r, u): &Place| match claim_over(&rows[r as usize], rows[r as usize].units[u as usize].span) {
        Some(Value::Person { role: Some(role), .. }) => Some(role.split_whitespace().collect::<String>()),
        _ => None,
    };
    let at = &odd.places[0];
    // What is written between name and role (`엄기태(51)씨`) and how long the role is told do not matter.
    odd.holders.iter().any(|h| {
        let same =
            matches!((role(at), role(h)), (Some(a), Some(b)) if a.ends_with(b.as_str()) || b.ends_with(a.as_str()));
        same || matches!((before(at), before(h)), (Some(a), Some(b)) if a == b)
    })
}

/// Returns whether the event has the parts of the odd word far more often than those of the right one, or far less often;
/// none where neither is so, or a syllable was not merely changed.
fn spoken_more(common: &Common<'_>, odd: &Odd) -> Option<bool> {
    let Slip::Syllable(slip) = odd.slip else { return None };
    if odd.right.chars().count() < 4 {
        return None;
    }
    let count =
        |part: &str| common.alignment.rows.iter().map(|r| r.reading.doc.text.matches(part).count()).sum::<usize>();
    // The syllable with the one before and with the one behind it.
    let parts = |word: &str| {
        let at = slip.index * 3;
        let before = at.checked_sub(3).and_then(|from| word.get(from..at + 3)).map_or(0, count);
        before + word.get(at..at + 6).map_or(0, count)
    };
    let (wrong, right) = (parts(&odd.wrong), parts(&odd.right));
    match (wrong >= 3 * right.max(1), right >= 3 * wrong.max(1)) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

fn told(out: &[Finding], at: Loc) -> bool {
    out.iter().any(|f| f.at.overlaps(at) && f.confidence >= 0.5)
}

/// Returns whether the words around leave no doubt where the spelling alone does: both are words that Korean has
/// (현지시각/현지시간, 은메달/금메달), or one is the other cut short (영업익/영업이익). Then equal words must stand on both
/// sides, and two outlets, or the article itself, must have the other word (개막식/폐막식). Of two compounds that no
/// dictionary has (가장자산/가상자산, 한틀은행/한들은행) equal words on one side are enough.
pub(super) fn enclosed_enough(common: &Common<'_>, odd: &Odd, lexicon: &Lexicon) -> bool {
    if is_maimed(odd, lexicon) || is_township(common, odd) {
        return true;
    }
    let both = |holds: &dyn Fn(&str) -> bool| holds(&odd.wrong) && holds(&odd.right);
    let noun_like =
        || odd.places.iter().any(|&p| bears_josa(common, p)) && odd.holders.iter().any(|&p| bears_josa(common, p));
    // Nobody knows 가강 of 가강자산 where the other is a word and one key away.
    let vocabulary = &lexicon.vocabulary;
    let unheard = odd.wrong.len() >= 9
        && odd.signs.letters <= 1.0
        && odd.signs.touch > 0.0
        && vocabulary.is_unmet(&odd.wrong)
        && (vocabulary.is_met(&odd.right) || vocabulary.common(&odd.right) > 0);
    let known =
        |w: &str| (is_entry(w, lexicon) && !(unheard && w == odd.wrong)) || (is_verb(w, lexicon) && !noun_like());
    // 결의 and 의결 are two words; of a long name the parts that a slip makes are words by chance.
    let swapped = odd.slip == Slip::Swapped
        && odd.signs.wrong_unknown + odd.signs.right_unknown == 0.0
        && odd.right.chars().count() <= 3;
    // 증권가 and 증권사: of three syllables and more a rare noun of the dictionary is a word as well.
    let nouns = odd.right.chars().count() >= 3 && odd.signs.last > 0.0 && both(&|w| lexicon.vocabulary.is_noun(w));
    let both_words = both(&known) || changes_ending(odd) || swapped || nouns;
    let cut = matches!(odd.slip, Slip::Dropped | Slip::Added);
    let enclosed = odd.signs.left >= 1.0 && odd.signs.right >= 1.0;
    let rows = |of: &[Place]| of.iter().map(|p| p.0).collect::<std::collections::BTreeSet<_>>().len();
    let copied = odd.signs.only_change > 0.0 && rows(&odd.holders) >= 2;
    let backed = odd.signs.majority >= 1.0 || odd.signs.also_here > 0.0 || copied;
    if both_words {
        return (enclosed && backed) || collocated(common, odd, lexicon);
    }
    if ends_in_none(odd, lexicon) {
        return true;
    }
    if has_other_head(odd, lexicon) {
        return (enclosed && copied) || collocated(common, odd, lexicon);
    }
    // 공정거래원회: of a long name that a dictionary has a syllable is lost.
    let vocabulary = &lexicon.vocabulary;
    if odd.slip == Slip::Dropped
        && odd.right.chars().count() >= 6
        && (vocabulary.is_noun(&odd.right) || lexicon.names.is_ministry(&odd.right))
        && !vocabulary.is_noun(&odd.wrong)
        && odd.signs.together == 0.0
    {
        return true;
    }
    // 컨벤센터: of a long word a syllable is lost more easily than another word is meant.
    if cut && !(backed && odd.wrong.chars().count() >= 5) {
        return enclosed;
    }
    !(is_compound(&odd.right, lexicon) && is_known_compound(&odd.wrong, lexicon))
        || odd.signs.left + odd.signs.right >= 1.0
}

/// Returns whether a long word ends in a noun that readers know, and the other, one key away, in none: 일용노동자, 일용노동지.
fn ends_in_none(odd: &Odd, lexicon: &Lexicon) -> bool {
    const END: usize = 9;
    let vocabulary = &lexicon.vocabulary;
    let end = |word: &str| word.get(word.len().checked_sub(END)?..).map(str::to_owned);
    odd.signs.last > 0.0
        && odd.signs.letters <= 1.0
        && odd.signs.touch > 0.0
        && odd.signs.same_josa > 0.0
        && odd.right.len() > END
        && end(&odd.right).is_some_and(|w| vocabulary.is_met(&w))
        && end(&odd.wrong).is_some_and(|w| vocabulary.is_unmet(&w) && !vocabulary.is_noun(&w))
}

/// Returns whether a noun that stands once is one key from another in the same company: beside the same word a noun that readers
/// do not know for one that they do (`발화선 물질`, `발화성 물질`), or before the same two words one that its own article or two
/// others have (`금식 창구 안내`, `급식 창구 안내`).
fn collocated(common: &Common<'_>, odd: &Odd, lexicon: &Lexicon) -> bool {
    let s = &odd.signs;
    let fits = matches!(odd.slip, Slip::Syllable(_))
        && s.letters <= 1.0
        && s.touch > 0.0
        && s.same_josa > 0.0
        && s.verb == 0.0
        && s.together == 0.0
        && odd.places.len() == 1;
    if !fits {
        return false;
    }
    let vocabulary = &lexicon.vocabulary;
    let beside = || odd.holders.iter().any(|&h| beside(common, odd.places[0], h) > 0);
    let unknown = vocabulary.is_unmet(&odd.wrong) && vocabulary.is_met(&odd.right);
    (unknown && (beside() || s.left + s.right >= 1.0 && !has_other_head(odd, lexicon)))
        || (s.left.max(s.right) >= 2.0 && (s.also_here > 0.0 || s.majority >= 1.0) && beside())
}

/// Returns whether the two are one noun with different endings that make nouns of it: 취임식/취임일, 증권가/증권사,
/// 교수님/교수팀.
fn has_other_head(odd: &Odd, lexicon: &Lexicon) -> bool {
    const HEADS: [char; 44] = [
        '식', '일', '님', '팀', '가', '사', '위', '부', '장', '원', '과', '국', '실', '청', '단', '회', '인', '자',
        '들', '층', '선', '률', '율', '액', '권', '비', '료', '금', '점', '소', '관', '집', '지', '력', '성', '적',
        '측', '급', '형', '생', '작', '품', '상', '재',
    ];
    let (Some(a), Some(b)) = (odd.wrong.chars().next_back(), odd.right.chars().next_back()) else { return false };
    let stem = &odd.wrong[..odd.wrong.len() - a.len_utf8()];
    stem == &odd.right[..odd.right.len() - b.len_utf8()]
        && stem.len() >= 6
        && HEADS.contains(&a)
        && HEADS.contains(&b)
        && (is_entry(stem, lexicon) || is_compound(stem, lexicon))
}

/// Returns whether a particle that only nouns take stands behind the word there.
fn bears_josa(common: &Common<'_>, (r, u): Place) -> bool {
    let row = &common.alignment.rows[r as usize];
    let token = &row.reading.doc.tokens[row.units[u as usize].token as usize];
    matches!(row.reading.doc.slice(token.josa()), "은" | "는" | "이" | "가" | "을" | "를" | "의" | "에" | "와" | "과")
}

/// Returns whether a foreign name begins with a harder letter in one of the two: of Japanese names desks write either
/// (가즈키/카즈키, 다나카/타나카).
pub(super) fn hardens(wrong: &str, right: &str, lexicon: &Lexicon) -> bool {
    const PAIRS: [(char, char); 3] = [('ㄱ', 'ㅋ'), ('ㄷ', 'ㅌ'), ('ㅈ', 'ㅊ')];
    let Some(s) = hangul::one_syllable(wrong, right).filter(|s| s.index == 0) else { return false };
    let (Some(a), Some(b)) = (hangul::split(s.from), hangul::split(s.to)) else { return false };
    let (x, y) = (hangul::CHOSEONG[a.0 as usize], hangul::CHOSEONG[b.0 as usize]);
    (a.1, a.2) == (b.1, b.2)
        && (PAIRS.contains(&(x, y)) || PAIRS.contains(&(y, x)))
        && lexicon.names.korean(right).is_none_or(|k| lexicon.names.foreign(right) > k + 25)
}

/// Returns whether equal words stand on both sides and the one spelling is that of every voice but one, where the two
/// sound alike today (ㅐ/ㅔ): there it is a slip of the keys rather than a way of writing (브라이언 켐프 주지사).
fn enclosed_alone(odd: &Odd) -> bool {
    const ALIKE: [u8; 2] = [1, 5];
    let Slip::Syllable(s) = odd.slip else { return false };
    let (Some(a), Some(b)) = (hangul::split(s.from), hangul::split(s.to)) else { return false };
    let vowels = (a.0, a.2) == (b.0, b.2) && ALIKE.contains(&a.1) && ALIKE.contains(&b.1);
    vowels && odd.signs.left >= 1.0 && odd.signs.right >= 1.0 && odd.signs.majority >= 1.0 && odd.places.len() == 1
}

/// Returns whether one outlet merely writes a foreign name in its own way: 카즈키/가즈키, 다이나마이트/다이너마이트.
fn is_transcription(odd: &Odd, lexicon: &Lexicon) -> bool {
    const LIKE: &[(char, char)] = &[
        ('ㄱ', 'ㅋ'),
        ('ㄷ', 'ㅌ'),
        ('ㅂ', 'ㅍ'),
        ('ㅈ', 'ㅊ'),
        ('ㄱ', 'ㄲ'),
        ('ㄷ', 'ㄸ'),
        ('ㅂ', 'ㅃ'),
        ('ㅈ', 'ㅉ'),
        ('ㅅ', 'ㅆ'),
        ('ㅋ', 'ㄲ'),
        ('ㅌ', 'ㄸ'),
        ('ㅍ', 'ㅃ'),
        ('ㅊ', 'ㅉ'),
        ('ㅅ', 'ㅈ'),
        ('ㅏ', 'ㅓ'),
        ('ㅐ', 'ㅔ'),
        ('ㅏ', 'ㅐ'),
    ];
    let Slip::Syllable(s) = odd.slip else { return false };
    let (Some(a), Some(b)) = (hangul::split(s.from), hangul::split(s.to)) else { return false };
    let like = |x: char, y: char| x == y || LIKE.contains(&(x, y)) || LIKE.contains(&(y, x));
    let foreign = lexicon.names.foreign(&odd.right) > 0
        && lexicon.names.korean(&odd.right).is_none_or(|k| k < 0)
        && !is_entry(&odd.right, lexicon);
    foreign
        && a.2 == b.2
        && like(hangul::CHOSEONG[a.0 as usize], hangul::CHOSEONG[b.0 as usize])
        && like(hangul::JUNGSEONG[a.1 as usize], hangul::JUNGSEONG[b.1 as usize])
}

/// Returns whether the word is a form of a verb or adjective that Korean has: 드러났다, 끼워, 젊은.
fn is_verb(word: &str, lexicon: &Lexicon) -> bool {
    const ENDINGS: &str = "다고며서면지게는던은을음운인할한해했됐돼된워와려져켜겨혀쳐춰둬꿔여어아펴";
    word.chars().next_back().is_some_and(|c| ENDINGS.contains(c)) && lexicon.vocabulary.analyses(word)
}

/// Returns whether the slip makes a body of an office or the other way: 강릉시청/강릉시장, 구급과/구급관.
fn changes_ending(odd: &Odd) -> bool {
    const ENDINGS: &str = "장청관원과국실부서소단회측당위";
    matches!(odd.slip, Slip::Syllable(s) if odd.signs.last > 0.0 && ENDINGS.contains(s.from) && ENDINGS.contains(s.to))
}

/// Returns whether the two are persons who bear different roles wherever they stand, or are of different bodies: two people.
pub(super) fn two_people(common: &Common<'_>, odd: &Odd) -> bool {
    let person = |&(r, u): &Place| {
        let row = &common.alignment.rows[r as usize];
        claim_over(row, row.units[u as usize].span)
    };
    let plain = |text: &String| text.split_whitespace().collect::<String>();
    let role = |p: &Place| match person(p) {
        Some(Value::Person { role: Some(role), .. }) => Some(plain(role)),
        _ => None,
    };
    let body = |p: &Place| match person(p) {
        Some(Value::Person { affiliation: Some(body), .. }) => Some(plain(body)).filter(|b| b.len() >= 9),
        _ => None,
    };
    let all = |of: &dyn Fn(&Place) -> Option<String>| -> [Vec<String>; 2] {
        [odd.places.iter().filter_map(of).collect(), odd.holders.iter().filter_map(of).collect()]
    };
    let apart = |[a, b]: &[Vec<String>; 2], one: &dyn Fn(&str, &str) -> bool| {
        !a.is_empty() && !b.is_empty() && !a.iter().any(|x| b.iter().any(|y| one(x, y)))
    };
    apart(&all(&role), &|x, y| x.contains(y) || y.contains(x)) || apart(&all(&body), &one_body)
}

/// Returns whether the word is one, or two nouns put together, as a dictionary has them.
fn is_word(word: &str, lexicon: &Lexicon) -> bool {
    is_entry(word, lexicon) || is_compound(word, lexicon)
}

/// Returns whether a dictionary has the word.
fn is_entry(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.names.is_noun(word) || lexicon.vocabulary.common(word) > 0 || lexicon.vocabulary.is_met(word)
}

/// Returns whether the word is two nouns of a dictionary put together.
fn is_compound(word: &str, lexicon: &Lexicon) -> bool {
    let noun = |w: &str| lexicon.names.is_noun(w);
    word.char_indices().skip(2).any(|(i, _)| word.len() - i >= 6 && noun(&word[..i]) && noun(&word[i..]))
}

/// Returns whether the word is two nouns put together that readers know.
fn is_known_compound(word: &str, lexicon: &Lexicon) -> bool {
    let noun = |w: &str| lexicon.names.is_noun(w) && !(w.len() == 6 && lexicon.vocabulary.is_unmet(w));
    word.char_indices().skip(2).any(|(i, _)| word.len() - i >= 6 && noun(&word[..i]) && noun(&word[i..]))
}

/// Returns what sort of word it is: by the claims that cover it where it is spelt rightly, then where it is not.
pub(super) fn kind(common: &Common<'_>, odd: &Odd) -> Kind {
    let rows = &common.alignment.rows;
    let mut votes = [0_usize; 3];
    for &(r, u) in odd.holders.iter().chain(&odd.places) {
        let row = &rows[r as usize];
        let span = row.units[u as usize].span;
        match claim_over(row, span) {
            Some(Value::Person { .. }) => votes[0] += 1,
            Some(Value::Place(_)) => votes[1] += 1,
            Some(Value::Org(_)) => votes[2] += 1,
            _ => {}
        }
    }
    let most = votes.iter().copied().max().unwrap_or(0);
    if most * 3 < odd.holders.len() + odd.places.len() {
        return Kind::Term;
    }
    match votes.iter().position(|&v| v == most) {
        Some(0) if most > 0 => Kind::PersonName,
        Some(1) if most > 0 => Kind::PlaceName,
        Some(2) if most > 0 => Kind::OrgName,
        _ => Kind::Term,
    }
}

/// Returns the name claim that holds the span.
pub(super) fn claim_over<'r>(row: &'r Row<'_>, span: Span) -> Option<&'r Value> {
    let claims = &row.reading.claims;
    let i = claims.partition_point(|c| c.span.start() <= span.start());
    // An utterance before it may hold the name as well as many others.
    claims[..i]
        .iter()
        .rev()
        .take(6)
        .filter(|c| span.start() < c.span.end())
        .map(|c| &c.value)
        .find(|v| matches!(v, Value::Person { .. } | Value::Place(_) | Value::Org(_)))
}

fn found(common: &Common<'_>, odd: &Odd, place: Place, confidence: f32, lexicon: &Lexicon) -> Found {
    let rows = &common.alignment.rows;
    let at = |(r, u): Place| {
        let row = &rows[r as usize];
        loc(row, row.units[u as usize].spelt)
    };
    let holders: Vec<_> = odd.holders.iter().map(|&p| at(p)).collect();
    let voices = common.alignment.voices(odd.holders.iter().map(|p| p.0 as usize));
    let cut_short = odd.slip == Slip::Dropped;
    let no_word = odd.no_word > 0.0 || (odd.signs.wrong_unknown > 0.0 && odd.signs.right_common > 0.0);
    let proven = voices >= 2 || odd.signs.also_here > 0.0 || no_word;
    let holders_count = holders.len();
    let reasons = explain(odd.slip).into_iter().collect();
    Found {
        at: at(place),
        expected: vec![odd.right.clone()],
        confidence,
        proven,
        others: holders,
        reasons,
        // Of two spellings the one that stands twice as often is what a person will want to see first.
        replacement: (proven || holders_count >= 2 * odd.places.len()).then(|| odd.right.clone()),
        // 공사 and 공장 are both words: which was meant is for a person to say. 경북 is 경상북 cut short, not misspelt.
        // Where one sentence has both, it may well mean both: 초등학교 14곳, 고등학교 2곳.
        safe: !cut_short
            && odd.signs.together == 0.0
            && (voices >= 2 || odd.signs.also_here > 0.0)
            && (no_word && !lexicon.vocabulary.is_noun(&odd.wrong) || !is_word(&odd.wrong, lexicon)),
    }
}
