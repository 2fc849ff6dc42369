//! `factdiff extract`: the contract of its JSON lines (`factdiff.claim/v1`).

mod common;

use common::run;
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn claims(dir: &Path, args: &[&str]) -> Vec<Json> {
    let said = run(dir, &[&["extract", "--format", "jsonl"], args].concat());
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
    said.out.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect()
}

/// Returns the claims of one text, published on Tuesday 30 July 2024.
fn of(text: &str) -> Vec<Json> {
    let dir = tempfile::tempdir().expect("a folder");
    let text = format!("+++\noutlet = \"가람일보\"\npublished = 2024-07-30T11:17:00+09:00\n+++\n{text}\n");
    fs::write(dir.path().join("a.md"), text).expect("an article");
    claims(dir.path(), &["a.md"])
}

#[test]
fn every_line_keeps_the_contract() {
    let keys: BTreeMap<&str, &[&str]> = [
        ("person", &["name", "role", "affiliation"][..]),
        ("place", &["name"]),
        ("org", &["name"]),
        ("date", &["from", "to"]),
        ("time", &["time"]),
        ("money", &["currency"]),
        ("count", &["counter"]),
        ("percent", &["unit"]),
        ("measure", &["unit"]),
        ("ordinal", &["n", "of"]),
        ("quote", &["words", "speaker"]),
        ("direction", &["word"]),
    ]
    .into();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let claims = claims(root, &["fixtures"]);
    assert!(claims.len() > 1000, "{}", claims.len());
    let decimal = |v: &Json| v.as_str().is_some_and(|s| s.parse::<f64>().is_ok());
    for claim in &claims {
        let kind = claim["kind"].as_str().expect("a kind");
        let wanted = keys.get(kind).unwrap_or_else(|| panic!("{kind} is no kind of the contract"));
        let value = claim["value"].as_object().expect("a value");
        assert!(wanted.iter().all(|key| value.contains_key(*key)), "{claim}");
        if ["money", "count", "percent", "measure"].contains(&kind) {
            let range = decimal(&claim["value"]["from"]) && decimal(&claim["value"]["to"]);
            assert!(range != decimal(&claim["value"]["amount"]), "{claim}");
        }
        assert_eq!(claim["schema"], "factdiff.claim/v1");
        assert!(claim["event"].as_u64().is_some_and(|e| e > 0), "{claim}");
        let hedge = claim["hedge"].as_str();
        assert!(hedge.is_none_or(|h| ["about", "at-least", "at-most", "over", "under"].contains(&h)), "{claim}");
        let file = fs::read(root.join(claim["path"].as_str().expect("a path"))).expect("the article");
        let (start, end) = (claim["byte_start"].as_u64(), claim["byte_end"].as_u64());
        let span = start.zip(end).map(|(s, e)| &file[s as usize..e as usize]);
        assert_eq!(span, claim["text"].as_str().map(str::as_bytes), "{claim}");
        assert!(claim["about"]["sentence"].as_str().is_some_and(|s| !s.is_empty()), "{claim}");
    }
}

#[test]
fn events_are_numbered_as_check_numbers_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let report: Json = serde_json::from_str(&run(root, &["check", "fixtures", "--format", "json"]).out).expect("JSON");
    let articles = report["articles"].as_array().expect("articles");
    let checked: BTreeMap<&str, &Json> =
        articles.iter().filter_map(|a| Some((a["path"].as_str()?, &a["event"]))).collect();
    for claim in claims(root, &["fixtures"]) {
        assert_eq!(&&claim["event"], &checked[claim["path"].as_str().expect("a path")], "{claim}");
    }
}

#[test]
fn values_are_as_fine_as_they_were_said() {
    for (text, kind, value, hedge) in [
        ("회의는 오후 2시 시작했다.", "time", r#"{"time":"14"}"#, None),
        ("회의는 오후 2시 30분께 시작했다.", "time", r#"{"time":"14:30"}"#, Some("about")),
        ("대회는 다음 주 열린다.", "date", r#"{"from":"2024-08-05","to":"2024-08-11"}"#, None),
        ("대회는 10월 열린다.", "date", r#"{"from":"2024-10","to":"2024-10"}"#, None),
        ("실적은 3분기 나온다.", "date", r#"{"from":"2024-07","to":"2024-09"}"#, None),
        ("가람이 나래를 3-1로 이겼다.", "count", r#"{"amount":"3","against":"1","counter":"대"}"#, None),
        ("펀드는 약 1조 3000억원이다.", "money", r#"{"amount":"1300000000000","currency":"KRW"}"#, Some("about")),
        ("관객 10~12명이 왔다.", "count", r#"{"from":"10","to":"12","counter":"명"}"#, None),
        ("넓이는 1.5㎢이다.", "measure", r#"{"amount":"1.5","unit":"km2"}"#, None),
        ("금리는 25bp 올랐다.", "percent", r#"{"amount":"25","unit":"bp"}"#, None),
        ("가람은 제3회 대회에 나갔다.", "ordinal", r#"{"n":3,"of":"회"}"#, None),
    ] {
        let claims = of(text);
        let claim = claims.iter().find(|c| c["kind"] == kind).unwrap_or_else(|| panic!("{text}: {claims:?}"));
        assert_eq!(claim["value"], serde_json::from_str::<Json>(value).expect("JSON"), "{text}");
        assert_eq!(claim["hedge"].as_str(), hedge, "{text}");
    }
}
