//! Disputes seen from the article that is checked.

use super::{Evidence, Finding, Stance};
use crate::source::Sources;

/// Turns a dispute that stands in a peer to its other side, where that is in a checked article.
///
/// With `--against` only checked articles are reported on; which of two sides a dispute was found from must not decide
/// whether it is reported. The message names both sides and stays true; a fix would be that of the peer and goes.
pub fn turn_to_checked(sources: &Sources, findings: &mut [Finding]) {
    for f in findings.iter_mut().filter(|f| sources.article(f.at.article).peer) {
        let other = |e: &&mut Evidence| e.stance == Stance::Conflicts && !sources.article(e.at.article).peer;
        if let Some(side) = f.evidence.iter_mut().find(other) {
            std::mem::swap(&mut side.at, &mut f.at);
            f.expected = vec![sources.slice(side.at).to_owned()];
            f.fix = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Article, Loc, Span};

    #[test]
    fn a_dispute_is_told_from_the_checked_side() {
        let mut sources = Sources::new();
        let peer = sources.push(Article { peer: true, ..Article::plain("a.md", "가람일보", "12명") });
        let own = sources.push(Article::plain("b.md", "나루신문", "13명"));
        let at = |article| Loc { article, span: Span::new(0, 5) };
        let mut findings = [Finding {
            expected: vec!["13명".to_owned()],
            evidence: vec![Evidence { at: at(own), stance: Stance::Conflicts }],
            ..Finding::of_name(at(peer))
        }];
        turn_to_checked(&sources, &mut findings);
        assert_eq!((findings[0].at, findings[0].evidence[0].at), (at(own), at(peer)));
        assert_eq!(findings[0].expected, ["12명"]);
    }
}
