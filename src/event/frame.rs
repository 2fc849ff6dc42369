//! Frames: the words around a figure. Where two texts fill the same frames with other figures, they are two issues of a
//! series (the tally of a day, the index of a month, the bulletin of a weather office), however alike their words are.

use crate::text::{Document, Script, Token, token};

/// Two texts have to share so many frames before their figures tell anything.
const SHARED: usize = 6;

/// They are issues of a series if at most one frame in so many is filled with the same figure.
const AGREE: usize = 3;

/// A figure between two words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Frame {
    /// Equal for equal words around it: `상승률은 지난해보다 …%`.
    around: u64,
    /// Equal for equal digits.
    figure: u64,
}

/// Returns the frame of token `i`; none if it is no figure or one that only tells a date.
pub(super) fn of(doc: &Document<'_>, tokens: &[Token], i: usize) -> Option<Frame> {
    let t = &tokens[i];
    if t.script != Script::Number {
        return None;
    }
    let (far, near) = (tokens.get(i.checked_sub(2)?)?, &tokens[i - 1]);
    if far.script == Script::Number || near.script != Script::Hangul {
        return None;
    }
    let unit = tokens.get(i + 1).and_then(|n| doc.slice(n.span).chars().next()).unwrap_or(' ');
    if matches!(unit, '년' | '월' | '일' | '시' | '분') {
        return None;
    }
    let digits: String = doc.slice(t.span).chars().filter(|c| *c != ',').collect();
    let around = far.key.rotate_left(7) ^ near.key ^ token::key(unit.encode_utf8(&mut [0; 4])).rotate_left(17);
    Some(Frame { around, figure: token::key(&digits) })
}

/// Returns the numbered thing at token `i`: the ninth of festivals in `제9회 영화제`, the seventh storm in `7호 태풍`.
pub(super) fn numbered(doc: &Document<'_>, tokens: &[Token], i: usize) -> Option<Frame> {
    let (number, unit, thing) = (&tokens[i], tokens.get(i + 1)?, tokens.get(i + 2)?);
    let counted = number.script == Script::Number && !unit.spaced && thing.script == Script::Hangul && thing.root > 3;
    if !counted || !matches!(doc.slice(unit.span), "호" | "회" | "차" | "대" | "기") {
        return None;
    }
    Some(Frame { around: unit.key.rotate_left(7) ^ thing.key, figure: token::key(doc.slice(number.span)) })
}

/// Returns whether two texts tell of things of one kind and of no one number.
pub(super) fn other_numbers(a: &[Frame], b: &[Frame]) -> bool {
    let (shared, same) = compare(a, b);
    shared > 0 && same == 0
}

/// Returns whether two texts are issues of a series; both lists are sorted.
pub(super) fn series(a: &[Frame], b: &[Frame]) -> bool {
    if a.len().min(b.len()) < SHARED {
        return false;
    }
    let (shared, same) = compare(a, b);
    shared >= SHARED && same * AGREE <= shared
}

/// Returns how many frames both texts have, and how many of these are filled with the same figure.
fn compare(a: &[Frame], b: &[Frame]) -> (usize, usize) {
    let mut b = b.chunk_by(|x, y| x.around == y.around).peekable();
    let (mut shared, mut same) = (0, 0);
    for mine in a.chunk_by(|x, y| x.around == y.around) {
        while b.next_if(|theirs| theirs[0].around < mine[0].around).is_some() {}
        let Some(theirs) = b.peek().filter(|theirs| theirs[0].around == mine[0].around) else { continue };
        shared += 1;
        same += usize::from(mine.iter().any(|m| theirs.contains(m)));
    }
    (shared, same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Article;

    fn things(text: &str) -> Vec<Frame> {
        let article = Article::plain("a.txt", "한빛일보", text);
        let doc = Document::read(&article);
        let mut out: Vec<Frame> = (0..doc.tokens.len()).filter_map(|i| numbered(&doc, &doc.tokens, i)).collect();
        out.sort_unstable();
        out
    }

    #[test]
    fn things_of_one_kind_are_told_by_their_numbers() {
        let seventh = things("제7호 태풍 물보라가 가온도 남쪽 먼바다에서 북상하고 있다.");
        for (text, other) in [
            ("먼바다에서 생긴 9호 태풍 꽃마리가 서쪽으로 갔다.", true),
            ("7호 태풍이 9호 태풍과 만났다.", false),
            ("제9회 영화제가 열렸다.", false),
            ("태풍이 9시간 만에 지나갔다.", false),
        ] {
            assert_eq!(other_numbers(&seventh, &things(text)), other, "{text}");
        }
    }
}
