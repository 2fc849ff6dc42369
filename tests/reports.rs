//! One event with all shapes of finding, made by hand as plain data, in every format; numbers are counted by hand.

use base64::Engine as _;
use factdiff::finding::{
    Applicability, Edit, EventInfo, Evidence, Finding, Fix, Kind, Lang, Outcome, RuleInfo, Severity, Stance, Tally,
};
use factdiff::report::{Format, Look, Report, SCHEMA, render};
use factdiff::source::load::{Request, load};
use factdiff::source::{Article, ArticleId, Loc, Sources, Span};
use serde_json::Value;
use sha2::Digest as _;
use unicode_normalization::UnicodeNormalization as _;
use unicode_width::UnicodeWidthStr;

/// Line 3 begins with a tab; then ideographs of three and four bytes, and a family of five code points.
const TRICKY: &str = "첫 줄\n\n\t㑩𠀀 👨\u{200d}👩\u{200d}👧 말한 홍길둥은 시장에서 웃었다.\n";
const HOSTILE: &str =
    "악의 \u{1b}[31m빨강\u{202e}뒤집힘 ::error::x <script>alert(1)</script> ]]> \u{0}\u{9b}2J @all | `끝`\n";

struct Scene {
    sources: Sources,
    outcome: Outcome,
}

/// Returns the place of the first `word` in an article.
fn place(sources: &Sources, article: u32, word: &str) -> Loc {
    let article = ArticleId(article);
    let at = sources.article(article).text.find(word).expect("the word is in the article");
    Loc { article, span: Span::new(at, at + word.len()) }
}

fn finding(rule: &str, kind: Kind, severity: Severity, at: Loc, message: &str) -> Finding {
    Finding {
        rule: rule.to_owned(),
        kind,
        at,
        expected: Vec::new(),
        severity,
        confidence: 0.97,
        message: message.to_owned(),
        reasons: Vec::new(),
        evidence: Vec::new(),
        fix: None,
        event: 1,
    }
}

fn scene() -> Scene {
    let mut sources = Sources::new();
    sources.push(Article::plain("기사/a.md", "한빛일보", TRICKY));
    sources.push(Article::plain(
        "기사/b.md",
        "도담뉴스",
        "홍길동 시장은 12억원을 냈다. 홍길동 시장은 떠났다.\n남자 3명,\n여자 4명 모두 8명\n",
    ));
    // The file is NFD: 홍 is three code points of three bytes.
    let nfd = "\u{1112}\u{1169}\u{11bc}\u{1100}\u{1175}\u{11af}\u{1103}\u{1169}\u{11bc} \u{1109}\u{1175}\u{110c}\u{1161}\u{11bc}\u{110b}\u{1173}\u{11ab} 13\u{110b}\u{1165}\u{11a8}\u{110b}\u{116f}\u{11ab}\u{110b}\u{1173}\u{11af} \u{1102}\u{1162}\u{11bb}\u{1103}\u{1161}.\n";
    let stdin = Some(("기사/c.md".to_owned(), nfd.as_bytes().to_vec()));
    let loaded = load(Request { stdin, ..Request::default() });
    sources.push(Article { outlet: "새벽신문".to_owned(), ..loaded.sources.articles()[0].clone() });
    sources.push(Article::plain("d,e:%.md", "<b>독\u{202e}</b>", HOSTILE));

    let at = |article, word| place(&sources, article, word);
    let supports = |at| Evidence { at, stance: Stance::Supports };
    let hit = at(0, "홍길둥");
    let particle = Loc { article: hit.article, span: Span::new(hit.span.end(), hit.span.end() + "은".len()) };
    let majority = Finding {
        expected: vec!["홍길동".to_owned()],
        reasons: vec!["가운뎃소리 ㅜ/ㅗ".to_owned()],
        evidence: vec![supports(at(1, "홍길동")), supports(at(2, "홍길동"))],
        fix: Some(Fix {
            edits: vec![Edit { at: hit, text: "홍길동".to_owned() }, Edit { at: particle, text: "은".to_owned() }],
            applicability: Applicability::Safe,
        }),
        ..finding("person-name-variant", Kind::PersonName, Severity::Error, hit, "사람 이름이 다릅니다")
    };
    let dispute = Finding {
        expected: vec!["13억원".to_owned()],
        evidence: vec![Evidence { at: at(2, "13억원"), stance: Stance::Conflicts }],
        confidence: 0.6,
        ..finding("money-mismatch", Kind::Money, Severity::Warning, at(1, "12억원"), "금액이 다릅니다")
    };
    let sum = Finding {
        evidence: vec![supports(at(1, "3명")), supports(at(1, "4명"))],
        reasons: vec!["3 + 4 = 7, 8이 아님".to_owned()],
        fix: Some(Fix {
            edits: vec![Edit { at: at(1, "8명"), text: "7명".to_owned() }],
            applicability: Applicability::Unsafe,
        }),
        ..finding("sum-of-parts", Kind::Sum, Severity::Error, at(1, "8명"), "합계가 맞지 않습니다")
    };
    let lines = finding("quote-altered", Kind::Quote, Severity::Info, at(1, "남자 3명,\n여자"), "두 줄에 걸친 말");
    let hostile = Finding {
        reasons: vec![HOSTILE.to_owned()],
        fix: Some(Fix {
            edits: vec![Edit { at: at(3, "뒤집힘"), text: "\u{1b}]0;x\u{7}<img src=x>".to_owned() }],
            applicability: Applicability::Display,
        }),
        evidence: vec![supports(at(3, "<script>alert(1)</script>"))],
        ..finding("term-misspelt", Kind::Term, Severity::Warning, at(3, "\u{202e}뒤집힘"), HOSTILE)
    };
    let articles = (0..4).map(ArticleId).collect();
    let rules = vec![RuleInfo {
        id: "person-name-variant".to_owned(),
        kind: Kind::PersonName,
        summary: "이름".to_owned(),
        why: "까닭".to_owned(),
    }];
    let outcome = Outcome {
        findings: vec![majority, dispute, sum, lines, hostile],
        events: vec![EventInfo { id: 1, articles }],
        rules,
        problems: Vec::new(),
        tally: Tally { compared: 6, not_comparable: 2, confirmed: 4 },
    };
    Scene { sources, outcome }
}

fn write_with(scene: &Scene, format: Format, lang: Lang, width: usize) -> String {
    let mut out = Vec::new();
    let look = Look { width, colour: false };
    render(&Report::new(&scene.sources, &scene.outcome, lang, 0), format, look, &mut out).expect("memory is writable");
    String::from_utf8(out).expect("reports are UTF-8")
}

fn write(format: Format) -> String {
    write_with(&scene(), format, Lang::Ko, 100)
}

fn json(format: Format) -> Value {
    serde_json::from_str(&write(format)).expect("well-formed JSON")
}

/// Asserts that a value follows a schema.
fn valid(schema: &str, value: &Value) {
    let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let errors: Vec<String> = validator.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// Returns the official schema. Its two patterns of a language have a bracket too much, which a strict validator refuses.
fn sarif_schema() -> String {
    let text = include_str!("schemas/sarif-2.1.0.json");
    assert_eq!(text.matches("{2}]?$").count(), 2);
    text.replace("{2}]?$", "{2}$")
}

#[test]
fn json_counts_code_points_and_bytes_of_the_file() {
    let v = json(Format::Json);
    valid(SCHEMA, &v);
    let p = &v["findings"][0]["primary"];
    // tab 1, 㑩 2, 𠀀 3, space 4, the family 5 to 9, space 10, 말한 11 and 12, space 13
    assert_eq!((&p["line"], &p["column"]), (&3.into(), &14.into()));
    // 8 bytes of line 1, 1 of line 2, then 1 + 3 + 4 + 1 + 18 + 1 + 6 + 1
    assert_eq!((&p["byte_start"], &p["byte_end"]), (&44.into(), &53.into()));
    assert_eq!(p["text"], "홍길둥");
    assert_eq!(v["findings"][0]["confidence"].to_string(), "0.97");
    let nfd = &v["findings"][1]["evidence"][0];
    // 홍길동 is 9 code points, 시장은 8, and two spaces; 27 + 1 + 24 + 1 bytes; 13 and 억원 in NFD are 2 + 18 bytes
    assert_eq!((&nfd["line"], &nfd["column"]), (&1.into(), &20.into()));
    assert_eq!((&nfd["byte_start"], &nfd["byte_end"]), (&53.into(), &73.into()));
    assert_eq!(nfd["text"], "13억원");
    assert_eq!(v["findings"][0]["fix"]["edits"][1]["byte_start"], 53);
    assert_eq!(v["findings"][4]["message"], HOSTILE);
    assert_eq!(v["summary"]["findings"], 5);
}

#[test]
fn json_lines_stand_alone() {
    let text = write(Format::Jsonl);
    let lines: Vec<Value> = text.lines().map(|l| serde_json::from_str(l).expect("each line is an object")).collect();
    assert_eq!(lines.len(), 5);
    assert!(lines.iter().all(|l| l["schema"] == "factdiff.finding/v1"));
    assert_eq!(lines[0]["primary"]["column"], 14);
}

#[test]
fn sarif_follows_the_official_schema() {
    let v = json(Format::Sarif);
    valid(&sarif_schema(), &v);
    let run = &v["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let first = &run["results"][0];
    let region = &first["locations"][0]["physicalLocation"]["region"];
    assert_eq!((&region["startLine"], &region["startColumn"]), (&3.into(), &14.into()));
    assert_eq!((&region["endLine"], &region["endColumn"]), (&3.into(), &17.into()));
    let uri = |r: &Value| r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].clone();
    assert_eq!(uri(first), "%EA%B8%B0%EC%82%AC/a.md");
    assert_eq!(uri(&run["results"][4]), "d%2Ce%3A%25.md");
    assert_eq!(first["relatedLocations"][0]["id"], 1);
    assert!(first["message"]["text"].as_str().is_some_and(|t| t.contains("[도담뉴스 ‘홍길동’](1)")), "{first}");
    assert_eq!(first["fixes"][0]["artifactChanges"][0]["replacements"].as_array().map(Vec::len), Some(2));
    assert_eq!(run["results"].as_array().map(Vec::len), Some(5));
    // Each rule that has a result is known to the driver.
    for result in run["results"].as_array().into_iter().flatten() {
        let index = result["ruleIndex"].as_u64().expect("an index") as usize;
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
        assert_eq!(result["partialFingerprints"]["factdiff/v1"].as_str().map(str::len), Some(32));
    }
}

#[test]
fn rdjson_counts_bytes() {
    let v = json(Format::Rdjson);
    valid(include_str!("schemas/rdjson.json"), &v);
    let first = &v["diagnostics"][0];
    // tab 1, 㑩 2, 𠀀 5, space 9, the family 10 to 27, space 28, 말한 29 to 34, space 35
    let range = &first["location"]["range"];
    assert_eq!((&range["start"]["column"], &range["end"]["column"]), (&36.into(), &45.into()));
    // Name and particle become one suggestion.
    assert_eq!(first["suggestions"][0]["text"], "홍길동은");
    assert_eq!(first["suggestions"][0]["range"]["end"]["column"], 48);
    let nfd = &v["diagnostics"][1]["relatedLocations"][0]["location"]["range"];
    assert_eq!((&nfd["start"]["column"], &nfd["end"]["column"]), (&54.into(), &74.into()));
}

#[test]
fn gitlab_has_path_line_and_fingerprint() {
    let v = json(Format::Gitlab);
    valid(include_str!("schemas/gitlab.json"), &v);
    assert_eq!(v[0]["location"]["lines"]["begin"], 3);
    let mut prints: Vec<&str> = v.as_array().into_iter().flatten().filter_map(|i| i["fingerprint"].as_str()).collect();
    prints.sort_unstable();
    prints.dedup();
    assert_eq!(prints.len(), 5);
}

#[test]
fn github_commands_are_one_line_each_and_escaped() {
    let text = write(Format::Github);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 5);
    assert!(
        lines[0]
            .starts_with("::error file=기사/a.md,line=3,col=14,endColumn=17,title=factdiff person-name-variant::사람")
    );
    assert!(lines[1].starts_with("::error file=기사/b.md,line=3,"));
    assert!(lines[2].starts_with("::warning ") && lines[3].starts_with("::warning "));
    assert!(lines[3].starts_with("::warning file=d%2Ce%3A%25.md,line=1,"));
    // Two lines: GitHub takes no columns then.
    assert!(lines[4].starts_with("::notice file=기사/b.md,line=2,endLine=3,title="));
    assert!(lines[0].contains("%0A고침 홍길둥 -> 홍길동"));
}

#[test]
fn junit_and_checkstyle_are_xml() {
    let junit = write(Format::Junit);
    let doc = roxmltree::Document::parse(&junit).expect("well-formed XML");
    let count = |name: &str| doc.descendants().filter(|n| n.has_tag_name(name)).count();
    assert_eq!((count("failure"), count("testcase")), (5, 6));
    assert_eq!(doc.root_element().attribute("tests"), Some("6"));
    let case = doc.descendants().find(|n| n.has_tag_name("testcase")).expect("a case");
    assert_eq!((case.attribute("file"), case.attribute("line")), (Some("기사/a.md"), Some("3")));
    assert_eq!(case.attribute("name"), Some("person-name-variant 3:14"));

    let checkstyle = write(Format::Checkstyle);
    let doc = roxmltree::Document::parse(&checkstyle).expect("well-formed XML");
    let errors: Vec<_> = doc.descendants().filter(|n| n.has_tag_name("error")).collect();
    assert_eq!(errors.len(), 5);
    assert_eq!((errors[0].attribute("line"), errors[0].attribute("column")), (Some("3"), Some("14")));
    assert_eq!(errors[0].attribute("source"), Some("factdiff.person-name-variant"));
    assert_eq!(doc.descendants().filter(|n| n.has_tag_name("file")).count(), 3);
}

#[test]
fn concise_is_one_line_a_finding() {
    let text = write(Format::Concise);
    assert_eq!(
        text.lines().next(),
        Some("기사/a.md:3:14: 오류[person-name-variant] 사람 이름이 다릅니다 (고침 홍길둥 -> 홍길동)")
    );
    assert_eq!(text.lines().filter(|l| l.contains("]")).count(), 5);
}

/// The cells under the marker are the word, at every width and in every script.
#[test]
fn carets_stand_under_the_word() {
    let words = [("홍길둥", '^'), ("홍길동", '-'), ("12억원", '^'), ("13억원", '-'), ("8명", '^')];
    for width in [60, 80, 100, 120] {
        let text = write_with(&scene(), Format::Pretty, Lang::Ko, width);
        let lines: Vec<&str> = text.lines().collect();
        for (word, mark) in words {
            let sits = lines.windows(2).any(|pair| marked(pair[0], pair[1], mark).as_deref() == Some(word));
            assert!(sits, "no {mark} under {word} at width {width}:\n{text}");
        }
        for line in lines.iter().filter(|l| l.contains('│')) {
            assert!(line.width() <= width, "{} cells at width {width}: {line}", line.width());
        }
        assert_eq!(lines.iter().filter(|l| l.contains('^')).count(), 5, "{text}");
    }
}

/// Lines, and by hand how many cells stand before 홍길둥. Signs of ambiguous width take one cell, as terminals have it unless
/// told otherwise; 한글, ideographs, ㎡ and emoji take two, a tab is shown as four.
const LINES: [(&str, usize); 10] = [
    ("3·1절을 앞두고 홍길둥은 웃었다.", 3 + 4 + 1 + 6 + 1),
    ("①항과 ②항에 홍길둥은 웃었다.", 5 + 1 + 5 + 1),
    ("“빠르게…” 홍길둥은 ‘웃었다’.", 1 + 6 + 2 + 1),
    ("영하 12℃에 홍길둥은 웃었다.", 4 + 1 + 3 + 2 + 1),
    ("넓이 60만㎡를 홍길둥은 웃었다.", 4 + 1 + 2 + 2 + 2 + 2 + 1),
    ("\t㑩𠀀 👨\u{200d}👩\u{200d}👧 홍길둥은 웃었다.", 4 + 1 + 2 + 1),
    ("가\t나 홍길둥은\t웃었다.", 2 + 4 + 2 + 1),
    ("👍🏽 🇰🇷 ❤\u{fe0f} 홍길둥은 웃었다.", 2 + 1 + 2 + 1 + 2 + 1),
    ("e\u{301}tude를 홍길둥은 웃었다.", 5 + 2 + 1),
    ("홍길둥은 웃었다.", 0),
];

/// The cells under the marker are the word, whatever stands before it: by the numbers above where the line is shown whole,
/// by the cells of what is shown where it is cut.
#[test]
fn carets_stand_under_the_word_behind_every_sign() {
    let other = "홍길동은 웃었다.";
    for (line, cells) in LINES {
        for decomposed in [false, true] {
            for (before, after) in [(String::new(), String::new()), ("가나·다 ".repeat(20), " 마바…사".repeat(20))]
            {
                let text = format!("{before}{line}{after}\n");
                let text: String = if decomposed { text.nfd().collect() } else { text };
                let scene = caret_scene(text.as_bytes(), other);
                for width in [60, 80, 100, 120] {
                    let shown = write_with(&scene, Format::Pretty, Lang::Ko, width);
                    let lines: Vec<&str> = shown.lines().collect();
                    for (word, mark) in [("홍길둥", '^'), ("홍길동", '-')] {
                        let sits = lines.windows(2).any(|pair| marked(pair[0], pair[1], mark).as_deref() == Some(word));
                        assert!(sits, "no {mark} under {word} at width {width}:\n{shown}");
                    }
                    assert!(lines.iter().filter(|l| l.contains('│')).all(|l| l.width() <= width), "{width}:\n{shown}");
                    let indent = lines.iter().find_map(|l| l.split_once('│')?.1.find('^')).expect("a caret");
                    assert!(!before.is_empty() || indent == cells + 1, "{indent} cells before ^ at {width}:\n{shown}");
                }
            }
        }
    }
}

/// Returns a finding on 홍길둥 in a file of these bytes, held against another article.
fn caret_scene(bytes: &[u8], other: &str) -> Scene {
    let mut sources = file("기사/a.md", bytes);
    sources.push(Article::plain("기사/b.md", "도담뉴스", other));
    let hit = place(&sources, 0, "홍길둥");
    let finding = Finding {
        expected: vec!["홍길동".to_owned()],
        evidence: vec![Evidence { at: place(&sources, 1, "홍길동"), stance: Stance::Supports }],
        fix: Some(Fix {
            edits: vec![Edit { at: hit, text: "홍길동".to_owned() }], applicability: Applicability::Safe
        }),
        ..finding("person-name-variant", Kind::PersonName, Severity::Error, hit, "사람 이름이 다릅니다")
    };
    let events = vec![EventInfo { id: 1, articles: vec![ArticleId(0), ArticleId(1)] }];
    Scene { sources, outcome: Outcome { findings: vec![finding], events, ..Outcome::default() } }
}

/// Returns the article that these bytes of a file are.
fn file(name: &str, bytes: &[u8]) -> Sources {
    load(Request { stdin: Some((name.to_owned(), bytes.to_vec())), ..Request::default() }).sources
}

/// Counted by hand, in every format: a file with a byte order mark, one in CP949, one in NFD.
#[test]
fn columns_are_those_of_the_file_in_every_format() {
    // 㑩 1, 𠀀 2, space 3, the family 4 to 8, space 9, 말한 10 and 11, space 12. In bytes 3 + 4 + 1 + 18 + 1 + 6 + 1 = 34; the
    // mark is three bytes of the file and no column.
    let line = "㑩𠀀 👨\u{200d}👩\u{200d}👧 말한 홍길둥은 웃었다.\n";
    in_every_format(
        format!("\u{feff}{line}").as_bytes(),
        Counted { line: 1, columns: 13..16, utf8: 35..44, file: 37..46 },
    );
    // 첫 줄 and the line end are 6 bytes of CP949, 긴 말한 and the spaces 8; in UTF-8 the latter are 11.
    let (cp949, _, lossy) = encoding_rs::EUC_KR.encode("첫 줄\n긴 말한 홍길둥은 웃었다.\n");
    assert!(!lossy);
    in_every_format(&cp949, Counted { line: 2, columns: 6..9, utf8: 12..21, file: 14..20 });
    // In NFD 말 and 한 are three code points each, of three bytes; 홍길둥 is nine. Windows ends lines with two bytes.
    let nfd: String = "첫\r\n말한 홍길둥은 웃었다.\n".nfd().collect();
    in_every_format(nfd.as_bytes(), Counted { line: 2, columns: 8..17, utf8: 20..47, file: 11 + 19..11 + 46 });
}

struct Counted {
    line: usize,
    /// The columns in code points, from 1.
    columns: std::ops::Range<usize>,
    /// The columns in bytes of UTF-8, from 1.
    utf8: std::ops::Range<usize>,
    /// The bytes in the file.
    file: std::ops::Range<usize>,
}

fn in_every_format(bytes: &[u8], counted: Counted) {
    let scene = caret_scene(bytes, "홍길동은 웃었다.");
    let Counted { line, columns: std::ops::Range { start: columns, end }, utf8, file } = counted;
    let text = |format| write_with(&scene, format, Lang::Ko, 100);
    let value = |format| serde_json::from_str::<Value>(&text(format)).expect("JSON");
    let place = format!("a.md:{line}:{columns}");
    for format in [Format::Pretty, Format::Concise, Format::Markdown, Format::Html] {
        // Markdown writes the colon as an entity, so that no address becomes a link.
        let shown = text(format).replace("&#58;", ":");
        assert!(shown.contains(&place), "{}: {place}\n{shown}", format.name());
    }
    let jsonl: Value = serde_json::from_str(text(Format::Jsonl).trim()).expect("JSON");
    for finding in [&value(Format::Json)["findings"][0], &jsonl] {
        let primary = &finding["primary"];
        assert_eq!((&primary["line"], &primary["column"]), (&line.into(), &columns.into()));
        assert_eq!((&primary["byte_start"], &primary["byte_end"]), (&file.start.into(), &file.end.into()));
        let edit = &finding["fix"]["edits"][0];
        assert_eq!((&edit["byte_start"], &edit["byte_end"]), (&file.start.into(), &file.end.into()));
    }
    let region = &value(Format::Sarif)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
    assert_eq!((&region["startLine"], &region["startColumn"]), (&line.into(), &columns.into()));
    assert_eq!((&region["endLine"], &region["endColumn"]), (&line.into(), &end.into()));
    let range = &value(Format::Rdjson)["diagnostics"][0]["location"]["range"];
    assert_eq!((&range["start"]["line"], &range["start"]["column"]), (&line.into(), &utf8.start.into()));
    assert_eq!((&range["end"]["line"], &range["end"]["column"]), (&line.into(), &utf8.end.into()));
    let github = text(Format::Github);
    assert!(github.contains(&format!(",line={line},col={columns},endColumn={end},")), "{github}");
    assert_eq!(value(Format::Gitlab)[0]["location"]["lines"]["begin"], line);
    for (format, name) in [(Format::Checkstyle, "error"), (Format::Junit, "testcase")] {
        let xml = text(format);
        let doc = roxmltree::Document::parse(&xml).expect("well-formed XML");
        let node = doc.descendants().find(|n| n.has_tag_name(name)).expect("the element");
        assert_eq!(node.attribute("line"), Some(line.to_string().as_str()), "{xml}");
        match format {
            Format::Checkstyle => assert_eq!(node.attribute("column"), Some(columns.to_string().as_str())),
            // JUnit knows no column: it stands in the name of the case.
            _ => assert!(node.attribute("name").is_some_and(|n| n.ends_with(&format!(" {line}:{columns}"))), "{xml}"),
        }
    }
}

/// Returns the text over the first run of `mark` in the line below, by cells.
fn marked(line: &str, below: &str, mark: char) -> Option<String> {
    let (_, signs) = below.split_once('│')?;
    let (_, shown) = line.split_once('│')?;
    let start = signs.find(mark)?;
    let run = signs[start..].chars().take_while(|&c| c == mark).count();
    let from = signs[..start].width();
    let mut cell = 0;
    let over = unicode_segmentation::UnicodeSegmentation::graphemes(shown, true).filter(|g| {
        let here = cell >= from && cell < from + run;
        cell += g.width();
        here
    });
    Some(over.collect())
}

#[test]
fn pretty_shows_both_sides_the_reason_and_the_fix() {
    let text = write(Format::Pretty);
    let wanted = [
        "오류 person-name  사람 이름이 다릅니다",
        "여기만 ‘홍길둥’  기사/a.md:3:14",
        "2개 기사 2회  기사/b.md:1:1",
        "= 고침 홍길둥 -> 홍길동   (가운뎃소리 ㅜ/ㅗ)",
        "경고 money  금액이 다릅니다",
        "기사 4건, 사건 1건: 오류 2, 경고 2, 참고 1",
        "견준 값 6개, 견줄 데 없는 값 2개; 다른 매체가 뒷받침하는 값 50%",
    ];
    for line in wanted {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    assert!(write_with(&scene(), Format::Pretty, Lang::En, 100).contains("50% confirmed by another outlet"));
}

/// Text of an article can neither steer a terminal, a log nor a page.
#[test]
fn hostile_text_is_harmless_in_every_format() {
    for format in Format::ALL {
        for lang in [Lang::Ko, Lang::En] {
            let text = write_with(&scene(), format, lang, 100);
            let steering = |c: char| {
                (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            };
            let bad: Vec<char> = text.chars().filter(|&c| steering(c)).collect();
            assert!(bad.is_empty(), "{}: {bad:?}", format.name());
            assert!(!text.lines().any(|l| l.trim_start().starts_with("::error::")), "{}", format.name());
            assert!(!text.contains("]]>") || text.starts_with(['{', '[']) || is_plain(format), "{}", format.name());
            if matches!(format, Format::Html | Format::Markdown | Format::Junit | Format::Checkstyle) {
                assert!(!text.contains("<script>alert") && !text.contains("<img"), "{}", format.name());
            }
        }
    }
}

fn is_plain(format: Format) -> bool {
    matches!(format, Format::Pretty | Format::Concise | Format::Github)
}

#[test]
fn every_format_has_all_findings() {
    for (format, sign, times) in [
        (Format::Pretty, "^ ", 5),
        (Format::Concise, "]", 5),
        (Format::Markdown, "\n### ", 5),
        (Format::Html, "class=\"card ", 5),
        (Format::Html, "<section class=\"article\">", 4),
    ] {
        let found = write(format).matches(sign).count();
        assert!(found >= times, "{}: {found} of {times} {sign:?}", format.name());
    }
}

#[test]
fn the_page_allows_only_its_own_style_and_script() {
    let page = write(Format::Html);
    for (tag, policy) in [("style", "style-src"), ("script", "script-src")] {
        let (from, to) = (format!("<{tag}>"), format!("</{tag}>"));
        assert_eq!(page.matches(&from).count(), 1);
        let inside = page.split(&from).nth(1).and_then(|t| t.split(&to).next()).expect("the element is there");
        let hash = base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(inside.as_bytes()));
        assert!(page.contains(&format!("{policy} 'sha256-{hash}'")), "{tag}: the hash is {hash}");
    }
    assert!(!page.contains("http://") && !page.contains("https://") && !page.contains(" style="));
    // The place of a finding is marked and linked from its card; what supports it is marked in the other text.
    assert!(page.contains("<mark class=\"hit error\" data-f=\"0\" id=\"p0-44\">홍길둥</mark>"));
    assert!(page.contains("<mark class=\"supports\" data-f=\"0\" id=\"p1-0\">홍길동</mark>"));
    assert!(page.contains("<a href=\"#p0-44\">a.md:3:14</a>") && page.contains("<a href=\"#p1-0\">b.md:1:1</a>"));
    // So is each other outlet that says the same.
    assert!(page.contains("<a href=\"#p2-0\">새벽신문</a>"));
}

#[test]
fn a_report_without_findings_is_valid_too() {
    let scene = Scene { sources: Sources::new(), outcome: Outcome::default() };
    let text = |format| write_with(&scene, format, Lang::Ko, 80);
    let value = |format| serde_json::from_str::<Value>(&text(format)).expect("JSON");
    valid(SCHEMA, &value(Format::Json));
    valid(&sarif_schema(), &value(Format::Sarif));
    valid(include_str!("schemas/rdjson.json"), &value(Format::Rdjson));
    valid(include_str!("schemas/gitlab.json"), &value(Format::Gitlab));
    for format in [Format::Junit, Format::Checkstyle] {
        roxmltree::Document::parse(&text(format)).expect("well-formed XML");
    }
    assert!(text(Format::Html).contains("다른 점을 찾지 못했습니다"));
}
