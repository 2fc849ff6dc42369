//! The READMEs and the guides: their commands are commands, and both languages tell the same.

use clap::Parser as _;
use factdiff::cli::args::Cli;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn text(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("the file is there")
}

/// Returns the commands in a file that can be typed as they stand, from code in a line and from blocks.
fn commands(file: &str) -> Vec<String> {
    let text = text(file).replace('\n', " ");
    let code = text.split('`').filter_map(|piece| piece.trim().strip_prefix("factdiff "));
    code.filter(|c| !c.contains(['|', '…', '<'])).map(str::to_owned).collect()
}

#[test]
fn every_command_is_one() {
    for (file, least) in
        [("README.md", 14), ("README.ko.md", 14), ("docs/ci.md", 1), ("docs/desk.md", 2), ("docs/desk.ko.md", 6)]
    {
        let found = commands(file);
        assert!(found.len() >= least, "{file}: {found:#?}");
        for command in found {
            let words = std::iter::once("factdiff").chain(command.split_whitespace());
            match Cli::try_parse_from(words) {
                Ok(_) => {}
                // `factdiff fix` alone is what a sentence calls it.
                Err(e) if e.kind() == clap::error::ErrorKind::MissingRequiredArgument => {}
                Err(e) if e.kind() == clap::error::ErrorKind::DisplayHelp => {}
                Err(e) => panic!("{file}: factdiff {command}\n{e}"),
            }
        }
    }
}

#[test]
fn both_languages_tell_the_same() {
    let told = |file: &str| -> (BTreeSet<String>, BTreeSet<String>, usize, usize) {
        let text = text(file);
        let first = |c: &String| c.split_whitespace().next().map(str::to_owned);
        let flags = text.split(|c: char| !(c.is_ascii_lowercase() || c == '-')).filter(|w| w.starts_with("--"));
        let headings = text.lines().filter(|l| l.starts_with("## ") || l.starts_with("### ")).count();
        let rows = text.lines().filter(|l| l.starts_with('|')).count();
        (commands(file).iter().filter_map(first).collect(), flags.map(str::to_owned).collect(), headings, rows)
    };
    let (english, korean) = (told("README.md"), told("README.ko.md"));
    assert_eq!(english.0, korean.0, "commands");
    assert_eq!(english.1, korean.1, "flags");
    assert_eq!((english.2, english.3), (korean.2, korean.3), "headings and rows of tables");
    // Folders and files that the one names, the other names.
    let files = |file: &str| -> BTreeSet<String> {
        let text = text(file);
        let named = text.split(['`', '(', ')', ' ', '\n']).filter(|w| {
            ["src/", "docs/", "tests/", "scripts/", "benches/", "fixtures", ".ci/"].iter().any(|d| w.starts_with(d))
        });
        named.map(|w| w.trim_end_matches([',', '.', ';', ':']).replace(".ko.md", ".md")).collect()
    };
    let (english, korean) = (files("README.md"), files("README.ko.md"));
    assert_eq!(english, korean);
    for file in english.iter().filter(|f| !f.contains(':')) {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(file).exists(), "{file}");
    }
}

#[test]
fn the_picture_is_small_enough_to_be_looked_at() {
    let png = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/page.png")).expect("the picture");
    assert!(png.starts_with(b"\x89PNG\r\n") && png.len() < 200_000, "{} bytes", png.len());
}
