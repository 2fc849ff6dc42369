//! Who may import whom, how long a file may be, and that what the README names is there.
#![allow(clippy::unwrap_used)] // A test that cannot go on has failed.

use std::fs;
use std::path::{Path, PathBuf};

/// The folders of `src` and what each may use; `cli`, `lib.rs` and `main.rs` may use all.
const LAYERS: [(&str, &[&str]); 11] = [
    ("source", &[]),
    ("text", &["source"]),
    ("claim", &["source", "text"]),
    ("event", &["source", "text", "claim"]),
    ("align", &["source", "text", "claim", "event"]),
    ("finding", &["source"]),
    ("rule", &["source", "text", "claim", "finding"]),
    ("check", &["source", "text", "claim", "event", "align", "rule", "finding"]),
    ("report", &["source", "finding"]),
    ("fix", &["source", "finding"]),
    ("eval", &["source", "finding"]),
];

const LINES: usize = 600;

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// Returns the folders that a line of code names as `crate::folder`; comments name what they like.
fn used(line: &str) -> Vec<&str> {
    let code = line.split("//").next().unwrap_or_default();
    let name = |rest: &'_ str| rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
    code.split("crate::").skip(1).map(|rest| &rest[..name(rest)]).collect()
}

#[test]
fn each_layer_uses_only_those_below_it() {
    let mut wrong = Vec::new();
    for (layer, may) in LAYERS {
        let folder = Path::new("src").join(layer);
        if !folder.exists() {
            continue;
        }
        for file in rust_files(&folder) {
            let text = fs::read_to_string(&file).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for (i, line) in code.lines().enumerate() {
                for name in used(line) {
                    if name != layer && !may.contains(&name) {
                        let file = file.strip_prefix("src").unwrap().display();
                        wrong.push(format!("{file}:{}: {layer} may not use {name}", i + 1));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn every_folder_of_src_has_a_layer() {
    for entry in fs::read_dir("src").unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let known = name == "cli" || LAYERS.iter().any(|(layer, _)| *layer == name);
        assert!(!entry.path().is_dir() || known, "src/{name} has no place among the layers");
    }
}

#[test]
fn a_file_is_one_idea() {
    for file in rust_files(Path::new("src")).into_iter().chain(rust_files(Path::new("tests"))) {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= LINES, "{} has {lines} lines, more than {LINES}", file.display());
    }
}

/// A path in a document is a promise: what stands between backticks and looks like one of ours must be there.
#[test]
fn every_path_that_a_document_names_exists() {
    const ROOTS: [&str; 8] = ["src/", "rules/", "tests/", "fixtures/", "docs/", "benches/", ".ci/", "editors/"];
    for document in ["README.md", "README.ko.md"] {
        let text = fs::read_to_string(document).unwrap();
        let words = text.split(|c: char| c.is_whitespace() || "`()[]|\"'<>".contains(c));
        for word in words.filter(|w| ROOTS.iter().any(|r| w.starts_with(r))) {
            let path = word.trim_end_matches([',', '.', ':', ';']);
            let path = path.split(['*', '#', '{', ':']).next().unwrap_or_default();
            assert!(Path::new(path).exists(), "{document} names {path}, which is not there");
        }
    }
}
