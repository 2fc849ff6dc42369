//! Whole files: what is taken from disk, and what an article says about itself.

use factdiff::source::{Article, ProblemLevel, Reading, Request, Span, load, read_bytes};
use std::fs;
use std::path::{Path, PathBuf};

fn article(text: &str) -> Article {
    let reading = read_bytes("기사/hanbit.md", text.as_bytes().to_vec());
    assert_eq!(reading.problem, None, "{text}");
    reading.article.expect("an article")
}

fn write(dir: &Path, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = dir.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(&path, content).expect("written");
    path
}

const TOML: &str = "+++
outlet = \"한빛일보\"
published = 2031-03-04T09:10:00+09:00
title = \"강물시, 다리 \\\"새로 놓는다\\\"\"
byline = \"차한결 기자\"
unknown = [1, 2]
+++
강물시가 다리를 놓는다.
";

#[test]
fn front_matter_in_toml_and_yaml_says_the_same() {
    let yaml = "---\noutlet: 한빛일보\npublished: 2031-03-04T09:10:00+09:00\ntitle: \"강물시, 다리 \\\"새로 놓는다\\\"\"\n\
                byline: '차한결 기자' # 사회부\nunknown: [1, 2]\n---\n강물시가 다리를 놓는다.\n";
    for text in [TOML, yaml, &TOML.replace('\n', "\r\n"), &format!("\u{feff}{TOML}")] {
        let a = article(text);
        assert_eq!((a.outlet.as_str(), a.outlet_known), ("한빛일보", true));
        assert_eq!(a.byline.as_deref(), Some("차한결 기자"));
        let stamp = a.published.expect("a time");
        assert_eq!(stamp.date.to_string(), "2031-03-04");
        assert_eq!(stamp.time.expect("a time of day").to_string(), "09:10:00");
        assert_eq!(stamp.offset, Some(540));
        assert_eq!(a.title.expect("a title").of(&a.text), "강물시, 다리 \\\"새로 놓는다\\\"");
        assert_eq!(a.body.of(&a.text).trim(), "강물시가 다리를 놓는다.");
        assert!(a.original.is_none());
    }
}

#[test]
fn broken_front_matter_is_told_of_and_the_rest_is_read() {
    let cases = [
        (TOML.replace("\"한빛일보\"", "\"한빛일보"), 2, 15),
        (TOML.replace("2031-03-04T09:10:00+09:00", "\"어제 아침\""), 3, 13),
        (TOML.replace("\"한빛일보\"", "[\"한빛일보\"]"), 2, 10),
        ("---\noutlet: 한빛일보\ntitle: [단독] 강물시, 다리 놓는다\n---\n강물시가 다리를 놓는다.\n".to_owned(), 3, 13),
    ];
    for (text, line, column) in cases {
        let Reading { article, problem } = read_bytes("a.md", text.clone().into_bytes());
        let (a, p) = (article.expect("an article"), problem.expect("a problem"));
        assert_eq!(p.level, ProblemLevel::Warning);
        let place = p.place.expect("a place");
        assert_eq!((place.line, place.column), (line, column), "{text}\n{}", p.message);
        assert_eq!(a.body.of(&a.text).trim(), "강물시가 다리를 놓는다.");
        assert!(a.title.is_some(), "{text}");
    }
}

#[test]
fn a_rule_of_hyphens_is_no_front_matter() {
    for text in ["---\n강물시가 다리를 놓는다.\n---\n끝이다.\n", "---\n강물시가 다리를 놓는다.\n"]
    {
        let a = article(text);
        assert_eq!(a.body.range(), 0..text.len());
    }
}

#[test]
fn what_is_no_article_is_left_out_with_a_reason() {
    let cases: [(&[u8], &str); 5] = [
        (b"", "빈"),
        (b" \n\t\n", "빈"),
        ("\u{feff}\n".as_bytes(), "빈"),
        (b"\x7fELF\0\0", "글이 아닌"),
        (b"\x80\x81\xff\xff\xfe", "인코딩"),
    ];
    for (bytes, word) in cases {
        let r = read_bytes("a.txt", bytes.to_vec());
        assert!(r.article.is_none(), "{bytes:?}");
        let p = r.problem.expect("a problem");
        assert_eq!(p.level, ProblemLevel::Skipped);
        assert!(p.message.contains(word), "{}", p.message);
    }
}

#[test]
fn folders_are_walked_in_order_and_files_read_once() {
    let dir = tempfile::tempdir().expect("a folder");
    let d = dir.path();
    for name in ["b.md", "a.txt", "sub/c.md", "README.md", "LICENSE-MIT.txt", ".hidden.md", "gold.toml", "draft/x.md"] {
        write(d, name, TOML);
    }
    write(d, ".gitignore", "draft/\n");
    let read = |paths: &[&str], peers: &[&str]| -> Vec<(String, bool)> {
        let at = |p: &&str| d.join(p);
        let paths = paths.iter().map(at).collect();
        let loaded = load(Request { paths, peers: peers.iter().map(at).collect(), stdin: None });
        assert_eq!(loaded.problems, []);
        let name = |a: &Article| (a.path.rsplit('/').next().expect("a name").to_owned(), a.peer);
        loaded.sources.articles().iter().map(name).collect()
    };
    let checked = |names: &[&str]| -> Vec<(String, bool)> { names.iter().map(|n| ((*n).to_owned(), false)).collect() };
    assert_eq!(read(&[""], &[]), checked(&["a.txt", "b.md", "c.md"]));
    assert_eq!(read(&["sub/c.md", "", "./a.txt"], &[]), checked(&["c.md", "a.txt", "b.md"]));
    assert_eq!(read(&["gold.toml"], &[]), checked(&["gold.toml"]));
    let mut both = checked(&["b.md", "a.txt", "c.md"]);
    both[1].1 = true;
    both[2].1 = true;
    assert_eq!(read(&["b.md"], &[""]), both);
    let none = load(Request { paths: vec![d.join("none.md")], ..Request::default() });
    assert_eq!(none.missing, [d.join("none.md")]);
}

#[test]
fn standard_input_has_the_name_it_was_given() {
    let loaded = load(Request { stdin: Some(("-".to_owned(), TOML.into())), ..Request::default() });
    assert_eq!(loaded.sources.articles()[0].path, "-");
    assert_eq!(loaded.sources.articles()[0].outlet, "한빛일보");
}

/// The same article in every encoding: the text is the same, and each word's bytes in the file are that word.
#[test]
fn encodings_lead_back_to_the_file() {
    use unicode_normalization::UnicodeNormalization as _;
    let text = "강물시가 다리를 놓는다.\n\n“길이 320ｍ”라고 차한결(33) 시장이 말했다.\n비용은 12억 원이다.\n";
    let plain = text.replace('ｍ', "m");
    let utf16 = |bom: [u8; 2], bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        bom.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect()
    };
    let nfd = text.nfd().collect::<String>();
    let files: [(&str, Vec<u8>); 6] = [
        ("utf-8", text.into()),
        ("cp949", encoding_rs::EUC_KR.encode(text).0.into_owned()),
        ("nfd", nfd.into_bytes()),
        ("zero width", text.replace("차한결", "차\u{200b}한결").into_bytes()),
        ("utf-16le", utf16([0xff, 0xfe], u16::to_le_bytes)),
        ("utf-16be", utf16([0xfe, 0xff], u16::to_be_bytes)),
    ];
    for (name, bytes) in files {
        let a = read_bytes("a.txt", bytes.clone()).article.expect("an article");
        assert_eq!(a.text, plain, "{name}");
        assert!(a.original.is_some());
        for word in ["강물시", "놓는다.", "320m", "차한결", "(33)", "12억"] {
            let start = a.text.find(word).expect("the word");
            let raw = &bytes[a.file_span(Span::new(start, start + word.len()))];
            if matches!(name, "utf-16le" | "utf-16be" | "cp949") {
                assert_eq!(a.encode(&word.replace('m', "ｍ")).as_deref(), Some(raw), "{name} {word}");
            } else {
                let back = std::str::from_utf8(raw).expect("whole letters").nfkc().filter(|&c| c != '\u{200b}');
                assert_eq!(back.collect::<String>(), word, "{name}");
            }
        }
        let before = "“길이 320ｍ”라고 차한결(33) ";
        let want = match name {
            "nfd" => before.nfd().count() + 1,
            "zero width" => before.chars().count() + 2,
            _ => before.chars().count() + 1,
        };
        assert_eq!(a.line_column(a.text.find("시장").expect("the word")), (3, want), "{name}");
    }
}

#[test]
fn a_cut_file_is_read_up_to_the_cut() {
    let bytes = TOML.as_bytes();
    let Reading { article, problem } = read_bytes("a.md", bytes[..bytes.len() - 9].to_vec());
    let a = article.expect("an article");
    assert!(a.body.of(&a.text).starts_with("강물시가 다리를"));
    assert_eq!(problem.expect("a problem").level, ProblemLevel::Warning);
}
