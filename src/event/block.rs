//! Which pairs of articles are worth comparing: those that share a rare key inside a window of days.

use super::key::Archive;

/// How many of its rarest keys an article is looked up by.
const KEYS: usize = 32;

/// How many later articles with the same key an article is paired with; with [`KEYS`] it keeps growth linear.
const AHEAD: usize = 6;

/// Two articles are not compared where both share more than this many times as many rare keys with a third.
const FEWER: usize = 4;

/// Days between the publications of two articles of one event, at most.
pub(super) const WINDOW: i32 = 7;

/// Two articles, by index.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Pair {
    /// The one.
    pub(super) a: u32,
    /// The other.
    pub(super) b: u32,
}

/// So few articles are all compared: among the rarest keys of three copies of a release may be none of a fourth article.
const FEW: usize = 40;

/// Returns the pairs to compare, each once.
pub(super) fn candidates(archive: &Archive) -> Vec<Pair> {
    let profiles = &archive.profiles;
    if profiles.len() <= FEW {
        let all = 0..profiles.len() as u32;
        return all.clone().flat_map(|b| all.clone().take_while(move |&a| a < b).map(move |a| Pair { a, b })).collect();
    }
    // (key, day, digest, article): sorted, articles with one key stand together in the order of their days.
    let mut postings: Vec<(u64, i32, u64, u32)> = Vec::with_capacity(profiles.len() * KEYS);
    let mut rare: Vec<(f32, u64)> = Vec::new();
    for (i, p) in profiles.iter().enumerate() {
        rare.clear();
        rare.extend(p.keys.iter().filter(|k| archive.count(k) >= 2).map(|k| (k.weight, k.hash)));
        if rare.len() > KEYS {
            rare.select_nth_unstable_by(KEYS, |x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
            rare.truncate(KEYS);
        }
        postings.extend(rare.iter().map(|r| (r.1, p.day.unwrap_or(i32::MAX), p.digest, i as u32)));
    }
    postings.sort_unstable();
    let mut pairs: Vec<u64> = Vec::new();
    for (at, x) in postings.iter().enumerate() {
        for y in postings[at + 1..].iter().take(AHEAD) {
            if y.0 != x.0 || (y.1 != i32::MAX && y.1 - x.1 > WINDOW) {
                break;
            }
            pairs.push(u64::from(x.3.min(y.3)) << 32 | u64::from(x.3.max(y.3)));
        }
    }
    pairs.sort_unstable();
    let runs = || pairs.chunk_by(|x, y| x == y).map(|run| ((run[0] >> 32) as u32, run[0] as u32, run.len()));
    let mut best = vec![0; profiles.len()];
    for (a, b, shared) in runs() {
        best[a as usize] = shared.max(best[a as usize]);
        best[b as usize] = shared.max(best[b as usize]);
    }
    // One shared rare key is chance, two are a reason to look, unless both share many more with somebody else.
    runs()
        .filter(|&(a, b, shared)| shared >= 2 && shared * FEWER >= best[a as usize].min(best[b as usize]))
        .map(|(a, b, _)| Pair { a, b })
        .collect()
}
