//! Two answers to one question, of which each article gives one: which is the odd one, and whether others prove it wrong.

use super::Common;
use super::report::{Found, loc};
use crate::source::Span;

/// An answer at its place.
pub(super) struct Answer {
    /// The row of the article.
    pub(super) row: usize,
    /// The question; equal for answers to one question.
    pub(super) question: String,
    /// The answer; equal where the same is told.
    pub(super) answer: String,
    /// Where it stands.
    pub(super) at: Span,
    /// Whether it stands below a picture or above the copy, where what the copy says is right.
    pub(super) apart: bool,
}

/// Two answers to one question.
pub(super) struct Contest<'a> {
    /// The odd answer: that of the fewer voices, of one against one the later.
    pub(super) odd: Vec<&'a Answer>,
    /// The other.
    pub(super) others: Vec<&'a Answer>,
    /// Whether two voices stand against one, or the copy of an article against the caption.
    pub(super) proven: bool,
}

impl Contest<'_> {
    /// Returns whether the articles of one answer name the other somewhere: it has another part in the story.
    pub(super) fn is_known(&self, common: &Common<'_>) -> bool {
        let names = |of: &[&Answer], name: &str| {
            of.iter().any(|a| common.alignment.rows[a.row].reading.doc.text.contains(name))
        };
        names(&self.odd, &self.others[0].answer) || names(&self.others, &self.odd[0].answer)
    }

    /// Returns the report of the odd answer, as sure as the first where it is proven and as the second where it is not.
    pub(super) fn found(&self, common: &Common<'_>, sure: [f32; 2], reason: &str) -> Found {
        let rows = &common.alignment.rows;
        let place = |a: &&Answer| loc(&rows[a.row], a.at);
        let right = rows[self.others[0].row].reading.doc.slice(self.others[0].at).to_owned();
        Found {
            at: place(&self.odd[0]),
            expected: vec![right.clone()],
            confidence: if self.proven { sure[0] } else { sure[1] },
            proven: self.proven,
            others: self.others.iter().map(place).collect(),
            reasons: vec![reason.to_owned()],
            replacement: self.proven.then_some(right),
            safe: false,
        }
    }
}

/// Returns the questions that have two answers, no article both of them but in its caption or headline alone.
pub(super) fn contests<'a>(common: &Common<'_>, all: &'a [Answer]) -> Vec<Contest<'a>> {
    let mut questions: Vec<&str> = all.iter().map(|a| a.question.as_str()).collect();
    questions.sort_unstable();
    questions.dedup();
    questions.into_iter().filter_map(|q| contest(common, all, q)).collect()
}

fn contest<'a>(common: &Common<'_>, all: &'a [Answer], question: &str) -> Option<Contest<'a>> {
    let of = || all.iter().filter(|a| a.question == question);
    let first = of().next()?;
    let (one, two): (Vec<&Answer>, Vec<&Answer>) = of().partition(|a| a.answer == first.answer);
    let other = two.first()?;
    if two.iter().any(|a| a.answer != other.answer) {
        return None;
    }
    let both = |a: &[&Answer], b: &[&Answer]| a.iter().any(|x| b.iter().any(|y| x.row == y.row));
    let voices = |of: &[&Answer]| common.alignment.voices(of.iter().map(|a| a.row));
    if both(&one, &two) {
        // Below its picture alone an article has the other.
        let (odd, others) = if one.len() < two.len() { (one, two) } else { (two, one) };
        let slip = odd.len() == 1 && odd[0].apart && others.iter().any(|o| o.row == odd[0].row && !o.apart);
        return (slip && voices(&others) >= 2).then_some(Contest { odd, others, proven: true });
    }
    let (here, there) = (voices(&one), voices(&two));
    let proven = here.min(there) == 1 && here.max(there) >= 2;
    let (odd, others) = if here >= there { (two, one) } else { (one, two) };
    Some(Contest { odd, others, proven })
}
