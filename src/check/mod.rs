//! Rules applied to the articles of one event.

mod acronym;
pub mod agree;
mod ahead;
mod apart;
mod bearing;
mod broken;
mod code;
mod coined;
mod comeback;
mod compare;
mod contest;
mod counter;
mod counterpart;
mod denial;
mod department;
mod employer;
mod exchange;
mod floor;
mod forename;
mod gloss;
mod head;
mod headline;
mod incumbent;
mod inside;
mod kanji;
mod left_out;
mod letter;
mod mood;
mod myriad;
mod name;
mod origin;
mod particle;
mod pinyin;
mod post;
mod quote;
mod rank;
mod rate;
mod red;
mod report;
mod reported;
mod reword;
mod role;
mod seat;
mod shared;
mod side;
mod speaker;
mod speaking;
mod spelling;
mod sum;
mod swap;
mod term;
mod than;
pub mod trace;
mod twice;
mod unit;
mod usage;
mod utterance;
mod weekday;
pub mod weigh;
mod withheld;

use crate::align::Alignment;
use crate::align::copy::{Swap, swaps};
use crate::align::counterpart::{Counterpart, counterparts};
use crate::align::figure::Class;
use crate::align::odd::{Odd, odd_words};
use crate::align::rival::{Rivalry, rivalries};
use crate::align::site::sites;
use crate::align::slot::{Slots, slots};
use crate::align::stead::steads;
use crate::claim::Reading;
use crate::event::Event;
use crate::finding::{Finding, Kind, Severity, Tally};
use crate::rule::{Check, Name, RuleSet, Wording};
use crate::source::{Loc, Sources};

/// Everything a check may look at.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// All articles.
    pub sources: &'a Sources,
    /// All readings, by article number.
    pub readings: &'a [Reading<'a>],
    /// The outlet of each article of the run, by article number; listed once, not for every event.
    pub outlets: &'a [&'a str],
    /// The event.
    pub event: &'a Event,
    /// The rules and the words.
    pub rules: &'a RuleSet,
}

/// What the outlets of an event have in common and where they part; worked out once for all rules.
#[derive(Clone, Debug)]
pub struct Common<'a> {
    /// The articles as rows of words and figures.
    pub alignment: Alignment<'a>,
    /// The figures by class, with the pairs that may contradict.
    pub slots: Vec<(Slots<'a>, Vec<Rivalry>)>,
    /// The words of one outlet that are one slip away from a word of the others.
    pub odd: Vec<Odd>,
    /// The names that stand where the same sentence of others has another.
    pub swaps: Vec<Swap>,
    /// The words that stand beside the figures of another word.
    pub counterparts: Vec<Counterpart>,
}

impl<'a> Common<'a> {
    /// Returns what the articles of an event have in common.
    pub fn new(scene: Scene<'a>) -> Common<'a> {
        let Scene { sources, readings, outlets, rules, .. } = scene;
        // By path, so that what is found does not depend on the order in which files were named.
        let mut event = scene.event.clone();
        event.articles.sort_by_key(|&id| &sources.article(id).path);
        let alignment = Alignment::new(&event, readings, outlets, &rules.lexicon, &rules.aliases);
        let mut pairs = Vec::new();
        if event.articles.len() > 1 {
            pairs = slots(&alignment)
                .into_iter()
                .map(|s| {
                    // Places differ all the time, and what takes turns is true both ways; no rule makes anything of it.
                    let turns = |pair| rules.lexicon.directions.takes_turns(pair);
                    if s.class == Class::Place || matches!(s.class, Class::Direction(pair) if turns(pair)) {
                        return (s, Vec::new());
                    }
                    let r = rivalries(&alignment, &s, compare::bare_agrees(rules, &s.class));
                    (s, r)
                })
                .collect();
        }
        let odd = odd_words(&alignment, &rules.lexicon);
        let mut swaps = swaps(&alignment);
        let mut more = steads(&alignment, &rules.lexicon);
        more.extend(sites(&alignment, &rules.lexicon));
        swaps.extend(more.into_iter().filter(|s| !swaps.iter().any(|t| t.at == s.at)).collect::<Vec<_>>());
        let counterparts = counterparts(&alignment, &rules.lexicon);
        Common { alignment, slots: pairs, odd, swaps, counterparts }
    }
}

/// Returns whether a place of a finding is among some that prove which side is wrong.
fn settled(proofs: &[Finding], of: &Finding) -> bool {
    let proven = |at: Loc| proofs.iter().any(|p| p.at.overlaps(at));
    proven(of.at) || of.evidence.iter().any(|e| proven(e.at))
}

/// Drops of two findings that are each the other side of the other (표다솜 for 표다숨, 표다숨 for 표다솜) the one that is less sure: that
/// two outlets differ is told once.
fn once(findings: &mut Vec<Finding>, sources: &Sources) {
    let words = |f: &Finding| {
        matches!(f.kind, Kind::Term | Kind::PersonName | Kind::PlaceName | Kind::OrgName | Kind::PersonTitle)
    };
    let told: Vec<(Loc, Kind, Severity, f32, String)> = findings
        .iter()
        .filter(|f| words(f) && f.confidence >= 0.5)
        .filter_map(|f| Some((f.at, f.kind, f.severity, f.confidence, f.expected.first()?.clone())))
        .collect();
    if told.len() < 2 {
        return;
    }
    findings.retain(|f| {
        let own = sources.slice(f.at);
        !words(f)
            || !told.iter().any(|(at, kind, severity, confidence, expected)| {
                *kind != f.kind
                    && (*severity, *confidence) > (f.severity, f.confidence)
                    && f.evidence.iter().any(|e| e.at.overlaps(*at))
                    && (expected == own || (expected.contains(own) || own.contains(expected.as_str())))
            })
    });
}

/// Returns the findings of one event and how much was compared.
pub fn run(scene: Scene<'_>) -> (Vec<Finding>, Tally) {
    let common = Common::new(scene);
    let (mut findings, mut proofs) = (Vec::new(), Vec::new());
    for rule in &scene.rules.rules {
        match &rule.check {
            Check::Compare(settings) => {
                let mut told = compare::check(scene, &common, rule, &settings.level);
                let mut ahead = ahead::check(scene, rule);
                // What others prove they prove better; what only differs is settled.
                let better = |f: &Finding, a: &Finding| f.severity == Severity::Error && f.confidence >= a.confidence;
                ahead.retain(|a| !told.iter().any(|f| f.at.overlaps(a.at) && better(f, a)));
                told.retain(|f| !settled(&ahead, f));
                findings.extend(ahead);
                findings.extend(rank::check(scene, &common, rule, &told));
                if rule.kind == Kind::Count {
                    let parts =
                        exchange::parts(&common).into_iter().map(|f| f.finding(scene, rule)).collect::<Vec<_>>();
                    told.retain(|f| !settled(&parts, f));
                    findings.extend(parts);
                }
                if rule.kind == Kind::Measure {
                    let terms = term::check(scene, &common, rule);
                    told.retain(|f| !settled(&terms, f));
                    findings.extend(terms);
                }
                findings.extend(told);
                findings.extend(unit::check(scene, &common, rule));
                findings.extend(myriad::check(scene, rule));
                findings.extend(headline::check(scene, rule));
                findings.extend(twice::check(scene, rule));
            }
            Check::Name(Name { jamo_within, .. }) | Check::Wording(Wording { jamo_within, .. }) => {
                let told = name::check(scene, &common, rule, *jamo_within);
                findings.extend(counterpart::check(scene, &common, rule, &told));
                if rule.kind == Kind::Term {
                    findings.extend(code::check(scene, &common, rule));
                }
                findings.extend(told);
            }
            Check::Spelling(settings) => proofs.extend(spelling::check(scene, rule, settings)),
            Check::Polarity(_) => {
                let bound = bearing::check(scene, &common, rule);
                let free = compare::check(scene, &common, rule, &[]);
                // The other side of a contradiction is told with it.
                let told = |f: &Finding| {
                    bound.iter().any(|b| b.at.overlaps(f.at) || b.evidence.iter().any(|e| e.at.overlaps(f.at)))
                };
                findings.extend(free.into_iter().filter(|f| !told(f)));
                let red = red::check(scene, &common, rule);
                findings.extend(bound.into_iter().filter(|b| !red.iter().any(|f| f.at.overlaps(b.at))));
                findings.extend(red);
                findings.extend(left_out::check(scene, &common, rule));
                findings.extend(than::check(scene, rule));
            }
            Check::Usage(settings) => {
                proofs.extend(usage::check(scene, rule, settings));
                proofs.extend(comeback::check(scene, rule));
            }
            Check::Quote(settings) => findings.extend(quote::check(scene, &common, rule, settings)),
            Check::Role(settings) => findings.extend(role::check(scene, &common, rule, settings)),
            Check::Sum(settings) => proofs.extend(sum::check(scene, rule, settings)),
            Check::Weekday(settings) => proofs.extend(weekday::check(scene, rule, settings)),
            Check::Particle(settings) => proofs.extend(particle::check(scene, rule, settings)),
            Check::Gloss(settings) => findings.extend(gloss::check(scene, rule, settings)),
        }
    }
    // Where arithmetic or the calendar has found the wrong side of a dispute, the dispute is settled.
    let proven = |at: Loc| proofs.iter().any(|p: &Finding| p.at.overlaps(at));
    let computed =
        |at: Loc| proofs.iter().any(|p: &Finding| p.at.overlaps(at) && !matches!(p.kind, Kind::Particle | Kind::Term));
    findings.retain(|f: &Finding| {
        f.severity == Severity::Error || !(computed(f.at) || f.evidence.iter().any(|e| proven(e.at)))
    });
    // What differs inside an utterance is told once, as a change of the utterance.
    let quoted: Vec<Loc> = findings
        .iter()
        .filter(|f| f.kind == Kind::Quote)
        .flat_map(|f| std::iter::once(f.at).chain(f.evidence.iter().map(|e| e.at)))
        .collect();
    let is_quoted = |at: Loc| quoted.iter().any(|q| q.overlaps(at));
    findings.retain(|f| f.kind == Kind::Quote || !is_quoted(f.at));
    once(&mut findings, scene.sources);
    shared::lower(&mut proofs, &common.alignment, scene.sources);
    findings.extend(proofs);
    (findings, compare::tally(&common))
}
