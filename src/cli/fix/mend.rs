//! Fixes made in memory and verified there: the new bytes are read again and checked, and what a fix makes worse is
//! undone, before anything is written.

use super::super::desk::Desk;
use crate::finding::{Applicability, Edit, Finding, Kind, Lang};
use crate::fix::{self, Refusal, Unwritable};
use crate::source::{Article, ArticleId, Sources, Span, read_bytes};
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

/// After this many rounds what is still found is left alone.
const ROUNDS: usize = 8;

/// A change of one place, made or not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Change {
    /// The file.
    pub(super) path: String,
    /// Its line.
    pub(super) line: usize,
    /// Its column in Unicode scalar values.
    pub(super) column: usize,
    /// What stood there.
    pub(super) old: String,
    /// What stands there now, or would.
    pub(super) new: String,
    /// The rule that asked for it.
    pub(super) rule: String,
}

/// Why a fix that was asked for is not made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Why {
    /// Another fix changes the same text.
    Overlaps,
    /// It lies in an article that is only compared with.
    Peer,
    /// The file has other bytes than those that were checked.
    Changed,
    /// The file cannot be read or written.
    Io(String),
    /// The encoding of the file lacks the character.
    NoSuchCharacter(char),
    /// The new text is found fault with: the message of that finding.
    Brings(String),
}

impl Why {
    /// Returns the reason in words.
    pub(super) fn said(&self, lang: Lang) -> String {
        match (self, lang) {
            (Why::Overlaps, Lang::Ko) => "다른 고침과 겹칩니다".to_owned(),
            (Why::Overlaps, Lang::En) => "overlaps with another fix".to_owned(),
            (Why::Peer, Lang::Ko) => "견주기만 하는 기사입니다".to_owned(),
            (Why::Peer, Lang::En) => "the article is only compared with".to_owned(),
            (Why::Changed, Lang::Ko) => "읽은 뒤에 파일이 바뀌었습니다".to_owned(),
            (Why::Changed, Lang::En) => "the file has changed since it was read".to_owned(),
            (Why::Io(e), Lang::Ko) => format!("파일을 쓸 수 없습니다: {e}"),
            (Why::Io(e), Lang::En) => format!("the file cannot be written: {e}"),
            (Why::NoSuchCharacter(c), Lang::Ko) => format!("이 파일의 인코딩에는 ‘{c}’ 자가 없습니다"),
            (Why::NoSuchCharacter(c), Lang::En) => format!("the encoding of the file has no ‘{c}’"),
            (Why::Brings(message), Lang::Ko) => format!("고치면 새 지적이 생깁니다: {message}"),
            (Why::Brings(message), Lang::En) => format!("the new text is found fault with: {message}"),
        }
    }
}

/// A file before and after.
#[derive(Clone, Debug)]
pub(super) struct File {
    /// The path as the user named it.
    pub(super) path: String,
    /// The bytes that were checked.
    pub(super) old: Vec<u8>,
    /// The bytes with the fixes.
    pub(super) new: Vec<u8>,
    /// Both as text, for a diff.
    pub(super) texts: (String, String),
    /// The changes that lead from one to the other.
    pub(super) changes: Vec<Change>,
}

/// What came of the fixes.
#[derive(Clone, Debug, Default)]
pub(super) struct Mended {
    /// The files that change, in the order of the articles.
    pub(super) files: Vec<File>,
    /// The fixes that are not made, and why.
    pub(super) left: Vec<(Change, Why)>,
    /// What is still found.
    pub(super) findings: Vec<Finding>,
}

/// Makes all fixes of at least this applicability, round by round: a fix may lay bare what another one covered.
pub(super) fn mend(desk: &Desk, sources: Sources, findings: Vec<Finding>, at_least: Applicability) -> Mended {
    let mut bench = Bench::new(desk, sources, findings);
    for _ in 0..ROUNDS {
        let open: Vec<Finding> = bench.findings.iter().filter(|f| !bench.given_up.contains(&key(f))).cloned().collect();
        let plan = fix::choose(&open, &bench.sources, at_least);
        for (i, why) in &plan.refused {
            let why = match why {
                Refusal::Overlaps(_) => Why::Overlaps,
                Refusal::Peer => Why::Peer,
            };
            let change = bench.change(&open[*i]);
            bench.refused.push((key(&open[*i]), change, why));
        }
        if plan.made.is_empty() {
            break;
        }
        bench.make(plan.made.iter().map(|&i| open[i].clone()).collect(), true);
    }
    // What was refused in one round may have been made in the next.
    let mut seen = HashSet::new();
    for (key, change, why) in std::mem::take(&mut bench.refused) {
        if !bench.made.contains(&key) && seen.insert(key) {
            bench.left.push((change, why));
        }
    }
    bench.done()
}

/// Makes the fixes that a person chose, in one round; what the new text is found fault with is left to that person.
pub(super) fn mend_chosen(desk: &Desk, sources: Sources, findings: Vec<Finding>, chosen: Vec<Finding>) -> Mended {
    let mut bench = Bench::new(desk, sources, findings);
    let plan = fix::choose(&chosen, &bench.sources, Applicability::Display);
    for (i, why) in &plan.refused {
        let why = if *why == Refusal::Peer { Why::Peer } else { Why::Overlaps };
        let change = bench.change(&chosen[*i]);
        bench.left.push((change, why));
    }
    bench.make(plan.made.iter().map(|&i| chosen[i].clone()).collect(), false);
    bench.done()
}

/// The fixes, by index, that cannot be made, and why.
type Blame = (Vec<usize>, Why);

/// What tells a finding from others while the text around it changes.
type Key = (ArticleId, String, String, Vec<String>, usize);

struct Bench<'d> {
    desk: &'d Desk,
    sources: Sources,
    findings: Vec<Finding>,
    files: BTreeMap<ArticleId, File>,
    made: HashSet<Key>,
    given_up: HashSet<Key>,
    refused: Vec<(Key, Change, Why)>,
    left: Vec<(Change, Why)>,
}

/// Returns what tells a finding from others: article, rule, fix, expectation, and its first byte.
fn key(f: &Finding) -> Key {
    let edits = f.fix.iter().flat_map(|fix| &fix.edits).map(|e| e.text.as_str()).collect::<Vec<_>>().join("\n");
    (f.at.article, f.rule.clone(), edits, f.expected.clone(), f.at.span.start())
}

/// Returns the key as it is once the fixes are made.
fn moved(mut key: Key, fixes: &[Finding]) -> Key {
    let before = fix::edits_in(fixes, key.0).into_iter().filter(|e| e.at.span.end() <= key.4);
    let shift: isize = before.map(|e| e.text.len() as isize - e.at.span.len() as isize).sum();
    key.4 = key.4.saturating_add_signed(shift);
    key
}

impl<'d> Bench<'d> {
    fn new(desk: &'d Desk, sources: Sources, findings: Vec<Finding>) -> Bench<'d> {
        Bench {
            desk,
            sources,
            findings,
            files: BTreeMap::new(),
            made: HashSet::new(),
            given_up: HashSet::new(),
            refused: Vec::new(),
            left: Vec::new(),
        }
    }

    /// Makes these fixes, which do not collide; those that cannot be made, or that bring a finding where `undo` is set,
    /// are given up.
    fn make(&mut self, mut fixes: Vec<Finding>, undo: bool) {
        while !fixes.is_empty() {
            let (sources, files) = match self.tried(&fixes) {
                Ok(tried) => tried,
                Err((culprits, why)) => {
                    self.give_up(&mut fixes, &culprits, |_| why.clone());
                    continue;
                }
            };
            let after = self.desk.check(&sources).findings;
            let faults: Vec<Option<String>> =
                fixes.iter().map(|f| brought(f, &fixes, &after).filter(|_| undo)).collect();
            let culprits: Vec<usize> = (0..fixes.len()).filter(|&i| faults[i].is_some()).collect();
            if !culprits.is_empty() {
                self.give_up(&mut fixes, &culprits, |i| Why::Brings(faults[i].clone().unwrap_or_default()));
                continue;
            }
            let changes: Vec<(ArticleId, Change)> = fixes.iter().map(|f| (f.at.article, self.change(f))).collect();
            self.made.extend(fixes.iter().map(key));
            self.made = self.made.drain().map(|k| moved(k, &fixes)).collect();
            self.given_up = self.given_up.drain().map(|k| moved(k, &fixes)).collect();
            for (key, ..) in &mut self.refused {
                *key = moved(key.clone(), &fixes);
            }
            self.files.extend(files);
            for (article, change) in changes {
                if let Some(file) = self.files.get_mut(&article) {
                    file.changes.push(change);
                }
            }
            self.sources = sources;
            self.findings = after;
            return;
        }
    }

    fn give_up(&mut self, fixes: &mut Vec<Finding>, culprits: &[usize], why: impl Fn(usize) -> Why) {
        for &i in culprits {
            let change = self.change(&fixes[i]);
            self.given_up.insert(key(&fixes[i]));
            self.left.push((change, why(i)));
        }
        let mut i = 0;
        fixes.retain(|_| {
            i += 1;
            !culprits.contains(&(i - 1))
        });
    }

    /// Returns the articles and files with the fixes, or which fixes are to blame that there are none.
    fn tried(&self, fixes: &[Finding]) -> Result<(Sources, BTreeMap<ArticleId, File>), Blame> {
        let mut files = BTreeMap::new();
        let mut articles: Vec<Article> = self.sources.articles().to_vec();
        for article in self.sources.articles() {
            let edits = fix::edits_in(fixes, article.id);
            if edits.is_empty() {
                continue;
            }
            let here: Vec<usize> = (0..fixes.len()).filter(|&i| fixes[i].at.article == article.id).collect();
            let file = match self.files.get(&article.id) {
                Some(file) => file.clone(),
                None => read(article).map_err(|why| (here.clone(), why))?,
            };
            let new = fix::splice(article, &file.new, &edits).map_err(|why| match why {
                Unwritable::OtherBytes => (here.clone(), Why::Changed),
                Unwritable::NoSuchCharacter(c) => {
                    let to_blame = |i: &usize| {
                        let own = fix::edits_in([&fixes[*i]], article.id);
                        matches!(fix::splice(article, &file.new, &own), Err(Unwritable::NoSuchCharacter(_)))
                    };
                    (here.iter().copied().filter(to_blame).collect(), Why::NoSuchCharacter(c))
                }
            })?;
            let fresh = read_bytes(&article.path, new.clone()).article;
            let Some(fresh) = fresh.filter(|a| a.text == fix::new_text(&article.text, &edits)) else {
                return Err((here, Why::Io("the bytes do not read back as the text".to_owned())));
            };
            let texts = (file.texts.0, fresh.decoded_at(0).0.to_owned());
            articles[article.id.index()] = Article { peer: article.peer, ..fresh };
            files.insert(article.id, File { new, texts, ..file });
        }
        let mut sources = Sources::new();
        for article in articles {
            sources.push(article);
        }
        self.desk.settings.name_outlets(&mut sources);
        Ok((sources, files))
    }

    /// Returns the change that a finding's fix is, as one place.
    fn change(&self, f: &Finding) -> Change {
        let article = self.sources.article(f.at.article);
        let edits: Vec<&Edit> = fix::edits_in([f], f.at.article);
        let cover = edits.iter().map(|e| e.at.span).reduce(Span::cover).unwrap_or(f.at.span);
        let old = cover.of(&article.text).to_owned();
        let inside: Vec<Edit> = edits
            .iter()
            .map(|e| {
                let mut e = (*e).clone();
                e.at.span = Span::new(e.at.span.start() - cover.start(), e.at.span.end() - cover.start());
                e
            })
            .collect();
        let new = fix::new_text(&old, &inside.iter().collect::<Vec<_>>());
        let (line, column) = article.line_column(cover.start());
        Change { path: article.path.clone(), line, column, old, new, rule: f.rule.clone() }
    }

    fn done(self) -> Mended {
        let mut files: Vec<File> = self.files.into_values().filter(|f| f.old != f.new).collect();
        for file in &mut files {
            file.changes.sort_by_key(|c| (c.line, c.column));
        }
        Mended { files, left: self.left, findings: self.findings }
    }
}

/// Returns the file of an article, if it still has the bytes that were checked.
fn read(article: &Article) -> Result<File, Why> {
    let bytes = std::fs::read(Path::new(&article.path)).map_err(|e| Why::Io(e.to_string()))?;
    let now = read_bytes(&article.path, bytes.clone()).article;
    let same = now.is_some_and(|a| a.text == article.text && a.decoded_at(0).0 == article.decoded_at(0).0);
    if !same {
        return Err(Why::Changed);
    }
    let text = article.decoded_at(0).0.to_owned();
    Ok(File {
        path: article.path.clone(),
        new: bytes.clone(),
        old: bytes,
        texts: (text.clone(), text),
        changes: Vec::new(),
    })
}

/// Returns the message of a finding that stands where the fix changed the text, once all of `fixes` are made.
///
/// A finding of another kind that reaches beyond the change was there before, covered by the one that is mended.
fn brought(f: &Finding, fixes: &[Finding], after: &[Finding]) -> Option<String> {
    let all = fix::edits_in(fixes, f.at.article);
    let own = fix::edits_in([f], f.at.article);
    let spans = all.iter().zip(fix::new_spans(&all)).filter(|(e, _)| own.contains(e)).map(|(_, span)| span);
    let place = spans.reduce(Span::cover)?;
    let faulty = |a: &&Finding| {
        let touches = a.at.span.start() <= place.end() && place.start() <= a.at.span.end();
        match a.kind {
            Kind::Particle => touches,
            kind => a.at.span.overlaps(place) && (kind == f.kind || place.contains(a.at.span)),
        }
    };
    after.iter().filter(|a| a.at.article == f.at.article).find(faulty).map(|a| a.message.clone())
}
