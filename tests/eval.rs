//! `factdiff eval`: what is printed, the exit codes, and labels that are wrong.

mod common;

use common::{event, run};
use std::fs;
use std::path::Path;

/// A label of the mayor's name, which is misspelt, and one of a text that nothing is wrong with.
const GOLD: &str = "event = \"공원 개장\"
clean = false

[[finding]]
kind = \"person-name\"
article = \"dasom.md\"
text = \"박서운\"
expected = [\"박서훈\"]

[[finding]]
kind = \"org-name\"
article = \"garam.md\"
text = \"한결건설\"
expected = [\"한결건축\"]
note = \"아무도 모른다\"
";

fn labelled(gold: &str) -> tempfile::TempDir {
    let dir = event();
    fs::write(dir.path().join("gold.toml"), gold).expect("labels");
    dir
}

fn json(dir: &Path, args: &[&str]) -> serde_json::Value {
    let args = [&["eval", ".", "--format", "json"], args].concat();
    serde_json::from_str(&run(dir, &args).out).expect("JSON")
}

#[test]
fn what_is_found_and_missed_is_counted_and_listed() {
    let dir = labelled(GOLD);
    let said = run(dir.path(), &["eval", "."]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{said:?}");
    assert!(
        said.out.starts_with("놓침 garam.md:10:8 org-name ‘한결건설’ -> 한결건축  (아무도 모른다)\n"),
        "{}",
        said.out
    );
    assert!(said.out.contains("라벨 2개 가운데 1개를 찾음: 재현율 50.0%"), "{}", said.out);
    assert!(said.out.contains("지적 1건 가운데 1건이 맞음: 정밀도 100.0%"), "{}", said.out);

    let report = json(dir.path(), &[]);
    assert_eq!(report["schema"], "factdiff.eval/v1");
    for (key, want) in [("clusters", 1), ("articles", 5), ("gold", 2), ("hit", 1), ("miss", 1), ("false", 0)] {
        assert_eq!(report[key], want, "{key}");
    }
    assert_eq!((&report["recall"], &report["precision"]), (&0.5.into(), &1.0.into()));
    assert_eq!((&report["right_kind"], &report["right_value"]), (&1.0.into(), &1.0.into()));
    assert_eq!(report["events"][0]["misses"][0]["text"], "한결건설");
    let curve = report["curve"].as_array().expect("a curve");
    assert!(curve.windows(2).all(|w| w[0]["hit"].as_u64() >= w[1]["hit"].as_u64()), "{curve:?}");
}

#[test]
fn a_report_without_a_label_is_false_and_settings_hold() {
    let dir = labelled("event = \"공원 개장\"\nclean = true\n");
    let report = json(dir.path(), &[]);
    assert_eq!((&report["false"], &report["false_per_clean_article"]), (&1.into(), &0.2.into()));
    assert_eq!(report["events"][0]["false"][0]["text"], "박서운");
    assert_eq!(json(dir.path(), &["--min-confidence", "1"])["false"], 0);

    let ignore = "[[ignore]]\ntext = \"박서운\"\nreason = \"필명\"\n";
    fs::write(dir.path().join("factdiff.toml"), ignore).expect("settings");
    assert_eq!(json(dir.path(), &[])["false"], 0);
    assert_eq!(json(dir.path(), &["--ignores", "off"])["false"], 1);

    let optional = "[[optional]]\narticle = \"dasom.md\"\ntext = \"박서운\"\nwhy = \"필명일 수 있다\"\n";
    let dir = labelled(optional);
    let report = json(dir.path(), &[]);
    assert_eq!((&report["false"], &report["precision"]), (&0.into(), &1.0.into()));
}

#[test]
fn exit_codes() {
    let dir = labelled(GOLD);
    for (args, code) in [
        (&["eval", "."][..], 0),
        (&["eval", ".", "--min-recall", "0.5", "--min-precision", "1"], 0),
        (&["eval", ".", "--min-recall", "0.6"], 1),
        (&["eval", ".", "--min-recall", "2"], 2),
        (&["eval", "nowhere"], 2),
        (&["eval"], 2),
    ] {
        assert_eq!(run(dir.path(), args).code, code, "{args:?}");
    }
    let said = run(event().path(), &["eval", "."]);
    assert_eq!(said.code, 3, "{said:?}");
    assert!(said.err.contains("gold.toml"), "{}", said.err);
}

#[test]
fn wrong_labels_are_said_with_file_and_line() {
    for (wrong, right, want) in [
        ("\"박서운\"", "\"박서문\"", "gold.toml:7:8: `박서문` — dasom.md 본문에 없습니다"),
        ("dasom.md", "dasum.md", "gold.toml:6:11: 이 파일 옆에 없는 기사입니다: `dasum.md`"),
        ("dasom.md", "dasum.md", "혹시 `dasom.md`?"),
        ("person-name", "persons-name", "gold.toml:5:8: 모르는 값 `persons-name`입니다"),
        ("expected = [\"박서훈\"]", "expected = ", "gold.toml:8:1"),
    ] {
        let dir = labelled(&GOLD.replacen(wrong, right, 1));
        let said = run(dir.path(), &["eval", "."]);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{said:?}");
        assert!(said.err.contains(want), "{want}: {}", said.err);
    }
}
