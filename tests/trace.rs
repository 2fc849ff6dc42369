//! `factdiff trace`: where a value stands, how it was read, and why it was reported or not.

mod common;

use common::{event, run};
use std::fs;
use std::path::Path;

fn lines(dir: &Path, args: &[&str]) -> Vec<serde_json::Value> {
    let said = run(dir, &[&["trace"], args, &["--format", "jsonl"]].concat());
    said.out.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect()
}

/// Three outlets on one event, of which the third has another amount.
fn amounts() -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder for the test");
    // A last sentence of its own each, or two that agree would be one text and one voice.
    for (file, outlet, amount, last) in [
        ("garam.md", "가람일보", "1조3000억원", "주민들은 산책길이 넓어졌다고 반겼다."),
        ("narae.md", "나래신문", "1조 3천억 원", "개장식에는 인근 학교 합창단이 섰다."),
        ("maru.md", "마루방송", "1조8000억원", "주차장은 다음 달부터 쓸 수 있다."),
    ] {
        let text = format!(
            "+++\noutlet = \"{outlet}\"\npublished = 2025-03-04T10:00:00+09:00\n+++\n한결건설은 4일 강변 공원 공사에 \
             {amount}을 들인다고 밝혔다.\n\n박서훈 나루시장은 나무 700그루를 옮겨 심었다고 설명했다. {last}\n"
        );
        fs::write(dir.path().join(file), text).expect("an article");
    }
    dir
}

#[test]
fn a_misspelt_name_and_what_it_is_held_against() {
    let dir = event();
    let traces = lines(dir.path(), &["박서운", "."]);
    assert_eq!(traces.len(), 1, "{traces:?}");
    let trace = &traces[0];
    assert_eq!((&trace["path"], &trace["line"]), (&"dasom.md".into(), &6.into()));
    assert_eq!((&trace["claim"]["kind"], &trace["claim"]["value"]["name"]), (&"person".into(), &"박서운".into()));
    assert_eq!(trace["outcome"]["what"], "reported");
    assert_eq!(trace["outcome"]["rule"], "person-name-variant");
    assert_eq!(trace["met"][0]["text"], "박서훈");
    assert_eq!((&trace["met"][0]["outcome"], &trace["met"][0]["alone"]), (&"differs".into(), &true.into()));

    let said = run(dir.path(), &["trace", "박서운", "."]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
    assert!(said.out.starts_with("다솜경제 dasom.md:6:1  ‘박서운’\n  읽음  person 박서운 나루시장\n"), "{}", said.out);
    assert!(said.out.contains("  결과  지적함: error person-name-variant"), "{}", said.out);
}

#[test]
fn a_value_is_found_in_every_spelling() {
    let dir = amounts();
    let traces = lines(dir.path(), &["1조3000억원", "."]);
    let texts: Vec<&str> = traces.iter().filter_map(|t| t["text"].as_str()).collect();
    assert_eq!(texts, ["1조3000억원", "1조 3천억 원"]);
    for trace in &traces {
        assert_eq!(trace["claim"]["value"], serde_json::json!({"amount": "1300000000000", "currency": "KRW"}));
        assert_eq!(trace["met"][0]["outcome"], "agrees");
        assert_eq!((&trace["met"][1]["text"], &trace["met"][1]["outcome"]), (&"1조8000억원".into(), &"differs".into()));
        assert_eq!(trace["met"][1]["rule"], "money-mismatch");
        assert_eq!(trace["outcome"]["what"], "supports");
        assert_eq!(trace["outcome"]["finding"]["text"], "1조8000억원");
    }
}

#[test]
fn why_a_value_is_not_reported() {
    let dir = amounts();
    let what = |args: &[&str]| lines(dir.path(), args)[0]["outcome"]["what"].as_str().unwrap_or_default().to_owned();
    assert_eq!(what(&["700그루", "."]), "agrees");
    assert_eq!(what(&["1조8000억원", "."]), "reported");
    assert_eq!(what(&["1조8000억원", ".", "--min-confidence", "1"]), "below-threshold");
    assert_eq!(what(&["1조8000억원", "maru.md"]), "no-other-article");
    assert_eq!(what(&["1조8000억원", "garam.md", "narae.md", "--against", "maru.md"]), "peer");
    let ignore = "[[ignore]]\ntext = \"1조8000억원\"\nreason = \"발표를 고쳤다\"\n";
    fs::write(dir.path().join("factdiff.toml"), ignore).expect("settings");
    assert_eq!(what(&["1조8000억원", "."]), "ignored");
    assert!(run(dir.path(), &["trace", "1조8000억원", "."]).out.contains("무시하기로 함(발표를 고쳤다)"));
}

#[test]
fn exit_codes() {
    let dir = event();
    assert_eq!(run(dir.path(), &["trace", "한결건설", "."]).code, 0);
    let said = run(dir.path(), &["trace", "없는말", "."]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("어느 기사에도 없습니다"), "{}", said.err);
    assert_eq!(run(dir.path(), &["trace", "한결건설"]).code, 2);
    assert_eq!(run(dir.path(), &["trace", "한결건설", "nowhere"]).code, 2);
    let empty = tempfile::tempdir().expect("a folder");
    assert_eq!(run(empty.path(), &["trace", "한결건설", "."]).code, 3);
}
