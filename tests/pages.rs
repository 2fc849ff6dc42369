//! Scraped pages: what of them is headline, copy, caption and furniture, and what they say about themselves.

use factdiff::source::{Article, read_bytes};
use factdiff::text::{BlockKind, Document};

fn page(text: &str) -> Article {
    read_bytes("기사/p01.txt", text.as_bytes().to_vec()).article.expect("an article")
}

/// Returns each block's kind and words.
fn shape(article: &Article) -> Vec<(BlockKind, &str)> {
    let doc = Document::read(article);
    doc.blocks.iter().map(|b| (b.kind, b.span.of(&article.text))).collect()
}

const PORTAL: &str = "경제 산업
강물시, 새 다리 놓는다…\"2033년 완공\"
차한결 기자I 2031.03.04 09:10:00
왕복 4차로에 보행로까지
강물시 청사에서 오한별 시장(왼쪽)이 설계도를 펼쳐 보이고 있다. 사진 제공=강물시강물시 청사에서 오한별 시장(왼쪽)이 설계도를 펼쳐 보이고 있다. 사진 제공=강물시
[대전=한빛일보 차한결 기자] 강물시는 길이 320m의 다리를 놓는다고 4일 밝혔다.
관련기사
강물시 축제 막 올라
다리는 왕복 4차로다. 보행로도 놓인다.
■ 앞으로의 일정
- 착공: 2031년 5월
전체 맥락을 이해하기 위해서는 본문 보기를 권장합니다.
오한별 시장은 “안전하게 짓겠다”고 말했다. 차한결 기자 han@example.com
<저작권자 ⓒ 한빛일보, 무단 전재 및 재배포 금지>
- 다른 도시의 다른 소식
\"어느 배우의 고백\"
더보기
글자크기 설정
";

#[test]
fn a_portal_page_is_taken_apart() {
    use BlockKind::{Body, Caption, Chrome, Item, Subhead, Title};
    let article = page(PORTAL);
    let caption = "강물시 청사에서 오한별 시장(왼쪽)이 설계도를 펼쳐 보이고 있다. 사진 제공=강물시";
    assert_eq!(
        shape(&article),
        [
            (Chrome, "경제 산업"),
            (Title, "강물시, 새 다리 놓는다…\"2033년 완공\""),
            (Chrome, "차한결 기자I 2031.03.04 09:10:00"),
            (Subhead, "왕복 4차로에 보행로까지"),
            (Caption, caption),
            (Caption, caption),
            (Body, "강물시는 길이 320m의 다리를 놓는다고 4일 밝혔다."),
            (Chrome, "관련기사"),
            (Chrome, "강물시 축제 막 올라"),
            (Body, "다리는 왕복 4차로다. 보행로도 놓인다."),
            (Subhead, "■ 앞으로의 일정"),
            (Item, "- 착공: 2031년 5월"),
            (Chrome, "전체 맥락을 이해하기 위해서는 본문 보기를 권장합니다."),
            (Body, "오한별 시장은 “안전하게 짓겠다”고 말했다."),
            (Chrome, "차한결 기자 han@example.com"),
            (Chrome, "<저작권자 ⓒ 한빛일보, 무단 전재 및 재배포 금지>"),
            (Chrome, "- 다른 도시의 다른 소식"),
            (Chrome, "\"어느 배우의 고백\""),
            (Chrome, "더보기"),
            (Chrome, "글자크기 설정"),
        ]
    );
    assert_eq!((article.outlet.as_str(), article.outlet_known), ("한빛일보", true));
    assert_eq!(article.byline.as_deref(), Some("차한결 기자"));
    assert_eq!(article.published.expect("a time").date.to_string(), "2031-03-04");
    let doc = Document::read(&article);
    assert_eq!(doc.dateline.map(|d| doc.slice(d)), Some("대전"));
}

#[test]
fn mastheads_say_outlet_reporter_and_time() {
    for (text, outlet, reporter, day) in [
        ("(대전=가람통신) 차한결 기자 = 다리를 놓는다.", Some("가람통신"), Some("차한결 기자"), None),
        ("[한빛경제=차한결 기자] 다리를 놓는다.", Some("한빛경제"), Some("차한결 기자"), None),
        ("[한빛일보 차한결 기자] 다리를 놓는다.", Some("한빛일보"), Some("차한결 기자"), None),
        ("【대전=가람】차한결 기자 = 다리를 놓는다.", Some("가람"), Some("차한결 기자"), None),
        ("다리를 놓는다.\n대전=차한결 기자\n", None, Some("차한결 기자"), None),
        ("다리를 놓는다.\n한빛투데이 차한결 기자(han@example.com)\n", Some("한빛투데이"), Some("차한결 기자"), None),
        ("다리를 놓는다.\nCopyright © 한빛일보. 무단전재 및 재배포 금지.", Some("한빛일보"), None, None),
        ("기사입력 2031-03-04 09:10\n최종수정 2031-03-05 10:00\n다리를 놓는다.", None, None, Some("2031-03-04")),
        ("입력 2031. 3. 4. 오후 2:15\n다리를 놓는다.", None, None, Some("2031-03-04")),
        // What is not said stays unknown.
        ("다리는 2031년 3월 4일 완공됐다.\n\n길이는 320m다.", None, None, None),
        ("[사진=가람통신] 다리를 놓는다.", None, None, None),
        ("(길이=320m) 다리를 놓는다.", None, None, None),
    ] {
        let a = page(text);
        assert_eq!(Some(a.outlet.as_str()).filter(|_| a.outlet_known), outlet, "{text}");
        assert!(a.outlet_known || a.outlet == "p01", "{text}");
        assert_eq!(a.byline.as_deref(), reporter, "{text}");
        assert_eq!(a.published.map(|p| p.date.to_string()).as_deref(), day, "{text}");
    }
}

/// Losing copy is as bad as keeping chrome.
#[test]
fn copy_is_not_taken_for_furniture() {
    for line in [
        "비가 왔다.",
        "경찰은 기사를 쓴 차한결 기자를 불러 조사했다고 4일 밝혔다.",
        "강물시는 저작권자 표시를 의무화한다.",
        "시는 뉴스레터 구독 신청을 2031-03-04 09:10부터 받는다.",
        "관련 기사 320건이 쏟아졌다.",
        "그는 “더보기 단추를 누르세요”라고 했다.",
        "위원회는 등록번호 320번을 제보받았다고 했다.",
        "- 착공: 2031년 5월",
        "총사업비 1조 2000억원",
    ] {
        let text = format!("강물시, 새 다리 놓는다\n\n강물시가 다리를 놓는다.\n\n{line}\n\n길이는 320m다.\n");
        let a = page(&text);
        let kind = shape(&a).into_iter().find(|(_, words)| *words == line).map(|(kind, _)| kind);
        assert!(kind.is_some_and(|k| k != BlockKind::Chrome), "{line}: {kind:?}");
        let alone = page(line);
        assert!(shape(&alone).iter().all(|(k, _)| *k != BlockKind::Chrome), "{line}");
    }
}
