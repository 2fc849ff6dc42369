//! What a page says about itself without front matter: outlet, reporter, time of publication, headline.

use super::{Article, Span, Stamp, chrome, comment, credit, stamp};

/// Fills in what the front matter did not say and the page does.
pub(super) fn complete(article: &mut Article) {
    if article.outlet_known && article.published.is_some() && article.title.is_some() && article.byline.is_some() {
        return;
    }
    let mut page = Page::default();
    let body = article.body.of(&article.text);
    for line in comment::outside(body).into_iter().flat_map(|piece| piece.split('\n')) {
        page.line(line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}'));
    }
    if !article.outlet_known
        && let Some((_, outlet)) = page.outlet
    {
        article.outlet = outlet.to_owned();
        article.outlet_known = true;
    }
    article.published = article.published.or(page.published.map(|(_, s)| s));
    if article.byline.is_none() {
        article.byline = page.reporter.map(str::to_owned);
    }
    if article.title.is_none() {
        article.title = page.headline().map(|h| Span::within(&article.text, h));
    }
}

/// What the lines of a page have said so far.
#[derive(Default)]
struct Page<'a> {
    /// How far to trust it, and the outlet.
    outlet: Option<(u8, &'a str)>,
    published: Option<(u8, Stamp)>,
    reporter: Option<&'a str>,
    /// Lines before the first paragraph that may be the headline.
    heads: Vec<&'a str>,
    /// A short sentence that the page begins with.
    stopped: Option<&'a str>,
    /// Whether copy was seen.
    copy: bool,
    /// How many paragraphs of it.
    paragraphs: usize,
}

impl<'a> Page<'a> {
    fn line(&mut self, line: &'a str) {
        if line.is_empty() {
            return;
        }
        if let Some(d) = credit::dateline(line) {
            self.credit(d, 3);
            self.copy = true;
            self.paragraphs += 1;
            return;
        }
        if line.len() > 400 {
            self.copy = true;
            self.paragraphs += 1;
            return;
        }
        if let Some(owner) = credit::copyright(line) {
            if !owner.is_empty() {
                self.outlet(2, owner);
            }
            if let Some((when, _)) = stamp::find(line).filter(|_| is_submission(line)) {
                self.published(2, when);
            }
            return;
        }
        if let Some((weight, when, before)) = publication(line) {
            if weight > 1 || !self.copy {
                self.published(weight, when);
            }
            if let Some(d) = credit::reporter_line(before) {
                self.credit(d, 1);
            }
            return;
        }
        if let Some(d) = credit::reporter_line(line) {
            self.credit(d, 1);
            return;
        }
        if chrome::is_note(line) || chrome::is_menu(line) || chrome::is_other_stories(line) {
            return;
        }
        if chrome::is_prose(line) {
            if !self.copy && self.heads.is_empty() && line.chars().count() <= 45 {
                self.stopped = Some(line);
            }
            self.copy = true;
            self.paragraphs += 1;
        } else if !self.copy && credit::picture_credit(line).is_none() && line.chars().count() <= 120 {
            self.heads.push(line);
        }
    }

    fn credit(&mut self, d: credit::Dateline<'a>, trust: u8) {
        if let Some(outlet) = d.outlet {
            self.outlet(trust, outlet);
        }
        self.reporter = self.reporter.or(d.reporter);
    }

    fn outlet(&mut self, trust: u8, outlet: &'a str) {
        if self.outlet.is_none_or(|(t, _)| t < trust) {
            self.outlet = Some((trust, outlet));
        }
    }

    fn published(&mut self, trust: u8, when: Stamp) {
        if self.published.is_none_or(|(t, _)| t < trust) {
            self.published = Some((trust, when));
        }
    }

    /// Returns the first line that can be a headline: of several, one of three words or with a headline's signs.
    fn headline(&self) -> Option<&'a str> {
        let speaks =
            |l: &&&str| l.split_whitespace().count() >= 3 || l.contains(['…', '“', '"', '‘', '\'', ',', '·', '?', '!']);
        let first = self.heads.iter().find(speaks).or_else(|| self.heads.first().filter(|_| self.copy));
        // `다리가 완공됐다.` above paragraphs is a headline with a full stop.
        let first = first.copied().or(self.stopped.filter(|_| self.paragraphs > 1))?;
        // A heading of Markdown.
        Some(first.trim_start_matches(['#', ' ']))
    }
}

/// Returns whether a line tells when a text was sent out.
fn is_submission(line: &str) -> bool {
    ["입력", "등록", "송고", "발행", "승인", "작성", "게재", "출고"].iter().any(|w| line.contains(w))
}

/// Returns the moment a line says its page was published at, how far to trust it, and what stands before it in the line.
///
/// `입력 2024.07.30. 오후 2:15` · `차한결 기자I 2024.07.30 11:15:00` · `뉴스종합| 2024-07-30 11:17`; a date within a sentence or
/// headline is none.
pub fn publication(line: &str) -> Option<(u8, Stamp, &str)> {
    if line.len() > 240 || chrome::is_prose(line) {
        return None;
    }
    let (when, place) = stamp::find(line)?;
    let before = line[..place.start]
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, 'I' | '|' | 'ㅣ' | '·' | ':' | '['));
    let after = &line[place.end..];
    let submission = is_submission(line);
    let others = before.split_whitespace().count()
        + if stamp::find(after).is_some() { 0 } else { after.split_whitespace().count() };
    // `2024년 7월 30일 기자회견` is a headline, `2024-07-30 11:17 한빛일보` a masthead.
    let written = line[place].contains('년') && when.time.is_none();
    if others > if submission { 8 } else { 4 } || (written && !submission && others > 0) {
        return None;
    }
    let updated = before.ends_with("수정") || before.ends_with("업데이트");
    Some((if updated { 0 } else { 1 + u8::from(submission) }, when, before))
}
