//! Words that many misspell: 몇일, 역활, 휴유증. No other outlet has to tell.

use std::sync::LazyLock;

/// The table, sorted by what is wrong.
static TABLE: LazyLock<Vec<(&str, bool, &str)>> = LazyLock::new(|| {
    let lines = include_str!("../../../rules/lexicon/misspelt.txt").lines().filter(|l| !l.starts_with('#'));
    let pairs = lines.filter_map(|l| l.split_once(' '));
    let mut table: Vec<_> = pairs
        .map(|(wrong, right)| match wrong.strip_suffix('$') {
            Some(wrong) => (wrong, true, right),
            None => (wrong, false, right),
        })
        .collect();
    table.sort_unstable();
    table
});

/// The first two syllables of all, as a set of bits by their hash: few words begin as any of them.
static BEGINS: LazyLock<[u64; 64]> = LazyLock::new(|| {
    let mut bits = [0; 64];
    for (wrong, ..) in TABLE.iter() {
        if let Some(at) = place(wrong) {
            bits[at / 64] |= 1 << (at % 64);
        }
    }
    bits
});

/// Returns the bit of the first two syllables.
fn place(word: &str) -> Option<usize> {
    let b = word.as_bytes().get(..6)?;
    let n = b.iter().fold(0_u64, |n, &b| n << 8 | u64::from(b));
    Some((n.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52) as usize)
}

/// Returns the run as it is written, of which `stem` bytes are without particle, where it begins with what many misspell.
///
/// ```
/// use factdiff::claim::lexicon::misspelt::mended;
/// assert_eq!(mended("며칠째", 9), None);
/// assert_eq!(mended("몇일째", 9).as_deref(), Some("며칠째"));
/// ```
pub fn mended(run: &str, stem: usize) -> Option<String> {
    let at = place(run)?;
    if BEGINS[at / 64] & 1 << (at % 64) == 0 {
        return None;
    }
    let first = &run[..3];
    let from = TABLE.partition_point(|t| t.0 < first);
    let fits = |t: &&(&str, bool, &str)| run.starts_with(t.0) && (!t.1 || t.0.len() == run.len() || t.0.len() == stem);
    let (wrong, _, right) = TABLE[from..].iter().take_while(|t| t.0.starts_with(first)).filter(fits).last()?;
    Some([right, &run[wrong.len()..]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_many_misspell() {
        for (wrong, right) in [("역활을", "역할을"), ("금새", "금세"), ("삼가해", "삼가"), ("치뤘다", "치렀다")]
        {
            assert_eq!(mended(wrong, wrong.len()).as_deref(), Some(right));
        }
        for right in ["역할을", "금새우", "며칠", "치루", "삼가기로", "초점"] {
            assert_eq!(mended(right, right.len()), None, "{right}");
        }
    }
}
