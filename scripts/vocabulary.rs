//! Makes `rules/lexicon/vocabulary.fst` from the list that `scripts/vocabulary.py` writes: `cargo run --example
//! vocabulary IN.tsv OUT.fst`.

use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(from), Some(to)) = (args.next(), args.next()) else {
        return Err("usage: vocabulary IN.tsv OUT.fst".into());
    };
    let mut map = fst::MapBuilder::new(BufWriter::new(File::create(to)?))?;
    for line in BufReader::new(File::open(from)?).lines() {
        let line = line?;
        let (word, number) = line.split_once('\t').ok_or("a line without a tab")?;
        map.insert(word, number.parse()?)?;
    }
    map.finish()?;
    Ok(())
}
