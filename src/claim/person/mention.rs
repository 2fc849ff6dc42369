//! The same person again: surnames led back to full names, and full names without a role.

use super::Named;
use crate::claim::Lexicon;
use crate::source::Span;
use crate::text::{Document, Script, josa};

/// A full name of the article.
struct Known<'a> {
    name: &'a str,
    role: Option<&'a str>,
    times: u32,
}

/// Resolves surnames and adds the places where a name that was won stands without role or brackets.
pub(super) fn complete(doc: &Document<'_>, lexicon: &Lexicon, found: &mut Vec<Named>) {
    let mut full: Vec<Known<'_>> = Vec::new();
    for n in found.iter().filter(|n| !n.surname_only) {
        let name = n.name.of(doc.text);
        let role = n.role.map(|r| r.of(doc.text));
        match full.iter_mut().find(|f| f.name == name) {
            Some(known) => {
                known.times += 1;
                known.role = known.role.or(role);
            }
            None => full.push(Known { name, role, times: 1 }),
        }
    }
    // Of two spellings of one name, a slip stands once.
    full.sort_by_key(|f| std::cmp::Reverse(f.times));
    found.retain_mut(|n| {
        if !n.surname_only {
            return true;
        }
        let surname = n.name.of(doc.text);
        let role = n.role.map_or("", |r| r.of(doc.text));
        let role = lexicon.names.role_at_end(role).unwrap_or(role);
        let mut fitting = full.iter().filter(|f| f.name.len() > 3 && f.name.starts_with(surname));
        let same_role = fitting.clone().find(|f| f.role.is_some_and(|r| r.ends_with(role)));
        let one = match same_role {
            Some(f) => Some(f),
            // Of two persons with the surname and neither in the role nobody can tell.
            None => fitting.next().filter(|_| fitting.next().is_none()),
        };
        n.full = one.map(|f| f.name.to_owned());
        let word_like = lexicon.names.is_word_like(surname);
        one.is_some() && (!word_like || same_role.is_some()) || (!word_like && lexicon.names.has_surname(surname))
    });
    again(doc, lexicon, &full, found);
    found.sort_by_key(|n| n.name);
}

/// Adds the names that stand in the text without role or brackets.
fn again(doc: &Document<'_>, lexicon: &Lexicon, full: &[Known<'_>], found: &mut Vec<Named>) {
    if full.is_empty() {
        return;
    }
    let mut taken: Vec<Span> = found.iter().map(|n| n.name).collect();
    taken.sort();
    // One bit for each of 64 classes of the first bytes keeps most words from being compared at all.
    let class = |w: &str| w.as_bytes().get(1..3).map_or(0, |b| (usize::from(b[0]) * 7 + usize::from(b[1])) % 64);
    let mask = full.iter().fold(0_u64, |m, f| m | 1 << class(f.name));
    let mut sentence = 0;
    for token in doc.tokens.iter().filter(|t| t.script == Script::Hangul) {
        let word = token.span.of(doc.text);
        if mask >> class(word) & 1 == 0 {
            continue;
        }
        let start = token.span.start();
        for Known { name, .. } in full {
            if !doc.text[start..].starts_with(name) {
                continue;
            }
            let span = Span::new(start, start + name.len());
            let end =
                if name.contains(' ') { doc.tokens[doc.token_at(span.end() - 1)].span.end() } else { token.span.end() };
            let rest = &doc.text[span.end()..end.max(span.end())];
            if !follows(lexicon, name, rest, &doc.text[start..end.max(span.end())])
                || taken.binary_search_by(|t| cmp_overlap(*t, span)).is_ok()
            {
                continue;
            }
            while sentence + 1 < doc.sentences.len() && doc.sentences[sentence].span.end() <= start {
                sentence += 1;
            }
            found.push(Named::new(span, sentence));
            break;
        }
    }
}

fn cmp_overlap(a: Span, b: Span) -> std::cmp::Ordering {
    if a.overlaps(b) { std::cmp::Ordering::Equal } else { a.cmp(&b) }
}

/// Returns whether what follows the name in the same word is nothing, a particle, a form of address or a role.
fn follows(lexicon: &Lexicon, name: &str, rest: &str, word: &str) -> bool {
    if rest.is_empty() || lexicon.names.address_of(rest).is_some() {
        return true;
    }
    if josa::suffix_len(word) == rest.len() || ["은", "는", "이", "가", "을", "를", "과", "와"].contains(&rest)
    {
        return true;
    }
    let role = &rest[..rest.len() - josa::suffix_len(rest)];
    name.len() >= 9 && lexicon.names.role_at_end(role).is_some_and(|r| r.len() == role.len())
}
