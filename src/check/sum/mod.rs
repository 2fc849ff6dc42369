//! Arithmetic inside one article: parts and total, old and new, start and end.
//!
//! A proof speaks only where the grammar says that the figures belong together; each proof is one file.

mod balance;
mod base;
mod change;
mod clock;
mod convert;
mod course;
mod currency;
mod divide;
mod elapsed;
mod fold;
mod golf;
mod grid;
mod known;
mod labels;
mod list;
mod margin;
mod market;
mod next;
mod odds;
mod often;
mod order;
mod page;
mod parts;
mod periods;
mod point;
mod rank;
mod rate;
mod record;
mod rest;
mod roll;
mod score;
mod since;
mod stretch;
mod table;
mod than;
mod toll;
mod tree;
mod versus;
mod vote;
mod ways;

pub(super) use stretch::{months_between, whole_months};

use super::Scene;
use super::report::Found;
use crate::align::figure::keys;
use crate::claim::{Claim, Reading};
use crate::finding::{Finding, Kind};
use crate::rule::{self, Rule};
use crate::source::{ArticleId, Loc, Span};
use page::{Figure, Page};

/// A figure or word that contradicts others of its article.
#[derive(Clone, Debug)]
struct Slip {
    kind: Kind,
    /// Where it stands.
    at: Span,
    /// What should stand there, where it can be written in the notation of the article.
    expected: Option<String>,
    confidence: f32,
    /// The sum in words.
    reason: String,
    /// The figures that prove it.
    operands: Vec<Span>,
}

impl Slip {
    /// Returns the slip of a word for which of two figures is the larger, with the opposite one: `9100억원 < 1조1천억원`.
    fn of_order(page: &Page<'_>, at: Span, other: &str, [a, b]: [&Figure; 2]) -> Slip {
        let sign = if a.value < b.value { '<' } else { '>' };
        Slip {
            kind: Kind::Polarity,
            at,
            expected: Some(other.to_owned()),
            confidence: 0.9,
            reason: format!("{} {sign} {}", page.doc.slice(a.span), page.doc.slice(b.span)),
            operands: vec![a.span, b.span],
        }
    }
}

/// Returns the figures and directions of the rule's kind that the arithmetic of their article contradicts.
pub(super) fn check(scene: Scene<'_>, rule: &Rule, settings: &rule::Sum) -> Vec<Finding> {
    let _ = settings;
    let mut out = Vec::new();
    for &article in &scene.event.articles {
        if scene.sources.article(article).peer {
            continue;
        }
        let reading = &scene.readings[article.index()];
        let page = Page::new(&reading.doc, &reading.claims);
        let others = Others { scene, article };
        let mut slips = point::slips(&page);
        slips.extend(change::slips(&page, &others));
        slips.extend(parts::slips(&page, &others));
        slips.extend(divide::slips(&page, &others));
        slips.extend(rest::slips(&page, &others));
        slips.extend(elapsed::slips(&page, &others));
        slips.extend(stretch::slips(&page, &others));
        slips.extend(convert::slips(&page, &others));
        slips.extend(list::slips(&page));
        slips.extend(than::slips(&page, &others));
        slips.extend(rate::slips(&page, &others));
        slips.extend(base::slips(&page, &others));
        slips.extend(known::slips(&page, &others));
        slips.extend(clock::slips(&page, &others));
        slips.extend(course::slips(&page, &others));
        slips.extend(balance::slips(&page, &others));
        slips.extend(market::slips(&page, &others));
        slips.extend(score::slips(&page, &others));
        slips.extend(periods::slips(&page, &others));
        slips.extend(record::slips(&page, &others));
        slips.extend(golf::slips(&page, &others));
        slips.extend(table::slips(&page, &others));
        slips.extend(grid::slips(&page, &others));
        slips.extend(since::slips(&page, &others));
        slips.extend(tree::slips(&page, &others));
        slips.extend(rank::slips(&page));
        slips.extend(versus::slips(&page, &others));
        slips.extend(vote::slips(&page, &others));
        slips.extend(fold::slips(&page));
        slips.extend(next::slips(&page, &others));
        slips.extend(currency::slips(&page, &others));
        slips.extend(often::slips(&page));
        slips.extend(margin::slips(&page, &others));
        slips.extend(odds::slips(&page, &others));
        slips.extend(toll::slips(&page, &others));
        let order = order::slips(&page, &slips);
        slips.extend(order);
        let roll = roll::slips(&page, &others, &slips);
        slips.extend(roll);
        for slip in slips {
            let found = Found {
                at: Loc { article, span: slip.at },
                expected: slip.expected.iter().cloned().collect(),
                confidence: slip.confidence,
                proven: true,
                others: slip.operands.iter().map(|&span| Loc { article, span }).collect(),
                reasons: vec![slip.reason],
                replacement: slip.expected,
                safe: false,
            };
            let mut finding = found.finding(scene, rule);
            finding.kind = slip.kind;
            out.push(finding);
        }
    }
    out
}

/// The other articles of the event, asked which figure of a sum nobody else has.
struct Others<'a> {
    scene: Scene<'a>,
    article: ArticleId,
}

impl Others<'_> {
    /// Returns whether another article states the same value.
    fn confirm(&self, page: &Page<'_>, f: &Figure) -> bool {
        page.claims.iter().find(|c| c.span == f.span).is_some_and(|c| self.confirm_claim(c))
    }

    /// Returns whether another article states the value of the claim.
    fn confirm_claim(&self, claim: &Claim) -> bool {
        let own = keys(&claim.value).0;
        self.claims().any(|c| keys(&c.value).0 == own)
    }

    fn claims(&self) -> impl Iterator<Item = &Claim> {
        self.readings().flat_map(|r| r.claims.iter())
    }

    /// Returns the other articles.
    fn readings(&self) -> impl Iterator<Item = &Reading<'_>> {
        let others = self.scene.event.articles.iter().filter(|&&a| a != self.article);
        others.map(|a| &self.scene.readings[a.index()])
    }

    /// Returns whether another article states this value of what the figure counts.
    fn state(&self, f: &Figure, value: i128) -> bool {
        self.claims().filter_map(Figure::new).any(|o| o.like(f) && o.value == value)
    }

    /// Returns whether another article states this value of what the figure counts beside the figure's label or a word
    /// that says the same: 6명 부상 and 6명이 다쳤다 for `부상 6명`.
    fn state_as(&self, f: &Figure, label: &str, value: i128) -> bool {
        const ALIKE: [&[&str]; 3] = [&["사망", "숨"], &["부상", "다쳤", "다쳐", "다친", "다치"], &["실종", "행방"]];
        let Some((end, _)) = label.char_indices().nth(2).or(Some((label.len(), ' '))).filter(|e| e.0 >= 6) else {
            return false;
        };
        let own = [&label[..end]];
        let words = ALIKE.into_iter().find(|row| row.contains(&own[0])).unwrap_or(&own);
        self.readings().any(|r| {
            r.claims.iter().filter(|c| Figure::new(c).is_some_and(|o| o.like(f) && o.value == value)).any(|c| {
                let before: String = r.doc.text[..c.span.start()].chars().rev().take(4).collect();
                let before: String = before.chars().rev().collect();
                let after: String = r.doc.text[c.span.end()..].chars().take(5).collect();
                words.iter().any(|w| before.contains(w) || after.contains(w))
            })
        })
    }

    /// Returns the one figure that no other article confirms, if all the others of the list are confirmed; else none.
    fn odd_one<'f>(&self, page: &Page<'_>, figures: &[&'f Figure]) -> Option<&'f Figure> {
        let mut open = figures.iter().filter(|f| !self.confirm(page, f));
        match (open.next(), open.next()) {
            (Some(f), None) => Some(f),
            _ => None,
        }
    }
}
