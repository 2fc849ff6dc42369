//! Names beside roles.

use super::Named;
use super::shape::{Shape, Words, is_address};
use crate::source::Span;
use crate::text::Script;

/// At most so many words stand between a name and the end of its role.
const REACH: usize = 7;

/// Appends the persons that stand beside a role in the sentence.
pub(super) fn scan(words: Words<'_>, sentence: usize, found: &mut Vec<Named>) {
    for i in 0..words.tokens.len() {
        if !matches!(words.tokens[i].script, Script::Hangul | Script::Latin) {
            continue;
        }
        let (whole, stem) = (words.text(i), words.stem(i));
        addressed(words, i, (whole, stem), sentence, found);
        let Some(role) = role_of(words, i, (whole, stem)) else { continue };
        let before = before(words, i, role, sentence, found);
        if !before {
            after(words, i, role, sentence, found);
        }
    }
}

/// Adds `김민준씨`, `김민준 씨`; the address is no role.
fn addressed(words: Words<'_>, i: usize, (whole, stem): (&str, &str), sentence: usize, found: &mut Vec<Named>) {
    if words.tokens[i].script != Script::Hangul {
        return;
    }
    let has_address = |word: &str| word.starts_with('씨') || word.ends_with('씨');
    let start = words.tokens[i].span.start();
    if !has_address(whole) && !has_address(stem) {
        // `고은별씨다`, `고은별씨였다`
        let is = whole.get(9..).and_then(|rest| rest.strip_prefix('씨'));
        let is = is.is_some_and(|rest| ["다", "였", "이", "라", "입", "인"].iter().any(|e| rest.starts_with(e)));
        let named = |w: &str| words.shape(w).is_some_and(|s| s != Shape::Foreign) || words.is_rare_name(w);
        if is && named(&whole[..9]) {
            found.push(Named::new(Span::new(start, start + 9), sentence));
        }
        return;
    }
    for word in [whole, stem] {
        let name = if is_address(word) {
            match i.checked_sub(1).filter(|&k| words.tokens[i].spaced && words.is_word(k)) {
                Some(k) => words.tokens[k].span,
                None => return,
            }
        } else if let Some(name) = word.strip_suffix("씨") {
            Span::new(start, start + name.len())
        } else {
            continue;
        };
        let text = name.of(words.doc.text);
        // `김모씨` has no name.
        let named = words.shape(text).is_some_and(|s| s != Shape::Foreign || text.len() > 9);
        if text.len() >= 9 && (named || words.is_rare_name(text)) {
            found.push(Named::new(name, sentence));
        }
        return;
    }
}

/// A role word.
#[derive(Clone, Copy)]
struct Role {
    /// All of it, with the office or body before it (`서울시장`), without 조사.
    span: Span,
    /// The first token of it: that of the number in 형사1과장 and 119구조대장 is another than that of its end.
    head: usize,
    /// Whether something stands before the role in the same word.
    compound: bool,
    /// Whether a 조사 stands behind it.
    closed: bool,
}

/// Returns the role that a token is.
fn role_at(words: Words<'_>, i: usize) -> Option<Role> {
    let word = matches!(words.tokens[i].script, Script::Hangul | Script::Latin);
    if word { role_of(words, i, (words.text(i), words.stem(i))) } else { None }
}

/// Returns the role that a word of Hangul or Latin letters is, with and without its 조사.
fn role_of(words: Words<'_>, i: usize, (whole, stem): (&str, &str)) -> Option<Role> {
    let t = &words.tokens[i];
    let names = &words.lexicon.names;
    // `고은별 교수팀`
    let team = |word: &str| ["교수팀", "박사팀"].iter().any(|t| word.ends_with(t)) && word.len() <= 15;
    if let Some(word) = [whole, stem].into_iter().find(|w| team(w)) {
        let span = Span::new(t.span.start(), t.span.start() + word.len() - "팀".len());
        return Some(Role { span, head: i, compound: word.len() > 9, closed: true });
    }
    let (word, role, closed) = match names.role_at_end(whole) {
        Some(role) => (whole, role, false),
        None if whole.len() == stem.len() => return None,
        None => (stem, names.role_at_end(stem)?, true),
    };
    if names.is_room(word) {
        return None;
    }
    // `시장` the market, `입장`, `공장`: a longer word of the language that is no role.
    if role.len() < word.len() && role.len() <= 6 && names.is_noun(word) {
        return None;
    }
    let start = t.span.start();
    // `고용부 장관`, `COO`: a Latin role stands alone.
    let (span, head) = (Span::new(start, start + word.len()), numbered(words, i));
    let span = if head < i { words.tokens[head].span.cover(span) } else { span };
    Some(Role { span, head, compound: head < i || role.len() < word.len(), closed })
}

/// Returns the first token of the role that ends in a token behind a number: 형사1과장, 제1부시장, 119구조대장.
fn numbered(words: Words<'_>, i: usize) -> usize {
    let glued = |k: usize, script: Script| {
        let left = k.checked_sub(1).filter(|_| !words.tokens[k].spaced)?;
        (words.tokens[left].script == script).then_some(left)
    };
    let number = glued(i, Script::Number).filter(|&n| words.tokens[n].span.len() <= 3);
    number.map_or(i, |n| glued(n, Script::Hangul).unwrap_or(n))
}

/// Adds the person named before a role; returns whether there is one.
fn before(words: Words<'_>, i: usize, role: Role, sentence: usize, found: &mut Vec<Named>) -> bool {
    let names = &words.lexicon.names;
    if let Some(named) = slashed(words, i, role, sentence) {
        found.push(named);
        return true;
    }
    // What the role ends in, and where it begins.
    let (end, i) = (i, role.head);
    if i == 0 || !words.tokens[i].spaced {
        return false;
    }
    // `오세훈(63) 서울시장`: the brackets belong to the name.
    if words.is_sign(i - 1, ")") {
        return bracketed(words, i, role, sentence, found);
    }
    let mut first = i;
    while first > 0
        && i - first < REACH
        && words.tokens[first].spaced
        && (words.is_bare(first - 1)
            || (i == first && words.tokens[first - 1].span.len() == 3 && words.is_word(first - 1)))
    {
        first -= 1;
        // The next word to the left has to be a word of its own, but 한빛FC is one.
        let letters = words.tokens[first].script == Script::Latin;
        if !words.tokens[first].spaced && letters && first > 0 && words.is_word(first - 1) {
            first -= 1;
        }
        if !words.tokens[first].spaced {
            break;
        }
    }
    if first == i {
        return false;
    }
    // `오세훈(63) 한빛대 총장`: the body stands between.
    let body = |k: usize| {
        let word = words.text(k);
        names.is_institution(word) || names.is_ministry(word) || is_school(word)
    };
    let signed = words.is_sign(first - usize::from(first > 0), ")");
    let whole = || body(first) || is_hamlet(words, first) || names.is_place(words.text(first));
    if signed && words.tokens[first].spaced && (first + 1 == i && whole() || is_glossed(words, first, i)) {
        let before = found.len();
        let named = bracketed(words, first, role, sentence, found);
        let body = words.tokens[first].span.cover(words.tokens[i - 1].span);
        found[before..].iter_mut().for_each(|n| n.affiliation = Some(body));
        return named;
    }
    let near = i - 1;
    let word = words.text(near);
    // `고은별 전 의원`
    if matches!(word, "전" | "현" | "前")
        && near > first
        && words.text(near - 1).len() == 9
        && words.shape(words.text(near - 1)) == Some(Shape::Korean)
    {
        let mut n = Named::new(words.tokens[near - 1].span, sentence);
        n.role = Some(with_abbreviation(words, end, role.span));
        found.push(n);
        return true;
    }
    // `고은별 도 재난안전실장`: the office is one of the province.
    let local = || {
        matches!(word, "도" | "시" | "군" | "구")
            && near > first
            && words.text(near - 1).len() >= 9
            && words.shape(words.text(near - 1)) == Some(Shape::Korean)
    };
    // `오 시장`
    if word.len() == 3 && words.tokens[near].script == Script::Hangul && words.tokens[near].spaced && !local() {
        if role.compound && !names.has_surname(word) {
            return false;
        }
        let known = names.has_surname(word) || !names.is_word_like(word);
        if known {
            let mut n = Named::new(words.tokens[near].span, sentence);
            n.role = Some(with_abbreviation(words, end, role.span));
            n.surname_only = true;
            found.push(n);
        }
        return known && !names.is_word_like(word);
    }
    let Some(at) = name_in(words, first, i, role) else { return false };
    let (from, to) = at;
    let span = words.tokens[from].span.cover(words.tokens[to].span);
    let mut n = Named::new(span, sentence);
    let mut role_from = i;
    while role_from > to + 1 && words.is_role_word(words.text(role_from - 1)) {
        role_from -= 1;
    }
    let role_start = words.tokens[role_from].span.start();
    n.role = Some(with_abbreviation(words, end, Span::new(role_start, role.span.end())));
    if role_from > to + 1 {
        // `명재현 미르반도체 환경안전실장`
        n.affiliation = Some(words.tokens[to + 1].span.cover(words.tokens[role_from - 1].span));
    } else if from > first {
        let left = from - 1;
        let word = words.text(left);
        let party = word.len() >= 9 && word.ends_with('당');
        if words.is_word(left) && (names.is_institution(word) || names.is_place(word) || party) {
            n.affiliation = Some(words.tokens[left].span);
        } else if left > first && words.is_department(word) && is_school(words.text(left - 1)) {
            // `한빛대 교육학과 고은별 교수`
            n.affiliation = Some(words.tokens[left - 1].span.cover(words.tokens[left].span));
        }
    }
    list(words, from, &n, sentence, found);
    found.push(n);
    true
}

/// Returns whether the brackets before the words from `first` to `end` are roman letters, and the words say whose role follows:
/// `카밀라 로하스(Camila Rojas) 칠레 광업장관`.
fn is_glossed(words: Words<'_>, first: usize, end: usize) -> bool {
    let latin = first.checked_sub(2).is_some_and(|k| words.tokens[k].script == Script::Latin);
    let plain = |k: usize| {
        let word = words.text(k);
        words.is_word(k) && !words.is_role_word(word) && word.len() >= 6 && words.shape(word) != Some(Shape::Korean)
    };
    latin && end - first <= 3 && (first..end).all(plain)
}

/// Returns whether a word is a village that people are of: 모래마을.
fn is_hamlet(words: Words<'_>, i: usize) -> bool {
    let word = words.text(i);
    word.len() >= 12 && word.ends_with("마을")
}

/// Returns who speaks in a line of a broadcast: `[고은별/한빛시 수산과장 : …]`, `[고은별 / 한빛소방서장: "…"]`.
fn slashed(words: Words<'_>, end: usize, role: Role, sentence: usize) -> Option<Named> {
    let i = role.head;
    let mut first = i;
    while first > 0 && i - first < REACH && words.tokens[first].spaced && words.is_bare(first - 1) {
        first -= 1;
        // 한빛FC is one word.
        let letters = words.tokens[first].script == Script::Latin;
        if !words.tokens[first].spaced && letters && first > 0 && words.is_word(first - 1) {
            first -= 1;
        }
    }
    let name = first.checked_sub(2).filter(|_| words.is_sign(first - 1, "/"))?;
    let opens = |k: usize| k == 0 || words.is_sign(k - 1, "[");
    let word = words.text(name);
    let rare = || words.lexicon.names.has_surname(word) && words.may_be_name(word);
    let named = matches!(words.shape(word), Some(Shape::Korean | Shape::Doubtful)) || rare();
    let korean = opens(name) && words.is_word(name) && word.len() == 9 && named;
    // `[마르코 로시/한빛FC 감독 : …]`
    let foreign = || (name.saturating_sub(3)..name).find(|&k| opens(k) && (k..=name).all(|w| is_foreign(words, w)));
    let from = if korean { name } else { foreign()? };
    let mut n = Named::new(words.tokens[from].span.cover(words.tokens[name].span), sentence);
    let mut from = i;
    while from > first && words.is_role_word(words.text(from - 1)) {
        from -= 1;
    }
    n.role = Some(with_abbreviation(words, end, Span::new(words.tokens[from].span.start(), role.span.end())));
    if from > first {
        n.affiliation = Some(words.tokens[first].span.cover(words.tokens[from - 1].span));
    }
    Some(n)
}

/// Returns whether a token can be one of the names of somebody from abroad.
fn is_foreign(words: Words<'_>, i: usize) -> bool {
    let word = words.text(i);
    words.is_word(i)
        && word.len() >= 6
        && (words.is_bare(i) || words.shape(word) == Some(Shape::Foreign))
        && !words.is_role_word(word)
        && !words.lexicon.names.is_place(word)
        && !words.lexicon.names.is_institution(word)
}

/// Returns the first and last token of the name among the bare words before a role.
fn name_in(words: Words<'_>, first: usize, i: usize, role: Role) -> Option<(usize, usize)> {
    let names = &words.lexicon.names;
    for at in (first..i).rev() {
        let word = words.text(at);
        if words.tokens[at].script != Script::Hangul {
            continue;
        }
        let Some(shape) = words.shape(word) else { continue };
        let near = at + 1 == i;
        match shape {
            // `고은별 한빛대 교수`: 한빛대 has the syllables of a name.
            Shape::Korean
                if at > first
                    && words.text(at - 1).len() == 9
                    && words.shape(words.text(at - 1)) == Some(Shape::Korean)
                    && (is_school(word) || is_short_body(words, words.text(at - 1), word)) =>
            {
                return Some((at - 1, at - 1));
            }
            Shape::Korean => return Some((at, at)),
            // `고은별 감독`: right before the role, or the first word of the chain.
            Shape::Doubtful if near || at == first => {
                if names.is_noun(word) && !near {
                    continue;
                }
                return Some((at, at));
            }
            Shape::Doubtful => continue,
            Shape::Foreign => {
                let mut from = at;
                while from > first
                    && words.is_word(from - 1)
                    && matches!(words.shape(words.text(from - 1)), Some(Shape::Foreign | Shape::Doubtful))
                    && !names.is_noun(words.text(from - 1))
                {
                    from -= 1;
                }
                // `명재현 미르반도체 환경안전실장`: behind a Korean name stands the body.
                if let Some(name) = korean_before(words, first, from) {
                    return Some((name, name));
                }
                // A single foreign word far from the role is more often a body than a name, unless it opens the chain.
                if near || from == first || from < at {
                    return Some((from, at));
                }
            }
        }
    }
    // `한빛소방서 고은들 팀장`, `고은들 한빛소방서 팀장`: beside a body a surname is enough.
    let body = |k: usize| {
        let word = words.text(k);
        words.is_word(k) && (names.is_institution(word) || names.is_ministry(word) || names.is_place(word))
    };
    let beside = |k: usize| (k > first && body(k - 1)) || (k == first && k + 1 < i && body(k + 1));
    if let Some(k) = [i - 1, first].into_iter().find(|&k| beside(k) && is_rare_name(words, words.text(k))) {
        return Some((k, k));
    }
    // `후헝화 충칭시장`: between the start of the chain and the office of a city nothing but a name stands.
    let word = words.text(i - 1);
    let office = role.span.of(words.doc.text);
    let city = names.role_at_end(office).is_some_and(|r| names.is_place(&office[..office.len() - r.len()]));
    (role.compound && city && first == i - 1 && words.is_word(i - 1) && words.may_be_name(word))
        .then_some((i - 1, i - 1))
}

/// Returns whether a word ends as schools are called for short: 한빛대, 한빛고.
fn is_school(word: &str) -> bool {
    word.len() >= 9 && word.ends_with(['대', '고', '중', '초'])
}

/// Returns whether a word of three syllables behind a name ends as bodies are called for short and is no likelier a name than
/// that: 공정위, 천문연.
fn is_short_body(words: Words<'_>, name: &str, word: &str) -> bool {
    let likely = |w: &str| words.lexicon.names.korean(w).unwrap_or(i32::MIN);
    word.len() == 9
        && word.ends_with(['위', '연', '청', '처', '협', '공', '련'])
        && likely(name) >= likely(word)
        && !words.lexicon.names.is_noun(name)
}

/// Returns whether a word has a surname and two syllables that names seldom have, and is no other word, no part of a body
/// (도시과) and no verb before a noun (정확한).
fn is_rare_name(words: Words<'_>, word: &str) -> bool {
    const PARTS: &str = "과대실국팀부단반계소원회처청위당장관사한된할될는던인적급형별";
    word.len() == 9
        && words.lexicon.names.has_surname(word)
        && !word.ends_with(|c| PARTS.contains(c))
        && words.may_be_name(word)
        && words.lexicon.vocabulary.common(word) == 0
}

/// Returns the Korean name of three syllables directly before the words from `end` on, or with one word between, where
/// no role stands between.
fn korean_before(words: Words<'_>, first: usize, end: usize) -> Option<usize> {
    (first.max(end.saturating_sub(2))..end).rev().take_while(|&k| !words.is_role_word(words.text(k))).find(|&k| {
        let word = words.text(k);
        word.len() == 9 && words.tokens[k].script == Script::Hangul && words.shape(word) == Some(Shape::Korean)
    })
}

/// Adds `오세훈(63) 서울시장`; returns whether the word before the brackets is a name.
fn bracketed(words: Words<'_>, i: usize, role: Role, sentence: usize, found: &mut Vec<Named>) -> bool {
    let Some(open) = (i.saturating_sub(12)..i).rev().find(|&k| words.is_sign(k, "(")) else { return false };
    if open == 0 || words.tokens[open].spaced || !words.is_word(open - 1) {
        return false;
    }
    let word = words.text(open - 1);
    let hanja = words.tokens[open + 1].script == Script::Hanja && words.text(open + 1).len() == word.len();
    let roman = words.tokens[open + 1].script == Script::Latin && words.tokens[open + 2].script == Script::Latin;
    let shape = words.shape(word).or(((hanja || roman) && words.may_be_name(word)).then_some(Shape::Doubtful));
    let Some(shape) = shape else { return false };
    let mut from = open - 1;
    if shape == Shape::Foreign || roman {
        while from > 0
            && words.tokens[from].spaced
            && words.is_word(from - 1)
            && words.tokens[from - 1].stem as usize == words.tokens[from - 1].span.len()
            && words.shape(words.text(from - 1)) == Some(Shape::Foreign)
        {
            from -= 1;
        }
    }
    let mut n = Named::new(words.tokens[from].span.cover(words.tokens[open - 1].span), sentence);
    n.role = Some(with_abbreviation(words, i, role.span));
    found.push(n);
    true
}

/// Adds the person named after a role: `서울시장 오세훈`.
fn after(words: Words<'_>, i: usize, role: Role, sentence: usize, found: &mut Vec<Named>) {
    let names = &words.lexicon.names;
    let next = i + 1;
    if role.closed || !words.is_word(next) || !words.tokens[next].spaced {
        return;
    }
    // `이장 고은별씨는`
    let called = [words.text(next), words.stem(next)].into_iter().find_map(|w| w.strip_suffix('씨'));
    // `대표 고은별 씨는`
    let apart = || {
        (words.is_word(next + 1) && words.spaced(next + 1) && is_address(words.text(next + 1)))
            .then(|| words.text(next))
    };
    let called = called.or_else(apart).and_then(|name| words.shape(name).map(|s| (name, s)));
    let Some((name, shape)) = called.or_else(|| words.name_of(next)) else { return };
    let fits = shape == Shape::Korean || (called.is_some() && shape == Shape::Doubtful);
    if !fits || name.len() < 9 {
        return;
    }
    // `감독 김민준 선수`: the name has a role of its own; `before` of that role finds it.
    let role_word = role.span.of(words.doc.text);
    if next + 1 < words.tokens.len()
        && words.tokens[next + 1].spaced
        && called.is_none()
        && name.len() == words.text(next).len()
        && role_at(words, next + 1).is_some()
        && !names.is_calling(role_word)
    {
        return;
    }
    let start = words.tokens[next].span.start();
    let mut n = Named::new(Span::new(start, start + name.len()), sentence);
    let mut from = i;
    while from > 0
        && words.tokens[from].spaced
        && words.is_word(from - 1)
        && words.is_bare(from - 1)
        && words.is_role_word(words.text(from - 1))
    {
        from -= 1;
    }
    n.role = Some(words.tokens[from].span.cover(role.span));
    if from > 0 && words.tokens[from].spaced && words.is_word(from - 1) && words.is_bare(from - 1) {
        let left = words.text(from - 1);
        if names.is_institution(left) || names.is_place(left) {
            n.affiliation = Some(words.tokens[from - 1].span);
        }
    }
    found.push(n);
}

/// Adds the names that are listed before a name with the same role: `오세훈·김우영`, `김민준, 박서연 의원`.
fn list(words: Words<'_>, mut at: usize, named: &Named, sentence: usize, found: &mut Vec<Named>) {
    while at >= 2 && (words.is_sign(at - 1, ",") || words.is_sign(at - 1, "·")) && words.is_word(at - 2) {
        let word = words.text(at - 2);
        if word.len() != 9 || words.shape(word) != Some(Shape::Korean) {
            return;
        }
        let mut n = Named::new(words.tokens[at - 2].span, sentence);
        n.role = named.role;
        found.push(n);
        at -= 2;
    }
}

/// Returns the role with the abbreviation in brackets that follows it: `정보보호최고책임자(CISO)`.
fn with_abbreviation(words: Words<'_>, i: usize, role: Span) -> Span {
    let fits = words.is_sign(i + 1, "(")
        && !words.spaced(i + 1)
        && words.tokens.get(i + 2).is_some_and(|t| t.script == Script::Latin)
        && words.is_sign(i + 3, ")")
        && role.end() == words.tokens[i].span.end();
    if fits { role.cover(words.tokens[i + 3].span) } else { role }
}
