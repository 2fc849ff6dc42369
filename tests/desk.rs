//! Settings, silencing and the baseline, as a desk sets them up.

mod common;

use common::{article, event, run, text, wrong};
use serde_json::Value;
use std::fs;
use std::path::Path;

fn settings(dir: &Path, toml: &str) {
    fs::write(dir.join("factdiff.toml"), toml).expect("a file");
}

fn comment(dir: &Path, comment: &str) {
    let text = wrong("다솜경제").replacen("박서운", &format!("{comment}\n박서운"), 1);
    fs::write(dir.join("dasom.md"), text).expect("an article");
}

#[test]
fn a_comment_silences_its_paragraph_and_says_nothing_itself() {
    let dir = event();
    assert_eq!(run(dir.path(), &["check", "."]).code, 1);
    comment(dir.path(), "<!-- factdiff: ignore person-name — 박서운은 필명이다 -->");
    let said = run(dir.path(), &["check", "."]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
    assert_eq!(run(dir.path(), &["check", ".", "--ignores", "off"]).code, 1);
    // Nor does `fix` touch it.
    let said = run(dir.path(), &["fix", "."]);
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{said:?}");
}

#[test]
fn comments_that_do_nothing_are_said() {
    for (written, code, want) in [
        ("<!-- factdiff: ignore person-name -->", 1, "dasom.md:6:1: 무시 설정: 이유가 없어"),
        ("<!-- factdiff: ignore money — 이유 -->", 1, "dasom.md:6:1: 무시 설정: 이제 끄는 지적이 없습니다"),
        ("<!-- factdiff: ignore person-nam — 이유 -->", 1, "혹시 person-name?"),
    ] {
        let dir = event();
        comment(dir.path(), written);
        let said = run(dir.path(), &["check", "."]);
        assert_eq!(said.code, code, "{said:?}");
        assert!(said.err.contains(want), "{written}: {}", said.err);
    }
}

#[test]
fn entries_of_factdiff_toml() {
    for (toml, code, want) in [
        ("[[ignore]]\ntext = \"박서운\"\nreason = \"필명\"", 0, ""),
        ("[[ignore]]\nrule = \"person-name\"\npath = \"dasom.md\"\nreason = \"필명\"\nuntil = 2999-12-31", 0, ""),
        (
            "[[ignore]]\ntext = \"박서운\"\nreason = \"필명\"\nuntil = 2020-12-31",
            1,
            "factdiff.toml:1:1: 무시 설정: 기한(2020-12-31)이 지나",
        ),
        ("[[ignore]]\ntext = \"박서운\"", 1, "factdiff.toml:1:1: 무시 설정: 이유가 없어"),
        (
            "[[ignore]]\ntext = \"김갑을\"\nreason = \"필명\"",
            1,
            "factdiff.toml:1:1: 무시 설정: 이제 끄는 지적이 없습니다",
        ),
        ("[[alias]]\nnames = [\"박서운\", \"박서훈\"]\nreason = \"필명\"", 0, ""),
        ("[[path]]\nglob = \"dasom.md\"\nignore = [\"person-name\"]", 0, ""),
        ("[[path]]\nglob = \"dasom.md\"\nseverity = \"info\"", 0, ""),
        ("[rules.person-name-variant]\nenabled = false", 0, ""),
        ("[rules.person-name-variant]\nseverity = \"info\"", 0, ""),
        ("fail-on = \"never\"", 0, ""),
    ] {
        let dir = event();
        settings(dir.path(), toml);
        let said = run(dir.path(), &["check", "."]);
        assert_eq!(said.code, code, "{toml}\n{said:?}");
        assert!(said.err.contains(want) && (!want.is_empty() || said.err.is_empty()), "{toml}\n{}", said.err);
        let alone = run(dir.path(), &["check", ".", "--isolated"]);
        assert_eq!((alone.code, alone.err.as_str()), (1, ""), "{toml}\n{alone:?}");
    }
}

/// Three outlets, each in its own words, of a visit to a city.
fn visit(cities: [&str; 3]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().expect("a folder");
    let [a, b, c] = cities;
    let texts = [
        format!("박서훈 나루시장은 4일 중국 {a}를 찾아 항만 협력을 논의했다고 밝혔다. 나루시는 배편을 늘린다."),
        format!("나루시가 중국 {b}와 손을 잡았다. 박서훈 나루시장은 4일 {b}를 찾아 항만 협력을 논의했다."),
        format!(
            "박서훈 나루시장이 4일 중국 {c}에서 항만 협력을 논의했다고 시가 전했다. 두 도시는 배편을 늘리기로 했다."
        ),
    ];
    for ((file, outlet), text) in [("a.md", "가람일보"), ("b.md", "나래신문"), ("c.md", "마루방송")].iter().zip(texts)
    {
        let article = format!("+++\noutlet = \"{outlet}\"\npublished = 2025-03-04T10:00:00+09:00\n+++\n{text}\n");
        fs::write(dir.path().join(file), article).expect("an article");
    }
    dir
}

#[test]
fn names_of_one_thing_support_each_other() {
    let alias = "[[alias]]\nnames = [\"닝보\", \"영파\"]\nreason = \"현지음과 한자음\"\n";
    let findings = |dir: &Path| -> Vec<Value> {
        let said = run(dir, &["check", ".", "--format", "json"]);
        assert_eq!(said.err, "");
        let report: Value = serde_json::from_str(&said.out).expect("JSON");
        report["findings"].as_array().cloned().unwrap_or_default()
    };
    // One outlet against one: both sides are shown, of the slip and of the other name.
    let dir = visit(["영파시", "닝보시", "닝버시"]);
    let found = findings(dir.path());
    assert!(found.iter().all(|f| f["severity"] == "warning"), "{found:#?}");
    let pairs: Vec<_> = found.iter().map(|f| (&f["primary"]["text"], &f["expected"][0])).collect();
    assert_eq!(pairs, [(&"닝보시".into(), &"영파시".into()), (&"닝버시".into(), &"닝보시".into())]);
    // With the alias two outlets stand against one, and the message does not say that both wrote the same.
    settings(dir.path(), alias);
    let found = findings(dir.path());
    assert_eq!((found.len(), &found[0]["severity"], &found[0]["expected"][0]), (1, &"error".into(), &"닝보시".into()));
    assert_eq!(found[0]["evidence"].as_array().map(Vec::len), Some(3));
    let message = found[0]["message"].as_str().unwrap_or_default();
    assert!(message.contains("나래신문") && !message.contains("가람일보"), "{message}");
    // The names themselves are no finding, whoever writes which, and the entry is not called idle.
    for cities in [["영파시", "닝보시", "영파시"], ["닝보시", "닝보시", "영파시"]] {
        let dir = visit(cities);
        settings(dir.path(), alias);
        assert_eq!(findings(dir.path()), [] as [Value; 0]);
    }
    // One letter apart: without the alias a finding, with it none.
    let dir = visit(["충칭시", "충칭시", "충청시"]);
    assert_eq!(findings(dir.path()).len(), 1);
    settings(dir.path(), "[[alias]]\nnames = [\"충칭\", \"충청\"]\nreason = \"둘 다 쓴다\"\n");
    assert_eq!(findings(dir.path()).len(), 0);
}

#[test]
fn an_outlet_is_named_by_path() {
    let dir = event();
    settings(dir.path(), "[[path]]\nglob = \"da*.md\"\noutlet = \"새이름\"");
    let said = run(dir.path(), &["check", ".", "--format", "json"]);
    let report: Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!(report["findings"][0]["primary"]["outlet"], "새이름");
}

#[test]
fn the_nearest_file_upward_is_read() {
    let dir = event();
    let (inner, outer) = (dir.path().join("news/today"), dir.path());
    fs::create_dir_all(&inner).expect("folders");
    settings(outer, "fail-on = \"never\"");
    let shown = run(&inner, &["config", "show"]);
    assert!(shown.out.contains("fail-on = \"never\"") && shown.out.contains("factdiff.toml"), "{shown:?}");
    settings(&inner, "fail-on = \"info\"");
    assert!(run(&inner, &["config", "show"]).out.contains("fail-on = \"info\""));
    let named = run(&inner, &["config", "show", "--config", "../../factdiff.toml"]);
    assert!(named.out.contains("fail-on = \"never\""), "{named:?}");
    assert!(run(&inner, &["config", "show", "--isolated"]).out.contains("fail-on = \"warning\"  # 기본값"));
    // From a folder without one, that of the first path.
    fs::remove_file(inner.join("factdiff.toml")).expect("it is there");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let path = outer.to_str().expect("a path");
    assert_eq!(run(elsewhere.path(), &["check", path]).code, 0);
    assert_eq!(run(elsewhere.path(), &["check", path, "--isolated"]).code, 1);
}

#[test]
fn mistakes_in_the_file_are_shown_with_line_caret_and_the_right_name() {
    let dir = event();
    for (toml, want) in [
        (
            "lang = \"ko\"\nfail_on = \"error\"\n",
            ["factdiff.toml:2:1: 모르는 키 `fail_on`입니다", "^^^^^^^", "혹시 `fail-on`?"],
        ),
        (
            "[rules.person-name]\nenabled = false\n",
            ["factdiff.toml:1:8: 그런 규칙이 없습니다: `person-name`", "^^^^^^^^^^^", ""],
        ),
        (
            "[rules.person-name-varient]\n",
            ["factdiff.toml:1:8: 그런 규칙이 없습니다", "^^^", "혹시 `person-name-variant`?"],
        ),
        (
            "[rules.person-name-variant]\njamo = 1\n",
            ["factdiff.toml:2:1: 규칙 `person-name-variant`에 없는 매개변수입니다: `jamo`", "^^^^", ""],
        ),
    ] {
        settings(dir.path(), toml);
        let said = run(dir.path(), &["check", "."]);
        assert_eq!(said.code, 2, "{toml}\n{said:?}");
        assert!(want.iter().all(|w| said.err.contains(w)), "{toml}\n{}", said.err);
    }
    let said = run(dir.path(), &["check", ".", "--config", "none.toml"]);
    assert_eq!(said.code, 2, "{said:?}");
}

#[test]
fn a_baseline_only_shrinks() {
    let dir = event();
    let write = run(dir.path(), &["baseline", "write", "."]);
    assert_eq!(write.code, 0, "{write:?}");
    let list = text(dir.path(), "factdiff-baseline.json");
    assert!(list.contains("박서운"), "{list}");
    let check = ["check", ".", "--baseline", "factdiff-baseline.json"];
    assert_eq!(run(dir.path(), &check).code, 0);
    assert_eq!(run(dir.path(), &["check", "."]).code, 1);

    // A new paragraph above moves the known finding, and nothing else.
    let moved = wrong("다솜경제").replacen("+++\n박서운", "+++\n나루시에 봄이 왔다.\n\n박서운", 1);
    fs::write(dir.path().join("dasom.md"), &moved).expect("an article");
    assert_eq!(run(dir.path(), &check).code, 0);

    // Another mistake is new, and `prune` does not hide it.
    fs::write(dir.path().join("dasom.md"), moved.replacen("박서훈 시장은", "박서운 시장은", 1)).expect("an article");
    assert_eq!(run(dir.path(), &check).code, 1);
    assert_eq!(run(dir.path(), &["baseline", "prune", "."]).code, 0);
    assert_eq!(text(dir.path(), "factdiff-baseline.json"), list);
    assert_eq!(run(dir.path(), &check).code, 1);

    // What was mended goes, and does not come back.
    fs::write(dir.path().join("dasom.md"), article("다솜경제")).expect("an article");
    let said = run(dir.path(), &check);
    assert!(said.code == 0 && said.err.contains("prune"), "{said:?}");
    assert_eq!(run(dir.path(), &["baseline", "prune", "."]).code, 0);
    assert!(!text(dir.path(), "factdiff-baseline.json").contains("박서운"));
    fs::write(dir.path().join("dasom.md"), wrong("다솜경제")).expect("an article");
    assert_eq!(run(dir.path(), &check).code, 1);

    // Without the file the run cannot be what was asked for.
    fs::remove_file(dir.path().join("factdiff-baseline.json")).expect("it is there");
    assert_eq!(run(dir.path(), &check).code, 2);
    // A file named in the settings serves both.
    settings(dir.path(), "baseline = \"known.json\"");
    assert_eq!(run(dir.path(), &["baseline", "write", "."]).code, 0);
    assert_eq!(run(dir.path(), &["check", "."]).code, 0);
}

#[test]
fn init_writes_a_file_that_changes_nothing_and_overwrites_none() {
    let dir = event();
    let before = run(dir.path(), &["check", "."]);
    assert_eq!(run(dir.path(), &["init"]).code, 0);
    let written = text(dir.path(), "factdiff.toml");
    assert!(written.lines().all(|l| l.is_empty() || l.starts_with('#')), "{written}");
    let after = run(dir.path(), &["check", "."]);
    assert_eq!((after.code, after.out), (before.code, before.out));
    settings(dir.path(), "fail-on = \"never\"");
    assert_eq!(run(dir.path(), &["init"]).code, 2);
    assert_eq!(text(dir.path(), "factdiff.toml"), "fail-on = \"never\"");
}

/// Returns TOML as the JSON that editors validate: a date is a string there.
fn as_json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(at) => Value::String(at.to_string()),
        toml::Value::Array(list) => list.into_iter().map(as_json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, as_json(value))).collect(),
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(n) => n.into(),
        toml::Value::Float(x) => x.into(),
        toml::Value::Boolean(yes) => yes.into(),
    }
}

/// What an editor underlines is what the program refuses.
#[test]
fn the_schema_and_the_program_agree_about_factdiff_toml() {
    let dir = event();
    let schema = serde_json::from_str(&run(dir.path(), &["schema", "config"]).out).expect("JSON");
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    let initial = |lang: &str| {
        assert_eq!(run(dir.path(), &["init", "--lang", lang]).code, 0);
        let text = text(dir.path(), "factdiff.toml");
        fs::remove_file(dir.path().join("factdiff.toml")).expect("it is there");
        // Every line that a user may uncomment.
        text.lines().filter_map(|l| l.strip_prefix("# ")).collect::<Vec<_>>().join("\n")
    };
    let (ko, en) = (initial("ko"), initial("en"));
    assert!(ko.contains("[[alias]]") && en.contains("[[alias]]"));
    // The settings name it.
    assert_eq!(run(dir.path(), &["baseline", "write", "."]).code, 0);
    let good = [
        "",
        ko.as_str(),
        en.as_str(),
        "format = [\"pretty\", \"sarif=out/보고.sarif\"]",
        "min-confidence = 1\nwidth = 40\nfail-on = \"never\"",
        "[rules.person-name-variant]\njamo-within = 1\nenabled = true",
        "[rules.quote-altered]\nsame-share = 0.75\nseverity = \"info\"",
        "[[ignore]]\noutlet = \"가람일보\"",
        "[[alias]]\nnames = [\"가\", \"나\", \"다\"]\nreason = \"셋 다 쓴다\"\nuntil = 2030-01-01",
    ];
    let bad = [
        "lang = \"jp\"",
        "lang = 1",
        "fail_on = \"error\"",
        "fail-on = \"eror\"",
        "min-confidence = 1.5",
        "min-confidence = \"high\"",
        "width = 7",
        "width = 80.5",
        "format = \"yaml\"",
        "format = \"json=\"",
        "format = [\"json\", 1]",
        "baseline = 1",
        "[rules.person-name-variant]\nseverity = \"fatal\"",
        "[rules.person-name-variant]\nenabled = \"no\"",
        "[rules.person-name-variant]\njamo = 1",
        "[rules.quote-altered]\nsame-share = 7",
        "[[path]]\noutlet = \"가람일보\"",
        "[[path]]\nglob = \"a/**\"\nseverity = \"high\"",
        "[[path]]\nglob = \"a/**\"\nignore = \"quote\"",
        "[[ignore]]\nreason = \"무엇을?\"",
        "[[ignore]]\ntext = \"가\"\nuntil = 12:00:00",
        "[[ignore]]\ntekst = \"가\"",
        "[[alias]]\nnames = [\"하나\"]\nreason = \"둘이 아니다\"",
        "[[alias]]\nnames = [\"가\", \" \"]\nreason = \"빈 이름\"",
        "[ignore]\ntext = \"가\"",
    ];
    for (toml, valid) in good.iter().map(|t| (t, true)).chain(bad.iter().map(|t| (t, false))) {
        let written: toml::Value = toml::from_str(toml).expect("TOML");
        assert_eq!(validator.is_valid(&as_json(written)), valid, "the schema about\n{toml}");
        settings(dir.path(), toml);
        let said = run(dir.path(), &["check", ".", "--exit-zero", "--format", "concise=out"]);
        assert_eq!(said.code == 0, valid, "the program about\n{toml}\n{said:?}");
    }
}
