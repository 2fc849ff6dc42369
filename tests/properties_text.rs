//! What holds of every file, however broken: reading never panics, and every place is inside and in order.

use factdiff::source::{Article, Span, read_bytes};
use factdiff::text::{BlockKind, Document};
use proptest::prelude::*;

const WHOLE: &str = "+++\noutlet = \"한빛일보\"\npublished = 2031-03-04T09:10:00+09:00\ntitle = \"강물시 \\\"다리 놓는다\\\"\"\n+++\n\
    (강물=가람통신) 차한결 기자 = 강물시가 ‘새 다리'를 놓는다. “길이는 1.5㎞다. 2031. 3. 4. 시작한다.”라고 했다.이어 왔다.\n\n\
    사진이다. 사진 제공=강물시사진이다. 사진 제공=강물시\n- 길이: 320m\n관련기사\n- 다른 \"소식…\n차한결 기자 han@example.com\n\
    <저작권자 ⓒ 한빛일보, 무단 전재 금지>\n더보기\n";

/// Pieces that pages are made of, whole and torn.
fn piece() -> impl Strategy<Value = String> {
    let signs = prop::sample::select(vec![
        "“",
        "”",
        "‘",
        "’",
        "\"",
        "'",
        "(",
        ")",
        "[",
        "]",
        ".",
        "?",
        "!",
        "…",
        "다.",
        "=",
        "기자",
        "ⓒ",
        "사진=",
        "제공]",
        "\n",
        "\r\n",
        "\n\n",
        " ",
        "---\n",
        "+++\n",
        "title: ",
        "outlet = \"",
        "2031-03-04 11:2",
        "@a.kr",
        "▶",
        "- ",
        "１２％",
        "\u{200b}",
        "\u{feff}",
        "\u{1100}\u{1161}\u{11a8}",
        "e\u{301}",
        "李",
        "𠀀",
        "\0",
    ]);
    prop_oneof![3 => signs.prop_map(str::to_owned), 2 => "[가-힣]{1,6}", 1 => "\\PC{0,8}", 1 => (0..WHOLE.len(), 0..60_usize).prop_map(|(at, n)| {
        WHOLE.chars().skip(at).take(n).collect()
    })]
}

fn check(article: &Article, file_len: usize) {
    let text = article.text.as_str();
    let inside = |s: Span| {
        assert!(
            s.end() <= text.len() && text.is_char_boundary(s.start()) && text.is_char_boundary(s.end()),
            "{s:?} {text:?}"
        );
        let file = article.file_span(s);
        assert!(file.start <= file.end && file.end <= file_len, "{s:?} {file:?} {text:?}");
    };
    inside(article.body);
    article.title.iter().for_each(|&t| inside(t));
    let doc = Document::read(article);
    let mut last = 0;
    for (i, b) in doc.blocks.iter().enumerate() {
        inside(b.span);
        assert!(i == 0 || b.span.start() >= last, "blocks in order: {text:?}");
        last = b.span.end();
    }
    let mut last = 0;
    for s in &doc.sentences {
        inside(s.span);
        assert!(s.span.start() >= last, "sentences in order: {text:?}");
        last = s.span.end();
        let block = doc.blocks[s.block as usize];
        assert!(block.span.contains(s.span) && block.kind == s.kind && s.kind != BlockKind::Chrome);
        for t in doc.tokens_of(s) {
            inside(t.span);
            inside(t.stem());
            inside(t.root());
            assert!(s.span.contains(t.span) && t.root <= t.stem && t.root > 0, "{text:?}");
        }
    }
    for q in &doc.quotations {
        inside(q.inner);
        assert!(doc.sentences[q.sentence as usize].span.end() > q.inner.start(), "{text:?}");
    }
    // Places in the file ascend with places in the text.
    let mut before = (0, (1, 0));
    for (i, _) in text.char_indices() {
        let here = (article.file_span(Span::new(i, i)).start, article.line_column(i));
        assert!(here.0 >= before.0 && here.1 >= before.1, "{i} {text:?}");
        before = here;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Some(a) = read_bytes("a.md", bytes.clone()).article {
            check(&a, bytes.len());
        }
    }

    #[test]
    fn any_page(pieces in prop::collection::vec(piece(), 0..60)) {
        let page = pieces.concat();
        if let Some(a) = read_bytes("a.md", page.clone().into_bytes()).article {
            check(&a, page.len());
        }
    }

    #[test]
    fn cut_pages_in_every_encoding(cut in 0..WHOLE.len(), which in 0..5_usize) {
        use unicode_normalization::UnicodeNormalization as _;
        let mut bytes: Vec<u8> = match which {
            0 => WHOLE.into(),
            1 => encoding_rs::EUC_KR.encode(WHOLE).0.into_owned(),
            2 => WHOLE.nfd().collect::<String>().into_bytes(),
            3 => format!("\u{feff}{WHOLE}").into_bytes(),
            _ => [0xff, 0xfe].into_iter().chain(WHOLE.encode_utf16().flat_map(u16::to_le_bytes)).collect(),
        };
        bytes.truncate(cut * bytes.len() / WHOLE.len());
        if let Some(a) = read_bytes("a.md", bytes.clone()).article {
            check(&a, bytes.len());
        }
    }

    /// What a span of Hangul stands for in the file decodes to that Hangul.
    #[test]
    fn slices_correspond(words in prop::collection::vec("[가-힣a-z0-9]{1,5}", 1..30), nfd in any::<bool>()) {
        use unicode_normalization::UnicodeNormalization as _;
        let text = words.join(" ");
        let bytes = if nfd { text.nfd().collect::<String>().into_bytes() } else { encoding_rs::EUC_KR.encode(&text).0.into_owned() };
        // Some syllables of CP949 are UTF-8 by chance; where nearly all bytes beyond ASCII are, nobody can tell.
        let (valid, broken) = bytes.utf8_chunks().fold((0, 0), |(valid, broken), c| {
            (valid + c.valid().bytes().filter(|b| !b.is_ascii()).count(), broken + c.invalid().len())
        });
        prop_assume!(nfd || text.is_ascii() || valid <= 4 * broken);
        let a = read_bytes("a.md", bytes.clone()).article.expect("an article");
        prop_assert_eq!(&a.text, &text);
        let mut at = 0;
        for word in &words {
            let raw = &bytes[a.file_span(Span::new(at, at + word.len()))];
            let back = if nfd { String::from_utf8_lossy(raw).nfc().collect::<String>() } else { encoding_rs::EUC_KR.decode(raw).0.into_owned() };
            prop_assert_eq!(&back, word);
            at += word.len() + 1;
        }
    }
}
