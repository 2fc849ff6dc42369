//! What the page says beside the findings.

use crate::finding::Lang;

/// The words of the page in one language.
pub(super) struct Words {
    pub(super) title: &'static str,
    pub(super) articles: &'static str,
    pub(super) events: &'static str,
    pub(super) compared: &'static str,
    pub(super) not_comparable: &'static str,
    pub(super) confirmed: &'static str,
    pub(super) event: &'static str,
    pub(super) move_keys: &'static str,
    pub(super) alone: &'static str,
    pub(super) clean: &'static str,
    pub(super) nothing: &'static str,
    pub(super) left_out: &'static str,
    pub(super) confidence: &'static str,
}

/// Returns the words in a language.
pub(super) fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Ko => &Words {
            title: "기사 대조 보고",
            articles: "기사",
            events: "사건",
            compared: "견준 값",
            not_comparable: "견줄 데 없는 값",
            confirmed: "다른 매체가 뒷받침",
            event: "사건",
            move_keys: "다음 · 이전",
            alone: "같은 사건을 다룬 다른 기사가 없어 기사 안만 살핀 기사",
            clean: "견주어 다른 점이 없는 사건의 기사",
            nothing: "다른 점을 찾지 못했습니다.",
            left_out: "건은 보이지 않음",
            confidence: "확신",
        },
        Lang::En => &Words {
            title: "Articles compared",
            articles: "articles",
            events: "events",
            compared: "values compared",
            not_comparable: "not comparable",
            confirmed: "confirmed by another outlet",
            event: "Event",
            move_keys: "next · previous",
            alone: "Articles that no other article tells of the same event; checked by themselves only",
            clean: "Articles of events without a difference",
            nothing: "No difference found.",
            left_out: "more not shown",
            confidence: "confidence",
        },
    }
}
