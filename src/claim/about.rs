//! What a value is said of.

use super::Claim;
use crate::source::Span;
use crate::text::{Document, Script, Token};

/// The question that a value answers, as far as its sentence tells.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct About {
    /// The noun that is counted or measured: `펀드` of `1조 3000억원의 펀드`, `면적` of `면적은 9816㎢`.
    pub head: Option<Span>,
    /// What the clause is about or who acts in it: the word before 은, 는, 이 or 가.
    pub subject: Option<Span>,
    /// Who says so, of an utterance.
    pub speaker: Option<Span>,
}

/// Fills in head and subject of the claims of a document, where they are not known yet.
pub fn fill(doc: &Document<'_>, claims: &mut [Claim]) {
    for claim in claims {
        let Some(sentence) = doc.sentences.get(claim.sentence as usize) else { continue };
        let tokens = doc.tokens_of(sentence);
        let first = tokens.partition_point(|t| t.span.end() <= claim.span.start());
        let next = tokens.partition_point(|t| t.span.start() < claim.span.end());
        let about = &mut claim.about;
        about.head = about.head.or_else(|| head(doc, tokens, first, next, claim.span));
        about.subject = about.subject.or_else(|| subject(doc, &tokens[..first]));
    }
}

/// Returns the noun that a value at tokens `first..next` counts: behind it after 의, else directly before it.
fn head(doc: &Document<'_>, tokens: &[Token], first: usize, next: usize, value: Span) -> Option<Span> {
    let behind = doc.text[value.end()..].starts_with('의');
    if behind {
        return tokens.get(next).filter(|t| t.script != Script::Sign).map(Token::stem);
    }
    let before = tokens[..first].last()?;
    match before.script {
        Script::Hangul | Script::Latin => Some(before.stem()),
        // `‘펀드’ 1조원`, `펀드(1조원)`: the word within or before the sign.
        _ => tokens[..first].iter().rev().take(3).find(|t| t.script == Script::Hangul).map(Token::stem),
    }
}

/// Returns the last word before the value that a subject or topic particle marks.
fn subject(doc: &Document<'_>, before: &[Token]) -> Option<Span> {
    before.iter().rev().find(|t| matches!(doc.slice(t.josa()), "은" | "는" | "이" | "가")).map(Token::stem)
}
