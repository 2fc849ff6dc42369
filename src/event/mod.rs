//! Events: which articles tell of the same.

use crate::claim::Reading;
use crate::source::ArticleId;

/// Articles that tell of the same event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// Its number, from 1.
    pub id: u32,
    /// Its articles in reading order; at least one.
    pub articles: Vec<ArticleId>,
}

/// Returns the events of all readings, each article in exactly one, ordered by their first article.
pub fn group(readings: &[Reading<'_>]) -> Vec<Event> {
    vec![Event { id: 1, articles: readings.iter().map(|r| r.doc.article).collect() }]
}
