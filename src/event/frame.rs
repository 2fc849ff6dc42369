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
    if "년월일시분".contains(unit) {
        return None;
    }
    let digits: String = doc.slice(t.span).chars().filter(|c| *c != ',').collect();
    let around = far.key.rotate_left(7) ^ near.key ^ token::key(unit.encode_utf8(&mut [0; 4])).rotate_left(17);
    Some(Frame { around, figure: token::key(&digits) })
}

/// Returns whether two texts are issues of a series; both lists are sorted.
pub(super) fn series(a: &[Frame], b: &[Frame]) -> bool {
    if a.len().min(b.len()) < SHARED {
        return false;
    }
    let mut b = b.chunk_by(|x, y| x.around == y.around).peekable();
    let (mut shared, mut same) = (0, 0);
    for mine in a.chunk_by(|x, y| x.around == y.around) {
        while b.next_if(|theirs| theirs[0].around < mine[0].around).is_some() {}
        let Some(theirs) = b.peek().filter(|theirs| theirs[0].around == mine[0].around) else { continue };
        shared += 1;
        same += usize::from(mine.iter().any(|m| theirs.contains(m)));
    }
    shared >= SHARED && same * AGREE <= shared
}
