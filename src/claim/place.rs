//! Places: administrative names, stations, rivers, bridges, airports (`충칭시`, `해미천`, `리즈바역`).

use super::{About, Claim, Lexicon, Value};
use crate::source::Span;
use crate::text::{Document, Script, Token};

/// Returns the places of a document, by place.
pub(super) fn scan(doc: &Document<'_>, lexicon: &Lexicon) -> Vec<Claim> {
    let mut out = Vec::new();
    for (s, sentence) in doc.sentences.iter().enumerate() {
        let tokens = doc.tokens_of(sentence);
        // Whether the word before was a place: then an administrative ending alone makes the next one (`밀양시 가곡동`).
        let mut behind_place = false;
        for (i, token) in tokens.iter().enumerate() {
            if token.script != Script::Hangul {
                behind_place = false;
                continue;
            }
            let behind = behind_place && token.spaced;
            behind_place = false;
            let Some(len) = place_len(doc, lexicon, token, behind) else { continue };
            let mut span = Span::new(token.span.start(), token.span.start() + len);
            // `서초IC`, `판교JC`
            if let Some(next) = tokens.get(i + 1).filter(|n| !n.spaced && n.script == Script::Latin)
                && matches!(next.span.of(doc.text), "IC" | "JC")
            {
                span = span.cover(next.span);
            }
            behind_place = span.end() == token.span.end();
            out.push(Claim {
                span,
                sentence: s as u32,
                value: Value::Place(span.of(doc.text).to_owned()),
                about: About::default(),
            });
        }
    }
    out
}

/// Returns the bytes of the place that a token begins with, all but 조사; none if it is no place.
fn place_len(doc: &Document<'_>, lexicon: &Lexicon, token: &Token, behind: bool) -> Option<usize> {
    let names = &lexicon.names;
    let whole = token.span.of(doc.text);
    let stem = token.stem().of(doc.text);
    // `여의도`, `종로`: what looks like 조사 belongs to the name.
    let both = [whole, stem];
    let words = if whole.len() == stem.len() { &both[..1] } else { &both[..] };
    for &word in words {
        if names.is_place(word) {
            return Some(word.len());
        }
    }
    for &word in words.iter().rev().filter(|w| names.place_ends.may_end(w)) {
        let syllables = word.len() / 3;
        if let Some(end) = names.place_ends.site.of(word) {
            let name = &word[..word.len() - end.len()];
            if name.len() >= 6 && !names.is_generic(name) && !names.is_modifier(name) && !names.is_noun(word) {
                let known = names.is_place(name) || names.is_place_stem(name) || !names.is_noun(name);
                if known
                    && (!matches!(end, "시장" | "대로") || names.is_place(name) || names.is_place_stem(name))
                    && end.len() > 3
                {
                    return Some(word.len());
                }
            }
        }
        if let Some(end) = names.place_ends.nature.of(word) {
            let name = &word[..word.len() - end.len()];
            let plain = names.is_noun(word) || names.is_noun(name) || names.is_generic(name) || names.is_modifier(name);
            let sounds = names.is_place_stem(name) || behind || (syllables >= 4 && names.foreign(name) > 0);
            if (3..=6).contains(&syllables) && !plain && sounds && !names.is_institution(word) {
                return Some(word.len());
            }
        }
        if behind && let Some(end) = names.place_ends.admin.of(word) {
            let name = &word[..word.len() - end.len()];
            let road = matches!(end, "로" | "길" | "가" | "도");
            if (3..=5).contains(&syllables)
                && !road
                && !names.is_noun(word)
                && (!names.is_noun(name) || matches!(end, "동" | "읍" | "면" | "리" | "구" | "군"))
                && names.role_at_end(word).is_none()
                && !names.is_institution(word)
                && !matches!(word, "대도시" | "중소도시")
            {
                return Some(word.len());
            }
        }
    }
    None
}
