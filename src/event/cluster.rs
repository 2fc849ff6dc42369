//! From pairs that are alike to events.

use super::block::{Pair, WINDOW};
use super::frame;
use super::key::{Archive, Profile};
use rayon::prelude::*;

/// How alike two articles have to be to tell of one event where so many articles appeared in the same days: a few given
/// together mostly do, of thousands any two hardly ever.
fn alike(articles: u32) -> f32 {
    (0.08 + 0.03 * (articles as f32 / 10.0).ln()).clamp(0.05, 0.3)
}

/// Two groups grow together only if their articles are on average this much as alike as a pair has to be, so that a
/// chain of acquaintances does not become a family.
const GROUPS: f32 = 0.65;

/// A pair is passed over where both have a friend so much closer …
const CLOSER: f32 = 0.75;

/// … unless it is so many times as alike as it has to be: of several outlets some may have copied one release, and
/// others not.
const CLOSE: f32 = 3.0;

/// … or so many times where hardly any were given: those mostly tell of one event.
const FEW: (u32, f32) = (6, 2.0);

/// How many articles of a group speak for it.
const SPEAKERS: usize = 5;

/// Returns for each article the index of an article that stands for its event.
pub(super) fn clusters(archive: &Archive, pairs: &[Pair]) -> Vec<usize> {
    let profiles = &archive.profiles;
    let near = near(profiles);
    let enough = |i: u32, j: u32| alike(near[i as usize].min(near[j as usize]));
    let mut edges: Vec<(f32, Pair)> = pairs
        .par_iter()
        .map(|p| (likeness(&profiles[p.a as usize], &profiles[p.b as usize]), *p))
        .filter(|(s, p)| *s >= enough(p.a, p.b))
        .collect();
    let mut best = vec![0.0_f32; profiles.len()];
    for (s, p) in &edges {
        for i in [p.a as usize, p.b as usize] {
            best[i] = best[i].max(*s);
        }
    }
    let close = |p: &Pair| if near[p.a as usize].max(near[p.b as usize]) <= FEW.0 { FEW.1 } else { CLOSE };
    edges.retain(|(s, p)| *s >= (best[p.a as usize].min(best[p.b as usize]) * CLOSER).min(enough(p.a, p.b) * close(p)));
    let rank = |i: u32| (profiles[i as usize].day, profiles[i as usize].digest);
    edges.sort_unstable_by(|(s, p), (t, q)| {
        let (pa, pb) = (rank(p.a).min(rank(p.b)), rank(p.a).max(rank(p.b)));
        let (qa, qb) = (rank(q.a).min(rank(q.b)), rank(q.a).max(rank(q.b)));
        t.total_cmp(s).then(pa.cmp(&qa)).then(pb.cmp(&qb))
    });
    let mut label: Vec<usize> = (0..profiles.len()).collect();
    let mut members: Vec<Vec<u32>> = (0..profiles.len() as u32).map(|i| vec![i]).collect();
    for (_, p) in edges {
        let (a, b) = (label[p.a as usize], label[p.b as usize]);
        if a == b || !groups_alike(profiles, &members[a], &members[b], enough(p.a, p.b) * GROUPS) {
            continue;
        }
        let (keep, gone) = if members[a].len() >= members[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut members[gone]);
        for &i in &moved {
            label[i as usize] = keep;
        }
        members[keep].extend(moved);
        members[keep].sort_unstable_by_key(|&i| rank(i));
    }
    label
}

/// Returns for each article how many could be of the same event by the day they appeared, itself among them.
fn near(profiles: &[Profile]) -> Vec<u32> {
    let mut days: Vec<i32> = profiles.iter().filter_map(|p| p.day).collect();
    days.sort_unstable();
    let undated = profiles.len() - days.len();
    let count = |p: &Profile| match p.day {
        None => profiles.len(),
        Some(day) => {
            let from = days.partition_point(|&d| d < day - WINDOW);
            days.partition_point(|&d| d <= day + WINDOW) - from + undated
        }
    };
    profiles.iter().map(|p| count(p) as u32).collect()
}

fn groups_alike(profiles: &[Profile], a: &[u32], b: &[u32], enough: f32) -> bool {
    if a.len() == 1 && b.len() == 1 {
        return true;
    }
    let (mut sum, mut n) = (0.0, 0);
    for &i in a.iter().take(SPEAKERS) {
        for &j in b.iter().take(SPEAKERS) {
            sum += likeness(&profiles[i as usize], &profiles[j as usize]);
            n += 1;
        }
    }
    sum >= enough * n as f32
}

/// Returns how alike two articles are, from 0 to 1: the cosine of their keys, 0 where they cannot tell of one event.
pub(super) fn likeness(a: &Profile, b: &Profile) -> f32 {
    let time = time_fits(a, b);
    if time == 0.0 || frame::series(&a.frames, &b.frames) {
        return 0.0;
    }
    let (mut dot, mut hard, mut figures, mut i, mut j) = (0.0, 0, 0, 0, 0);
    while let (Some(x), Some(y)) = (a.keys.get(i), b.keys.get(j)) {
        match x.hash.cmp(&y.hash) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                dot += x.weight * y.weight;
                hard += u32::from(x.hard && y.hard);
                figures += u32::from(x.figure && y.figure);
                i += 1;
                j += 1;
            }
        }
    }
    let norm = a.norm * b.norm;
    if norm > 0.0 { dot / norm * time * names_fit(a, b, hard) * figures_fit(a, b, figures) } else { 0.0 }
}

/// Returns how well two articles fit in time, from 0 to 1. Where a publication is not known, the days and years said
/// in the text have to do.
fn time_fits(a: &Profile, b: &Profile) -> f32 {
    if let (Some(x), Some(y)) = (a.day, b.day) {
        return match (x - y).abs() {
            0..=2 => 1.0,
            3..=WINDOW => 0.85,
            _ => 0.0,
        };
    }
    let apart = |x: u32, y: u32| x != 0 && y != 0 && x & y == 0;
    let days: f32 = if apart(a.days, b.days) { 0.5 } else { 1.0 };
    let months = if apart(a.months.into(), b.months.into()) { 0.7 } else { 1.0 };
    let years = !a.years.is_empty() && !b.years.is_empty() && !a.years.iter().any(|y| b.years.contains(y));
    let years = if years { 0.7 } else { 1.0 };
    // Leads that are apart are days apart: that counts once.
    let issues = if frame::other_numbers(&a.numbered, &b.numbered) { 0.6 } else { 1.0 };
    days.min(a.clock.leads_fit(a.days, &b.clock, b.days)) * months * years * issues * a.clock.titles_fit(&b.clock)
}

/// Returns how well the names and amounts of two articles fit, from less than 1 up: two stories with many of them and
/// none in common are of one topic, not of one event.
fn names_fit(a: &Profile, b: &Profile, shared: u32) -> f32 {
    let least = a.hard.min(b.hard);
    if least < 2 {
        return 1.0;
    }
    let share = shared as f32 / least as f32;
    0.6 + (share * 2.0).min(0.6)
}

/// Two stories that are full of figures …
const FIGURES: u32 = 10;

/// … and do not share one in so many of them are not of one event: other answers to a survey, another day of the market.
const ONE_IN: u32 = 10;

/// Returns how well the figures of two articles fit: 1, or less where both have many and hardly any in common.
fn figures_fit(a: &Profile, b: &Profile, shared: u32) -> f32 {
    let least = a.figures.min(b.figures);
    if least >= FIGURES && shared * ONE_IN < least { 0.6 } else { 1.0 }
}
