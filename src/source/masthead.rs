//! What a page says about itself without front matter: outlet, reporter, time of publication, headline.

use super::{Article, Span};

/// Fills in what the front matter did not say and the page does.
pub(super) fn complete(article: &mut Article) {
    if article.title.is_none() {
        let body = article.body.of(&article.text);
        let mut lines = body.split('\n').map(str::trim).filter(|l| !l.is_empty());
        if let Some(first) = lines.next().filter(|l| !l.ends_with('.')) {
            article.title = Some(Span::within(&article.text, first));
        }
    }
}
